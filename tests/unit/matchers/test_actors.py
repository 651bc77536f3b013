"""Who does it to whom."""

from __future__ import annotations

import pytest

from factcheck.matchers.actors import compare
from tests.unit.matchers.outcomes import comparisons, outcomes


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("Norvia invaded Estavia.", "Norvia invaded Estavia.", id="the-same"),
        pytest.param("Norvia invaded Estavia.", "Estavia was invaded by Norvia.", id="active-and-passive"),
        pytest.param("The nurse sued the surgeon.", "The nurse, who sued the surgeon, won.", id="relative-clause"),
        pytest.param("The bridge was repaired.", "Volunteers repaired the bridge.", id="doer-left-out"),
        pytest.param("Talks resumed.", "The two sides resumed talks.", id="it-happens-of-itself"),
        pytest.param("The dam burst.", "The lake froze.", id="another-deed-altogether"),
    ],
)
def test_nothing_is_said_where_they_agree(claim: str, said: str) -> None:
    assert outcomes(compare, claim, said) == []


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("Norvia invaded Estavia.", "Estavia invaded Norvia.", id="countries"),
        pytest.param("The nurse sued the surgeon.", "The surgeon sued the nurse.", id="people"),
        pytest.param("Dorn defeated Esk.", "Dorn was defeated by Esk.", id="passive"),
        pytest.param(
            "The tenant was attacked by the landlord.", "The tenant attacked the landlord.", id="claim-in-the-passive"
        ),
    ],
)
def test_turned_round(claim: str, said: str) -> None:
    (found,) = comparisons(compare, claim, said)
    assert (found.aspect, found.outcome) == ("actors", "differs")


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("The council praised the referee.", "The council praised the goalkeeper.", id="other-undergoer"),
        pytest.param("Northline sued the council.", "Pell Motors sued the council.", id="other-doer"),
    ],
)
def test_somebody_else_settles_nothing(claim: str, said: str) -> None:
    found = comparisons(compare, claim, said)
    assert [(one.aspect, one.outcome) for one in found] == [("actors", "not-comparable")]


def test_another_doer_of_a_deed_done_once_differs() -> None:
    (found,) = comparisons(compare, "Lea Brandt wrote the harbour opera.", "Otto Brink wrote the harbour opera.")
    assert (found.aspect, found.outcome) == ("role", "differs")
    assert "Lea Brandt" in found.reason


def test_a_comparison_turned_round_differs() -> None:
    found = comparisons(compare, "Lake Brenn is deeper than Lake Esk.", "Lake Esk is deeper than Lake Brenn.")
    assert ("predicate", "differs") in [(one.aspect, one.outcome) for one in found]
    assert outcomes(compare, "Lake Brenn is deeper than Lake Esk.", "Lake Brenn is deeper than Lake Esk.") == []
