"""What stands on a page without being part of the report: menus, appeals, credits, legal lines.

Every rule looks at one paragraph alone and at wording that many sites share, never at a topic: money, donations and
copyright are reported on, too. A paragraph in which somebody says something stays.
"""

from __future__ import annotations

import re

from factcheck.sources.dateline import AGENCIES, read_by_line, read_day_line
from factcheck.sources.furniture_wording import (
    ADDRESS,
    ADDRESSED,
    APPEALS,
    ASIDE,
    ASKS,
    BAR,
    BOX_SIGNS,
    BOXES,
    CLOSING,
    COMMANDS,
    CREDIT_LINE,
    CREDIT_SMALL,
    CRUMBS,
    FILE_PHOTO,
    HEAD_BAR,
    LEGAL,
    LEGAL_SIGNS,
    LINE_SHAPES,
    LINES,
    MENU_WORDS,
    MORE_BOX_SIGNS,
    MORE_LEGAL_SIGNS,
    OPENS_APPEAL,
    PHOTO,
    PHOTO_SIGNS,
    SAYING,
    SECTIONS,
    SMALL_WORD,
    TAIL_CREDIT,
    US,
    YOU,
)

LONGEST_LINE = 240
"""Code points up to which a paragraph is compared with one-line furniture."""
LONGEST_CREDIT = 200
"""Code points at the end of a paragraph in which a photo credit is looked for."""
LONGEST_BOX = 2_000
"""Code points up to which a paragraph can be an appeal or a legal notice."""


def is_furniture(paragraph: str) -> bool:
    """Whether `paragraph` is page furniture: nothing in it is evidence.

    Gets right: `Support our work: give what you can today.` goes, `The charity asked readers to give what they can.` stays.
    Gets wrong: an appeal without any of the usual words (`Coffee keeps this editor awake.`) stays.
    """
    if len(paragraph) > LONGEST_BOX:
        return False
    if len(paragraph) <= LONGEST_LINE and _is_line(paragraph):
        return True
    low = paragraph.lower().replace("’", "'")
    return _is_legal(low) or _is_box(low)


def is_credit(paragraph: str) -> bool:
    """Whether `paragraph` only says who worked on the report: `(Reporting by Ann Lee; Editing by Bo Li)`."""
    if not CREDIT_LINE.fullmatch(paragraph):
        return False
    return all(word in CREDIT_SMALL for word in SMALL_WORD.findall(paragraph.partition(" ")[2]))


def is_caption(paragraph: str) -> bool:
    """Whether `paragraph` ends in a photo credit or begins like the caption of a file photo."""
    return bool(_photo_credit(paragraph) or FILE_PHOTO.match(paragraph))


def strip_credits(paragraph: str) -> str:
    """`paragraph` without credits at its end (who reported, whose photograph) and "FILE PHOTO:" at its start."""
    while True:
        bare = paragraph
        photo = _photo_credit(bare)
        if photo:
            bare = bare[: photo.start()]
        opening = max(bare.rfind("("), bare.rfind("["))
        if opening >= 0 and TAIL_CREDIT.fullmatch(bare, opening):
            bare = bare[:opening]
        bare = FILE_PHOTO.sub("", bare, count=1).strip(" |")
        if bare == paragraph:
            return bare
        paragraph = bare


def _photo_credit(paragraph: str) -> re.Match[str] | None:
    tail = paragraph[-LONGEST_CREDIT:]
    if tail[-1:] not in ")]" and not _holds(tail, PHOTO_SIGNS):
        return None
    return PHOTO.search(paragraph, max(0, len(paragraph) - LONGEST_CREDIT))


def _is_line(line: str) -> bool:
    bare = line.strip(CLOSING)
    low = bare.lower().replace("’", "'")
    if line[-1] in ".!?" and line.count(" ") >= 5:
        return low in LINES or is_credit(line)
    if not low or low in LINES or low in SECTIONS or low in AGENCIES:
        return True
    if LINE_SHAPES.fullmatch(low) or _is_menu(low) or is_credit(line):
        return True
    if ADDRESS.search(line) and line.count(" ") < 16 and not SAYING.search(low):
        return True
    name, _, house = low.rpartition(", ")
    if house in AGENCIES and name.count(" ") < 3:
        return True
    return read_by_line(bare) is not None or read_day_line(line) is not None or _is_byline_bar(line)


def _is_menu(low: str) -> bool:
    if any(map(str.isdigit, low)):
        return False
    if len(CRUMBS.split(low)) >= 2 and all(len(part.split()) <= 3 for part in CRUMBS.split(low)):
        return True
    parts = BAR.split(low)
    if len(parts) >= 3 and all(len(part.split()) <= 4 for part in parts):
        return True
    words = low.replace("&", " ").replace(",", " ").split()
    return len(words) >= 3 and MENU_WORDS.issuperset(words)


def _is_byline_bar(line: str) -> bool:
    """Whether a line such as `By Ann Lee | 5 January 2024 | Oslo` holds a by-line or a day among short parts."""
    parts = [part for part in HEAD_BAR.split(line) if part]
    if len(parts) < 2 or max(map(len, parts)) > 60:
        return False
    return any(read_by_line(part) or read_day_line(part) for part in parts)


def _is_legal(low: str) -> bool:
    if not _holds(low, LEGAL_SIGNS) and not _holds(low, MORE_LEGAL_SIGNS):
        return False
    return any(rule.search(low) for rule in LEGAL) and not SAYING.search(low)


def _is_box(low: str) -> bool:
    if not _holds(f" {low} ", ADDRESSED) or not (_holds(low, BOX_SIGNS) or _holds(f" {low}", MORE_BOX_SIGNS)):
        return False
    if SAYING.search(low):
        return False
    low = ASIDE.sub("", low)
    us, you = bool(US.search(low)), bool(YOU.search(low))
    if (us or you or low.startswith(COMMANDS)) and any(rule.search(low) for rule in BOXES):
        return True
    if (us or you) and APPEALS.search(low):
        return True
    asks = sum(1 for rule in ASKS if rule.search(low))
    if asks == 1:
        return us and len(low) < 100 and OPENS_APPEAL.match(low) is not None
    return asks > 1 and (us or you)


def _holds(low: str, signs: tuple[str, ...]) -> bool:
    for sign in signs:  # noqa: SIM110 - twice as fast as any() over a generator
        if sign in low:
            return True
    return False
