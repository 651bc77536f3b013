"""How much of a claim's wording a passage bears, and which words it lacks."""

from __future__ import annotations

import pytest

from factcheck.matchers.topic import compare
from tests.unit.matchers.outcomes import comparisons

CLAIM = "The wooden bridge over the Esk burned down."


def share(claim: str, said: str, *, before: tuple[str, ...] = ()) -> float:
    return comparisons(compare, claim, said, before=before)[0].weight


def lacking(claim: str, said: str) -> list[str]:
    return [claim[slice(*one.asserted)] for one in comparisons(compare, claim, said) if one.asserted]


def test_all_of_it() -> None:
    assert share(CLAIM, "On Friday the wooden bridge over the Esk burned down.") == pytest.approx(1.0)
    assert lacking(CLAIM, "On Friday the wooden bridge over the Esk burned down.") == []


def test_none_of_it() -> None:
    assert share(CLAIM, "Violins warp in dry air.") == pytest.approx(0.0)


def test_part_of_it_and_what_is_lacking() -> None:
    said = "The bridge over the Esk burned down."
    assert 0.5 < share(CLAIM, said) < 1
    assert lacking(CLAIM, said) == ["wooden"]


def test_a_name_weighs_more_than_an_adjective() -> None:
    assert share(CLAIM, "The wooden bridge burned down.") < share(CLAIM, "The bridge over the Esk burned down.")


def test_words_of_the_sentence_before_are_borrowed() -> None:
    before = ("The wooden bridge over the Esk was 90 years old.",)
    rows = comparisons(compare, CLAIM, "The bridge burned down when lightning struck it.", before=before)
    assert rows[0].weight > share(CLAIM, "The bridge burned down when lightning struck it.")
    assert any(one.rule == "topic-borrowed" for one in rows)


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param("Only nurses were paid.", "Nurses were paid.", ["Only"], id="only"),
        pytest.param("Only nurses were paid.", "Nurses alone were paid.", [], id="alone-is-only"),
        pytest.param("All ferries sank.", "Ferries sank.", ["All"], id="all"),
        pytest.param("All ferries sank.", "Every ferry sank.", [], id="every-is-all"),
    ],
)
def test_words_that_narrow_a_statement_must_be_there(claim: str, said: str, expected: list[str]) -> None:
    assert lacking(claim, said) == expected


def test_the_words_of_a_quotation_and_of_saying_do_not_count() -> None:
    assert share("The guard said “nothing moved all night”.", "The guard yawned.") == pytest.approx(1.0)


def test_a_claim_without_words_is_borne() -> None:
    assert share("In 2020.", "Rain fell.") == pytest.approx(1.0)
