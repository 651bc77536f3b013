"""Files that differ in nothing but their ending, as an original and its text do: both are sources, under ids of their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck import Corpus
from factcheck.errors import CorpusError
from tests.files_of_a_desk import pdf, warc, word


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    (folder / "wire").mkdir(parents=True)
    (folder / "ferry.txt").write_text("The ferry carried 48,200 people.", "utf-8")
    (folder / "wire/ferry.txt").write_text("The wire told of the ferry.", "utf-8")
    return folder


def opened(folder: Path) -> Corpus:
    return Corpus.open(folder, root=folder.parent)


def ids(folder: Path) -> list[str]:
    """The ids, which are those of a fresh build, without any problem."""
    corpus = opened(folder)
    found = [source.id for source in corpus.sources()]
    assert corpus.problems() == []
    assert corpus.digest == Corpus.open(folder, root=folder.parent / f"fresh-{len(found)}-{hash(tuple(found))}").digest
    return found


def test_an_original_and_its_text(folder: Path) -> None:
    assert ids(folder) == ["ferry", "wire/ferry"]
    (folder / "ferry.pdf").write_bytes(pdf())
    (folder / "ferry.docx").write_bytes(word())
    assert ids(folder) == ["ferry.docx", "ferry.pdf", "ferry.txt", "wire/ferry"]
    (folder / "ferry.pdf").unlink()
    assert ids(folder) == ["ferry.docx", "ferry.txt", "wire/ferry"]
    (folder / "ferry.docx").unlink()
    assert ids(folder) == ["ferry", "wire/ferry"]


def test_an_id_never_passes_to_another_file(folder: Path) -> None:
    """What a lock or a sign-off is bound to is gone, with a hint, and not some other text."""
    opened(folder)
    (folder / "ferry.md").write_text("Another text.", "utf-8")
    with pytest.raises(CorpusError, match=r"no source has the id 'ferry'") as fault:
        opened(folder).source("ferry")
    assert "ferry.txt" in fault.value.mend


def test_files_of_many_sources(folder: Path) -> None:
    (folder / "ferry.txt").unlink()
    (folder / "day.jsonl").write_text(json.dumps({"text": "It was calm."}), "utf-8")
    (folder / "day.warc").write_bytes(warc())
    (folder / "day.warc.gz").write_bytes(warc(packed=True))
    found = ids(folder)
    assert found[0] == "day.jsonl-1"
    assert {"day.warc-1", "day.warc.gz-1"} <= set(found)


@pytest.mark.parametrize(
    ("sources", "front", "expected"),
    [
        pytest.param("ferry.md: {id: timetable}", "", ["ferry", "timetable", "wire/ferry"], id="one-with-an-id"),
        pytest.param("ferry.md: {tags: [a]}", "", ["ferry.md", "ferry.txt", "wire/ferry"], id="one-with-a-tag"),
        pytest.param("", "---\nid: ferry\n---\n", ["ferry", "ferry.txt", "wire/ferry"], id="an-id-in-the-file"),
    ],
)
def test_an_id_that_is_stated_is_used(folder: Path, sources: str, front: str, expected: list[str]) -> None:
    (folder / "ferry.md").write_text(f"{front}The timetable says so.", "utf-8")
    if sources:
        (folder / "sources.yaml").write_text(sources, "utf-8")
    assert ids(folder) == expected


def test_files_that_are_not_read_share_no_name(folder: Path) -> None:
    (folder / "ferry.jpg").write_bytes(b"x")
    (folder / "sources.txt").write_text("A text of this name.", "utf-8")
    (folder / "sources.yaml").write_text("ferry.txt: {tags: [a]}", "utf-8")
    assert ids(folder) == ["ferry", "sources", "wire/ferry"]


def test_a_fault_names_the_file_as_it_is(folder: Path) -> None:
    (folder / "ferry.jsonl").write_text('{"text": "It was calm."}\nnot json', "utf-8")
    (problem,) = opened(folder).problems()
    assert (problem.path, problem.code) == ("ferry.jsonl:2:1", "C230")


@pytest.mark.parametrize("beside", [True, False])
def test_a_renamed_file(folder: Path, beside: bool) -> None:  # noqa: FBT001
    """Its ids follow, whether it shares its name before, after, or both."""
    (folder / "boat.pdf").write_bytes(pdf())
    (folder / "boat.docx").write_bytes(word())
    (folder / "ship.docx").write_bytes(word())
    opened(folder)
    (folder / "boat.pdf").rename(folder / ("ship.pdf" if beside else "raft.pdf"))
    pages = ["ship.docx", "ship.pdf"] if beside else ["raft", "ship"]
    assert ids(folder) == sorted(["boat", "ferry", "wire/ferry", *pages])


def test_a_renamed_crawl(folder: Path) -> None:
    (folder / "monday.warc.gz").write_bytes(warc(packed=True))
    opened(folder)
    (folder / "monday.warc.gz").rename(folder / "tuesday.warc.gz")
    found = ids(folder)
    assert "tuesday-1" in found
    assert "monday-1" not in found
