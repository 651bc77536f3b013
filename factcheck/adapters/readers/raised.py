"""Small raised letters: the mark of a note must not become a digit of the figure that it stands at."""

from __future__ import annotations

import re

_SUPERSCRIPTS = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
_FIGURES = re.compile(r"[\d,\s]+")
_SIGNED = re.compile(r"[+\-−]\d{1,3}")
_LETTER = re.compile(r"[\[(][a-z]{1,2}[\])]")
_AREA = re.compile(r"(?:^|[\s\d])(?:km|m|cm|mm|mi|ft|yd|in)$")
_BASE = re.compile(r"(?<![\d.,])(?:\d{1,2}|e)$")
_NOTE = "[](){}*†‡§ "


def raised(words: str, *, after: str) -> str:
    """How raised letters are written in plain text: powers as superscripts, marks of notes not at all, ordinals as they are.

    Gets right: `48,200` and a raised `1` is 48,200, `km` and a raised `2` is km², `1` and a raised `st` is 1st. Gets wrong: a note at
    a figure of one or two digits, which it takes for a power: `12¹`; such a figure then counts as not stated.

    Args:
        words: The raised letters.
        after: The text that they follow.
    """
    bare = words.strip(_NOTE)
    if _SIGNED.fullmatch(bare):
        return bare.translate(_SUPERSCRIPTS)
    if bare and not _FIGURES.fullmatch(bare):
        return "" if _LETTER.fullmatch(words) else words
    if bare == words and (_BASE.search(after[-20:]) or (words in {"2", "3"} and _AREA.search(after[-20:]))):
        return words.translate(_SUPERSCRIPTS)
    return ""
