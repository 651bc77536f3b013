"""Word classes, on words whose class the sentence decides."""

from __future__ import annotations

import pytest

from factcheck.text.tagging import shape, tag
from factcheck.text.tokens import tokenize


def tagged(sentence: str, word: str) -> str:
    words = [token for _, _, token in tokenize(sentence)]
    return tag(words)[words.index(word)]


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        pytest.param("The strikes closed 16 schools.", "strikes", "S", id="strikes-the-noun"),
        pytest.param("The bridge was closed on Friday.", "closed", "B", id="closed-the-participle"),
        pytest.param("The council closed the bridge.", "closed", "D", id="closed-the-past"),
        pytest.param("The firm is building a dam.", "building", "G", id="building-the-verb"),
        pytest.param("The building burned down.", "building", "N", id="building-the-noun"),
        pytest.param("The ferry may sail.", "may", "M", id="modal"),
        pytest.param("Workers plan to strike.", "to", "t", id="to"),
        pytest.param("Ines Calder chairs the board.", "Calder", "P", id="surname"),
        pytest.param("Norvia's ports reopened.", "'s", "s", id="possessive-ending"),
        pytest.param("It sold 2,500 cars.", "2,500", "U", id="figure"),
        pytest.param("They left early.", "They", "O", id="pronoun"),
        pytest.param("Bread and butter cost more.", "and", "C", id="conjunction"),
        pytest.param("The old mill stood empty.", "old", "A", id="adjective"),
        pytest.param("It did not rain.", "not", "R", id="adverb"),
        pytest.param("The train to Esk stopped.", "The", "T", id="determiner"),
        pytest.param("It rained; they left.", ";", ".", id="sign"),
        pytest.param("They arrived on the 5th floor.", "5th", "U", id="ordinal-in-digits"),
    ],
)
def test_class_of_a_word(sentence: str, word: str, expected: str) -> None:
    assert tagged(sentence, word) == expected


def test_one_letter_for_each_token() -> None:
    words = ["Zzyxq", "§", "🙂", "1.2.3", "’", "ﬁ"]
    assert len(tag(words)) == len(words)


def test_signs_are_no_words() -> None:
    assert tag(["🙂", "§"]) == ".."


def test_no_words_no_classes() -> None:
    assert tag([]) == ""


@pytest.mark.parametrize(
    ("word", "first", "expected"),
    [
        pytest.param("2,500", False, "d", id="digits"),
        pytest.param("NATO", False, "u", id="capitals"),
        pytest.param("I", False, "c", id="one-capital"),
        pytest.param("Ships", True, "C", id="capital-at-the-start"),
        pytest.param("Ships", False, "c", id="capital-inside"),
        pytest.param("ships", True, "l", id="small"),
    ],
)
def test_shape(word: str, first: bool, expected: str) -> None:  # noqa: FBT001
    assert shape(word, first=first) == expected
