"""Dates: intervals against intervals, coarse against fine."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.domain.analysis import Analysis, DateMention, DateRelation, Resolution, UnitKind
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.text.align import Alignment, align
from factcheck.text.date_grammar.patterns import WEEKDAYS
from factcheck.text.dates import in_words
from factcheck.text.opposites import opposite
from factcheck.text.predicates import AUXILIARIES

_CLOSE = 25
_UNTIL = frozenset({"until", "till"})
_FROM = frozenset({"from", "since"})
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b|\b\d{1,2}(?:\.\d\d)?(?= ?[ap]\.?m\b)")


def compare(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:
    """One comparison for each date of the claim."""
    times, told = set(_CLOCK.findall(asserted.text)), set(_CLOCK.findall(said.text))
    if times - told:
        yield Comparison(
            Aspect.DATE, Outcome.NOT_STATED, f"date: {', '.join(sorted(times - told))} is not stated", "clock-absent"
        )
    for claimed in asserted.dates:
        yield _compare_date(asserted, said, claimed)


def _words(date: DateMention, text: str) -> str:
    phrase = text[date.start : date.end]
    if date.first is None or date.last is None:
        return phrase
    spoken = in_words(date.first, date.last, date.granularity)
    if not phrase:  # pinned by a typed check
        return spoken
    return phrase if spoken == phrase or spoken in phrase else f"{phrase} ({spoken})"


def _compare_date(asserted: Analysis, said: Analysis, claimed: DateMention) -> Comparison:
    here = (claimed.start, claimed.end)
    wording = _words(claimed, asserted.text)
    if not said.dates:
        return Comparison(Aspect.DATE, Outcome.NOT_STATED, f"date: {wording} is not stated", "date-absent", here)
    rows = [(_outcome(asserted, claimed, said, found), found) for found in _near(asserted, said, claimed)]
    for wanted, word in (
        (Outcome.AGREES, "agrees with"),
        (Outcome.DIFFERS, "differs from"),
        (Outcome.NOT_COMPARABLE, "cannot be compared with"),
    ):
        for outcome, found in rows:
            if outcome is wanted:
                note = f" [{found.note}]" if found.note else ""
                return Comparison(
                    Aspect.DATE, outcome, f"date: {_words(found, said.text)} {word} {wording}{note}", f"date-{outcome}", here, (found.start, found.end)
                )  # fmt: skip
    return _of_unknown_deed(asserted, said, claimed) or Comparison(
        Aspect.DATE, Outcome.NOT_STATED, f"date: {wording} is not stated", "date-absent", here
    )


def _of_unknown_deed(asserted: Analysis, said: Analysis, claimed: DateMention) -> Comparison | None:
    """A date that agrees, of a deed that the claim does not name: "opened in 1978" for "was inaugurated in 1978"."""
    if asserted.main < 0 or align(asserted, said).said(asserted.main):
        return None
    found = next((date for date in said.dates if _outcome(asserted, claimed, said, date) is Outcome.AGREES), None)
    if found is None:
        return None
    reason = f"date: {_words(found, said.text)} agrees with {_words(claimed, asserted.text)}, if the same deed is meant"
    return Comparison(
        Aspect.DATE, Outcome.NOT_COMPARABLE, reason, "date-other-deed", (claimed.start, claimed.end), (found.start, found.end), tentative=Outcome.AGREES
    )  # fmt: skip


def _outcome(asserted: Analysis, claimed: DateMention, said: Analysis, found: DateMention) -> Outcome:
    if _same_words(asserted, claimed, said, found):
        return Outcome.AGREES
    if _other_weekday(asserted, claimed, found):
        return Outcome.DIFFERS
    outcome = _relation(claimed, found)
    if {_end(asserted, claimed), _end(said, found)} == {"from", "until"}:
        return Outcome.NOT_COMPARABLE
    this = found.resolution is Resolution.REFERENCE and said.text[found.start :].lower().startswith("this ")
    return (
        Outcome.NOT_COMPARABLE if this and outcome is Outcome.DIFFERS else outcome
    )  # "this Sunday" may be past or to come


def _end(analysis: Analysis, date: DateMention) -> str:
    """Which end of a span a date is, told by the word before it: "from", "until"; empty when it is none."""
    words = analysis.text[max(0, date.start - _CLOSE) : date.start].lower().split()
    last = words[-1] if words else ""
    if last in _UNTIL or (last in ("in", "on", "at") and not _UNTIL.isdisjoint(words)):
        return "until"
    return "from" if last in _FROM else ""


def _other_weekday(asserted: Analysis, claimed: DateMention, found: DateMention) -> bool:
    """Whether the claim names a weekday of no week ("on Sunday") and the source a day that is another weekday."""
    if claimed.first is not None or found.first is None or found.first != found.last:
        return False
    words = asserted.text[claimed.start : claimed.end].lower().split()
    named = [WEEKDAYS[word[:3]] for word in words if word.endswith("day") and word[:3] in WEEKDAYS]
    on = claimed.relation is found.relation is DateRelation.ON
    return on and named[:1] != [] and found.first.weekday() != named[0]


def _same_words(asserted: Analysis, claimed: DateMention, said: Analysis, found: DateMention) -> bool:
    """Whether the claim's date cannot be resolved and the source tells its own in the same words: "Thursday" and "Thursday"."""
    if claimed.first is not None or claimed.relation is not found.relation:
        return False
    return asserted.text[claimed.start : claimed.end].lower() == said.text[found.start : found.end].lower()


