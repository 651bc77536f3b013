"""From lines to paragraphs: hard-wrapped lines are joined, deliberate line breaks kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

WIDEST_WRAP = 132
"""Columns beyond which a line is a paragraph of its own: terminals and typewriters wrap earlier."""
NARROWEST_WRAP = 30
"""Columns below which short lines are lines, not a wrapped text."""

_BULLETS = re.compile(r"(?:[*•·▪◦‣●■►▶-][ ]+)+")
_ITEM = re.compile(r"(?:[*•·▪◦‣●■►▶–-]|\d{1,3}[.)])[ ]")
_STOP = re.compile(r"[.!?…:;][\"'”’)\]]*$")
_EDGES = " |¦\\"

_FENCE = re.compile(r"(?:```|~~~)")
_TARGET = r"(?:\([^()\s]{0,500}(?:\([^()\s]{0,100}\))?[^()\s]{0,100}(?:\s\"[^\"\n]{0,200}\")?\)|\[[^\[\]\n]{0,100}\])"
_IMAGE = re.compile(rf"!\[[^\[\]\n]{{0,300}}\]{_TARGET}")
_LINK = re.compile(rf"\[([^\[\]\n]{{1,500}})\]{_TARGET}")
_FOOTNOTE = re.compile(r"\[\^[^\]\n]{1,30}\]:?")
_EMPHASIS = re.compile(r"(?<![\w*_])(\*{1,3}|_{1,3}|~~)(?=\S)([^*_~\n]{1,400}?)(?<=\S)\1(?![\w*_])")
_HEADING = re.compile(r"#{1,6}[ ]+(.*?)[ #]*$")
_QUOTED = re.compile(r"\s*(?:>[ ]?)+")


def lines_of(text: str) -> list[str]:
    """The lines without blanks, column bars and other marks at their edges; an empty string parts paragraphs."""
    return [line if any(map(str.isalnum, line)) else "" for line in (raw.strip(_EDGES) for raw in text.split("\n"))]


def plain_paragraphs(lines: Iterable[str]) -> Iterator[str]:
    """Paragraphs of plain text. `lines` come from `lines_of`.

    A line break inside a block is a wrap when the first word of the next line would not have fitted, or when the sentence
    plainly goes on; else it was meant: a heading, a by-line, a paragraph of its own.
    """
    for block in _blocks(lines):
        widest = max(map(len, block))
        width = widest if widest <= WIDEST_WRAP else 0
        paragraph = block[0]
        for number, (above, line) in enumerate(pairwise(block)):
            if _wraps(above, line, width=width, first=number == 0):
                paragraph = _join(paragraph, line)
            else:
                yield _bare(paragraph)
                paragraph = line
        yield _bare(paragraph)


def _without_quote_mark(line: str) -> str:
    """The line without the marks of a block quotation at its start; a `>` further on is a word of the text: "has >500 staff"."""
    mark = _QUOTED.match(line)
    return line[mark.end() :] if mark else line


def markdown_paragraphs(text: str) -> Iterator[str]:
    """Paragraphs of Markdown without its marks: images go, links leave their words, headings and items stand alone."""
    for block in _blocks(lines_of(_without_fences(text))):
        paragraph = ""
        for line in block:
            heading = _HEADING.match(line)
            if paragraph and (heading or _ITEM.match(line) or line.startswith("|")):
                yield paragraph
                paragraph = ""
            words = _bare(_unmark(heading[1] if heading else _without_quote_mark(line)))
            if words:
                paragraph = _join(paragraph, words) if paragraph else words
            if heading and paragraph:
                yield paragraph
                paragraph = ""
        if paragraph:
            yield paragraph


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in lines:
        if line:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _wraps(above: str, line: str, *, width: int, first: bool) -> bool:
    if _ITEM.match(line):
        return False
    stopped = _STOP.search(above[-4:])
    if line[0].islower() and not stopped:
        return True
    if width < NARROWEST_WRAP:
        return False
    if len(above) + 1 + len(line.split(" ", 1)[0]) > width:
        return True
    return not stopped and not first and len(above) >= 0.7 * width


def _join(paragraph: str, line: str) -> str:
    if paragraph.endswith("-") and paragraph[-2:-1].isalpha() and line[0].isalpha():
        return paragraph + line
    return f"{paragraph} {line}"


def _bare(paragraph: str) -> str:
    return _BULLETS.sub("", paragraph, count=1) if _BULLETS.match(paragraph) else paragraph


def _without_fences(text: str) -> str:
    kept: list[str] = []
    fenced = False
    for line in text.split("\n"):
        if _FENCE.match(line.lstrip()):
            fenced = not fenced
        elif not fenced:
            kept.append(line)
    return "\n".join(kept)


def _unmark(line: str) -> str:
    line = _FOOTNOTE.sub("", _LINK.sub(r"\1", _IMAGE.sub("", line)))
    return _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", line)).strip()
