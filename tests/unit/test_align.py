"""Which words of a passage stand for which words of a claim."""

from __future__ import annotations

import pytest

from factcheck.text.align import Tie, align, names_match, places_match, points_back
from factcheck.text.analyse import analyse, in_context


def ties(claim: str, said: str, *, before: tuple[str, ...] = (), after: tuple[str, ...] = ()) -> dict[str, str]:
    asserted = analyse(claim)
    passage = in_context(analyse(said), [analyse(one) for one in before], [analyse(one) for one in after])
    return {asserted.units[link.unit].text: str(link.tie) for link in align(asserted, passage).links}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("ana ruiz", "ana ruiz", id="equal"),
        pytest.param("ruiz", "ana ruiz", id="surname"),
        pytest.param("ana ruiz", "ruiz", id="full-name-and-surname"),
        pytest.param("a ruiz", "ana ruiz", id="initial"),
        pytest.param("ana ruiz", "ana maria ruiz", id="second-given-name"),
        pytest.param("pell", "pell motors", id="first-word-of-a-company"),
        pytest.param("hmc", "helstad motor company", id="initials-of-a-body"),
    ],
)
def test_one_bearer(one: str, other: str) -> None:
    assert names_match(one, other)
    assert names_match(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("ana ruiz", "lea brandt", id="two-people"),
        pytest.param("ana ruiz", "lea ruiz", id="two-of-one-surname"),
        pytest.param("esk", "dorn", id="two-towns"),
        pytest.param("a", "ana ruiz", id="one-letter"),
        pytest.param("dorn falcons", "esk falcons", id="two-teams"),
    ],
)
def test_two_bearers(one: str, other: str) -> None:
    assert not names_match(one, other)
    assert not names_match(other, one)


@pytest.mark.parametrize(
    ("claimed", "said", "expected"),
    [
        pytest.param("portugal", "lisbon", True, id="city-in-its-country"),
        pytest.param("europe", "lisbon", True, id="city-in-its-part-of-the-world"),
        pytest.param("porto", "portugal", False, id="country-is-not-its-city"),
        pytest.param("brazil", "lisbon", False, id="city-of-another-country"),
    ],
)
def test_places(claimed: str, said: str, expected: bool) -> None:  # noqa: FBT001
    assert places_match(claimed, said) is expected


@pytest.mark.parametrize(
    ("claim", "said", "word", "tie"),
    [
        pytest.param("The firm closed the mine.", "The mines were closed.", "mine", Tie.SAME, id="plural"),
        pytest.param(
            "The army withdrew.", "The exit of the army took a week.", "withdrew", Tie.RELATED, id="other-word"
        ),
        pytest.param("The dog barked.", "The terrier barked.", "dog", Tie.NARROWER, id="narrower-word"),
        pytest.param("The terrier barked.", "The dog barked.", "terrier", Tie.ABSENT, id="wider-word-is-not-enough"),
        pytest.param("The strike hit Portugal.", "The strike hit Lisbon.", "Portugal", Tie.NARROWER, id="place-within"),
        pytest.param("Unions urged a ban.", "Unions demanded a ban.", "urged", Tie.RELATED, id="one-call-for-another"),
        pytest.param("Sales rose at Pell Motors.", "Sales rose at Pell.", "Pell Motors", Tie.SAME, id="shorter-name"),
        pytest.param("The firm closed the mine.", "Rain fell on Dorn.", "mine", Tie.ABSENT, id="nothing"),
    ],
)
def test_tie_of_a_word(claim: str, said: str, word: str, tie: Tie) -> None:
    assert ties(claim, said)[word] == tie


def test_two_names_of_a_claim_are_not_one_name_of_a_passage() -> None:
    found = ties("Karl Holm beat Otto Holm.", "Karl Holm won.")
    assert found["Karl Holm"] == "same"
    assert found["Otto Holm"] == "absent"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param("She won the race.", True, id="she"),
        pytest.param("Its roof fell in.", True, id="its"),
        pytest.param("The company closed the mine.", True, id="the-company"),
        pytest.param("That country left.", True, id="that-country"),
        pytest.param("Ana Ruiz won a race.", False, id="a-name"),
        pytest.param("Rain fell all night.", False, id="nothing-points-back"),
    ],
)
def test_what_points_back(said: str, expected: bool) -> None:  # noqa: FBT001
    assert points_back(analyse(said)) is expected


@pytest.mark.parametrize(
    ("said", "before", "tie"),
    [
        pytest.param("She won the race.", ("Ana Ruiz came from Dorn.",), "context", id="one-woman-named"),
        pytest.param("She won the race.", ("Maria Solano and Ana Ruiz came late.",), "absent", id="two-women-named"),
        pytest.param("Lea Brandt won the race.", ("Ana Ruiz came from Dorn.",), "absent", id="another-name-instead"),
        pytest.param("She won the race.", ("Rain fell.",), "absent", id="nobody-named"),
        pytest.param("She won the race.", (), "absent", id="no-sentence-before"),
    ],
)
def test_a_name_of_the_sentence_before(said: str, before: tuple[str, ...], tie: str) -> None:
    assert ties("Ana Ruiz won the race.", said, before=before)["Ana Ruiz"] == tie


def test_a_noun_of_the_sentence_before_or_after_needs_something_that_points_there() -> None:
    claim = "The ferry sank off Dorn."
    before = ("The ferry left at noon.",)
    assert ties(claim, "It sank off Dorn.", before=before)["ferry"] == "context"
    assert ties(claim, "A yacht sank off Dorn.", before=before)["ferry"] == "absent"
    assert ties(claim, "It sank off Dorn.", after=("The ferry was 40 years old.",))["ferry"] == "context"
