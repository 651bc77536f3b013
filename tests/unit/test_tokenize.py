"""Cutting a sentence into words and signs."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The U.S. Navy", ["The", "U.S.", "Navy"], id="dotted-abbreviation-is-one"),
        pytest.param("at 6 a.m. sharp", ["at", "6", "a.m.", "sharp"], id="small-dotted-abbreviation"),
        pytest.param("a U.S.-led force", ["a", "U.S.", "-", "led", "force"], id="hyphens-stand-alone"),
        pytest.param("Norvia's ports", ["Norvia", "'s", "ports"], id="possessive-stands-alone"),
        pytest.param("Norvia’s ports", ["Norvia", "’s", "ports"], id="curly-possessive"),
        pytest.param("It hasn't closed", ["It", "has", "n't", "closed"], id="not-is-cut-off"),
        pytest.param("It hasn’t closed", ["It", "has", "n’t", "closed"], id="curly-not"),
        pytest.param("they've left, we'll stay", ["they", "'ve", "left", ",", "we", "'ll", "stay"], id="auxiliaries"),
        pytest.param("Conor O'Neill rowed", ["Conor", "O'Neill", "rowed"], id="apostrophe-inside-a-name"),
        pytest.param("2,500 tonnes at 12:30", ["2,500", "tonnes", "at", "12:30"], id="separators-stay-inside-figures"),
        pytest.param("$3bn on the 5th", ["$", "3bn", "on", "the", "5th"], id="glued-scale-and-ordinal"),
        pytest.param("“Soon,” she said.", ["“", "Soon", ",", "”", "she", "said", "."], id="quotation-marks"),
        pytest.param("3.", ["3", "."], id="full-stop-behind-a-figure"),
        pytest.param("", [], id="nothing"),
        pytest.param(" \n\t ", [], id="only-white-space"),
    ],
)
def test_words_and_signs(text: str, expected: list[str]) -> None:
    assert [word for _, _, word in tokenize(text)] == expected


@given(st.text(max_size=200))
def test_only_white_space_lies_between_tokens(text: str) -> None:
    at = 0
    for start, end, word in tokenize(text):
        assert not text[at:start].strip()
        assert text[start:end] == word
        assert word
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a." * 100_000, id="abbreviation-without-end"),
        pytest.param("1," * 100_000, id="figures-that-go-on"),
        pytest.param("a'" * 100_000, id="apostrophes"),
        pytest.param("a" * 200_000, id="one-long-word"),
        pytest.param("an" * 100_000 + "'", id="nearly-not"),
    ],
)
def test_hostile_text_stays_linear(text: str) -> None:
    started = time.process_time()
    tokenize(text)
    assert time.process_time() - started < 2
