"""Whom a text says it has something from: an agency, another outlet, an interview that somebody gave to one of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from factcheck.domain.source import Slice
from factcheck.sources.dateline import AGENCIES, find_dateline
from factcheck.text.sentences import split_sentences

LEAD_SENTENCES = 2
"""Sentences that say what an article is about: a credit in them holds for all of it."""
UPPER_PART = 1_500
"""Code points from the start, or a third of the text if that is more, in which what an article rests on is first named."""
FOLLOWING = 2
"""Sentences of the same paragraph for which a credit still holds, and before an interview in which its giver may be named."""

MOST_CREDITS = 200
"""Of one text; what names more is a list, not a report."""
REACH = 1_200
"""Code points around a credit in which its sentence, who speaks, and a denial are looked for."""

_KNOWN = frozenset(
    """al jazeera|al arabiya|deutsche welle|france 24|arte|kan
    |fox|sky|politico|axios|semafor|vox|propublica|bellingcat|the economist|economist|der spiegel|spiegel|die zeit|bild|stern|focus|faz
    |le monde|le figaro|liberation|mediapart|el pais|el mundo|la repubblica|corriere della sera|la stampa|kommersant|meduza|haaretz
    |nikkei|asahi shimbun|the hindu|dawn|caixin|newsweek|time|forbes|wired|nature|science|the atlantic|the new yorker|usa today""".replace(
        "\n    ", ""
    ).split("|")
)
_HOUSES = frozenset("bbc cnn npr pbs abc nbc cbs msnbc cnbc itv rte dw rfi ard zdf nhk".split())
"""Broadcasters with several programmes: what was said to one was said to the house."""
_OUTLET_WORD = re.compile(
    r"""\b(?:news|times|post|gazette|herald|tribune|wire|courier|journal|radio|tv|television|magazine|telegraph|guardian|chronicle|mail
    |broadcasting|press|observer|daily|weekly|examiner|bulletin|echo|sentinel|inquirer|dispatch|globe|standard|mirror|express|review
    |newspaper|zeitung|morgenpost|tageblatt|newswire|news\ agency)(?:\ of\ [\w ]+)?$""",
    re.VERBOSE,
)
_NAME_WORD = r"[A-ZÀ-Þ][\w’'&-]{0,30}"
_NAME = rf"(?P<name>(?:[Tt]he\s)?{_NAME_WORD}(?:\s(?:(?:of|de|della|la|and)\s)?{_NAME_WORD}){{0,4}})"
_KIND = r"(?:(?:[\w-]+\s){0,2}(?:news\sagency|newswire|agency|broadcaster|newspaper|paper|daily|weekly|magazine|website|channel|network|network's)\s)?"
_TOLD = re.compile(
    r"(?P<not>\b(?:not|never|n’t|n't|declined\sto|refused\sto)\s(?:\w+\s)?)?"
    r"\b(?:told|tells|telling|tell|(?:spoke|speaking|speak|spoken|talked|talking)\s(?:to|with)|interview(?:ed)?\s(?:with|by|to|for|on|given\sto)"
    r"|(?:statement|remarks|comments|letter|e-?mail)\sto)\s"
    rf"(?:the\s)?{_KIND}{_NAME}"
)
_OUTLET = rf"(?P<name>{_NAME_WORD}(?:\s(?:(?:of|de|la)\s)?{_NAME_WORD}){{0,4}})(?:\snews\sagency)?"
_NOT = r"(?P<not>\b(?:not|never|n’t|n't|contrary\sto\swhat|what)\s(?:\w+\s)?)?"
_FROM = re.compile(  # according to Reuters; citing a report in the Dorn Gazette
    rf"{_NOT}\b(?:[Aa]ccording\sto|[Cc]iting|[Qq]uoting|(?:[Rr]eported|[Qq]uoted|[Cc]ited|[Cc]arried|[Pp]ublished|[Ss]een)\sby"
    rf"|[Rr]eports?\s(?:by|from|in))\s(?:an?\s(?:[\w-]+\s){{0,3}}(?:(?:by|from|in)\s)?|the\s)?{_KIND}{_NAME}"
)
_REPORTS = re.compile(  # the Dorn Gazette first reported
    rf"{_NOT}(?:[Tt]he\s)?{_OUTLET},?\s(?:(?:has|had|have|first|also|earlier)\s){{0,2}}"
    r"(?:reported|reports|quoted|quotes|learned|learnt|revealed)\b"
)
_SAYS = re.compile(  # nine died, Reuters said; but not: Reuters said it would move
    rf"(?P<not>\bwhat\s)?(?:,[”\"]?\s|[Cc]iting\s[\w\s]{{1,60}},\s)(?:[Tt]he\s)?{_OUTLET}\s(?:said|says)\b(?!\s(?:it|its|they)\b)"
)
_STAFF = re.compile(  # a Reuters witness said
    rf"(?P<not>\bno\s)?\b[Aa]n?\s{_OUTLET}\s(?:report|story|article|tally|investigation|witness|reporter|correspondent|journalist|photographer)"
    r"\s(?:said|says|saw|found|finds|showed|shows|quoted|counted|reported)\b"
)
_REPORTED = (_FROM, _REPORTS, _SAYS, _STAFF)
_CUE = re.compile(
    r"ccording to|[Rr]eport|[Cc]it(?:ing|ed)|[Qq]uot|(?:arried|ublished|een) by|story|article|tally|investigation|learn|reveal"
    r"|witness|correspondent|journalist|photographer|, (?:[Tt]he )?[A-ZÀ-Þ][^.!?]{0,60} sa(?:id|ys)\b"
)
_INPUTS = re.compile(
    r"\b(?:[Ww]ith\s(?:inputs?|reporting|files|material|information|contributions)|[Aa]dditional\sreporting)\s(?:from|by)\s"
    rf"(?P<names>(?:the\s)?{_NAME_WORD}(?:(?:,?\sand\s|,\s|\s&\s|\s)(?:the\s)?{_NAME_WORD}){{0,8}})"
)
_SIGNED = re.compile(r"(?:[(–—]|\s-)\s?(?P<names>[A-Za-z][\w .&/-]{1,40}?)\)?\s*$")
_WRONG = re.compile(
    r"\b(?:den(?:y|ied|ies)|reject|dismiss|disput|refut|contradict|contrary\sto|critici[sz]|challeng|disown|retract|sued?\sover)\w*\s(?:\w+\s){0,4}$"
)
_NAMES_APART = re.compile(r",?\sand\s|,\s|\s&\s|/")
_SURNAME = r"[A-ZÀ-Þ][\w’'-]{1,30}"
_SAID = r"(?:said|says|told|tells|added|warned|stressed|insisted|spoke|explained|confirmed|denied|argued|announced|gave|provided|described|noted|promised)"
_SPEAKER = re.compile(
    rf"(?P<subject>{_SURNAME})(?:,?\s(?:who|also|had|has|later|then))?\s{_SAID}\b|\b{_SAID}\s(?P<after>{_SURNAME}(?:\s{_SURNAME}){{0,3}})"
)
_NO_SPEAKERS = frozenset(
    """He She They It We Who Also That There The This In On Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February
    March April May June July August September October November December""".split()
)


@dataclass(frozen=True, slots=True)
class Credit:
    """One naming of whom a text has something from.

    Attributes:
        name: The agency or outlet, in lower case and without "the": what is compared.
        shown: As it is usually written.
        start: First code point of the part of the text that it holds for.
        end: One past the last.
        person: Surname of who spoke to it; empty when it is credited with a report.
    """

    name: str
    shown: str
    start: int
    end: int
    person: str = ""


def known_name(name: str, publishers: Collection[str] = ()) -> tuple[str, str] | None:
    """An outlet's name as it is compared and as it is shown; None for what is no outlet: a person, an office, a place.

    Args:
        name: As written.
        publishers: Names of publishers of the corpus, from `plain`: they are outlets whatever they are called.
    """
    low = plain(name)
    if low in AGENCIES:
        return AGENCIES[low].lower(), AGENCIES[low]
    house = low.partition(" ")[0]
    if house in _HOUSES:
        return house, house.upper()
    if low in _KNOWN or low in publishers or _OUTLET_WORD.search(low):
        return low, re.sub(r"^[Tt]he\s", "", name)
    return None


def plain(name: str) -> str:
    """A publisher's name without what differs between two ways of writing it: case, blanks, "the", a closing bracket."""
    return re.sub(r"^the\s|\s*\([^)]*\)\s*$", "", " ".join(name.replace("’s", "").replace("'s", "").lower().split()))


