"""Whole articles, told as newsrooms tell them, and claims that an editor would make about them."""

import pytest

from tests.judging.desk import label, on

DAM = on(
    "2023-11-17",
    """TERRANO (Sample Press) - Engineers began lowering the level of the Quill reservoir on Thursday after cracks were found in
the 84-metre-high dam above the town of Terrano, forcing about 6,200 people from their homes.

The cracks were discovered on Tuesday during a routine inspection, said Beatriz Carrow, the head of the regional water authority. "There is no
immediate danger of a collapse," Carrow told reporters, adding that the evacuation was a precaution.

The dam was completed in 1961 and strengthened in 1998 after an earthquake. It holds back some 210 million cubic metres of water, which supplies three
cities and irrigates rice fields further down the valley.

Farmers' unions criticised the authority for not having acted earlier. Two inspections, in 2019 and 2021, had been postponed because of a lack of money, according
to internal papers seen by Sample Press. Carrow rejected the criticism.

The environment ministry said it would send a team of 14 experts, and that it had not decided whether the dam would be repaired or torn down. Residents will not be
able to return before the end of the month. The nearby hydroelectric plant, which employs 130 people, was shut down as well.""",
    publisher="Sample Press",
)

TRIAL = on(
    "2022-03-09",
    """A court in Lindmark on Wednesday sentenced the former head of the Norda savings bank, Viktor Hallam, to six years in prison for fraud, and acquitted his deputy, Signe Aust.

Hallam, 58, hid losses of 340 million crowns from auditors between 2012 and 2017, the court found. He had pleaded not guilty. Prosecutors had demanded nine years.

"This was theft in a good suit," said the presiding judge, Oda Fremming, when she read out the verdict. Hallam's lawyer announced that he would appeal. Hallam remains free until
the appeal court has ruled.

About 11,000 savers lost money when the bank collapsed in 2018. The state has compensated them in part: each received up to 100,000 crowns. A group of savers is planning a
lawsuit against the auditing firm, Pell & Sons, which denies any wrongdoing.""",
    publisher="Sample Gazette",
)

CUP = on(
    "2024-05-20",
    """Harbour City won the national cup for the third time on Sunday, beating Union 2-1 after extra time in front of 48,300 spectators.

Union went ahead in the 12th minute through Leo Batista. Harbour City's captain, Emre Sahin, equalised with a penalty shortly before half-time, and substitute Noah
Field scored the winner in the 109th minute. Union's goalkeeper Pavel Horak was sent off in the 88th minute for a foul on Sahin.

It was Union's fourth defeat in a final; the club has never won the cup. "We were the better team for an hour," said Union's coach, Ines Duarte, who will leave the club in the summer. Her
successor has not been named.

Harbour City, who had finished only seventh in the league, qualify for European competition for the first time since 2009. Police made 23 arrests around the stadium, fewer than last year.""",
    publisher="Sample Sport",
)

VACCINE = on(
    "2021-09-14",
    """A new malaria vaccine cut severe cases among young children by 63 percent in a trial in three countries, researchers reported on Tuesday.

The trial covered 5,900 children between the ages of five months and three years in Burkina Faso, Mali and Kenya. Half of them were given the vaccine, the others a rabies vaccine. Two
years later, 1.9 percent of the vaccinated children had been in hospital with malaria, against 5.1 percent in the other group. No child died because of the vaccine.

Protection declined with time, and a fourth dose may be needed, said the study's lead author, Dr Miriam Osei of the Tropical Institute in Accra. She warned against calling the
vaccine a breakthrough: "It is one tool among many."

The World Health Organization has not yet approved the vaccine. It expects to decide in October. The maker, Lumen Biotech, says that it can produce up to 50 million doses a year at a
price of less than $4 each. Malaria killed more than 600,000 people in 2020, most of them children in Africa.""",
    publisher="Sample Science",
)

