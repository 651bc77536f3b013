"""One claim through all stages: sentence, query, passages, comparisons, stances, verdict."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from factcheck.decide import decide
from factcheck.domain.analysis import (
    Analysis,
    Hedge,
    Quantity,
    QuantityKind,
    Quotation,
    Report,
    Resolution,
    Unit,
    UnitKind,
)
from factcheck.domain.claim import Checks, Claim, ModelUse, Rung
from factcheck.domain.comparison import Aspect, Outcome
from factcheck.domain.evidence import Evidence, Reading, Stance
from factcheck.domain.ports import Index, Judge, Matcher
from factcheck.domain.source import Passage, Slice
from factcheck.domain.verdict import MissingReason, Verdict
from factcheck.matchers import actors, dates, modality, names, numbers, predicates, quotes, roles, speakers, topic
from factcheck.retrieval.query import build_query
from factcheck.sources.copies import origins_of_passages
from factcheck.sources.passages import SENTENCES_BEFORE
from factcheck.stance import open_to, weigh
from factcheck.text.align import Tie, align, may_bear
from factcheck.text.analyse import analyse, in_context
from factcheck.text.bands import Fit, fit, within
from factcheck.text.dates import parse_date, resolve
from factcheck.text.equivalents import same
from factcheck.text.figure_fit import asks_for, fit_reckoned
from factcheck.text.moves import End, Move, between, date_of, days_fit, end_of, in_time, is_level
from factcheck.text.movewords import direction
from factcheck.text.names import bare_words
from factcheck.text.numbers import parse_figure
from factcheck.text.sentences import split_sentences
from factcheck.text.words import key
from factcheck.wording import mask, same_force

PASSAGES = 40
ASKED = 8  # passages of one claim that a judge reads at most
BORNE = 0.9  # of the claim's words, the one for the change aside, that each of two sentences must bear for a change to be told from them
PART = 0.7  # of the claim's words that each of two sentences must bear for their figures to be added
LEAD = 1500  # code points in which the opening sentence ends
MATCHERS: tuple[Matcher, ...] = (
    numbers.compare, dates.compare, names.compare, roles.compare, quotes.compare, speakers.compare, predicates.compare, modality.compare,
    actors.compare, topic.compare,
)  # fmt: skip

_NOW = frozenset({"currently", "now", "today", "presently", "still"})


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
    if checks.said_by and not any(report.speaker for report in reports):
        speaker = tuple(" ".join(bare_words(name.replace("-", " ").split())) for name in checks.said_by)
        reports.insert(0, Report(speaker, None, (0, 0), 0, len(found.text)))
    if not (dates or figures or quotations or len(reports) > len(found.reports) or checks.event):
        return found
    units = list(found.units)
    if checks.event and found.main >= 0:
        units[found.main] = replace(units[found.main], rung=checks.event[0].status)
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
    before = [analyse(source.text[start:end], reference=reference) for start, end in passage.before]
    if len(passage.before) == SENTENCES_BEFORE:
        lead = _lead(source.text[:LEAD])
        before = [
            analyse(source.text[start:end], reference=reference)
            for start, end in lead
            if (start, end) not in passage.before
        ] + before
    before = _placed(before)
    if source.title:
        before.insert(0, analyse(source.title, reference=reference))
    found = analyse(passage.text, reference=reference)
    after = [analyse(source.text[start:end], reference=reference) for start, end in passage.after]
    return in_context(_told_from_events(found, before), before, after)


def _placed(analyses: list[Analysis]) -> list[Analysis]:
    return [_told_from_events(found, analyses[:n]) for n, found in enumerate(analyses)]


def _told_from_events(found: Analysis, before: Sequence[Analysis]) -> Analysis:
    """Dates such as "the next year", told from the last date of the sentences before."""
    if not any(date.resolution is Resolution.UNRESOLVED and date.shift for date in found.dates):
        return found
    event = next((date for earlier in reversed(before) for date in reversed(earlier.dates) if date.first), None)
    if event is None:
        return found
    return replace(found, dates=tuple(resolve(date, event) for date in found.dates))


def weigh_passage(claim: Analysis, passage: Passage, matchers: Sequence[Matcher] = MATCHERS) -> Evidence:
    """All comparisons of one passage, weighed."""
    source = passage.source
    if not may_bear(claim, analyse(passage.text, reference=source.published or source.dateline)):
        return weigh(passage, [])
    found = said(passage)
    judged = weigh(passage, [comparison for compare in matchers for comparison in compare(claim, found)])
    return _answered(judged) if _asks(passage.text) and not _asks(claim.text) else judged


def _asks(text: str) -> bool:
    return text.rstrip("”\"’') ").endswith("?")


_ANSWER = re.compile(
    r"[\s”\"’']*(?P<answer>(?P<word>yes|no|correct|indeed)\b(?!\s+\w*one\b)[^.!?\n]*[.!?]?)", re.IGNORECASE
)


def _answered(item: Evidence) -> Evidence:
    """What a question does to a claim: nothing by itself, and what "Yes." or "No." right behind it makes of it."""
    passage = item.passage
    reply = _ANSWER.match(passage.source.text, passage.end)
    answer = reply["word"].lower() != "no" if reply else None
    denied = any(unit.negated for unit in analyse(passage.text).units)
    if item.stance is Stance.NEUTRAL or (answer is True and not denied):
        return item
    if answer is None or denied or item.stance is Stance.REFUTES or reply is None:
        return replace(
            item,
            stance=Stance.NEUTRAL,
            reasons=("question: the source only asks", *item.reasons),
            falls_short=MissingReason.DETAIL_NOT_STATED,
        )
    also = replace(passage, start=reply.start("answer"), end=reply.end("answer"), before=(), after=())
    return replace(item, stance=Stance.REFUTES, reasons=("question: the answer is no", *item.reasons), also=(also,))


def _changing(found: Analysis) -> bool:
    """Whether the claim speaks of a state that changes: "currently has", or a figure in the present tense."""
    lows = {word.lower() for _, _, word in found.tokens}
    return (
        bool(lows & _NOW)
        or "at present" in found.text.lower()
        or (
            bool(found.quantities)
            and bool(lows & {"is", "are", "has", "have"})
            and "D" not in found.tags
            and "B" not in found.tags
        )
    )


def _origins(passages: Sequence[Passage]) -> dict[str, str]:
    return {source: origin.name for source, origin in origins_of_passages(passages).items()}


_TOTALS = frozenset({"altogether", "total", "combined", "overall", "together", "all", "both"})


def _added(claim: Analysis, judged: list[Evidence]) -> list[Evidence]:
    """The evidence, with two sentences in a row joined whose figures make the claim's total.

    Only for claims that say that they add up ("in all", "together"), and only when no sentence supports them by itself.
    """
    counts = [q for q in claim.quantities if q.kind is QuantityKind.COUNT and q.value is not None]
    says_so = _TOTALS.intersection(word.lower() for _, _, word in claim.tokens)
    if not counts or not says_so or any(item.stance is Stance.SUPPORTS for item in judged):
        return judged
    wanted = max(counts, key=lambda figure: figure.value or 0)
    parts = [item for item in judged if _is_part(item)]
    for first in parts:
        for second in parts:
            follows = (first.passage.start, first.passage.end) in second.passage.before[-1:]
            if first.passage.source.id != second.passage.source.id or not follows:
                continue
            figures = [q for item in (first, second) for q in _of_one_thing(analyse(item.passage.text), wanted)]
            total = sum((q.value for q in figures if q.value is not None), start=Decimal(0))
            if len(figures) == 2 and fit(wanted, replace(figures[0], value=total, low=total, high=total)) is Fit.INSIDE:
                reason = f"number: {figures[0].value:,f} and {figures[1].value:,f} make {total:,f}"
                score = min(first.score, second.score)
                joined = replace(
                    first,
                    stance=Stance.SUPPORTS,
                    reasons=(reason,),
                    also=(second.passage,),
                    score=score,
                    falls_short=None,
                )
                return [item for item in judged if item not in (first, second)] + [joined]
    return judged


def _moved(claim: Analysis, judged: list[Evidence]) -> list[Evidence]:
    """The evidence, with the figures of two days joined that make the claim's change: "4,000 in 2019" and "8,000 in 2020".

    They stand in one sentence or in two in a row. Only when no sentence supports the claim by itself; a change of another size is left open,
    since the two figures may be of different things.
    """
    if any(item.stance is Stance.SUPPORTS for item in judged) or claim.main < 0:
        return judged
    verb = claim.units[claim.main]
    way = direction(verb.key)
    figures = [q for q in claim.quantities if end_of(claim, q) in (End.BY, End.TIMES)]
    if not way or len(figures) != 1 or len(claim.quantities) > 1 or verb.negated or verb.rung is not Rung.HAPPENED:
        return judged
    parts = [(item, said(item.passage)) for item in judged if _tells_level(item, verb)]
    for first, here in parts:
        for second, there in parts:
            follows = (first.passage.start, first.passage.end) in second.passage.before[-1:]
            if first is not second and (first.passage.source.id != second.passage.source.id or not follows):
                continue
            both = (here,) if first is second else (here, there)
            if not _speak_of_one_thing(claim, both):
                continue
            pair = _two_days(claim, both)
            reason = _reckoned(figures[0], end_of(claim, figures[0]), pair, way) if pair else None
            if reason is None:
                continue
            also = () if first is second else (second.passage,)
            joined = replace(
                first, stance=Stance.SUPPORTS, reasons=(reason,), also=also, score=min(first.score, second.score),
                falls_short=None,
            )  # fmt: skip
            return [item for item in judged if item not in (first, second)] + [joined]
    return judged


def _tells_level(item: Evidence, verb: Unit) -> bool:
    """Whether a passage bears all of the claim but the word for the change, its figure and its day."""
    span = (verb.start, verb.end)
    rest = [c for c in item.comparisons if c.aspect not in (Aspect.NUMBER, Aspect.DATE) and c.asserted != span]
    lacking = [c for c in rest if c.rule.startswith("topic-lacks")]
    open_ = [c for c in rest if c.aspect is not Aspect.TOPIC and c.outcome is not Outcome.AGREES]
    spared = sum(c.weight for c in item.comparisons if c.rule.startswith("topic-lacks") and c.asserted == span)
    borrowed = any(c.rule == "topic-borrowed" for c in rest)
    return not lacking and not open_ and not borrowed and item.score + spared >= BORNE


def _speak_of_one_thing(claim: Analysis, both: Sequence[Analysis]) -> bool:
    """Whether two sentences speak of one thing: what they say beside the claim's words is the same, and one sentence names nobody more."""
    beyond = []
    for found in both:
        tied = align(claim, found).reverse
        own = [unit for n, unit in enumerate(found.units) if n not in tied and not unit.light]
        beyond.append({unit.key for unit in own if unit.kind not in (UnitKind.VERB, UnitKind.ADVERB)})
        if len(both) == 1 and any(unit.kind is UnitKind.NAME for unit in own):
            return False
    return len(both) == 1 or beyond[0] == beyond[1]


