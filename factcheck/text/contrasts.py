"""Two things set against one another: "women earn less than men", and the same told from the other side."""

from __future__ import annotations

from enum import StrEnum

from factcheck.domain.analysis import Analysis, UnitKind
from factcheck.text.align import Alignment
from factcheck.text.comparatives import Contrast, contrast_of, move_since


class Standing(StrEnum):
    """How the two sides and the sense of two comparisons lie to one another."""

    SAME = "same"
    CONVERSE = "converse"  # men more than women, women less than men
    OPPOSED = "opposed"  # men more than women, men less than women
    REVERSED = "reversed"  # men more than women, women more than men
    UNCLEAR = "unclear"


def standing(asserted: Analysis, said: Analysis, alignment: Alignment) -> Standing | None:
    """How the claim's comparison lies to the passage's; None where one has none, or compares by something else."""
    mine, theirs = contrast_of(asserted), contrast_of(said)
    move = move_since(asserted, said) if theirs is None else None
    if mine is not None and move is not None:
        return Standing.SAME if move.sign == mine.sign else Standing.OPPOSED
    if mine is None or theirs is None or mine.scale != theirs.scale:
        return None
    left, right = _sides(asserted, said, alignment, mine, theirs)
    if left == {False} and right == {True}:
        return Standing.SAME if mine.sign == theirs.sign else Standing.OPPOSED
    if left == {True} and right == {False}:
        return Standing.REVERSED if mine.sign == theirs.sign else Standing.CONVERSE
    return Standing.UNCLEAR


def _sides(
    asserted: Analysis, said: Analysis, alignment: Alignment, mine: Contrast, theirs: Contrast
) -> tuple[set[bool], set[bool]]:
    """For the two things of the claim, whether what stands for them comes after the passage's "than".

    A word that both things share ("the north station", "the south station") tells nothing.
    """
    things = [
        link for link in alignment.links
        if link.said and asserted.units[link.unit].kind in (UnitKind.NOUN, UnitKind.NAME, UnitKind.ADJECTIVE)
        and not (asserted.units[link.unit].light and asserted.units[link.unit].kind is UnitKind.ADJECTIVE)
    ]  # fmt: skip
    left: list[bool] = []
    right: list[bool] = []
    for link in things:
        unit = asserted.units[link.unit]
        after = {said.units[n].start > theirs.than for n in link.said}
        if not mine.start <= unit.start < mine.than and len(after) == 1:
            (right if unit.start > mine.than else left).extend(after)
    # The first on each side is the thing itself: "men at the broadcaster", where the broadcaster may stand anywhere.
    return set(left[:1]), set(right[:1])
