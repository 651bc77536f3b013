"""Typed checks against their own sentence: one that cannot be read, or that says something else, is a fault of the file.

Only what is certain counts: a figure of the same thing, a day stated in full for the same deed, another person who speaks. All else is left to the
comparison with the sources.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.domain.analysis import DateRelation, NameKind, Resolution, UnitKind
from factcheck.errors import ClaimFileError
from factcheck.text.analyse import analyse
from factcheck.text.bands import band, within
from factcheck.text.dates import parse_date
from factcheck.text.numbers import parse_figure
from factcheck.text.words import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.domain.analysis import Analysis, DateMention, Quantity, Unit
    from factcheck.domain.claim import Claim, DateCheck, NumberCheck


def check_faults(claim: Claim) -> Iterator[ClaimFileError]:
    """Each typed check of a claim that is unreadable (F041, F042), or contradicts its sentence or another check (F040)."""
    sentence = analyse(claim.sentence)
    for number in claim.checks.number:
        figure = parse_figure(number.value)
        if figure is None:
            what = f"`number: {number.value[:40]}` is no figure"
            mend = "write it as in a sentence: 2,500 or about 3 million or 12%; what is counted goes into `of`"
            yield ClaimFileError("F041", what, where=claim.location, mend=mend)
        elif stated := _other_figure(sentence, number, figure):
            yield _contradiction(claim, f"number: {number.value}", stated)
    for check in claim.checks.date:
        day = parse_date(check.value)
        if day is None:
            what = f"`date: {check.value[:40]}` is no date"
            mend = "write 2020, 2020-01, 2020-01-05 or 5 January 2020"
            yield ClaimFileError("F042", what, where=claim.location, mend=mend)
        elif stated := _other_date(sentence, check, day):
            yield _contradiction(claim, f"date: {check.value}", stated)
    if stated := _other_speaker(sentence, claim.checks.said_by):
        yield _contradiction(claim, f"said_by: {', '.join(claim.checks.said_by)}", stated)
    for event in claim.checks.event:
        if event.of and not _keys(analyse(event.of).units) & _keys(sentence.units):
            what = f"`event: {event.status}` is of “{event.of}”, and its own sentence says nothing of that"
            yield ClaimFileError("F040", what, where=claim.location, mend="name it in the words of the sentence")
    yield from _clashing_events(claim)


def _other_speaker(sentence: Analysis, said_by: Sequence[str]) -> str:
    """The person who says it in the sentence, if none of these names is that one's; empty where nobody is named."""
    wanted = {word for name in said_by for word in _words(name)}
    people = {(name.start, name.end) for name in sentence.names if name.kind in (NameKind.PERSON, NameKind.OTHER)}
    for report in sentence.reports:
        if not wanted or report.speaker_span is None or report.speaker_span not in people:
            continue
        if not any(wanted.intersection(_words(name)) for name in report.speaker):
            start, end = report.speaker_span
            return f"that “{sentence.text[start:end]}” said it"
    return ""


def _words(name: str) -> set[str]:
    return {word for word in re.split(r"[\s-]+", name.lower()) if len(word) > 2}


def _clashing_events(claim: Claim) -> Iterator[ClaimFileError]:
    """Two checks of which one says that a thing has come so far, and the other that the same has come another way."""
    told: dict[str, str] = {}
    for event in claim.checks.event:
        before = told.setdefault((event.of or "").lower(), event.status)
        if before != event.status:
            what = f"`event: {event.status}` contradicts `event: {before}` beside it"
            yield ClaimFileError(
                "F040", what, where=claim.location, mend="leave one of the two; `of` says what each is about"
            )


def _contradiction(claim: Claim, check: str, stated: str) -> ClaimFileError:
    what = f"`{check}` contradicts its own sentence, which says {stated}"
    mend = "correct one of the two; `of` says what the check is about when it is something else"
    return ClaimFileError("F040", what, where=claim.location, mend=mend)


def _other_figure(sentence: Analysis, check: NumberCheck, figure: Quantity) -> str:
    """The words of the one figure in the sentence that counts the same and lies elsewhere; empty if there is none."""
    if check.place and not _keys(analyse(check.place).units) & _keys(sentence.units):
        return ""
    unit = figure.unit or (key(check.of.split()[-1]) if check.of else None)
    same = [q for q in sentence.quantities if q.kind is figure.kind and unit in (None, q.unit)]
    if len(same) != 1 or (unit is None and len(sentence.quantities) > 1) or _overlap(same[0], figure, check):
        return ""
    found = same[0]
    start = min(found.start, *(span[0] for span in (found.hedge_span, found.unit_span) if span), found.end)
    end = max(found.end, *(span[1] for span in (found.hedge_span, found.unit_span) if span), found.start)
    return f"“{sentence.text[start:end]}”"


def _overlap(stated: Quantity, pinned: Quantity, check: NumberCheck) -> bool:
    one, other = band(within(stated, check.tolerance)), band(within(pinned, check.tolerance))
    return (one.low is None or other.high is None or one.low <= other.high) and (
        other.low is None or one.high is None or other.low <= one.high
    )


def _other_date(sentence: Analysis, check: DateCheck, day: DateMention) -> str:
    """The words of the one date in the sentence if it tells the same deed of another time; empty if not."""
    if len(sentence.dates) != 1:
        return ""
    stated = sentence.dates[0]
    if stated.relation is not DateRelation.ON or stated.resolution is not Resolution.STATED:
        return ""
    if not (stated.first and stated.last and day.first and day.last):
        return ""
    if (stated.first <= day.last and day.first <= stated.last) or not _same_deed(sentence, check, stated):
        return ""
    return f"“{sentence.text[stated.start : stated.end]}”"


def _same_deed(sentence: Analysis, check: DateCheck, stated: DateMention) -> bool:
    """Whether the stated date belongs to what the check is about, or to the main statement if it does not say."""
    left = [unit for unit in sentence.units if unit.end <= stated.start]
    verbs = [unit for unit in left if unit.kind is UnitKind.VERB]
    main = sentence.units[sentence.main] if sentence.main >= 0 else None
    owner = verbs[-1] if verbs else main
    if check.of:
        return bool(_keys(analyse(check.of).units) & _keys(unit for unit in (*left[-1:], owner) if unit))
    return owner is not None and owner is main


def _keys(units: Iterable[Unit]) -> set[str]:
    """What the units are called: by the key of their sense and by the stems of their words."""
    return {name for unit in units for name in (unit.key, *map(key, unit.text.split()))}
