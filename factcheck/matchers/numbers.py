"""Figures: the same thing counted, then the value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from factcheck.domain.analysis import (
    Analysis,
    DateMention,
    Hedge,
    Quantity,
    QuantityKind,
    Rate,
    UnitKind,
)
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.text.align import Alignment, Arguments, align, arguments, frame_of
from factcheck.text.bands import Fit, band, fit
from factcheck.text.comparatives import contrast_of
from factcheck.text.dates import same_day
from factcheck.text.equivalents import same, wider
from factcheck.text.figure_fit import as_share, asks_for, fit_reckoned, kinds_fit, points_meant, unit_fits, value_fit
from factcheck.text.figure_scope import (
    by_verb,
    elsewhere,
    joined_as_one,
    of_other_deed,
    of_part_only,
    of_whole_only,
    window,
)
from factcheck.text.hedges import BOUNDS
from factcheck.text.moves import (
    End,
    Move,
    alike,
    between,
    date_of,
    days_fit,
    end_of,
    is_level,
    more_or_less,
    moves,
    reckon,
    says_how_far,
)
from factcheck.text.movewords import direction
from factcheck.text.numbers import share
from factcheck.text.rates import Pace, pace
from factcheck.text.shared_nouns import KIND_OF

_DIGITS = re.compile(r"\d+")
_CHAIN = re.compile(r"(?<![\w.,])\d{1,4}(?:\s?[-–]\s?\d{1,4}|\s\d{1,4}){2,}(?![\w,])")
_OF_REACH = 24  # code points before a total in which "of" stands: "of the hospital's 400 beds"
_NEEDS_THING = frozenset(
    {
        QuantityKind.COUNT,
        QuantityKind.PERCENT,
        QuantityKind.MONEY,
        QuantityKind.MEASURE,
        QuantityKind.RATIO,
        QuantityKind.POINTS,
        QuantityKind.ORDINAL,
    }
)
_OWNING = frozenset({"'s", "’s", "'", "’", "of", "of the", "at", "at the"})
# What a figure that the source states does to the claim's, and below it one that was worked out.
_VALUES = {
    Fit.INSIDE: (Outcome.AGREES, "agrees with"),
    Fit.OVERLAPS: (Outcome.NOT_COMPARABLE, "neither fits nor excludes"),
    Fit.OUTSIDE: (Outcome.DIFFERS, "is outside"),
}
_ORDER = tuple(_VALUES)
_ANSWERS = {
    Fit.INSIDE: (Outcome.AGREES, "agrees with"),
    Fit.OVERLAPS: (Outcome.NOT_COMPARABLE, "neither fits nor excludes"),
    Fit.OUTSIDE: (Outcome.DIFFERS, "is not"),
}
_OUTCOMES = (Outcome.AGREES, Outcome.NOT_COMPARABLE, Outcome.DIFFERS)


def compare(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:
    """One comparison for each figure of the claim."""
    yield from _designators(asserted, said)
    alignment = align(asserted, said) if asserted.quantities else None
    for figure in asserted.quantities:
        if alignment is not None and not _ranked(asserted, figure):
            yield _compare_figure(asserted, said, alignment, figure)
    yield from _rates(asserted, said)


def _designators(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:
    """Numbers that name rather than count ("category 5", "Boeing 737") must stand in the passage as they are."""
    read = [(q.start, q.end) for q in asserted.quantities] + [(d.start, d.end) for d in asserted.dates]
    read += [(q.start, q.end) for q in asserted.quotations] + [(r.start, r.end) for r in asserted.rates]
    there = {word for _, _, word in said.tokens}
    chains = {"-".join(_DIGITS.findall(chain)) for chain in _CHAIN.findall(said.text)}
    free = [row for row in asserted.tokens if not any(a <= row[0] < b for a, b in read)]
    for start, end, word in free:
        if word[0].isdigit() and ":" not in word and word not in there:
            yield Comparison(
                Aspect.NUMBER, Outcome.NOT_STATED, f"number: {word} is not stated", "designator-absent", (start, end)
            )
    starts = {start for start, _, _ in free}
    for found in _CHAIN.finditer(asserted.text):  # a season of 7-4-1 is not one of 7-3-1, though both hold 7 and 1
        if found.start() in starts and "-".join(_DIGITS.findall(found[0])) not in chains:
            reason = f"number: {found[0]} is not stated"
            yield Comparison(Aspect.NUMBER, Outcome.NOT_STATED, reason, "designator-absent", found.span())


def _rates(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:
    """How often, for each rate of the claim.

    Rates of figures are never converted: 12 a month may be 144 a year or not. An attribute ("the monthly report") of another length is another
    thing rather than a denial.
    """
    counted = any(q.kind is not QuantityKind.ORDINAL for q in asserted.quantities)
    dropped = [] if asserted.rates or not counted else _rated(said)
    if dropped:
        rate = dropped[0]
        reason = f"number: the source counts “{said.text[rate.start : rate.end]}”, which the claim does not say"
        yield Comparison(Aspect.NUMBER, Outcome.NOT_COMPARABLE, reason, "rate-dropped", None, (rate.start, rate.end))
    for rate in asserted.rates:
        here, wording = (rate.start, rate.end), asserted.text[rate.start : rate.end]
        if not said.rates:
            if not rate.loose:
                reason = f"number: “{wording}” is not stated"
                yield Comparison(Aspect.NUMBER, Outcome.NOT_STATED, reason, "rate-absent", here)
            continue
        order = (Pace.SAME, Pace.UNCLEAR, Pace.OTHER)
        verdict, found = min(((pace(rate, other), other) for other in said.rates), key=lambda row: order.index(row[0]))
        phrase = said.text[found.start : found.end]
        there = (found.start, found.end)
        if verdict is Pace.SAME:
            reason = f"number: “{phrase}” is as often as “{wording}”"
            yield Comparison(Aspect.NUMBER, Outcome.AGREES, reason, "rate-same", here, there)
        elif verdict is Pace.OTHER and not counted and not rate.loose and not found.loose and len(said.rates) == 1:
            reason = f"number: “{phrase}” is not “{wording}”"
            yield Comparison(Aspect.NUMBER, Outcome.DIFFERS, reason, "rate-other", here, there)
        else:
            reason = f"number: “{phrase}” neither fits nor excludes “{wording}”"
            yield Comparison(Aspect.NUMBER, Outcome.NOT_COMPARABLE, reason, "rate-unclear", here, there)


def _rated(said: Analysis) -> list[Rate]:
    """The rates right behind figures, when every figure of a passage has one: "500 cars a day"."""
    figures = [q for q in said.quantities if q.kind in (QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE)]
    ends = [max(q.end, q.unit_span[1] if q.unit_span else 0) for q in figures]
    found = [next((r for r in said.rates if 0 <= r.start - end <= 1), None) for end in ends]
    return [rate for rate in found if rate is not None] if None not in found else []


def _ranked(analysis: Analysis, figure: Quantity) -> bool:
    return figure.kind is QuantityKind.ORDINAL and any(r.start <= figure.start < r.end for r in analysis.ranks)


def _more_against_less(asserted: Analysis, said: Analysis, claimed: Quantity, found: Quantity) -> bool:
    """Whether one figure says how much more and the other how much less: "a fifth less fuel" and "20 percent more fuel"."""
    signs = more_or_less(asserted, claimed) * more_or_less(said, found)
    return signs < 0


def _other_end(asserted: Analysis, said: Analysis, claimed: Quantity, found: Quantity) -> bool:
    """Whether one figure is where a change starts, ends or how far it goes, and the other not: "fell to 15" is not "fell by 15"."""
    ends = {end_of(asserted, claimed), end_of(said, found)}
    if len(ends) == 1:
        return False
    if ends == {
        End.BY,
        End.NONE,
    }:  # "the increase was 20 percent" says by how much, too; "backed by two thirds" does not
        level, size = ((asserted, claimed), (said, found))
        if end_of(asserted, claimed) is End.BY:
            level, size = size, level
        nouns = [u for u in level[0].units if u.kind is UnitKind.NOUN and direction(u.key)]
        return says_how_far(*size) and not any(u.end <= level[1].start for u in nouns)
    return End.NONE not in ends or bool(ends & {End.FROM, End.MORE, End.TIMES})


def _with_noun(said: Analysis, figure: Quantity) -> Quantity:
    """The figure with the noun of the one before it, when the sentence leaves it out: "nine people died here and eight there"."""
    if figure.unit is not None or figure.kind is not QuantityKind.COUNT:
        return figure
    before = [
        q for q in said.quantities if q.end <= figure.start and q.kind is QuantityKind.COUNT and q.unit is not None
    ]
    between = said.text[before[-1].end : figure.start] if before else ""
    return replace(figure, unit=before[-1].unit) if " and " in between or ", " in between else figure


def _same_kind(asserted: Analysis, said: Analysis, claimed: Quantity, found: Quantity) -> bool:
    """Whether the claim counts the kind that a listed figure counts: "four gold" is no count of medals in general."""
    own = asserted.text[slice(*claimed.unit_span)].lower().split() if claimed.unit_span else []
    return _kind_word(said, found) in own


def _kind_word(said: Analysis, figure: Quantity) -> str:
    """The word right behind a listed figure: "gold" in "four gold, five silver"."""
    after = said.text[figure.end : figure.end + 30].lower().replace(",", " ").split()
    return after[0] if after else ""


def _candidates(
    asserted: Analysis, said: Analysis, alignment: Alignment, claimed: Quantity
) -> list[tuple[float, Quantity, bool]]:
    mine = window(asserted, claimed)
    found = []
    for figure in said.quantities:
        if not kinds_fit(claimed, figure):
            continue
        unit = unit_fits(claimed, _with_noun(said, figure))
        near = frozenset(window(said, figure))
        links = [alignment.links[n] for n in mine if alignment.links[n].said]
        shared = sum(1.0 for link in links if near.intersection(link.said) and not asserted.units[link.unit].light)
        thing = shared + (3.0 if unit else 0.0) + by_verb(asserted, said, alignment, claimed, figure)
        if unit is False and claimed.kind in (QuantityKind.COUNT, QuantityKind.ORDINAL, QuantityKind.MEASURE):
            continue
        if thing <= 0 and claimed.kind in _NEEDS_THING:
            continue
        if figure.rule == KIND_OF and not _same_kind(asserted, said, claimed, figure):
            continue
        if (
            _other_end(asserted, said, claimed, figure)
            or of_part_only(said, alignment, figure)
            or of_whole_only(said, alignment, figure)
        ):
            continue
        found.append((thing, figure, elsewhere(asserted, said, claimed, figure, mine, window(said, figure))))
    return sorted(found, key=lambda row: (-row[0], row[1].start))


def _phrase(analysis: Analysis, figure: Quantity) -> str:
    if figure.start == figure.end:  # pinned by a typed check
        return f"{figure.value:,f}" if figure.value is not None else f"{figure.low} to {figure.high}"
    first = figure.hedge_span[0] if figure.hedge_span and figure.hedge_span[0] < figure.start else figure.start
    last = figure.unit_span[1] if figure.unit_span and figure.unit_span[1] > figure.end else figure.end
    return analysis.text[first:last]


def _end_phrase(analysis: Analysis, figure: Quantity) -> str:
    end = end_of(analysis, figure)
    return (f"{end.value} " if end in (End.TO, End.BY, End.FROM) else "") + _phrase(analysis, figure)


def _allowed(figure: Quantity, found: Quantity) -> str:
    """What the claim's figure allows, in brackets: for rough ones, and for round ones that are not met to the unit."""
    limits = band(figure)
    if limits.low is None or limits.high is None or limits.low == limits.high:
        return ""
    if figure.hedge is Hedge.EXACT and figure.value != found.value and figure.kind is found.kind:
        return f" ({_number(limits.low)} to {'under ' if limits.under else ''}{_number(limits.high)})"
    rough = figure.hedge in (Hedge.ABOUT, Hedge.NEARLY)
    return f" ({_number(limits.low)} to {_number(limits.high)})" if rough else ""


