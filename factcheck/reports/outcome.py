"""From a verdict to what the run shows for the claim."""

from __future__ import annotations

from enum import StrEnum

from factcheck.domain.claim import Severity
from factcheck.domain.verdict import Label


class ClaimOutcome(StrEnum):
    """What a run shows for one claim."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    WARNED = "warned"  # a failure of a claim whose severity is not `error`: pytest shows xfailed


def outcome_of(label: Label, *, expect: Label, severity: Severity, signed_off: bool = False) -> ClaimOutcome:
    """The table of verdicts and outcomes.

    A missing verdict is never a pass, unless silence is exactly what the claim expects. `expect: conflicting` and
    `expect: missing` are met by that verdict alone. A sign-off in force makes a pass of any verdict that it covers.
    """
    if label is expect or signed_off:
        return ClaimOutcome.PASSED
    if label is Label.MISSING and expect in {Label.SUPPORTED, Label.CONTRADICTED}:
        return ClaimOutcome.SKIPPED
    return ClaimOutcome.FAILED if severity is Severity.ERROR else ClaimOutcome.WARNED
