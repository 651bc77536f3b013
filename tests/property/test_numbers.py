"""Laws of the number grammar."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.domain.analysis import Hedge, Quantity, QuantityKind
from factcheck.text.number_words import numeral, place, speak
from factcheck.text.numbers import find_quantities, parse_figure

SENTENCES: list[str] = list(
    yaml.safe_load((Path(__file__).parent.parent / "data" / "quantities.yaml").read_text(encoding="utf-8"))
)
WHOLE = st.one_of(st.integers(0, 3000), st.integers(0, 10**15)).map(Decimal)
NUMBERS = st.one_of(WHOLE, st.decimals(0, 10**6, places=2))
HEDGED = {
    "about": Hedge.ABOUT,
    "nearly": Hedge.NEARLY,
    "more than": Hedge.MORE_THAN,
    "at least": Hedge.AT_LEAST,
    "fewer than": Hedge.LESS_THAN,
    "up to": Hedge.AT_MOST,
    "an estimated": Hedge.ABOUT,
    "at least some": Hedge.AT_LEAST,
}
NOUNS = st.sampled_from(["soldiers", "grey seals", "U.S. nurses", "stone bridges", "tax and customs officers"])
PREFIXES = st.sampled_from(
    [
        "The harvest is over. ",
        "Nobody slept. ",
        "Rain fell; ",
        "“Quiet!” he said. ",
        "A cold spell came: ",
    ]
)


def only(text: str) -> Quantity:
    (found,) = find_quantities(text)
    return found


@given(NUMBERS)
def test_a_spoken_number_is_heard_as_it_was_meant(value: Decimal) -> None:
    heard = parse_figure(speak(value))
    assert heard is not None
    assert heard.value == value


@given(WHOLE, NOUNS)
def test_a_spoken_count_stands_in_a_sentence(value: Decimal, noun: str) -> None:
    sentence = f"They counted {speak(value)} {noun} that night."
    found = only(sentence)
    assert found.value == value
    assert sentence[found.start : found.end] == speak(value)
    assert found.unit_span is not None
    assert sentence[slice(*found.unit_span)] == noun


@given(st.integers(0, 10**12))
def test_grouping_signs_never_change_the_value(value: int) -> None:
    for sign in ",\u00a0\u2009\u202f":
        written = f"{value:,}".replace(",", sign)
        assert numeral(written) == (Decimal(value), place(Decimal(value)))


@given(NUMBERS, st.sampled_from(sorted(HEDGED)), NOUNS)
def test_a_hedge_changes_the_meaning_never_the_value(value: Decimal, hedge: str, noun: str) -> None:
    plain = only(f"They lost {value:,f} {noun}.")
    hedged = only(f"They lost {hedge} {value:,f} {noun}.")
    assert (hedged.value, hedged.unit, hedged.step, hedged.kind) == (plain.value, plain.unit, plain.step, plain.kind)
    assert hedged.hedge is HEDGED[hedge]
    assert plain.hedge is Hedge.EXACT


@given(st.sampled_from(SENTENCES), PREFIXES)
def test_an_unrelated_sentence_before_it_only_shifts_offsets(sentence: str, prefix: str) -> None:
    assume(not sentence.startswith(("1. ", "One")))
    shift = len(prefix)

    def moved(span: tuple[int, int] | None) -> tuple[int, int] | None:
        return None if span is None else (span[0] - shift, span[1] - shift)

    after = [
        (
            q.start - shift,
            q.end - shift,
            q.value,
            q.low,
            q.high,
            q.hedge,
            q.kind,
            q.unit,
            moved(q.hedge_span),
            moved(q.unit_span),
        )
        for q in find_quantities(prefix + sentence)
    ]
    before = [
        (q.start, q.end, q.value, q.low, q.high, q.hedge, q.kind, q.unit, q.hedge_span, q.unit_span)
        for q in find_quantities(sentence)
    ]
    assert after == before


ALONE = {"shared-scale", "zero"}  # what these are worth shows only in their sentence


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_words_of_a_figure_say_its_value_again(sentence: str) -> None:
    for found in find_quantities(sentence):
        words = sentence[found.start : found.end]
        if found.rule in ALONE or words == "100m" or words[-2:] == "0s":
            continue
        again = parse_figure(f"between {words}" if found.rule == "between" else words)
        assert again is not None, words
        stated = (found.value, found.of) if found.kind is QuantityKind.SCORE else found.value
        assert ((again.value, again.of) if found.kind is QuantityKind.SCORE else again.value) == stated
        if found.value is None:
            assert (again.low, again.high) == (found.low, found.high)


@given(st.text(alphabet=st.sampled_from("0123456789 ,.-–/$€%'’ahndtousm½"), max_size=60))
def test_any_text_gives_ordered_figures_inside_it(text: str) -> None:
    end = 0
    for found in find_quantities(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        for span in (found.hedge_span, found.unit_span):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
        assert found.value is None or found.hedge is not Hedge.RANGE


WORDS = st.lists(
    st.sampled_from(
        [
            "a",
            "an",
            "the",
            "and",
            "of",
            "to",
            "in",
            "or",
            "half",
            "third",
            "quarter",
            "one",
            "two",
            "twenty",
            "five",
            "hundred",
            "thousand",
            "million",
            "dozen",
            "several",
            "few",
            "couple",
            "dozens",
            "tens",
            "scores",
            "about",
            "over",
            "at",
            "least",
            "more",
            "than",
            "no",
            "none",
            "not",
            "-",
            "%",
            "$",
            "5",
            "3.5",
            "2,500",
            "2020",
            "percent",
            "dollars",
            "km",
            "years",
            "old",
            "troops",
            "people",
            ",",
            ".",
            "between",
            "from",
            "up",
            "point",
            "second",
            "first",
            "fifth",
            "killed",
            "wounded",
            "others",
            "U.S.",
            "F-16",
            "Article",
            "May",
            "12:30",
        ]
    ),
    max_size=25,
).map(" ".join)


@given(WORDS)
def test_any_row_of_number_words_gives_ordered_figures_inside_it(text: str) -> None:
    end = 0
    for found in find_quantities(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        assert found.low is None or found.high is None or found.low <= found.high
