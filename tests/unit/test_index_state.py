"""The index from outside: how it stands, whether it is whole, and where it cannot be written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.adapters.disk_index import DiskIndex, drop_index
from factcheck.adapters.index_state import IndexOnDisk
from factcheck.adapters.tantivy_index import PassageWriter
from factcheck.domain.index_state import IndexState
from factcheck.domain.source import Source
from factcheck.errors import CorpusError
from factcheck.reports.index import state_lines
from tests.unit.test_disk_index import ROOT, Desk, Plain


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.write("river.txt", "The river rose by two metres in March. Farmers moved their cattle.")
    desk.write("city/tram.txt", "The tram line opened in 2019. It carries 40,000 riders a day.")
    desk.write("city/fares.txt", "Tram fares rose by 5 percent. Riders objected.")
    return desk


class Untitled(Plain):
    """Takes only the id from the name of a file, as the port asks."""

    def read(self, data: bytes, *, path: str) -> Iterator[Source]:
        return (replace(source, title=None) for source in super().read(data, path=path))


def look(desk: Desk) -> IndexOnDisk:
    return IndexOnDisk(desk.folder, root=desk.root, readers=[".txt"])


def state(desk: Desk) -> IndexState:
    return look(desk).state()


def test_before_anything_is_built(desk: Desk) -> None:
    assert (state(desk).state, state(desk).new) == ("missing", 3)
    assert not (desk.root / ".factcheck").exists()


def test_a_current_index(desk: Desk) -> None:
    desk.write("fluss.txt", "language: de\nDer Fluss stieg.")
    desk.write("bad.txt", "broken")
    index = desk.open()
    found = state(desk)
    assert (found.state, found.files, found.sources, found.passages) == ("current", 5, *index.counts())
    assert (found.languages, found.problems, found.digest) == ({"de": 1, "en": 3}, 1, index.digest)
    assert all(found.sizes.values())


def test_what_waits_to_be_read(desk: Desk) -> None:
    desk.open()
    desk.write("new.txt", "The harbour closed.")
    desk.write("river.txt", "The lake froze.")
    (desk.folder / "city/tram.txt").unlink()
    found = state(desk)
    assert (found.state, found.new, found.changed, found.gone) == ("behind", 1, 1, 1)


def test_made_by_another_version(desk: Desk) -> None:
    desk.open()
    assert (
        IndexOnDisk(desk.folder, root=desk.root, readers=[".txt"], parsers={".txt": "text 2"}).state().state
        == "outdated"
    )


def spoil_a_text(desk: Desk) -> None:
    with sqlite3.connect(desk.place() / "manifest.sqlite") as connection:
        (body,) = connection.execute("SELECT body FROM texts WHERE row = 1").fetchone()
        changed = zlib.compress(zlib.decompress(body).replace(b"5 percent", b"6 percent"))
        connection.execute("UPDATE texts SET body = ? WHERE row = 1", (changed,))
    connection.close()


def cut_a_text(desk: Desk) -> None:
    with sqlite3.connect(desk.place() / "manifest.sqlite") as connection:
        connection.execute("UPDATE texts SET body = x'00' WHERE row = 2")
    connection.close()


def forget_a_source(desk: Desk) -> None:
    with sqlite3.connect(desk.place() / "manifest.sqlite") as connection:
        connection.execute("DELETE FROM sources WHERE row = 3")
    connection.close()


def lose_a_window(desk: Desk) -> None:
    change_the_engine(desk, lambda writer: writer.delete(2))


def change_the_words(desk: Desk) -> None:
    def change(writer: PassageWriter) -> None:
        writer.delete(1)
        writer.add(1, "Quite other words here.", [(0, 23)], None)

    change_the_engine(desk, change)


def change_the_engine(desk: Desk, change: Callable[[PassageWriter], None]) -> None:
    (engine,) = desk.place().glob("engine-*")
    writer = PassageWriter(engine)
    change(writer)
    commit = writer.commit()
    writer.close()
    with sqlite3.connect(desk.place() / "manifest.sqlite") as connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'commit'", (commit,))
    connection.close()


def be_ahead(desk: Desk) -> None:
    (engine,) = desk.place().glob("engine-*")
    writer = PassageWriter(engine)
    writer.delete(1)
    writer.commit()
    writer.close()


def lose_the_engine(desk: Desk) -> None:
    for engine in desk.place().glob("engine-*"):
        shutil.rmtree(engine)


def overwrite_the_manifest(desk: Desk) -> None:
    for name in ("manifest.sqlite-wal", "manifest.sqlite-shm"):
        (desk.place() / name).unlink(missing_ok=True)
    file = desk.place() / "manifest.sqlite"
    data = bytearray(file.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    file.write_bytes(data)


def stop_halfway(desk: Desk) -> None:
    with sqlite3.connect(desk.place() / "manifest.sqlite") as connection:
        connection.execute("UPDATE meta SET value = '' WHERE key = 'digest'")
    connection.close()


def change_a_file_behind_its_times(desk: Desk) -> None:
    with sqlite3.connect(desk.place() / "manifest.sqlite") as connection:
        connection.execute("UPDATE files SET digest = 'other than it was' WHERE path = 'river.txt'")
    connection.close()


@pytest.mark.parametrize(
    ("harm", "codes"),
    [
        pytest.param(lambda _: None, set(), id="none"),
        pytest.param(overwrite_the_manifest, {"C261"}, id="pages-of-the-manifest"),
        pytest.param(spoil_a_text, {"C262"}, id="another-figure-in-a-text"),
        pytest.param(cut_a_text, {"C262"}, id="a-text-cut-off"),
        pytest.param(lose_the_engine, {"C263"}, id="no-engine"),
        pytest.param(be_ahead, {"C263"}, id="killed-between-the-commits"),
        pytest.param(lose_a_window, {"C264"}, id="a-source-that-is-not-found"),
        pytest.param(forget_a_source, {"C264", "C266"}, id="a-source-that-is-not-known"),
        pytest.param(change_the_words, {"C265"}, id="found-by-other-words"),
        pytest.param(stop_halfway, {"C266"}, id="cut-off"),
        pytest.param(change_a_file_behind_its_times, {"C267"}, id="a-file-that-is-another"),
    ],
)
def test_what_is_wrong_is_named_and_mended(desk: Desk, harm: Callable[[Desk], None], codes: set[str]) -> None:
    desk.open()._manifest.close()
    harm(desk)
    faults = look(desk).faults()
    assert {fault.code for fault in faults} == codes
    assert all(fault.mend for fault in faults)
    drop_index(desk.folder, root=desk.root)
    desk.open()
    assert look(desk).faults() == []


def test_without_an_index_there_is_nothing_to_check(desk: Desk) -> None:
    assert [fault.code for fault in look(desk).faults()] == ["C260"]


READ = """
import os, sys
from pathlib import Path
from factcheck.adapters.disk_index import DiskIndex, versions_of
from factcheck import Corpus
from factcheck.adapters import index_update
from factcheck.retrieval.query import build_query
from tests.unit.test_disk_index import Plain
Corpus.from_texts(["The river rose."]).search(build_query("The river rose by two metres"), limit=5)  # loads what is read at first use
versions_of([])
import importlib.readers, tempfile
if os.getuid() == 0:
    os.setuid(65534)
