"""Other figures and other days in a sentence, far enough from the stated ones to be wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.audits.edits import Edit, in_seeded_order
from factcheck.domain.analysis import Analysis, DateMention, DateRelation, Granularity, Hedge, Quantity, QuantityKind
from factcheck.domain.claim import Tolerance
from factcheck.text.bands import Band, band, reach, within
from factcheck.text.number_words import SMALL, speak

_UPWARD = frozenset({Hedge.MORE_THAN, Hedge.AT_LEAST})
_DOWNWARD = frozenset({Hedge.LESS_THAN, Hedge.AT_MOST})
_FACTORS = ("1.6", "0.4", "2.2", "0.6", "3", "0.2")
_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")
_WORDS = re.compile(rf"\b(?:{'|'.join(sorted((w for w in SMALL if w), key=len, reverse=True))})\b", re.IGNORECASE)
_SCALED = re.compile(r"\ba (?=hundred|thousand|million|billion|trillion)", re.IGNORECASE)
_VAGUE = {"dozens": "thousands", "hundreds": "dozens", "thousands": "dozens", "tens of thousands": "dozens", "scores": "thousands"}  # fmt: skip
_FRACTIONS = {"half": "a tenth", "a third": "nine-tenths", "one third": "nine-tenths", "two-thirds": "a tenth", "two thirds": "a tenth", "a quarter": "nine-tenths", "three-quarters": "a tenth"}  # fmt: skip
_YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})(s?)\b")
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b", re.IGNORECASE)
_SHORT = re.compile(r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b(?=\.| \d)")
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_DAY = re.compile(r"(?<![\d,.:])([1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d,.:]*\d)")
_FIRST_OF_SUFFIX = {1: "st", 2: "nd", 3: "rd"}


def other_figures(found: Analysis, figure: Quantity, *, seed: str) -> Iterator[Edit]:
    """Edits that put another figure in the place of one, in the writing of the stated one; which are wrong is for `leaves` to say."""
    text = found.text
    if figure.end <= figure.start or figure.rule == "majority" or figure.kind is QuantityKind.ORDINAL:
        return
    words = text[figure.start : figure.end]
    if other := _VAGUE.get(words.lower()) or _FRACTIONS.get(words.lower()):
        yield Edit(figure.start, figure.end, _cased(other, words))
        return
    if figure.hedge in _UPWARD | _DOWNWARD:
        yield from _bound_turned(figure, text, words)
        return
    factors = ("10", "20") if figure.hedge is Hedge.RANGE else in_seeded_order(seed, list(_FACTORS))
    for factor in factors:
        changed = _scaled(words, Decimal(factor), figure)
        if changed and changed != words:
            yield Edit(figure.start, figure.end, changed)


def _bound_turned(figure: Quantity, text: str, words: str) -> Iterator[Edit]:
    """The bound on its other side, where alone it is wrong: "fewer than 3,000" becomes "more than 5,000"."""
    if not figure.hedge_span or figure.hedge_span[0] >= figure.start:
        return
    hedge = text[figure.hedge_span[0] : figure.hedge_span[1]]
    up = figure.hedge in _DOWNWARD
    few = "fewer than" if figure.kind is QuantityKind.COUNT else "less than"
    changed = _scaled(words, Decimal("1.6") if up else Decimal("0.4"), figure)
    between = text[figure.hedge_span[1] : figure.start]
    if changed and not between.strip():
        turned = _cased("more than" if up else few, hedge)
        yield Edit(figure.hedge_span[0], figure.end, f"{turned}{between}{changed}")


def _scaled(words: str, factor: Decimal, figure: Quantity) -> str | None:
    """The figure's words with every number in them multiplied; None when the result would not read well."""
    if _NUMERAL.search(words):
        return _SCALED.sub(lambda _: f"{factor:f} ", _NUMERAL.sub(lambda m: _numeral(m[0], factor, figure), words))
    value = figure.value
    if value is None or value != value.to_integral_value() or value < 2 or not _WORDS.fullmatch(words.strip()):
        return None
    return _cased(speak(max(Decimal(2), (value * factor).to_integral_value())), words)


