"""From links to families, and the families of the sources that decide a claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date
from itertools import combinations
from typing import TypeAlias

from factcheck.domain.origin import Origin
from factcheck.domain.source import Passage, Source, Tier
from factcheck.sources.origins.links import BY_NAME, Link, Witness, link, publishers_of, witness


class Forest:
    """Ids joined step by step; each family is named for its smallest id."""

    def __init__(self) -> None:
        """Nothing is joined."""
        self._above: dict[str, str] = {}

    def root(self, key: str) -> str:
        """The smallest id of the family."""
        above = self._above
        while (up := above.get(key, key)) != key:
            above[key] = above.get(up, up)
            key = above[key]
        return key

    def join(self, one: str, other: str) -> bool:
        """Make two families one; False if they are."""
        first, second = sorted((self.root(one), self.root(other)))
        if first == second:
            return False
        self._above[second] = first
        return True


def origins_of_passages(passages: Sequence[Passage]) -> dict[str, Origin]:
    """The origin of each passage's source, by source id: for the passages that decide a claim, in any order.

    What counts is where the deciding sentences come from: an article that credits an agency for one paragraph is a witness of
    its own in the others.
    """
    parts: dict[str, list[Passage]] = {}
    for passage in sorted(passages, key=lambda part: (part.source.id, part.start, part.end)):
        parts.setdefault(passage.source.id, []).append(passage)
    if len(parts) == 1:
        return {name: Origin(name, (name,)) for name in parts}
    publishers = publishers_of(each[0].source for each in parts.values())
    return by_source(_pairwise([witness(each[0].source, publishers, tuple(each)) for each in parts.values()]))


def origins(sources: Iterable[Source]) -> dict[str, Origin]:
    """The origin of each source as a whole, by source id: for a few, each pair is compared. Their order does not matter."""
    found = {source.id: source for source in sources}
    publishers = publishers_of(found.values())
    return by_source(_pairwise([witness(found[name], publishers) for name in sorted(found)]))


def _pairwise(witnesses: Sequence[Witness]) -> list[Origin]:
    links = [found for one, other in combinations(witnesses, 2) if (found := link(one, other))]
    return families(
        {each.id: precedence(each.source) for each in witnesses}, links, {each.id: each.names for each in witnesses}
    )


def by_source(found: Iterable[Origin]) -> dict[str, Origin]:
    """Each origin under each of its members."""
    return {member: origin for origin in found for member in origin.members}


Precedence: TypeAlias = tuple[date, int]
"""By which a family is named: the day, far in the future when it is unknown, then how close the source stands to the event."""

_TIERS = (Tier.PRIMARY, Tier.WIRE, None, Tier.REPUBLISHER, Tier.PARTY)


def precedence(source: Source) -> Precedence:
    """Of two sources, the smaller one gives its name to the family."""
    return source.published or source.dateline or date.max, _TIERS.index(source.tier)


def families(first: Mapping[str, Precedence], links: Iterable[Link], names: Mapping[str, Set[str]]) -> list[Origin]:
    """All families, in the order of their smallest ids.

    A source that has the matter from two others joins one of them: that it names both does not make them one.

    Args:
        first: The precedence of every source.
        links: Between them.
        names: From `Witness.names`, for every source that names anybody.
    """
    ordered = sorted(set(links))
    mixed = {name for name, named_there in names.items() if len(named_there) > 1}
    loose = [each for each in ordered if each.tie in BY_NAME and not mixed.isdisjoint((each.one, each.other))]
    forest = Forest()
    joined = [each for each in ordered if each not in loose and forest.join(each.one, each.other)]
    settled = _settled(forest, mixed, names)
    for each in sorted(loose, key=lambda each: ({each.one, each.other} <= mixed, each)):
        joining = mixed.intersection((each.one, each.other))
        if not joining <= settled and forest.join(each.one, each.other):
            joined.append(each)
        settled |= joining
    members: dict[str, list[str]] = {}
    for name in sorted(first):
        members.setdefault(forest.root(name), []).append(name)
    reasons: dict[str, list[str]] = {}
    for each in sorted(joined):
        reasons.setdefault(forest.root(each.one), []).append(each.reason)
    return [
        Origin(min(each, key=lambda name: (first[name], name)), tuple(each), tuple(reasons.get(root, ())))
        for root, each in members.items()
    ]


def _settled(forest: Forest, mixed: Set[str], names: Mapping[str, Set[str]]) -> set[str]:
    """Those that name several and are, by their words, already with one that has the matter from one of these alone."""
    pure: dict[str, set[str]] = {}
    for name, named_there in names.items():
        if name not in mixed:
            pure.setdefault(forest.root(name), set()).update(named_there)
    return {name for name in mixed if not names[name].isdisjoint(pure.get(forest.root(name), ()))}
