"""What the sources do not say is missing, however near the topic."""

import pytest

from tests.judging.desk import Said, judged, label


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param(
            "The bridge is painted green.", "The bridge, 812 metres long, was opened by the king in 1936.", id="colour"
        ),
        pytest.param(
            "The minister has two daughters.",
            "The minister, who studied law in Uppsala, joined the cabinet in 2019.",
            id="family",
        ),
        pytest.param(
            "The suspect is a former soldier.",
            "Police arrested a 31-year-old suspect near the station on Sunday evening.",
            id="past-of-the-suspect",
        ),
        pytest.param(
            "The storm caused damage of 40 million euros in Aarhus.",
            "The storm tore roofs from 60 houses in Aarhus and cut power to the harbour.",
            id="damage-not-costed",
        ),
        pytest.param(
            "The film was shot in Morocco.",
            "The film, a love story set in Casablanca, won two prizes at the festival.",
            id="set-in-is-not-shot-in",
        ),
        pytest.param(
            "The bank's chief executive earned 4 million francs.",
            "The bank reported a profit of 4 million francs; its chief executive spoke of a good year.",
            id="figure-of-something-else",
        ),
        pytest.param(
            "Turnout in the local election in Varn was 48 percent.",
            "The Greens won the local election in Varn with 48 percent of the vote.",
            id="turnout-is-not-share-of-vote",
        ),
        pytest.param(
            "The volcano erupted in 1783.",
            "Scientists have watched the volcano since 1911 from a hut on its southern flank.",
            id="watched-is-not-erupted",
        ),
        pytest.param(
            "The drug lowers blood pressure.",
            "The drug was tested on 4,000 patients with high blood pressure; the results are due in May.",
            id="tested-is-not-works",
        ),
        pytest.param(
            "The train was late because of a broken signal.",
            "The train arrived 50 minutes late on Friday, passengers said.",
            id="cause-not-stated",
        ),
        pytest.param(
            "The accident was caused by a drunk driver.",
            "Four people were hurt in the accident on the ring road.",
            id="cause-not-stated-accident",
        ),
        pytest.param(
            "The painting was stolen by a guard.",
            "The painting was stolen on the night of 3 May.",
            id="doer-not-stated",
        ),
        pytest.param(
            "The president of Lettin will visit Norvia in May.",
            "The president of Lettin received the king of Norvia at the airport.",
            id="visit-not-announced",
        ),
        pytest.param(
            "The company pays no tax in Ireland.",
            "The company has its European headquarters in Ireland, where it employs 2,000 people.",
            id="tax-not-mentioned",
        ),
        pytest.param(
            "The orchestra's new conductor is from Finland.",
            "The orchestra has hired a new conductor, its fourth in ten years.",
            id="origin-not-stated",
        ),
        pytest.param(
            "The school has banned mobile phones.",
            "Pupils at the school made a film about mobile phones that won a prize.",
            id="phones-in-another-sense",
        ),
        pytest.param(
            "Grain exports from the port fell by 12 percent.",
            "Grain exports from the port fell last year, the harbour master said.",
            id="fall-without-its-size",
        ),
        pytest.param(
            "The goalkeeper saved two penalties in the final.",
            "The goalkeeper was voted best player of the final.",
            id="penalties-not-mentioned",
        ),
        pytest.param(
            "The archbishop apologised to the victims.",
            "The archbishop met the victims on Thursday in the cathedral.",
            id="met-is-not-apologised",
        ),
        pytest.param(
            "The new telescope can see planets outside the solar system.",
            "The new telescope stands at an altitude of 5,000 metres in the desert.",
            id="ability-not-mentioned",
        ),
        pytest.param(
            "The river Ask burst its banks in February.",
            "Potatoes were cheaper in February than in any winter since the drought.",
            id="quite-another-subject",
        ),
        pytest.param(
            "The parliament of Lettin has a female speaker.",
            "A recipe: peel two onions, chop them finely and fry them in butter until golden.",
            id="a-recipe",
        ),
        pytest.param(
            "The mayor of Tarvik opened the new swimming pool.",
            "The mayor of Solund opened a new swimming pool.",
            id="another-mayor",
        ),
        pytest.param(
            "The airline's pilots went on strike in June.",
            "The railway's drivers went on strike in June.",
            id="another-strike",
        ),
        pytest.param(
            "A court in Porto fined the brewery.",
            "A court in Porto heard the brewery's complaint against its landlord.",
            id="heard-is-not-fined",
        ),
        pytest.param(
            "Two of the miners were rescued alive.",
            "Eleven miners were trapped when a gallery collapsed; rescuers have drilled two shafts.",
            id="two-of-something-else",
        ),
    ],
)
def test_silence_is_missing(claim: str, said: Said) -> None:
    assert label(claim, said) == "missing"


@pytest.mark.parametrize(
    ("claim", "said", "reason"),
    [
        pytest.param(
            "The river Ask burst its banks in February.",
            "Peel two onions, chop them finely and fry them in butter.",
            "nothing-retrieved",
            id="no-word-in-common",
        ),
        pytest.param(
            "The wildfire destroyed 412 homes in Alder County.",
            "The wildfire destroyed many homes in Alder County, officials said.",
            "detail-not-stated",
            id="many-is-no-figure",
        ),
        pytest.param(
            "The opera house opened on 20 October 1973.",
            "The opera house opened in 1973.",
            "detail-not-stated",
            id="year-without-day",
        ),
        pytest.param(
            "The chemical company poisoned the lake.",
            "Residents allege that the chemical company poisoned the lake.",
            "only-reported",
            id="allegation",
        ),
        pytest.param(
            "The army bombed the market.",
            "The rebels claimed that the army had bombed the market.",
            "only-reported",
            id="claim-of-a-party",
        ),
        pytest.param(
            "The carmaker closed its plant in Genk.",
            "The carmaker plans to close its plant in Genk next year.",
            "detail-not-stated",
            id="plan-not-deed",
        ),
    ],
)
def test_why_it_is_missing(claim: str, said: Said, reason: str) -> None:
    verdict = judged(claim, said)
    assert (verdict.label, verdict.reason) == ("missing", reason)
