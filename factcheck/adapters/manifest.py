"""What an index on disk knows of its corpus: files, sources with their cleaned text, passages and problems (SQLite)."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import weakref
import zlib
from array import array
from collections import OrderedDict
from dataclasses import fields, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.domain.source import Passage, Problem, Source, Status, Tier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from factcheck.domain.source import Slice

_TABLES = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (
  path TEXT PRIMARY KEY, stamp TEXT NOT NULL, digest TEXT NOT NULL, metadata TEXT NOT NULL, clash INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sources (
  row INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, path TEXT NOT NULL, digest TEXT NOT NULL,
  passages INTEGER NOT NULL, terms INTEGER NOT NULL DEFAULT 0, head TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS sources_by_path ON sources (path);
CREATE TABLE IF NOT EXISTS texts (row INTEGER PRIMARY KEY, text BLOB NOT NULL, cuts BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS problems (
  file TEXT NOT NULL, path TEXT NOT NULL, code TEXT NOT NULL, what TEXT NOT NULL, mend TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS problems_by_file ON problems (file);
"""
_PATIENCE_MS = 30_000
_KEPT_CODE_POINTS = 20_000_000
_DAYS = frozenset({"published", "modified", "dateline", "retrieved"})
_TUPLES = frozenset({"tags", "based_on"})
_HEAD = tuple(field.name for field in fields(Source) if field.name != "text")

# A passage is ten numbers: its span, the spans of three sentences before it and of one after it.
_BEFORE = 3
_WIDTH = 2 + 2 * _BEFORE + 2
_NONE = 0xFFFFFFFF


class FileRow(NamedTuple):
    """A file as it was read.

    Attributes:
        stamp: See `factcheck.adapters.files.Found`.
        digest: sha256 of its bytes; empty when it could not be read.
        metadata: Digest of what other files say about it.
        clash: Whether one of its sources was left out because another file has the same id.
    """

    stamp: str
    digest: str
    metadata: str
    clash: bool


class SourceRow(NamedTuple):
    """A source as it was stored."""

    row: int
    id: str
    path: str
    digest: str
    passages: int
    head: str


def content_digest(source: Source, passages: Iterable[Passage]) -> str:
    """What makes a source itself: its text, its metadata and the way it is cut; neither its path nor its raw bytes."""
    kept = replace(source, text="", path="", digest="")
    hasher = hashlib.sha256(encode_head(kept).encode("utf-8", "surrogatepass"))
    hasher.update(source.text.encode("utf-8", "surrogatepass"))
    hasher.update(_encode_cuts(passages))
    return hasher.hexdigest()


def corpus_digest(sources: Iterable[tuple[str, str]]) -> str:
    """One digest for a corpus, from (id, content digest) in the order of ids."""
    hasher = hashlib.sha256()
    for source_id, digest in sources:
        hasher.update(f"{source_id}\0{digest}\n".encode("utf-8", "surrogatepass"))
    return hasher.hexdigest()


def encode_head(source: Source) -> str:
    """The metadata of a source as JSON."""
    head = {name: getattr(source, name) for name in _HEAD}
    return json.dumps(head, default=str, separators=(",", ":"))


def decode_head(head: str, text: str) -> Source:
    """The source with this metadata and text."""
    values: dict[str, Any] = json.loads(head)
    for name in _DAYS:
        if values[name]:
            values[name] = date.fromisoformat(values[name])
    if values["published_at"]:
        values["published_at"] = datetime.fromisoformat(values["published_at"])
    for name in _TUPLES:
        values[name] = tuple(values[name])
    values["tier"] = Tier(values["tier"]) if values["tier"] else None
    values["status"] = Status(values["status"])
    return Source(text=text, **values)


def _encode_cuts(passages: Iterable[Passage]) -> bytes:
    numbers = array("I")
    for passage in passages:
        before = passage.before[-_BEFORE:]
        numbers.extend((passage.start, passage.end))
        for span in before:
            numbers.extend(span)
        numbers.extend((_NONE, _NONE) * (_BEFORE - len(before)))
        numbers.extend(passage.after[0] if passage.after else (_NONE, _NONE))
    return numbers.tobytes()


def _decode_cut(source: Source, cuts: array[int], at: int) -> Passage:
    numbers = cuts[at * _WIDTH : (at + 1) * _WIDTH]
    spans: list[Slice] = [(numbers[i], numbers[i + 1]) for i in range(2, _WIDTH, 2)]
    before = tuple(span for span in spans[:_BEFORE] if span[0] != _NONE)
    after = tuple(span for span in spans[_BEFORE:] if span[0] != _NONE)
    return Passage(source, numbers[0], numbers[1], before, after)