def _number(value: Decimal) -> str:
    """A value as a reader writes it, without idle noughts behind the point."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _compare_figure(asserted: Analysis, said: Analysis, alignment: Alignment, claimed: Quantity) -> Comparison:
    here = (claimed.start, claimed.end)
    wording = _phrase(asserted, claimed)
    found = _candidates(asserted, said, alignment, claimed)
    rows = [row for row in found if not of_other_deed(said, alignment, row[1])]
    kinds = _kinds(asserted, said, claimed) if rows else []
    if kinds:
        return _from_parts(said, claimed, kinds, here, wording)
    if not rows:
        return (
            _share_of_parts(said, claimed, here, wording)
            or _from_moves(asserted, said, alignment, claimed, wording)
            or _from_days(asserted, said, claimed, wording)
            or _of_unknown_deed(asserted, said, alignment, claimed, found)
            or _not_the_figure(asserted, said, claimed)
        )
    if all(apart for _, _, apart in rows):
        figure = rows[0][1]
        return Comparison(
            Aspect.NUMBER, Outcome.NOT_COMPARABLE, f"number: {_phrase(said, figure)} stands beside another place than {wording}",
            "number-elsewhere", here, (figure.start, figure.end),
        )  # fmt: skip
    rows = [row for row in rows if not row[2]]
    best = rows[0][0]
    close = [figure for thing, figure, _ in rows if thing >= best - 1.0]
    listed = [q for _, q, _ in rows if _is_kind(claimed, q) and any(joined_as_one(said, q, other) for other in close)]
    if len(listed) > 1 and any(q in close for q in listed):
        return _from_parts(said, claimed, listed, here, wording)
    verdicts = [
        (Fit.OUTSIDE if _more_against_less(asserted, said, claimed, figure) else value_fit(claimed, figure), figure)
        for figure in close
    ]
    fits = {verdict for verdict, _ in verdicts}
    mixed = claimed.hedge in BOUNDS and {Fit.INSIDE, Fit.OUTSIDE} <= fits  # "less than 146 million" of a part or of all
    if (Fit.INSIDE not in fits or mixed) and len({figure.value for figure in close}) > 1:
        return _from_parts(said, claimed, close, here, wording)
    verdict, figure = min(verdicts, key=lambda row: _ORDER.index(row[0]))
    return _by_value(asserted, said, claimed, figure, verdict, min(1.0, best / 4))


def _by_value(
    asserted: Analysis, said: Analysis, claimed: Quantity, figure: Quantity, verdict: Fit, weight: float
) -> Comparison:
    """What a figure of the same thing does to the claim's, by its value."""
    outcome, word = _VALUES[verdict]
    units = claimed.unit and figure.unit and not same(claimed.unit, figure.unit)
    if outcome is Outcome.DIFFERS and units and claimed.kind is QuantityKind.COUNT:
        outcome, word = Outcome.NOT_COMPARABLE, "counts only a kind of"
    hedged = outcome is Outcome.AGREES and figure.hedge is not Hedge.EXACT and claimed.hedge is Hedge.EXACT
    note = _allowed(claimed, figure) + (" (the source hedges it)" if hedged else "")
    return Comparison(
        Aspect.NUMBER, outcome, f"number: {_phrase(said, figure)} {word} {_phrase(asserted, claimed)}{note}",
        f"number-{verdict}", (claimed.start, claimed.end), (figure.start, figure.end), weight,
    )  # fmt: skip


