"""One sentence in, everything it asserts out, each with its place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.analyse import analyse, in_context

SENTENCE = "Ana Ruiz said that about 2,500 dockers walked out in Lisbon on 5 January 2020 “for a living wage”."


def test_what_is_found_in_a_news_sentence() -> None:
    found = analyse(SENTENCE)
    assert [SENTENCE[figure.start : figure.end] for figure in found.quantities] == ["2,500"]
    assert [SENTENCE[day.start : day.end] for day in found.dates] == ["5 January 2020"]
    assert [quotation.text for quotation in found.quotations] == ["for a living wage"]
    assert {"Ana Ruiz", "Lisbon"} <= {name.text for name in found.names}
    assert found.units[found.main].text.startswith("walked")


def test_weekdays_are_told_from_the_day_of_publication() -> None:
    text = "The mill burned down on Tuesday."
    told = analyse(text, reference=date(2024, 1, 11)).dates
    untold = analyse(text).dates
    assert [day.first for day in told] == [date(2024, 1, 9)]
    assert [day.first for day in untold] == [None]


def test_an_empty_sentence_asserts_nothing() -> None:
    found = analyse("")
    assert (found.units, found.main, found.tokens) == ((), -1, ())


def test_context_is_kept_beside_the_sentence() -> None:
    before, after = analyse("Lake Brenn froze."), analyse("Skaters came.")
    found = in_context(analyse("It was the first time."), [before], [after])
    assert found.context == [before]
    assert found.after == [after]
    assert found.text == "It was the first time."


WORDS = st.sampled_from(
    "The a mayor of Dorn said that not no refused to sold 2,500 about horses in 2020 , ; “ ” ' ( ) was by and who "
    "which according will second largest 's - $ % on Tuesday plans former he it 7 percent deny reject".split()
)


@pytest.mark.parametrize("joint", [pytest.param(" ", id="spaced"), pytest.param("", id="run-together")])
@given(st.lists(WORDS, max_size=25))
def test_every_finding_stands_at_its_place(joint: str, words: list[str]) -> None:
    text = joint.join(words)
    found = analyse(text)
    assert len(found.tags) == len(found.tokens)
    for unit in found.units:
        assert 0 <= unit.start < unit.end <= len(text)
        assert -1 <= unit.report < len(found.reports)
    for name in found.names:
        assert text[name.start : name.end] == name.text
    for report in found.reports:
        assert 0 <= report.start <= len(text)
    for frame in found.frames:
        assert max((frame.verb, *frame.agents, *frame.patients)) < len(found.units)
    assert -1 <= found.main < len(found.units)


@given(st.text(max_size=120))
def test_any_text_can_be_analysed(text: str) -> None:
    found = analyse(text)
    assert found.text == text
