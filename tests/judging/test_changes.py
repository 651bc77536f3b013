"""How a figure moved: doubled and halved, from and to and by, and what follows from the figures that a source gives."""

import pytest

from tests.judging.desk import Said, judged, label


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("Rents in Halden doubled.", "Rents in Halden rose from 600 to 1,200 euros.", id="from-to-doubled"),
        pytest.param("The wolf population tripled.", "The wolf population grew from 40 to 120 animals.", id="tripled"),
        pytest.param("Thefts at the harbour halved.", "Thefts at the harbour fell from 84 to 42.", id="fell-to-half"),
        pytest.param(
            "The reservoir's stock of trout fell by half.",
            "The reservoir's stock of trout fell from 900 to 450.",
            id="by-half",
        ),
        pytest.param(
            "The ferry fare rose by 20 percent.", "The ferry fare rose from 50 to 60 crowns.", id="growth-from-to"
        ),
        pytest.param(
            "The ferry fare rose by a fifth.", "The ferry fare rose from 50 to 60 crowns.", id="growth-as-a-share"
        ),
        pytest.param(
            "The ferry fare rose by 10 crowns.", "The ferry fare rose from 50 to 60 crowns.", id="difference-in-money"
        ),
        pytest.param(
            "Turnout rose by 7 percentage points.", "Turnout rose from 51 to 58 percent.", id="difference-in-points"
        ),
        pytest.param(
            "Dropout rates fell 3 points.", "Dropout rates fell from 11 to 8 percent.", id="points-without-percentage"
        ),
        pytest.param(
            "The number of beehives rose by 20 percent.",
            "The number of beehives rose from 1,203 to 1,441.",
            id="at-the-claims-own-precision",
        ),
        pytest.param(
            "Cod catches fell by 19.8 percent.", "Cod catches fell from 1,441 to 1,156 tonnes.", id="to-one-decimal"
        ),
        pytest.param(
            "The library's budget was halved.",
            "The library's budget was cut from 4 million to 2 million euros.",
            id="passive-halved",
        ),
        pytest.param(
            "The chess club's membership doubled to 340.",
            "The chess club's membership doubled to 340 last winter.",
            id="both-figures-stated",
        ),
        pytest.param("Bus fares doubled.", "Bus fares rose by 100 percent.", id="doubled-is-100-percent"),
        pytest.param("Bus fares rose by 100 percent.", "Bus fares doubled.", id="100-percent-is-doubled"),
        pytest.param("Grain stocks halved.", "Grain stocks fell by 50 percent.", id="halved-is-50-percent"),
        pytest.param("Grain stocks fell by half.", "Grain stocks halved.", id="by-half-is-halved"),
        pytest.param("The price of saffron tripled.", "The price of saffron trebled.", id="trebled"),
        pytest.param("Visits to the clinic rose.", "Visits to the clinic doubled.", id="doubled-is-a-rise"),
        pytest.param("Visits to the clinic fell.", "Visits to the clinic halved.", id="halved-is-a-fall"),
        pytest.param("Visits to the clinic fell.", "Visits to the clinic fell from 800 to 620.", id="fell-is-said"),
        pytest.param(
            "Milk production rose from 50 million litres.",
            "Milk production doubled to 100 million litres.",
            id="the-end-that-is-not-stated",
        ),
        pytest.param("The fine more than doubled.", "The fine went up from 200 to 450 euros.", id="more-than-doubled"),
        pytest.param("The fine nearly doubled.", "The fine went up from 200 to 390 euros.", id="nearly-doubled"),
        pytest.param(
            "Imports doubled.",
            "Exports rose from 50 to 60 million euros while imports rose from 40 to 80 million.",
            id="the-change-of-the-right-thing",
        ),
        pytest.param(
            "The jobless rate rose to 9 percent.",
            "The jobless rate rose to 9 percent from 7 percent a year earlier.",
            id="to-before-from",
        ),
        pytest.param(
            "Profit at the sawmill rose by 3 million crowns.",
            "Profit at the sawmill rose to 15 million crowns from 12 million.",
            id="difference-to-before-from",
        ),
        pytest.param(
            "The glacier shrank by a quarter.", "The glacier shrank from 8 to 6 square kilometres.", id="area"
        ),
        pytest.param("Oyster landings quadrupled.", "Oyster landings rose from 15 to 60 tonnes.", id="quadrupled"),
        pytest.param(
            "Wheat exports fell by 400,000 tonnes.",
            "Wheat exports fell from 2.4 million tonnes to 2 million tonnes.",
            id="difference-of-scales",
        ),
        pytest.param(
            "The school's roll has grown by 30 pupils.",
            "The school's roll has grown from 210 to 240 pupils.",
            id="difference-of-counts",
        ),
        pytest.param(
            "The orchestra sold three times as many tickets as in 2021.",
            "The orchestra sold three times as many tickets as in 2021.",
            id="the-same-multiple",
        ),
        pytest.param("The toll increased twofold.", "The toll increased from 30 to 60 crowns.", id="twofold"),
    ],
)
def test_a_change_that_the_figures_bear_out(claim: str, said: Said) -> None:
    assert label(claim, said) == "supported"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("Rents in Halden doubled.", "Rents in Halden rose from 600 to 700 euros.", id="not-doubled"),
        pytest.param("Rents in Halden doubled.", "Rents in Halden fell from 1,200 to 600 euros.", id="halved-instead"),
        pytest.param("Rents in Halden halved.", "Rents in Halden rose from 600 to 1,200 euros.", id="doubled-instead"),
        pytest.param("The wolf population tripled.", "The wolf population doubled.", id="doubled-is-not-tripled"),
        pytest.param("The wolf population doubled.", "The wolf population quadrupled.", id="quadrupled-is-not-doubled"),
        pytest.param("Bus fares doubled.", "Bus fares rose by 15 percent.", id="15-percent-is-not-double"),
        pytest.param("Bus fares rose by 15 percent.", "Bus fares doubled.", id="doubled-is-not-15-percent"),
        pytest.param("Bus fares fell by 15 percent.", "Bus fares doubled.", id="doubled-is-no-fall"),
        pytest.param(
            "The ferry fare rose by 30 percent.", "The ferry fare rose from 50 to 60 crowns.", id="other-growth"
        ),
        pytest.param(
            "The ferry fare fell by 20 percent.", "The ferry fare rose from 50 to 60 crowns.", id="fall-against-rise"
        ),
        pytest.param("The ferry fare fell.", "The ferry fare rose from 50 to 60 crowns.", id="fell-against-from-to"),
        pytest.param(
            "The ferry fare rose by 15 crowns.", "The ferry fare rose from 50 to 60 crowns.", id="other-difference"
        ),
        pytest.param("Turnout rose by 2 percentage points.", "Turnout rose from 51 to 58 percent.", id="other-points"),
        pytest.param(
            "The reservoir's stock of trout fell by half.",
            "The reservoir's stock of trout fell from 900 to 840.",
            id="not-by-half",
        ),
        pytest.param(
            "Exports doubled.",
            "Exports rose from 50 to 60 million euros while imports rose from 40 to 80 million.",
            id="the-other-thing-doubled",
        ),
        pytest.param(
            "The library's budget was halved.",
            "The library's budget was cut from 4 million to 3.6 million euros.",
            id="cut-but-not-halved",
        ),
        pytest.param(
            "The orchestra sold twice as many tickets as in 2021.",
            "The orchestra sold five times as many tickets as in 2021.",
            id="another-multiple",
        ),
        pytest.param("The toll increased twofold.", "The toll increased fivefold.", id="another-fold"),
        pytest.param(
            "The price of bread fell from 30 to 20 crowns.",
            "The price of bread rose from 20 to 30 crowns.",
            id="ends-turned-round",
        ),
    ],
)
def test_a_change_that_the_figures_disprove(claim: str, said: Said) -> None:
    assert label(claim, said) == "contradicted"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("Sales of skates rose to 500.", "Sales of skates rose by 500.", id="by-is-not-to"),
        pytest.param("Sales of skates rose by 500.", "Sales of skates rose to 500.", id="to-is-not-by"),
        pytest.param("Sales of skates rose 500.", "Sales of skates rose to 500.", id="bare-is-by"),
        pytest.param("Sales of skates rose to 500.", "Sales of skates rose from 500.", id="from-is-not-to"),
        pytest.param("The levy rose by 4 percent.", "The levy rose to 4 percent.", id="percent-by-is-not-to"),
        pytest.param("Inflation was 5 percent.", "Inflation rose by 5 percent.", id="level-is-not-change"),
        pytest.param("Inflation rose by 5 percent.", "Inflation was 5 percent.", id="change-is-not-level"),
        pytest.param("The moose herd doubled.", "The moose herd rose to 500.", id="only-one-end"),
        pytest.param("The moose herd doubled.", "The moose herd grew.", id="grew-is-not-doubled"),
        pytest.param("The moose herd doubled.", "The moose herd grew from 200 to 320.", id="1.6-times-is-neither"),
        pytest.param("The moose herd doubled.", "The elk herd grew from 200 to 400.", id="another-herd"),
        pytest.param("The moose herd doubled.", "The moose herd nearly doubled.", id="nearly-is-not-doubled"),
        pytest.param("The moose herd doubled.", "The moose herd may double.", id="may-double"),
        pytest.param("The moose herd doubled.", "The park wants to double the moose herd.", id="wants-to-double"),
        pytest.param("The moose herd doubled.", "The moose herd is expected to grow from 200 to 400.", id="expected"),
        pytest.param("The moose herd doubled.", "The moose herd doubled as a tourist attraction.", id="doubled-as"),
        pytest.param(
            "The vaccination rate rose by 4 percent.",
            "The vaccination rate rose from 40 to 44 percent.",
            id="percent-or-points",
        ),
        pytest.param("Youth unemployment doubled.", "Unemployment rose from 4 to 8 percent.", id="a-part-of-the-whole"),
        pytest.param(
            "Unemployment doubled.", "Youth unemployment rose from 9 to 18 percent.", id="the-whole-of-a-part"
        ),
        pytest.param("Rents in Halden doubled.", "Rents in Moss rose from 600 to 1,200 euros.", id="another-town"),
        pytest.param(
            "The ferry fare rose by 20 percent.",
            "The ferry fare rose from about 50 to about 60 crowns.",
            id="rough-ends-are-not-reckoned-with",
        ),
        pytest.param(
            "The ferry fare rose by 20 percent.",
            "The ferry fare rose from 50 crowns in the north to 60 euros in the south.",
            id="two-currencies",
        ),
        pytest.param(
            "The bakery sold twice as many rolls as buns.",
            "The bakery sold twice as many buns as rolls.",
            id="the-two-turned-round",
        ),
        pytest.param(
            "He won the race twice.", "He won the race three times as fast as his brother.", id="times-as-fast"
        ),
        pytest.param("The mayor cut spending by half.", "The mayor cut the ribbon at 50 shops.", id="cut-the-ribbon"),
        pytest.param("The team's wins doubled.", "The team won a double.", id="won-a-double"),
        pytest.param("The fire doubled in size.", "The fire crew doubled to 60 members.", id="another-thing-doubled"),
        pytest.param(
            "The debt of the port fell by 2 million euros.",
            "The debt of the port fell from 9 to 7.",
            id="no-currency-at-all",
        ),
    ],
)
def test_a_change_that_the_figures_leave_open(claim: str, said: Said) -> None:
    assert label(claim, said) != "supported"


