"""Two things set against one another: more and less, from either side."""

import pytest

from tests.judging.desk import Said, label


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param(
            "Nurses earn less than teachers.", "Teachers earn more than nurses.", "supported", id="less-more-other-side"
        ),
        pytest.param(
            "Dorn has fewer schools than Esk.", "Esk has more schools than Dorn.", "supported", id="fewer-more"
        ),
        pytest.param("Dorn is colder than Esk.", "Esk is warmer than Dorn.", "supported", id="colder-warmer"),
        pytest.param(
            "The ferry is slower than the train.", "The train is faster than the ferry.", "supported", id="slower"
        ),
        pytest.param("Olives cost more than figs.", "Figs cost less than olives.", "supported", id="cost-less"),
        pytest.param(
            "Nurses earn more than teachers.", "Nurses earn less than teachers.", "contradicted", id="more-less"
        ),
        pytest.param(
            "Nurses earn more than teachers.", "Teachers earn more than nurses.", "contradicted", id="turned-round"
        ),
        pytest.param("Dorn has fewer schools than Esk.", "Dorn has more schools than Esk.", "contradicted", id="fewer"),
        pytest.param("Dorn is colder than Esk.", "Esk is colder than Dorn.", "contradicted", id="colder-turned-round"),
        pytest.param(
            "The ferry is slower than the train.", "The ferry is faster than the train.", "contradicted", id="fast"
        ),
        pytest.param(
            "Coal output grew faster than gas output.",
            "Gas output grew faster than coal output.",
            "contradicted",
            id="output-turned-round",
        ),
        pytest.param(
            "The river is three times as long as the canal.",
            "The river is three times as long as the canal.",
            "supported",
            id="three-times-as-long",
        ),
        pytest.param(
            "The river is three times as long as the canal.",
            "The canal is three times as long as the river.",
            "contradicted",
            id="three-times-turned-round",
        ),
        pytest.param(
            "The tower is twice the height of the church.",
            "The church is twice the height of the tower.",
            "contradicted",
            id="twice-the-height-turned-round",
        ),
        pytest.param(
            "The tower is twice the height of the church.",
            "The tower is twice the height of the church.",
            "supported",
            id="twice-the-height",
        ),
        pytest.param(
            "Dorn has twice as many schools as Esk.",
            "Esk has twice as many schools as Dorn.",
            "contradicted",
            id="twice-as-many-turned-round",
        ),
        pytest.param("Dorn has more schools than Esk.", "Esk has fewer teachers than Dorn.", "missing", id="teachers"),
        pytest.param("Dorn is colder than Esk.", "Esk is larger than Dorn.", "missing", id="another-scale"),
        pytest.param("Dorn is colder than Esk.", "Moss is warmer than Dorn.", "missing", id="another-town"),
        pytest.param(
            "Nurses earn less than teachers.", "Teachers earn more than they did.", "missing", id="than-they-did"
        ),
        pytest.param(
            "Nurses earn less than teachers.", "Teachers earn more than 3,000 euros.", "missing", id="than-a-sum"
        ),
        pytest.param(
            "Nurses earn less than teachers.", "Nurses want to earn more than teachers.", "missing", id="wish"
        ),
        pytest.param("Olives cost more than figs.", "Olives cost more than dates.", "missing", id="than-dates"),
    ],
)
def test_contrasts(claim: str, said: Said, expected: str) -> None:
    assert label(claim, said) == expected
