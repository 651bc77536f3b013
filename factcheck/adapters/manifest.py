"""What an index on disk knows of its corpus: files, sources with their cleaned text, passages and problems (SQLite)."""

from __future__ import annotations

import json
import sqlite3
import weakref
from collections import OrderedDict
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.adapters.stored import decode_body, decode_head
from factcheck.domain.source import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from factcheck.domain.source import Slice, Source

_TABLES = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (
  path TEXT PRIMARY KEY, stamp TEXT NOT NULL, digest TEXT NOT NULL, metadata TEXT NOT NULL, clash INTEGER NOT NULL,
  reading TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sources (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, path TEXT NOT NULL, record BLOB NOT NULL, digest TEXT NOT NULL,
  passages INTEGER NOT NULL, terms INTEGER NOT NULL, head TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS sources_by_path ON sources (path);
CREATE TABLE IF NOT EXISTS texts (row INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS problems (
  file TEXT NOT NULL, path TEXT NOT NULL, code TEXT NOT NULL, what TEXT NOT NULL, mend TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS problems_by_file ON problems (file);
"""
_PATIENCE_MS = 30_000
_KEPT_CODE_POINTS = 8_000_000


class Versions(NamedTuple):
    """What an index depends on beside its files.

    Attributes:
        reading: Of everything between files and the cleaned texts with their passages, for all kinds of files together.
        terms: Of everything between text and terms; when it changes, the engine is filled again from the stored texts.
        kinds: By suffix, of everything between such a file and the cleaned text; when it changes, such files are read again.
    """

    reading: str
    terms: str
    kinds: Mapping[str, str]


class FileRow(NamedTuple):
    """A file as it was read.

    Attributes:
        stamp: See `factcheck.adapters.files.Found`.
        digest: sha256 of its bytes; empty when it could not be read.
        metadata: Digest of what other files say about it.
        clash: Whether one of its sources was left out because another file has the same id.
        reading: Version of the code that read it, see `Versions.kinds`.
    """

    stamp: str
    digest: str
    metadata: str
    clash: bool
    reading: str

    def is_whole(self) -> bool:
        """Whether the file was read and all its sources are there."""
        return not self.clash and len(self.digest) > 1


class SourceRow(NamedTuple):
    """A source as it was stored.

    Attributes:
        row: Its number, in the order in which sources were stored.
        id: Its id.
        path: Its file.
        record: Digest of the part of the file that it was read from; empty where a file is read as a whole.
        digest: See `factcheck.adapters.stored.digest_of`.
        passages: How many it has.
        terms: How many index terms its passages have together.
        head: Its metadata as JSON.
    """

    row: int
    id: str
    path: str
    record: bytes
    digest: str
    passages: int
    terms: int
    head: str


def _file_row(row: Sequence[Any]) -> FileRow:
    stamp, digest, metadata, clash, reading = row
    return FileRow(stamp, digest, metadata, bool(clash), reading)


_FIELDS = ", ".join(SourceRow._fields)
_LOAD = "SELECT id, path, digest, head, body FROM sources JOIN texts USING (row) WHERE row = ?"


class Access(Enum):
    """How the file is opened, as SQLite is told."""

    WRITE = "mode=rwc"
    READ = "mode=ro"
    READ_ALONE = "mode=ro&immutable=1"
    """For a folder that cannot be written: SQLite has no place to say that somebody reads."""


def look_at(place: Path) -> Manifest:
    """The manifest of an index to read from, whether or not its folder can be written.

    Raises:
        sqlite3.DatabaseError: If there is none, or it is damaged.
    """
    try:
        manifest = Manifest(place / "manifest.sqlite", access=Access.READ)
        manifest.is_empty()
    except sqlite3.OperationalError:
        return Manifest(place / "manifest.sqlite", access=Access.READ_ALONE)
    return manifest


class Manifest:
    """One SQLite file. Writing is for the process that holds the lock of the index; reading is for all.

    Raises:
        sqlite3.DatabaseError: From every method, if the file is damaged, read-only or the disk is full.
    """

    def __init__(self, path: Path, *, access: Access = Access.WRITE) -> None:
        """Open the file, and make it if it is missing and may be written."""
        place = f"{path.absolute().as_uri()}?{access.value}"
        read_only = access is not Access.WRITE
        self._connection = sqlite3.connect(
            place, timeout=_PATIENCE_MS / 1000, isolation_level=None, check_same_thread=False, uri=True
        )
        self._kept: OrderedDict[int, tuple[Source, list[Slice]]] = OrderedDict()
        self._kept_code_points = 0
        try:
            if not read_only:
                self._connection.execute("PRAGMA journal_mode=WAL")
                self._connection.execute("PRAGMA synchronous=NORMAL")
            if (
                not read_only
                and not self._connection.execute(
                    "SELECT 1 FROM sqlite_master WHERE name = 'problems_by_file'"
                ).fetchone()
            ):
                self._connection.executescript(_TABLES)
        except sqlite3.DatabaseError:
            self._connection.close()
            raise
        weakref.finalize(self, self._connection.close)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def begin(self) -> None:
        """Start a transaction; for a reader, everything that follows is seen as it stands at this moment."""
        self._connection.execute("BEGIN")
        self._connection.execute("SELECT 1 FROM meta").fetchone()

    def commit(self) -> None:
        """Make the transaction durable."""
        self._connection.execute("COMMIT")

    def is_empty(self) -> bool:
        """Whether nothing was ever made durable: whoever made the file was stopped at once."""
        tables = self._connection.execute(
            "SELECT count(*) FROM sqlite_master WHERE name IN ('meta', 'problems_by_file')"
        )
        return tables.fetchone()[0] < 2 or not self.get("engine")

    def tidy(self) -> None:
        """Move what was committed into the main file, as far as readers allow without waiting for them."""
        self._connection.execute("PRAGMA busy_timeout=0")
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        self._connection.execute(f"PRAGMA busy_timeout={_PATIENCE_MS}")

    def end(self) -> None:
        """Leave a transaction, if there is one, without what it wrote."""
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def get(self, key: str) -> str:
        """A value of the index as a whole; empty when it was never set."""
        row = self._connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def set(self, key: str, value: str) -> None:
        """Set a value of the index as a whole."""
        self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    # -- files ------------------------------------------------------------------------------------------------------

    @property
    def connection(self) -> sqlite3.Connection:
        """For tables of one process beside its own."""
        return self._connection

    def files(self) -> Iterator[tuple[str, FileRow]]:
        """The files that were read, or tried, in the order of paths."""
        rows = self._connection.cursor().execute(
            "SELECT path, stamp, digest, metadata, clash, reading FROM files ORDER BY path"
        )
        return ((path, _file_row(row)) for path, *row in rows)

    def file(self, path: str) -> FileRow | None:
        """How one file was read."""
        query = "SELECT stamp, digest, metadata, clash, reading FROM files WHERE path = ?"
        row = self._connection.execute(query, (path,)).fetchone()
        return _file_row(row) if row else None

    def stamps(self) -> Iterator[tuple[str, str]]:
        """The stamp of each file, in the order of paths."""
        return iter(self._connection.cursor().execute("SELECT path, stamp FROM files ORDER BY path"))

    def has_unread(self) -> bool:
        """Whether a file could not be read, so that it is tried again."""
        return self._connection.execute("SELECT 1 FROM files WHERE digest = '' LIMIT 1").fetchone() is not None

    def put_file(self, path: str, row: FileRow) -> None:
        """Note how a file was read."""
        self._connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)", (path, *row))

    def mark_clash(self, path: str) -> None:
        """Note that a source of this file gave way to another file's."""
        self._connection.execute("UPDATE files SET clash = 1 WHERE path = ?", (path,))

    def drop_file(self, path: str) -> None:
        """Forget a file and its problems; its sources are the caller's to delete first."""
        self._connection.execute("DELETE FROM files WHERE path = ?", (path,))
        self.drop_problems(path)

    # -- sources ----------------------------------------------------------------------------------------------------

    def next_row(self) -> int:
        """A row higher than that of every source."""
        return int(self._connection.execute("SELECT coalesce(max(row), 0) FROM sources").fetchone()[0]) + 1

    def add(self, source: SourceRow, body: bytes) -> None:
        """Store a source with its text.

        Args:
            source: Its row must be new.
            body: From `factcheck.adapters.stored.encode_body`.
        """
        self._connection.execute(f"INSERT INTO sources ({_FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", source)  # noqa: S608
        self._connection.execute("INSERT INTO texts VALUES (?, ?)", (source.row, body))

    def move(self, old: str, new: str, ids: Iterable[tuple[int, str]]) -> None:
        """A file has another name now, and with it its sources and their ids, by row."""
        execute = self._connection.execute
        execute("DELETE FROM files WHERE path = ?", (old,))
        execute("UPDATE sources SET path = ? WHERE path = ?", (new, old))
        self._connection.executemany("UPDATE sources SET id = ? WHERE row = ?", ((name, row) for row, name in ids))

    def set_terms(self, row: int, terms: int) -> None:
        """Note how many index terms the passages of a source have together."""
        self._connection.execute("UPDATE sources SET terms = ? WHERE row = ?", (terms, row))

    def set_record(self, row: int, record: bytes) -> None:
        """Note from which part of its file a source was read."""
        self._connection.execute("UPDATE sources SET record = ? WHERE row = ?", (record, row))

    def terms(self) -> int:
        """How many index terms all passages have together."""
        return int(self._connection.execute("SELECT coalesce(sum(terms), 0) FROM sources").fetchone()[0])

    def delete(self, row: int) -> None:
        """Delete a source."""
        self._connection.execute("DELETE FROM sources WHERE row = ?", (row,))
        self._connection.execute("DELETE FROM texts WHERE row = ?", (row,))

    def sources_of(self, path: str) -> list[SourceRow]:
        """The sources of one file, in the order in which they were stored."""
        return self._rows("path = ? ORDER BY row", path)

    def rows(self) -> list[int]:
        """The rows of all sources, in the order in which they were stored."""
        return [row for (row,) in self._connection.execute("SELECT row FROM sources ORDER BY row")]

    def find(self, source_id: str) -> SourceRow | None:
        """The source with this id."""
        found = self._rows("id = ?", source_id)
        return found[0] if found else None

    def _rows(self, condition: str, *values: str) -> list[SourceRow]:
        query = f"SELECT {_FIELDS} FROM sources WHERE {condition}"  # noqa: S608  (our own words)
        return list(map(SourceRow._make, self._connection.execute(query, values)))

    def digests(self) -> Iterator[tuple[str, str, str]]:
        """(id, path, content digest) of every source, in the order of ids."""
        return iter(self._connection.execute("SELECT id, path, digest FROM sources ORDER BY id"))

    def bodies(self) -> Iterator[tuple[int, str | None, str, list[Slice]]]:
        """Row, title, text and passages of every source, in the order in which they were stored."""
        query = "SELECT row, head, body FROM sources JOIN texts USING (row) ORDER BY row"
        for row, head, body in self._connection.cursor().execute(query):
            yield row, json.loads(head).get("title"), *decode_body(body)

    def whole_sources(self) -> Iterator[tuple[SourceRow, str | None, bytes]]:
        """Every source as it was stored, with its title and its body, in the order in which they were."""
        query = f"SELECT {_FIELDS}, body FROM sources JOIN texts USING (row) ORDER BY row"  # noqa: S608
        for *values, body in self._connection.cursor().execute(query):
            stored = SourceRow._make(values)
            yield stored, json.loads(stored.head).get("title"), body

    def damage(self) -> str:
        """What SQLite finds wrong with the file; empty if nothing."""
        (found,) = self._connection.execute("PRAGMA quick_check(1)").fetchone()
        return "" if found == "ok" else str(found)

    def languages(self) -> dict[str, int]:
        """How many sources there are in each language, by code."""
        query = "SELECT coalesce(json_extract(head, '$.language'), 'en') AS language, count(*) FROM sources GROUP BY language"
        return dict(self._connection.execute(query))

    def text_bytes(self) -> int:
        """Bytes of all texts, compressed."""
        return int(self._connection.execute("SELECT coalesce(sum(length(body)), 0) FROM texts").fetchone()[0])

    def counts(self) -> tuple[int, int]:
        """How many sources and how many passages there are."""
        row = self._connection.execute("SELECT count(*), coalesce(sum(passages), 0) FROM sources").fetchone()
        return int(row[0]), int(row[1])

    def sources(self) -> Iterator[Source]:
        """Every source, in the order of ids."""
        for row in self.rows_by_id():
            yield self.text(row)[0]

    def rows_by_id(self) -> list[int]:
        """The rows of all sources, in the order of ids."""
        return [row for (row,) in self._connection.execute("SELECT row FROM sources ORDER BY id")]

    def source(self, row: int) -> Source:
        """The source of a row.

        Raises:
            KeyError: If there is none.
        """
        return self.text(row)[0]

    def text(self, row: int) -> tuple[Source, list[Slice]]:
        """The source of a row and where its passages stand.

        Raises:
            KeyError: If there is no such source.
        """
        kept = self._kept.get(row)
        if kept:
            self._kept.move_to_end(row)
            return kept
        found = self._connection.execute(_LOAD, (row,)).fetchone()
        if not found:
            raise KeyError(row)
        source_id, path, digest, head, body = found
        text, slices = decode_body(body)
        kept = (decode_head(head, text, source_id=source_id, path=path, digest=digest), slices)
        self._kept[row] = kept
        self._kept_code_points += len(text)
        while self._kept_code_points > _KEPT_CODE_POINTS and len(self._kept) > 1:
            self._kept_code_points -= len(self._kept.popitem(last=False)[1][0].text)
        return kept

    # -- problems ---------------------------------------------------------------------------------------------------

    def problems(self) -> list[Problem]:
        """What could not be read, in the order of paths."""
        rows = self._connection.execute(
            "SELECT DISTINCT path, code, what, mend FROM problems ORDER BY path, code, what"
        )
        return [Problem(*row) for row in rows]

    def add_problem(self, file: str, problem: Problem) -> None:
        """Note a problem that lasts until `file` is read again."""
        values = (file, problem.path, problem.code, problem.what, problem.mend)
        self._connection.execute("INSERT INTO problems VALUES (?, ?, ?, ?, ?)", values)

    def has_problems(self, file: str, code: str = "") -> bool:
        """Whether a file has any, or one with this code."""
        query = "SELECT 1 FROM problems WHERE file = ? AND ? IN ('', code) LIMIT 1"
        return self._connection.execute(query, (file, code)).fetchone() is not None

    def drop_problems(self, file: str) -> None:
        """Forget the problems of a file."""
        self._connection.execute("DELETE FROM problems WHERE file = ?", (file,))