@lru_cache(maxsize=512)
def credits_of(text: str, title: str | None) -> tuple[Credit, ...]:
    """Every credit that the text itself gives, whoever it names: see `known_name` for those that count.

    Gets right: "the boats sank, according to Reuters" credits Reuters for that sentence; "Reuters could not verify this", "the
    ministry rejected a Reuters report" and "he did not speak to Reuters" credit nobody. Gets wrong: a report taken from an
    agency without a word about it.
    """
    found: list[Credit] = []
    at = 0
    for paragraph in re.split(r"(\n\s*\n)", text):
        if not paragraph.isspace():
            found += islice(_in_paragraph(text, title or "", at, at + len(paragraph)), MOST_CREDITS - len(found))
        at += len(paragraph)
    return tuple(found)


def _in_paragraph(text: str, title: str, start: int, end: int) -> Iterator[Credit]:
    paragraph = text[start:end]
    dateline = find_dateline(paragraph) if start < UPPER_PART else None
    if dateline and dateline.agency:
        yield _credit(dateline.agency, 0, len(text))
    signed = _SIGNED.search(paragraph)
    for name in _NAMES_APART.split(signed["names"]) if signed else ():
        if plain(name) in AGENCIES:
            whole = not text[end:].strip()
            yield _credit(name, 0 if whole else start, len(text) if whole else end)
    for inputs in _INPUTS.finditer(paragraph):
        yield from (_credit(name, 0, len(text)) for name in _NAMES_APART.split(inputs["names"]))
    for told in _TOLD.finditer(paragraph):
        if not told["not"]:
            yield from _interview(text, title, start + told.start(), start, end, told["name"])
    for pattern in _REPORTED if _CUE.search(paragraph) else ():
        for found in pattern.finditer(paragraph):
            before = paragraph[max(0, found.start() - REACH) : found.start()]
            if not found["not"] and not _WRONG.search(before):
                yield _credit(found["name"], *_held(text, start + found.start(), start, end))


