"""Dates told from the day of publication or from an event: "last month", "two days later"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from factcheck.domain.analysis import Granularity
from factcheck.text.date_grammar.hits import (
    DETERMINERS,
    EVENT_TURNS,
    IN_A_YEAR,
    TURNS,
    UNITS,
    Hit,
    Outlook,
    Piece,
    Placing,
    Rule,
    count_of,
    year_named,
)
from factcheck.text.date_grammar.patterns import ORDINALS, WEEKDAYS, words
from factcheck.text.date_grammar.year_cues import word_before
from factcheck.text.periods import MONTH_NAMES, Span, add_days, add_months, moved, period_of

_DAY_NAMES = frozenset(
    words("""black good ash palm easter super bloody cyber holy fat shrove maundy whit ruby giving sheffield throwback freaky
    blue casual every each alternate manic""")
)
_AFTER_DAY_NAMES = re.compile(
    r"\s(?:Times|Telegraph|Mail|Mirror|Express|Herald|Addams|Weld|Post|Star|Tribune|Review|Service|School|Football|Lights"
    r"|Night\s(?:Live|Football|Lights|Fever|Raw|Wars?))\b"
)


def _weekday_alone(hit: Hit) -> tuple[Piece, ...]:
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
        turn, weeks = "", TURNS[hit["week"]]
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


def _day_word(hit: Hit) -> tuple[Piece, ...]:
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


def _event_weekday(hit: Hit) -> tuple[Piece, ...]:
    note = f"{hit.core[0]} needs the event before it."
    return (replace(hit.piece(Granularity.DAY, article=True, parts=False), note=note),)


def _weekend(hit: Hit) -> tuple[Piece, ...]:
    piece = hit.piece(Granularity.DAY, article=True, parts=False)
    return (replace(piece, placing=lambda reference, outlook: _weekend_span(reference, int(outlook is Outlook.AHEAD))),)


def _weekend_span(reference: date, count: int) -> Span | None:
    """A Saturday and Sunday: -1 the last whole one, 0 the latest begun, 1 this week's, 2 the one after."""
    begun = reference.weekday() >= 5
    weeks = {-1: -1, 0: 0 if begun else -1, 1: 0, 2: 1}[count]
    first = add_days(reference, 5 - reference.weekday() + 7 * weeks)
    last = add_days(first, 1) if first else None
    return (first, last) if first and last else None


def _turn(hit: Hit) -> tuple[Piece, ...]:
    """Such as "last month", "this year", "the past week", "the next year"; not "the last week of"."""
    if hit.text[hit.core.end() : hit.core.end() + 4] == " of " and not _YEAR_BEFORE.match(hit.text, hit.core.end()):
        return ()
    turn, noun = " ".join(hit["turn"].split()), hit["u"]
    unit = UNITS[noun]
    piece = hit.piece(unit, article=True)
    if hit.turned and hit.prefix is not None:
        piece = replace(piece, start=hit.prefix.start())
    if turn in EVENT_TURNS or (turn == "next" and hit.article):
        return _turn_of_event(hit, piece, turn)
    if unit is Granularity.DAY or noun == "weekend":
        return _turn_of_days(piece, turn, noun)
    return (replace(piece, placing=_turned(hit, turn, unit), part=None if turn in _ROLLING else piece.part),)


_ROLLING = {"past": -1, "this past": -1, "coming": 1, "this coming": 1}
_WEEKENDS = {"last": -1, "past": -1, "this past": -1, "next": 2}


def _turn_of_event(hit: Hit, piece: Piece, turn: str) -> tuple[Piece, ...]:
    """Such as "that year" and "the following month", "the next day"; "over the next year" looks ahead from publication."""
    noun, unit = hit["u"], piece.granularity
    if turn == "next" and (hit.before in _THROUGH or noun in {"decade", "century"}):
        return (replace(piece, placing=lambda reference, _: _rolling(reference, 1, unit)),)
    if turn in {"same", "previous", "following"} and not hit.article and hit.before not in {"from", "by"}:
        return ()
    if noun == "weekend":
        return (replace(piece, note=f"{hit.core[0]} needs the event before it."),)
    year_before = _YEAR_BEFORE.match(hit.text, piece.end)
    if year_before and noun in IN_A_YEAR and EVENT_TURNS.get(turn) == 0:
        return (replace(piece, end=year_before.end(), shift=(-IN_A_YEAR[noun], unit)),)
    return (replace(piece, shift=(EVENT_TURNS.get(turn, 1), unit)),)


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


