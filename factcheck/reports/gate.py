"""The publication gate: whether a run is a reason to publish."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.reports.outcome import ClaimOutcome
from factcheck.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


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
        signed_off: Claims that pass only because a person signed them off.
        void: Claims with a sign-off that does not count, and its state: `expired`, `outdated`, `not bound`.
        drifted: Claims that changed since the lock was written.
        gone: Entries of the lock whose claims no longer exist.
        stale: Claims that must be looked at again.
        folders: The configured folders, for the message when they hold no claim.
        missing_folders: Those of them that do not exist.
        configured: How many claim files the configured folders hold.
        succeeded: Whether everything else in the run went well (other tests, pytest itself).
    """

    outcomes: Mapping[str, ClaimOutcome]
    expected: Sequence[str] = ()
    left_out: Sequence[str] = ()
    broken: Sequence[str] = ()
    unreadable: Sequence[str] = ()
    signed_off: Sequence[str] = ()
    void: Mapping[str, str] = field(default_factory=dict)
    drifted: Sequence[str] = ()
    gone: Sequence[str] = ()
    stale: Sequence[str] = ()
    folders: Sequence[str] = ()
    missing_folders: Sequence[str] = ()
    configured: int = 1
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


def count(number: int, noun: str, plural: str = "") -> str:
    """`1 claim`, `2 claims`."""
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"


def decide_gate(run: RunFacts) -> Gate:
    """Publish only if every claim of the configured folders ran and each passed; see `docs/running.md`."""
    if run.broken:
        return Gate(Decision.DO_NOT_PUBLISH, f"{_listed(run.broken)} cannot be read as claims")
    if run.missing_folders:
        verb = "is no folder" if len(run.missing_folders) == 1 else "are no folders"
        why = f"there {verb} {_listed(run.missing_folders)}: say with `claims` in [tool.factcheck] where the claims are"
        return Gate(Decision.DO_NOT_PUBLISH, why)
    missed = [nodeid for nodeid in run.expected if nodeid not in run.outcomes]
    if run.left_out:
        return Gate(Decision.PARTIAL, f"{_listed(run.left_out)} did not run")
    if missed:
        return Gate(Decision.PARTIAL, f"{len(missed)} of {count(len(run.expected), 'claim')} did not run")
    if not (run.expected and run.configured):
        return Gate(Decision.DO_NOT_PUBLISH, f"there are no claims in {_listed(run.folders)}")
    reasons = []
    by_outcome = {outcome: [nodeid for nodeid, came in run.outcomes.items() if came is outcome] for outcome in _SHORT}
    parts = [f"{len(nodeids)} {outcome} ({_listed(nodeids)})" for outcome, nodeids in by_outcome.items() if nodeids]
    if parts:
        reasons.append(", ".join(parts) + f" of {count(len(run.outcomes), 'claim')}")
    reasons += _standing(run)
    if run.unreadable:
        reasons.append(f"the corpus has {count(len(run.unreadable), 'unreadable file')} ({_listed(run.unreadable)})")
    if not reasons and not run.succeeded:
        reasons.append("the claims passed, but something else in this run failed")
    if reasons:
        return Gate(Decision.DO_NOT_PUBLISH, "; ".join(reasons))
    number = len(run.outcomes)
    why = "the only claim passed" if number == 1 else f"all {number} claims passed"
    if run.signed_off:
        why += (
            f", {len(run.signed_off)} of them signed off ({_listed(run.signed_off)})" if number > 1 else ", signed off"
        )
    return Gate(Decision.PUBLISH, why)


def _standing(run: RunFacts) -> Iterator[str]:
    """What closes the gate beside the outcomes."""
    if run.void:
        names = [f"{nodeid}: {state}" for nodeid, state in run.void.items()]
        verb = "does" if len(names) == 1 else "do"
        yield f"{count(len(names), 'sign-off')} {verb} not count ({_listed(names)})"
    if run.drifted:
        yield f"{count(len(run.drifted), 'claim')} changed since the lock ({_listed(run.drifted)})"
    if run.gone:
        yield f"{count(len(run.gone), 'entry', 'entries')} of the lock without a claim ({_listed(run.gone)})"
    if run.stale:
        yield f"{count(len(run.stale), 'claim')} stale ({_listed(run.stale)})"


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(visible(name) for name in names[:3])
    return f"{shown} and {len(names) - 3} more" if len(names) > 3 else shown
