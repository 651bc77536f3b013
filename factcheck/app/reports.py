"""Which reports are written, and where."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from factcheck.adapters import github, output
from factcheck.adapters.entry_points import OURS, known, load
from factcheck.errors import FactcheckError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from factcheck.reports.record import ClaimLine
    from factcheck.reports.run_record import ProblemRecord, RunRecord

GROUP = "factcheck.reports"
REPORTS = tuple(OURS[GROUP])


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


def report_targets(stated: Sequence[str], folder: Path, *, further: Sequence[str] = ()) -> list[tuple[str, Path]]:
    """Format and path of each `FORMAT=PATH`.

    Args:
        stated: As given to `--factcheck-report`.
        folder: What a relative path is relative to.
        further: Formats of third parties that the project names.

    Raises:
        SettingsError: S004 for an unknown format or another shape, S005 for a path that cannot be written, S010 or S011 for
            a format that is named but not there.
    """
    targets: list[tuple[str, Path]] = []
    for text in stated:
        form, separator, path = text.partition("=")
        if not separator or not path:
            raise SettingsError(
                "S004", f"--factcheck-report {text!r} names no file", mend="write it as json=report.json"
            )
        _refuse_unknown(form, further)
        target = folder / path
        if target in (taken for _, taken in targets):
            raise SettingsError("S004", f"two reports want the file `{path}`", mend="name a file for each")
        output.check_writable(target)
        targets.append((form, target))
    return targets


def _refuse_unknown(form: str, further: Sequence[str]) -> None:
    if form in further:
        load(GROUP, form)
    elif form not in REPORTS:
        mend = f"known formats: {', '.join((*REPORTS, *further))}"
        if form in known(GROUP):
            mend = f'it is installed: name it in [tool.factcheck], as reports = ["{form}"]'
        raise SettingsError("S004", f"unknown report format `{form}`", mend=mend)


def write_reports(targets: Iterable[tuple[str, Path]], run: RunRecord) -> None:
    """Write each report, whole or not at all.

    Raises:
        SettingsError: S005 if one cannot be written; P001 if a format of a third party fails, once the others are written.
    """
    failed: SettingsError | None = None
    for form, path in targets:
        try:
            text = _rendered(form, run)
        except SettingsError as error:
            failed = error
        else:
            output.write_whole(path, text)
    if failed:
        raise failed


def _rendered(form: str, run: RunRecord) -> str:
    render = load(GROUP, form)
    if form in REPORTS:
        return str(render(run))
    mend = "report it to those who made the format, or leave it out"
    try:
        text = render(run)
    except Exception as error:
        what = f"the report format `{form}` failed: {type(error).__name__}: {error}"
        raise SettingsError("P001", what, mend=mend) from error
    if not isinstance(text, str):
        raise SettingsError("P001", f"the report format `{form}` gave no text", mend=mend)
    return text


def annotation_lines(
    lines: Iterable[ClaimLine], faults: Sequence[ProblemRecord], root: Path, *, gated: bool
) -> list[str]:
    """What to print so that the code host marks the claims that did not pass; nothing elsewhere."""
    if not github.running():
        return []
    from factcheck.reports import github as marks  # noqa: PLC0415  (start-up cost)

    folder = github.folder_in_repository(root)
    return marks.annotation_lines((line.record() for line in lines), faults, gated=gated, folder=folder)


def wants_summary() -> bool:
    """Whether the run is a step of a build server that shows a summary of it."""
    return github.running() and github.summary_room() > 0


def write_summary(run: RunRecord) -> None:
    """Add the report to the summary of the step.

    Raises:
        SettingsError: P002 if it cannot be written.
    """
    from factcheck.reports.markdown_report import shortened  # noqa: PLC0415  (start-up cost)

    github.append_summary(shortened(run, limit=github.summary_room()))


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


def sources_schema_text() -> str:
    """The JSON Schema of `sources.yaml` files, as text."""
    return resources.files("factcheck.sources").joinpath("sources.schema.json").read_text(encoding="utf-8")


def report_schema_text() -> str:
    """The JSON Schema of the JSON report, as text."""
    return resources.files("factcheck.reports").joinpath("report.schema.json").read_text(encoding="utf-8")
