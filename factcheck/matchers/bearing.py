"""What belongs to what: what the claim says its subject is, what a preposition adds to a word, and what is taken out again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from factcheck.domain.analysis import Analysis, UnitKind
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.text.align import Alignment, Arguments, Tie, align, frame_of, side
from factcheck.text.bearing import said_of
from factcheck.text.complements import added, excepted, governed
from factcheck.text.contrasts import Standing, standing
from factcheck.text.noun_phrases import lead, word_before
from factcheck.text.other_deeds import STATING

_ALIASES = frozenset("name known called alias aka nicknamed born".split())
_STATED = (UnitKind.NOUN, UnitKind.ADJECTIVE, UnitKind.NAME)


def compare(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:
    """Words that the passage joins to others than the claim does; nothing where they belong together as in the claim."""
    alignment = align(asserted, said)
    if standing(asserted, said, alignment) in (None, Standing.UNCLEAR):
        yield from _subjects(asserted, said, alignment)
        yield from _complements(asserted, said, alignment)
    yield from _exceptions(asserted, said, alignment)


def _subjects(asserted: Analysis, said: Analysis, alignment: Alignment) -> Iterator[Comparison]:
    """Each noun, adjective or nation that the claim says of its subject."""
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


def _complements(asserted: Analysis, said: Analysis, alignment: Alignment) -> Iterator[Comparison]:
    """What the claim adds to a word with a preposition, where the passage adds something else to every such word: "a stake in Orlin"."""
    for number, unit in enumerate(asserted.units):
        theirs = alignment.said(number)
        if unit.light or unit.kind not in (UnitKind.NOUN, UnitKind.NAME) or not theirs:
            continue
        head, word = governed(asserted, number)
        if head < 0 or asserted.units[head].light:
            continue
        phrase = {m for k in range(head + 1, number + 1) for m in alignment.said(k)}
        rows = [(n, added(said, n, word)) for n in alignment.said(head)]
        one = any(
            said_of(said, n) & set(theirs) for n, _ in rows
        )  # "Linz, a city of 200,000 people" for "the city of Linz"
        if rows and not one and all(row and not row & phrase for _, row in rows):
            n, row = rows[0]
            other = said.units[min(row)]
            yield Comparison(
                Aspect.PREDICATE, Outcome.NOT_COMPARABLE, f"predicate: “{said.units[n].text}” goes with “{other.text}”, not with “{unit.text}”",
                "complement-other", (unit.start, unit.end), (other.start, other.end),
            )  # fmt: skip


def _exceptions(asserted: Analysis, said: Analysis, alignment: Alignment) -> Iterator[Comparison]:
    """Words of the claim that the passage has only in what it takes out of what it says."""
    slices = excepted(said)
    if not slices or excepted(asserted):
        return
    for number, unit in enumerate(asserted.units):
        theirs = alignment.said(number)
        if theirs and not unit.light and all(any(a <= said.units[n].start < b for a, b in slices) for n in theirs):
            other = said.units[theirs[0]]
            yield Comparison(
                Aspect.PREDICATE, Outcome.NOT_COMPARABLE, f"predicate: “{other.text}” is taken out of what is said", "bearing-excepted",
                (unit.start, unit.end), (other.start, other.end),
            )  # fmt: skip
            return


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
