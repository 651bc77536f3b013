"""Dates: intervals against intervals, on the deed that they date."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.matchers.dates import compare
from tests.unit.matchers.outcomes import comparisons, outcomes

PUBLISHED = date(2024, 1, 11)


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("The dam burst in 2020.", "The dam burst on 5 January 2020.", id="coarse-claim-fine-source"),
        pytest.param("The dam burst on Jan. 5, 2020.", "The dam burst on 5 January 2020.", id="two-ways-to-write-it"),
        pytest.param("The dam burst on 9 January 2024.", "The dam burst on Tuesday.", id="weekday"),
        pytest.param("The dam burst on Tuesday.", "The dam burst on Tuesday.", id="the-same-words"),
        pytest.param("The dam burst before 2020.", "The dam burst in 2017.", id="before"),
        pytest.param("The dam burst after 2020.", "The dam burst in 2022.", id="after"),
        pytest.param("The dam had burst by 2020.", "The dam burst in 2019.", id="by"),
        pytest.param("The mill has been closed since 2015.", "The mill has been closed since May 2015.", id="since"),
        pytest.param("The mill was open until 2015.", "The mill was open until May 2015.", id="until"),
        pytest.param(
            "Norvia invaded Estavia in 2003.", "Norvia invaded Estavia and toppled its king in 2003.", id="shared-date"
        ),
        pytest.param("The mill closed in March.", "The mill closed in March.", id="month-alone"),
        pytest.param("The dam burst in the 1990s.", "The dam burst in 1994.", id="decade"),
    ],
)
def test_the_same_time_agrees(claim: str, said: str) -> None:
    assert outcomes(compare, claim, said, published=PUBLISHED) == ["agrees"]


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("The dam burst in 2020.", "The dam burst in 2017.", id="other-year"),
        pytest.param("The dam burst on 5 January 2020.", "The dam burst on 6 January 2020.", id="other-day"),
        pytest.param("The dam burst in March.", "The dam burst in June.", id="other-month"),
        pytest.param("The dam burst before 2020.", "The dam burst in 2022.", id="not-before"),
        pytest.param("The dam burst after 2020.", "The dam burst in 2017.", id="not-after"),
        pytest.param("The dam had burst by 2020.", "The dam burst in 2022.", id="not-by"),
        pytest.param("The dam burst in 2010.", "The dam burst after 2020.", id="the-source-says-after"),
        pytest.param("The dam burst in 2022.", "The dam burst before 2010.", id="the-source-says-before"),
        pytest.param("The dam burst in 2022.", "The dam had burst by 2010.", id="the-source-says-by"),
        pytest.param(
            "The mill was closed in 2003.", "The mill has been closed since 2015.", id="the-source-says-since"
        ),
    ],
)
def test_another_time_differs(claim: str, said: str) -> None:
    assert outcomes(compare, claim, said) == ["differs"]


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("The dam burst on 5 January 2020.", "The dam burst in 2020.", id="fine-claim-coarse-source"),
        pytest.param("The dam burst in 2019.", "The dam burst before 2020.", id="before-says-less"),
        pytest.param("The dam burst in 2022.", "The dam burst after 2020.", id="after-says-less"),
        pytest.param("The dam burst in 2019.", "The dam had burst by 2020.", id="by-says-less"),
        pytest.param("The mill has been closed since 2015.", "The mill was closed until 2015.", id="since-until"),
        pytest.param("The mill was closed until 2015.", "The mill has been closed since 2015.", id="until-since"),
        pytest.param("The mill was shut in 2015.", "The mill was shut until May 2015.", id="until-says-when-it-ended"),
        pytest.param("The mill closed on 5 March.", "The mill closed in March.", id="day-against-month"),
        pytest.param("The mill closed before March.", "The mill closed in June.", id="months-without-a-year"),
        pytest.param("The dam burst on Tuesday.", "The dam burst on Friday.", id="weekdays-without-a-day"),
        pytest.param("The dam burst before 2020.", "The dam burst after 2010.", id="bounds-that-cross"),
        pytest.param("The dam burst on 5 March 2020.", "The dam burst on 5 March.", id="no-year"),
    ],
)
def test_a_time_that_settles_nothing(claim: str, said: str) -> None:
    assert outcomes(compare, claim, said) == ["not-comparable"]


def test_a_date_that_is_not_there_is_not_stated() -> None:
    assert outcomes(compare, "The dam burst in 2020.", "The dam burst.") == ["not-stated"]


def test_a_claim_without_a_date_compares_none() -> None:
    assert outcomes(compare, "The dam burst.", "The dam burst in 2020.") == []


def test_each_deed_has_its_own_date() -> None:
    said = "The opera was planned in 1987 and opened in 1994."
    assert outcomes(compare, "The opera opened in 1994.", said) == ["agrees"]
    assert outcomes(compare, "The opera was planned in 1987.", said) == ["agrees"]
    assert outcomes(compare, "The opera opened in 1987.", said) == ["differs"]


def test_the_reason_tells_how_a_weekday_was_resolved() -> None:
    (found,) = comparisons(
        compare, "The dam burst on 9 January 2024.", "The dam burst on Tuesday.", published=PUBLISHED
    )
    assert "9 January 2024" in found.reason
