"""Packed files (DOCX, EPUB): their sizes are looked at before anything is unpacked."""

from __future__ import annotations

import io
import zipfile

from factcheck.adapters.readers.foreign import LARGEST_UNPACKED, damaged, locked_up, taken_apart, too_much

MOST_MEMBERS = 20_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_HIGHEST_RATIO = 200
"""How many times its size a member above ten megabytes may unpack to; text packs ten times smaller, bombs a thousand times."""
_SMALL = 10_000_000
_LARGEST_MARKUP = 50_000_000
"""Bytes of one member that is XML or HTML; as a tree it takes ten times that."""


class Packed:
    """An archive whose members are read one at a time, never more than it declares.

    Args:
        data: The whole file.
        path: For the places of faults.
        kind: What the file should be, with its article.

    Raises:
        CorpusError: C121 if it is no archive, C122 if it is encrypted, C123 if it would unpack to too much.
    """

    def __init__(self, data: bytes, *, path: str, kind: str) -> None:
        """Look at the list of members; nothing is unpacked."""
        if data.startswith(_OLD_OFFICE):  # what Office writes when it protects a file with a password, or an old .doc
            if b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e" in data:
                raise locked_up("the document", path=path)
            raise damaged(kind, "it is an old Office document: save it as .docx", path=path)
        self._path = path
        self._kind = kind
        with taken_apart(kind, path=path):
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._members = {info.filename: info for info in self._zip.infolist()}
        self._check()

    def _check(self) -> None:
        infos = self._members.values()
        if len(infos) > MOST_MEMBERS:
            raise too_much(
                f"the archive has {len(infos):,} members, more than the {MOST_MEMBERS:,} that are read", path=self._path
            )
        if any(info.flag_bits & 1 for info in infos):
            raise locked_up("the archive", path=self._path)
        whole = sum(info.file_size for info in infos)
        if whole > LARGEST_UNPACKED:
            raise too_much(
                f"the file would unpack to {whole:,} bytes, more than the {LARGEST_UNPACKED:,} that are read",
                path=self._path,
            )
        for info in infos:
            if info.file_size > _LARGEST_MARKUP and info.filename.lower().endswith(
                (".xml", ".html", ".xhtml", ".htm", ".opf", ".rels")
            ):
                raise too_much(
                    f"`{info.filename[:80]}` in the file would unpack to {info.file_size:,} bytes", path=self._path
                )
            if info.file_size > _SMALL and info.file_size > _HIGHEST_RATIO * max(1, info.compress_size):
                what = f"`{info.filename[:80]}` in the file would unpack to {info.file_size // max(1, info.compress_size):,} times its size"
                raise too_much(what, path=self._path)

    def __contains__(self, name: object) -> bool:
        """Whether there is such a member."""
        return name in self._members

    def read(self, name: str) -> bytes:
        """One member, unpacked.

        Raises:
            CorpusError: C121 if it is not there, or damaged, or longer than it declares.
        """
        info = self._members.get(name)
        if info is None:
            raise damaged(self._kind, f"`{name[:80]}` is not in it", path=self._path)
        with taken_apart(self._kind, path=self._path), self._zip.open(info) as member:
            data = member.read(info.file_size + 1)
            if len(data) > info.file_size:
                raise damaged(self._kind, f"`{name[:80]}` is longer than it declares", path=self._path)
            return data
