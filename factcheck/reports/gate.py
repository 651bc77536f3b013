"""The publication gate: whether a run is a reason to publish."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.reports.outcome import ClaimOutcome

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


_SHORT = (ClaimOutcome.FAILED, ClaimOutcome.SKIPPED, ClaimOutcome.WARNED)


class Decision(StrEnum):
    """What the gate says."""

    PUBLISH = "publish"
    DO_NOT_PUBLISH = "do not publish"
    PARTIAL = "partial run"


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What a run did, as far as the gate asks.

    Attributes:
        outcomes: Outcome of each claim that ran, by node id.
        expected: Node ids of all claims in the files that were read.
        left_out: Files of the configured folders that were not read although nothing is wrong with them.
        broken: Claim files with faults.
        unreadable: Files of the corpus that could not be read.
        folders: The configured folders, for the message when they hold no claim.
        succeeded: Whether everything else in the run went well (other tests, pytest itself).
    """

    outcomes: Mapping[str, ClaimOutcome]
    expected: Sequence[str] = ()
    left_out: Sequence[str] = ()
    broken: Sequence[str] = ()
    unreadable: Sequence[str] = ()
    folders: Sequence[str] = ()
    succeeded: bool = True


@dataclass(frozen=True, slots=True)
class Gate:
    """The decision and why."""

    decision: Decision
    why: str

    def __str__(self) -> str:
        """The last line of a run under the gate."""
        if self.decision is Decision.PARTIAL:
            return f"{self.decision}: no decision ({self.why})"
        return f"{self.decision}: {self.why}"


def count(number: int, noun: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def decide_gate(run: RunFacts) -> Gate:
    """Publish only if every claim of the configured folders ran and each passed; see `docs/running.md`."""
    if run.broken:
        return Gate(Decision.DO_NOT_PUBLISH, f"{_listed(run.broken)} cannot be read as claims")
    missed = [nodeid for nodeid in run.expected if nodeid not in run.outcomes]
    if run.left_out:
        return Gate(Decision.PARTIAL, f"{_listed(run.left_out)} did not run")
    if missed:
        return Gate(Decision.PARTIAL, f"{len(missed)} of {count(len(run.expected), 'claim')} did not run")
    if not run.expected:
        return Gate(Decision.DO_NOT_PUBLISH, f"there are no claims in {_listed(run.folders)}")
    reasons = []
    by_outcome = {outcome: [nodeid for nodeid, came in run.outcomes.items() if came is outcome] for outcome in _SHORT}
    parts = [f"{len(nodeids)} {outcome} ({_listed(nodeids)})" for outcome, nodeids in by_outcome.items() if nodeids]
    if parts:
        reasons.append(", ".join(parts) + f" of {count(len(run.outcomes), 'claim')}")
    if run.unreadable:
        reasons.append(f"the corpus has {count(len(run.unreadable), 'unreadable file')} ({_listed(run.unreadable)})")
    if not reasons and not run.succeeded:
        reasons.append("the claims passed, but something else in this run failed")
    if reasons:
        return Gate(Decision.DO_NOT_PUBLISH, "; ".join(reasons))
    number = len(run.outcomes)
    return Gate(Decision.PUBLISH, "the only claim passed" if number == 1 else f"all {number} claims passed")


def _listed(names: Sequence[str]) -> str:
    if len(names) <= 3:
        return ", ".join(names)
    return ", ".join(names[:3]) + f" and {len(names) - 3} more"
