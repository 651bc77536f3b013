"""The order of passages: BM25 over our own terms, computed from exact counts and so the same whatever found the passages."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, NamedTuple

from factcheck.retrieval.query import weigh
from factcheck.retrieval.tokens import spaced_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from factcheck.domain.ports import Query
    from factcheck.domain.source import Slice, Source

# The usual values, and those of the embedded engine.
_K1 = 1.2
_B = 0.75
_RARITY_STEP = 0.05
_UNIT = 1_000_000
"""Scores are whole millionths: their parts give the same sum in any order."""


class Window(NamedTuple):
    """Passages in a row, with what their scores are computed from.

    A sentence often names its subject only by "it" or "the group". So a passage also counts as having the words of the
    sentence before it and, as its own words, those of the title of its source. Its own words and the title count twice.
    (R@10 of SciFact by sentences: 0.85 alone, 0.93 so; of Climate-FEVER 0.44 and 0.49; `benchmarks/retrieval.py`.)

    Attributes:
        source: Their source.
        slices: All passages of the source.
        first: The number of the first one here.
        own: The terms of each.
        before: The terms of the passage before the first one.
        title: The terms of the title.
    """

    source: Source
    slices: Sequence[Slice]
    first: int
    own: Sequence[Sequence[str]]
    before: Sequence[str]
    title: Sequence[str]

    def parts(self, at: int) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
        """The terms of a passage, of the title, and of the passage before.

        Args:
            at: Place of the passage in the window.
        """
        return self.own[at], self.title, self.own[at - 1] if at else self.before

    def length(self, at: int) -> int:
        """How many terms a passage counts as having."""
        own, title, before = self.parts(at)
        return 2 * (len(own) + len(title)) + len(before)

    def counts(self, at: int) -> dict[str, int]:
        """How often a passage counts as having each of its terms."""
        own, title, before = self.parts(at)
        return _counts(own, title, before)


class Scored(NamedTuple):
    """A passage in the order of a ranking.

    Attributes:
        least: Its score in millionths, negative.
        source_id: Id of its source.
        number: Its number in the source.
        window: Where it stands.
    """

    least: int
    source_id: str
    number: int
    window: Window


def window_of(source: Source, slices: Sequence[Slice], first: int, size: int) -> Window:
    """The passages of a source from number `first` on, `size` of them or as many as there are."""
    text = source.text
    begin = max(0, first - 1)
    terms = [spaced_terms(text[start:end]).split() for start, end in slices[begin : first + size]]
    title = spaced_terms(source.title).split() if source.title else ()
    return Window(source, slices, first, terms[first - begin :], terms[0] if first else (), title)


def rarity(found: int, of: int) -> float:
    """Inverse document frequency of a term, in coarse steps: a few more documents leave the order of the others as it was.

    Args:
        found: In how many windows it occurs; 0 gives 0.
        of: How many there are.
    """
    return max(1, round(exact_rarity(found, of) / _RARITY_STEP)) * _RARITY_STEP if found else 0.0


def exact_rarity(found: int, of: int) -> float:
    """The same as it is, and as an engine computes it."""
    return log(1 + (of - found + 0.5) / (found + 0.5)) if found else 0.0


def mean_length(terms: int, passages: int) -> float:
    """Terms of a passage on average, without a fraction for the same reason; at least 1."""
    return float(max(1, round(terms / passages))) if passages else 1.0


def weights(query: Query, rarity_of: Callable[[str], float]) -> dict[str, float]:
    """The most that each term can add to a score.

    Args:
        query: What is asked.
        rarity_of: `rarity` of a term in the whole corpus.
    """
    return {term: weight * rarity_of(term) * (_K1 + 1) for term, weight in weigh(query, rarity_of)}


def length_norm(length: int, mean_length: float) -> float:
    """How much a passage of this many terms is held back for its length."""
    return _K1 * (1 - _B + _B * length / mean_length)


def part(weight: float, count: int, norm: float) -> int:
    """What a term adds to a score, in millionths."""
    return round(weight * count / (count + norm) * _UNIT)


def rank(windows: Iterable[Window], weights: Mapping[str, float], *, mean_length: float) -> list[Scored]:
    """The passages of windows that have a term of the query, best first; ties in the order of source id and offset.

    Args:
        windows: Each once.
        weights: From `weights`.
        mean_length: Terms of a passage, on average over the whole corpus.
    """
    found = []
    for window in windows:
        name = window.source.id
        for at, score in enumerate(_scores(window, weights, mean_length), window.first):
            if score:
                found.append(Scored(-score, name, at, window))
    found.sort(key=_order)
    return found


def rank_again(found: Iterable[Scored], further: Mapping[str, float], *, mean_length: float) -> list[Scored]:
    """The passages in the order that they have when further terms count, too.

    Args:
        found: From `rank`.
        further: Weights of terms that did not count there.
        mean_length: As for `rank`.
    """
    added: dict[int, list[int]] = {}
    again = []
    for least, name, at, window in found:
        if id(window) not in added:
            added[id(window)] = _scores(window, further, mean_length)
        again.append(Scored(least - added[id(window)][at - window.first], name, at, window))
    again.sort(key=_order)
    return again


def _order(one: Scored) -> tuple[int, str, int]:
    return one[:3]


def _scores(window: Window, weights: Mapping[str, float], mean_length: float) -> list[int]:
    """The score of each passage of a window, in millionths."""
    title = [term for term in window.title if term in weights]
    before = [term for term in window.before if term in weights]
    scores = []
    for at, terms in enumerate(window.own):
        own = [term for term in terms if term in weights]
        score = 0
        if own or before or title:
            norm = length_norm(window.length(at), mean_length)
            for term, count in _counts(own, title, before).items():
                score += part(weights[term], count, norm)
        scores.append(score)
        before = own
    return scores


def _counts(own: Sequence[str], title: Sequence[str], before: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for term in own:
        found[term] = found.get(term, 0) + 2
    for term in title:
        found[term] = found.get(term, 0) + 2
    for term in before:
        found[term] = found.get(term, 0) + 1
    return found