def test_the_reason_says_how_it_follows() -> None:
    verdict = judged("The ferry fare rose by 20 percent.", "The ferry fare rose from 50 to 60 crowns.")
    assert "number: from 50 to 60 is a rise of 20 percent, which agrees with 20 percent" in verdict.evidence[0].reasons


TWO_DAYS = "Ticket sales were 4,000 in 2019. In 2020 ticket sales were 8,000."


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("Ticket sales doubled.", TWO_DAYS, id="two-sentences"),
        pytest.param("Ticket sales doubled in 2020.", TWO_DAYS, id="in-the-later-year"),
        pytest.param("Ticket sales rose by 100 percent.", TWO_DAYS, id="as-a-share"),
        pytest.param("Ticket sales doubled.", "Ticket sales were 4,000 in 2019 and 8,000 in 2020.", id="one-sentence"),
        pytest.param(
            "The number of visitors to the museum rose by 20 percent in 2022.",
            "The museum had 50,000 visitors in 2021. In 2022 the museum had 60,000 visitors.",
            id="visitors",
        ),
        pytest.param(
            "Unemployment fell by 3 percentage points.",
            "Unemployment was 11 percent in May 2020. In June 2020 unemployment was 8 percent.",
            id="points",
        ),
    ],
)
def test_a_change_told_from_two_days(claim: str, said: Said) -> None:
    assert label(claim, said) == "supported"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("Ticket sales doubled in 2021.", TWO_DAYS, id="another-year"),
        pytest.param("Ticket sales tripled.", TWO_DAYS, id="another-size"),
        pytest.param("Ticket sales halved.", TWO_DAYS, id="the-other-way"),
        pytest.param("Ticket sales fell by half.", TWO_DAYS, id="the-other-way-by"),
        pytest.param("Ticket sales did not double.", TWO_DAYS, id="denied"),
        pytest.param("Ticket sales will double.", TWO_DAYS, id="to-come"),
        pytest.param(
            "Ticket sales doubled in 2020.",
            "Ticket sales were 4,000 in 2012. In 2020 ticket sales were 8,000.",
            id="years-between",
        ),
        pytest.param(
            "Ticket sales doubled.",
            "Ticket sales were 4,000 in 2019. In 2020 bicycle sales were 8,000.",
            id="another-thing",
        ),
        pytest.param(
            "Ticket sales doubled.",
            "Ticket sales in Dorn were 4,000 in 2019. In 2020 ticket sales in Esk were 8,000.",
            id="two-towns",
        ),
        pytest.param(
            "Ticket sales doubled.",
            "Weekday ticket sales were 4,000 in 2019. In 2020 weekend ticket sales were 8,000.",
            id="another-part",
        ),
        pytest.param(
            "Ticket sales doubled.",
            "Ticket sales were 4,000 in 2019. In 2020 ticket sales were expected to reach 8,000.",
            id="only-expected",
        ),
        pytest.param(
            "Ticket sales doubled.", "Ticket sales were 4,000. Ticket sales were 8,000.", id="no-days-no-order"
        ),
        pytest.param(
            "Ticket sales doubled.",
            "Ticket sales were about 4,000 in 2019. In 2020 ticket sales were about 8,000.",
            id="rough",
        ),
    ],
)
def test_two_days_that_do_not_make_the_change(claim: str, said: Said) -> None:
    assert label(claim, said) == "missing"


