"""Texts that share runs of words: copies, also shortened, reordered and retitled ones.

Found by the containment of word 5-grams (measured: MinHash at the usual 0.8 finds 1% of shortened copies, containment all).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

RUN = 5
"""Words of a run; two independent reports share few runs of five, copies nearly all."""
COPIED = 0.3
"""Share of the shorter text's runs that must stand in the longer one, with at least `RUNS` of them."""
RUNS = 8
COPIED_SHORT = 0.6
"""The same for texts too short to share `RUNS` runs, for sentences, and for a block of background that both carry."""
SENTENCE_RUNS = 5
"""Runs that one sentence must share with another, unless it is taken over whole: nine words in a row."""
ALL_COPIED = 0.9
"""Share of all runs, quotations with them, from which texts are copies even if they consist of quotations."""
OPENING = 30
"""Runs at the head of a text, or a third of them if that is less: who takes them over takes the story."""

QUOTATION = re.compile(r"“([^“”]{20,1500})”|\"([^\"\n]{20,1500})\"")
_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
_SENTENCE_END = re.compile(r"[.!?][\"”’'»)\]]*\s|\n\s*\n")


@dataclass(frozen=True, slots=True, eq=False)
class Prints:
    """What a text is known by.

    Attributes:
        all: Hashes of its runs.
        own: Of those outside quotation marks: two reporters at one press conference write down the same words.
        order: The runs of `own` in the order of the text.
    """

    all: frozenset[int]
    own: frozenset[int]
    order: tuple[int, ...]


def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return _WORD.findall(text.lower().replace("’", "'"))


def runs(text: str) -> list[int]:
    """Hashes of the runs of five words within each sentence; of a shorter text, of all its words."""
    found: list[int] = []
    for sentence in _SENTENCE_END.split(text):
        each = list(map(_number, words(sentence)))
        found.extend(map(hash, zip(*(each[at:] for at in range(RUN)), strict=False)))
    if not found and (each := list(map(_number, words(text)))):
        found.append(hash(tuple(each)))
    return found


def run_hash(run: Iterable[str]) -> int:
    """A number for words in a row, the same in every process: Python's own hash of a text is not, that of whole numbers is."""
    return hash(tuple(map(_number, run)))


@lru_cache(maxsize=1 << 16)
def _number(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=7).digest())


@lru_cache(maxsize=512)
def prints(text: str) -> Prints:
    """The prints of a text."""
    order = runs(text)
    own = runs(without_quotations(text)) if QUOTATION.search(text) else order
    return Prints(frozenset(order), frozenset(own), tuple(own))


def without_quotations(text: str) -> str:
    """The text with each longer quotation left out."""
    return QUOTATION.sub(" . ", text)


def copied(one: Prints, other: Prints) -> tuple[int, int] | None:
    """How many of how many runs two copies share; None for texts that are none.

    Gets right: a paper's cut of a wire report under another headline; two reports with one paragraph of background in common
    are none. Gets wrong: two papers that print one press release in full and name different authors count as copies, which
    they are, though each may have checked it.
    """
    if one.all.isdisjoint(other.all):
        return None
    short, long = (one, other) if len(one.own) <= len(other.own) else (other, one)
    shared = short.own & long.own
    total = len(short.own)
    if total and len(shared) >= max(min(3, total), COPIED_SHORT * total):
        return len(shared), total
    if len(shared) >= max(RUNS, COPIED * total) and not _background(shared, short, long):
        return len(shared), total
    short, long = (one, other) if len(one.all) <= len(other.all) else (other, one)
    everything, total = len(short.all & long.all), len(short.all)
    return (everything, total) if total and everything >= max(min(3, total), ALL_COPIED * total) else None


def _background(shared: frozenset[int], short: Prints, long: Prints) -> bool:
    """Whether what two texts share is one block below the opening of both, as background from the archive is."""
    if any(not shared.isdisjoint(text.order[: min(OPENING, len(text.order) // 3)]) for text in (short, long)):
        return False
    places = [at for at, run in enumerate(short.order) if run in shared]
    return places[-1] - places[0] < 2 * len(places)


@lru_cache(maxsize=4096)
def sentence_runs(text: str) -> frozenset[int]:
    """The runs of a sentence outside quotation marks; none if it is mostly a quotation."""
    own = without_quotations(text)
    return frozenset(runs(own)) if 2 * len(own) >= len(text) else frozenset()


def same_sentence(mine: frozenset[int], theirs: frozenset[int]) -> bool:
    """Whether one sentence is the other, taken over with few changes, by their `sentence_runs`.

    Gets right: nine words in a row, or a shorter sentence taken over whole. Gets wrong: a set phrase of that length which two
    reporters write of one event (`The central bank raised its key rate by half a point`).
    """
    shared, total = len(mine & theirs), min(len(mine), len(theirs))
    return shared >= max(3, COPIED_SHORT * total) and (shared >= SENTENCE_RUNS or shared == total)
