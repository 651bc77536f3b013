"""Quotations: the words, with every change named."""

from __future__ import annotations

import pytest

from factcheck.matchers.quotes import compare
from tests.unit.matchers.outcomes import comparisons, outcomes

CLAIM = 'The keeper said: "We will feed the wolves at dawn".'


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param("“We will feed the wolves at dawn,” the keeper said.", "agrees", id="word-for-word"),
        pytest.param(
            "The keeper said: “Rest now. We will feed the wolves at dawn.”", "agrees", id="part-of-a-longer-one"
        ),
        pytest.param("“We will not feed the wolves at dawn,” the keeper said.", "differs", id="a-word-added"),
        pytest.param("“We will feed the bears at dawn,” the keeper said.", "differs", id="a-word-changed"),
        pytest.param("“We will feed the wolves,” the keeper said, “at noon.”", "differs", id="told-otherwise"),
        pytest.param("The keeper said they will feed the wolves at dawn.", "not-stated", id="not-a-quotation"),
        pytest.param("The keeper locked the gate.", "not-stated", id="other-words"),
        pytest.param("“The gate is locked for the night,” the keeper said.", "not-stated", id="another-quotation"),
    ],
)
def test_one_quotation(said: str, expected: str) -> None:
    assert outcomes(compare, CLAIM, said) == [expected]


def test_the_same_words_without_marks_settle_nothing() -> None:
    assert outcomes(compare, CLAIM, "Tonight we will feed the wolves at dawn.") == ["not-comparable"]


def test_a_small_word_changed_settles_nothing() -> None:
    assert outcomes(compare, CLAIM, "“We will feed wolves at dawn,” the keeper said.") == ["not-comparable"]


def test_the_form_of_a_word_may_change() -> None:
    assert outcomes(compare, CLAIM, "“We will feed the wolf at dawn,” the keeper said.") == ["agrees"]


def test_a_sentence_out_of_the_middle_of_a_quotation_counts() -> None:
    assert outcomes(compare, CLAIM, "We will feed the wolves at dawn.”") == ["agrees"]


@pytest.mark.parametrize(
    ("said", "named"),
    [
        pytest.param("“We will feed the bears at dawn,” the keeper said.", ("bears", "wolves"), id="changed"),
        pytest.param("“We will never feed the wolves at dawn,” the keeper said.", ("never",), id="dropped"),
        pytest.param("“We feed the wolves at dawn,” the keeper said.", ("will",), id="added"),
    ],
)
def test_every_change_is_named(said: str, named: tuple[str, ...]) -> None:
    (found,) = comparisons(compare, CLAIM, said)
    assert all(word in found.reason for word in named)


def test_no_quotation_no_comparison() -> None:
    assert outcomes(compare, "The keeper fed the wolves.", "“Feed the wolves,” the keeper said.") == []
