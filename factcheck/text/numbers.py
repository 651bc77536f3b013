"""Figures in a sentence: how much, of what, and how it is meant.

`find_quantities` walks the tokens once. Wherever a figure can start it reads forward: sign, number, scale, unit, then a
second figure if both make a range, a score or a share. Then it looks around: the hedge before or after, what is
counted, and whether the number is a name, a date or a code after all, and so no figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.domain.analysis import Hedge, Quantity, QuantityKind
from factcheck.text import hedges, units
from factcheck.text.counted import Counted, is_plural, plural_head, singular_head, state_head
from factcheck.text.number_tokens import CODE, DASHES, NUMERAL, SIGN, WORD, Tokens
from factcheck.text.number_words import (
    DENOMINATORS,
    FEW,
    FRACTION_SIGNS,
    LETTER_SCALES,
    ORDINALS,
    SCALES,
    SHORT_SCALES,
    SMALL,
    TENS,
    VAGUE,
    VAGUE_FIRST,
    numeral,
    place,
)
from factcheck.text.words import key

ONE = Decimal(1)
TEN = Decimal(10)

_NUMBER_WORDS = frozenset([*SMALL, *TENS])
_SINGLE_PARTS = frozenset(word for word in DENOMINATORS if not word.endswith("s") and word != "halves")
_AFTER_A = frozenset([*SCALES, *_SINGLE_PARTS, "hundred", "dozen", "few", "couple", "handful", "percentage"])
_STARTS = frozenset(
    [*_NUMBER_WORDS, *FEW, *VAGUE_FIRST, *ORDINALS, *units.CODES, *units.DOLLAR_PREFIXES, *units.SIGNS, *FRACTION_SIGNS]
    + ["an", "half", "minus", "-", "−", "no", "none", "not"]
) - {"handful"}
_GATE = re.compile(
    r"[0-9½⅓⅔¼¾⅛]|(?<![^\W_])(?:"
    + "|".join(
        sorted(
            {*SMALL, *TENS, *SCALES, *DENOMINATORS, *VAGUE_FIRST, *ORDINALS, "hundred", "dozen", "several", "few", "couple", "handful", "no", "none", "percentage"},
            key=len,
            reverse=True,
        )
    )
    + r")(?![^\W_])",
    re.IGNORECASE,
)  # fmt: skip

_MONTHS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug sep
    sept oct nov dec""".split()
)
_ERAS = frozenset("b.c. a.d. bc ad bce ce b.c.e. c.e.".split())
_ZONES = frozenset("gmt utc est edt pst bst cet ist hrs noon midnight".split())
# A number after one of these is a name, whatever follows.
_DESIGNATORS = frozenset(
    """article articles section sections chapter chapters page pages verse paragraph clause amendment flight route highway
    interstate channel phase phases stage type category level tier version volume vol resolution boeing airbus windows iphone
    ipad galaxy playstation xbox apollo soyuz sputnik voyager formula psalm opus agenda vision proposition prop no nos number
    numbers nr room gate platform terminal runway suite apartment apt figure table annex appendix protocol exhibit lot track
    schedule title catch fahrenheit covid fiscal episode season euro area u2 blink sum bill-no world-cup convoy pier dock
    unit-no beijing-no issue-no camp delta-no plot sector zone precinct ward constituency model nokia f fifa nba nfl eurovision
    tokyo rio sochi expo basel euro-nc""".split()
)
# A number after one of these is a name unless something countable follows it.
_SOFT_DESIGNATORS = frozenset(
    """rule grade group class line step unit reactor district block part act scene week day round game lap hole order law
    decree case item question form series size station camp building house street door division brigade battalion regiment
    squadron bus train""".split()
)
_BODIES_AFTER_ORDINAL = frozenset(
    """century centuries street avenue army fleet division brigade battalion infantry regiment corps squadron amendment circuit
    district republic reich airborne cavalry arrondissement congress lieutenant lady ladies hand aid world estate
    quarter quarters half halves""".split()
)
_NOT_AFTER_FIRST = frozenset("time class name names person deputy minister thing things sergeant baron secretary place-only of".split())
_STREETS = frozenset("street st avenue ave road rd lane drive boulevard blvd square terrace downing whitehall".split())
_SUPERLATIVES = frozenset("most least best worst longest largest biggest highest".split())
_RANKING = frozenset(
    "finished finish finishes finishing came come comes placed places place ranked ranks rank ranking is are was were be".split()
)
_POSSESSIVES = frozenset("the its his her their our my your whose a only".split())
_IDIOM_PAIRS = frozenset({("50", "50"), ("24", "7"), ("9", "11"), ("7", "7"), ("20", "20"), ("fifty", "fifty"), ("7", "eleven")})
_HYPHEN_IDIOMS = frozenset(
    """way sided faced dimensional wheel piece ply stop off liner upmanship on fold-only tier ish
    something ball letter""".split()
)
_AGED = frozenset("aged age ages turned turns turning".split())
_AGE_GROUPS = frozenset(
    """children child people persons those anyone everyone kids youths youngsters adults girls boys men women voters americans
    citizens players athletes workers patients residents pupils students teenagers infants babies females males""".split()
)
_CHANGE = frozenset(
    """rise rises rose risen rising fall falls fell fallen falling increase increases increased increasing decrease decreases
    decreased decreasing grow grows grew grown growing drop drops dropped dropping climb climbs climbed climbing jump jumps
    jumped jumping decline declines declined declining go goes went gone cut cuts cutting raise raises raised raising reduce
    reduces reduced reducing lower lowers lowered lowering slip slips slipped slipping surge surges surged surging soar soared
    soaring plunge plunged plunging shrink shrank shrunk expand expanded expanding up down move moved moves change changed
    changes gain gained gains advance advanced edge edged ease eased double doubled widen widened narrow narrowed swing swung
    revised revise downgraded upgraded boost boosted trim trimmed slashed slash hiked hike lifted lift tumbled tumble sank sink
    dipped dip rebounded improved improve slowed slow accelerated accelerate bring brought took take extended extend""".split()
)
_SCORING = frozenset(
    """vote votes voted voting won win wins winning beat beats beating defeat defeats defeated defeating lost lose loss losing draw
    drew drawn tie tied score scored scoreline victory victories ruling ruled decision lead led leads leading match set sets
    game games shootout penalties aggregate upset thrashed thrash hammered crushed edged rout trounced margin seed final
    semifinal quarterfinal majority verdict favor favour against approved passed rejected split""".split()
)
_REACHING = frozenset(
    """is was are were of at to reached reaches reaching hit hits stands stood totaled totalled totals exceeded exceeds topped
    tops passed numbered numbers numbering remains remained now has had have be been climbed risen rose grown grew rising up""".split()
)
_TOTALS = frozenset("toll population membership attendance tally turnout headcount circulation enrollment enrolment".split())
_HOLDERS = frozenset("children people men women girls boys adults".split())
_TALKING_POINTS = frozenset("thing way side hand point end time".split())
# What "no" counts: people and things that a report gives a number of. "No plans" or "no comment" is a denial, no figure.
_COUNTABLE = frozenset(
    key(word)
    for word in """people person civilian soldier troop casualty injury death fatality victim survivor passenger child woman man
    hostage prisoner detainee officer policeman worker employee student patient refugee militant rebel insurgent suspect
    resident peacekeeper marine sailor pilot journalist protester demonstrator inmate migrant settler American Israeli
    Palestinian Iraqi Afghan Briton Russian Ukrainian seat vote ballot goal point medal case infection missile rocket bomb
    weapon warhead warship ship vessel aircraft plane jet helicopter tank vehicle car truck bus house home building school hospital
    arrest attack strike explosion blast gunman attacker bomber bystander tourist visitor member candidate lawmaker voter
    shot round title trophy penalty run wicket boat train crew staff servicemember""".split()
)
_TIME_AFTER = frozenset("a.m. p.m. am pm a.m p.m o'clock o’clock".split())
_NOT_AFTER_YEAR_LEADS = frozenset("in since by until till the of from before after during between and 's circa late early mid".split())
_COUNT_HEDGES = frozenset({"than", "least", "as", "nearly", "almost", "some", "estimated"})


