"""What a denial in a passage covers: the claim's own word, or something narrower or beside it."""

from __future__ import annotations

from factcheck.domain.analysis import Analysis, Unit, UnitKind
from factcheck.text.align import Alignment
from factcheck.text.noun_phrases import before_noun
from factcheck.text.predicates import preposition
from factcheck.text.words import key

_PERSONS = frozenset(map(key, "woman man person people".split()))
_BEHIND = 16  # code points past a clause in which "until" may stand
_NARROWING = frozenset("for in on at to with until during among".split())
_AT_FIRST = (" at first", " until ", " initially", " at the time", " any more", " anymore", " any longer")
_NO = frozenset({"no", "without", "against", "zero", "neither", "none"})


def narrowed(asserted: Analysis, said: Analysis, alignment: Alignment, number: int) -> str:
    """What narrows a denial in the passage beyond the claim: "not on Monday" leaves all other days open; empty when nothing does.

    Gets right: "is not safe for children" against "is safe". Gets wrong: a place that all the source is about.
    """
    unit = said.units[number]
    end = max(other.end for other in said.units if other.clause == unit.clause)
    for phrase in _AT_FIRST:
        if phrase in said.text[unit.start : end + _BEHIND].lower() and phrase not in asserted.text.lower():
            return phrase.strip()
    if not asserted.dates and unit.negated:
        day = next((d for d in said.dates if d.start > unit.end and d.relation_span), None)
        if day is not None:
            return said.text[day.relation_span[0] if day.relation_span else day.start : day.end]
    for n in range(number + 1, len(said.units)):
        other = said.units[n]
        if other.clause != unit.clause:
            break
        light = other.light and other.key not in _PERSONS
        if n in alignment.reverse or light or other.kind not in (UnitKind.NOUN, UnitKind.NAME):
            continue
        word = preposition(said, other)
        if word in (_NARROWING if unit.negated else _NARROWING - {"to", "with", "at", "on", "in"}) and not any(
            r.speaker_span and r.speaker_span[0] <= other.start < r.speaker_span[1] for r in said.reports
        ):
            return f"{word} {other.text}"
    return ""


def _directly_denied(analysis: Analysis, unit: Unit) -> bool:
    """Whether "no" or "without" stands right before a noun."""
    before = [word.lower() for start, _, word in analysis.tokens if start < unit.start][-3:]
    return unit.negated and any(word in _NO for word in before)


def denied_on_one_side(asserted: Analysis, said: Analysis, alignment: Alignment, number: int) -> int | None:
    """The unit of the passage for a claim's word of which one is denied and the other not; nouns only right behind "no"."""
    unit = asserted.units[number]
    found = alignment.said(number)
    if unit.unsettled or not found:
        return None
    if any(
        said.units[n].negated == unit.negated or said.units[n].unsettled or said.units[n].rung is not unit.rung
        for n in found
    ):
        return None
    first = said.units[found[0]]
    anchors = {said.units[n].clause for n in alignment.said(asserted.main)} if asserted.main >= 0 else set()
    direct = _directly_denied(asserted, unit) or _directly_denied(said, first)
    if anchors and first.clause not in anchors and not direct:
        return None
    if unit.kind is UnitKind.ADJECTIVE and (before_noun(asserted, unit) or before_noun(said, first)):
        return None
    if unit.kind is UnitKind.NOUN and not direct:
        return None
    return found[0]
