"""How often, as a length of time."""

from __future__ import annotations

import pytest

from factcheck.text.analyse import analyse
from factcheck.text.multiples import FOLD


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        pytest.param("The fair is held annually.", [("annually", "12 months")], id="annually"),
        pytest.param("The fair is held every other year.", [("every other year", "24 months")], id="every-other"),
        pytest.param("The fair is held twice a year.", [("twice a year", "6 months")], id="twice"),
        pytest.param(
            "The fair is held three times every month.", [("three times every month", "0.33 months")], id="three"
        ),
        pytest.param("The fair is held once every 4 years.", [("once every 4 years", "48 months")], id="once-every"),
        pytest.param("Flights are twice-weekly.", [("twice-weekly", "3.5 days")], id="twice-weekly"),
        pytest.param("The fair is held every August.", [("every August", "12 months")], id="every-august"),
        pytest.param("The board meets each Monday.", [("each Monday", "7 days")], id="each-monday"),
        pytest.param("The biennial show opened.", [("biennial", "24 months")], id="biennial"),
        pytest.param("The plant makes 500 vans per annum.", [("per annum", "12 months")], id="per-annum"),
        pytest.param("The plant makes 90,000 barrels a day.", [], id="part-of-the-unit"),
        pytest.param("He won twice a decade ago.", [], id="a-decade-ago"),
        pytest.param("She visits a day centre.", [], id="a-day-centre"),
        pytest.param("He won twice every game.", [], id="every-game"),
        pytest.param("He won every game.", [], id="no-length"),
    ],
)
def test_find_rates(text: str, rates: list[tuple[str, str]]) -> None:
    found = analyse(text).rates
    told = [f"{r.length:.2f}".rstrip("0").rstrip(".") + (" months" if r.months else " days") for r in found]
    assert list(zip([text[r.start : r.end] for r in found], told, strict=True)) == rates


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("The shop sold twice as many tickets as Esk.", "2", id="twice-as-many"),
        pytest.param("It is three times the national average.", "3", id="three-times-the"),
        pytest.param("A tenfold increase was seen.", "10", id="tenfold"),
        pytest.param("A twofold increase was seen.", "2", id="twofold"),
        pytest.param("Sales more than doubled.", "2", id="more-than-doubled"),
        pytest.param("Thefts nearly halved.", "0.5", id="nearly-halved"),
        pytest.param("He won three times.", None, id="won-three-times"),
        pytest.param("The hall doubled as a school.", None, id="doubled-as"),
        pytest.param("The manifold broke.", None, id="manifold"),
    ],
)
def test_find_multiples(text: str, value: str | None) -> None:
    found = [str(q.value) for q in analyse(text).quantities if q.unit == FOLD]
    assert found == ([value] if value else [])
