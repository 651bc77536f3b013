"""Days and months that a text names."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import MAXYEAR, date

from factcheck.domain.analysis import DateRelation, Granularity
from factcheck.text.date_grammar.hits import (
    DETERMINERS,
    EVENT_TURNS,
    TURNED_MONTHS,
    TURNS,
    Hit,
    Outlook,
    Piece,
    Rule,
    calendar_span,
    month_of,
    near,
    number_of,
    year_of,
)
from factcheck.text.date_grammar.patterns import DAY_ORDINALS, MONTHS, WEEKDAYS, words
from factcheck.text.date_grammar.year_cues import counts_next_word, is_count, word_after, word_before
from factcheck.text.periods import MONTH_NAMES, Span, months_span

_ATTACK_NOTE = "The day of the attacks on New York and Washington."
_ATTACKS = re.compile(r"(?:,?\s2001|['’]s)?\s(?:terror(?:ist)?\s)?(?:attack|hijack|bomb|commission)", re.IGNORECASE)


_THERESA = re.compile(r"\bTheresa|\bM(?:r|s|rs)\.? May\b|\bMinister May\b|\bMay['’]s (?:government|cabinet|party|deal)")
_SAYING = frozenset(words("said says told had has was is would will did announced added resigned insisted won lost"))


def _iso_day(hit: Hit) -> tuple[Piece, ...]:
    piece = hit.piece(Granularity.DAY, parts=False)
    return (replace(piece, year=int(hit["y"]), month=int(hit["m"]), day=int(hit["d"])),)


def _numeric_day(hit: Hit) -> tuple[Piece, ...]:
    a, b, written, sign = int(hit["a"]), int(hit["b"]), hit["y"], hit["s1"]
    if sign != hit["s2"] or (len(written) == 2 and sign != "/") or hit.before in {"version", "v", "release", "ip"}:
        return ()
    year = year_of(written)
    if not (1000 <= year <= 2100 and 1 <= a <= 31 and 1 <= b <= 31) or min(a, b) > 12 or (sign == "." and b > 12):
        return ()
    piece = hit.piece(Granularity.DAY, parts=False)
    if a > 12 or a == b or sign == ".":
        return (replace(piece, year=year, month=b, day=a),)
    if b > 12:
        return (replace(piece, year=year, month=a, day=b),)
    names = f"{a} {MONTH_NAMES[b - 1]} or {b} {MONTH_NAMES[a - 1]} {year}"
    return (replace(piece, note=f"{hit.core[0]} can be {names}: write the month in letters."),)


def _nine_eleven(hit: Hit) -> tuple[Piece, ...]:
    if is_count(hit.text, hit.core.end()):
        return ()
    return (replace(hit.piece(Granularity.DAY, parts=False), year=2001, month=9, day=11, note=_ATTACK_NOTE),)


def _year_month_day(hit: Hit) -> tuple[Piece, ...]:
    if not _is_month_name(hit.core["m"]):
        return ()
    piece = hit.piece(Granularity.DAY, parts=False)
    return (replace(piece, year=int(hit["y"]), month=month_of(hit), day=number_of(hit["d"])),)


def _month_and_ordinal(hit: Hit) -> tuple[Piece, ...]:
    """Such as "June first", as radio scripts write it."""
    if not hit.core["m"][0].isupper():
        return ()
    piece = hit.piece(Granularity.DAY, parts=False)
    return (replace(piece, month=month_of(hit), day=DAY_ORDINALS[hit["o"]]),)


def _day_and_month(hit: Hit) -> tuple[Piece, ...]:
    """Both "5 January 2020" and "January 5, 2020", with weekdays and ranges of days."""
    day_first = hit.rule == "day-month"
    if not (_is_month_name(hit.core["m"]) or hit.has("y")):
        return ()
    if day_first and not _day_stands_free(hit):
        return ()
    piece, last = _with_year(hit, day_first=day_first), number_of(hit["d2"])
    if piece.lacks_year and not day_first:
        if not last and is_count(hit.text, piece.end):
            return _month_alone(hit, hit.core.start("m"), hit.core.end("m"))
        if last and (_counts_on(hit, piece) or last <= number_of(hit["d"])):
            piece, last = replace(piece, end=hit.core.end("d")), 0
    if last:
        return _two_days(hit, piece, last)
    if piece.lacks_year and (piece.month, piece.day) == (9, 11) and _ATTACKS.match(hit.text, piece.end):
        piece = replace(piece, year=2001, note=_ATTACK_NOTE)
    return (piece,)


def _with_year(hit: Hit, *, day_first: bool) -> Piece:
    """The day with the year after it, unless that number counts something: "On January 5, 2000 troops"."""
    core = hit.core
    piece = hit.piece(Granularity.DAY, article=day_first, parts=False)
    last = number_of(hit["d2"])
    piece = replace(piece, month=month_of(hit), day=number_of(hit["d"]), weekday=_weekday(hit))
    if hit.has("ry"):
        return _in_turned_year(hit, replace(piece, last_day=last or None))
    if not hit.has("y"):
        return piece
    if core["y"].isdigit() and counts_next_word(hit.text, core.end()):
        return replace(piece, end=core.end("m") if day_first else core.end("d2" if last else "d"))
    return replace(piece, year=year_of(hit["y"]))


def _two_days(hit: Hit, piece: Piece, last: int) -> tuple[Piece, ...]:
    """A range of days, or two days: "January 5-7", "5 and 6 January"."""
    piece = replace(piece, weekday=None)
    if hit["link"].strip() in _AND and hit.before != "between" and piece.placing is None:
        second = replace(piece, start=hit.core.start("d2"), day=last)
        return (replace(piece, end=hit.core.end("d")), second)
    if last <= number_of(hit["d"]):
        return ()
    return (replace(piece, last_day=last, relation=DateRelation.BETWEEN),)


_AND = frozenset({"and", "or", "&"})


def _counts_on(hit: Hit, piece: Piece) -> bool:
    """Whether the second number counts something: "January 5 and 30 of them"."""
    return is_count(hit.text, piece.end) or (hit["link"].strip() in _AND and _continues(hit.text, piece.end))


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


def _day_stands_free(hit: Hit) -> bool:
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


def _weekday(hit: Hit) -> int | None:
    return WEEKDAYS[hit["w"][:3]] if hit.has("w") else None


def _in_turned_year(hit: Hit, piece: Piece) -> Piece:
    """For "January 5 last year" and "May of that year"."""
    turn = " ".join(hit["ry"].split())
    if turn in EVENT_TURNS:
        return replace(piece, shift=(EVENT_TURNS[turn], Granularity.YEAR))
    if turn == "next" and hit.core["ry"] and re.search(r"the\s$", hit.text[: hit.core.start("ry")][-5:]):
        return replace(piece, shift=(1, Granularity.YEAR))
    count = TURNS[turn]
    return replace(piece, placing=lambda reference, _: calendar_span(replace(piece, year=reference.year + count)))


def _month_year(hit: Hit) -> tuple[Piece, ...]:
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
    return (replace(hit.piece(Granularity.MONTH), year=year_of(hit["y"]), month=month_of(hit)),)


def _month_of_year(hit: Hit) -> tuple[Piece, ...]:
    if not _is_month_name(hit.core["m"]):
        return ()
    return (_in_turned_year(hit, replace(hit.piece(Granularity.MONTH), month=month_of(hit))),)


def _turn_month(hit: Hit) -> tuple[Piece, ...]:
    count = TURNED_MONTHS[" ".join(hit["turn"].split())]
    month = month_of(hit)

    def place(reference: date, _: Outlook) -> Span | None:
        year = reference.year + count
        if (count < 0 and month < reference.month) or (count > 0 and month > reference.month):
            year = reference.year
        return months_span(year, month) if 1 <= year <= MAXYEAR else None

    return (replace(hit.piece(Granularity.MONTH, article=True), month=month, placing=place),)


def _bare_month(hit: Hit) -> tuple[Piece, ...]:
    return _month_alone(hit, hit.core.start(), hit.core.end())


def _month_alone(hit: Hit, start: int, end: int) -> tuple[Piece, ...]:
    """A month without day and year, when the words around it show that it is no name and no verb."""
    text = hit.text
    name = text[start:end]
    before, after = word_before(text, start), word_after(text, end)
    if before in {"every", "each"}:
        return ()
    possessive = text[end : end + 2] in {"'s", "’s"}
    spaced = text[start - 1 : start].isspace()
    if _TO_MONTH.match(text, end):
        return _month_found(hit, start, end, before)
    named = after[:1].isupper() and after[:3].lower() not in MONTHS and not possessive
    led = hit.part is not None or (before in _BEFORE_MONTH and spaced) or (possessive and before in _BEFORE_MAYS)
    listed = (
        bool(hit.found)
        and hit.found[-1].month is not None
        and bool(_AFTER_MONTH.fullmatch(text[hit.found[-1].end : start]))
    )
    modifies = after[:1].islower() and after not in _NO_NOUN
    noun = modifies and (before in DETERMINERS or before.endswith(("'s", "’s", "s'")) or after in _EVENTS)
    if name.lower() in {"may", "march"}:
        sure = led and not named and (before in _STRONG or after not in _SAYING)
        owner = possessive and before not in _BEFORE_MAYS
        accepted = (sure and not owner) or noun or (listed and not named) or before == "that"
        accepted = accepted and not (name == "May" and _THERESA.search(text, *near(start)))
    elif name.lower() in {"april", "june", "august"}:
        accepted = (led and (not named or before in _STRONG)) or listed or noun or before == "that"
        accepted = accepted or (modifies and before.isalpha())
    else:
        accepted = led or listed or noun or not named or before in DETERMINERS
    return _month_found(hit, start, end, before) if accepted else ()


_AFTER_MONTH = re.compile(r"\s?[-–/]\s?|,?\s(?:and|to|or|through|until)\s(?:in\s)?")
_EVENTS = frozenset(
    words("""election elections vote votes poll polls referendum ballot primary primaries runoff trip visit meeting summit
    report figures data reading deadline deal agreement attack attacks raid raids offensive bombing bombings talks ruling
    verdict survey budget contract delivery futures index sales inflation earthquake floods conference congress session""")
)
_TO_MONTH = re.compile(rf"(?:\s(?:to|through|until|and|or)\s|\s?[-–/]\s?)(?:{'|'.join(MONTH_NAMES)})\b")


def _month_found(hit: Hit, start: int, end: int, before: str) -> tuple[Piece, ...]:
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
_BEFORE_MAYS = frozenset(words("in at from than since over with after before"))
_NO_NOUN = _SAYING | frozenset(words("for on to of in at by with and or but as from"))


RULES: dict[str, Rule] = {
    "iso-day": _iso_day,
    "numeric-day": _numeric_day,
    "nine-eleven": _nine_eleven,
    "year-month-day": _year_month_day,
    "day-month": _day_and_month,
    "month-day": _day_and_month,
    "month-ordinal": _month_and_ordinal,
    "month-year": _month_year,
    "month-of-year": _month_of_year,
    "turn-month": _turn_month,
    "month": _bare_month,
}
"""Each rule of `patterns` that is read here, and what reads it."""
