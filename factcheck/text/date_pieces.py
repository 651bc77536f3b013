"""From the words of a date to a piece of the calendar: one function for each rule of `date_patterns`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta
from enum import Enum

from factcheck.domain.analysis import DateRelation, Granularity
from factcheck.text.date_patterns import (
    COUNTS,
    DECADES,
    MONTHS,
    ORDINALS,
    PREFIX,
    PREFIX_WORDS,
    STARTS,
    WEEKDAYS,
    WORD,
    words,
)
from factcheck.text.periods import (
    MONTH_NAMES,
    Span,
    add_days,
    add_months,
    century_span,
    days_in,
    decade_span,
    months_span,
    moved,
    part_of,
    period_of,
    season_span,
)
from factcheck.text.year_cues import counts_next_word, is_count, means_year, word_after, word_before


class Outlook(Enum):
    """Which way a sentence looks."""

    BACK = "back"
    OPEN = "open"
    AHEAD = "ahead"


Placing = Callable[[date, Outlook], Span | None]
"""From the day of publication, and which way the sentence looks, to an interval."""

_UNITS = {
    "hour": Granularity.DAY,
    "morning": Granularity.DAY,
    "afternoon": Granularity.DAY,
    "evening": Granularity.DAY,
    "night": Granularity.DAY,
    "day": Granularity.DAY,
    "weekend": Granularity.WEEK,
    "week": Granularity.WEEK,
    "fortnight": Granularity.WEEK,
    "month": Granularity.MONTH,
    "quarter": Granularity.QUARTER,
    "year": Granularity.YEAR,
    "decade": Granularity.DECADE,
    "centur": Granularity.CENTURY,
    "century": Granularity.CENTURY,
}
_PARTS = {
    "beginning": "start",
    "close": "end",
    "middle": "mid",
    "last half": "second half",
    "latter half": "second half",
    "early part": "early",
    "latter part": "late",
    "late part": "late",
}
_EVENT_TURNS = {"that": 0, "that same": 0, "same": 0, "previous": -1, "preceding": -1, "following": 1, "ensuing": 1}
_TURNS = {"this": 0, "current": 0, "this same": 0, "last": -1, "next": 1}
_TURNED_MONTHS = _TURNS | {"past": -1, "this past": -1, "this coming": 1, "coming": 1}
_QUARTERS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 4,
    "last": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
_ATTACK_NOTE = "The day of the attacks on New York and Washington."

_ATTACKS = re.compile(r"(?:,?\s2001|['’]s)?\s(?:terror(?:ist)?\s)?(?:attack|hijack|bomb|commission)", re.IGNORECASE)
_THERESA = re.compile(r"\bTheresa|\bM(?:r|s|rs)\.? May\b|\bMinister May\b|\bMay['’]s (?:government|cabinet|party|deal)")
_SAYING = frozenset(words("said says told had has was is would will did announced added resigned insisted won lost"))
_DAY_NAMES = frozenset(
    words("""black good ash palm easter super bloody cyber holy fat shrove maundy whit ruby giving sheffield throwback freaky
    blue casual every each alternate manic""")
)
_AFTER_DAY_NAMES = re.compile(
    r"\s(?:Times|Telegraph|Mail|Mirror|Express|Herald|Addams|Weld|Post|Star|Tribune|Review|Service|School|Football|Lights"
    r"|Night\s(?:Live|Football|Lights|Fever|Raw|Wars?))\b"
)
_SPORT = re.compile(
    r"\b(?:touchdowns?|goals?|yards?|points?\s+(?:lead|ahead)|innings?|match|game|kick|scored|halftime|half-time|penalty"
    r"|quarterback|rebounds?|baskets?|team)\b"
)


REACH = 8
"""How many dates back an event is looked for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A date expression before it is placed.

    Attributes:
        span: Set for what the text states in full.
        year: Of a calendar day or month; None when the text does not name it.
        last_day: Last day of "January 5-7".
        weekday: 0 for Monday.
        placing: Set for what needs the day of publication.
        shift: Set for what needs the event before it.
        part: First and last part named, ("early", "mid") for "early to mid-2020".
        until: The other end of a range.
        note: Why it cannot be placed, or what is to be known about it.
    """

    start: int
    end: int
    rule: str
    granularity: Granularity
    span: Span | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    placing: Placing | None = None
    shift: tuple[int, Granularity] | None = None
    part: tuple[str, str] | None = None
    relation: DateRelation = DateRelation.ON
    relation_span: tuple[int, int] | None = None
    until: Piece | None = None
    note: str = ""

    @property
    def lacks_year(self) -> bool:
        """Whether it is a month, or a day of a month, of an unnamed year."""
        return self.month is not None and self.year is None and self.placing is None and self.shift is None


@dataclass(frozen=True, slots=True)
class _Hit:
    """A place where a rule has matched: what stands before the core, and what was found so far."""

    text: str
    rule: str
    core: re.Match[str]
    prefix: re.Match[str] | None
    found: list[Piece]

    def __getitem__(self, group: str) -> str:
        return (self.core[group] or "").lower()

    def has(self, group: str) -> bool:
        return self.core[group] is not None

    @property
    def before(self) -> str:
        """The word before the mention, in lower case."""
        return word_before(self.text, self.prefix.start() if self.prefix else self.core.start())

    @property
    def article(self) -> bool:
        return self.text[max(0, self.core.start() - 4) : self.core.start()].lower() == "the "

    @property
    def turned(self) -> str:
        """Earlier, later or nothing."""
        part = (self.prefix["part"] or "").lower() if self.prefix else ""
        return part if part in {"earlier", "later"} else ""

    @property
    def part(self) -> tuple[str, str] | None:
        if self.prefix is None or self.turned:
            return None
        if self.prefix["nth"]:
            named = f"{self.prefix['nth']} {self.prefix['unit']}".lower()
            return named, named
        named = " ".join((self.prefix["part"] or self.prefix["of"] or "").lower().split())
        if not named:
            return None
        return _PARTS.get(named, named), (self.prefix["part2"] or _PARTS.get(named, named)).lower()

    def piece(self, granularity: Granularity, *, article: bool = False, parts: bool = True) -> Piece:
        """The mention as it stands; the article before a bare date belongs to the noun after it."""
        start = self.core.start()
        if self.prefix is not None and ((parts and self.part) or article):
            start = self.prefix.start()
        return Piece(start, self.core.end(), self.rule, granularity, part=self.part if parts else None)


Rule = Callable[[_Hit], tuple[Piece, ...]]


def scan(text: str) -> list[Piece]:
    """All date expressions of a text, in order, not overlapping."""
    found: list[Piece] = []
    reached = 0
    for word in WORD.finditer(text):
        start = word.start()
        if start < reached:
            continue
        first = word[0]
        first = "0" if first.isdigit() else "'" if not first.isalpha() else first.lower()
        pieces: tuple[Piece, ...] = ()
        if first in PREFIX_WORDS:
            prefix = PREFIX.match(text, start)
            if prefix is not None and prefix.end() > start:
                pieces = _try(text, prefix.end(), prefix, found)
        if not pieces and first in STARTS:
            pieces = _try(text, start, None, found)
        if pieces:
            found.extend(pieces)
            reached = pieces[-1].end
    return found


def _try(text: str, place: int, prefix: re.Match[str] | None, found: list[Piece]) -> tuple[Piece, ...]:
    word = WORD.match(text, place)
    if word is None:
        return ()
    first = "0" if word[0].isdigit() else "'" if not word[0].isalpha() else word[0].lower()
    for name, pattern in STARTS.get(first, ()):
        core = pattern.match(text, place)
        if core is not None:
            pieces = _RULES[name](_Hit(text, name, core, prefix, found))
            if pieces:
                return pieces
    return ()


# ---- days


def _iso_day(hit: _Hit) -> tuple[Piece, ...]:
    piece = hit.piece(Granularity.DAY, parts=False)
    return (replace(piece, year=int(hit["y"]), month=int(hit["m"]), day=int(hit["d"])),)


def _numeric_day(hit: _Hit) -> tuple[Piece, ...]:
    a, b, written, sign = int(hit["a"]), int(hit["b"]), hit["y"], hit["s1"]
    if sign != hit["s2"] or (len(written) == 2 and sign != "/") or hit.before in {"version", "v", "release", "ip"}:
        return ()
    year = _year(written)
    if not (1000 <= year <= 2100 and 1 <= a <= 31 and 1 <= b <= 31) or min(a, b) > 12 or (sign == "." and b > 12):
        return ()
    piece = hit.piece(Granularity.DAY, parts=False)
    if a > 12 or a == b or sign == ".":
        return (replace(piece, year=year, month=b, day=a),)
    if b > 12:
        return (replace(piece, year=year, month=a, day=b),)
    names = f"{a} {MONTH_NAMES[b - 1]} or {b} {MONTH_NAMES[a - 1]} {year}"
    return (replace(piece, note=f"{hit.core[0]} can be {names}: write the month in letters."),)


def _nine_eleven(hit: _Hit) -> tuple[Piece, ...]:
    if is_count(hit.text, hit.core.end()):
        return ()
    return (replace(hit.piece(Granularity.DAY, parts=False), year=2001, month=9, day=11, note=_ATTACK_NOTE),)


def _year_month_day(hit: _Hit) -> tuple[Piece, ...]:
    if not _is_month_name(hit.core["m"]):
        return ()
    piece = hit.piece(Granularity.DAY, parts=False)
    return (replace(piece, year=int(hit["y"]), month=_month(hit), day=_number(hit["d"])),)


def _day_and_month(hit: _Hit) -> tuple[Piece, ...]:
    """Both "5 January 2020" and "January 5, 2020", with weekdays and ranges of days."""
    day_first = hit.rule == "day-month"
    if not (_is_month_name(hit.core["m"]) or hit.has("y")):
        return ()
    if day_first and not _day_stands_free(hit):
        return ()
    piece, last = _with_year(hit, day_first=day_first), _number(hit["d2"])
    if piece.lacks_year and not day_first:
        if not last and is_count(hit.text, piece.end):
            return _month_alone(hit, hit.core.start("m"), hit.core.end("m"))
        if last and (_counts_on(hit, piece) or last <= _number(hit["d"])):
            piece, last = replace(piece, end=hit.core.end("d")), 0
    if last:
        return _two_days(hit, piece, last)
    if piece.lacks_year and (piece.month, piece.day) == (9, 11) and _ATTACKS.match(hit.text, piece.end):
        piece = replace(piece, year=2001, note=_ATTACK_NOTE)
    return (piece,)


def _with_year(hit: _Hit, *, day_first: bool) -> Piece:
    """The day with the year after it, unless that number counts something: "On January 5, 2000 troops"."""
    core = hit.core
    piece = hit.piece(Granularity.DAY, article=day_first, parts=False)
    last = _number(hit["d2"])
    piece = replace(piece, month=_month(hit), day=_number(hit["d"]), weekday=_weekday(hit))
    if hit.has("ry"):
        return _in_turned_year(hit, replace(piece, last_day=last or None))
    if not hit.has("y"):
        return piece
    if core["y"].isdigit() and counts_next_word(hit.text, core.end()):
        return replace(piece, end=core.end("m") if day_first else core.end("d2" if last else "d"))
    return replace(piece, year=_year(hit["y"]))


def _two_days(hit: _Hit, piece: Piece, last: int) -> tuple[Piece, ...]:
    """A range of days, or two days: "January 5-7", "5 and 6 January"."""
    piece = replace(piece, weekday=None)
    if hit["link"].strip() in _AND and hit.before != "between" and piece.placing is None:
        second = replace(piece, start=hit.core.start("d2"), day=last)
        return (replace(piece, end=hit.core.end("d")), second)
    if last <= _number(hit["d"]):
        return ()
    return (replace(piece, last_day=last, relation=DateRelation.BETWEEN),)


_AND = frozenset({"and", "or", "&"})


def _counts_on(hit: _Hit, piece: Piece) -> bool:
    """Whether the second number counts something: "January 5 and 30 of them"."""
    return is_count(hit.text, piece.end) or (hit["link"].strip() in _AND and _continues(hit.text, piece.end))


def _near(place: int) -> tuple[int, int]:
    """Where to look for what the sentence is about: bounded, so that long texts stay linear."""
    return max(0, place - 300), place + 300


def _continues(text: str, place: int) -> bool:
    """Whether a number before this place counts what comes next: "January 5 and 30 of them"."""
    word = word_after(text, place)
    return word.islower() and word not in {
        "and",
        "in",
        "at",
        "to",
        "for",
        "by",
        "as",
        "the",
        "with",
        "when",
        "after",
        "but",
        "respectively",
    }


def _day_stands_free(hit: _Hit) -> bool:
    """Whether the number before the month is a day: not in "COVID-19 March", "page 5 May" or "one of 5 of May's men"."""
    start = hit.core.start()
    if hit.text[max(0, start - 1) : start] in {"-", "–"} and not (hit.found and hit.found[-1].end >= start - 2):
        return False
    if hit["of"].strip() and not (hit["d"][-1].isalpha() or hit.article or hit["of"].strip() != "of"):
        return False
    return hit.before not in {"page", "pages", "no.", "number", "aged", "article", "section", "chapter", "covid", "top"}


def _is_month_name(name: str) -> bool:
    """Whether it is written as a month: "May", "JAN.", "january", but not "may", "march", "dec", "mar"."""
    return name[0].isupper() or (len(name) > 5)


def _month(hit: _Hit) -> int:
    return MONTHS[hit["m"][:3]]


def _weekday(hit: _Hit) -> int | None:
    return WEEKDAYS[hit["w"][:3]] if hit.has("w") else None


def _number(written: str) -> int:
    return int(written.rstrip("stndrh")) if written else 0


def _year(written: str) -> int:
    """A year of four digits, or of two: '30 to '99 are of the last century."""
    digits = written.lstrip("'’‘")
    if len(digits) > 2:
        return int(digits)
    return int(digits) + (1900 if int(digits) >= 30 else 2000)


def _in_turned_year(hit: _Hit, piece: Piece) -> Piece:
    """For "January 5 last year" and "May of that year"."""
    turn = " ".join(hit["ry"].split())
    if turn in _EVENT_TURNS:
        return replace(piece, shift=(_EVENT_TURNS[turn], Granularity.YEAR))
    if turn == "next" and hit.core["ry"] and re.search(r"the\s$", hit.text[: hit.core.start("ry")][-5:]):
        return replace(piece, shift=(1, Granularity.YEAR))
    count = _TURNS[turn]
    return replace(piece, placing=lambda reference, _: calendar_span(replace(piece, year=reference.year + count)))


def calendar_span(piece: Piece) -> Span | None:
    """The interval of a month or day whose year is known; None when there is no such day."""
    if piece.year is None or piece.month is None or not 1 <= piece.year <= MAXYEAR:
        return None
    if piece.day is None:
        return months_span(piece.year, piece.month)
    last = piece.last_day or piece.day
    if last > days_in(piece.year, piece.month):
        return None
    return date(piece.year, piece.month, piece.day), date(piece.year, piece.month, last)


# ---- months


def _month_year(hit: _Hit) -> tuple[Piece, ...]:
    core = hit.core
    if core["y"].isdigit() and counts_next_word(hit.text, core.end()):
        return _month_alone(hit, core.start("m"), core.end("m"))
    lower = core["m"] in {"may", "march", "mar", "sun"} and hit.before not in {
        "in",
        "since",
        "until",
        "by",
        "of",
        "during",
    }
    if lower:
        return ()
    return (replace(hit.piece(Granularity.MONTH), year=_year(hit["y"]), month=_month(hit)),)


def _month_of_year(hit: _Hit) -> tuple[Piece, ...]:
    if not _is_month_name(hit.core["m"]):
        return ()
    return (_in_turned_year(hit, replace(hit.piece(Granularity.MONTH), month=_month(hit))),)


def _turn_month(hit: _Hit) -> tuple[Piece, ...]:
    count = _TURNED_MONTHS[" ".join(hit["turn"].split())]
    month = _month(hit)

    def place(reference: date, _: Outlook) -> Span | None:
        year = reference.year + count
        if (count < 0 and month < reference.month) or (count > 0 and month > reference.month):
            year = reference.year
        return months_span(year, month) if 1 <= year <= MAXYEAR else None

    return (replace(hit.piece(Granularity.MONTH, article=True), month=month, placing=place),)


def _bare_month(hit: _Hit) -> tuple[Piece, ...]:
    return _month_alone(hit, hit.core.start(), hit.core.end())


def _month_alone(hit: _Hit, start: int, end: int) -> tuple[Piece, ...]:
    """A month without day and year, when the words around it show that it is no name and no verb."""
    text = hit.text
    name = text[start:end]
    before, after = word_before(text, start), word_after(text, end)
    if before in {"every", "each"}:
        return ()
    named = after[:1].isupper() and after[:3].lower() not in MONTHS
    led = hit.part is not None or (before in _BEFORE_MONTH and text[start - 1 : start].isspace())
    if _TO_MONTH.match(text, end):
        return _month_found(hit, start, end, before)
    listed = bool(hit.found) and hit.found[-1].month is not None and before in {"and", "to", "or", "through", "until"}
    modifies = after[:1].islower() and after not in _NO_NOUN
    noun = modifies and (before in _DETERMINERS or before.endswith(("'s", "’s", "s'")))
    if name.lower() in {"may", "march"}:
        sure = led and not named and (before in _STRONG or after not in _SAYING)
        owner = text[end : end + 2] in {"'s", "’s"} and before not in _BEFORE_MAYS
        accepted = (sure and not owner) or noun or (listed and not named) or before == "that"
        accepted = accepted and not (name == "May" and _THERESA.search(text, *_near(start)))
    elif name.lower() in {"april", "june", "august"}:
        accepted = (led and (not named or before in _STRONG)) or listed or noun or before == "that"
        accepted = accepted or (modifies and before.isalpha())
    else:
        accepted = led or listed or noun or not named
    return _month_found(hit, start, end, before) if accepted else ()


_TO_MONTH = re.compile(rf"(?:\s(?:to|through|until|and|or)\s|\s?[-–/]\s?)(?:{'|'.join(MONTH_NAMES)})\b")


def _month_found(hit: _Hit, start: int, end: int, before: str) -> tuple[Piece, ...]:
    name = hit.text[start:end]
    piece = hit.piece(Granularity.MONTH) if start == hit.core.start() else Piece(start, end, "month", Granularity.MONTH)
    piece = replace(piece, rule="month", end=end, month=MONTHS[name[:3].lower()])
    if before in {"that", "same"}:
        return (replace(piece, shift=(0, Granularity.YEAR)),)
    if before in {"following", "previous", "preceding"} or (before == "next" and hit.part is None):
        # On which side of the event the month lies is not told by its year alone.
        return (replace(piece, month=None, note=f"{before} {name} needs the event before it."),)
    return (piece,)


_STRONG = frozenset(words("in since until till during throughout early late mid entered"))
_BEFORE_MONTH = _STRONG | frozenset(
    words(
        "by before after from to through between for of around about starting beginning last end as than next following"
    )
)
_BEFORE_MAYS = frozenset(words("in at from than since over"))
_DETERMINERS = frozenset(words("the a an his her its their our this that"))
_NO_NOUN = _SAYING | frozenset(words("for on to of in at by with and or but as from"))


# ---- parts of years


def _first_months(hit: _Hit) -> tuple[Piece, ...]:
    """Such as "the first nine months of 2022" and "the last two weeks of this year"."""
    count, noun = _count(hit["n"]), hit["u"]
    if not 1 <= count <= _IN_A_YEAR[noun]:
        return ()
    opening = hit["which"] == "first"
    piece = hit.piece(_UNITS[noun], article=True, parts=False)

    def within(year: int) -> Span:
        if noun in {"month", "quarter"}:
            months = count * (3 if noun == "quarter" else 1)
            return months_span(year, 1 if opening else 13 - months, months)
        length = timedelta(days=count * (7 if noun == "week" else 1) - 1)
        first, last = _whole_years(year)
        return (first, first + length) if opening else (last - length, last)

    if hit.has("y"):
        return (replace(piece, span=within(int(hit["y"]))),)
    turn = _TURNS[hit["turn"] or "this"]
    return (replace(piece, placing=lambda reference, _: within(reference.year + turn)),)


_IN_A_YEAR = {"day": 365, "week": 52, "month": 12, "quarter": 4}


def _quarter(hit: _Hit) -> tuple[Piece, ...]:
    number = _QUARTERS[hit["q"]]
    piece = hit.piece(Granularity.QUARTER, article=True)
    written = hit["y0"] or hit["y"]
    if written:
        return (replace(piece, span=_quarters(int(written), number)),)
    named = _year_named(hit) if hit.has("own") else None
    if named is not None:
        return (replace(piece, span=_quarters(named, number)),)
    if hit.has("turn") or hit.has("own"):
        turn = _TURNS[hit["turn"] or "this"]
        return (replace(piece, placing=lambda reference, _: _quarters(reference.year + turn, number)),)
    if hit["q"] == "last" or word_after(hit.text, piece.end) == "of" or _SPORT.search(hit.text, *_near(piece.start)):
        return ()
    return (replace(piece, placing=lambda reference, _: _latest_quarter(reference, number)),)


def _year_named(hit: _Hit) -> int | None:
    """The year that the same text has named just before."""
    for earlier in reversed(hit.found[-REACH:]):
        if earlier.placing is None and (earlier.year or earlier.span):
            return earlier.year or (earlier.span[0].year if earlier.span else None)
    return None


def _latest_quarter(reference: date, number: int) -> Span | None:
    begun = 3 * number - 2 <= reference.month
    return _quarters(reference.year if begun else reference.year - 1, number)


def _quarters(year: int, number: int) -> Span | None:
    return months_span(year, 3 * number - 2, 3) if 1 <= year <= MAXYEAR else None


def _quarter_code(hit: _Hit) -> tuple[Piece, ...]:
    if hit.core["kind"].islower():
        return ()
    number, count = int(hit["q"]), 3 if hit["kind"] == "q" else 6
    written = hit["y0"] or hit["y"]
    if count == 6 and (number > 2 or not written):
        return ()
    piece = hit.piece(Granularity.QUARTER)
    if not written:
        return (replace(piece, placing=lambda reference, _: _latest_quarter(reference, number)),)
    return (replace(piece, span=months_span(_year(written), count * (number - 1) + 1, count)),)


def _season(hit: _Hit) -> tuple[Piece, ...]:
    name = _season_name(hit)
    piece = hit.piece(Granularity.SEASON, article=True)
    if hit.has("ry"):
        turn = " ".join(hit["ry"].split())
        if turn in _EVENT_TURNS:
            return ()
        count = _TURNS[turn]
        return (replace(piece, placing=lambda reference, _: season_span(reference.year + count, name)),)
    if hit["s"] == "fall" and is_count(hit.text, piece.end):
        return ()
    note = "Seasons are taken as in the northern hemisphere."
    return (replace(piece, span=season_span(_year(hit["y"]), name), note=note),)


def _season_name(hit: _Hit) -> str:
    return "autumn" if hit["s"] == "fall" else hit["s"]


def _turn_season(hit: _Hit) -> tuple[Piece, ...]:
    name = _season_name(hit)
    count = _TURNED_MONTHS[" ".join(hit["turn"].split())]
    if hit["s"] == "fall" and word_after(hit.text, hit.core.end()) in {"in", "of"}:
        return ()

    def place(reference: date, _: Outlook) -> Span | None:
        year = reference.year
        if name == "winter" and reference.month < 3:
            year -= 1
        if count < 0 and season_span(year, name)[1] >= reference:
            year -= 1
        elif count > 0:
            year += 1
        return season_span(year, name)

    return (replace(hit.piece(Granularity.SEASON, article=True), placing=place),)


# ---- years and longer


def _fiscal_year(hit: _Hit) -> tuple[Piece, ...]:
    piece = hit.piece(Granularity.YEAR)
    first = _year(hit["y"])
    last = _second_year(first, hit["y2"]) if hit.has("y2") else first
    if last is None:
        return ()
    note = "A fiscal year need not be the calendar year."
    return (replace(piece, span=(date(first, 1, 1), date(last, 12, 31)), note=note),)


def _second_year(first: int, written: str) -> int | None:
    """The year after the dash in "2019-20" and "2003-2011"; None when it is no later year."""
    if len(written) == 1:
        return first + 1 if int(written) == (first + 1) % 10 else None
    last = int(written) if len(written) == 4 else first // 100 * 100 + int(written)
    if last < first and len(written) == 2 and int(written) == (first + 1) % 100:
        last += 100
    return last if first < last <= min(2100, first + 1000) else None


def _open_years(hit: _Hit) -> tuple[Piece, ...]:
    span = _whole_years(int(hit["y"]))
    return (replace(hit.piece(Granularity.YEAR), span=span, relation=DateRelation.SINCE),)


def _whole_years(first: int, last: int | None = None) -> Span:
    return date(first, 1, 1), date(last or first, 12, 31)


def _years(hit: _Hit) -> tuple[Piece, ...]:
    """Ranges such as "2003-2011" and "2019-20", and "2024-01", a month when no year range can be read from it."""
    first, written, sign = int(hit["y"]), hit["y2"], hit["dash"].strip()
    last = _second_year(first, written)
    stop = hit.core.end()
    if is_count(hit.text, stop) or not means_year(hit.text, hit.core.start(), stop, first):
        return ()
    if sign == "/" and last is not None and last > first + 1:
        return ()
    if last is not None:
        return (replace(hit.piece(Granularity.YEAR), span=_whole_years(first, last), relation=DateRelation.BETWEEN),)
    if sign == "-" and len(written) == 2 and 1 <= int(written) <= 12:
        return (replace(hit.piece(Granularity.MONTH), rule="iso-month", year=first, month=int(written)),)
    return ()


def _decade(hit: _Hit) -> tuple[Piece, ...]:
    piece = hit.piece(Granularity.DECADE, article=True)
    before = hit.before
    if hit.has("y"):
        first = int(hit["y"])
        if hit.has("own") and not hit.article and not hit.part and before not in {"in", "during", "since", "of"}:
            return ()
        if first % 100 == 0 and first < 2000:
            return (replace(piece, granularity=Granularity.CENTURY, span=_whole_years(first, first + 99)),)
        return (replace(piece, span=decade_span(first)),)
    if hit.has("word"):
        return (replace(piece, span=decade_span(DECADES[hit["word"]])),) if hit.article or hit.part else ()
    return _short_decade(hit, piece, before)


def _short_decade(hit: _Hit, piece: Piece, before: str) -> tuple[Piece, ...]:
    """Such as "the '90s" and "the 1960s and 70s"; not "in his 20s"."""
    first = int(hit["yy"].lstrip("'’‘"))
    marked = not hit["yy"][0].isdigit()
    after_decade = bool(hit.found) and hit.found[-1].granularity is Granularity.DECADE and before in {"and", "to", "or"}
    if not (hit.article or marked or after_decade) or (
        not marked and _THERMOMETER.search(hit.text, *_near(piece.start))
    ):
        return ()
    last = hit.found[-1].span if after_decade else None
    base = last[0].year // 100 * 100 if last else 1900 if first >= 30 else 2000
    return (replace(piece, span=decade_span(base + first)),)


_THERMOMETER = re.compile(r"\b(?:temperature|degree|Fahrenheit|Celsius|percent|per cent|aged?\b)", re.IGNORECASE)


def _century(hit: _Hit) -> tuple[Piece, ...]:
    first = _ordinal(hit["c"])
    last = _ordinal(hit["c2"]) if hit.has("c2") else first
    piece = hit.piece(Granularity.CENTURY, article=True)
    if hit.core[0].endswith("Century") and word_after(hit.text, piece.end)[:1].isupper():
        return ()
    if hit.has("era"):
        return (replace(piece, note="Years before the common era cannot be compared yet."),)
    whole, end = century_span(first), century_span(last)
    if whole is None or end is None or last < first or last > 30:
        return ()
    if last == first:
        return (replace(piece, span=whole),)
    low, high = whole, end
    if hit.part:
        low = part_of(whole, Granularity.CENTURY, hit.part[0])
    if hit.has("part"):
        high = part_of(end, Granularity.CENTURY, hit["part"])
    return (replace(piece, part=None, span=(low[0], high[1]), relation=DateRelation.BETWEEN),)


def _ordinal(written: str) -> int:
    return _number(written) if written[0].isdigit() else ORDINALS[written]


def _era(hit: _Hit) -> tuple[Piece, ...]:
    piece = hit.piece(Granularity.YEAR)
    if hit.has("before"):
        return (replace(piece, note="Years before the common era cannot be compared yet."),)
    year = int(hit["after"] or hit["n"])
    return (replace(piece, span=_whole_years(year)),) if 1 <= year <= 2100 else ()


def _short_year(hit: _Hit) -> tuple[Piece, ...]:
    if hit.before not in _BEFORE_SHORT_YEAR or is_count(hit.text, hit.core.end()):
        return ()
    return (replace(hit.piece(Granularity.YEAR), span=_whole_years(_year(hit["y"]))),)


_BEFORE_SHORT_YEAR = frozenset(
    words("in of since the from until till by before after during and to through late early mid class")
)
_NEXT_IN_LIST = re.compile(r"(?:\s?,|\s?/|\s?&|,?\s(?:and|or|to|versus|vs\.?))\s?$")


def _plain_year(hit: _Hit) -> tuple[Piece, ...]:
    start, end = hit.core.span("y")
    year = int(hit["y"])
    piece = replace(hit.piece(Granularity.YEAR), span=_whole_years(year))
    if hit.part or hit.core.start() < start:
        return (piece,) if not is_count(hit.text, end) else ()
    follows = (
        bool(hit.found)
        and hit.found[-1].rule == "year"
        and bool(_NEXT_IN_LIST.fullmatch(hit.text[hit.found[-1].end : start]))
    )
    if (follows and not is_count(hit.text, end)) or means_year(hit.text, start, end, year):
        return (replace(piece, start=start),)
    return ()


def _year_end(hit: _Hit) -> tuple[Piece, ...]:
    piece = replace(hit.piece(Granularity.YEAR, article=True), part=("end", "end"))
    if hit.has("y"):
        return (replace(piece, span=_whole_years(_year(hit["y"]))),)
    return (replace(piece, placing=lambda reference, _: _whole_years(reference.year)),)


# ---- told from the day of publication


def _weekday_alone(hit: _Hit) -> tuple[Piece, ...]:
    text, core = hit.text, hit.core
    before = word_before(text, core.start())
    if before in _DAY_NAMES or _AFTER_DAY_NAMES.match(text, core.end("w")):
        return ()
    weekday = WEEKDAYS[hit["w"][:3]]
    turn = " ".join(hit["turn"].split())
    if (before in ORDINALS or "last" in (before, turn)) and _OF_MONTH.match(text, core.end()):
        return ()
    if turn == "next" and hit.article:
        return _event_weekday(hit)
    piece = replace(hit.piece(Granularity.DAY, parts=False), weekday=weekday)
    if hit.has("week"):
        turn, weeks = "", _TURNS[hit["week"]]
        return (replace(piece, placing=lambda reference, _: moved_weekday(reference, weekday, weeks)),)
    return (replace(piece, placing=lambda reference, outlook: turned_weekday(reference, weekday, turn, outlook)),)


_OF_MONTH = re.compile(rf"\s(?:in|of)\s(?:the\s|each\s|every\s)?(?:month|year|{'|'.join(MONTH_NAMES)})")


def moved_weekday(reference: date, weekday: int, weeks: int) -> Span | None:
    """The weekday of the calendar week `weeks` on."""
    day = add_days(reference, weekday - reference.weekday() + 7 * weeks)
    return (day, day) if day else None


def turned_weekday(reference: date, weekday: int, turn: str, outlook: Outlook) -> Span | None:
    """The weekday meant by a report of the day `reference`.

    Args:
        reference: Day of publication.
        weekday: 0 for Monday.
        turn: "last" and "past" exclude the day itself, and so does "next"; "this" and "coming" look ahead.
        outlook: Which way the sentence looks; only asked when there is no turn.
    """
    back = (reference.weekday() - weekday) % 7
    match turn:
        case "last" | "past" | "this past":
            count = -(back or 7)
        case "next":
            count = 7 - back
        case "this" | "coming" | "this coming":
            count = (7 - back) % 7
        case _:
            count = (7 - back) % 7 if outlook is Outlook.AHEAD else -back
    day = add_days(reference, count)
    return (day, day) if day else None


def _day_word(hit: _Hit) -> tuple[Piece, ...]:
    if hit.core["word"] == "Today" and hit.before in {"usa", "india", "russia", "psychology"}:
        return ()
    count = _DAY_WORDS[" ".join(hit["word"].split())]
    piece = hit.piece(Granularity.DAY, article=hit["word"].startswith("day"), parts=False)
    return (replace(piece, placing=lambda reference, _: moved(reference, count, Granularity.DAY)),)


_DAY_WORDS = {
    "day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "last evening": -1,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
}


def _event_weekday(hit: _Hit) -> tuple[Piece, ...]:
    note = f"{hit.core[0]} needs the event before it."
    return (replace(hit.piece(Granularity.DAY, article=True, parts=False), note=note),)


def _weekend(hit: _Hit) -> tuple[Piece, ...]:
    piece = hit.piece(Granularity.DAY, article=True, parts=False)
    return (replace(piece, placing=lambda reference, outlook: _weekend_span(reference, int(outlook is Outlook.AHEAD))),)


def _weekend_span(reference: date, count: int) -> Span | None:
    """A Saturday and Sunday: -1 the last whole one, 0 the latest begun, 1 this week's, 2 the one after."""
    begun = reference.weekday() >= 5
    weeks = {-1: -1, 0: 0 if begun else -1, 1: 0, 2: 1}[count]
    first = add_days(reference, 5 - reference.weekday() + 7 * weeks)
    last = add_days(first, 1) if first else None
    return (first, last) if first and last else None