def owner(analysis: Analysis, date: DateMention) -> int:
    """Index of the unit that a date tells the time of: the last verb before it in its clause, else the first one after it; -1 for none.

    A noun right before the date ("the 2003 invasion", "his Jan. 5 announcement", "the vote in 2020") owns it first.
    """
    verbal = [
        k
        for k, (start, _, word) in enumerate(analysis.tokens)
        if start < date.start and (analysis.tags[k] in "VDBG" or word.lower() in AUXILIARIES)
    ]
    if (
        verbal
        and analysis.tokens[verbal[-1]][2].lower() in AUXILIARIES
        and any(unit.kind is UnitKind.VERB and unit.end <= date.start for unit in analysis.units)
    ):
        return -1
    clause = _clause(analysis, date)
    for n, unit in enumerate(analysis.units):
        if 0 <= unit.start - date.end <= 2 and unit.kind is UnitKind.NOUN and not _after_preposition(analysis, date):
            return n
    before = [n for n, unit in enumerate(analysis.units) if unit.kind is UnitKind.VERB and unit.end <= date.start]
    same = [n for n in before if analysis.units[n].clause == clause]
    if same or before:
        return (same or before)[-1]
    return next(
        (n for n, unit in enumerate(analysis.units) if unit.kind is UnitKind.VERB and unit.start >= date.end), -1
    )


def _told_of(said: Analysis, alignment: Alignment, noun: int) -> bool:
    """Whether a noun is the doer or undergoer of a deed that the claim does not speak of."""
    return any(
        noun in (*frame.agents, *frame.patients)
        and frame.verb not in alignment.reverse
        and not said.units[frame.verb].light
        for frame in said.frames
    )


def _after_preposition(analysis: Analysis, date: DateMention) -> bool:
    before = analysis.text[max(0, date.start - 9) : date.start].lower().split()
    return bool(before) and before[-1] in (
        "in",
        "on",
        "since",
        "at",
        "by",
        "during",
        "until",
        "before",
        "after",
        "from",
    )


def _clause(analysis: Analysis, date: DateMention) -> int:
    return next((unit.clause for unit in reversed(analysis.units) if unit.start <= date.start), 0)


def _opens(analysis: Analysis, date: DateMention, clauses: set[int]) -> bool:
    """Whether a date is the subject of one of the clauses: "Roads are bad; 2018 saw 11,187 accidents"."""
    verb = next((unit for unit in analysis.units if unit.start >= date.end), None)
    return (
        verb is not None
        and verb.kind is UnitKind.VERB
        and verb.clause in clauses
        and verb.start - date.end == 1
        and not any(unit.clause == verb.clause and unit.start < date.start for unit in analysis.units)
    )


def _coordinated(said: Analysis, first: int, second: int) -> bool:
    """Whether two verbs share what follows the second: "invaded Iraq and toppled its leader in 2003"."""
    if first > second:
        return False
    between = said.text[said.units[first].end : said.units[second].start]
    dated = any(said.units[first].end <= date.start < said.units[second].start for date in said.dates)
    return not dated and " and " in between and ", " not in between and ";" not in between


def _near(asserted: Analysis, said: Analysis, claimed: DateMention) -> list[DateMention]:
    """The dates of the passage that tell the time of what the claim's date tells the time of."""
    alignment = align(asserted, said)
    mine = owner(asserted, claimed)
    if mine < 0 or (asserted.units[mine].light and not alignment.said(mine)):
        mine = asserted.main
    anchors = alignment.said(mine) if mine >= 0 else ()
    if mine >= 0 and not anchors:
        anchors = tuple(n for n, unit in enumerate(said.units) if opposite(asserted.units[mine].key, unit.key))
    verbs = sum(unit.kind is UnitKind.VERB and not unit.light for unit in said.units)
    if not anchors:
        return list(said.dates) if verbs <= 1 else []
    owned = [(owner(said, date), date) for date in said.dates]
    close = [
        date for date in said.dates
        if any(said.units[n].kind is UnitKind.NOUN and 0 <= date.start - said.units[n].end < _CLOSE and not _told_of(said, alignment, n) for n in anchors)
    ]  # fmt: skip
    if mine == asserted.main and owner(asserted, claimed) != mine and not asserted.quantities and not close:
        owned = [
            (n, date)
            for n, date in owned
            if n < 0 or said.units[n].light or n in alignment.reverse or said.units[n].kind is not UnitKind.VERB
        ]
    exact = [date for n, date in owned if n in anchors]
    if exact:
        return exact
    shared = [date for n, date in owned if n >= 0 and any(_coordinated(said, anchor, n) for anchor in anchors)]
    if shared:
        return shared
    clauses = {said.units[n].clause for n in anchors}
    close = close or [
        date
        for _, date in owned
        if _clause(said, date) in clauses
        and any(
            0 <= date.start - said.units[n].end < _CLOSE or 0 <= said.units[n].start - date.end < _CLOSE
            for n in anchors
        )
    ]
    fronted = [
        date
        for date in said.dates
        if not any(unit.kind is UnitKind.VERB and unit.start < date.start for unit in said.units)
        or _opens(said, date, clauses)
    ]
    return close or fronted or ([date for _, date in owned] if verbs <= 1 else [])


