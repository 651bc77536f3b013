"""Text for the terminal in lines of one width, made visible: every report that wraps does it here."""

from __future__ import annotations

import textwrap

from factcheck.reports.visible import visible, visible_lines


def wrap(text: str, width: int, *, lead: str = "", rest: str | None = None, most: int | None = None) -> list[str]:
    """The lines of a text: no word, address or hyphenated name is cut in two, a word longer than a line gets one of its own.

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


def cell(text: str, width: int, *, rest: str = "", most: int | None = None) -> str:
    """The lines of a text as a cell of a table, whose column stays as wide as it is: a longer word is cut.

    Args:
        text: From anywhere.
        width: Columns; what is spelled out at a cut may stand out by a few.
        rest: Before the lines behind the first.
        most: Lines at most; the last then ends in an ellipsis.
    """
    lines = textwrap.wrap(visible(text), width, subsequent_indent=rest, max_lines=most, placeholder=" ...")
    return visible_lines("\n".join(lines))
