"""Documents of the corpus and slices of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Tier(StrEnum):
    """How close a source stands to the event."""

    PRIMARY = "primary"
    WIRE = "wire"
    REPUBLISHER = "republisher"
    PARTY = "party"


class Status(StrEnum):
    """What became of a source after it was published."""

    CURRENT = "current"
    CORRECTED = "corrected"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class Source:
    """One document. `text` is the cleaned text: the coordinate system of every quote, in code points.

    Attributes:
        id: Unique in the corpus; the path without its suffix, with `/`, unless metadata says otherwise.
        published: Day of publication, if known: relative dates are resolved against it.
        published_at: Time of publication with its zone, if the source states one; its day there is `published`.
        modified: Day of the last change that the source states; it says nothing about when it was published.
        retrieved: Day on which somebody fetched or saved it.
        dateline: Day that the text's own dateline names, if it has one and `published` is unknown.
        language: ISO 639-1 code, as declared or recognised; only `en` is judged.
        charset: How the file was read, as Python names it; empty for a source made in Python.
        path: The file, relative to the corpus folder; empty for a source made in Python.
        digest: sha256 of the raw bytes and of the metadata that count, in hex.
        based_on: Ids, publishers or addresses of the reports that this one retells.
        archive: Address of a copy in a web archive.
        content_type: What the server called the file when it was fetched.
        sha256: Of the file's bytes when it was added, in hex; empty if nobody stated it.
    """

    text: str
    id: str = ""
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    published_at: datetime | None = None
    modified: date | None = None
    dateline: date | None = None
    url: str | None = None
    retrieved: date | None = None
    tier: Tier | None = None
    tags: tuple[str, ...] = ()
    status: Status = Status.CURRENT
    based_on: tuple[str, ...] = ()
    language: str = "en"
    path: str = ""
    digest: str = ""
    charset: str = ""
    archive: str | None = None
    content_type: str | None = None
    sha256: str = ""


Slice = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """A slice of a source, one sentence as a rule; never a retyped copy of its words.

    Attributes:
        start: First code point in `source.text`.
        end: One past the last code point.
        before: Up to three sentences before it, nearest last, in the same source.
        after: The sentence after it, if there is one.
    """

    source: Source
    start: int
    end: int
    before: tuple[Slice, ...] = ()
    after: tuple[Slice, ...] = ()

    @property
    def text(self) -> str:
        """The words, exactly as they stand in the source."""
        return self.source.text[self.start : self.end]

    @property
    def line(self) -> int:
        """1-based line of the cleaned text on which the passage starts."""
        return self.source.text.count("\n", 0, self.start) + 1


@dataclass(frozen=True, slots=True)
class Problem:
    """A file of the corpus that could not be read, or a source that does not count, and why."""

    path: str
    code: str
    what: str
    mend: str = ""
