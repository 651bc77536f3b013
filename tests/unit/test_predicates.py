"""Content words, clauses, ranks, and the word that carries the statement."""

from __future__ import annotations

import pytest

from factcheck.domain.analysis import UnitKind
from factcheck.text.analyse import analyse
from factcheck.text.predicates import claimed, clauses
from factcheck.text.tagging import tag
from factcheck.text.tokens import tokenize


@pytest.mark.parametrize(
    ("sentence", "main"),
    [
        pytest.param("The storm destroyed 40 barns.", "destroyed", id="verb"),
        pytest.param("The bridge has been repaired.", "repaired", id="behind-auxiliaries"),
        pytest.param("Lake Brenn is the second-largest lake in Norvia.", "lake", id="noun-behind-is"),
        pytest.param("The road is closed.", "closed", id="adjective-behind-is"),
        pytest.param("Ana Ruiz said that the river was rising.", "rising", id="what-is-reported"),
        pytest.param("The river was rising, Ana Ruiz said.", "rising", id="what-is-reported-in-front"),
        pytest.param("The dam is expected to cost 2 million euros.", "cost", id="is-expected-to"),
        pytest.param("The vote on the budget was in 2020.", "vote", id="subject-where-the-rest-is-a-date"),
        pytest.param("The sailor who lost an oar rowed home.", "rowed", id="not-the-relative-clause"),
        pytest.param("Fire at the mill.", "Fire", id="headline-without-a-verb"),
        pytest.param("In 2020.", None, id="nothing-but-a-date"),
    ],
)
def test_main_word(sentence: str, main: str | None) -> None:
    found = analyse(sentence)
    assert (found.units[found.main].text if found.main >= 0 else None) == main


@pytest.mark.parametrize(
    ("sentence", "word", "kind"),
    [
        pytest.param("The storm destroyed barns.", "destroyed", UnitKind.VERB, id="verb"),
        pytest.param("The storm destroyed barns.", "barns", UnitKind.NOUN, id="noun"),
        pytest.param("The wooden barn burned.", "wooden", UnitKind.ADJECTIVE, id="adjective"),
        pytest.param("The barn burned twice.", "twice", UnitKind.ADVERB, id="adverb"),
        pytest.param("Lake Brenn froze.", "Lake Brenn", UnitKind.NAME, id="name"),
        pytest.param("The injured jockey rode on.", "injured", UnitKind.ADJECTIVE, id="participle-before-a-noun"),
        pytest.param("The coach stepped down.", "stepped down", UnitKind.VERB, id="phrase-that-is-one-deed"),
    ],
)
def test_kind_of_a_word(sentence: str, word: str, kind: UnitKind) -> None:
    assert [unit.kind for unit in analyse(sentence).units if unit.text == word] == [kind]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        pytest.param("A number of cows drowned.", "number", id="number-of"),
        pytest.param("The shop is currently shut.", "currently", id="currently"),
        pytest.param("The tower is 90 metres tall.", "tall", id="what-a-figure-measures"),
        pytest.param("A man named Brink drowned.", "named", id="named"),
        pytest.param("The rate stood at 7 percent.", "stood", id="stood-at"),
    ],
)
def test_words_that_say_little(sentence: str, word: str) -> None:
    assert [unit.light for unit in analyse(sentence).units if unit.text == word] == [True]


def test_figures_and_dates_are_no_words() -> None:
    found = analyse("About 40 barns burned on 5 January 2020.")
    assert [unit.text for unit in found.units] == ["barns", "burned"]


def test_an_office_in_capitals_is_the_office() -> None:
    (one,) = (unit for unit in analyse("The PM resigned.").units if unit.text == "PM")
    assert one.key == "prime_minister"


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        pytest.param("The barn burned.", 1, id="one"),
        pytest.param("The barn burned; the house stood.", 2, id="semicolon"),
        pytest.param("The barn burned because lightning struck it.", 2, id="because"),
        pytest.param("The barn burned and the cows fled.", 2, id="and-with-a-verb"),
    ],
)
def test_number_of_clauses(sentence: str, number: int) -> None:
    words = [word for _, _, word in tokenize(sentence)]
    found = clauses([word.lower() for word in words], tag(words))
    assert found == sorted(found)
    assert len(set(found)) == number


@pytest.mark.parametrize(
    ("sentence", "place", "scale"),
    [
        pytest.param("It is the second-largest lake.", 2, "large", id="second-largest"),
        pytest.param("It is the largest lake.", 1, "large", id="largest"),
        pytest.param("It is the biggest lake.", 1, "large", id="biggest-is-largest"),
        pytest.param("It is the third highest tower.", 3, "high", id="third-highest"),
        pytest.param("It is the oldest mill.", 1, "old", id="oldest"),
    ],
)
def test_ranks(sentence: str, place: int, scale: str) -> None:
    (rank,) = analyse(sentence).ranks
    assert (rank.place, rank.scale) == (place, scale)


def test_most_makes_a_scale_of_its_own() -> None:
    (most,) = analyse("It is the most expensive stamp.").ranks
    (least,) = analyse("It is the least expensive stamp.").ranks
    assert most.scale != least.scale
    assert most.head == least.head


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("At most 40 cows drowned.", id="at-most"),
        pytest.param("The harvest failed.", id="harvest"),
        pytest.param("An honest broker is rare.", id="honest"),
        pytest.param("They invest in forests.", id="invest"),
    ],
)
def test_no_rank(sentence: str) -> None:
    assert analyse(sentence).ranks == ()


def test_claimed_tokens_lie_inside_a_slice() -> None:
    tokens = tokenize("about 40 cows")
    assert claimed(tokens, [(0, 8)]) == [True, True, False]
    assert claimed(tokens, [(1, 8)]) == [False, True, False]
    assert claimed(tokens, []) == [False] * 3
