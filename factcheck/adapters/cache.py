"""Verdicts and analyses by content hash, kept between runs (SQLite). Losing any of it costs time, never correctness."""

from __future__ import annotations

import contextlib
import sqlite3
import time
import weakref
from typing import TYPE_CHECKING

from factcheck.adapters.files import state_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_MOST_BYTES = 200_000_000
_AT_ONCE = 500
_WAIT_SECONDS = 0.05
_TABLE = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value BLOB NOT NULL)"


class VerdictCache:
    """A cache that several processes share. Every fault of its file makes it forget, never fail.

    Args:
        root: The folder whose `.factcheck/` holds the file; where nothing can be written, nothing is kept.
        most_bytes: Size of the file from which, at opening, the oldest quarter is dropped.
    """

    def __init__(self, root: Path, *, most_bytes: int = _MOST_BYTES) -> None:
        """Open the file, or make it; a damaged one is made anew."""
        self._connection: sqlite3.Connection | None = None
        self._waiting: dict[str, bytes] = {}
        self._written = 0.0
        try:
            path = state_folder(root) / "verdicts.sqlite"
            try:
                connection = _connect(path, most_bytes)
            except sqlite3.OperationalError:
                return
            except sqlite3.DatabaseError:
                connection = _start_afresh(path, most_bytes)
        except (OSError, sqlite3.DatabaseError):
            return
        self._connection = connection
        weakref.finalize(self, _finish, connection, self._waiting)

    def get(self, key: str) -> bytes | None:
        """The value, or None."""
        return self.get_many([key]).get(key)

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The values that are there, by key."""
        found: dict[str, bytes] = {}
        wanted = list(keys)
        if self._connection is None:
            return found
        with contextlib.suppress(sqlite3.DatabaseError):
            for at in range(0, len(wanted), _AT_ONCE):
                some = wanted[at : at + _AT_ONCE]
                marks = ",".join("?" * len(some))
                query = f"SELECT key, value FROM kept WHERE key IN ({marks})"  # noqa: S608  (only question marks)
                found.update(self._connection.execute(query, some))
        if self._waiting:
            found.update((key, self._waiting[key]) for key in wanted if key in self._waiting)
        return found

    def put(self, key: str, value: bytes) -> None:
        """Keep `value`, written together with what else is put in the same moment; may be dropped at any time."""
        if self._connection is None:
            return
        self._waiting[key] = value
        if time.monotonic() - self._written > _WAIT_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Write what was put, so that other processes find it."""
        if self._connection is not None:
            _write(self._connection, self._waiting)
            self._written = time.monotonic()

    def put_many(self, values: Mapping[str, bytes]) -> None:
        """Keep all values in one transaction."""
        self._waiting.update(values)
        self.flush()

    def close(self) -> None:
        """Write what was put and let go of the file; nothing is found or kept afterwards."""
        if self._connection:
            _finish(self._connection, self._waiting)
        self._connection = None
        self._waiting.clear()


def _write(connection: sqlite3.Connection, waiting: dict[str, bytes]) -> None:
    with contextlib.suppress(sqlite3.DatabaseError), connection:
        connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", waiting.items())
    waiting.clear()


def _finish(connection: sqlite3.Connection, waiting: dict[str, bytes]) -> None:
    with contextlib.suppress(sqlite3.ProgrammingError):  # it was closed before
        if waiting:
            _write(connection, waiting)
        connection.close()


def _connect(path: Path, most_bytes: int) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=5, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute(_TABLE)
        connection.execute("SELECT key, value FROM kept LIMIT 1").fetchone()
        _drop_oldest(connection, most_bytes)
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _drop_oldest(connection: sqlite3.Connection, most_bytes: int) -> None:
    (pages,), (size,) = (connection.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size"))
    if pages * size <= most_bytes:
        return
    first, last = connection.execute("SELECT min(rowid), max(rowid) FROM kept").fetchone()
    if first is None:
        return
    with connection:
        connection.execute("DELETE FROM kept WHERE rowid <= ?", (first + (last - first) // 4,))
    connection.execute("VACUUM")


def _start_afresh(path: Path, most_bytes: int) -> sqlite3.Connection:
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)
    return _connect(path, most_bytes)
