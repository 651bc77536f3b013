"""How often: "annually", "every two years", "twice a week", "500 a day", as lengths of time from one to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum

from factcheck.domain.analysis import Rate
from factcheck.text.number_words import SMALL
from factcheck.text.words import key

Tokens = Sequence[tuple[int, int, str]]
# Lengths in months or in days; the two are never turned into one another, but 30 days tells weekly and yearly apart.
_MONTHS = {"month": 1, "quarter": 3, "season": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {
    "minute": Decimal(1) / 1440,
    "hour": Decimal(1) / 24,
    "day": Decimal(1),
    "night": Decimal(1),
    "week": Decimal(7),
    "fortnight": Decimal(14),
    "weekend": Decimal(7),
}
_PER_MONTH = Decimal("30.4")
_ROUNDING = Decimal("1e-9")  # every eight hours is three times a day
_APART = Decimal("1.5")  # lengths in days and in months are told apart from this ratio on
_WORDS = {
    "annually": "year", "yearly": "year", "annual": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour",
    "quarterly": "quarter", "fortnightly": "fortnight", "nightly": "night",
}  # fmt: skip
_ROUND = {"biennial": 2, "biennially": 2, "triennial": 3, "triennially": 3, "quadrennial": 4}
_PER = frozenset("a an per each every".split())
_EVERY = frozenset("every each".split())
_OFTEN = {"once": 1, "twice": 2, "thrice": 3, "two-time": 2}
_MONTH_NAMES = "january february march april may june july august september october november december".split()
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_FIXED = frozenset({*_MONTH_NAMES, "spring", "summer", "autumn", "winter", "christmas", "easter"})


class Pace(StrEnum):
    """How two rates lie to one another."""

    SAME = "same"
    OTHER = "other"
    UNCLEAR = "unclear"  # a month and four weeks


def _length(unit: str, count: Decimal = Decimal(1)) -> tuple[Decimal, bool] | None:
    """The length of some units and whether it is told in months."""
    if unit in _MONTHS:
        return count * _MONTHS[unit], True
    return (count * _DAYS[unit], False) if unit in _DAYS else None


# Few sentences have a rate: one look at the text spares the walk.
_GATE = re.compile(
    rf"\b(?:{'|'.join((*_WORDS, *_ROUND, *_EVERY, *_OFTEN))}|times|(?:an?|per)\s+(?:annum|{'|'.join((*_MONTHS, *_DAYS))}))\b",
    re.IGNORECASE,
)


def find_rates(text: str, tokens: Tokens, tags: str) -> list[Rate]:
    """The rates of a sentence, in order.

    Gets right: "twice a year" and "every six months" (one length), "every second week", "in June each year".
    Gets wrong: "every year since 1990", which is once a year, but not without end; "biannual" is left out, since writers mean both.
    """
    if _GATE.search(text) is None:
        return []
    lows = [word.lower() for _, _, word in tokens]
    found: list[Rate] = []
    i = 0
    while i < len(lows):
        read = _rate_at(lows, tags, i)
        if read is None:
            i += 1
            continue
        (length, months), first, end, loose = read
        found.append(Rate(tokens[first][0], tokens[end - 1][1], length, months=months, loose=loose))
        i = end
    return found


def _rate_at(lows: Sequence[str], tags: str, i: int) -> tuple[tuple[Decimal, bool], int, int, bool] | None:
    """The length, the first token, the one past the last, and whether the words stay what they are beside ("annual", "every Monday")."""
    low = lows[i]
    if low in _WORDS or low in _ROUND:
        length = _length(_WORDS.get(low, "year"), Decimal(_ROUND.get(low, 1)))
        attribute = tags[i + 1 : i + 2] in ("N", "S", "A", "P") or low.endswith("al")
        return (length, i, i + 1, attribute) if length else None
    if low in _EVERY:
        return _every(lows, i)
    often, j = _times(lows, i)
    if often:
        return _so_often(lows, i, j, often)
    if low in ("a", "an", "per") and i and tags[i - 1] in "NS$C" and not _idiom(lows, tags, i + 2):
        length = _length(_unit(lows[i + 1])) if i + 1 < len(lows) else None
        return (length, i, i + 2, False) if length else None
    return None


_TOLD_FROM = frozenset("ago later earlier before after old long of in and or".split())


def _idiom(lows: Sequence[str], tags: str, i: int) -> bool:
    """Whether the word behind "a day" makes it something else: "a day centre", "a year ago"."""
    return tags[i : i + 1] in ("N", "S") or lows[i : i + 1] in [[word] for word in _TOLD_FROM]


def _so_often(lows: Sequence[str], i: int, j: int, often: int) -> tuple[tuple[Decimal, bool], int, int, bool] | None:
    """Read "twice a year", "once every four years" and "twice-weekly"; the word behind the number is token j."""
    word = lows[j] if j < len(lows) else ""
    after = lows[j + 1] if j + 1 < len(lows) else ""
    if word in _EVERY:
        read = _every(lows, j)
        return ((read[0][0] / often, read[0][1]), i, read[2], read[3]) if read else None
    stop = j + 2 if word == "-" else j + 1
    adverb = _WORDS.get(after if word == "-" else word)
    unit = adverb or (
        _unit(after) if word in _PER and lows[j + 2 : j + 3] not in (["ago"], ["later"], ["earlier"]) else ""
    )
    length = _length(unit)
    return ((length[0] / often, length[1]), i, stop if adverb else j + 2, bool(adverb)) if length else None


def _unit(word: str) -> str:
    return "year" if word == "annum" else word


def _count(word: str) -> int | None:
    if word in SMALL:
        return SMALL[word]
    return int(word) if word.isascii() and word.isdigit() and len(word) < 4 else None


def _times(lows: Sequence[str], i: int) -> tuple[int | None, int]:
    """Read "twice" and "three times" from token i: how many, and the token behind."""
    if lows[i] in _OFTEN:
        return _OFTEN[lows[i]], i + 1
    count = _count(lows[i])
    return (count, i + 2) if count and lows[i + 1 : i + 2] == ["times"] else (None, i)


_SECOND = {"other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10}


def _every(lows: Sequence[str], i: int) -> tuple[tuple[Decimal, bool], int, int, bool] | None:
    """Read "every year", "every two years", "every other week", "each Monday", "every August"."""
    nxt = lows[i + 1] if i + 1 < len(lows) else ""
    if nxt in _WEEKDAYS:
        return (Decimal(7), False), i, i + 2, True
    if nxt in _FIXED:
        return (Decimal(12), True), i, i + 2, True
    count, j = _SECOND.get(nxt), i + 2
    if count is None:
        count, j = (_count(nxt), i + 2) if lows[i] == "every" else (None, i + 1)
    if count is None:
        count, j = 1, i + 1
    word = lows[j] if j < len(lows) else ""
    length = _length(
        word if count == 1 else key(word) if key(word) in {*_MONTHS, *_DAYS} else word.removesuffix("s"), Decimal(count)
    )
    return (length, i, j + 1, False) if length and count else None


def pace(claimed: Rate, said: Rate) -> Pace:
    """How two rates lie to one another: the same length, another one, or months against days that come close."""
    if claimed.months is said.months:
        same = abs(claimed.length - said.length) <= claimed.length * _ROUNDING
        return Pace.SAME if same else Pace.OTHER
    days = [rate.length * (_PER_MONTH if rate.months else 1) for rate in (claimed, said)]
    return Pace.OTHER if max(days) > _APART * min(days) else Pace.UNCLEAR
