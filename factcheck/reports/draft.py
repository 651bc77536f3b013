"""The coverage audit of a draft as a table for the terminal, as JSON and as claims to be written."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from factcheck.domain.audit import Backing
from factcheck.reports.gate import count
from factcheck.reports.mutation import percent
from factcheck.reports.visible import visible
from factcheck.reports.wrapping import cell, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.domain.audit import Clash, DraftAudit, DraftSentence
    from factcheck.domain.claim import Claim

NAMES = {
    Backing.AGAINST: "AGAINST",
    Backing.DISPUTED: "disputed",
    Backing.NAKED: "NAKED",
    Backing.PARTLY: "partly",
    Backing.UNSETTLED: "unsettled",
    Backing.BORNE_OUT: "borne out",
    Backing.UNCHECKABLE: "nothing to check",
}
MEANING = {
    Backing.AGAINST: "the sources contradict a claim that says this, or a supported claim says otherwise",
    Backing.DISPUTED: "claims cover it, and the sources disagree about one of them",
    Backing.NAKED: "no claim asserts any of it",
    Backing.PARTLY: "claims assert some of its facts",
    Backing.UNSETTLED: "claims cover it, and the sources leave one of its facts open",
    Backing.BORNE_OUT: "claims cover it, and the sources support them",
    Backing.UNCHECKABLE: "a heading, a question, an opinion",
}
MIN_WIDTH, MAX_WIDTH = 60, 140
_STATE_WIDTH = 9
_GAPS = 6
_SENTENCE_LINES = 4


def draft_text(audit: DraftAudit, *, width: int) -> str:
    """Every checkable sentence with what covers it and what is naked, then the coverage.

    Args:
        audit: Of the draft.
        width: Columns of the terminal; kept between 60 and 140.
    """
    from tabulate import tabulate  # noqa: PLC0415  (only runs that show a table pay for it)

    width = min(max(width, MIN_WIDTH), MAX_WIDTH)
    lines = max((len(str(item.line or "")) for item in audit.checkable), default=1)
    room = width - max(lines, 4) - _STATE_WIDTH - _GAPS
    notes_width = room * 9 // 20
    rows = [
        [
            str(item.line or "-"),
            NAMES[item.backing],
            cell(item.passage.text, room - notes_width, most=_SENTENCE_LINES),
            "\n".join(cell(note, notes_width, rest="  ") for note in notes(item)),
        ]
        for item in audit.checkable
    ]
    parts = [visible(audit.path) + (f": {visible(audit.title)}" if audit.title else "")]
    if rows:
        headers = ["line", "", "sentence", "claims"]
        parts[0] += "\n" + tabulate(rows, headers=headers, tablefmt="simple", disable_numparse=True)
    parts.append("\n".join(wrap(coverage_line(audit), width)))
    return "\n\n".join(parts)


def notes(item: DraftSentence) -> list[str]:
    """What the claims say about a sentence, the gravest first, a line each."""
    said = [f"against {name_of(clash.claim)}: {clash.reason}" for clash in item.clashes]
    said += [f"{name_of(cover.claim)}: {cover.label or 'not judged'}" for cover in item.covers]
    if item.bare and item.covers:
        said.append(f"not covered: {bare_facts(item)}")
    elif item.bare and not item.clashes:
        said.append(f"no claim asserts {bare_facts(item)}")
    if item.nearest:
        label = f", itself {item.nearest.label}" if item.nearest.label else ""
        said.append(f"nearest: {name_of(item.nearest.claim)}{label} ({item.nearest.reason})")
    return said


def name_of(claim: Claim) -> str:
    """The id that the writer gave, else the place of the claim."""
    if claim.written_id or claim.location is None:
        return claim.id
    return f"{claim.location.path}:{claim.location.line}"


def bare_facts(item: DraftSentence) -> str:
    """The facts without a claim, in the words of the draft."""
    return ", ".join(f"“{fact.text}”" for fact in item.bare)


def coverage_line(audit: DraftAudit) -> str:
    """The result in one sentence."""
    if audit.coverage is None:
        return f"draft coverage: none, since nothing in the draft can be checked ({count(len(audit.sentences), 'sentence')})"
    states = Counter(item.backing for item in audit.checkable)
    tally = ", ".join(f"{states[state]} {NAMES[state].lower()}" for state in Backing if states[state])
    rest = len(audit.sentences) - len(audit.checkable)
    beside = f"; {rest} with nothing to check" if rest else ""
    return (
        f"draft coverage: {percent(audit.coverage)} ({len(audit.covered)} of "
        f"{count(len(audit.checkable), 'checkable sentence')}: {tally}{beside}; {count(audit.claims, 'claim')})"
    )


def draft_json(audit: DraftAudit) -> str:
    """The audit as JSON text with a final line break. Offsets are code points: of sentences in `text`, of facts in the sentence."""
    values: dict[str, Any] = {
        "version": 1,
        "draft": audit.path,
        "title": audit.title,
        "coverage": None if audit.coverage is None else round(audit.coverage, 4),
        "checkable": len(audit.checkable),
        "covered": len(audit.covered),
        "against": len(audit.against),
        "claims": audit.claims,
        "sentences": [_sentence(item) for item in audit.sentences],
        "text": audit.text,
    }
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def _sentence(item: DraftSentence) -> dict[str, Any]:
    covered = {n: [c.claim.id for c in item.covers if n in c.facts] for n in range(len(item.facts))}
    return {
        "line": item.line,
        "start": item.passage.start,
        "end": item.passage.end,
        "sentence": item.passage.text,
        "state": item.backing.value,
        "why": item.why_not or None,
        "facts": [
            {"kind": fact.kind.value, "start": fact.start, "end": fact.end, "text": fact.text, "claims": covered[n]}
            for n, fact in enumerate(item.facts)
        ],
        "claims": [
            {"id": cover.claim.id, "file": _file(cover.claim), "verdict": cover.label and cover.label.value}
            for cover in item.covers
        ],
        "against": [_clash(clash) for clash in item.clashes],
        "nearest": _clash(item.nearest) if item.nearest else None,
    }


def _clash(clash: Clash) -> dict[str, Any]:
    return {"id": clash.claim.id, "file": _file(clash.claim), "reason": clash.reason}


def _file(claim: Claim) -> str | None:
    return claim.location.path if claim.location else None


def uncovered(audit: DraftAudit) -> Iterator[DraftSentence]:
    """The sentences that need a claim of their own, in order."""
    for item in audit.checkable:
        if item.backing in (Backing.NAKED, Backing.PARTLY) or (item.backing is Backing.AGAINST and item.bare):
            yield item
