"""Text for the terminal in lines of one width: no word, address or hyphenated name is cut in two."""

from __future__ import annotations

import textwrap

from factcheck.reports.visible import visible


def wrap(text: str, width: int, *, lead: str = "", rest: str | None = None, most: int | None = None) -> list[str]:
    """The lines of a text, made visible; a word longer than a line gets one of its own.

    Args:
        text: From anywhere.
        width: Columns.
        lead: Before the first line.
        rest: Before the others; blanks as wide as `lead` by default.
        most: Lines at most; the last then ends in an ellipsis.
    """
    return textwrap.wrap(
        visible(text),
        width,
        initial_indent=lead,
        subsequent_indent=" " * len(lead) if rest is None else rest,
        max_lines=most,
        placeholder=" ...",
        break_long_words=False,
        break_on_hyphens=False,
    )
