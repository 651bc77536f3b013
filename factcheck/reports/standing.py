"""What the lock, the calendar and a person's signature say about claims, in words for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reports.gate import count
from factcheck.reports.visible import visible
from factcheck.reports.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.domain.lock import LockChanges
    from factcheck.reports.record import ClaimLine, ClaimRecord, ReviewRecord, SignedRecord, StandingRecord
    from factcheck.reports.run_record import LockRecord

MOST_CLAIMS = 20
_WIDTH = 100
_SHORT = 20  # a verdict, or "signed off", stands on the line of its claim


def signature(signed: SignedRecord) -> str:
    """`accept by desk editor on 2024-01-11, until 2024-03-01: wording confirmed on the recording`."""
    until = f", until {signed['until']}" if signed["until"] else ""
    reason = f": {signed['reason']}" if signed["reason"] else ""
    return f"{signed['decision']} by {signed['by']} on {signed['day']}{until}{reason}"


def void(review: ReviewRecord) -> str:
    """Why a sign-off does not count, on one line: `expired (it counted until 2024-03-01)`."""
    if review["state"] == "not bound" and not review["why"]:
        return review["state"]
    if review["state"] == "not bound":
        return "; ".join(review["why"])
    return f"{review['state']} ({'; '.join(review['why'])})"


def does_not_count(standing: StandingRecord) -> str:
    """A sentence about a sign-off that does not count; empty when there is none, or it does."""
    review = standing["review"]
    if review is None or standing["signed_off"] is not None:
        return ""
    return visible(f"its sign-off does not count: {void(review)}")


def standing_lines(lines: Sequence[ClaimLine], lock: LockRecord | None) -> list[str]:
    """What an editor must know beside the verdicts: drift, sign-offs that do not count, stale claims."""
    found = list(_drift(lines, lock))
    found += _named("sign-offs that do not count:", {_name(line): [_briefly(line)] for line in lines if _is_void(line)})
    stale = [(line, life) for line in lines if (life := line.standing["shelf_life"]) and life["stale"]]
    found += _named("stale, to be looked at again:", {_name(line): [life["why"]] for line, life in stale})
    if missing := [line for line in lines if line.standing["locked"] is False]:
        them = "it" if len(missing) == 1 else "them"
        found.append(f"{count(len(missing), 'claim')} not in the lock: `factcheck lock` adds {them}")
    return found


def _is_void(line: ClaimLine) -> bool:
    return line.standing["review"] is not None and line.standing["signed_off"] is None


def _briefly(line: ClaimLine) -> str:
    """Why a sign-off does not count; what the list of changes says already is not said again."""
    review = line.standing["review"]
    if review is None:
        return ""
    changes = {item["what"] for item in line.standing["drift"]}
    rest = [text for text in review["why"] if text not in changes]
    if len(rest) < len(review["why"]):
        rest.append("what it was given for has changed since: see above")
    return "; ".join(rest) if review["state"] == "not bound" else f"{review['state']}: {'; '.join(rest)}"


def update_lines(changes: LockChanges) -> list[str]:
    """What an update did to the lock, claim by claim, then the totals."""
    found = _named("new in the lock:", changes.added)
    found += _named("changed:", changes.changed)
    held = "kept as they were, since their sign-off has not seen what changed: sign them again with `factcheck review`"
    found += _named(f"{held}:", changes.held)
    found += _named("sign-offs that count from now on, and what they are bound to:", changes.bound)
    unbound = "sign-offs that are not bound, since the evidence is newer: look at it, then `factcheck review`"
    found += _named(f"{unbound}:", changes.unbound)
    gone = (
        "removed, since their claims no longer exist:"
        if changes.whole
        else "claims that no longer exist (an update of everything removes them):"
    )
    found += _named(gone, dict.fromkeys(changes.gone, ()))
    parts = (
        (len(changes.added), "new"),
        (len(changes.changed), "changed"),
        (changes.unchanged, "as before"),
        (len(changes.held), "held back"),
        (len(changes.gone) if changes.whole else 0, "removed"),
    )
    tally = ", ".join(f"{number} {word}" for number, word in parts if number) or "nothing to lock"
    for number, word in ((len(changes.bound), "bound"), (len(changes.unbound), "not bound")):
        tally += f"; {count(number, 'sign-off')} {word}" if number else ""
    return [*found, f"factcheck.lock: {tally}"]


def signed_lines(record: ClaimRecord, *, lock: str) -> list[str]:
    """What a person has just signed: the claim, what the sources say all the same, and where it stands written."""
    signed = record["signed_off"]
    said = f"{record['verdict']}: {record['reason']}" if record["reason"] else record["verdict"]
    needless = " (the claim passes without a sign-off)" if record["verdict"] == record["expect"] else ""
    lines = [
        f"claim    {record['claim']}",
        f"sources  {said}{needless}",
        f"signed   {signature(signed) if signed else 'no'}",
        f"written  {record['file']}, bound to this evidence in {lock}",
    ]
    return [visible(line[:9]).ljust(9) + visible(line[9:]) for line in lines]


def _named(title: str, claims: Mapping[str, Sequence[str]]) -> list[str]:
    if not claims:
        return []
    found = [title]
    for nodeid, texts in list(claims.items())[:MOST_CLAIMS]:
        if len(texts) == 1 and len(texts[0]) < _SHORT:
            found.append(f"  {visible(f'{nodeid}: {texts[0]}')}")
            continue
        found.append(f"  {visible(nodeid)}")
        for text in texts:
            found += _wrapped(text, "    - ")
    if len(claims) > MOST_CLAIMS:
        found.append(f"  and {len(claims) - MOST_CLAIMS} more")
    return found


def _drift(lines: Sequence[ClaimLine], lock: LockRecord | None) -> Iterator[str]:
    drifted = [line for line in lines if line.standing["drift"]]
    gone = lock["gone"] if lock else []
    if lock is None or not (drifted or gone):
        return
    yield from _named(
        f"changed since {lock['path']} was written (`factcheck lock` takes it over, once you have looked):",
        {_name(line): [item["what"] for item in line.standing["drift"]] for line in drifted},
    )
    yield from _named(f"entries of {lock['path']} whose claims no longer exist:", dict.fromkeys(gone, ()))
    if drifted and lock["versions"]:
        yield from _wrapped(f"judged with other versions than the lock: {'; '.join(lock['versions'])}", "")


def _name(line: ClaimLine) -> str:
    return line.nodeid or line.id


def _wrapped(text: str, lead: str) -> list[str]:
    return wrap(text, _WIDTH, lead=lead)