def _credit(name: str, start: int, end: int, person: str = "") -> Credit:
    agency = AGENCIES.get(plain(name))
    return Credit(agency.lower() if agency else plain(name), agency or name, start, end, person)


def _held(text: str, at: int, start: int, end: int) -> tuple[int, int]:
    """What a credit at `at` holds for: all of the text in its lead, else its sentence and those that follow in its paragraph."""
    if at < UPPER_PART and len(split_sentences(text[:at].rstrip())) <= LEAD_SENTENCES:
        return 0, len(text)
    sentences = _around(text, at, start, end)
    number = next(n for n, (_, last) in enumerate(sentences) if at < last)
    return sentences[number][0], sentences[min(number + FOLLOWING, len(sentences) - 1)][1]


def _interview(text: str, title: str, at: int, start: int, end: int, name: str) -> Iterator[Credit]:
    """An interview holds for all of a text that is about who gave it and comes to it early; else for its paragraph."""
    sentences = _around(text, at, max(0, start - REACH), end)
    number = next(n for n, (_, last) in enumerate(sentences) if at < last)
    spoken = (text[first:last] for first, last in sentences[max(0, number - FOLLOWING) : number + 1][::-1])
    lead = " ".join(text[first:last] for first, last in split_sentences(text[:UPPER_PART])[:LEAD_SENTENCES])
    for person in next(filter(None, map(speakers, spoken)), [""]):
        whole = upper(text, at) and (not person or person in title or person in lead)
        yield _credit(name, 0 if whole else start, len(text) if whole else end, person)


def _around(text: str, at: int, start: int, end: int) -> list[Slice]:
    """The sentences within reach of `at`, between `start` and `end`."""
    base = max(start, at - REACH)
    found = split_sentences(text[base : min(end, at + REACH)])
    return [(base + first, base + last) for first, last in found]


def upper(text: str, at: int) -> bool:
    """Whether `at` lies in the part of a text in which an article says what it rests on."""
    return at < max(UPPER_PART, len(text) // 3)


def speakers(sentence: str) -> list[str]:
    """Surnames of who speaks in a sentence."""
    surnames = [(found["subject"] or found["after"]).split()[-1] for found in _SPEAKER.finditer(sentence)]
    return [surname for surname in surnames if surname not in _NO_SPEAKERS and not known_name(surname)]
