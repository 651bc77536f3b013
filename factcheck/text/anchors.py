"""Which words of a passage say the main word of a claim, or its opposite."""

from __future__ import annotations

from bisect import bisect_left

from factcheck.domain.analysis import Analysis, Unit, UnitKind
from factcheck.text.align import Alignment, Arguments, anchor_arguments, frame_of
from factcheck.text.opposites import opposite

# Adjectives that only look like a verb: "close to the border" closes nothing.
_LOOKALIKES = frozenset("close present object mean lean minute perfect separate complete clear clean free dry".split())

_HELPS = frozenset("do does did to will would can could may might must should shall".split())


def anchors(asserted: Analysis, said: Analysis, alignment: Alignment) -> tuple[list[int], bool]:
    """The units of the passage that say the claim's main word (True), or else its opposites (False).

    An opposite that is told of the claim's own doer comes before the word itself when that is told of others only:
    "exports fell while spending rose" says that exports fell.
    """
    number = asserted.main
    main = asserted.units[number]
    found = [
        n
        for n in alignment.said(number)
        if (main.light or not said.units[n].light) and _says(asserted, said, alignment, n)
    ]
    turned = [n for n, unit in enumerate(said.units) if unit.kind is not UnitKind.NAME and opposite(main.key, unit.key)]
    if main.kind is UnitKind.VERB:
        verbs = [n for n in turned if said.units[n].kind is UnitKind.VERB]
        if verbs and all(said.units[n].kind is UnitKind.ADJECTIVE for n in found):
            return verbs, False
        fit = [n for n in verbs if anchor_arguments(asserted, said, alignment, n) is Arguments.FIT]
        if fit and found and all(_told_elsewhere(asserted, said, alignment, n) for n in found):
            return fit, False
    return (found, True) if found else ([n for n in turned if n not in alignment.reverse], False)


def _told_elsewhere(asserted: Analysis, said: Analysis, alignment: Alignment, n: int) -> bool:
    """Whether a word is told of others than the claim's, or is no verb at all."""
    others = (Arguments.OTHER, Arguments.REVERSED)
    unread = said.units[n].kind is not UnitKind.VERB or frame_of(said, n) is None
    return unread or anchor_arguments(asserted, said, alignment, n) in others


def _says(asserted: Analysis, said: Analysis, alignment: Alignment, n: int) -> bool:
    """Whether a linked unit can say the main word: part of a name says it of that name alone, and some adjectives only look like a verb."""
    main, unit = asserted.units[asserted.main], said.units[n]
    if unit.kind is UnitKind.NAME:
        if main.text[:1].isupper() and main.text in unit.text:
            return True
        claimed = frame_of(asserted, asserted.main)
        if main.kind is UnitKind.VERB:
            return False
        return claimed is None or not claimed.agents or any(n in alignment.said(m) for m in claimed.agents)
    return not (main.kind is UnitKind.VERB and _lookalike(main, unit, said))


def _lookalike(main: Unit, unit: Unit, said: Analysis) -> bool:
    low = unit.text.lower()
    if unit.kind is not UnitKind.ADJECTIVE or low not in _LOOKALIKES or main.text.lower() in (low, low + "s"):
        return False
    k = bisect_left(said.tokens, (unit.start,))
    return _HELPS.isdisjoint(word.lower() for _, _, word in said.tokens[max(0, k - 2) : k])
