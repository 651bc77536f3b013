"""Finding the date expressions of a text."""

from __future__ import annotations

import re

from factcheck.text.date_grammar import days, told, years
from factcheck.text.date_grammar.hits import Hit, Piece, Rule
from factcheck.text.date_grammar.patterns import PREFIX, PREFIX_WORDS, STARTS, WORD

_RULES: dict[str, Rule] = days.RULES | years.RULES | told.RULES


def scan(text: str) -> list[Piece]:
    """All date expressions of a text, in order, not overlapping."""
    found: list[Piece] = []
    reached = 0
    for word in WORD.finditer(text):
        start = word.start()
        if start < reached:
            continue
        first = _kind(word[0])
        pieces: tuple[Piece, ...] = ()
        if first in PREFIX_WORDS:
            prefix = PREFIX.match(text, start)
            if prefix is not None and prefix.end() > start:
                pieces = _try(text, prefix.end(), prefix, found)
        if not pieces and first in STARTS:
            pieces = _try(text, start, None, found)
        if pieces:
            found.extend(pieces)
            reached = pieces[-1].end
    return found


def _kind(word: str) -> str:
    """The key of `STARTS` for a first word."""
    if word.isalpha():
        return word.lower()
    return "0" if word.isdigit() else "'"


def _try(text: str, place: int, prefix: re.Match[str] | None, found: list[Piece]) -> tuple[Piece, ...]:
    word = WORD.match(text, place)
    if word is None:
        return ()
    for name, pattern in STARTS.get(_kind(word[0]), ()):
        core = pattern.match(text, place)
        if core is not None:
            pieces = _RULES[name](Hit(text, name, core, prefix, found))
            if pieces:
                return pieces
    return ()
