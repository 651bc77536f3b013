"""Passages in memory, ranked by BM25 in plain Python: nothing is written."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.adapters.stored import content_digest, corpus_digest
from factcheck.retrieval.feedback import FEW, LOOK_AT, further_weights
from factcheck.retrieval.ranking import Scored, Window, length_norm, mean_length, part, rarity, weights, window_of
from factcheck.retrieval.tokens import window_terms
from factcheck.sources.passages import cut, passage_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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
        """Changes exactly when a source, its metadata, its path or the way it is cut into passages changes."""
        return corpus_digest((source.id, source.path, content_digest(source, slices)) for source, slices in self._cut)

    def counts(self) -> tuple[int, int]:
        """How many sources and how many passages there are."""
        return len(self._sources), len(self._passages)

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
        known = weights(query, self._rarity)
        scores = self._scores(known)
        best = self._ordered(scores)
        if len(self._passages) > FEW:
            first = best[:LOOK_AT]
            marked = [
                Scored(0, self._passages[at][0].source.id, self._passages[at][1], self._passages[at][0]) for at in first
            ]
            for at, score in self._scores(further_weights(query, marked, self._rarity, known)).items():
                if at in scores:
                    scores[at] += score
            others = self._ordered(scores)
        else:
            first = best
            others = list(range(len(self._passages))) if best else []
        taken = set(first)
        found = [*first, *(at for at in others if at not in taken)][:limit]
        return [passage_at(window.source, window.slices, at) for window, at in map(self._passages.__getitem__, found)]

    def _scores(self, weights: Mapping[str, float]) -> dict[int, int]:
        """The score of every passage with one of these terms."""
        scores: dict[int, int] = {}
        for term, weight in weights.items():
            for at, count in self._postings.get(term, ()):
                scores[at] = scores.get(at, 0) + part(weight, count, self._norms[at])
        return scores

    def _ordered(self, scores: Mapping[int, int]) -> list[int]:
        return sorted(scores, key=lambda at: (-scores[at], at))

    def _rarity(self, term: str) -> float:
        return rarity(self._windows[term], self._windows[""])

    @cached_property
    def _cut(self) -> list[tuple[Source, list[Slice]]]:
        return [(source, cut(source.text)) for source in self._sources.values()]

    @cached_property
    def _passages(self) -> list[tuple[Window, int]]:
        wholes = (window_of(source, slices, 0, len(slices)) for source, slices in self._cut)
        return [(whole, at) for whole in wholes for at in range(len(whole.own))]

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
        lengths = [window.length(at) for window, at in self._passages]
        mean = mean_length(sum(lengths), len(lengths))
        return [length_norm(length, mean) for length in lengths]

    @cached_property
    def _postings(self) -> dict[str, list[tuple[int, int]]]:
        postings: dict[str, list[tuple[int, int]]] = {}
        for number, (window, at) in enumerate(self._passages):
            for term, count in window.counts(at).items():
                postings.setdefault(term, []).append((number, count))
        return postings
