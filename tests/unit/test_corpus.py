"""A corpus folder as a newsroom keeps it: metadata beside the files, mistakes in it, changes to it."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import grimp
import pytest

from factcheck.adapters.corpus import Corpus
from factcheck.adapters.entry_points import OURS, load
from factcheck.adapters.reader_table import OUR_SUFFIXES, PARSERS
from factcheck.domain.source import Source, Status, Tier
from factcheck.errors import CorpusError, SettingsError
from factcheck.retrieval.query import build_query

FLOOD = "The river rose by two metres in March. Farmers moved their cattle to higher ground.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    (folder / "wire").mkdir(parents=True)
    (folder / "flood.txt").write_text(FLOOD)
    (folder / "wire/tram.md").write_text("---\npublisher: Sample Wire\n---\nThe tram line opened in 2019.\n")
    return folder


def write_metadata(folder: Path, text: str) -> None:
    (folder / "sources.yaml").write_text(text)


def reopened(folder: Path) -> Corpus:
    return Corpus.open(folder, root=folder.parent)


def test_a_folder_of_texts(folder: Path) -> None:
    corpus = reopened(folder)
    assert [source.id for source in corpus.sources()] == ["flood", "wire/tram"]
    assert len(corpus) == 2
    assert corpus.source("wire/tram").publisher == "Sample Wire"
    (first, *_) = corpus.search(build_query("The river rose by two metres"), limit=1)
    assert first.text == "The river rose by two metres in March."
    assert first.source.text[first.start : first.end] == first.text
    assert corpus.problems() == corpus.notes() == []
    assert corpus.index is corpus


def test_metadata_beside_the_files(folder: Path) -> None:
    write_metadata(folder, "flood.txt:\n  id: river\n  tier: wire\nwire/tram.md:\n  published: 2019-05-02\n")
    corpus = reopened(folder)
    assert corpus.source("river").tier is Tier.WIRE
    assert corpus.source("wire/tram").published == date(2019, 5, 2)


def test_metadata_of_the_nearest_file_wins(folder: Path) -> None:
    write_metadata(folder, "wire/tram.md:\n  published: 2019-05-02\n  author: A. Writer\n")
    (folder / "wire/sources.yaml").write_text("tram.md:\n  published: 2019-05-03\n")
    source = reopened(folder).source("wire/tram")
    assert (source.published, source.author) == (date(2019, 5, 3), "A. Writer")


def test_a_change_of_metadata_counts_and_only_for_its_file(folder: Path) -> None:
    before = reopened(folder)
    write_metadata(folder, "flood.txt:\n  status: retracted\n")
    after = reopened(folder)
    assert after.digest != before.digest
    assert after.source("flood").status is Status.RETRACTED
    assert [(note.path, note.code) for note in after.notes()] == [("flood.txt", "C110")]
    (folder / "sources.yaml").unlink()
    again = reopened(folder)
    assert again.digest == before.digest
    assert again.notes() == []


def test_faults_of_metadata_are_problems_with_their_places(folder: Path) -> None:
    write_metadata(folder, "flood.txt:\n  teir: wire\nlake.txt:\n  tier: wire\n")
    for _ in range(2):
        places = [(problem.path, problem.code) for problem in reopened(folder).problems()]
        assert places == [("sources.yaml:2:3", "C201"), ("sources.yaml:3:1", "C208")]
    (folder / "lake.txt").write_text(FLOOD)
    assert [problem.code for problem in reopened(folder).problems()] == ["C201"]


def test_metadata_that_cannot_be_read(folder: Path) -> None:
    write_metadata(folder, "flood.txt: [")
    corpus = reopened(folder)
    assert len(corpus) == 2
    assert len(corpus.problems()) == 1


def test_one_bad_line_among_many(folder: Path) -> None:
    (folder / "briefs.jsonl").write_text('{"text": "The harbour closed for a week."}\nnot json\n{"text": 5}\n')
    corpus = reopened(folder)
    assert [source.id for source in corpus.sources()] == ["briefs-1", "flood", "wire/tram"]
    assert [problem.code for problem in corpus.problems()] == ["C230", "C232"]


def test_the_index_is_kept_in_the_current_folder_by_default(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    Corpus.open("corpus")
    assert (folder.parent / ".factcheck").is_dir()


def test_an_unknown_reader(folder: Path) -> None:
    with pytest.raises(SettingsError, match=r"S010 no `txt` among the readers\n  mend: did you mean `text`"):
        Corpus.open(folder, root=folder.parent, readers=["txt"])


def test_a_reader_by_name_goes_before_ours(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Loud:
        suffixes = (".txt",)

        def read(self, data: bytes, *, path: str) -> list[Source]:
            return [Source(text=data.decode().upper(), id=path)]

    module = ModuleType("loud")
    module.Loud = Loud  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "loud", module)
    monkeypatch.setitem(OURS["factcheck.readers"], "loud", "loud:Loud")
    corpus = Corpus.open(folder, root=folder.parent, readers=["loud"])
    assert [source.id for source in corpus.sources()] == ["flood.txt", "wire/tram"]


def test_suffixes_known_without_loading_are_those_of_the_readers() -> None:
    ours = {suffix: name for name in OURS["factcheck.readers"] for suffix in load("factcheck.readers", name).suffixes}
    assert ours == OUR_SUFFIXES


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="C001 the corpus does not exist"):
        Corpus.open(tmp_path / "corpus", root=tmp_path)


def test_every_parser_that_a_reader_may_load_counts_for_its_kinds() -> None:
    """What a reader imports, itself or through others of ours, is in the table of versions."""
    graph = grimp.build_graph("factcheck", include_external_packages=True)
    modules = {"charset-normalizer": "charset_normalizer", "python-docx": "docx"}
    every = {name for names in PARSERS.values() for name in names}
    for name, value in OURS["factcheck.readers"].items():
        module = value.partition(":")[0]
        loaded = {parser for parser in every if graph.chain_exists(module, modules.get(parser, parser))}
        assert loaded <= set(PARSERS[name]), name