def _two_days(claim: Analysis, both: Sequence[Analysis]) -> tuple[Quantity, Quantity] | None:
    """The older and the newer of the two figures that one or two sentences give for days of their own, if these fit the claim's day."""
    levels = [(found, q) for found in both for q in found.quantities if is_level(found, q)]
    if len(levels) != 2:
        return None
    dated = [(q, date_of(found, q)) for found, q in levels]
    pair = in_time(dated)
    if pair is None or any(unit.rung is not Rung.HAPPENED or unit.negated for found in both for unit in found.units):
        return None
    old, new = (next(day for q, day in dated if q is figure) for figure in pair)
    return pair if days_fit(claim.dates, old, new) else None


def _reckoned(claimed: Quantity, end: End, pair: tuple[Quantity, Quantity], way: int) -> str | None:
    """Why two figures make the claim's change; None when they do not."""
    old, new = pair
    if old.value is None or new.value is None:
        return None
    for made in between(old, old.value, new.value, stated=Move(-1, way, old, new)):
        if asks_for(claimed, end, made.figure) and fit_reckoned(claimed, made.figure) is Fit.INSIDE:
            return f"number: {made.words}"
    return None


def _is_part(item: Evidence) -> bool:
    """Whether nothing but a figure keeps a passage from supporting the claim."""
    typed = [c for c in item.comparisons if c.aspect not in (Aspect.TOPIC, Aspect.NUMBER)]
    return bool(typed) and item.score >= PART and all(c.outcome is Outcome.AGREES for c in typed)


