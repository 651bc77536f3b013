"""Figures: the same thing counted, then the value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from factcheck.domain.analysis import Analysis, Hedge, NameKind, Quantity, QuantityKind, Unit, UnitKind
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.text.align import Alignment, align, names_match, places_match
from factcheck.text.bands import Fit, band, fit
from factcheck.text.equivalents import same, wider
from factcheck.text.numbers import share
from factcheck.text.units import to_base
from factcheck.text.words import key

_WINDOW = 70
_OF_REACH = 24  # code points before a total in which "of" stands: "of the hospital's 400 beds"
# Verbs that only bring a figure up: "2018 saw 11,187 accidents".
_NEUTRAL = frozenset(
    map(
        key,
        "see record report register include feature number involve lead contain comprise bring count stage hold run operate own cover".split(),
    )
)
_POINT = Decimal("0.01")  # "one in three" is 32.5 to 33.5 percent
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


def compare(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:
    """One comparison for each figure of the claim."""
    yield from _designators(asserted, said)
    alignment = align(asserted, said) if asserted.quantities else None
    for figure in asserted.quantities:
        if alignment is not None and not _ranked(asserted, figure):
            yield _compare_figure(asserted, said, alignment, figure)


def _designators(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:
    """Numbers that name rather than count ("category 5", "Boeing 737") must stand in the passage as they are."""
    read = [(q.start, q.end) for q in asserted.quantities] + [(d.start, d.end) for d in asserted.dates]
    read += [(q.start, q.end) for q in asserted.quotations]
    there = {word for _, _, word in said.tokens}
    for start, end, word in asserted.tokens:
        if word[0].isdigit() and ":" not in word and not any(a <= start < b for a, b in read) and word not in there:
            yield Comparison(
                Aspect.NUMBER, Outcome.NOT_STATED, f"number: {word} is not stated", "designator-absent", (start, end)
            )


def _ranked(analysis: Analysis, figure: Quantity) -> bool:
    return figure.kind is QuantityKind.ORDINAL and any(r.start <= figure.start < r.end for r in analysis.ranks)


@lru_cache(maxsize=8192)
def window(analysis: Analysis, figure: Quantity) -> tuple[int, ...]:
    """Indices of the units that belong to a figure: from the figure before it to the one after it, near by, in its clause or the next words."""
    others = [q for q in analysis.quantities if q is not figure]
    left = max((q.end for q in others if q.end <= figure.start), default=0)
    right = min((q.start for q in others if q.start >= figure.end), default=len(analysis.text))
    left, right = max(left, figure.start - _WINDOW), min(right, figure.end + _WINDOW)
    return tuple(n for n, unit in enumerate(analysis.units) if unit.start >= left and unit.end <= right)


def _unit_fits(claimed: Quantity, found: Quantity) -> bool | None:
    """Whether two figures count the same thing; None when one of them does not say."""
    if claimed.unit is None or found.unit is None:
        return None
    if claimed.kind is QuantityKind.MEASURE:
        return claimed.unit == found.unit or _dimension(claimed) == _dimension(found) is not None
    return same(claimed.unit, found.unit) or claimed.unit in wider(found.unit)


def _dimension(figure: Quantity) -> str | None:
    base = to_base(figure)
    return base[1] if base else None


def _kinds_fit(claimed: Quantity, found: Quantity) -> bool:
    if claimed.kind is found.kind:
        return claimed.kind is not QuantityKind.MONEY or claimed.unit == found.unit
    pair = {claimed.kind, found.kind}
    return pair == {QuantityKind.PERCENT, QuantityKind.RATIO}


def _places(analysis: Analysis, indices: Sequence[int]) -> list[Unit]:
    known = {(name.start, name.end) for name in analysis.names if name.kind is NameKind.PLACE}
    names = [analysis.units[n] for n in indices if analysis.units[n].kind is UnitKind.NAME]
    return [unit for unit in names if (unit.start, unit.end) in known or _after_in(analysis, unit)]


def _own(places: list[Unit], figure: int) -> list[Unit]:
    """The places behind a figure, else those before it: in "52 in Iraq and 75 in Syria" each has its own."""
    behind = [unit for unit in places if unit.start > figure]
    return behind or places


def _elsewhere(
    asserted: Analysis, said: Analysis, figure: Quantity, other: Quantity, claimed: Sequence[int], found: Sequence[int]
) -> bool:
    """Whether the source's figure stands beside another place than the claim's: 900 in Syria says nothing about Iraq."""
    wanted = _own(_places(asserted, claimed), figure.start)
    there = _own(_places(said, found), other.start)
    if not wanted or not there:
        return False
    lead = [unit for unit in wanted if _after_in(asserted, unit)]
    if not lead or not any(_after_in(said, unit) for unit in there):
        return False
    return not any(names_match(a.key, b.key) or places_match(a.key, b.key) for a in lead for b in there)


def _other_deed(said: Analysis, alignment: Alignment, figure: Quantity) -> bool:
    """Whether a verb that the claim does not have governs what is counted: "three troops were injured" is no count of the troops."""
    if figure.unit_span is None:
        return False
    first, last = figure.unit_span
    counted = {n for n, unit in enumerate(said.units) if unit.start >= first and unit.end <= last}
    governing = [f for f in said.frames if counted.intersection((*f.agents, *f.patients))]
    if any(f.verb in alignment.reverse for f in governing):
        return False
    for frame in governing:
        verb = said.units[frame.verb]
        if (
            not verb.light
            and not frame.relative
            and verb.key not in _NEUTRAL
            and abs(verb.start - figure.start) < _WINDOW
        ):
            return True
    return False


def _after_in(analysis: Analysis, unit: Unit) -> bool:
    before = analysis.text[max(0, unit.start - 14) : unit.start].lower().split()
    return bool({"in", "at", "near", "from", "across", "throughout", "inside"} & set(before[-2:]))


def _end(analysis: Analysis, figure: Quantity) -> str:
    """The preposition that says which end of a change a figure is: "to", "by", "from", or nothing."""
    start = figure.hedge_span[0] if figure.hedge_span and figure.hedge_span[0] < figure.start else figure.start
    before = analysis.text[max(0, start - 8) : start].lower().split()
    return before[-1] if before and before[-1] in ("to", "by", "from") else ""


def _by_verb(asserted: Analysis, said: Analysis, alignment: Alignment, claimed: Quantity, found: Quantity) -> float:
    """Whether two figures stand with one verb: in "killed three and injured 25" the verb tells them apart."""
    mine, theirs = _governor(asserted, claimed), _governor(said, found)
    if mine < 0 or theirs < 0 or not alignment.said(mine):
        return 0.0
    return 2.0 if theirs in alignment.said(mine) else -2.0


@lru_cache(maxsize=8192)
def _governor(analysis: Analysis, figure: Quantity) -> int:
    """Index of the verb that a figure stands with: the last one before it in its clause, else the first one after it; -1 for none."""
    verbs = [n for n, unit in enumerate(analysis.units) if unit.kind is UnitKind.VERB and not unit.light]
    clause = next((unit.clause for unit in analysis.units if unit.start >= figure.start), -1)
    before = [n for n in verbs if analysis.units[n].end <= figure.start and analysis.units[n].clause == clause]
    if before:
        return before[-1]
    return next((n for n in verbs if analysis.units[n].start >= figure.end), -1)


def _is_difference(analysis: Analysis, figure: Quantity) -> bool:
    """Whether a figure says by how much: "50 bicycles more than", "a fifth less"."""
    last = max(figure.end, figure.unit_span[1] if figure.unit_span else 0)
    return analysis.text[last : last + 9].lower().split()[:1] in (["more"], ["less"], ["fewer"], ["higher"], ["lower"])


def _other_end(asserted: Analysis, said: Analysis, claimed: Quantity, found: Quantity) -> bool:
    """Whether one figure is where a change starts, ends or how far it goes, and the other not: "fell to 15" is not "fell by 15"."""
    if _is_difference(asserted, claimed) is not _is_difference(said, found):
        return True
    ends = {_end(asserted, claimed), _end(said, found)}
    return len(ends) == 2 and ("from" in ends or "" not in ends)


def _narrowed(said: Analysis, alignment: Alignment, figure: Quantity) -> bool:
    """Whether a rate is that of a part only: "youth unemployment stood at 17 percent" is no figure for unemployment."""
    if figure.kind not in (QuantityKind.PERCENT, QuantityKind.MONEY, QuantityKind.MEASURE):
        return False
    for n in alignment.reverse:
        unit = said.units[n]
        if unit.kind is UnitKind.NOUN and n and unit.end < figure.start and abs(unit.end - figure.start) < _WINDOW:
            before = said.units[n - 1]
            if (
                before.kind in (UnitKind.NOUN, UnitKind.NAME)
                and before.end + 1 == unit.start
                and n - 1 not in alignment.reverse
                and not before.light
            ):
                return True
    return False


def _with_noun(said: Analysis, figure: Quantity) -> Quantity:
    """The figure with the noun of the one before it, when the sentence leaves it out: "nine people died here and eight there"."""
    if figure.unit is not None or figure.kind is not QuantityKind.COUNT:
        return figure
    before = [
        q for q in said.quantities if q.end <= figure.start and q.kind is QuantityKind.COUNT and q.unit is not None
    ]
    between = said.text[before[-1].end : figure.start] if before else ""
    return replace(figure, unit=before[-1].unit) if " and " in between or ", " in between else figure


def _candidates(
    asserted: Analysis, said: Analysis, alignment: Alignment, claimed: Quantity
) -> list[tuple[float, Quantity, bool]]:
    mine = window(asserted, claimed)
    found = []
    for figure in said.quantities:
        if not _kinds_fit(claimed, figure):
            continue
        unit = _unit_fits(claimed, _with_noun(said, figure))
        near = frozenset(window(said, figure))
        links = [alignment.links[n] for n in mine if alignment.links[n].said]
        shared = sum(1.0 for link in links if near.intersection(link.said) and not asserted.units[link.unit].light)
        thing = shared + (3.0 if unit else 0.0) + _by_verb(asserted, said, alignment, claimed, figure)
        if unit is False and claimed.kind in (QuantityKind.COUNT, QuantityKind.ORDINAL, QuantityKind.MEASURE):
            continue
        if thing <= 0 and claimed.kind in _NEEDS_THING:
            continue
        if (
            _other_deed(said, alignment, figure)
            or _other_end(asserted, said, claimed, figure)
            or _narrowed(said, alignment, figure)
        ):
            continue
        found.append((thing, figure, _elsewhere(asserted, said, claimed, figure, mine, window(said, figure))))
    return sorted(found, key=lambda row: (-row[0], row[1].start))


def _phrase(analysis: Analysis, figure: Quantity) -> str:
    if figure.start == figure.end:  # pinned by a typed check
        return f"{figure.value:,f}" if figure.value is not None else f"{figure.low} to {figure.high}"
    first = figure.hedge_span[0] if figure.hedge_span and figure.hedge_span[0] < figure.start else figure.start
    last = figure.unit_span[1] if figure.unit_span and figure.unit_span[1] > figure.end else figure.end
    return analysis.text[first:last]


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
    rows = _candidates(asserted, said, alignment, claimed)
    if not rows:
        worked_out = _share_of_parts(said, claimed, here, wording)
        if worked_out is not None:
            return worked_out
        others = [q for q in said.quantities if q.kind is claimed.kind]
        if others:
            return Comparison(
                Aspect.NUMBER, Outcome.NOT_COMPARABLE, f"number: {_phrase(said, others[0])} counts something else than {wording}",
                "number-other-thing", here, (others[0].start, others[0].end),
            )  # fmt: skip
        return Comparison(Aspect.NUMBER, Outcome.NOT_STATED, f"number: {wording} is not stated", "number-absent", here)
    if all(elsewhere for _, _, elsewhere in rows):
        figure = rows[0][1]
        return Comparison(
            Aspect.NUMBER, Outcome.NOT_COMPARABLE, f"number: {_phrase(said, figure)} stands beside another place than {wording}",
            "number-elsewhere", here, (figure.start, figure.end),
        )  # fmt: skip
    rows = [row for row in rows if not row[2]]
    best = rows[0][0]
    close = [figure for thing, figure, _ in rows if thing >= best - 1.0]
    verdicts = [(_fit(claimed, figure), figure) for figure in close]
    if not any(verdict is Fit.INSIDE for verdict, _ in verdicts) and len({figure.value for figure in close}) > 1:
        return _from_parts(said, claimed, close, here, wording)
    for wanted, outcome, word in (
        (Fit.INSIDE, Outcome.AGREES, "agrees with"),
        (Fit.OVERLAPS, Outcome.NOT_COMPARABLE, "neither fits nor excludes"),
        (Fit.OUTSIDE, Outcome.DIFFERS, "is outside"),
    ):
        for verdict, figure in verdicts:
            if verdict is wanted:
                if (
                    outcome is Outcome.DIFFERS
                    and claimed.unit
                    and figure.unit
                    and not same(claimed.unit, figure.unit)
                    and claimed.kind is QuantityKind.COUNT
                ):
                    outcome, word = Outcome.NOT_COMPARABLE, "counts only a kind of"  # noqa: PLW2901
                hedged = (
                    " (the source hedges it)"
                    if outcome is Outcome.AGREES and figure.hedge is not Hedge.EXACT and claimed.hedge is Hedge.EXACT
                    else ""
                )
                return Comparison(
                    Aspect.NUMBER, outcome, f"number: {_phrase(said, figure)} {word} {wording}{_allowed(claimed, figure)}{hedged}",
                    f"number-{wanted}", here, (figure.start, figure.end), min(1.0, best / 4),
                )  # fmt: skip
    raise AssertionError(verdicts)


def _share_of_parts(said: Analysis, claimed: Quantity, here: tuple[int, int], wording: str) -> Comparison | None:
    """A share worked out from a part and the total that the sentence states: "Of the 400 beds, 300 are occupied"."""
    if share(claimed) is None:
        return None
    counts = [q for q in said.quantities if q.kind is QuantityKind.COUNT and q.value and q.hedge is Hedge.EXACT]
    pairs = [(q.value, q.of, q, q) for q in counts if q.of and q.value]
    for total in counts:
        if "of" in said.text[max(0, total.start - _OF_REACH) : total.start].lower().split():
            alike = [q for q in counts if q is not total and q.unit in (None, total.unit)]
            pairs += [(q.value, total.value, q, total) for q in alike if q.value and total.value]
    for part, whole, first, last in pairs:
        if not 0 < part < whole:
            continue
        stated = replace(claimed, hedge=Hedge.EXACT)
        if fit(_as_share(claimed, share(claimed) or part), _as_share(stated, part / whole)) is Fit.INSIDE:
            span = (min(first.start, last.start), max(first.end, last.end))
            reason = f"number: {_phrase(said, first)} of {whole:,f} is {part / whole * 100:.0f} percent, which agrees with {wording}"
            return Comparison(Aspect.NUMBER, Outcome.AGREES, reason, "number-share", here, span, 0.9)
    return None


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
    return Comparison(
        Aspect.NUMBER, Outcome.NOT_COMPARABLE, f"number: the source has several figures ({listed}), none of them {wording}", "number-several", here,
        (first.start, first.end),
    )  # fmt: skip


def _fit(claimed: Quantity, found: Quantity) -> Fit:
    mine, theirs = share(claimed), share(found)
    if claimed.kind is not found.kind and mine is not None and theirs is not None:
        return fit(_as_share(claimed, mine), _as_share(found, theirs))
    if (
        claimed.of is not None
        and found.of is not None
        and claimed.value is not None
        and found.value is not None
        and claimed.of != found.of
    ):
        return Fit.INSIDE if {claimed.value, claimed.of} == {found.value, found.of} else Fit.OUTSIDE
    if claimed.kind is QuantityKind.MEASURE and claimed.unit != found.unit:
        a, b = to_base(claimed), to_base(found)
        if a and b:
            return fit(_converted(claimed, a[0]), _converted(found, b[0]))
    return fit(claimed, found)


def _as_share(figure: Quantity, value: Decimal) -> Quantity:
    return replace(figure, value=value, low=value, high=value, step=_POINT)


def _converted(figure: Quantity, value: Decimal) -> Quantity:
    """The figure in the base unit of its dimension, its bounds and its precision too."""
    if not figure.value:
        return figure
    factor = value / figure.value
    low = None if figure.low is None else figure.low * factor
    high = None if figure.high is None else figure.high * factor
    return replace(figure, value=value, low=low, high=high, step=figure.step * factor)
