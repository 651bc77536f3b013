"""Books: the chapters of an EPUB in reading order."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from factcheck.adapters.readers.foreign import LARGEST_PAGE, damaged, locked_up, too_much
from factcheck.adapters.readers.markup import mend_figures, name_of, paragraphs, parse_html, parse_xml
from factcheck.adapters.readers.packed import Packed
from factcheck.adapters.readers.page_facts import day_of, read_moment
from factcheck.adapters.readers.text import checked
from factcheck.adapters.readers.web_page import decode_page
from factcheck.sources.clean import read_article

if TYPE_CHECKING:
    from factcheck.domain.source import Source
    from factcheck.sources.metadata import Metadata

_KIND = "an EPUB book"
_CONTAINER = "META-INF/container.xml"
_CHAPTERS = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


class EpubReader:
    """`.epub` files: one book, one source."""

    suffixes: tuple[str, ...] = (".epub",)

    def read(self, data: bytes, *, path: str) -> Iterator[Source]:
        """The one source of the book: each chapter once, however often the reading order names it.

        Raises:
            CorpusError: C120 if the extra is missing, C121 if it is damaged, C122 if its chapters are encrypted, C123 if it would
                unpack to too much, C124 if it defines XML entities, C222 if no sentence is left.
        """
        packed = Packed(data, path=path, kind=_KIND)
        place, package = _package(packed, path)
        _check_rights(packed, path)
        found: list[str] = []
        size = 0
        for name in dict.fromkeys(_chapters(package, posixpath.dirname(place))):
            page = decode_page(packed.read(name), path=path)[0]
            size += len(page)
            if size > LARGEST_PAGE:
                what = f"the chapters of the book have more than the {LARGEST_PAGE:,} characters that are read"
                raise too_much(what, path=path)
            body = parse_html(page, path=path).find("body")
            if body is None:
                continue
            mend_figures(body)
            found += paragraphs(body)
        yield checked(read_article("\n\n".join(found)), _stated(package), path=path, charset="utf-8")


def _package(packed: Packed, path: str) -> tuple[str, Any]:
    """Where the package file stands, and its root."""
    container = parse_xml(packed.read(_CONTAINER), path=path, kind=_KIND)
    place = next(
        (element.get("full-path") for element in container.iter("{*}rootfile") if element.get("full-path")), None
    )
    if not place:
        raise damaged(_KIND, "it does not say where its contents are listed", path=path)
    return place, parse_xml(packed.read(place), path=path, kind=_KIND)


def _check_rights(packed: Packed, path: str) -> None:
    """Fonts may be scrambled; chapters that are cannot be read."""
    if "META-INF/encryption.xml" not in packed:
        return
    listed = parse_xml(packed.read("META-INF/encryption.xml"), path=path, kind=_KIND)
    methods = [element.get("Algorithm") for element in listed.iter("{*}EncryptionMethod")]
    if any(method not in _FONTS for method in methods):
        raise locked_up("the book (digital rights management)", path=path)


def _chapters(package: Any, folder: str) -> Iterator[str]:
    items = {item.get("id"): item for item in package.iter("{*}item")}
    for reference in package.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or reference.get("linear") == "no" or item.get("media-type") not in _CHAPTERS:
            continue
        if "nav" not in (item.get("properties") or "").split():
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "").partition("#")[0]))


def _stated(package: Any) -> Metadata:
    said: dict[str, list[str]] = {}
    for metadata in package.iter("{*}metadata"):
        for element in metadata.iter():
            words = " ".join((element.text or "").split())[:500]
            if words and isinstance(element.tag, str) and "purl.org/dc/" in element.tag:
                said.setdefault(name_of(element), []).append(words)
    day = day_of(next(filter(None, map(read_moment, said.get("date", []))), None))
    fields = {
        "title": next(iter(said.get("title", [])), None),
        "author": ", ".join(dict.fromkeys(said.get("creator", []))),
        "publisher": next(iter(said.get("publisher", [])), None),
        "published": day,
    }
    return {name: value for name, value in fields.items() if value}
