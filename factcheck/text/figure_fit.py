"""How two figures lie to one another: of one kind, of one thing, and their values, those worked out included."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.domain.analysis import Hedge, Quantity, QuantityKind
from factcheck.text.bands import Fit, fit
from factcheck.text.equivalents import same, wider
from factcheck.text.moves import End, Move
from factcheck.text.multiples import FOLD
from factcheck.text.numbers import share
from factcheck.text.units import to_base

_POINT = Decimal("0.01")  # "one in three" is 32.5 to 33.5 percent
_CONVERTED = frozenset({QuantityKind.MEASURE, QuantityKind.POINTS})
_NEAR_TIMES = Decimal("0.25")  # "doubled" is neither borne out nor disproved by 1.5 to 2.5 times
_HALF_POINT = Decimal("0.5")


def kinds_fit(claimed: Quantity, found: Quantity) -> bool:
    """Whether two figures may be compared at all: both counts, both of one currency, a share and its percentage."""
    if claimed.kind is found.kind:
        if FOLD in (claimed.unit, found.unit):
            return claimed.unit == found.unit
        return claimed.kind is not QuantityKind.MONEY or claimed.unit == found.unit
    pair = {claimed.kind, found.kind}
    return pair == {QuantityKind.PERCENT, QuantityKind.RATIO} and FOLD not in (claimed.unit, found.unit)


def unit_fits(claimed: Quantity, found: Quantity) -> bool | None:
    """Whether two figures count the same thing; None when one of them does not say."""
    if claimed.unit is None or found.unit is None:
        return None
    if claimed.kind in _CONVERTED:
        return claimed.unit == found.unit or _dimension(claimed) == _dimension(found) is not None
    return same(claimed.unit, found.unit) or claimed.unit in wider(found.unit)


def _dimension(figure: Quantity) -> str | None:
    base = to_base(figure)
    return base[1] if base else None


def value_fit(claimed: Quantity, found: Quantity) -> Fit:
    """How the value of a passage's figure lies to the claim's, with shares, records and units made alike first."""
    if claimed.unit == FOLD and claimed.hedge is Hedge.EXACT and found.hedge is Hedge.NEARLY:
        verdict = fit(claimed, found)
        return Fit.OVERLAPS if verdict is Fit.INSIDE else verdict  # what nearly doubled has not doubled
    mine, theirs = share(claimed), share(found)
    if claimed.kind is not found.kind and mine is not None and theirs is not None:
        return fit(as_share(claimed, mine), as_share(found, theirs))
    if (
        claimed.of is not None
        and found.of is not None
        and claimed.value is not None
        and found.value is not None
        and claimed.of != found.of
    ):
        return Fit.INSIDE if {claimed.value, claimed.of} == {found.value, found.of} else Fit.OUTSIDE
    if claimed.kind in _CONVERTED and claimed.unit != found.unit:
        a, b = to_base(claimed), to_base(found)
        if a and b:
            return fit(_converted(claimed, a[0]), _converted(found, b[0]))
    return fit(claimed, found)


def as_share(figure: Quantity, value: Decimal) -> Quantity:
    """The figure as a share from 0 to 1, exact to a percentage point."""
    return replace(figure, value=value, low=value, high=value, step=_POINT)


def _converted(figure: Quantity, value: Decimal) -> Quantity:
    """The figure in the base unit of its dimension, its bounds and its precision too."""
    if not figure.value:
        return figure
    factor = value / figure.value
    low = None if figure.low is None else figure.low * factor
    high = None if figure.high is None else figure.high * factor
    return replace(figure, value=value, low=low, high=high, step=figure.step * factor)


def asks_for(claimed: Quantity, end: End, made: Quantity) -> bool:
    """Whether what was worked out is what the claim's figure is: its share of the old figure, its amount, its end."""
    if made.rule.startswith("reckoned-"):
        return (
            made.rule == f"reckoned-{end.value}" and claimed.kind is made.kind and unit_fits(claimed, made) is not False
        )
    if end is End.TIMES:
        return made.unit == FOLD
    if end is not End.BY:
        return False
    if claimed.kind in (QuantityKind.PERCENT, QuantityKind.RATIO):
        return made.kind is QuantityKind.PERCENT
    if made.kind is QuantityKind.POINTS:
        return claimed.kind is QuantityKind.POINTS or (claimed.kind is QuantityKind.COUNT and claimed.unit == "point")
    return claimed.kind is made.kind and unit_fits(claimed, made) is not False


def fit_reckoned(claimed: Quantity, made: Quantity) -> Fit:
    """How a figure that was worked out lies to the claim's: a rise of 19.7 percent is one of 20, one of 22 is not."""
    if claimed.unit == FOLD:
        verdict = fit(claimed, made)
        times, wanted = made.value or Decimal(0), claimed.value or Decimal(0)
        close = abs(times - wanted) <= wanted * _NEAR_TIMES
        return Fit.OVERLAPS if verdict is Fit.OUTSIDE and close else verdict
    mine, theirs = share(claimed), share(made)
    if claimed.kind is QuantityKind.RATIO and mine is not None and theirs is not None:
        return fit(as_share(claimed, mine), replace(as_share(made, theirs), hedge=Hedge.EXACT))
    if claimed.kind is QuantityKind.PERCENT and claimed.hedge is Hedge.EXACT and claimed.value is not None:
        room = min(claimed.step / 2, _HALF_POINT)
        claimed = replace(claimed, low=claimed.value - room, high=claimed.value + room)
    return fit(claimed, made)


def points_meant(claimed: Quantity, move: Move) -> bool:
    """Whether a share may be meant as points: 41 to 45 percent is often called a rise of 4 percent."""
    level = move.old or move.new
    return claimed.kind is QuantityKind.PERCENT and level is not None and level.kind is QuantityKind.PERCENT
