"""What a preposition adds to a word, and what a sentence takes out of what it says."""

from __future__ import annotations

from bisect import bisect_left

from factcheck.domain.analysis import Analysis, UnitKind

_INSIDE = "TANPSUBGRs"
_PLACING = frozenset("in at on near inside outside across".split())
_FREE = frozenset(
    {"by", "with", "during", "after", "before", "since", "until", "as", "like", "about", "than", "because"}
)
_EXCEPTING = (
    ("except",), ("but", "not"), ("but", "none"), ("apart", "from"), ("aside", "from"), ("other", "than"), ("with", "the", "exception"),
    ("excluding",), ("not", "including"), ("but", "never"), ("and", "not"), ("rather", "than"), ("instead", "of"),
)  # fmt: skip
_MOST = 6  # tokens of a noun phrase behind a preposition


def governed(analysis: Analysis, n: int) -> tuple[int, str]:
    """The word to which a preposition right before a noun phrase adds that phrase, and the preposition: -1 when there is none.

    Gets right: "a stake in Orlin", "the inquiry into the firm". Gets wrong: a phrase that belongs to the verb before ("met the mayor in Dorn").
    """
    k = bisect_left(analysis.tokens, (analysis.units[n].start,)) - 1
    steps = 0
    while k > 0 and steps < _MOST and (analysis.tags[k] in _INSIDE or analysis.tokens[k][2] == "-"):
        k, steps = k - 1, steps + 1
    word = analysis.tokens[k][2].lower() if k > 0 else ""
    if k <= 0 or analysis.tags[k] != "I" or word in _FREE:
        return -1, ""
    head = next((m for m in range(n - 1, -1, -1) if analysis.units[m].end == analysis.tokens[k - 1][1]), -1)
    return head, word


def added(said: Analysis, n: int, word: str) -> set[int]:
    """The units that a preposition right behind a word adds to it, with what further prepositions add to those; empty when another word follows.

    Args:
        said: The passage.
        n: Index of the word.
        word: The preposition; one that tells a place stands for all that do.
    """
    k = bisect_left(said.tokens, (said.units[n].end,))
    if said.units[n].kind is UnitKind.VERB and said.tags[k : k + 1] == "O":
        k += 1  # "cleared him of fraud"
    first = said.tokens[k][2].lower() if k < len(said.tokens) else ""
    if first != word and not {first, word} <= _PLACING:
        return set()
    start = k
    while k < len(said.tokens) and (
        said.tags[k] in _INSIDE + "IOC" or said.tokens[k][2] in "-$€£%" or _goes_on_with_name(said, k)
    ):
        k += 1
    stop = said.tokens[k][0] if k < len(said.tokens) else len(said.text)
    things = (UnitKind.NOUN, UnitKind.NAME, UnitKind.ADJECTIVE)
    return {m for m, unit in enumerate(said.units) if said.tokens[start][0] < unit.start < stop and unit.kind in things}


def _goes_on_with_name(said: Analysis, k: int) -> bool:
    """Whether a comma leads to the place around a place: "in Arlington, Texas"."""
    return said.tokens[k][2] == "," and said.tags[k - 1 : k] == "P" and said.tags[k + 1 : k + 2] == "P"


def excepted(said: Analysis) -> list[tuple[int, int]]:
    """The slices that a sentence takes out of what it says: "but not into the firm", "except for the tower"."""
    lows = [word.lower() for _, _, word in said.tokens]
    found = []
    for k in range(len(lows)):
        for marker in _EXCEPTING:
            if tuple(lows[k : k + len(marker)]) == marker:
                end = k + len(marker)
                while end < len(lows) and lows[end] not in (",", ";", ".") and said.tags[end] not in "VDM":
                    end += 1
                found.append((said.tokens[k][0], said.tokens[end - 1][1]))
    return found
