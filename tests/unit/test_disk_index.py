"""The index on disk: brought up to date, shared, and never trusted further than it is sound."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.adapters import disk_index, files, index_update
from factcheck.adapters.disk_index import DiskIndex
from factcheck.adapters.manifest import look_at
from factcheck.adapters.memory_index import MemoryIndex
from factcheck.domain.source import Source, Status
from factcheck.errors import CorpusError
from factcheck.retrieval.query import build_query, speaks_of
from factcheck.sources.passages import passages

ROOT = Path(__file__).resolve().parents[2]


class Plain:
    """One source a file; a line `id: NAME` at the top names it. Counts what it reads."""

    suffixes: tuple[str, ...] = (".txt",)

    def __init__(self) -> None:
        self.read_paths: list[str] = []

    def read(self, data: bytes, *, path: str) -> Iterator[Source]:
        self.read_paths.append(path)
        text = data.decode()
        name, status, language = path.rpartition(".")[0], Status.CURRENT, "en"
        while text.startswith(("id: ", "status: ", "language: ")):
            line, _, text = text.partition("\n")
            key, _, value = line.partition(": ")
            name = value if key == "id" else name
            status = Status(value) if key == "status" else status
            language = value if key == "language" else language
        if text.startswith("broken"):
            raise CorpusError("C199", "the file is broken", mend="mend it")
        if text.startswith("bug"):
            raise ZeroDivisionError("a bug")
        for part in text.split("\n===\n"):
            yield Source(text=part, id=name, title=name, status=status, language=language)
            name += "+"


class Desk:
    """A corpus folder in a project of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / "corpus"
        self.folder.mkdir()
        self.reader = Plain()

    def write(self, path: str, text: str) -> Path:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def open(self, progress: Callable[[int, int], None] | None = None) -> DiskIndex:
        self.reader = Plain()
        return DiskIndex(self.folder, root=self.root, readers={".txt": self.reader}, progress=progress)

    def found(self, claim: str, index: DiskIndex | None = None) -> list[str]:
        query = build_query(claim)
        hits = (index or self.open()).search(query, limit=5)
        return [passage.text for passage in hits if speaks_of(query, passage)]

    def place(self) -> Path:
        (manifest,) = self.root.glob(".factcheck/corpus-*/*/manifest.sqlite")
        return manifest.parent


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.write("river.txt", "The river rose by two metres in March. Farmers moved their cattle.")
    desk.write("city/tram.txt", "The tram line opened in 2019. It carries 40,000 riders a day.")
    desk.write("city/fares.txt", "Tram fares rose by 5 percent. Riders objected.")
    return desk


def problems(index: DiskIndex) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in index.problems()]


def test_sources_stand_in_the_order_of_ids(desk: Desk) -> None:
    index = desk.open()
    assert [source.id for source in index.sources()] == ["city/fares", "city/tram", "river"]
    assert index.counts() == (3, 6)


def test_what_was_stored_comes_back_whole(desk: Desk) -> None:
    index = desk.open()
    for source in index.sources():
        stored = [hit for hit in index.search(build_query(source.text), limit=50) if hit.source.id == source.id]
        cut = passages(source)
        assert sorted(stored, key=lambda hit: hit.start) == cut


def test_disk_and_memory_find_and_digest_the_same(desk: Desk) -> None:
    index = desk.open()
    memory = MemoryIndex(list(index.sources()))
    assert memory.digest == index.digest
    for claim in ("Tram fares rose", "40,000 riders a day", "The river rose by two metres"):
        hits = index.search(build_query(claim), limit=9)
        assert memory.search(build_query(claim), limit=len(hits)) == hits != []


def test_an_unchanged_corpus_is_opened_without_reading(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    digest = desk.open().digest
    monkeypatch.setattr(files, "read_bytes", None)
    monkeypatch.setattr(files, "locked", None)
    assert desk.open().digest == digest


def test_a_touch_costs_a_hash_and_no_parsing(desk: Desk) -> None:
    digest = desk.open().digest
    os.utime(desk.folder / "river.txt", (1, 1))
    assert desk.open().digest == digest
    assert desk.reader.read_paths == []


def test_a_change_is_read_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DiskIndex, "_mend", None)
    digest = desk.open().digest
    desk.write("river.txt", "The lake froze in January.")
    index = desk.open()
    assert desk.reader.read_paths == ["river.txt"]
    assert index.digest != digest
    assert desk.found("The lake froze", index) == ["The lake froze in January."]
    assert desk.found("metres cattle", index) == []


