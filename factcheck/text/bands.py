"""What a figure allows: the interval behind its wording."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from factcheck.domain.analysis import Hedge, Quantity, QuantityKind
from factcheck.domain.claim import Tolerance
from factcheck.text.multiples import FOLD

ABOUT = Decimal("0.1")
# How far rounding may reach: 2,500 may stand for 2,512, but 100 not for 130. Within this reach, but further off than two figures
# tell (50,000 and 48,200), a round figure neither bears a claim out nor proves it wrong.
ROUND_SMALL, ROUND_LARGE, LARGE = Decimal("0.025"), Decimal("0.05"), Decimal(1000)
ONE_WAY = Decimal("0.25")
_UPWARD = frozenset({Hedge.MORE_THAN, Hedge.AT_LEAST})
_DOWNWARD = frozenset({Hedge.LESS_THAN, Hedge.AT_MOST})


class Fit(StrEnum):
    """How a stated figure lies to a claimed one."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    OVERLAPS = "overlaps"


@dataclass(frozen=True, slots=True)
class Band:
    """An interval of values; None is open. `over` and `under` say that the bound itself is outside."""

    low: Decimal | None
    high: Decimal | None
    over: bool = False
    under: bool = False

    def holds(self, value: Decimal) -> bool:
        """Whether a value lies inside."""
        low = self.low is None or (value > self.low if self.over else value >= self.low)
        return low and (self.high is None or (value < self.high if self.under else value <= self.high))


def within(quantity: Quantity, tolerance: Tolerance | None) -> Quantity:
    """The figure with its bounds widened to a tolerance.

    Args:
        quantity: A figure of a claim.
        tolerance: What the policy allows; None leaves "about" at 10%.
    """
    if quantity.value is None or tolerance is None:
        return quantity
    room = abs(quantity.value) * tolerance.amount if tolerance.relative else tolerance.amount
    if not room:
        return replace(quantity, hedge=Hedge.EXACT, step=Decimal(0), low=quantity.value, high=quantity.value)
    return replace(quantity, low=quantity.value - room, high=quantity.value + room)


def band(quantity: Quantity) -> Band:
    """What a figure allows when it is claimed.

    Exact figures are taken at their own precision, never coarser than two figures: 2,500 is 2,450 to 2,549, and 50,000 is 49,500 to 50,499.
    "About" is 10% either way and "nearly" the 10% below unless a tolerance has been applied; the others are bounds.
    """
    value, step = quantity.value, quantity.step
    two_figures = Decimal(1).scaleb(value.adjusted() - 1) if value else step
    return _band(quantity, step if step <= 1 else min(step, two_figures))


def reach(quantity: Quantity) -> Band:
    """What a figure may still have been rounded from, to one figure if need be: a figure outside of it is another one.

    The same as `band` but for plain round figures: 50,000 is 47,500 to 52,499.
    """
    return _band(quantity, quantity.step)


def _band(quantity: Quantity, step: Decimal) -> Band:
    value = quantity.value
    if value is None or quantity.hedge in (Hedge.RANGE, Hedge.VAGUE):
        return Band(quantity.low, quantity.high)
    room = abs(value) * ABOUT
    widened = quantity.low != value or quantity.high != value
    match quantity.hedge:
        case Hedge.ABOUT:
            return Band(quantity.low, quantity.high) if widened else Band(value - room, value + room)
        case Hedge.NEARLY:
            return Band(quantity.low if widened and quantity.low is not None else value - room, value)
        case Hedge.MORE_THAN:
            return Band(value, None, over=True)
        case Hedge.AT_LEAST:
            return Band(value, None)
        case Hedge.LESS_THAN:
            return Band(None, value, under=True)
        case Hedge.AT_MOST:
            return Band(None, value)
        case _:
            if widened:
                return Band(quantity.low, quantity.high)
            if quantity.kind in (QuantityKind.ORDINAL, QuantityKind.SCORE, QuantityKind.AGE) or (
                quantity.unit != FOLD and quantity.step <= 1 and value == value.to_integral_value() and abs(value) < 100
            ):
                return Band(value, value)
            half = min(step / 2, abs(value) * (ROUND_LARGE if abs(value) >= LARGE else ROUND_SMALL))
            return Band(value - half, value + half, under=True) if half else Band(value, value)


def stated(quantity: Quantity) -> Band:
    """What a figure allows when a source states it: like `band`, but an exact figure is that one value."""
    if quantity.hedge is Hedge.EXACT and quantity.value is not None:
        return Band(quantity.value, quantity.value)
    return band(quantity)


def _below(a: Band, b: Band) -> bool:
    """Whether all of `a` lies under all of `b`."""
    if a.high is None or b.low is None:
        return False
    return a.high < b.low or (a.high == b.low and (a.under or b.over))


def _close(a: Decimal | None, b: Decimal | None) -> bool:
    return a is not None and b is not None and abs(a - b) <= abs(a) * ABOUT


def _one_way(claimed: Quantity, said: Quantity) -> bool:
    """Whether both are bounds on one side but far apart: "more than 50" is true of "more than 100", and still another figure."""
    pair = {claimed.hedge, said.hedge}
    if not (pair <= _UPWARD or pair <= _DOWNWARD) or claimed.value is None or said.value is None:
        return False
    return abs(claimed.value - said.value) > abs(claimed.value) * ONE_WAY


def _same_range(claimed: Quantity, said: Quantity) -> bool:
    return _close(claimed.low, said.low) and _close(claimed.high, said.high)


def fit(claimed: Quantity, said: Quantity) -> Fit:
    """How a source's figure lies to a claim's.

    A source's "about 2,500" counts as 2,500 when that value is inside the claim's band; it is outside only when the whole of its own band is.
    An exact figure that only coarse rounding brings to the claim's (48,200 and 50,000) overlaps.
    """
    allowed, limits, found = band(claimed), reach(claimed), stated(said)
    if _below(found, limits) or _below(limits, found):
        return Fit.OUTSIDE
    if said.value is not None and said.hedge in (Hedge.EXACT, Hedge.ABOUT, Hedge.NEARLY):
        if allowed.holds(said.value):
            return Fit.INSIDE
        return Fit.OVERLAPS if said.hedge is not Hedge.EXACT or limits.holds(said.value) else Fit.OUTSIDE
    if _one_way(claimed, said) or (
        claimed.hedge is Hedge.RANGE and said.hedge is Hedge.RANGE and not _same_range(claimed, said)
    ):
        return Fit.OVERLAPS
    same_bound = said.hedge is claimed.hedge and said.value is not None and said.value == claimed.value
    low_inside = allowed.low is None or (
        found.low is not None
        and (found.low > allowed.low or (found.low == allowed.low and (found.over or not allowed.over)))
    )
    high_inside = allowed.high is None or (
        found.high is not None
        and (found.high < allowed.high or (found.high == allowed.high and (found.under or not allowed.under)))
    )
    if same_bound or (low_inside and high_inside):
        return Fit.INSIDE
    if claimed.hedge is Hedge.ABOUT and said.value is not None and allowed.holds(said.value):
        return Fit.INSIDE
    return Fit.OVERLAPS
