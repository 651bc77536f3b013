"""Laws of figures that are worked out, and of how often.

Each was seen to fail once with the line that it guards broken on purpose.
"""

from __future__ import annotations

from decimal import Decimal

from hypothesis import assume, example, given
from hypothesis import strategies as st

from factcheck import Checker, Corpus
from factcheck.domain.analysis import QuantityKind
from factcheck.domain.verdict import Label
from factcheck.text.analyse import analyse
from factcheck.text.moves import moves, reckon
from factcheck.text.multiples import FOLD
from factcheck.text.rates import Pace, pace

LEVELS = st.integers(min_value=2, max_value=900_000)
PERCENTS = st.integers(min_value=1, max_value=400)
THINGS = st.sampled_from(["The ferry fare", "Rainfall", "The herd", "Output of the mine", "The price of salt"])


def label(claim: str, said: str) -> Label:
    return Checker(Corpus.from_texts([said])).check(claim).label


def sentence(thing: str, old: int, new: int) -> str:
    return f"{thing} {'rose' if new > old else 'fell'} from {old:,} to {new:,} crowns."


@given(THINGS, LEVELS, LEVELS)
@example(thing="Rainfall", old=50, new=60)
def test_two_ends_give_the_difference_the_share_and_the_multiple(thing: str, old: int, new: int) -> None:
    assume(old != new)
    analysis = analyse(sentence(thing, old, new))
    (move,) = moves(analysis)
    made = {row.figure.unit: row for row in reckon(move, analysis)}
    change = Decimal(new - old)
    assert made["crown"].figure.value == abs(change)
    assert made["percent"].figure.value is not None
    assert abs(made["percent"].figure.value - abs(change) * 100 / old) < Decimal("1e-9")
    assert made[FOLD].figure.value == Decimal(new) / old
    assert {row.sign for row in made.values()} == {1 if new > old else -1}
    assert made["percent"].figure.kind is QuantityKind.PERCENT


@given(THINGS, st.integers(min_value=1, max_value=900), PERCENTS)
def test_the_growth_that_follows_is_supported(thing: str, hundreds: int, percent: int) -> None:
    old = hundreds * 100
    new = old + hundreds * percent
    assert label(f"{thing} rose by {percent} percent.", sentence(thing, old, new)) is Label.SUPPORTED
    assert label(f"{thing} rose by {new - old:,} crowns.", sentence(thing, old, new)) is Label.SUPPORTED


@given(THINGS, st.integers(min_value=1, max_value=900), PERCENTS, st.integers(min_value=-400, max_value=6), LEVELS)
def test_another_growth_is_never_supported(thing: str, hundreds: int, percent: int, off: int, more: int) -> None:
    old = hundreds * 100
    new = old + hundreds * percent
    assume(off and percent + off > 0)
    claim = f"{thing} rose by {percent + off} percent."
    assert label(claim, sentence(thing, old, new)) is not Label.SUPPORTED
    assume(abs(Decimal(new + more - old) * 100 / old - percent) > Decimal("0.5"))
    right = f"{thing} rose by {percent} percent."
    assert label(right, sentence(thing, old, new + more)) is not Label.SUPPORTED


@given(
    THINGS,
    st.sampled_from([("doubled", 2), ("tripled", 3), ("quadrupled", 4)]),
    LEVELS,
    st.integers(min_value=-60, max_value=60),
)
def test_a_multiple_is_supported_inside_its_band_only(thing: str, told: tuple[str, int], old: int, off: int) -> None:
    word, times = told
    new = int(old * times * (1 + Decimal(off) / 100))
    assume(new > old)
    reached = Decimal(new) / old
    found = label(f"{thing} {word}.", sentence(thing, old, new))
    inside = abs(reached - times) <= Decimal("0.05")
    assert (found is Label.SUPPORTED) == (inside and reached != times + Decimal("0.05"))
    if abs(reached - times) <= times * Decimal("0.25"):
        assert found is not Label.CONTRADICTED


@given(THINGS, LEVELS, LEVELS, PERCENTS)
def test_a_fall_never_supports_a_rise(thing: str, old: int, new: int, percent: int) -> None:
    assume(new < old)
    said = sentence(thing, old, new)
    for claim in (f"{thing} rose by {percent} percent.", f"{thing} doubled.", f"{thing} rose by {old - new:,} crowns."):
        assert label(claim, said) is not Label.SUPPORTED


@given(THINGS, LEVELS, st.sampled_from(["to", "by", "from"]), st.sampled_from(["to", "by", "from"]))
def test_one_end_of_a_change_is_never_another(thing: str, value: int, mine: str, theirs: str) -> None:
    assume(mine != theirs)
    claim, said = (f"{thing} rose {end} {value:,} crowns." for end in (mine, theirs))
    assert label(claim, said) is not Label.SUPPORTED


UNITS = st.sampled_from(["year", "month", "week", "day"])
COUNTS = st.integers(min_value=2, max_value=12)


@given(UNITS, COUNTS, UNITS, COUNTS)
def test_how_often_has_no_side(unit: str, count: int, other: str, times: int) -> None:
    (one,) = analyse(f"The fair is held every {count} {unit}s.").rates
    (two,) = analyse(f"The fair is held {times} times a {other}.").rates
    assert pace(one, two) is pace(two, one)
    assert pace(one, one) is Pace.SAME


@given(COUNTS, COUNTS)
def test_so_often_a_year_is_every_so_many_months(times: int, months: int) -> None:
    found = label(f"The fair is held {times} times a year.", f"The fair is held every {months} months.")
    assert (found is Label.SUPPORTED) == (times * months == 12)
    assert found is not Label.MISSING


@given(st.integers(min_value=2, max_value=900), UNITS, UNITS)
def test_the_rate_of_a_figure_is_never_converted(value: int, unit: str, other: str) -> None:
    assume(unit != other)
    claim = f"The plant makes {value} vans a {unit}."
    assert label(claim, f"The plant makes {value} vans a {other}.") is Label.MISSING
    assert label(claim, f"The plant makes {value * 12} vans a {other}.") is Label.MISSING
