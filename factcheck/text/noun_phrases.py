"""Where a word stands in its noun phrase: before its noun, inside a compound, as an owner."""

from __future__ import annotations

from bisect import bisect_left

from factcheck.domain.analysis import Analysis, Unit, UnitKind
from factcheck.text.words import key

_POSSESSIVES = frozenset("his her its their whose".split())
# "a drama film" is a drama and a film.
_BOTH = frozenset(
    map(
        key,
        "film movie series show drama comedy thriller song album single band artist player actor magazine newspaper novel book".split(),
    )
)


def inside_compound(analysis: Analysis, number: int) -> bool:
    """Whether a noun only qualifies the noun right after it: the county in "county seat"."""
    unit = analysis.units[number]
    following = analysis.units[number + 1] if number + 1 < len(analysis.units) else None
    if (
        unit.kind is not UnitKind.NOUN or following is None or following.kind is not UnitKind.NOUN
        or following.start != unit.end + 1 or following.light
    ):  # fmt: skip
        return False
    return not _is_both(following) and not (_is_both(unit) and _of_both_kinds(analysis, number + 1))


def _of_both_kinds(analysis: Analysis, number: int) -> bool:
    """Whether a row of nouns ends in one that is what its parts are: "drama television series" is a drama."""
    return _is_both(analysis.units[row_end(analysis, number)])


def row_end(analysis: Analysis, number: int) -> int:
    """The last of the nouns that stand side by side from this one on."""
    units = analysis.units
    while (
        number + 1 < len(units)
        and units[number + 1].kind is UnitKind.NOUN
        and units[number + 1].start == units[number].end + 1
    ):
        number += 1
    return number


def _is_both(unit: Unit) -> bool:
    return key(unit.text.split()[-1]) in _BOTH


def last_noun(said: Analysis, n: int) -> int:
    """The last noun of a row of nouns."""
    while inside_compound(said, n):
        n += 1
    return n


def possessive(analysis: Analysis, unit: Unit) -> str:
    """The possessive pronoun right before a word: "its" in "its government"; empty when there is none."""
    k = bisect_left(analysis.tokens, (unit.start,)) - 1
    word = analysis.tokens[k][2].lower() if k >= 0 else ""
    return word if word in _POSSESSIVES else ""


def owns_next(analysis: Analysis, unit: Unit) -> bool:
    """Whether a noun only owns the next one: the butcher in "a butcher's son"."""
    return analysis.text[unit.end : unit.end + 3] in ("'s ", "’s ", "' ")


def before_noun(analysis: Analysis, unit: Unit) -> bool:
    """Whether a noun stands right behind a word, or behind it and a hyphen."""
    return any(0 < other.start - unit.end <= 2 and other.kind is UnitKind.NOUN for other in analysis.units)


def before_its_noun(said: Analysis, unit: Unit) -> bool:
    """Whether a participle stands before its noun: "imported steel", "the derided 2013 film"."""
    k = bisect_left(said.tokens, (unit.start,))
    return said.tags[k] in "BG" and said.tags[k + 1 : k + 2] in ("N", "S", "A", "U", "P")


def tagged_noun(said: Analysis, n: int) -> bool:
    """Whether a unit is tagged as a noun through and through: phrases such as "because of" count as nouns elsewhere."""
    return " " not in said.units[n].text and said.tags[bisect_left(said.tokens, (said.units[n].start,))] in "NS"


def word_before(said: Analysis, n: int) -> str:
    """The word before the noun phrase of a unit, past its article and adjectives."""
    k = bisect_left(said.tokens, (said.units[n].start,)) - 1
    while k >= 0 and said.tags[k] in "TANGBUPSsR" and said.tokens[k][2] not in (",", "("):
        k -= 1
    return said.tokens[k][2].lower() if k >= 0 else ""


def lead(analysis: Analysis, unit: Unit) -> list[str]:
    """The words of a noun phrase before its head, from its article on."""
    k = bisect_left(analysis.tokens, (unit.start,)) - 1
    words: list[str] = []
    while k >= 0 and analysis.tags[k] in "TANGBUPS":
        words.insert(0, analysis.tokens[k][2].lower())
        if analysis.tags[k] == "T":
            break
        k -= 1
    return words
