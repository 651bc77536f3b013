"""Sentences that come near a claim without denying it: a wrong "contradicted" accuses a writer.

Rows marked as expected failures are wrong today.
"""

from __future__ import annotations

import pytest

from tests.judging.desk import label


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param(
            "The storms killed nine people in all.",
            "The storms killed five people in Dorn. They injured four people in Esk.",
            id="in-all",
        ),
        pytest.param("Northline sold 500 ferries.", "Northline sold 300 ferries in January.", id="in-january"),
        pytest.param(
            "Northline sold 500 ferries in 2019.",
            "Northline sold 300 ferries in the first half of 2019.",
            id="first-half",
        ),
        pytest.param("Northline sold 500 ferries.", "Northline sold 300 ferries to Norvia.", id="to-one-buyer"),
        pytest.param("Northline has 500 workers.", "Northline has 300 workers in Dorn.", id="in-one-town"),
        pytest.param(
            "About 2,500 nurses went on strike.",
            "900 nurses went on strike on the first day.",
            id="first-day",
        ),
        pytest.param("At least 12 people died.", "7 people died on the spot.", id="on-the-spot"),
        pytest.param("Holm scored 20 goals.", "Holm scored two goals on Saturday.", id="on-saturday"),
        pytest.param(
            "Northline cut 500 jobs.",
            "Northline cut 300 jobs last year and 200 this year.",
            id="two-years",
        ),
        pytest.param(
            "The blast killed nine people.",
            "The blast killed five people in Dorn and four people in Esk.",
            id="two-towns",
        ),
        pytest.param(
            "The firm paid 9 million euros.",
            "The firm paid 5 million euros and 4 million euros.",
            id="two-sums",
        ),
        pytest.param("The drug is safe.", "The drug is not safe for children.", id="for-children"),
        pytest.param("The drug is safe for adults.", "The drug is unsafe for children.", id="adults-and-children"),
        pytest.param("The vaccine causes fever in children.", "The vaccine causes fever in adults.", id="in-adults"),
        pytest.param("Some otters eat fish.", "Some otters do not eat fish.", id="some-do-not"),
    ],
)
def test_the_source_speaks_of_a_part(claim: str, said: str) -> None:
    assert label(claim, said) != "contradicted"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("Northline has 500 workers.", "Northline had 300 workers in 1990.", id="had-in-1990"),
        pytest.param("Holm supports the bill.", "Holm once opposed the bill.", id="once-opposed"),
        pytest.param("Holm signed the bill.", "Holm did not sign the bill on Monday.", id="not-on-monday"),
        pytest.param("Holm signed the bill.", "Holm did not sign the bill until Friday.", id="not-until-friday"),
        pytest.param("Holm worked in Dorn.", "Holm did not work in Dorn at first.", id="not-at-first"),
        pytest.param(
            "Ana Ruiz is the mayor of Cadiz.",
            "Ana Ruiz was the deputy mayor of Cadiz until 2019.",
            id="deputy-until",
        ),
        pytest.param(
            "Ana Ruiz is the mayor of Cadiz.", "Pedro Sol, the former mayor of Cadiz, spoke.", id="former-mayor"
        ),
        pytest.param("The court convicted Holm.", "A lower court had acquitted Holm.", id="lower-court"),
        pytest.param(
            "Holm won a gold medal at the 2018 Games.",
            "Holm won a gold medal at the 2014 Games.",
            id="other-games",
        ),
        pytest.param("Ana Ruiz won the race in 2010.", "Pedro Sol won the race in 2011.", id="other-race"),
        pytest.param("Ana Ruiz won the race.", "Pedro Sol won the race in 2011.", id="race-of-a-year"),
        pytest.param("The shop opened in 2010.", "The shop reopened in 2015.", id="reopened"),
        pytest.param("The film was released in May.", "The film was released on DVD in June.", id="on-dvd"),
        pytest.param("The war began in 1914.", "The war ended in 1918.", id="ended"),
        pytest.param(
            "A fire killed 12 people in Dorn.",
            "Another fire killed four people in Dorn a year later.",
            id="another-fire",
        ),
    ],
)
def test_the_source_speaks_of_another_time(claim: str, said: str) -> None:
    assert label(claim, said) != "contradicted"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("The court convicted Holm.", "The court acquitted Holm's brother.", id="his-brother"),
        pytest.param("Holm supports the bill.", "Holm's party opposes the bill.", id="his-party"),
        pytest.param(
            "Ana Ruiz is a minister of Norvia.",
            "Norvia's minister, Pedro Sol, spoke.",
            id="one-of-several-ministers",
        ),
        pytest.param("Ana Ruiz wrote the song.", "Pedro Sol wrote the song's music.", id="the-songs-music"),
        pytest.param("The red ferry sank.", "A blue ferry sank ten years later.", id="another-ferry"),
        pytest.param("The lake is 40 metres deep.", "The lake is 40 miles long.", id="deep-and-long"),
        pytest.param("The lake is 40 metres deep.", "The lake is 300 metres wide.", id="deep-and-wide"),
        pytest.param("A fire killed 12 people in Dorn.", "A fire killed four people in Esk.", id="another-town"),
        pytest.param("About 2,500 nurses went on strike.", "About 900 doctors went on strike.", id="doctors"),
        pytest.param("Exports of wine rose.", "Exports of cheese fell.", id="cheese"),
    ],
)
def test_the_source_speaks_of_somebody_or_something_else(claim: str, said: str) -> None:
    assert label(claim, said) != "contradicted"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("The firm dumped acid.", "The firm has never been shown to have dumped acid.", id="never-shown"),
        pytest.param("The drug is safe.", "Critics say the drug is unsafe.", id="critics-say"),
        pytest.param("Holm signed the bill.", "Holm did not just sign the bill; he wrote it.", id="not-just"),
        pytest.param("Turnout fell to 41 percent.", "Turnout fell to 41.2 percent.", id="41-and-a-bit"),
        pytest.param(
            "Turnout fell to 41 percent.",
            "Turnout fell to 40.8 percent, the commission said.",
            id="nearly-41",
        ),
        pytest.param("The tower is 90 metres tall.", "The tower is 90.4 metres tall.", id="tower"),
    ],
)
def test_the_source_does_not_say_so(claim: str, said: str) -> None:
    assert label(claim, said) != "contradicted"
