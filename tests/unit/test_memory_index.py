"""The corpus in memory."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.adapters.corpus import Corpus
from factcheck.domain.ports import Query
from factcheck.domain.source import Source, Status, Tier
from factcheck.errors import CorpusError
from factcheck.retrieval.feedback import FEW
from factcheck.retrieval.query import build_query

RIVER = "The river rose by two metres in March. Farmers moved their cattle to higher ground."
TRAM = "The tram line opened in 2019. It carries 40,000 riders a day."


def found(corpus: Corpus, claim: str, *, limit: int = 50) -> list[str]:
    return [passage.text for passage in corpus.search(build_query(claim), limit=limit)]


def test_the_best_passage_comes_first() -> None:
    corpus = Corpus.from_texts([RIVER, TRAM])
    assert found(corpus, "40,000 riders take the tram every day")[0] == "It carries 40,000 riders a day."


def test_of_few_passages_all_are_worth_judging() -> None:
    assert len(found(Corpus.from_texts([RIVER, TRAM]), "The river rose")) == 4


def test_no_word_in_common_finds_nothing() -> None:
    assert found(Corpus.from_texts([RIVER, TRAM]), "Zebras yawn") == []


def test_of_many_passages_those_without_a_word_in_common_stay_out() -> None:
    corpus = Corpus.from_texts([RIVER, *(f"A ship named {name} sailed." for name in names(FEW))])
    assert found(corpus, "The river rose") == [
        "The river rose by two metres in March.",
        "Farmers moved their cattle to higher ground.",
    ]


def names(count: int) -> list[str]:
    return [f"Bo{chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(count)]


def test_the_best_passages_bring_up_others_on_the_same_matter() -> None:
    flood = [
        "The Avon burst its banks at Barford.",
        "Sandbags line both banks at Barford.",
        "Barford school stays shut.",
    ]
    corpus = Corpus.from_texts([*(f"A ship named {name} left banks." for name in names(FEW)), *flood])
    hits = found(corpus, "The Avon burst its banks")
    assert hits[:2] == flood[:2]
    assert flood[2] not in hits


def test_limit() -> None:
    assert len(found(Corpus.from_texts([RIVER, TRAM]), "The river rose", limit=1)) == 1


def test_ties_stand_in_the_order_of_source_id_and_offset() -> None:
    sources = [Source(text="Snow fell. Snow fell.", id=name) for name in ("c", "a", "b")]
    hits = Corpus.from_sources(sources).search(Query(("snow",)), limit=3)
    assert [(hit.source.id, hit.start) for hit in hits[:2]] == [("a", 11), ("b", 11)]
    assert hits == Corpus.from_sources(sources[::-1]).search(Query(("snow",)), limit=3)


def test_quotes_stand_at_their_offsets() -> None:
    for passage in Corpus.from_texts([RIVER, TRAM]).search(build_query("river tram"), limit=9):
        assert passage.source.text[passage.start : passage.end] == passage.text != ""


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found(Corpus.from_texts([RIVER]), "The river rose")
    assert list(tmp_path.iterdir()) == []


def test_texts_are_numbered_and_counted() -> None:
    corpus = Corpus.from_texts([RIVER, TRAM])
    assert [source.id for source in corpus.sources()] == ["text-1", "text-2"]
    assert len(corpus) == 2
    assert corpus.source("text-2").text == TRAM
    assert corpus.problems() == corpus.notes() == []


def test_values_written_by_hand_become_typed() -> None:
    written = Source(
        text=RIVER,
        published="2024-03-05",  # type: ignore[arg-type]
        tier="wire",  # type: ignore[arg-type]
        status="corrected",  # type: ignore[arg-type]
        tags="floods",  # type: ignore[arg-type]
        based_on=["Sample Wire"],  # type: ignore[arg-type]
    )
    source = Corpus.from_sources([written]).source("source-1")
    assert (source.published, source.tier, source.status) == (date(2024, 3, 5), Tier.WIRE, Status.CORRECTED)
    assert (source.tags, source.based_on) == (("floods",), ("Sample Wire",))


@pytest.mark.parametrize(
    ("texts", "says"),
    [
        pytest.param("one text", "not one text", id="a-single-string"),
        pytest.param(b"bytes", "not one text", id="bytes"),
        pytest.param(["fine", 5], "text 2 is of type int", id="a-number-among-texts"),
        pytest.param([None], "text 1 is of type NoneType", id="none"),
        pytest.param(5, "takes a list of texts, not int", id="no-list"),
        pytest.param({"a": "b"}, "takes a list of texts, not dict", id="a-mapping"),
        pytest.param([], "no readable source", id="no-text"),
        pytest.param(["", "  \n"], "no readable source", id="blank-texts"),
    ],
)
def test_mistakes_with_texts(texts: object, says: str) -> None:
    with pytest.raises(CorpusError, match=says) as caught:
        Corpus.from_texts(texts)  # type: ignore[arg-type]
    assert caught.value.mend


@pytest.mark.parametrize(
    ("sources", "says"),
    [
        pytest.param(Source(text="x"), "not one source", id="a-single-source"),
        pytest.param(["text"], "item 1 is of type str", id="a-string-among-sources"),
        pytest.param([Source(text="x", id="a"), Source(text="y", id="a")], "two sources have the id 'a'", id="same-id"),
        pytest.param([Source(text=5)], "`text` is of type int", id="a-number-as-text"),  # type: ignore[arg-type]
        pytest.param([Source(text="x", published="soon")], "soon", id="no-day"),  # type: ignore[arg-type]
        pytest.param([Source(text="x", published=5)], "a day is of type int", id="a-number-as-day"),  # type: ignore[arg-type]
        pytest.param([Source(text="x", tier="gold")], "gold", id="no-tier"),  # type: ignore[arg-type]
        pytest.param([Source(text="x", status="lost")], "lost", id="no-status"),  # type: ignore[arg-type]
        pytest.param([Source(text="x", tags=(5,))], "of type int", id="a-number-as-tag"),  # type: ignore[arg-type]
        pytest.param([], "no readable source", id="no-source"),
    ],
)
def test_mistakes_with_sources(sources: object, says: str) -> None:
    with pytest.raises(CorpusError, match=says) as caught:
        Corpus.from_sources(sources)  # type: ignore[arg-type]
    assert caught.value.mend


def test_an_unknown_id_names_the_nearest() -> None:
    with pytest.raises(CorpusError, match="did you mean river-report"):
        Corpus.from_sources([Source(text=RIVER, id="river-report")]).source("river-raport")


@pytest.mark.parametrize(
    ("other", "changes"),
    [
        pytest.param(Source(text=RIVER, id="a", title="Flood"), False, id="the-same-again"),
        pytest.param(Source(text=RIVER, id="a", title="Flood", path="x.txt"), True, id="another-file"),
        pytest.param(Source(text=RIVER + " It rained.", id="a", title="Flood"), True, id="other-text"),
        pytest.param(Source(text=RIVER, id="a", title="High water"), True, id="other-metadata"),
        pytest.param(Source(text=RIVER, id="b", title="Flood"), True, id="other-id"),
    ],
)
def test_the_digest_changes_with_what_counts(other: Source, *, changes: bool) -> None:
    first = Corpus.from_sources([Source(text=RIVER, id="a", title="Flood")])
    assert (Corpus.from_sources([other]).digest != first.digest) is changes
