"""Whether a word is told of now or of then."""

from __future__ import annotations

from bisect import bisect_left
from enum import StrEnum

from factcheck.domain.analysis import Analysis, Unit, UnitKind
from factcheck.text.predicates import AUXILIARIES

_PRESENT = frozenset("is are has have does do 's ’s 're ’re 've ’ve".split())
_PERFECT = frozenset({"has", "have", "'ve", "’ve"})
_PAST = frozenset("was were had did".split())
_OVER = frozenset("until once formerly previously originally before when then".split())


class Tense(StrEnum):
    """When a word is told of."""

    NOW = "now"
    THEN = "then"
    OPEN = ""


def past_only(asserted: Analysis, claimed: Unit, said: Analysis, found: Unit) -> bool:
    """Whether a passage tells as over what a claim tells of now: "was mayor until 2010" for "is mayor".

    Gets right: "employed 400 people in 1990" for "employs". Gets wrong: a date of something else in the sentence.
    """
    return _tense(asserted, claimed) is Tense.NOW and _tense(said, found) is Tense.THEN and _is_over(said)


def _tense(analysis: Analysis, unit: Unit) -> Tense:
    """Whether a word is told of now or of then; open when that does not show (infinitives, modals, nouns by themselves)."""
    k = bisect_left(analysis.tokens, (unit.start,))
    if analysis.tags[k] == "D":
        return Tense.THEN
    for j in range(k - 1, max(-1, k - 6), -1):
        low = analysis.tokens[j][2].lower()
        if low in _PERFECT and unit.kind is UnitKind.VERB and analysis.tags[k] == "B":
            return Tense.OPEN  # "has resigned" is borne out by "resigned on Monday"
        if low in _PRESENT and analysis.tags[j] != "s":
            return Tense.NOW
        if low in _PAST:
            return Tense.THEN
        if analysis.tags[j] == "t" and j and analysis.tokens[j - 1][2].lower() == "used":
            return Tense.THEN
        if analysis.tags[j] in "Mt":
            return Tense.OPEN
        if analysis.tags[j] in "DV." and low not in AUXILIARIES:
            break
    return Tense.NOW if analysis.tags[k] == "V" else Tense.OPEN


def _is_over(said: Analysis) -> bool:
    """Whether a sentence in the past marks what it tells as over: "once", "until 2010", "in 1950"."""
    dated = any(date.first is not None for date in said.dates) or "used to " in said.text
    return dated or any(word.lower() in _OVER for _, _, word in said.tokens)
