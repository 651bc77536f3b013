"""From pieces of text on pages to paragraphs in reading order: columns, running heads, line-end hyphens.

Lengths are in points (1/72 inch), `base` counts upwards from the foot of the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from factcheck.adapters.readers.raised import raised

_EDGE_ROWS = 3
"""Rows at the head and at the foot of a page that may be running heads."""
_SHARE = 0.25
"""Share of the pages on which a running head repeats: often only on every other page, and not on the first of a chapter."""
_NEAR = 12.0
_WIDE = 1.6
"""Heights of a letter from which a gap within a row parts the cells of a table; justified lines have half of that."""
_WIDE_OF_FIGURES = 0.5
"""Likewise between two figures, which must not run together: 1,020 and 900 are not 1,020 900."""
_NARROWEST_GUTTER = 7.0
_FEWEST_ROWS = 4
_FEWEST_LETTERS = 16
"""Letters of the middle row from which a column is text; tables have fewer, and are read row by row."""
_MOST_CROSSING = 0.5
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:page\s)?(?:\d{1,4}|[ivxl]{1,6})(?:\s?(?:of|/)\s?\d{1,4})?[-–—|\s]*", re.IGNORECASE
)
_STOP = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_ITEM = re.compile(r"(?:[*•·▪◦‣●■►▶–-]|\d{1,3}[.)]|\([a-z\d]{1,3}\))\s")
_BROKEN = re.compile(r"(\w+(?:-\w+)*)-$")
_FIRST_WORD = re.compile(r"^[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_PARTS_OF_COMPOUNDS = frozenset(
    """non anti pro ex self co all half well cross mid post pre multi semi vice quasi ultra twenty thirty forty fifty sixty seventy
    eighty ninety one two three four five six seven eight nine ten low high long short full part north south east west""".split()
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters that stand side by side on one line."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a column."""

    text: str
    left: float
    right: float
    base: float
    size: float


def paragraphs_of(pages: Sequence[Sequence[Piece]]) -> list[str]:
    """The text of a document, a paragraph each, without running heads and page numbers."""
    columns = [column for page in _without_running_heads([_rows(page) for page in pages]) for column in _columns(page)]
    words = _Words(line.text for column in columns for line in column)
    found: list[str] = []
    for column in columns:
        for number, paragraph in enumerate(_paragraphs(column, words)):
            if number == 0 and found and _goes_on(found[-1], paragraph):
                found[-1] = words.join(found[-1], paragraph)
            else:
                found.append(paragraph)
    return found


# -- rows and running heads -----------------------------------------------------------------------------------------


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces on one base line together, from the head of the page down, each row from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.base, piece.left)):
        row = rows[-1] if rows else []
        if row and abs(row[0].base - piece.base) <= 0.45 * max(row[0].size, piece.size):
            row.append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda piece: piece.left)
    return rows


def _without_running_heads(pages: list[list[list[Piece]]]) -> Iterator[list[Piece]]:
    """The pieces of each page that are neither repeated at the same height of other pages nor a bare page number."""
    seen = Counter(key for page in pages for key in {_key(row) for row in _edges(page)})
    enough = max(2, _SHARE * len(pages))
    for page in pages:
        edges = _edges(page)
        dropped = {id(row) for row in edges if seen[_key(row)] >= enough}
        for row in (page[:1] + page[-1:]) if len(pages) > 1 else []:
            if _PAGE_NUMBER.fullmatch(_text_of(row)):
                dropped.add(id(row))
        yield [piece for row in page if id(row) not in dropped for piece in row]


def _edges(page: list[list[Piece]]) -> list[list[Piece]]:
    return page if len(page) <= 2 * _EDGE_ROWS else page[:_EDGE_ROWS] + page[-_EDGE_ROWS:]


def _key(row: list[Piece]) -> tuple[str, int]:
    """What a running head has in common on all pages: its place, and its words but for figures; sentences keep theirs."""
    text = _text_of(row)
    is_sentence = text.endswith((".", "!", "?")) and text.count(" ") >= 5
    return text if is_sentence else _DIGITS.sub("#", text.lower()), round(row[0].base / _NEAR)


def _text_of(row: Sequence[Piece]) -> str:
    """The words of a row; small raised digits, the marks of notes, are no part of a figure; wide gaps become bars."""
    text = row[0].text
    for before, piece in pairwise(row):
        size = max(piece.size, before.size)
        gap = piece.left - before.right
        is_mark = piece.size <= 0.92 * before.size and piece.base > before.base + 0.15 * before.size
        if is_mark and piece.text.strip().isdecimal():
            text = text.rstrip() + raised(piece.text.strip(), after=text.rstrip())
        elif gap < 0.12 * size:
            text += piece.text
        else:
            figures = text[-1:].isdigit() and piece.text[:1].isdigit()
            apart = gap > (_WIDE_OF_FIGURES if figures else _WIDE) * size and not _ITEM.fullmatch(f"{text} ")
            text += f" | {piece.text}" if apart else f" {piece.text}"
    return " ".join(text.split())


# -- columns --------------------------------------------------------------------------------------------------------


