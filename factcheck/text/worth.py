"""Whether a passage can bear on a claim at all: told from its bare words, before anything is analysed.

To find what a sentence asserts takes a millisecond, to cut it into words a fraction of that, and of forty passages that a search brings
nearly all share a word or two with the claim and no more. What is told here errs on one side only: `keys_of` has every key that the
analysis may find in a sentence, and more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.domain.analysis import Analysis, DateMention, Quantity, Rank, Rate, Role, Unit, UnitKind
from factcheck.text import gazetteer
from factcheck.text.align import (
    CALLS,
    LIGHT_WEIGHT,
    PRONOUNS,
    QUALITY,
    WEIGHT,
    Tie,
    lookup,
    name_words,
    parts,
)
from factcheck.text.classes import classed
from factcheck.text.comparatives import contrast_of
from factcheck.text.equivalents import narrower, phrases, related
from factcheck.text.limits import LIMITS
from factcheck.text.limits import WEIGHT as LIMIT_WEIGHT
from factcheck.text.movewords import direction
from factcheck.text.names import bare_words
from factcheck.text.opposites import opposed
from factcheck.text.predicates import special_keys
from factcheck.text.quotes import may_quote
from factcheck.text.tokens import words_of
from factcheck.text.words import key

WORTH = 0.2
"""The share of the claim's words that must stand in the passage itself before anything is compared."""
_OPENING = 5


class Keys(NamedTuple):
    """Every key that the words of a sentence may have, whatever they turn out to be.

    Attributes:
        found: Of words, of names in small letters, and of the phrases and known names that its words may make.
        goes_on: Whether a pronoun may stand among its first words.
    """

    found: Set[str]
    goes_on: bool


@lru_cache(maxsize=4096)
def keys_of(text: str) -> Keys:
    """Every key that the analysis of a sentence may find, and more."""
    chunks = list(map(_keys_of_chunk, text.split()))
    found = set().union(*chunks)
    rarest = _joined()
    for word in found & rarest.keys():
        for needed, made in rarest[word]:
            if needed <= found:
                found |= made
    return Keys(found, not all(map(PRONOUNS.isdisjoint, chunks[:_OPENING])))


@lru_cache(maxsize=50_000)
def _keys_of_chunk(chunk: str) -> frozenset[str]:
    """The keys that the words between two spaces may have by themselves: as words, within a name, as a known name."""
    keys: set[str] = set()
    for word, bare in zip(words := words_of(chunk), bare_words(words), strict=True):
        known = gazetteer.aliases().get((bare,))
        keys.update(
            (key(word), bare, key(bare)), special_keys(word), (known.key, *name_words(known.key)) if known else ()
        )
    return frozenset(keys)


@cache
def _joined() -> dict[str, list[tuple[frozenset[str], frozenset[str]]]]:
    """Phrases and known names of several words: the keys that they need and those that they make, under the one that fewest of them need."""
    made = [(frozenset(words), frozenset({meaning})) for words, meaning in phrases().items()]
    made += [
        (frozenset(words), frozenset({known.key, *name_words(known.key)}))
        for words, known in gazetteer.aliases().items()
        if len(words) > 1
    ]
    count: dict[str, int] = {}
    for needed, _ in made:
        for word in needed:
            count[word] = count.get(word, 0) + 1
    found: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
    for needed, makes in made:
        found.setdefault(min(needed, key=lambda word: (count[word], word)), []).append((needed, makes))
    return found


@lru_cache(maxsize=256)
def _outline(asserted: Analysis) -> tuple[tuple[float, frozenset[str]], ...]:
    """For each heavy unit of a claim its weight and the keys by which a passage may hold it."""
    return tuple(
        (
            WEIGHT[unit.kind],
            frozenset({unit.key}) | related(unit.key) | parts(unit) | (CALLS if unit.key in CALLS else frozenset()),
        )
        for unit in asserted.units
        if not unit.light
    )


@lru_cache(maxsize=256)
def _wide_outline(asserted: Analysis) -> tuple[tuple[float, frozenset[str]], ...]:
    """The outline with the words of names one by one, for keys that are not yet joined to names."""
    units = [unit for unit in asserted.units if not unit.light]
    return tuple(
        (weight, known.union(unit.key.split()) if unit.kind is UnitKind.NAME else known)
        for unit, (weight, known) in zip(units, _outline(asserted), strict=True)
    )


def may_bear(asserted: Analysis, said: Analysis) -> bool:
    """Whether a passage shares enough words with a claim to be worth comparing: a quick look, without context.

    Claims with a quotation are always worth it: its words may stand in any sentence.
    """
    if not PRONOUNS.isdisjoint(word.lower() for _, _, word in said.tokens[:_OPENING]):
        return True
    return _shares(asserted, _outline(asserted), lookup(said).by_key.keys())


