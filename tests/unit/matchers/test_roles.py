"""Who holds which office of what, and which place in an order."""

from __future__ import annotations

import pytest

from factcheck.matchers.roles import compare
from tests.unit.matchers.outcomes import outcomes

CLAIM = "Marek Dolan is the foreign minister of Portugal."


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param("Portugal's foreign minister, Marek Dolan, left early.", ["agrees"], id="the-same"),
        pytest.param("Portuguese Foreign Minister Marek Dolan left early.", ["agrees"], id="demonym-and-title"),
        pytest.param("Portugal's foreign minister, Irena Kos, left early.", ["differs"], id="other-holder"),
        pytest.param("Marek Dolan, the foreign minister of Brazil, left early.", ["differs"], id="other-body"),
        pytest.param("Portugal's finance minister, Marek Dolan, left early.", ["differs"], id="other-title"),
        pytest.param("Portugal's former foreign minister, Marek Dolan, left early.", ["not-comparable"], id="past"),
        pytest.param("Foreign Minister Marek Dolan left early.", [], id="body-not-named"),
        pytest.param("Brazil's foreign minister, Irena Kos, left early.", [], id="somebody-elses-office"),
        pytest.param("Marek Dolan left early.", [], id="no-office"),
    ],
)
def test_offices(said: str, expected: list[str]) -> None:
    assert outcomes(compare, CLAIM, said) == expected


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param(
            "Norvia is the largest producer of wool.",
            "Norvia, the largest producer of wool, froze exports.",
            ["agrees"],
            id="the-same",
        ),
        pytest.param(
            "Norvia is the biggest producer of wool.",
            "Norvia, the largest producer of wool, froze exports.",
            ["agrees"],
            id="another-word-for-it",
        ),
        pytest.param(
            "Norvia is the largest producer of wool.",
            "Norvia, the second-largest producer of wool, froze exports.",
            ["differs"],
            id="other-place",
        ),
        pytest.param(
            "Norvia is the largest producer of wool.",
            "Estavia is the largest producer of wool.",
            ["differs"],
            id="other-holder",
        ),
        pytest.param(
            "Norvia is the largest producer of wool.",
            "Norvia is the oldest producer of wool.",
            ["not-stated"],
            id="other-scale",
        ),
        pytest.param(
            "Norvia is the largest producer of wool.",
            "Norvia is the largest island of the sea.",
            ["not-stated"],
            id="other-head",
        ),
        pytest.param("Norvia produces wool.", "Norvia is the largest producer of wool.", [], id="no-rank-claimed"),
    ],
)
def test_ranks(claim: str, said: str, expected: list[str]) -> None:
    assert outcomes(compare, claim, said) == expected


def test_a_deputy_is_another_office() -> None:
    claim = "Lena Fisk is the mayor of Lisbon."
    assert "agrees" not in outcomes(compare, claim, "Lena Fisk, the deputy mayor of Lisbon, spoke.")
