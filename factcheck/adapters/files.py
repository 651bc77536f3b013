"""Files of a corpus folder: finding them, reading them, and one lock between processes."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.domain.source import Problem
from factcheck.errors import CorpusError, Location

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_FILE = 200_000_000
"""Bytes; a larger file is refused by name rather than read into memory."""


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A file of the corpus.

    Attributes:
        path: Relative to the corpus folder, with `/`.
        stamp: Size, times and inode as text: equal stamps mean that the file was not written since.
    """

    path: str
    stamp: str
    size: int


def walk(folder: Path, problems: list[Problem]) -> Iterator[Found]:
    """Every visible regular file below a folder, in the order of paths.

    Nothing is opened, and no more is held in memory than the names in the folders above the file at hand. Names
    with a leading dot are left out. Symbolic links are followed once: a folder reached again, by whatever name, is left out, so that
    loops end.

    Args:
        folder: The corpus folder, or a single file.
        problems: Gets what cannot be used, in no order.

    Raises:
        CorpusError: C001 if there is no such folder.
    """
    info = look(folder)
    if stat.S_ISREG(info.st_mode):
        return iter([_found(folder.name, info)])
    return _walk(f"{folder}/", info, problems)


def look(folder: Path) -> os.stat_result:
    """Whether a corpus is there, and what it is.

    Raises:
        CorpusError: C001 if not.
    """
    try:
        return folder.stat()
    except OSError as error:
        raise missing_corpus(folder) from error


def _walk(top: str, info: os.stat_result, problems: list[Problem]) -> Iterator[Found]:
    entered = _entered(top, info)
    waiting = [("", iter(_names(top, "", entered, problems)))]
    while waiting:
        prefix, names = waiting[-1]
        name = next(names, None)
        if name is None:
            waiting.pop()
            continue
        path = prefix + name
        if name.endswith("/"):
            waiting.append((path, iter(_names(top, path, entered, problems))))
            continue
        try:
            info = os.stat(top + path)  # noqa: PTH116  (half the time of a Path for each file)
        except OSError as error:
            problems.append(unreadable(path, error))
            continue
        if stat.S_ISREG(info.st_mode):
            yield _found(path, info)


def _entered(top: str, info: os.stat_result) -> set[str]:
    """The folders that are walked, relative to the top and ending in `/`: each once, under the name that is nearest to the top."""
    entered = {""}
    seen = {(info.st_dev, info.st_ino)}
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        for name in sorted(_folders(top + prefix)):
            with suppress(OSError, UnicodeEncodeError):
                (prefix + name).encode()
                info = os.stat(top + prefix + name)  # noqa: PTH116
                if (info.st_dev, info.st_ino) not in seen:
                    seen.add((info.st_dev, info.st_ino))
                    entered.add(f"{prefix}{name}/")
                    waiting.append(f"{prefix}{name}/")
    return entered


def _folders(place: str) -> Iterator[str]:
    with suppress(OSError), os.scandir(place) as entries:
        for entry in entries:
            with suppress(OSError):
                if not entry.name.startswith(".") and entry.is_dir():
                    yield entry.name


def _names(top: str, prefix: str, entered: set[str], problems: list[Problem]) -> list[str]:
    """What a folder holds, in the order of whole paths: what is to be walked ends in `/`, as it does in paths."""
    try:
        found = os.listdir(top + prefix)  # noqa: PTH208
    except OSError as error:
        problems.append(unreadable(prefix.rstrip("/") or ".", error))
        return []
    names = []
    for name in found:
        if name.startswith("."):
            continue
        try:
            name.encode()
        except UnicodeEncodeError:
            shown = (prefix + name).encode("utf-8", "backslashreplace").decode()
            problems.append(Problem(shown, "C103", "the name of the file is not UTF-8", "rename the file"))
            continue
        names.append(f"{name}/" if f"{prefix}{name}/" in entered else name)
    names.sort()
    return names


def _found(path: str, info: os.stat_result) -> Found:
    return Found(path, f"{info.st_size} {info.st_mtime_ns} {info.st_ctime_ns} {info.st_ino}", info.st_size)


def suffix_of(path: str) -> str:
    """The ending by which a reader is found; ".warc.gz" is one ending."""
    stem, _, last = path.rpartition("/")[2].lower().rpartition(".")
    if not stem or not last:
        return ""
    return f"{suffix_of(stem)}.gz" if last == "gz" else f".{last}"


def stem_of(path: str) -> str:
    """The path without its ending."""
    return path[: len(path) - len(suffix_of(path))]


def same_size(stamp: str, other: str) -> bool:
    """Whether the files of two stamps have the same number of bytes."""
    return stamp.partition(" ")[0] == other.partition(" ")[0]


def order_of(item: Problem) -> tuple[str, str, str]:
    """By path, then by code."""
    return item.path, item.code, item.what


def missing_corpus(folder: Path) -> CorpusError:
    """The fault of a corpus that is not there."""
    return CorpusError(
        "C001",
        "the corpus does not exist",
        where=Location(folder.as_posix()),
        mend="make the folder and put sources in it, or name another with --corpus or `corpus` in [tool.factcheck]",
    )


def unreadable(path: str, error: OSError) -> Problem:
    """A file or folder that the operating system did not let us read."""
    reason = (error.strerror or str(error)).lower()
    mend = "make the file readable, or take it out of the corpus"
    return Problem(path, "C101", f"cannot be read: {reason}", mend)


def read_bytes(folder: Path, found: Found) -> bytes:
    """The content of a file of the corpus.

    Raises:
        OSError: If it cannot be read, or vanished since it was found.
        CorpusError: C102 if it is too large.
    """
    if found.size > LARGEST_FILE:
        raise CorpusError(
            "C102",
            f"the file has {found.size:,} bytes, more than the {LARGEST_FILE:,} that are read",
            where=Location(found.path),
            mend="cut it into several files",
        )
    return (folder if folder.is_file() else folder / found.path).read_bytes()


@cache
def code_digest(*patterns: str) -> str:
    """A digest of our own code, so that what other code built is never taken for current.

    Args:
        patterns: Globs relative to the package folder.
    """
    package = Path(__file__).parent.parent
    hasher = hashlib.sha256(sys.implementation.name.encode())
    for pattern in patterns:
        for path in sorted(package.glob(pattern)):
            hasher.update(path.name.encode())
            hasher.update(path.read_bytes())
    return hasher.hexdigest()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock between processes; waits for as long as another process holds it.

    The operating system lets go of it when a process ends, however it ends.

    Raises:
        OSError: If the lock file cannot be made.
    """
    with path.open("a+b") as handle:
        _lock(handle.fileno())
        yield


if sys.platform == "win32":
    import msvcrt
    import time

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        while True:
            try:
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            except OSError:
                time.sleep(0.05)
            else:
                return
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)


def state_folder(root: Path) -> Path:
    """The project's `.factcheck/`, made when it is missing, with a `.gitignore` of its own.

    Raises:
        OSError: If it cannot be made or written.
    """
    folder = root / ".factcheck"
    folder.mkdir(parents=True, exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")
    return folder
