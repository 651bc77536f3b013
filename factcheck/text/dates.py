"""Dates of a text as intervals: those it states, those told from the day of publication, those told from an event.

Three passes. Scanning (`date_pieces`) finds "Jan. 5", "last month", "2003" and refuses what only looks like a date
("2,000", "2000 troops", "Theresa May"). Joining makes one range of "from May to August 2019", hands a year on in
"March and May 2020", and reads the preposition. Placing gives each piece its interval.

Conventions, where English leaves a choice:

- A weekday is the latest such day up to the day of publication, that day included; where the sentence looks ahead
  ("will", "is due", "scheduled") the next one.
- A month or day without a year is the latest past one; the coming one where the sentence looks ahead, or when the past
  one lies more than ten months back.
- "Last week" is the calendar week before, Monday to Sunday; "the past week" the seven days up to publication.
- Early, mid and late are thirds; the start and end of a year are January and December, of a month ten days.
- Seasons are those of the northern hemisphere; the 19th century runs from 1801 to 1900, the 1800s from 1800 to 1899.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import MAXYEAR, date, timedelta

from factcheck.domain.analysis import DateMention, DateRelation, Granularity, Resolution
from factcheck.text.date_pieces import Piece, calendar_span, scan, turned_weekday
from factcheck.text.periods import MONTH_NAMES, Span, in_words, moved, part_of

__all__ = ["find_dates", "in_words", "parse_date", "resolve"]

_FAR = timedelta(days=304)
_FINENESS = {unit: place for place, unit in enumerate(Granularity)}

_RANGE = re.compile(r"\s?(?:,\s)?(?:[-–—‑]|(?P<to>to|through|thru|until|till|up\sto)|(?P<and>and))\s?(?:the\s|in\s|early\s)?")
_LIST = re.compile(r"(?:,\s|,?\s(?:and|or)\s(?:on\s|in\s)?|/)")
_OPENS_RANGE = re.compile(r"(?<![\w-])(from|between)\s{1,3}(?:the\s|about\s|around\s|roughly\s|approximately\s|as\searly\sas\s)?$", re.IGNORECASE)
_RESCHEDULED = re.compile(
    r"\b(?:postpon|delay|mov|reschedul|push|shift|chang|brought|advanc|defer|revis|amend|switch)\w*(?:\s\w+){0,5}\s$",
    re.IGNORECASE,
)

_WORDS_OF = {
    DateRelation.SINCE: r"(?:ever\s)?since|(?:starting|beginning|effective|dating\sback|going\sback)(?:\s(?:in|on|from|to))?"
    r"|no\searlier\sthan|not\sbefore",
    DateRelation.UNTIL: r"up\s(?:until|to|through)|until|till|through|thru",
    DateRelation.BY: r"by|(?:no|not)\slater\sthan",
    DateRelation.BEFORE: r"before|prior\sto|ahead\sof|earlier\sthan|pre(?=-)",
    DateRelation.AFTER: r"after|following|later\sthan|beyond|post(?=-)",
    DateRelation.ON: r"(?:as\s(?:of|at|early\sas|late\sas|recently\sas))|on|in|at|during|throughout|within|over|for|from|of|to|dated|around|circa",
}
_RELATIONS = {f"r{place}": relation for place, relation in enumerate(_WORDS_OF)}
_PREPOSITION = re.compile(
    "(?<![\\w-])(?:"
    + "|".join(f"(?P<r{place}>{words})" for place, words in enumerate(_WORDS_OF.values()))
    + r")(?:-|\s{1,3}(?:at\s)?(?:about\s|around\s|roughly\s|approximately\s|least\s|sometime\s(?:in|on)\s)?)(?P<own>(?:the|his|her|its|their|our|an?|this|that|[\w’']+['’]s)\s{1,3}(?:year\s)?)?$",
    re.IGNORECASE,
)
_ONWARD = re.compile(r"\s(?:onwards?|forward|on(?=[\s,.;]|$))|\s(?:or|and)\s(?P<after>later|after|beyond|since)(?!\w)|\s(?:or|and)\s(?P<before>before|earlier|prior)(?!\w)", re.IGNORECASE)
_HEDGED_AGO = re.compile(r"\b(?:(?P<more>(?:more|longer)\sthan|over|at\sleast|well\sover)|(?P<less>less\sthan|under|within))\s$", re.IGNORECASE)
_NOUN_AFTER = re.compile(r"['’]s?\s|[\s-](?P<word>[a-z][a-z-]+)")
_NO_NOUN = frozenset(
    """and or to in of at on by for with from as is was were are has had have will would could the a an but when while who
    which that because after before since until if although though where than said says he she it they his her its their
    be been being not also then so""".split()
)
_WEEK_OF = re.compile(r"(?:the\s)?week\s(?:of|beginning|starting)\s$", re.IGNORECASE)

_CUE = re.compile(
    r"\b(?:"
    r"(?P<ahead>(?:will|would|shall|to|must|should|may|might|could|can)\s(?:not\s|also\s|now\s|likely\s)?(?:be|have)\s(?:been\s)?\w+"
    r"|(?:agreed|vowed|pledged|promised|invited|ordered|asked|urged|plans?|planned|intends?|hopes?|hoped|aims?|expects?|wants?)\sto\s\w+"
    r"|will|won['’]t|would|shall|must|should|scheduled|slated|due|set\s(?:to|for)|expected|expects|planned|planning|plans|going\sto|about\sto"
    r"|upcoming|forthcoming|is\sto|are\sto|deadline|begins|starts|opens|ends|expires|resumes|takes\splace|kicks\soff|comes\sinto\sforce)"
    r"|(?P<back>said|says|told|was|were|had|did|has|have|met|won|lost|began|took|went|came|made|held|left|sent|shot|hit|struck|fell|rose|found"
    r"|gave|got|became|fought|broke|cut|put|ran|saw|sold|spoke|spent|stood|swore|threw|wrote|died|[a-z]{3,}ed)"
    r")\b|['’](?P<will>ll)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;:!?]")


def find_dates(text: str, *, reference: date | None = None) -> list[DateMention]:
    """All dates of a text, in order, not overlapping.

    Args:
        text: One sentence as a rule; longer texts work too.
        reference: Day of publication (or of the dateline), for "on Tuesday" and "January 5". Without it they are unresolved.
            What the text states in full does not depend on it.

    Gets right: "since 2003", "Friday, Jan. 5", "from March to May 2020". Gets wrong: "He owned 1950 stamps".
    """
    pieces = scan(text)
    if not pieces:
        return []
    mentions: list[DateMention] = []
    for piece in _related(text, _joined(text, pieces)):
        mention = _placed(text, piece, reference)
        if piece.shift is not None:
            mention = _from_sentence(mention, piece, mentions)
        mentions.append(mention)
    return mentions


def resolve(mention: DateMention, event: DateMention) -> DateMention:
    """Place "the next year" or "two days later" from the event before it.

    Args:
        mention: Returned as it is when it does not depend on an event.
        event: Date of that event. When it is unresolved, or coarser than the distance (two days after 2020),
            the mention stays unresolved.
    """
    if mention.shift is None or mention.resolution is not Resolution.UNRESOLVED or event.first is None or event.last is None:
        return mention
    count, unit = mention.shift
    if _FINENESS[event.granularity] > _FINENESS[unit]:
        return replace(mention, note=f"The event before it is only known as {in_words(event.first, event.last, event.granularity)}.")
    span = moved(event.last if count > 0 else event.first, count, unit)
    if span is not None and mention.month is not None:
        span = calendar_span(Piece(0, 0, "", unit, year=span[0].year, month=mention.month, day=mention.day))
    if span is None:
        return mention
    told_from = in_words(event.first, event.last, event.granularity)
    note = f"{in_words(*span, mention.granularity)}, told from the event before it ({told_from})."
    return replace(mention, first=span[0], last=span[1], resolution=Resolution.EVENT, note=note)


def parse_date(text: str) -> DateMention | None:
    """The date that a claim file states, with its relation: `2020`, `5 January 2020`, `since 2014`, `2003-2011`.

    Returns:
        None when the text is not one date and nothing else. "5/1/2020" and "last week" give an unresolved mention,
        whose note says why.
    """
    shown = text.strip()
    lead = len(text) - len(text.lstrip())
    found = find_dates(text)
    if not found and shown.isascii() and shown.isdigit() and 1000 <= int(shown) <= 2100:
        year = int(shown)
        return DateMention(lead, lead + 4, date(year, 1, 1), date(year, 12, 31), Granularity.YEAR, rule="year")
    if len(found) != 1:
        return None
    mention = found[0]
    start = min(mention.start, mention.relation_span[0]) if mention.relation_span else mention.start
    outside = text[:start] + text[mention.end :]
    return mention if outside.strip(" \t\n.,") in _FILLERS else None


_FILLERS = frozenset({"", "the", "onward", "onwards", "on", "about", "around", "or later", "or earlier", "or before", "or after"})


# ---- joining


def _joined(text: str, pieces: list[Piece]) -> list[Piece]:
    """Ranges made one, years handed on to the members of a list."""
    joined: list[Piece] = []
    for piece in _with_years(text, pieces):
        if joined and _is_range(text, joined, piece):
            joined[-1] = _range(text, joined[-1], piece)
        else:
            joined.append(piece)
    return joined


def _with_years(text: str, pieces: list[Piece]) -> list[Piece]:
    """ "March and May 2020" and "March 2020 and May": a month of a list has the year of its neighbour."""
    if len(pieces) == 1 or not any(piece.lacks_year for piece in pieces):
        return pieces
    filled = pieces[:]
    for place in range(len(filled) - 2, -1, -1):
        piece, after = filled[place], filled[place + 1]
        gap = text[piece.end : after.start]
        if piece.lacks_year and after.year is not None and after.month is not None and _follows(gap):
            late = (piece.month or 0, piece.day or 0) > (after.month, after.day or 0)
            filled[place] = replace(piece, year=after.year - late)
    for place in range(1, len(filled)):
        before, piece = filled[place - 1], filled[place]
        gap = text[before.end : piece.start]
        if piece.lacks_year and before.year is not None and before.month is not None and _follows(gap):
            early = (piece.month or 0, piece.day or 0) < (before.month, before.day or 0)
            filled[place] = replace(piece, year=before.year + early)
    return [piece if piece.year is None or piece.year >= 1 else replace(piece, year=None) for piece in filled]


def _follows(gap: str) -> bool:
    return _LIST.fullmatch(gap) is not None or _RANGE.fullmatch(gap) is not None


def _is_range(text: str, joined: list[Piece], piece: Piece) -> bool:
    before = joined[-1]
    link = _RANGE.fullmatch(text[before.end : piece.start])
    if link is None or before.until is not None or before.shift or piece.shift or before.relation is not DateRelation.ON:
        return False
    opening = _OPENS_RANGE.search(text[max(0, before.start - 40) : before.start])
    word = opening[1].lower() if opening else ""
    if link["and"]:
        return word == "between"
    if word == "between" or (word == "from" and _RESCHEDULED.search(text[max(0, before.start - 60) : before.start - len(opening[0]) if opening else 0])):
        return False
    if word != "from" and link["to"] and _RESCHEDULED.search(text[max(0, before.start - 60) : before.start]):
        return False
    first, last = before.span or calendar_span(before), piece.span or calendar_span(piece)
    return first is None or last is None or first[0] <= last[1]


def _range(text: str, first: Piece, last: Piece) -> Piece:
    opening = _OPENS_RANGE.search(text[max(0, first.start - 40) : first.start])
    span = None
    if opening:
        at = max(0, first.start - 40)
        span = (at + opening.start(1), at + opening.end(1))
    coarse = max(first.granularity, last.granularity, key=_FINENESS.__getitem__)
    return replace(first, end=last.end, until=last, granularity=coarse, relation=DateRelation.BETWEEN, relation_span=span)


# ---- prepositions


def _related(text: str, pieces: list[Piece]) -> list[Piece]:
    return [_with_relation(text, piece) for piece in pieces]


def _with_relation(text: str, piece: Piece) -> Piece:
    low = max(0, piece.start - 48)
    window = text[low : piece.start]
    week = _WEEK_OF.search(window)
    if week and piece.granularity is Granularity.DAY and piece.relation is DateRelation.ON:
        piece = replace(piece, start=low + week.start(), granularity=Granularity.WEEK)
        window = text[low : piece.start]
    if piece.rule == "ago":
        hedge = _HEDGED_AGO.search(window)
        if hedge:
            relation = DateRelation.BEFORE if hedge["more"] else DateRelation.AFTER
            return replace(piece, relation=relation, relation_span=(low + hedge.start(), low + hedge.end() - 1))
    found = _PREPOSITION.search(window)
    onward = _ONWARD.match(text, piece.end)
    if onward and piece.relation is DateRelation.ON:
        from_ = found is not None and found[0].lower().startswith(("from", "since", "starting"))
        if onward["after"] or onward["before"] or from_:
            relation = DateRelation.UNTIL if onward["before"] else DateRelation.SINCE
            span = (low + found.start(), low + found.end(found.lastgroup or 0)) if found and from_ else onward.span()
            span = (low + found.start(), low + found.start() + len(found[0].split()[0])) if found and from_ else span
            return replace(piece, relation=relation, relation_span=span)
    if found is None or piece.relation_span is not None:
        return piece
    group = next(name for name in _RELATIONS if found[name] is not None)
    relation = _RELATIONS[group]
    if found["own"] and _modifies(text, piece):
        return piece
    span = (low + found.start(group), low + found.end(group))
    if piece.relation is not DateRelation.ON:
        return replace(piece, relation_span=span)
    if relation is DateRelation.ON:
        words = found[group].lower()
        if words == "from" and not text[: low + found.start()].strip(" \"“'"):
            relation = DateRelation.SINCE
        if words.startswith("as of"):
            piece = replace(piece, note="As of this date: the state is told for that time.")
    return replace(piece, relation=relation, relation_span=span)


def _modifies(text: str, piece: Piece) -> bool:
    """Whether the date only says which one: in "before the 2003 invasion" the invasion was in 2003."""
    noun = _NOUN_AFTER.match(text, piece.end)
    return noun is not None and (noun["word"] is None or noun["word"] not in _NO_NOUN)


# ---- placing


def _placed(text: str, piece: Piece, reference: date | None) -> DateMention:
    ahead = reference is not None and _needs_reference(piece) and _looks_ahead(text, piece)
    span, resolution = _span_of(piece, reference, ahead=ahead)
    if piece.until is not None:
        span, resolution = _span_of_range(piece, reference, ahead=ahead)
    note = piece.note
    if span is None:
        resolution = Resolution.UNRESOLVED
        note = note or _why_not(text, piece, reference)
    elif resolution is Resolution.REFERENCE:
        told = f"{text[piece.start : piece.end]} is {in_words(*span, piece.granularity)}, from the day of publication."
        note = f"{told} {note}".strip()
    return DateMention(
        start=piece.start,
        end=piece.end,
        first=span[0] if span else None,
        last=span[1] if span else None,
        granularity=piece.granularity,
        relation=piece.relation,
        resolution=resolution,
        month=None if piece.until else piece.month,
        day=None if piece.until else piece.day,
        relation_span=piece.relation_span,
        note=note,
        rule=piece.rule,
        shift=piece.shift,
    )


def _needs_reference(piece: Piece) -> bool:
    return piece.placing is not None or piece.lacks_year or (piece.until is not None and _needs_reference(piece.until))


def _span_of(piece: Piece, reference: date | None, *, ahead: bool) -> tuple[Span | None, Resolution]:
    span, resolution = piece.span, Resolution.STATED
    if span is None and piece.year is not None:
        span = calendar_span(piece)
    elif span is None and reference is not None:
        resolution = Resolution.REFERENCE
        if piece.placing is not None:
            span = piece.placing(reference, ahead)
        elif piece.lacks_year:
            span = _nearest(piece, reference, ahead=ahead)
    if span is not None and piece.part is not None:
        first, last = (part_of(span, piece.granularity, part) for part in piece.part)
        span = (min(first[0], last[0]), max(first[1], last[1]))
    if span is not None and piece.granularity is Granularity.WEEK and span[0] == span[1]:
        span = moved(span[0], 0, Granularity.WEEK)
    return span, resolution


def _span_of_range(piece: Piece, reference: date | None, *, ahead: bool) -> tuple[Span | None, Resolution]:
    """The whole of "from A to B"; a day or month without a year lies on the right side of the other."""
    until = piece.until
    assert until is not None  # noqa: S101
    first, how = _span_of(piece, reference, ahead=ahead)
    last, how_last = _span_of(until, reference, ahead=ahead)
    if first is None or last is None:
        return None, Resolution.UNRESOLVED
    if last[1] < first[0]:
        if how is Resolution.REFERENCE:
            first = _earlier(piece, first, last)
        if first is None or last[1] < first[0]:
            return None, Resolution.UNRESOLVED
    return (first[0], last[1]), Resolution.STATED if how is how_last is Resolution.STATED else Resolution.REFERENCE


def _earlier(piece: Piece, first: Span, last: Span) -> Span | None:
    """The same day or month the year before, the same weekday before `last`."""
    if piece.lacks_year:
        return calendar_span(replace(piece, year=first[0].year - 1))
    if piece.weekday is not None:
        return turned_weekday(last[0], piece.weekday, "", ahead=False)
    return None


def _nearest(piece: Piece, reference: date, *, ahead: bool) -> Span | None:
    """The year of a month or day that names none, by the conventions at the top of this module."""
    spans = [span for year in _years_near(reference.year, piece) if (span := calendar_span(replace(piece, year=year)))]
    if piece.weekday is not None:
        fitting = [span for span in spans if span[0].weekday() == piece.weekday]
        spans = fitting or spans
    past = [span for span in spans if span[0] <= reference]
    coming = [span for span in spans if span[1] >= reference]
    if not past or not coming:
        return (past or coming or [None])[-1 if past else 0]
    far_back, far_on = reference - past[-1][1] > _FAR, coming[0][0] - reference > _FAR
    if ahead:
        return past[-1] if far_on else coming[0]
    return coming[0] if far_back else past[-1]


def _years_near(year: int, piece: Piece) -> range:
    """One year each way; four when 29 February or a weekday needs them."""
    reach = 4 if piece.day == 29 and piece.month == 2 else 1
    return range(max(1, year - reach), min(MAXYEAR, year + reach) + 1)


def _looks_ahead(text: str, piece: Piece) -> bool:
    """Whether the sentence speaks of what is to come, by the nearest verb before the date, else the first after it."""
    window = text[max(0, piece.start - 100) : piece.start]
    cues = list(_CUE.finditer(window))
    if cues:
        return cues[-1]["back"] is None
    after = text[piece.end : piece.end + 80]
    stop = _CLAUSE.search(after)
    cue = _CUE.search(after, 0, stop.start() if stop else len(after))
    return cue is not None and cue["back"] is None


def _why_not(text: str, piece: Piece, reference: date | None) -> str:
    words = text[piece.start : piece.end]
    if piece.year is not None and piece.month is not None and piece.day is not None:
        return f"{MONTH_NAMES[piece.month - 1]} {piece.year} has no such day."
    if piece.shift is not None:
        return f"{words} needs the event before it."
    if reference is None:
        return f"{words} names no year." if piece.lacks_year else f"{words} needs a day of publication."
    return f"{words} lies outside the calendar."


def _from_sentence(mention: DateMention, piece: Piece, before: list[DateMention]) -> DateMention:
    """Place "the next year" from the nearest date before it in the same text."""
    for event in reversed(before):
        if event.first is not None and event.relation in {DateRelation.ON, DateRelation.BETWEEN}:
            placed = resolve(mention, event)
            if placed.first is not None and placed.last is not None and piece.part is not None:
                first, last = part_of((placed.first, placed.last), piece.granularity, piece.part[0])
                placed = replace(placed, first=first, last=last)
            return placed
    return mention
