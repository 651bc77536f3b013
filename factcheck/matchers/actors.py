"""Who does it to whom."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain.analysis import Analysis, Frame
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.text.align import Alignment, align


def compare(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:
    """One comparison for each verb of the claim whose doer and undergoer the passage exchanges."""
    alignment = align(asserted, said)
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


def _reversed(alignment: Alignment, claimed: Frame, found: Frame) -> bool:
    agents = {n for unit in claimed.agents for n in alignment.said(unit)}
    patients = {n for unit in claimed.patients for n in alignment.said(unit)}
    straight = bool(agents & set(found.agents)) or bool(patients & set(found.patients))
    return not straight and bool(agents & set(found.patients)) and (bool(patients & set(found.agents)) or not found.agents)
