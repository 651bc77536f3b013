"""Wanted, planned, announced, decided and done are different things."""

from __future__ import annotations

import pytest

from factcheck.matchers.modality import compare
from tests.unit.matchers.outcomes import outcomes


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param("The firm closed the mine.", "The firm closed the mine.", ["agrees"], id="done-and-done"),
        pytest.param("The firm will close the mine.", "The firm will close the mine.", ["agrees"], id="will-and-will"),
        pytest.param(
            "The firm will close the mine.", "The firm is set to close the mine.", ["agrees"], id="will-and-set-to"
        ),
        pytest.param(
            "The firm closed the mine.", "The firm will close the mine.", ["not-comparable"], id="done-and-will"
        ),
        pytest.param(
            "The firm closed the mine.", "The firm wants to close the mine.", ["not-comparable"], id="done-and-wanted"
        ),
        pytest.param(
            "The firm closed the mine.", "The firm may close the mine.", ["not-comparable"], id="done-and-possible"
        ),
        pytest.param(
            "The firm will close the mine.", "The firm may close the mine.", ["not-comparable"], id="will-and-may"
        ),
        pytest.param("The firm may close the mine.", "The firm may close the mine.", ["agrees"], id="may-and-may"),
        pytest.param("The firm closed the mine.", "The firm flooded the valley.", [], id="another-deed"),
        pytest.param("In 2020.", "The firm closed the mine in 2020.", [], id="no-deed-claimed"),
        pytest.param(
            "The union called it “a hasty closing of mines”.",
            "Closing mines may be “hasty”.",
            [],
            id="inside-a-quotation",
        ),
    ],
)
def test_how_far_the_deed_has_come(claim: str, said: str, expected: list[str]) -> None:
    assert outcomes(compare, claim, said) == expected


def test_a_planned_deed_is_no_done_one_when_told_as_a_noun() -> None:
    assert "agrees" not in outcomes(
        compare, "The closure of the mine ended.", "The firm plans the closure of the mine."
    )
