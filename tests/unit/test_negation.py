"""Which words a negation reaches, in sentences as they stand in the news."""

from __future__ import annotations

import pytest

from factcheck.text.analyse import analyse


def negated(sentence: str) -> set[str]:
    return {unit.text for unit in analyse(sentence).units if unit.negated and not unit.light}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("The ferry has not sailed.", {"sailed"}, id="not"),
        pytest.param("The ferry hasn't sailed.", {"sailed"}, id="nt"),
        pytest.param("The ferry never sailed.", {"sailed"}, id="never"),
        pytest.param("The mayor refused to sign the contract.", {"sign", "contract"}, id="refused-to"),
        pytest.param("The airline denied paying bribes.", {"paying", "bribes"}, id="denied-doing"),
        pytest.param("The firm was unable to deliver the engines.", {"deliver", "engines"}, id="unable-to"),
        pytest.param("No ships were sunk.", {"ships", "sunk"}, id="no-as-subject"),
        pytest.param("The ship left without passengers.", {"passengers"}, id="without"),
        pytest.param("The port is non-commercial.", {"commercial"}, id="non"),
        pytest.param("The judge lifted the ban.", {"ban"}, id="lifted-what-it-bans"),
        pytest.param("The ban was lifted.", set(), id="lifted-in-the-passive-is-for-the-opposites"),
        pytest.param("Residents voted against the merger.", {"merger"}, id="voted-against"),
        pytest.param("Neither the pilot nor the engineer was hurt.", {"pilot", "engineer", "hurt"}, id="neither-nor"),
        pytest.param("The minister did not refuse to resign.", {"refuse"}, id="two-denials-cancel-out"),
        pytest.param("Not only the bridge but also the tunnel closed.", set(), id="not-only"),
        pytest.param("No fewer than 20 boats sank.", set(), id="no-fewer-than"),
        pytest.param("There is no doubt that the dam held.", set(), id="no-doubt"),
        pytest.param("It did not rain, but the river rose.", {"rain"}, id="ends-at-but"),
        pytest.param("The bus did not stop and drove on.", {"stop"}, id="ends-at-and-with-a-verb"),
        pytest.param("The team, however, did not win.", {"win"}, id="an-insertion-before-it"),
        pytest.param("The bank has ruled out a merger.", {"merger"}, id="ruled-out"),
        pytest.param("The bus stopped.", set(), id="none"),
    ],
)
def test_denied_words(sentence: str, expected: set[str]) -> None:
    assert negated(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("The council has not set a date for the vote.", {"vote"}, id="behind-a-preposition"),
        pytest.param("The owner did not say that the bridge was safe.", {"bridge", "safe"}, id="what-was-not-said"),
        pytest.param("The council has set a date for the vote.", set(), id="nothing-denied"),
        pytest.param("No official of the ministry resigned.", set(), id="a-denied-subject-reaches-all"),
    ],
)
def test_words_left_open(sentence: str, expected: set[str]) -> None:
    assert {unit.text for unit in analyse(sentence).units if unit.unsettled} == expected
