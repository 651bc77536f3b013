"""The tutorial, done step by step: its files are written, its edits made, its commands run, its outcomes compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import factcheck.adapters.cache
import factcheck.adapters.disk_index  # loaded once out here: extension modules do not survive pytester's clean-up
import factcheck.adapters.tantivy_index
import factcheck.app
import factcheck.claimfile
import factcheck.pipeline
import factcheck.reports.explain
import factcheck.reports.json_report
import factcheck.reports.table  # noqa: F401

TUTORIAL = Path(__file__).resolve().parents[2] / "docs" / "tutorial.md"
BLOCK = re.compile(r"(?:^(Add to |In )?`([\w./-]+)`\n\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^(passed|FAILED|skipped)  +(\S+)", re.MULTILINE)


def steps() -> Iterator[tuple[str, str, str]]:
    """What to do with each block: `write`, `append` or `edit` a file, or `run` a command, with the text of the block."""
    for found in BLOCK.finditer(TUTORIAL.read_text(encoding="utf-8")):
        how, name, language, text = found.groups()
        if language == "console":
            yield "run", "", text
        else:
            yield {"In ": "edit", "Add to ": "append", None: "write"}[how], name, text


def edited(before: str, diff: str) -> str:
    """`before` with the lines of a diff exchanged."""
    old = [line[2:] for line in diff.splitlines() if line.startswith("- ")]
    new = [line[2:] for line in diff.splitlines() if line.startswith("+ ")]
    assert "\n".join(old) in before
    return before.replace("\n".join(old), "\n".join(new))


def test_the_tutorial_happens_as_told(pytester: pytest.Pytester) -> None:
    runs = 0
    for action, name, text in steps():
        path = pytester.path / name
        if action == "run":
            command, _, told = text.partition("\n")
            result = pytester.runpytest(*command.split()[2:], "-p", "factcheck.pytest_plugin")
            output = result.stdout.str()
            assert ROW.findall(output) == ROW.findall(told), command
            assert [line for line in output.splitlines() if re.match(r"\d+ claims?: |(?:do not )?publish", line)] == [
                line for line in told.splitlines() if re.match(r"\d+ claims?: |(?:do not )?publish", line)
            ]
            runs += 1
        elif action == "edit":
            path.write_text(edited(path.read_text(encoding="utf-8"), text), encoding="utf-8")
        else:
            path.parent.mkdir(exist_ok=True)
            before = path.read_text(encoding="utf-8") if action == "append" else ""
            path.write_text(before + text, encoding="utf-8")
    assert runs >= 6