class Manifest:
    """One SQLite file. Writing is for the process that holds the lock of the index; reading is for all.

    Raises:
        sqlite3.DatabaseError: From every method, if the file is damaged, read-only or the disk is full.
    """

    def __init__(self, path: Path) -> None:
        """Open the file, and make it if it is missing."""
        self._connection = sqlite3.connect(
            path, timeout=_PATIENCE_MS / 1000, isolation_level=None, check_same_thread=False
        )
        self._kept: OrderedDict[int, tuple[Source, array[int]]] = OrderedDict()
        self._kept_code_points = 0
        try:
            self._connection.execute("PRAGMA journal_mode=WAL")
            self._connection.execute("PRAGMA synchronous=NORMAL")
            if not self._connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'problems_by_file'").fetchone():
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

    def files(self) -> dict[str, FileRow]:
        """The files that were read, or tried, by path."""
        rows = self._connection.execute("SELECT path, stamp, digest, metadata, clash FROM files")
        return {path: FileRow(stamp, digest, metadata, bool(clash)) for path, stamp, digest, metadata, clash in rows}

    def stamps(self) -> dict[str, str]:
        """The stamp of each file, by path."""
        return dict(self._connection.execute("SELECT path, stamp FROM files"))

    def put_file(self, path: str, row: FileRow) -> None:
        """Note how a file was read."""
        self._connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)", (path, *row))

    def mark_clash(self, path: str) -> None:
        """Note that a source of this file gave way to another file's."""
        self._connection.execute("UPDATE files SET clash = 1 WHERE path = ?", (path,))

    def drop_file(self, path: str) -> None:
        """Forget a file and its problems; its sources are the caller's to delete first."""
        self._connection.execute("DELETE FROM files WHERE path = ?", (path,))
        self.drop_problems(path)

    # -- sources ----------------------------------------------------------------------------------------------------

    def add(self, source: Source, digest: str, passages: Sequence[Passage]) -> int:
        """Store a source.

        Returns:
            Its row, higher than every row ever given.
        """
        values = (source.id, source.path, digest, len(passages), encode_head(source))
        cursor = self._connection.execute(
            "INSERT INTO sources (id, path, digest, passages, head) VALUES (?, ?, ?, ?, ?)", values
        )
        row = cursor.lastrowid or 0
        text = zlib.compress(source.text.encode("utf-8", "surrogatepass"))
        self._connection.execute(
            "INSERT INTO texts VALUES (?, ?, ?)", (row, text, zlib.compress(_encode_cuts(passages)))
        )
        return row

    def set_terms(self, row: int, terms: int) -> None:
        """Note how many index terms the passages of a source have together."""
        self._connection.execute("UPDATE sources SET terms = ? WHERE row = ?", (terms, row))

    def mean_length(self) -> float:
        """Index terms of a passage, on average; 1 if there are none."""
        row = self._connection.execute(
            "SELECT coalesce(sum(terms), 0), coalesce(sum(passages), 0) FROM sources"
        ).fetchone()
        return row[0] / row[1] if row[0] and row[1] else 1.0

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
        query = f"SELECT row, id, path, digest, passages, head FROM sources WHERE {condition}"  # noqa: S608  (our own words)
        return list(map(SourceRow._make, self._connection.execute(query, values)))

    def digests(self) -> Iterator[tuple[str, str]]:
        """(id, content digest) of every source, in the order of ids."""
        return iter(self._connection.execute("SELECT id, digest FROM sources ORDER BY id"))

    def counts(self) -> tuple[int, int]:
        """How many sources and how many passages there are."""
        row = self._connection.execute("SELECT count(*), coalesce(sum(passages), 0) FROM sources").fetchone()
        return int(row[0]), int(row[1])

    def sources(self) -> Iterator[Source]:
        """Every source, in the order of ids."""
        for (row,) in self._connection.execute("SELECT row FROM sources ORDER BY id").fetchall():
            yield self._load(row)[0]

    def source(self, row: int) -> Source:
        """The source of a row.

        Raises:
            KeyError: If there is none.
        """
        return self._load(row)[0]

    def passage(self, row: int, at: int) -> Passage:
        """The passage with the number `at`, from 0, of the source of a row.

        Raises:
            KeyError: If there is no such source.
        """
        source, cuts = self._load(row)
        return _decode_cut(source, cuts, at)

    def passages(self, row: int) -> list[Passage]:
        """All passages of the source of a row, in order."""
        source, cuts = self._load(row)
        return [_decode_cut(source, cuts, at) for at in range(len(cuts) // _WIDTH)]

    def _load(self, row: int) -> tuple[Source, array[int]]:
        kept = self._kept.get(row)
        if kept:
            self._kept.move_to_end(row)
            return kept
        query = "SELECT head, text, cuts FROM sources JOIN texts USING (row) WHERE row = ?"
        found = self._connection.execute(query, (row,)).fetchone()
        if not found:
            raise KeyError(row)
        head, text, packed = found
        cuts = array("I")
        cuts.frombytes(zlib.decompress(packed))
        kept = (decode_head(head, zlib.decompress(text).decode("utf-8", "surrogatepass")), cuts)
        self._kept[row] = kept
        self._kept_code_points += len(kept[0].text)
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

    def drop_problems(self, file: str) -> None:
        """Forget the problems of a file."""
        self._connection.execute("DELETE FROM problems WHERE file = ?", (file,))