def test_a_change_of_the_same_length_within_the_same_moment(desk: Desk) -> None:
    for word in ("froze", "burnt", "stank", "froze"):
        desk.write("river.txt", f"The lake {word} badly.")
        assert desk.found("The lake froze burnt stank")[0] == f"The lake {word} badly."


def test_a_deletion_and_a_rename(desk: Desk) -> None:
    desk.open()
    (desk.folder / "river.txt").unlink()
    (desk.folder / "city/tram.txt").rename(desk.folder / "city/line.txt")
    index = desk.open()
    assert [source.id for source in index.sources()] == ["city/fares", "city/line"]
    assert [source.path for source in index.sources()] == ["city/fares.txt", "city/line.txt"]
    assert desk.found("Farmers moved cattle", index) == []


def test_any_history_ends_in_the_same_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Deleted passages must not weigh: scores and order are those of an index built at once."""
    monkeypatch.setattr(DiskIndex, "_mend", None)
    monkeypatch.setattr(index_update, "MOST_WASTED", 1.0)
    (tmp_path / "lived").mkdir()
    (tmp_path / "fresh").mkdir()
    lived, fresh = Desk(tmp_path / "lived"), Desk(tmp_path / "fresh")
    chance = random.Random(7)  # noqa: S311  (the same each time)
    words = ["river", "tram", "fare", "council", "vote", "bridge", "flood", "harvest", "strike", "budget", "school"]

    def article(number: int) -> str:
        return " ".join(f"The {chance.choice(words)} and {chance.choice(words)} cost {number}." for _ in range(6))

    for number in range(60):
        lived.write(f"{number}.txt", article(number))
    lived.open()
    for number in range(0, 60, 5):
        lived.write(f"{number}.txt", article(number))
        (lived.folder / f"{number + 1}.txt").unlink()
        if number % 15 == 0:
            lived.open()
    shutil.copytree(lived.folder, fresh.folder, dirs_exist_ok=True)
    one, two = lived.open(), fresh.open()
    assert one.digest == two.digest
    for word in words:
        claim = build_query(f"The {word} and the school cost 12", related=lambda _: ())
        hits = [[(hit.source.id, hit.start) for hit in index.search(claim, limit=12)] for index in (one, two)]
        assert hits[0] == hits[1]


def test_many_ties_are_cut_in_the_order_of_ids(desk: Desk) -> None:
    for number in range(300, 100, -1):
        desk.write(f"copy{number}.txt", "Snow fell in the hills.")
    hits = desk.open().search(build_query("Snow fell"), limit=10)
    assert [hit.source.id for hit in hits] == [f"copy{number}" for number in range(101, 111)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("broken", "C199", id="the-reader-refuses"),
        pytest.param("bug", "C105", id="the-reader-fails"),
        pytest.param("", "C106", id="an-empty-file"),
        pytest.param("1 2 3", "C106", id="nothing-left-after-cleaning"),
        pytest.param("id: \nSome words here.", "C107", id="no-id"),
        pytest.param("id: a\x07b\nSome words here.", "C107", id="a-bell-in-the-id"),
        pytest.param("id: river\nSome words here.", "C104", id="an-id-taken-by-another-file"),
    ],
)
def test_one_bad_file_is_named_and_the_rest_loads(desk: Desk, text: str, code: str) -> None:
    desk.write("zzz.txt", text)
    for _ in range(2):
        index = desk.open()
        assert problems(index) == [("zzz.txt", code)]
        assert index.counts()[0] == 3
    (desk.folder / "zzz.txt").unlink()
    assert problems(desk.open()) == []


def test_a_file_that_vanishes_while_being_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    real = files.read_bytes

    def vanish(folder: Path, item: files.Found) -> bytes:
        if item.path == "river.txt":
            raise FileNotFoundError(errno.ENOENT, "No such file or directory")
        return real(folder, item)

    monkeypatch.setattr(files, "read_bytes", vanish)
    assert problems(desk.open()) == [("river.txt", "C101")]
    monkeypatch.undo()
    assert problems(desk.open()) == []


def test_a_file_larger_than_is_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_FILE", 1000)
    desk.write("large.txt", "word " * 300)
    assert problems(desk.open()) == [("large.txt", "C102")]


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes only on Linux")
def test_a_name_that_is_not_utf_8(desk: Desk) -> None:
    with open(os.fsencode(str(desk.folder)) + b"/caf\xe9.txt", "wb") as file:  # noqa: PTH123
        file.write(b"Some words here.")
    assert problems(desk.open()) == [("caf\\udce9.txt", "C103")]


def test_links_that_lead_in_circles(desk: Desk) -> None:
    (desk.folder / "city/again").symlink_to(desk.folder, target_is_directory=True)
    (desk.folder / "nowhere.txt").symlink_to(desk.folder / "missing.txt")
    index = desk.open()
    assert index.counts()[0] == 3
    assert problems(index) == [("nowhere.txt", "C101")]


def test_hidden_files_are_left_alone_and_unknown_kinds_noted(desk: Desk) -> None:
    desk.write(".git/notes.txt", "Not a source.")
    desk.write(".draft.txt", "Not a source.")
    desk.write("a.jpg", "x")
    desk.write("city/b.jpg", "x")
    desk.write("Makefile", "x")
    index = desk.open()
    assert problems(index) == []
    assert [(note.path, note.code) for note in index.notes()] == [("Makefile", "C111"), ("a.jpg", "C111")]
    assert "1 more" in index.notes()[1].what


def test_retracted_sources_and_other_languages_are_noted(desk: Desk) -> None:
    desk.write("old.txt", "status: retracted\nThe dam broke.")
    desk.write("fluss.txt", "language: de\nDer Fluss stieg.")
    for _ in range(2):
        index = desk.open()
        assert problems(index) == []
        assert [(note.path, note.code) for note in index.notes()] == [("fluss.txt", "C113"), ("old.txt", "C110")]


def test_of_two_files_with_one_id_the_first_path_wins_whatever_the_order_of_events(desk: Desk) -> None:
    def winner() -> str:
        index = desk.open()
        assert [code for _, code in problems(index)] == ["C104"]
        source = index.source("one")
        assert source is not None
        return source.path

    desk.write("m.txt", "id: one\nMiddle words stand here.")
    desk.write("z.txt", "id: one\nLast words stand here.")
    assert winner() == "m.txt"
    desk.write("b.txt", "id: one\nFirst words stand here.")
    (desk.folder / "z.txt").unlink()
    assert winner() == "b.txt"
    (desk.folder / "b.txt").unlink()
    index = desk.open()
    assert problems(index) == []
    assert desk.found("Middle words stand", index) == ["Middle words stand here."]


def test_one_id_twice_in_a_file(desk: Desk) -> None:
    class Twice(Plain):
        def read(self, data: bytes, *, path: str) -> Iterator[Source]:
            yield Source(text="First words stand here.", id="same")
            yield Source(text="Second words stand here.", id="same")

    for _ in range(2):
        os.utime(desk.folder / "river.txt")
        index = DiskIndex(desk.folder / "river.txt", root=desk.root, readers={".txt": Twice()})
        assert problems(index) == [("river.txt", "C104")]
        assert desk.found("words stand", index) == ["First words stand here."]


def test_a_file_of_many_sources_keeps_what_did_not_change(desk: Desk) -> None:
    desk.write("many.txt", "One stands here.\n===\nTwo stands here.")
    first = desk.open()
    rows = {source.id: first._manifest.find(source.id) for source in first.sources()}
    desk.write("many.txt", "One stands here.\n===\nThree stands here.")
    second = desk.open()
    assert second._manifest.find("many") == rows["many"]
    assert second._manifest.find("many+") != rows["many+"]
    assert desk.found("Two Three stands", second)[0] == "Three stands here."


def test_a_single_file_is_a_corpus(desk: Desk) -> None:
    index = DiskIndex(desk.folder / "river.txt", root=desk.root, readers={".txt": Plain()})
    assert [source.path for source in index.sources()] == ["river.txt"]


def test_a_corpus_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="C001"):
        DiskIndex(tmp_path / "nowhere", root=tmp_path, readers={})
    assert not (tmp_path / ".factcheck").exists()


@pytest.mark.parametrize("text", [pytest.param(None, id="empty-folder"), pytest.param("broken", id="nothing-readable")])
def test_a_corpus_without_a_readable_source(tmp_path: Path, text: str | None) -> None:
    desk = Desk(tmp_path)
    if text:
        desk.write("a.txt", text)
    for _ in range(2):
        with pytest.raises(CorpusError, match="C002"):
            desk.open()


def test_the_state_folder_keeps_itself_out_of_git(desk: Desk) -> None:
    desk.open()
    assert (desk.root / ".factcheck/.gitignore").read_text() == "*\n"


def test_a_place_that_cannot_be_written_gives_a_temporary_index_and_one_line(desk: Desk) -> None:
    (desk.root / ".factcheck").write_text("in the way")
    index = desk.open()
    assert desk.found("The river rose by two metres", index)[0] == "The river rose by two metres in March."
    assert [note.code for note in index.notes()] == ["C112"]
    place = index._place.parent
    assert place.exists()
    del index
    assert not place.exists()


def test_a_full_disk_is_said_and_the_old_index_stays(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    index = desk.open()
    desk.write("new.txt", "The harbour closed.")

    def full(*_: object) -> str:
        raise ValueError("An IO error occurred: 'No space left on device (os error 28)'")

    monkeypatch.setattr("factcheck.adapters.tantivy_index.PassageWriter.commit", full)
    with pytest.raises(CorpusError, match="C020"):
        desk.open()
    monkeypatch.undo()
    assert desk.found("The river rose by two metres", index)[0] == "The river rose by two metres in March."
    assert desk.found("The harbour closed") == ["The harbour closed."]


def test_an_index_that_cannot_be_written_for_another_reason(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> str:
        raise ValueError("strange")

    monkeypatch.setattr("factcheck.adapters.tantivy_index.PassageWriter.commit", fail)
    with pytest.raises(CorpusError, match="C022 the index cannot be written: strange"):
        desk.open()


def damage_manifest(place: Path) -> None:
    (place / "manifest.sqlite").write_bytes(b"no database at all" * 100)


def damage_pages(place: Path) -> None:
    for name in ("manifest.sqlite-wal", "manifest.sqlite-shm"):
        (place / name).unlink(missing_ok=True)
    file = place / "manifest.sqlite"
    data = bytearray(file.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    file.write_bytes(data)


def lose_manifest(place: Path) -> None:
    (place / "manifest.sqlite").unlink()


def lose_engine(place: Path) -> None:
    for engine in place.glob("engine-*"):
        shutil.rmtree(engine)


def lose_a_segment(place: Path) -> None:
    for file in place.glob("engine-*/*.term"):
        file.unlink()


def damage_a_segment(place: Path) -> None:
    for file in place.glob("engine-*/*.idx"):
        file.write_bytes(b"\x00" * 3)


def damage_the_commit(place: Path) -> None:
    for file in place.glob("engine-*/meta.json"):
        file.write_text("{", encoding="utf-8")


def another_commit(place: Path) -> None:
    for file in place.glob("engine-*/meta.json"):
        meta = json.loads(file.read_text())
        file.write_text(json.dumps(meta | {"opstamp": meta["opstamp"] + 7}))


def lose_the_texts(place: Path) -> None:
    with sqlite3.connect(place / "manifest.sqlite") as connection:
        connection.execute("UPDATE texts SET body = x'00'")
    connection.close()


@pytest.mark.parametrize(
    "damage",
    [
        damage_manifest,
        damage_pages,
        lose_manifest,
        lose_engine,
        lose_a_segment,
        damage_a_segment,
        damage_the_commit,
        another_commit,
        lose_the_texts,
    ],
)
@pytest.mark.parametrize("change", [pytest.param(True, id="with-a-change"), pytest.param(False, id="unchanged")])
def test_a_damaged_index_is_built_again(desk: Desk, damage: Callable[[Path], None], *, change: bool) -> None:
    index = desk.open()
    place = desk.place()
    index._manifest.close()
    damage(place)
    if change:
        desk.write("new.txt", "The harbour closed.")
        assert desk.found("The harbour closed") == ["The harbour closed."]
    assert desk.found("The river rose by two metres")[0] == "The river rose by two metres in March."
    assert problems(desk.open()) == []


def test_another_version_of_the_code_builds_its_own(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open()
    before = desk.place()
    monkeypatch.setattr(disk_index, "_FORMAT", "another")
    desk.open()
    assert desk.reader.read_paths == ["city/fares.txt", "city/tram.txt", "river.txt"]
    assert desk.place() != before


def test_a_corpus_that_changes_under_a_reader_keeps_its_moment_or_says_so(desk: Desk) -> None:
    searched, unsearched = desk.open(), desk.open()
    desk.found("river", searched)
    desk.write("river.txt", "The lake froze in January.")
    desk.open()
    assert desk.found("The river rose by two metres", searched)[0] == "The river rose by two metres in March."
    with pytest.raises(CorpusError, match="C021"):
        desk.found("The river rose", unsearched)


def test_progress_counts_the_files_to_read(desk: Desk) -> None:
    seen: list[tuple[int, int]] = []
    desk.open(lambda done, of: seen.append((done, of)))
    assert seen == [(0, 3), (1, 3), (2, 3), (3, 3)]
    seen.clear()
    desk.open(lambda done, of: seen.append((done, of)))
    assert seen == []


def test_batches(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_update, "BATCH_CODE_POINTS", 10)
    index = desk.open()
    assert index.counts()[0] == 3
    assert desk.found("The river rose by two metres", index)[0] == "The river rose by two metres in March."


BUILD = """
import sys
from pathlib import Path
from factcheck.adapters import disk_index, index_update
from tests.unit.test_disk_index import Plain
from factcheck.retrieval.query import build_query, speaks_of
from factcheck.sources.passages import passages
index_update.BATCH_CODE_POINTS = 3000
root = Path(sys.argv[1])
index = disk_index.DiskIndex(root / "corpus", root=root, readers={".txt": Plain()})
print(index.digest, index.counts(), len(index.search(build_query("The council of town 7"), limit=9)), flush=True)
"""


def start(root: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603  (our own code)
        [sys.executable, "-c", BUILD, str(root)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def fill(desk: Desk, count: int) -> None:
    for number in range(count):
        text = f"The council of town {number} met. It spent {number * 10} dollars on a bridge. Nobody objected."
        desk.write(f"town/{number}.txt", text)


def test_two_processes_at_once(desk: Desk) -> None:
    fill(desk, 60)
    both = [start(desk.root) for _ in range(2)]
    printed = {process.communicate(timeout=60) for process in both}
    assert len(printed) == 1
    ((out, err),) = printed
    assert out.split()[1:] == ["(63,", "186)", "9"], err


@pytest.mark.slow
def test_killed_at_any_moment(desk: Desk) -> None:
    """Some moments are early, some late, some between a commit of the engine and that of the manifest."""
    fill(desk, 300)
    (desk.root / "reference").mkdir()
    reference = Desk(desk.root / "reference")
    shutil.copytree(desk.folder, reference.folder, dirs_exist_ok=True)
    started = time.monotonic()
    out, _ = start(reference.root).communicate(timeout=60)
    whole = time.monotonic() - started
    chance = random.Random(3)  # noqa: S311  (the same each time)
    killed = 0
    for attempt in range(6):
        process = start(desk.root)
        time.sleep(whole * (chance.uniform(0.2, 1.0) if killed else 0.5))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if process.returncode == -signal.SIGKILL:
            killed += 1
        else:
            whole /= 2  # it was done already: the machine is quicker now than it was at first
        desk.write("town/0.txt", f"The council of town 0 met {attempt} times.")
    shutil.copy(reference.folder / "town/0.txt", desk.folder / "town/0.txt")
    assert killed
    assert start(desk.root).communicate(timeout=60)[0] == out


@pytest.mark.parametrize("after", ["engine", "manifest", "nothing"])
def test_killed_between_the_two_commits(desk: Desk, monkeypatch: pytest.MonkeyPatch, after: str) -> None:
    """The engine is a commit ahead, and the change that led to it is gone again."""
    digest = desk.open().digest

    class Killed(BaseException):
        pass

    def die(*_: object) -> None:
        raise Killed

    desk.write("new.txt", "The harbour closed.")
    if after != "nothing":
        place = "manifest.Manifest.commit" if after == "engine" else "index_update.Update._finish"
        monkeypatch.setattr(f"factcheck.adapters.{place}", die)
        with pytest.raises(Killed):
            desk.open()
        monkeypatch.undo()
    (desk.folder / "new.txt").unlink()
    assert desk.open().digest == digest
    assert desk.found("The harbour closed") == []
    assert desk.found("The river rose by two metres")[0] == "The river rose by two metres in March."


class AsItStands(DiskIndex):
    """Read, and never brought up to date."""

    def _refresh(self) -> None:
        self._manifest = look_at(self._place)
        self._manifest.begin()
        self._digest = self._manifest.get("digest")

    def _mend(self) -> None:
        raise AssertionError


@pytest.mark.parametrize(
    "moment", ["index_update.Update._finish", "manifest.Manifest.commit", "manifest.Manifest.tidy"]
)
def test_until_a_refresh_is_done_the_old_index_can_be_read(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """Also where it is more than one batch, and the engine was filled again for it."""
    monkeypatch.setattr(index_update, "BATCH_CODE_POINTS", 10)
    digest = desk.open().digest

    class Killed(BaseException):
        pass

    def die(*_: object) -> None:
        raise Killed

    (desk.folder / "river.txt").unlink()
    fill(desk, 20)
    monkeypatch.setattr(f"factcheck.adapters.{moment}", die)
    monkeypatch.setattr(disk_index, "_TERMS", ("retrieval/query.py",))
    with pytest.raises(Killed):
        desk.open()
    stands = AsItStands(desk.folder, root=desk.root, readers={".txt": Plain()})
    river = desk.found("The river rose by two metres", stands)[:1]
    done = moment.endswith("tidy")
    assert (stands.digest == digest, river == ["The river rose by two metres in March."]) == (not done, not done)
    assert stands.counts()[0] == (22 if done else 3)
    monkeypatch.undo()
    assert desk.open().counts()[0] == 22


def test_files_come_in_the_order_of_paths(tmp_path: Path) -> None:
    """So that they can be compared with the manifest as they come."""
    for path in (
        "a.txt",
        "a/b.txt",
        "a/b/c.txt",
        "a-b/d.txt",
        "a b.txt",
        "ä/e.txt",
        "Z.txt",
        "a/b-c.txt",
        "𝔞.txt",
        "ﬀ.txt",
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    walked = [item.path for item in files.walk(tmp_path, [])]
    assert walked == sorted(walked)
    assert len(walked) == 10
    assert walked == sorted(walked, key=str.encode), "the order of the database"


def test_a_folder_is_walked_under_the_name_nearest_to_the_top(tmp_path: Path) -> None:
    (tmp_path / "z").mkdir()
    (tmp_path / "z/one.txt").touch()
    (tmp_path / "a/deep").mkdir(parents=True)
    (tmp_path / "a/deep/link").symlink_to(tmp_path / "z", target_is_directory=True)
    assert [item.path for item in files.walk(tmp_path, [])] == ["z/one.txt"]


def test_a_folder_of_many_files_that_was_renamed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each new file is compared only with those that held the same."""
    fill(desk, 300)
    desk.open()
    (desk.folder / "town").rename(desk.folder / "place")
    tried: list[str] = []
    really = index_update.Update._can_move

    def can_move(update: index_update.Update, old: str, *rest: Any) -> bool:
        tried.append(old)
        return really(update, old, *rest)

    monkeypatch.setattr(index_update.Update, "_can_move", can_move)
    assert desk.open().counts()[0] == 303
    assert len(tried) == 300
