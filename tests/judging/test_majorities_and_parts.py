"""Majorities, shares of stated totals, and the kinds that a whole is listed in."""

import pytest

from tests.judging.desk import Said, label

MEDALS = "The team won four gold, five silver and two bronze medals."


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param(
            "The bill was passed by a majority.", "The bill was passed by 60 votes to 40.", "supported", id="votes"
        ),
        pytest.param(
            "A majority of members backed the merger.",
            "Members backed the merger by 60 votes to 40.",
            "supported",
            id="votes-of-members",
        ),
        pytest.param(
            "A majority of farmers own a tractor.", "52 percent of farmers own a tractor.", "supported", id="52-percent"
        ),
        pytest.param(
            "A majority of farmers own a tractor.",
            "38 percent of farmers own a tractor.",
            "contradicted",
            id="38-percent",
        ),
        pytest.param(
            "Most farmers own a tractor.", "Of the 90 farmers, 60 own a tractor.", "supported", id="most-of-a-total"
        ),
        pytest.param(
            "Two thirds of the farmers own a tractor.",
            "Of the 90 farmers, 20 own a tractor.",
            "contradicted",
            id="another-share-of-the-total",
        ),
        pytest.param(
            "Two thirds of the farmers own a tractor.",
            "Of the 90 farmers, 20 own a tractor and 60 a horse.",
            "missing",
            id="two-parts-of-one-total",
        ),
        pytest.param(
            "The bill was passed by a two-thirds majority.",
            "The bill was passed by 60 votes to 40.",
            "missing",
            id="no-two-thirds",
        ),
        pytest.param(
            "The party has a majority of 12 seats.",
            "The party has a majority of 3 seats.",
            "contradicted",
            id="a-majority-of-seats-is-a-margin",
        ),
        pytest.param("The team won 11 medals.", MEDALS, "supported", id="all-kinds"),
        pytest.param("The team won 14 medals.", MEDALS, "contradicted", id="another-sum"),
        pytest.param("The team won five medals.", MEDALS, "contradicted", id="one-kind-is-not-all"),
        pytest.param("The team won five silver medals.", MEDALS, "supported", id="the-right-kind"),
        pytest.param("The team won five gold medals.", MEDALS, "contradicted", id="the-wrong-kind"),
        pytest.param(
            "The farm has nine horses.", "The farm has four brown and five black horses.", "supported", id="two-kinds"
        ),
        pytest.param(
            "The bank raised the rate by half a point.",
            "The bank raised the rate by a quarter point.",
            "contradicted",
            id="a-quarter-point",
        ),
        pytest.param(
            "The bank raised the rate by a quarter point.",
            "The bank raised the rate by 0.25 percentage points.",
            "supported",
            id="a-quarter-point-in-digits",
        ),
    ],
)
def test_majorities_and_parts(claim: str, said: Said, expected: str) -> None:
    assert label(claim, said) == expected
