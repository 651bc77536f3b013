"""Single files of a corpus, read without an index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import CorpusError, FactcheckError, Location

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from factcheck.domain.ports import Reader
    from factcheck.domain.source import Source


def read_sources(corpus: Path, path: str, *, readers: Mapping[str, Reader]) -> list[Source]:
    """The sources of one file, as far as they can be read.

    Args:
        corpus: The corpus folder, or its only file.
        path: Relative to it, as `Source.path`.
        readers: By suffix.

    Raises:
        CorpusError: C101 if there is no such file, or whatever its reader says.
    """
    file = corpus if corpus.is_file() else corpus / path
    suffix = next((suffix for suffix in sorted(readers, key=len, reverse=True) if path.lower().endswith(suffix)), None)
    try:
        data = file.read_bytes()
        return list(readers[suffix].read(data, path=path)) if suffix else []
    except OSError as error:
        what = f"cannot be read: {(error.strerror or str(error)).lower()}"
        raise CorpusError(
            "C101", what, where=Location(path), mend="put the file back, or lock the claims anew"
        ) from None
    except ExceptionGroup as group:
        faults = [fault for fault in group.exceptions if isinstance(fault, FactcheckError)]
        raise (faults[0] if faults else group) from None