def _not_the_figure(asserted: Analysis, said: Analysis, claimed: Quantity) -> Comparison:
    """A figure of another thing or of another end of a change, where there is one; else none at all."""
    here = (claimed.start, claimed.end)
    other = next((q for q in said.quantities if q.kind is claimed.kind), None)
    if other is None:
        reason = f"number: {_phrase(asserted, claimed)} is not stated"
        return Comparison(Aspect.NUMBER, Outcome.NOT_STATED, reason, "number-absent", here)
    reason = f"number: {_phrase(said, other)} counts something else than {_phrase(asserted, claimed)}"
    if _other_end(asserted, said, claimed, other):
        ends = _end_phrase(said, other), _end_phrase(asserted, claimed)
        reason = f"number: {ends[0]} is another end of a change than {ends[1]}"
    return Comparison(
        Aspect.NUMBER, Outcome.NOT_COMPARABLE, reason, "number-other-thing", here, (other.start, other.end)
    )


def _of_unknown_deed(
    asserted: Analysis,
    said: Analysis,
    alignment: Alignment,
    claimed: Quantity,
    found: list[tuple[float, Quantity, bool]],
) -> Comparison | None:
    """The one figure of the same thing that a verb governs which the claim does not have: "filed 3,412 objections" for "handed in"."""
    here = [figure for _, figure, apart in found if not apart and unit_fits(claimed, figure)]
    if len(here) != 1 or asserted.main < 0 or alignment.said(asserted.main):
        return None
    tentative = {Fit.INSIDE: Outcome.AGREES, Fit.OUTSIDE: Outcome.DIFFERS}.get(value_fit(claimed, here[0]))
    if tentative is None:
        return None
    word = "agrees with" if tentative is Outcome.AGREES else "is outside"
    return Comparison(
        Aspect.NUMBER, Outcome.NOT_COMPARABLE, f"number: {_phrase(said, here[0])} {word} {_phrase(asserted, claimed)}, if the same deed is meant",
        "number-other-deed", (claimed.start, claimed.end), (here[0].start, here[0].end), tentative=tentative,
    )  # fmt: skip


