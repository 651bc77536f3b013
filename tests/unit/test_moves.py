"""Changes in a sentence: which end a figure is, and what follows from two of them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.text.analyse import analyse
from factcheck.text.comparatives import contrast_of, move_since
from factcheck.text.moves import date_of, days_fit, end_of, in_time, moves, reckon


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        pytest.param("Sales rose from 40 to 50.", ["from", "to"], id="from-to"),
        pytest.param("Sales rose by 40 percent.", ["by"], id="by"),
        pytest.param("Sales rose 40 percent.", ["by"], id="bare"),
        pytest.param("Sales rose to a record 40 million euros.", ["to"], id="to-a-record"),
        pytest.param("A rise of 40 percent was reported.", ["by"], id="a-rise-of"),
        pytest.param("A 40 percent rise was reported.", ["by"], id="before-the-noun"),
        pytest.param("Sales doubled.", ["times"], id="doubled"),
        pytest.param("The shop sold 40 more than in May.", ["more"], id="more"),
        pytest.param("The farm has 40 more cows than in May.", ["more"], id="more-before-the-noun"),
        pytest.param("The shop sold 40 bicycles.", [""], id="a-level"),
        pytest.param("The firm cut 40 jobs.", [""], id="done-to-jobs"),
        pytest.param("The storm brought down 48 trees.", [""], id="brought-down"),
        pytest.param("Sales rose in 40 days.", [""], id="a-length-of-time"),
        pytest.param("Most farmers saw a rise.", [""], id="a-majority"),
    ],
)
def test_which_end_of_a_change_a_figure_is(text: str, ends: list[str]) -> None:
    analysis = analyse(text)
    assert [end_of(analysis, figure).value for figure in analysis.quantities] == ends


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        pytest.param(
            "Sales rose from 40 to 50.",
            [
                "from 40 to 50 is a rise of 10",
                "from 40 to 50 is a rise of 25 percent",
                "from 40 to 50 is 1.25 times as much",
            ],
            id="from-to",
        ),
        pytest.param(
            "Sales doubled to 40.",
            [
                "from 20 to 40 is a rise of 20",
                "from 20 to 40 is a rise of 100 percent",
                "from 20 to 40 is 2 times as much",
                "a rise of 20 to 40 starts at 20",
            ],
            id="doubled-to",
        ),
        pytest.param(
            "Fares fell by 10 crowns from 40 crowns.",
            [
                "from 40 to 30 is a fall of 10",
                "from 40 to 30 is a fall of 25 percent",
                "from 40 to 30 is 0.75 times as much",
                "a fall of 10 from 40 ends at 30",
            ],
            id="by-from",
        ),
        pytest.param(
            "Sales halved.", ["“halved” is a fall of 50 percent", "“halved” is 0.5 times as much"], id="halved"
        ),
        pytest.param(
            "Sales fell threefold.",
            ["“threefold” is a fall of 66.67 percent", "“threefold” is 0.33 times as much"],
            id="threefold-down",
        ),
        pytest.param("Sales rose to 40.", [], id="one-end"),
        pytest.param("Sales rose from about 40 to about 50.", [], id="rough-ends"),
        pytest.param("Turnout rose by 4 percent to 45 percent.", [], id="percent-or-points"),
        pytest.param(
            "Turnout rose by 4 percentage points to 45 percent.",
            [
                "from 41 to 45 is a rise of 4 points",
                "from 41 to 45 is a rise of 9.76 percent",
                "from 41 to 45 is 1.1 times as much",
                "a rise of 4 points to 45 starts at 41",
            ],
            id="points-to-percent",
        ),
        pytest.param("Sales rose from 50 to 40.", [], id="words-against-figures"),
        pytest.param("Fares rose by 10 euros from 40 crowns.", [], id="two-currencies"),
        pytest.param("Profit rose from minus 40 to 50 crowns.", ["from -40 to 50 is a rise of 90"], id="below-nought"),
        pytest.param("Profit, 50 crowns; up from 40 crowns.", [], id="across-a-semicolon"),
    ],
)
def test_what_follows_from_a_change(text: str, follows: list[str]) -> None:
    analysis = analyse(text)
    assert [row.words for move in moves(analysis) for row in reckon(move, analysis)] == follows


@pytest.mark.parametrize(
    ("claim", "fits"),
    [
        pytest.param("Sales doubled.", True, id="no-day"),
        pytest.param("Sales doubled in 2020.", True, id="the-later-year"),
        pytest.param("Sales doubled in 2019.", False, id="the-earlier-year"),
        pytest.param("Sales have doubled since 2019.", True, id="since"),
        pytest.param("Sales have doubled since 2012.", False, id="since-before"),
        pytest.param("Sales doubled in 2020 and in 2021.", False, id="two-days"),
    ],
)
def test_a_change_between_two_days_is_that_of_the_claims_day(claim: str, fits: bool) -> None:  # noqa: FBT001
    said = analyse("Sales were 4,000 in 2019 and 8,000 in 2020.")
    dated = [(figure, date_of(said, figure)) for figure in said.quantities]
    pair = in_time(dated)
    assert pair is not None
    assert [figure.value for figure in pair] == [Decimal(4000), Decimal(8000)]
    assert days_fit(analyse(claim).dates, dated[0][1], dated[1][1]) is fits


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Sales were 4,000 in 2019 and 8,000 later.", id="one-day"),
        pytest.param("Sales were 4,000 in 2019 and 8,000 in 2019.", id="one-year"),
        pytest.param("Sales were 4,000 euros in 2019 and 8,000 crowns in 2020.", id="two-currencies"),
        pytest.param("Sales were 4,000 in 2019.", id="one-figure"),
    ],
)
def test_two_figures_without_an_order_in_time(text: str) -> None:
    said = analyse(text)
    assert in_time([(figure, date_of(said, figure)) for figure in said.quantities]) is None


@pytest.mark.parametrize(
    ("text", "scale", "sign"),
    [
        pytest.param("Olives cost more than figs.", "more", 1, id="more"),
        pytest.param("Dorn has fewer schools than Esk.", "more", -1, id="fewer"),
        pytest.param("Olives are more expensive than figs.", "expensive", 1, id="more-expensive"),
        pytest.param("Dorn is colder than Esk.", "warmer", -1, id="colder"),
        pytest.param("The yard is grander than the hall.", "grander", 1, id="any-comparative"),
    ],
)
def test_what_two_things_are_compared_by(text: str, scale: str, sign: int) -> None:
    found = contrast_of(analyse(text))
    assert found is not None
    assert (found.scale, found.sign) == (scale, sign)


@pytest.mark.parametrize("text", ["More than 40 boats sank.", "Dorn rather liked it than not.", "It rained."])
def test_no_two_things_are_compared(text: str) -> None:
    assert contrast_of(analyse(text)) is None


def test_a_change_since_the_day_that_a_claim_compares_with() -> None:
    said = analyse("Turnout was 63 percent, up from 58 percent in 2018.")
    assert move_since(analyse("Turnout was higher than in 2018."), said) is not None
    assert move_since(analyse("Turnout was higher than in 2014."), said) is None
    assert move_since(analyse("Turnout was higher than expected."), said) is None
