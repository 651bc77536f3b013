"""Files that we write for the user."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from factcheck.adapters.places import is_folder
from factcheck.errors import Location, SettingsError


def check_writable(path: Path) -> None:
    """Find out before a long run whether its report can be written.

    Raises:
        SettingsError: S005 if the folder does not exist or cannot be written, or the path is a folder.
    """
    where = Location(str(path))
    if is_folder(path):
        raise SettingsError("S005", "is a folder", where=where, mend="name a file")
    if not is_folder(path.parent):
        raise SettingsError("S005", "its folder does not exist", where=where, mend=f"create {path.parent}")
    if not os.access(path.parent, os.W_OK):
        raise SettingsError("S005", "its folder cannot be written", where=where, mend="name a file in another folder")


def write_whole(path: Path, text: str | bytes) -> None:
    r"""Write a file whole or not at all: into a temporary file beside it, then in its place.

    A file that was there keeps its permissions. What is no regular file (`/dev/stdout`) is written directly. A lone surrogate becomes `\ud800`, valid in JSON.

    Raises:
        SettingsError: S005 if it cannot be written, with the reason.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(_encoded(text))
            return
        path = path.resolve()
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise _not_written(path, error) from None
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_encoded(text))
        part.chmod(path.stat().st_mode & 0o777 if path.exists() else _usual_mode())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise _not_written(path, error) from None
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _not_written(path: Path, error: OSError) -> SettingsError:
    what = f"cannot be written: {(error.strerror or str(error)).lower()}"
    return SettingsError("S005", what, where=Location(str(path)), mend="name a file in another folder")


def _encoded(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")


def _usual_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