@dataclass(slots=True)
class _Figure:
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
    found: list[tuple[_Figure, Quantity]] = []
    floor = 0
    i = 0
    while i < tokens.size:
        if kinds[i] == NUMERAL or (lows[i] in _STARTS and kinds[i] != CODE) or (lows[i] == "a" and _opens_figure(tokens, i)):
            figures, i = _read(tokens, i, floor)
            for figure in figures:
                quantity = _finish(tokens, figure, floor)
                if quantity is not None:
                    found.append((figure, quantity))
                    floor = figure.end
        else:
            i += 1
    return _share_nouns(tokens, found)


def parse_figure(text: str) -> Quantity | None:
    """A figure that stands alone, as typed in a claim file: "2500", "about 2,500", "2 to 3 million", "10%", "no".

    Offsets are those in `text`. None when the text is no figure or more than one. A bare year is a figure here, and so is "one".
    """
    tokens = Tokens(text)
    for first in range(tokens.size):
        if tokens.low[first] in {"no", "none", "zero"} and tokens.size == 1:
            return _zero_quantity(tokens, first, first + 1, None)
        figure = _figure_at(tokens, first) or _ordinal_at(tokens, first)
        if figure is None:
            continue
        figure = _join(tokens, figure, typed=True) or figure
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


def _only(text: str, figure: _Figure, tokens: Tokens) -> Quantity | None:
    """A typed figure with the noun it counts ("2,500 troops")."""
    found = find_quantities(text)
    if len(found) == 1 and found[0].start == tokens.start[figure.first] and found[0].unit_span and found[0].unit_span[1] == len(text):
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


# Reading a figure forward from a token


def _opens_figure(t: Tokens, i: int) -> bool:
    return t.low[i + 1] in _AFTER_A or (t.low[i + 1] in units.SIGNS and t.touches(i)) or t.low[t.after(i)] in {"half", "dozen"}


def _figure_at(t: Tokens, i: int) -> _Figure | None:
    """The figure that starts exactly at token i, with sign, scale and unit."""
    j = i
    negative = False
    if t.low[j] in {"minus", "negative"} or (t.low[j] in {"-", "−"} and t.touches(j) and t.end[j - 1] != t.start[j]):
        negative = True
        j += 1
        if t.kind[j] != NUMERAL and t.low[j] not in _NUMBER_WORDS and t.low[j] not in units.SIGNS:
            return None
    money, j = _currency_before(t, j)
    figure = _number(t, j)
    if figure is None:
        return None
    figure.first = i
    if money:
        if figure.kind is QuantityKind.RATIO and not figure.scale > ONE:
            figure.kind = QuantityKind.COUNT
        figure.kind, figure.unit, figure.bare, figure.rule = QuantityKind.MONEY, money, False, "money-before"
        _letter_scale(t, figure, money=True)
    else:
        _unit_after(t, figure)
    if negative:
        if figure.value is None or (figure.plain and t.low[i] != "minus"):
            return None
        figure.value = figure.low = figure.high = -figure.value
        figure.bare = False
    return figure


def _currency_before(t: Tokens, i: int) -> tuple[str | None, int]:
    """ISO code and the first token of the number, or (None, i)."""
    word = t.low[i]
    if word in units.SIGNS:
        return units.SIGNS[word], i + 1
    if word in units.DOLLAR_PREFIXES and t.low[i + 1] == "$" and t.touches(i):
        return units.DOLLAR_PREFIXES[word], i + 2
    if word in units.CODES and (word in {"rs", "ksh"} or t.text[t.start[i]].isupper()):
        j = i + 1
        if t.low[j] == "." and t.touches(i):
            j += 1
        if t.low[j] in units.SIGNS:
            j += 1
        if t.kind[j] == NUMERAL:
            return units.CODES[word], j
    return None, i


def _number(t: Tokens, i: int) -> _Figure | None:
    kind = t.kind[i]
    if kind == NUMERAL:
        return _from_numeral(t, i)
    word = t.low[i]
    if kind == SIGN:
        if word in FRACTION_SIGNS:
            top, bottom = FRACTION_SIGNS[word]
            return _scaled(t, i, i, Decimal(top) / Decimal(bottom), Decimal("0.01"), ratio=True)
        return None
    if kind != WORD:
        return None
    if word in _NUMBER_WORDS:
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


def _after_article(t: Tokens, i: int) -> _Figure | None:
    j = t.after(i)
    word = t.low[j]
    if word == "hundred" or word in SCALES or word == "dozen":
        return _from_words(t, i, j, group=1)
    if word == "half":
        return _half(t, i, j)
    if word in FEW:
        return _few(t, i, j)
    if word == "percentage" and t.low[j + 1] == "point":
        return _Figure(i, j, ONE, ONE, ONE, ONE, "words", words=True)
    if word in _SINGLE_PARTS:
        return _fraction(t, i, j, ONE)
    return None


def _from_numeral(t: Tokens, i: int) -> _Figure | None:
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
    if t.low[part] in DENOMINATORS and t.low[part].endswith("s") and value < 20 and value == value.to_integral_value() and value > 1:
        return _fraction(t, i, part, value)
    figure = _scaled(t, i, last, value, step)
    if figure.end == i + 1:
        figure.bare = True
    return figure


def _mixed(t: Tokens, i: int) -> Decimal | None:
    """The fraction of "2 1/2" or "2-1/2" after the numeral i."""
    j = t.after(i)
    if t.kind[j] != NUMERAL or t.low[j + 1] != "/" or not (t.touches(j) and t.touches(j + 1)) or t.kind[j + 2] != NUMERAL:
        return None
    top, bottom = t.low[j], t.low[j + 2]
    if top in {"1", "2", "3", "5", "7"} and bottom in {"2", "3", "4", "8"} and int(top) < int(bottom):
        return Decimal(top) / Decimal(bottom)
    return None


def _slashed(t: Tokens, i: int, value: Decimal) -> _Figure | None:
    """"1/3" is a fraction, "64/100" a mark out of a total; "9/11" and dates are neither."""
    read = numeral(t.low[i + 2])
    if read is None or (t.low[i], t.low[i + 2]) in _IDIOM_PAIRS or (t.low[i + 3] == "/" and t.touches(i + 2)):
        return None
    total = read[0]
    if t.low[i - 1] == "/" or total == 0 or total != total.to_integral_value():
        return None
    if value < total and 2 <= total <= 9 and value == value.to_integral_value():
        figure = _scaled(t, i, i + 2, value / total, Decimal("0.01"), ratio=True)
        figure.rule = "fraction"
        return figure
    if total in {5, 10, 20, 50, 100} and value <= total:
        return _Figure(i, i + 3, value, value, value, place(value), "mark", kind=QuantityKind.RATIO, of=total)
    return None


def _from_words(t: Tokens, first: int, i: int, group: int = -1) -> _Figure | None:
    """A number in words from token i; `group` 1 stands for the article of "a hundred".

    Returns None for a title ("Two and a Half Men"): capitals after the first word.
    """
    low = t.low
    total, limit, last, scale = 0, 10**18, first, 1
    j = i
    while True:
        word = low[j]
        joined = j
        if word == "and" and (scale >= 100 and (group < 0 or group % 100 == 0)) and low[j + 1] in _NUMBER_WORDS and j > i:
            joined = t.after(j)
            word = low[joined]
            if low[t.after(joined)] in SCALES or low[t.after(joined)] == "hundred":
                break
        small = SMALL.get(word)
        if small is not None and not (small == 0 and (total or group >= 0)):
            if group < 0:
                group = small
            elif (small < 10 and group % 100 >= 20 and group % 10 == 0) or (group >= 100 and group % 100 == 0):
                group += small
            else:
                break
            scale = 1
        elif word in TENS:
            if group < 0:
                group = TENS[word]
            elif group >= 100 and group % 100 == 0:
                group += TENS[word]
            else:
                break
            scale = 1
        elif word == "hundred" and 1 <= group <= 99:
            group *= 100
            scale = 100
        elif word in SCALES and group > 0 and SCALES[word] < limit:
            scale = SCALES[word]
            total += group * scale
            group, limit = -1, scale
        else:
            break
        if joined > i and t.capital(joined):
            return None
        last = joined
        j = t.after(joined)
        if total and group < 0 and word in SCALES and low[j] in SCALES and SCALES[low[j]] > scale:
            total, scale = total * SCALES[low[j]], scale * SCALES[low[j]]
            last, j = j, t.after(j)
    value = Decimal(total + max(group, 0))
    figure = _Figure(first, last + 1, value, value, value, place(value), "words", mantissa=value, words=True)
    if scale > 1:
        figure.mantissa, figure.scale = value / scale, Decimal(scale)
    return _words_tail(t, figure, first, last, value)


