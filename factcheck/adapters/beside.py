"""What `sources.yaml` files say about the files beside and below them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from factcheck.adapters import files
from factcheck.domain.source import Problem
from factcheck.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factcheck.domain.source import Source

_NAMES = frozenset({"sources.yaml", "sources.yml"})


def is_sources_file(item: files.Found) -> bool:
    """Whether a file says something about others instead of being a source."""
    return item.path.rpartition("/")[2] in _NAMES


def as_problem(path: str, error: CorpusError) -> Problem:
    """A fault of a file, under the place that it names."""
    return Problem(str(error.where) if error.where else path, error.code, error.what, error.mend)


class Beside:
    """What `sources.yaml` files say about the files beside and below them; the nearest one wins."""

    def __init__(self, folder: Path, found: Sequence[files.Found]) -> None:
        """Read every `sources.yaml` among the files of a folder."""
        from factcheck.sources.metadata import apply_metadata, read_sources_file  # noqa: PLC0415  (start-up cost)

        self._apply = apply_metadata
        self._metadata: dict[str, dict[str, Any]] = {}
        self._faults: dict[str, list[Problem]] = {}
        paths = {item.path for item in found}
        for item in sorted(filter(is_sources_file, found), key=lambda item: (item.path.count("/"), item.path)):
            try:
                read = read_sources_file(files.read_bytes(folder, item), path=item.path, files=paths)
            except OSError as error:
                self._faults[item.path] = [files.unreadable(item.path, error)]
            except CorpusError as error:
                self._faults[item.path] = [as_problem(item.path, error)]
            else:
                self._faults[item.path] = [as_problem(item.path, fault) for fault in read.faults]
                for path, metadata in read.entries.items():
                    self._metadata.setdefault(path, {}).update(metadata)

    def digest(self, path: str) -> str:
        """Changes when something else is said about a file; empty when nothing is."""
        metadata = self._metadata.get(path)
        return hashlib.sha256(repr(sorted(metadata.items())).encode()).hexdigest() if metadata else ""

    def apply(self, source: Source, path: str) -> Source:
        """A source of a file with what is said about it."""
        metadata = self._metadata.get(path)
        return self._apply(source, metadata) if metadata else source

    def stated(self, path: str, key: str) -> str:
        """One fact about a file; empty when it is not stated."""
        return str(self._metadata.get(path, {}).get(key, ""))

    def in_utf8(self, path: str, data: bytes) -> bytes:
        """The content of a file, decoded as is said about it."""
        charset = self._metadata.get(path, {}).get("charset")
        if not charset:
            return data
        from factcheck.adapters.readers.charsets import in_utf8  # noqa: PLC0415  (rarely needed)

        return in_utf8(data, charset, path=path)

    def problems(self, path: str) -> list[Problem]:
        """The faults of one `sources.yaml`."""
        return self._faults[path]
