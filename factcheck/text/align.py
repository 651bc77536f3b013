"""Which words of a passage stand for which words of a claim."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from factcheck.domain.analysis import Analysis, Frame, NameKind, QuantityKind, Unit, UnitKind
from factcheck.text import gazetteer
from factcheck.text.comparatives import contrast_of, move_since
from factcheck.text.equivalents import related, wider
from factcheck.text.moves import moves
from factcheck.text.movewords import direction, multiplies
from factcheck.text.noun_phrases import possessive
from factcheck.text.words import key


class Tie(StrEnum):
    """Why two units stand for one another, strongest first."""

    SAME = "same"
    RELATED = "related"
    NARROWER = "narrower"  # the passage is more exact than the claim
    CONTEXT = "context"  # found in the sentences before, and the passage points back
    ABSENT = "absent"


QUALITY = {Tie.SAME: 1.0, Tie.RELATED: 0.95, Tie.NARROWER: 0.9, Tie.CONTEXT: 0.8, Tie.ABSENT: 0.0}
WEIGHT = {UnitKind.NAME: 2.0, UnitKind.NOUN: 1.0, UnitKind.VERB: 1.0, UnitKind.ADJECTIVE: 0.8, UnitKind.ADVERB: 0.3}
LIGHT_WEIGHT = 0.1

CALLS = frozenset(map(key, "want demand urge call_for ask request press push appeal".split()))
_PERSON = key("person")
_PERSONAL = frozenset("he she him her his hers".split())
_IMPERSONAL = frozenset("it its they them their theirs this these those".split())
PRONOUNS = _PERSONAL | _IMPERSONAL
_DEFINITE = frozenset(
    map(
        key,
        """country nation state government group company firm organization club team party city town village agency film movie album
        song book show series band singer actor actress author player president minister leader bank court university school
        island province region district airline carrier maker ministry union army military coalition force militia hospital
        plant mine bridge dam airport stadium museum species drug vaccine virus ship vessel aircraft storm hurricane quake
        earthquake fire flood election vote bill law treaty deal agreement strike tournament cup race championship season
        episode game match conference summit festival exhibition project programme program fund""".split(),
    )
)


@dataclass(frozen=True, slots=True)
class Link:
    """One unit of the claim and the units of the passage that may stand for it, best first."""

    unit: int
    tie: Tie
    said: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Alignment:
    """All links, in the order of the claim's units."""

    links: tuple[Link, ...]
    reverse: frozenset[int]

    def said(self, unit: int) -> tuple[int, ...]:
        """Units of the passage that stand for a unit of the claim."""
        return self.links[unit].said


def names_match(a: str, b: str) -> bool:
    """Whether two name keys can be one bearer: equal, surname and full name, or initials and full name.

    Gets right: "Haddad" and "Karim al-Haddad". Gets wrong: two people of one surname.
    """
    if a == b:
        return True
    left, right = a.split(), b.split()
    if len(left) > len(right):
        left, right = right, left
    if len(right) > 1:
        if len(left) == 1 and len(left[0]) > 1:
            return left[0] in (right[-1], right[0]) or left[0] == "".join(word[0] for word in right if len(word) > 2)
        if left[-1] == right[-1]:
            return (
                left[0] == right[0]
                or (left[0][0] == right[0][0] and (len(left[0]) == 1 or len(right[0]) == 1))
                or set(left) <= set(right)
            )
        return set(left) <= set(right)
    return False


def places_match(claimed: str, said: str) -> bool:
    """Whether the passage's place or capital answers to the claim's: the same, within it, or the seat of its government."""
    return (
        gazetteer.is_in(said, claimed)
        or gazetteer.government_of(said) == claimed
        or gazetteer.government_of(claimed) == said
    )


@lru_cache(maxsize=50_000)
def name_words(name_key: str) -> frozenset[str]:
    """The keys of the words of a name; what is shorter than three letters tells nothing."""
    return frozenset(key(word) for word in name_key.replace("_", " ").split() if len(word) > 2)


# "a vice president" is no president.
_NOT_QUITE = frozenset("vice deputy former acting ex would-be semi quarter assistant".split())


