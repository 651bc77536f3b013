"""Each bearer that a claim names must be in the passage, or meant by it."""

from __future__ import annotations

import pytest

from factcheck.matchers.names import compare
from tests.unit.matchers.outcomes import comparisons, outcomes


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("Pedro Sanchez spoke.", "Sanchez spoke.", id="surname"),
        pytest.param("The U.S. agreed.", "The United States agreed.", id="alias"),
        pytest.param("France agreed.", "Paris agreed.", id="capital-as-the-government"),
        pytest.param("The fair was held in Portugal.", "The fair was held in Lisbon.", id="city-within-the-country"),
        pytest.param("The French fleet sailed.", "France's fleet sailed.", id="demonym"),
        pytest.param("Sales rose at Pell.", "Sales rose at Pell Motors.", id="part-of-a-company-name"),
    ],
)
def test_the_same_bearer_agrees(claim: str, said: str) -> None:
    assert outcomes(compare, claim, said) == ["agrees"]


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("Pedro Sanchez spoke.", "Marta Solano spoke.", id="somebody-else"),
        pytest.param("The fair was held in Porto.", "The fair was held in Portugal.", id="country-of-a-city"),
        pytest.param("The choir of Dorn sang.", "The choir of Esk sang.", id="another-town"),
        pytest.param("Pedro Sanchez spoke.", "The minister spoke.", id="nobody-named"),
    ],
)
def test_a_name_that_is_not_there_is_not_stated(claim: str, said: str) -> None:
    assert outcomes(compare, claim, said) == ["not-stated"]


def test_a_pronoun_may_stand_for_the_name_before_it() -> None:
    (found,) = comparisons(compare, "Ana Ruiz won the race.", "She won the race.", before=["Ana Ruiz came late."])
    assert found.outcome == "agrees"
    assert found.weight < 1


def test_a_pronoun_between_two_women_stays_open() -> None:
    before = ["Maria Solano and Ana Ruiz came late."]
    assert outcomes(compare, "Ana Ruiz won the race.", "She won the race.", before=before) == ["not-stated"]


def test_an_event_that_happens_in_one_place_differs_elsewhere() -> None:
    assert outcomes(compare, "The treaty was signed in Brazil.", "The treaty was signed in Portugal.") == ["differs"]


def test_a_place_of_something_that_happens_often_stays_open() -> None:
    assert outcomes(compare, "Miners went on strike in Brazil.", "Miners went on strike in Portugal.") == ["not-stated"]


def test_names_inside_quotation_marks_are_the_speakers() -> None:
    assert outcomes(compare, "The guide said “ask Ana Ruiz about it”.", "The guide shrugged.") == []


def test_no_names_no_comparison() -> None:
    assert outcomes(compare, "Rain fell.", "Ana Ruiz came.") == []
