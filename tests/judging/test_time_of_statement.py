"""When a source speaks: newer statements about states that change, and claims as of a day."""

from datetime import date

import pytest

from factcheck.domain.claim import Claim
from tests.judging.desk import Said, judged, label, on


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param(
            "The ferry line currently has four ships.",
            (
                on("2019-03-01", "The ferry line has seven ships.", publisher="Harbour News"),
                on("2024-03-01", "The ferry line now has four ships.", publisher="Coast Mail"),
            ),
            "supported",
            id="newest-supports",
        ),
        pytest.param(
            "The ferry line currently has seven ships.",
            (
                on("2019-03-01", "The ferry line has seven ships.", publisher="Harbour News"),
                on("2024-03-01", "The ferry line now has four ships.", publisher="Coast Mail"),
            ),
            "contradicted",
            id="older-is-history",
        ),
        pytest.param(
            "The district has no hospital at present.",
            (
                on("2012-06-01", "The district has no hospital.", publisher="Valley Post"),
                on("2023-06-01", "The district has a hospital with 80 beds.", publisher="Hill Herald"),
            ),
            "contradicted",
            id="hospital-built-since",
        ),
        pytest.param(
            "Greta Holm is currently the mayor of Esk.",
            (
                on("2016-05-01", "Greta Holm, the mayor of Esk, opened the market.", publisher="Valley Post"),
                on("2022-05-01", "Jan Sorby, the mayor of Esk, opened the library.", publisher="Hill Herald"),
            ),
            "contradicted",
            id="former-mayor",
        ),
        pytest.param(
            "Jan Sorby is currently the mayor of Esk.",
            (
                on("2016-05-01", "Greta Holm, the mayor of Esk, opened the market.", publisher="Valley Post"),
                on("2022-05-01", "Jan Sorby, the mayor of Esk, opened the library.", publisher="Hill Herald"),
            ),
            "supported",
            id="mayor-today",
        ),
        pytest.param(
            "The mine was opened in 1907.",
            (
                on("2001-05-01", "The mine was opened in 1907.", publisher="Valley Post"),
                on("2022-05-01", "The mine was opened in 1912.", publisher="Hill Herald"),
            ),
            "conflicting",
            id="an-event-does-not-change",
        ),
    ],
)
def test_newest_statement_wins_for_states(claim: str, said: Said, expected: str) -> None:
    assert label(claim, said) == expected


@pytest.mark.parametrize(
    ("claim", "as_of", "said", "expected"),
    [
        pytest.param(
            "The company currently has 800 employees.",
            "2020-01-01",
            (
                on("2019-06-01", "The company has 1,200 employees.", publisher="Trade Paper"),
                on("2024-06-01", "The company has 800 employees.", publisher="City Paper"),
            ),
            "contradicted",
            id="later-source-does-not-count",
        ),
        pytest.param(
            "The company currently has 1,200 employees.",
            "2020-01-01",
            (
                on("2019-06-01", "The company has 1,200 employees.", publisher="Trade Paper"),
                on("2024-06-01", "The company has 800 employees.", publisher="City Paper"),
            ),
            "supported",
            id="true-on-that-day",
        ),
        pytest.param(
            "The strike at the port is over.",
            "2021-02-01",
            on("2021-02-05", "The strike at the port is over, the union said."),
            "missing",
            id="only-a-later-source",
        ),
        pytest.param(
            "The strike at the port is over.",
            "2021-02-10",
            on("2021-02-05", "The strike at the port is over, the union said."),
            "supported",
            id="source-before-the-day",
        ),
        pytest.param(
            "The strike at the port is over.",
            "2021-02-05",
            on("2021-02-05", "The strike at the port is over, the union said."),
            "supported",
            id="source-of-the-same-day",
        ),
    ],
)
def test_as_of(claim: str, as_of: str, said: Said, expected: str) -> None:
    verdict = judged(Claim(sentence=claim, as_of=date.fromisoformat(as_of)), said)
    assert verdict.label == expected
    if expected == "missing":
        assert verdict.reason == "out-of-scope"
