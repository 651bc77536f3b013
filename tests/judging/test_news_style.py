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
        pytest.param(
            "Vera Lund has resigned.",
            "Lund resigned shortly before noon on Saturday. Vera Lund had led the bank.",
            "supported",
            id="has-done-and-did",
        ),
        pytest.param(
            "The bridge has been put in place.",
            "The bridge was put in place on Friday after two years of work.",
            "supported",
            id="has-been-and-was",
        ),
        pytest.param(
            "Norway's government says whaling in its waters is illegal.",
            "But Norway's government has repeatedly also said that whaling in its waters was legal, and says it has issued permits.",
            "contradicted",
            id="has-repeatedly-also-said",
        ),
        pytest.param(
            "Ada Moll is Latvia's foreign minister.",
            "A day earlier Latvian President Ada Moll met the envoy.",
            "contradicted",
            id="president-not-minister",
        ),
        pytest.param(
            "The burglars took two paintings.",
            "The burglars broke a window shortly after 3 a.m. and took two paintings.",
            "supported",
            id="half-day-is-no-doer",
        ),
        pytest.param(
            "The council of Lund voted to sell the old dock.",
            "The council of Lund voted on Monday against selling the old dock.",
            "contradicted",
            id="voted-on-a-day-against",
        ),
        pytest.param(
            "The bridge at Orm collapsed on Sunday evening.",
            on("2024-10-22", "The bridge at Orm collapsed at about 4 a.m. on Monday, police said."),
            "contradicted",
            id="another-weekday",
        ),
        pytest.param(
            "The bridge at Orm collapsed on Sunday evening.",
            on("2024-10-22", "The bridge at Orm collapsed on Sunday evening, police said."),
            "supported",
            id="same-weekday",
        ),
        pytest.param(
            "The Riksbank raised its key rate by 25 basis points.",
            "The Riksbank raised its key rate by a quarter of a percentage point on Thursday.",
            "supported",
            id="basis-points",
        ),
        pytest.param(
            "The Riksbank raised its key rate by 50 basis points.",
            "The Riksbank raised its key rate by a quarter of a percentage point on Thursday.",
            "contradicted",
            id="other-basis-points",
        ),
        pytest.param(
            "Estonia has about 1.3 million inhabitants.",
            "Estonia held a census in spring. The capital itself has 450,000 inhabitants.",
            "missing",
            id="figure-of-the-capital",
        ),
        pytest.param(
            "Estonia has about 1.3 million inhabitants.",
            "Estonia held a census in spring. The country has 1.9 million inhabitants.",
            "contradicted",
            id="figure-of-the-country",
        ),
        pytest.param(
            "May was the warmest month on record in Chad.",
            "May was the hottest month on record in Chad.",
            "supported",
            id="hottest-is-warmest",
        ),
        pytest.param(
            "No Danish minister had visited Chad for a decade.",
            "This is the first visit to Chad by a Danish minister in 10 years.",
            "missing",
            id="first-visit-is-no-counter",
        ),
        pytest.param(
            "The vault has room for more than four million samples.",
            "The vault has the capacity to store 4.5 million samples.",
            "supported",
            id="capacity-to-store",
        ),
        pytest.param(
            "The vault has room for more than five million samples.",
            "The vault has the capacity to store 4.5 million samples.",
            "contradicted",
            id="capacity-too-small",
        ),
        pytest.param(
            "The reform would raise the pilots' pension age to 65.",
            "Pilots began a strike over a reform that would raise their pension age to 67.",
            "contradicted",
            id="plural-owner",
        ),
        pytest.param(
            "The reform would raise the pilots’ pension age to 67.",
            "Pilots began a strike over a reform that would raise their pension age to 67.",
            "supported",
            id="plural-owner-agrees",
        ),
        pytest.param(
            "Thirty people were on the raft.",
            "Eighteen men and twelve women were on the raft.",
            "supported",
            id="men-and-women",
        ),
        pytest.param(
            "Forty people were on the raft.",
            "Eighteen men and twelve women were on the raft.",
            "missing",
            id="men-and-women-not-forty",
        ),
        pytest.param(
            "Eighteen people were on the raft.",
            "Eighteen men and twelve women were on the raft.",
            "missing",
            id="men-are-not-all",
        ),
        pytest.param(
            "Sami Haddad heads Lebanon's Cedar Party.",
            "The chief of Lebanon's Cedar Party, Sheikh Sami Haddad, spoke on Friday.",
            "supported",
            id="chief-of-is-heads",
        ),
        pytest.param(
            "Sami Haddad heads Lebanon's Green Party.",
            "The chief of Lebanon's Cedar Party, Sheikh Sami Haddad, spoke on Friday.",
            "contradicted",
            id="heads-another-body",
        ),
        pytest.param(
            "Karim Nasr heads Lebanon's Cedar Party.",
            "The chief of Lebanon's Cedar Party, Sheikh Sami Haddad, met Karim Nasr on Friday.",
            "contradicted",
            id="another-chief",
        ),
        pytest.param("The fair is held annually.", "The fair used to be held annually.", "missing", id="used-to-be"),
        pytest.param(
            "Unemployment fell by 3 percent.", "Unemployment among men fell by 3 percent.", "missing", id="among-men"
        ),
        pytest.param("Crime rose in Norvia.", "Crime rose in the capital of Norvia.", "missing", id="trend-of-a-part"),
        pytest.param(
            "A bomb went off in Norvia.", "A bomb went off in the capital of Norvia.", "supported", id="event-in-a-part"
        ),
        pytest.param("The storm killed nobody.", "The storm killed two people.", "contradicted", id="killed-nobody"),
        pytest.param("The storm killed two people.", "The storm killed nobody.", "contradicted", id="nobody-killed"),
        pytest.param("The glider landed safely.", "The glider crashed on landing.", "missing", id="how-it-landed"),
        pytest.param(
            "The mill made a profit of 3 million euros.",
            "The mill made a loss of 3 million euros.",
            "contradicted",
            id="profit-and-loss",
        ),
        pytest.param(
            "Prices were higher in May than in April.",
            "Prices were higher in April than in May.",
            "contradicted",
            id="months-turned-round",
        ),
        pytest.param(
            "Prices were higher in May than in April.",
            "In May prices were higher than in April.",
            "supported",
            id="months-in-another-order",
        ),
    ],
)
def test_news_style(claim: str, said: Said, expected: str) -> None:
    assert label(claim, said) == expected
