"""What a figure still allows: round figures, bounds beside several figures, records of three numbers."""

import pytest

from tests.judging.desk import Said, judged, label


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param(
            "The airport handled 50,000 passengers.", "The airport handled 50,312 passengers.", "supported", id="50,312"
        ),
        pytest.param(
            "The airport handled 50,000 passengers.", "The airport handled 48,200 passengers.", "missing", id="48,200"
        ),
        pytest.param(
            "The airport handled 50,000 passengers.", "The airport handled 51,900 passengers.", "missing", id="51,900"
        ),
        pytest.param(
            "The airport handled 50,000 passengers.",
            "The airport handled 44,100 passengers.",
            "contradicted",
            id="44,100",
        ),
        pytest.param(
            "The airport handled 50,000 passengers.",
            "The airport handled about 50,000 passengers.",
            "supported",
            id="the-source-hedges",
        ),
        pytest.param(
            "The airport handled about 50,000 passengers.",
            "The airport handled 48,200 passengers.",
            "supported",
            id="the-claim-hedges",
        ),
        pytest.param("The mine made $3bn.", "The mine made $3.04 billion.", "supported", id="3.04-billion"),
        pytest.param("The mine made $3bn.", "The mine made $3.12 billion.", "missing", id="3.12-billion"),
        pytest.param("The mine made $3bn.", "The mine made $3.6 billion.", "contradicted", id="3.6-billion"),
        pytest.param("The mill sold 300 looms.", "The mill sold 302 looms.", "supported", id="302-looms"),
        pytest.param("The mill sold 302 looms.", "The mill sold 300 looms.", "contradicted", id="300-looms"),
        pytest.param(
            "The film earned less than 60 million euros.",
            "At home the film earned 40 million euros and overall the film earned 90 million euros.",
            "missing",
            id="a-bound-that-one-part-meets",
        ),
        pytest.param(
            "The Rovers are 7-4-1.", "The Rovers are 7-3-1 at home and 2-4-6 away.", "missing", id="record-other"
        ),
        pytest.param("The Rovers are 7-4-1.", "The Rovers are 7-4-1 at home.", "supported", id="record-same"),
    ],
)
def test_bands_and_bounds(claim: str, said: Said, expected: str) -> None:
    assert label(claim, said) == expected


def test_the_reason_shows_the_band_of_a_round_figure() -> None:
    verdict = judged("The airport handled 50,000 passengers.", "The airport handled 50,312 passengers.")
    reason = "number: 50,312 passengers agrees with 50,000 passengers (49,500 to under 50,500)"
    assert reason in verdict.evidence[0].reasons
