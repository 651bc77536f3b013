"""Who does what to whom, read from the order of words."""

from __future__ import annotations

import pytest

from factcheck.text.analyse import analyse

Reading = tuple[set[str], set[str]]


def frame(sentence: str, verb: str) -> Reading:
    found = analyse(sentence)
    for one in found.frames:
        if found.units[one.verb].text == verb:
            return {found.units[n].text for n in one.agents}, {found.units[n].text for n in one.patients}
    return set(), set()


@pytest.mark.parametrize(
    ("sentence", "verb", "doers", "done_to"),
    [
        pytest.param("Northline acquired Pell Motors.", "acquired", {"Northline"}, {"Pell Motors"}, id="active"),
        pytest.param(
            "Pell Motors was acquired by Northline.", "acquired", {"Northline"}, {"Pell Motors"}, id="passive"
        ),
        pytest.param("The mill was torn down.", "torn down", set(), {"mill"}, id="passive-without-a-doer"),
        pytest.param(
            "The acquisition of Pell Motors by Northline was approved.",
            "acquisition",
            {"Northline"},
            {"Pell Motors"},
            id="deed-told-as-a-noun",
        ),
        pytest.param(
            "The court sentenced the banker and acquitted his deputy.",
            "acquitted",
            {"court"},
            {"deputy"},
            id="second-verb-shares-the-subject",
        ),
        pytest.param(
            "The court sentenced the banker and acquitted his deputy.",
            "sentenced",
            {"court"},
            {"banker"},
            id="first-verb-keeps-its-own-object",
        ),
        pytest.param(
            "The committee, which sued the state, dissolved in spring.",
            "sued",
            {"committee"},
            {"state"},
            id="relative-clause",
        ),
        pytest.param(
            "The whale, rescued by divers, swam off.", "rescued", {"divers"}, {"whale"}, id="participle-behind"
        ),
        pytest.param("The mayor wants to sell the harbour.", "sell", {"mayor"}, {"harbour"}, id="infinitive"),
        pytest.param("Lions and hyenas attacked the herd.", "attacked", {"Lions", "hyenas"}, {"herd"}, id="two-doers"),
        pytest.param("A group of monks planted the vines.", "planted", {"group", "monks"}, {"vines"}, id="a-group-of"),
        pytest.param("The old stone bridge collapsed.", "collapsed", {"bridge"}, set(), id="no-object"),
        pytest.param(
            "When the lights failed, the guard locked the gate.", "locked", {"guard"}, {"gate"}, id="clause-in-front"
        ),
        pytest.param("Armed men robbed the bank.", "robbed", {"men"}, {"bank"}, id="participle-before-its-noun"),
        pytest.param(
            "The jury met the nurse (a diver) and freed the cook.", "freed", {"jury"}, {"cook"}, id="in-brackets"
        ),
        pytest.param("It rained; the umpire stopped the match.", "stopped", {"umpire"}, {"match"}, id="semicolon"),
        pytest.param("She sold the farm.", "sold", set(), {"farm"}, id="pronoun-as-a-doer"),
    ],
)
def test_frame(sentence: str, verb: str, doers: set[str], done_to: set[str]) -> None:
    assert frame(sentence, verb) == (doers, done_to)


def test_an_apposition_is_the_same_doer() -> None:
    doers, _ = frame("Ana Ruiz, the mayor of Cadiz, opened the fair.", "opened")
    assert "Ana Ruiz" in doers


def test_the_head_of_a_body_may_stand_behind_it() -> None:
    doers, _ = frame("The head of the bank, Viktor Hallam, resigned from the board.", "resigned")
    assert "Viktor Hallam" in doers


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("", id="nothing"),
        pytest.param("Rain.", id="one-word"),
        pytest.param("of of by by and and which which", id="only-joints"),
        pytest.param("(((", id="signs"),
    ],
)
def test_no_frame(sentence: str) -> None:
    assert analyse(sentence).frames == ()
