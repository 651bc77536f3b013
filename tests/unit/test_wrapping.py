"""Lines and cells of one width, whatever strangers wrote: nothing at the start of a line is a command of a build log."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck.reports.wrapping import cell, wrap

_OBEYED = re.compile(r"^\s*::|##[A-Za-z]*\[|[\x00-\x09\x0b-\x1f\x7f\u202e]", re.MULTILINE)
_PIECES = st.sampled_from(
    ["::error::", ":", "::", "a", "ab-", " ", "\n", "\r", "\t", "##[", "##vso[", "\x1b[2J", "\u202e", "x" * 30]
)
_HOSTILE = st.lists(_PIECES, max_size=12).map("".join)  # fmt: skip


@given(_HOSTILE, st.integers(8, 40), st.sampled_from(["", "   ", "  | "]))
def test_no_line_is_obeyed(text: str, width: int, lead: str) -> None:
    assert not _OBEYED.search("\n".join(wrap(text, width, lead=lead)))


@given(_HOSTILE, st.integers(8, 40), st.none() | st.integers(1, 3))
def test_no_cell_is_obeyed_and_none_breaks_its_column(text: str, width: int, most: int | None) -> None:
    shown = cell(text, width, most=most)
    assert not _OBEYED.search(shown)
    assert all(len(line) <= width + len("<U+003A>") for line in shown.split("\n"))


def test_every_report_wraps_in_the_same_place() -> None:
    reports = Path(factcheck.__file__).parent.glob("reports/**/*.py")
    assert [path.name for path in reports if "textwrap" in path.read_text(encoding="utf-8")] == ["wrapping.py"]
