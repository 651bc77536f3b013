"""Plain text and Markdown, in any character set that can be told."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from factcheck.errors import CorpusError, Location
from factcheck.sources.clean import Article, Markup, read_article
from factcheck.sources.metadata import make_source, split_front_matter
from factcheck.sources.passages import holds_passages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.domain.source import Source
    from factcheck.sources.metadata import Metadata

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Signatures of formats that people rename to .txt: (first bytes, what they are).
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (a .docx or .epub is one)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"{\\rtf", "an RTF document"),
)
_HEAD = 65_536
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROL = 0.01
_FEW_CONTROL = 8
_HTML = re.compile(r"\s*(?:<!doctype html|<html[\s>]|<\?xml)", re.IGNORECASE)


class TextReader:
    """`.txt` files: front matter, then an article."""

    suffixes: tuple[str, ...] = (".txt", ".text")
    markup = Markup.PLAIN

    def read(self, data: bytes, *, path: str) -> Iterator[Source]:
        """The one source of the file.

        Raises:
            CorpusError: C220 if it is not text, C221 if it is empty, C222 if no sentence is left after cleaning.
            ExceptionGroup: Of `CorpusError`, for several faults of the front matter.
        """
        text, charset = decode(data, path=path)
        if _HTML.match(text):
            raise CorpusError(
                "C220",
                "the file is HTML, not text",
                where=Location(path),
                mend="save the text of the page, without its tags",
            )
        stated = split_front_matter(text, path=path)
        raise_faults(stated.faults, path=path)
        yield checked(read_article(stated.body, markup=self.markup), stated.metadata, path=path, charset=charset)


class MarkdownReader(TextReader):
    """`.md` files: front matter, then an article in Markdown."""

    suffixes = (".md", ".markdown")
    markup = Markup.MARKDOWN


def decode(data: bytes, *, path: str) -> tuple[str, str]:
    """The text and its character set: by byte order mark, as UTF-8, by the pattern of NULs, else as Windows-1252.

    Raises:
        CorpusError: C220 if it is not text, C221 if it is empty.
    """
    where = Location(path)
    if not data.strip(b"\0\r\n\t \xef\xbb\xbf"):
        raise CorpusError("C221", "the file is empty", where=where, mend="put the text in, or delete the file")
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(charset, "replace"), charset
    kind = next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), "")
    if kind:
        raise CorpusError(
            "C220", f"the file is {kind}, not text", where=where, mend="give it its own ending, or convert it to text"
        )
    head = data[:_HEAD]
    wide = _without_mark(head)
    if wide:
        return data.decode(wide, "replace"), wide
    if len(_CONTROL.findall(head)) > max(_FEW_CONTROL, _MOST_CONTROL * len(head)):
        raise CorpusError(
            "C220", "the file is binary, not text", where=where, mend="convert it to text, or take it out of the corpus"
        )
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"


def checked(article: Article, metadata: Metadata, *, path: str, charset: str) -> Source:
    """The source of an article that says something.

    Raises:
        CorpusError: C222 if no sentence is left after cleaning.
    """
    source = make_source(article, metadata, path=path, charset=charset)
    if not holds_passages(source.text):
        mend = "the text may be all menus and credits: look at what the file holds"
        raise CorpusError("C222", "no sentence is left after cleaning", where=Location(path), mend=mend)
    return source


def raise_faults(faults: Sequence[CorpusError], *, path: str) -> None:
    """Raise what was collected: one fault as itself, several as a group.

    Raises:
        CorpusError: If there is one.
        ExceptionGroup: If there are several.
    """
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise ExceptionGroup(f"{path}: {len(faults)} faults", list(faults))


def _without_mark(head: bytes) -> str:
    """UTF-16 without a byte order mark: every other byte of Latin text is NUL."""
    half = len(head) // 2
    if half and head[1::2].count(0) > 0.6 * half and head[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if half and head[::2].count(0) > 0.6 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return ""
