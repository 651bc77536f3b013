"""Of whom it is said: what the claim says its subject is must be said of that very subject."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from factcheck.domain.analysis import Analysis, UnitKind
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.text.align import Alignment, Arguments, Tie, align, frame_of, side
from factcheck.text.bearing import said_of
from factcheck.text.contrasts import Standing, standing
from factcheck.text.noun_phrases import lead, word_before
from factcheck.text.other_deeds import STATING

_ALIASES = frozenset("name known called alias aka nicknamed born".split())
_STATED = (UnitKind.NOUN, UnitKind.ADJECTIVE, UnitKind.NAME)


def compare(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:
    """Whether each noun, adjective or nation that the claim says of its subject is said of it in the passage; nothing where it is."""
    alignment = align(asserted, said)
    if standing(asserted, said, alignment) not in (None, Standing.UNCLEAR):
        return
    for claimed in asserted.frames:
        stated = asserted.units[claimed.verb]
        subject = [n for n in claimed.agents if not asserted.units[n].light and n != claimed.verb]
        if stated.kind not in _STATED or claimed.passive or not subject or not _linked(asserted, claimed.verb):
            continue
        link = alignment.links[claimed.verb]
        here = (stated.start, stated.end)
        if stated.kind is UnitKind.NAME and link.tie is Tie.CONTEXT:
            yield Comparison(
                Aspect.PREDICATE, Outcome.NOT_COMPARABLE, f"predicate: “{stated.text}” is only said before it", "bearing-borrowed", here
            )  # fmt: skip
            continue
        found = link.said
        if not found or link.tie is Tie.NARROWER or any(said.units[n].kind is not stated.kind for n in found):
            continue
        others = [_others(asserted, said, alignment, subject, n) for n in found]
        if all(others):
            unit = said.units[found[0]]
            yield Comparison(
                Aspect.PREDICATE, Outcome.NOT_COMPARABLE, f"predicate: “{unit.text}” is said of {others[0]}", "bearing-other",
                here, (unit.start, unit.end),
            )  # fmt: skip


def _linked(asserted: Analysis, n: int) -> bool:
    """Whether "be" alone leads from the claim's subject to a word."""
    return word_before(asserted, n) in STATING and "about" not in lead(asserted, asserted.units[n])


def _others(asserted: Analysis, said: Analysis, alignment: Alignment, subject: list[int], n: int) -> str:
    """Whom else than the claim's subject a word is said of; empty when it may be the subject."""
    bearers = said_of(said, n)
    names = sorted(m for m in bearers if said.units[m].kind is UnitKind.NAME)
    linked = {m for k in subject for m in alignment.said(k)}
    if not linked:
        return f"“{said.units[names[0]].text}”" if names and len(names) == len(bearers) else ""
    if linked & bearers or any(n in said_of(said, m) or _by_another_name(said, m) for m in linked):
        return ""
    if any(word_before(said, m) in STATING and frame_of(said, m) is None for m in (n, *bearers)):
        return ""  # "is a hunter", of whom a long insertion hides the subject
    if not bearers:
        return "something else"
    if side(asserted, said, alignment, subject, sorted(bearers)) is Arguments.FIT:
        return ""
    return " and ".join(f"“{said.units[m].text}”" for m in (names or sorted(bearers))[:2])


def _by_another_name(said: Analysis, n: int) -> bool:
    """Whether a name is given as another one of the person before it: "better known as", "his stage name"."""
    k = bisect_left(said.tokens, (said.units[n].start,))
    return not _ALIASES.isdisjoint(word.lower() for _, _, word in said.tokens[max(0, k - 3) : k])