TRANSPORT = on(
    "2023-02-03",
    """The city council of Esk has approved plans for a tram line between the main station and the university, six years after voters rejected the first draft in a referendum.

Councillors voted 31 to 24 in favour late on Thursday. The Conservatives and two independents opposed the line. The mayor, Jan Sorby, a Social Democrat, called the vote "a late but
good decision".

The line will be 9.4 kilometres long and have 17 stops. Construction is expected to begin in spring 2024 and to take four years. The cost is put at 412 million euros, of which the
national government will pay 60 percent. An earlier estimate, from 2016, had been 280 million.

Shopkeepers in Mill Street fear for their business during construction and have threatened to go to court. The university, which has 28,000 students, welcomed the decision. The number of
passengers on Esk's buses fell by a fifth during the pandemic and has not recovered.""",
    publisher="Sample Local",
)

ECONOMY = on(
    "2024-02-16",
    """Estavia's economy shrank by 0.3 percent in the last quarter of 2023, the statistics office said on Friday, the second decline in a row.

Exports fell by 4.1 percent, mainly because Germany bought fewer car parts, while household spending rose slightly. For 2023 as a whole the economy grew by 0.2 percent, down
from 2.7 percent in 2022.

The finance minister, Karin Toome, denied that the country was in a recession. Economists at Balt Bank disagreed. "Two quarters of contraction are a recession by any textbook," said its chief
economist, Rein Ott.

Inflation slowed to 3.8 percent in January from 5.2 percent in December. The central bank left its key rate unchanged at 4.5 percent last week. Unemployment remained at 6.9 percent. The
government plans to cut the income tax in July, a step that the opposition calls irresponsible.""",
    publisher="Sample Business",
)


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        pytest.param("The Quill dam is 84 metres high.", "supported", id="height"),
        pytest.param("The Quill dam is 48 metres high.", "contradicted", id="height-digits-swapped"),
        pytest.param("About 6,000 people were forced from their homes in Terrano.", "supported", id="evacuees"),
        pytest.param(
            "More than 10,000 people were forced from their homes in Terrano.", "contradicted", id="evacuees-too-many"
        ),
        pytest.param("The cracks were found on 14 November 2023.", "supported", id="tuesday"),
        pytest.param("The dam was completed in 1961.", "supported", id="completed"),
        pytest.param("The dam was completed in 1998.", "contradicted", id="completed-other-year-in-sentence"),
        pytest.param("Beatriz Carrow heads the regional water authority.", "supported", id="head-of"),
        pytest.param("Beatriz Carrow heads the environment ministry.", "contradicted", id="head-of-other-body"),
        pytest.param("Carrow said there was no immediate danger of a collapse.", "supported", id="no-danger"),
        pytest.param("Carrow said there was an immediate danger of a collapse.", "contradicted", id="danger"),
        pytest.param("The ministry has decided to tear the dam down.", "contradicted", id="not-decided"),
        pytest.param("The ministry has not decided whether to repair the dam.", "supported", id="undecided"),
        pytest.param("Farmers' unions criticised the water authority.", "supported", id="critics"),
        pytest.param("The water authority criticised the farmers' unions.", "missing", id="critics-reversed"),
        pytest.param("The hydroelectric plant employs 130 people.", "supported", id="plant"),
        pytest.param("Three people were injured in Terrano.", "missing", id="injured-not-mentioned"),
        pytest.param("The dam belongs to a private company.", "missing", id="owner-not-mentioned"),
        pytest.param("The dam collapsed.", "missing", id="collapse-did-not-happen"),
    ],
)
def test_a_cracked_dam(claim: str, expected: str) -> None:
    assert label(claim, DAM) == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        pytest.param("Viktor Hallam was sentenced to six years in prison.", "supported", id="sentence"),
        pytest.param("Viktor Hallam was sentenced to nine years in prison.", "contradicted", id="sentence-as-demanded"),
        pytest.param("Prosecutors demanded nine years.", "supported", id="demand"),
        pytest.param("Signe Aust was acquitted.", "supported", id="deputy-acquitted"),
        pytest.param("Signe Aust was sentenced to prison.", "contradicted", id="deputy-sentenced"),
        pytest.param("Hallam pleaded guilty.", "contradicted", id="plea"),
        pytest.param("Hallam hid losses of 340 million crowns.", "supported", id="losses"),
        pytest.param("Hallam hid losses of 430 million crowns.", "contradicted", id="losses-swapped"),
        pytest.param("Hallam is 58 years old.", "supported", id="age"),
        pytest.param('Judge Oda Fremming called it "theft in a good suit".', "supported", id="judge-quoted"),
        pytest.param('Judge Oda Fremming called it "fraud in a good suit".', "contradicted", id="judge-misquoted"),
        pytest.param("The bank collapsed in 2018.", "supported", id="collapse"),
        pytest.param("The bank collapsed in 2012.", "contradicted", id="collapse-wrong-year"),
        pytest.param("Savers have sued Pell & Sons.", "missing", id="lawsuit-only-planned"),
        pytest.param("Pell & Sons denies wrongdoing.", "supported", id="auditors-deny"),
        pytest.param("Around 11,000 savers lost money.", "supported", id="savers"),
        pytest.param("Hallam's lawyer announced that he would appeal.", "supported", id="appeal"),
        pytest.param("Hallam is in custody.", "contradicted", id="remains-free"),
        pytest.param("Hallam has two children.", "missing", id="family"),
    ],
)
def test_a_bankers_trial(claim: str, expected: str) -> None:
    assert label(claim, TRIAL) == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        pytest.param("Harbour City won the national cup.", "supported", id="winner"),
        pytest.param("Union won the national cup.", "contradicted", id="loser-as-winner"),
        pytest.param("Harbour City won the cup for the third time.", "supported", id="third-time"),
        pytest.param("Harbour City won the cup for the fifth time.", "contradicted", id="fifth-time"),
        pytest.param("Noah Field scored the winner.", "supported", id="scorer"),
        pytest.param("Leo Batista scored the winner.", "contradicted", id="other-scorer"),
        pytest.param("Emre Sahin is the captain of Harbour City.", "supported", id="captain"),
        pytest.param("Emre Sahin is the captain of Union.", "contradicted", id="captain-other-club"),
        pytest.param("Pavel Horak was sent off in the 88th minute.", "supported", id="sent-off"),
        pytest.param("Union has never won the cup.", "supported", id="never-won"),
        pytest.param("The final was watched by 48,300 spectators.", "supported", id="crowd"),
        pytest.param("Ines Duarte coaches Union.", "supported", id="coach"),
        pytest.param("Union has named a new coach.", "contradicted", id="successor-not-named"),
        pytest.param("Police made 23 arrests.", "supported", id="arrests"),
        pytest.param("Police made 32 arrests.", "contradicted", id="arrests-swapped"),
        pytest.param("The referee was injured.", "missing", id="referee"),
        pytest.param("Harbour City finished seventh in the league.", "supported", id="seventh"),
    ],
)
def test_a_cup_final(claim: str, expected: str) -> None:
    assert label(claim, CUP) == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        pytest.param("The vaccine cut severe malaria cases by 63 percent.", "supported", id="effect"),
        pytest.param("The vaccine cut severe malaria cases by 36 percent.", "contradicted", id="effect-swapped"),
        pytest.param("The trial covered nearly 6,000 children.", "supported", id="children"),
        pytest.param("The trial covered fewer than 3,000 children.", "contradicted", id="children-too-few"),
        pytest.param("The WHO has approved the vaccine.", "contradicted", id="approved-by-who"),
        pytest.param("The World Health Organization has not approved the vaccine yet.", "supported", id="not-approved"),
        pytest.param("Miriam Osei led the study.", "supported", id="lead-author"),
        pytest.param("Miriam Osei works for Lumen Biotech.", "missing", id="employer-not-that-one"),
        pytest.param("Children died because of the vaccine.", "contradicted", id="no-child-died"),
        pytest.param("Lumen Biotech has produced 50 million doses.", "missing", id="can-is-not-has"),
        pytest.param("A dose costs less than $4.", "supported", id="price"),
        pytest.param("The trial took place in Ghana.", "missing", id="ghana-not-among-three"),
        pytest.param("Malaria killed more than 600,000 people in 2020.", "supported", id="deaths"),
        pytest.param("Malaria killed fewer than 100,000 people in 2020.", "contradicted", id="deaths-too-few"),
        pytest.param('Osei said the vaccine was "one tool among many".', "supported", id="quoted"),
        pytest.param("The vaccine protects adults.", "missing", id="adults"),
    ],
)
def test_a_vaccine_trial(claim: str, expected: str) -> None:
    assert label(claim, VACCINE) == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        pytest.param("The council of Esk approved the tram line.", "supported", id="approved"),
        pytest.param("The council of Esk rejected the tram line.", "contradicted", id="rejected"),
        pytest.param("The council voted 31 to 24 for the tram line.", "supported", id="votes"),
        pytest.param("The tram line will be 9.4 kilometres long.", "supported", id="length"),
        pytest.param("The tram line will have 27 stops.", "contradicted", id="stops"),
        pytest.param("Construction of the tram line has begun.", "missing", id="construction-expected"),
        pytest.param("The tram line is expected to cost 412 million euros.", "supported", id="cost"),
        pytest.param(
            "The tram line is expected to cost 280 million euros.", "contradicted", id="cost-of-the-old-estimate"
        ),
        pytest.param("The national government will pay 60 percent of the cost.", "supported", id="share"),
        pytest.param("The city will pay 60 percent of the cost.", "missing", id="share-of-the-city"),
        pytest.param("Jan Sorby, the mayor of Esk, is a Social Democrat.", "supported", id="party"),
        pytest.param("The Conservatives supported the tram line.", "contradicted", id="conservatives"),
        pytest.param("Shopkeepers have sued the city.", "missing", id="threat-is-no-suit"),
        pytest.param("The university welcomed the decision.", "supported", id="university"),
        pytest.param("Esk's university has 28,000 students.", "supported", id="students"),
        pytest.param("Voters approved the first draft in a referendum.", "contradicted", id="referendum"),
    ],
)
def test_a_tram_line(claim: str, expected: str) -> None:
    assert label(claim, TRANSPORT) == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        pytest.param("Estavia's economy shrank by 0.3 percent in the last quarter of 2023.", "supported", id="shrank"),
        pytest.param("Estavia's economy grew by 0.3 percent in the last quarter of 2023.", "contradicted", id="grew"),
        pytest.param("Exports from Estavia fell by 4.1 percent.", "supported", id="exports"),
        pytest.param("Exports from Estavia rose by 4.1 percent.", "contradicted", id="exports-rose"),
        pytest.param("Inflation in Estavia slowed to 3.8 percent in January.", "supported", id="inflation"),
        pytest.param("Inflation in Estavia was 5.2 percent in January.", "contradicted", id="inflation-of-december"),
        pytest.param("Karin Toome is Estavia's finance minister.", "supported", id="minister"),
        pytest.param("Karin Toome said that Estavia was in a recession.", "contradicted", id="denied-recession"),
        pytest.param("The central bank raised its key rate to 4.5 percent.", "contradicted", id="rate-unchanged"),
        pytest.param("The central bank left its key rate at 4.5 percent.", "supported", id="rate-left"),
        pytest.param("Rein Ott is the chief economist of Balt Bank.", "supported", id="economist"),
        pytest.param("The government has cut the income tax.", "missing", id="tax-cut-planned"),
        pytest.param("The government plans to cut the income tax in July.", "supported", id="tax-plan"),
        pytest.param("The opposition supports the tax cut.", "contradicted", id="opposition"),
        pytest.param("Unemployment in Estavia stands at 9.6 percent.", "contradicted", id="unemployment-swapped"),
        pytest.param("Estavia's government debt is 20 percent of output.", "missing", id="debt"),
    ],
)
def test_a_shrinking_economy(claim: str, expected: str) -> None:
    assert label(claim, ECONOMY) == expected
