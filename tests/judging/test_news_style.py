"""Turns of news writing that have little to do with the fact: who says it, where the title stands, what opens the sentence."""

from __future__ import annotations

import pytest

from tests.judging.desk import Said, label, on


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param(
            "At least 300 drivers in Lapland were fined last year.",
            on("2023-05-02", "Lapland says it fined more than 350 drivers last year for crossing the frozen lake."),
            "supported",
            id="says-it-did",
        ),
        pytest.param(
            "At least 400 drivers in Lapland were fined last year.",
            on("2023-05-02", "Lapland says it fined 350 drivers last year for crossing the frozen lake."),
            "contradicted",
            id="says-it-did-fewer",
        ),
        pytest.param(
            "Nadia Krol is Ohio's secretary of state.",
            "Ohio Secretary of State Nadia Krol said the count had ended.",
            "supported",
            id="title-behind-its-state",
        ),
        pytest.param(
            "Nadia Krol is Iowa's secretary of state.",
            "Ohio Secretary of State Nadia Krol said the count had ended.",
            "contradicted",
            id="title-behind-another-state",
        ),
        pytest.param(
            "Nadia Krol is Ohio's governor.",
            "Ohio Attorney General Nadia Krol said the count had ended.",
            "contradicted",
            id="another-title-behind-the-state",
        ),
        pytest.param(
            "Gao Lin is China's trade minister.",
            "China's Health Minister Gao Lin opened the hospital on Monday.",
            "contradicted",
            id="surname-that-is-a-town",
        ),
        pytest.param(
            '"It is not wise to drive an hour for a stamp," said Irma Vold.',
            'Irma Vold said: "The rule ignores the valley. It is not wise to drive an hour for a stamp."',
            "supported",
            id="quotation-before-its-speaker",
        ),
        pytest.param(
            "Peru recorded about 900 landslides in 2018.",
            "Peru's slopes suffer many landslides; 2018 saw 893 recorded landslides.",
            "supported",
            id="year-as-subject",
        ),
        pytest.param(
            "Peru recorded about 900 landslides in 2017.",
            "Peru's slopes suffer many landslides; 2018 saw 893 recorded landslides.",
            "missing",
            id="year-as-subject-another-year",
        ),
    ],
)
def test_news_style(claim: str, said: Said, expected: str) -> None:
    assert label(claim, said) == expected
