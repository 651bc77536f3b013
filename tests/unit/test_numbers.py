"""What figures a sentence holds: the table of `tests/data/quantities.yaml`, and the finer points one by one."""

from __future__ import annotations

import time
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from factcheck.domain.analysis import Hedge, QuantityKind
from factcheck.text.number_words import speak
from factcheck.text.numbers import find_quantities, parse_figure, share
from factcheck.text.units import to_base
from factcheck.text.words import key

SENTENCES: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent.parent / "data" / "quantities.yaml").read_text(encoding="utf-8")
)
HEDGES = {hedge.value for hedge in Hedge}
KINDS = {kind.value for kind in QuantityKind}


def described(row: str) -> tuple[str, str, str, str, str | None, Decimal | None]:
    """A row of the table: figure, value, hedge, kind, unit, total."""
    figure, value, marks = (part.strip() for part in row.split("|"))
    hedge, kind, unit, total = "exact", "count", None, None
    for mark in marks.split():
        if mark in HEDGES:
            hedge = mark
        elif mark in KINDS:
            kind = mark
        elif mark.startswith("of:"):
            total = Decimal(mark[3:])
        else:
            unit = mark.removeprefix("unit:")
    if unit is not None and kind in {"count", "ordinal", "ratio"}:
        unit = key(unit)
    return figure, value, hedge, kind, unit, total


def shown(value: Decimal | None) -> str:
    return "" if value is None else format(round(value, 3).normalize(), "f")


def found_in(sentence: str) -> list[tuple[str, str, str, str, str | None, Decimal | None]]:
    return [
        (
            sentence[q.start : q.end],
            shown(q.value) if q.value is not None else f"{shown(q.low)}..{shown(q.high)}",
            q.hedge.value,
            q.kind.value,
            q.unit,
            q.of,
        )
        for q in find_quantities(sentence)
    ]


def normal(
    row: tuple[str, str, str, str, str | None, Decimal | None],
) -> tuple[str, str, str, str, str | None, Decimal | None]:
    figure, value, *rest = row
    ends = "..".join(shown(Decimal(end)) for end in value.split(".."))
    return (figure, ends, *rest)  # type: ignore[return-value]


@pytest.mark.parametrize(("sentence", "rows"), [pytest.param(s, rows, id=s[:60]) for s, rows in SENTENCES.items()])
def test_find_quantities(sentence: str, rows: list[str]) -> None:
    assert found_in(sentence) == [normal(described(row)) for row in rows]


def test_the_table_is_large() -> None:
    assert len(SENTENCES) >= 200


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        pytest.param("About 400 birds came.", 400, 400, id="about-is-no-bound"),
        pytest.param("Nearly 400 birds came.", 400, 400, id="nearly-is-no-bound"),
        pytest.param("More than 400 birds came.", 400, None, id="more-than-is-open-above"),
        pytest.param("At least 400 birds came.", 400, None, id="at-least-is-open-above"),
        pytest.param("Fewer than 400 birds came.", None, 400, id="fewer-than-is-open-below"),
        pytest.param("Up to 400 birds came.", None, 400, id="up-to-is-open-below"),
        pytest.param("400 birds or more came.", 400, None, id="bound-after-the-noun"),
        pytest.param("At least several hundred birds came.", 300, None, id="vague-with-a-bound"),
        pytest.param("Between 300 and 400 birds came.", 300, 400, id="range"),
    ],
)
def test_bounds(sentence: str, low: int, high: int | None) -> None:
    (found,) = find_quantities(sentence)
    assert [found.low, found.high] == [low, high]


@pytest.mark.parametrize(
    ("sentence", "step"),
    [
        ("2,500 tents", "100"),
        ("2,510 tents", "10"),
        ("1.2 million tents", "100000"),
        ("45 tents", "1"),
        ("$3.40", "0.01"),
        ("3.0 percent", "0.1"),
        ("three hundred tents", "100"),
    ],
)
def test_the_step_is_the_last_place_as_written(sentence: str, step: str) -> None:
    assert find_quantities(sentence)[0].step == Decimal(step)


@pytest.mark.parametrize(
    ("sentence", "hedge", "noun"),
    [
        pytest.param("The port has about 2,500 U.S. dockers.", "about", "U.S. dockers", id="modifiers-are-in-the-noun"),
        pytest.param("At least some 30 of its boats sank.", "At least some", "boats", id="two-hedges-one-span"),
        pytest.param("30 boats or more sank.", "or more", "boats", id="hedge-after"),
        pytest.param("Between 3 and 5 old boats sank.", "Between", "old boats", id="range"),
        pytest.param("The 30-odd boats sank.", "odd", "boats", id="joined-hedge"),
        pytest.param("More than 20 percent of the boats sank.", "More than", "boats", id="share-of-a-noun"),
    ],
)
def test_spans_of_hedge_and_noun(sentence: str, hedge: str, noun: str) -> None:
    (found,) = find_quantities(sentence)
    assert found.hedge_span is not None
    assert found.unit_span is not None
    assert sentence[slice(*found.hedge_span)] == hedge
    assert sentence[slice(*found.unit_span)] == noun


def test_a_slice_taken_by_a_date_is_no_figure() -> None:
    sentence = "In 3 January 500 boats sank."
    start = sentence.index("500")
    assert [q.start for q in find_quantities(sentence, taken=[(3, 12)])] == [start]
    assert find_quantities(sentence, taken=[(3, 12), (start, start + 3)]) == []


