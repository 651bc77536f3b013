"""Of whom a passage says a noun or an adjective, what a preposition adds, and what is taken out again."""

from __future__ import annotations

import pytest

from factcheck.text.analyse import analyse
from factcheck.text.bearing import said_of
from factcheck.text.complements import added, excepted


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        pytest.param("Captain Reed fouled Dorn striker Ana Ruiz.", "striker", {"Ana Ruiz"}, id="before-the-name"),
        pytest.param("Captain Reed fouled Dorn striker Ana Ruiz.", "Captain", {"Reed"}, id="rank-before-the-name"),
        pytest.param("The firm's founder, Ivan Petrich, left.", "founder", {"Ivan Petrich"}, id="name-between-commas"),
        pytest.param("His lawyer, Eva Stern, now a judge, spoke.", "judge", {"Eva Stern"}, id="trade-between-commas"),
        pytest.param("Rossi was a poet and painter.", "painter", {"Rossi"}, id="joined-by-and"),
        pytest.param("Rapper and singer Ana Ruiz won.", "Rapper", {"Ana Ruiz"}, id="joined-before-the-name"),
        pytest.param("Dana Moss became mayor of Dorn in 2019.", "mayor", {"Dana Moss"}, id="became"),
        pytest.param("Voters elected Rob Kell president.", "president", {"Rob Kell"}, id="elected"),
        pytest.param("Norvian skier Kari Nes beat Lisa Huber.", "skier", {"Kari Nes"}, id="not-the-beaten-one"),
        pytest.param("The aide to the mayor, Ana Ruiz, spoke.", "mayor", set(), id="an-office-that-another-one-serves"),
        pytest.param("The aide to the mayor, Ana Ruiz, spoke.", "aide", {"Ana Ruiz"}, id="who-serves-an-office"),
        pytest.param("The museum's roof leaks, Ana Ruiz said.", "museum", set(), id="an-owner-is-said-of-nobody"),
    ],
)
def test_said_of(text: str, word: str, names: set[str]) -> None:
    read = analyse(text)
    number = next(n for n, unit in enumerate(read.units) if unit.text == word)
    found = {read.units[n].text for n in said_of(read, number) if read.units[n].kind.value == "name"}
    assert found == names


@pytest.mark.parametrize(
    ("text", "head", "word", "things"),
    [
        pytest.param("Orlin bought a stake in Hikari.", "stake", "in", {"Hikari"}, id="in"),
        pytest.param("The record was set at Gull Rock.", "set", "in", {"Gull Rock"}, id="places-are-one"),
        pytest.param("It was played in Arlington, Texas.", "played", "in", {"Arlington", "Texas"}, id="place-in-place"),
        pytest.param("The court cleared him of fraud.", "cleared", "of", {"fraud"}, id="past-a-pronoun"),
        pytest.param("The court met in Dorn.", "met", "of", set(), id="another-preposition"),
    ],
)
def test_added(text: str, head: str, word: str, things: set[str]) -> None:
    read = analyse(text)
    number = next(n for n, unit in enumerate(read.units) if unit.text == head)
    assert {read.units[n].text for n in added(read, number, word)} == things


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("They searched the house but not the garage.", ["but not the garage"], id="but-not"),
        pytest.param("Entry is free, except for the tower, until May.", ["except for the tower"], id="except"),
        pytest.param("All shops reopened apart from the bakery.", ["apart from the bakery"], id="apart-from"),
        pytest.param("The shops reopened but sold nothing.", [], id="but"),
    ],
)
def test_excepted(text: str, words: list[str]) -> None:
    assert [text[a:b] for a, b in excepted(analyse(text))] == words
