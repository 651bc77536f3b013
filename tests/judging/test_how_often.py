"""How often: annually, every two years, twice a week; rates of figures are compared and never converted."""

import pytest

from tests.judging.desk import Said, label


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("The fair is held annually.", "The fair is held every year.", id="annually-every-year"),
        pytest.param("The fair is held every year.", "The fair is held once a year.", id="once-a-year"),
        pytest.param("The fair is held twice a year.", "The fair is held every six months.", id="every-six-months"),
        pytest.param("The fair is held every two years.", "The fair is held every other year.", id="every-other-year"),
        pytest.param(
            "The fair is held every second year.", "The fair is held every two years.", id="every-second-year"
        ),
        pytest.param("The board meets monthly.", "The board meets once a month.", id="monthly"),
        pytest.param("The board meets four times a year.", "The board meets quarterly.", id="quarterly"),
        pytest.param("The board meets every quarter.", "The board meets every three months.", id="every-three-months"),
        pytest.param("The board meets every fortnight.", "The board meets every two weeks.", id="fortnight"),
        pytest.param("The market opens weekly.", "The market opens every Saturday.", id="every-saturday"),
        pytest.param("The choir sings yearly.", "The choir sings every December.", id="every-december"),
        pytest.param("The pump is checked three times a day.", "The pump is checked every eight hours.", id="hours"),
        pytest.param("The plant makes 500 vans a week.", "The plant makes 500 vans per week.", id="a-week-per-week"),
        pytest.param(
            "The island receives 90,000 visitors a year.",
            "The island receives 90,000 visitors annually.",
            id="annually",
        ),
    ],
)
def test_as_often(claim: str, said: Said) -> None:
    assert label(claim, said) == "supported"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("The fair is held annually.", "The fair is held every two years.", id="every-two-years"),
        pytest.param("The fair is held every two years.", "The fair is held every year.", id="every-year"),
        pytest.param("The board meets weekly.", "The board meets monthly.", id="weekly-monthly"),
        pytest.param("The board meets twice a month.", "The board meets twice a year.", id="month-year"),
        pytest.param("The ferry sails daily.", "The ferry sails three times a week.", id="three-times-a-week"),
        pytest.param("The pump is checked every hour.", "The pump is checked every six hours.", id="hours-apart"),
    ],
)
def test_not_as_often(claim: str, said: Said) -> None:
    assert label(claim, said) == "contradicted"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("The town had 12 fires a month.", "The town had 144 fires a year.", id="never-converted"),
        pytest.param("The town had 12 fires a month.", "The town had 12 fires a year.", id="same-number-other-period"),
        pytest.param("The town had 12 fires a month.", "The town had 12 fires.", id="no-period-stated"),
        pytest.param("The plant made 500 vans.", "The plant made 500 vans a day.", id="the-claim-drops-the-period"),
        pytest.param("The board meets monthly.", "The board meets every four weeks.", id="four-weeks-are-no-month"),
        pytest.param("The fair is held annually.", "The fair is held in the old barn.", id="no-rate-at-all"),
        pytest.param("The market opens every Saturday.", "The market opens weekly.", id="which-day-is-open"),
        pytest.param("The fair is held every year.", "The fair was held twice, a year apart.", id="a-year-apart"),
        pytest.param("The guild publishes a weekly list.", "The guild publishes a monthly list.", id="another-list"),
        pytest.param("She trains twice a day.", "She trained for two days.", id="for-two-days"),
        pytest.param("The clinic sees 40 patients a day.", "The clinic saw 40 patients one day.", id="one-day"),
        pytest.param("The nurse earns 900 euros a week.", "The nurse earns 900 euros a month.", id="wages"),
    ],
)
def test_how_often_is_open(claim: str, said: Said) -> None:
    assert label(claim, said) == "missing"