# Verbs that carry a noun and say nothing without it: "made a loss" is not "made a profit".
_CARRIERS = frozenset(map(key, "make take give have post report record turn hold keep bring come set".split()))


def parts(unit: Unit) -> frozenset[str]:
    """Keys of the words inside a name or a phrase, by which it may be found too."""
    if unit.kind is UnitKind.NAME:
        return name_words(unit.key) - {unit.key}
    if " " in unit.text:
        if unit.text.split()[0].lower() in _NOT_QUITE or unit.text.lower().endswith(" against"):
            return frozenset()
        words = frozenset(word for part in unit.text.split() if len(part) > 3 and (word := key(part)) != unit.key)
        return frozenset() if words <= _CARRIERS else words
    return frozenset()


@dataclass(slots=True)
class Lookup:
    """A passage's units by key, built once for each analysis."""

    by_key: dict[str, list[int]]
    names: list[int]
    words: frozenset[str]


@lru_cache(maxsize=4096)
def lookup(said: Analysis) -> Lookup:
    """Index the units of a passage (identity of the analysis is the cache key)."""
    by_key: dict[str, list[int]] = {}
    names = []
    for number, unit in enumerate(said.units):
        by_key.setdefault(unit.key, []).append(number)
        if unit.kind is UnitKind.NAME:
            names.append(number)
        for word in parts(unit):
            by_key.setdefault(word, []).append(number)
    return Lookup(by_key, names, frozenset(key(word) for _, _, word in said.tokens if word[0].isalnum()))


def points_back(said: Analysis) -> bool:
    """Whether the passage holds a pronoun or a definite noun that stands for something named before."""
    lows = [word.lower() for _, _, word in said.tokens]
    for i, low in enumerate(lows):
        if low in _PERSONAL or low in _IMPERSONAL:
            return True
        if low in ("the", "this", "that") and any(_stands_for(key(word)) for word in lows[i + 1 : i + 4]):
            return True
    return False


def _nameless(said: Analysis) -> bool:
    """Whether the writer names nobody in the passage, so that it goes on about what the sentences before it name."""
    return not any(unit.kind is UnitKind.NAME and unit.report < 0 for unit in said.units)


def _goes_on_there(asserted: Analysis, unit: Unit, said: Analysis) -> bool:
    """Whether a passage that names no place may go on where the sentences before it are: "the ferry came back in 2014"."""
    places = {(name.start, name.end) for name in asserted.names if name.kind is NameKind.PLACE}
    named = any(name.kind is NameKind.PLACE for name in said.names)
    return (unit.start, unit.end) in places and _after_preposition(asserted, unit) and not named


def _stands_for(word: str) -> bool:
    return word in _DEFINITE or _PERSON in wider(word)


def _subject(asserted: Analysis, unit: Unit) -> bool:
    """Whether a name stands before the first verb of the claim."""
    first = next((other.start for other in asserted.units if other.kind is UnitKind.VERB), len(asserted.text))
    return unit.start < first


def _clear(asserted: Analysis, unit: Unit, before: Analysis) -> bool:
    """Whether a pronoun after this sentence can mean only this name: it comes first, and no other of its kind stands beside it."""
    kinds = {(name.start, name.end): name.kind for name in before.names}
    alike = [other for other in before.units if other.kind is UnitKind.NAME and names_match(unit.key, other.key)]
    if not alike:
        return True
    kind = kinds.get((alike[0].start, alike[0].end))
    rivals = [
        other
        for other in before.units
        if other.kind is UnitKind.NAME and kinds.get((other.start, other.end)) is kind and other not in alike
    ]
    if not _subject(asserted, unit):
        rivals = [
            other for other in rivals if other is not next((u for u in before.units if u.kind is UnitKind.NAME), None)
        ]
        return not rivals
    joined = before.text[alike[0].end : alike[0].end + 5].split()[:1] in (["and"], ["or"])
    return not rivals or (not joined and alike[0].start < min(rival.start for rival in rivals))


_PLACING = frozenset({"in", "at", "near", "from", "of", "to", "across", "outside"})


