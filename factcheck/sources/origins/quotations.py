"""The words that texts quote, and on what occasion they were said.

Whoever attends a press conference may quote it: such quotations make nobody a copyist. An interview is given to one outlet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from factcheck.sources.origins.copies import QUOTATION, words
from factcheck.sources.origins.credits import REACH, known_name, upper

QUOTED = 6
"""Words in a row inside quotation marks in both."""
_NEAR_AFTER = 220
_NEAR_BEFORE = 320
_GAP = re.compile(r"\n\s*\n")
_INSERTION = re.compile(r"\[[^\]]{0,80}\]|\([^)]{0,80}\)")
_PUBLIC = re.compile(
    r"""\b(?:(?:press|news|media)\s(?:conference|briefing|event|call)|briefing|pressers?|(?:told|telling)\s(?:the\s|a\s)?(?:\w+\s){0,2}
    (?:reporters|journalists|parliament|congress|lawmakers|senators?|the\sSenate|MPs|deputies|council|councillors|court|jury|committee|hearing|crowd|rally
    |audience|supporters|meeting|assembly)
    |(?:speech|address|testimony|testified|hearing|rally|sermon|debate|ceremony|summit|town\shall|public\smeeting|press\srelease)
    |(?:statement)(?!\sto\b)|(?:wrote|posted|post|message|video)\son\s(?:X|Twitter|Facebook|Telegram|Instagram|LinkedIn|YouTube|Truth\sSocial|social\smedia|its|his|her|their|the)\b
    |tweet(?:ed)?|live(?:stream|\sbroadcast)|televised)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_INTERVIEW = re.compile(
    r"\binterview(?:ed)?\b|\b(?:told|tells|telling|(?:spoke|speaking)\s(?:to|with))\s(?:the\s)?(?P<to>[A-ZÀ-Þ][\w’'&-]*(?:\s[A-ZÀ-Þ][\w’'&-]*){0,3})"
)


class Occasion(Enum):
    """Where words were said."""

    INTERVIEW = "interview"
    PUBLIC = "public"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quotation.

    Attributes:
        start: First code point of the part of the text that rests on it.
        end: One past the last.
        occasion: As the text around it says.
    """

    start: int
    end: int
    occasion: Occasion


@lru_cache(maxsize=512)
def quotations(text: str) -> Mapping[tuple[str, ...], Quoted]:
    """Each run of six quoted words, in the order of the text, with the quotation in which it stands."""
    found: dict[tuple[str, ...], Quoted] = {}
    usual = _occasion_of(text) if QUOTATION.search(text) else Occasion.UNKNOWN
    for match in QUOTATION.finditer(text):
        said = [word.replace("-", "") for word in words(_INSERTION.sub(" ", match[1] or match[2]))]
        quoted = Quoted(*_rests_on(text, match), _occasion(text, match, usual))
        for run in zip(*(said[at:] for at in range(QUOTED)), strict=False):
            found.setdefault(run, quoted)
    return found


def shared(
    one: Mapping[tuple[str, ...], Quoted], other: Mapping[tuple[str, ...], Quoted]
) -> tuple[tuple[str, ...], Quoted, Quoted] | None:
    """The first words that both quote, unless one of them heard them in public.

    Gets right: one interview, quoted by two papers. Gets wrong: a paper that copies the words of a press conference from
    another paper counts as a witness of it.
    """
    common = (run for run in one if run in other and Occasion.PUBLIC not in (one[run].occasion, other[run].occasion))
    return next(((run, one[run], other[run]) for run in common), None)


def _rests_on(text: str, match: re.Match[str]) -> tuple[int, int]:
    """All of the text for a quotation in its upper part, else the paragraph with the ones before and after."""
    if upper(text, match.start()):
        return 0, len(text)
    before = [gap.end() for gap in _GAP.finditer(text, max(0, match.start() - REACH), match.start())]
    after = [gap.start() for gap in _GAP.finditer(text, match.end(), match.end() + REACH)]
    start = before[-2] if len(before) > 1 else max(0, match.start() - REACH)
    return start, after[1] if len(after) > 1 else min(len(text), match.end() + REACH)


def _occasion(text: str, match: re.Match[str], usual: Occasion) -> Occasion:
    """What the words around say, behind the quotation before those in front, else what the rest of the text says."""
    after = _GAP.split(text[match.end() : match.end() + _NEAR_AFTER])[0]
    for near in (after, text[max(0, match.start() - _NEAR_BEFORE) : match.start()]):
        occasion = _occasion_of(near)
        if occasion is not Occasion.UNKNOWN:
            return occasion
    return usual


def _occasion_of(text: str) -> Occasion:
    """The one kind of occasion that a text speaks of."""
    interview = any(not found["to"] or known_name(found["to"]) for found in _INTERVIEW.finditer(text))
    if interview == bool(_PUBLIC.search(text)):
        return Occasion.UNKNOWN
    return Occasion.INTERVIEW if interview else Occasion.PUBLIC
