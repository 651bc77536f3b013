"""Web pages: trafilatura finds the report, what the page says about itself is read by our own code."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from factcheck.adapters.readers import charsets
from factcheck.adapters.readers.foreign import from_extra, taken_apart
from factcheck.adapters.readers.markup import mend_figures, mend_layout, paragraphs, parse_html
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
_WORD = re.compile(r"\w+")
_FEWEST_RUNS = 5
_FEWEST_LETTERS = 12
_LONGEST_SEARCHED = 500_000
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
    mend_layout(tree)
    article = read_article("\n\n".join(_report(tree, facts.title, path=path, extra=extra)))
    metadata = facts.metadata
    words = article.text.count(" ") + 1
    language = recognise_language(article.text)
    if language == "en" and words < _ENOUGH_WORDS:
        language = facts.language or language
    source = checked(article, {**metadata, "language": language}, path=path, charset=read_as)
    source = replace(source, based_on=tuple(dict.fromkeys((*facts.based_on, *article.credits))))
    return apply_metadata(source, stated or {})


def decode_page(data: bytes, *, path: str, charset: str | None = None) -> tuple[str, str]:
    """The text of a page with its tags, and its character set.

    Raises:
        CorpusError: C220 if it is of another kind, C221 if it is empty.
    """
    if not data.strip(b"\0\r\n\t \xef\xbb\xbf"):
        raise CorpusError(
            "C221", "the file is empty", where=Location(path), mend="fetch the page again, or delete the file"
        )
    kind = kind_of(data)
    if kind:
        raise CorpusError(
            "C220", f"the file is {kind}, not a web page", where=Location(path), mend="give it its own ending"
        )
    head = data[:_HEAD]
    found = _META_CHARSET.search(head) or _XML_CHARSET.search(head)
    declared = found[1].decode("ascii") if found else None
    if declared and declared.lower().startswith("utf-16"):  # a tag that could be read as ASCII is not in UTF-16
        declared = "utf-8"
    return charsets.decode(data, declared=charset if charsets.known(charset) else declared)


def _report(tree: Any, title: str | None, *, path: str, extra: str) -> list[str]:
    """The paragraphs of the report, headline first.

    trafilatura chooses them; their words are read by our own code, since its fallback for short pages parts letters and figures
    that stand together (`1<i>0</i> percent`).
    """
    with from_extra(extra, path=path):
        import trafilatura
    logging.getLogger("trafilatura").setLevel(
        logging.CRITICAL
    )  # it tells what it cannot read; so do we, in our own words
    body = tree.find("body")
    if body is None:
        return []
    headline = _headline(body, title)
    without_furniture(body)
    found = paragraphs(body)
    with taken_apart("a web page", path=path):
        document = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True)
    chosen = getattr(document, "body", None)
    if chosen is not None:
        found = _chosen(found, paragraphs(chosen)) or found
    # What stands above the headline is the page's, not the report's.
    return [headline, *found[found.index(headline) + 1 if headline in found else 0 :]] if headline else found


def _chosen(found: list[str], chosen: list[str]) -> list[str]:
    """The paragraphs of which most is among those that were chosen, however these are parted and spaced."""
    words = [_WORD.findall(paragraph.lower()) for paragraph in chosen]
    whole = list(chain.from_iterable(words))
    runs = set(zip(whole, whole[1:], whole[2:], strict=False))
    joined = "".join(whole)
    alone = set(map("".join, words))

    def is_chosen(paragraph: str) -> bool:
        own = _WORD.findall(paragraph.lower())
        compact = "".join(own)
        if compact in alone or (
            len(compact) >= _FEWEST_LETTERS and len(joined) < _LONGEST_SEARCHED and compact in joined
        ):
            return True
        parts = list(zip(own, own[1:], own[2:], strict=False))
        return len(parts) >= _FEWEST_RUNS and 2 * sum(part in runs for part in parts) >= len(parts)

    return [paragraph for paragraph in found if is_chosen(paragraph)]


def _headline(body: Any, title: str | None) -> str | None:
    """The `h1` that says what the page says its title is; a site's own name in an `h1` is no headline."""
    for element in body.iter("h1"):
        words = " ".join("".join(element.itertext()).split())
        if title and len(words) > 10 and (words.lower() in title.lower() or title.lower() in words.lower()):
            return words
    return None
