"""Verdicts and analyses by content hash, kept between runs (SQLite). Losing any of it costs time, never correctness."""

from __future__ import annotations

import contextlib
import sqlite3
import weakref
from typing import TYPE_CHECKING

from factcheck.adapters.files import state_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_MOST_BYTES = 200_000_000
_AT_ONCE = 500
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
        weakref.finalize(self, connection.close)

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
        return found

    def put(self, key: str, value: bytes) -> None:
        """Keep `value`; may be dropped at any time."""
        self.put_many({key: value})

    def put_many(self, values: Mapping[str, bytes]) -> None:
        """Keep all values in one transaction."""
        if self._connection is None:
            return
        with contextlib.suppress(sqlite3.DatabaseError), self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", values.items())

    def close(self) -> None:
        """Let go of the file; nothing is found or kept afterwards."""
        if self._connection:
            self._connection.close()
        self._connection = None


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
    with connection:
        connection.execute("DELETE FROM kept WHERE rowid <= ?", (first + (last - first) // 4,))
    connection.execute("VACUUM")


def _start_afresh(path: Path, most_bytes: int) -> sqlite3.Connection:
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)
    return _connect(path, most_bytes)
