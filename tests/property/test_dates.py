"""Laws of the date grammar."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from factcheck.domain.analysis import DateMention, DateRelation, Granularity, Resolution
from factcheck.text.dates import find_dates, in_words, parse_date, resolve
from factcheck.text.periods import (
    MONTH_NAMES,
    add_months,
    century_span,
    decade_span,
    months_span,
    part_of,
    period_of,
    season_span,
)

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2100, 12, 31))
RECENT = st.dates(min_value=date(1950, 1, 1), max_value=date(2035, 12, 31))
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


DAY_FORMATS: dict[str, Callable[[date], str]] = {
    "european": lambda d: f"{d.day} {MONTH_NAMES[d.month - 1]} {d.year}",
    "american": lambda d: f"{MONTH_NAMES[d.month - 1]} {d.day}, {d.year}",
    "agency": lambda d: f"{SHORT[d.month - 1]} {d.day}, {d.year}",
    "agency-weekday": lambda d: f"{WEEKDAY_NAMES[d.weekday()]}, {SHORT[d.month - 1]} {d.day}, {d.year}",
    "weekday": lambda d: f"{WEEKDAY_NAMES[d.weekday()]} {d.day} {MONTH_NAMES[d.month - 1]} {d.year}",
    "iso": lambda d: d.isoformat(),
    "ordinal": lambda d: f"the {_ordinal(d.day)} of {MONTH_NAMES[d.month - 1]}, {d.year}",
    "ordinal-after": lambda d: f"{MONTH_NAMES[d.month - 1]} {_ordinal(d.day)}, {d.year}",
    "three-letters": lambda d: f"{d.day:02} {MONTH_NAMES[d.month - 1][:3]} {d.year}",
    "year-first": lambda d: f"{d.year} {MONTH_NAMES[d.month - 1]} {d.day}",
    "dots": lambda d: f"{d.day}.{d.month}.{d.year}",
    "lower-case": lambda d: f"{d.day} {MONTH_NAMES[d.month - 1].lower()} {d.year}",
    "capitals": lambda d: f"{MONTH_NAMES[d.month - 1].upper()} {d.day}, {d.year}",
}

PHRASES = st.sampled_from(
    """in 2020|since 2014|by the end of 2024|on Tuesday|last Friday|Jan. 5|from March to May 2020|two days later|the next year
    between 2003 and 2011|the early 1980s|in the 19th century|2,000 people|2000 troops|May|March 5-7|5 and 6 January 2020
    four years ago|in the past three months|earlier this year|Q3 2021|the third quarter|summer 2019|mid-2019|9/11|5/1/2020
    until now|44 BC|30 February 2021|the weekend|the following month|that day|A|.|,|to|and|from|the|of|in|'90s|1999-2001
    will be held on|said|January|to January 3|Feb. 29|last winter|next June|an hour ago|a week from now|week of Jan. 8""".replace(
        "\n", "|"
    ).split("|")
).map(str.strip)
TEXTS = st.lists(PHRASES | st.text(alphabet="aQ19 '-–,./:$(", max_size=6), max_size=12).map(" ".join)


def _shown(mention: DateMention) -> tuple[object, ...]:
    return (
        mention.first,
        mention.last,
        mention.granularity,
        mention.relation,
        mention.resolution,
        mention.month,
        mention.day,
    )


@pytest.mark.parametrize("style", DAY_FORMATS)
@given(day=DAYS)
def test_a_spelled_day_is_read_back(style: str, day: date) -> None:
    if style == "dots":
        assume(day.year >= 1000)
    written = DAY_FORMATS[style](day)
    mention = parse_date(written)
    assert mention is not None
    assert (mention.first, mention.last, mention.resolution) == (day, day, Resolution.STATED)
    sentence = f"The envoy left on {written}, and never came back."
    (found,) = find_dates(sentence)
    assert sentence[found.start : found.end] == written
    assert (found.first, found.relation) == (day, DateRelation.ON)


PERIODS = st.one_of(
    st.builds(lambda d: (d, d, Granularity.DAY), DAYS),
    st.builds(lambda d: (*months_span(d.year, d.month), Granularity.MONTH), DAYS),
    st.builds(lambda d: (*(period_of(d, Granularity.QUARTER) or (d, d)), Granularity.QUARTER), DAYS),
    st.builds(lambda d: (*(period_of(d, Granularity.WEEK) or (d, d)), Granularity.WEEK), DAYS),
    st.builds(lambda d: (date(d.year, 1, 1), date(d.year, 12, 31), Granularity.YEAR), DAYS),
    st.builds(
        lambda year, season: (*season_span(year, season), Granularity.SEASON),
        st.integers(1000, 2099),
        st.sampled_from(["spring", "summer", "autumn", "winter"]),
    ),
    st.builds(lambda n: (*(decade_span(n * 10) or (date.min, date.min)), Granularity.DECADE), st.integers(130, 209)),
    st.builds(lambda n: (*(century_span(n) or (date.min, date.min)), Granularity.CENTURY), st.integers(1, 21)),
)
WHOLE_TO_PART = {Granularity.YEAR, Granularity.MONTH, Granularity.CENTURY}


@given(PERIODS, st.sampled_from(["", "early", "mid", "late", "start", "end", "first half", "second half"]))
def test_a_period_in_words_is_read_back(period: tuple[date, date, Granularity], part: str) -> None:
    first, last, unit = period
    assume(not (unit is Granularity.DECADE and first.year % 100 == 0 and first.year < 2000))
    if part and unit in WHOLE_TO_PART:
        first, last = part_of((first, last), unit, part)
    mention = parse_date(in_words(first, last, unit))
    assert mention is not None
    assert (mention.first, mention.last) == (first, last)


@given(DAYS, st.integers(0, 900), st.sampled_from(Granularity))
def test_any_interval_in_words_is_read_back(first: date, length: int, unit: Granularity) -> None:
    last = first + timedelta(days=length)
    assume(last.year <= 2100)
    mention = parse_date(in_words(first, last, unit))
    assert mention is not None
    assert (mention.first, mention.last) == (first, last)


@given(TEXTS, st.none() | st.dates())
@example("the early ", date.min)
@example("last winter and four years ago", date.min)
@example("over the past week, the past decade and the last two days", date.min)
@example("tomorrow and next year and later this week", date.max)
def test_mentions_stand_in_order_inside_the_text(text: str, reference: date | None) -> None:
    reached = 0
    for mention in find_dates(text, reference=reference):
        assert reached <= mention.start < mention.end <= len(text)
        reached = mention.end
        assert text[mention.start].strip()
        assert text[mention.end - 1].strip()
        if mention.relation_span is not None:
            start, end = mention.relation_span
            assert 0 <= start < end <= len(text)
            assert end <= mention.start or start >= mention.end
        assert (mention.first is None) == (mention.last is None) == (mention.resolution is Resolution.UNRESOLVED)
        assert mention.note or mention.resolution is Resolution.STATED
        if mention.first is not None and mention.last is not None:
            assert mention.first <= mention.last


@given(TEXTS, st.none() | RECENT, st.sampled_from(["So it goes. ", "“", "In short: ", "\n\n"]))
def test_words_before_shift_the_offsets_only(text: str, reference: date | None, before: str) -> None:
    # A sign at the start can be the end of what a text before it began.
    assume(text[:1].isalpha())
    alone = find_dates(text, reference=reference)
    moved = find_dates(before + text, reference=reference)
    assert [(m.start + len(before), m.end + len(before)) for m in alone] == [(m.start, m.end) for m in moved]
    assert [_shown(m) for m in alone] == [_shown(m) for m in moved]


@given(TEXTS, st.dates(), st.dates())
def test_the_day_of_publication_changes_nothing_that_is_stated(text: str, one: date, other: date) -> None:
    bare = find_dates(text)
    for reference in (one, other):
        dated = find_dates(text, reference=reference)
        assert [(m.start, m.end, m.relation, m.granularity) for m in bare] == [
            (m.start, m.end, m.relation, m.granularity) for m in dated
        ]
        for before, after in zip(bare, dated, strict=True):
            assert (before.resolution is Resolution.STATED) == (after.resolution is Resolution.STATED)
            if before.resolution is Resolution.STATED:
                assert before == after


def _mention(first: date, last: date, unit: Granularity) -> DateMention:
    return DateMention(0, 1, first, last, unit)


@given(DAYS, st.integers(2, 90))
def test_days_later_are_counted_from_the_event(day: date, count: int) -> None:
    (later,) = find_dates(f"{count} days later")
    (earlier,) = find_dates(f"{count} days earlier")
    event = _mention(day, day, Granularity.DAY)
    assert resolve(later, event).first == day + timedelta(days=count)
    assert resolve(earlier, event).last == day - timedelta(days=count)
    assert resolve(later, event).resolution is Resolution.EVENT


@given(DAYS, st.integers(1, 40))
def test_months_later_lie_in_the_month_that_follows(day: date, count: int) -> None:
    (later,) = find_dates(f"{count} months later")
    there = add_months(day, count)
    assert there is not None
    assert resolve(later, _mention(day, day, Granularity.DAY)).first == there.replace(day=1)


@given(st.integers(1000, 2090), st.sampled_from(["two days later", "the next day", "three months later"]))
def test_nothing_finer_is_told_from_a_coarser_event(year: int, words: str) -> None:
    (mention,) = find_dates(words)
    event = _mention(date(year, 1, 1), date(year, 12, 31), Granularity.YEAR)
    assert resolve(mention, event).resolution is Resolution.UNRESOLVED


@given(RECENT, st.sampled_from(WEEKDAY_NAMES))
def test_a_weekday_is_never_a_week_away(reference: date, weekday: str) -> None:
    (past,) = find_dates(f"Police said on {weekday}", reference=reference)
    (coming,) = find_dates(f"It will open on {weekday}", reference=reference)
    assert past.first is not None
    assert coming.first is not None
    assert 0 <= (reference - past.first).days < 7
    assert 0 <= (coming.first - reference).days < 7
    assert WEEKDAY_NAMES[past.first.weekday()] == WEEKDAY_NAMES[coming.first.weekday()] == weekday


@given(RECENT, st.dates(date(2020, 1, 1), date(2020, 12, 31)))
def test_a_day_without_a_year_is_within_a_year_of_publication(reference: date, day: date) -> None:
    assume((day.month, day.day) != (2, 29))
    (told,) = find_dates(f"The mill burned down on {day.day} {MONTH_NAMES[day.month - 1]}.", reference=reference)
    (open_,) = find_dates(f"The {day.day} {MONTH_NAMES[day.month - 1]} fire.", reference=reference)
    assert told.first is not None
    assert open_.first is not None
    assert (told.first.month, told.first.day) == (open_.first.month, open_.first.day) == (day.month, day.day)
    assert 0 <= (reference - told.first).days <= 366
    assert -62 <= (reference - open_.first).days <= 304


HOSTILE = (
    "from ", "the ", "the end of the ", "2003-", "Jan. ", "January and ", "2003, ", "two years ", "between 2003 and ", "1 ",
    "the next year ", "Monday ", "from 2003 to ", "May 5, ", "9/11/", "'90", "week of ", "early mid ", "Jan" + " " * 99, "May ",
)  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE, ids=[unit.strip()[:12] for unit in HOSTILE])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * (size // len(unit) + 1))[:size]
        best = 9.0
        for _ in range(2):
            start = time.process_time()
            find_dates(text, reference=date(2024, 1, 10))
            best = min(best, time.process_time() - start)
        return best

    assert seconds(16_000) < 10 * seconds(4_000) + 0.02
