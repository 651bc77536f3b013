"""Names: each bearer that the claim names must be in the passage, or meant by it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain.analysis import Analysis, NameKind, Unit, UnitKind
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.text import gazetteer
from factcheck.text.align import Alignment, Tie, align
from factcheck.text.words import key

_GAP = 3  # code points between a name and what it qualifies: a blank, or a possessive ending and a blank
_AT = frozenset({"in", "at", "near", "from"})
# Deeds that happen once and in one place.
_PLACED = frozenset(
    map(
        key,
        "sign bear die found hold crash bury marry open launch premiere locate base take_place happen bomb sink explode land headquarter".split(),
    )
)

# "The country", "the city": a place named before, told again.
_ANAPHORS = frozenset(
    map(
        key,
        "country nation state republic kingdom island city town village region province government population economy authority official".split(),
    )
)


def _placed(analysis: Analysis, unit: Unit) -> bool:
    before = analysis.text[max(0, unit.start - 9) : unit.start].lower().split()
    return bool(before) and before[-1] in _AT


def _other_place(asserted: Analysis, said: Analysis, alignment: Alignment, number: int) -> Unit | None:
    """The place that the passage gives for the same one-off deed, if it is another one than the claim's."""
    unit = asserted.units[number]
    places = {(name.start, name.end) for name in asserted.names if name.kind is NameKind.PLACE}
    if (unit.start, unit.end) not in places or not _placed(asserted, unit) or asserted.main < 0:
        return None
    main = asserted.units[asserted.main]
    verbs = alignment.said(asserted.main)
    if main.key not in _PLACED or not verbs:
        return None
    there = {(name.start, name.end) for name in said.names if name.kind is NameKind.PLACE}
    others = [u for u in said.units if (u.start, u.end) in there and _placed(said, u)]
    if any(gazetteer.is_in(unit.key, u.key) for u in others):
        return None
    near = [u for u in others if any(u.clause == said.units[n].clause for n in verbs)]
    return near[0] if near else None


def _set_apart(analysis: Analysis, unit: Unit) -> bool:
    """Whether "not" stands right before a name: "Odan, not Marr"."""
    before = [word.lower() for start, _, word in analysis.tokens if start < unit.start][-2:]
    return before[-1:] == ["not"] or (
        before[:1] == ["not"] and before[-1] in ("by", "in", "from", "to", "the", "for", "of", "with")
    )


def _other_owner(asserted: Analysis, said: Analysis, alignment: Alignment, number: int) -> bool:
    """Whether the noun that the claim's name qualifies has another name before it in the passage: "the Alliance's membership"."""
    following = number + 1
    if following >= len(asserted.units) or not _qualifies(asserted, number):
        return False
    partners = alignment.said(following)
    owners = [n - 1 for n in partners if n and _qualifies(said, n - 1)]
    return bool(owners) and len(owners) == len(partners) and not set(owners) & set(alignment.said(number))


def _qualifies(analysis: Analysis, number: int) -> bool:
    name, noun = analysis.units[number], analysis.units[number + 1]
    return name.kind is UnitKind.NAME and noun.kind is UnitKind.NOUN and 0 < noun.start - name.end <= _GAP


def _apart(asserted: Analysis, said: Analysis, alignment: Alignment, number: int) -> Unit | None:
    """What a sentence that does not name the claim's place tells its figures of: "The capital has 400,000 residents" is no figure for Norvia."""
    unit = asserted.units[number]
    places = {(name.start, name.end) for name in asserted.names if name.kind is NameKind.PLACE}
    if (unit.start, unit.end) not in places or not asserted.quantities:
        return None
    subject = next((n for n, other in enumerate(said.units) if not other.light), -1)
    if subject < 0 or subject in alignment.reverse or said.units[subject].kind not in (UnitKind.NOUN, UnitKind.NAME):
        return None
    return None if said.units[subject].key in _ANAPHORS else said.units[subject]


def compare(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:
    """One comparison for each name of the claim outside quotation marks."""
    alignment = align(asserted, said)
    for number, unit in enumerate(asserted.units):
        if unit.kind is not UnitKind.NAME or any(q.start <= unit.start < q.end for q in asserted.quotations):
            continue
        link = alignment.links[number]
        here = (unit.start, unit.end)
        elsewhere = _other_place(asserted, said, alignment, number) if link.tie is Tie.ABSENT else None
        if elsewhere is not None:
            yield Comparison(
                Aspect.NAME, Outcome.DIFFERS, f"name: the source places it in {elsewhere.text}, not {unit.text}", "other-place", here, (elsewhere.start, elsewhere.end)
            )  # fmt: skip
        elif link.tie is Tie.ABSENT:
            yield Comparison(Aspect.NAME, Outcome.NOT_STATED, f"name: {unit.text} is not named", "name-absent", here)
        elif link.tie is Tie.CONTEXT and (apart := _apart(asserted, said, alignment, number)) is not None:
            yield Comparison(
                Aspect.NAME, Outcome.NOT_COMPARABLE, f"name: the sentence speaks of “{apart.text}”, not of {unit.text}", "name-apart", here, (apart.start, apart.end)
            )  # fmt: skip
        elif link.tie is Tie.CONTEXT:
            yield Comparison(
                Aspect.NAME, Outcome.AGREES, f"name: {unit.text} is named just before", "name-context", here, weight=0.8
            )
        elif all(_set_apart(said, said.units[n]) is not _set_apart(asserted, unit) for n in link.said):
            yield Comparison(
                Aspect.NAME, Outcome.NOT_COMPARABLE, f"name: “not {unit.text}” in one of the two", "name-denied", here
            )
        elif _other_owner(asserted, said, alignment, number):
            yield Comparison(
                Aspect.NAME,
                Outcome.NOT_COMPARABLE,
                f"name: {unit.text} stands elsewhere in the sentence",
                "name-other-owner",
                here,
            )
        else:
            found = said.units[link.said[0]]
            word = "is" if link.tie is Tie.SAME else "lies in"
            reason = f"name: {found.text} {word} {unit.text}" if found.text != unit.text else f"name: {unit.text}"
            yield Comparison(Aspect.NAME, Outcome.AGREES, reason, f"name-{link.tie}", here, (found.start, found.end))