def _relation(claimed: DateMention, found: DateMention) -> Outcome:
    if claimed.first is None or claimed.last is None or found.first is None or found.last is None:
        return _partial(claimed, found)
    match claimed.relation:
        case DateRelation.BETWEEN if found.relation is DateRelation.BETWEEN:
            return Outcome.AGREES if (claimed.first, claimed.last) == (found.first, found.last) else Outcome.DIFFERS
        case DateRelation.BEFORE:
            return _ordered(found.last < claimed.first, found.first >= claimed.first, found, DateRelation.BEFORE)
        case DateRelation.AFTER:
            return _ordered(found.first > claimed.last, found.last <= claimed.last, found, DateRelation.AFTER)
        case DateRelation.BY:
            return _ordered(found.last <= claimed.last, found.first > claimed.last, found, DateRelation.BY)
        case DateRelation.SINCE:
            if found.relation is DateRelation.UNTIL:
                return Outcome.NOT_COMPARABLE
            return _nested(claimed, found)
        case DateRelation.UNTIL:
            if found.relation is DateRelation.SINCE:
                return Outcome.NOT_COMPARABLE
            return _nested(claimed, found)
        case _:
            return _on(claimed, found)


def _ordered(yes: bool, no: bool, found: DateMention, relation: DateRelation) -> Outcome:  # noqa: FBT001
    if (
        found.relation in (DateRelation.BEFORE, DateRelation.AFTER, DateRelation.BY, DateRelation.UNTIL)
        and found.relation is not relation
    ):
        return Outcome.NOT_COMPARABLE if yes or not no else Outcome.DIFFERS
    if yes:
        return Outcome.AGREES
    return Outcome.DIFFERS if no else Outcome.NOT_COMPARABLE


def _on(claimed: DateMention, found: DateMention) -> Outcome:
    if claimed.first is None or claimed.last is None or found.first is None or found.last is None:
        return _partial(claimed, found)
    match found.relation:
        case DateRelation.BEFORE | DateRelation.UNTIL:
            if found.relation is DateRelation.UNTIL and _nested(claimed, found) is Outcome.AGREES:
                return Outcome.AGREES if claimed.relation is DateRelation.UNTIL else Outcome.NOT_COMPARABLE
            return Outcome.DIFFERS if claimed.first > found.last else Outcome.NOT_COMPARABLE
        case DateRelation.AFTER:
            return Outcome.DIFFERS if claimed.last < found.first else Outcome.NOT_COMPARABLE
        case DateRelation.BY:
            return Outcome.DIFFERS if claimed.first > found.last else Outcome.NOT_COMPARABLE
        case DateRelation.SINCE:
            if claimed.last < found.first:
                return Outcome.DIFFERS
            return Outcome.AGREES if _nested(claimed, found) is Outcome.AGREES else Outcome.NOT_COMPARABLE
        case _:
            return _nested(claimed, found)


def _nested(claimed: DateMention, found: DateMention) -> Outcome:
    """A coarser claim agrees with a finer source; a finer claim is not settled by a coarser source; apart they differ."""
    if claimed.first is None or claimed.last is None or found.first is None or found.last is None:
        return _partial(claimed, found)
    if claimed.first <= found.first and found.last <= claimed.last:
        return Outcome.AGREES
    if found.last < claimed.first or claimed.last < found.first:
        return Outcome.DIFFERS
    return Outcome.NOT_COMPARABLE


def _partial(claimed: DateMention, found: DateMention) -> Outcome:
    """Dates without a year on one side: month and day can agree or differ, never more."""
    if claimed.month is None or found.month is None:
        return Outcome.NOT_COMPARABLE
    if claimed.month != found.month or (claimed.day and found.day and claimed.day != found.day):
        return Outcome.DIFFERS if claimed.relation is found.relation else Outcome.NOT_COMPARABLE
    if claimed.first is not None or (claimed.day and not found.day):
        return Outcome.NOT_COMPARABLE
    return Outcome.AGREES if claimed.relation is found.relation else Outcome.NOT_COMPARABLE
