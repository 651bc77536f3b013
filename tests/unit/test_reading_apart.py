"""Reading with several processes: the same index as with one, and no process outlives or stops the run."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from factcheck import Corpus
from factcheck.adapters import index_update, reading_apart
from factcheck.adapters.reading_apart import processes_for, seconds_for
from tests.files_of_a_desk import pdf, sound_files

ROOT = Path(__file__).resolve().parents[2]
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus of every kind."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, data in sound_files().items():
        (folder / name).write_bytes(data)
    for number in range(120):
        text = f"The council of town {number} met. It spent {number * 10} dollars on a bridge. Nobody objected."
        (folder / f"town-{number:03}.txt").write_text(text, "utf-8")
    lines = [json.dumps({"text": f"Brief {number}: the ferry carried {number} passengers."}) for number in range(300)]
    (folder / "many.jsonl").write_text("\n".join(lines), "utf-8")
    return folder


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes whatever there is to read, in small bundles."""
    monkeypatch.setattr(reading_apart, "WORTH", 1e-9)
    monkeypatch.setattr(reading_apart, "_usable", lambda: 2)
    monkeypatch.setattr(reading_apart, "_BUNDLE", 7)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that were started."""
    found: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            found.append(self)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    return found


@pytest.fixture
def deadly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers that end the process, see `tests.unit.deadly`."""
    start = reading_apart._START.replace("from factcheck", "import tests.unit.deadly; from factcheck", 1)
    monkeypatch.setattr(reading_apart, "_START", start)
    monkeypatch.syspath_prepend(str(ROOT))


def opened(folder: Path, root: Path) -> Corpus:
    return Corpus.open(folder, root=root)