@pytest.mark.parametrize(
    ("typed", "low", "high", "hedge", "kind"),
    [
        ("2500", 2500, 2500, Hedge.EXACT, QuantityKind.COUNT),
        ("2,500", 2500, 2500, Hedge.EXACT, QuantityKind.COUNT),
        ("about 2,500", 2500, 2500, Hedge.ABOUT, QuantityKind.COUNT),
        ("2020", 2020, 2020, Hedge.EXACT, QuantityKind.COUNT),
        ("one", 1, 1, Hedge.EXACT, QuantityKind.COUNT),
        ("none", 0, 0, Hedge.EXACT, QuantityKind.COUNT),
        ("0", 0, 0, Hedge.EXACT, QuantityKind.COUNT),
        ("2 to 3 million", 2_000_000, 3_000_000, Hedge.RANGE, QuantityKind.COUNT),
        ("between 5 and 7", 5, 7, Hedge.RANGE, QuantityKind.COUNT),
        ("10%", 10, 10, Hedge.EXACT, QuantityKind.PERCENT),
        ("at least $5 million", 5_000_000, None, Hedge.AT_LEAST, QuantityKind.MONEY),
        ("10 or more", 10, None, Hedge.AT_LEAST, QuantityKind.COUNT),
        ("dozens", 24, 199, Hedge.VAGUE, QuantityKind.COUNT),
        ("5-4", 5, 5, Hedge.EXACT, QuantityKind.SCORE),
        ("2,500 troops", 2500, 2500, Hedge.EXACT, QuantityKind.COUNT),
        ("second", 2, 2, Hedge.EXACT, QuantityKind.ORDINAL),
        ("12 km", 12, 12, Hedge.EXACT, QuantityKind.MEASURE),
    ],
)
def test_parse_figure(typed: str, low: int | None, high: int | None, hedge: Hedge, kind: QuantityKind) -> None:
    found = parse_figure(typed)
    assert found is not None
    assert (found.low, found.high, found.hedge, found.kind) == (low, high, hedge, kind)


@pytest.mark.parametrize(
    "typed", ["", "many", "5 and 6", "about", "1.2.3", "twelve o'clock and 3", "F-16", "555-1234-9", "12:30"]
)
def test_parse_figure_refuses_what_is_no_single_figure(typed: str) -> None:
    assert parse_figure(typed) is None


@pytest.mark.parametrize(
    ("measure", "base"),
    [
        ("2 km", ("2000", "length")),
        ("1 mile", ("1609.344", "length")),
        ("3 weeks", ("1814400", "time")),
        ("2 years", ("24", "calendar")),
        ("50 degrees Fahrenheit", ("10", "temperature")),
        ("36 km/h", ("36000", "speed")),
        ("25 basis points", ("0.25", "percentage-points")),
        ("2 tonnes", ("2000", "mass")),
        ("1 square mile", ("2589988.110336", "area")),
        ("5 gigawatts", ("5000000000", "power")),
    ],
)
def test_conversions_are_exact(measure: str, base: tuple[str, str]) -> None:
    (found,) = find_quantities(f"It was {measure}.")
    assert to_base(found) == (Decimal(base[0]), base[1])


@pytest.mark.parametrize("measure", ["3 tons", "40 gallons", "9 barrels", "$5", "3 to 5 km", "12 boats"])
def test_no_conversion_where_none_is_safe(measure: str) -> None:
    (found,) = find_quantities(f"It was {measure}.")
    assert to_base(found) is None


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("One in five bridges is unsafe.", "0.2"),
        ("Half of the bridges are unsafe.", "0.5"),
        ("25 percent of bridges are unsafe.", "0.25"),
        ("The guide gives it 8/10.", "0.8"),
    ],
)
def test_shares_of_one(sentence: str, part: str) -> None:
    assert share(find_quantities(sentence)[0]) == Decimal(part)


def test_counts_and_vague_numbers_are_no_share() -> None:
    assert [share(found) for found in find_quantities("Dozens of boats and 12 rafts sank.")] == [None, None]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("0", "zero"),
        ("21", "twenty-one"),
        ("105", "one hundred and five"),
        ("2500", "two thousand five hundred"),
        ("1000001", "one million and one"),
        ("2.5", "two point five"),
    ],
)
def test_speak(value: str, words: str) -> None:
    assert speak(Decimal(value)) == words


@pytest.mark.parametrize("value", ["-1", "1e18"])
def test_speak_has_bounds(value: str) -> None:
    with pytest.raises(ValueError, match="cannot speak"):
        speak(Decimal(value))


HOSTILE = {
    "commas": "1," * 50_000,
    "halves": "half " * 30_000,
    "hyphens": "1-" * 40_000,
    "articles": "a hundred and " * 8_000,
    "hedges": "at least " * 20_000 + "5",
    "totals": "5 of " * 8_000,
    "compound": "5 " + "x-" * 40_000,
    "digits": "9" * 100_000,
    "addresses": "a@" * 20_000 + "5",
    "one-of": "one of " * 5_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_read_in_bounded_time(text: str) -> None:
    started = time.process_time()
    find_quantities(text)
    assert time.process_time() - started < 5
