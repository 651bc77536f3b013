"""Who does it to whom."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain.analysis import Analysis, Frame, UnitKind
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.text.align import Alignment, Tie, align
from factcheck.text.words import key


def compare(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:
    """One comparison for each verb of the claim whose doer and undergoer the passage exchanges."""
    alignment = align(asserted, said)
    if _comparison_reversed(asserted, said, alignment):
        yield Comparison(Aspect.PREDICATE, Outcome.DIFFERS, "comparison: the source puts the two the other way round", "comparison-reversed")
    for frame in asserted.frames:
        for other in said.frames:
            if other.verb in alignment.said(frame.verb) and _other_doer(asserted, said, alignment, frame, other):
                doer = asserted.units[frame.agents[0]]
                yield Comparison(
                    Aspect.ROLE, Outcome.DIFFERS, f"actors: the source names another doer than {doer.text}", "other-doer",
                    (doer.start, doer.end), (said.units[other.agents[0]].start, said.units[other.agents[0]].end),
                )  # fmt: skip
                return
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


# Deeds that are done once to one thing: another doer means another fact.
_ONCE = frozenset(map(key, "write author found direct win discover invent compose paint design build create produce assassinate name sign score bear marry publish release host develop record".split()))


def _other_doer(asserted: Analysis, said: Analysis, alignment: Alignment, claimed: Frame, found: Frame) -> bool:
    """Whether the passage names another doer of a deed that is done once, to the very thing the claim names."""
    verb = asserted.units[claimed.verb]
    mine = [n for n in claimed.agents if asserted.units[n].kind is UnitKind.NAME]
    theirs = [n for n in found.agents if said.units[n].kind is UnitKind.NAME and n not in alignment.reverse]
    if verb.key not in _ONCE or not mine or not theirs or any(alignment.links[n].tie is not Tie.ABSENT for n in mine):
        return False
    others = [n for n, unit in enumerate(asserted.units) if n not in mine and not unit.light]
    return len(others) > 1 and all(alignment.said(n) for n in others)


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
