"""Which reports are written, and where."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from factcheck.adapters import output
from factcheck.errors import FactcheckError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from factcheck.reports.json_report import ProblemRecord, RunRecord

REPORTS = ("json",)


def fault_record(error: FactcheckError) -> ProblemRecord:
    """A fault of the user's input as plain values."""
    where = error.where
    return {
        "path": where.path if where else "",
        "line": where.line or None if where else None,
        "column": where.column or None if where else None,
        "code": error.code,
        "what": error.what,
        "mend": error.mend,
    }


def report_targets(stated: Sequence[str], folder: Path) -> list[tuple[str, Path]]:
    """Format and path of each `FORMAT=PATH`.

    Args:
        stated: As given to `--factcheck-report`.
        folder: What a relative path is relative to.

    Raises:
        SettingsError: S004 for an unknown format or another shape, S005 for a path that cannot be written.
    """
    targets = []
    for text in stated:
        form, separator, path = text.partition("=")
        if not separator or not path:
            raise SettingsError(
                "S004", f"--factcheck-report {text!r} names no file", mend="write it as json=report.json"
            )
        if form not in REPORTS:
            known = ", ".join(REPORTS)
            raise SettingsError("S004", f"unknown report format `{form}`", mend=f"known formats: {known}")
        target = folder / path
        output.check_writable(target)
        targets.append((form, target))
    return targets


def write_reports(targets: Iterable[tuple[str, Path]], run: RunRecord) -> None:
    """Write each report, whole or not at all.

    Raises:
        SettingsError: S005 if one cannot be written.
    """
    from factcheck.reports.json_report import json_report  # noqa: PLC0415  (start-up cost)

    for _, path in targets:
        output.write_whole(path, json_report(run))


def check_writable(path: Path) -> None:
    """Find out before a long run whether its report can be written.

    Raises:
        SettingsError: S005 if not.
    """
    output.check_writable(path)


def write_text(path: Path, text: str) -> None:
    """Write one report that the user named, whole or not at all.

    Raises:
        SettingsError: S005 if it cannot be written.
    """
    output.write_whole(path, text)


def report_schema_text() -> str:
    """The JSON Schema of the JSON report, as text."""
    return resources.files("factcheck.reports").joinpath("report.schema.json").read_text(encoding="utf-8")
