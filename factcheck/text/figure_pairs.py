"""Two figures that belong together: a range, a score, a share of a total."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.domain.analysis import Hedge, QuantityKind
from factcheck.text import hedges, units
from factcheck.text.counted import plural_head
from factcheck.text.figure_units import figure_at, letter_scale
from factcheck.text.figures import IDIOM_PAIRS, ONE, Figure
from factcheck.text.number_tokens import DASHES, NUMERAL, SIGN, Tokens
from factcheck.text.number_words import is_year, place, word_set

_CHANGE = word_set(
    """rise rises rose risen rising fall falls fell fallen falling increase increases increased increasing decrease
    decreases decreased decreasing grow grows grew grown growing drop drops dropped dropping climb climbs climbed
    climbing jump jumps jumped jumping decline declines declined declining go goes went gone cut cuts cutting raise
    raises raised raising reduce reduces reduced reducing lower lowers lowered lowering slip slips slipped slipping
    surge surges surged surging soar soared soaring plunge plunged plunging shrink shrank shrunk expand expanded
    expanding up down move moved moves change changed changes gain gained gains advance advanced edge edged ease
    eased double doubled widen widened narrow narrowed swing swung revised revise downgraded upgraded boost boosted
    trim trimmed slashed slash hiked hike lifted lift tumbled tumble sank sink dipped dip rebounded improved improve
    slowed slow accelerated accelerate bring brought took take extended extend"""
)

_SCORING = word_set(
    """vote votes voted voting won win wins winning beat beats beating defeat defeats defeated defeating lost lose loss
    losing draw drew drawn tie tied score scored scoreline victory victories ruling ruled decision lead led leads
    leading match set sets game games shootout penalties aggregate upset thrashed thrash hammered crushed edged rout
    trounced margin seed final semifinal quarterfinal majority verdict favor favour against approved passed rejected
    split"""
)


def join(t: Tokens, a: Figure, *, typed: bool = False) -> Figure | None:
    """The range, score or share that starts with figure `a`; None when it stands alone."""
    if a.value is None or a.kind is QuantityKind.ORDINAL:
        return None
    j = a.end
    word = t.low[j]
    if word in DASHES and t.end[j - 1] == t.start[j] and t.low[j + 1] != "to":
        return _dashed(t, a, j)
    if word == "–" and t.kind[j + 1] == NUMERAL and not t.touches(j):
        return _dashed(t, a, j)
    if word == "-" and a.bare and t.kind[j + 1] == NUMERAL and (typed or _scoring(t, a.first, j + 2)):
        return _dashed(t, a, j)
    if a.bare and word in {"to", "and", "or", "until", "through"} and is_year(t.low[j - 1]) and is_year(t.low[j + 1]):
        return Figure(a.first, j + 2, None, None, None, ONE, "code") if _years(t, a.first, j + 2) else None
    if word == "to" or (t.hyphen(j) and t.low[j + 1] == "to" and t.hyphen(j + 2)):
        return _to(t, a, j + 1 if word == "to" else j + 3, typed=typed)
    if word == "and" and t.low[_hedge_start(t, a) - 1] == "between":
        return _spread(t, a, j + 1, "between")
    if word == "or":
        return _either(t, a, j)
    if word in {"in", "out", "of"} and a.plain:
        return _part(t, a, j)
    return None


def _hedge_start(t: Tokens, a: Figure) -> int:
    found = hedges.before(t, a.first, 0)
    return found[1] if found else a.first


def _second(t: Tokens, a: Figure, j: int) -> Figure | None:
    """The figure at token j made alike to `a` (unit and scale shared both ways), or None when they differ in kind."""
    b = figure_at(t, j)
    if b is None or b.value is None or b.rule == "code" or a.value is None:
        return None
    if a.plain and not b.plain:
        if b.kind is QuantityKind.RATIO:
            return None
        a.kind, a.unit = b.kind, b.unit
        if b.rule == "money-after" and b.step < ONE and a.value >= ONE and t.low[b.end - 1] in units.SMALL_COINS:
            part = Decimal(units.SMALL_COINS[t.low[b.end - 1]][1])
            a.value, a.step = a.value * part, a.step * part
    elif b.plain and a.kind is QuantityKind.MONEY and a.rule == "money-before":
        b.kind, b.unit = a.kind, a.unit
        letter_scale(t, b, money=True)
    if (a.kind, a.unit) != (b.kind, b.unit):
        return None
    if a.scale == ONE and b.scale > ONE and a.value < b.value / b.scale:
        a.value, a.step, a.scale = a.value * b.scale, a.step * b.scale, b.scale
        a.low = a.high = a.value
        a.rule = "shared-scale"
    return b


def _years(t: Tokens, first: int, end: int) -> bool:
    """Whether two numbers from 1000 to 2100 are years: nothing countable follows, or "1998" and the like go before."""
    noun = plural_head(t, end)
    return noun is None or t.low[first] >= "1900" or noun.end - noun.first > 1


def _spread(t: Tokens, a: Figure, j: int, rule: str) -> Figure | None:
    saved = replace(a)
    b = _second(t, a, j)
    if b is None or a.value is None or b.value is None or a.value >= b.value:
        _restore(a, saved)
        return None
    return _range(a, b, rule)


def _range(a: Figure, b: Figure, rule: str) -> Figure:
    return Figure(
        a.first,
        b.end,
        None,
        a.value,
        b.value,
        min(a.step, b.step),
        rule,
        kind=b.kind,
        unit=b.unit,
        hedge=Hedge.RANGE,
        words=a.words,
    )


def _restore(a: Figure, saved: Figure) -> None:
    a.value, a.low, a.high, a.step, a.kind, a.unit, a.scale, a.rule = (
        saved.value, saved.low, saved.high, saved.step, saved.kind, saved.unit, saved.scale, saved.rule,
    )  # fmt: skip


def _either(t: Tokens, a: Figure, j: int) -> Figure | None:
    """Read "two or three", "10 or 15": a range when the second is at most twice the first."""
    saved = replace(a)
    b = _second(t, a, j + 1)
    if b is None or a.value is None or b.value is None or not a.value < b.value <= 2 * max(a.value, ONE):
        _restore(a, saved)
        return None
    return _range(a, b, "either")


def _to(t: Tokens, a: Figure, j: int, *, typed: bool) -> Figure | None:
    """Tell "A to B" apart: "3 to 5 percent" is a range, "voted 62 to 38" a score, "fell 3,000 to 456,000" two figures.

    After "from" and a verb of change ("rose from 3 to 5 percent") both figures stay, the first with the unit of the second.
    """
    saved = replace(a)
    stated = not a.plain
    b = _second(t, a, j)
    if b is None or a.value is None or b.value is None:
        _restore(a, saved)
        return None
    p = _hedge_start(t, a) - 1
    if (t.low[p] != "from" and _is_score(t, a, b)) or (typed and _whole(a, b) and a.value >= b.value):
        return _score(a, b)
    if t.low[p] == "from":
        return None if a.value >= b.value or _changes(t, p) else _range(a, b, "from-to")
    changed = t.low[p] in _CHANGE or (t.low[p] == "by" and t.low[p - 1] in _CHANGE)
    if a.value >= b.value or (changed and (stated or b.value > 3 * a.value)):
        _restore(a, saved)
        return None
    return _range(a, b, "range")


def _whole(a: Figure, b: Figure) -> bool:
    """Whether both are whole counts below 1,000, as scores and votes are."""
    both = (a.value or ONE, b.value or ONE)
    return a.kind is QuantityKind.COUNT and all(value < 1000 and value == value.to_integral_value() for value in both)


def _is_score(t: Tokens, a: Figure, b: Figure) -> bool:
    """Whether two whole counts are a score or a vote: a word of it stands near, and "win 10 to 15 seats" is none."""
    if a.value is None or b.value is None or not _whole(a, b) or not _scoring(t, a.first, b.end):
        return False
    return a.value >= b.value or plural_head(t, b.end) is None


def _changes(t: Tokens, i: int) -> bool:
    """Whether a verb of change stands in the ten tokens before i, within the clause."""
    for k in range(i - 1, max(-1, i - 11), -1):
        if t.low[k] in _CHANGE:
            return True
        if t.kind[k] == SIGN and t.low[k] in {",", ";", ":", "."}:
            return False
    return False


def _scoring(t: Tokens, first: int, end: int) -> bool:
    low = t.low
    return any(low[k] in _SCORING for k in range(max(0, first - 7), first)) or any(
        low[k] in _SCORING for k in range(end, end + 4)
    )


def _score(a: Figure, b: Figure) -> Figure:
    return Figure(
        a.first, b.end, a.value, a.value, a.value, ONE, "score", kind=QuantityKind.SCORE, of=b.value, words=a.words
    )


def _dashed(t: Tokens, a: Figure, j: int) -> Figure | None:
    """Read "10-15 percent" as a range, "5-4" as a score; mark years ("2019-20"), telephone numbers and codes as no figure."""
    if t.kind[j + 1] == NUMERAL and a.bare and (_looks_like_code(t, a.end - 1, j + 1)):
        return Figure(a.first, _code_end(t, j + 1), None, None, None, ONE, "code")
    saved = replace(a)
    b = _second(t, a, j + 1)
    if b is None or a.value is None or b.value is None:
        _restore(a, saved)
        return None
    if (t.low[a.end - 1], t.low[j + 1]) in IDIOM_PAIRS:
        return Figure(a.first, b.end, None, None, None, ONE, "code")
    if _is_score(t, a, b) or (_whole(a, b) and a.value >= b.value):
        return _score(a, b)
    if a.value >= b.value:
        return Figure(a.first, b.end, None, None, None, ONE, "code")
    if a.value < 1000 and "," not in t.low[a.end - 1] and t.low[j + 1].endswith(",000") and a.value * 1000 < b.value:
        a.value, a.step = a.value * 1000, a.step * 1000  # "10-15,000"
    return _range(a, b, "range")


def _looks_like_code(t: Tokens, i: int, j: int) -> bool:
    """Whether numerals i and j, with a dash between, are years, a telephone number or part of a longer code."""
    left, right = t.low[i], t.low[j]
    if is_year(left) and (len(right) == 2 or is_year(right)) and right.isdigit():
        return t.low[t.after(j)] not in units.MEASURES
    if left[0] == "0" and len(left) > 1:
        return True
    if t.low[j + 1] in DASHES and t.touches(j) and t.kind[j + 2] == NUMERAL and t.touches(j + 1):
        return True
    phone = left.isdigit() and right.isdigit() and len(left) == 3 and len(right) == 4
    return phone and (
        t.kind[i - 1] == NUMERAL or t.low[i - 1] in {")", "-", "call", "phone", "telephone", "tel", "at", "dial", "+"}
    )


def _code_end(t: Tokens, j: int) -> int:
    while t.low[j + 1] in DASHES and t.touches(j) and t.kind[j + 2] == NUMERAL and t.touches(j + 1):
        j += 2
    return j + 1


def _part(t: Tokens, a: Figure, j: int) -> Figure | None:
    """Read "one in five", "nine out of 10", "one of every five": one figure with its total."""
    word = t.low[j]
    k = j + 1
    if word == "out":
        if t.low[k] != "of":
            return None
        k += 1
        if t.low[k] in {"the", "its", "their"}:
            k += 1
    every = t.low[k] in {"every", "each"}
    if every:
        k += 1
    if word == "of" and not every:
        return None
    b = figure_at(t, k)
    if b is None or b.value is None or not b.plain or a.value is None or a.value >= b.value or b.rule == "code":
        return None
    if word == "in" and not every:
        round_total = b.value in {3, 4, 5, 10, 20} or b.value == place(b.value) >= 10
        if not (a.value == 1 or round_total) or is_year(t.low[k]) or t.month(b.end) or t.low[b.end] in {"of", "other"}:
            return None
    total = b.value
    ratio = word == "in" or every or total in {2, 3, 4, 5, 10, 20} or total == place(total) >= 10
    return Figure(
        a.first, b.end, a.value, a.value, a.value, a.step, "part-of", kind=QuantityKind.RATIO if ratio else QuantityKind.COUNT,
        of=total, words=a.words,
    )  # fmt: skip