def _after_preposition(analysis: Analysis, unit: Unit) -> bool:
    before = analysis.text[max(0, unit.start - 12) : unit.start].lower().split()
    return bool(before) and before[-1] in _PLACING


def _governs(asserted: Analysis, unit: Unit, said: Analysis, other: Unit) -> bool:
    """Whether a capital stands for its country or the other way round, as who acts and not as where."""
    seat = gazetteer.government_of(other.key) == unit.key or gazetteer.government_of(unit.key) == other.key
    return seat and not _after_preposition(asserted, unit) and not _after_preposition(said, other)


def _tie_name(asserted: Analysis, unit: Unit, said: Analysis, found: Lookup) -> tuple[Tie, list[int]]:
    exact = [n for n in found.by_key.get(unit.key, ()) if said.units[n].kind is UnitKind.NAME]
    if exact:
        return Tie.SAME, exact
    alike = [n for n in found.names if names_match(unit.key, said.units[n].key)]
    if alike:
        return Tie.SAME, alike
    inside = [
        n
        for n in found.names
        if gazetteer.is_in(said.units[n].key, unit.key) or _governs(asserted, unit, said, said.units[n])
    ]
    if inside:
        return Tie.NARROWER, inside
    words = name_words(unit.key)
    if words and words <= found.words and gazetteer.aliases().get(tuple(unit.key.split("_"))) is None:
        positions = sorted({n for word in words for n in found.by_key.get(word, ())})
        if positions:
            return Tie.SAME, positions
    return Tie.ABSENT, []


def _tie_word(unit: Unit, said: Analysis, found: Lookup) -> tuple[Tie, list[int]]:
    if unit.key in found.by_key:
        return Tie.SAME, found.by_key[unit.key]
    for other in related(unit.key):
        if other in found.by_key:
            positions = sorted(n for member in related(unit.key) for n in found.by_key.get(member, ()))
            return Tie.RELATED, positions
    if unit.key in CALLS:
        calls = sorted(n for other in CALLS for n in found.by_key.get(other, ()))
        if calls:
            return Tie.RELATED, calls
    words = parts(unit)
    if words and all(part in found.by_key for part in words):
        return Tie.RELATED, sorted({max(found.by_key[part]) for part in words})[-1:]
    moved = _moved(unit, said)
    if moved:
        return Tie.RELATED, moved
    narrower = [n for n, other in enumerate(said.units) if unit.key in wider(other.key)]
    return (Tie.NARROWER, narrower) if narrower else (Tie.ABSENT, [])


def _moved(unit: Unit, said: Analysis) -> list[int]:
    """The words of a passage that say, with their figures, a change of the claim's sort: "rose from 4 to 8" for "doubled".

    How far it went is for the figures to tell: every word of this sort in a claim is compared as one.
    """
    way = direction(unit.key)
    if not way:
        return []
    return [
        move.unit
        for move in moves(said)
        if (move.sign == way and multiplies(unit.key))
        or (move.sign == 0 and move.old and move.new and way * ((move.new.value or 0) - (move.old.value or 0)) > 0)
    ]


_THERE = frozenset(
    "there here city town village country province region island area capital port district valley state".split()
)


def _same_scene(asserted: Analysis, unit: Unit, said: Analysis, before: Analysis) -> bool:
    """Whether a place that only an earlier sentence names may be where the passage's deed was done.

    It may when the passage goes on with a pronoun or says "there" or "the town", or when the earlier sentence speaks of more that the claim
    names than the place. Other names than places are not bound by this.
    """
    if not _after_preposition(asserted, unit):
        return True
    lows = [word.lower() for _, _, word in said.tokens]
    if _THERE.intersection(lows) or PRONOUNS.intersection(lows[:4]):
        return True
    if before is said.context[0] and any(figure.kind is QuantityKind.PERCENT for figure in asserted.quantities):
        return True  # a report opens with the country whose rates it gives
    found = lookup(before)
    others = [
        other for other in asserted.units if other is not unit and not other.light and other.kind is not UnitKind.NAME
    ]
    return any(_tie_word(other, before, found)[0] is not Tie.ABSENT for other in others)


