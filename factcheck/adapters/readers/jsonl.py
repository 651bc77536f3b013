"""JSON Lines: one source a line."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from factcheck.adapters.readers.text import checked, decode, raise_faults
from factcheck.errors import CorpusError, Location
from factcheck.sources.clean import read_article
from factcheck.sources.metadata import read_fields

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from factcheck.domain.source import Source

MOST_FAULTS = 100


class JsonLinesReader:
    """`.jsonl` files: each line an object with `text` and the metadata keys of a source."""

    suffixes: tuple[str, ...] = (".jsonl", ".ndjson")

    def read(self, data: bytes, *, path: str) -> Iterator[Source]:
        """The sources of the good lines; after the last one the bad lines are raised, the first hundred of them.

        A line without `id` is named for its file and number: `briefs-3`.

        Raises:
            CorpusError: For one fault: C220 or C221 for the file, C230 to C232 and C2.. for a line, each naming the line.
            ExceptionGroup: Of `CorpusError`, for several.
        """
        return (source for _, source in self.read_new(data, path=path, known=frozenset()) if source)

    def read_new(self, data: bytes, *, path: str, known: Container[bytes]) -> Iterator[tuple[bytes, Source | None]]:
        """The same for a file that was read before: a digest of each good line, and its source if the line is not known.

        Args:
            data: The whole file.
            path: As for `read`.
            known: Digests of lines whose sources are kept as they are.
        """
        text, charset = decode(data, path=path)
        faults: list[CorpusError] = []
        for number, line in enumerate(text.split("\n"), 1):
            if not line.strip():
                continue
            digest = blake2b(f"{number} {charset} {line}".encode("utf-8", "surrogatepass"), digest_size=12).digest()
            if digest in known:
                yield digest, None
                continue
            source = _read_line(line, faults, path=path, number=number, charset=charset)
            del faults[MOST_FAULTS:]
            if source:
                yield digest, source
        if not text.strip():
            mend = "put the sources in, or delete the file"
            faults.append(CorpusError("C221", "the file is empty", where=Location(path), mend=mend))
        raise_faults(faults, path=path)


def _read_line(line: str, faults: list[CorpusError], *, path: str, number: int, charset: str) -> Source | None:
    where = Location(path, number)
    fields = _parse(line, faults, where)
    if fields is None:
        return None
    text = fields.pop("text", None)
    if not isinstance(text, str):
        mend = 'each line needs "text": "..."' if text is None else "write the article as one text"
        faults.append(CorpusError("C232", "the line has no `text`", where=where, mend=mend))
        return None
    before = len(faults)
    metadata = read_fields({key: (value, where) for key, value in fields.items() if value is not None}, faults)
    if len(faults) > before:
        return None
    stem = path.rpartition(".")[0]
    try:
        return checked(read_article(text), {"id": f"{stem}-{number}", **metadata}, path=path, charset=charset)
    except CorpusError as error:
        faults.append(CorpusError(error.code, error.what, where=where, mend=error.mend))
        return None


def _parse(line: str, faults: list[CorpusError], where: Location) -> dict[str, Any] | None:
    try:
        fields = json.loads(line, parse_constant=str)
    except json.JSONDecodeError as error:
        at = Location(where.path, where.line, error.colno)
        faults.append(
            CorpusError("C230", f"the line is not JSON: {error.msg.lower()}", where=at, mend="one whole object a line")
        )
    except (RecursionError, ValueError):
        faults.append(
            CorpusError("C230", "the line is not JSON that can be read", where=where, mend="one flat object a line")
        )
    else:
        if isinstance(fields, dict):
            return fields
        faults.append(
            CorpusError(
                "C231",
                "the line is not an object",
                where=where,
                mend='write {"text": "...", "published": "2024-01-31"}',
            )
        )
    return None
