"""The deed: is it said, and is it affirmed or denied?"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain.analysis import Analysis, UnitKind
from factcheck.domain.claim import Rung
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.text.align import Alignment, Tie, align, nearby
from factcheck.text.classes import exclusive
from factcheck.text.opposites import opposite


def compare(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:
    """The main word of the claim first, then each further word that the passage turns round."""
    alignment = align(asserted, said)
    main = asserted.units[asserted.main] if asserted.main >= 0 else None
    if main and not any(q.start <= main.start < q.end for q in asserted.quotations):
        yield _compare_main(asserted, said, alignment)
    yield from _turned(asserted, said, alignment)


def _compare_main(asserted: Analysis, said: Analysis, alignment: Alignment) -> Comparison:
    main = asserted.units[asserted.main]
    here = (main.start, main.end)
    rows = [(n, True) for n in alignment.said(asserted.main)]
    if not rows:
        rows = [
            (n, False)
            for n, unit in enumerate(said.units)
            if unit.kind is not UnitKind.NAME and n not in alignment.reverse and opposite(main.key, unit.key)
        ]
    if not rows:
        if main.light or main.kind is UnitKind.NAME:
            return Comparison(Aspect.PREDICATE, Outcome.NOT_COMPARABLE, f"predicate: “{main.text}” says little by itself", "predicate-light", here)
        return Comparison(Aspect.PREDICATE, Outcome.NOT_STATED, f"predicate: “{main.text}” is not said", "predicate-absent", here)
    found, alike = max(rows, key=lambda row: (nearby(said, alignment, row[0]), row[1], -row[0]))
    unit = said.units[found]
    there = (unit.start, unit.end)
    flipped = (main.negated != unit.negated) != (not alike)
    words = f"“{unit.text}”" if unit.text.lower() != main.text.lower() else f"“{main.text}”"
    if flipped:
        why = "is denied" if alike else f"is the opposite of “{main.text}”"
        if main.negated and alike:
            why = "is affirmed, where the claim denies it"
        rule = "polarity-denied" if alike else "polarity-opposite"
        return Comparison(Aspect.POLARITY, Outcome.DIFFERS, f"polarity: {words} {why}", rule, here, there)
    if not alike:
        return Comparison(Aspect.PREDICATE, Outcome.NOT_COMPARABLE, f"predicate: {words} against “{main.text}”, one of them denied", "predicate-double", here, there)
    return Comparison(Aspect.PREDICATE, Outcome.AGREES, f"predicate: {words}", "predicate-same", here, there)


def _turned(asserted: Analysis, said: Analysis, alignment: Alignment) -> Iterator[Comparison]:
    """Words of the claim whose opposite, or another member of an exclusive class, stands in the passage instead."""
    for number, unit in enumerate(asserted.units):
        if number == asserted.main or unit.light or unit.kind is UnitKind.NAME or any(q.start <= unit.start < q.end for q in asserted.quotations):
            continue
        tie = alignment.links[number].tie
        here = (unit.start, unit.end)
        if tie not in (Tie.ABSENT, Tie.CONTEXT):
            found = alignment.said(number)
            if all(said.units[n].negated != unit.negated for n in found) and unit.rung is Rung.HAPPENED:
                first = said.units[found[0]]
                yield Comparison(
                    Aspect.POLARITY, Outcome.DIFFERS, f"polarity: “{first.text}” is {'denied' if first.negated else 'affirmed'}", "polarity-word",
                    here, (first.start, first.end), 0.5,
                )  # fmt: skip
            continue
        for other, candidate in enumerate(said.units):
            if other in alignment.reverse or candidate.light or candidate.kind is UnitKind.NAME:
                continue
            if opposite(unit.key, candidate.key):
                turned = unit.negated == candidate.negated
                if turned:
                    yield Comparison(
                        Aspect.POLARITY, Outcome.DIFFERS, f"polarity: “{candidate.text}” is the opposite of “{unit.text}”", "opposite-word",
                        here, (candidate.start, candidate.end),
                    )  # fmt: skip
                    break
            group = exclusive(unit.key, candidate.key)
            if group and unit.negated == candidate.negated:
                yield Comparison(
                    Aspect.PREDICATE, Outcome.DIFFERS, f"predicate: “{candidate.text}” is not “{unit.text}” ({group})", "exclusive-word",
                    here, (candidate.start, candidate.end), 0.8,
                )  # fmt: skip
                break
