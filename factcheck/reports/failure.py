"""What a fact-checker reads when a claim does not hold: the claim, the sources' own words, why, what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.origin import MOST_REASONS
from factcheck.reports.outcome import ClaimOutcome
from factcheck.reports.standing import does_not_count, signature
from factcheck.reports.visible import visible, visible_lines
from factcheck.reports.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.reports.record import ClaimRecord, EvidenceRecord, FamilyRecord, QuoteRecord

WIDTH = 79
_MOST_PER_SIDE = 5
_MOST_NEAR_MISSES = 2
_CLOSE = 0.75  # of a claim's words; below it, a near miss of a claim that is decided anyway is another story
_MOST_QUOTE_LINES = 8
_MOST_REASONS_EACH = 5
LONGEST_QUOTE = 2_000
_NEXT = {
    "contradicted": "correct the claim, or add the source that bears it out to the corpus",
    "conflicting": "find out which side is right and mark the other source's `status`, or write `expect: conflicting`",
    "supported": "the sources bear the claim out: change `expect`, or the claim",
    "missing": "add a source that speaks of it to the corpus, or reword the claim to what the sources say",
}
REASONS = {
    "nothing-retrieved": "no source of the corpus speaks of this.",
    "off-topic": "no source speaks of quite this.",
    "detail-not-stated": "sources speak of the matter, but none states this.",
    "only-reported": "sources only report that somebody says so.",
    "too-few-origins": "too few independent origins.",
    "out-of-scope": "only sources outside the claim's time or source filter speak of it.",
    "other-language": "only sources in other languages speak of it.",
    "unsure": "sources come close, but not clearly enough to say.",
}
"""What each reason of a missing verdict means, for the sentence that explains it."""


def skip_reason(record: ClaimRecord) -> str:
    """One line for the list of skips: the reason, what it means, and what the nearest passage lacks."""
    line = f"missing: {why(record)}"
    nearest = next((item for item in record["near_misses"] if item["reasons"]), None)
    if nearest and record["reason"] != "too-few-origins":
        lacks = set_aside(record, nearest) or nearest["reasons"][0]
        line += f" Nearest ({nearest['source']}, line {nearest['line']}): {lacks}"
    return visible(line)


def near_misses(record: ClaimRecord) -> list[int]:
    """Indices of the near misses worth showing: two when the verdict is missing, else one, and only when it is close."""
    items = record["near_misses"]
    if record["verdict"] == "missing":
        return list(range(len(items)))[:_MOST_NEAR_MISSES]
    close = [n for n, item in enumerate(items) if item["stance"] != "neutral" or item["score"] >= _CLOSE]
    other = {"supported": "refutes", "contradicted": "supports"}.get(record["verdict"])
    return sorted(close, key=lambda n: items[n]["stance"] != other)[:1]


def set_aside(record: ClaimRecord, item: EvidenceRecord) -> str:
    """Why a source does not count, whatever it says; empty for one that may count."""
    if item["status"] == "retracted":
        return "does not count: the source is retracted"
    if record["as_of"] and (item["published"] or "") > record["as_of"]:
        return f"does not count: published on {item['published']}, after {record['as_of']} (`as_of`)"
    if item["stance"] == "neutral":
        return ""
    if record["policy"]["sources"]:
        return "does not count: left out by the `sources` filter"
    return f"does not count: dated after {record['as_of']} (`as_of`)"


def headline(record: ClaimRecord) -> str:
    """The verdict and why, as one line of any length."""
    expected = f" (expected: {record['expect']})" if record["expect"] not in {record["verdict"], "supported"} else ""
    reason = why(record)
    return f"{record['verdict']}{expected}" + (f": {reason}" if reason else "")


def next_step(record: ClaimRecord) -> str:
    """What the fact-checker can do about a claim that did not pass."""
    if record["outcome"] == ClaimOutcome.PASSED:
        return ""
    if record["reason"] == "too-few-origins":
        return "add an independent source, or lower `min_origins`"
    if record["reason"] == "out-of-scope":
        return "add a source that counts, or look again at the claim's `as_of` and `sources`"
    return _NEXT[record["verdict"]]


def explanation(record: ClaimRecord) -> str:
    """A claim's record as text of 79 columns: the verdict, what was asserted, what each source says, what to do next."""
    return visible_lines("\n".join(_lines(record)))


