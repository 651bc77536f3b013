"""The code host's build server, where a run is one of its steps."""

from __future__ import annotations

import os
from pathlib import Path

from factcheck.errors import Location, SettingsError

MOST_SUMMARY_BYTES = 1_000_000
"""Of one step; the server drops a summary of more than 1 MiB altogether."""


def running() -> bool:
    """Whether this is a step there."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def folder_in_repository(root: Path) -> str:
    """The project's folder within the repository, with `/` at its end; empty if they are the same."""
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if not workspace or not root.is_relative_to(workspace):
        return ""
    inside = root.relative_to(workspace).as_posix()
    return "" if inside == "." else f"{inside}/"


def summary_room() -> int:
    """Bytes that still fit into this step's summary; 0 where there is none."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return 0
    try:
        used = Path(path).stat().st_size
    except OSError:
        used = 0
    return max(MOST_SUMMARY_BYTES - used, 0)


def append_summary(text: str) -> None:
    """Add to what other commands of the step have written.

    Raises:
        SettingsError: P002 if the file cannot be written.
    """
    path = Path(os.environ["GITHUB_STEP_SUMMARY"])
    try:
        with path.open("ab") as file:
            file.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        what = f"the job summary cannot be written: {(error.strerror or str(error)).lower()}"
        mend = "write a report to a file, as md=summary.md"
        raise SettingsError("P002", what, where=Location(str(path)), mend=mend) from None
