"""Pronouns, "the company", "the next year": words that only the sentences around them explain."""

import pytest

from tests.judging.desk import Said, label


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param(
            "Petra Lindqvist resigned in April.",
            "Petra Lindqvist had run the agency for nine years. She resigned in April.",
            "supported",
            id="she",
        ),
        pytest.param(
            "Petra Lindqvist resigned in April.",
            "Petra Lindqvist had run the agency for nine years. She resigned in August.",
            "contradicted",
            id="she-other-month",
        ),
        pytest.param(
            "Petra Lindqvist resigned in April.",
            "Petra Lindqvist praised her deputy, Hanna Moe. Moe resigned in April.",
            "missing",
            id="the-deputy-not-her",
        ),
        pytest.param(
            "The Varnhall bridge is 640 metres long.",
            "The Varnhall bridge opened last week. It is 640 metres long.",
            "supported",
            id="it",
        ),
        pytest.param(
            "The Varnhall bridge is 640 metres long.",
            "The Varnhall bridge opened last week. It is 460 metres long.",
            "contradicted",
            id="it-other-length",
        ),
        pytest.param(
            "Osterby Foods employs 3,200 people.",
            "Osterby Foods is to be sold. The company, which employs 3,200 people, has lost money for years.",
            "supported",
            id="the-company",
        ),
        pytest.param(
            "Osterby Foods employs 3,200 people.",
            "Osterby Foods is to be sold. The company employs 1,100 people in two plants.",
            "contradicted",
            id="the-company-other-number",
        ),
        pytest.param(
            "Portugal reached the final.",
            "Portugal beat Wales on Wednesday. They will now play France in the final.",
            "supported",
            id="they-play-in-the-final",
        ),
        pytest.param(
            "The pilot of the glider died.",
            "A glider crashed near Selm on Sunday. Its pilot died at the scene.",
            "supported",
            id="its-pilot",
        ),
        pytest.param(
            "The pilot of the glider survived.",
            "A glider crashed near Selm on Sunday. Its pilot died at the scene.",
            "contradicted",
            id="its-pilot-died",
        ),
        pytest.param(
            "Nuri Demir was awarded the prize in 2009.",
            "Nuri Demir published her first poems at 17. In 2009 the poet was awarded the prize.",
            "supported",
            id="the-poet",
        ),
        pytest.param(
            "The cathedral burned down in 1689.",
            "The cathedral was finished in 1688. The next year it burned down.",
            "supported",
            id="next-year-it",
        ),
        pytest.param(
            "The cathedral burned down in 1688.",
            "The cathedral was finished in 1688. The next year it burned down.",
            "contradicted",
            id="next-year-is-not-that-year",
        ),
        pytest.param(
            "Hakan Yilmaz coached Velden for two seasons.",
            "Hakan Yilmaz knows the league well. He coached Velden for two seasons and won the cup there.",
            "supported",
            id="he-coached",
        ),
        pytest.param(
            "Jordan has taken in 30,000 refugees from Sarel.",
            "Jordan and Lettin border on Sarel. The country has taken in 30,000 refugees from there.",
            "missing",
            id="which-country",
        ),
        pytest.param(
            "Lettin has taken in 30,000 refugees from Sarel.",
            "Lettin borders on Sarel. The country has taken in 30,000 refugees from there.",
            "supported",
            id="the-country-is-lettin",
        ),
        pytest.param(
            "The Greens hold 19 seats on the council.",
            "The Greens lost badly. The party now holds 19 seats on the council, eight fewer than before.",
            "supported",
            id="the-party-now-holds",
        ),
        pytest.param(
            "The Greens hold 27 seats on the council.",
            "The Greens lost badly. The party now holds 19 seats on the council.",
            "contradicted",
            id="the-party-holds-fewer",
        ),
        pytest.param(
            "Rosa Almeida was cleared of the charges.",
            "Rosa Almeida spent two years under investigation. Last week she was cleared of all charges.",
            "supported",
            id="she-was-cleared",
        ),
        pytest.param(
            "Rosa Almeida was convicted.",
            "Rosa Almeida spent two years under investigation. Last week she was cleared of all charges.",
            "contradicted",
            id="she-was-not-convicted",
        ),
        pytest.param(
            "The Sarel rebels released the aid workers.",
            "The Sarel rebels had held the aid workers since May. On Friday the group released them.",
            "supported",
            id="the-group-released-them",
        ),
    ],
)
def test_context(claim: str, said: Said, expected: str) -> None:
    assert label(claim, said) == expected
