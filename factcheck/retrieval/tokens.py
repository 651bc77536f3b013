"""Text to index terms: our own normalised words, figures and abbreviations.

An engine's own tokenizer splits "2,500" and "U.S."; ours gives "2500" and "us". The same function reads claims and
passages, so whatever it does to one side it does to the other.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.text.words import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.domain.source import Passage

_MEMO_LIMIT = 200_000
_LONGEST = 60
"""Code points of a token that count; longer ones are addresses, base64 or an attack."""

# Every branch starts with a class of its own and cannot fail after it has eaten more than a few characters: linear time.
_TOKEN = re.compile(
    r"""
      [^\W\d_]\w+ (?:['’\u0300-\u036f]+\w+)*
    | \d+ (?:,\d{3}(?!\d))* (?:\.\d+)? (?:[ \u00a0-]?(?:thousand|million|billion|trillion|mn|bn|tn|m|k)\b | [a-z]{1,4}\b)?
    | (?:[A-Z]\.){2,} | [A-Z]\.[A-Z]\b                     # U.S. U.S
    | [^\W\d_] (?:['’\u0300-\u036f]+\w+)*
    | [%$£€¥₹\x1e]
    """,
    re.VERBOSE,
)
_PARTED = "\x1e"
"""Stands between texts that are cut into tokens in one go; white space to `str.split`."""
_FIGURE = re.compile(r"([\d,.]*\d)[ \u00a0-]?(\D*)")
_SCALES = {
    "thousand": 10**3, "k": 10**3, "million": 10**6, "mn": 10**6, "m": 10**6,
    "billion": 10**9, "bn": 10**9, "trillion": 10**12, "tn": 10**12,
}  # fmt: skip
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_SIGNS = {"%": "percent", "$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "₹": "rupe"}

_NUMBER_WORDS = {
    word: str(value)
    for value, words in {
        2: "two second", 3: "three third", 4: "four fourth", 5: "five fifth", 6: "six sixth", 7: "seven seventh", 8: "eight eighth",
        9: "nine ninth", 10: "ten tenth", 11: "eleven eleventh", 12: "twelve twelfth dozen", 13: "thirteen", 14: "fourteen", 15: "fifteen",
        16: "sixteen", 17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twenty", 30: "thirty", 40: "forty", 50: "fifty",
        60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety",
    }.items()
    for word in words.split()
}  # fmt: skip
_MONTHS = {
    "Jan": "january", "Feb": "february", "Mar": "march", "Apr": "april", "Jun": "june", "Jul": "july", "Aug": "august",
    "Sep": "september", "Sept": "september", "Oct": "october", "Nov": "november", "Dec": "december",
}  # fmt: skip
# Words of the grammar: they stand in every text, so they find nothing. "US" and "WHO" are names when written in capitals.
_GRAMMAR = """
    a an the this that these those and or but nor so yet if then than as of at by for from in into on onto to with within without about
    over under between through during before after above below up down out off again further once upon via per
    is am are was were be been being has have had having do does did done doing will would shall should can could may might must
    i me my mine we us our ours you your yours he him his she her hers it its they them their theirs who whom whose which what where when
    why how there here not no nor also just only very too such own same both each all any some most more other s t re ve ll d m
    one while because until although though however said says say mr mrs ms
"""
_FUNCTION_WORDS = frozenset(_GRAMMAR.split())
_NAMES_IN_CAPITALS = frozenset({"US", "WHO"})


class _Terms(dict[str, str]):
    """Terms by token, found once for each token; a token of no use gives the empty string."""

    def __missing__(self, token: str) -> str:
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        terms = self[token] = _terms(token)
        return terms


_TERMS = _Terms()


def index_terms(text: str) -> list[str]:
    """The terms of a text, in order, repeated as they repeat.

    Words give their key, figures their value without separators and with the scale applied, "U.S." gives "us" as "US" does,
    abbreviated months and number words give what they stand for; words of the grammar give nothing.

    Args:
        text: Any text; terms hold no white space.

    Gets right: "Some 2,500 U.S. troops left on Jan. 5" gives 2500 us troop leav januari 5.
    Gets wrong: "Jan Egeland said" gives januari egeland, in claims and passages alike.
    """
    return " ".join(map(_TERMS.__getitem__, _TOKEN.findall(text))).split()


def _terms(token: str) -> str:
    if token == _PARTED:
        return token
    token = token[:_LONGEST].replace("_", "")
    if token[0] in _SIGNS:
        return _SIGNS[token[0]]
    if token[0].isdigit():
        return _figure(token)
    if "." in token:
        return token.replace(".", "").lower()
    return _word(token.replace("’", "'").removesuffix("'s"))


def _word(word: str) -> str:
    low = word.lower()
    if word in _NAMES_IN_CAPITALS:
        return low
    if (low in _FUNCTION_WORDS and word != "May") or low.endswith("n't"):
        return ""
    if low in _NUMBER_WORDS:
        return _NUMBER_WORDS[low]
    folded = unicodedata.normalize("NFKD", _MONTHS.get(word, low))
    return key("".join(sign for sign in folded if not unicodedata.combining(sign)))


def _figure(token: str) -> str:
    found = _FIGURE.fullmatch(token)
    if not found:
        return token
    number, tail = found.group(1).replace(",", ""), found.group(2)
    if tail in _SCALES:
        return _plain(Decimal(number) * _SCALES[tail])
    plain = _plain(Decimal(number))
    if not tail or tail in _ORDINAL_ENDINGS:
        return plain
    return f"{plain}s" if tail == "s" else f"{plain} {key(tail)}"


def _plain(value: Decimal) -> str:
    """No exponent and no trailing zeros: 2500, 2.5."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def passages_terms(passages: Sequence[Passage]) -> Iterator[str]:
    """The terms under which each passage is found, with one space between them.

    A sentence often names its subject only by "it" or "the group". So a passage is also found by the words of the sentence
    before it and, as its own words, by the title of its source. Its own words and the title stand twice: they weigh more.
    (R@10 of SciFact by sentences: 0.85 alone, 0.93 so; of Climate-FEVER 0.44 and 0.49; `benchmarks/retrieval.py`.)

    Args:
        passages: The passages of one source, in order.
    """
    if not passages:
        return
    source = passages[0].source
    terms = _terms_of_each([passage.text for passage in passages])
    known = {(passage.start, passage.end): own for passage, own in zip(passages, terms, strict=True)}
    title = " ".join(index_terms(source.title or ""))
    for passage, own in zip(passages, terms, strict=True):
        context = ""
        if passage.before:
            start, end = passage.before[-1]
            context = known.get((start, end)) or " ".join(index_terms(source.text[start:end]))
        yield " ".join(filter(None, (own, own, title, title, context)))


def passage_terms(passage: Passage) -> Iterator[tuple[tuple[str, ...], int]]:
    """What `passages_terms` gives for one passage, in parts: terms, and how often they stand."""
    yield _kept_terms(passage.text), 2
    yield _kept_terms(passage.source.title or ""), 2
    if passage.before:
        start, end = passage.before[-1]
        yield _kept_terms(passage.source.text[start:end]), 1


@lru_cache(maxsize=16_384)
def _kept_terms(text: str) -> tuple[str, ...]:
    return tuple(index_terms(text))


def _terms_of_each(texts: list[str]) -> list[str]:
    tokens = _TOKEN.findall(_PARTED.join(texts))
    each = " ".join(filter(None, map(_TERMS.__getitem__, tokens))).split(_PARTED)
    if len(each) != len(texts):
        return [" ".join(index_terms(text)) for text in texts]
    return list(map(str.strip, each))