root = Path(sys.argv[1])
reader = Plain()
index = DiskIndex(root / "corpus", root=root, readers={".txt": reader})
found = index.search(build_query("The river rose by two metres"), limit=5)
print(len(reader.read_paths), [note.code for note in index.notes()], found[0].text)
"""


def read_without_rights(desk: Desk) -> str:
    """What a process prints that can read everything and write nothing in the project."""
    kept = desk.root / ".factcheck"  # to change the rights of the corpus would change the times that tell its files
    places = [desk.root, kept, *kept.rglob("*")]
    modes = {place: place.stat().st_mode for place in places}
    above = [place for place in desk.root.parents if place.stat().st_uid == os.getuid() and len(place.parts) > 2]
    modes_above = {place: place.stat().st_mode for place in above}
    try:
        for place in above:
            place.chmod(0o755)
        for place in places:
            place.chmod(0o555 if place.is_dir() else 0o444)
        command = [sys.executable, "-c", READ, str(desk.root)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)  # noqa: S603
    finally:
        for place, mode in (modes | modes_above).items():
            place.chmod(mode)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files are told otherwise there")
def test_a_folder_that_cannot_be_written_is_read_from(desk: Desk) -> None:
    desk.open()._manifest.close()
    assert read_without_rights(desk) == "0 [] The river rose by two metres in March."
    desk.write("new.txt", "The harbour closed.")
    assert read_without_rights(desk) == "4 ['C112'] The river rose by two metres in March."


FILL = """
import resource, sys
from pathlib import Path
from factcheck.adapters.disk_index import DiskIndex
from tests.unit.test_disk_index import Plain
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
root = Path(sys.argv[1])
try:
    DiskIndex(root / "corpus", root=root, readers={".txt": Plain()})
