"""What a run over claim files has found so far."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from factcheck.reports.run_record import RunRecord

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.domain.lock import Seen
    from factcheck.reports.gate import Gate
    from factcheck.reports.record import ClaimLine
    from factcheck.reports.run_record import CorpusRecord, LockRecord, ProblemRecord


@dataclass(slots=True)
class Findings:
    """What a run has found so far, its own or that of its workers.

    Attributes:
        expected: Node ids of all claims in the files that were read; None while no worker has told its own.
        files: The claim files that were read, as they are shown.
        faults: Of claim files and of the project itself, once each.
        unjudged: What kept claims from being judged, once each.
        results: What ran, by node id.
        seen: The claims as a new lock will have them, by node id.
        refused: Why nothing can run; None if it can.
    """

    expected: dict[str, None] | None
    files: dict[str, None] = field(default_factory=dict)
    faults: dict[str, ProblemRecord] = field(default_factory=dict)
    unjudged: dict[str, ProblemRecord] = field(default_factory=dict)
    results: dict[str, ClaimLine] = field(default_factory=dict)
    seen: dict[str, Seen] = field(default_factory=dict)
    refused: str | None = None
    corpus: CorpusRecord | None = None
    corpus_problems: list[ProblemRecord] = field(default_factory=list)
    corpus_notes: list[ProblemRecord] = field(default_factory=list)
    model: str | None = None
    lock: LockRecord | None = None
    gate: Gate | None = None

    def add_fault(self, fault: ProblemRecord) -> None:
        """Remember a fault of a claim file or of the project, once."""
        self.faults[json.dumps(fault)] = fault

    def lines(self) -> list[ClaimLine]:
        """What ran, in the order of files and lines, whatever the order in which it ran."""
        return sorted(self.results.values())

    def broken(self) -> list[str]:
        """The files with faults, once each."""
        return list(dict.fromkeys(fault["path"] for fault in self.faults.values()))

    def record(self, today: str, versions: Mapping[str, str]) -> RunRecord:
        """All of it, for the reports; `today` is an ISO date."""
        return RunRecord(
            today=date.fromisoformat(today),
            versions=versions,
            claims=[line.record() for line in self.lines()],
            problems=[*self.faults.values(), *self.unjudged.values(), *self.corpus_problems],
            notes=self.corpus_notes,
            corpus=self.corpus,
            model=self.model,
            gate=self.gate,
            lock=self.lock,
        )
