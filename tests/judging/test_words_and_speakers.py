"""Quotations to the letter, and who is said to have said what."""

import pytest

from tests.judging.desk import Said, label


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param(
            'The coach said: "We were the better side".',
            '"We were the better side," the coach told reporters after the match.',
            "supported",
            id="verbatim",
        ),
        pytest.param(
            'The coach said: "We were the lesser side".',
            '"We were the better side," the coach told reporters after the match.',
            "contradicted",
            id="word-changed",
        ),
        pytest.param(
            'The coach said: "We were never the better side".',
            '"We were the better side," the coach told reporters after the match.',
            "contradicted",
            id="word-added",
        ),
        pytest.param(
            'The coach said: "We were not ready for this".',
            '"We were ready for this," the coach told reporters after the match.',
            "contradicted",
            id="not-added",
        ),
        pytest.param(
            'The coach said: "Our season is over".',
            '"We were the better side," the coach told reporters after the match.',
            "missing",
            id="quotation-not-found",
        ),
        pytest.param(
            'The referee said: "We were the better side".',
            '"We were the better side," the coach told reporters after the match.',
            "contradicted",
            id="other-speaker",
        ),
        pytest.param(
            'Ilse Brandt called the budget "a bridge to better years".',
            'Brandt, the finance minister, called the budget "a bridge to better years". Ilse Brandt took office in May.',
            "supported",
            id="called-it",
        ),
        pytest.param(
            'Ilse Brandt called the budget "a bridge to worse years".',
            'Ilse Brandt called the budget "a bridge to better years" in her speech.',
            "contradicted",
            id="called-it-changed",
        ),
        pytest.param(
            'The report says the dam was "an accident in waiting".',
            "The dam was “an accident in waiting”, according to the report.",
            "supported",
            id="curly-marks",
        ),
        pytest.param(
            'The chief executive said "nobody will lose a job".',
            '"Nobody will lose a job," said Ove Lind, the chief executive.',
            "supported",
            id="said-inverted",
        ),
        pytest.param(
            'The chief executive said "nobody will lose a home".',
            '"Nobody will lose a job," said Ove Lind, the chief executive.',
            "contradicted",
            id="last-word-changed",
        ),
        pytest.param(
            'Ove Lind said: "Nobody will lose a job".',
            '"Nobody will lose a job," said union leader Carla Reyes, mocking the announcement.',
            "contradicted",
            id="given-to-another",
        ),
        pytest.param(
            "The surgeon said the operation went well.",
            "The operation went well, the surgeon said.",
            "supported",
            id="indirect-speech",
        ),
        pytest.param(
            "The surgeon said the operation failed.",
            "The operation went well, the surgeon said.",
            "contradicted",
            id="indirect-opposite",
        ),
        pytest.param(
            "The finance ministry says the deficit will shrink.",
            "The opposition says the deficit will shrink only on paper.",
            "missing",
            id="indirect-other-speaker",
        ),
        pytest.param(
            "According to the coroner, the hiker died of cold.",
            "The hiker died of cold, the coroner found.",
            "supported",
            id="according-to",
        ),
        pytest.param(
            "The police chief described the riot as well organised.",
            "The riot was described by the police chief as well organised.",
            "supported",
            id="described-as-passive",
        ),
        pytest.param(
            "The police chief described the riot as spontaneous.",
            "The police chief described the riot as well organised, not spontaneous.",
            "contradicted",
            id="described-as-not",
        ),
        pytest.param(
            'The poet wrote that the town was "a drawer of spoons".',
            'The poet once wrote that her town was "a drawer of knives".',
            "contradicted",
            id="one-noun-swapped",
        ),
        pytest.param(
            'The minister spoke of "a shameful day".',
            'The minister spoke of "a shameful, wasted day".',
            "contradicted",
            id="word-dropped",
        ),
    ],
)
def test_words_and_speakers(claim: str, said: Said, expected: str) -> None:
    assert label(claim, said) == expected
