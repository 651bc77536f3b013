"""Verdicts kept between runs."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from factcheck.adapters.cache import VerdictCache


def test_what_was_put_is_found_by_this_and_other_processes(tmp_path: Path) -> None:
    cache, other = VerdictCache(tmp_path), VerdictCache(tmp_path)
    cache.put("a", b"1")
    cache.put_many({"b": b"2", "a": b"3"})
    assert other.get("a") == b"3"
    assert other.get("none") is None
    assert other.get_many(["a", "b", "none"]) == {"a": b"3", "b": b"2"}


def test_ten_thousand_are_found_in_a_moment(tmp_path: Path) -> None:
    cache = VerdictCache(tmp_path)
    cache.put_many({f"key{number}": b"x" * 500 for number in range(10_000)})
    started = time.process_time()
    assert len(cache.get_many(f"key{number}" for number in range(10_000))) == 10_000
    assert all(cache.get(f"key{number}") for number in range(10_000))
    assert time.process_time() - started < 1


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    VerdictCache(tmp_path).close()
    (tmp_path / ".factcheck/verdicts.sqlite").write_bytes(b"not a database " * 500)
    cache = VerdictCache(tmp_path)
    cache.put("a", b"1")
    assert cache.get("a") == b"1"


def test_a_table_of_another_shape_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / ".factcheck").mkdir()
    with sqlite3.connect(tmp_path / ".factcheck/verdicts.sqlite") as connection:
        connection.execute("CREATE TABLE kept (other)")
    connection.close()
    cache = VerdictCache(tmp_path)
    cache.put("a", b"1")
    assert cache.get("a") is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / ".factcheck").write_text("in the way")
    cache = VerdictCache(tmp_path)
    cache.put("a", b"1")
    assert cache.get("a") is None
    cache.close()


def test_a_file_grown_too_large_loses_its_oldest(tmp_path: Path) -> None:
    cache = VerdictCache(tmp_path)
    cache.put_many({f"key{number}": b"x" * 1000 for number in range(400)})
    cache.close()
    size = (tmp_path / ".factcheck/verdicts.sqlite").stat().st_size
    again = VerdictCache(tmp_path, most_bytes=200_000)
    assert again.get("key0") is None
    assert again.get("key399")
    again.close()
    assert (tmp_path / ".factcheck/verdicts.sqlite").stat().st_size < size


def test_a_file_too_large_that_holds_nothing_is_taken_as_it_is(tmp_path: Path) -> None:
    VerdictCache(tmp_path).close()
    cache = VerdictCache(tmp_path, most_bytes=1)
    cache.put("a", b"1")
    assert cache.get("a") == b"1"


def test_after_the_end_nothing_is_kept(tmp_path: Path) -> None:
    cache = VerdictCache(tmp_path)
    cache.close()
    cache.put("a", b"1")
    assert cache.get("a") is None
