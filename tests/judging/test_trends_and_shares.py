"""More and less, shares and majorities, records, doublings, and figures put together."""

import pytest

from tests.judging.desk import Said, label


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param(
            "Ticket sales at the theatre doubled.",
            "The theatre sold twice as many tickets as the year before.",
            "supported",
            id="twice-as-many",
        ),
        pytest.param(
            "Ticket sales at the theatre doubled.",
            "Ticket sales at the theatre went up from 20,000 to 40,000.",
            "supported",
            id="from-to-is-double",
        ),
        pytest.param(
            "Ticket sales at the theatre doubled.",
            "Ticket sales at the theatre went up from 20,000 to 24,000.",
            "contradicted",
            id="from-to-is-not-double",
        ),
        pytest.param(
            "Ticket sales at the theatre doubled.",
            "Ticket sales at the theatre tripled.",
            "contradicted",
            id="tripled",
        ),
        pytest.param(
            "The number of burglaries in Esk fell by 15 percent.",
            "Burglaries in Esk were down by 15 percent, police figures show.",
            "supported",
            id="down-by",
        ),
        pytest.param(
            "The number of burglaries in Esk fell by 15 percent.",
            "Burglaries in Esk were up by 15 percent, police figures show.",
            "contradicted",
            id="up-by",
        ),
        pytest.param(
            "The number of burglaries in Esk fell to 15.",
            "The number of burglaries in Esk fell by 15.",
            "missing",
            id="to-is-not-by",
        ),
        pytest.param(
            "Profit at the brewery fell from 12 million to 9 million crowns.",
            "The brewery's profit fell to 9 million crowns from 12 million the year before.",
            "supported",
            id="from-to-reordered",
        ),
        pytest.param(
            "Profit at the brewery rose from 9 million to 12 million crowns.",
            "The brewery's profit fell to 9 million crowns from 12 million the year before.",
            "contradicted",
            id="from-to-reversed",
        ),
        pytest.param(
            "The interest rate was raised to 4.25 percent.",
            "The central bank raised the interest rate by a quarter point, to 4.25 percent.",
            "supported",
            id="by-and-to",
        ),
        pytest.param(
            "The interest rate was raised by 4.25 percentage points.",
            "The central bank raised the interest rate by a quarter point, to 4.25 percent.",
            "contradicted",
            id="level-taken-for-change",
        ),
        pytest.param(
            "Most farmers in the valley support the reservoir.",
            "Seventy-two percent of the farmers in the valley support the reservoir, according to a survey.",
            "supported",
            id="most-is-72-percent",
        ),
        pytest.param(
            "Most farmers in the valley support the reservoir.",
            "Only 31 percent of the farmers in the valley support the reservoir.",
            "contradicted",
            id="most-is-not-31-percent",
        ),
        pytest.param(
            "More than half of the voters stayed at home.",
            "Fifty-eight percent of the voters stayed at home.",
            "supported",
            id="more-than-half",
        ),
        pytest.param(
            "More than half of the voters stayed at home.",
            "A third of the voters stayed at home.",
            "contradicted",
            id="a-third-is-not-more-than-half",
        ),
        pytest.param(
            "Three quarters of the beds in the hospital are occupied.",
            "Of the hospital's 400 beds, 300 are occupied.",
            "supported",
            id="share-from-total",
        ),
        pytest.param(
            "Three quarters of the beds in the hospital are occupied.",
            "Of the hospital's 400 beds, 120 are occupied.",
            "contradicted",
            id="share-from-total-differs",
        ),
        pytest.param(
            "The March rainfall was the highest since records began.",
            "More rain fell in March than in any month since records began.",
            "supported",
            id="highest-as-more-than-any",
        ),
        pytest.param(
            "It was the lowest turnout in 30 years.",
            "Turnout was the highest in 30 years.",
            "contradicted",
            id="lowest-highest",
        ),
        pytest.param(
            "The turnout was higher than in 2018.",
            "Turnout was 63 percent, up from 58 percent in 2018.",
            "supported",
            id="higher-than-up-from",
        ),
        pytest.param(
            "The turnout was lower than in 2018.",
            "Turnout was 63 percent, up from 58 percent in 2018.",
            "contradicted",
            id="lower-than-up-from",
        ),
        pytest.param(
            "Women earn less than men at the broadcaster.",
            "Men earn more than women at the broadcaster, its own report shows.",
            "supported",
            id="less-more-converse",
        ),
        pytest.param(
            "Women earn more than men at the broadcaster.",
            "Women earn less than men at the broadcaster, its own report shows.",
            "contradicted",
            id="more-less",
        ),
        pytest.param(
            "The north station is busier than the south station.",
            "The south station is busier than the north station.",
            "contradicted",
            id="comparison-reversed",
        ),
        pytest.param(
            "Wages grew faster than prices.",
            "Prices grew faster than wages for the second year.",
            "contradicted",
            id="faster-than-reversed",
        ),
        pytest.param(
            "The new model uses a fifth less fuel.",
            "The new model uses 20 percent less fuel than its predecessor.",
            "supported",
            id="a-fifth-less",
        ),
        pytest.param(
            "The new model uses a fifth less fuel.",
            "The new model uses 20 percent more fuel than its predecessor.",
            "contradicted",
            id="less-more-fuel",
        ),
        pytest.param(
            "Exports of timber reached a record 3.1 million cubic metres.",
            "Timber exports reached a record of 3.1 million cubic metres.",
            "supported",
            id="record",
        ),
        pytest.param(
            "The price of bread rose for the fifth month in a row.",
            "The price of bread rose for the fifth consecutive month.",
            "supported",
            id="in-a-row-consecutive",
        ),
        pytest.param(
            "The price of bread rose for the fifth month in a row.",
            "The price of bread rose for the second month in a row.",
            "contradicted",
            id="fifth-second",
        ),
        pytest.param(
            "The yen has lost a tenth of its value.",
            "The yen strengthened for a tenth day.",
            "missing",
            id="tenth-day-is-no-share",
        ),
        pytest.param(
            "The club's debts halved.",
            "The club has cut its debts by half.",
            "supported",
            id="halved-cut-by-half",
        ),
        pytest.param(
            "Output at the mine is unchanged.",
            "Output at the mine dropped by a third.",
            "contradicted",
            id="unchanged-dropped",
        ),
    ],
)
def test_trends_and_shares(claim: str, said: Said, expected: str) -> None:
    assert label(claim, said) == expected


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param(
            "Seventeen people died in the avalanches.",
            "Nine people died in the first avalanche and eight in the second.",
            "supported",
            id="two-parts-one-sentence",
        ),
        pytest.param(
            "In all, 46 schools are closed in the two districts.",
            "In the eastern district 30 schools are closed. In the western district 16 schools are closed.",
            "supported",
            id="two-parts-two-sentences",
        ),
        pytest.param(
            "The team won 11 medals.",
            "The team won four gold, five silver and two bronze medals.",
            "supported",
            id="three-kinds-of-medal",
        ),
        pytest.param(
            "The team won 15 medals.",
            "The team won four gold, five silver and two bronze medals.",
            "contradicted",
            id="three-kinds-other-sum",
        ),
        pytest.param(
            "The shop sold 50 bicycles more in June than in May.",
            "The shop sold 130 bicycles in May and 180 in June.",
            "supported",
            id="difference",
        ),
        pytest.param(
            "The fleet has 25 ships.",
            "The fleet has 15 frigates, and the coast guard has ten boats.",
            "missing",
            id="parts-of-different-wholes",
        ),
    ],
)
def test_figures_put_together(claim: str, said: Said, expected: str) -> None:
    assert label(claim, said) == expected