def _is_kind(claimed: Quantity, found: Quantity) -> bool:
    """Whether a figure counts a kind of what the claim counts: men for people."""
    both = claimed.unit is not None and found.unit is not None and claimed.kind is QuantityKind.COUNT
    return both and not same(str(claimed.unit), str(found.unit)) and claimed.unit in wider(str(found.unit))


def _kinds(asserted: Analysis, said: Analysis, claimed: Quantity) -> list[Quantity]:
    """The kinds that a passage lists of what a claim counts as one: "four gold, five silver and two bronze medals" for medals."""
    last = next((q for q in reversed(said.quantities) if q.unit is not None and unit_fits(claimed, q)), None)
    kinds = [q for q in said.quantities if q.rule == KIND_OF and last is not None and q.unit == last.unit]
    if last is None or not kinds or claimed.kind is not QuantityKind.COUNT:
        return []
    own = asserted.text[slice(*claimed.unit_span)].lower().split() if claimed.unit_span else []
    return [] if any(_kind_word(said, q) in own for q in (*kinds, last)) else [*kinds, last]


def _share_of_parts(said: Analysis, claimed: Quantity, here: tuple[int, int], wording: str) -> Comparison | None:
    """A share worked out from a part and the total that the sentence states: "Of the 400 beds, 300 are occupied".

    Another share differs when the sentence has no figures but this part and this total, and the total counts what the claim's share is of.
    """
    if share(claimed) is None:
        return None
    pairs = _parts_and_totals(said)
    if len({part for part, _, _, _ in pairs}) > 1:
        return None  # "of the 90, 20 own a tractor and 60 a horse"
    for part, whole, first, last in pairs:
        if not 0 < part < whole:
            continue
        stated = replace(claimed, hedge=Hedge.EXACT)
        verdict = fit(as_share(claimed, share(claimed) or part), as_share(stated, part / whole))
        sure = len(pairs) == 1 and len(said.quantities) == 2 and claimed.unit is not None
        if verdict is Fit.INSIDE or (verdict is Fit.OUTSIDE and sure and unit_fits(claimed, last)):
            outcome, word = _ANSWERS[verdict]
            span = (min(first.start, last.start), max(first.end, last.end))
            reason = f"number: {_phrase(said, first)} of {whole:,f} is {part / whole * 100:.0f} percent, which {word} {wording}"
            return Comparison(Aspect.NUMBER, outcome, reason, "number-share", here, span, 0.9)
    return None


