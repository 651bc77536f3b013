"""Where a word stands in its noun phrase."""

from __future__ import annotations

import pytest

from factcheck.domain.analysis import Analysis
from factcheck.text.analyse import analyse
from factcheck.text.noun_phrases import before_its_noun, inside_compound, last_noun, lead, owns_next, word_before


def unit(found: Analysis, text: str) -> int:
    return next(n for n, each in enumerate(found.units) if each.text == text)


@pytest.mark.parametrize(
    ("sentence", "noun", "expected"),
    [
        pytest.param("The county seat burned.", "county", True, id="first-of-two"),
        pytest.param("The county seat burned.", "seat", False, id="last-of-two"),
        pytest.param("He won a drama film award.", "drama", False, id="both-at-once"),
    ],
)
def test_a_noun_may_only_qualify_the_next(sentence: str, noun: str, expected: bool) -> None:  # noqa: FBT001
    found = analyse(sentence)
    assert inside_compound(found, unit(found, noun)) is expected


def test_the_last_noun_of_a_row_is_its_head() -> None:
    found = analyse("The county court ruling was published.")
    assert found.units[last_noun(found, unit(found, "county"))].text == "ruling"


@pytest.mark.parametrize(
    ("sentence", "noun", "expected"),
    [
        pytest.param("A butcher's son was elected.", "butcher", True, id="owner"),
        pytest.param("A butcher was elected.", "butcher", False, id="no-owner"),
    ],
)
def test_an_owner_stands_before_what_it_owns(sentence: str, noun: str, expected: bool) -> None:  # noqa: FBT001
    found = analyse(sentence)
    assert owns_next(found, found.units[unit(found, noun)]) is expected


def test_a_participle_may_stand_before_its_noun() -> None:
    found = analyse("The port taxed imported steel.")
    assert before_its_noun(found, found.units[unit(found, "imported")])
    assert not before_its_noun(found, found.units[unit(found, "taxed")])


def test_words_before_a_noun() -> None:
    found = analyse("The union met with a rival local council.")
    council = unit(found, "council")
    assert lead(found, found.units[council]) == ["a", "rival", "local"]
    assert word_before(found, council) == "with"