def _turned(hit: Hit, turn: str, unit: Granularity) -> Placing:
    rolling = -1 if turn == "last" and hit.article and hit.before in _THROUGH else _ROLLING.get(turn)
    if rolling is not None:
        return lambda reference, _: _rolling(reference, rolling, unit)
    count, turned = TURNS[turn], hit.turned
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


def _past_span(hit: Hit) -> tuple[Piece, ...]:
    count, unit = count_of(hit["n"]), UNITS[hit["u"]]
    led = hit.article or hit.before in _THROUGH or hit.before in DETERMINERS
    if not led or not count or hit.text[hit.core.end() : hit.core.end() + 4] == " of ":
        return ()
    if hit["u"] == "hour":
        count = max(1, count // 24)
    if hit["u"] == "fortnight":
        count *= 2
    sign = -1 if hit["turn"] in {"past", "last"} else 1
    piece = hit.piece(unit, article=True, parts=False)
    return (replace(piece, placing=lambda reference, _: _rolling(reference, sign * count, unit)),)


def _ago(hit: Hit) -> tuple[Piece, ...]:
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


def _distance(hit: Hit) -> tuple[Piece, int, Granularity]:
    """The mention, its count (0 when the words leave it open) and its unit, in years for decades and centuries."""
    unit = UNITS[hit["u"]]
    vague = "vague" in hit.core.re.groupindex and hit.has("vague")
    count = 0 if vague else count_of(hit["n"])
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


def _from_now(hit: Hit) -> tuple[Piece, ...]:
    piece, count, unit = _distance(hit)
    if not count:
        return (replace(piece, note=f"{hit.core[0]} does not say how long exactly."),)
    return (replace(piece, placing=lambda reference, _: moved(reference, count, unit)),)


def _later(hit: Hit) -> tuple[Piece, ...]:
    piece, count, unit = _distance(hit)
    if hit["u"] == "hour" or not count:
        return (replace(piece, note=f"{hit.core[0]} does not say how long exactly."),)
    sign = -1 if hit["dir"] in {"earlier", "before", "prior", "previously"} else 1
    return (replace(piece, shift=(sign * count, unit)),)


def _day_after(hit: Hit) -> tuple[Piece, ...]:
    if not hit.article:
        return ()
    sign = 1 if hit["dir"] == "after" else -1
    return (replace(hit.piece(UNITS[hit["u"]], article=True, parts=False), shift=(sign, UNITS[hit["u"]])),)


def _bare_unit(hit: Hit) -> tuple[Piece, ...]:
    """Such as "the end of the year": of the year named before, else of the year of publication."""
    part = hit.part or ((hit.turned, hit.turned) if hit.turned else None)
    if part is None or hit.prefix is None or not re.search(r"\bthe\s$", hit.prefix[0], re.IGNORECASE):
        return ()
    if re.match(r"\sof\b|[-\s](?:old|long|ago)\b", hit.text[hit.core.end() : hit.core.end() + 6]):
        return ()
    unit = UNITS[hit["u"]]
    piece = Piece(hit.prefix.start(), hit.core.end(), hit.rule, unit, part=hit.part)
    if year_named(hit) is not None:
        return (replace(piece, shift=(0, unit)),)
    return (replace(piece, placing=lambda reference, _: _so_far(moved(reference, 0, unit), reference, hit.turned)),)


RULES: dict[str, Rule] = {
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
    "bare-unit": _bare_unit,
}
"""Each rule of `patterns` that is read here, and what reads it."""
