"""What the head and foot of an article say about it: by-lines, datelines, days, and who is credited."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

AGENCIES = {
    name: agency
    for agency, *others in (
        ("Reuters", "thomson reuters", "thompson reuters"),
        ("AP", "associated press", "the associated press"),
        ("AFP", "agence france-presse", "agence france presse"),
        ("PTI", "press trust of india"),
        ("Kyodo", "kyodo news"),
        ("Jiji", "jiji press"),
        ("Anadolu", "anadolu agency"),
        ("PA Media", "press association", "pa news agency"),
        ("The Canadian Press", "canadian press"),
        ("Bloomberg", "bloomberg news"),
        ("Yonhap", "yonhap news agency"),
        *(
            (name,)
            for name in ("dpa", "ANI", "IANS", "UPI", "TASS", "RIA Novosti", "Interfax", "Xinhua", "EFE", "ANSA", "AAP")
        ),
        *(
            (name,)
            for name in ("IRNA", "WAM", "MENA", "Petra", "Bernama", "Antara", "NTB", "Belga", "APA", "Ukrinform")
        ),
    )
    for name in (agency.lower(), *others)
}
"""News agencies by the names they are credited with, in lower case."""

_MONTH_NAMES = """january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep
|october oct|november nov|december dec"""
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES.split("|"), start=1) for name in names.split()}
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAYS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_YEAR}[-/.](?P<month>[01]?\d)[-/.](?P<day>[0-3]?\d)(?!\d)",
        rf"\b{_MONTH}\s{_DAY},?\s{_YEAR}\b",
        rf"(?<!\d){_DAY}[\s-](?:of\s)?{_MONTH},?[\s-]{_YEAR}\b",
    )
)

_CITY = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,30}"
_PLACE = rf"{_CITY}(?:/{_CITY})?(?:,\s[A-Z][A-Za-z.' -]{{1,20}})?"
_SHORT_DAY = r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)(?:,?\s(?:19|20)\d\d)?"
_CREDIT = r"\((?P<credit>[A-Za-z][\w .&’'/-]{1,40})\)"
_BREAK = r"(?:\s?--\s?|\s[-–—_]\s|[–—]|:\s)"
_AFTER_CREDIT = rf"(?:{_BREAK}|\s?[-–—]|\s)"
_FIRST_WORD = r"(?=[\"“‘'(]?[A-ZÀ-Þ\d])"
_TOWN = r"[A-Z][\w'’.-]{1,20}(?:\s[A-Z][\w'’.-]{1,20})?"
_DATELINES = tuple(
    map(
        re.compile,
        (
            rf"(?P<place>{_PLACE})(?:,\s(?P<day>{_SHORT_DAY}),?)?(?:\s{_CREDIT}{_AFTER_CREDIT}|{_BREAK}){_FIRST_WORD}",
            rf"(?P<place>{_TOWN})(?:,\s(?P<day>{_SHORT_DAY}),?)?\s{_CREDIT}{_BREAK}{_FIRST_WORD}",
            rf"(?P<place>)(?:(?P<day>{_SHORT_DAY})\s)?{_CREDIT}{_AFTER_CREDIT}{_FIRST_WORD}",
        ),
    )
)
# Capitals before a dash or colon that name no place.
_LABELS = """NATO UNICEF UNESCO UNHCR NASA OPEC ASEAN FIFA UEFA COVID AIDS WARNING BREAKING UPDATE ANALYSIS OPINION EXCLUSIVE WATCH
EXPLAINER FACTBOX NOTE CORRECTION VIDEO PHOTOS LIVE EDITORIAL REVIEW INTERVIEW TIMELINE FACT READ"""
_NO_PLACES = frozenset(_LABELS.split())
_NAME = r"[A-ZÀ-Þ][\w.'’-]{0,25}"
_NAMES = rf"{_NAME}(?:\s(?:de|da|di|la|van|von|der|bin|al|el|ter|{_NAME})){{0,4}}"
_BY_LINE = re.compile(
    rf"(?i:(?:written|reported|posted|published|edited|words|story|text|analysis|opinion)\s)?(?i:by):?\s"
    rf"(?P<names>{_NAMES}(?:(?:,\s|\s&\s|,?\sand\s){_NAMES}){{0,4}})(?:,?\s(?:in|at|for)\s{_NAMES})?,?"
)
_NOT_NAMES = frozenset(
    ["then", "now", "all", "contrast", "comparison", "monday", "tuesday", "wednesday", "thursday", "friday"]
)
_TIME = r"(?:at\s|@\s|[-–]\s|T)?(?:[01]?\d|2[0-3])[:.]\d\d(?:[:.]\d\d)?(?:\.\d{1,6})?Z?(?:\s?[ap]\.?m\.?)?(?:\s?\(?[a-z]{2,5}\)?|\s?[+-]\d\d:?\d\d)?"
_LABEL = r"(?:first\s|last\s)?(?:published|posted|updated|modified|created|date)"
_DAY_LINE = re.compile(
    rf"[\[(]?(?:(?P<label>{_LABEL})(?:\son|\sat)?\s?[:–-]?\s)?(?P<day>[\w ,./-]{{1,40}}?)(?:,?\s?{_TIME})?[\])]?",
    re.IGNORECASE,
)
_AGO = re.compile(r"\d{1,3} (?:second|minute|min|hour|hr|day|week|month|year)s? ago", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s?)?", re.IGNORECASE)

_PROPER = r"((?:[Tt]he\s)?[A-ZÀ-Þ][\w’'.&-]{0,30}(?:\s[A-ZÀ-Þ][\w’'&-]{0,30}){0,4})"
_FIRST_RUN = (
    re.compile(rf"\b(?:originally|first)\s(?:appeared|published|ran|posted)\s(?:in|on|at|by)\s{_PROPER}"),
    re.compile(
        rf"\b(?:[Tt]his|[Tt]he)\s(?:article|story|report|piece|post)\s(?:was|has been)\s(?:re)?published\s(?:in|on|at|by|from)\s{_PROPER}"
    ),
    re.compile(rf"\([Ww]ith (?:inputs?|reporting|files|material) (?:from|by)\s{_PROPER}\)"),
    re.compile(rf"^\(?(?:Source|Via|Courtesy)\s?:\s{_PROPER}\)?$"),
)
_CREDIT_SIGNS = (
    "published", "posted", "appeared", " ran ", "(with", "source", "via", "courtesy", "©", "(c)", "copyright",
)  # fmt: skip
_OWNED = re.compile(
    r"(?:©|\(c\)|copyright)[\s\d,©]{0,12}(?:by\s)?(?:the\s)?(associated press|thomson reuters|reuters|afp|agence france-presse"
    r"|bloomberg|pa media|press association|dpa|upi|xinhua|kyodo news|canadian press)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening words of a report that are not part of its first sentence: `BAGHDAD (Reuters) - `.

    Attributes:
        end: First code point after it in its paragraph.
        day: The day it names, as written; None when it names none.
        agency: The agency credited, under its usual name.
    """

    end: int
    day: str | None = None
    agency: str | None = None