except Exception as error:
    print(getattr(error, "code", repr(error)))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
@pytest.mark.parametrize("most", [1_000, 20_000, 60_000, 100_000])
def test_a_disk_that_fills_up_at_any_point_leaves_the_old_index(desk: Desk, most: int) -> None:
    before = desk.open()
    digest, counts = before.digest, before.counts()
    before._manifest.close()
    for number in range(400):
        desk.write(
            f"new/{number}.txt", f"The council of town {number} met on day {number * 7} and spent {number * 11}."
        )
    command = [sys.executable, "-c", FILL, str(desk.root), str(most)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)  # noqa: S603
    assert done.stdout.strip() in {"C020", "C022"}, done.stdout + done.stderr
    shutil.rmtree(desk.folder / "new")
    assert look(desk).faults() == []
    after = desk.open()
    assert desk.reader.read_paths == []
    assert (after.digest, after.counts()) == (digest, counts)


def test_another_version_of_the_terms_fills_the_engine_and_reads_no_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = desk.open()
    monkeypatch.setattr("factcheck.adapters.disk_index._TERMS", ("retrieval/query.py",))
    second = desk.open()
    assert desk.reader.read_paths == []
    assert first._manifest.get("engine") != second._manifest.get("engine")
    assert desk.found("The river rose by two metres", second)[0] == "The river rose by two metres in March."


def test_another_version_of_the_readers_reads_all_files_and_indexes_nothing_that_is_the_same(desk: Desk) -> None:
    first = desk.open()
    rows = [(source.id, first._manifest.find(source.id)) for source in first.sources()]
    again = DiskIndex(desk.folder, root=desk.root, readers={".txt": (reader := Plain())}, parsers={".txt": "text 2"})
    assert sorted(reader.read_paths) == ["city/fares.txt", "city/tram.txt", "river.txt"]
    assert [(source.id, again._manifest.find(source.id)) for source in again.sources()] == rows


def test_another_version_of_one_parser_reads_the_files_of_its_kind_alone(desk: Desk) -> None:
    desk.write("note.md", "A note stands here.")

    def read_with(versions: dict[str, str]) -> list[str]:
        reader = Plain()
        DiskIndex(desk.folder, root=desk.root, readers={".txt": reader, ".md": reader}, parsers=versions)
        return sorted(reader.read_paths)

    assert len(read_with({".txt": "a 1", ".md": "b 1"})) == 4
    assert read_with({".txt": "a 1", ".md": "b 2"}) == ["note.md"]
    assert read_with({".txt": "a 2", ".md": "b 2"}) == ["city/fares.txt", "city/tram.txt", "river.txt"]
    assert read_with({".txt": "a 2", ".md": "b 2"}) == []


