"""Laws of terms, of what is stored, and of search."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Checker
from factcheck.adapters.corpus import Corpus
from factcheck.adapters.manifest import Manifest, SourceRow
from factcheck.adapters.stored import (
    content_digest,
    decode_head,
    decode_slices,
    encode_body,
    encode_head,
    encode_slices,
)
from factcheck.domain.source import Source, Status, Tier
from factcheck.retrieval.query import build_query
from factcheck.retrieval.tokens import index_terms
from factcheck.sources.passages import cut, passages

WORDS = st.sampled_from(
    ["river", "tram", "Norway", "voters", "rejected", "bridge", "U.S.", "2,500", "$3bn", "in", "the", "May"]
)
SENTENCES = st.lists(WORDS, min_size=2, max_size=8).map(lambda words: "The " + " ".join(words) + " here.")
TEXTS = st.lists(SENTENCES, min_size=1, max_size=6).map(" ".join)
NAMES = st.none() | st.text(max_size=12)
SOURCES = st.builds(
    Source,
    text=st.text(max_size=200) | TEXTS,
    id=st.text(min_size=1, max_size=12),
    title=NAMES,
    publisher=NAMES,
    published=st.none() | st.dates(),
    dateline=st.none() | st.dates(),
    retrieved=st.none() | st.dates(),
    tier=st.none() | st.sampled_from(Tier),
    tags=st.lists(st.text(max_size=8), max_size=3).map(tuple),
    status=st.sampled_from(Status),
    based_on=st.lists(st.text(max_size=8), max_size=3).map(tuple),
)


@given(st.text(max_size=300))
def test_terms_hold_no_white_space_and_are_never_empty(text: str) -> None:
    assert all(term and not any(sign.isspace() for sign in term) for term in index_terms(text))


@given(st.integers(0, 10**15))
def test_separators_do_not_change_a_figure(value: int) -> None:
    assert index_terms(f"{value:,} ships") == index_terms(f"{value} ships") == [str(value), "ship"]


@given(
    st.decimals(Decimal("0.01"), 999, places=2),
    st.sampled_from([("million", 10**6), ("bn", 10**9), (" thousand", 1000)]),
)
def test_a_scale_is_applied(value: Decimal, scale: tuple[str, int]) -> None:
    name, factor = scale
    (term,) = index_terms(f"{value} {name}" if name == "million" else f"{value}{name}")
    assert Decimal(term) == value * factor


@given(SENTENCES, SENTENCES)
def test_terms_of_two_sentences_are_those_of_each(one: str, two: str) -> None:
    assert index_terms(f"{one} {two}") == index_terms(one) + index_terms(two)


@given(SOURCES)
def test_metadata_survives_storage(source: Source) -> None:
    stored = decode_head(encode_head(source), source.text, source_id=source.id, path=source.path, digest=source.digest)
    assert stored == source


@given(st.lists(st.tuples(st.integers(0, 200_000), st.integers(1, 1_000)), max_size=20))
def test_slices_survive_storage(steps: list[tuple[int, int]]) -> None:
    slices, end = [], 0
    for gap, length in steps:
        slices.append((end + gap, end + gap + length))
        end = slices[-1][1]
    assert decode_slices(encode_slices(slices)) == slices


@settings(max_examples=30)
@given(st.lists(SOURCES, max_size=4, unique_by=lambda source: source.id))
def test_sources_and_passages_survive_storage(sources: list[Source]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        manifest = Manifest(Path(folder, "manifest.sqlite"))
        for row, source in enumerate(sources, 1):
            slices = cut(source.text)
            stored = SourceRow(row, source.id, source.path, b"", source.digest, len(slices), 0, encode_head(source))
            manifest.add(stored, encode_body(source.text, encode_slices(slices)))
        for row, source in enumerate(sources, 1):
            assert manifest.text(row) == (source, cut(source.text))
        assert [source.id for source in manifest.sources()] == sorted((source.id for source in sources), key=str.encode)
        manifest.close()


@given(SOURCES, SOURCES)
def test_equal_digests_mean_equal_content(one: Source, two: Source) -> None:
    bare = [replace(source, id="", path="", digest="") for source in (one, two)]
    digests = [content_digest(source, cut(source.text)) for source in bare]
    assert (digests[0] == digests[1]) == (bare[0] == bare[1])


@given(st.lists(TEXTS, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_sources_changes_nothing(texts: list[str], chance: object) -> None:
    sources = [Source(text=text, id=f"s{number}") for number, text in enumerate(texts)]
    shuffled = list(sources)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    query = build_query(texts[0])
    one, two = Corpus.from_sources(sources), Corpus.from_sources(shuffled)
    assert one.search(query, limit=20) == two.search(query, limit=20)
    assert one.digest == two.digest


def on_disk(texts: list[str], folder: str) -> Corpus:
    place = Path(folder, "corpus")
    place.mkdir()
    for number, text in enumerate(texts):
        (place / f"t{number}.txt").write_text(text, encoding="utf-8")
    return Corpus.open(place, root=Path(folder))


_APART = "A heron stood in cold water. "


@settings(max_examples=12)
@given(st.lists(TEXTS, min_size=1, max_size=4), SENTENCES, st.sampled_from([0, 3, 80]))
def test_a_corpus_gives_the_same_passages_on_disk_and_in_memory(texts: list[str], claim: str, apart: int) -> None:
    """Small ones all of theirs, even those without a word of the claim; larger ones those that have one."""
    with tempfile.TemporaryDirectory() as folder:
        disk = on_disk([*texts, *([_APART * apart] if apart else [])], folder)
        memory = Corpus.from_sources(disk.sources())
        query = build_query(claim)
        assert disk.search(query, limit=400) == memory.search(query, limit=400)
        assert apart == 80 or disk.search(query, limit=3) == memory.search(query, limit=3)


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("Berlin has many parks.", id="a-word-in-common-with-another-language-only"),
        pytest.param("The captain sailed on Monday.", id="a-word-in-common"),
        pytest.param("Quinces ripen.", id="no-word-in-common"),
    ],
)
def test_a_verdict_is_the_same_on_disk_and_in_memory(claim: str, tmp_path: Path) -> None:
    texts = [
        "Die Stadt Berlin hat viele schöne Parks und Gärten, die von den Bürgern gern besucht werden, auch im Winter.",
        "The ferry sailed on Monday. Roses grew in the garden of the old captain.",
    ]
    disk = on_disk(texts, str(tmp_path))
    one, two = (Checker(corpus, model="off").check(claim) for corpus in (disk, Corpus.from_sources(disk.sources())))
    assert (one.label, one.reason, one.detail, one.evidence, one.near_misses) == (
        two.label,
        two.reason,
        two.detail,
        two.evidence,
        two.near_misses,
    )


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_every_passage_with_a_word_is_found_by_its_own_words(texts: list[str]) -> None:
    corpus = Corpus.from_texts(texts)
    for source in corpus.sources():
        for passage in passages(source):
            hits = corpus.search(build_query(passage.text), limit=1000)
            assert passage in hits or not index_terms(passage.text)


@given(st.lists(SENTENCES, min_size=1, max_size=30), SENTENCES)
def test_a_smaller_limit_is_the_head_of_a_larger_one(sentences: list[str], claim: str) -> None:
    corpus = Corpus.from_texts(sentences)
    hits = corpus.search(build_query(claim), limit=20)
    assert corpus.search(build_query(claim), limit=5) == hits[:5]
