"""What a figure allows, and how a stated one lies to it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.domain.analysis import Quantity
from factcheck.domain.claim import Tolerance
from factcheck.text.bands import Fit, band, fit, stated, within
from factcheck.text.numbers import find_quantities


def figure(text: str) -> Quantity:
    (found,) = find_quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        pytest.param("2,500 nurses", "2450 2500 2549", "2449 2550", id="exact-at-its-own-precision"),
        pytest.param("50,000 nurses", "49500 50499", "49499 50500 48200", id="never-coarser-than-two-figures"),
        pytest.param("300 nurses", "295 304", "294 305", id="two-figures-of-three"),
        pytest.param("2,512 nurses", "2512", "2511 2513", id="exact-to-the-last-place"),
        pytest.param("41 nurses", "41", "40 42 45", id="small-numbers-are-exact"),
        pytest.param("1.2 million nurses", "1150000 1249999", "1149999 1250000", id="precision-of-a-scale"),
        pytest.param("7.4 percent", "7.4 7.35 7.449", "7.3 7.5", id="precision-of-a-decimal"),
        pytest.param("about 2,500 nurses", "2250 2750", "2249 2751", id="about-is-ten-percent"),
        pytest.param("nearly 2,500 nurses", "2250 2500", "2249 2501", id="nearly-is-below"),
        pytest.param("more than 2,500 nurses", "2501 90000", "2500", id="more-than-is-above"),
        pytest.param("at least 2,500 nurses", "2500 90000", "2499", id="at-least"),
        pytest.param("fewer than 2,500 nurses", "0 2499", "2500", id="fewer-than"),
        pytest.param("up to 2,500 nurses", "0 2500", "2501", id="up-to"),
        pytest.param("between 20 and 30 nurses", "20 25 30", "19 31", id="range"),
        pytest.param("dozens of nurses", "24 90", "10 5000", id="dozens"),
        pytest.param("aged 34", "34", "33 35", id="age"),
        pytest.param("the fifth victory", "5", "4 6", id="ordinal"),
    ],
)
def test_what_a_claimed_figure_allows(text: str, inside: str, outside: str) -> None:
    allowed = band(figure(text))
    assert all(allowed.holds(Decimal(value)) for value in inside.split())
    assert not any(allowed.holds(Decimal(value)) for value in outside.split())


@pytest.mark.parametrize(
    ("text", "tolerance", "inside", "outside"),
    [
        pytest.param("about 2,000 nurses", Tolerance(Decimal("0.2")), "1600 2400", "1599 2401", id="relative"),
        pytest.param("about 2,000 nurses", Tolerance(Decimal(50), relative=False), "1950 2050", "1949", id="absolute"),
        pytest.param(
            "nearly 2,000 nurses", Tolerance(Decimal("0.2")), "1600 2000", "1599 2001", id="nearly-stays-below"
        ),
        pytest.param("2,000 nurses", Tolerance(Decimal("0.2")), "1600 2400", "1599 2401", id="exact-when-asked"),
        pytest.param(
            "about 2,000 nurses", Tolerance(Decimal(0)), "2000", "1999 2001", id="nought-allows-the-value-alone"
        ),
        pytest.param("about 2,000 nurses", None, "1800 2200", "1799 2201", id="none-leaves-ten-percent"),
        pytest.param("between 20 and 30 nurses", Tolerance(Decimal("0.2")), "20 30", "19 31", id="ranges-stay"),
    ],
)
def test_a_tolerance_moves_the_bounds(text: str, tolerance: Tolerance | None, inside: str, outside: str) -> None:
    allowed = band(within(figure(text), tolerance))
    assert all(allowed.holds(Decimal(value)) for value in inside.split())
    assert not any(allowed.holds(Decimal(value)) for value in outside.split())


def test_a_stated_figure_is_that_one_value() -> None:
    assert stated(figure("2,500 nurses")).holds(Decimal(2500))
    assert not stated(figure("2,500 nurses")).holds(Decimal(2501))
    assert stated(figure("about 2,500 nurses")).holds(Decimal(2600))


@pytest.mark.parametrize(
    ("claimed", "said", "expected"),
    [
        pytest.param("about 2,500 nurses", "2,600 nurses", Fit.INSIDE, id="inside-about"),
        pytest.param("about 2,500 nurses", "2,900 nurses", Fit.OUTSIDE, id="outside-about"),
        pytest.param("50,000 nurses", "50,312 nurses", Fit.INSIDE, id="rounds-to-two-figures"),
        pytest.param("50,000 nurses", "48,200 nurses", Fit.OVERLAPS, id="rounds-to-one-figure-only"),
        pytest.param("50,000 nurses", "46,200 nurses", Fit.OUTSIDE, id="does-not-round-to-it"),
        pytest.param("about 2,500 nurses", "about 2,900 nurses", Fit.OVERLAPS, id="two-rough-figures-that-touch"),
        pytest.param("about 2,500 nurses", "about 9,000 nurses", Fit.OUTSIDE, id="two-rough-figures-apart"),
        pytest.param("2,500 nurses", "about 2,500 nurses", Fit.INSIDE, id="a-hedged-source-may-bear-a-plain-claim"),
        pytest.param("2,500 nurses", "more than 2,500 nurses", Fit.OVERLAPS, id="more-than-says-less"),
        pytest.param("2,500 nurses", "more than 3,000 nurses", Fit.OUTSIDE, id="more-than-a-larger-one"),
        pytest.param("2,500 nurses", "2,000 to 3,000 nurses", Fit.OVERLAPS, id="a-range-settles-nothing"),
        pytest.param("2,500 nurses", "3,000 to 4,000 nurses", Fit.OUTSIDE, id="a-range-above"),
        pytest.param("more than 2,000 nurses", "2,001 nurses", Fit.INSIDE, id="one-more"),
        pytest.param("more than 2,000 nurses", "2,000 nurses", Fit.OUTSIDE, id="the-bound-itself"),
        pytest.param("more than 2,000 nurses", "more than 2,050 nurses", Fit.INSIDE, id="a-slightly-higher-bound"),
        pytest.param("more than 2,000 nurses", "more than 1,000 nurses", Fit.OVERLAPS, id="a-lower-bound"),
        pytest.param("more than 2,000 nurses", "more than 2,000 nurses", Fit.INSIDE, id="the-same-bound"),
        pytest.param("more than 2,000 nurses", "up to 2,000 nurses", Fit.OUTSIDE, id="bounds-that-meet"),
        pytest.param("fewer than 2,000 nurses", "at least 2,000 nurses", Fit.OUTSIDE, id="bounds-that-meet-downward"),
        pytest.param("at least 2,000 nurses", "more than 2,000 nurses", Fit.INSIDE, id="more-than-is-at-least"),
        pytest.param("up to 2,000 nurses", "fewer than 2,000 nurses", Fit.INSIDE, id="fewer-than-is-up-to"),
        pytest.param("dozens of nurses", "60 nurses", Fit.INSIDE, id="sixty-are-dozens"),
        pytest.param("about 2,500 nurses", "at least 2,500 nurses", Fit.INSIDE, id="a-bound-at-the-value"),
        pytest.param("about 2,500 nurses", "at least 1,000 nurses", Fit.OVERLAPS, id="a-bound-far-below"),
    ],
)
def test_how_a_stated_figure_lies_to_a_claimed_one(claimed: str, said: str, expected: Fit) -> None:
    assert fit(figure(claimed), figure(said)) is expected