def _words_tail(t: Tokens, figure: _Figure, first: int, last: int, value: Decimal) -> _Figure | None:
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
        figure.mantissa, figure.scale, figure.step, figure.end, figure.rule = value, Decimal(12), Decimal(12), j + 1, "dozen"
        return figure
    if word in DENOMINATORS and value < 100 and (word.endswith("s") or value == 1):
        return _fraction(t, first, j, value)
    half, end = _and_fraction(t, last)
    if half:
        if figure.scale > 1:
            value += half * figure.scale
            figure.value = figure.low = figure.high = value
            figure.step, figure.end, figure.mantissa = place(value), end + 1, figure.mantissa + half
            return figure
        return _scaled(t, first, end, value + half, Decimal("0.1") if half == Decimal("0.5") else Decimal("0.01"), words=True)
    return figure


def _and_fraction(t: Tokens, last: int) -> tuple[Decimal, int]:
    """"and a half", "and-a-quarter", "and three quarters" after token `last`: the fraction and its last token."""
    j = t.after(last)
    if t.low[j] != "and":
        return Decimal(0), last
    top = t.after(j)
    part = t.after(top)
    if t.low[top] in {"a", "one"} and t.low[part] in {"half", "quarter", "third"} and not t.capital(part):
        return ONE / DENOMINATORS[t.low[part]], part
    if t.low[top] == "three" and t.low[part] == "quarters":
        return Decimal("0.75"), part
    return Decimal(0), last


def _scaled(
    t: Tokens, first: int, last: int, value: Decimal, step: Decimal, *, words: bool = False, ratio: bool = False
) -> _Figure:
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
    figure = _Figure(first, last + 1, value, value, value, step, "words" if words else "numeral", mantissa, scale, words=words)
    if ratio and scale == ONE:
        figure.kind = QuantityKind.RATIO
        figure.rule = "fraction"
    return figure


def _fraction(t: Tokens, first: int, part: int, top: Decimal) -> _Figure | None:
    """"two-thirds", "a quarter of a million", "three quarters"; `part` is the token of the denominator.

    None when "third" or "fifth" after the article is an ordinal ("a third suspect") and when quarters are those of a year.
    """
    word = t.low[part]
    article = t.low[first] in {"a", "an"}
    nxt = t.low[part + 1]
    if t.capital(part):
        return None
    if article and word != "half" and not (nxt in _AFTER_SHARE or not nxt or t.kind[part + 1] == SIGN):
        if nxt not in SCALES:
            return None
    if word == "quarters" and t.low[first - 1] in {"past", "last", "first", "next", "previous", "in", "straight"}:
        return None
    if word == "seconds":
        return None
    figure = _scaled(t, first, part, top / DENOMINATORS[word], Decimal("0.01"), ratio=True, words=True)
    if figure.kind is QuantityKind.RATIO and t.low[figure.end] == "of" and t.low[figure.end + 1] in {"a", "one"}:
        # "three-tenths of a percent", "half of one percent"
        if t.low[figure.end + 2] in {"percent", "percentage", "per"}:
            figure.end += 2
            figure.kind = QuantityKind.COUNT
    return figure


_AFTER_SHARE = frozenset(
    """of the its their his her less more higher lower fewer larger smaller bigger faster and or in to from since by on over at
    this last compared were are was is have has had as for with said say came come live lived voted believe think while but
    that among during when who per percent""".split()
)


def _half(t: Tokens, first: int, i: int) -> _Figure | None:
    """"half a million", "half-dozen", "half an hour", "half of", "a half"."""
    j = t.after(i)
    if t.low[j] in {"a", "an"}:
        j = t.after(j)
    word = t.low[j]
    value = Decimal("0.5")
    if word in SCALES or word == "dozen":
        scale = Decimal(SCALES.get(word, 12))
        value *= scale
        return _Figure(first, j + 1, value, value, value, place(value), "words", Decimal("0.5"), scale, words=True)
    ratio = _Figure(first, i + 1, value, value, value, Decimal("0.1"), "fraction", value, kind=QuantityKind.RATIO, words=True)
    if word in {"percent", "percentage", "per", "pc"} or (word in units.MEASURES and (j > i + 1 or word not in {"second", "day"})):
        ratio.end, ratio.kind = j, QuantityKind.COUNT
        return ratio
    if word == "of" and t.low[j + 1] in {"a", "one"} and t.low[j + 2] in {"percent", "percentage", "per"}:
        ratio.end, ratio.kind = j + 2, QuantityKind.COUNT
        return ratio
    if t.low[first - 1] in _NOT_BEFORE_HALF or t.hyphen(i + 1) or t.capital(i) and not t.opens(i):
        return None
    lead = t.low[first - 1]
    if t.low[i + 1] in _AFTER_HALF or lead in _BEFORE_HALF or (first < i and t.kind[i + 1] != WORD):
        return ratio
    return None


_NOT_BEFORE_HALF = frozenset("first second other latter former better bottom top northern southern eastern western upper lower".split())
_AFTER_HALF = frozenset("of the its his her their our your my all that this those these them what a an as".split())
_BEFORE_HALF = frozenset("than nearly almost about by over under least roughly around approximately to only exactly one".split())


def _few(t: Tokens, first: int, i: int) -> _Figure | None:
    """"several hundred", "a few dozen", "a couple of hundred", "a handful of"."""
    word = t.low[i]
    if first == i and word in {"few", "couple", "handful"} and t.low[i - 1] not in {"last", "past", "next", "first", "these"}:
        return None
    least, most = FEW[word]
    j = i + 1
    nxt = t.low[j]
    if word == "couple" and nxt not in {"of", "hundred", "thousand", "million", "dozen", "more"}:
        return None
    if word == "handful" and nxt != "of":
        return None
    if word in {"couple", "handful"} and nxt == "of" and (t.low[j + 1] in {"hundred", "dozen"} or t.low[j + 1] in SCALES):
        j += 1
        nxt = t.low[j]
    scale = 100 if nxt == "hundred" else 12 if nxt == "dozen" else SCALES.get(nxt, 0)
    figure = _Figure(first, i + 1, None, Decimal(least), Decimal(most), ONE, "vague", hedge=Hedge.VAGUE, words=True)
    if scale:
        figure.end = j + 1
        figure.low, figure.high, figure.step = Decimal(least * scale), Decimal((most + 1) * scale - 1), Decimal(scale)
        if t.low[j + 1] in SCALES and SCALES[t.low[j + 1]] > scale:
            more = SCALES[t.low[j + 1]]
            figure.end = j + 2
            figure.low, figure.high = figure.low * more, Decimal((most + 1) * scale * more - 1)
            figure.step = figure.step * more
    return figure


def _vague(t: Tokens, i: int) -> _Figure | None:
    """"dozens", "tens of thousands", "hundreds of millions"."""
    word = t.low[i]
    if t.low[i + 1] == "of" and (low_high := VAGUE.get(f"{word} of {t.low[i + 2]}")) is not None:
        end = i + 3
    elif word == "tens" and t.low[i + 1] != "of":
        return None
    elif word == "scores" and not (t.low[i + 1] in {"of", "more", "were", "are", "have", "dead", "killed", "injured", "wounded"}):
        return None
    elif word == "scores" and (t.low[i - 1] in {"test", "the", "exam", "credit", "he", "she", "who", "and", "its", "their"} and t.low[i + 1] == "of" and t.low[i - 1] != "and"):
        return None
    else:
        low_high, end = VAGUE.get(word), i + 1
        if low_high is None:
            return None
    if end == i + 1 and word in {"lakhs", "crores"} and t.low[i + 1] != "of":
        return None
    return _Figure(i, end, None, low_high[0], low_high[1], low_high[0] / 2, "vague", hedge=Hedge.VAGUE, words=True)


