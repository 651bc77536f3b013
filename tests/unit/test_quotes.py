"""Quotations, and what the writer attributes to somebody."""

from __future__ import annotations

import time

import pytest

from factcheck.domain.analysis import Manner, Report
from factcheck.text.analyse import analyse
from factcheck.text.quotes import find_quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('"The river is rising," she said.', ["The river is rising,"], id="straight"),
        pytest.param("“The river is rising,” she said.", ["The river is rising,"], id="curly"),
        pytest.param("„Der Fluss steigt“, sagte sie.", [], id="low-and-high-end-are-not-english"),
        pytest.param("«The river is rising», she said.", ["The river is rising"], id="angled"),
        pytest.param("He called it 'a very long night' and left.", ["a very long night"], id="single"),
        pytest.param("The sailors' union and the miners' union met.", [], id="apostrophes-are-no-marks"),
        pytest.param("It don't matter, can't it?", [], id="apostrophes-inside-words"),
        pytest.param('He said "no".', [], id="one-word-is-no-quotation"),
        pytest.param('"Go home," he said, "and stay there."', ["Go home,", "and stay there."], id="two-parts"),
        pytest.param("Nothing was said.", [], id="none"),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    found = find_quotations(text)
    assert [quotation.text for quotation in found] == expected
    assert all(text[quotation.start : quotation.end] == quotation.text for quotation in found)


@pytest.mark.parametrize("mark", [pytest.param(mark, id=str(n)) for n, mark in enumerate(("“", '"', "'", "«", "‘"))])
def test_marks_that_never_close_stay_linear(mark: str) -> None:
    started = time.process_time()
    find_quotations(f"{mark}words and words " * 5_000)
    assert time.process_time() - started < 2


def reports(sentence: str) -> tuple[Report, ...]:
    return analyse(sentence).reports


@pytest.mark.parametrize(
    ("sentence", "speaker", "said"),
    [
        pytest.param("Ana Ruiz said that the river was rising.", "ana ruiz", "the river was rising", id="said-that"),
        pytest.param("Ana Ruiz said the river was rising.", "ana ruiz", "the river was rising", id="said"),
        pytest.param("The river was rising, Ana Ruiz said.", "ana ruiz", "The river was rising", id="said-behind"),
        pytest.param(
            '"The river is rising," said Ana Ruiz.', "ana ruiz", "The river is rising", id="said-turned-round"
        ),
        pytest.param(
            "The driver was asleep, according to the coroner.", "coron", "The driver was asleep", id="according-to"
        ),
        pytest.param(
            "According to the coroner, the driver was asleep.",
            "coron",
            "the driver was asleep",
            id="according-in-front",
        ),
        pytest.param("The bridge was described by engineers as unsafe.", "engin", "unsafe", id="described-by"),
        pytest.param("The union says it wants shorter shifts.", "union", "it wants shorter shifts", id="present-tense"),
    ],
)
def test_who_says_what(sentence: str, speaker: str, said: str) -> None:
    found = [one for one in reports(sentence) if speaker in one.speaker]
    assert found
    assert said in sentence[found[0].start : found[0].end]


@pytest.mark.parametrize(
    ("sentence", "manner", "authority"),
    [
        pytest.param("Police said that the fire was set on purpose.", Manner.STATES, True, id="police-say"),
        pytest.param("Critics say that the bridge is unsafe.", Manner.ALLEGES, False, id="critics-say"),
        pytest.param("A driver claims that the firm dumped acid.", Manner.ALLEGES, False, id="claims"),
        pytest.param("The minister denied that taxes would rise.", Manner.DENIES, False, id="denies"),
        pytest.param("The farmer said that the well was dry.", Manner.STATES, False, id="a-farmer-says"),
    ],
)
def test_how_it_is_said(sentence: str, manner: Manner, authority: bool) -> None:  # noqa: FBT001
    (found,) = reports(sentence)
    assert (found.manner, found.authority) == (manner, authority)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The farmer did not say that the well was dry.", id="what-was-not-said"),
        pytest.param("She wants to say that the well is dry.", id="what-she-wants-to-say"),
        pytest.param("The well is dry.", id="the-writer-says-it"),
        pytest.param("Divers found two anchors.", id="a-thing-found"),
        pytest.param("The guide showed the visitors the crypt.", id="a-thing-shown"),
    ],
)
def test_nothing_is_attributed(sentence: str) -> None:
    assert reports(sentence) == ()


def test_a_speaker_who_is_only_a_pronoun_is_unnamed() -> None:
    (found,) = reports("The river was rising, he said.")
    assert found.speaker == ()
    assert found.speaker_span is None


def test_words_inside_quotation_marks_report_nothing() -> None:
    found = reports('"My neighbour said that it would rain," the farmer said.')
    assert all("neighbour" not in one.speaker for one in found)