def _turn(hit: _Hit) -> tuple[Piece, ...]:
    """Such as "last month", "this year", "the past week", "the next year"; not "the last week of"."""
    if hit.text[hit.core.end() : hit.core.end() + 4] == " of " and not _YEAR_BEFORE.match(hit.text, hit.core.end()):
        return ()
    turn, noun = " ".join(hit["turn"].split()), hit["u"]
    unit = _UNITS[noun]
    piece = hit.piece(unit, article=True)
    if hit.turned and hit.prefix is not None:
        piece = replace(piece, start=hit.prefix.start())
    if turn in _EVENT_TURNS or (turn == "next" and hit.article):
        return _turn_of_event(hit, piece, turn)
    if unit is Granularity.DAY or noun == "weekend":
        return _turn_of_days(piece, turn, noun)
    return (replace(piece, placing=_turned(hit, turn, unit), part=None if turn in _ROLLING else piece.part),)


_ROLLING = {"past": -1, "this past": -1, "coming": 1, "this coming": 1}
_WEEKENDS = {"last": -1, "past": -1, "this past": -1, "next": 2}


def _turn_of_event(hit: _Hit, piece: Piece, turn: str) -> tuple[Piece, ...]:
    """Such as "that year" and "the following month", "the next day"; "over the next year" looks ahead from publication."""
    noun, unit = hit["u"], piece.granularity
    if turn == "next" and (hit.before in _THROUGH or noun in {"decade", "century"}):
        return (replace(piece, placing=lambda reference, _: _rolling(reference, 1, unit)),)
    if turn in {"same", "previous", "following"} and not hit.article and hit.before not in {"from", "by"}:
        return ()
    if noun == "weekend":
        return (replace(piece, note=f"{hit.core[0]} needs the event before it."),)
    year_before = _YEAR_BEFORE.match(hit.text, piece.end)
    if year_before and noun in _IN_A_YEAR and _EVENT_TURNS.get(turn) == 0:
        return (replace(piece, end=year_before.end(), shift=(-_IN_A_YEAR[noun], unit)),)
    return (replace(piece, shift=(_EVENT_TURNS.get(turn, 1), unit)),)