# Units after a figure


def _letter_scale(t: Tokens, figure: _Figure, *, money: bool) -> None:
    """"5m", "10k", "3b" right after a numeral."""
    j = figure.end
    if t.kind[j] != WORD or t.end[j - 1] != t.start[j] or figure.scale != ONE or figure.value is None:
        return
    word = t.low[j]
    if word not in LETTER_SCALES or (word == "t" and not money):
        return
    scale = Decimal(LETTER_SCALES[word])
    figure.value *= scale
    figure.low = figure.high = figure.value
    figure.step *= scale
    figure.scale, figure.end, figure.bare = scale, j + 1, False


def _unit_after(t: Tokens, figure: _Figure) -> None:
    """Take in percent, a currency noun or a unit of measure after the figure."""
    if figure.kind is QuantityKind.RATIO:
        return
    last = figure.end - 1
    j = t.after(last)
    word = t.low[j]
    touching = t.end[last] == t.start[j]
    if figure.value is None and word == "of":
        j += 1
        word = t.low[j]
        if word not in units.CURRENCY_NOUNS and word not in units.MEASURES and word not in units.NATION_WORDS:
            return
    if word == "%" or word in {"percent", "pct", "pc", "per", "percentage", "basis", "pp", "ppt", "ppts", "bps"}:
        _percent_after(t, figure, j)
        return
    if t.kind[last] == NUMERAL and touching and not t.hyphen(last + 1) and t.kind[j] in (WORD, CODE):
        _attached_letters(t, figure, j)
        return
    if _money_after(t, figure, j):
        return
    _measure_after(t, figure, j)


def _percent_after(t: Tokens, figure: _Figure, j: int) -> None:
    word, nxt = t.low[j], t.low[j + 1]
    points, unit, end = False, "percent", j + 1
    if word == "per":
        if nxt != "cent":
            return
        end = j + 2
    elif word in {"pp", "ppt", "ppts"}:
        points, unit = True, "percentage-point"
    elif word == "bps" or (word == "basis" and nxt in {"points", "point"}):
        points, unit, end = True, "basis-point", j + (1 if word == "bps" else 2)
    elif word == "basis" or (word == "percentage" and nxt not in {"points", "point"}):
        return
    if nxt in {"points", "point"} and word in {"percentage", "percent", "%"}:
        points, unit, end = True, "percentage-point", j + 2
    if t.low[end] == "-" and t.low[end + 1] in {"point", "points"} and word in {"percentage", "percent", "%"}:
        points, unit, end = True, "percentage-point", end + 2
    figure.kind = QuantityKind.POINTS if points else QuantityKind.PERCENT
    figure.unit, figure.end, figure.bare, figure.rule = unit, end, False, "percent"


def _attached_letters(t: Tokens, figure: _Figure, j: int) -> None:
    """Letters that touch a numeral: "5km", "10k", "20C". Others make it a code ("5G", "747s", "4x4"): marked by the rule."""
    letters = t.original(j)
    word = t.low[j]
    unit = units.SIGNS_AFTER_NUMERAL.get(letters)
    if letters == "m" and not _is_length(t, j):
        unit = None
    if unit is None and word in LETTER_SCALES and word not in {"t", "mm", "b"}:
        _letter_scale(t, figure, money=False)
        if figure.scale > ONE:
            if not _money_after(t, figure, t.after(figure.end - 1)):
                _measure_after(t, figure, t.after(figure.end - 1))
            return
    if unit is None and letters == "b" or letters == "B":
        _letter_scale(t, figure, money=True)
        return
    unit = unit or units.MEASURES.get(word)
    if unit is None:
        figure.rule = "code"
        return
    figure.end = j + 1
    if unit == "km" and t.low[j + 1] == "/" and t.low[j + 2] in {"h", "hr"}:
        unit, figure.end = "km/h", j + 3
    figure.kind, figure.unit, figure.bare, figure.rule = QuantityKind.MEASURE, unit, False, "measure"


def _is_length(t: Tokens, j: int) -> bool:
    """Whether the "m" of "100m" at token j is metres: decided by the words after it."""
    return t.low[t.after(j)] in {
        "tall", "high", "long", "wide", "deep", "away", "sprint", "race", "freestyle", "hurdles", "relay", "butterfly",
        "backstroke", "breaststroke", "final", "champion", "record", "dash", "above", "below", "wave", "waves", "apart",
    }  # fmt: skip


def _money_after(t: Tokens, figure: _Figure, j: int) -> bool:
    word = t.low[j]
    nation = ""
    start = j
    if word not in units.CURRENCY_NOUNS and word not in units.SMALL_COINS:
        if word in {"hong", "new", "sri"}:
            j += 1
            word = t.low[j]
        if word not in units.NATION_WORDS:
            if t.original(j) in units.CODES.values() and t.kind[j] == WORD and figure.value is not None and start == j:
                _as_money(figure, units.CODES[word], j + 1)
                return True
            return False
        nation = word
        j += 1
        word = t.low[j]
        if word not in units.CURRENCY_NOUNS:
            return False
    if word in units.SMALL_COINS:
        code, part = units.SMALL_COINS[word]
        if figure.value is not None:
            figure.value *= Decimal(part)
            figure.low = figure.high = figure.value
        elif figure.low is not None and figure.high is not None:
            figure.low, figure.high = figure.low * Decimal(part), figure.high * Decimal(part)
        figure.step *= Decimal(part)
        _as_money(figure, code, j + 1)
        return True
    noun = units.CURRENCY_NOUNS[word]
    if noun in {"won", "mark", "crown", "bolivar"} and not nation and (word in {"won", "mark"} and figure.scale == ONE):
        return False
    if noun == "pound" and not nation and not _is_sterling(t, figure, j):
        figure.kind, figure.unit, figure.end, figure.bare, figure.rule = QuantityKind.MEASURE, "pound", j + 1, False, "measure"
        return True
    if noun in {"mark", "won"} and not nation and figure.scale < 1000:
        return False
    code = units.currency(word, nation)
    if code is None:
        return False
    _as_money(figure, code, j + 1)
    return True


def _as_money(figure: _Figure, code: str, end: int) -> None:
    figure.kind, figure.unit, figure.end, figure.bare, figure.rule = QuantityKind.MONEY, code, end, False, "money-after"


_COSTS = frozenset(
    """worth cost costs costing paid pay pays paying price priced fine fined budget spent spend raised raise loan debt fee fees salary
    bill sold sell bought buy bid profit profits revenue wage wages bonus prize grant owed owes invest invested stolen stole earned
    earn earns""".split()
)


def _is_sterling(t: Tokens, figure: _Figure, j: int) -> bool:
    """Whether "pounds" at token j is money: large scales, "sterling", a word of cost before it; else it is a weight."""
    if t.hyphen(j - 1):
        return False
    if t.low[j + 1] == "sterling" or figure.scale >= 10**6 or t.low[j] == "quid":
        return True
    if t.low[j + 1] == "of":
        return False
    return any(t.low[k] in _COSTS for k in range(max(0, figure.first - 8), figure.first))


