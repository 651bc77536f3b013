"""One number, read forward from a token: numerals, words, fractions, vague numbers, with their scale."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factcheck.domain.analysis import Hedge, QuantityKind
from factcheck.text import units
from factcheck.text.counted import Counted
from factcheck.text.number_tokens import NUMERAL, SIGN, WORD, Tokens
from factcheck.text.number_words import (
    DENOMINATORS,
    FEW,
    FRACTION_SIGNS,
    NUMBER_WORDS,
    SCALES,
    SHORT_SCALES,
    SMALL,
    TENS,
    VAGUE,
    VAGUE_FIRST,
    numeral,
    place,
    word_set,
)

ONE = Decimal(1)

TEN = Decimal(10)


_SINGLE_PARTS = frozenset(word for word in DENOMINATORS if not word.endswith("s") and word != "halves")

AFTER_A = (
    frozenset([*SCALES, *_SINGLE_PARTS])
    | word_set("hundred dozen few couple handful percentage")
    | word_set(
        "hour mile year month week day minute century decade foot meter metre kilometer kilometre ton"
    )  # "and a half"
)

_AFTER_SHARE = word_set(
    """of the its their his her less more higher lower fewer larger smaller bigger faster and or in to from since by on
    over at this last compared were are have had as for with said say came come live lived voted believe
    think while but that among during when who per percent"""
)

_NOT_BEFORE_HALF = word_set(
    """first second other latter former better bottom top northern southern eastern western upper lower"""
)

_AFTER_HALF = word_set("of the its his her their our your my all that this those these them what a an as")

_BEFORE_HALF = word_set("than nearly almost about by over under least roughly around approximately to only exactly one")

IDIOM_PAIRS = frozenset(
    {("50", "50"), ("24", "7"), ("9", "11"), ("7", "7"), ("20", "20"), ("fifty", "fifty"), ("7", "eleven")}
)


@dataclass(slots=True)
class Figure:
    """A figure while it is being read; token indexes, `end` one past the last."""

    first: int
    end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    step: Decimal
    rule: str
    mantissa: Decimal = ONE
    scale: Decimal = ONE
    kind: QuantityKind = QuantityKind.COUNT
    unit: str | None = None
    of: Decimal | None = None
    hedge: Hedge = Hedge.EXACT
    bare: bool = False  # one numeral, nothing attached: it may be a year, a name or a code
    words: bool = False
    noun: Counted | None = None

    @property
    def plain(self) -> bool:
        """Whether it is a count with no unit of its own."""
        return self.kind is QuantityKind.COUNT and self.unit is None and self.value is not None


def opens_figure(t: Tokens, i: int) -> bool:
    """Whether the article at token i opens a figure: "a dozen", "a third", "A$5"."""
    return (
        t.low[i + 1] in AFTER_A
        or (t.low[i + 1] in units.SIGNS and t.touches(i))
        or t.low[t.after(i)] in {"half", "dozen"}
    )


def number_at(t: Tokens, i: int) -> Figure | None:
    """The number that starts at token i, without currency or unit."""
    kind = t.kind[i]
    if kind == NUMERAL:
        return _from_numeral(t, i)
    word = t.low[i]
    if kind == SIGN:
        if word in FRACTION_SIGNS:
            top, bottom = FRACTION_SIGNS[word]
            part = _scaled(t, i, i, Decimal(top) / Decimal(bottom), Decimal("0.01"), ratio=True)
            part.kind = QuantityKind.COUNT if t.low[t.after(i)] in units.MEASURES else part.kind
            return part
        return None
    if kind != WORD:
        return None
    if word in NUMBER_WORDS:
        return _from_words(t, i, i)
    if word in {"a", "an"}:
        return _after_article(t, i)
    if word == "half":
        return _half(t, i, i)
    if word in FEW:
        return _few(t, i, i)
    if word in VAGUE_FIRST:
        return _vague(t, i)
    return None


def _after_article(t: Tokens, i: int) -> Figure | None:
    j = t.after(i)
    word = t.low[j]
    if word == "hundred" or word in SCALES or word == "dozen":
        return _from_words(t, i, j, group=1)
    if word == "half":
        return _half(t, i, j)
    if word in FEW:
        return _few(t, i, j)
    if word == "percentage" and t.low[j + 1] == "point":
        return Figure(i, j, ONE, ONE, ONE, ONE, "words", words=True)
    if word in units.MEASURES and _and_fraction(t, j)[0]:
        return _unit_and_a_half(t, i, j)
    if word in _SINGLE_PARTS:
        return _fraction(t, i, j, ONE)
    return None


def _unit_and_a_half(t: Tokens, i: int, j: int) -> Figure:
    """Read "an hour and a half"."""
    half, last = _and_fraction(t, j)
    value = ONE + half
    unit = units.MEASURES[t.low[j]]
    return Figure(
        i, last + 1, value, value, value, place(value), "measure", kind=QuantityKind.MEASURE, unit=unit, words=True
    )


def _from_numeral(t: Tokens, i: int) -> Figure | None:
    read = numeral(t.low[i])
    if read is None:
        return None
    value, step = read
    last = i
    nxt = t.low[i + 1]
    if nxt in FRACTION_SIGNS and t.touches(i):
        top, bottom = FRACTION_SIGNS[nxt]
        value, step, last = value + Decimal(top) / Decimal(bottom), Decimal("0.01"), i + 1
    elif nxt == "/" and t.touches(i) and t.touches(i + 1) and t.kind[i + 2] == NUMERAL:
        return _slashed(t, i, value)
    elif (mixed := _mixed(t, i)) is not None:
        value, step, last = value + mixed, Decimal("0.01"), t.after(i) + 2
    part = t.after(last)
    if (
        t.low[part] in DENOMINATORS
        and t.low[part].endswith("s")
        and value < 20
        and value == value.to_integral_value()
        and value > 1
    ):
        return _fraction(t, i, part, value)
    figure = _scaled(t, i, last, value, step)
    if figure.end == i + 1:
        figure.bare = True
    return figure


def _mixed(t: Tokens, i: int) -> Decimal | None:
    """The fraction of "2 1/2" or "2-1/2" after the numeral i."""
    j = t.after(i)
    if (
        t.kind[j] != NUMERAL
        or t.low[j + 1] != "/"
        or not (t.touches(j) and t.touches(j + 1))
        or t.kind[j + 2] != NUMERAL
    ):
        return None
    top, bottom = t.low[j], t.low[j + 2]
    if top in {"1", "2", "3", "5", "7"} and bottom in {"2", "3", "4", "8"} and int(top) < int(bottom):
        return Decimal(top) / Decimal(bottom)
    return None


def _slashed(t: Tokens, i: int, value: Decimal) -> Figure | None:
    """Read "1/3" as a fraction and "64/100" as a mark out of a total; "9/11" and dates are neither."""
    read = numeral(t.low[i + 2])
    if read is None or (t.low[i], t.low[i + 2]) in IDIOM_PAIRS or (t.low[i + 3] == "/" and t.touches(i + 2)):
        return None
    total = read[0]
    if t.low[i - 1] == "/" or total == 0 or total != total.to_integral_value():
        return None
    if value < total and 2 <= total <= 9 and value == value.to_integral_value():
        figure = _scaled(t, i, i + 2, value / total, Decimal("0.01"), ratio=True)
        figure.rule = "fraction"
        return figure
    if total in {5, 10, 20, 50, 100} and value <= total:
        return Figure(i, i + 3, value, value, value, place(value), "mark", kind=QuantityKind.RATIO, of=total)
    return None


class _Sum:
    """Number words added up one by one: "two million three hundred and five"."""

    __slots__ = ("group", "limit", "scale", "total")

    def __init__(self, group: int) -> None:
        self.total = 0  # closed groups: the two million
        self.group = group  # the open group below the next scale word; -1 when none is open
        self.limit = 10**18  # the next scale word must be smaller
        self.scale = 1  # the scale of the last word

    def add(self, word: str) -> bool:
        """Take in the next word; False when it does not continue the number."""
        if word in SCALES:
            return self._close(SCALES[word])
        if word == "hundred":
            if not 1 <= self.group <= 99:
                return False
            self.group, self.scale = self.group * 100, 100
            return True
        size = SMALL.get(word, TENS.get(word, -1))
        if size < 0 or (size == 0 and (self.total or self.group >= 0)):
            return False
        ones = size < 10 and self.group % 100 >= 20 and self.group % 10 == 0
        if self.group >= 0 and not ones and not (self.group >= 100 and self.group % 100 == 0):
            return False
        self.group, self.scale = max(self.group, 0) + size, 1
        return True

    def _close(self, scale: int) -> bool:
        if self.group < 0 and self.total and scale > self.scale > 1:
            self.total, self.scale = self.total * scale, self.scale * scale
            return True
        if self.group <= 0 or scale >= self.limit:
            return False
        self.total += self.group * scale
        self.group, self.limit, self.scale = -1, scale, scale
        return True

    def takes_and(self) -> bool:
        """Whether "and" may continue it: "two hundred and", "a thousand and"."""
        return self.scale >= 100 and (self.group < 0 or self.group % 100 == 0)


def _from_words(t: Tokens, first: int, i: int, group: int = -1) -> Figure | None:
    """A number in words from token i; `group` 1 stands for the article of "a hundred".

    Returns None for a title ("Two and a Half Men"): capitals after the first word.
    """
    low = t.low
    number = _Sum(group)
    last, j = first, i
    while True:
        k = t.after(j) if low[j] == "and" and j > i and number.takes_and() and low[j + 1] in NUMBER_WORDS else j
        if k > j and number.group < 0 and SCALES.get(low[t.after(k)], 0) >= number.limit:
            break
        if not number.add(low[k]):
            break
        if k > i and t.capital(k):
            return None
        last, j = k, t.after(k)
    value = Decimal(number.total + max(number.group, 0))
    if not number.total and 13 <= number.group <= 20 and (low[j] in TENS or SMALL.get(low[j], 0) >= 10):
        end = t.after(j) + 1 if SMALL.get(low[t.after(j)], 99) < 10 else j + 1
        return Figure(first, end, value, value, value, ONE, "code")  # a year read aloud: "nineteen eighty-four"
    figure = Figure(first, last + 1, value, value, value, place(value), "words", mantissa=value, words=True)
    if number.scale > 1:
        figure.mantissa, figure.scale = value / number.scale, Decimal(number.scale)
    return _words_tail(t, figure, first, last, value)


def _words_tail(t: Tokens, figure: Figure, first: int, last: int, value: Decimal) -> Figure | None:
    """What may follow a number in words: "point five", "dozen", "-thirds", "and a half"."""
    j = t.after(last)
    word = t.low[j]
    if word == "point" and t.low[t.after(j)] in SMALL and SMALL[t.low[t.after(j)]] < 10:
        digits = ""
        while SMALL.get(t.low[t.after(j)], 99) < 10 and len(digits) < 12:
            j = t.after(j)
            digits += str(SMALL[t.low[j]])
        return _scaled(t, first, j, value + Decimal(f"0.{digits}"), ONE.scaleb(-len(digits)), words=True)
    if word == "dozen":
        dozens = value * 12 if value != 1 or last != first or t.low[first] == "one" else Decimal(12)
        figure.value = figure.low = figure.high = dozens
        figure.mantissa, figure.scale, figure.step, figure.end, figure.rule = (
            value,
            Decimal(12),
            Decimal(12),
            j + 1,
            "dozen",
        )
        return figure
    parts = word in DENOMINATORS and value < 100 and (word.endswith("s") or value == 1)
    if parts and (fraction := _fraction(t, first, j, value)) is not None:
        return fraction
    half, end = _and_fraction(t, last)
    if half:
        if t.capital(end):
            return None
        if figure.scale > 1:
            value += half * figure.scale
            figure.value = figure.low = figure.high = value
            figure.step, figure.end, figure.mantissa = place(value), end + 1, figure.mantissa + half
            return figure
        return _scaled(
            t, first, end, value + half, Decimal("0.1") if half == Decimal("0.5") else Decimal("0.01"), words=True
        )
    return figure


def _and_fraction(t: Tokens, last: int) -> tuple[Decimal, int]:
    """Read "and a half", "and-a-quarter", "and three quarters" after token `last`: the fraction and its last token."""
    j = t.after(last)
    if t.low[j] != "and":
        return Decimal(0), last
    top = t.after(j)
    part = t.after(top)
    if t.low[top] in {"a", "one"} and t.low[part] in {"half", "quarter", "third"}:
        return ONE / DENOMINATORS[t.low[part]], part
    if t.low[top] == "three" and t.low[part] == "quarters":
        return Decimal("0.75"), part
    return Decimal(0), last


def _scaled(
    t: Tokens, first: int, last: int, value: Decimal, step: Decimal, *, words: bool = False, ratio: bool = False
) -> Figure:
    """A number up to token `last`, with "and a half" and the scale words after it."""
    if not ratio:
        half, last_half = _and_fraction(t, last)
        if half:
            value, step, last = value + half, Decimal("0.1"), last_half
    mantissa = value
    scale = ONE
    j = t.after(last)
    if ratio and t.low[j] == "of" and t.low[j + 1] in {"a", "one"} and t.low[j + 2] in SCALES:
        j += 2
    word = t.low[j]
    while (size := SCALES.get(word) or (SHORT_SCALES.get(word) if t.kind[j - 1] == NUMERAL else None)) is not None:
        scale *= size
        last = j
        j = t.after(j)
        word = t.low[j]
    if scale == ONE and word == "hundred" and value < 100:
        scale, last = Decimal(100), j
    if scale == ONE and word == "dozen":
        scale, last = Decimal(12), j
    if scale > ONE:
        value, step = value * scale, step * scale
        half, last_half = _and_fraction(t, last)
        if half:
            value, mantissa, last = value + half * scale, mantissa + half, last_half
            step = place(value)
        if ratio:
            value = value.quantize(ONE) if abs(value - value.to_integral_value()) < Decimal("1e-6") else value
            step = place(value)
    figure = Figure(
        first, last + 1, value, value, value, step, "words" if words else "numeral", mantissa, scale, words=words
    )
    if ratio and scale == ONE:
        figure.kind = QuantityKind.RATIO
        figure.rule = "fraction"
    return figure


def _fraction(t: Tokens, first: int, part: int, top: Decimal) -> Figure | None:
    """Read "two-thirds", "a quarter of a million", "three quarters"; `part` is the token of the denominator.

    None when "third" or "fifth" after the article is an ordinal ("a third suspect") and when quarters are those of a year.
    """
    word = t.low[part]
    article = t.low[first] in {"a", "an"}
    nxt = t.low[part + 1]
    if t.capital(part):
        return None
    starts_share = (
        nxt in _AFTER_SHARE
        or nxt in SCALES
        or t.kind[part + 1] != WORD
        or (word == "quarter" and (nxt in units.MEASURES or nxt in _POINTS))
    )
    if article and word != "half" and not starts_share:
        return None
    if word == "quarters" and t.low[first - 1] in {"past", "last", "first", "next", "previous", "in", "straight"}:
        return None
    figure = _scaled(t, first, part, top / DENOMINATORS[word], Decimal("0.01"), ratio=True, words=True)
    if word in {"quarter", "quarters"} and t.low[figure.end] in _POINTS:
        return _as_points(figure, figure.end + 1)
    of_one = t.low[figure.end] == "of" and t.low[figure.end + 1] in {"a", "an", "one"}
    whole = t.low[figure.end + 2] if of_one else t.low[figure.end] if word == "quarter" else ""
    if whole in {"percent", "percentage", "per"} or whole in units.MEASURES:
        # "three-tenths of a percent", "three quarters of a mile", "a quarter century"
        figure.end += 2 if of_one else 0
        figure.kind = QuantityKind.COUNT
    return figure


_POINTS = word_set("point points")


def _as_points(figure: Figure, end: int) -> Figure:
    """Read "a quarter point" of an interest rate."""
    figure.end, figure.kind, figure.unit, figure.rule = end, QuantityKind.POINTS, "percentage-point", "percent"
    return figure


def _half(t: Tokens, first: int, i: int) -> Figure | None:
    """Read "half a million", "half-dozen", "half an hour", "half of", "a half"."""
    j = t.after(i)
    if t.low[j] in {"a", "an"}:
        j = t.after(j)
    word = t.low[j]
    half = Decimal("0.5")
    if word in SCALES or word == "dozen":
        scale = Decimal(SCALES.get(word, 12))
        value = half * scale
        return Figure(first, j + 1, value, value, value, place(value), "words", half, scale, words=True)
    figure = Figure(first, i + 1, half, half, half, half / 5, "fraction", half, kind=QuantityKind.RATIO, words=True)
    of_one = word == "of" and t.low[j + 1] in {"a", "one"}
    if t.low[j + 2 if of_one else j] in _PERCENTS:
        figure.end, figure.kind = j + 2 if of_one else j, QuantityKind.COUNT
    elif word in _POINTS:
        return _as_points(figure, j + 1)
    elif word in units.MEASURES and (j > i + 1 or word not in {"second", "day"}):
        figure.end, figure.kind = j, QuantityKind.COUNT
    elif not _is_share(t, first, i):
        return None
    return figure


def _is_share(t: Tokens, first: int, i: int) -> bool:
    """Whether "half" at token i is a share, and not "second half", "half-brother" or a word in a title."""
    lead = t.low[first - 1]
    if (
        lead in _NOT_BEFORE_HALF
        or (lead == "and" and first < i)
        or t.hyphen(i + 1)
        or (t.capital(i) and not t.opens(i))
    ):
        return False
    stands_alone = t.kind[i + 1] != WORD and (first < i or t.size == 1)
    return stands_alone or t.low[i + 1] in _AFTER_HALF or lead in _BEFORE_HALF


_PERCENTS = word_set("percent percentage per pc")


def _few(t: Tokens, first: int, i: int) -> Figure | None:
    """Read "several hundred", "a few dozen", "a couple of hundred", "a handful of"."""
    word, j = t.low[i], i + 1
    if first == i and word != "several" and t.low[i - 1] not in {"last", "past", "next", "first", "these"}:
        return None
    if word == "couple" and t.low[j] not in _AFTER_COUPLE and units.MEASURES.get(t.low[j]) not in units.TIME_UNITS:
        return None  # a married couple
    if word == "handful" and t.low[j] not in {"of", ""}:
        return None
    least, most = FEW[word]
    figure = Figure(first, j, None, Decimal(least), Decimal(most), ONE, "vague", hedge=Hedge.VAGUE, words=True)
    if t.low[j] == "of" and word != "several":
        j += 1
    scale = 1
    while (size := _ROUND.get(t.low[j], 0)) > scale:
        scale, j = scale * size, j + 1
        figure.end = j
    figure.low, figure.high, figure.step = Decimal(least * scale), Decimal((most + 1) * scale - 1), Decimal(scale)
    return figure


_AFTER_COUPLE = frozenset(["of", "hundred", "thousand", "million", "dozen", "more", ""])
_ROUND = {"hundred": 100, "dozen": 12, **SCALES}


def _vague(t: Tokens, i: int) -> Figure | None:
    """Read "dozens", "tens of thousands", "hundreds of millions"; not "test scores" or "scores of 12 to 8"."""
    word, nxt, after_of = t.low[i], t.low[i + 1], t.low[i + 2]
    if nxt == "of" and (t.kind[i + 2] == NUMERAL or after_of in NUMBER_WORDS):
        return None
    bounds = VAGUE.get(f"{word} of {after_of}") if nxt == "of" else None
    end = i + 3 if bounds else i + 1
    alone = t.size == 1
    if not bounds and word in {"tens", "lakhs", "crores"} and nxt != "of" and not alone:
        return None
    if word == "scores" and not alone and (nxt not in _AFTER_SCORES or t.low[i - 1] in _BEFORE_MARKS):
        return None
    low, high = bounds or VAGUE[word]
    return Figure(i, end, None, low, high, low / 2, "vague", hedge=Hedge.VAGUE, words=True)


_AFTER_SCORES = word_set("of more were are have dead killed injured wounded")
_BEFORE_MARKS = word_set("test the exam credit he she who its their")