def _parts_and_totals(said: Analysis) -> list[tuple[Decimal, Decimal, Quantity, Quantity]]:
    """The parts with their totals that a sentence states; the votes of the side that won are a part of all votes cast."""
    counts = [q for q in said.quantities if q.kind is QuantityKind.COUNT and q.value and q.hedge is Hedge.EXACT]
    pairs = [(q.value, q.of, q, q) for q in counts if q.of and q.value]
    votes = [q for q in said.quantities if q.kind is QuantityKind.SCORE and q.hedge is Hedge.EXACT]
    pairs += [(q.value, q.value + q.of, q, q) for q in votes if q.value and q.of and q.value > q.of]
    for won, lost in pairwise(counts):  # "by 60 votes to 40"
        to = said.text[won.end : lost.start].lower().split()
        if to == ["votes", "to"] and won.value and lost.value and won.value > lost.value:
            pairs.append((won.value, won.value + lost.value, won, won))
    for total in counts:
        if "of" in said.text[max(0, total.start - _OF_REACH) : total.start].lower().split():
            alike = [q for q in counts if q is not total and q.unit in (None, total.unit)]
            pairs += [(q.value, total.value, q, total) for q in alike if q.value and total.value]
    return pairs


def _same_moves(asserted: Analysis, said: Analysis, alignment: Alignment, mine: Move) -> list[tuple[Move, bool]]:
    """The changes of the passage that may be the claim's, and whether each is surely one of the same thing."""
    found = []
    every = moves(said)
    claimed = frame_of(asserted, mine.unit)
    for move in every:
        if move.unit not in alignment.said(mine.unit) and not _opposed(mine, move):
            continue
        if any(of_part_only(said, alignment, figure) for figure in move.parts):
            continue
        frame = frame_of(said, move.unit)
        match = arguments(asserted, said, alignment, claimed, frame) if claimed and frame else Arguments.OPEN
        if match is Arguments.FIT or (match is Arguments.OPEN and len(every) == 1):
            found.append((move, match is Arguments.FIT))
    return found


