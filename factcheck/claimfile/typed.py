"""Typed checks against their own sentence: one that cannot be read, or that says something else, is a fault of the file.

Only what is certain counts: a figure of the same thing, a day stated in full for the same deed, another speaker by name, a deed
that happened and did not. All else is left to the
comparison with the sources.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.analysis import DateRelation, Resolution, UnitKind
from factcheck.domain.claim import Checks, Rung
from factcheck.errors import ClaimFileError
from factcheck.text.align import names_match
from factcheck.text.analyse import analyse
from factcheck.text.bands import band, within
from factcheck.text.dates import parse_date
from factcheck.text.numbers import parse_figure
from factcheck.text.pinned import deed_of, keys, name_key, speaking_persons
from factcheck.text.words import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.domain.analysis import Analysis, DateMention, Quantity, Unit
    from factcheck.domain.claim import Claim, DateCheck, EventCheck, NumberCheck

_NO_CHECKS = Checks()


def check_faults(claim: Claim) -> Iterator[ClaimFileError]:
    """Each typed check of a claim that is unreadable (F041, F042), or contradicts its sentence or another check (F040)."""
    if claim.checks == _NO_CHECKS:
        return
    sentence = analyse(claim.sentence)
    yield from _other_speakers(claim, sentence)
    yield from _other_events(claim, sentence)
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


def _other_speakers(claim: Claim, sentence: Analysis) -> Iterator[ClaimFileError]:
    """A `said_by` beside a sentence that gives its saying to somebody else by name; a surname alone is the same one."""
    stated = speaking_persons(sentence)
    for name in claim.checks.said_by:
        if stated and not any(names_match(name_key(name), other) for other in stated):
            shown = ", ".join(
                f"“{sentence.text[item.start : item.end]}”" for item in sentence.names if item.key in stated
            )
            yield _contradiction(claim, f"said_by: {name}", shown)


def _other_events(claim: Claim, sentence: Analysis) -> Iterator[ClaimFileError]:
    """An `event` of nothing in the sentence, at odds with what it says, or with another check of the same deed."""
    seen: dict[int, EventCheck] = {}
    for check in claim.checks.event:
        at = deed_of(sentence, check.of)
        if at < 0 and check.of:
            what = f"`event: {check.status}` is of “{check.of[:60]}”, and its own sentence says nothing of that"
            mend = "name it in the words of the sentence, or leave `of` out: then it is the main deed"
            yield ClaimFileError("F040", what, where=claim.location, mend=mend)
        elif at >= 0:
            before = seen.setdefault(at, check)
            if before.status is not check.status:
                what = f"`event: {check.status}` contradicts `event: {before.status}` beside it"
                mend = "leave one of the two; `of` says what each is about"
                yield ClaimFileError("F040", what, where=claim.location, mend=mend)
            elif stated := _other_rung(sentence.units[at], check.status):
                yield _contradiction(claim, f"event: {check.status}", stated)


def _other_rung(deed: Unit, status: Rung) -> str:
    """How the sentence puts a deed, if that rules the status out.

    Certain is only this: who plans or denies it does not say that it happened, and what happened as the sentence has it is not
    denied. Whether "is to close" is announced or decided, it leaves open.
    """
    if status is Rung.HAPPENED and deed.negated:
        return f"that it did not happen: “{deed.text}” is denied"
    if status is Rung.HAPPENED and deed.rung is not Rung.HAPPENED:
        return f"“{deed.text}” as {deed.rung}"
    if status is Rung.DENIED and deed.kind is UnitKind.VERB and deed.rung is Rung.HAPPENED and not deed.negated:
        return f"“{deed.text}” as {deed.rung}"
    return ""


def _contradiction(claim: Claim, check: str, stated: str) -> ClaimFileError:
    what = f"`{check}` contradicts its own sentence, which says {stated}"
    mend = "correct one of the two; `of` says what the check is about when it is something else"
    return ClaimFileError("F040", what, where=claim.location, mend=mend)


def _other_figure(sentence: Analysis, check: NumberCheck, figure: Quantity) -> str:
    """The words of the one figure in the sentence that counts the same and lies elsewhere; empty if there is none."""
    if check.place and not keys(analyse(check.place).units) & keys(sentence.units):
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
        return bool(keys(analyse(check.of).units) & keys(unit for unit in (*left[-1:], owner) if unit))
    return owner is not None and owner is main