def _measure_after(t: Tokens, figure: _Figure, j: int) -> bool:
    if t.kind[j] == WORD and t.kind[j - 1] == NUMERAL and t.original(j) in units.SIGNS_AFTER_NUMERAL:
        # "5 m", "20 C": small letters may stand apart, capitals only after "°"
        letter = t.original(j)
        if letter in {"m", "g", "l", "ha"} and not (letter == "m" and t.end[j - 1] == t.start[j]):
            _as_measure(figure, units.SIGNS_AFTER_NUMERAL[letter], j + 1)
            return True
    if t.low[j] not in units.MEASURE_FIRST or (t.capital(j) and t.low[j] in {"mark", "degree"}):
        return False
    low = t.low
    for size in range(units.LONGEST_MEASURE, 0, -1):
        if not low[j + size - 1]:
            continue
        unit = units.MEASURES.get(" ".join(low[j : j + size]) if size > 1 else low[j])
        if unit is None:
            continue
        if unit == "second" and low[j] == "second" and not (t.hyphen(j - 1) or figure.value == 1):
            return False
        if unit in {"day", "hour", "week", "month", "year"} and low[j + size] == "olds":
            size += 1
        _as_measure(figure, unit, j + size)
        _as_age(t, figure, unit)
        return True
    return False


def _as_measure(figure: _Figure, unit: str, end: int) -> None:
    figure.kind, figure.unit, figure.end, figure.bare, figure.rule = QuantityKind.MEASURE, unit, end, False, "measure"


def _as_age(t: Tokens, figure: _Figure, unit: str) -> None:
    """"34-year-old", "34 years old", "34 years of age"."""
    if unit not in units.TIME_UNITS:
        return
    j = t.after(figure.end - 1)
    if t.low[j] in {"old", "olds"}:
        figure.kind, figure.end, figure.rule = QuantityKind.AGE, j + 1, "age"
    elif t.low[j] == "of" and t.low[j + 1] == "age":
        figure.kind, figure.end, figure.rule = QuantityKind.AGE, j + 2, "age"


# Two figures that belong together


def _join(t: Tokens, a: _Figure, *, typed: bool = False) -> _Figure | None:
    """The range, score or share that starts with figure `a`; None when it stands alone."""
    if a.value is None or a.kind is QuantityKind.ORDINAL:
        return None
    j = a.end
    word = t.low[j]
    if word in DASHES and t.end[j - 1] == t.start[j]:
        return _dashed(t, a, j)
    if word == "–" and t.kind[j + 1] == NUMERAL and not t.touches(j):
        return _dashed(t, a, j)
    if word == "to" or (t.hyphen(j) and t.low[j + 1] == "to" and t.hyphen(j + 2)):
        return _to(t, a, j + 1 if word == "to" else j + 3, typed=typed)
    if word == "and" and t.low[_hedge_start(t, a) - 1] == "between":
        return _spread(t, a, j + 1, "between")
    if word == "or":
        return _either(t, a, j)
    if word in {"in", "out", "of"} and a.plain:
        return _part(t, a, j)
    return None


def _hedge_start(t: Tokens, a: _Figure) -> int:
    return a.first - 1 if t.low[a.first - 1] in {"about", "some", "roughly", "around"} else a.first


def _second(t: Tokens, a: _Figure, j: int) -> _Figure | None:
    """The figure at token j made alike to `a` (unit and scale shared both ways), or None when they differ in kind."""
    b = _figure_at(t, j)
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
        _letter_scale(t, b, money=True)
    if (a.kind, a.unit) != (b.kind, b.unit):
        return None
    if a.scale == ONE and b.scale > ONE and a.value < b.value / b.scale:
        a.value, a.step, a.scale = a.value * b.scale, a.step * b.scale, b.scale
        a.low = a.high = a.value
        a.rule = "shared-scale"
    return b


def _spread(t: Tokens, a: _Figure, j: int, rule: str) -> _Figure | None:
    saved = replace(a)
    b = _second(t, a, j)
    if b is None or a.value is None or b.value is None or a.value >= b.value:
        _restore(a, saved)
        return None
    return _range(a, b, rule)


def _range(a: _Figure, b: _Figure, rule: str) -> _Figure:
    return _Figure(
        a.first, b.end, None, a.value, b.value, min(a.step, b.step), rule, kind=b.kind, unit=b.unit, hedge=Hedge.RANGE, words=a.words
    )


def _restore(a: _Figure, saved: _Figure) -> None:
    a.value, a.low, a.high, a.step, a.kind, a.unit, a.scale, a.rule = (
        saved.value, saved.low, saved.high, saved.step, saved.kind, saved.unit, saved.scale, saved.rule,
    )  # fmt: skip


def _either(t: Tokens, a: _Figure, j: int) -> _Figure | None:
    """"two or three", "10 or 15": a range when the second is at most twice the first."""
    saved = replace(a)
    b = _second(t, a, j + 1)
    if b is None or a.value is None or b.value is None or not a.value < b.value <= 2 * max(a.value, ONE):
        _restore(a, saved)
        return None
    return _range(a, b, "either")


def _to(t: Tokens, a: _Figure, j: int, *, typed: bool) -> _Figure | None:
    """"3 to 5 percent" is a range, "fell 3,000 to 456,000" and "rose from 3 to 5" are two figures, "voted 62 to 38" a score."""
    saved = replace(a)
    stated = not a.plain
    b = _second(t, a, j)
    if b is None or a.value is None or b.value is None:
        _restore(a, saved)
        return None
    p = _hedge_start(t, a) - 1
    integers = a.kind is QuantityKind.COUNT and a.value == a.value.to_integral_value() and b.value == b.value.to_integral_value()
    if integers and max(a.value, b.value) < 1000 and _scoring(t, a.first, b.end):
        return _score(a, b)
    if a.value >= b.value:
        if typed and integers:
            return _score(a, b)
        if t.low[p] != "from":
            _restore(a, saved)
        return None
    if t.low[p] == "from":
        if _changes(t, p):
            return None
        return _range(a, b, "from-to")
    if t.low[p] in _CHANGE or (t.low[p] == "by" and t.low[p - 1] in _CHANGE):
        if stated or b.value > 3 * a.value:
            _restore(a, saved)
            return None
    return _range(a, b, "range")


def _changes(t: Tokens, i: int) -> bool:
    """Whether a verb of change stands in the six tokens before i, within the clause."""
    for k in range(i - 1, max(-1, i - 7), -1):
        if t.low[k] in _CHANGE:
            return True
        if t.kind[k] == SIGN and t.low[k] in {",", ";", ":", "."}:
            return False
    return False


def _scoring(t: Tokens, first: int, end: int) -> bool:
    low = t.low
    return any(low[k] in _SCORING for k in range(max(0, first - 7), first)) or any(low[k] in _SCORING for k in range(end, end + 4))


def _score(a: _Figure, b: _Figure) -> _Figure:
    return _Figure(a.first, b.end, a.value, a.value, a.value, ONE, "score", kind=QuantityKind.SCORE, of=b.value)


def _dashed(t: Tokens, a: _Figure, j: int) -> _Figure | None:
    """"10-15 percent" is a range, "5-4" a score; years ("2019-20"), telephone numbers and codes are marked as no figure."""
    if t.kind[j + 1] == NUMERAL and a.bare and (_looks_like_code(t, a.end - 1, j + 1)):
        return _Figure(a.first, _code_end(t, j + 1), None, None, None, ONE, "code")
    saved = replace(a)
    b = _second(t, a, j + 1)
    if b is None or a.value is None or b.value is None:
        _restore(a, saved)
        return None
    if (t.low[a.end - 1], t.low[j + 1]) in _IDIOM_PAIRS:
        return _Figure(a.first, b.end, None, None, None, ONE, "code")
    integers = a.kind is QuantityKind.COUNT and a.value == a.value.to_integral_value() and b.value == b.value.to_integral_value()
    if integers and max(a.value, b.value) < 1000 and (a.value >= b.value or _scoring(t, a.first, b.end)):
        return _score(a, b)
    if a.value >= b.value:
        return _Figure(a.first, b.end, None, None, None, ONE, "code")
    return _range(a, b, "range")


def _looks_like_code(t: Tokens, i: int, j: int) -> bool:
    """Whether numerals i and j, with a dash between, are years, a telephone number or part of a longer code."""
    left, right = t.low[i], t.low[j]
    if _is_year(left) and (len(right) == 2 or _is_year(right)) and right.isdigit():
        return t.low[t.after(j)] not in units.MEASURES
    if left[0] == "0" and len(left) > 1:
        return True
    if t.low[j + 1] in DASHES and t.touches(j) and t.kind[j + 2] == NUMERAL and t.touches(j + 1):
        return True
    phone = left.isdigit() and right.isdigit() and len(left) == 3 and len(right) == 4
    return phone and (t.kind[i - 1] == NUMERAL or t.low[i - 1] in {")", "-", "call", "phone", "telephone", "tel", "at", "dial", "+"})