def _told_fully(asserted: Analysis, said: Analysis, alignment: Alignment, mine: Move, move: Move) -> bool:
    """Whether a change has the claim's days and, if the claim says who or what brought it about, that too.

    "Output fell from 90 to 45 tonnes before the strike" does not say that the strike halved output; whose profit it is that rose has doubled it.
    """
    days = [date_of(said, figure) if figure is not None else None for figure in (move.old, move.new)]
    if not days_fit(asserted.dates, *days):
        return False
    claimed, found = frame_of(asserted, mine.unit), frame_of(said, move.unit)
    if claimed is None or found is None or not claimed.agents or not claimed.patients or found.patients:
        return True
    doers = [said.units[n] for agent in claimed.agents for n in alignment.said(agent)]
    things = [said.units[n] for thing in claimed.patients for n in alignment.said(thing)]
    between = [said.text[a.end : b.start] for a in doers for b in things] + [
        said.text[b.end : a.start] for a in doers for b in things
    ]
    return not between or any(words.strip() in _OWNING for words in between)


def _opposed(mine: Move, move: Move) -> bool:
    return mine.sign * move.sign < 0


def _from_moves(
    asserted: Analysis, said: Analysis, alignment: Alignment, claimed: Quantity, wording: str
) -> Comparison | None:
    """The size of a change, or an end of it, from the figures that the passage gives for the same change."""
    mine = next((move for move in moves(asserted) if claimed in move.parts), None)
    end = end_of(asserted, claimed)
    if mine is None:
        return None
    here = (claimed.start, claimed.end)
    answers = []
    for move, sure in _same_moves(asserted, said, alignment, mine):
        there = (move.parts[0].start, move.parts[-1].end)
        for made in reckon(move, said):
            if not asks_for(claimed, end, made.figure):
                continue
            verdict = fit_reckoned(claimed, made.figure)
            if made.sign * mine.sign < 0 and end in (End.BY, End.TIMES):
                verdict = Fit.OUTSIDE
            if verdict is Fit.INSIDE and not _told_fully(asserted, said, alignment, mine, move):
                verdict = Fit.OVERLAPS
            if verdict is Fit.OUTSIDE and (not sure or points_meant(claimed, move)):
                verdict = Fit.OVERLAPS
            outcome, word = _ANSWERS[verdict]
            reason = f"number: {made.words}, which {word} {wording}"
            answers.append(Comparison(Aspect.NUMBER, outcome, reason, f"number-change-{verdict}", here, there, 0.9))
    return min(answers, key=lambda c: _OUTCOMES.index(c.outcome), default=None)


