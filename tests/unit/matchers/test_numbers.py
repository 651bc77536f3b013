"""Figures: the same thing counted, then the value."""

from __future__ import annotations

import pytest

from factcheck.matchers.numbers import compare
from tests.unit.matchers.outcomes import comparisons, outcomes


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("The storm killed 12 people.", "Twelve people were killed by the storm.", id="words-and-digits"),
        pytest.param("About 2,500 nurses went on strike.", "2,600 nurses went on strike.", id="inside-about"),
        pytest.param("The mine employs 900 men.", "The mine employs about 900 men.", id="the-source-hedges"),
        pytest.param("More than 50 boats sank.", "72 boats sank.", id="more-than"),
        pytest.param("The walk is 5 km long.", "The walk is 5,000 metres long.", id="units-are-converted"),
        pytest.param("Half of the pupils passed.", "50 percent of the pupils passed.", id="share-and-percent"),
        pytest.param("The bridge cost 3 million euros.", "The bridge cost €3m.", id="currency-sign-and-scale"),
        pytest.param("The team won 5-4.", "The team won 5-4.", id="score"),
        pytest.param("Turnout fell to 41.2 percent.", "Turnout fell to 41.23 percent.", id="finer-than-the-claim"),
        pytest.param("Ana Ruiz, 34, won.", "Ana Ruiz, 34, won.", id="age"),
        pytest.param(
            "The vote on the bridge was 62-38.",
            "The vote on the bridge was 38-62.",
            id="score-told-from-the-other-side",
        ),
        pytest.param("Two-thirds of the pupils passed.", "60 of the 90 pupils passed.", id="share-of-a-total"),
        pytest.param("Half of the pupils passed.", "Of 90 pupils, 45 passed.", id="share-of-a-total-in-front"),
        pytest.param("The two clubs have 90 members.", "The clubs have 50 members and 40 members.", id="sum"),
    ],
)
def test_the_same_figure_agrees(claim: str, said: str) -> None:
    assert "agrees" in outcomes(compare, claim, said)


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("The storm killed 12 people.", "The storm killed 35 people.", id="other-value"),
        pytest.param("About 2,500 nurses went on strike.", "4,000 nurses went on strike.", id="outside-about"),
        pytest.param("More than 50 boats sank.", "31 boats sank.", id="not-more-than"),
        pytest.param("Fewer than 50 boats sank.", "72 boats sank.", id="not-fewer-than"),
        pytest.param("The walk is 5 km long.", "The walk is 8,000 metres long.", id="other-length"),
        pytest.param("The drop was 0 km.", "The drop was 800 metres.", id="nought-and-a-length"),
        pytest.param("The team won 5-4.", "The team won 5-1.", id="other-score"),
        pytest.param("Half of the pupils passed.", "31 percent of the pupils passed.", id="other-share"),
        pytest.param("The bridge cost 3 million euros.", "The bridge cost 7 million euros.", id="other-price"),
        pytest.param("Turnout fell to 41 percent.", "Turnout fell to 56 percent.", id="other-rate"),
    ],
)
def test_another_value_of_the_same_thing_differs(claim: str, said: str) -> None:
    assert outcomes(compare, claim, said) == ["differs"]


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("The hotel has 40 rooms.", "The hotel has 55 parking places.", id="other-thing"),
        pytest.param("The fire killed 12 people.", "The fire injured 30 people.", id="other-deed"),
        pytest.param("Prices rose to 15 crowns.", "Prices rose by 9 crowns.", id="level-against-change"),
        pytest.param("The bridge cost 3 million euros.", "The bridge cost 5 million dollars.", id="other-currency"),
        pytest.param("The fire killed 12 people.", "The fire killed hundreds of sheep.", id="people-are-no-sheep"),
        pytest.param("The parish has 900 voters.", "The parish has more than 600 voters.", id="a-bound-below"),
        pytest.param("Unemployment is 7 percent.", "Youth unemployment is 19 percent.", id="rate-of-a-part"),
    ],
)
def test_figures_of_something_else_settle_nothing(claim: str, said: str) -> None:
    found = outcomes(compare, claim, said)
    assert found
    assert not {"agrees", "differs"} & set(found)


def test_another_share_of_a_total_does_not_agree() -> None:
    assert "agrees" not in outcomes(compare, "Half of the pupils passed.", "Of the 90 pupils, 20 passed.")


def test_a_figure_that_is_not_there_is_not_stated() -> None:
    assert outcomes(compare, "The storm killed 12 people.", "The storm killed people.") == ["not-stated"]


def test_a_claim_without_a_figure_compares_none() -> None:
    assert outcomes(compare, "The storm killed people.", "The storm killed 12 people.") == []


def test_a_place_in_an_order_is_left_to_ranks() -> None:
    assert outcomes(compare, "It is the second-largest lake.", "It is the third-largest lake.") == []


def test_each_figure_is_compared_with_its_own_deed() -> None:
    claim = "The crash killed three people and injured 25 people."
    assert outcomes(compare, claim, "The crash killed three people and injured 25 people.") == ["agrees", "agrees"]
    assert outcomes(compare, claim, "The crash killed 25 people and injured three people.") == ["differs", "differs"]


def test_several_other_figures_settle_nothing() -> None:
    said = "The blast killed two men and four women."
    assert outcomes(compare, "The blast killed nine people.", said) == ["not-comparable"]


def test_another_place_is_a_near_miss() -> None:
    (found,) = comparisons(compare, "900 soldiers serve in Portugal.", "900 soldiers serve in Brazil.")
    assert (found.outcome, found.rule) == ("not-comparable", "number-elsewhere")


def test_the_reason_shows_both_wordings() -> None:
    (found,) = comparisons(compare, "About 2,500 nurses went on strike.", "2,600 nurses went on strike.")
    assert "2,600 nurses" in found.reason
    assert "2,500 nurses" in found.reason
    assert "2,250 to 2,750" in found.reason
