"""What belongs to what."""

from __future__ import annotations

import pytest

from factcheck.matchers.bearing import compare
from tests.unit.matchers.outcomes import comparisons, outcomes


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("Ana Ruiz is a striker.", "Captain Reed fouled Dorn striker Ana Ruiz.", id="before-the-name"),
        pytest.param("Kell is a singer.", "Kell is an actor and singer.", id="joined"),
        pytest.param("Kell is Norvian.", "Kell is a Norvian actor.", id="nation"),
        pytest.param(
            "Norvia is colder than Estavia.", "Estavia is warmer than Norvia.", id="comparisons-have-their-own"
        ),
        pytest.param("The dam burst.", "The lake froze.", id="nothing-of-the-kind"),
    ],
)
def test_nothing_is_said_where_it_belongs_together(claim: str, said: str) -> None:
    assert outcomes(compare, claim, said) == []


@pytest.mark.parametrize(
    ("claim", "said", "rule"),
    [
        pytest.param("Reed is a striker.", "Reed fouled Dorn striker Ana Ruiz.", "bearing-other", id="trade"),
        pytest.param("Stanton are bankrupt.", "Stanton lost at bankrupt Elmer.", "bearing-other", id="state"),
        pytest.param(
            "Lisa Huber is Norwegian.", "Norwegian skier Kari Nes beat Lisa Huber.", "bearing-other", id="nation"
        ),
        pytest.param(
            "Orlin sold a stake in Kyo.", "Orlin sold a stake in Hikari, not Kyo.", "complement-other", id="stake"
        ),
        pytest.param(
            "Police searched the garage.",
            "Police searched the house but not the garage.",
            "bearing-excepted",
            id="but-not",
        ),
        pytest.param(
            "The bakery reopened.", "All shops reopened apart from the bakery.", "bearing-excepted", id="apart-from"
        ),
    ],
)
def test_words_that_belong_to_others(claim: str, said: str, rule: str) -> None:
    found = comparisons(compare, claim, said)
    assert [(row.outcome, row.rule) for row in found] == [("not-comparable", rule)]
