"""What one update of an index has to do: the files that are there beside those that were read, in tables that may grow past memory."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from factcheck.adapters import files
from factcheck.adapters.beside import is_sources_file
from factcheck.adapters.manifest import FileRow

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

_TABLES = """
DROP TABLE IF EXISTS temp.walked; DROP TABLE IF EXISTS temp.shared; DROP TABLE IF EXISTS temp.todo; DROP TABLE IF EXISTS temp.gone;
CREATE TEMP TABLE walked (
  path TEXT PRIMARY KEY, stamp TEXT NOT NULL, size INTEGER NOT NULL, role INTEGER NOT NULL, stem TEXT NOT NULL
) WITHOUT ROWID;
CREATE TEMP TABLE shared (stem TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE todo (path TEXT PRIMARY KEY, new INTEGER NOT NULL, seconds REAL NOT NULL) WITHOUT ROWID;
CREATE TEMP TABLE gone (path TEXT PRIMARY KEY, size INTEGER NOT NULL) WITHOUT ROWID;
"""
_OTHER, _SOURCE, _SAYS = range(3)
_PAGE = "ORDER BY path LIMIT 500"
_KNOWN = "known.stamp, known.digest, known.metadata, known.clash, known.reading"
_WITH_KNOWN = "LEFT JOIN files AS known USING (path)"
_TASK = f"SELECT path, walked.stamp, size, role > 0 AND stem IN shared, {_KNOWN}"


class Task(NamedTuple):
    """A file of the corpus and what is known of it.

    Attributes:
        item: As it is there now.
        shared: Whether another file differs from it in the ending alone.
        known: As it was read; None if it never was.
    """

    item: files.Found
    shared: bool
    known: FileRow | None


class Agenda:
    """The tables of one update, in the connection of its manifest; they end with it.

    Args:
        connection: Of the manifest, outside a transaction.
        walked: Every file, and whether it is one that is read.
    """

    def __init__(self, connection: sqlite3.Connection, walked: Iterable[tuple[files.Found, bool]]) -> None:
        """Take the walk down."""
        self._connection = connection
        connection.executescript(_TABLES)
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO walked VALUES (?, ?, ?, ?, ?)",
            (
                (item.path, item.stamp, item.size, _role(item, is_read=is_read), files.stem_of(item.path))
                for item, is_read in walked
            ),
        )
        connection.execute("COMMIT")

    def paths(self) -> Collection[str]:
        """Every file that is there, read or not."""
        return _Paths(self._connection)

    def sources_files(self) -> list[files.Found]:
        """The files that say something about others."""
        rows = self._connection.execute("SELECT path, stamp, size FROM walked WHERE role = ? ORDER BY path", (_SAYS,))
        return [files.Found(*row) for row in rows]

    def compare(self, named: Iterable[str]) -> None:
        """Find what is gone and which files share a name.

        Args:
            named: Files to which an id is given elsewhere: they share no name.
        """
        execute = self._connection.execute
        self._connection.executemany(
            "UPDATE walked SET role = -role WHERE path = ? AND role > 0", ((path,) for path in named)
        )
        execute(
            "INSERT INTO shared SELECT stem FROM walked WHERE role = ? GROUP BY stem HAVING count(*) > 1", (_SOURCE,)
        )
        execute(
            "INSERT INTO gone SELECT known.path, CAST(known.stamp AS INTEGER) FROM files AS known"
            " LEFT JOIN walked ON walked.path = known.path AND walked.role != 0 WHERE walked.path IS NULL"
        )
        execute("CREATE INDEX temp.gone_by_size ON gone (size)")

    def every_task(self) -> Iterator[Task]:
        """Every source file that is there, in the order of paths."""
        query = f"{_TASK} FROM walked {_WITH_KNOWN} WHERE abs(role) = ? ORDER BY path"
        for row in self._connection.cursor().execute(query, (_SOURCE,)):
            yield _task(row)

    def plan(self, changed: Iterable[tuple[str, bool, float]]) -> None:
        """Take down what is to be read: path, whether it is new, and an estimate of the seconds it takes."""
        self._connection.executemany("INSERT INTO todo VALUES (?, ?, ?)", changed)

    def new(self) -> Iterator[Task]:
        """The planned files that were never read, in the order of paths."""
        return self._tasks(" AND new")

    def todo(self) -> Iterator[Task]:
        """The planned files, in the order of paths."""
        return self._tasks("")

    def _tasks(self, condition: str) -> Iterator[Task]:
        """In small pages, since tables change while they are worked off."""
        query = f"{_TASK} FROM todo JOIN walked USING (path) {_WITH_KNOWN} WHERE path > ?{condition} {_PAGE}"
        last = ""
        while page := [_task(row) for row in self._connection.execute(query, (last,))]:
            yield from page
            last = page[-1].item.path

    def strike(self, path: str) -> None:
        """Nothing is left to do for a file."""
        self._connection.execute("DELETE FROM todo WHERE path = ?", (path,))

    def count(self) -> tuple[int, float]:
        """How many files are planned, and how many seconds they are thought to take."""
        row = self._connection.execute("SELECT count(*), coalesce(sum(seconds), 0.0) FROM todo").fetchone()
        return int(row[0]), float(row[1])

    # -- files that are gone ----------------------------------------------------------------------------------------

    def gone(self) -> Iterator[str]:
        """The files that were read and are gone, in the order of paths."""
        last = ""
        query = f"SELECT path FROM gone WHERE path > ? {_PAGE}"  # noqa: S608  (our own words)
        while page := [path for (path,) in self._connection.execute(query, (last,))]:
            yield from page
            last = page[-1]

    def any_gone(self, size: int) -> bool:
        """Whether one of them had as many bytes."""
        return self._connection.execute("SELECT 1 FROM gone WHERE size = ? LIMIT 1", (size,)).fetchone() is not None

    def gone_with(self, size: int, digest: str) -> Iterator[tuple[str, FileRow]]:
        """Those of them that were read whole and held the same."""
        query = f"SELECT path, {_KNOWN} FROM gone {_WITH_KNOWN} WHERE size = ? AND digest = ? ORDER BY path"  # noqa: S608
        rows = self._connection.execute(query, (size, digest)).fetchall()
        return ((path, row) for path, *known in rows if (row := _row(known)).is_whole())

    def is_back(self, path: str) -> None:
        """A file that was thought gone lives on under another name."""
        self._connection.execute("DELETE FROM gone WHERE path = ?", (path,))


def _role(item: files.Found, *, is_read: bool) -> int:
    if is_sources_file(item):
        return _SAYS
    return _SOURCE if is_read else _OTHER


def _row(known: list[object]) -> FileRow:
    stamp, digest, metadata, clash, reading = known
    return FileRow(str(stamp), str(digest), str(metadata), bool(clash), str(reading))


def _task(row: tuple[object, ...]) -> Task:
    path, stamp, size, shared, *known = row
    item = files.Found(str(path), str(stamp), int(str(size)))
    return Task(item, bool(shared), None if known[0] is None else _row(known))


class _Paths(Collection[str]):
    """The paths of a walk, looked up where they are kept."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __contains__(self, path: object) -> bool:
        return self._connection.execute("SELECT 1 FROM walked WHERE path = ?", (path,)).fetchone() is not None

    def __iter__(self) -> Iterator[str]:
        return (path for (path,) in self._connection.execute("SELECT path FROM walked ORDER BY path"))

    def __len__(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM walked").fetchone()[0])
