"""Web pages: trafilatura finds the report, what the page says about itself is read by our own code."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factcheck.adapters.readers import charsets
from factcheck.adapters.readers.foreign import needed, taken_apart
from factcheck.adapters.readers.markup import mend_figures, paragraphs, parse_html
from factcheck.adapters.readers.page_facts import page_facts
from factcheck.adapters.readers.page_furniture import without_furniture
from factcheck.adapters.readers.text import checked, kind_of
from factcheck.errors import CorpusError, Location
from factcheck.sources.clean import read_article
from factcheck.sources.language import recognise_language
from factcheck.sources.metadata import apply_metadata

if TYPE_CHECKING:
    from factcheck.domain.source import Source
    from factcheck.sources.metadata import Metadata

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_HEAD = 4_096
_ENOUGH_WORDS = 40
"""Words from which the text tells its language better than the page, whose template often says `en` for anything."""


class HtmlReader:
    """`.html` files: one page, one source."""

    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def read(self, data: bytes, *, path: str) -> Iterator[Source]:
        """The one source of the page.

        Raises:
            CorpusError: C120 if the extra is missing, C121 if it is no page, C123 if it is too large, C221 if it is empty, C222
                if no sentence is left.
        """
        yield read_page(data, path=path)


def read_page(
    data: bytes, *, path: str, charset: str | None = None, stated: Metadata | None = None, extra: str = "html"
) -> Source:
    """The source of a page.

    Args:
        data: The bytes as they were sent.
        path: For the id and the places of faults.
        charset: As the server declared it; it goes before what the page declares.
        stated: What is known from elsewhere, such as the address it was fetched from; it goes before what the page says.
        extra: Which extra to name if a parser is missing.

    Raises:
        CorpusError: As `HtmlReader.read`.
    """
    text, read_as = decode_page(data, path=path, charset=charset)
    tree = parse_html(text, path=path, extra=extra)
    facts = page_facts(tree)
    mend_figures(tree)
    article = read_article("\n\n".join(_report(tree, facts.title, path=path, extra=extra)))
    metadata = facts.metadata
    words = article.text.count(" ") + 1
    language = recognise_language(article.text) if words >= _ENOUGH_WORDS else facts.language
    source = checked(article, {**metadata, **({"language": language} if language else {})}, path=path, charset=read_as)
    source = replace(source, based_on=tuple(dict.fromkeys((*facts.based_on, *article.credits))))
    return apply_metadata(source, stated or {})


def decode_page(data: bytes, *, path: str, charset: str | None = None) -> tuple[str, str]:
    """The text of a page with its tags, and its character set.

    Raises:
        CorpusError: C121 if it is of another kind, C221 if it is empty.
    """
    if not data.strip(b"\0\r\n\t \xef\xbb\xbf"):
        raise CorpusError(
            "C221", "the file is empty", where=Location(path), mend="fetch the page again, or delete the file"
        )
    kind = kind_of(data)
    if kind:
        raise CorpusError(
            "C121", f"the file is {kind}, not a web page", where=Location(path), mend="give it its own ending"
        )
    head = data[:_HEAD]
    found = _META_CHARSET.search(head) or _XML_CHARSET.search(head)
    declared = found[1].decode("ascii") if found else None
    if declared and declared.lower().startswith("utf-16"):  # a tag that could be read as ASCII is not in UTF-16
        declared = "utf-8"
    return charsets.decode(data, declared=charset if charsets.known(charset) else declared)


def _report(tree: Any, title: str | None, *, path: str, extra: str) -> list[str]:
    """The paragraphs of the report, headline first."""
    trafilatura = needed("trafilatura", extra=extra, path=path)
    logging.getLogger("trafilatura").setLevel(
        logging.CRITICAL
    )  # it tells what it cannot read; so do we, in our own words
    body = tree.find("body")
    if body is None:
        return []
    headline = _headline(body, title)
    without_furniture(body)
    plain = paragraphs(body)
    with taken_apart("a web page", path=path):
        document = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True)
    found = paragraphs(document.body) if document is not None and document.body is not None else []
    found = found or plain
    if headline and headline not in found[:3]:
        found.insert(0, headline)
    return found


def _headline(body: Any, title: str | None) -> str | None:
    """The `h1` that says what the page says its title is; a site's own name in an `h1` is no headline."""
    for element in body.iter("h1"):
        words = " ".join("".join(element.itertext()).split())
        if title and len(words) > 10 and (words.lower() in title.lower() or title.lower() in words.lower()):
            return words
    return None