_YEAR_BEFORE = re.compile(
    r"\s(?:(?:of\s|in\s)?(?:last|the\s(?:previous|prior|preceding))\syear|(?:a|one)\syear\s(?:ago|earlier|before))\b",
    re.IGNORECASE,
)


def _turn_of_days(piece: Piece, turn: str, noun: str) -> tuple[Piece, ...]:
    piece = replace(piece, granularity=Granularity.DAY, part=None)
    if noun == "weekend":
        count = _WEEKENDS.get(turn, 1)
        return (replace(piece, placing=lambda reference, _: _weekend_span(reference, count)),)
    if turn == "this" and noun != "day":
        return (replace(piece, placing=lambda reference, _: (reference, reference)),)
    return ()


def _turned(hit: _Hit, turn: str, unit: Granularity) -> Placing:
    rolling = -1 if turn == "last" and hit.article and hit.before in _THROUGH else _ROLLING.get(turn)
    if rolling is not None:
        return lambda reference, _: _rolling(reference, rolling, unit)
    count, turned = _TURNS[turn], hit.turned
    if not turned or count:
        return lambda reference, _: moved(reference, count, unit)
    return lambda reference, _: _so_far(moved(reference, 0, unit), reference, turned)


def _so_far(whole: Span | None, reference: date, turned: str) -> Span | None:
    """The part of a period up to the day of publication ("earlier this year"), or from it on ("later this year")."""
    if whole is None or not turned:
        return whole
    return (whole[0], reference) if turned == "earlier" else (reference, whole[1])


