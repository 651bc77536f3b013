"""Dates of a text as intervals: those it states, those told from the day of publication, those told from an event.

Three passes. Scanning (`date_grammar`) finds "Jan. 5", "last month", "2003" and refuses what only looks like a date
("2,000", "2000 troops", "Theresa May"). Joining makes one range of "from May to August 2019", hands a year on in
"March and May 2020", and reads the preposition. Placing gives each piece its interval.

Conventions, where English leaves a choice:

- A weekday is the latest such day up to the day of publication, that day included; where the sentence looks ahead
  ("will", "is due", "scheduled") the next one.
- A month or day without a year is the latest past one; the coming one where the sentence looks ahead, or when the past
  one lies more than ten months back and no verb in the past tense says that it is meant.
- "Last week" is the calendar week before, Monday to Sunday; "the past week" the seven days up to publication.
- Early, mid and late are thirds; the start and end of a year are January and December, of a month ten days.
- Seasons are those of the northern hemisphere; the 19th century runs from 1801 to 1900, the 1800s from 1800 to 1899.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import MAXYEAR, date, timedelta

from factcheck.domain.analysis import DateMention, DateRelation, Granularity, Resolution
from factcheck.text.date_grammar.hits import REACH, Outlook, Piece, calendar_span
from factcheck.text.date_grammar.patterns import words
from factcheck.text.date_grammar.scan import scan
from factcheck.text.date_grammar.told import turned_weekday
from factcheck.text.periods import MONTH_NAMES, Span, in_words, moved, part_of

__all__ = ["find_dates", "in_words", "parse_date", "resolve"]

_FAR = timedelta(days=304)
_FINENESS = {unit: place for place, unit in enumerate(Granularity)}

_RANGE = re.compile(
    r"—|\s?(?:,\s)?(?:[-–‑]|(?P<to>to|into|through|thru|until|till|up\sto)|(?P<and>and))\s?(?:the\s|in\s|early\s)?"
)
_LIST = re.compile(r"(?:,\s|,?\s(?:and|or)\s(?:on\s|in\s)?|/)")
_OPENS_RANGE = re.compile(
    r"(?<![\w-])(from|between)\s{1,3}(?:the\s|about\s|around\s|roughly\s|approximately\s|as\searly\sas\s)?$",
    re.IGNORECASE,
)
_RESCHEDULED = re.compile(
    r"\b(?:(?:postpon|delay|reschedul|brought|advanc|defer)\w*(?:\s\w+){0,4}"
    r"|(?:mov|push|shift|chang|revis|amend|switch)\w*(?:\s\w+){0,2})\s$",
    re.IGNORECASE,
)

_WORDS_OF = {
    DateRelation.SINCE: r"(?:ever\s)?since|(?:starting|beginning|effective|dating\sback|going\sback)(?:\s(?:in|on|from|to))?"
    r"|no\searlier\sthan|not\sbefore",
    DateRelation.UNTIL: r"up\s(?:until|to|through)|until|till|through|thru",
    DateRelation.BY: r"by|(?:no|not)\slater\sthan",
    DateRelation.BEFORE: r"before|prior\sto|ahead\sof|earlier\sthan|pre(?=-)",
    DateRelation.AFTER: r"after|(?<!the\s)following|later\sthan|beyond|post(?=-)",
    DateRelation.ON: r"(?:as\s(?:of|at|early\sas|late\sas|recently\sas))|on|in|at|during|throughout|within|over|for|from|of|to|dated|around|circa",
}
_RELATIONS = {f"r{place}": relation for place, relation in enumerate(_WORDS_OF)}
_PREPOSITION = re.compile(
    "(?<![\\w-])(?:"
    + "|".join(f"(?P<r{place}>{words})" for place, words in enumerate(_WORDS_OF.values()))
    + r")(?:-|\s{1,3}(?:at\s)?(?:about\s|around\s|roughly\s|approximately\s|least\s|sometime\s(?:in|on)\s|(?:midnight|noon|dawn|dusk|sunset|late|early)\s(?:on\s)?)?)(?P<own>(?:the|his|her|its|their|our|an?|this|that|[\w’']+['’]s)\s{1,3}(?:year\s)?)?$",
    re.IGNORECASE,
)
_ONWARD = re.compile(
    r"\s(?:onwards?|forward|on(?=[\s,.;]|$)|(?P<after>and\sbeyond|or\s(?:later|after|beyond))|(?P<before>or\s(?:earlier|before)))"
    r"(?!\w|\s(?:in|on|at|that|this|the|than)\b)",
    re.IGNORECASE,
)
_HEDGED_AGO = re.compile(
    r"\b(?:(?P<more>(?:more|longer)\sthan|over|at\sleast|well\sover)|(?P<less>less\sthan|under|within))\s$",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(r"['’]s?\s|[\s-](?P<word>[A-Za-z][\w.-]+)")
_NO_NOUN = frozenset(
    words("""and or to in of at on by for with from as is was were are has had have will would could the a an but when while who
    which that because after before since until if although though where than said says he she it they his her its their
    be been being not also then so""")
)
_NOT = re.compile(r"(?:\bnot|n['’]t)\s$", re.IGNORECASE)
_WEEK_OF = re.compile(r"(?:the\s)?week\s(?:of|beginning|starting)\s$", re.IGNORECASE)

_CUE = re.compile(
    r"\b(?:"
    r"(?P<ahead>(?:is|are|was|were)\sto\s(?:be\s)?\w+|(?:will|would|shall|to|must|should|may|might|could|can)\s(?:not\s|also\s|now\s|likely\s)?(?:be|have)\s(?:been\s)?\w+"
    r"|(?:agreed|vowed|pledged|promised|invited|ordered|asked|urged|plans?|planned|intends?|hopes?|hoped|aims?|expects?|wants?)\sto\s\w+"
    r"|will|won['’]t|might|(?-i:may)|would|shall|must|should|scheduled|slated|due|set\s(?:to|for)|expected|expects|planned|planning|plans|going\sto|about\sto"
    r"|upcoming|forthcoming|deadline|forecast|begins|starts|opens|ends|expires|resumes|takes\splace|kicks\soff|comes\sinto\sforce"
    r"|(?:has|have)\suntil|reopens|closes|launches|debuts|holds|meets|hosts|votes|visits|travels|arrives|departs|returns|convenes|heads\sto|takes\soffice)"
    r"|(?P<back>said|says|told|was|were|had|did|has|have|met|won|lost|began|took|went|came|made|held|left|sent|shot|hit|struck|fell|rose|found"
    r"|gave|got|became|fought|broke|cut|put|ran|saw|sold|spoke|spent|stood|swore|threw|wrote|died|[a-z]{3,}ed)"
    r")\b|['’](?P<will>ll)\b",
    re.IGNORECASE,
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]\s)[\s\"“‘']*$")
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
    for joined in _joined(text, pieces):
        piece = _with_relation(text, joined)
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
    if (
        mention.shift is None
        or mention.resolution is not Resolution.UNRESOLVED
        or event.first is None
        or event.last is None
    ):
        return mention
    count, unit = mention.shift
    if _FINENESS[event.granularity] > _FINENESS[unit]:
        return replace(
            mention,
            note=f"The event before it is only known as {in_words(event.first, event.last, event.granularity)}.",
        )
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


_FILLERS = frozenset(
    {"", "the", "onward", "onwards", "on", "about", "around", "or later", "or earlier", "or before", "or after"}
)


# ---- joining


def _joined(text: str, pieces: list[Piece]) -> list[Piece]:
    """Ranges made one, years handed on to the members of a list."""
    joined: list[Piece] = []
    for piece in _with_years(text, pieces):
        if joined and _is_range(text, joined[-1], piece):
            joined[-1] = _range(text, joined[-1], piece)
        else:
            joined.append(piece)
    return joined


def _with_years(text: str, pieces: list[Piece]) -> list[Piece]:
    """Hand a year back to the months before it in a list, "March and May 2020", and on to the end of a range of days."""
    if len(pieces) == 1 or not any(piece.lacks_year for piece in pieces):
        return pieces
    filled = pieces[:]
    for place in range(len(filled) - 2, -1, -1):
        piece, after = filled[place], filled[place + 1]
        if piece.lacks_year and after.year and after.month and _follows(text[piece.end : after.start]):
            late = (piece.month or 0, piece.day or 0) > (after.month, after.day or 0)
            filled[place] = replace(piece, year=after.year - late)
    for place in range(1, len(filled)):
        before, piece = filled[place - 1], filled[place]
        if (
            piece.lacks_year
            and piece.day
            and before.year
            and before.day
            and _RANGE.fullmatch(text[before.end : piece.start])
        ):
            early = (piece.month or 0, piece.day) < (before.month or 0, before.day)
            filled[place] = replace(piece, year=before.year + early)
    return filled


def _follows(gap: str) -> bool:
    return _LIST.fullmatch(gap) is not None or _RANGE.fullmatch(gap) is not None


def _is_range(text: str, before: Piece, piece: Piece) -> bool:
    link = _RANGE.fullmatch(text[before.end : piece.start])
    if (
        link is None
        or before.until is not None
        or before.shift
        or piece.shift
        or before.relation is not DateRelation.ON
    ):
        return False
    window = text[max(0, before.start - 60) : before.start]
    opening = _OPENS_RANGE.search(window)
    between = opening is not None and opening[1].lower() == "between"
    if link["and"] or between:
        return link["and"] is not None and between
    if _RESCHEDULED.search(window[: opening.start()] if opening else window):
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
    return replace(
        first, end=last.end, until=last, granularity=coarse, relation=DateRelation.BETWEEN, relation_span=span
    )


# ---- prepositions


def _with_relation(text: str, piece: Piece) -> Piece:
    """Read the preposition before a date, and "onwards" or "or later" after it."""
    piece = _week_of(text, piece)
    low = max(0, piece.start - 48)
    window = text[low : piece.start]
    hedge = _HEDGED_AGO.search(window) if piece.rule == "ago" else None
    if hedge:
        relation = DateRelation.BEFORE if hedge["more"] else DateRelation.AFTER
        return replace(piece, relation=relation, relation_span=(low + hedge.start(), low + hedge.end() - 1))
    found = _PREPOSITION.search(window)
    onward = _ONWARD.match(text, piece.end) if piece.relation is DateRelation.ON else None
    if onward and (onward["after"] or onward["before"]):
        relation = DateRelation.UNTIL if onward["before"] else DateRelation.SINCE
        return replace(piece, relation=relation, relation_span=(onward.start() + 1, onward.end()))
    if found is None or piece.relation_span is not None:
        return piece
    if text[piece.end : piece.end + 2] in {"'s", "’s"} or (found["own"] and _modifies(text, piece)):
        return piece
    group = next(name for name in _RELATIONS if found[name] is not None)
    relation = _RELATIONS[group]
    if relation is DateRelation.ON and found[group].lower() == "from":
        opens = _SENTENCE_START.search(window[: found.start()]) is not None
        relation = DateRelation.SINCE if onward or opens else DateRelation.ON
    if relation is DateRelation.UNTIL and _NOT.search(window, 0, found.start(group)):
        relation = DateRelation.ON
        piece = replace(piece, note="Not until then: it happened at that time.")
    if found[group].lower().startswith("as of"):
        piece = replace(piece, note="As of this date: the state is told for that time.")
    span = (low + found.start(group), low + found.end(group))
    return replace(
        piece, relation=relation if piece.relation is DateRelation.ON else piece.relation, relation_span=span
    )


def _week_of(text: str, piece: Piece) -> Piece:
    """Take "the week of" into the mention: the calendar week that holds the day."""
    if piece.granularity is not Granularity.DAY or piece.relation is not DateRelation.ON:
        return piece
    low = max(0, piece.start - 24)
    week = _WEEK_OF.search(text[low : piece.start])
    return replace(piece, start=low + week.start(), granularity=Granularity.WEEK) if week else piece


def _modifies(text: str, piece: Piece) -> bool:
    """Whether the date only says which one: in "before the 2003 invasion" the invasion was in 2003."""
    noun = _NOUN_AFTER.match(text, piece.end)
    return noun is not None and (noun["word"] is None or noun["word"].lower() not in _NO_NOUN)


# ---- placing


def _placed(text: str, piece: Piece, reference: date | None) -> DateMention:
    outlook = _outlook(text, piece) if reference and _needs_reference(piece) else Outlook.OPEN
    if piece.until is not None:
        span, resolution = _span_of_range(piece, piece.until, reference, outlook)
    else:
        span, resolution = _span_of(piece, reference, outlook)
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
        day=None if piece.until or piece.last_day else piece.day,
        relation_span=piece.relation_span,
        note=note,
        rule=piece.rule,
        shift=piece.shift,
    )


def _needs_reference(piece: Piece) -> bool:
    return piece.placing is not None or piece.lacks_year or (piece.until is not None and _needs_reference(piece.until))


def _span_of(piece: Piece, reference: date | None, outlook: Outlook) -> tuple[Span | None, Resolution]:
    span, resolution = piece.span, Resolution.STATED
    if span is None and piece.year is not None:
        span = calendar_span(piece)
    elif span is None and reference is not None:
        resolution = Resolution.REFERENCE
        if piece.placing is not None:
            try:
                span = piece.placing(reference, outlook)
            except (ValueError, OverflowError):
                span = None  # before year 1 or after 9999
        elif piece.lacks_year:
            span = _nearest(piece, reference, outlook)
    if span is not None and piece.part is not None:
        first, last = (part_of(span, piece.granularity, part) for part in piece.part)
        span = (min(first[0], last[0]), max(first[1], last[1]))
    if span is not None and piece.granularity is Granularity.WEEK and span[0] == span[1]:
        span = moved(span[0], 0, Granularity.WEEK)
    return span, resolution


def _span_of_range(
    piece: Piece, until: Piece, reference: date | None, outlook: Outlook
) -> tuple[Span | None, Resolution]:
    """The whole of "from A to B"; a weekday or a day without a year is moved to the right side of the other end."""
    first, how = _span_of(piece, reference, outlook)
    last, how_last = _span_of(until, reference, outlook)
    if first and last and last[1] < first[0]:
        if how is Resolution.REFERENCE:
            first = _earlier(piece, first, last, outlook)
        if (
            how_last is Resolution.REFERENCE
            and first
            and last[1] < first[0]
            and until.placing
            and until.weekday is not None
        ):
            last = turned_weekday(first[0], until.weekday, "", Outlook.AHEAD)
    if first is None or last is None or last[1] < first[0]:
        return None, Resolution.UNRESOLVED
    stated = how is how_last is Resolution.STATED
    return (first[0], last[1]), Resolution.STATED if stated else Resolution.REFERENCE


def _earlier(piece: Piece, first: Span, last: Span, outlook: Outlook) -> Span | None:
    """The same day or month the year before; the same weekday before `last`, unless the sentence looks ahead."""
    if piece.lacks_year:
        return calendar_span(replace(piece, year=first[0].year - 1))
    if piece.weekday is not None and outlook is not Outlook.AHEAD:
        return turned_weekday(last[0], piece.weekday, "", Outlook.BACK)
    return first


def _nearest(piece: Piece, reference: date, outlook: Outlook) -> Span | None:
    """The year of a month or day that names none, by the conventions at the top of this module."""
    spans = [span for year in _years_near(reference.year, piece) if (span := calendar_span(replace(piece, year=year)))]
    if piece.weekday is not None:
        fitting = [span for span in spans if span[0].weekday() == piece.weekday]
        spans = fitting or spans
    past = [span for span in spans if span[0] <= reference]
    coming = [span for span in spans if span[1] >= reference]
    if not past or not coming:
        return past[-1] if past else coming[0] if coming else None
    if outlook is Outlook.AHEAD:
        return past[-1] if coming[0][0] - reference > _FAR else coming[0]
    return coming[0] if outlook is Outlook.OPEN and reference - past[-1][1] > _FAR else past[-1]


def _years_near(year: int, piece: Piece) -> range:
    """One year each way; four when 29 February or a weekday needs them."""
    reach = 4 if piece.day == 29 and piece.month == 2 else 1
    return range(max(1, year - reach), min(MAXYEAR, year + reach) + 1)


def _outlook(text: str, piece: Piece) -> Outlook:
    """Which way the sentence looks: by a verb right after the date, else the last one before it, else the first after it.

    Gets right: "said the vote on Tuesday will", "told reporters on Tuesday it will". Gets wrong: "called a February vote".
    """
    stop = _CLAUSE.search(text, piece.end, piece.end + 80)
    after = _CUE.search(text, piece.end, stop.start() if stop else piece.end + 80)
    if after is not None and after.start() == piece.end + 1 and after["ahead"]:
        return Outlook.AHEAD
    cue = None
    for cue in _CUE.finditer(text, max(0, piece.start - 100), piece.start):  # noqa: B007
        pass
    cue = cue or after
    if cue is None or (cue["back"] and not _told_on(text, piece)):
        return Outlook.OPEN
    return Outlook.BACK if cue["back"] else Outlook.AHEAD


def _told_on(text: str, piece: Piece) -> bool:
    """Whether the date is told of the verb itself, "met on Feb. 20", not of a noun, "announced a Feb. 20 vote"."""
    return piece.relation_span is not None and text[slice(*piece.relation_span)].lower() in {"on", "in", "during"}


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
    for event in reversed(before[-REACH:]):
        if event.first is not None and event.relation in {DateRelation.ON, DateRelation.BETWEEN}:
            placed = resolve(mention, event)
            if placed.first is not None and placed.last is not None and piece.part is not None:
                first, last = part_of((placed.first, placed.last), piece.granularity, piece.part[0])
                placed = replace(placed, first=first, last=last)
            return placed
    return mention


def same_day(a: DateMention, b: DateMention) -> bool:
    """Whether two dates are one day or span; of those without a year, month and day are compared."""
    if a.first is not None and b.first is not None:
        return (a.first, a.last) == (b.first, b.last)
    return a.month is not None and (a.month, a.day) == (b.month, b.day)
