"""What every report of a whole run is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from factcheck.reports.gate import Gate
    from factcheck.reports.record import ClaimRecord


class ProblemRecord(TypedDict):
    """A fault of a claim file or a file of the corpus that could not be read."""

    path: str
    line: int | None
    column: int | None
    code: str
    what: str
    mend: str


class CorpusRecord(TypedDict):
    """What the claims were checked against; `folder` is empty for a corpus that is none."""

    folder: str
    sources: int
    digest: str


class LockRecord(TypedDict):
    """What a run saw of the lock.

    `gone` are node ids of entries whose claims no longer exist; `versions` says in words what judges now with another
    version than when the lock was written.
    """

    path: str
    entries: int
    gone: list[str]
    versions: list[str]


@dataclass(frozen=True, slots=True)
class RunRecord:
    """Everything that a report of a whole run needs.

    Attributes:
        today: The day that the run took for today.
        model: `name@sha256` of the model, None when none was asked.
        versions: Of everything that verdicts depend on, by distribution.
        gate: What the gate said; None when the run was not gated.
        problems: Faults of claim files, then what could not be read in the corpus.
        notes: What is worth knowing about the corpus without being a fault.
        corpus: None when no claim was checked, so that no corpus was opened.
        lock: None when the run looked at no lock.
        claims: In the order of files and lines.
    """

    today: date
    versions: Mapping[str, str]
    claims: Sequence[ClaimRecord]
    problems: Sequence[ProblemRecord] = ()
    notes: Sequence[ProblemRecord] = ()
    corpus: CorpusRecord | None = None
    gate: Gate | None = None
    lock: LockRecord | None = None
    model: str | None = None