def _of_one_thing(found: Analysis, wanted: Quantity) -> list[Quantity]:
    return [
        q for q in found.quantities
        if q.kind is wanted.kind and q.hedge is Hedge.EXACT and q.unit and wanted.unit and same(q.unit, wanted.unit)
    ]  # fmt: skip


def _read(judge: Judge, claim: Analysis, judged: list[Evidence]) -> list[Evidence]:
    """The evidence, with a judge's reading where nothing but the wording is open.

    It is asked for a support only while nothing supports the claim, and for a contradiction always: one refuting source
    prevents a pass.
    """
    supported = any(item.stance is Stance.SUPPORTS for item in judged)
    asked = []
    for item in sorted(judged, key=lambda item: (-item.score, item.passage.source.id, item.passage.start)):
        turn = open_to(item.comparisons)
        if turn is None or (turn is Stance.SUPPORTS and supported):
            continue
        passage = said(item.passage)
        if same_force(claim, passage):
            asked.append((item, _pair(judge, claim, passage, item)))
        if len(asked) == ASKED:
            break
    scores = judge.score([pair for _, pair in asked]) if asked else ()
    read = {
        id(item): weigh(item.passage, item.comparisons, Reading(supports, refutes, judge.threshold))
        for (item, _), (supports, refutes, _) in zip(asked, scores, strict=True)
    }
    return [read.get(id(item), item) for item in judged]


