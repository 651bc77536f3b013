"""Classes whose members exclude one another in one slot: a red car is not a blue car.

The table is `tables/classes.txt`, read at the first lookup.
"""

from __future__ import annotations

from functools import cache

from factcheck.text.equivalents import member_key, same, wider
from factcheck.text.tables import rows


@cache
def _classes() -> tuple[dict[str, dict[str, str]], frozenset[str]]:
    slots_of: dict[str, dict[str, str]] = {}
    hard: set[str] = set()
    for row in rows("classes"):
        head, _, slots = row.partition(":")
        name, strength = head.split()
        if strength == "hard":
            hard.add(name)
        found = slots_of.setdefault(name, {})
        for slot in slots.split():
            found.update((member_key(word), slot) for word in slot.split("/"))
    return slots_of, frozenset(hard)


@cache
def _by_key() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for name, slots in _classes()[0].items():
        for member, slot in slots.items():
            found.setdefault(member, {})[name] = slot
    return found


def names() -> frozenset[str]:
    """The names of all classes."""
    return frozenset(_classes()[0])


def members(name: str) -> frozenset[str]:
    """The keys of one class.

    Raises:
        KeyError: If there is no such class.
    """
    return frozenset(_classes()[0][name])


def is_hard(name: str) -> bool:
    """Whether two members of the class exclude one another of one bearer whatever the context.

    Hard: one person is not both mother and father. Soft: a sentence may speak of a dog and of a cat, so the slot must be
    the same: the same role beside the same other words.
    """
    return name in _classes()[1]


def exclusive(a: str, b: str) -> str | None:
    """The class in which two keys exclude one another, a hard one first; None when they do not.

    Words that mean the same, and a word and its wider word, never exclude one another.
    """
    of_a, of_b = _by_key().get(a), _by_key().get(b)
    if a == b or not of_a or not of_b or same(a, b) or a in wider(b) or b in wider(a):
        return None
    shared = [name for name in of_a if name in of_b and of_a[name] != of_b[name]]
    return min(shared, key=lambda name: (not is_hard(name), name), default=None)


def classed(word_key: str) -> bool:
    """Whether a key is a member of any class."""
    return word_key in _by_key()
