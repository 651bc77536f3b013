"""What a passage can bear of a claim, told from its bare words."""

from __future__ import annotations

import pytest

from factcheck.text.analyse import analyse
from factcheck.text.worth import keys_of, may_bear_by_words, most_borne


@pytest.mark.parametrize(
    ("said", "key"),
    [
        pytest.param("They withdrew.", "withdraw", id="form-of-a-word"),
        pytest.param("She stepped at last down.", "resign", id="phrase-with-words-between-is-more-than-the-analysis-finds"),
        pytest.param("The United States agreed.", "us", id="name-of-several-words"),
        pytest.param("Shi'ite parties won.", "shiit", id="apostrophe-in-a-name"),
        pytest.param("The PM spoke.", "prime_minister", id="office-in-capitals"),
        pytest.param("Prices went up by 4 percent.", "rise", id="up-tells-of-a-rise"),
    ],
)  # fmt: skip
def test_keys(said: str, key: str) -> None:
    assert key in keys_of(said).found


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param("The ferry sank off Esk.", "The ferry left.", True, id="one-word-of-three"),
        pytest.param("The ferry sank off Esk.", "Rye bread needs a sour dough.", False, id="no-word"),
        pytest.param("The ferry sank off Esk.", "It went down at dawn.", True, id="a-pronoun-may-mean-it"),
        pytest.param("Troops will withdraw.", "An exit is planned.", True, id="another-word-for-it"),
        pytest.param("Ruiz said “we are leaving now”.", "Rye bread needs dough.", True, id="quotations-are-always-looked-for"),
    ],
)  # fmt: skip
def test_worth_a_look(claim: str, said: str, expected: bool) -> None:  # noqa: FBT001
    assert may_bear_by_words(analyse(claim), said) is expected


@pytest.mark.parametrize(
    ("claim", "said", "around", "share"),
    [
        pytest.param("The ferry sank near the harbour.", "A ferry sank.", (), 2 / 3, id="two-words-of-three"),
        pytest.param("The ferry sank near the harbour.", "It sank.", ("The ferry left.",), 1.8 / 3, id="one-of-them-from-before"),
        pytest.param("The ferry left the harbour.", "It was there.", ("It left.",), 0.0, id="no-verb-is-taken-up"),
        pytest.param("Lisbon won.", "The capital of Portugal won.", (), 1.0, id="a-capital-and-its-country"),
        pytest.param("UNESCO won.", "The United Nations Educational, Scientific and Cultural Organization won.", (), 1.0, id="short-form"),
        pytest.param("Exports doubled.", "Exports went from 4 to 8 tonnes.", (), 1.0, id="a-change-may-be-told-by-figures"),
    ],
)  # fmt: skip
def test_most_borne(claim: str, said: str, around: tuple[str, ...], share: float) -> None:
    most = most_borne(analyse(claim), said, around)
    assert most is not None
    assert most.share == pytest.approx(share)


def test_what_may_be_replaced_is_the_deed_and_the_names() -> None:
    most = most_borne(analyse("Last week, Ana Ruiz opened the harbour."), "Rye bread.", ())
    assert most is not None
    assert most.replaced == pytest.approx(3 / 4)


def test_a_passage_that_may_hold_the_quotation_is_not_told_from_its_words() -> None:
    claim = analyse("Ruiz said “we are leaving the harbour now”.")
    assert most_borne(claim, "“We are leaving the port now,” she said.", ()) is None
    assert most_borne(claim, "Rye bread needs dough.", ()) is not None