def _code_end(t: Tokens, j: int) -> int:
    while t.low[j + 1] in DASHES and t.touches(j) and t.kind[j + 2] == NUMERAL and t.touches(j + 1):
        j += 2
    return j + 1


def _part(t: Tokens, a: _Figure, j: int) -> _Figure | None:
    """"one in five", "nine out of 10", "one of every five": one figure with its total."""
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
    b = _figure_at(t, k)
    if b is None or b.value is None or not b.plain or a.value is None or a.value >= b.value or b.rule == "code":
        return None
    if word == "in" and not every:
        round_total = b.value in {3, 4, 5, 10, 20} or b.value == place(b.value) >= 10
        if not (a.value == 1 or round_total) or _is_year(t.low[k]) or t.low[b.end] in _MONTHS or t.low[b.end] in {"of", "other"}:
            return None
        if a.value == 1 and a.words is False and b.words:
            return None
    total = b.value
    ratio = word == "in" or every or total in {2, 3, 4, 5, 10, 20} or total == place(total) >= 10
    return _Figure(
        a.first, b.end, a.value, a.value, a.value, a.step, "part-of", kind=QuantityKind.RATIO if ratio else QuantityKind.COUNT,
        of=total, words=a.words,
    )  # fmt: skip


# What is no figure


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and "1000" <= word <= "2100"


def _no_figure(t: Tokens, f: _Figure, floor: int) -> bool:
    """Whether the number is a name, a date, a time or a code."""
    i, end = f.first, f.end
    before, nxt = t.low[i - 1], t.low[end]
    if f.rule == "code":
        return True
    if i and before in DASHES and t.end[i - 1] == t.start[i] and t.end[i - 2] == t.start[i - 1] and t.kind[i - 2] in (WORD, CODE):
        if not (before == "–" and t.kind[i - 2] == WORD):
            return t.low[i - 2] != "magnitude"
    if before in {".", ":", "/", "_", "\\", "'", "’", "+"} and i and t.end[i - 1] == t.start[i] and t.kind[i] == NUMERAL:
        glued = t.end[i - 2] == t.start[i - 1]
        if glued or (before in {"'", "’", "+"} and len(t.low[i]) == 2) or before == "/":
            return True
    if t.kind[end - 1] == NUMERAL and nxt in {":", "/", "_", "\\", "@"} and t.touches(end - 1) and t.touches(end):
        return True
    if f.bare:
        return _no_bare_figure(t, f, i, end)
    if f.words and t.capital(i) and not t.opens(i):
        return True
    return f.words and f.plain and before in _DESIGNATORS and f.kind is QuantityKind.COUNT


def _no_bare_figure(t: Tokens, f: _Figure, i: int, end: int) -> bool:  # noqa: PLR0911 (one line for each sort of name)
    before, nxt, word = t.low[i - 1], t.low[end], t.low[i]
    if nxt in _TIME_AFTER or nxt in _ERAS or (len(word) == 4 and nxt in _ZONES):
        return True
    if i == 0 and nxt in {".", ")"} and t.touches(i) and len(word) <= 2 and t.size > 3:
        return True
    if _in_date(t, i, end):
        return True
    abbreviated = before == "." and t.end[i - 2] == t.start[i - 1]
    name = t.low[i - 2] if abbreviated else before
    if name in _DESIGNATORS and (t.kind[i - 1] != SIGN or abbreviated) and not (name == "no" and not t.text[t.start[i - 2 if abbreviated else i - 1]].isupper()):
        return True
    if t.capital(end) and any(t.low[k] in _STREETS for k in range(end, end + 4) if t.capital(k)):
        return True
    counted = _noun(t, f)
    if name in _SOFT_DESIGNATORS and counted is None:
        return True
    if _is_year(word):
        return _is_bare_year(t, i, counted)
    if before == "group" or (before == "of" and t.low[i - 2] == "group"):
        return True
    if counted is None and t.kind[i - 1] == WORD and t.capital(i - 1) and before not in _BEFORE_FIGURE and not abbreviated:
        return not (nxt == "," and t.low[i - 1] == ",")
    return False


_BEFORE_FIGURE = frozenset(
    """about some around roughly nearly almost over under only just all another the these those at in on by for with from to of
    than least most approximately estimated between after before since killing wounding injuring leaving and but a an as its
    their his her our more up among also including either both yet still now then even last next first minimum maximum
    additionally altogether overall when while if where that""".split()
)


def _in_date(t: Tokens, i: int, end: int) -> bool:
    """Whether the numeral stands beside a month: "Jan. 5", "5 May", "March 3 and 4"."""
    word = t.low[i]
    if len(word) > 4 or not word.isdigit() or (len(word) == 3) or (len(word) <= 2 and int(word) > 31):
        return False
    k = i - 1
    if t.low[k] == "." and t.end[k - 1] == t.start[k]:
        k -= 1
    if _month(t, k):
        return True
    if len(word) <= 2 and _month(t, t.after(end - 1)):
        return True
    if len(word) <= 2 and t.low[end] == "of" and _month(t, end + 1):
        return True
    linked = t.low[i - 1] in {"and", "or", "to", ",", "through", "-", "–"} and t.kind[i - 2] == NUMERAL and len(t.low[i - 2]) <= 2
    return linked and len(word) != 3 and _month(t, i - 3) and (len(word) == 4 or _noun_after(t, end) is None)


def _month(t: Tokens, k: int) -> bool:
    return t.low[k] in _MONTHS and 0 <= k < t.size and t.text[t.start[k]].isupper()


def _noun_after(t: Tokens, i: int) -> Counted | None:
    return plural_head(t, i)


def _is_bare_year(t: Tokens, i: int, counted: Counted | None) -> bool:
    """Whether 1000 to 2100 without a comma is a year: yes, unless a count's hedge or a countable noun says otherwise."""
    before = t.low[i - 1]
    if before in _COUNT_HEDGES and not (before == "as" and t.low[i - 2] == "early"):
        return False
    if before in {"than", "to"} and t.low[i - 2] == "up" and counted is not None:
        return False
    if counted is None or before in _NOT_AFTER_YEAR_LEADS or before.endswith(("'s", "’s")):
        return True
    if before in {"about", "around", "over", "approximately", "roughly"}:
        return False
    near = counted.end - counted.first == 1
    return not (near and (counted.key in _COUNTABLE or t.low[i] < "1900"))


# Around the figure


def _read(t: Tokens, i: int, floor: int) -> tuple[list[_Figure], int]:
    """The figures that start at token i, and where to go on."""
    word = t.low[i]
    if word in {"no", "none", "not"}:
        return _zero(t, i)
    if word in ORDINALS and t.kind[i] == WORD:
        ordinal = _ordinal_at(t, i)
        return ([ordinal] if ordinal and _ranks(t, ordinal) else []), (ordinal.end if ordinal else i + 1)
    figure = _figure_at(t, i)
    if figure is None:
        ordinal = _ordinal_at(t, i)
        if ordinal is not None:
            return ([ordinal] if _ranks(t, ordinal) else []), ordinal.end
        return [], i + 1
    if figure.rule == "code":
        ordinal = _ordinal_at(t, i)
        if ordinal is not None:
            return ([ordinal] if _ranks(t, ordinal) else []), ordinal.end
        if t.low[figure.end] == "s" and (aged := _in_their_thirties(t, figure)) is not None:
            return [aged], aged.end
        return [], figure.end + 1
    if figure.words and (ordinal := _ordinal_at(t, i)) is not None and ordinal.end > figure.end:
        return ([ordinal] if _ranks(t, ordinal) else []), ordinal.end
    joined = _join(t, figure)
    if joined is not None:
        if joined.rule == "code":
            return [], joined.end
        joined.bare = False
        if not _no_figure(t, joined, floor):
            return [joined], joined.end
        return [], joined.end
    if _no_figure(t, figure, floor):
        return [], figure.end
    return [figure], figure.end


