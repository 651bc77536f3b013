"""Passages in memory, ranked by BM25 in plain Python: nothing is written."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.adapters.stored import content_digest, corpus_digest
from factcheck.retrieval.feedback import FEW, LOOK_AT, widen
from factcheck.retrieval.ranking import Candidate, candidates, length_norm, rarity, rounded, weights
from factcheck.retrieval.tokens import window_terms
from factcheck.sources.passages import cut, passage_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.domain.ports import Query
    from factcheck.domain.source import Passage, Problem, Slice, Source


class MemoryIndex:
    """The sources of `Corpus.from_texts` and `Corpus.from_sources`. Passages are cut and counted at the first search.

    Args:
        sources: Sources with distinct ids.
    """

    def __init__(self, sources: Sequence[Source]) -> None:
        """Keep the sources in the order of ids."""
        self._sources = {source.id: source for source in sorted(sources, key=lambda source: source.id)}

    @cached_property
    def digest(self) -> str:
        """Changes exactly when a source, its metadata or the way it is cut into passages changes."""
        return corpus_digest((source.id, content_digest(source, slices)) for source, slices in self._cut)

    def counts(self) -> tuple[int, int]:
        """How many sources and how many passages there are."""
        return len(self._sources), len(self._candidates)

    def sources(self) -> Iterator[Source]:
        """Every source, in the order of ids."""
        return iter(self._sources.values())

    def source(self, source_id: str) -> Source | None:
        """The source with this id."""
        return self._sources.get(source_id)

    def problems(self) -> list[Problem]:
        """Nothing: there is no file to be unreadable."""
        return []

    def notes(self) -> list[Problem]:
        """Nothing."""
        return []

    def search(self, query: Query, *, limit: int) -> list[Passage]:
        """The best passages, best first; ties in the order of source id and offset.

        Of a few passages all are worth judging, if the claim has a word in common with any of them.
        """
        best = self._best(query)
        if len(self._candidates) > FEW:
            first = [self._candidates[at] for at in best[:LOOK_AT]]
            others = self._best(widen(query, first, self._rarity))
        else:
            others = list(range(len(self._candidates))) if best else []
            first = [self._candidates[at] for at in best]
        seen = set(best[: len(first)])
        found = [*first, *(self._candidates[at] for at in others if at not in seen)][:limit]
        return [passage_at(one.source, one.slices, one.number) for one in found]

    def _best(self, query: Query) -> list[int]:
        """The number of every passage with a term of the query, best first."""
        scores: dict[int, float] = {}
        for term, weight in weights(query, self._rarity).items():
            for at, count in self._postings.get(term, ()):
                scores[at] = scores.get(at, 0.0) + weight * count / (count + self._norms[at])
        return sorted(scores, key=lambda at: (-rounded(scores[at]), at))

    def _rarity(self, term: str) -> float:
        return rarity(self._windows[term], self._windows[""])

    @cached_property
    def _cut(self) -> list[tuple[Source, list[Slice]]]:
        return [(source, cut(source.text)) for source in self._sources.values()]

    @cached_property
    def _candidates(self) -> list[Candidate]:
        return [found for source, slices in self._cut for found in candidates(source, slices, 0, len(slices))]

    @cached_property
    def _windows(self) -> Counter[str]:
        """In how many windows each term stands; under the empty term, how many there are."""
        found: Counter[str] = Counter()
        for source, slices in self._cut:
            for terms, _ in window_terms(source.text, slices, source.title):
                found.update({"", *terms.split()})
        return found

    @cached_property
    def _norms(self) -> list[float]:
        lengths = [candidate.length for candidate in self._candidates]
        mean = (sum(lengths) / len(lengths) if lengths else 0.0) or 1.0
        return [length_norm(length, mean) for length in lengths]

    @cached_property
    def _postings(self) -> dict[str, list[tuple[int, int]]]:
        postings: dict[str, list[tuple[int, int]]] = {}
        for at, candidate in enumerate(self._candidates):
            for term, count in candidate.counts().items():
                postings.setdefault(term, []).append((at, count))
        return postings
