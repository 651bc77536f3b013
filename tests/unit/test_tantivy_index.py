"""Passages in the embedded engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.adapters.tantivy_index import PassageSearcher, PassageWriter, committed, wasted
from factcheck.domain.ports import Query
from factcheck.retrieval.ranking import rarity
from factcheck.sources.passages import cut


def write(folder: Path, texts: dict[int, str], *, delete: tuple[int, ...] = ()) -> str:
    writer = PassageWriter(folder)
    for row in delete:
        writer.delete(row)
    for row, text in texts.items():
        writer.add(row, text, cut(text), None)
    stamp = writer.commit()
    writer.close()
    return stamp


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(
        tmp_path,
        {
            1: "Snow fell in Oslo. " + "It went on. " * 4 + "Trams stopped.",
            7: "Snow melted.",
            2**39: "Rain fell in Bergen.",
        },
    )
    return tmp_path


def test_hits_are_rows_and_numbers_of_windows(folder: Path) -> None:
    hits = PassageSearcher(folder).search(Query(("tram",)), limit=5)
    assert hits == [(1, 1)]
    assert PassageSearcher(folder).search(Query(("bergen",)), limit=5) == [(2**39, 0)]


def test_terms_that_occur_nowhere_find_nothing(folder: Path) -> None:
    assert PassageSearcher(folder).search(Query(("zebra",), ("quagga",)), limit=5) == []


def test_the_best_candidate_comes_first(folder: Path) -> None:
    assert PassageSearcher(folder).search(Query(("snow", "oslo")), limit=5)[0] == (1, 0)


def test_what_is_deleted_is_neither_found_nor_counted(folder: Path) -> None:
    write(folder, {8: "Snow fell in Tromso."}, delete=(7,))
    searcher = PassageSearcher(folder)
    assert sorted(searcher.search(Query(("snow",)), limit=5)) == [(1, 0), (8, 0)]
    assert searcher.rarity("snow") == rarity(2, 4)
    assert searcher.rarity("melt") == 0.0
    assert 0 <= wasted(folder) < 0.5


def test_a_reader_keeps_its_commit(folder: Path) -> None:
    searcher = PassageSearcher(folder)
    before = committed(folder)
    after = write(folder, {9: "Snow fell in Tromso."}, delete=(1,))
    assert before != after == committed(folder)
    assert (1, 0) in searcher.search(Query(("snow",)), limit=5)
    assert searcher.search(Query(("tromso",)), limit=5) == []


def test_nothing_is_seen_before_the_commit(folder: Path) -> None:
    writer = PassageWriter(folder)
    writer.delete(1)
    writer.add(9, "Hail fell.", [(0, 10)], None)
    assert PassageSearcher(folder).search(Query(("hail",)), limit=5) == []
    assert PassageSearcher(folder).search(Query(("tram",)), limit=5) == [(1, 1)]
    writer.close()


def test_a_second_writer_fails_at_once(folder: Path) -> None:
    writer = PassageWriter(folder)
    with pytest.raises(ValueError, match="Lock"):
        PassageWriter(folder)
    writer.close()


def test_all_that_tie_with_the_last_are_candidates(tmp_path: Path) -> None:
    write(tmp_path, dict.fromkeys(range(1, 200), "Snow fell in Oslo."))
    assert len(PassageSearcher(tmp_path).search(Query(("snow",)), limit=5)) == 199


@pytest.mark.parametrize("text", ["{", "[]", "{}"])
def test_a_damaged_commit_is_a_value_error(folder: Path, text: str) -> None:
    (folder / "meta.json").write_text(text)
    with pytest.raises(ValueError, match=r"meta\.json|Expecting"):
        committed(folder)
