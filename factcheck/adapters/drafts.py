"""Drafts on disk: read like a source of the corpus, with the lines of their file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.adapters.reader_table import ReaderTable
from factcheck.adapters.readers.text import decode
from factcheck.errors import CorpusError, DeskError, Location

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.domain.source import Passage, Source

_TEXT = frozenset({".txt", ".text", ".md", ".markdown"})
_WORD = re.compile(r"\w+")
_MARKUP = r"[\W_]{0,400}?"
_WORDS = 6
_HEADING = re.compile(r"\s{0,3}#{1,6}\s")


_UNSAID = re.compile(
    r"<(?:!(?P<comment>--)|(?P<name>script|style|template|noscript|svg|iframe)\b[^<>]*>)", re.IGNORECASE
)
_INLINE = "a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s small span strong sub sup time u"
_BLOCK = (
    "address article aside blockquote br button caption center dd details div dl dt embed fieldset figcaption figure footer form h[1-6] header "
    "hr iframe img input label li link main meta nav noscript object ol option p picture pre script section select source style summary svg "
    "table tbody td template textarea tfoot th thead tr ul video audio"
)
_TAG = re.compile(
    rf"</?(?:(?P<inline>{_INLINE.replace(' ', '|')})|(?:{_BLOCK.replace(' ', '|')}))(?:\s[^<>]*)?/?>", re.IGNORECASE
)


def without_tags(text: str) -> str:
    """A draft without the HTML that stands in it, its lines kept: tags, scripts, styles and comments state no facts."""
    return _TAG.sub(lambda found: _lines_of(found[0]) or ("" if found["inline"] else " "), "".join(_told(text)))


def _told(text: str) -> Iterator[str]:
    """The pieces of a text outside its scripts, styles and comments; what is opened and never closed stays."""
    low = text.lower()
    at = 0
    endless: set[str] = set()
    for found in _UNSAID.finditer(text):
        closer = "-->" if found["comment"] else f"</{found['name'].lower()}"
        if found.start() < at or closer in endless:
            continue
        end = low.find(closer, found.end())
        stop = low.find(">", end) + 1 if end >= 0 else 0
        if not stop:
            endless.add(closer)
            continue
        yield text[at : found.start()]
        yield _lines_of(text[found.start() : stop]) or " "
        at = stop
    yield text[at:]


def _lines_of(cut: str) -> str:
    return "\n" * cut.count("\n")


class Draft:
    """A draft: its cleaned text as a source, and where its sentences stand in the file.

    Attributes:
        source: As a reader of the corpus gives it.
    """

    def __init__(self, source: Source, raw: str | None) -> None:
        """Keep the text of the file, if it is a text."""
        self.source = source
        self._raw = raw
        self._places: dict[int, int | None] = {}
        self._reached = 0

    def line_of(self, passage: Passage) -> int | None:
        """The 1-based line of the file on which a passage starts; None for formats without lines. Passages are asked in order."""
        at = self._place(passage)
        return None if at is None or self._raw is None else self._raw.count("\n", 0, at) + 1

    def is_marked_heading(self, passage: Passage) -> bool:
        """Whether the file marks the line as a heading of Markdown."""
        at = self._place(passage)
        if at is None or self._raw is None:
            return False
        return bool(_HEADING.match(self._raw, self._raw.rfind("\n", 0, at) + 1))

    def _place(self, passage: Passage) -> int | None:
        """Where the first words of a passage stand in the file, whatever markup parts them."""
        if self._raw is None:
            return None
        if passage.start not in self._places:
            words = _WORD.findall(passage.text)[:_WORDS]
            pattern = re.compile(r"\b" + _MARKUP.join(map(re.escape, words)), re.IGNORECASE) if words else None
            found = pattern.search(self._raw, self._reached) if pattern else None
            self._places[passage.start] = found.start() if found else None
            self._reached = found.start() if found else self._reached
        return self._places[passage.start]


def read_draft(path: Path, *, shown: str, readers: Sequence[str]) -> Draft:
    """The draft in a file.

    Args:
        path: The file.
        shown: Its path as shown to the user.
        readers: Names of third-party readers to use beside ours.

    Raises:
        DeskError: D003 if it cannot be opened, is of no kind that is read, or holds not exactly one text.
        CorpusError: If its reader refuses it.
    """
    where = Location(shown)
    known = ReaderTable(readers)
    suffix = path.suffix.lower()
    if suffix not in known:
        mend = f"known endings: {' '.join(sorted(known))}"
        raise DeskError("D003", "is of no kind that is read as a draft", where=where, mend=mend)
    try:
        data = path.read_bytes()
    except OSError as error:
        mend = "see that it exists and that you may read it"
        raise DeskError(
            "D003", f"cannot be read: {(error.strerror or str(error)).lower()}", where=where, mend=mend
        ) from None
    try:
        raw = without_tags(decode(data, path=shown)[0]) if suffix in _TEXT else None
        sources = list(known[suffix].read(data if raw is None else raw.encode("utf-8-sig"), path=shown))
    except CorpusError as error:
        raise DeskError("D003", error.what, where=error.where or where, mend=error.mend) from None
    if len(sources) != 1:
        raise DeskError("D003", f"holds {len(sources)} texts, not one", where=where, mend="save the draft as one text")
    return Draft(sources[0], raw)
