"""What a claim asserts and what a passage says, each with all that bears on it: typed checks, the dateline, the sentences around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import overload

from factcheck.domain.analysis import Analysis, Hedge, Quantity, Quotation, Report, Resolution
from factcheck.domain.claim import Checks, Claim
from factcheck.domain.source import Passage, Slice, Source
from factcheck.sources.passages import SENTENCES_BEFORE
from factcheck.text.analyse import analyse, in_context
from factcheck.text.bands import within
from factcheck.text.dates import parse_date, resolve
from factcheck.text.numbers import parse_figure
from factcheck.text.pinned import deed_of, name_key, speaking_persons
from factcheck.text.sentences import split_sentences
from factcheck.text.words import key

LEAD = 1500  # code points in which the opening sentence ends


def asserted(claim: Claim) -> Analysis:
    """What a claim asserts: its sentence, with the policy's tolerance in the bounds of hedged figures."""
    found = _with_checks(analyse(claim.sentence, reference=claim.as_of), claim.checks)
    tolerance = claim.policy.tolerance
    if tolerance is None or not found.quantities:
        return found
    widened = tuple(within(q, tolerance) if q.hedge in (Hedge.ABOUT, Hedge.NEARLY) else q for q in found.quantities)
    return replace(found, quantities=widened)


def _with_checks(found: Analysis, checks: Checks) -> Analysis:
    """The analysis with what the typed checks pin added: a check only adds what the sentence leaves open."""
    dates = [
        replace(date, start=at, end=at, relation_span=None)
        for check in checks.date
        if (date := parse_date(check.value))
        and not any((d.first, d.last) == (date.first, date.last) for d in found.dates)
        for at in [_place_of(found, check.of)]
    ]
    found, figures = _with_figures(found, checks)
    quotations = [Quotation(0, 0, text) for text in checks.quote if not any(text in q.text for q in found.quotations)]
    reports = list(found.reports)
    if checks.said_by and not speaking_persons(found):
        speaker = tuple(map(name_key, checks.said_by))
        leading = max(found.units[found.main].report if found.main >= 0 else 0, 0)
        if reports:
            reports[leading] = replace(reports[leading], speaker=speaker)
        else:
            reports.append(Report(speaker, None, (0, 0), 0, len(found.text)))
    if not (dates or figures or quotations or checks.event or tuple(reports) != found.reports):
        return found
    units = list(found.units)
    for check in checks.event:
        at = deed_of(found, check.of)
        if at >= 0 and (check.of or all(unit.rung is not check.status for unit in units)):
            units[at] = replace(units[at], rung=check.status)
    if len(reports) > len(found.reports):
        units = [replace(unit, report=unit.report + 1) for unit in units]
    return replace(
        found,
        units=tuple(units),
        dates=(*found.dates, *dates),
        quantities=(
            *found.quantities,
            *(replace(figure, start=0, end=0, hedge_span=None, unit_span=None) for figure in figures),
        ),
        quotations=(*found.quotations, *quotations),
        reports=tuple(reports),
    )


def _place_of(found: Analysis, thing: str | None) -> int:
    """Where a pinned date stands: right behind the word of the sentence that it is of, else behind the main word."""
    wanted = {key(word) for word in (thing or "").split()}
    unit = next(
        (unit for unit in found.units if unit.key in wanted), found.units[found.main] if found.main >= 0 else None
    )
    return unit.end if unit else 0


def _with_figures(found: Analysis, checks: Checks) -> tuple[Analysis, list[Quantity]]:
    """The analysis with the places and tolerances of its `number` checks, and the figures that its sentence leaves open."""
    figures = []
    end = len(found.text)
    for check in checks.number:
        figure = parse_figure(check.value)
        if figure is None:
            continue
        if check.place:
            place = analyse(check.place)
            units = tuple(replace(unit, start=end, end=end) for unit in place.units)
            names = tuple(replace(name, start=end, end=end) for name in place.names)
            found = replace(found, units=(*found.units, *units), names=(*found.names, *names))
        if any(q.value == figure.value for q in found.quantities):
            if check.tolerance is None:
                continue
            widened = (within(q, check.tolerance) if q.value == figure.value else q for q in found.quantities)
            found = replace(found, quantities=tuple(widened))
        else:
            unit = figure.unit or (key(check.of.split()[-1]) if check.of else None)
            figures.append(replace(within(figure, check.tolerance), unit=unit))
    return found, figures


@lru_cache(maxsize=4096)
def _lead(head: str) -> list[Slice]:
    """The sentence that a report opens with: it names what the rest is about."""
    return split_sentences(head)[:1]


def said(passage: Passage) -> Analysis:
    """What a passage says, with the title and the sentences before it as context."""
    source = passage.source
    reference = source.published or source.dateline
    before = _Context(_title(source), _texts(source, _before(passage)), reference)
    after = _Context([], _texts(source, passage.after), reference)
    return in_context(_told_from_events(analyse(passage.text, reference=reference), before), before, after)


class _Context(Sequence[Analysis]):
    """The analyses of the sentences on one side of a passage, the title first, each made when it is asked for: most are not."""

    def __init__(self, title: Sequence[str], texts: Sequence[str], reference: date | None) -> None:
        self._titles = len(title)
        self._texts = [*title, *texts]
        self._reference = reference
        self._found: dict[int, Analysis] = {}

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, at: int) -> Analysis: ...
    @overload
    def __getitem__(self, at: slice) -> list[Analysis]: ...
    def __getitem__(self, at: int | slice) -> Analysis | list[Analysis]:
        if isinstance(at, slice):
            return [self._one(number) for number in range(*at.indices(len(self)))]
        return self._one(range(len(self))[at])

    def _one(self, number: int) -> Analysis:
        if number not in self._found:
            found = analyse(self._texts[number], reference=self._reference)
            self._found[number] = _told_from_events(found, self[self._titles : number]) if _waits(found) else found
        return self._found[number]


def around(passage: Passage) -> list[str]:
    """The texts that `said` takes for the context of a passage."""
    source = passage.source
    return _title(source) + _texts(source, _before(passage)) + _texts(source, passage.after)


def _title(source: Source) -> list[str]:
    return [source.title] if source.title else []


def _before(passage: Passage) -> list[Slice]:
    """Where the sentences before stand, the one that the report opens with among them."""
    if len(passage.before) < SENTENCES_BEFORE:
        return list(passage.before)
    return [place for place in _lead(passage.source.text[:LEAD]) if place not in passage.before] + [*passage.before]


def _texts(source: Source, slices: Sequence[Slice]) -> list[str]:
    return [source.text[start:end] for start, end in slices]


def _waits(found: Analysis) -> bool:
    """Whether a date such as "the next year" is told from one of the sentences before."""
    return any(date.resolution is Resolution.UNRESOLVED and date.shift for date in found.dates)


def _told_from_events(found: Analysis, before: Sequence[Analysis]) -> Analysis:
    """Dates such as "the next year", told from the last date of the sentences before."""
    if not _waits(found):
        return found
    event = next((date for earlier in reversed(before) for date in reversed(earlier.dates) if date.first), None)
    if event is None:
        return found
    return replace(found, dates=tuple(resolve(date, event) for date in found.dates))
