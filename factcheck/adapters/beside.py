"""What `sources.yaml` files say about the files beside and below them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from factcheck.adapters import files
from factcheck.domain.source import Problem
from factcheck.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from factcheck.domain.source import Source
    from factcheck.sources.metadata import Metadata

_NAMES = frozenset({"sources.yaml", "sources.yml"})


def is_sources_file(item: files.Found) -> bool:
    """Whether a file says something about others instead of being a source."""
    return says_only(item.path)


def says_only(path: str) -> bool:
    """The same by its path."""
    return path.rpartition("/")[2] in _NAMES


def as_problem(path: str, error: CorpusError) -> Problem:
    """A fault of a file, under the place that it names."""
    return Problem(str(error.where) if error.where else path, error.code, error.what, error.mend)


def with_facts(source: Source, facts: Metadata) -> Source:
    """A source with what other files say about it."""
    if not facts:
        return source
    from factcheck.sources.metadata import apply_metadata  # noqa: PLC0415  (start-up cost)

    return apply_metadata(source, facts)


class Beside:
    """What `sources.yaml` files say about the files beside and below them; the nearest one wins.

    Args:
        folder: The corpus.
        notes: Its `sources.yaml` files.
        paths: Every file of it.
    """

    def __init__(self, folder: Path, notes: Iterable[files.Found], paths: Collection[str]) -> None:
        """Read them all."""
        from factcheck.sources.metadata import read_sources_file  # noqa: PLC0415  (start-up cost)

        self._metadata: dict[str, Metadata] = {}
        self._faults: dict[str, list[Problem]] = {}
        for item in sorted(notes, key=lambda item: (item.path.count("/"), item.path)):
            try:
                read = read_sources_file(files.read_bytes(folder, item), path=item.path, files=paths)
            except OSError as error:
                self._faults[item.path] = [files.unreadable(item.path, error)]
            except CorpusError as error:
                self._faults[item.path] = [as_problem(item.path, error)]
            else:
                self._faults[item.path] = [as_problem(item.path, fault) for fault in read.faults]
                for path, metadata in read.entries.items():
                    self._metadata[path] = {**self._metadata.get(path, {}), **metadata}

    def digest(self, path: str) -> str:
        """Changes when something else is said about a file; empty when nothing is."""
        metadata = self._metadata.get(path)
        return hashlib.sha256(repr(sorted(metadata.items())).encode()).hexdigest() if metadata else ""

    def facts(self, path: str) -> Metadata:
        """What is said about a file."""
        return self._metadata.get(path, {})

    def named(self) -> Iterator[str]:
        """The files to which an id is given."""
        return (path for path, metadata in self._metadata.items() if "id" in metadata)

    def problems(self, path: str) -> list[Problem]:
        """The faults of one `sources.yaml`."""
        return self._faults[path]