def test_both_sentences_are_shown() -> None:
    (evidence,) = judged("Ticket sales doubled.", TWO_DAYS).evidence
    assert evidence.quote == "Ticket sales were 4,000 in 2019."
    assert [passage.text for passage in evidence.also] == ["In 2020 ticket sales were 8,000."]
    assert evidence.reasons == ("number: from 4,000 to 8,000 is 2 times as much",)


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param(
            "The price of salt doubled in 2020.",
            "The price of salt rose from 4 crowns in 1990 to 8 crowns in 2020.",
            "missing",
            id="over-thirty-years",
        ),
        pytest.param(
            "The price of salt doubled in 2020.",
            "The price of salt rose from 4 crowns in 2019 to 8 crowns in 2020.",
            "supported",
            id="over-one-year",
        ),
        pytest.param(
            "The price of salt has doubled since 1990.",
            "The price of salt has risen from 4 crowns in 1990 to 8 crowns in 2020.",
            "supported",
            id="since-1990",
        ),
        pytest.param(
            "The strike halved output.", "Output fell from 90 to 45 tonnes before the strike.", "missing", id="no-cause"
        ),
        pytest.param(
            "The bakery doubled its profit.",
            "The bakery's profit rose from 4 to 8 million euros.",
            "supported",
            id="its-own-profit",
        ),
        pytest.param(
            "The wage rose by 500 euros.", "The wage rose to 500 euros from 400 euros.", "missing", id="wage-to-and-by"
        ),
        pytest.param("The wage is 500 euros.", "The wage rose by 500 euros.", "missing", id="wage-level"),
        pytest.param(
            "The wage rose to 500 euros.", "The wage rose by 100 euros from 400 euros.", "supported", id="wage-end"
        ),
        pytest.param("There were 500 cases.", "Cases fell to 300 from 500.", "missing", id="the-old-level"),
        pytest.param("Cases fell from 300.", "Cases fell to 300 from 500.", "missing", id="the-new-level-as-the-old"),
        pytest.param("Rents doubled.", "Rents did not rise from 600 to 1,200 euros.", "contradicted", id="denied-rise"),
        pytest.param("Rents doubled.", "Rents would rise from 600 to 1,200 euros.", "missing", id="would-rise"),
        pytest.param(
            "Rents doubled.",
            "The owner denied that rents rose from 600 to 1,200 euros.",
            "missing",
            id="denied-by-owner",
        ),
        pytest.param(
            "The shop sold 50 bicycles more in June than in May.",
            "The shop sold 130 bicycles in May and 160 in June.",
            "missing",
            id="another-difference",
        ),
        pytest.param(
            "The shop sold 50 bicycles more in May than in June.",
            "The shop sold 130 bicycles in May and 180 in June.",
            "missing",
            id="the-difference-turned-round",
        ),
        pytest.param(
            "The shop sold 50 bicycles fewer in May than in June.",
            "The shop sold 130 bicycles in May and 180 in June.",
            "supported",
            id="fewer-in-may",
        ),
        pytest.param(
            "The dam held a quarter more water in June than in May.",
            "The dam held 8 million litres of water in May and 10 million litres in June.",
            "supported",
            id="a-quarter-more",
        ),
    ],
)
def test_whose_change_and_when(claim: str, said: Said, expected: str) -> None:
    assert label(claim, said) == expected
