"""What one file of a corpus gives: read, cleaned, cut and made ready to be stored, in this process or in another."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

from factcheck.adapters import beside, files
from factcheck.adapters.stored import digest_of, encode_body, encode_head, encode_slices
from factcheck.domain.source import Problem
from factcheck.errors import CorpusError
from factcheck.retrieval.tokens import window_terms
from factcheck.sources.kinds import is_content
from factcheck.sources.passages import cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from factcheck.adapters.manifest import FileRow
    from factcheck.domain.ports import Reader, RecordReader
    from factcheck.domain.source import Source
    from factcheck.sources.metadata import Metadata


class Job(NamedTuple):
    """A file to read.

    Attributes:
        item: The file.
        named: What its reader takes for its path: the ids of sources are made of it.
        metadata: Digest of what is said about it, see `factcheck.adapters.manifest.FileRow`.
        facts: What other files say about it.
        known: How it was read before; None if it never was.
        stands: Whether what was read then holds as far as its bytes are the same.
        digests: By id, the digests of the sources that it gave.
        records: The digests of the parts that they were read from, where what was read stands.
    """

    item: files.Found
    named: str
    metadata: str
    facts: Metadata
    known: FileRow | None
    stands: bool
    digests: Mapping[str, str]
    records: frozenset[bytes]


class Content(NamedTuple):
    """The file was opened.

    Attributes:
        digest: sha256 of its bytes; empty if it could not be read, so that it is tried again; `-` if it was refused unread.
    """

    digest: str


class Text(NamedTuple):
    """A source, ready to be stored.

    Attributes:
        body: Empty where the source is as it was: id and digest are among those of the job.
        windows: Terms and their number for each window of passages; likewise.
    """

    record: bytes
    id: str
    digest: str
    status: str
    language: str
    passages: int
    size: int
    head: str
    body: bytes
    windows: list[tuple[str, int]]


class Same(NamedTuple):
    """A part of the file is as it was.

    Attributes:
        record: Its digest.
    """

    record: bytes


Event: TypeAlias = Content | Text | Same | Problem


def name_for_ids(path: str, *, shared: bool) -> str:
    """What a reader takes for the path of a file, so that the ids of its sources are made of it.

    Readers take the path without its ending. Where two files differ in nothing but their ending, the whole path is to be the id.
    """
    return path + files.suffix_of(path) if shared else path


def read_file(folder: Path, job: Job, readers: Mapping[str, Reader]) -> Iterator[Event]:
    """First a `Content`; then, unless all stands as it was, what the file gives, in its order. Nothing is raised."""
    path = job.item.path
    try:
        data = files.read_bytes(folder, job.item)
    except OSError as error:
        yield Content("")
        yield files.unreadable(path, error)
        return
    except CorpusError as error:
        yield Content("-")
        yield beside.as_problem(path, error)
        return
    digest = hashlib.sha256(data).hexdigest()
    yield Content(digest)
    if job.stands and job.known and job.known.digest == digest:
        return
    sha256 = str(job.facts.get("sha256", ""))
    if sha256 and digest != sha256 and not is_content(data, sha256):
        mend = "put the file back as it was; if the change is meant, delete `sha256` from its entry"
        yield Problem(path, "A019", "the file is not the one that was added: its SHA-256 is another", mend)
    yield from _read(data, job, readers)


def _read(data: bytes, job: Job, readers: Mapping[str, Reader]) -> Iterator[Event]:
    """The sources of a file; what goes wrong is noted and ends the file, never the update."""
    path = job.item.path
    found = 0
    try:
        reading = _records(data, job, readers)
    except Exception as error:
        yield from _faults(job, error)
        return
    while True:
        try:
            record, source = next(reading)
            if source is not None:
                source = beside.with_facts(source, job.facts)
        except StopIteration:
            break
        except Exception as error:
            yield from _faults(job, error)
            return
        found += 1
        if source is None:
            yield Same(record)
        elif not _is_sound(source.id):
            mend = "give it a printable id of at most 500 characters"
            yield Problem(path, "C107", f"the source has no usable id: {source.id[:40]!r}", mend)
        else:
            yield _ready(source, record, job)
    if not found:
        yield Problem(path, "C106", "the file holds no source", "look at what the file holds")


def _records(data: bytes, job: Job, readers: Mapping[str, Reader]) -> Iterator[tuple[bytes, Source | None]]:
    reader = readers[files.suffix_of(job.item.path)]
    charset = job.facts.get("charset")
    if charset:
        from factcheck.adapters.readers.charsets import in_utf8  # noqa: PLC0415  (rarely needed)

        data = in_utf8(data, charset, path=job.item.path)
    if not hasattr(reader, "read_new"):
        return ((b"", source) for source in reader.read(data, path=job.named))
    return cast("RecordReader", reader).read_new(data, path=job.named, known=job.records)


def _faults(job: Job, error: Exception) -> Iterator[Problem]:
    path = job.item.path
    if isinstance(error, ExceptionGroup):
        for inner in error.exceptions:
            yield from _faults(job, inner)
    elif isinstance(error, CorpusError):
        problem = beside.as_problem(path, error)
        at = problem.path.removeprefix(job.named) if problem.path.startswith(job.named) else None
        yield problem if at is None else Problem(path + at, problem.code, problem.what, problem.mend)
    else:
        what = f"the reader failed: {type(error).__name__}: {error}"
        yield Problem(path, "C105", what, "convert the file to plain text, or take it out of the corpus")


def _ready(source: Source, record: bytes, job: Job) -> Text | Problem:
    cuts = cut(source.text)
    if not cuts:
        return Problem(job.item.path, "C106", "no text is left after cleaning", "look at what the file holds")
    head, slices = encode_head(source), encode_slices(cuts)
    digest = digest_of(head, source.text, slices)
    body, windows = b"", []
    if job.digests.get(source.id) != digest:
        body = encode_body(source.text, slices)
        windows = list(window_terms(source.text, cuts, source.title))
    status, language = source.status.value, source.language
    return Text(record, source.id, digest, status, language, len(cuts), len(source.text), head, body, windows)


def _is_sound(source_id: str) -> bool:
    return 0 < len(source_id) <= 500 and source_id.isprintable()
