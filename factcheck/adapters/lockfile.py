"""The lock on disk. What it says is written by `audits.lock_text` and read by `audits.lock_reader`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.adapters.output import write_whole
from factcheck.errors import Location, LockError

if TYPE_CHECKING:
    from pathlib import Path

LOCK_NAME = "factcheck.lock"


def read_lock(path: Path) -> str | None:
    """The text of the lock; None if there is no such file.

    Raises:
        LockError: L002 if it cannot be read or is not UTF-8.
    """
    mend = "take the file from version control again, or delete it and run `factcheck lock`"
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise LockError(
            "L002", f"cannot be read: {(error.strerror or str(error)).lower()}", where=Location(path.name), mend=mend
        ) from None
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        what = f"byte 0x{error.object[error.start]:02x} is not UTF-8"
        raise LockError("L002", what, where=Location(path.name, line, column), mend=mend) from None


def write_lock(path: Path, text: str) -> None:
    """Write the lock, whole or not at all; a file that says the same already is left alone.

    Raises:
        SettingsError: S005 if it cannot be written.
    """
    if not path.is_file() or path.read_bytes() != text.encode("utf-8"):
        write_whole(path, text)
