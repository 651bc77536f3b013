"""When it happened: granularity, relations, relative dates, decoys."""

import pytest

from tests.judging.desk import Said, label, on


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param(
            "Norvia announced in 2009 that its mission in Sarel was over.",
            (
                "Norvia announced in 2009 that its mission in Sarel was over.",
                "After the peace of 2005 Norvia began to cut its force in Sarel.",
            ),
            "supported",
            id="another-step-of-the-same-withdrawal",
        ),
        pytest.param(
            "Foreign experts returned to Sarel in 2014 to rebuild the dam.",
            "Sarel has little power. In 2014 foreign experts came back to rebuild the dam.",
            "supported",
            id="came-back-place-in-the-sentence-before",
        ),
        pytest.param(
            "The opera house opened in 1973.",
            "The opera house was opened on 20 October 1973 after years of delay.",
            "supported",
            id="year-against-day",
        ),
        pytest.param(
            "The opera house opened in 1963.",
            "The opera house was opened on 20 October 1973 after years of delay.",
            "contradicted",
            id="other-year-one-off",
        ),
        pytest.param(
            "The opera house opened on 20 October 1973.",
            "The opera house opened in 1973.",
            "missing",
            id="day-not-stated",
        ),
        pytest.param(
            "The opera house opened on 20 October 1973.",
            "The opera house opened in 1978.",
            "contradicted",
            id="day-in-another-year",
        ),
        pytest.param(
            "The dam burst in September 2023.",
            "In September 2023 the dam above the town burst, sweeping away whole streets.",
            "supported",
            id="month-fronted",
        ),
        pytest.param(
            "The dam burst in June 2023.",
            "In September 2023 the dam above the town burst, sweeping away whole streets.",
            "contradicted",
            id="other-month",
        ),
        pytest.param(
            "The law on short-term rentals took effect on 1 July 2022.",
            "The short-term rental law took effect on July 1, 2022.",
            "supported",
            id="day-month-orders",
        ),
        pytest.param(
            "The law on short-term rentals took effect on 1 July 2022.",
            "The short-term rental law was adopted on March 3, 2022.",
            "missing",
            id="adopted-is-not-in-effect",
        ),
        pytest.param(
            "The orchestra was founded in 1888.",
            "Founded in 1888, the orchestra has never played without a conductor.",
            "supported",
            id="founded-participle",
        ),
        pytest.param(
            "The orchestra was founded in 1888.",
            "LEIPZIG, 4 May 2021 - The orchestra, founded in 1918, will tour Japan.",
            "contradicted",
            id="dateline-year-is-a-decoy",
        ),
        pytest.param(
            "The orchestra was founded in 2021.",
            "LEIPZIG, 4 May 2021 - The orchestra will tour Japan in the autumn, its director said.",
            "missing",
            id="dateline-year-dates-nothing",
        ),
        pytest.param(
            "Workers at the tyre plant walked out on 9 January 2024.",
            on("2024-01-10", "Workers at the tyre plant walked out on Tuesday over pay."),
            "supported",
            id="weekday-before-publication",
        ),
        pytest.param(
            "Workers at the tyre plant walked out on 2 January 2024.",
            on("2024-01-10", "Workers at the tyre plant walked out on Tuesday over pay."),
            "contradicted",
            id="weekday-another-week",
        ),
        pytest.param(
            "The mayor resigned in December 2023.",
            on("2024-01-15", "The mayor, who resigned last month, has not commented."),
            "supported",
            id="last-month",
        ),
        pytest.param(
            "The mayor resigned in October 2023.",
            on("2024-01-15", "The mayor, who resigned last month, has not commented."),
            "contradicted",
            id="last-month-differs",
        ),
        pytest.param(
            "The mine closed in 2016.",
            on("2020-05-02", "The mine closed four years ago, and half the shops on the high street followed."),
            "supported",
            id="four-years-ago",
        ),
        pytest.param(
            "The mine closed in 2010.",
            on("2020-05-02", "The mine closed four years ago, and half the shops on the high street followed."),
            "contradicted",
            id="four-years-ago-differs",
        ),
        pytest.param(
            "The mine closed in 2016.",
            "The mine closed four years ago.",
            "missing",
            id="relative-date-without-reference",
        ),
        pytest.param(
            "The treaty was signed in 1994.",
            "The treaty was negotiated for eleven years. It was signed in Paris in 1994 and ratified the next year.",
            "supported",
            id="it-was-signed",
        ),
        pytest.param(
            "The treaty was ratified in 1995.",
            "The treaty was signed in Paris in 1994 and ratified the next year.",
            "supported",
            id="the-next-year",
        ),
        pytest.param(
            "The treaty was ratified in 1994.",
            "The treaty was signed in Paris in 1994 and ratified the next year.",
            "contradicted",
            id="date-of-the-other-deed",
        ),
        pytest.param(
            "The company has made bicycles since 1921.",
            "It has been making bicycles since 1921, the company says on its website.",
            "supported",
            id="since-same",
        ),
        pytest.param(
            "The company has made bicycles since 1921.",
            "The company has made bicycles since 1951.",
            "contradicted",
            id="since-differs",
        ),
        pytest.param(
            "The war lasted from 1618 to 1648.",
            "The war began in 1618 and ended in 1648.",
            "supported",
            id="from-to-as-began-ended",
        ),
        pytest.param(
            "The war ended in 1638.",
            "The war lasted from 1618 to 1648.",
            "contradicted",
            id="ended-against-from-to",
        ),
        pytest.param(
            "She was born in the 1950s.",
            "She was born on 3 March 1954 in Oran.",
            "supported",
            id="decade-against-day",
        ),
        pytest.param(
            "The novelist was born in the 1950s.",
            "The novelist was born in Oran in 1964.",
            "contradicted",
            id="decade-differs",
        ),
        pytest.param(
            "The election was held on 8 October 2022.",
            on("2022-10-12", "The election, the third in two years, was held on Saturday."),
            "supported",
            id="weekday-after-an-apposition",
        ),
        pytest.param(
            "The satellite was launched before 2000.",
            "The satellite was launched in April 1998 from Kourou.",
            "supported",
            id="before-holds",
        ),
        pytest.param(
            "The satellite was launched before 1995.",
            "The satellite was launched in April 1998 from Kourou.",
            "contradicted",
            id="before-fails",
        ),
        pytest.param(
            "The chapel burned down in early 1911.",
            "The chapel burned down in February 1911.",
            "supported",
            id="early-in-the-year",
        ),
        pytest.param(
            "The chapel burned down in late 1911.",
            "The chapel burned down in February 1911.",
            "contradicted",
            id="late-in-the-year",
        ),
        pytest.param(
            "Sales fell in the first quarter of 2019.",
            "Sales fell in the first three months of 2019, the chain reported.",
            "supported",
            id="quarter-as-three-months",
        ),
        pytest.param(
            "The comet was discovered by two amateurs in 1997.",
            "The comet was discovered by two amateurs in 1995 and was brightest in 1997.",
            "contradicted",
            id="two-years-two-deeds",
        ),
        pytest.param(
            "The festival takes place in August.",
            "The festival takes place every August on the hill above the town.",
            "supported",
            id="every-august",
        ),
        pytest.param(
            "Voters approved the tax in 2018.",
            "Voters in the neighbouring county approved a library levy in 2018.",
            "missing",
            id="same-year-other-vote",
        ),
        pytest.param(
            "The hospital was evacuated on 14 August 2021.",
            on("2021-08-16", "The hospital was evacuated two days ago because of the approaching fire."),
            "supported",
            id="two-days-ago",
        ),
        pytest.param(
            "The old town hall was demolished in 1974.",
            "The old town hall, built in 1874, was demolished a century later.",
            "supported",
            id="a-century-later",
        ),
    ],
)
def test_dates(claim: str, said: Said, expected: str) -> None:
    assert label(claim, said) == expected
