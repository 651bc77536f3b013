"""A number with its unit: currency before or after, percent, measure, age."""

from __future__ import annotations

from decimal import Decimal

from factcheck.domain.analysis import QuantityKind
from factcheck.text import units
from factcheck.text.counted import ends_phrase
from factcheck.text.figures import ONE, Figure, number_at
from factcheck.text.number_tokens import CODE, NUMERAL, WORD, Tokens
from factcheck.text.number_words import LETTER_SCALES, NUMBER_WORDS, word_set

_COSTS = word_set(
    """worth cost costs costing paid pay pays paying price priced fine fined budget spent spend raised raise loan debt
    fee fees salary bill sold sell bought buy bid profit profits revenue wage wages bonus prize grant owed owes
    invest invested stolen stole earned earn earns"""
)


def figure_at(t: Tokens, i: int) -> Figure | None:
    """The figure that starts exactly at token i, with sign, scale and unit."""
    j = i
    negative = False
    if t.low[j] in {"minus", "negative"} or (t.low[j] in {"-", "−"} and t.touches(j) and t.end[j - 1] != t.start[j]):
        negative = True
        j += 1
        if t.kind[j] != NUMERAL and t.low[j] not in NUMBER_WORDS and t.low[j] not in units.SIGNS:
            return None
    money, j = currency_before(t, j)
    figure = number_at(t, j)
    if figure is None:
        return None
    figure.first = i
    if figure.kind is QuantityKind.MEASURE:
        return figure
    if money:
        figure.kind, figure.unit, figure.bare, figure.rule = QuantityKind.MONEY, money, False, "money-before"
        letter_scale(t, figure, money=True)
    else:
        unit_after(t, figure)
    if negative:
        if figure.value is None or (figure.plain and t.low[i] != "minus"):
            return None
        figure.value = figure.low = figure.high = -figure.value
        figure.bare = False
    return figure


def currency_before(t: Tokens, i: int) -> tuple[str | None, int]:
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
        if t.kind[j] == NUMERAL:
            return units.CODES[word], j
    return None, i


def letter_scale(t: Tokens, figure: Figure, *, money: bool) -> None:
    """Take in "5m", "10k", "3b" right after a numeral."""
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


def unit_after(t: Tokens, figure: Figure) -> None:
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


def _percent_after(t: Tokens, figure: Figure, j: int) -> None:
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
    elif word == "basis" or (word == "percentage" and t.low[t.after(j)] not in {"points", "point"}):
        return
    if nxt in {"points", "point"} and word in {"percentage", "percent", "%"}:
        points, unit, end = True, "percentage-point", j + 2
    if t.low[end] == "-" and t.low[end + 1] in {"point", "points"} and word in {"percentage", "percent", "%"}:
        points, unit, end = True, "percentage-point", end + 2
    figure.kind = QuantityKind.POINTS if points else QuantityKind.PERCENT
    figure.unit, figure.end, figure.bare, figure.rule = unit, end, False, "percent"


def _attached_letters(t: Tokens, figure: Figure, j: int) -> None:
    """Letters that touch a numeral: "5km", "10k", "20C". Others make it a code ("5G", "747s", "4x4"): marked by the rule."""
    letters = t.original(j)
    word = t.low[j]
    unit = units.SIGNS_AFTER_NUMERAL.get(letters)
    if letters == "m" and not _is_length(t, j):
        unit = None
    if unit is None and word in LETTER_SCALES and word not in {"t", "mm", "b"}:
        letter_scale(t, figure, money=False)
        if figure.scale > ONE:
            if not _money_after(t, figure, t.after(figure.end - 1)):
                _measure_after(t, figure, t.after(figure.end - 1))
            return
    if (unit is None and letters == "b") or letters == "B":
        letter_scale(t, figure, money=True)
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