def _from_days(asserted: Analysis, said: Analysis, claimed: Quantity, wording: str) -> Comparison | None:
    """How much more or less than on another day: "50 more in June than in May" from "130 in May and 180 in June"."""
    contrast = contrast_of(asserted)
    levels = [q for q in said.quantities if is_level(said, q)]
    if end_of(asserted, claimed) is not End.MORE or contrast is None or len(levels) != 2 or not alike(*levels):
        return None
    here, there = (claimed.start, claimed.end), (levels[0].start, levels[1].end)
    after = [day for day in asserted.dates if day.start > contrast.than]
    before = [day for day in asserted.dates if day.start < contrast.than]
    days = [date_of(said, q) or _month_of(said, q) for q in levels]
    if len(after) != 1 or len(before) > 1 or None in days:
        return None
    base = [q for q, day in zip(levels, days, strict=True) if day and same_day(day, after[0])]
    other = [
        q
        for q, day in zip(levels, days, strict=True)
        if day and (same_day(day, before[0]) if before else q not in base)
    ]
    if len(base) != 1 or len(other) != 1 or base == other or base[0].value is None or other[0].value is None:
        return None
    if claimed.unit and base[0].unit and claimed.kind is base[0].kind and unit_fits(claimed, base[0]) is False:
        return None
    sign = more_or_less(asserted, claimed)
    for made in between(base[0], base[0].value, other[0].value, stated=Move(-1, sign, base[0], other[0])):
        if asks_for(claimed, End.BY, made.figure) and fit_reckoned(claimed, made.figure) is Fit.INSIDE:
            reason = f"number: {made.words}, which agrees with {wording}"
            return Comparison(Aspect.NUMBER, Outcome.AGREES, reason, "number-difference", here, there, 0.9)
    return None


def _month_of(said: Analysis, figure: Quantity) -> DateMention | None:
    """The month without a year that stands right behind a figure."""
    following = min((q.start for q in said.quantities if q.start >= figure.end), default=len(said.text))
    return next((d for d in said.dates if d.month and figure.end <= d.start < following), None)


def _from_parts(
    said: Analysis, claimed: Quantity, parts: list[Quantity], here: tuple[int, int], wording: str
) -> Comparison:
    """Several figures of one thing, none of which is the claim's: their sum may be."""
    values = [figure.value for figure in parts]
    first, last = parts[0], parts[-1]
    listed = " and ".join(_phrase(said, figure) for figure in sorted(parts, key=lambda figure: figure.start))
    if all(value is not None and figure.hedge is Hedge.EXACT for value, figure in zip(values, parts, strict=True)):
        total = sum((value for value in values if value is not None), Decimal(0))
        whole = replace(first, value=total, low=total, high=total)
        if claimed.kind in (QuantityKind.COUNT, QuantityKind.MONEY) and fit(claimed, whole) is Fit.INSIDE:
            return Comparison(
                Aspect.NUMBER, Outcome.AGREES, f"number: {listed} make {total:,f}, which agrees with {wording}", "number-sum",
                here, (min(first.start, last.start), max(first.end, last.end)), 0.9,
            )  # fmt: skip
        if first.rule == KIND_OF and fit(claimed, whole) is Fit.OUTSIDE:
            return Comparison(
                Aspect.NUMBER, Outcome.DIFFERS, f"number: {listed} make {total:,f}, which is not {wording}", "number-kinds", here,
                (min(first.start, last.start), max(first.end, last.end)), 0.9,
            )  # fmt: skip
    return Comparison(
        Aspect.NUMBER, Outcome.NOT_COMPARABLE, f"number: the source has several figures ({listed}), none of them {wording}", "number-several", here,
        (first.start, first.end),
    )  # fmt: skip