_THROUGH = frozenset(words("over in within during for throughout across"))


def _rolling(reference: date, count: int, unit: Granularity) -> Span | None:
    """From `count` units away up to the day of publication, or the other way round."""
    if unit in {Granularity.DAY, Granularity.WEEK}:
        other = add_days(reference, count * (7 if unit is Granularity.WEEK else 1))
    else:
        months = {Granularity.MONTH: 1, Granularity.QUARTER: 3, Granularity.YEAR: 12, Granularity.DECADE: 120}
        other = add_months(reference, count * months.get(unit, 1200))
    if other is None:
        return None
    return (other, reference) if count < 0 else (reference, other)


def _past_span(hit: _Hit) -> tuple[Piece, ...]:
    count, unit = _count(hit["n"]), _UNITS[hit["u"]]
    led = hit.article or hit.before in _THROUGH or hit.before in _DETERMINERS
    if not led or not count or hit.text[hit.core.end() : hit.core.end() + 4] == " of ":
        return ()
    if hit["u"] == "hour":
        count = max(1, count // 24)
    if hit["u"] == "fortnight":
        count *= 2
    sign = -1 if hit["turn"] in {"past", "last"} else 1
    piece = hit.piece(unit, article=True, parts=False)
    return (replace(piece, placing=lambda reference, _: _rolling(reference, sign * count, unit)),)


def _count(written: str) -> int:
    """A count in digits or words; 0 when it is not whole ("half a")."""
    parts = written.replace("-", " ").split()
    if parts[0][0].isdigit():
        return int(parts[0].replace(",", ""))
    if parts[0] in {"half", "quarter"} or "quarter" in parts:
        return 0
    large = next((_LARGE[part] for part in parts if part in _LARGE), 1)
    return large * (sum(COUNTS.get(part, 0) for part in parts) or 1)


_LARGE = {"couple": 2, "dozen": 12, "hundred": 100}


def _ago(hit: _Hit) -> tuple[Piece, ...]:
    piece, count, unit = _distance(hit)
    if not count:
        return (replace(piece, note=f"{hit.core[0]} does not say how long exactly."),)
    exact = hit["exact"]

    def place(reference: date, _: Outlook) -> Span | None:
        if hit["u"] == "hour":
            return moved(reference, -(count // 24), Granularity.DAY)
        if not exact:
            return moved(reference, -count, unit)
        whole = _rolling(reference, -count, unit)
        fine = {"today": Granularity.DAY, "this week": Granularity.WEEK}.get(" ".join(exact.split()), Granularity.MONTH)
        return period_of(whole[0], fine) if whole else None

    return (replace(piece, placing=place),)


def _distance(hit: _Hit) -> tuple[Piece, int, Granularity]:
    """The mention, its count (0 when the words leave it open) and its unit, in years for decades and centuries."""
    unit = _UNITS[hit["u"]]
    vague = "vague" in hit.core.re.groupindex and hit.has("vague")
    count = 0 if vague else _count(hit["n"])
    piece = hit.piece(unit, parts=False)
    if hit["u"] == "fortnight":
        count *= 2
    if unit in {Granularity.DECADE, Granularity.CENTURY}:
        years = 10 if unit is Granularity.DECADE else 100
        fraction = (
            {"h": years // 2, "q": years // 4}.get(hit["n"].removeprefix("a ")[:1], 0) if not vague and not count else 0
        )
        return replace(piece, granularity=Granularity.YEAR), count * years or fraction, Granularity.YEAR
    return piece, count, unit


def _from_now(hit: _Hit) -> tuple[Piece, ...]:
    piece, count, unit = _distance(hit)
    if not count:
        return (replace(piece, note=f"{hit.core[0]} does not say how long exactly."),)
    return (replace(piece, placing=lambda reference, _: moved(reference, count, unit)),)


# ---- told from an event


def _later(hit: _Hit) -> tuple[Piece, ...]:
    piece, count, unit = _distance(hit)
    if hit["u"] == "hour" or not count:
        return (replace(piece, note=f"{hit.core[0]} does not say how long exactly."),)
    sign = -1 if hit["dir"] in {"earlier", "before", "prior", "previously"} else 1
    return (replace(piece, shift=(sign * count, unit)),)


def _day_after(hit: _Hit) -> tuple[Piece, ...]:
    if not hit.article:
        return ()
    sign = 1 if hit["dir"] == "after" else -1
    return (replace(hit.piece(_UNITS[hit["u"]], article=True, parts=False), shift=(sign, _UNITS[hit["u"]])),)


def _bare_unit(hit: _Hit) -> tuple[Piece, ...]:
    """Such as "the end of the year": of the year named before, else of the year of publication."""
    part = hit.part or ((hit.turned, hit.turned) if hit.turned else None)
    if part is None or hit.prefix is None or not re.search(r"\bthe\s$", hit.prefix[0], re.IGNORECASE):
        return ()
    if re.match(r"\sof\b|[-\s](?:old|long|ago)\b", hit.text[hit.core.end() : hit.core.end() + 6]):
        return ()
    unit = _UNITS[hit["u"]]
    piece = Piece(hit.prefix.start(), hit.core.end(), hit.rule, unit, part=hit.part)
    if _year_named(hit) is not None:
        return (replace(piece, shift=(0, unit)),)
    return (replace(piece, placing=lambda reference, _: _so_far(moved(reference, 0, unit), reference, hit.turned)),)


_RULES: dict[str, Rule] = {
    "iso-day": _iso_day,
    "numeric-day": _numeric_day,
    "nine-eleven": _nine_eleven,
    "year-month-day": _year_month_day,
    "day-month": _day_and_month,
    "month-day": _day_and_month,
    "month-year": _month_year,
    "month-of-year": _month_of_year,
    "turn-month": _turn_month,
    "month": _bare_month,
    "first-months": _first_months,
    "quarter": _quarter,
    "quarter-code": _quarter_code,
    "season": _season,
    "turn-season": _turn_season,
    "fiscal-year": _fiscal_year,
    "open-years": _open_years,
    "years": _years,
    "decade": _decade,
    "century": _century,
    "era": _era,
    "weekday": _weekday_alone,
    "week-weekday": _weekday_alone,
    "day-word": _day_word,
    "turn": _turn,
    "event-weekday": _event_weekday,
    "weekend": _weekend,
    "past-span": _past_span,
    "ago": _ago,
    "from-now": _from_now,
    "later": _later,
    "day-after": _day_after,
    "year-end": _year_end,
    "short-year": _short_year,
    "year": _plain_year,
    "bare-unit": _bare_unit,
}
