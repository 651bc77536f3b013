"""Web archives: each page of a WARC file is a source, with its address and the day on which it was fetched."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from factcheck.adapters.readers.feed import nothing_said
from factcheck.adapters.readers.foreign import LARGEST_PAGE, damaged, from_extra, taken_apart, too_much
from factcheck.adapters.readers.jsonl import MOST_FAULTS
from factcheck.adapters.readers.page_facts import day_of
from factcheck.adapters.readers.text import checked, decode, raise_faults
from factcheck.adapters.readers.web_page import read_page
from factcheck.errors import CorpusError, Location
from factcheck.sources.clean import read_article
from factcheck.sources.metadata import parse_time

if TYPE_CHECKING:
    from factcheck.domain.source import Source
    from factcheck.sources.metadata import Metadata

_KIND = "a web archive"
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_SILENT = frozenset({"C220", "C221", "C222"})
_MOST_UNPACKED = 4_000_000_000


class WarcReader:
    """`.warc` and `.warc.gz` files: each answer of a server that is a page or plain text is a source."""

    suffixes: tuple[str, ...] = (".warc", ".warc.gz")

    def read(self, data: bytes, *, path: str) -> Iterator[Source]:
        """The pages, named for their place among them: `crawl-3`. Redirects, errors, images, scripts are passed over.

        Raises:
            CorpusError: C120 if the extra is missing; C121 where the file is damaged, after the pages before that place; C222 or C130
                if none or not all of the pages hold a sentence.
        """
        with from_extra("warc", path=path):
            from warcio.archiveiterator import ArchiveIterator
        stem = path.removesuffix(".gz").rpartition(".")[0]
        faults: list[CorpusError] = []
        pages = silent = 0
        for record in _records(ArchiveIterator, data, faults, path=path):
            try:
                found = _page(record, path=path)
                pages += found is not None
                source = _read(found, path=path) if found else None
            except CorpusError as error:
                if error.code == "C120":
                    raise
                silent += error.code in _SILENT
                faults += [] if error.code in _SILENT or len(faults) >= MOST_FAULTS else [error]
            else:
                if source:
                    yield replace(source, id=f"{stem}-{pages}")
        if not pages and not faults:
            what = "the archive holds no page: no answer with status 200 that is HTML or plain text"
            faults.append(CorpusError("C222", what, where=Location(path), mend="crawl the pages again"))
        raise_faults([*faults, *nothing_said(silent, pages, "pages", path=path)], path=path)


@dataclass(frozen=True, slots=True)
class _Page:
    """One answer of a server."""

    body: bytes
    is_html: bool
    charset: str | None
    stated: Metadata


def _records(iterator: Any, data: bytes, faults: list[CorpusError], *, path: str) -> Iterator[Any]:
    """The records of an archive up to the place where it is damaged, which is added to `faults`."""
    whole = 0
    try:
        with taken_apart(_KIND, path=path):
            records = iterator(io.BytesIO(data))
        while True:
            with taken_apart(_KIND, path=path), redirect_stderr(io.StringIO()):  # it prints what it stumbles over
                record = next(records, None)
            if record is None:
                break
            whole += _declared(record)
            if whole > _MOST_UNPACKED:
                faults.append(too_much(f"the archive unpacks to more than {_MOST_UNPACKED:,} bytes", path=path))
                return
            yield record
        if records.err_count:
            faults.append(damaged(_KIND, "records are longer or shorter than they declare", path=path))
    except CorpusError as error:
        faults.append(error)


def _declared(record: Any) -> int:
    words = record.rec_headers.get_header("Content-Length") or "0"
    return int(words) if words.isdecimal() and len(words) < 20 else 0


def _page(record: Any, *, path: str) -> _Page | None:
    """The page of a record; None for a request, a redirect, an error, an image and the like.

    Raises:
        CorpusError: C121 if it is cut off, or cannot be unpacked.
    """
    headers = record.http_headers or record.rec_headers
    if record.rec_type == "response" and (not record.http_headers or record.http_headers.get_statuscode() != "200"):
        return None
    kind, _, parameters = (headers.get_header("Content-Type") or "").partition(";")
    kind = kind.strip().lower()
    if record.rec_type not in {"response", "resource"} or kind not in {*_PAGES, "text/plain"}:
        return None
    try:
        body = record.content_stream().read(LARGEST_PAGE + 1)
        whole = not getattr(record.raw_stream, "limit", 0) or bool(record.raw_stream.read(1))
    except Exception as error:  # whatever unpacking a broken body may raise
        raise _broken(record, path) from error
    if not whole:
        raise _broken(record, path)
    found = _CHARSET.search(parameters)
    return _Page(body, kind in _PAGES, found[1] if found else None, _stated(record))


def _broken(record: Any, path: str) -> CorpusError:
    url = (record.rec_headers.get_header("WARC-Target-URI") or "")[:200]
    return damaged(_KIND, f"it is cut off or broken within {url or 'a page'}", path=path)


def _stated(record: Any) -> Metadata:
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    fields = {
        "url": url if url.startswith(("http://", "https://")) and " " not in url else None,
        "retrieved": day_of(parse_time(record.rec_headers.get_header("WARC-Date") or "")),
    }
    return {name: value for name, value in fields.items() if value}


def _read(page: _Page, *, path: str) -> Source:
    if page.is_html:
        return read_page(page.body, path=path, charset=page.charset, stated=page.stated, extra="warc")
    text, charset = decode(page.body, path=path)
    return checked(read_article(text), page.stated, path=path, charset=charset)
