"""The source's words for what a claim says otherwise, cut so that they fit in its place."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from factcheck.audits.bearers import class_of
from factcheck.audits.edits import Edit
from factcheck.domain.analysis import Analysis, DateMention, Granularity, Resolution
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.domain.source import Slice
from factcheck.text import gazetteer

_GROUP = 6  # tokens that a verb may carry before it: "has been asked to leave"
_CARRIES = frozenset("t M V D B R G".split())
_LEADS_IN = frozenset("in on at by since until before after during".split())


def lent_words(found: Analysis, passage: Analysis, comparison: Comparison) -> Iterator[Edit]:
    """What would make one comparison agree: the source's words in the place of the claim's, or fewer words."""
    if comparison.asserted is None or comparison.outcome is Outcome.AGREES or comparison.asserted[1] == 0:
        return
    here, there = comparison.asserted, comparison.said
    if comparison.rule == "role-body":
        yield from _other_body(found, passage, here)
    if comparison.rule == "name-absent":
        yield from _other_name(found, passage, here)
    if there and (edit := _in_its_words(found, passage, comparison.aspect, here, there)):
        yield edit
    if (comparison.outcome is Outcome.NOT_STATED or not there) and (span := _spared(found, comparison.aspect, here)):
        yield Edit(*span, "")


def _other_body(found: Analysis, passage: Analysis, office: Slice) -> Iterator[Edit]:
    """The country or body of which the source says that the person holds this office."""
    for role in (role for role in found.roles if (role.start, role.end) == office):
        ours = [name for name in found.names if name.key == role.body]
        bodies = {other.body for other in passage.roles if other.title == role.title}
        theirs = [name for name in passage.names if name.key in bodies]
        for mine, other in itertools.product(ours[:1], theirs):
            known = gazetteer.canonical(other.text)
            if known and known[1] is not gazetteer.Kind.DEMONYM:
                yield Edit(mine.start, mine.end, other.text)


def _other_name(found: Analysis, passage: Analysis, here: Slice) -> Iterator[Edit]:
    """Whom or what the source names where the claim names somebody or something else of the same class."""
    mine = next((name for name in found.names if name.start == here[0]), None)
    kind = class_of(found, mine) if mine else None
    if mine is None or kind is None:
        return
    known = {name.key for name in found.names}
    for name in passage.names:
        if name.key not in known and class_of(passage, name) is kind:
            yield Edit(mine.start, mine.end, name.text)


def _in_its_words(found: Analysis, passage: Analysis, aspect: Aspect, here: Slice, there: Slice) -> Edit | None:
    """The source's words for one thing that the claim says otherwise; None where they would not fit in its place."""
    words = passage.text[slice(*there)]
    match aspect:
        case Aspect.NUMBER:
            return Edit(*_with_hedge(found, here), _figure_words(passage, there))
        case Aspect.DATE:
            return Edit(*here, _day_words(passage, there))
        case Aspect.PREDICATE | Aspect.POLARITY | Aspect.MODALITY:
            group = _verb_group(passage, there)
            verbs = passage.text[slice(*group)]
            return None if verbs.startswith("to ") else Edit(*_verb_group(found, here), verbs)
        case Aspect.NAME | Aspect.ACTORS:
            named = [any(n.start <= span[0] < n.end for n in a.names) for a, span in ((found, here), (passage, there))]
            return Edit(*here, words) if all(named) else None
        case Aspect.SPEAKER:
            return Edit(*here, words) if any(report.speaker_span == there for report in passage.reports) else None
        case Aspect.QUOTE:
            stop = found.text[here[1] - 1]
            return Edit(*here, words + stop if stop in ",." and words[-1:] != stop else words)
        case Aspect.ROLE:
            return Edit(*here, words)
        case _:
            return None


def _spared(found: Analysis, aspect: Aspect, span: Slice) -> Slice | None:
    """What a sentence can do without and still be one: a day, a figure before what it counts, "in Iraq", an adjective."""
    if aspect is Aspect.NUMBER:
        span = _with_hedge(found, span)
        counted = next((n for n, token in enumerate(found.tokens) if token[0] >= span[1]), -1)
        return span if counted >= 0 and set(found.tags[counted : counted + 3]) & {"S"} else None
    start, end = _with_lead(found, span)
    if start < span[0] and (aspect is Aspect.DATE or any(n.start == span[0] and n.end == end for n in found.names)):
        return start, end
    tags = {found.tags[n] for n, token in enumerate(found.tokens) if span[0] <= token[0] < span[1]}
    follows = next((found.tags[n] for n, token in enumerate(found.tokens) if token[0] >= end), "")
    return span if tags == {"R"} or (tags == {"A"} and follows in ("N", "S", "A")) else None


def _with_hedge(found: Analysis, span: Slice) -> Slice:
    hedges = [q.hedge_span for q in found.quantities if q.start == span[0] and q.hedge_span]
    return (hedges[0][0], span[1]) if hedges and hedges[0][0] < span[0] else span


def _figure_words(passage: Analysis, span: Slice) -> str:
    start, end = _with_hedge(passage, span)
    words = passage.text[start:end]
    return words[:1].lower() + words[1:] if start == 0 else words


def _day_words(passage: Analysis, span: Slice) -> str:
    """The source's date; one that it tells by another day ("on Tuesday") is written out."""
    mention = next((day for day in passage.dates if day.start < span[1] and span[0] < day.end), None)
    if mention is None or mention.resolution is Resolution.STATED or mention.first is None:
        return passage.text[slice(*span)]
    return _written_out(mention)


def _written_out(mention: DateMention) -> str:
    first = mention.first
    if first is None:
        return ""
    month = f"{first:%B} {first.year}"
    match mention.granularity:
        case Granularity.DAY:
            return f"{first.day} {month}"
        case Granularity.MONTH:
            return month
        case _:
            return str(first.year)


def _verb_group(found: Analysis, span: Slice) -> Slice:
    """A verb with what it carries before it: "has not decided"."""
    at = next((n for n, token in enumerate(found.tokens) if token[0] == span[0]), -1)
    start = at
    while (
        start > 0 and at - start < _GROUP and (found.tags[start - 1] in _CARRIES or found.tokens[start - 1][2] == "no")
    ):
        start -= 1
    while start < at and found.tags[start] in "RG":
        start += 1
    return (found.tokens[start][0], span[1]) if at >= 0 else span


def _with_lead(found: Analysis, span: Slice) -> Slice:
    """A phrase with the preposition and the article before it, as in "in 2023"."""
    at = next((n for n, token in enumerate(found.tokens) if token[0] >= span[0]), len(found.tokens))
    start = span[0]
    for token in reversed(found.tokens[:at]):
        low = token[2].lower()
        if low in ("the", "a", "an"):
            start = token[0]
        elif low in _LEADS_IN:
            return token[0], span[1]
        else:
            break
    return start, span[1]
