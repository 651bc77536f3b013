"""A claim as a question to an index."""

from __future__ import annotations

import pytest

from factcheck.domain.ports import Query
from factcheck.retrieval.query import build_query, weigh


def nothing(_: str) -> tuple[str, ...]:
    return ()


def test_terms_stand_once_in_the_order_of_the_claim() -> None:
    query = build_query("The bridge cost 500 dollars and the bridge fell", related=nothing)
    assert query.terms == ("bridg", "cost", "500", "dollar", "fall")


@pytest.mark.parametrize(
    ("claim", "finds"),
    [
        pytest.param("American ships left", "us", id="demonym-finds-the-country"),
        pytest.param("U.S. ships left", "american", id="country-finds-the-demonym"),
        pytest.param("The United States sent ships", "us", id="long-name-finds-the-short-one"),
        pytest.param("German-led ships left", "germani", id="demonym-before-a-hyphen"),
        pytest.param("The town has two million people", "2000000", id="figure-in-words"),
    ],
)
def test_other_ways_to_say_it(claim: str, finds: str) -> None:
    assert finds in build_query(claim, related=nothing).expansions


def test_related_words_are_asked_for_each_term_and_never_repeat_one() -> None:
    query = build_query("Voters quit", related=lambda key: {key, f"{key}x", "voter", "step_down"})
    assert query == Query(("voter", "quit"), ("voterx", "quitx"))


def test_an_ordinary_word_is_no_name() -> None:
    assert build_query("They told us", related=nothing) == Query(("tell",), ())


def test_a_claim_without_words() -> None:
    assert build_query("… !", related=nothing) == Query(())


def test_an_expansion_counts_less_than_any_word_of_the_claim() -> None:
    rarity = {"common": 1.0, "rare": 6.0, "synonym": 8.0}
    weights = dict(weigh(Query(("common", "rare", "absent"), ("synonym",)), lambda term: rarity.get(term, 0.0)))
    assert set(weights) == {"common", "rare", "synonym"}
    assert weights["synonym"] * rarity["synonym"] < weights["common"] * rarity["common"]


def test_of_a_very_long_claim_the_rarest_words_count() -> None:
    terms = tuple(f"w{number}" for number in range(50))
    kept = {term for term, _ in weigh(Query(terms), lambda term: 1.0 + int(term[1:]))}
    assert kept == set(terms[18:])


def test_expansions_find_when_no_word_of_the_claim_occurs() -> None:
    assert weigh(Query(("absent",), ("there",)), lambda term: 2.0 if term == "there" else 0.0)[0][0] == "there"
