"""How many times as much: "twice as many", "three times the size", "a threefold rise", "doubled"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.domain.analysis import Hedge, Quantity, QuantityKind
from factcheck.text.movewords import times_of
from factcheck.text.number_words import SMALL

Tokens = Sequence[tuple[int, int, str]]
FOLD = "fold"
# Two figures of which the greater is called the double of the smaller: 1.95 to 2.05 times.
_STEP = Decimal("0.1")
_MULTIPLES = {"twice": 2, "double": 2, "thrice": 3, "triple": 3, "treble": 3, "quadruple": 4}
_MANY = frozenset("many much".split())
_COMPARED = frozenset(
    "more higher larger greater bigger faster longer fewer less lower smaller as the its that their his her what last".split()
)
_WHOLE = frozenset("the its that their his her what last".split())
_HEDGES = {
    "nearly": Hedge.NEARLY, "almost": Hedge.NEARLY, "roughly": Hedge.ABOUT, "about": Hedge.ABOUT, "around": Hedge.ABOUT,
    "approximately": Hedge.ABOUT, "more than": Hedge.MORE_THAN, "over": Hedge.MORE_THAN, "at least": Hedge.AT_LEAST,
    "less than": Hedge.LESS_THAN, "virtually": Hedge.NEARLY, "practically": Hedge.NEARLY,
}  # fmt: skip


# Few sentences have a multiple: one look at the text spares the walk. Stems of the words of `tables/moves.txt` that multiply.
_GATE = re.compile(r"twice|thrice|doubl|tripl|trebl|quadrupl|quintupl|halv|fold\b|\btimes\b", re.IGNORECASE)


def find_multiples(
    text: str, tokens: Tokens, tags: str, known: Sequence[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """The figures of `known` with those read as multiples that are some, and the multiples told by a verb.

    The second list claims no words: "doubled" stays the verb that it is.

    Gets right: "twice as many tickets", "three times the national average", "more than doubled".
    Gets wrong: "double the effort" as an order.
    """
    if _GATE.search(text) is None:
        return list(known), []
    lows = [word.lower() for _, _, word in tokens]
    at = {start: i for i, (start, _, _) in enumerate(tokens)}
    figures = [_counted_times(lows, tokens, at, figure) for figure in known]
    taken = [(q.start, q.end) for q in figures]
    verbs: list[Quantity] = []
    for i, (start, end, _) in enumerate(tokens):
        low = lows[i]
        if any(a <= start < b for a, b in taken):
            continue
        after = lows[i + 1] if i + 1 < len(lows) else ""
        if low in _MULTIPLES and (after == "as" or (after in _WHOLE and tags[i] not in "VDG")):
            stop = i + 2 if after == "as" and i + 2 < len(lows) and lows[i + 2] in _MANY else i + (after == "as")
            figures.append(_multiple(tokens, i, tokens[stop][1], Decimal(_MULTIPLES[low]), lows))
        elif (value := _fold(low)) is not None:
            figures.append(_multiple(tokens, i, end, value, lows))
        elif (
            (tags[i] in "VDGB" or low.endswith("ing")) and (size := times_of(low)) and after not in ("as", "down", "up")
        ):
            verbs.append(_multiple(tokens, i, end, size, lows))
    return figures, verbs


def _fold(low: str) -> Decimal | None:
    """Read "threefold"."""
    head = low.removesuffix("fold").rstrip("-")
    if head == low or not head:
        return None
    if head == "two":
        return Decimal(2)
    return Decimal(SMALL[head]) if SMALL.get(head, 0) > 1 else None


def _counted_times(lows: Sequence[str], tokens: Tokens, at: dict[int, int], figure: Quantity) -> Quantity:
    """A count of "times" that says how much more: "three times as many", "four times the average", not "won three times"."""
    if figure.kind is not QuantityKind.COUNT or figure.value is None or figure.start not in at:
        return figure
    i = next((k for k, (start, _, _) in enumerate(tokens) if start >= figure.end), len(lows))
    if lows[i : i + 1] != ["times"] or i + 1 >= len(lows) or lows[i + 1] not in _COMPARED:
        return figure
    many = lows[i + 1] == "as" and i + 2 < len(lows) and lows[i + 2] in _MANY
    last = i + 2 if many else i + 1 if lows[i + 1] == "as" else i
    return replace(
        figure,
        end=tokens[last][1],
        kind=QuantityKind.RATIO,
        unit=FOLD,
        unit_span=None,
        step=min(figure.step, _STEP),
        rule="multiple",
    )


def _multiple(tokens: Tokens, i: int, end: int, value: Decimal, lows: Sequence[str]) -> Quantity:
    hedge, first = Hedge.EXACT, i
    for size in (2, 1):
        found = _HEDGES.get(" ".join(lows[max(0, i - size) : i])) if i >= size else None
        if found is not None:
            hedge, first = found, i - size
            break
    low = None if hedge is Hedge.LESS_THAN else value
    high = None if hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST) else value
    return Quantity(
        tokens[i][0], end, value, low, high, hedge, QuantityKind.RATIO, FOLD, _STEP if value > 1 else _STEP / 10,
        hedge_span=(tokens[first][0], tokens[i - 1][1]) if first < i else None, rule="multiple",
    )  # fmt: skip
