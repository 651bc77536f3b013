"""Sentences that come near a claim without bearing it: whatever else is said of them, they never support it.

Rows marked as expected failures are wrong today; they are kept in sight, since a wrong "supported" is the worst outcome.
"""

from __future__ import annotations

import pytest

from tests.judging.desk import label


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("The firm dumped acid.", "The firm dumped acid, it was alleged.", id="it-was-alleged"),
        pytest.param("The firm dumped acid.", "The firm dumped acid, it is claimed.", id="it-is-claimed"),
        pytest.param("The dam is leaking.", "The dam is leaking, a diver claims.", id="a-diver-claims"),
        pytest.param("The firm dumped acid.", "The firm allegedly dumped acid.", id="allegedly"),
        pytest.param("The firm dumped acid.", "The firm is said to have dumped acid.", id="is-said-to"),
        pytest.param("The firm dumped acid.", "The firm is accused of dumping acid.", id="accused-of"),
        pytest.param("The firm dumped acid.", "The firm is suspected of having dumped acid.", id="suspected-of"),
        pytest.param("The firm dumped acid.", "The firm was cleared of having dumped acid.", id="cleared-of"),
        pytest.param("The firm dumped acid.", "In the film, the firm dumped acid.", id="in-the-film"),
        pytest.param("The firm dumped acid.", "The novel tells how the firm dumped acid.", id="in-a-novel"),
        pytest.param("The firm dumped acid.", "The firm dumped acid? Hardly.", id="asked-and-answered"),
    ],
)
def test_only_somebodys_word(claim: str, said: str) -> None:
    assert label(claim, said) != "supported"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("It is false that the dam burst.", "The dam burst on Monday.", id="it-is-false"),
        pytest.param("It is not true that the dam burst.", "The dam burst on Monday.", id="not-true"),
        pytest.param("The bridge collapsed.", "Rumours that the bridge collapsed were false.", id="rumour-was-false"),
        pytest.param(
            "The actor died in 2019.",
            "Reports that the actor died in 2019 are false.",
            id="reports-are-false",
        ),
        pytest.param("The actor died in 2019.", "A hoax claimed that the actor died in 2019.", id="hoax"),
        pytest.param("The vaccine causes fever.", "It is a myth that the vaccine causes fever.", id="myth"),
        pytest.param(
            "The vaccine causes fever.", "There is no evidence that the vaccine causes fever.", id="no-evidence"
        ),
        pytest.param(
            "The vaccine causes fever.",
            "Studies have failed to show that the vaccine causes fever.",
            id="failed-to-show",
        ),
        pytest.param("The vaccine causes fever.", "The vaccine rarely causes fever.", id="rarely"),
        pytest.param(
            "Doctors recommend the vaccine.",
            "Doctors stopped recommending the vaccine.",
            id="stopped-doing",
        ),
        pytest.param("The bridge collapsed.", "The bridge was prevented from collapsing.", id="prevented"),
        pytest.param("The bridge collapsed.", "The bridge nearly collapsed.", id="nearly"),
        pytest.param("The bridge collapsed.", "The bridge almost collapsed.", id="almost"),
        pytest.param("The bridge collapsed.", "The bridge was about to collapse.", id="about-to"),
        pytest.param("The museum is in Helstad.", "The museum is not in Helstad.", id="is-not-in"),
        pytest.param("Holm signed the bill.", "Holm has yet to sign the bill.", id="has-yet-to"),
        pytest.param("Holm signed the bill.", "Holm stopped short of signing the bill.", id="stopped-short"),
        pytest.param("The dam is leaking.", "The dam stopped leaking in May.", id="stopped-leaking"),
        pytest.param("Three in ten pupils smoke.", "Three in ten pupils do not smoke.", id="three-in-ten-do-not"),
        pytest.param(
            "The president met the pope in Rome.",
            "The president met the pope in Paris, not in Rome.",
            id="not-in-rome",
        ),
        pytest.param(
            "The city council built 5 bridges in Aldersby in 1950.",
            "The city council did not build 5 bridges in Aldersby in 1950.",
            id="tagged-as-a-noun",
        ),
    ],
)
def test_a_denial_that_is_no_not(claim: str, said: str) -> None:
    assert label(claim, said) != "supported"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("The bridge collapsed.", "Had the bridge collapsed, hundreds would have died.", id="had-it"),
        pytest.param(
            "The bridge collapsed.", "The bridge would have collapsed without the new pillars.", id="would-have"
        ),
        pytest.param("The drug is safe.", "Is the drug safe?", id="question"),
        pytest.param("The drug is safe.", "If the drug is safe, it will be sold.", id="if"),
        pytest.param("Holm signed the bill.", "Unless Holm signed the bill, the shops would close.", id="unless"),
        pytest.param("The road opened in 2019.", "The road was meant to open in 2019.", id="meant-to"),
        pytest.param(
            "The road opened in 2019.",
            "The road, which was supposed to open in 2019, is still closed.",
            id="supposed-to",
        ),
        pytest.param("The bridge cost 5 million euros.", "The bridge was to cost 5 million euros.", id="was-to-cost"),
        pytest.param(
            "The film stars Lea Brandt.",
            "The film was to star Lea Brandt, who fell ill.",
            id="was-to-star",
        ),
        pytest.param("The road opened in 2019.", "The opening of the road in 2019 was postponed.", id="postponed"),
        pytest.param(
            "The minister apologised for the delay.", "The minister was urged to apologise for the delay.", id="urged"
        ),
    ],
)
def test_a_deed_that_is_only_thought_of(claim: str, said: str) -> None:
    assert label(claim, said) != "supported"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param(
            "The mayor planned to open 3 bridges in 2015.", "The mayor opened 3 bridges in 2015.", id="planned"
        ),
        pytest.param(
            "The mayor threatened to close 3 schools in 2015.", "The mayor closed 3 schools in 2015.", id="threatened"
        ),
        pytest.param("The mayor failed to open 3 bridges in 2015.", "The mayor opened 3 bridges in 2015.", id="failed"),
    ],
)
def test_a_claim_of_less_than_the_deed(claim: str, said: str) -> None:
    assert label(claim, said) != "supported"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param(
            "Pell employs 300 people in Dorn.",
            "Pell employed 300 people in Dorn until 2009.",
            id="employed-until",
        ),
        pytest.param(
            "Pell employs 300 people in Dorn.",
            "Pell once employed 300 people in Dorn.",
            id="once-employed",
        ),
        pytest.param("Holm plays for Dorn.", "Holm played for Dorn before he moved to Esk.", id="played-before"),
        pytest.param("Holm lives in Dorn.", "Holm lived in Dorn as a child.", id="lived-as-a-child"),
        pytest.param("The dam is leaking.", "The dam was leaking until it was mended.", id="was-until"),
        pytest.param("The band has five members.", "The band had five members until 2010.", id="had-until"),
        pytest.param(
            "Karl Holm is a butcher.",
            "Karl Holm was a butcher before he became a priest.",
            id="was-before",
        ),
        pytest.param("The road is open.", "The road was open in 1950.", id="was-open"),
        pytest.param("The population is 5 million.", "The population was 5 million in 1950.", id="population-then"),
    ],
)
def test_what_was_told_of_what_is(claim: str, said: str) -> None:
    assert label(claim, said) != "supported"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param(
            "The train from Dorn to Esk was cancelled.", "The train from Esk to Dorn was cancelled.", id="from-to"
        ),
        pytest.param("The river flows from Dorn to Esk.", "The river flows from Esk to Dorn.", id="river"),
        pytest.param("Pell lent 3 million euros to Northline.", "Northline lent 3 million euros to Pell.", id="lent"),
        pytest.param("Pell sold the mill to Northline.", "Northline sold the mill to Pell.", id="sold"),
        pytest.param("Norvia exports wine to Estavia.", "Estavia exports wine to Norvia.", id="exports"),
        pytest.param("Karl Holm is the son of Otto Holm.", "Otto Holm is the son of Karl Holm.", id="son-of"),
        pytest.param("Otters outnumber beavers.", "Beavers outnumber otters.", id="outnumber"),
        pytest.param("The boy was bitten by a dog.", "The boy bit a dog.", id="bitten"),
        pytest.param("Karl Holm beat Otto Brink.", "Otto Brink beat Karl Holm.", id="beat"),
        pytest.param("Karl Holm was succeeded by Otto Brink.", "Karl Holm succeeded Otto Brink.", id="succeeded-by"),
    ],
)
def test_the_other_way_round(claim: str, said: str) -> None:
    assert label(claim, said) != "supported"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param(
            "Half of the pupils passed.",
            "Of the 90 pupils, 70 passed, and 45 of them wore glasses.",
            id="those-with-glasses",
        ),
        pytest.param(
            "Half of the pupils smoke.",
            "Half of the pupils who were asked smoke.",
            id="those-who-were-asked",
        ),
        pytest.param(
            "Karl Holm is a Norwegian painter.",
            "Karl Holm is a painter and his wife is Norwegian.",
            id="his-wifes-country",
        ),
        pytest.param("Karl Holm is a butcher.", "Karl Holm is a butcher's son.", id="butchers-son"),
        pytest.param(
            "The bridge cost 5 million euros.",
            "The repair of the bridge cost 5 million euros.",
            id="cost-of-the-repair",
        ),
        pytest.param(
            "The bridge is 300 metres long.",
            "The bridge is 300 metres from the station.",
            id="from-the-station",
        ),
        pytest.param("The mayor was killed.", "The mayor's killer was caught.", id="his-killer"),
        pytest.param("The team reached the final.", "The team reached the semi-final.", id="semi-final"),
        pytest.param("The team won the cup.", "The team won the cup semi-final.", id="cup-semi-final"),
        pytest.param("The fair was held in Lisbon.", "The fair was held in Portugal.", id="country-of-the-city"),
        pytest.param("The child was honoured.", "The sailor who rescued the child was honoured.", id="who-rescued"),
        pytest.param("Holm signed the bill.", "Holm wrote the bill that the king signed.", id="king-signed"),
        pytest.param("Holm signed the bill in Dorn.", "Holm signed the bill and flew to Dorn.", id="flew-there"),
        pytest.param("The army shot down a drone.", "The army's drone was shot down.", id="its-drone"),
        pytest.param(
            "The president of Norvia resigned.",
            "The vice president of Norvia resigned.",
            id="vice-president",
        ),
        pytest.param("The president of Norvia died.", "The former president of Norvia died.", id="former-president"),
        pytest.param("The former president of Norvia died.", "The president of Norvia died.", id="sitting-president"),
        pytest.param("Holm came first in the slalom.", "Holm came first in the giant slalom.", id="giant-slalom"),
        pytest.param("Holm won the slalom in 2018.", "Holm won the giant slalom in 2018.", id="slalom-with-a-year"),
        pytest.param("The vaccine cures flu.", "The vaccine cures flu in mice.", id="in-mice"),
        pytest.param("The lake is 40 metres deep.", "The lake is 40 metres wide.", id="deep-wide"),
        pytest.param("The actor died in 2019.", "The actor's father died in 2019.", id="his-father"),
    ],
)
def test_a_neighbour_of_the_fact(claim: str, said: str) -> None:
    assert label(claim, said) != "supported"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("The blaze killed 100 people.", "The blaze killed 149 people.", id="hundred"),
        pytest.param("The blaze killed 1,000 people.", "The blaze killed 1,400 people.", id="thousand"),
        pytest.param("The blaze killed 40 people.", "The blaze killed 44 people.", id="forty"),
        pytest.param("Inflation rose to 10 percent.", "Inflation rose to 12 percent.", id="ten-percent"),
    ],
)
def test_a_round_figure_is_no_licence(claim: str, said: str) -> None:
    assert label(claim, said) != "supported"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param(
            "The union wants the garrison.", "The union calls for the garrison's withdrawal.", id="its-withdrawal"
        ),
        pytest.param("Rebels attacked Norvia.", "Rebels attacked Norvia's army.", id="its-army"),
        pytest.param("The jury criticised the mayor.", "The jury criticised the mayor’s plan.", id="his-plan"),
    ],
)
def test_what_somebody_owns_is_not_its_owner(claim: str, said: str) -> None:
    assert label(claim, said) != "supported"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param(
            "Nine sailors are in intensive care.",
            "Nine sailors are in hospital, one of them in intensive care.",
            id="one-of-them",
        ),
        pytest.param("Two people were badly hurt.", "Two people were hurt, one of them badly.", id="one-of-them-badly"),
        pytest.param(
            "Line 4 was running by noon.", "Line 9 was running by noon, while line 4 stayed shut.", id="another-number"
        ),
        pytest.param(
            "Tanaka ran the zoo until 2004.",
            "Tanaka ran the zoo from 2004 until she fell ill in 2015.",
            id="from-and-until",
        ),
        pytest.param(
            "Orlin's spokesman said talks began.",
            "Orlin kept silent; a spokesman for Kyo said talks began.",
            id="whose-spokesman",
        ),
        pytest.param(
            "Forty-six rebels were killed.",
            "Army spokesman Idris Baye said 46 rebels were killed.",
            id="a-side-of-the-fight",
        ),
        pytest.param(
            "The Hart Trust refused two loans.",
            "It reopened with money from the Hart Trust after the government had refused two loans.",
            id="whose-government",
        ),
    ],
)
def test_figures_and_words_of_somebody_else(claim: str, said: str) -> None:
    assert label(claim, said) != "supported"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param(
            "One sailor is in intensive care.",
            "Nine sailors are in hospital, one of them in intensive care.",
            id="one-of-them-alone",
        ),
        pytest.param("No passengers were hurt.", "None of the 23 passengers was hurt.", id="none-of-the"),
        pytest.param(
            "Tanaka ran the zoo until 2015.",
            "Tanaka ran the zoo from 2004 until she fell ill in 2015.",
            id="until-the-end",
        ),
    ],
)
def test_the_figure_of_the_whole_refutes_no_part(claim: str, said: str) -> None:
    assert label(claim, said) != "contradicted"
