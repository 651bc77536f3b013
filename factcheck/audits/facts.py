"""What in a sentence can be checked: figures, days, quotations, ranks, offices and deeds, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.domain.analysis import Analysis, Frame, Hedge, QuantityKind, UnitKind
from factcheck.domain.audit import Fact, FactKind
from factcheck.domain.source import Slice

_OPINION = re.compile(
    r"\b(?:should|ought to|must|needs? to|let us|let's|we (?:think|believe|hope|feel)|I (?:think|believe|hope|feel|guess)|in (?:my|our) (?:view|opinion)"
    r"|perhaps|maybe|arguably|hopefully|sadly|fortunately|unfortunately)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"^(?:please|imagine|consider|think|look|remember|read|see|note|let|sign up|subscribe|click|join|share|follow|listen)\b", re.IGNORECASE)  # fmt: skip
_SMALL = frozenset("one several few a-few couple handful some".split())
_HELPING = frozenset("is are was were be been being am has have had having get got gets 's ’s".split())
_FORWARD = frozenset("will would wo 'll ’ll".split())
_EMPTY_VERBS = frozenset("be have do seem appear remain stay".split())


def facts_of(found: Analysis) -> tuple[Fact, ...]:
    """The checkable facts of a sentence in the order of mention; empty for a question, an opinion, an address to the reader.

    A figure, a day and a quotation are facts even in an opinion: "these 48,200 passengers deserve better" counts passengers.
    A deed is one if something named or counted does it or undergoes it, or if it is told as done.
    """
    if asks(found.text):
        return ()
    hard = [*_figures(found), *_days(found), *_quotations(found), *_ranks_and_offices(found)]
    soft = [] if _is_opinion(found) else list(_deeds(found, hard))
    return tuple(sorted((*hard, *soft), key=lambda fact: (fact.start, fact.end)))


def asks(text: str) -> bool:
    """Whether a sentence is a question."""
    return text.rstrip("”\"’') ").endswith("?")


def why_nothing(found: Analysis) -> str:
    """Why a sentence without facts has none."""
    if asks(found.text):
        return "a question"
    if _ADDRESS.match(found.text):
        return "speaks to the reader"
    if _OPINION.search(found.text):
        return "an opinion"
    return "states no figure, day, quotation, name or deed"


def _is_opinion(found: Analysis) -> bool:
    """Whether the writer says what should be, or speaks to the reader; what somebody is reported to say is a fact."""
    if found.reports:
        return False
    return bool(_OPINION.search(found.text) or _ADDRESS.match(found.text))


def _fact(found: Analysis, kind: FactKind, start: int, end: int) -> Fact:
    return Fact(kind, start, end, found.text[start:end])


def _figures(found: Analysis) -> Iterator[Fact]:
    ranked = [(rank.start, rank.end) for rank in found.ranks]
    for figure in found.quantities:
        words = found.text[figure.start : figure.end].lower()
        small = figure.hedge is Hedge.VAGUE and any(word in _SMALL for word in words.split())
        if figure.kind is QuantityKind.ORDINAL or words == "one" or small or figure.end <= figure.start:
            continue
        if any(start <= figure.start < end for start, end in ranked):
            continue
        spans = [(figure.start, figure.end), *(span for span in (figure.hedge_span, figure.unit_span) if span)]
        yield _fact(found, FactKind.FIGURE, min(start for start, _ in spans), max(end for _, end in spans))


def _days(found: Analysis) -> Iterator[Fact]:
    for day in found.dates:
        if day.end > day.start:
            start = day.relation_span[0] if day.relation_span else day.start
            yield _fact(found, FactKind.DATE, min(start, day.start), day.end)


def _quotations(found: Analysis) -> Iterator[Fact]:
    for quotation in found.quotations:
        if quotation.text.count(" ") or quotation.speaker or found.reports:
            yield _fact(found, FactKind.QUOTATION, quotation.start, quotation.end)


def _ranks_and_offices(found: Analysis) -> Iterator[Fact]:
    for rank in found.ranks:
        yield _fact(found, FactKind.RANK, rank.start, rank.end)
    for role in found.roles:
        if role.holder and role.body:
            yield _fact(found, FactKind.ROLE, role.start, role.end)


def _deeds(found: Analysis, hard: Sequence[Fact]) -> Iterator[Fact]:
    for span in deed_spans(found, grounded=bool(hard or found.names)):
        yield _fact(found, FactKind.DEED, *without_shared(found, span))


def without_shared(found: Analysis, deed: Slice) -> Slice:
    """A deed without the small word that opens a day or a figure: the "in" of "vote in" and of "in April"."""
    start, end = deed
    others = [day.relation_span or (day.start, day.end) for day in found.dates]
    others += [(figure.start, figure.end) for figure in found.quantities]
    if any(begin < end and start < stop for begin, stop in others):
        return start, next((stop for begin, stop, _ in found.tokens if begin == start), end)
    return deed


def deed_spans(found: Analysis, *, grounded: bool) -> list[Slice]:
    """Where the deeds stand: the finite verbs that tell something, outside quotations; verbs of saying only beside nothing else."""
    verbs = [report.verb for report in found.reports]
    told: list[Slice] = []
    light: list[Slice] = []
    saying: list[Slice] = []
    for frame in found.frames:
        unit = found.units[frame.verb]
        if unit.kind is not UnitKind.VERB or any(q.start <= unit.start < q.end for q in found.quotations):
            continue
        if not _is_finite(found, frame):
            continue
        if unit.light or unit.key in _EMPTY_VERBS:
            light.append((unit.start, unit.end))
            continue
        done = grounded or _told_as_done(found, frame)
        if (unit.start, unit.end) in verbs:
            saying.append((unit.start, unit.end))
        elif done:
            told.append((unit.start, unit.end))
    if told or found.quotations:
        return told
    if found.main >= 0 and grounded:
        main = found.units[found.main]
        told_of = (main.start, main.end)
        at = next((n for n, token in enumerate(found.tokens) if token[0] == main.start), 0)
        if told_of not in verbs:
            return light[:1] if found.tags[at] == "G" and light else [told_of]
    return saying


def _at(found: Analysis, frame: Frame) -> int:
    start = found.units[frame.verb].start
    return next((n for n, token in enumerate(found.tokens) if token[0] == start), -1)


def _is_finite(found: Analysis, frame: Frame) -> bool:
    """Whether a verb makes a statement of its own: not "to leave", "leaving", "backed by"."""
    at = _at(found, frame)
    if at < 0 or found.tags[at] == "G":
        return False
    before = at - 1
    while before >= 0 and found.tags[before] == "R":
        before -= 1
    if before >= 0 and found.tags[before] == "t":
        return False
    helped = before >= 0 and (found.tags[before] == "M" or found.tokens[before][2].lower() in _HELPING)
    return helped or found.tags[at] in "VD" or _is_past(found, at)


def _is_past(found: Analysis, at: int) -> bool:
    """Whether what the tagger takes for a participle is the only verb so far: "several people drowned in the river"."""
    before, after = set(found.tags[:at]), found.tags[at + 1 : at + 2]
    return (
        found.tags[at] == "B"
        and bool(before & {"N", "S", "P"})
        and not before & set("VDMB")
        and after not in ("N", "S")
    )


def _told_as_done(found: Analysis, frame: Frame) -> bool:
    """Whether an unnamed doer's deed is told as done or as coming: "the council approved it", "the council will decide"."""
    at = _at(found, frame)
    nouns = bool(set(found.tags[:at]) & {"N", "S", "P"})
    before = {token[2].lower() for token in found.tokens[max(0, at - 3) : at]}
    return nouns and (found.tags[at] in "DB" or bool(before & _FORWARD))
