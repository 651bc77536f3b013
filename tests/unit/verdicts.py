"""Verdicts made by hand, for tests of what is shown."""

from __future__ import annotations

from datetime import date

from factcheck.domain.claim import Claim, Policy, Severity
from factcheck.domain.evidence import Evidence, Stance
from factcheck.domain.source import Passage, Source
from factcheck.domain.verdict import Label, MissingReason, Origins, Verdict
from factcheck.errors import Location
from factcheck.reports.record import ClaimRecord, claim_line, verdict_text

SOURCE = Source(
    text="The storm closed forty schools on Monday.\nOfficials said 2,500 people left their homes in the valleys.",
    id="wire-1",
    publisher="Sample Wire",
    published=date(2024, 1, 10),
    path="wire-1.txt",
)
PASSAGE = Passage(SOURCE, 42, len(SOURCE.text))


def evidence(
    stance: Stance, *, reason: str = "2,500 people differs from 3,500 people", passage: Passage = PASSAGE
) -> Evidence:
    return Evidence(passage, stance, reasons=(reason,), score=0.984, origin="Sample Wire")


def verdict(label: Label, *, claim: Claim | None = None, passage: Passage = PASSAGE) -> Verdict:
    claim = claim or Claim("About 3,500 people left their homes.")
    for_it, against_it = evidence(Stance.SUPPORTS, passage=passage), evidence(Stance.REFUTES, passage=passage)
    match label:
        case Label.SUPPORTED:
            return Verdict(claim, label, evidence=(for_it,), origins=Origins(1, 0), score=0.98)
        case Label.CONTRADICTED:
            return Verdict(claim, label, evidence=(against_it,), origins=Origins(0, 1), score=0.98)
        case Label.CONFLICTING:
            return Verdict(claim, label, evidence=(against_it, for_it), origins=Origins(1, 1), score=0.5)
        case Label.MISSING:
            near = evidence(Stance.NEUTRAL, passage=passage)
            return Verdict(claim, label, reason=MissingReason.DETAIL_NOT_STATED, near_misses=(near,))


def claim_of(number: int = 1, *, expect: Label = Label.SUPPORTED, severity: Severity = Severity.ERROR) -> Claim:
    return Claim(
        "About 3,500 people left their homes.",
        id=f"homes-{number}",
        written_id=True,
        location=Location("claims/storm.yaml", number + 2, 5),
        suite="The storm",
        expect=expect,
        policy=Policy(severity=severity),
    )


def record(
    label: Label, number: int = 1, *, expect: Label = Label.SUPPORTED, severity: Severity = Severity.ERROR
) -> ClaimRecord:
    claim = claim_of(number, expect=expect, severity=severity)
    said = verdict_text(verdict(label, claim=claim))
    return claim_line(claim, said, nodeid=f"claims/storm.yaml::{claim.id}").record()
