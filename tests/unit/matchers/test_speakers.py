"""Who says it, and whether a source only reports it."""

from __future__ import annotations

import pytest

from factcheck.matchers.speakers import compare, leading_report
from factcheck.text.analyse import analyse
from tests.unit.matchers.outcomes import comparisons, outcomes


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param("Ana Ruiz said the dam had held.", "The dam had held, Ana Ruiz said.", ["agrees"], id="the-same"),
        pytest.param("Ana Ruiz said the dam had held.", "The dam had held, Ruiz said.", ["agrees"], id="surname"),
        pytest.param(
            "Ana Ruiz said the dam had held.", "The dam had held, Otto Brink said.", ["differs"], id="somebody-else"
        ),
        pytest.param("Ana Ruiz said the dam had held.", "The dam had held.", ["not-stated"], id="the-writer-says-it"),
        pytest.param("Ana Ruiz said the dam had held.", "The dam had held, he said.", ["not-stated"], id="unresolved"),
    ],
)
def test_a_claim_about_a_saying_needs_its_speaker(claim: str, said: str, expected: list[str]) -> None:
    assert outcomes(compare, claim, said) == expected


def test_a_claim_whose_speaker_is_unnamed_asks_for_none() -> None:
    assert outcomes(compare, "He said that the dam had held.", "The dam had held, Otto Brink said.") == []


def test_he_said_goes_back_to_the_last_speaker() -> None:
    said = "The dam had held, she said."
    before = ["Ana Ruiz said that the night had been long."]
    assert outcomes(compare, "Ana Ruiz said the dam had held.", said, before=before) == ["agrees"]
    assert outcomes(compare, "Otto Brink said the dam had held.", said, before=before) == ["not-stated"]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("Critics say that the dam is leaking.", id="critics-say"),
        pytest.param("A diver claims that the dam is leaking.", id="somebody-claims"),
        pytest.param("The dam is leaking, a diver claimed.", id="claimed-behind"),
        pytest.param("The dam is leaking, according to an activist.", id="according-to-an-activist"),
    ],
)
def test_an_allegation_is_only_reported(said: str) -> None:
    (found,) = comparisons(compare, "The dam is leaking.", said)
    assert (found.outcome, found.rule) == ("not-comparable", "only-reported")


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        pytest.param("The dam leaks.", "The dam leaks.", id="asserted"),
        pytest.param("Two men drowned.", "Two men drowned, police said.", id="the-finding-of-an-authority"),
        pytest.param("The mine is closed.", "The mine is closed, the ministry said.", id="an-office"),
        pytest.param("The airline will resume flights.", "The airline said it will resume flights.", id="its-own-plan"),
        pytest.param("The dam leaks.", "The weather turned.", id="something-else"),
    ],
)
def test_the_word_of_the_writer_or_an_authority_counts(claim: str, said: str) -> None:
    assert outcomes(compare, claim, said) == []


@pytest.mark.parametrize(
    ("claim", "leads"),
    [
        pytest.param("Ana Ruiz said that the dam held.", True, id="saying"),
        pytest.param("The dam had held.", False, id="fact"),
        pytest.param("Ana Ruiz: “The dam will hold”, she said.", True, id="quotation"),
        pytest.param("In 2020.", False, id="nothing-said"),
    ],
)
def test_a_claim_is_a_saying_or_a_fact(claim: str, leads: bool) -> None:  # noqa: FBT001
    assert (leading_report(analyse(claim)) is not None) is leads
