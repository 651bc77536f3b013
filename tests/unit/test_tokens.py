"""Index terms: what a text is found by."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.source import Source
from factcheck.retrieval import tokens
from factcheck.retrieval.ranking import window_of
from factcheck.retrieval.tokens import index_terms, window_terms
from factcheck.sources.passages import cut


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2,500 soldiers", "2500 soldier", id="thousands-separator"),
        pytest.param("12,345,678 votes", "12345678 vote", id="two-separators"),
        pytest.param("a list of 1,23 and 4,5678", "list 1 23 4 5678", id="commas-that-separate-nothing"),
        pytest.param("2.50 metres", "2.5 meter", id="decimal-without-trailing-zeros"),
        pytest.param("3.0", "3", id="decimal-that-is-whole"),
        pytest.param("about 1.2 million euros", "1200000 euro", id="scale-word"),
        pytest.param("$3bn", "dollar 3000000000", id="currency-and-glued-scale"),
        pytest.param("£20m or 20 million pounds", "pound 20000000 20000000 pound", id="both-ways-to-write-it"),
        pytest.param("5% and 5 percent", "5 percent 5 percent", id="percent-sign"),
        pytest.param("the 5th, the fifth, five", "5 5 5", id="ordinals-and-number-words"),
        pytest.param("in the 1990s", "1990s", id="decade"),
        pytest.param("a 10km run", "10 km run", id="glued-unit"),
        pytest.param("F-16 and COVID-19", "f 16 covid 19", id="designators-in-parts"),
        pytest.param("٣٤ شهر", "34 شهر", id="digits-of-other-scripts"),
        pytest.param("9" * 5000, "9" * 60, id="a-figure-without-end-is-clipped"),
    ],
)
def test_figures(text: str, expected: str) -> None:
    assert index_terms(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The U.S. Navy", "us navi", id="dotted-abbreviation"),
        pytest.param("US ships", "us ship", id="capitals-are-the-country"),
        pytest.param("the US's ships", "us ship", id="possessive-of-the-country"),
        pytest.param("they told us", "tell", id="the-pronoun-finds-nothing"),
        pytest.param("WHO knows who", "who know", id="the-organisation-and-the-pronoun"),
        pytest.param("Norway’s don't O’Brien’s", "norway o'brien", id="apostrophes"),
        pytest.param("Erdoğan, Müller, cafe\u0301s", "erdogan muller cafe", id="accents-are-folded"),
        pytest.param("on Jan. 5", "januari 5", id="month-with-a-stop"),
        pytest.param("5 January", "5 januari", id="month-in-full"),
        pytest.param("May it rain, it may rain", "may rain rain", id="month-or-verb"),
        pytest.param("French-led withdrawal", "french lead withdraw", id="hyphens-part"),
        pytest.param("the of and", "", id="only-grammar"),
        pytest.param("", "", id="nothing"),
        pytest.param("… — !?", "", id="only-signs"),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert index_terms(text) == expected.split()


def test_withdrawal_and_withdrew_meet() -> None:
    assert index_terms("withdrew") == index_terms("withdraws")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1," * 200_000, id="figures-that-go-on"),
        pytest.param("'" * 400_000, id="apostrophes"),
        pytest.param("a'" * 200_000, id="words-and-apostrophes"),
        pytest.param("A." * 200_000, id="abbreviation-without-end"),
        pytest.param("a\u0301" * 200_000, id="combining-signs"),
        pytest.param("1 " * 200_000, id="figures-and-spaces"),
    ],
)
def test_hostile_text_costs_no_more_than_prose(text: str) -> None:
    started = time.process_time()
    index_terms(text)
    assert time.process_time() - started < 2


def test_a_window_holds_four_sentences_the_one_before_them_and_the_title() -> None:
    text = "Snow fell. Trams stopped. Shops closed. Schools shut. Roads froze."
    windows = list(window_terms(text, cut(text), "Winter in Oslo"))
    assert [terms.split() for terms, _ in windows] == [
        "winter oslo snow fall tram stop shop close school shut".split(),
        "winter oslo school shut road freez".split(),
    ]


def test_the_length_of_a_window_is_that_of_its_candidates() -> None:
    text = "Snow fell in Oslo on Monday. It stopped. Trams ran again. Schools shut for 2.5 million pupils. Roads froze hard."
    source = Source(text=text, title="Winter in Oslo")
    lengths = [count for _, count in window_terms(text, cut(text), source.title)]
    assert sum(lengths) == sum(window_of(source, cut(text), 0, 99).length(at) for at in range(5))


def test_no_passages_give_no_window() -> None:
    assert list(window_terms("", [], "Winter")) == []


TOKENS = [
    "5",
    "2.5",
    "1,200",
    " ",
    "\u00a0",
    "million",
    "m",
    "k",
    "bn",
    "thousand",
    "U.S.",
    "-",
    ",",
    ".",
    "A",
    "’",
    "x",
    "_",
    "\u0300",
]


@given(st.lists(st.sampled_from(TOKENS), max_size=9).map("".join))
def test_looking_up_chunks_gives_the_tokens_of_the_whole_text(text: str) -> None:
    """A figure and its scale are the only token with a blank inside."""
    found = (terms for token in tokens._TOKEN.findall(text) for terms in tokens._terms(token).split())
    assert index_terms(text) == list(found)