def rival_deed(said: Analysis, alignment: Alignment) -> bool:
    """Whether the passage says another deed of the very things that the claim names."""
    for frame in said.frames:
        other = not said.units[frame.verb].light and frame.verb not in alignment.reverse and not frame.relative
        if other and alignment.reverse.intersection((*frame.agents, *frame.patients)):
            return True
    return False


def _continued(asserted: Analysis, said: Analysis, links: list[Link]) -> list[Link]:
    """Common nouns that only the sentence before holds.

    They count when the passage says nothing but what the claim says ("No passengers were hurt." after a sentence about the derailment), and
    when they qualify a noun that the passage repeats alone ("the authority" after "the water authority").
    """
    used = {n for link in links for n in link.said}
    speakers = [report.speaker_span for report in said.reports if report.speaker_span]
    verbs = {report.verb[0] for report in said.reports}
    own = [
        unit for n, unit in enumerate(said.units)
        if n not in used and not unit.light and unit.start not in verbs and not any(a <= unit.start < b for a, b in speakers)
    ]  # fmt: skip
    bare = not own and _nameless(said)
    found = []
    for link in links:
        unit = asserted.units[link.unit]
        lacking = link.tie is Tie.ABSENT and unit.kind in (UnitKind.NOUN, UnitKind.ADJECTIVE)
        goes_on = lacking and bare and _tie_word(unit, said.context[-1], lookup(said.context[-1]))[0] is not Tie.ABSENT
        borne = goes_on or (lacking and _qualifies(asserted, said, links, link.unit))
        found.append(Link(link.unit, Tie.CONTEXT) if borne else link)
    return found


def in_slot(asserted: Analysis, said: Analysis, links: Sequence[Link], number: int) -> int | None:
    """The unit that stands in the passage where one of the claim would: beside the same neighbours, and standing for nothing of the claim."""
    used = {n for link in links for n in link.said}
    unit = asserted.units[number]
    noun_like = (UnitKind.NOUN, UnitKind.NAME, UnitKind.ADJECTIVE)
    kinds = noun_like if unit.kind in noun_like else (unit.kind,)

    def fits(n: int) -> bool:
        return (
            0 <= n < len(said.units)
            and n not in used
            and said.units[n].kind in kinds
            and (unit.light or not said.units[n].light)
        )

    left = next(
        (link.said for link in reversed(links[:number]) if link.said and not asserted.units[link.unit].light), ()
    )
    right = next((link.said for link in links[number + 1 :] if link.said and not asserted.units[link.unit].light), ())
    for a in left:
        for b in right:
            between = [n for n in range(a + 1, b) if fits(n)]
            if b - a <= 4 and between:
                return between[0]
    return next((n for n in (*(a + 1 for a in left), *(b - 1 for b in right)) if fits(n)), None)


def _named_here(asserted: Analysis, said: Analysis, links: Sequence[Link], link: Link) -> Link:
    """A name of the context cannot be meant where the passage names another."""
    if link.tie is not Tie.CONTEXT or asserted.units[link.unit].kind is not UnitKind.NAME:
        return link
    other = in_slot(asserted, said, links, link.unit)
    return Link(link.unit, Tie.ABSENT) if other is not None and said.units[other].kind is UnitKind.NAME else link


def _qualifies(asserted: Analysis, said: Analysis, links: list[Link], number: int) -> bool:
    """Whether a claim's noun only qualifies the next one, and the sentences before have the two side by side."""
    if (
        number + 1 >= len(asserted.units)
        or not links[number + 1].said
        or asserted.units[number + 1].start != asserted.units[number].end + 1
    ):
        return False
    pair = asserted.units[number].key, asserted.units[number + 1].key
    return any((a.key, b.key) == pair for before in said.context for a, b in pairwise(before.units))


