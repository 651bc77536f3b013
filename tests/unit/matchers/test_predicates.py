"""The deed: said or not, affirmed or denied."""

from __future__ import annotations

import pytest

from factcheck.matchers.predicates import compare
from tests.unit.matchers.outcomes import comparisons


def found(claim: str, said: str) -> list[tuple[str, str]]:
    return [(str(one.aspect), str(one.outcome)) for one in comparisons(compare, claim, said)]


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("The firm closed the mine.", "The mine was closed by the firm.", id="the-same-word"),
        pytest.param("The army withdrew.", "The army's withdrawal ended in May.", id="deed-told-as-a-noun"),
        pytest.param("Doctors did not approve the drug.", "Doctors did not approve the drug.", id="both-denied"),
        pytest.param(
            "The court did not convict the banker.", "The court acquitted the banker.", id="opposite-of-a-denied-word"
        ),
    ],
)
def test_said(claim: str, said: str) -> None:
    assert ("predicate", "agrees") in found(claim, said)
    assert not any(outcome == "differs" for _, outcome in found(claim, said))


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("Doctors approved the drug.", "Doctors did not approve the drug.", id="denied"),
        pytest.param("Doctors did not approve the drug.", "Doctors approved the drug.", id="affirmed"),
        pytest.param("Doctors approved the drug.", "Doctors rejected the drug.", id="opposite"),
        pytest.param("Exports rose.", "Exports fell.", id="rose-and-fell"),
        pytest.param(
            "The court convicted the banker.", "The court acquitted the banker.", id="convicted-and-acquitted"
        ),
        pytest.param("The northern gate opened.", "The southern gate opened.", id="opposite-attribute"),
        pytest.param("Dorn has a theatre.", "Dorn has no theatre.", id="no-before-the-noun"),
    ],
)
def test_turned_round(claim: str, said: str) -> None:
    assert ("polarity", "differs") in found(claim, said)


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("The firm closed the mine.", "The firm opened a canteen beside the mine.", id="another-deed"),
        pytest.param("The council set a date.", "The council held a date market.", id="another-verb"),
    ],
)
def test_not_said(claim: str, said: str) -> None:
    assert ("predicate", "agrees") not in found(claim, said)


def test_two_of_one_class_exclude_one_another() -> None:
    assert ("predicate", "differs") in found("She bought a red car.", "She bought a blue car.")


def test_what_stands_behind_a_denial_is_left_open() -> None:
    rows = found("Troops began to leave.", "The council has not set a date for troops to leave.")
    assert ("predicate", "agrees") not in rows


def test_a_noun_before_another_noun_is_not_the_thing() -> None:
    assert ("predicate", "agrees") not in found("Dorn is a county.", "Dorn is a county seat.")


def test_a_deed_that_is_only_spoken_of_is_not_done() -> None:
    assert ("predicate", "agrees") not in found("Critics criticised the plan.", "The mayor rejected the criticism.")


def test_the_words_of_a_quotation_are_left_to_quotes() -> None:
    assert found("“The mine will never close again”.", "The mine closed.") == []
