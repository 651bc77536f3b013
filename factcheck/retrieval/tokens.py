"""Text to index terms: our own normalised words, figures and abbreviations.

An engine's own tokenizer splits "2,500" and "U.S."; ours gives "2500" and "us". The same function reads claims and
passages, so whatever it does to one side it does to the other.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.text.words import key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.domain.source import Slice

WINDOW = 4
"""Passages in a row that an engine holds as one. By single passages an index is twice as large and takes twice as long to build."""
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
    | [%$£€¥₹]
    """,
    re.VERBOSE,
)
_SCALE = r"(?:thousand|million|billion|trillion|mn|bn|tn|m|k)\b"
_AFTER_FIGURE = re.compile(rf"(?<=\d)[ \u00a0](?={_SCALE})")
_STARTS_WITH_SCALE = re.compile(_SCALE)
_AROUND_WORDS = '.,;:!?"“”‘()'
_MAY_SCALE = "\x00"
"""Marks the terms of a chunk that may belong to the figure before it; no term holds it."""
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


class _Memo(dict[str, str]):
    """What `work` gives for a text, found once for each; forgotten when there are too many."""

    def __init__(self, work: Callable[[str], str]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, text: str) -> str:
        found = self._work(text)
        if len(text) <= _LONGEST:
            if len(self) >= _MEMO_LIMIT:
                self.clear()
            self[text] = found
        return found


def index_terms(text: str) -> list[str]:
    """The terms of a text, in order, repeated as they repeat.

    Words give their key, figures their value without separators and with the scale applied, "U.S." gives "us" as "US" does,
    abbreviated months and number words give what they stand for; words of the grammar give nothing.

    Args:
        text: Any text; terms hold no white space.

    Gets right: "Some 2,500 U.S. troops left on Jan. 5" gives 2500 us troop leav januari 5.
    Gets wrong: "Jan Egeland said" gives januari egeland, in claims and passages alike.
    """
    return spaced_terms(text).split()


def spaced_terms(text: str) -> str:
    """The terms with one space between them.

    No token but a figure with its scale ("2.5 million") goes over white space, so the chunks between white space are looked
    up whole: three times as fast as to find the tokens of a text each time.
    """
    terms = " ".join(filter(None, map(_CHUNKS.__getitem__, text.split())))
    if _MAY_SCALE in terms:
        joined = _AFTER_FIGURE.sub("-", text)
        chunks = map(_CHUNKS.__getitem__, joined.split())
        terms = " ".join(filter(None, (chunk.removeprefix(_MAY_SCALE) for chunk in chunks)))
    return terms


def _chunk_terms(chunk: str) -> str:
    core = chunk.strip(_AROUND_WORDS)
    if core.isascii() and core.isalpha() and len(core) > 1:
        mark = _MAY_SCALE if core in _SCALES and chunk[0] == core[0] else ""
        return mark + _TOKENS[core]
    mark = _MAY_SCALE if _STARTS_WITH_SCALE.match(chunk) else ""
    return mark + " ".join(filter(None, map(_TOKENS.__getitem__, _TOKEN.findall(chunk))))


def _terms(token: str) -> str:
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
    low = _MONTHS.get(word, low)
    if not low.isascii():
        low = "".join(sign for sign in unicodedata.normalize("NFKD", low) if not unicodedata.combining(sign))
    return key(low)


def _figure(token: str) -> str:
    if token.isascii() and token.isdecimal():
        return token.lstrip("0") or "0"
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


def window_terms(text: str, slices: Sequence[Slice], title: str | None) -> Iterator[tuple[str, int]]:
    """The terms under which each window of a source is found, and the lengths of its passages, added up.

    A sentence often names its subject only by "it" or "the group". So a window holds the sentence before it, too, and the
    title of its source. Lengths are those of `factcheck.retrieval.ranking.Candidate`.

    Args:
        text: The cleaned text of the source.
        slices: Its passages, see `factcheck.sources.passages.cut`.
        title: Its title.
    """
    name = spaced_terms(title or "")
    named = 2 * _count(name)
    before = ""
    for first in range(0, len(slices), WINDOW):
        own = [spaced_terms(text[start:end]) for start, end in slices[first : first + WINDOW]]
        counts = list(map(_count, own))
        yield " ".join((name, before, *own)), _count(before) + 3 * sum(counts) - counts[-1] + named * len(own)
        before = own[-1]


def _count(spaced: str) -> int:
    return spaced.count(" ") + 1 if spaced else 0


_TOKENS = _Memo(_terms)
_CHUNKS = _Memo(_chunk_terms)
