"""How a figure moved: from what, to what, by how much, and what follows from it.

A sentence that says any two of these says the others: a rise from 50 to 60 is one of 10, of 20 percent, and to 1.2 times as much.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from factcheck.domain.analysis import Analysis, DateMention, DateRelation, Hedge, Quantity, QuantityKind, UnitKind
from factcheck.text.equivalents import same
from factcheck.text.movewords import direction
from factcheck.text.multiples import FOLD
from factcheck.text.units import TIME_UNITS

_REACH = 110  # code points behind a verb of change in which its figures stand
_GAP = 3  # code points between "20 percent" and "rise"
_ONE, _HUNDRED = Decimal(1), Decimal(100)
_SHARES = (QuantityKind.PERCENT, QuantityKind.RATIO)
_SIZES = (QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.PERCENT)
_PASSED_OVER = frozenset("a an the just only its their record total new another further mere whopping some".split())
_MORE = {"more": 1, "higher": 1, "less": -1, "fewer": -1, "lower": -1}


class End(StrEnum):
    """Which end of a change a figure is."""

    TO = "to"
    FROM = "from"
    BY = "by"
    TIMES = "times"  # "doubled", "three times as many"
    MORE = "more"  # how far two things lie apart: "50 bicycles more than"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A change of one figure.

    Attributes:
        unit: Index into `Analysis.units` of the word that says it.
        sign: 1 for up, -1 for down, 0 where the word does not say.
        old: Where it started.
        new: Where it ended.
        by: How far it went: an amount, a share of the old figure or percentage points.
        times: How many times the old figure the new one is.
    """

    unit: int
    sign: int
    old: Quantity | None = None
    new: Quantity | None = None
    by: Quantity | None = None
    times: Quantity | None = None

    @property
    def parts(self) -> tuple[Quantity, ...]:
        """The figures that it is made of, in the order of the text."""
        found = {figure.start: figure for figure in (self.old, self.new, self.by, self.times) if figure is not None}
        return tuple(found[start] for start in sorted(found))


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A figure that no sentence states but that follows from those it does.

    Attributes:
        figure: Its value, with the kind and unit of what it is.
        sign: 1 or -1 for a change up or down.
        words: How it follows, as a clause: "from 50 to 60 is a rise of 20 percent".
    """

    figure: Quantity
    sign: int
    words: str


def end_of(analysis: Analysis, figure: Quantity) -> End:
    """Which end of a change a figure is, as the words around it say; `NONE` for a level.

    Gets right: "rose 20 percent" (by), "to a record 8 percent" (to), "a 20 percent rise" (by), "50 more than" (more).
    Gets wrong: "gave to 40 people", where nothing changes; so it only ever tells two figures apart.
    """
    if figure.unit == FOLD:
        return End.TIMES
    if more_or_less(analysis, figure):
        return End.MORE
    start = figure.hedge_span[0] if figure.hedge_span and figure.hedge_span[0] < figure.start else figure.start
    before = analysis.text[max(0, start - 8) : start].lower().split()
    if before and before[-1] in ("to", "by", "from"):
        return End(before[-1])
    words = analysis.text[max(0, start - 40) : start].lower().split()
    while words and words[-1] in _PASSED_OVER:
        words.pop()
    if _moves_by(analysis, figure, start):
        return End.BY
    return End(words[-1]) if words and words[-1] in ("to", "by", "from") and near_move(analysis, figure) else End.NONE


def more_or_less(analysis: Analysis, figure: Quantity) -> int:
    """1 for a figure that says how much more ("50 bicycles more"), -1 for how much less, 0 for any other."""
    last = max(figure.end, figure.unit_span[1] if figure.unit_span else 0)
    after = analysis.text[last : last + 9].lower().split()
    right = analysis.text[figure.end : figure.end + 9].lower().split()
    if right and right[0] in _MORE and " than " in analysis.text[figure.end :]:  # "80 more cows than"
        return _MORE[right[0]]
    return _MORE.get(after[0], 0) if after else 0


def _way(analysis: Analysis, n: int) -> int | None:
    """The direction that a unit says; none for the particle of another verb: "the storm brought down 48 trees"."""
    unit = analysis.units[n]
    before = analysis.units[n - 1] if n and unit.text.lower() in ("up", "down") else None
    if before is not None and before.kind is UnitKind.VERB and unit.start - before.end == 1:
        return None
    return direction(unit.key)


@lru_cache(maxsize=4096)
def _movers(analysis: Analysis) -> tuple[int, ...]:
    """Indices of the units that say that something moved."""
    return tuple(n for n in range(len(analysis.units)) if _way(analysis, n) is not None)


def near_move(analysis: Analysis, figure: Quantity) -> bool:
    """Whether a word of change stands before a figure: "rose by 20 percent", and not "backed by 20 percent"."""
    return any(0 <= figure.start - analysis.units[n].end < _REACH for n in _movers(analysis))


def says_how_far(analysis: Analysis, figure: Quantity) -> bool:
    """Whether a figure is the size of a change for sure."""
    return near_move(analysis, figure) or _moves_by(analysis, figure, figure.start)


def _moves_by(analysis: Analysis, figure: Quantity, start: int) -> bool:
    """Whether a figure stands right behind a verb of change ("rose 20 percent"), in "a rise of 20", or before it ("a 20 percent rise")."""
    if figure.kind not in (*_SIZES, QuantityKind.POINTS, QuantityKind.RATIO) or figure.unit in TIME_UNITS:
        return False
    if figure.rule == "majority" or figure.unit == FOLD:
        return False
    for n in _movers(analysis):
        unit = analysis.units[n]
        if not _way(analysis, n):
            continue
        between = analysis.text[unit.end : start].lower().split() if unit.end <= start else None
        if between is not None and len(between) <= 2:
            if unit.kind is UnitKind.VERB and not set(between) - _PASSED_OVER and _of_itself(analysis, n, figure):
                return True
            if "of" in between[:1] and not set(between[1:]) - _PASSED_OVER:
                return True
        if unit.kind is UnitKind.NOUN and 0 <= unit.start - figure.end <= _GAP:
            return True
    return False


# Verbs that a thing does to other things: "cut 500 jobs" and "raised 5 million" say no difference of a level.
_DONE_TO = frozenset("raise lift lose shed cut boost reduc lower expand slash trim hike".split())


def _of_itself(analysis: Analysis, n: int, figure: Quantity) -> bool:
    return analysis.units[n].key not in _DONE_TO or figure.kind in (*_SHARES, QuantityKind.POINTS)


@lru_cache(maxsize=4096)
def moves(analysis: Analysis) -> tuple[Move, ...]:
    """The changes that a sentence puts in figures, in order."""
    found = []
    for n in _movers(analysis):
        way, unit = _way(analysis, n), analysis.units[n]
        if way is None or unit.kind not in (UnitKind.VERB, UnitKind.NOUN):
            continue
        move = _read(analysis, n, way)
        if move.parts and (way or (move.old and move.new)):
            found.append(move)
    return tuple(found)


def _read(analysis: Analysis, n: int, way: int) -> Move:
    unit = analysis.units[n]
    stop = next(
        (
            other.start
            for k, other in enumerate(analysis.units)
            if k > n and ((other.kind is UnitKind.VERB and not other.light) or direction(other.key))
        ),
        len(analysis.text),
    )
    stop = min(stop, unit.end + _REACH)
    slots: dict[str, Quantity] = {}
    for figure in analysis.quantities:
        inside = unit.end <= figure.start < stop and ";" not in analysis.text[unit.end : figure.start]
        on_it = figure.start == unit.start or 0 <= unit.start - figure.end <= _GAP
        if not (inside or on_it) or figure.unit in TIME_UNITS:
            continue
        end = end_of(analysis, figure)
        if end is not End.NONE and end is not End.MORE and (inside or end in (End.BY, End.TIMES)):
            slots.setdefault(end.value, figure)
    if "to" not in slots and "from" in slots and unit.text.lower() in ("up", "down"):
        levels = [q for q in analysis.quantities if q.end <= unit.start and q.kind is slots["from"].kind]
        if levels and ";" not in analysis.text[levels[-1].end : unit.start]:
            slots["to"] = levels[-1]
    old, new = slots.get("from"), slots.get("to")
    if old and new:
        old, new = _as_other(old, new), _as_other(new, old)
        if not alike(old, new):
            old = new = None
    return Move(n, way, old, new, slots.get("by"), slots.get("times"))


def _as_other(figure: Quantity, other: Quantity) -> Quantity:
    """A bare number with the kind and unit of the other end: "to 15 million crowns from 12 million"."""
    bare = figure.kind is QuantityKind.COUNT and figure.unit_span is None
    return replace(figure, kind=other.kind, unit=other.unit) if bare else figure


def alike(old: Quantity, new: Quantity) -> bool:
    """Whether two figures can be the two ends of one change."""
    same_unit = old.unit is None or new.unit is None or same(old.unit, new.unit)
    return old.kind is new.kind and same_unit and old.kind in _SIZES


def _exact(figure: Quantity | None) -> Decimal | None:
    return figure.value if figure is not None and figure.hedge is Hedge.EXACT else None


def _ends(move: Move) -> tuple[Decimal, Decimal] | None:
    """The old and the new figure, worked out where one of them is not stated."""
    old, new = _exact(move.old), _exact(move.new)
    if old is not None and new is not None:
        return old, new
    times = growth(move)
    by, level = move.by, move.old or move.new
    if by is None or level is None or by.kind in _SHARES:
        size = None  # "rose by 4 percent to 45 percent" may mean points
    elif by.kind is QuantityKind.POINTS:
        size = _exact(by) if level.kind is QuantityKind.PERCENT and by.unit == "percentage-point" else None
    else:
        size = _exact(by) if alike(level, by) else None
    if level is None or (old is None and new is None):
        return None
    if times is not None and times > 0:
        return (old, old * times) if old is not None else (new / times, new) if new is not None else None
    if size is None or not move.sign:
        return None
    step = size * move.sign
    return (old, old + step) if old is not None else (new - step, new) if new is not None else None


def growth(move: Move) -> Decimal | None:
    """How many times the old figure the new one is, from a share or a multiple that the sentence states."""
    times, by = _exact(move.times), move.by
    if times is not None:
        return _ONE / times if move.sign < 0 and times > 1 else times
    stated = _exact(by)
    if by is None or stated is None or by.kind not in _SHARES or not move.sign:
        return None
    level = move.old or move.new
    if by.kind is QuantityKind.PERCENT and level is not None and level.kind is QuantityKind.PERCENT:
        return None  # "rose by 4 percent to 45 percent" may mean points
    part = stated / by.of if by.of else stated
    return _ONE + move.sign * (part / _HUNDRED if by.kind is QuantityKind.PERCENT else part)


def reckon(move: Move, analysis: Analysis) -> Iterator[Reckoned]:
    """What follows from a change: its size, its share of the old figure, how many times over, and the end that is not stated."""
    ends = _ends(move)
    level = move.old or move.new
    times = growth(move)
    if ends is not None and level is not None:
        yield from between(level, *ends, stated=move)
    elif times is not None:
        sign = 1 if times > 1 else -1
        told = analysis.text[move.parts[0].start : move.parts[0].end]
        base = move.parts[0]
        yield from _rates(base, times, sign, f"“{told}” is")


def between(level: Quantity, old: Decimal, new: Decimal, *, stated: Move) -> Iterator[Reckoned]:
    """What follows from an old and a new figure of one thing.

    Args:
        level: One of the two, for their kind and unit.
        old: The earlier value.
        new: The later value.
        stated: What the text says of it; an end that it leaves out is given too.
    """
    if stated.sign and (new - old) * stated.sign < 0:
        return  # the words and the figures do not go together
    sign = 1 if new > old else -1 if new < old else 0
    told = f"from {number(old)} to {number(new)} is"
    noun = "a rise of" if sign > 0 else "a fall of"
    size = abs(new - old)
    kind = QuantityKind.POINTS if level.kind is QuantityKind.PERCENT else level.kind
    unit = "percentage-point" if kind is QuantityKind.POINTS else level.unit
    what = f"{number(size)} points" if kind is QuantityKind.POINTS else number(size)
    yield Reckoned(_made(level, size, kind, unit), sign, f"{told} {noun} {what}")
    if old > 0 and new >= 0:
        yield from _rates(level, new / old, sign, told)
    way = noun.removesuffix(" of")
    if stated.old is None:
        words = f"{way} of {what} to {number(new)} starts at {number(old)}"
        yield Reckoned(replace(_made(level, old, level.kind, level.unit), rule="reckoned-from"), sign, words)
    if stated.new is None:
        words = f"{way} of {what} from {number(old)} ends at {number(new)}"
        yield Reckoned(replace(_made(level, new, level.kind, level.unit), rule="reckoned-to"), sign, words)


def _rates(base: Quantity, times: Decimal, sign: int, told: str) -> Iterator[Reckoned]:
    percent = abs(times - _ONE) * _HUNDRED
    noun = "a rise of" if sign > 0 else "a fall of"
    made = _made(base, percent, QuantityKind.PERCENT, "percent")
    yield Reckoned(made, sign, f"{told} {noun} {number(percent)} percent")
    yield Reckoned(_made(base, times, QuantityKind.RATIO, FOLD), sign, f"{told} {number(times)} times as much")


def _made(base: Quantity, value: Decimal, kind: QuantityKind, unit: str | None) -> Quantity:
    return replace(
        base, value=value, low=value, high=value, hedge=Hedge.EXACT, kind=kind, unit=unit, step=Decimal("0.01"), of=None,
        hedge_span=None, unit_span=None, rule="reckoned",
    )  # fmt: skip


def number(value: Decimal) -> str:
    """A value as a reader writes it: at most two places, no idle noughts behind the point."""
    text = f"{value:,.2f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_level(analysis: Analysis, figure: Quantity) -> bool:
    """Whether a figure is an exact one of an amount that may change: no length of time, no size of a change."""
    sized = figure.kind in _SIZES and figure.unit not in TIME_UNITS and figure.hedge is Hedge.EXACT
    return sized and end_of(analysis, figure) in (End.NONE, End.TO)


def date_of(analysis: Analysis, figure: Quantity) -> DateMention | None:
    """The date that stands with a figure: behind it and before the next one ("130 in May and 180 in June"), else before it."""
    following = min((q.start for q in analysis.quantities if q.start >= figure.end), default=len(analysis.text))
    behind = [d for d in analysis.dates if d.first and figure.end <= d.start < following]
    if behind:
        return behind[0]
    earlier = max((q.end for q in analysis.quantities if q.end <= figure.start), default=0)
    ahead = [d for d in analysis.dates if d.first and earlier <= d.start < figure.start]
    return ahead[-1] if ahead else None


def days_fit(told: Sequence[DateMention], old: DateMention | None, new: DateMention | None) -> bool:
    """Whether a change between two days is the one of the claim's day: "in 2020" is from 2019 on, "since 2012" from 2012 on.

    Args:
        told: The claim's dates.
        old: The day of the older figure.
        new: The day of the newer one.
    """
    if not told or old is None:
        return True
    if len(told) > 1 or told[0].first is None or new is None or new.first is None or old.last is None:
        return False
    day = told[0].first, told[0].last
    if told[0].relation is DateRelation.SINCE:
        return day == (old.first, old.last)
    next_to = (new.first - old.last).days == 1 and old.granularity is new.granularity
    return next_to and day == (new.first, new.last)


def in_time(dated: Sequence[tuple[Quantity, DateMention | None]]) -> tuple[Quantity, Quantity] | None:
    """The older and the newer of two figures, when each stands with a date of its own and the dates do not touch."""
    if len(dated) != 2 or any(day is None or day.first is None or day.last is None for _, day in dated):
        return None
    (one, early), (other, late) = sorted(dated, key=lambda row: str(row[1].first if row[1] else ""))
    if early is None or late is None or early.last is None or late.first is None or early.last >= late.first:
        return None
    return (one, other) if alike(one, other) else None
