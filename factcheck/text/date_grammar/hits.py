"""A place where a rule has matched, and the piece of the calendar that comes of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import MAXYEAR, date
from enum import Enum

from factcheck.domain.analysis import DateRelation, Granularity
from factcheck.text.date_grammar.patterns import COUNTS, MONTHS, words
from factcheck.text.date_grammar.year_cues import word_before
from factcheck.text.periods import Span, days_in, months_span


class Outlook(Enum):
    """Which way a sentence looks."""

    BACK = "back"
    OPEN = "open"
    AHEAD = "ahead"


Placing = Callable[[date, Outlook], Span | None]
"""From the day of publication, and which way the sentence looks, to an interval."""


UNITS = {
    "hour": Granularity.DAY,
    "morning": Granularity.DAY,
    "afternoon": Granularity.DAY,
    "evening": Granularity.DAY,
    "night": Granularity.DAY,
    "day": Granularity.DAY,
    "weekend": Granularity.WEEK,
    "week": Granularity.WEEK,
    "fortnight": Granularity.WEEK,
    "month": Granularity.MONTH,
    "quarter": Granularity.QUARTER,
    "year": Granularity.YEAR,
    "decade": Granularity.DECADE,
    "centur": Granularity.CENTURY,
    "century": Granularity.CENTURY,
}
_PARTS = {
    "beginning": "start",
    "close": "end",
    "middle": "mid",
    "last half": "second half",
    "latter half": "second half",
    "early part": "early",
    "latter part": "late",
    "late part": "late",
}
EVENT_TURNS = {"that": 0, "that same": 0, "same": 0, "previous": -1, "preceding": -1, "following": 1, "ensuing": 1}
TURNS = {"this": 0, "current": 0, "this same": 0, "last": -1, "next": 1}
TURNED_MONTHS = TURNS | {"past": -1, "this past": -1, "this coming": 1, "coming": 1}
DETERMINERS = frozenset(words("the a an his her its their our this that"))
IN_A_YEAR = {"day": 365, "week": 52, "month": 12, "quarter": 4}
_LARGE = {"couple": 2, "dozen": 12, "hundred": 100}
REACH = 8
"""How many dates back an event is looked for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A date expression before it is placed.

    Attributes:
        span: Set for what the text states in full.
        year: Of a calendar day or month; None when the text does not name it.
        last_day: Last day of "January 5-7".
        weekday: 0 for Monday.
        placing: Set for what needs the day of publication.
        shift: Set for what needs the event before it.
        part: First and last part named, ("early", "mid") for "early to mid-2020".
        until: The other end of a range.
        note: Why it cannot be placed, or what is to be known about it.
    """

    start: int
    end: int
    rule: str
    granularity: Granularity
    span: Span | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    placing: Placing | None = None
    shift: tuple[int, Granularity] | None = None
    part: tuple[str, str] | None = None
    relation: DateRelation = DateRelation.ON
    relation_span: tuple[int, int] | None = None
    until: Piece | None = None
    note: str = ""

    @property
    def lacks_year(self) -> bool:
        """Whether it is a month, or a day of a month, of an unnamed year."""
        return self.month is not None and self.year is None and self.placing is None and self.shift is None


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a rule has matched: what stands before the core, and what was found so far."""

    text: str
    rule: str
    core: re.Match[str]
    prefix: re.Match[str] | None
    found: list[Piece]

    def __getitem__(self, group: str) -> str:
        return (self.core[group] or "").lower()

    def has(self, group: str) -> bool:
        """Whether a group of the pattern took part."""
        return self.core[group] is not None

    @property
    def before(self) -> str:
        """The word before the mention, in lower case."""
        return word_before(self.text, self.prefix.start() if self.prefix else self.core.start())

    @property
    def article(self) -> bool:
        """Whether "the" stands right before the core."""
        return self.text[max(0, self.core.start() - 4) : self.core.start()].lower() == "the "

    @property
    def turned(self) -> str:
        """Earlier, later or nothing."""
        part = (self.prefix["part"] or "").lower() if self.prefix else ""
        return part if part in {"earlier", "later"} else ""

    @property
    def part(self) -> tuple[str, str] | None:
        """The first and last part named: ("early", "mid") for "early to mid-2020"."""
        if self.prefix is None or self.turned:
            return None
        if self.prefix["nth"]:
            named = f"{self.prefix['nth']} {self.prefix['unit']}".lower()
            return named, named
        named = " ".join((self.prefix["part"] or self.prefix["of"] or "").lower().split())
        if not named:
            return None
        return _PARTS.get(named, named), (self.prefix["part2"] or _PARTS.get(named, named)).lower()

    def piece(self, granularity: Granularity, *, article: bool = False, parts: bool = True) -> Piece:
        """The mention as it stands; the article before a bare date belongs to the noun after it."""
        start = self.core.start()
        if self.prefix is not None and ((parts and self.part) or article):
            start = self.prefix.start()
        return Piece(start, self.core.end(), self.rule, granularity, part=self.part if parts else None)


Rule = Callable[[Hit], tuple[Piece, ...]]


def near(place: int) -> tuple[int, int]:
    """Where to look for what the sentence is about: bounded, so that long texts stay linear."""
    return max(0, place - 300), place + 300


def month_of(hit: Hit) -> int:
    """The month that the core names, 1 for January."""
    return MONTHS[hit["m"][:3]]


def number_of(written: str) -> int:
    """A number that may be an ordinal, "5th"; 0 for nothing."""
    return int(written.rstrip("stndrh")) if written else 0


def year_of(written: str) -> int:
    """A year of four digits, or of two: '30 to '99 are of the last century."""
    digits = written.lstrip("'’‘")
    if len(digits) > 2:
        return int(digits)
    return int(digits) + (1900 if int(digits) >= 30 else 2000)


def calendar_span(piece: Piece) -> Span | None:
    """The interval of a month or day whose year is known; None when there is no such day."""
    if piece.year is None or piece.month is None or not 1 <= piece.year <= MAXYEAR:
        return None
    if piece.day is None:
        return months_span(piece.year, piece.month)
    last = piece.last_day or piece.day
    if last > days_in(piece.year, piece.month):
        return None
    return date(piece.year, piece.month, piece.day), date(piece.year, piece.month, last)


def year_named(hit: Hit) -> int | None:
    """The year that the same text has named just before."""
    for earlier in reversed(hit.found[-REACH:]):
        if earlier.placing is None and (earlier.year or earlier.span):
            return earlier.year or (earlier.span[0].year if earlier.span else None)
    return None


def whole_years(first: int, last: int | None = None) -> Span:
    """One year, or all from the first to the last."""
    return date(first, 1, 1), date(last or first, 12, 31)


def count_of(written: str) -> int:
    """A count in digits or words; 0 when it is not whole ("half a")."""
    parts = written.replace("-", " ").split()
    if parts[0][0].isdigit():
        return int(parts[0].replace(",", ""))
    if parts[0] in {"half", "quarter"} or "quarter" in parts:
        return 0
    large = next((_LARGE[part] for part in parts if part in _LARGE), 1)
    return large * (sum(COUNTS.get(part, 0) for part in parts) or 1)