def _columns(pieces: Sequence[Piece]) -> Iterator[list[Line]]:
    """The lines of a page by columns, in reading order; what stands across the columns parts them into bands."""
    waiting = [list(pieces)]
    while waiting:
        part = waiting.pop()
        gutter = _gutter(part)
        if gutter is None:
            if part:
                yield [_line(row) for row in _rows(part)]
            continue
        bands: list[tuple[bool, list[Piece]]] = []
        for row in _rows(part):
            across = any(piece.left < gutter < piece.right for piece in row)
            if not bands or bands[-1][0] != across:
                bands.append((across, []))
            bands[-1][1].extend(row)
        for across, band in reversed(bands):
            if across:
                waiting.append(band)
            else:
                waiting.append([piece for piece in band if piece.left >= gutter])
                waiting.append([piece for piece in band if piece.left < gutter])


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """The middle of the white strip between two columns of text, if there is one."""
    if len(pieces) < 2 * _FEWEST_ROWS:
        return None
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    width = int(right - left)
    if not 100 <= width <= 5_000:
        return None
    edges = [0] * (width + 2)
    for piece in pieces:
        edges[max(0, int(piece.left - left))] += 1
        edges[min(width, int(piece.right - left)) + 1] -= 1
    crossing = 0
    best: tuple[int, int, int] | None = None  # crossing pieces, minus the width of the strip, its start
    start = 0
    counts: list[int] = []
    for at in range(width + 1):
        crossing += edges[at]
        counts.append(crossing)
    for at in range(1, width + 2):
        if at <= width and counts[at] == counts[start]:
            continue
        if at - start >= _NARROWEST_GUTTER - 1 and 0.15 * width < (start + at) / 2 < 0.85 * width:
            best = min(filter(None, (best, (counts[start], start - at, start))))
        start = at
    if best is None:
        return None
    gutter = left + best[2] - best[1] / 2
    return gutter if _parts_text(pieces, gutter) else None


def _parts_text(pieces: Sequence[Piece], gutter: float) -> bool:
    before = _rows([piece for piece in pieces if piece.right <= gutter])
    after = _rows([piece for piece in pieces if piece.left >= gutter])
    across = sum(1 for piece in pieces if piece.left < gutter < piece.right)
    if min(len(before), len(after)) < _FEWEST_ROWS or across > _MOST_CROSSING * (len(before) + len(after)):
        return False
    if min(median(len(_text_of(row)) for row in side) for side in (before, after)) < _FEWEST_LETTERS:
        return False
    top, bottom = min(before[0][0].base, after[0][0].base), max(before[-1][0].base, after[-1][0].base)
    shortest = min(side[0][0].base - side[-1][0].base for side in (before, after))
    return top - bottom >= 0.5 * shortest


def _line(row: list[Piece]) -> Line:
    size = max(row, key=lambda piece: len(piece.text)).size
    return Line(_text_of(row), row[0].left, max(piece.right for piece in row), min(piece.base for piece in row), size)


# -- paragraphs -----------------------------------------------------------------------------------------------------


def _paragraphs(column: list[Line], words: _Words) -> Iterator[str]:
    lines = [line for line in column if line.text]
    if not lines:
        return
    right = max(line.right for line in lines)
    left = min(line.left for line in lines)
    steps = [above.base - line.base for above, line in pairwise(lines) if above.base > line.base]
    step = median(steps) if steps else 0.0
    paragraph = lines[0].text
    for number, (above, line) in enumerate(pairwise(lines)):
        below = lines[number + 2] if number + 2 < len(lines) else None
        if _starts(above, line, below, left=left, right=right, step=step):
            yield paragraph
            paragraph = line.text
        else:
            paragraph = words.join(paragraph, line.text)
    yield paragraph


def _starts(above: Line, line: Line, below: Line | None, *, left: float, right: float, step: float) -> bool:
    """Whether a line opens a paragraph: after a wider gap, another size of letters, a line that had room, or by its indent."""
    gap = above.base - line.base
    if " | " in line.text or " | " in above.text:
        return True
    if (
        gap > 1.45 * step
        or gap < 0
        or abs(above.size - line.size) > 0.15 * max(above.size, line.size)
        or _ITEM.match(line.text)
    ):
        return True
    letter = (line.right - line.left) / max(1, len(line.text))
    if line.left > above.left + 0.8 * line.size and (below is None or below.left < line.left - 0.5 * line.size):
        return bool(_STOP.search(above.text)) or above.left > left + 0.5 * line.size
    room = right - above.right - letter * (len(line.text.split(" ", 1)[0]) + 1)
    if _STOP.search(above.text):
        return room > 3 * letter
    return room > 0.4 * (right - left) and not line.text[0].islower()


def _goes_on(paragraph: str, following: str) -> bool:
    """Whether a paragraph was only broken by the end of a column or page."""
    return not _STOP.search(paragraph) and (
        following[0].islower() or (paragraph.endswith("-") and following[0].isalpha())
    )


class _Words:
    """The words of a document, which tell a hyphen at a line's end from one that belongs to the word."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._whole = {word.lower() for line in lines for word in _WORD.findall(line.rstrip("-"))}

    def join(self, above: str, line: str) -> str:
        """Two lines as one. `minis-` and `ters` are one word; `US-` and `led`, `COVID-` and `19` keep their hyphen."""
        broken = _BROKEN.search(above)
        rest = _FIRST_WORD.match(line)
        if not broken:
            return f"{above} {line}"
        if not rest:
            return above + line
        first, second = broken[1], rest[0]
        if f"{first}-{second}".lower() in self._whole and f"{first}{second}".lower() not in self._whole:
            return above + line
        last = first.rpartition("-")[2]
        known = f"{first}{second}".lower() in self._whole
        if not known and (
            not second[0].islower() or last.isupper() or last[-1].isdigit() or last.lower() in _PARTS_OF_COMPOUNDS
        ):
            return above + line
        return above[:-1] + line