def _not_twice(link: Link, itself: dict[int, int]) -> Link:
    """A word of the passage that is one word of the claim itself cannot stand for another one as well: "killed ... on suspicion of murder"."""
    if link.tie not in (Tie.RELATED, Tie.NARROWER):
        return link
    free = tuple(n for n in link.said if itself.get(n, link.unit) == link.unit)
    return Link(link.unit, link.tie, free) if free else Link(link.unit, Tie.ABSENT)


def _apart(asserted: Analysis, links: list[Link]) -> list[Link]:
    """Two names of the claim cannot be one name of the passage: "Los Angeles Airport" does not say "Los Angeles" again."""
    taken: dict[tuple[int, ...], str] = {}
    itself = {n: link.unit for link in links if link.tie is Tie.SAME for n in link.said}
    links = [_not_twice(link, itself) for link in links]
    apart = []
    for link in sorted(links, key=lambda link: -len(asserted.units[link.unit].key)):
        unit = asserted.units[link.unit]
        if unit.kind is UnitKind.NAME and len(link.said) == 1 and taken.setdefault(link.said, unit.key) != unit.key:
            link = Link(link.unit, Tie.ABSENT)  # noqa: PLW2901
        apart.append(link)
    return sorted(apart, key=lambda link: link.unit)


def _each_its_own(asserted: Analysis, links: list[Link]) -> list[Link]:
    """A noun that the claim has twice must stand twice in the passage: "the museum has a museum"."""
    seen: dict[str, int] = {}
    own = []
    for link in links:
        unit = asserted.units[link.unit]
        if unit.kind is UnitKind.NOUN and not unit.light and link.said:
            seen[unit.key] = seen.get(unit.key, 0) + 1
            if seen[unit.key] > len(link.said):
                link = Link(link.unit, Tie.ABSENT)  # noqa: PLW2901
        own.append(link)
    return own


@lru_cache(maxsize=512)
def align(asserted: Analysis, said: Analysis) -> Alignment:
    """Link each unit of a claim to units of a passage, with the sentences before the passage as a help.

    A name that only the context holds counts when the passage points back to something (a pronoun, "the company").
    """
    found = lookup(said)
    back = None
    links = []
    for number, unit in enumerate(asserted.units):
        tie, positions = _tie(asserted, unit, said, found)
        if tie is Tie.ABSENT and said.context:
            if back is None:
                back = points_back(said)
            if back or (unit.kind is UnitKind.NAME and (_nameless(said) or _goes_on_there(asserted, unit, said))):
                for before in reversed(said.context):
                    earlier = lookup(before)
                    if unit.kind is not UnitKind.NAME:
                        if (
                            back
                            and unit.kind in (UnitKind.NOUN, UnitKind.ADJECTIVE)
                            and _tie_word(unit, before, earlier)[0] is not Tie.ABSENT
                        ):
                            tie = Tie.CONTEXT
                            break
                    elif _tie_name(asserted, unit, before, earlier)[0] is not Tie.ABSENT:
                        meant = _clear(asserted, unit, before) and _same_scene(asserted, unit, said, before)
                        tie = Tie.CONTEXT if meant else Tie.ABSENT
                        break
        if (
            tie is Tie.ABSENT
            and unit.kind is UnitKind.NOUN
            and said.after
            and points_back(said)
            and any(_tie_word(unit, later, lookup(later))[0] is not Tie.ABSENT for later in said.after)
        ):
            tie = Tie.CONTEXT
        links.append(Link(number, tie, tuple(positions)))
    links = _each_its_own(asserted, _apart(asserted, links))
    if said.context:
        links = [_named_here(asserted, said, links, link) for link in _continued(asserted, said, links)]
    used = frozenset(n for link in links for n in link.said)
    return Alignment(tuple(links), used)


def _tie(asserted: Analysis, unit: Unit, said: Analysis, found: Lookup) -> tuple[Tie, list[int]]:
    if unit.kind is UnitKind.NAME:
        return _tie_name(asserted, unit, said, found)
    tie, positions = _tie_word(unit, said, found)
    tie, positions = _of_one_number(asserted, unit, said, tie, positions)
    compared = _compared(asserted, unit, said) if tie is Tie.ABSENT else []
    return (Tie.RELATED, compared) if compared else (tie, positions)


