"""Words that cannot both hold of one thing at one time.

Tables: `tables/opposites.txt` (two sides), `tables/contraries.txt` (one scale) and `tables/prefixes.txt` (un-, in-, dis- ...:
computed, but only for the words listed, with and without a hyphen). Read at the first lookup.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations, product

from factcheck.text.equivalents import NOTHING, member_key
from factcheck.text.tables import rows
from factcheck.text.words import key


@cache
def contraries() -> tuple[frozenset[str], ...]:
    """Groups whose members exclude one another on one scale: "first" and "last"."""
    return tuple(frozenset(map(member_key, row.split())) for row in rows("contraries"))


def _sides(row: str, sign: str) -> set[tuple[str, str]]:
    left, _, right = row.partition(sign)
    return set(product(map(member_key, left.split()), map(member_key, right.split())))


@cache
def pairs() -> frozenset[tuple[str, str]]:
    """All pairs of opposite keys, each in both orders."""
    found: set[tuple[str, str]] = set()
    for row in rows("opposites"):
        found |= _sides(row, ">" if ">" in row else "|")
    for row in rows("prefixes"):
        prefix, _, words = row.partition(":")
        found.update((key(word), key(prefix + mark + word)) for word in words.split() for mark in ("", "-"))
    for group in contraries():
        found.update(combinations(sorted(group), 2))
    return frozenset(found | {(b, a) for a, b in found})


@cache
def _in_turn() -> frozenset[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for row in rows("opposites"):
        if ">" in row:
            found |= _sides(row, ">")
    return frozenset(found | {(b, a) for a, b in found})


def in_turn(a: str, b: str) -> bool:
    """Whether two opposites may both be true one after the other: troops that entered can leave later.

    Such a pair is a contradiction only when both speak of one time.
    """
    return (a, b) in _in_turn()


@cache
def _opposed() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for a, b in pairs():
        found.setdefault(a, set()).add(b)
    return {word: frozenset(others) for word, others in found.items()}


def opposed(word_key: str) -> frozenset[str]:
    """All keys opposite to this one."""
    return _opposed().get(word_key, NOTHING)


def opposite(a: str, b: str) -> bool:
    """Whether two keys exclude one another.

    Only on the aligned predicate or modifier: "rose" and "fell" about two different figures are no conflict.
    Gets right: "approve" and "reject". Gets wrong: "open" and "close" in "open an account" and "close friends".
    """
    return b in opposed(a)
