"""Names: each bearer that the claim names must be in the passage, or meant by it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain.analysis import Analysis, UnitKind
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.text.align import Tie, align


def compare(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:
    """One comparison for each name of the claim outside quotation marks."""
    alignment = align(asserted, said)
    for number, unit in enumerate(asserted.units):
        if unit.kind is not UnitKind.NAME or any(q.start <= unit.start < q.end for q in asserted.quotations):
            continue
        link = alignment.links[number]
        here = (unit.start, unit.end)
        if link.tie is Tie.ABSENT:
            yield Comparison(Aspect.NAME, Outcome.NOT_STATED, f"name: {unit.text} is not named", "name-absent", here)
        elif link.tie is Tie.CONTEXT:
            yield Comparison(Aspect.NAME, Outcome.AGREES, f"name: {unit.text} is named just before", "name-context", here, weight=0.8)
        else:
            found = said.units[link.said[0]]
            word = "is" if link.tie is Tie.SAME else "lies in"
            reason = f"name: {found.text} {word} {unit.text}" if found.text != unit.text else f"name: {unit.text}"
            yield Comparison(Aspect.NAME, Outcome.AGREES, reason, f"name-{link.tie}", here, (found.start, found.end))