def _in_their_thirties(t: Tokens, figure: _Figure) -> _Figure | None:
    if t.low[figure.first - 1] not in {"his", "her", "their", "my", "early", "late", "mid"} or figure.value is None:
        return None
    low = figure.value
    return _Figure(
        figure.first, figure.end + 1, None, low, low + 9, TEN, "age", kind=QuantityKind.AGE, unit="year", hedge=Hedge.VAGUE
    )


def _ordinal_at(t: Tokens, i: int) -> _Figure | None:
    """"fifth", "twenty-first", "5th" starting at token i."""
    word = t.low[i]
    value = ORDINALS.get(word)
    end = i + 1
    if value is None and word in TENS and (nxt := ORDINALS.get(t.low[t.after(i)])) is not None and nxt < 10:
        value, end = TENS[word] + nxt, t.after(i) + 1
    if value is None and t.kind[i] == NUMERAL and t.low[i + 1] in {"st", "nd", "rd", "th"} and t.touches(i) and (read := numeral(word)):
        value, end = int(read[0]), i + 2
    if value is None:
        return None
    number = Decimal(value)
    return _Figure(i, end, number, number, number, ONE, "ordinal", kind=QuantityKind.ORDINAL, words=t.kind[i] == WORD)


def _ranks(t: Tokens, f: _Figure) -> bool:
    """Whether an ordinal is a rank or a place in a row, and not part of a name, a date or an idiom."""
    i, j = f.first, t.after(f.end - 1)
    before, nxt = t.low[i - 1], t.low[j]
    if (t.capital(i) and not t.opens(i)) or nxt in _BODIES_AFTER_ORDINAL or nxt in _NUMBER_WORDS or t.kind[j] == NUMERAL:
        return False
    if f.words and t.opens(i) and t.capital(j) and t.capital(i):
        return False
    if _month(t, i - 1) or _month(t, j) or (nxt == "of" and _month(t, j + 1)) or nxt in {"few", "several", "hundred", "dozen", "anniversary-only"}:
        return False
    if t.low[i - 1] in {"per", "split", "every", "at"} and f.value == 2:
        return False
    if t.hyphen(f.end) and f.value == 1 and nxt not in _SUPERLATIVES and not nxt.endswith("est"):
        return False
    if t.end[i - 1] == t.start[i] and before in DASHES and t.kind[i - 2] == WORD:
        return False
    if nxt in _SUPERLATIVES or nxt.endswith("est"):
        f.noun = singular_head(t, j + 1)
        return True
    if f.value == 1:
        if nxt in _NOT_AFTER_FIRST and nxt != "of":
            return False
        if before in {"finished", "finish", "came", "placed", "ranked", "ranks", "finishing"} and (t.kind[j] != WORD or nxt in {"in", "with"}):
            return True
        if before not in _POSSESSIVES and not before.endswith(("'s", "’s")):
            return False
    f.noun = singular_head(t, j)
    if f.noun is not None and f.noun.first == j:
        return True
    return nxt == "of" or before in _RANKING or (t.low[i - 2] in _RANKING and before in {"in", "a", "the"})


def _zero(t: Tokens, i: int) -> tuple[list[_Figure], int]:
    """"none", "no troops", "not one soldier", "not a single vote": counts of nothing; anything else with "no" is a denial."""
    word = t.low[i]
    if word == "none":
        if t.low[i + 1] in {"the"} and t.low[i + 2] in {"less", "worse"} or t.low[i + 1] in {"other", "too"}:
            return [], i + 1
        figure = _nothing(i, i + 1)
        figure.noun = plural_head(t, i + 1) if t.low[i + 1] == "of" else None
        return [figure], i + 1
    j = i + 1
    if word == "not":
        if t.low[j] == "a" and t.low[j + 1] == "single":
            j += 2
        elif t.low[j] == "one" and t.low[j + 1] != "of":
            j += 1
        elif t.low[j] == "one":
            figure = _nothing(i, j + 1)
            figure.noun = plural_head(t, j + 1)
            return [figure], j + 1
        else:
            return [], i + 1
    noun = plural_head(t, j) or singular_head(t, j)
    if t.low[j] in {"one", "more", "fewer", "less", "longer"} or noun is None or noun.first > j + 1:
        return [], i + 1
    if noun.key not in _COUNTABLE:
        return [], (j if word == "not" and t.low[j - 1] == "one" else i + 1)
    figure = _nothing(i, j)
    figure.noun = noun
    return [figure], j


def _nothing(first: int, end: int) -> _Figure:
    zero = Decimal(0)
    return _Figure(first, end, zero, zero, zero, ONE, "zero", words=True)


def _zero_quantity(t: Tokens, first: int, end: int, noun: Counted | None) -> Quantity:
    figure = _nothing(first, end)
    figure.noun = noun
    return _quantity(t, figure, None, None)


def _noun(t: Tokens, f: _Figure) -> Counted | None:
    """What a count counts."""
    j = f.end
    if t.hyphen(j) and t.kind[j + 1] == WORD:
        word = t.low[j + 1]
        if word in {"strong", "odd", "plus", "something"}:
            return plural_head(t, j + 2) if word in {"odd", "plus"} else None
        return Counted(key(word), j + 1, j + 2)
    if (state := state_head(t, j)) is not None:
        return state
    later = hedges.after(t, j)
    start = later[2] if later else j
    found = plural_head(t, start)
    if found is None and f.value == 1 and t.low[start] != "of":
        found = singular_head(t, start)
    return found


def _finish(t: Tokens, f: _Figure, floor: int) -> Quantity | None:
    """Look around a figure: hedge, noun, age, total; None when it turns out to be an idiom."""
    later = hedges.after(t, f.end)
    hedge = hedges.before(t, f.first, floor)
    if f.hedge is Hedge.RANGE and f.rule in {"between", "from-to"}:
        hedge = Hedge.RANGE, _hedge_start_of_range(t, f)
    elif hedge is not None and _is_no_hedge(t, f, hedge):
        hedge = None
    if f.kind is QuantityKind.COUNT and f.rule != "zero":
        if f.noun is None:
            f.noun = _noun(t, f)
        if not _counts(t, f, hedge):
            return None
        _as_counted_measure(t, f)
        _as_age_in_context(t, f, hedge)
        if f.kind is QuantityKind.COUNT:
            f.of = f.of or _total(t, f)
            if later is None and f.noun is not None:
                later = _hedge_past_noun(t, f.noun.end)
    elif f.kind in {QuantityKind.PERCENT, QuantityKind.RATIO, QuantityKind.MEASURE}:
        start = f.end
        f.noun = plural_head(t, start) if t.low[start] == "of" or f.of is not None else None
        if f.noun is None and f.kind is QuantityKind.RATIO and t.low[start] in {"the", "its", "their"}:
            f.noun = plural_head(t, start + 1)
        if f.kind is QuantityKind.MEASURE and f.unit == "day" and f.words and f.value == 1 and _is_some_day(t, f, hedge):
            return None
        if f.kind is QuantityKind.MEASURE and later is None:
            later = _hedge_past_noun(t, f.end)
    if f.kind is QuantityKind.AGE and f.unit is None:
        f.unit = "year"
    return _quantity(t, f, hedge, later)


def _hedge_past_noun(t: Tokens, i: int) -> tuple[Hedge, int, int] | None:
    found = hedges.after(t, i)
    return found if found and found[2] - found[1] == 2 and t.low[found[1]] in {"or", "and"} else None


def _hedge_start_of_range(t: Tokens, f: _Figure) -> int:
    p = f.first - 1
    return p if t.low[p] in {"between", "from"} else p - 1


