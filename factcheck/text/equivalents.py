"""Words that may stand for one another in two reports of one fact, phrases that act as one word, and wider words.

The tables are `tables/phrases.txt`, `tables/equivalents.txt` and `tables/wider.txt`; all lookups are on keys
(`factcheck.text.words.key`). They are read at the first lookup, not at import.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factcheck.text.tables import rows
from factcheck.text.words import key

if TYPE_CHECKING:
    from collections.abc import Sequence

NOTHING: frozenset[str] = frozenset()


@cache
def phrases() -> dict[tuple[str, ...], str]:
    """Keys of the words of each phrase, to the one key it stands for: ("step", "down") gives "resign"."""
    found: dict[tuple[str, ...], str] = {}
    for row in rows("phrases"):
        head, _, members = row.partition(":")
        meaning = head if "_" in head else key(head)
        for member in members.split(","):
            found[tuple(key(word) for word in member.split())] = meaning
    return found


@cache
def _phrases_by_first_key() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases(), key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return found


def fold(keys: Sequence[str]) -> list[tuple[str, int, int]]:
    """Join phrases into one key each, longest first, from left to right.

    Args:
        keys: The keys of the words of a sentence, in order.

    Returns:
        (key, i, j) for `keys[i:j]`; words outside any phrase keep their key.
    """
    starts = _phrases_by_first_key()
    meanings = phrases()
    folded: list[tuple[str, int, int]] = []
    at = 0
    while at < len(keys):
        for phrase in starts.get(keys[at], ()):
            if tuple(keys[at : at + len(phrase)]) == phrase:
                folded.append((meanings[phrase], at, at + len(phrase)))
                break
        else:
            folded.append((keys[at], at, at + 1))
        at = folded[-1][2]
    return folded


def member_key(member: str) -> str:
    """The key of a table entry: a word, or a phrase of `phrases.txt` written with underscores.

    Raises:
        KeyError: If a phrase is not in `phrases.txt`.
    """
    if "_" not in member:
        return key(member)
    if member in _phrase_meanings():
        return member
    return phrases()[tuple(key(word) for word in member.split("_"))]


@cache
def _phrase_meanings() -> frozenset[str]:
    return frozenset(phrases().values())


@cache
def groups() -> tuple[frozenset[str], ...]:
    """The groups, in the order of the table."""
    return tuple(frozenset(map(member_key, row.split())) for row in rows("equivalents"))


@cache
def _related() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in groups():
        for member in group:
            found[member] = found.get(member, NOTHING) | group
    return found


def related(word_key: str) -> frozenset[str]:
    """All keys of all groups of this key, itself included; empty when it is in none."""
    return _related().get(word_key, NOTHING)


def same(a: str, b: str) -> bool:
    """Whether two keys may stand for one another: equal, or together in one group.

    Gets right: "withdraw" and "exit". Gets wrong: "strike" (of workers) and "attack", since it sees no context.
    """
    return a == b or b in related(a)


@cache
def _wider() -> dict[str, frozenset[str]]:
    above: dict[str, set[str]] = {}
    for row in rows("wider"):
        wide, _, members = row.partition(":")
        for member in members.split():
            above.setdefault(member_key(member), set()).update(map(member_key, wide.split()))

    def climb(start: str) -> frozenset[str]:
        seen: set[str] = set()
        queue = [start]
        while queue:
            fresh = above.get(queue.pop(), set()) - seen
            seen |= fresh
            queue.extend(fresh)
        return frozenset(seen - {start})

    return {member: climb(member) for member in above}


def wider(specific: str) -> frozenset[str]:
    """All wider keys: a claim with one of them is borne out by a passage with `specific`, never the other way round."""
    return _wider().get(specific, NOTHING)


@cache
def _narrower() -> dict[str, frozenset[str]]:
    below: dict[str, set[str]] = {}
    for specific, wides in _wider().items():
        for wide in wides:
            below.setdefault(wide, set()).add(specific)
    return {wide: frozenset(members) for wide, members in below.items()}


def narrower(wide: str) -> frozenset[str]:
    """All keys that this one is wider than, see `wider`."""
    return _narrower().get(wide, NOTHING)
