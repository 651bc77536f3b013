"""The JSON report: one file that says everything a run found, byte for byte the same for the same input."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.reports.gate import Decision

if TYPE_CHECKING:
    from factcheck.reports.run_record import RunRecord

_GATE = {Decision.PUBLISH: "publish", Decision.DO_NOT_PUBLISH: "do-not-publish", Decision.PARTIAL: "partial"}


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
