"""How far a deed has come, as the words around it say."""

from __future__ import annotations

import pytest

from factcheck.domain.claim import Rung
from factcheck.text.analyse import analyse
from factcheck.text.modality import ORDER, weaker


def rung(sentence: str, word: str) -> Rung:
    return next(unit.rung for unit in analyse(sentence).units if unit.text == word)


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        pytest.param("The port reopened.", "reopened", Rung.HAPPENED, id="done"),
        pytest.param("The board voted to close the plant.", "close", Rung.DECIDED, id="voted-to"),
        pytest.param("The two firms agreed to merge.", "merge", Rung.DECIDED, id="agreed-to"),
        pytest.param("The club announced the sale of its keeper.", "sale", Rung.ANNOUNCED, id="announced"),
        pytest.param("Norvia plans to build a dam.", "build", Rung.PLANNED, id="plans-to"),
        pytest.param("The ferry will sail at noon.", "sail", Rung.PLANNED, id="will"),
        pytest.param("Estavia is set to leave the union.", "leave", Rung.PLANNED, id="set-to"),
        pytest.param("The museum is to open in spring.", "open", Rung.PLANNED, id="is-to"),
        pytest.param("They'll rebuild the church.", "rebuild", Rung.PLANNED, id="ll"),
        pytest.param("Unions demanded a ban on night work.", "ban", Rung.CALLED_FOR, id="demanded"),
        pytest.param("Parliament called for the release of the sailors.", "release", Rung.CALLED_FOR, id="called-for"),
        pytest.param("The city should plant more trees.", "plant", Rung.CALLED_FOR, id="should"),
        pytest.param("The strike may end soon.", "end", Rung.POSSIBLE, id="may"),
        pytest.param("The dam could burst.", "burst", Rung.POSSIBLE, id="could"),
        pytest.param("The bank is considering a merger.", "merger", Rung.POSSIBLE, id="considering"),
        pytest.param("The painting was possibly stolen.", "stolen", Rung.POSSIBLE, id="possibly"),
        pytest.param("Fans will leave if the club moves.", "moves", Rung.POSSIBLE, id="if"),
        pytest.param("It is unclear whether the pilot survived.", "survived", Rung.POSSIBLE, id="whether"),
        pytest.param("Norvia plans to vote to close the mine.", "close", Rung.PLANNED, id="the-weaker-of-two"),
        pytest.param("The engine runs as fast as it can.", "runs", Rung.HAPPENED, id="can-that-governs-nothing"),
        pytest.param("The plan was carried out.", "carried out", Rung.HAPPENED, id="a-plan-that-governs-nothing"),
        pytest.param("The crew asked a question.", "question", Rung.HAPPENED, id="asked-without-to"),
    ],
)
def test_rung_of_a_word(sentence: str, word: str, expected: Rung) -> None:
    assert rung(sentence, word) is expected


def test_the_weaker_of_two_rungs() -> None:
    assert weaker(Rung.PLANNED, Rung.HAPPENED) is Rung.PLANNED
    assert weaker(Rung.DECIDED, Rung.POSSIBLE) is Rung.POSSIBLE
    assert weaker(Rung.DENIED, Rung.DENIED) is Rung.DENIED
    assert ORDER[0] is Rung.HAPPENED
