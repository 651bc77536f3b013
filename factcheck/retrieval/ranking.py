"""The order of passages: BM25 over our own terms, computed from exact counts and so the same whatever found the passages."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, NamedTuple

from factcheck.retrieval.query import weigh
from factcheck.retrieval.tokens import spaced_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factcheck.domain.ports import Query
    from factcheck.domain.source import Slice, Source

# The usual values, and those of the embedded engine.
_K1 = 1.2
_B = 0.75
_DIGITS = 6


class Candidate(NamedTuple):
    """A passage that may be worth judging, with what its score is computed from.

    A sentence often names its subject only by "it" or "the group". So a passage also counts as having the words of the
    sentence before it and, as its own words, those of the title of its source. Its own words and the title count twice.
    (R@10 of SciFact by sentences: 0.85 alone, 0.93 so; of Climate-FEVER 0.44 and 0.49; `benchmarks/retrieval.py`.)

    Attributes:
        source: Its source.
        slices: All passages of the source.
        number: Which of them it is.
        own: Its terms.
        title: The terms of the title.
        before: The terms of the passage before it.
    """

    source: Source
    slices: Sequence[Slice]
    number: int
    own: Sequence[str]
    title: Sequence[str]
    before: Sequence[str]

    @property
    def length(self) -> int:
        """How many terms it counts as having."""
        return 2 * (len(self.own) + len(self.title)) + len(self.before)

    def counts(self) -> dict[str, int]:
        """How often it counts as having each of its terms."""
        found: dict[str, int] = {}
        for terms, times in ((self.own, 2), (self.title, 2), (self.before, 1)):
            for term in terms:
                found[term] = found.get(term, 0) + times
        return found


def candidates(source: Source, slices: Sequence[Slice], first: int, last: int) -> Iterator[Candidate]:
    """The passages of a source from number `first` up to, and without, number `last`."""
    text = source.text
    title = spaced_terms(source.title).split() if source.title else ()
    before: Sequence[str] = ()
    if first:
        start, end = slices[first - 1]
        before = spaced_terms(text[start:end]).split()
    for number in range(first, min(last, len(slices))):
        start, end = slices[number]
        own = spaced_terms(text[start:end]).split()
        yield Candidate(source, slices, number, own, title, before)
        before = own


def rarity(found: int, of: int) -> float:
    """Inverse document frequency of a term.

    Args:
        found: In how many windows it occurs; 0 gives 0.
        of: How many there are.
    """
    return log(1 + (of - found + 0.5) / (found + 0.5)) if found else 0.0


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


def rank(found: Iterable[Candidate], weights: Mapping[str, float], *, mean_length: float) -> list[Candidate]:
    """The candidates that have a term of the query, best first; ties in the order of source id and offset.

    Args:
        found: Candidates, each once.
        weights: From `weights`.
        mean_length: Terms of a passage, on average over the whole corpus.
    """
    scored = []
    for candidate in found:
        score = _score(candidate, weights, mean_length)
        if score:
            scored.append((-score, candidate.source.id, candidate.number, candidate))
    scored.sort(key=lambda item: item[:3])
    return [item[3] for item in scored]


def _score(candidate: Candidate, weights: Mapping[str, float], mean_length: float) -> float:
    counts: dict[str, int] = {}
    for terms, times in ((candidate.own, 2), (candidate.title, 2), (candidate.before, 1)):
        for term in weights.keys() & terms:
            counts[term] = counts.get(term, 0) + times * terms.count(term)
    if not counts:
        return 0.0
    norm = length_norm(candidate.length, mean_length)
    return rounded(sum(weights[term] * counts[term] / (counts[term] + norm) for term in weights if term in counts))


def rounded(score: float) -> float:
    """A score as it counts: differences far behind the point are no differences."""
    return round(score, _DIGITS)
