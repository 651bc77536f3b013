"""From the raw text of an article to the text that every quote is measured in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import takewhile

from factcheck.sources.characters import fold_characters, mend_apostrophes
from factcheck.sources.dateline import AGENCIES, credited, find_dateline, parse_day, read_by_line, read_day_line
from factcheck.sources.furniture import is_caption, is_furniture, strip_credits
from factcheck.sources.layout import lines_of, markdown_paragraphs, plain_paragraphs

HEAD = 10
"""Lines at the top in which a by-line or a day is about the article."""
FOOT = 12
"""Lines at the end in which a credit is about the article."""
_WORD = re.compile(r"\w+")
_HEADLINE = 200
_HEAD_LINE = 120
_BAR = re.compile(r"\s?[|·•]\s?")
_PUNCTUATION = " .,:;!?\"'“”‘’()[]"
_REPEATED_CAPTION = 0.6
_MORE = re.compile(
    r"(?:related|most read|most popular|more from|more on this|more stories|recommended|you may also like|you might also like|read more|read also|see also"
    r"|also read|trending|top stories|editors?'? picks?|latest news|don't miss|up next)\b",
    re.IGNORECASE,
)
_TAIL_AGENCY = re.compile(rf"[\[(]({'|'.join(map(re.escape, AGENCIES))})[\])]\.?$", re.IGNORECASE)


class Markup(StrEnum):
    """How the raw text is written."""

    PLAIN = "plain"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True)
class Article:
    """An article taken apart.

    Attributes:
        text: The cleaned text: paragraphs of one line each, parted by a blank line; the headline first.
        title: The headline, if the first paragraph is one.
        author: The names of the by-line.
        published: The day that stands at its head, labelled as published or not labelled.
        updated: The day labelled as the last change.
        dateline: The day that its dateline names, the year taken from `published` or `updated` where it names none.
        credits: Agencies and papers it names as its source, in the order of mention.
    """

    text: str
    title: str | None = None
    author: str | None = None
    published: date | None = None
    updated: date | None = None
    dateline: date | None = None
    credits: tuple[str, ...] = ()


def clean(raw: str, *, markup: Markup = Markup.PLAIN) -> str:
    """The cleaned text of `raw`; offsets of quotes count its code points. Cleaning plain text twice changes nothing."""
    return read_article(raw, markup=markup).text


def read_article(raw: str, *, markup: Markup = Markup.PLAIN) -> Article:
    """Clean `raw`, and keep what its furniture says about it."""
    text = fold_characters(raw)
    lines = lines_of(text)
    if markup is Markup.MARKDOWN:
        kept = _evidence(list(markdown_paragraphs(text)), checked=frozenset())
    else:
        apart = list(_apart(lines))
        kept = _evidence(list(plain_paragraphs(apart)), checked=frozenset(apart))
    dateline = find_dateline(next((paragraph for paragraph in kept if _is_prose(paragraph)), ""))
    lines = [line for line in lines if line]
    head = _head(lines[:HEAD])
    return Article(
        text="\n\n".join(kept),
        title=_headline(kept),
        author=head.author,
        published=head.published,
        updated=head.updated,
        dateline=_day(dateline.day, near=head.published or head.updated) if dateline and dateline.day else None,
        credits=_credits(lines, agency=dateline.agency if dateline else None),
    )


def _apart(lines: Iterable[str]) -> Iterator[str]:
    """The lines without furniture, so that none is joined to a sentence; headings over lists of links stand alone."""
    for line in lines:
        if not line or not is_furniture(line):
            yield line
        elif _MORE.match(line):
            yield from ("", line, "")
        else:
            yield ""


def _evidence(rough: list[str], *, checked: frozenset[str]) -> list[str]:
    """The paragraphs that are part of the report, each once, credits cut off; those in `checked` need no second look."""
    paragraphs = [
        mend_apostrophes(paragraph)
        for paragraph in _without_lists_of_links(rough)
        if (paragraph in checked and not _MORE.match(paragraph)) or not is_furniture(paragraph)
    ]
    captions = {paragraph for paragraph in paragraphs if is_caption(paragraph)}
    body = [frozenset(_words(paragraph)) for paragraph in paragraphs if paragraph not in captions] if captions else []
    kept: dict[str, str] = {}
    for paragraph in paragraphs:
        bare = strip_credits(paragraph)
        if bare != paragraph and (not any(map(str.isalnum, bare)) or is_furniture(bare)):
            continue
        if paragraph in captions:
            words = _words(bare)
            if any(len(other.intersection(words)) >= _REPEATED_CAPTION * len(words) for other in body):
                continue
        kept.setdefault(bare.lower().strip(_PUNCTUATION), bare)
    return list(kept.values())


def _without_lists_of_links(paragraphs: list[str]) -> list[str]:
    """Drops headlines of other articles under "Most read" and its like, up to the next sentence."""
    kept: list[str] = []
    linked = False
    for paragraph in paragraphs:
        if linked and not _is_prose(paragraph):
            continue
        linked = len(paragraph) < 60 and bool(_MORE.match(paragraph)) and is_furniture(paragraph)
        kept.append(paragraph)
    return kept


def _headline(paragraphs: list[str]) -> str | None:
    """The first paragraph of four words or more above the first sentence; else whatever stands there."""
    above = list(takewhile(lambda paragraph: not _is_prose(paragraph), paragraphs[:HEAD]))
    return next((paragraph for paragraph in above if paragraph.count(" ") >= 3), above[0] if above else None)


@dataclass(slots=True)
class _Head:
    author: str | None = None
    published: date | None = None
    updated: date | None = None


def _head(lines: list[str]) -> _Head:
    head = _Head()
    for line in lines:
        for part in _BAR.split(line) if len(line) <= _HEAD_LINE else ():
            stamp = read_day_line(part)
            if stamp and ("updat" in stamp[0] or "modif" in stamp[0]):
                head.updated = head.updated or stamp[1]
            elif stamp:
                head.published = head.published or stamp[1]
            elif not head.author:
                head.author = read_by_line(part)
    return head


def _is_prose(paragraph: str) -> bool:
    return len(paragraph) > _HEADLINE or (paragraph.rstrip("\"'”’)]")[-1:] in ".!?" and paragraph.count(" ") >= 4)


def _words(paragraph: str) -> list[str]:
    return _WORD.findall(paragraph.lower())


def _day(words: str, *, near: date | None) -> date | None:
    day = parse_day(words) or (parse_day(f"{words} {near.year}") if near else None)
    if day and near and day > near:  # a dateline of late December in a paper of early January
        day = parse_day(f"{words} {near.year - 1}") or day
    return day


def _credits(lines: list[str], *, agency: str | None) -> tuple[str, ...]:
    names = [agency] if agency else []
    for line in lines[:3] + lines[max(3, len(lines) - FOOT) :]:
        names += credited(line)
        tail = _TAIL_AGENCY.search(line[-40:])
        if tail:
            names.append(AGENCIES[tail[1].lower()])
    return tuple(dict.fromkeys(names))
