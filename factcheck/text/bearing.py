"""Of whom or what a passage says a noun or an adjective: its own phrase, its apposition, "is", "became", "as"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from factcheck.domain.analysis import Analysis, UnitKind
from factcheck.text.noun_phrases import owns_next
from factcheck.text.other_deeds import BECOMING

_THINGS = (UnitKind.NOUN, UnitKind.NAME)
_INSIDE = "ANPSUBG"  # tags of what may stand in a noun phrase before its head
_BEFORE = "TANPSUBGRs"  # likewise, with articles, owners and "now"
_OWNING = frozenset("his her its their whose our my".split())
_ATTACHED = frozenset("of at in for from on to with".split())
_LINKS = frozenset("and or".split())
_STEPS = 3  # "an actor and singer", of whom "actor" is said by way of "is"
_CLOSE = 30  # code points over which a noun phrase may go on
_KINDS = frozenset("one some many most kind type sort form species member example".split())


def said_of(said: Analysis, n: int) -> set[int]:
    """The units of which a passage says a noun or an adjective, straight or by way of another; empty when it cannot be told.

    Gets right: in "Captain Reed fouled Dorn striker Ana Ruiz" the striker is Ruiz. Gets wrong: "Reed, like Ruiz a striker".

    Args:
        said: The passage.
        n: Index of the noun, adjective or name of a nation.
    """
    found: set[int] = set()
    fresh = {n}
    for _ in range(_STEPS):
        fresh = {m for k in fresh for m in _straight(said, k)} - found - {n}
        found |= fresh
    return found


def _straight(said: Analysis, n: int) -> list[int]:
    first, last = _phrase(said, n)
    heads = [m for m in range(n + 1, last + 1) if said.units[m].kind in _THINGS]
    found = [*heads, *_by_verbs(said, n, first, last)]
    if not heads or said.units[heads[-1]].kind is not UnitKind.NAME:
        found += _apposed(said, first, last)
    if not found:
        found = [m for m in (_joined_to(said, first), _joined_by(said, last), _counted(said, first)) if m >= 0]
    return found


def _phrase(said: Analysis, n: int) -> tuple[int, int]:
    """The first and the last unit of the noun phrase around a unit, owners left out on the right and taken in on the left."""
    last = n
    while last + 1 < len(said.units) and _goes_on(said, last):
        last += 1
    first = n
    while first > 0 and (_goes_on(said, first - 1) or owns_next(said, said.units[first - 1])):
        first -= 1
    return first, last


def _goes_on(said: Analysis, n: int) -> bool:
    """Whether the next unit stands in the same noun phrase, with nothing but modifiers between."""
    here, after = said.units[n], said.units[n + 1]
    if after.kind in (UnitKind.VERB, UnitKind.ADVERB) or owns_next(said, here) or after.start - here.end > _CLOSE:
        return False
    if here.kind is UnitKind.NAME and after.kind is UnitKind.NAME and said.text[here.end : after.start] != " ":
        return False
    between = range(_token_after(said, here.end), bisect_left(said.tokens, (after.start,)))
    return all(said.tags[k] in _INSIDE or said.tokens[k][2] == "-" for k in between)


def _token_after(said: Analysis, place: int) -> int:
    return bisect_left(said.tokens, (place,))


def _by_verbs(said: Analysis, n: int, first: int, last: int) -> list[int]:
    """Whom "be", "become", "call" or "as" make it: "X is a judge", "elected X mayor", "works as a nurse"."""
    found: list[int] = []
    for frame in said.frames:
        if frame.verb in (n, last):
            found += frame.agents
        elif {n, last}.intersection((*frame.agents, *frame.patients)):
            if said.units[frame.verb].kind in _THINGS:
                found += (*frame.agents, frame.verb)
            elif said.units[frame.verb].key in BECOMING:
                found += (
                    *frame.agents,
                    *frame.patients,
                    *(m for m in range(first, n) if said.units[m].kind is UnitKind.NAME),
                )
            else:
                row = frame.agents if {n, last}.intersection(frame.agents) else frame.patients
                found += [m for m in row if _apposition(said, m, n) and not (_serves(said, m) or _serves(said, n))]
    k = _opening(said, n)
    if k > 0 and said.tokens[k - 1][2].lower() == "as":
        before = [frame for frame in said.frames if said.units[frame.verb].start < said.tokens[k][0]]
        found += [m for frame in before[-1:] for m in (*frame.agents, *frame.patients)]
    return [m for m in found if m not in (n, last)]


def _serves(said: Analysis, n: int) -> bool:
    """Whether a noun only tells of what another one is, so that a name behind a comma is that one's: "the head of the bank, Viktor Hallam"."""
    k = _opening(said, n)
    return k > 1 and said.tokens[k - 1][2].lower() in ("of", "for", "to") and said.tags[k - 2] in "NS"


