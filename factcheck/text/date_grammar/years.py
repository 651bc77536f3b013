"""Quarters, seasons, years, decades and centuries."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import MAXYEAR, date, timedelta

from factcheck.domain.analysis import DateRelation, Granularity
from factcheck.text.date_grammar.hits import (
    EVENT_TURNS,
    IN_A_YEAR,
    TURNED_MONTHS,
    TURNS,
    UNITS,
    Hit,
    Outlook,
    Piece,
    Rule,
    count_of,
    near,
    number_of,
    whole_years,
    year_named,
    year_of,
)
from factcheck.text.date_grammar.patterns import DECADES, ORDINALS, words
from factcheck.text.date_grammar.year_cues import is_count, means_year, word_after
from factcheck.text.periods import Span, century_span, decade_span, months_span, part_of, season_span

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
_SPORT = re.compile(
    r"\b(?:touchdowns?|goals?|yards?|points?\s+(?:lead|ahead)|innings?|match|game|kick|scored|halftime|half-time|penalty"
    r"|quarterback|rebounds?|baskets?|team)\b"
)


def _first_months(hit: Hit) -> tuple[Piece, ...]:
    """Such as "the first nine months of 2022" and "the last two weeks of this year"."""
    count, noun = count_of(hit["n"]), hit["u"]
    if not 1 <= count <= IN_A_YEAR[noun]:
        return ()
    opening = hit["which"] == "first"
    piece = hit.piece(UNITS[noun], article=True, parts=False)

    def within(year: int) -> Span:
        if noun in {"month", "quarter"}:
            months = count * (3 if noun == "quarter" else 1)
            return months_span(year, 1 if opening else 13 - months, months)
        length = timedelta(days=count * (7 if noun == "week" else 1) - 1)
        first, last = whole_years(year)
        return (first, first + length) if opening else (last - length, last)

    if hit.has("y"):
        return (replace(piece, span=within(int(hit["y"]))),)
    turn = TURNS[hit["turn"] or "this"]
    return (replace(piece, placing=lambda reference, _: within(reference.year + turn)),)


def _quarter(hit: Hit) -> tuple[Piece, ...]:
    number = _QUARTERS[hit["q"]]
    piece = hit.piece(Granularity.QUARTER, article=True)
    written = hit["y0"] or hit["y"]
    if written:
        return (replace(piece, span=_quarters(int(written), number)),)
    named = year_named(hit) if hit.has("own") else None
    if named is not None:
        return (replace(piece, span=_quarters(named, number)),)
    if hit.has("turn") or hit.has("own"):
        turn = TURNS[hit["turn"] or "this"]
        return (replace(piece, placing=lambda reference, _: _quarters(reference.year + turn, number)),)
    if hit["q"] == "last" or word_after(hit.text, piece.end) == "of" or _SPORT.search(hit.text, *near(piece.start)):
        return ()
    return (replace(piece, placing=lambda reference, _: _latest_quarter(reference, number)),)


def _latest_quarter(reference: date, number: int) -> Span | None:
    begun = 3 * number - 2 <= reference.month
    return _quarters(reference.year if begun else reference.year - 1, number)


def _quarters(year: int, number: int) -> Span | None:
    return months_span(year, 3 * number - 2, 3) if 1 <= year <= MAXYEAR else None


def _quarter_code(hit: Hit) -> tuple[Piece, ...]:
    if hit.core["kind"].islower():
        return ()
    number, count = int(hit["q"]), 3 if hit["kind"] == "q" else 6
    written = hit["y0"] or hit["y"]
    if count == 6 and (number > 2 or not written):
        return ()
    piece = hit.piece(Granularity.QUARTER)
    if not written:
        return (replace(piece, placing=lambda reference, _: _latest_quarter(reference, number)),)
    return (replace(piece, span=months_span(year_of(written), count * (number - 1) + 1, count)),)


def _season(hit: Hit) -> tuple[Piece, ...]:
    name = _season_name(hit)
    piece = hit.piece(Granularity.SEASON, article=True)
    if hit.has("ry"):
        turn = " ".join(hit["ry"].split())
        if turn in EVENT_TURNS:
            return ()
        count = TURNS[turn]
        return (replace(piece, placing=lambda reference, _: season_span(reference.year + count, name)),)
    if hit["s"] == "fall" and is_count(hit.text, piece.end):
        return ()
    note = "Seasons are taken as in the northern hemisphere."
    return (replace(piece, span=season_span(year_of(hit["y"]), name), note=note),)


def _season_name(hit: Hit) -> str:
    return "autumn" if hit["s"] == "fall" else hit["s"]


def _turn_season(hit: Hit) -> tuple[Piece, ...]:
    name = _season_name(hit)
    count = TURNED_MONTHS[" ".join(hit["turn"].split())]
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


def _fiscal_year(hit: Hit) -> tuple[Piece, ...]:
    piece = hit.piece(Granularity.YEAR)
    first = year_of(hit["y"])
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


def _open_years(hit: Hit) -> tuple[Piece, ...]:
    span = whole_years(int(hit["y"]))
    return (replace(hit.piece(Granularity.YEAR), span=span, relation=DateRelation.SINCE),)


def _years(hit: Hit) -> tuple[Piece, ...]:
    """Ranges such as "2003-2011" and "2019-20", and "2024-01", a month when no year range can be read from it."""
    first, written, sign = int(hit["y"]), hit["y2"], hit["dash"].strip()
    last = _second_year(first, written)
    stop = hit.core.end()
    start = hit.core.start()
    clear = _in_list(hit, start) or (hit.text[start - 1 : start] == "(" and last is not None)
    if is_count(hit.text, stop) or not (clear or means_year(hit.text, start, stop, first)):
        return ()
    if sign == "/" and last is not None and last > first + 1:
        return ()
    if last is not None:
        return (replace(hit.piece(Granularity.YEAR), span=whole_years(first, last), relation=DateRelation.BETWEEN),)
    if sign == "-" and len(written) == 2 and 1 <= int(written) <= 12:
        return (replace(hit.piece(Granularity.MONTH), rule="iso-month", year=first, month=int(written)),)
    return ()


def _decade(hit: Hit) -> tuple[Piece, ...]:
    piece = hit.piece(Granularity.DECADE, article=True)
    before = hit.before
    if hit.has("y"):
        first = int(hit["y"])
        if hit.has("own") and not hit.article and not hit.part and before not in {"in", "during", "since", "of"}:
            return ()
        if first % 100 == 0 and first < 2000:
            return (replace(piece, granularity=Granularity.CENTURY, span=whole_years(first, first + 99)),)
        return (replace(piece, span=decade_span(first)),)
    if hit.has("word"):
        return (replace(piece, span=decade_span(DECADES[hit["word"]])),) if hit.article or hit.part else ()
    return _short_decade(hit, piece, before)


def _short_decade(hit: Hit, piece: Piece, before: str) -> tuple[Piece, ...]:
    """Such as "the '90s" and "the 1960s and 70s"; not "in his 20s"."""
    first = int(hit["yy"].lstrip("'’‘"))
    marked = not hit["yy"][0].isdigit()
    after_decade = bool(hit.found) and hit.found[-1].granularity is Granularity.DECADE and before in {"and", "to", "or"}
    if not (hit.article or marked or after_decade) or (
        not marked and _THERMOMETER.search(hit.text, *near(piece.start))
    ):
        return ()
    last = hit.found[-1].span if after_decade else None
    base = last[0].year // 100 * 100 if last else 1900 if first >= 30 else 2000
    return (replace(piece, span=decade_span(base + first)),)


_THERMOMETER = re.compile(r"\b(?:temperature|degree|Fahrenheit|Celsius|percent|per cent|aged?\b)", re.IGNORECASE)


def _century(hit: Hit) -> tuple[Piece, ...]:
    first = _ordinal(hit["c"])
    last = _ordinal(hit["c2"]) if hit.has("c2") else first
    piece = hit.piece(Granularity.CENTURY, article=True)
    if hit["c"].isalpha() and hit.before in {"his", "her", "their", "a", "my", "your"}:
        return ()
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
    return number_of(written) if written[0].isdigit() else ORDINALS[written]


def _era(hit: Hit) -> tuple[Piece, ...]:
    piece = hit.piece(Granularity.YEAR)
    if hit.has("before"):
        return (replace(piece, note="Years before the common era cannot be compared yet."),)
    year = int(hit["after"] or hit["n"])
    return (replace(piece, span=whole_years(year)),) if 1 <= year <= 2100 else ()


def _short_year(hit: Hit) -> tuple[Piece, ...]:
    if hit.before not in _BEFORE_SHORT_YEAR or is_count(hit.text, hit.core.end()):
        return ()
    return (replace(hit.piece(Granularity.YEAR), span=whole_years(year_of(hit["y"]))),)


_BEFORE_SHORT_YEAR = frozenset(
    words("in of since the from until till by before after during and to through late early mid class")
)
_NEXT_IN_LIST = re.compile(r"(?:\s?,|\s?/|\s?&|,?\s(?:and|or|to|versus|vs\.?))\s?$")


def _in_list(hit: Hit, start: int) -> bool:
    """Whether it goes on a list of years: "2010, 2014 and 2018"."""
    last = hit.found[-1] if hit.found else None
    return (
        last is not None
        and last.rule in {"year", "years"}
        and bool(_NEXT_IN_LIST.fullmatch(hit.text[last.end : start]))
    )


def _plain_year(hit: Hit) -> tuple[Piece, ...]:
    start, end = hit.core.span("y")
    year = int(hit["y"])
    piece = replace(hit.piece(Granularity.YEAR), span=whole_years(year))
    if hit.part or hit.core.start() < start:
        return (piece,) if not is_count(hit.text, end) else ()
    if (_in_list(hit, start) and not is_count(hit.text, end)) or means_year(hit.text, start, end, year):
        return (replace(piece, start=start),)
    return ()


def _year_end(hit: Hit) -> tuple[Piece, ...]:
    piece = replace(hit.piece(Granularity.YEAR, article=True), part=("end", "end"))
    if hit.has("y"):
        return (replace(piece, span=whole_years(year_of(hit["y"]))),)
    return (replace(piece, placing=lambda reference, _: whole_years(reference.year)),)


RULES: dict[str, Rule] = {
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
    "year-end": _year_end,
    "short-year": _short_year,
    "year": _plain_year,
}
"""Each rule of `patterns` that is read here, and what reads it."""