def find_dateline(paragraph: str) -> Dateline | None:
    """The dateline at the start of `paragraph`.

    Gets right: `LONDON, Jan. 5 (AP) -- Ferries stopped` and `Lagos (AFP) – Rain`. Gets wrong: `ICRC: Wells are dry`,
    which it takes for a town.
    """
    found = next(filter(None, (pattern.match(paragraph) for pattern in _DATELINES)), None)
    if not found:
        return None
    place, day, credit = found["place"], found["day"], found["credit"]
    agency = AGENCIES.get(credit.lower()) if credit else None
    if not place.isupper() and not agency:
        return None
    if not credit and not day and (len(place) < 4 or place.split()[0] in _NO_PLACES):
        return None
    return Dateline(end=found.end(), day=day, agency=agency)


def parse_day(words: str) -> date | None:
    """The one day that `words` name in full; None when they name none or it could be read in two ways (`3/4/2024`)."""
    for pattern in _DAYS:
        found = pattern.search(words)
        if found:
            month = found["month"].lower()
            try:
                return date(int(found["year"]), _MONTHS.get(month) or int(month), int(found["day"]))
            except ValueError:
                return None
    return None


def read_by_line(paragraph: str) -> str | None:
    """The names of a paragraph that is nothing but a by-line (`By Ann Lee and Jo Park in Oslo`)."""
    found = _BY_LINE.fullmatch(paragraph)
    if not found or found["names"].split()[0].lower().rstrip(",") in _NOT_NAMES | _MONTHS.keys():
        return None
    return found["names"]


def read_day_line(paragraph: str) -> tuple[str, date | None] | None:
    """The label in lower case (or "") and the day of a paragraph that says nothing but when it was published or changed."""
    found = _DAY_LINE.fullmatch(paragraph)
    if not found:
        return None
    label = (found["label"] or "").lower()
    words = _WEEKDAY.sub("", found["day"], count=1).strip(" ,")
    if _AGO.fullmatch(words):
        return label, None
    if any(pattern.fullmatch(words) for pattern in _DAYS):
        return label, parse_day(words)
    return None


def credited(paragraph: str) -> tuple[str, ...]:
    """Who first ran the report, as a foot line says: agencies that own it, papers in which it "first appeared"."""
    low = paragraph.lower()
    if not any(map(low.__contains__, _CREDIT_SIGNS)):
        return ()
    names = [found[1] for pattern in _FIRST_RUN for found in pattern.finditer(paragraph)]
    names += [found[1] for found in _OWNED.finditer(paragraph)]
    names = [name.rstrip(".") for name in names]
    return tuple(dict.fromkeys(AGENCIES.get(name.lower(), name) for name in names if name.lower() not in _MONTHS))