def _of_one_number(
    asserted: Analysis, unit: Unit, said: Analysis, tie: Tie, positions: list[int]
) -> tuple[Tie, list[int]]:
    """A noun with a number for its name stands for none of another number: "line 4" and "line 9"."""
    mine = _number(asserted, unit)
    if not mine or not positions:
        return tie, positions
    alike = [n for n in positions if _number(said, said.units[n]) in ("", mine)]
    return (tie, alike) if alike else (Tie.ABSENT, [])


def _number(analysis: Analysis, unit: Unit) -> str:
    """The number that names a thing: the 4 of "line 4"; empty where there is none, or where it counts or dates something."""
    k = bisect_left(analysis.tokens, (unit.end,))
    if unit.kind is not UnitKind.NOUN or k >= len(analysis.tokens) or not analysis.tokens[k][2].isdigit():
        return ""
    start = analysis.tokens[k][0]
    read = [(q.start, q.end) for q in analysis.quantities] + [(d.start, d.end) for d in analysis.dates]
    if start - unit.end != 1 or any(a <= start < b for a, b in read):
        return ""
    return analysis.tokens[k][2]


def _compared(asserted: Analysis, unit: Unit, said: Analysis) -> list[int]:
    """The word of a passage that compares by the same scale as the claim's: "fewer than" and "more than", "higher than in 2018" and "up from".

    Which of the two things is the greater is for `contrasts.standing` to tell, and told of every claim that compares.
    """
    mine = contrast_of(asserted)
    if mine is None or mine.start != unit.start:
        return []
    theirs = contrast_of(said)
    if theirs is None:
        move = move_since(asserted, said)
        return [move.unit] if move is not None else []
    if mine.scale != theirs.scale:
        return []
    return [n for n, other in enumerate(said.units) if other.start == theirs.start]


class Arguments(StrEnum):
    """How a verb's doer and undergoer in a passage lie to the claim's."""

    FIT = "fit"
    OPEN = "open"  # one of them leaves them out
    OTHER = "other"
    REVERSED = "reversed"


_SPEAKS_FOR = frozenset(
    map(
        key,
        "government parliament military army force troop administration authority police ministry leader official team company council".split(),
    )
)


# Verbs whose undergoer may stand as their subject: "talks have resumed", "they resumed talks".
OF_ITSELF = frozenset(
    map(
        key,
        """resume begin start end open close increase grow burst break change stop continue move collapse double triple halve expand
        reopen launch sink explode burn crash improve worsen shrink sell cost leak melt freeze spread drop rise fall premiere air""".split(),
    )
)


# Heads that name nobody: whoever "one of them" or "a number of people" are.
EMPTY = frozenset(map(key, "one other same such number total part group thing some many most half majority".split()))
_PLANS = frozenset(map(key, "plan proposal bill law motion deal agreement scheme project draft construction".split()))


def _one_phrase(said: Analysis, first: int, last: int) -> bool:
    """Whether a name stands in the noun phrase of a later word: "the Norvian government", "Norvia's new government"."""
    k, end = (bisect_left(said.tokens, (said.units[n].start,)) for n in (first, last))
    return all(said.tags[j] in "PNSAsGB" for j in range(k, end))


