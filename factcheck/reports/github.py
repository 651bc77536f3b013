"""Annotations: lines that a code host shows beside the claim they are about."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.reports.concerns import concerns, needs_a_look
from factcheck.reports.failure import why
from factcheck.reports.outcome import ClaimOutcome
from factcheck.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.reports.record import ClaimRecord
    from factcheck.reports.run_record import ProblemRecord

MOST_OF_A_LEVEL = 10
"""As many as the code host shows of one level for one step."""
_LEVELS = {ClaimOutcome.FAILED: "error", ClaimOutcome.WARNED: "warning", ClaimOutcome.SKIPPED: "warning"}


def annotation_lines(
    claims: Iterable[ClaimRecord], problems: Sequence[ProblemRecord], *, gated: bool, folder: str = ""
) -> list[str]:
    """One line for each fault of a claim file and each claim that did not pass, at most ten of a level.

    Args:
        claims: In the order of files and lines.
        problems: Faults of claim files.
        gated: Whether a claim without evidence stops publication, so that it is an error too.
        folder: The project within the repository, with `/` at its end; empty if they are the same.
    """
    seen: Counter[str] = Counter()
    lines = []
    for level, line in (*_faults(problems, folder), *_claims(claims, folder, gated=gated)):
        seen[level] += 1
        if seen[level] <= MOST_OF_A_LEVEL:
            lines.append(line)
    return lines


def _faults(problems: Sequence[ProblemRecord], folder: str) -> Iterator[tuple[str, str]]:
    for problem in problems:
        place = {"file": folder + problem["path"], "line": problem["line"], "col": problem["column"]}
        mend = f" ({problem['mend']})" if problem["mend"] else ""
        yield "error", _command("error", [f"{problem['what']}{mend}"], **place, title=problem["code"])


def _claims(claims: Iterable[ClaimRecord], folder: str, *, gated: bool) -> Iterator[tuple[str, str]]:
    for record in claims:
        if not record["file"] or not needs_a_look(record):
            continue
        level = "error" if gated else _LEVELS.get(ClaimOutcome(record["outcome"]), "warning")
        found = [why(record)] if record["outcome"] != ClaimOutcome.PASSED else []
        found += [f"{concern.title}: {concern.what}" for concern in concerns(record)]
        title = f"{record['verdict']}: {record['id']}"
        place = {"file": folder + record["file"], "line": record["line"]}
        yield level, _command(level, [record["claim"], *filter(None, found)], **place, title=title)


def _command(level: str, lines: Sequence[str], **properties: str | int | None) -> str:
    """A workflow command; whatever the words are, they end neither its line nor its properties."""
    stated = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value)
    data = "%0A".join(visible(line).replace("%", "%25") for line in lines)
    return f"::{level} {stated}::{data}"


def _property(value: str) -> str:
    return visible(value).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
