"""Words that set two things against one another: "more", "fewer", "colder" with "than"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from factcheck.domain.analysis import Analysis
from factcheck.text.moves import Move, date_of, moves
from factcheck.text.multiples import FOLD

_REACH = 6  # tokens between "more" and "than"
_PAIRS = {
    "more": "less fewer", "higher": "lower", "larger bigger greater": "smaller", "faster quicker": "slower", "longer": "shorter", "older": "younger",
    "heavier": "lighter", "richer wealthier": "poorer", "better": "worse", "warmer hotter": "cooler colder", "stronger": "weaker", "taller": "shorter",
    "later": "earlier", "deeper": "shallower", "wider": "narrower", "dearer costlier pricier": "cheaper", "safer": "riskier",
}  # fmt: skip
_NONE = frozenset(
    "rather other another either neither never ever however whether together moreover former proper clever bitter eager sober premier over".split()
)
_SIGNS = {
    word: (up.split()[0], sign)
    for up, down in _PAIRS.items()
    for sign, words in ((1, up), (-1, down))
    for word in words.split()
}


@dataclass(frozen=True, slots=True)
class Contrast:
    """A comparison of two things.

    Attributes:
        scale: What they are compared by: "more", "high", or the word after "more" ("expensive").
        sign: 1 when what stands first is the greater.
        start: First code point of the word that compares.
        than: Where "than" stands.
    """

    scale: str
    sign: int
    start: int
    than: int


def than(analysis: Analysis) -> Iterator[int]:
    """Indices of each token "than" that compares two things; that of "more than 100" belongs to its figure."""
    hedges = [q.hedge_span for q in analysis.quantities if q.hedge_span]
    for i, (start, _, word) in enumerate(analysis.tokens):
        if word.lower() == "than" and not any(a <= start < b for a, b in hedges):
            yield i


@lru_cache(maxsize=4096)
def contrast_of(analysis: Analysis) -> Contrast | None:
    """The first comparison of a sentence, if it has one.

    Gets right: "the north station is busier than the south station". Gets wrong: "more often than not".
    """
    if "than" not in analysis.text.lower():
        return _multiple_of(analysis)
    lows = [word.lower() for _, _, word in analysis.tokens]
    for i in than(analysis):
        for k in range(i - 1, max(-1, i - _REACH), -1):
            scale, sign = _SIGNS.get(lows[k], ("", 0))
            if sign and scale == "more" and analysis.tags[k + 1 : k + 2] in ("A", "R"):
                scale = lows[k + 1]
            if not sign and lows[k].endswith("er") and lows[k] not in _NONE and analysis.tags[k] in "AR":
                scale, sign = lows[k], 1
            if sign:
                return Contrast(scale, sign, analysis.tokens[k][0], analysis.tokens[i][0])
    return None


def _multiple_of(analysis: Analysis) -> Contrast | None:
    """The comparison in "three times as long as the canal", "twice as many schools as Esk", "twice the height of the church"."""
    for figure in analysis.quantities:
        told = analysis.text[figure.start : figure.end].lower().split()
        after = [(start, word.lower()) for start, _, word in analysis.tokens if start >= figure.end][:_REACH]
        if figure.unit != FOLD or not after or figure.value is None:
            continue
        by_as = "as" in told
        turn = next((start for start, word in after[1:] if word == ("as" if by_as else "of")), -1)
        if turn < 0 or not (by_as or after[0][1] == "the"):
            continue
        scale = "more" if told[-1] in ("many", "much") else after[0][1] if by_as else after[1][1]
        return Contrast(scale, 1 if figure.value > 1 else -1, figure.start, turn)
    return None


def move_since(asserted: Analysis, said: Analysis) -> Move | None:
    """The change that a passage tells since the day a claim compares with: "up from 58 percent in 2018" for "higher than in 2018"."""
    mine = contrast_of(asserted)
    days = [day for day in asserted.dates if mine and mine.scale == "higher" and day.start > mine.than and day.first]
    for move in moves(said) if len(days) == 1 else ():
        day = date_of(said, move.old) if move.old else None
        if day is not None and move.sign and (day.first, day.last) == (days[0].first, days[0].last):
            return move
    return None
