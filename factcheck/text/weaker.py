"""Deeds that come near another and do not say that it was done: nominated for a prize, and won it.

The table is `tables/weaker.txt`, read at the first lookup.
"""

from __future__ import annotations

from functools import cache

from factcheck.text.equivalents import member_key, related
from factcheck.text.tables import rows


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in rows("weaker"):
        deed, _, others = row.partition(":")
        found[member_key(deed.strip())] = frozenset(map(member_key, others.split()))
    return found


def falls_short(deed: str, told: str) -> bool:
    """Whether one deed, by its key, leads up to another, answers it or comes near it.

    Gets right: "nominated" falls short of "won", "arrested" of "jailed". Gets wrong: what only the object tells ("shot a film").
    """
    return any(
        told == weaker or told in related(weaker)
        for known in {deed, *related(deed)}
        for weaker in _table().get(known, ())
    )
