"""Words that say that a figure moved: which way, and how many times over. The table is `tables/moves.txt`."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from factcheck.text.equivalents import member_key
from factcheck.text.tables import rows
from factcheck.text.words import key

_SIGNS = {"up": 1, "down": -1, "either": 0}


@cache
def _table() -> dict[str, tuple[int, Decimal | None]]:
    found: dict[str, tuple[int, Decimal | None]] = {}
    for row in rows("moves"):
        way, _, words = row.partition(":")
        for entry in words.split():
            word, _, times = entry.partition("=")
            found[member_key(word)] = _SIGNS[way], Decimal(times) if times else None
    return found


def direction(word_key: str) -> int | None:
    """1 for a word that says that a figure rose, -1 for one that fell, 0 for one that moved; None for any other word.

    Gets right: "rise", "growth", "halve". Gets wrong: "cut" in "cut the ribbon", so figures must stand with it.
    """
    return _table().get(word_key, (None, None))[0]


def times_of(word: str) -> Decimal | None:
    """How many times the old figure the new one is: 2 for "doubled"."""
    return _table().get(key(word), (None, None))[1]


def multiplies(word_key: str) -> bool:
    """Whether a word says by itself how many times over: "double"."""
    return _table().get(word_key, (None, None))[1] is not None
