"""Plain text and Markdown, in any character set that can be told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.adapters.readers import charsets
from factcheck.errors import CorpusError, Location
from factcheck.sources.clean import Article, Markup, read_article
from factcheck.sources.metadata import make_source, split_front_matter
from factcheck.sources.passages import holds_passages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.domain.source import Source
    from factcheck.sources.metadata import Metadata

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
_HEAD_LINES = 2_000
_DECLARED = re.compile(
    rb"(?:^charset|^\W{0,4}-\*-.{0,40}coding|^\W{0,4}vim:.{0,80}fileencoding)\s*[:=]\s*[\"']?([\w.:-]{2,40})",
    re.MULTILINE,
)
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
    """The text and its character set: by byte order mark, as its first lines declare, else guessed.

    Raises:
        CorpusError: C220 if it is not text, C221 if it is empty.
    """
    where = Location(path)
    if not data.strip(b"\0\r\n\t \xef\xbb\xbf"):
        raise CorpusError("C221", "the file is empty", where=where, mend="put the text in, or delete the file")
    kind = kind_of(data)
    if kind:
        raise CorpusError(
            "C220", f"the file is {kind}, not text", where=where, mend="give it its own ending, or convert it to text"
        )
    found = _DECLARED.search(data[:_HEAD_LINES])
    text, read_as = charsets.decode(data, declared=found[1].decode("ascii") if found else None)
    head = data[: charsets.HEAD]
    # Wide characters are full of NULs, and some Japanese mail is full of escapes.
    wide = read_as.startswith(("utf-16", "utf-32", "iso2022"))
    if not wide and len(_CONTROL.findall(head)) > max(_FEW_CONTROL, _MOST_CONTROL * len(head)):
        raise CorpusError(
            "C220", "the file is binary, not text", where=where, mend="convert it to text, or take it out of the corpus"
        )
    return text, read_as


def kind_of(data: bytes) -> str:
    """What the first bytes say that a file is, in words; empty for text and for what is not known."""
    return next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), "")


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