def test_sources_yaml_is_no_file_of_the_corpus(desk: Desk) -> None:
    desk.write("sources.yaml", "river.txt: {publisher: River Board}")
    assert (state(desk).state, state(desk).new) == ("missing", 3)
    seen: list[tuple[int, int]] = []
    desk.open(lambda done, of: seen.append((done, of)))
    assert seen[-1] == (3, 3)
    assert (state(desk).state, state(desk).files, state(desk).described) == ("current", 3, False)
    desk.write("sources.yaml", "river.txt: {publisher: Board of the River}")
    found = state(desk)
    assert (found.state, found.new, found.changed, found.described) == ("behind", 0, 0, True)
    assert "to read    what sources.yaml says" in state_lines(found)


def test_an_index_whose_making_was_stopped_at_once(desk: Desk) -> None:
    """A file of the database is there, with none or some of its tables, and nothing in them."""
    desk.open()._manifest.close()
    place = desk.place()
    for script in ("", "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"):
        shutil.rmtree(place)
        place.mkdir()
        with sqlite3.connect(place / "manifest.sqlite") as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.executescript(script)
        connection.close()
        assert (state(desk).state, state(desk).new) == ("missing", 3)
        assert [fault.code for fault in look(desk).faults()] == ["C260"]
        assert len(list(desk.open().sources())) == 3


@pytest.mark.parametrize(
    ("old", "new", "text", "read"),
    [
        pytest.param("a.txt", "b/c.txt", "Trams ran again.", [], id="named-for-its-file"),
        pytest.param("a.txt", "b.txt", "id: desk-7\nTrams ran again.", ["b.txt"], id="an-id-of-its-own"),
        pytest.param("a.txt", "2024-01-10-b.txt", "Trams ran again.", ["2024-01-10-b.txt"], id="a-day-in-the-name"),
        pytest.param("a.txt", "b.txt", "language: de\nDie Bahn fuhr.", ["b.txt"], id="a-note-that-names-it"),
    ],
)
def test_a_renamed_file_is_read_only_where_its_name_may_matter(
    desk: Desk, old: str, new: str, text: str, read: list[str]
) -> None:
    def opened(reader: Plain, root: Path = desk.root) -> DiskIndex:
        return DiskIndex(desk.folder, root=root, readers={".txt": reader})

    desk.write(old, text)
    rows = opened(Untitled())._manifest.sources_of(old)
    (desk.folder / new).parent.mkdir(exist_ok=True)
    (desk.folder / old).rename(desk.folder / new)
    index = opened(reader := Untitled())
    assert reader.read_paths == read
    (moved,) = index._manifest.sources_of(new)
    assert moved.id == ("desk-7" if "desk-7" in text else new.removesuffix(".txt"))
    assert read or moved.row == rows[0].row
    assert index._manifest.sources_of(old) == []
    assert index.digest == opened(Untitled(), desk.root / "other").digest


def test_two_files_with_the_same_words_change_places(desk: Desk) -> None:
    desk.write("a.txt", "Trams ran again.")
    desk.write("b.txt", "Trams ran again.")
    desk.open()
    (desk.folder / "a.txt").rename(desk.folder / "c.txt")
    (desk.folder / "b.txt").rename(desk.folder / "a.txt")
    index = desk.open()
    assert [source.id for source in index.sources()] == ["a", "c", "city/fares", "city/tram", "river"]
    assert [source.path for source in index.sources()][:2] == ["a.txt", "c.txt"]


def test_an_index_that_cannot_be_deleted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open()

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(shutil, "rmtree", refuse)
    with pytest.raises(CorpusError, match="C268 the index cannot be deleted: permission denied"):
        drop_index(desk.folder, root=desk.root)
