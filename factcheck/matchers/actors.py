"""Who does it to whom."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain.analysis import Analysis, Frame, UnitKind
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.text.align import Alignment, align


def compare(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:
    """One comparison for each verb of the claim whose doer and undergoer the passage exchanges."""
    alignment = align(asserted, said)
    if _comparison_reversed(asserted, said, alignment):
        yield Comparison(Aspect.PREDICATE, Outcome.DIFFERS, "comparison: the source puts the two the other way round", "comparison-reversed")
    for frame in asserted.frames:
        if not frame.agents or not frame.patients:
            continue
        for other in said.frames:
            if other.verb in alignment.said(frame.verb) and _reversed(alignment, frame, other):
                verb = said.units[other.verb]
                claimed = asserted.units[frame.verb]
                yield Comparison(
                    Aspect.ACTORS, Outcome.DIFFERS, f"actors: the source turns round who “{verb.text}” whom", "actors-reversed",
                    (claimed.start, claimed.end), (verb.start, verb.end),
                )  # fmt: skip
                break


def _than(analysis: Analysis) -> int:
    return next((start for start, _, word in analysis.tokens if word.lower() == "than"), -1)


def _comparison_reversed(asserted: Analysis, said: Analysis, alignment: Alignment) -> bool:
    """Whether what the claim puts before "than" stands after it in the passage, and the other way round."""
    mine, theirs = _than(asserted), _than(said)
    if mine < 0 or theirs < 0:
        return False
    crossed = straight = 0
    for link in alignment.links:
        claimed = asserted.units[link.unit]
        if not link.said or claimed.light or len(link.said) > 1:
            continue
        after = claimed.start > mine
        elsewhere = [said.units[n].start > theirs for n in link.said]
        if all(flag != after for flag in elsewhere):
            crossed += 1
        elif claimed.kind is not UnitKind.VERB:
            straight += 1
    both = any(asserted.units[link.unit].start > mine for link in alignment.links if link.said)
    return both and crossed >= 2 and crossed > straight


def _reversed(alignment: Alignment, claimed: Frame, found: Frame) -> bool:
    agents = {n for unit in claimed.agents for n in alignment.said(unit)}
    patients = {n for unit in claimed.patients for n in alignment.said(unit)}
    straight = bool(agents & set(found.agents)) or bool(patients & set(found.patients))
    return not straight and bool(agents & set(found.patients)) and (bool(patients & set(found.agents)) or not found.agents)
