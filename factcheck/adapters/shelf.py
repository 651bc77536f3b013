"""The files of a corpus folder as they are added: found, compared, put in place, described in the nearest `sources.yaml`."""

from __future__ import annotations

import codecs
import hashlib
import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from factcheck.adapters import files, output
from factcheck.adapters.alone import alone
from factcheck.errors import AddError, Location, SettingsError
from factcheck.sources.entries import described, with_facts

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from factcheck.sources.entries import Facts

NAMES = ("sources.yaml", "sources.yml")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class Shelf:
    """A corpus folder that takes files in.

    Args:
        folder: The corpus; made when something is put into it.
        root: The project's root, in which the lock between processes is kept.

    Raises:
        AddError: A016 if the corpus is a single file.
    """

    def __init__(self, folder: Path, *, root: Path) -> None:
        """Look whether it can be one."""
        if folder.is_file():
            raise AddError("A016", "the corpus is a single file", where=_at(folder), mend="name a folder with --corpus")
        self.folder = folder
        self._root = root

    def alone(self) -> AbstractContextManager[None]:
        """Keep other processes that add files out; without a lock where none can be made."""
        return alone(self._root, "add")

    def inside(self, path: Path) -> str | None:
        """The path of a file relative to the corpus, with `/`; None if it lies elsewhere."""
        try:
            return path.resolve().relative_to(self.folder.resolve()).as_posix()
        except ValueError:
            return None

    def read(self, name: str) -> bytes | None:
        """The bytes of a file of the corpus; None if there is none.

        Raises:
            AddError: A013 if it cannot be read.
        """
        return read_file(self.folder / name) if (self.folder / name).exists() else None

    def put(self, name: str, data: bytes) -> None:
        """Put a file in its place in one step.

        Raises:
            AddError: A016 if it cannot be written.
        """
        path = self.folder / name
        mend = "see that the folder can be written and the disk has room"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            output.write_whole(path, data)
        except OSError as error:
            what = f"cannot be written: {(error.strerror or str(error)).lower()}"
            raise AddError("A016", what, where=_at(path), mend=mend) from None
        except SettingsError as fault:
            raise AddError("A016", fault.what, where=_at(path), mend=mend) from None

    def rivals(self, name: str) -> list[str]:
        """Other files that differ in nothing but their ending: `ferry.txt` beside `ferry.html`."""
        path = self.folder / name
        stem = name.rpartition("/")[2].rpartition(".")[0]
        found = path.parent.iterdir() if path.parent.is_dir() else ()
        return sorted(
            other.name for other in found if other.name.rpartition(".")[0] == stem and other != path and other.is_file()
        )

    # -- what is said about a file ----------------------------------------------------------------------------------

    def notes_for(self, name: str) -> str:
        """The `sources.yaml` that speaks of a file: the nearest one above it that exists, else one at the top."""
        for folder in PurePosixPath(name).parents:
            for notes in NAMES:
                if (self.folder / folder / notes).exists():
                    return (folder / notes).as_posix()
        return NAMES[0]

    def entries(self) -> dict[str, dict[str, object]]:
        """What is said about each file in all `sources.yaml` files, by path relative to the corpus.

        Raises:
            AddError: A015 if one has a fault.
        """
        found: dict[str, dict[str, object]] = {}
        for parent, folders, names in os.walk(self.folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            inside = Path(parent).relative_to(self.folder)
            for name in NAMES:
                if name in names:
                    notes = (inside / name).as_posix()
                    entries = described(self._text(notes)[0], path=self._shown(notes))
                    found.update({(inside / file).as_posix(): facts for file, facts in entries.items()})
        return found

    def with_facts(self, name: str, facts: Facts) -> tuple[str, bytes] | None:
        """What to write so that these facts stand in the `sources.yaml` of a file: its path and bytes; None if they stand there.

        Raises:
            AddError: A015 if it cannot be edited.
        """
        notes = self.notes_for(name)
        text, mark, charset = self._text(notes)
        folder = notes.rpartition("/")[0]
        relative = name[len(folder) + 1 :] if folder else name
        new = with_facts(text, relative, facts, path=self._shown(notes))
        return None if new == text else (notes, mark + new.encode(charset))

    def _text(self, notes: str) -> tuple[str, bytes, str]:
        data = self.read(notes) or b""
        mark, charset = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
        try:
            return data[len(mark) :].decode(charset), mark, charset
        except UnicodeDecodeError:
            where = Location(self._shown(notes))
            raise AddError("A015", "is not text in UTF-8", where=where, mend="save it as UTF-8") from None

    def _shown(self, name: str) -> str:
        path = self.folder / name
        return (path.relative_to(self._root) if path.is_relative_to(self._root) else path).as_posix()


def read_file(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        AddError: A013 if it cannot be read or is larger than the files of a corpus may be.
    """
    try:
        if path.is_dir():
            raise AddError("A013", "is a folder", where=_at(path), mend="name its files, as in folder/*.txt")
        if path.stat().st_size > files.LARGEST_FILE:
            what = f"has more than the {files.LARGEST_FILE:,} bytes that are read"
            raise AddError("A013", what, where=_at(path), mend="cut it into several files")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        mend = "see that the file is there and that you may read it; a page starts with https://"
        raise AddError("A013", f"cannot be read: {reason}", where=_at(path), mend=mend) from None


def sha256(data: bytes) -> str:
    """The hash of a file's bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def _at(path: Path) -> Location:
    return Location(path.as_posix())