def _numeral(written: str, factor: Decimal, figure: Quantity) -> str:
    plain = written.replace(",", "")
    value = Decimal(plain)
    places = len(plain.partition(".")[2])
    digits = len(plain.replace(".", "").strip("0")) or 1
    changed = value * factor
    if figure.kind is QuantityKind.PERCENT and changed > 100 >= value:
        changed = value * Decimal("0.4")
    exponent = max(-places, changed.adjusted() - digits + 1) if changed else -places
    changed = changed.quantize(Decimal(1).scaleb(exponent)).quantize(Decimal(1).scaleb(-places))
    if value >= 2 and not places:
        changed = max(changed, Decimal(2))
    return f"{changed:,f}" if "," in written or ("," not in written and changed >= 10_000 > value) else f"{changed:f}"


def leaves(stated: Quantity, changed: Quantity, tolerance: Tolerance | None) -> bool:
    """Whether a changed figure is a wrong one: of the same kind and thing, and no value fits both.

    Args:
        stated: The figure of the claim.
        changed: The figure in its place.
        tolerance: What the claim's policy or its check allows "about" figures.
    """
    if (stated.kind, stated.unit) != (changed.kind, changed.unit):
        return False
    hedged = stated.hedge in (Hedge.ABOUT, Hedge.NEARLY)
    room = within(stated, tolerance) if hedged else stated
    other = within(changed, tolerance) if hedged else changed
    return all(_apart(one, two) for one in (band(room), reach(room)) for two in (band(other), reach(other)))


def _apart(one: Band, two: Band) -> bool:
    return _below(one, two) or _below(two, one)


def _below(low: Band, high: Band) -> bool:
    if low.high is None or high.low is None:
        return False
    return low.high < high.low or (low.high == high.low and (low.under or high.over))


def other_days(found: Analysis, mention: DateMention, *, seed: str) -> Iterator[Edit]:
    """Edits that put another day, month or year in the place of a date; only where another one is wrong.

    Left alone are "before", "after", "by" and "until", which another date may satisfy as well.
    """
    if mention.relation not in (DateRelation.ON, DateRelation.SINCE) or mention.end <= mention.start:
        return
    words = found.text[mention.start : mention.end]
    for changed in _other_days(words, mention, seed=seed):
        if changed != words:
            yield Edit(mention.start, mention.end, changed)


def _other_days(words: str, mention: DateMention, *, seed: str) -> Iterator[str]:
    if mention.granularity is Granularity.DAY and mention.relation is DateRelation.ON:
        if weekday := _WEEKDAY.search(words):
            turned = _WEEKDAYS[(_WEEKDAYS.index(weekday[0].capitalize()) + 3) % 7]
            yield words[: weekday.start()] + turned + words[weekday.end() :]
        if (day := _DAY.search(words)) and _MONTH.search(words):
            number = int(day[1])
            other = number + 11 if number <= 14 else number - 11
            suffix = _suffix(other) if day[0] != day[1] else ""
            yield words[: day.start()] + f"{other}{suffix}" + words[day.end() :]
    month = _MONTH.search(words) or _SHORT.search(words)
    if month and mention.granularity is Granularity.MONTH and mention.relation is DateRelation.ON:
        at = next(n for n, name in enumerate(_MONTHS) if name[:3].lower() == month[0][:3].lower())
        yield words[: month.start()] + _MONTHS[(at + 5) % 12] + words[month.end() :]
    if year := _YEAR.search(words):
        shifts = ["-3", "-2", "-4"] if mention.relation is DateRelation.SINCE else ["-3", "-2", "2", "3"]
        for shift in in_seeded_order(seed, shifts):
            step = int(shift) * (10 if year[2] else 1)
            yield words[: year.start()] + f"{int(year[1]) + step}{year[2]}" + words[year.end() :]


def other_time(stated: DateMention, changed: DateMention) -> bool:
    """Whether a changed date is a wrong one: as fine as the stated one, and the two periods do not meet."""
    if stated.granularity is not changed.granularity:
        return False
    if stated.first and stated.last and changed.first and changed.last:
        return stated.last < changed.first or changed.last < stated.first
    return (stated.month, stated.day) != (changed.month, changed.day)


def _suffix(number: int) -> str:
    return "th" if 10 <= number % 100 <= 20 else _FIRST_OF_SUFFIX.get(number % 10, "th")


def _cased(words: str, model: str) -> str:
    return words[:1].upper() + words[1:] if model[:1].isupper() else words