def may_bear_by_words(asserted: Analysis, text: str) -> bool:
    """The same of a sentence that is not analysed yet: True wherever `may_bear` would be."""
    words = keys_of(text)
    return words.goes_on or _shares(asserted, _wide_outline(asserted), words.found)


def _shares(asserted: Analysis, outline: Sequence[tuple[float, frozenset[str]]], keys: Set[str]) -> bool:
    if asserted.quotations or not outline:
        return True
    shared = sum(weight for weight, known in outline if not known.isdisjoint(keys))
    return shared >= WORTH * sum(weight for weight, _ in outline)


def word_weight(asserted: Analysis, unit: Unit) -> float:
    """What a word of the claim counts for; nothing where another matcher compares it, in quotation marks and as a verb of saying."""
    quoted = any(q.start <= unit.start < q.end for q in asserted.quotations)
    if quoted or any(report.verb[0] == unit.start for report in asserted.reports):
        return 0.0
    return LIGHT_WEIGHT if unit.light else WEIGHT[unit.kind]


class Most(NamedTuple):
    """The most that a passage can bear of a claim's words.

    Attributes:
        share: Of all its words, from 0 to 1.
        replaced: The share of words that it can have something else for, so that it contradicts the claim.
    """

    share: float
    replaced: float


class _Asked(NamedTuple):
    """One word of a claim.

    Attributes:
        weight: See `word_weight`.
        known: The keys by which a passage may hold it; None if that cannot be told from words.
        initials: The letters that the words of a name must start with that it may be the short form of; empty if it is none.
        around: Whether the sentences around the passage may hold it for it.
    """

    weight: float
    known: frozenset[str] | None
    initials: frozenset[str]
    around: bool


@lru_cache(maxsize=256)
def _asked(asserted: Analysis) -> tuple[tuple[_Asked, ...], float]:
    """The words of a claim, and the share of those that something else may stand in the place of.

    These are the words that a matcher may find to differ: one that lets others differ must be heeded here, too.
    """
    units = []
    replaced = limits = 0.0
    contrast = contrast_of(asserted)
    told: tuple[Quantity | DateMention | Rate | Rank | Role, ...]
    told = (*asserted.quantities, *asserted.dates, *asserted.rates, *asserted.ranks, *asserted.roles)
    spans = {(found.start, found.end) for found in told}
    for number, unit in enumerate(asserted.units):
        weight = word_weight(asserted, unit)
        compares = contrast is not None and contrast.start == unit.start
        free = unit.light or compares or direction(unit.key) is not None
        name = unit.kind is UnitKind.NAME
        known = None if free else _ways_to_name(unit.key) if name else _ways_to_say(unit)
        short = frozenset(unit.key) if name and " " not in unit.key else frozenset()
        units.append(_Asked(weight, known, short, unit.kind in (UnitKind.NAME, UnitKind.NOUN, UnitKind.ADJECTIVE)))
        if name or number == asserted.main or (unit.start, unit.end) in spans or opposed(unit.key) or classed(unit.key):
            replaced += weight
            limits += LIMIT_WEIGHT * (unit.text.lower() in LIMITS)
    total = sum(unit.weight for unit in units)
    return tuple(units), replaced / total + limits if total else limits


def _ways_to_say(unit: Unit) -> frozenset[str]:
    calls = CALLS if unit.key in CALLS else frozenset()
    return frozenset({unit.key}).union(related(unit.key), parts(unit), narrower(unit.key), calls)


@lru_cache(maxsize=4096)
def _ways_to_name(name: str) -> frozenset[str]:
    """The keys of which a passage has one if it names what a claim names, other than as the short form of more words."""
    words = name.split()
    short = "".join(word[0] for word in words if len(word) > 2)
    country = gazetteer.government_of(name)
    return frozenset({name, short, country or name, *words}).union(name_words(name), gazetteer.places_in(name))


def most_borne(asserted: Analysis, text: str, around: Iterable[str]) -> Most | None:
    """The most that a passage can bear of a claim's words; None where that cannot be told, since it may hold a quotation of the claim.

    Args:
        asserted: The claim.
        text: The passage.
        around: The sentences around it, from which it may take up words.
    """
    units, replaced = _asked(asserted)
    total = sum(unit.weight for unit in units)
    if not total or any(may_quote(text, quotation.text) for quotation in asserted.quotations):
        return None
    here = keys_of(text).found
    there: set[str] = set().union(*(keys_of(other).found for other in around))
    share = sum(
        unit.weight if _holds(here, unit) else unit.weight * QUALITY[Tie.CONTEXT]
        for unit in units
        if _holds(here, unit) or (unit.around and _holds(there, unit))
    )
    return Most(share / total, replaced)


def _holds(keys: Set[str], unit: _Asked) -> bool:
    if unit.known is None or not unit.known.isdisjoint(keys):
        return True
    return bool(unit.initials) and unit.initials <= {word[:1] for word in keys}
