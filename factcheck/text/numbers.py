"""Figures in a sentence: how much, of what, and how it is meant.

`find_quantities` walks the tokens once. Wherever a figure can start it reads forward (`figures`, `figure_units`), then tries a
second figure that makes a range, a score or a share with it (`figure_pairs`), drops numbers that are names, dates or codes
(`figure_names`), and looks around for the hedge (`hedges`) and for what is counted (`figure_context`, `shared_nouns`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from factcheck.domain.analysis import Hedge, Quantity, QuantityKind
from factcheck.text import hedges, units
from factcheck.text.counted import Counted, plural_head, singular_head
from factcheck.text.figure_context import (
    AGE_GROUPS,
    COUNTABLE,
    age_in_context,
    counted_after,
    counts,
    governing_noun,
    is_some_day,
    magnitude,
    measure_apart,
    total_of,
)
from factcheck.text.figure_names import in_date, no_figure
from factcheck.text.figure_pairs import join
from factcheck.text.figure_units import figure_at
from factcheck.text.figures import ONE, TEN, Figure, opens_figure
from factcheck.text.number_tokens import CODE, NUMERAL, Tokens
from factcheck.text.number_words import (
    DENOMINATORS,
    FEW,
    FRACTION_SIGNS,
    NUMBER_WORDS,
    ORDINALS,
    SCALES,
    VAGUE_FIRST,
    word_set,
)
from factcheck.text.ordinals import ordinal_at, ranks
from factcheck.text.shared_nouns import share_nouns

_STARTS = frozenset(
    [*NUMBER_WORDS, *FEW, *VAGUE_FIRST, *ORDINALS, *units.CODES, *units.DOLLAR_PREFIXES, *units.SIGNS, *FRACTION_SIGNS]
) - {"a"} | word_set("an half minus negative - − no none not")
_GATE_WORDS = frozenset([*NUMBER_WORDS, *SCALES, *DENOMINATORS, *VAGUE_FIRST, *ORDINALS, *FEW]) | word_set(
    "hundred dozen no none single percentage"
)
_GATE = re.compile(
    rf"[0-9{''.join(FRACTION_SIGNS)}]|(?<![^\W_])(?:{'|'.join(sorted(_GATE_WORDS, key=len, reverse=True))})(?![^\W_])",
    re.IGNORECASE,
)


def find_quantities(text: str, *, taken: Sequence[tuple[int, int]] = ()) -> list[Quantity]:
    """The figures of a sentence, in order, never overlapping.

    Args:
        text: One sentence; longer text works, but what is counted is then looked for across sentence ends.
        taken: Slices that dates have claimed already: no figure is read there.

    "rose from 3 to 5 percent" gives two figures, the old and the new; "from 3 to 5 percent of voters" one range.
    "5,000 of the 12,000 workers" gives 5,000 (of 12,000) and 12,000; "one in five" gives one figure with its total.
    """
    if _GATE.search(text) is None:
        return []
    tokens = Tokens(text, taken)
    kinds, lows = tokens.kind, tokens.low
    found: list[tuple[Figure, Quantity]] = []
    floor = 0
    i = 0
    while i < tokens.size:
        if (
            kinds[i] == NUMERAL
            or (lows[i] in _STARTS and kinds[i] != CODE)
            or (lows[i] == "a" and opens_figure(tokens, i))
        ):
            figures, i = _read(tokens, i)
            for figure in figures:
                quantity = _finish(tokens, figure, floor)
                if quantity is not None:
                    found.append((figure, quantity))
                    floor = figure.end
        else:
            i += 1
    return share_nouns(tokens, found)


def parse_figure(text: str) -> Quantity | None:
    """A figure that stands alone, as typed in a claim file: "2500", "about 2,500", "2 to 3 million", "10%", "no".

    Offsets are those in `text`. None when the text is no figure or more than one. A bare year is a figure here, and so is "one".
    """
    tokens = Tokens(text)
    for first in range(tokens.size):
        if tokens.low[first] in {"no", "none", "zero"} and tokens.size == 1:
            return _quantity(tokens, _nothing(first, first + 1, None), None, None)
        figure, ordinal = figure_at(tokens, first), ordinal_at(tokens, first)
        if ordinal is not None and (figure is None or figure.rule == "code" or ordinal.end > figure.end):
            figure = ordinal
        if figure is None:
            continue
        figure = join(tokens, figure, typed=True) or figure
        if figure.rule == "code":
            return None
        hedge = hedges.before(tokens, first, 0)
        start = _lead(tokens, hedge[1] if hedge else first)
        later = hedges.after(tokens, figure.end)
        end = later[2] if later else figure.end
        if start == 0 and end == tokens.size:
            return _quantity(tokens, figure, hedge, later)
        if start == 0 and (quantity := _only(text, figure, tokens)) is not None:
            return quantity
        return None
    return None


def _only(text: str, figure: Figure, tokens: Tokens) -> Quantity | None:
    """A typed figure with the noun it counts ("2,500 troops")."""
    found = find_quantities(text)
    if (
        len(found) == 1
        and found[0].start == tokens.start[figure.first]
        and found[0].unit_span
        and found[0].unit_span[1] == len(text)
    ):
        return found[0]
    return None


def _lead(tokens: Tokens, i: int) -> int:
    return i - 1 if tokens.low[i - 1] in {"between", "from"} else i


def share(quantity: Quantity) -> Decimal | None:
    """A ratio as a part of one: 0.2 for "one in five", 0.5 for "half", 0.25 for "25 percent"; None for anything else."""
    if quantity.value is None:
        return None
    if quantity.kind is QuantityKind.PERCENT:
        return quantity.value / 100
    if quantity.kind is QuantityKind.RATIO and quantity.unit != "fold":
        return quantity.value / quantity.of if quantity.of else quantity.value
    return None


def _read(t: Tokens, i: int) -> tuple[list[Figure], int]:
    """The figures that start at token i, and where to go on."""
    word = t.low[i]
    if word in {"no", "none", "not"}:
        return _zero(t, i)
    ordinal = ordinal_at(t, i)
    figure = None if word in ORDINALS else figure_at(t, i)
    if ordinal is not None and (figure is None or figure.rule == "code" or (figure.words and ordinal.end > figure.end)):
        return ([ordinal] if ranks(t, ordinal) else []), ordinal.end
    if figure is None:
        return [], i + 1
    if figure.rule == "code":
        return _tens_of_life(t, figure)
    if figure.bare and in_date(t, i, figure.end):
        return [], figure.end
    joined = join(t, figure)
    if joined is not None:
        joined.bare = False
        return ([] if no_figure(t, joined) else [joined]), joined.end
    return ([], figure.end) if no_figure(t, figure) else ([figure], _past_total(t, figure))


def _past_total(t: Tokens, figure: Figure) -> int:
    """Where to go on after a figure; the total of "2 stars out of 5" is taken in on the way."""
    if not figure.plain or "out" not in t.low[figure.end + 1 : figure.end + 5]:
        return figure.end
    noun = counted_after(t, figure.end, figure.value)
    if noun is None or (t.low[noun.end], t.low[noun.end + 1]) != ("out", "of"):
        return figure.end
    total = figure_at(t, noun.end + 2)
    if total is None or not total.plain or not (total.value or 0) >= (figure.value or 0):
        return figure.end
    figure.of = total.value
    return total.end


def _tens_of_life(t: Tokens, figure: Figure) -> tuple[list[Figure], int]:
    """An age such as "in his 30s"; any other numeral with letters is a code."""
    i, end = figure.first, figure.end + 1
    owner = i - 2 if t.low[i - 1] in {"early", "late", "mid"} else i - 1
    if t.low[figure.end] != "s" or t.low[owner] not in _OWNERS or figure.value is None or figure.value > 100:
        return [], max(end, figure.end)
    tens = Figure(i, end, None, figure.value, figure.value + 9, TEN, "age", kind=QuantityKind.AGE, unit="year")
    tens.hedge = Hedge.VAGUE
    return [tens], end


_OWNERS = word_set("his her their my")


def _zero(t: Tokens, i: int) -> tuple[list[Figure], int]:
    """Read "none", "no troops", "not one soldier", "not a single vote": counts of nothing; anything else with "no" is a denial."""
    if t.low[i] == "none":
        if t.low[i + 1] not in {"of", "was", "were", "has", "have", "had", "are", "survived", "died"}:
            return [], i + 1
        return [_nothing(i, i + 1, plural_head(t, i + 1) if t.low[i + 1] == "of" else None)], i + 1
    j = i + 1
    if t.low[i] == "not":
        single = t.low[j] == "a" and t.low[j + 1] == "single"
        if not single and t.low[j] != "one":
            return [], j
        j += 2 if single else 1
        if t.low[j] == "of":
            of_them = t.low[i - 1] not in {"is", "was", "are", "were", "be"}
            return ([_nothing(i, j, plural_head(t, j))] if of_them else []), j
    noun = plural_head(t, j)
    if noun is None and (t.low[i] == "not" or t.low[j + 1] in {"was", "has", "is", "had"}):
        noun = singular_head(t, j)
    if noun is None or noun.first != j or noun.key not in COUNTABLE:
        return [], i + 1 if t.low[i] == "no" else j
    return [_nothing(i, j, noun)], j


def _nothing(first: int, end: int, noun: Counted | None) -> Figure:
    zero = Decimal(0)
    return Figure(first, end, zero, zero, zero, ONE, "zero", words=True, noun=noun)


def _finish(t: Tokens, f: Figure, floor: int) -> Quantity | None:
    """Look around a figure: hedge, noun, age, total; None when it turns out to be an idiom."""
    later = hedges.after(t, f.end)
    hedge = hedges.before(t, f.first, floor)
    if f.rule in {"between", "from-to"}:
        lead = f.first - 1 if t.low[f.first - 1] in {"between", "from"} else f.first - 2
        hedge = Hedge.RANGE, lead
    elif hedge is not None and _is_no_hedge(t, f, hedge):
        hedge = None
    if f.kind is QuantityKind.COUNT:
        if f.rule != "zero" and not _finish_count(t, f, hedge):
            return None
    elif f.kind in {QuantityKind.PERCENT, QuantityKind.RATIO, QuantityKind.MEASURE}:
        if f.unit == "day" and f.words and f.value == 1 and is_some_day(t, f, hedge):
            return None
        f.noun = _noun_of_share(t, f)
    if later is None and f.kind in {QuantityKind.COUNT, QuantityKind.MEASURE}:
        later = _hedge_past_noun(t, f.noun.end if f.noun is not None and f.kind is QuantityKind.COUNT else f.end)
    return _quantity(t, f, hedge, later)


def _finish_count(t: Tokens, f: Figure, hedge: tuple[Hedge, int] | None) -> bool:
    """Settle what a count counts, or that it is a measure or an age after all; False for an idiom."""
    f.noun = counted_after(t, f.end, f.value)
    if not counts(t, f, hedge):
        return False
    measure_apart(t, f)
    magnitude(t, f)
    age_in_context(t, f, hedge)
    if f.kind is QuantityKind.COUNT:
        f.of = f.of or total_of(t, f)
    return True


def _noun_of_share(t: Tokens, f: Figure) -> Counted | None:
    """What a share or measure is of: "25 percent of voters", "half the seats", "500 kilograms of apples"."""
    if t.low[f.end] == "of" or f.of is not None:
        return plural_head(t, f.end)
    if f.kind is QuantityKind.RATIO and t.low[f.end] in {"the", "its", "their"}:
        return plural_head(t, f.end + 1)
    return None


def _hedge_past_noun(t: Tokens, i: int) -> tuple[Hedge, int, int] | None:
    found = hedges.after(t, i)
    return found if found and found[2] - found[1] == 2 and t.low[found[1]] in {"or", "and"} else None


def _is_no_hedge(t: Tokens, f: Figure, hedge: tuple[Hedge, int]) -> bool:
    """Tell hedges from other uses: "over five years" says how long, "under three presidents" says when."""
    first = hedge[1]
    if f.first - first != 1:
        return False
    if f.kind is QuantityKind.MEASURE and f.unit in units.TIME_UNITS and hedges.is_span_of_time(t, first, f.end):
        return True
    small = f.words and f.kind is QuantityKind.COUNT and f.value is not None and f.value < 10 and f.scale == ONE
    return small and t.low[first] in {"over", "under", "above", "below"} and t.low[first - 1] not in AGE_GROUPS


def _quantity(t: Tokens, f: Figure, hedge: tuple[Hedge, int] | None, later: tuple[Hedge, int, int] | None) -> Quantity:
    meant = f.hedge
    span: tuple[int, int] | None = None
    if hedge is not None:
        span = (t.start[hedge[1]], t.end[f.first - 1])
        meant = hedge[0] if meant is Hedge.EXACT else meant
    elif later is not None:
        span = (t.start[later[1]], t.end[later[2] - 1])
        meant = later[0] if meant is Hedge.EXACT else meant
    low, high = f.low, f.high
    bound = hedge[0] if hedge else later[0] if later else Hedge.EXACT
    if bound in hedges.BOUNDS and f.hedge is not Hedge.RANGE:
        low, high = (low, None) if bound in hedges.UPWARD else (None, high)
    unit = f.unit
    noun = f.noun
    if noun is not None and unit is None:
        unit = noun.key
    if unit is None and f.kind is QuantityKind.COUNT and f.rule != "zero":
        unit = governing_noun(t, hedge[1] if hedge else f.first)
    return Quantity(
        start=t.start[f.first],
        end=t.end[f.end - 1],
        value=f.value,
        low=low,
        high=high,
        hedge=meant,
        kind=f.kind,
        unit=unit,
        step=f.step,
        of=f.of,
        hedge_span=span,
        unit_span=(t.start[noun.first], t.end[noun.end - 1]) if noun is not None else None,
        rule=f.rule,
    )
