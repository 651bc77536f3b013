"""Files of a corpus folder: finding them, reading them, and one lock between processes."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
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


@dataclass(slots=True)
class Walk:
    """What a folder holds."""

    files: list[Found] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def walk(folder: Path) -> Walk:
    """Every visible regular file below a folder, in the order of paths; nothing is opened.

    Names with a leading dot are left out. Symbolic links are followed once: a folder reached again, by whatever name, is
    left out, so that loops end.

    Args:
        folder: The corpus folder, or a single file.
    """
    found = Walk()
    try:
        info = folder.stat()
    except OSError as error:
        raise missing_corpus(folder) from error
    if stat.S_ISREG(info.st_mode):
        found.files.append(_found(folder.name, info))
        return found
    waiting = [(str(folder), "")]
    seen = {(info.st_dev, info.st_ino)}
    while waiting:
        place, prefix = waiting.pop()
        try:
            entries = sorted(os.scandir(place), key=lambda entry: entry.name)
        except OSError as error:
            found.problems.append(unreadable(prefix.rstrip("/") or ".", error))
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            identity = _look(entry, prefix + entry.name, found)
            if identity and identity not in seen:
                seen.add(identity)
                waiting.append((entry.path, f"{prefix}{entry.name}/"))
    found.files.sort()
    found.problems.sort(key=lambda problem: problem.path)
    return found


def _look(entry: os.DirEntry[str], path: str, found: Walk) -> tuple[int, int] | None:
    """Add a file, or why it cannot be used, to `found`; for a folder, what tells it from others."""
    try:
        path.encode()
        info = entry.stat()
    except UnicodeEncodeError:
        shown = path.encode("utf-8", "backslashreplace").decode()
        found.problems.append(Problem(shown, "C103", "the name of the file is not UTF-8", "rename the file"))
        return None
    except OSError as error:
        found.problems.append(unreadable(path, error))
        return None
    if stat.S_ISREG(info.st_mode):
        found.files.append(_found(path, info))
    return (info.st_dev, info.st_ino) if stat.S_ISDIR(info.st_mode) else None


def _found(path: str, info: os.stat_result) -> Found:
    return Found(path, f"{info.st_size} {info.st_mtime_ns} {info.st_ctime_ns} {info.st_ino}", info.st_size)


def suffix_of(path: str) -> str:
    """The ending by which a reader is found; ".warc.gz" is one ending."""
    name = path.rpartition("/")[2].lower()
    suffix = Path(name).suffix
    return "".join(Path(name).suffixes[-2:]) if suffix == ".gz" else suffix


def same_size(stamp: str, other: str) -> bool:
    """Whether the files of two stamps have the same number of bytes."""
    return stamp.partition(" ")[0] == other.partition(" ")[0]


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