def _money_after(t: Tokens, figure: Figure, j: int) -> bool:
    """Take in a currency noun, with its nation's adjective, or an ISO code from token j on."""
    if t.kind[j] == WORD and t.original(j) in units.CODES.values():
        _as_money(figure, t.original(j), j + 1)
        return True
    if t.low[j] in units.SMALL_COINS:
        return _coins_after(t, figure, j)
    k = j + 1 if t.low[j] in {"hong", "new", "sri"} else j
    nation = t.low[k] if t.low[k] in units.NATION_WORDS else ""
    at = k + 1 if nation else j
    noun = units.CURRENCY_NOUNS.get(t.low[at])
    if noun is None or (noun in {"won", "mark"} and not nation and figure.scale < 1000):
        return False
    if noun == "pound" and not nation and not _is_sterling(t, figure, at):
        _as_measure(figure, "pound", at + 1)
        return True
    code = units.currency(t.low[at], nation)
    if code is None:
        return False
    _as_money(figure, code, at + 1)
    return True


def _coins_after(t: Tokens, figure: Figure, j: int) -> bool:
    """Take in cents and pence as parts of their currency."""
    code, part = units.SMALL_COINS[t.low[j]]
    worth = Decimal(part)
    if figure.value is not None:
        figure.value *= worth
        figure.low = figure.high = figure.value
    elif figure.low is not None and figure.high is not None:
        figure.low, figure.high = figure.low * worth, figure.high * worth
    figure.step *= worth
    _as_money(figure, code, j + 1)
    return True


def _as_money(figure: Figure, code: str, end: int) -> None:
    figure.kind, figure.unit, figure.end, figure.bare, figure.rule = QuantityKind.MONEY, code, end, False, "money-after"


def _is_sterling(t: Tokens, figure: Figure, j: int) -> bool:
    """Whether "pounds" at token j is money: large scales, "sterling", a word of cost before it; else it is a weight."""
    if t.hyphen(j - 1):
        return False
    if t.low[j + 1] == "sterling" or figure.scale >= 10**6 or t.low[j] == "quid":
        return True
    if t.low[j + 1] == "of":
        return False
    return any(t.low[k] in _COSTS for k in range(max(0, figure.first - 8), figure.first))


def _measure_after(t: Tokens, figure: Figure, j: int) -> bool:
    last = j - 2 if t.hyphen(j - 1) else j - 1
    if t.kind[j] == WORD and t.kind[last] == NUMERAL and t.original(j) in units.SIGNS_AFTER_NUMERAL:
        # "5 m", "20 C": other capitals only where they touch the numeral
        letter = t.original(j)
        degrees = letter in {"C", "F"} and (t.kind[j + 1] != WORD or ends_phrase(t.low[j + 1]))
        if degrees or (letter in {"m", "g", "l", "ha"} and not (letter == "m" and t.end[j - 1] == t.start[j])):
            _as_measure(figure, units.SIGNS_AFTER_NUMERAL[letter], j + 1)
            return True
    if t.low[j] not in units.MEASURE_FIRST or (t.capital(j) and t.low[j] in {"mark", "degree"}):
        return False
    low = t.low
    for size in range(units.LONGEST_MEASURE, 0, -1):
        unit = units.MEASURES.get(" ".join(low[j : j + size])) if low[j + size - 1] else None
        if unit is None:
            continue
        if low[j] == "second" and not (t.hyphen(j - 1) or figure.value == 1):
            return False
        _as_measure(figure, unit, j + size)
        _as_age(t, figure, unit)
        return True
    return False


def _as_measure(figure: Figure, unit: str, end: int) -> None:
    figure.kind, figure.unit, figure.end, figure.bare, figure.rule = QuantityKind.MEASURE, unit, end, False, "measure"


def _as_age(t: Tokens, figure: Figure, unit: str) -> None:
    """Take in "34-year-old", "34 years old", "34 years of age"."""
    if unit not in units.TIME_UNITS:
        return
    j = t.after(figure.end - 1)
    if t.low[j] in {"old", "olds"}:
        figure.kind, figure.end, figure.rule = QuantityKind.AGE, j + 1, "age"
    elif t.low[j] == "of" and t.low[j + 1] == "age":
        figure.kind, figure.end, figure.rule = QuantityKind.AGE, j + 2, "age"
