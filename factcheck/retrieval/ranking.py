"""The order of passages: BM25 over our own terms, computed from exact counts and so the same whatever found the passages."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from factcheck.retrieval.query import weigh
from factcheck.retrieval.tokens import passage_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from factcheck.domain.ports import Query
    from factcheck.domain.source import Passage

# The usual values, and those of the embedded engine.
_K1 = 1.2
_B = 0.75
_DIGITS = 6


def rarity(found: int, passages: int) -> float:
    """Inverse document frequency of a term.

    Args:
        found: In how many passages it occurs; 0 gives 0.
        passages: How many there are.
    """
    return log(1 + (passages - found + 0.5) / (found + 0.5)) if found else 0.0


def weights(query: Query, rarity_of: Callable[[str], float]) -> dict[str, float]:
    """The most that each term can add to a score, in the order in which the parts of a score are added up.

    Args:
        query: What is asked.
        rarity_of: `rarity` of a term in the whole corpus.
    """
    return {term: weight * rarity_of(term) * (_K1 + 1) for term, weight in weigh(query, rarity_of)}


def length_norm(length: int, mean_length: float) -> float:
    """How much a passage of this many terms is held back for its length."""
    return _K1 * (1 - _B + _B * length / mean_length)


def rank(passages: Iterable[Passage], weights: Mapping[str, float], *, mean_length: float) -> list[Passage]:
    """The passages, best first; ties in the order of source id and offset.

    Args:
        passages: Candidates.
        weights: From `weights`.
        mean_length: Terms of a passage, on average over the whole corpus.
    """
    scored = [
        (_score(passage, weights, mean_length), passage.source.id, passage.start, passage) for passage in passages
    ]
    scored.sort(key=lambda item: (-item[0], item[1], item[2]))
    return [item[3] for item in scored]


def _score(passage: Passage, weights: Mapping[str, float], mean_length: float) -> float:
    length = 0
    counts: dict[str, int] = {}
    for terms, times in passage_terms(passage):
        length += times * len(terms)
        for term in terms:
            if term in weights:
                counts[term] = counts.get(term, 0) + times
    norm = length_norm(length, mean_length)
    return rounded(sum(weights[term] * counts[term] / (counts[term] + norm) for term in weights if term in counts))


def rounded(score: float) -> float:
    """A score as it counts: differences far behind the point are no differences."""
    return round(score, _DIGITS)
