"""The families of a whole corpus, however large: candidates from an inverted index, each compared as two sources are.

The sources are read twice: once to learn which runs of words occur more than once, once to compare. Runs that occur once
(nearly all) are never kept, and of a family only one member stands in the list of a run, so that memory and time grow with
the number of sources, not with the number of pairs.
"""

from __future__ import annotations

import heapq
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain, pairwise

from factcheck.domain.origin import Origin
from factcheck.domain.source import Source
from factcheck.sources.dateline import AGENCIES
from factcheck.sources.origins.addresses import page
from factcheck.sources.origins.copies import prints, run_hash
from factcheck.sources.origins.credits import plain
from factcheck.sources.origins.families import Forest, Precedence, families, precedence
from factcheck.sources.origins.links import (
    BY_NAME,
    SAME_STORY_DAYS,
    SAME_STORY_RUNS,
    Link,
    Witness,
    basis_key,
    folded,
    link,
    name_and_day,
    witness,
)
from factcheck.sources.origins.quotations import quotations

EVERY_RUN = 4_000
"""Sources up to which every run of words is looked at; of larger corpora a half, a quarter and so on, at least a sixteenth."""
RUNS_OF_A_SOURCE = 600
"""A guess, for the size of tables; longer sources make them less sharp, which costs time, never families."""
HOLDERS = 24
"""Families that may share a run before it counts as a set phrase."""
COMPARED = 12
"""Candidates that one source is compared with at most, those with the most in common first."""
IN_COMMON = 0.2
"""Share of the shorter text's runs from which two sources are compared."""


def origins_of_corpus(
    read: Callable[[], Iterable[Source]], find: Callable[[str], Source], *, count: int
) -> list[Origin]:
    """Every origin of a corpus, in the order of its members' smallest ids.

    Args:
        read: All sources, in the order of ids, each time it is called.
        find: One source by its id.
        count: How many there are.
    """
    corpus = _Corpus(find, count)
    corpus.note(read())
    links = set(corpus.by_words(read()))
    links.update(corpus.by_name())
    return families(corpus.first, links, corpus.names)


