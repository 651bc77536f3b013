"""Stretches of the calendar: years, quarters, seasons, parts of them, and how to put them in words.

A span is its first and last day, both inclusive.
"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta

from factcheck.domain.analysis import Granularity

Span = tuple[date, date]

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
SEASON_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""First month of each season, by the meteorological calendar of the northern hemisphere."""

_ORDINALS = ("first", "second", "third", "fourth")
_DAY = timedelta(days=1)


def add_months(day: date, count: int) -> date | None:
    """The same day of the month `count` months on, or the month's last day; None outside the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))


def add_days(day: date, count: int) -> date | None:
    """The day `count` days on; None outside the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def days_in(year: int, month: int) -> int:
    """How many days a month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def months_span(year: int, month: int, count: int = 1) -> Span:
    """The `count` months from the given one on."""
    over, last = divmod(month - 1 + count - 1, 12)
    return date(year, month, 1), date(year + over, last + 1, days_in(year + over, last + 1))


def season_span(year: int, season: str) -> Span:
    """A season; winter begins in December of `year`, as in "the winter of 1944"."""
    return months_span(year, SEASON_MONTHS[season], 3)


def period_of(day: date, unit: Granularity) -> Span | None:
    """The calendar period of a kind that holds a day; weeks run from Monday. None outside the calendar."""
    match unit:
        case Granularity.DAY:
            span: Span | None = (day, day)
        case Granularity.WEEK:
            first, last = add_days(day, -day.weekday()), add_days(day, 6 - day.weekday())
            span = (first, last) if first and last else None
        case Granularity.MONTH:
            span = months_span(day.year, day.month)
        case Granularity.QUARTER:
            span = months_span(day.year, (day.month - 1) // 3 * 3 + 1, 3)
        case Granularity.SEASON:
            start = add_months(date(day.year, day.month, 1), -(day.month % 3))
            span = months_span(start.year, start.month, 3) if start and start.year < MAXYEAR else None
        case Granularity.YEAR:
            span = date(day.year, 1, 1), date(day.year, 12, 31)
        case Granularity.DECADE:
            span = decade_span(day.year // 10 * 10)
        case _:
            span = century_span((day.year - 1) // 100 + 1)
    return span


def decade_span(year: int) -> Span | None:
    """Ten years from the given one on: 1990 to 1999 for 1990."""
    return (date(year, 1, 1), date(year + 9, 12, 31)) if MINYEAR <= year <= MAXYEAR - 9 else None


def century_span(number: int) -> Span | None:
    """The years 1801 to 1900 for 19, as historians count them."""
    first = (number - 1) * 100 + 1
    return (date(first, 1, 1), date(first + 99, 12, 31)) if MINYEAR <= first <= MAXYEAR - 99 else None


def moved(day: date, count: int, unit: Granularity) -> Span | None:
    """The calendar period of kind `unit` that holds the day `count` units on; None outside the calendar."""
    match unit:
        case Granularity.DAY:
            there = add_days(day, count)
        case Granularity.WEEK:
            there = add_days(day, 7 * count)
        case _:
            months = {
                Granularity.MONTH: 1,
                Granularity.QUARTER: 3,
                Granularity.SEASON: 3,
                Granularity.YEAR: 12,
                Granularity.DECADE: 120,
                Granularity.CENTURY: 1200,
            }[unit]
            there = add_months(day, count * months)
    return None if there is None else period_of(there, unit)


def part_of(span: Span, unit: Granularity, part: str) -> Span:
    """A named part of a period.

    Args:
        span: The whole period.
        unit: What kind of period it is.
        part: `early`, `mid` and `late` are its thirds; `start` and `end` the outer month of a year, ten days of a month,
            two years of a decade, ten years of a century, else the outer thirds; `first half` and `second half` its halves; `second week`, `last day` what they say.
    """
    first, last = span
    which, _, length = part.partition(" ")
    if length in {"day", "week"}:
        return _nth(span, which, timedelta(days=1 if length == "day" else 7))
    outer = _THIRDS.get(part)
    match unit:
        case Granularity.YEAR if first.year == last.year:
            return _months_part(first.year, part)
        case Granularity.MONTH if (first.year, first.month) == (last.year, last.month):
            return _days_part(span, part)
        case Granularity.DECADE | Granularity.CENTURY:
            low, high = (_DECADE_PARTS if unit is Granularity.DECADE else _CENTURY_PARTS)[part]
            span = date(first.year + low, 1, 1), date(first.year + high - 1, 12, 31)
        case Granularity.QUARTER | Granularity.SEASON if outer is not None:
            month = add_months(first, outer) or first
            span = months_span(month.year, month.month)
        case Granularity.WEEK if outer is not None:
            span = first + 2 * outer * _DAY, min(last, first + 2 * (outer + 1) * _DAY)
        case _:
            pass
    return span


_THIRDS = {"early": 0, "start": 0, "mid": 1, "late": 2, "end": 2}


def _nth(span: Span, place: str, length: timedelta) -> Span:
    first, last = span
    if place in {"last", "final"}:
        return max(first, last - length + _DAY), last
    start = first + _ORDINALS.index(place) * length
    return min(start, last), min(start + length - _DAY, last)


_DECADE_PARTS = {
    "early": (0, 4),
    "mid": (4, 7),
    "late": (7, 10),
    "start": (0, 2),
    "end": (8, 10),
    "first half": (0, 5),
    "second half": (5, 10),
}
_CENTURY_PARTS = {
    "early": (0, 33),
    "mid": (33, 66),
    "late": (66, 100),
    "start": (0, 10),
    "end": (90, 100),
    "first half": (0, 50),
    "second half": (50, 100),
}


def _months_part(year: int, part: str) -> Span:
    month, count = {
        "early": (1, 4),
        "mid": (5, 4),
        "late": (9, 4),
        "start": (1, 1),
        "end": (12, 1),
        "first half": (1, 6),
        "second half": (7, 6),
    }[part]
    return months_span(year, month, count)


def _days_part(month: Span, part: str) -> Span:
    first, last = month
    low, high = {
        "early": (1, 10),
        "mid": (11, 20),
        "late": (21, last.day),
        "start": (1, 10),
        "end": (21, last.day),
        "first half": (1, 15),
        "second half": (16, last.day),
    }[part]
    return first.replace(day=low), first.replace(day=high)


def in_words(first: date, last: date, granularity: Granularity) -> str:
    """A period as a fact-checker would write it: "5 January 2020", "January 2020", "the 1990s", "March to May 2020".

    Args:
        first: First day.
        last: Last day, inclusive.
        granularity: How fine it was stated; it settles what the days leave open ("the winter of 2019" has three months).
    """
    named = _named(first, last, granularity) or _in_months(first, last)
    return named or _in_days(first, last)


def _named(first: date, last: date, unit: Granularity) -> str:
    whole = period_of(first, unit)
    named = ""
    match unit:
        case Granularity.CENTURY if (first.year, last.year) == (first.year // 100 * 100, first.year + 99):
            named = f"the {first.year}s"
        case Granularity.CENTURY:
            number = (first.year - 1) // 100 + 1
            named = _part_name((first, last), whole, unit, f"the {number}{_suffix(number)} century")
        case Granularity.DECADE if first.year >= 1000:
            named = _part_name((first, last), whole, unit, f"the {first.year // 10 * 10}s")
        case Granularity.YEAR:
            named = _part_name((first, last), whole, unit, _year(first.year))
        case Granularity.SEASON if (first, last) == whole:
            season = next(name for name, month in SEASON_MONTHS.items() if month == first.month)
            named = f"the {season} of {_year(first.year)}"
        case Granularity.QUARTER if (first, last) == whole:
            named = f"the {_ORDINALS[first.month // 3]} quarter of {_year(first.year)}"
        case Granularity.MONTH:
            named = _part_name((first, last), whole, unit, f"{MONTH_NAMES[first.month - 1]} {_year(first.year)}")
        case Granularity.WEEK if (first, last) == whole:
            named = f"the week of {_day(first)}"
        case Granularity.WEEK | Granularity.DAY:
            named = _in_days(first, last)
        case _:
            pass
    return named


def _part_name(span: Span, whole: Span | None, unit: Granularity, name: str) -> str:
    """Such as "early 2020", "the mid-1990s", "the end of January 2021", or the name of the whole; empty when it is neither."""
    if whole is None or span == whole:
        return name if whole else ""
    article, bare = ("the ", name[4:]) if name.startswith("the ") else ("", name)
    for part in ("early", "mid", "late"):
        if span == part_of(whole, unit, part):
            return f"{article}{part}{'-' if part == 'mid' else ' '}{bare}"
    for part in ("start", "end", "first half", "second half"):
        if span == part_of(whole, unit, part):
            return f"the {part} of {name}"
    return ""


def _in_months(first: date, last: date) -> str:
    if first.day != 1 or last.day != days_in(last.year, last.month):
        return ""
    if (first.month, last.month) == (1, 12):
        return _year(first.year) if first.year == last.year else f"{_year(first.year)} to {_year(last.year)}"
    end = f"{MONTH_NAMES[last.month - 1]} {_year(last.year)}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    start = MONTH_NAMES[first.month - 1]
    return f"{start} to {end}" if first.year == last.year else f"{start} {_year(first.year)} to {end}"


def _in_days(first: date, last: date) -> str:
    if first == last:
        return _day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {_day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTH_NAMES[first.month - 1]} to {_day(last)}"
    return f"{_day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {_year(day.year)}"


def _year(year: int) -> str:
    return str(year) if year >= 1000 else f"AD {year}"


def _suffix(number: int) -> str:
    if number % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
