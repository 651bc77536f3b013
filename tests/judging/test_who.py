"""Who: doers and those done to, holders of posts, ranks, and the names by which they go."""

import pytest

from tests.judging.desk import Said, label


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param(
            "Marek Dolan is the prime minister of Norvia.",
            "The spokesperson for the Norvian prime minister, Ana Ruiz, said that talks began.",
            "missing",
            id="who-speaks-for-the-holder",
        ),
        pytest.param(
            "Marek Jan Dolani is the prime minister of Spain.",
            "Spanish Prime Minister Marek Jan Dolan spoke of a quick exit.",
            "missing",
            id="holder-spelt-in-two-ways",
        ),
        pytest.param(
            "Alma Reyes is the French ambassador to Lettin.",
            "The president told the French ambassador to Lettin, Alma Reyes, that the talks were over.",
            "supported",
            id="title-inside-reported-speech",
        ),
        pytest.param(
            "The envoys left Sarel in 1971.",
            "The envoys reached Sarel in 1968. They left in 1971.",
            "supported",
            id="left-without-naming-the-place-again",
        ),
        pytest.param(
            "Marten Oil sued the province.",
            "Marten Oil has sued the province over the pipeline permit.",
            "supported",
            id="sued",
        ),
        pytest.param(
            "Marten Oil sued the province.",
            "The province was sued by Marten Oil over the pipeline permit.",
            "supported",
            id="sued-passive",
        ),
        pytest.param(
            "The province sued Marten Oil.",
            "Marten Oil sued the province over the pipeline permit.",
            "missing",
            id="sued-reversed",
        ),
        pytest.param(
            "The province sued Marten Oil.",
            "The province was sued by Marten Oil over the pipeline permit.",
            "missing",
            id="sued-reversed-passive",
        ),
        pytest.param(
            "Celtic knocked Ajax out of the cup.",
            "Ajax were knocked out of the cup by Celtic.",
            "supported",
            id="knocked-out-passive",
        ),
        pytest.param(
            "Ajax beat Celtic in the semi-final.",
            "Celtic beat Ajax 2-1 in the semi-final.",
            "missing",
            id="winner-and-loser-swapped",
        ),
        pytest.param(
            "The bishop criticised the governor.",
            "The governor criticised the bishop in a radio interview.",
            "missing",
            id="critic-and-criticised-swapped",
        ),
        pytest.param(
            "The bishop criticised the governor.",
            "The bishop was highly critical of the governor.",
            "supported",
            id="critical-of",
        ),
        pytest.param(
            "Rebels attacked government troops near Sarel.",
            "Government troops came under attack from rebels near Sarel.",
            "supported",
            id="came-under-attack-from",
        ),
        pytest.param(
            "The novel was written by Ana Torvald.",
            "Ana Torvald wrote the novel in six weeks in a rented room.",
            "supported",
            id="written-by",
        ),
        pytest.param(
            "The novel 'Salt Roads' was written by Pavel Ruza.",
            "Ana Torvald wrote the novel 'Salt Roads' in six weeks in a rented room.",
            "contradicted",
            id="other-author",
        ),
        pytest.param(
            "Ilse Brandt is the finance minister of Norvia.",
            "Norvia's finance minister, Ilse Brandt, presented the budget on Monday.",
            "supported",
            id="holder-apposition",
        ),
        pytest.param(
            "Ilse Brandt is the finance minister of Norvia.",
            "Norvia's defence minister, Ilse Brandt, visited the garrison on Monday.",
            "contradicted",
            id="other-title",
        ),
        pytest.param(
            "Ilse Brandt is the finance minister of Norvia.",
            "Lettin's finance minister, Ilse Brandt, presented the budget on Monday.",
            "contradicted",
            id="other-country",
        ),
        pytest.param(
            "Ilse Brandt is the finance minister of Norvia.",
            "Norvia's finance minister, Tomas Eklund, presented the budget on Monday.",
            "contradicted",
            id="other-holder",
        ),
        pytest.param(
            "Ilse Brandt is the finance minister of Norvia.",
            "Ilse Brandt visited Norvia on Monday and met the finance committee.",
            "missing",
            id="visited-is-no-title",
        ),
        pytest.param(
            "Dr Amara Nwosu heads the national museum.",
            "Amara Nwosu, the head of the national museum, said the bronzes would go home.",
            "supported",
            id="heads-head-of",
        ),
        pytest.param(
            "Amara Nwosu is the director of the national library.",
            "Amara Nwosu, director of the national museum, said the bronzes would go home.",
            "contradicted",
            id="other-body",
        ),
        pytest.param(
            "Amara Nwosu is the museum's deputy director.",
            "Amara Nwosu, the museum's director, said the bronzes would go home.",
            "contradicted",
            id="deputy-is-not-director",
        ),
        pytest.param(
            "Chile is the world's largest producer of copper.",
            "Chile, the largest copper producer in the world, expects lower output.",
            "supported",
            id="largest-producer",
        ),
        pytest.param(
            "Chile is the world's second-largest producer of copper.",
            "Chile, the largest copper producer in the world, expects lower output.",
            "contradicted",
            id="second-largest-against-largest",
        ),
        pytest.param(
            "Peru is the world's largest producer of copper.",
            "Chile is the largest producer of copper in the world.",
            "contradicted",
            id="only-one-can-be-largest",
        ),
        pytest.param(
            "Chile is the world's largest producer of lithium.",
            "Chile is the largest producer of copper in the world.",
            "missing",
            id="largest-of-another-thing",
        ),
        pytest.param(
            "Kestrel is the country's third-largest bank.",
            "The country's third largest bank, Kestrel, is cutting 400 jobs.",
            "supported",
            id="third-largest-hyphen",
        ),
        pytest.param(
            "The US imposed tariffs on steel.",
            "The United States imposed tariffs on steel.",
            "supported",
            id="us-united-states",
        ),
        pytest.param(
            "The United States imposed tariffs on steel.",
            "Washington imposed tariffs on imported steel on Thursday.",
            "supported",
            id="washington-as-government",
        ),
        pytest.param(
            "The British prime minister visited Kyiv.",
            "The UK's PM visited Kyiv on Saturday.",
            "supported",
            id="pm-uk-british",
        ),
        pytest.param(
            "The World Food Programme suspended deliveries to the camp.",
            "The World Food Programme (WFP) works in nine camps. On Monday the WFP suspended deliveries to the camp.",
            "supported",
            id="abbreviation-introduced",
        ),
        pytest.param(
            "Lucia Ferrante won the by-election.",
            "Lucia Ferrante stood for the Greens. Ferrante won the by-election with 52 percent of the vote.",
            "supported",
            id="surname-after-full-name",
        ),
        pytest.param(
            "Lucia Ferrante won the by-election.",
            "Marco Ferrante, her brother, won the by-election.",
            "contradicted",
            id="same-surname-other-person",
        ),
        pytest.param(
            "Lucia Ferrante won the by-election.",
            "Lucia Ferrante lost the by-election to the Liberal candidate.",
            "contradicted",
            id="won-lost",
        ),
        pytest.param(
            "German investigators searched the offices of the bank.",
            "Investigators from Germany searched the bank's offices in Frankfurt.",
            "supported",
            id="demonym",
        ),
        pytest.param(
            "Swiss investigators searched the offices of the bank.",
            "Swedish investigators searched the offices of the bank.",
            "missing",
            id="other-nation-investigators",
        ),
        pytest.param(
            "The army withdrew from the valley.",
            "The army's withdrawal from the valley was completed in May.",
            "supported",
            id="withdrew-withdrawal",
        ),
        pytest.param(
            "Helios acquired Bramwell.",
            "The acquisition of Bramwell by Helios was completed on Tuesday.",
            "supported",
            id="acquired-acquisition-by",
        ),
        pytest.param(
            "Bramwell acquired Helios.",
            "The acquisition of Bramwell by Helios was completed on Tuesday.",
            "missing",
            id="acquisition-reversed",
        ),
        pytest.param(
            "The gallery bought the painting from a private collector.",
            "A private collector sold the painting to the gallery.",
            "supported",
            id="bought-sold-converse",
        ),
    ],
)
def test_who(claim: str, said: Said, expected: str) -> None:
    assert label(claim, said) == expected


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param("Ana Ruiz chairs the council.", "Ana Ruiz (Labour) chairs the council.", "supported", id="party-in-a-bracket"),
        pytest.param("Labour chairs the council.", "Ana Ruiz (Labour) chairs the council.", "missing", id="party-is-not-the-doer"),
        pytest.param(
            "The Harbour Union called a strike.", "The Harbour Union (HU) called a strike.", "supported", id="short-form-in-a-bracket"
        ),
        pytest.param("The HU called a strike.", "The Harbour Union (HU) called a strike.", "supported", id="named-by-its-short-form"),
        pytest.param("Ana Ruiz is an engineer.", "Ana Ruiz (54) is a Norvian engineer.", "supported", id="engineer-of-a-country"),
        pytest.param("Ana Ruiz is an engineer.", "Ana Ruiz is not a Norvian engineer.", "missing", id="not-an-engineer-of-that-country"),
        pytest.param("Ana Ruiz is an engineer.", "Ana Ruiz is a former Norvian engineer.", "missing", id="no-longer-an-engineer"),
        pytest.param("Ana Ruiz is an engineer.", "Ana Ruiz's brother is a Norvian engineer.", "missing", id="her-brother-is"),
        pytest.param("The Cedar is a drama.", "The Cedar is a Norvian drama television series.", "supported", id="drama-series"),
        pytest.param("The Cedar is a drama.", "The Cedar is a drama school.", "missing", id="drama-school"),
    ],
)  # fmt: skip
def test_what_somebody_is(claim: str, said: Said, expected: str) -> None:
    assert label(claim, said) == expected