class _Seen:
    """Which numbers came up, and which came up again: a few million in bounded memory, rarely one too many."""

    def __init__(self, bits: int) -> None:
        self._mask = (1 << bits) - 1
        self._once = bytearray((1 << bits) // 8)
        self._again = bytearray((1 << bits) // 8)

    def add(self, number: int) -> None:
        at = number & self._mask
        bit = 1 << (at & 7)
        where = self._again if self._once[at >> 3] & bit else self._once
        where[at >> 3] |= bit

    def again(self, number: int) -> bool:
        at = number & self._mask
        return bool(self._again[at >> 3] & (1 << (at & 7)))


class _Corpus:
    """What is kept of each source while families are found."""

    def __init__(self, find: Callable[[str], Source], count: int) -> None:
        self._find = find
        self._sample = (1 << min((count // EVERY_RUN).bit_length(), 4)) - 1
        self._seen = _Seen((12 * (count + 1) * RUNS_OF_A_SOURCE // (self._sample + 1)).bit_length())
        self._holders: dict[int, list[int]] = {}
        self._forest = Forest()
        self._ids: list[str] = []
        self._runs = array("I")
        self._publishers: set[str] = set()
        self._pages: dict[str, list[str]] = {}
        self._published_by: dict[str, list[tuple[date, str]]] = {}
        self._bases: dict[str, list[str]] = {}
        self._heard: dict[tuple[str, str], list[tuple[date, str]]] = {}
        self._told_by: dict[str, frozenset[str]] = {}
        self.first: dict[str, Precedence] = {}
        self.names: dict[str, frozenset[str]] = {}

    def note(self, sources: Iterable[Source]) -> None:
        """The first reading: days, publishers, addresses, and which runs occur more than once."""
        for source in sources:
            self.first[source.id] = precedence(source)
            if source.url:
                self._pages.setdefault(page(source.url), []).append(source.id)
            if source.publisher:
                name = plain(source.publisher)
                self._publishers.add(name)
                self._published_by.setdefault(name, []).append((source.published or date.max, source.id))
            for basis in source.based_on:
                self._bases.setdefault(basis_key(basis), []).append(source.id)
            for run in chain(*self._features(source)):
                self._seen.add(run)

    def by_words(self, sources: Iterable[Source]) -> Iterator[Link]:
        """The second reading: links between sources that share words, each found with the later of the two."""
        for number, source in enumerate(sources):
            one = witness(source, self._publishers)
            self._ids.append(source.id)
            self._runs.append(len(one.prints.all))
            if one.names or one.bases:
                self.names[source.id] = one.names
                self._told_by[source.id] = one.names | {plain(basis.split(",", 1)[0]) for basis in one.bases}
            for credit in one.credits:
                if credit.person:
                    self._heard.setdefault((credit.name, credit.person), []).append(
                        (self.first[source.id][0], source.id)
                    )
            words, quoted = ([run for run in runs if self._seen.again(run)] for runs in self._features(source))
            yield from self._compare(number, one, words, quoted)
            self._keep(number, (*words, *quoted))

    def _features(self, source: Source) -> tuple[Iterable[int], Iterable[int]]:
        """What two sources are found by: runs of words, and runs of quoted words."""
        runs = prints(source.text).all
        kept = [run for run in runs if not run & self._sample] if self._sample else runs
        return kept, set(map(run_hash, quotations(source.text)))

    def _compare(self, number: int, one: Witness, words: list[int], quoted: list[int]) -> Iterator[Link]:
        in_common = Counter(holder for run in words for holder in self._holders.get(run, ()))
        quoting = {holder for run in quoted for holder in self._holders.get(run, ())}
        by_family: Counter[str] = Counter()
        for holder, runs in in_common.items():
            by_family[self._forest.root(self._ids[holder])] += runs
        compared = 0
        for holder in sorted(in_common.keys() | quoting, key=lambda each: (-in_common[each], each)):
            other = self._ids[holder]
            root = self._forest.root(other)
            if root == self._forest.root(one.id):
                continue
            if holder not in quoting and not self._worth(number, holder, by_family[root]):
                continue
            found = link(witness(self._find(other), self._publishers), one)
            if found:
                yield found
                if found.tie not in BY_NAME:
                    self._forest.join(one.id, other)
            compared += 1
            if compared == COMPARED:
                break

    def _worth(self, number: int, holder: int, shared: int) -> bool:
        """Whether two sources have enough in common to be compared: much of the shorter one, or one whom both name."""
        shared *= self._sample + 1
        if shared >= IN_COMMON * min(self._runs[number], self._runs[holder]):
            return True
        mine, theirs = (self._told_by.get(self._ids[each], frozenset()) for each in (number, holder))
        return shared >= SAME_STORY_RUNS and not mine.isdisjoint(theirs)

    def _keep(self, number: int, shared: Iterable[int]) -> None:
        root = self._forest.root(self._ids[number])
        for run in shared:
            holders = self._holders.setdefault(run, [])
            if len(holders) < HOLDERS and all(self._forest.root(self._ids[holder]) != root for holder in holders):
                holders.append(number)

    # -- what needs no words in common ------------------------------------------------------------------------------

    def by_name(self) -> Iterator[Link]:
        """Links by address, by `based_on` and by interview."""
        for pair in sorted(set(self._named_pairs())):
            one, other = (witness(self._find(name), self._publishers) for name in pair)
            found = link(one, other)
            if found:
                yield found

    def _named_pairs(self) -> Iterator[tuple[str, str]]:
        groups = [sorted(group) for group in self._pages.values()]
        groups += [sorted(retellers) for key, retellers in self._bases.items() if key not in AGENCIES]
        groups += [[name for _, name in sorted(heard)] for heard in self._heard.values()]
        for group in groups:
            yield from (_pair(one, other) for one, other in pairwise(group) if one != other)
        ids = {folded(name): name for name in self.first if folded(name) in self._bases}
        for key, retellers in self._bases.items():
            named = [*self._pages.get(key, ()), *([ids[key]] if key in ids else ())]
            for each in retellers:
                yield from (_pair(each, report) for report in (*named, *self._reports(key, each)) if report != each)

    def _reports(self, key: str, reteller: str) -> list[str]:
        """What the publisher that a `based_on` value names brought out at the time, the nearest days first."""
        name, day = name_and_day(key)
        day = day or self.first[reteller][0]
        near = [(abs((each - day).days), report) for each, report in self._published_by.get(name, ())]
        return [report for apart, report in heapq.nsmallest(COMPARED, near) if apart <= SAME_STORY_DAYS]


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