def _lines(record: ClaimRecord) -> Iterator[str]:
    yield from wrap(headline(record), WIDTH)
    yield ""
    yield from _labelled("claim", record["claim"])
    yield from _labelled("written", f"{record['file']}:{record['line']}" if record["file"] else "")
    origins = record["origins"]
    if origins["supports"] or origins["refutes"]:
        yield from _labelled("origins", f"{origins['supports']} for, {origins['refutes']} against")
        for family in record["families"]:
            if record["reason"] != "too-few-origins" or len(family["reasons"]) > MOST_REASONS:
                yield from _family(family)
    retracted = dict.fromkeys(
        item["source"]
        for item in record["near_misses"]
        if item["status"] == "retracted" and item["stance"] != "neutral"
    )
    if retracted and record["reason"] != "out-of-scope":
        yield from _labelled("left out", f"{', '.join(retracted)} (retracted)")
    if signed := record["signed_off"]:
        yield from _labelled("signed", signature(signed))
    else:
        yield from _labelled("signed", does_not_count(record))
    for change in record["drift"]:
        yield from _labelled("changed", f"since the lock: {change['what']}")
    if (life := record["shelf_life"]) and life["stale"]:
        yield from _labelled("stale", life["why"])
    for stance, title in (("refutes", "Against it"), ("supports", "For it")):
        side = [item for item in record["evidence"] if item["stance"] == stance]
        yield from _group(f"{title}:", [(item, "") for item in side[:_MOST_PER_SIDE]])
        if len(side) > _MOST_PER_SIDE:
            yield f"  and {len(side) - _MOST_PER_SIDE} more"
    near = [record["near_misses"][n] for n in near_misses(record)]
    title = "Near misses (they do not decide):" if len(near) > 1 else "A near miss (it does not decide):"
    yield from _group(title, [(item, set_aside(record, item)) for item in near])
    step = next_step(record)
    if step:
        yield ""
        yield from _labelled("next", step)


def _family(family: FamilyRecord) -> Iterator[str]:
    members = f"{', '.join(family['sources'][:-1])} and {family['sources'][-1]} are one origin"
    yield from wrap(members, WIDTH, lead=" " * 9)
    reasons = family["reasons"][:_MOST_REASONS_EACH]
    if len(family["reasons"]) > _MOST_REASONS_EACH:
        reasons.append(f"and {len(family['reasons']) - _MOST_REASONS_EACH} more")
    for reason in reasons:
        yield from wrap(reason, WIDTH, lead=" " * 9 + "- ")


def why(record: ClaimRecord) -> str:
    """What the verdict rests on, or what kind of silence it is and what that means; it may be empty."""
    if record["reason"]:
        return f"{record['reason']}: {record['detail'] or REASONS.get(record['reason'], '')}"
    if record["verdict"] == "conflicting" and record["detail"]:
        return record["detail"]
    return next((reason for item in record["evidence"] for reason in item["reasons"]), record["detail"])


def _labelled(label: str, text: str) -> list[str]:
    if not text:
        return []
    return wrap(text, WIDTH, lead=f"{label:<9}")


def _group(title: str, items: Sequence[tuple[EvidenceRecord, str]]) -> Iterator[str]:
    if not items:
        return
    yield ""
    yield title
    for item, aside in items:
        yield from quoted(item)
        for passage in item["also"]:
            yield "    and"
            yield from quoted(passage)
        for reason in filter(None, (aside, *item["reasons"])):
            yield from wrap(reason, WIDTH, lead="    - ")


def quoted(item: QuoteRecord) -> Iterator[str]:
    """The words of a source, then where they stand."""
    yield from wrap(item["quote"][:LONGEST_QUOTE], WIDTH, lead="  | ", rest="  | ", most=_MOST_QUOTE_LINES)
    yield from wrap(place_of(item), WIDTH, lead="    ")


def place_of(item: QuoteRecord) -> str:
    """Publisher, day, what to know of it, source and line: `Sample Wire, 2024-01-10, wire (wire-1, line 9)`."""
    known = [item["publisher"], item["published"] or "no date", *known_of(item)]
    return f"{', '.join(filter(None, known))} ({item['source']}, line {item['line']})"


_TIERS = {"party": "interested party"}


def known_of(item: QuoteRecord) -> list[str]:
    """How close a source stands to the matter, and what became of it."""
    tier, status = item["tier"], item["status"]
    return [*([_TIERS.get(tier, tier)] if tier else []), *([status] if status != "current" else [])]