def _is_no_hedge(t: Tokens, f: _Figure, hedge: tuple[Hedge, int]) -> bool:
    """"over five years" says how long; "under three presidents" says when."""
    first = hedge[1]
    if f.first - first != 1:
        return False
    if f.kind is QuantityKind.MEASURE and f.unit in units.TIME_UNITS and hedges.is_span_of_time(t, first, f.end):
        return True
    small = f.words and f.kind is QuantityKind.COUNT and f.value is not None and f.value < 10 and f.scale == ONE
    return small and t.low[first] in {"over", "under", "above", "below", "around"} and t.low[first - 1] not in _AGE_GROUPS


def _counts(t: Tokens, f: _Figure, hedge: tuple[Hedge, int] | None) -> bool:
    """Whether a number without a unit counts something, and is no idiom ("one another", "two-way")."""
    j = f.end
    if f.words and t.hyphen(j) and t.low[j + 1] in _HYPHEN_IDIOMS:
        return False
    if f.value != 1 or f.end - f.first > 1 or t.low[f.first] != "one" or f.of is not None:
        return True
    before, nxt = t.low[f.first - 1], t.low[j]
    if before in _NOT_BEFORE_ONE or nxt in _NOT_AFTER_ONE or t.hyphen(f.first - 1):
        return False
    if t.hyphen(j) and t.low[j + 1] in {"time", "day", "half", "third", "fifth", "to", "man", "woman", "party"}:
        return False
    if f.noun is not None:
        low = t.low[f.noun.end - 1]
        return not (low == "thing" or (low in _TALKING_POINTS and before in {"at", "on", "in", "for", "to", "from"}))
    if nxt in {"killed", "dead", "injured", "wounded", "missing", "more", "other"} and before not in {"the"}:
        return True
    return hedge is not None and hedge[0] in hedges.BOUNDS and t.kind[j] != WORD


_NOT_BEFORE_ONE = frozenset("no any each this that which the every another number last next same first loved little".split())
_NOT_AFTER_ONE = frozenset("of another who that which by time".split())


def _is_some_day(t: Tokens, f: _Figure, hedge: tuple[Hedge, int] | None) -> bool:
    """Whether "one day" is "some day" rather than a length of time."""
    if hedge is not None or t.hyphen(f.first + 1):
        return False
    return t.low[f.first - 1] not in {"in", "within", "for", "lasted", "only", "just"} and t.low[f.end] not in {"later", "after", "before", "earlier", "of"}


def _as_counted_measure(t: Tokens, f: _Figure) -> None:
    """"three straight days": a length of time whose unit stands apart."""
    if f.noun is None or f.noun.end - f.noun.first > 2:
        return
    unit = units.MEASURES.get(t.low[f.noun.end - 1])
    if unit in units.TIME_UNITS and t.low[f.noun.end - 1] != "second":
        f.kind, f.unit, f.rule = QuantityKind.MEASURE, unit, "measure-apart"


def _as_age_in_context(t: Tokens, f: _Figure, hedge: tuple[Hedge, int] | None) -> None:
    """"aged 34", "at the age of 80", "Smith, 34, said", "children under five"."""
    value = f.value if f.value is not None else f.high
    if f.noun is not None or value is None or not 0 < value < 120 or f.scale != ONE or f.of is not None:
        return
    p = (hedge[1] if hedge else f.first) - 1
    before = t.low[p]
    bare = t.low[f.first - 1]
    if before in _AGED or (before == "of" and t.low[p - 1] == "age") or (before in {"to", "from"} and t.low[p - 1] in {"aged", "ages"}):
        f.kind, f.rule = QuantityKind.AGE, "age"
    elif before == "age" and t.low[p - 1] == "the" and hedge is None:
        f.kind, f.rule = QuantityKind.AGE, "age"
    elif hedge is not None and t.low[f.first - 1] in {"under", "over", "than"} and before in _AGE_GROUPS:
        f.kind, f.rule = QuantityKind.AGE, "age"
    elif bare == "," and t.low[f.end] in {",", ".", ";", ")"} and t.capital(f.first - 2) and 10 <= value and f.kind is QuantityKind.COUNT:
        if t.kind[f.first] == NUMERAL and t.kind[f.first - 2] == WORD and t.low[f.first - 2] not in _MONTHS and t.low[f.end] == ",":
            f.kind, f.rule = QuantityKind.AGE, "age"
    if f.kind is QuantityKind.AGE:
        f.unit = "year"


def _total(t: Tokens, f: _Figure) -> Decimal | None:
    """The total of "5,000 of the 12,000 workers"; the total is found again as a figure of its own."""
    j = f.end
    if t.low[j] != "of" or f.value is None:
        return None
    j += 1
    for _ in range(2):
        if t.low[j] in {"the", "its", "their", "those", "these", "all", "his", "her", "about", "some", "roughly", "more", "than", "total"}:
            j += 1
    b = _figure_at(t, j)
    if b is None or b.value is None or not b.plain or b.rule == "code" or b.value <= f.value or (b.bare and _is_year(t.low[j])):
        return None
    if f.noun is None:
        noun = _noun(t, b)
        f.noun = noun
    return b.value


def _quantity(
    t: Tokens, f: _Figure, hedge: tuple[Hedge, int] | None, later: tuple[Hedge, int, int] | None
) -> Quantity:
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
        unit = _governing(t, hedge[1] if hedge else f.first)
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


def _governing(t: Tokens, i: int) -> str | None:
    """The noun before a figure that stands alone: "the death toll rose to 45", "the number of deaths reached 12"."""
    low = t.low
    j = i - 1
    if low[j] not in _REACHING:
        return None
    steps = 0
    while low[j] in _REACHING and steps < 4 and j >= 0:
        j -= 1
        steps += 1
    for k in range(j, max(-1, j - 6), -1):
        if low[k] in _TOTALS:
            return key(low[k])
        if low[k] in {"count", "total"} and k > 0 and t.kind[k - 1] == WORD and low[k - 1] not in _POSSESSIVES and low[k - 1] != "total":
            return key(low[k - 1])
        if low[k] == "number" and low[k + 1] == "of":
            noun = plural_head(t, k + 2)
            return noun.key if noun else None
        if t.kind[k] == SIGN:
            return None
    return None


_LIKEWISE = re.compile(
    r"(?:\s+(?:[a-z]+ed))?[\s,]*(?:and|or|but|,)?\s*"
    r"(?:(?:the\s+)?(?:killed|killing|wounded|wounding|injured|injuring|arrested|arresting|left|leaving|hurt|another|at least|more than|about|some|nearly|up to|as many as|around|almost|an estimated|over)\s+)*\Z"
)


def _share_nouns(t: Tokens, found: list[tuple[_Figure, Quantity]]) -> list[Quantity]:
    """Give a count without a noun the noun of its neighbour: "killed 12 and wounded 30 civilians", "27 people ... 100 others"."""
    quantities = [quantity for _, quantity in found]
    for n in range(len(quantities) - 2, -1, -1):
        here, following = quantities[n], quantities[n + 1]
        if not (_lacks_noun(here) and following.kind is QuantityKind.COUNT and following.unit is not None and following.unit_span):
            continue
        between = t.text[here.end : following.start]
        if len(between) < 60 and _LIKEWISE.fullmatch(between) and re.search(r"and|or|but|,", between):
            quantities[n] = replace(here, unit=following.unit)
    for n in range(1, len(quantities)):
        here, previous = quantities[n], quantities[n - 1]
        if not (_lacks_noun(here) and previous.kind is QuantityKind.COUNT and previous.unit is not None and previous.unit_span):
            continue
        first = found[n][0].end
        follows = t.low[first] in {"others", "more", "other"} and (t.kind[first + 1] != WORD or t.low[first + 1] in _FOLLOWS_OTHERS)
        if follows and previous.unit not in _STATES:
            quantities[n] = replace(here, unit=previous.unit)
    return quantities


def _lacks_noun(quantity: Quantity) -> bool:
    return quantity.kind is QuantityKind.COUNT and quantity.unit is None


_STATES = frozenset(key(word) for word in ("dead", "wounded", "injured", "missing", "homeless"))
_FOLLOWS_OTHERS = frozenset(
    """were are was is have had in on at from by and or as when after during who to wounded injured killed dead missing hurt
    monday tuesday wednesday thursday friday saturday sunday remain remained died suffered""".split()
)