def side(
    asserted: Analysis, said: Analysis, alignment: Alignment, mine: Sequence[int], theirs: Sequence[int]
) -> Arguments:
    """Compare one side of two frames: the claim's doers (or undergoers) with those of the passage."""
    mine = [n for n in mine if asserted.units[n].key not in EMPTY]
    if not mine or not theirs:
        return Arguments.OPEN
    linked = {found for n in mine for found in alignment.said(n)}
    if linked.intersection(theirs):
        elsewhere = {
            n for frame in said.frames if frame.verb not in alignment.reverse for n in (*frame.agents, *frame.patients)
        }
        apart = [
            n
            for n in mine
            if alignment.said(n) and not set(alignment.said(n)) & set(theirs) and set(alignment.said(n)) <= elsewhere
        ]
        joined = [
            n
            for n, m in pairwise(sorted(mine))
            if " and " in asserted.text[asserted.units[n].end : asserted.units[m].start]
        ]
        lone = any(not set(alignment.said(n)) & set(theirs) for n in (mine if joined else ()))
        return Arguments.OTHER if apart or lone else Arguments.FIT
    for n in theirs:
        unit = said.units[n]
        owners = [k for k in range(max(0, n - 2), n) if said.units[k].kind is UnitKind.NAME and _one_phrase(said, k, n)]
        if unit.key in _SPEAKS_FOR and (linked.intersection(owners) or possessive(said, unit)):
            return Arguments.FIT
        if unit.key in _PLANS and any(n < k <= n + 3 for k in linked):
            return Arguments.FIT
        named = any(alignment.links[m].tie is Tie.CONTEXT and asserted.units[m].kind is UnitKind.NAME for m in mine)
        before = [k for k in range(n) if said.units[k].kind is UnitKind.NAME]
        parted = bool(before) and bool(set(",;:.") & set(said.text[said.units[before[-1]].end : unit.start]))
        meant = parted and before[-1] in linked if before else named
        if unit.kind is UnitKind.NOUN and _stands_for(unit.key) and meant and not possessive(said, unit):
            return Arguments.FIT
    return Arguments.OTHER


def arguments(asserted: Analysis, said: Analysis, alignment: Alignment, claimed: Frame, found: Frame) -> Arguments:
    """Compare two frames of one verb, both in the active order."""
    agents = side(asserted, said, alignment, claimed.agents, found.agents)
    patients = side(asserted, said, alignment, claimed.patients, found.patients)
    if Arguments.OTHER not in (agents, patients):
        return Arguments.FIT if Arguments.FIT in (agents, patients) else Arguments.OPEN
    if asserted.units[claimed.verb].key in OF_ITSELF:
        moved = (
            (claimed.patients, found.agents)
            if not found.patients
            else (claimed.agents, found.patients)
            if not claimed.patients
            else None
        )
        if moved and side(asserted, said, alignment, *moved) is Arguments.FIT:
            return Arguments.FIT
    crossed = (
        side(asserted, said, alignment, claimed.agents, found.patients),
        side(asserted, said, alignment, claimed.patients, found.agents),
    )
    if crossed == (Arguments.FIT, Arguments.FIT) or (
        Arguments.FIT in crossed and Arguments.OTHER not in crossed and not (claimed.patients and found.patients)
    ):
        return Arguments.REVERSED
    return Arguments.OTHER


def frame_of(analysis: Analysis, unit: int) -> Frame | None:
    """The frame of a verb or of a deed told as a noun, if it has one."""
    return next((frame for frame in analysis.frames if frame.verb == unit), None)


def anchor_arguments(asserted: Analysis, said: Analysis, alignment: Alignment, candidate: int) -> Arguments:
    """How the doers at one candidate for the claim's main word lie to the claim's."""
    claimed, found = frame_of(asserted, asserted.main), frame_of(said, candidate)
    if claimed is None or found is None:
        return Arguments.OPEN
    return arguments(asserted, said, alignment, claimed, found)


def best(asserted: Analysis, said: Analysis, alignment: Alignment, candidates: Sequence[int]) -> int:
    """Which of several units stands for the claim's main word.

    The one with the claim's own doer and undergoer, then the one among most linked units and said of the same rung.
    """
    rung = asserted.units[asserted.main].rung

    def rate(n: int) -> tuple[bool, int, int]:
        fit = anchor_arguments(asserted, said, alignment, n)
        told = fit in (Arguments.FIT, Arguments.OPEN)
        return told, nearby(said, alignment, n) + 4 * (said.units[n].rung is rung) + 2 * (fit is Arguments.FIT), -n

    return max(candidates, key=rate)


def nearby(said: Analysis, alignment: Alignment, candidate: int) -> int:
    """How many linked units of the passage share the clause of `candidate`; units right beside it count once more."""
    clause = said.units[candidate].clause
    return sum(
        (said.units[n].clause == clause) + (abs(n - candidate) <= 3) for n in alignment.reverse if n != candidate
    )
