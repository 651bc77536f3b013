"""What dates a text names, where they stand, and what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from factcheck.domain.analysis import DateMention, DateRelation, Granularity, Resolution
from factcheck.text.dates import find_dates, in_words, parse_date, resolve
from tests.unit.date_sentences import TABLE

Interval = tuple[date | None, date | None]
_BRACKETS = re.compile(r"\[([^\]]*)\]")


def _interval(written: str) -> Interval:
    if written == "?":
        return None, None
    first, _, last = written.partition("..")
    return _edge(first, last=False), _edge(last or first, last=True)


def _edge(written: str, *, last: bool) -> date:
    parts = [int(part) for part in written.split("-")]
    year = parts[0]
    month = parts[1] if len(parts) > 1 else (12 if last else 1)
    if len(parts) > 2:
        return date(year, month, parts[2])
    if not last:
        return date(year, month, 1)
    after = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(after.toordinal() - 1)


def _rows() -> Iterator[object]:
    for line in TABLE.strip().splitlines():
        if line.startswith("#"):
            continue
        published, marked, meant = (field.strip() for field in line.split("|"))
        text = _BRACKETS.sub(r"\1", marked)
        expected = []
        for item in filter(None, (item.strip() for item in meant.split(";"))):
            relation, _, interval = item.rpartition(" ")
            expected.append((relation or "on", _interval(interval)))
        words = _BRACKETS.findall(marked)
        reference = None if published == "-" else date.fromisoformat(published)
        yield pytest.param(text, reference, list(zip(words, expected, strict=True)), id=f"{published} {text[:70]}")


@pytest.mark.parametrize(("text", "reference", "expected"), list(_rows()))
def test_sentence(text: str, reference: date | None, expected: list[tuple[str, tuple[str, Interval]]]) -> None:
    found = find_dates(text, reference=reference)
    assert [(text[m.start : m.end], (m.relation.value, (m.first, m.last))) for m in found] == expected


def test_the_table_is_large_enough() -> None:
    assert sum(line[:1] not in {"", "#"} for line in TABLE.splitlines()) >= 250


@pytest.mark.parametrize(
    ("text", "first", "last", "granularity", "relation"),
    [
        pytest.param("2020", "2020-01-01", "2020-12-31", "year", "on", id="year"),
        pytest.param(" 1650 ", "1650-01-01", "1650-12-31", "year", "on", id="old-year"),
        pytest.param("5 January 2020", "2020-01-05", "2020-01-05", "day", "on", id="day"),
        pytest.param("2020-01-05", "2020-01-05", "2020-01-05", "day", "on", id="iso-day"),
        pytest.param("January 2020", "2020-01-01", "2020-01-31", "month", "on", id="month"),
        pytest.param("the 1990s", "1990-01-01", "1999-12-31", "decade", "on", id="decade"),
        pytest.param("since 2014", "2014-01-01", "2014-12-31", "year", "since", id="since"),
        pytest.param("from 2014 onwards", "2014-01-01", "2014-12-31", "year", "since", id="onwards"),
        pytest.param("by the end of 2024", "2024-12-01", "2024-12-31", "year", "by", id="deadline"),
        pytest.param("2003-2011", "2003-01-01", "2011-12-31", "year", "between", id="years"),
        pytest.param("2003 to 2011", "2003-01-01", "2011-12-31", "year", "between", id="years-in-words"),
        pytest.param("before May 2015", "2015-05-01", "2015-05-31", "month", "before", id="before"),
        pytest.param("2024-01", "2024-01-01", "2024-01-31", "month", "on", id="iso-month"),
        pytest.param("Q3 2021", "2021-07-01", "2021-09-30", "quarter", "on", id="quarter"),
        pytest.param("in 2020", "2020-01-01", "2020-12-31", "year", "on", id="preposition"),
    ],
)
def test_typed_date(text: str, first: str, last: str, granularity: str, relation: str) -> None:
    mention = parse_date(text)
    assert mention is not None
    assert (mention.first, mention.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert (mention.granularity.value, mention.relation.value) == (granularity, relation)


@pytest.mark.parametrize("text", ["", "soon", "2,500", "20200", "0999", "2020 and 2021", "the vote in 2020", "twenty"])
def test_not_a_typed_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("5/1/2020", "5/1/2020 can be 5 January or 1 May 2020: write the month in letters."),
        ("last week", "last week needs a day of publication."),
        ("5 January", "5 January names no year."),
        ("30 February 2021", "February 2021 has no such day."),
        ("two days later", "two days later needs the event before it."),
        ("44 BC", "Years before the common era cannot be compared yet."),
        ("several years ago", "several years ago does not say how long exactly."),
    ],
)
def test_a_date_that_stays_open_says_why(text: str, note: str) -> None:
    mention = parse_date(text)
    assert mention is not None
    assert (mention.first, mention.last, mention.resolution, mention.note) == (None, None, Resolution.UNRESOLVED, note)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("The envoy left on Tuesday.", "Tuesday is 9 January 2024, from the day of publication."),
        ("Rents rose last year.", "last year is 2023, from the day of publication."),
        ("The budget passed in November.", "November is November 2023, from the day of publication."),
        ("Clashes erupted early last month.", "early last month is early December 2023, from the day of publication."),
        ("It opened in 2019 and shut a year later.", "2020, told from the event before it (2019)."),
        ("Sales in fiscal 2021 fell.", "A fiscal year need not be the calendar year."),
    ],
)
def test_a_date_that_was_worked_out_says_how(text: str, note: str) -> None:
    assert find_dates(text, reference=date(2024, 1, 10))[-1].note == note


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param("He owned 1950 stamps.", "1950", id="count-without-comma"),
        pytest.param("They may 1999 times refuse.", "1999", id="verb-before-a-count"),
        pytest.param("Every child of 1950 parents signed.", "1950", id="count-after-of"),
    ],
)
def test_known_mistakes(text: str, wrong: str) -> None:
    assert [text[m.start : m.end] for m in find_dates(text)] == [wrong]


def test_month_and_day_are_kept_without_a_year() -> None:
    (mention,) = find_dates("The raid took place on 3 October.")
    assert (mention.month, mention.day, mention.resolution) == (10, 3, Resolution.UNRESOLVED)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The club has existed since 1921.", "since"),
        ("No later than June 2026 it must close.", "No later than"),
        ("He governed from 2003 to 2011.", "from"),
        ("In 2015 or earlier it was sold.", "or earlier"),
        ("More than 20 years ago it closed.", "More than"),
        ("The post-2015 rules are stricter.", "post"),
        ("Before the 2003 invasion he was a baker.", None),
        ("Police held him after Friday's attack.", None),
    ],
)
def test_the_preposition_stands_at_its_offsets(text: str, words: str | None) -> None:
    (mention,) = find_dates(text, reference=date(2024, 1, 10))
    assert (text[slice(*mention.relation_span)] if mention.relation_span else None) == words


def _stated(first: str, last: str, granularity: Granularity, relation: DateRelation = DateRelation.ON) -> DateMention:
    return DateMention(0, 1, date.fromisoformat(first), date.fromisoformat(last), granularity, relation)


@pytest.mark.parametrize(
    ("words", "event", "expected"),
    [
        pytest.param("the next year", ("2003-03-20", "2003-03-20", Granularity.DAY), ("2004-01-01", "2004-12-31"), id="year"),
        pytest.param("two days later", ("2020-02-28", "2020-02-28", Granularity.DAY), ("2020-03-01", "2020-03-01"), id="leap"),
        pytest.param("the following month", ("2019-12-05", "2019-12-05", Granularity.DAY), ("2020-01-01", "2020-01-31"), id="month"),
        pytest.param("a week earlier", ("2024-01-10", "2024-01-10", Granularity.DAY), ("2024-01-01", "2024-01-07"), id="week"),
        pytest.param("the previous day", ("2024-01-01", "2024-01-01", Granularity.DAY), ("2023-12-31", "2023-12-31"), id="day"),
        pytest.param("March of the following year", ("2012-01-01", "2012-12-31", Granularity.YEAR), ("2013-03-01", "2013-03-31"), id="month-of-year"),
        pytest.param("two days later", ("2020-01-01", "2020-12-31", Granularity.YEAR), None, id="coarser-event"),
        pytest.param("on Tuesday", ("2020-01-01", "2020-01-01", Granularity.DAY), None, id="not-told-from-an-event"),
    ],
)  # fmt: skip
def test_resolve(words: str, event: tuple[str, str, Granularity], expected: tuple[str, str] | None) -> None:
    (mention,) = find_dates(words)
    assert mention.resolution is Resolution.UNRESOLVED
    placed = resolve(mention, _stated(*event))
    if expected is None:
        assert placed.first is None
    else:
        assert (str(placed.first), str(placed.last), placed.resolution) == (*expected, Resolution.EVENT)


def test_resolve_counts_from_the_end_of_a_range() -> None:
    (mention,) = find_dates("the next year")
    event = _stated("2003-01-01", "2007-12-31", Granularity.YEAR, DateRelation.BETWEEN)
    assert resolve(mention, event).first == date(2008, 1, 1)


def test_resolve_stays_inside_the_calendar() -> None:
    (mention,) = find_dates("the next year")
    assert resolve(mention, _stated("9999-01-01", "9999-12-31", Granularity.YEAR)) == mention


def test_resolve_leaves_a_mention_alone_when_the_event_is_open() -> None:
    (mention,) = find_dates("two days later")
    (event,) = find_dates("on Tuesday")
    assert resolve(mention, event) == mention


@pytest.mark.parametrize(
    ("first", "last", "granularity", "words"),
    [
        ("2020-01-05", "2020-01-05", Granularity.DAY, "5 January 2020"),
        ("2020-01-05", "2020-01-07", Granularity.DAY, "5 to 7 January 2020"),
        ("2020-01-28", "2020-02-03", Granularity.DAY, "28 January to 3 February 2020"),
        ("2019-12-28", "2020-01-03", Granularity.DAY, "28 December 2019 to 3 January 2020"),
        ("2024-01-08", "2024-01-14", Granularity.WEEK, "the week of 8 January 2024"),
        ("2020-01-01", "2020-01-31", Granularity.MONTH, "January 2020"),
        ("2020-03-01", "2020-05-31", Granularity.MONTH, "March to May 2020"),
        ("2019-11-01", "2020-02-29", Granularity.MONTH, "November 2019 to February 2020"),
        ("2020-03-01", "2020-03-10", Granularity.MONTH, "early March 2020"),
        ("2021-07-01", "2021-07-31", Granularity.QUARTER, "July 2021"),
        ("2021-07-01", "2021-09-30", Granularity.QUARTER, "the third quarter of 2021"),
        ("2019-12-01", "2020-02-29", Granularity.SEASON, "the winter of 2019"),
        ("2020-01-01", "2020-12-31", Granularity.YEAR, "2020"),
        ("2003-01-01", "2011-12-31", Granularity.YEAR, "2003 to 2011"),
        ("2024-12-01", "2024-12-31", Granularity.YEAR, "the end of 2024"),
        ("2020-01-01", "2020-06-30", Granularity.YEAR, "the first half of 2020"),
        ("0410-01-01", "0410-12-31", Granularity.YEAR, "AD 410"),
        ("1990-01-01", "1999-12-31", Granularity.DECADE, "the 1990s"),
        ("1994-01-01", "1996-12-31", Granularity.DECADE, "the mid-1990s"),
        ("1801-01-01", "1900-12-31", Granularity.CENTURY, "the 19th century"),
        ("1800-01-01", "1899-12-31", Granularity.CENTURY, "the 1800s"),
    ],
)
def test_in_words(first: str, last: str, granularity: Granularity, words: str) -> None:
    assert in_words(date.fromisoformat(first), date.fromisoformat(last), granularity) == words
