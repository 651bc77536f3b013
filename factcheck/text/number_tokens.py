"""Cutting a sentence for the number grammar: numerals whole, words, signs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.text.number_words import FRACTION_SIGNS, word_set
from factcheck.text.units import CODES

NUMERAL, WORD, CODE, SIGN, TAKEN = "n", "w", "d", "s", "x"

_TOKEN = re.compile(
    r"([0-9]{1,3}(?:[\u00a0\u2009\u202f][0-9]{3})+(?![0-9])|[0-9]+(?:[.,][0-9]+)*|(?<![\w.,])\.[0-9]+)"
    rf"|([{''.join(FRACTION_SIGNS)}])"
    rf"|((?:Rs\.?|{'|'.join(sorted(CODES.values()))})(?=[0-9]))"
    r"|((?:[^\W\d_]\.){2,}|[^\W\d_]\.[^\W\d_](?!\w)|[^\W\d_]+(?:['’][^\W\d_]+)*)([0-9]\w*)?"
    r"|([^\w\s]|_)"
)
_KINDS = (SIGN, NUMERAL, SIGN, WORD, WORD, CODE, SIGN)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|[@#]\w+|\w[\w.+-]{0,63}@\w[\w.-]*")
_CASED = re.compile(r"[^\W\d_]+")
MONTHS = word_set(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept
    oct nov dec"""
)
HYPHENS = frozenset("-‐‑")
DASHES = frozenset("-‐‑–−")
PAD = 12


class Tokens:
    """Parallel lists of the tokens of one sentence.

    The lists end with empty tokens, so that looking `PAD` places past either end finds "" instead of failing: index -1
    is such an empty token too.
    """

    __slots__ = ("end", "kind", "low", "shouting", "size", "start", "text")

    def __init__(self, text: str, taken: Sequence[tuple[int, int]] = ()) -> None:
        """Cut `text`; tokens that overlap a slice of `taken`, a web address or a handle get the kind `TAKEN`."""
        self.text = text
        self.kind: list[str] = []
        self.low: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        self.shouting: bool | None = None
        spans = sorted([*taken, *(m.span() for m in _ADDRESS.finditer(text))] if _has_address(text) else taken)
        closed = 0
        for found in _TOKEN.finditer(text):
            start, end = found.span()
            group = found.lastindex
            kind = _KINDS[group or 0]
            while closed < len(spans) and spans[closed][1] <= start:
                closed += 1
            if closed < len(spans) and spans[closed][0] < end:
                kind = TAKEN
            self.kind.append(kind)
            self.low.append(found.group().lower() if kind != TAKEN else "")
            self.start.append(start)
            self.end.append(end)
        self.size = len(self.kind)
        for _ in range(PAD):
            self.kind.append("")
            self.low.append("")
            self.start.append(-9)
            self.end.append(-9)

    def original(self, i: int) -> str:
        """The token as written; "" past either end."""
        return self.text[self.start[i] : self.end[i]] if 0 <= i < self.size else ""

    def capital(self, i: int) -> bool:
        """Whether the token starts with a capital and case tells something here (not so in a headline)."""
        if not (0 <= i < self.size and self.text[self.start[i]].isupper()):
            return False
        if self.shouting is None:
            words = _CASED.findall(self.text)
            self.shouting = (
                len(words) > 3
                and self.text.rstrip()[-1:] not in '.!?"”'
                and sum(word[0].isupper() for word in words) > 0.7 * len(words)
            )
        return not self.shouting

    def month(self, i: int) -> bool:
        """Whether token i is the name of a month, with its capital."""
        return self.low[i] in MONTHS and 0 <= i < self.size and self.text[self.start[i]].isupper()

    def touches(self, i: int) -> bool:
        """Whether token i ends where the next one starts."""
        return self.end[i] == self.start[i + 1]

    def hyphen(self, i: int) -> bool:
        """Whether token i is a hyphen between two tokens that it joins."""
        return self.low[i] in HYPHENS and self.end[i - 1] == self.start[i] and self.end[i] == self.start[i + 1]

    def after(self, i: int) -> int:
        """The token after i, past a joining hyphen."""
        return i + 2 if self.hyphen(i + 1) else i + 1

    def opens(self, i: int) -> bool:
        """Whether token i starts a sentence, a quotation or a bracket."""
        return i == 0 or (
            self.low[i - 1] in _OPENERS and not (self.low[i - 1] == "." and self.end[i - 1] == self.start[i])
        )


_OPENERS = frozenset(".!?:;\"“”‘'’([—–-•*")


def _has_address(text: str) -> bool:
    return "@" in text or "#" in text or "://" in text or "www." in text