def tables(root: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything in a manifest but the random name of its engine."""
    (path,) = root.glob(".factcheck/corpus-*/*/manifest.sqlite")
    connection = sqlite3.connect(path)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}  # noqa: S608
    connection.close()
    found["meta"] = [row for row in found["meta"] if row[0] != "engine"]
    return found


def both(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, list[tuple[object, ...]]]]:
    """The manifests after a refresh with one process and with several."""
    found = []
    for name, worth in (("one", 1e9), ("several", 1e-9)):
        monkeypatch.setattr(reading_apart, "WORTH", worth)
        opened(folder, tmp_path / name)
        found.append(tables(tmp_path / name))
    return found


def problems(corpus: Corpus) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in corpus.problems()]


# -- the same index ---------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("apart")
def test_the_index_is_the_same_through_all_changes(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Built, changed in part, named otherwise, with ids taken from one another, deleted."""
    monkeypatch.setattr(reading_apart, "_MOST_WAITING", 2_000)
    monkeypatch.setattr(index_update, "BATCH_CODE_POINTS", 3_000)
    one, several = both(folder, tmp_path, monkeypatch)
    assert one == several
    lines = (folder / "many.jsonl").read_text("utf-8").splitlines()
    lines[7] = json.dumps({"text": "Another brief.", "id": "town-050"})
    (folder / "many.jsonl").write_text("\n".join(lines), "utf-8")
    (folder / "town-003.txt").write_text("Town three spent nothing.", "utf-8")
    (folder / "town-004.txt").rename(folder / "zone-004.txt")
    (folder / "town-005.txt").unlink()
    for number in range(40, 60):
        os.utime(folder / f"town-{number:03}.txt")
    (folder / "bad.pdf").write_bytes(pdf()[:400])
    (folder / "sources.yaml").write_text("town-006.txt: {publisher: Town Six}\n", "utf-8")
    one, several = both(folder, tmp_path, monkeypatch)
    assert one == several
    assert ("town-050.txt", "C104") in {(row[1], row[2]) for row in one["problems"]}
    assert opened(folder, tmp_path / "several").digest == opened(folder, tmp_path / "fresh").digest


@pytest.mark.usefixtures("apart")
def test_a_file_whose_id_is_taken_while_it_is_read_elsewhere(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lines were given out before the file that comes first in the order of paths took an id from them."""
    lines = [json.dumps({"text": f"Brief {number}.", "id": f"b-{number}"}) for number in range(5)]
    (folder / "z.jsonl").write_text("\n".join(lines), "utf-8")
    both(folder, tmp_path, monkeypatch)
    (folder / "a.jsonl").write_text(json.dumps({"text": "It comes first.", "id": "b-3"}), "utf-8")
    (folder / "z.jsonl").write_text("\n".join([*lines, json.dumps({"text": "A new brief."})]), "utf-8")
    one, several = both(folder, tmp_path, monkeypatch)
    assert one == several
    corpus = opened(folder, tmp_path / "several")
    assert corpus.source("b-3").path == "a.jsonl"
    assert problems(corpus) == [("z.jsonl", "C104")]
    (folder / "a.jsonl").unlink()
    corpus = opened(folder, tmp_path / "several")
    assert (corpus.source("b-3").path, problems(corpus)) == ("z.jsonl", [])


# -- when it pays -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "cpus", "expected"),
    [
        pytest.param([(".txt", 3_000)] * 200, 8, 0, id="a-small-folder-of-text"),
        pytest.param([(".pdf", 200_000)] * 20, 8, 0, id="a-few-pdfs"),
        pytest.param([(".pdf", 200_000)] * 500, 4, 4, id="many-pdfs"),
        pytest.param([(".pdf", 200_000)] * 5000, 64, 8, id="more-cpus-than-are-of-use"),
        pytest.param([(".html", 80_000)] * 500, 1, 0, id="one-cpu"),
        pytest.param([(".jsonl", 100_000_000)], 8, 0, id="one-file"),
        pytest.param([(".jsonl", 50_000_000)] * 2, 8, 2, id="two-large-files"),
        pytest.param([(".txt", 2_000_000_000)] * 9, 8, 0, id="files-that-are-refused"),
    ],
)
def test_processes_are_started_where_they_pay(
    files: list[tuple[str, int]], cpus: int, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_apart, "_usable", lambda: cpus)
    assert processes_for(len(files), sum(seconds_for(*file) for file in files)) == expected


def test_a_small_folder_and_an_unchanged_one_start_none(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: list[subprocess.Popen[bytes]]
) -> None:
    opened(folder, tmp_path)
    assert started == []
    monkeypatch.setattr(reading_apart, "WORTH", 0.001)
    monkeypatch.setattr(reading_apart, "_usable", lambda: 2)
    opened(folder, tmp_path)
    for file in folder.iterdir():
        os.utime(file)
    opened(folder, tmp_path)
    assert started == [], "touched files cost their hash"
    (folder / "town-001.txt").rename(folder / "zone-001.txt")
    opened(folder, tmp_path)
    assert started == [], "so do renamed ones"


@pytest.mark.usefixtures("apart")
def test_of_many_processes_with_indexes_of_their_own_none_starts_others(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    started: list[subprocess.Popen[bytes]],
) -> None:
    """As the workers of pytest-xdist are where the project cannot be written."""
    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw0")
    (tmp_path / "file").touch()
    corpus = opened(folder, tmp_path / "file")
    assert "C112" in [note.code for note in corpus.notes()]
    assert started == []
    opened(folder, tmp_path)
    assert len(started) == 2, "where one of them builds for all, it may"


# -- processes that die -----------------------------------------------------------------------------------------------


@posix
@pytest.mark.usefixtures("apart", "deadly")
def test_a_file_that_ends_its_process_is_named_and_the_rest_loads(folder: Path, tmp_path: Path) -> None:
    (folder / "town-050.txt").write_text("It holds a fault in a parser.", "utf-8")
    (folder / "town-051.txt").write_text("Here the text is read, then a fault ends it.", "utf-8")
    mark = tmp_path / "mark"
    (folder / "town-052.txt").write_text(f"There was no memory this once {mark}", "utf-8")
    for _ in range(2):
        corpus = opened(folder, tmp_path)
        assert problems(corpus) == [("town-050.txt", "C114"), ("town-051.txt", "C114")]
        assert "signal 11" in corpus.problems()[0].what
        ids = {source.id for source in corpus.sources()}
        assert {"town-049", "town-052", "town-053", "many-300"} <= ids
        assert "town-050" not in ids
    assert mark.exists()


@posix
@pytest.mark.usefixtures("apart", "deadly")
def test_a_file_that_ended_a_process_is_never_read_in_the_first_one(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "town-050.txt").write_text("It holds a fault in a parser.", "utf-8")
    opened(folder, tmp_path)
    monkeypatch.setattr(reading_apart, "WORTH", 1e9)
    (folder / "town-050.txt").write_text("It still holds a fault in a parser.", "utf-8")
    assert problems(opened(folder, tmp_path)) == [("town-050.txt", "C114")]
    (folder / "town-050.txt").write_text("It is mended.", "utf-8")
    assert problems(opened(folder, tmp_path)) == []


@pytest.mark.usefixtures("apart")
@pytest.mark.parametrize(
    "start",
    [
        pytest.param("import nothing_of_this_name", id="it-cannot-be-imported"),
        pytest.param("raise SystemExit(3)", id="it-ends"),
        pytest.param("print('hello ' * 9); input()", id="somebody-else-speaks"),
    ],
)
def test_where_no_process_comes_up_the_files_are_read_here(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: str
) -> None:
    monkeypatch.setattr(reading_apart, "_START", start)
    corpus = opened(folder, tmp_path)
    assert (len(corpus), problems(corpus)) == (len(opened(folder, tmp_path / "other")), [])


@pytest.mark.usefixtures("apart")
def test_where_no_process_can_be_started_the_files_are_read_here(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing"))
    assert problems(opened(folder, tmp_path)) == []


@pytest.mark.usefixtures("apart")
def test_no_process_is_left(folder: Path, tmp_path: Path, started: list[subprocess.Popen[bytes]]) -> None:
    opened(folder, tmp_path)
    assert len(started) == 2
    assert all(process.poll() is not None for process in started)


BUILD = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job is started without it
from pathlib import Path
from factcheck import Corpus
from factcheck.adapters import reading_apart
reading_apart.WORTH = 0.0
reading_apart._usable = lambda: 2
reading_apart._START = reading_apart._START.replace("from factcheck", "import tests.unit.deadly; from factcheck", 1)
really = reading_apart._Process.start
def start(self):
    really(self)
    with Path(sys.argv[1], "pids").open("a") as file:
        file.write(f"{self._process.pid}\\n")
reading_apart._Process.start = start
try:
    Corpus.open(Path(sys.argv[1], "corpus"), root=sys.argv[1])
except KeyboardInterrupt:
    print("interrupted")
"""


@posix
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_whatever_ends_the_run_ends_its_processes(folder: Path, tmp_path: Path, how: signal.Signals) -> None:
    mark = tmp_path / "mark"
    (folder / "long.txt").write_text(f"It takes very long {mark}", "utf-8")
    run = subprocess.Popen(  # noqa: S603  (our own code)
        [sys.executable, "-c", BUILD, str(tmp_path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    wait_until(mark.exists)
    if how is signal.SIGINT:
        os.killpg(run.pid, how)  # as a terminal does it
    else:
        run.send_signal(how)
    out, err = run.communicate(timeout=60)
    assert (out, err) == ("interrupted\n" if how is signal.SIGINT else "", "")
    pids = [int(line) for line in (tmp_path / "pids").read_text().split()]
    assert len(pids) == 2
    wait_until(lambda: not any(is_running(pid) for pid in pids))
    (folder / "long.txt").unlink()
    assert problems(opened(folder, tmp_path)) == []


def wait_until(condition: Any) -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def is_running(pid: int) -> bool:
    """Whether there is such a process that has not ended; one that nobody asked for its end has."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.usefixtures("apart", "deadly")
def test_what_a_parser_prints_is_not_taken_for_what_it_read(folder: Path, tmp_path: Path) -> None:
    (folder / "loud.txt").write_text("It says much to everybody.", "utf-8")
    corpus = opened(folder, tmp_path)
    assert (corpus.source("loud").text, problems(corpus)) == ("It says much to everybody.", [])


def test_a_script_without_a_guard_is_not_run_again(folder: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import sys\nfrom factcheck import Corpus\nfrom factcheck.adapters import reading_apart\n"
        "reading_apart.WORTH = 0.0\nreading_apart._usable = lambda: 2\n"
        "print(len(Corpus.open(sys.argv[1], root=sys.argv[2])))\n",
        "utf-8",
    )
    command = [sys.executable, str(script), str(folder), str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)  # noqa: S603
    assert (done.stdout.strip(), done.stderr) == (str(len(opened(folder, tmp_path / "other"))), "")
