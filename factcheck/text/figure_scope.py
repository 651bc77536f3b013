"""What a figure of a sentence belongs to: the words near by, its verb, its place, the noun that it is told of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from factcheck.domain.analysis import Analysis, NameKind, Quantity, QuantityKind, Unit, UnitKind
from factcheck.text.align import Alignment, names_match, places_match
from factcheck.text.words import key

_WINDOW = 70  # code points
_PART = re.compile(r", (?:including |with |and )?[\w-]+ of (?:them|whom|these|those|which)\b", re.IGNORECASE)
_NONE = ("none of the ", "none of its ", "none of their ", "neither of the ")
# Verbs that only bring a figure up: "2018 saw 11,187 accidents".
_NEUTRAL = frozenset(
    map(
        key,
        "see record report register include feature number involve lead contain comprise bring count stage hold run operate own cover".split(),
    )
)


@lru_cache(maxsize=4096)
def window(analysis: Analysis, figure: Quantity) -> tuple[int, ...]:
    """Indices of the units that belong to a figure: from the figure before it to the one after it, near by, in its clause or the next words."""
    others = [q for q in analysis.quantities if q is not figure]
    left = max((q.end for q in others if q.end <= figure.start), default=0)
    right = min((q.start for q in others if q.start >= figure.end), default=len(analysis.text))
    left, right = max(left, figure.start - _WINDOW), min(right, figure.end + _WINDOW)
    return tuple(n for n, unit in enumerate(analysis.units) if unit.start >= left and unit.end <= right)


def _places(analysis: Analysis, indices: Sequence[int]) -> list[Unit]:
    """The names of places among some units, known ones and those behind "in" or "near"."""
    known = {(name.start, name.end) for name in analysis.names if name.kind is NameKind.PLACE}
    names = [analysis.units[n] for n in indices if analysis.units[n].kind is UnitKind.NAME]
    return [unit for unit in names if (unit.start, unit.end) in known or _after_in(analysis, unit)]


def _own(places: list[Unit], figure: int) -> list[Unit]:
    """The places behind a figure, else those before it: in "52 in Iraq and 75 in Syria" each has its own."""
    behind = [unit for unit in places if unit.start > figure]
    return behind or places


def _after_in(analysis: Analysis, unit: Unit) -> bool:
    before = analysis.text[max(0, unit.start - 14) : unit.start].lower().split()
    return bool({"in", "at", "near", "from", "across", "throughout", "inside"} & set(before[-2:]))


def elsewhere(
    asserted: Analysis, said: Analysis, figure: Quantity, other: Quantity, claimed: Sequence[int], found: Sequence[int]
) -> bool:
    """Whether the source's figure stands beside another place than the claim's: 900 in Syria says nothing about Iraq."""
    wanted = _own(_places(asserted, claimed), figure.start)
    there = _own(_places(said, found), other.start)
    if not wanted or not there:
        return False
    lead = [unit for unit in wanted if _after_in(asserted, unit)]
    if not lead or not any(_after_in(said, unit) for unit in there):
        return False
    return not any(names_match(a.key, b.key) or places_match(a.key, b.key) for a in lead for b in there)


@lru_cache(maxsize=4096)
def _governor(analysis: Analysis, figure: Quantity) -> int:
    """Index of the verb that a figure stands with: the last one before it in its clause, else the first one after it; -1 for none."""
    verbs = [n for n, unit in enumerate(analysis.units) if unit.kind is UnitKind.VERB and not unit.light]
    clause = next((unit.clause for unit in analysis.units if unit.start >= figure.start), -1)
    before = [n for n in verbs if analysis.units[n].end <= figure.start and analysis.units[n].clause == clause]
    if before:
        return before[-1]
    return next((n for n in verbs if analysis.units[n].start >= figure.end), -1)


def by_verb(asserted: Analysis, said: Analysis, alignment: Alignment, claimed: Quantity, found: Quantity) -> float:
    """Whether two figures stand with one verb: in "killed three and injured 25" the verb tells them apart."""
    mine, theirs = _governor(asserted, claimed), _governor(said, found)
    if mine < 0 or theirs < 0 or not alignment.said(mine):
        return 0.0
    return 2.0 if theirs in alignment.said(mine) else -2.0


def of_other_deed(said: Analysis, alignment: Alignment, figure: Quantity) -> bool:
    """Whether a verb that the claim does not have governs what is counted: "three troops were injured" is no count of the troops."""
    if figure.unit_span is None:
        return False
    first, last = figure.unit_span
    counted = {n for n, unit in enumerate(said.units) if unit.start >= first and unit.end <= last}
    governing = [f for f in said.frames if counted.intersection((*f.agents, *f.patients))]
    if any(f.verb in alignment.reverse for f in governing):
        return False
    for frame in governing:
        verb = said.units[frame.verb]
        if (
            not verb.light
            and not frame.relative
            and verb.key not in _NEUTRAL
            and not _meant_by_noun(said, alignment, frame.verb)
            and abs(verb.start - figure.start) < _WINDOW
        ):
            return True
    return False


def _meant_by_noun(said: Analysis, alignment: Alignment, verb: int) -> bool:
    """Whether a verb only says what a noun of the claim is for: "room for 400 samples" and "the capacity to store 400 samples"."""
    between = said.text[said.units[verb - 1].end : said.units[verb].start].split() if verb else []
    return between == ["to"] and verb - 1 in alignment.reverse and said.units[verb - 1].kind is UnitKind.NOUN


def of_part_only(said: Analysis, alignment: Alignment, figure: Quantity) -> bool:
    """Whether a rate is that of a part only: "youth unemployment stood at 17 percent" is no figure for unemployment."""
    if figure.kind not in (QuantityKind.PERCENT, QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.RATIO):
        return False
    for n in alignment.reverse:
        unit = said.units[n]
        if unit.kind is UnitKind.NOUN and n and unit.end < figure.start and abs(unit.end - figure.start) < _WINDOW:
            before = said.units[n - 1]
            if (
                before.kind in (UnitKind.NOUN, UnitKind.NAME)
                and before.end + 1 == unit.start
                and n - 1 not in alignment.reverse
                and not before.light
            ):
                return True
    return False


def of_whole_only(said: Analysis, alignment: Alignment, figure: Quantity) -> bool:
    """Whether the claim speaks of a part that the passage counts by itself: "nine children are in hospital, one of them in a coma"; "none of the 23".

    Gets right: "two people were injured, one of them badly" makes no two badly injured. Gets wrong: a part told in a sentence of its own.
    """
    if said.text[: figure.start].lower().endswith(_NONE):
        return True
    part = _PART.search(said.text, figure.end)
    if part is None:
        return False
    end = next((k for k in range(part.end(), len(said.text)) if said.text[k] in ",;"), len(said.text))
    return any(
        link.said and all(part.start() <= said.units[n].start < end for n in link.said) for link in alignment.links
    )


def joined_as_one(said: Analysis, first: Quantity, second: Quantity) -> bool:
    """Whether two figures are joined as one count: "twelve men and eight women"."""
    first, second = sorted((first, second), key=lambda figure: figure.start)
    end = max(first.end, first.unit_span[1] if first.unit_span else 0)
    return said.text[end : second.start].strip(" ,") in ("and", "plus")
