"""The verdict table of the product, row by row: what a source that speaks of the same fact does to a claim."""

import pytest

from tests.judging.desk import Said, judged, label, on


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param(
            "The brewery in Aldersby went bankrupt in 2012.",
            "In 2012 the brewery in Aldersby, by then 140 years old, went bankrupt.",
            id="same-words-other-order",
        ),
        pytest.param(
            "Three firefighters were hurt putting out the blaze at the paper mill.",
            "The blaze at the paper mill took nine hours to put out, and three firefighters were hurt.",
            id="one-sentence-among-clauses",
        ),
        pytest.param(
            "The ministry confirmed the outbreak of bird flu on a farm near Dorn.",
            "An outbreak of bird flu on a farm near Dorn was confirmed by the ministry on Friday.",
            id="passive",
        ),
        pytest.param(
            "Selma Krog won the women's 800 metres.",
            "The women's 800 metres was won by Selma Krog in just under two minutes.",
            id="won-by",
        ),
        pytest.param(
            "The motorway between Esk and Dorn is closed.",
            "Because of a landslide the motorway between Esk and Dorn is closed in both directions.",
            id="state-with-a-reason",
        ),
        pytest.param(
            "The opposition boycotted the vote.",
            "The vote went ahead on Sunday although the opposition boycotted it.",
            id="it-in-a-subclause",
        ),
    ],
)
def test_row_the_same_is_supported(claim: str, said: Said) -> None:
    assert label(claim, said) == "supported"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param(
            "The brewery in Aldersby employed 75 people.",
            "The brewery in Aldersby, which employed 175 people, closed on Friday.",
            id="employees",
        ),
        pytest.param(
            "About 20 planes were damaged by hail at Dorn airport.",
            "Hail damaged 45 planes at Dorn airport.",
            id="about-is-a-band",
        ),
        pytest.param(
            "The heatwave killed more than 500 people in Estavia.",
            "The heatwave killed 130 people in Estavia, health officials say.",
            id="more-than",
        ),
        pytest.param(
            "A litre of milk costs 2.10 crowns in Norvia.",
            "In Norvia a litre of milk costs 1.40 crowns.",
            id="price",
        ),
        pytest.param(
            "Two out of ten pupils in Esk speak another language at home.",
            "Seven out of ten pupils in Esk speak another language at home.",
            id="n-out-of-ten",
        ),
        pytest.param(
            "The parliament of Lettin has 99 members.",
            "The parliament of Lettin has 150 members.",
            id="members",
        ),
    ],
)
def test_row_value_outside_the_band_is_contradicted(claim: str, said: Said) -> None:
    assert label(claim, said) == "contradicted"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("Hail damaged 45 planes at Dorn airport.", "Hail damaged 45 cars at Dorn airport.", id="thing"),
        pytest.param("Hail damaged 45 planes at Dorn airport.", "Hail damaged 30 planes at Esk airport.", id="place"),
        pytest.param("The reservoir holds 45 million litres.", "The reservoir holds 45 million fish.", id="unit"),
        pytest.param("The plant made 9,000 cars in 2019.", "The plant made 7,000 cars in 2016.", id="period"),
        pytest.param("The choir has 60 singers.", "The choir has given 60 concerts.", id="singers-concerts"),
        pytest.param(
            "The heatwave killed 130 people in Estavia.",
            "The heatwave killed 130 people in Norvia and left thousands of cattle dead in Estavia.",
            id="both-places-in-one-sentence",
        ),
    ],
)
def test_row_another_thing_place_unit_or_period_is_a_near_miss(claim: str, said: Said) -> None:
    verdict = judged(claim, said)
    assert verdict.label == "missing"
    assert verdict.near_misses


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param(
            "The pact was signed in Helstad.",
            "The pact was signed in Dorn on 4 May 1921.",
            id="place-of-signing",
        ),
        pytest.param(
            "The pact was signed in 1923.",
            "The pact was signed in Dorn on 4 May 1921.",
            id="year",
        ),
        pytest.param(
            "The first moon rover of Norvia landed in October.",
            "Norvia's first moon rover landed in February.",
            id="month",
        ),
        pytest.param(
            "The composer died in Helstad.",
            "The composer died in Paris, poor and forgotten.",
            id="place-of-death",
        ),
        pytest.param(
            "The penicillin plant was founded by Otto Brink.",
            "The penicillin plant was founded by Clara Weiss.",
            id="founder",
        ),
        pytest.param(
            "Four astronauts took part in the first flight of the capsule.",
            "Two astronauts took part in the first flight of the capsule.",
            id="number",
        ),
    ],
)
def test_row_one_off_event_told_otherwise_is_contradicted(claim: str, said: Said) -> None:
    assert label(claim, said) == "contradicted"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param(
            "Marek Dolan is the foreign minister of Estavia.",
            "Estavia's interior minister, Marek Dolan, visited the flooded villages.",
            id="title",
        ),
        pytest.param(
            "Marek Dolan is the foreign minister of Estavia.",
            "Marek Dolan, the foreign minister of Lettin, cancelled his trip.",
            id="body",
        ),
        pytest.param(
            "Marek Dolan is the foreign minister of Estavia.",
            "Estavia's foreign minister, Irena Kos, cancelled her trip.",
            id="holder",
        ),
        pytest.param(
            "Yusuf Adan is the chief executive of Northline.",
            "Yusuf Adan, chairman of Northline, told shareholders to be patient.",
            id="chairman-not-chief-executive",
        ),
        pytest.param(
            "Dana Reed coaches the Esk Falcons.",
            "Dana Reed, coach of the Dorn Wolves, praised her young team.",
            id="coach-of-another-team",
        ),
    ],
)
def test_row_role_told_otherwise_is_contradicted(claim: str, said: Said) -> None:
    assert label(claim, said) == "contradicted"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param(
            "The foundation sold the painting.",
            "The foundation has not sold the painting, its director said.",
            id="denial",
        ),
        pytest.param("The assembly passed the motion.", "The assembly defeated the motion.", id="opposite"),
        pytest.param("The court lifted the travel ban.", "The court upheld the travel ban.", id="lifted-upheld"),
        pytest.param("The ferry arrived on time.", "The ferry arrived three hours late.", id="on-time-late"),
        pytest.param(
            "The two firms will merge.", "The two firms will not merge, they said in a statement.", id="will-not"
        ),
        pytest.param(
            "The inspectors were allowed into the camp.",
            "The inspectors were refused entry to the camp.",
            id="allowed-refused",
        ),
    ],
)
def test_row_denial_or_opposite_is_contradicted(claim: str, said: Said) -> None:
    assert label(claim, said) == "contradicted"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("Lettin invaded Norvia.", "Norvia invaded Lettin.", id="invaded"),
        pytest.param("The nurse sued the surgeon.", "The surgeon sued the nurse.", id="sued"),
        pytest.param("Dorn defeated Esk.", "Dorn was defeated by Esk.", id="defeated-by"),
        pytest.param("The tenant attacked the landlord.", "The tenant was attacked by the landlord.", id="attacked-by"),
        pytest.param("Northline bought Pell & Sons.", "Pell & Sons bought Northline.", id="bought"),
    ],
)
def test_row_actors_reversed_is_missing(claim: str, said: Said) -> None:
    assert label(claim, said) == "missing"


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param("Estavia left the union.", "Estavia wants to leave the union.", "missing", id="wanted"),
        pytest.param("Estavia left the union.", "Estavia could leave the union.", "missing", id="possible"),
        pytest.param("Estavia left the union.", "Estavia plans to leave the union in 2030.", "missing", id="planned"),
        pytest.param(
            "Estavia left the union.", "Estavia has announced that it will leave the union.", "missing", id="announced"
        ),
        pytest.param(
            "Estavia left the union.",
            "Estavia wants to leave the union but has not left it.",
            "contradicted",
            id="wanted-and-not-done",
        ),
        pytest.param(
            "Estavia left the union.",
            "Estavia has shelved its plans and remains in the union.",
            "contradicted",
            id="remains",
        ),
        pytest.param(
            "Estavia wants to leave the union.", "Estavia wants to leave the union.", "supported", id="wish-for-wish"
        ),
    ],
)
def test_row_a_weaker_rung_is_missing_unless_it_says_no(claim: str, said: Said, expected: str) -> None:
    assert label(claim, said) == expected


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param(
            'The director said: "The roof will hold".',
            '"The roof will not hold," the director said.',
            "contradicted",
            id="not-dropped",
        ),
        pytest.param(
            'The director said: "The roof will hold".',
            '"The roof may hold," the director said.',
            "contradicted",
            id="will-may",
        ),
        pytest.param(
            'The director said: "The roof will hold".',
            '"The roof will hold," said the builder, but the director was not so sure.',
            "contradicted",
            id="other-speaker",
        ),
        pytest.param(
            'The director said: "The roof will hold".',
            "The director inspected the roof on Friday.",
            "missing",
            id="not-found",
        ),
        pytest.param(
            'The director said: "The roof will hold".',
            '"The roof will hold," the director said, "at least until spring."',
            "supported",
            id="found",
        ),
    ],
)
def test_row_quotations(claim: str, said: Said, expected: str) -> None:
    assert label(claim, said) == expected


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param(
            "The waste firm dumped acid in the canal.",
            "The waste firm dumped acid in the canal, a former driver alleges.",
            "missing",
            id="alleged",
        ),
        pytest.param(
            "The general fled the country.",
            "The general has fled the country, according to unconfirmed reports.",
            "missing",
            id="unconfirmed",
        ),
        pytest.param(
            "A former driver says the waste firm dumped acid in the canal.",
            "The waste firm dumped acid in the canal, a former driver says.",
            "supported",
            id="the-saying-is-claimed",
        ),
        pytest.param(
            "The waste firm dumped acid in the canal.",
            "The waste firm dumped acid in the canal in 2017 and was fined for it.",
            "supported",
            id="asserted",
        ),
    ],
)
def test_row_allegations(claim: str, said: Said, expected: str) -> None:
    verdict = judged(claim, said)
    assert verdict.label == expected
    assert verdict.reason == ("only-reported" if expected == "missing" else None)


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("The fair drew 8,000 visitors.", "The fair drew about 8,000 visitors.", id="about"),
        pytest.param("The fair drew 8,000 visitors.", "The fair drew roughly 8,000 visitors.", id="roughly"),
        pytest.param(
            "The fair drew 8,000 visitors.", on("2020-07-01", "Some 8,000 visitors came to the fair."), id="some"
        ),
    ],
)
def test_a_hedged_source_may_support_a_plain_figure(claim: str, said: Said) -> None:
    verdict = judged(claim, said)
    assert verdict.label == "supported"
    assert any("8,000" in reason for reason in verdict.evidence[0].reasons)
