"""Evidence that two figures make together, in one sentence or in two in a row: parts of a total, the levels of two days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.domain.analysis import Analysis, Hedge, Quantity, QuantityKind, Unit, UnitKind
from factcheck.domain.claim import Rung
from factcheck.domain.comparison import Aspect, Outcome
from factcheck.domain.evidence import Evidence, Stance
from factcheck.statements import said
from factcheck.text.align import align
from factcheck.text.analyse import analyse
from factcheck.text.bands import Fit, fit
from factcheck.text.equivalents import same
from factcheck.text.figure_fit import asks_for, fit_reckoned
from factcheck.text.moves import End, Move, between, date_of, days_fit, end_of, in_time, is_level
from factcheck.text.movewords import direction

BORNE = 0.9  # of the claim's words, the one for the change aside, that each of two sentences must bear for a change to be told from them
PART = 0.7  # of the claim's words that each of two sentences must bear for their figures to be added
_TOTALS = frozenset({"altogether", "total", "combined", "overall", "together", "all", "both"})


def added(claim: Analysis, judged: list[Evidence]) -> list[Evidence]:
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
            if not _in_a_row(first, second):
                continue
            figures = [q for item in (first, second) for q in _of_one_thing(analyse(item.passage.text), wanted)]
            total = sum((q.value for q in figures if q.value is not None), start=Decimal(0))
            if len(figures) == 2 and fit(wanted, replace(figures[0], value=total, low=total, high=total)) is Fit.INSIDE:
                reason = f"number: {figures[0].value:,f} and {figures[1].value:,f} make {total:,f}"
                joined = _together(first, second, reason)
                return [item for item in judged if item not in (first, second)] + [joined]
    return judged


def _is_part(item: Evidence) -> bool:
    """Whether nothing but a figure keeps a passage from supporting the claim."""
    typed = [c for c in item.comparisons if c.aspect not in (Aspect.TOPIC, Aspect.NUMBER)]
    return bool(typed) and item.score >= PART and all(c.outcome is Outcome.AGREES for c in typed)


def _of_one_thing(found: Analysis, wanted: Quantity) -> list[Quantity]:
    return [
        q for q in found.quantities
        if q.kind is wanted.kind and q.hedge is Hedge.EXACT and q.unit and wanted.unit and same(q.unit, wanted.unit)
    ]  # fmt: skip


def _in_a_row(first: Evidence, second: Evidence) -> bool:
    """Whether one sentence stands right behind the other in one source."""
    follows = (first.passage.start, first.passage.end) in second.passage.before[-1:]
    return follows and first.passage.source.id == second.passage.source.id


def _together(first: Evidence, second: Evidence, reason: str) -> Evidence:
    """The support that two sentences, or one by itself, give through their figures."""
    return replace(
        first, stance=Stance.SUPPORTS, reasons=(reason,), also=() if first is second else (second.passage,),
        score=min(first.score, second.score), falls_short=None,
    )  # fmt: skip


def moved(claim: Analysis, judged: list[Evidence]) -> list[Evidence]:
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
            if first is not second and not _in_a_row(first, second):
                continue
            both = (here,) if first is second else (here, there)
            if not _speak_of_one_thing(claim, both):
                continue
            pair = _two_days(claim, both)
            reason = _reckoned(figures[0], end_of(claim, figures[0]), pair, way) if pair else None
            if reason is None:
                continue
            joined = _together(first, second, reason)
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
