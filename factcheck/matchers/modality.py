"""Modality: wanted, planned, announced, decided, done and denied are different things."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain.analysis import Analysis, UnitKind
from factcheck.domain.claim import Rung
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.text.align import align, best
from factcheck.text.modality import ORDER, RECORDING

_SAID = {
    Rung.HAPPENED: "happened", Rung.DECIDED: "is decided", Rung.ANNOUNCED: "is announced", Rung.PLANNED: "is planned",
    Rung.CALLED_FOR: "is called for", Rung.POSSIBLE: "is possible", Rung.DENIED: "is denied",
}  # fmt: skip
_INTENT = frozenset({Rung.DECIDED, Rung.ANNOUNCED, Rung.PLANNED})


def compare(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:
    """One comparison for the main word of the claim, if the passage has it."""
    if asserted.main < 0:
        return
    alignment = align(asserted, said)
    found = alignment.said(asserted.main)
    if not found:
        return
    main = asserted.units[asserted.main]
    if main.kind is not UnitKind.VERB and main.rung is Rung.HAPPENED:
        found = tuple(n for n in found if said.units[n].rung is not Rung.HAPPENED)
        if not found or len(found) < len(alignment.said(asserted.main)):
            return
    if any(q.start <= main.start < q.end for q in asserted.quotations):
        return
    unit = said.units[best(asserted, said, alignment, found)]
    here, there = (main.start, main.end), (unit.start, unit.end)
    if _enough(main.rung, unit.rung):
        yield Comparison(
            Aspect.MODALITY, Outcome.AGREES, f"modality: “{unit.text}” {_SAID[unit.rung]}",
            "rung-recorded" if main.key in RECORDING else "rung-same", here, there,
        )  # fmt: skip
    else:
        yield Comparison(
            Aspect.MODALITY, Outcome.NOT_COMPARABLE, f"modality: “{unit.text}” {_SAID[unit.rung]}; the claim says that it {_SAID[main.rung]}",
            "rung-other", here, there,
        )  # fmt: skip


def _enough(claimed: Rung, found: Rung) -> bool:
    if claimed is found:
        return True
    return {claimed, found} <= _INTENT and ORDER.index(found) <= ORDER.index(claimed)
