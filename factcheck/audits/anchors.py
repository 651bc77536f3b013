"""Finding locked words again in a text that changed: the exact words in their surroundings, or not at all.

A quote is taken for moved only where the same words stand, to the letter, and something of what stood beside them stands
there still. The same words in other surroundings may be another statement ("He said no."): that is a lost quote.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.domain.lock import LockedQuote

_MOST_PLACES = 1_000


class Place(StrEnum):
    """Where the words of a locked quote stand now."""

    SAME = "same"
    MOVED = "moved"
    GONE = "gone"
    ELSEWHERE = "elsewhere"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What was found.

    Attributes:
        start: The first code point now; for `ELSEWHERE` and `UNCLEAR` of the first such place, for `GONE` -1.
        both_sides: Whether the text before and the text after are as they were.
        places: How many places came into question.
    """

    place: Place
    start: int = -1
    both_sides: bool = False
    places: int = 0


def find_again(quote: LockedQuote, text: str) -> Anchor:
    """Where the locked words stand in the text of their source."""
    starts = list(_places(quote.quote, text))
    if not starts:
        return Anchor(Place.GONE)
    sides = {start: _sides(quote, text, start) for start in starts}
    most = max(sides.values())
    best = [start for start in starts if sides[start] == most]
    if not most:
        return Anchor(Place.ELSEWHERE, best[0], places=len(best))
    if quote.start in best:
        return Anchor(Place.SAME, quote.start, both_sides=most == 2, places=1)
    if len(best) > 1:
        return Anchor(Place.UNCLEAR, best[0], places=len(best))
    return Anchor(Place.MOVED, best[0], both_sides=most == 2, places=1)


def in_its_place(quote: LockedQuote, text: str) -> str:
    """What stands now between what stood before a lost quote and what stood after it; empty if that cannot be told.

    Only to be shown: these are other words, and nobody has looked at them.
    """
    if not quote.prefix and not quote.suffix:
        return ""
    start = text.find(quote.prefix) + len(quote.prefix)
    if quote.prefix and text.count(quote.prefix) != 1:
        return ""
    end = text.find(quote.suffix, start) if quote.suffix else len(text)
    if not 0 <= start < end <= start + 2 * len(quote.quote) + 100:
        return ""
    return text[start:end].strip()


def _places(words: str, text: str) -> Iterator[int]:
    start = text.find(words) if words else -1
    count = 0
    while start >= 0 and count < _MOST_PLACES:
        yield start
        count += 1
        start = text.find(words, start + 1)


def _sides(quote: LockedQuote, text: str, start: int) -> int:
    """On how many sides the text is as it was; an empty side is the edge of the text."""
    end = start + len(quote.quote)
    before = text.endswith(quote.prefix, 0, start) if quote.prefix else start == 0
    after = text.startswith(quote.suffix, end) if quote.suffix else end == len(text)
    return before + after