def _pair(judge: Judge, claim: Analysis, passage: Analysis, item: Evidence) -> tuple[str, str]:
    """The two texts that a judge reads; what the passage takes up from the sentences before goes first, in the claim's words."""
    ours, theirs = mask(claim, passage, item.comparisons) if judge.masked else (claim.text, passage.text)
    taken_up = [claim.units[link.unit].text for link in align(claim, passage).links if link.tie is Tie.CONTEXT]
    return ours, f"{', '.join(taken_up)}: {theirs}" if taken_up else theirs


def check(claim: Claim, *, index: Index, judge: Judge | None = None, matchers: Sequence[Matcher] = MATCHERS) -> Verdict:
    """Judge one claim against a corpus.

    Args:
        claim: With its policy.
        index: Where the passages come from.
        judge: Reads the wording where the matchers leave nothing else open; None for the matchers alone.
        matchers: Compare the aspects, one each.
    """
    found = asserted(claim)
    passages: Sequence[Passage] = index.search(build_query(claim.sentence), limit=PASSAGES)
    judged = [weigh_passage(found, passage, matchers) for passage in passages if passage.source.language == "en"]
    judged = _moved(found, _added(found, judged))
    if judge is not None and claim.policy.model is ModelUse.AUTO:
        judged = _read(judge, found, judged)
    nothing = MissingReason.OTHER_LANGUAGE if passages and not judged else MissingReason.NOTHING_RETRIEVED
    return decide(claim, judged, origins=_origins, changing=_changing(found), nothing=nothing)
