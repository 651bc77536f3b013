"""Passages in memory, ranked by BM25 in plain Python: nothing is written."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.adapters.manifest import content_digest, corpus_digest
from factcheck.retrieval.feedback import FEW, LOOK_AT, widen
from factcheck.retrieval.ranking import length_norm, rarity, rounded, weights
from factcheck.retrieval.tokens import passages_terms
from factcheck.sources.passages import passages as cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.domain.ports import Query
    from factcheck.domain.source import Passage, Problem, Source


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
        each = zip(self._sources.items(), self._cut, strict=True)
        return corpus_digest((name, content_digest(source, passages)) for (name, source), passages in each)

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
        best = self._best(query)
        if len(self._passages) > FEW:
            first = [self._passages[at] for at in best[:LOOK_AT]]
            others = self._best(widen(query, first, self._rarity))
        else:
            others = list(range(len(self._passages))) if best else []
            first = [self._passages[at] for at in best]
        seen = set(best[: len(first)])
        return [*first, *(self._passages[at] for at in others if at not in seen)][:limit]

    def _best(self, query: Query) -> list[int]:
        """The number of every passage with a term of the query, best first."""
        scores: dict[int, float] = {}
        for term, weight in weights(query, self._rarity).items():
            for at, count in self._postings[term]:
                scores[at] = scores.get(at, 0.0) + weight * count / (count + self._norms[at])
        return sorted(scores, key=lambda at: (-rounded(scores[at]), at))

    def _rarity(self, term: str) -> float:
        return rarity(len(self._postings.get(term, ())), len(self._passages))

    @cached_property
    def _cut(self) -> list[list[Passage]]:
        return [cut(source) for source in self._sources.values()]

    @cached_property
    def _passages(self) -> list[Passage]:
        return [passage for passages in self._cut for passage in passages]

    @cached_property
    def _counts(self) -> list[Counter[str]]:
        return [Counter(terms.split()) for passages in self._cut for terms in passages_terms(passages)]

    @cached_property
    def _norms(self) -> list[float]:
        lengths = [count.total() for count in self._counts]
        mean = sum(lengths) / len(lengths)
        return [length_norm(length, mean) for length in lengths]

    @cached_property
    def _postings(self) -> dict[str, list[tuple[int, int]]]:
        postings: dict[str, list[tuple[int, int]]] = {}
        for at, counts in enumerate(self._counts):
            for term, count in counts.items():
                postings.setdefault(term, []).append((at, count))
        return postings
