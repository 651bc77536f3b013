"""RSS and Atom: each item of a feed is a source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from html import unescape
from typing import TYPE_CHECKING, Any

from factcheck.adapters.readers.markup import mend_figures, name_of, paragraphs, parse_html, parse_xml
from factcheck.adapters.readers.page_facts import day_of, read_moment
from factcheck.adapters.readers.text import checked, raise_faults
from factcheck.errors import CorpusError, Location
from factcheck.sources.clean import read_article

if TYPE_CHECKING:
    from factcheck.domain.source import Source
    from factcheck.sources.metadata import Metadata

_ROOTS = frozenset({"rss", "feed", "rdf"})
_CONTENT = ("encoded", "content", "description", "summary")


class FeedReader:
    """`.rss`, `.atom` and `.xml` files: each item one source."""

    suffixes: tuple[str, ...] = (".rss", ".atom", ".xml")

    def read(self, data: bytes, *, path: str) -> Iterator[Source]:
        """A source for each item that says something, named for its place: `feed-3`.

        Raises:
            CorpusError: C120 if the extra is missing, C121 if it is not XML, C123 if it is too large, C124 if it defines XML entities,
                C125 if it is no feed; after the last item, C130 if some hold no sentence.
        """
        root = parse_xml(data, path=path, kind="a feed")
        if name_of(root) not in _ROOTS:
            what = f"the file is XML but neither an RSS nor an Atom feed: it starts with <{name_of(root)[:40]}>"
            raise CorpusError("C125", what, where=Location(path), mend="save its text, or take it out of the corpus")
        channel = next((child for child in root if name_of(child) == "channel"), root)
        publisher = _said(channel, "title")
        silent = 0
        items = [element for element in root.iter() if name_of(element) in {"item", "entry"}]
        for number, item in enumerate(items, 1):
            source = _read_item(
                item, publisher, number, path=path, charset=root.getroottree().docinfo.encoding or "utf-8"
            )
            if source:
                yield source
            else:
                silent += 1
        if not items:
            raise CorpusError(
                "C125",
                "the feed has no items",
                where=Location(path),
                mend="fetch it again, or take it out of the corpus",
            )
        raise_faults(nothing_said(silent, len(items), "items", path=path), path=path)


def nothing_said(silent: int, of: int, what: str, *, path: str) -> list[CorpusError]:
    """The note that some parts of a file hold no sentence; a file of which no part does is at fault (C222)."""
    if not silent:
        return []
    mend = "look at what the file holds"
    if silent == of:
        return [CorpusError("C222", f"none of the {of} {what} holds a sentence", where=Location(path), mend=mend)]
    return [
        CorpusError(
            "C130",
            f"{silent} of the {of} {what} {'hold' if silent > 1 else 'holds'} no sentence",
            where=Location(path),
            mend=mend,
        )
    ]


def _read_item(item: Any, publisher: str | None, number: int, *, path: str, charset: str) -> Source | None:
    title = _said(item, "title")
    body = max((_text_of(item, name, path) for name in _CONTENT), key=lambda found: sum(map(len, found)))
    text = "\n\n".join([title, *body] if title and title not in body[:2] else body)
    metadata = {"id": f"{path.rpartition('.')[0]}-{number}", **_stated(item, title, publisher)}
    try:
        return _with_origin(checked(read_article(text), metadata, path=path, charset=charset.lower()), item)
    except CorpusError as error:
        if error.code != "C222":
            raise
        return None


def _text_of(item: Any, name: str, path: str) -> list[str]:
    """The paragraphs of an element that holds HTML, escaped or as elements, or plain text."""
    element = next((child for child in item if name_of(child) == name), None)
    if element is None:
        return []
    if len(element):
        mend_figures(element)
        return paragraphs(element)
    words = element.text or ""
    if "<" not in words:
        return [" ".join(part.split()) for part in words.split("\n\n") if part.strip()]
    body = parse_html(words, path=path).find("body")
    if body is None:
        return []
    mend_figures(body)
    return paragraphs(body)


def _stated(item: Any, title: str | None, publisher: str | None) -> Metadata:
    published = _moment(item, "pubdate", "published", "issued", "date", "created")
    changed = _moment(item, "updated", "modified")
    author = next((child for child in item if name_of(child) in {"creator", "author"}), None)
    fields = {
        "title": title,
        "publisher": publisher,
        "author": (_said(author, "name") or " ".join("".join(author.itertext()).split())[:300])
        if author is not None
        else None,
        "published": day_of(published or changed),
        "published_at": published if isinstance(published, datetime) else None,
        "modified": day_of(changed),
        "url": _link(item),
    }
    return {name: value for name, value in fields.items() if value}


def _with_origin(source: Source, item: Any) -> Source:
    """An item that was taken from another feed says from which."""
    origin = next((child for child in item if name_of(child) == "source"), None)
    if origin is None:
        return source
    names = (_said(origin, "title") or " ".join((origin.text or "").split())[:300], origin.get("url"))
    return replace(source, based_on=(*source.based_on, *(name for name in names if name and name != source.publisher)))


def _said(element: Any, name: str) -> str | None:
    """The text of the first child of this name, its tags left out."""
    found = next((child for child in element if name_of(child) == name), None)
    words = "".join(found.itertext()) if found is not None else ""
    return " ".join(unescape(words).split())[:500] or None


def _moment(item: Any, *names: str) -> Any:
    for name in names:
        words = _said(item, name)
        found = read_moment(words) if words else None
        if found:
            return found
    return None


def _link(item: Any) -> str | None:
    links = [child for child in item if name_of(child) == "link" and child.get("rel", "alternate") == "alternate"]
    addresses = [(link.get("href") or link.text or "").strip() for link in links] + [_said(item, "guid") or ""]
    return next(
        (address for address in addresses if address.startswith(("http://", "https://")) and " " not in address), None
    )
