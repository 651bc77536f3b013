"""The JSON report: one file that says everything a run found, byte for byte the same for the same input."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from factcheck.reports.gate import Decision, Gate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from factcheck.reports.record import ClaimRecord

_GATE = {Decision.PUBLISH: "publish", Decision.DO_NOT_PUBLISH: "do-not-publish", Decision.PARTIAL: "partial"}


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


def json_report(run: RunRecord) -> str:
    """The report as JSON text with a final line break, as `report.schema.json` describes it."""
    gate = {"decision": _GATE[run.gate.decision], "why": run.gate.why} if run.gate else None
    report = {
        "version": 1,
        "today": run.today.isoformat(),
        "model": run.model,
        "versions": dict(sorted(run.versions.items())),
        "gate": gate,
        "problems": list(run.problems),
        "notes": list(run.notes),
        "corpus": run.corpus,
        "lock": run.lock,
        "claims": list(run.claims),
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
