"""Proper names, and who holds which office."""

from __future__ import annotations

import pytest

from factcheck.domain.analysis import NameKind
from factcheck.text.analyse import analyse
from factcheck.text.names import bare_words, title_at


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Pell Motors sold a foundry.", ["Pell Motors"], id="company"),
        pytest.param("Workers at Pell Motors went home.", ["Pell Motors"], id="company-inside"),
        pytest.param("The U.S. and French navies met.", ["U.S.", "French"], id="country-and-demonym"),
        pytest.param("Prime Minister Karl Holm spoke.", ["Karl Holm"], id="name-without-its-office"),
        pytest.param("Mr. Holm and Dr. Berg met.", ["Holm", "Berg"], id="honorifics-are-no-names"),
        pytest.param("The University of Helstad closed.", ["University of Helstad"], id="body-with-of"),
        pytest.param("Aldo van Berg won.", ["Aldo van Berg"], id="small-words-inside"),
        pytest.param("He met Hassan al-Rashid on Friday.", ["Hassan al-Rashid"], id="hyphenated-article"),
        pytest.param("The ship reached Sidi-el-Haj.", ["Sidi-el-Haj"], id="two-hyphens"),
        pytest.param("The novel by J. R. Moss sold well.", ["J. R. Moss"], id="initials"),
        pytest.param("The United Nations sent tents.", ["United Nations"], id="body-of-several-words"),
        pytest.param("She flew to New York from Lima.", ["New York", "Lima"], id="two-cities"),
        pytest.param("They told us about it.", [], id="us-the-pronoun"),
        pytest.param("The film opened in May 2019.", [], id="a-month-is-no-name"),
        pytest.param("Rain fell all night.", [], id="common-word-at-the-start"),
    ],
)
def test_names(sentence: str, expected: list[str]) -> None:
    found = analyse(sentence).names
    assert [name.text for name in found] == expected
    assert all(sentence[name.start : name.end] == name.text for name in found)


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(("The U.S. agreed.", "The United States agreed.", "America agreed."), id="one-country"),
        pytest.param(("The UN agreed.", "The United Nations agreed."), id="one-body"),
        pytest.param(("France won.", "French sailors won."), id="country-and-demonym"),
    ],
)
def test_aliases_share_a_key(sentences: tuple[str, ...]) -> None:
    assert len({analyse(sentence).names[0].key for sentence in sentences}) == 1


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        pytest.param("The ship left Portugal.", NameKind.PLACE, id="country"),
        pytest.param("The ship left Lisbon.", NameKind.PLACE, id="city"),
        pytest.param("The choir met Maria Solano.", NameKind.PERSON, id="given-name"),
        pytest.param("The choir met President Zorvan.", NameKind.PERSON, id="after-a-title"),
        pytest.param("The choir met Mr. Zorvan.", NameKind.PERSON, id="after-mr"),
        pytest.param("The choir met Sayyed Zorvan.", NameKind.PERSON, id="after-an-honorific"),
        pytest.param("The choir met the Zorvan Orchestra.", NameKind.BODY, id="body-word"),
        pytest.param("The choir sang Zorvanya.", NameKind.OTHER, id="unknown"),
    ],
)
def test_what_a_name_stands_for(sentence: str, kind: NameKind) -> None:
    assert analyse(sentence).names[0].kind is kind


@pytest.mark.parametrize(
    ("sentence", "title", "holder", "body"),
    [
        pytest.param(
            "Spain's prime minister, Pedro Sanchez, resigned.",
            "prime_minister",
            "pedro sanchez",
            "spain",
            id="body-title-holder",
        ),
        pytest.param("Ana Ruiz, the mayor of Cadiz, opened it.", "mayor", "ana ruiz", "cadiz", id="holder-title-body"),
        pytest.param("Ana Ruiz became mayor of Cadiz.", "mayor", "ana ruiz", "cadiz", id="became"),
        pytest.param("Ana Ruiz was elected mayor of Cadiz.", "mayor", "ana ruiz", "cadiz", id="elected"),
        pytest.param("Mayor Ana Ruiz opened it.", "mayor", "ana ruiz", None, id="title-before-the-name"),
        pytest.param(
            "Deputy mayor Lena Fisk resigned.", "deputy_mayor", "lena fisk", None, id="deputy-is-another-office"
        ),
        pytest.param("The mayor of Cadiz resigned.", "mayor", None, "cadiz", id="holder-unnamed"),
    ],
)
def test_offices(sentence: str, title: str, holder: str | None, body: str | None) -> None:
    (role,) = analyse(sentence).roles
    assert (role.title, role.holder, role.body) == (title, holder, body)
    assert not role.former


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Former president Karl Holm died.", id="former"),
        pytest.param("The then president Karl Holm died.", id="then"),
        pytest.param("Karl Holm, an ex-president of Estavia, died.", id="ex"),
    ],
)
def test_past_offices_are_marked(sentence: str) -> None:
    assert [role.former for role in analyse(sentence).roles] == [True]


def test_a_title_whose_first_word_ends_the_text_is_read() -> None:
    assert title_at(["leader"], 0) == (1, "leader")
    assert analyse("Ann Lee is a former Senate leader").dates == ()


def test_an_office_alone_is_no_role() -> None:
    assert analyse("The mayor resigned.").roles == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("prime minister spoke", (2, "prime_minister"), id="the-longest-wins"),
        pytest.param("mayor spoke", (1, "mayor"), id="one-word"),
        pytest.param("sparrow spoke", None, id="none"),
    ],
)
def test_title_at(words: str, expected: tuple[int, str] | None) -> None:
    assert title_at(words.split(), 0) == expected


def test_bare_words_are_those_of_the_gazetteer() -> None:
    assert bare_words(["U.S.", "O’Neill", "."]) == ["us", "oneill", "."]