def _apposition(said: Analysis, m: int, n: int) -> bool:
    """Whether two units of one side of a deed are one: no "and" stands between them."""
    low, high = min(m, n), max(m, n)
    between = said.text[said.units[low].end : said.units[high].start].lower().split()
    return not _LINKS.intersection(between)


def _opening(said: Analysis, n: int) -> int:
    """The first token of the noun phrase of a unit, articles, owners and "now" included."""
    k = bisect_left(said.tokens, (said.units[n].start,))
    while k and (
        said.tags[k - 1] in _BEFORE or said.tokens[k - 1][2].lower() in _OWNING or said.tokens[k - 1][2] == "-"
    ):
        k -= 1
    return k


def _apposed(said: Analysis, first: int, last: int) -> list[int]:
    """What stands beside the phrase between commas: "Eva Stern, now a judge", "the director, Ilse Korff,"."""
    found = []
    k = _opening(said, first)
    if k > 1 and said.tokens[k - 1][2] in (",", "(", "–", "—"):
        n = _unit_ending(said, said.tokens[k - 2][1])
        if (
            n >= 0
            and said.units[n].kind in _THINGS
            and not _serves(said, n)
            and _closed(said, _token_after(said, said.units[last].end))
        ):
            found += [n]
    k = _past_attached(said, _token_after(said, said.units[last].end))
    if _serves(said, first):
        return found
    if k + 1 < len(said.tokens) and said.tokens[k][2] in (",", "(", "–", "—", ":"):
        n = bisect_right(said.units, said.tokens[k + 1][0], key=lambda unit: unit.start) - 1
        if n > last and said.units[n].kind is UnitKind.NAME and said.units[n].start == said.tokens[k + 1][0]:
            found += range(n, _phrase(said, n)[1] + 1)
    return found


def _closed(said: Analysis, k: int) -> bool:
    """Whether a phrase ends at a comma or stop, past what prepositions add to it, so that it opens no clause."""
    k = _past_attached(said, k)
    return k >= len(said.tokens) or said.tags[k] not in "VDM"


def _past_attached(said: Analysis, k: int) -> int:
    """The token behind what "of", "at" and the like add to a noun phrase: "a judge at the court of appeal"."""
    while k < len(said.tokens) and said.tokens[k][2].lower() in _ATTACHED:
        k += 1
        while k < len(said.tokens) and (said.tags[k] in _BEFORE or said.tokens[k][2] == "-"):
            k += 1
    return k


def _unit_ending(said: Analysis, place: int) -> int:
    """Index of the unit that ends at a place, or before a bracket; -1 when there is none."""
    return next((n for n, unit in enumerate(said.units) if unit.end == place), -1)


def _joined_to(said: Analysis, first: int) -> int:
    """The noun to which "and" joins a noun phrase: "a poet and painter"; -1 when there is none."""
    k = _opening(said, first)
    if k < 2 or said.tokens[k - 1][2].lower() not in _LINKS:
        return -1
    n = _unit_ending(said, said.tokens[k - 2][1])
    return n if n >= 0 and said.units[n].kind in (UnitKind.NOUN, UnitKind.ADJECTIVE) else -1


def _joined_by(said: Analysis, last: int) -> int:
    """The noun that "and" joins to a noun phrase, with no article of its own: "rapper and singer Ana Ruiz"; -1 when there is none."""
    k = _token_after(said, said.units[last].end)
    if k + 1 >= len(said.tokens) or said.tokens[k][2].lower() != "and":
        return -1
    n = next((m for m, unit in enumerate(said.units) if unit.start == said.tokens[k + 1][0]), -1)
    return n if n >= 0 and said.units[n].kind is UnitKind.NOUN else -1


def _counted(said: Analysis, first: int) -> int:
    """What counts or classes the noun behind "of": "one of the gangs", "a species of dogs"; -1 when there is none."""
    k = _opening(said, first)
    if k < 2 or said.tokens[k - 1][2].lower() != "of" or said.tokens[k - 2][2].lower() not in _KINDS:
        return -1
    return _unit_ending(said, said.tokens[k - 2][1])
