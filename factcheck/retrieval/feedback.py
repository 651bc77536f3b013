"""A second look: what the best passages speak of helps to find others on the same matter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.domain.ports import Query
    from factcheck.retrieval.ranking import Candidate

LOOK_AT = 3
"""How many of the best passages are looked at; they stay the first."""
_MOST_TERMS = 10
FEW = 60
"""Up to so many passages in a corpus there is no need to look twice."""


def widen(query: Query, best: Sequence[Candidate], rarity_of: Callable[[str], float]) -> Query:
    """The query with the terms that mark the best passages as further expansions.

    Pseudo-relevance feedback after Rocchio. R@10 and R@50 of Climate-FEVER rise from 0.496 and 0.726 to 0.502 and 0.732, R@10
    of SciFact from 0.938 to 0.942; on claims with an even and with an odd hash alike (`benchmarks/retrieval.py`).

    Args:
        query: What was asked.
        best: The best passages found for it, `LOOK_AT` of them.
        rarity_of: Inverse document frequency of a term.
    """
    marks: dict[str, float] = {}
    for candidate in best:
        length = candidate.length
        for term, times in candidate.counts().items():
            marks[term] = marks.get(term, 0.0) + times / length * rarity_of(term)
    ranked = sorted(marks.keys() - set(query.terms), key=lambda term: (-round(marks[term], 9), term))
    return replace(query, expansions=tuple(dict.fromkeys((*query.expansions, *ranked[:_MOST_TERMS]))))
