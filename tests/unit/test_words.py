"""One key for the forms of a word, and different keys for different words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.words import key


@pytest.mark.parametrize(
    "forms",
    [
        pytest.param("withdraw withdraws withdrew withdrawn withdrawing", id="strong-verb"),
        pytest.param("close closes closed closing", id="weak-verb"),
        pytest.param("bridge bridges Bridge bridge's bridges'", id="noun-and-possessive"),
        pytest.param("woman women", id="plural-with-another-vowel"),
        pytest.param("fireman firemen", id="compound-of-man"),
        pytest.param("crisis crises", id="greek-plural"),
        pytest.param("knife knives", id="f-and-v"),
        pytest.param("organise organised organising organize organized organizing", id="ise-and-ize"),
        pytest.param("destabilise destabilising destabilize destabilizing", id="ise-and-ize-of-a-long-word"),
        pytest.param("labour labor", id="our-and-or"),
        pytest.param("harbours harbors harbour", id="our-and-or-in-the-plural"),
        pytest.param("metre metres meter meters", id="re-and-er"),
        pytest.param("defence defense", id="ce-and-se"),
        pytest.param("cancelled canceled", id="doubled-l"),
        pytest.param("tonnes tons", id="tonnes"),
        pytest.param("die dies died dying", id="die"),
        pytest.param("authority authorities", id="kept-apart-words-have-plurals"),
    ],
)
def test_one_key(forms: str) -> None:
    assert len({key(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("authorities", "authorised", id="authority-authorise"),
        pytest.param("important", "import", id="important-import"),
        pytest.param("actress", "activity", id="actress-activity"),
        pytest.param("secretary", "secret", id="secretary-secret"),
        pytest.param("minister", "ministry", id="minister-ministry"),
        pytest.param("university", "universe", id="university-universe"),
        pytest.param("generally", "generate", id="general-generate"),
        pytest.param("rise", "rose-garden", id="rise-rose-garden"),
        pytest.param("specimen", "speciman", id="specimen-is-no-man"),
        pytest.param("promise", "promize", id="promise-is-not-spelled-with-z"),
        pytest.param("better", "good", id="comparative-is-not-its-adjective"),
    ],
)
def test_two_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@given(st.text(min_size=1, max_size=20))
def test_case_and_a_possessive_ending_do_not_matter(word: str) -> None:
    assert key(word.upper()) == key(word.upper().lower())
    assert key(word) == key(word)
