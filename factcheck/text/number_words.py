"""Number words, numerals and their scales; `speak` writes a number in words."""

from __future__ import annotations

import re
from decimal import Decimal


def word_set(text: str) -> frozenset[str]:
    """The words of a table written as running text."""
    return frozenset(text.split())


SMALL = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
} | {"fourty": 40}
NUMBER_WORDS = frozenset([*SMALL, *TENS])
SCALES = {
    "thousand": 10**3,
    "lakh": 10**5,
    "lakhs": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "crores": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
}
# After a numeral, with or without a space between.
SHORT_SCALES = {
    "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12, "cr": 10**7,
}  # fmt: skip
# Only where they touch the numeral: "5m", "10k".
LETTER_SCALES = {"k": 10**3, "m": 10**6, "b": 10**9, "mm": 10**6, "t": 10**12}

ORDINALS = {
    word: value
    for value, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"],
        start=1,
    )
} | {
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80,
    "ninetieth": 90, "hundredth": 100,
}  # fmt: skip

DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100,
    "thousandth": 1000, "thousandths": 1000,
}  # fmt: skip
FRACTION_SIGNS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip

# Each rung runs from two of its unit until two of the next rung's: whoever could say "tens of thousands" would.
_LADDER = {
    "dozens": (24, 199),
    "scores": (40, 199),
    "tens": (20, 199),
    "hundreds": (200, 1_999),
    "thousands": (2_000, 19_999),
    "tens of thousands": (20_000, 199_999),
    "hundreds of thousands": (200_000, 1_999_999),
    "lakhs": (200_000, 1_999_999),
    "millions": (2_000_000, 19_999_999),
    "tens of millions": (20_000_000, 199_999_999),
    "hundreds of millions": (200_000_000, 1_999_999_999),
    "crores": (20_000_000, 199_999_999),
    "billions": (2 * 10**9, 2 * 10**10 - 1),
    "tens of billions": (2 * 10**10, 2 * 10**11 - 1),
    "hundreds of billions": (2 * 10**11, 2 * 10**12 - 1),
    "trillions": (2 * 10**12, 2 * 10**13 - 1),
}
VAGUE = {words: (Decimal(low), Decimal(high)) for words, (low, high) in _LADDER.items()}
VAGUE_FIRST = frozenset(words.split()[0] for words in VAGUE)

# Small vague numbers, as (lowest, highest) of their unit: "several hundred" is 300 to 999.
FEW = {"several": (3, 9), "few": (2, 9), "couple": (2, 3), "handful": (2, 9)}

_NUMERAL = re.compile(
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|[0-9]{1,3}(?:[\u00a0\u2009\u202f][0-9]{3})+|[0-9]+|)"
    r"(?:\.([0-9]+))?"
)
_GROUPING = str.maketrans("", "", ",\u00a0\u2009\u202f")
_LONGEST = 21


def numeral(text: str) -> tuple[Decimal, Decimal] | None:
    """Value and last significant place of a numeral such as "2,500", "1,00,000" or "2.5".

    None when it is none: a version ("1.2.3"), broken grouping ("1,1,1"), a code with a leading zero ("007"), or more
    than 21 signs.
    """
    if len(text) > _LONGEST or (found := _NUMERAL.fullmatch(text)) is None:
        return None
    plain = text.translate(_GROUPING)
    if len(plain) > 1 and plain[0] == "0" and plain[1] != ".":
        return None
    value = Decimal(plain)
    decimals = found.group(1)
    return value, Decimal(1).scaleb(-len(decimals)) if decimals else place(value)


def place(value: Decimal) -> Decimal:
    """The last place that is not zero: 100 for 2,500, 1 for 0."""
    if not value or value != value.to_integral_value():
        return Decimal(1) if not value else Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))
    digits = str(int(value))
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0")))


_SMALL_WORDS = {value: word for word, value in SMALL.items()}
_TENS_WORDS = {value: word for word, value in TENS.items() if word != "fourty"}
_SPOKEN_SCALES = ("quadrillion", "trillion", "billion", "million", "thousand")


def speak(value: Decimal) -> str:
    """The number in words, as it is read aloud: 2105 is "two thousand one hundred and five", 2.5 "two point five".

    Args:
        value: Not negative, below 10**18.

    Raises:
        ValueError: If `value` is outside these bounds.
    """
    if not 0 <= value < 10**18:
        raise ValueError(f"cannot speak {value}")
    whole, _, decimals = f"{value:f}".partition(".")
    words = _speak_whole(int(whole))
    return f"{words} point {' '.join(_SMALL_WORDS[int(digit)] for digit in decimals)}" if decimals else words


def _speak_whole(number: int) -> str:
    parts = []
    rest = number
    for scale in _SPOKEN_SCALES:
        count, rest = divmod(rest, SCALES[scale])
        if count:
            parts.append(f"{_speak_group(count)} {scale}")
    if rest or not parts:
        parts.append(f"and {_speak_group(rest)}" if parts and rest < 100 else _speak_group(rest))
    return " ".join(parts)


def _speak_group(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = f"{_SMALL_WORDS[hundreds]} hundred" if hundreds else ""
    if rest or not hundreds:
        tens, ones = divmod(rest, 10)
        low = _SMALL_WORDS[rest] if rest < 20 else _TENS_WORDS[10 * tens] + (f"-{_SMALL_WORDS[ones]}" if ones else "")
        words = f"{words} and {low}" if words else low
    return words


def is_year(text: str) -> bool:
    """Whether four digits may be a year: 1000 to 2100."""
    return len(text) == 4 and text.isdigit() and "1000" <= text <= "2100"
