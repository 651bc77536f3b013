"""The evidence lock: what each claim rested on when somebody last looked at it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.domain.claim import Review
from factcheck.domain.evidence import Stance
from factcheck.domain.verdict import Label, MissingReason, Origins

if TYPE_CHECKING:
    from collections.abc import Mapping

Versions = tuple[tuple[str, str], ...]
"""Names and versions of what had a hand in the verdicts, sorted by name."""


class LockUse(StrEnum):
    """What a run does with the lock."""

    CHECK = "check"
    UPDATE = "update"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class LockedQuote:
    """Words of a source on which a verdict rests, with what it takes to find them again.

    Attributes:
        digest: Of the source's cleaned text: sixteen hexadecimal digits of its sha256.
        start: First code point in the cleaned text; `end` is one past the last.
        prefix: What stands before the quote, 32 code points unless the text begins there.
        suffix: What stands after it, likewise.
        path: The source's file, relative to the corpus; empty for a source made in Python.
    """

    stance: Stance
    source: str
    digest: str
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    publisher: str | None = None
    published: date | None = None
    status: str = "current"
    path: str = ""


@dataclass(frozen=True, slots=True)
class LockEntry:
    """One claim as it was locked.

    Attributes:
        nodeid: `claims/iraq.yaml::us-troops`.
        asks: What the claim asks beyond its sentence (policy, typed checks, `as_of`), in words; empty for the defaults.
        day: When what stands here was last seen.
        review: The sign-off that is bound to just this evidence.
        versions: Of what judged it, if other than the head of the lock says.
    """

    nodeid: str
    sentence: str
    verdict: Label
    day: date
    asks: str = ""
    expect: Label = Label.SUPPORTED
    reason: MissingReason | None = None
    origins: Origins = field(default_factory=Origins)
    review: Review | None = None
    versions: Versions | None = None
    quotes: tuple[LockedQuote, ...] = ()


@dataclass(frozen=True, slots=True)
class Lock:
    """A whole lock, its entries by node id."""

    versions: Versions = ()
    entries: Mapping[str, LockEntry] = field(default_factory=dict, hash=False)


class DriftKind(StrEnum):
    """What can change between the lock and now."""

    CLAIM_CHANGED = "claim changed"
    TERMS_CHANGED = "terms changed"
    VERDICT_CHANGED = "verdict changed"
    SOURCE_GONE = "source gone"
    SOURCE_CHANGED = "source changed"
    QUOTE_MOVED = "quote moved"
    QUOTE_GONE = "quote gone"
    EVIDENCE_DROPPED = "evidence dropped"
    NEW_CONTRADICTION = "new contradicting source"
    NEW_EVIDENCE = "new evidence"


@dataclass(frozen=True, slots=True)
class Drift:
    """One change since the claim was locked.

    Attributes:
        what: It in words, complete without the kind.
        source: Id of the source concerned, if one is.
    """

    kind: DriftKind
    what: str
    source: str | None = None


class SignOffState(StrEnum):
    """Whether a `review` counts."""

    IN_FORCE = "in force"
    NOT_BOUND = "not bound"
    EXPIRED = "expired"
    OUTDATED = "outdated"
    TOO_WEAK = "too weak"
    NOT_YET = "not yet"


@dataclass(frozen=True, slots=True)
class SignOff:
    """A `review` and whether it counts.

    Attributes:
        why: In words why it does not count, one reason a line; empty when it does.
    """

    review: Review
    state: SignOffState
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShelfLife:
    """How long a claim stays fresh.

    Attributes:
        until: The last day on which it is fresh; None when nothing says from when to count.
        why: In words where that day comes from.
    """

    until: date | None
    stale: bool
    why: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a claim stands beside its verdict.

    Attributes:
        locked: Whether the lock has an entry for it; None when there is no lock.
    """

    locked: bool | None = None
    drift: tuple[Drift, ...] = ()
    sign_off: SignOff | None = None
    shelf_life: ShelfLife | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A claim as it is now, and what changed since it was locked.

    Attributes:
        newer: Evidence newer than its sign-off, in words: then `now` goes without the sign-off.
    """

    now: LockEntry
    drift: tuple[Drift, ...] = ()
    newer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LockChanges:
    """What an update did, by node id.

    Attributes:
        added: New claims, with their verdict.
        changed: Claims that are not as they were, with what changed.
        held: Claims whose entry stays although the evidence changed, since their sign-off has not seen the new evidence.
        bound: Sign-offs that count from now on, with the evidence to which they are bound.
        unbound: Sign-offs left out since the evidence is newer than they are, with what is newer.
        gone: Entries of claims that no longer exist: removed by a whole update, left by a partial one.
    """

    added: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    held: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unchanged: int = 0
    gone: tuple[str, ...] = ()
    whole: bool = True
    lock: Lock = field(default_factory=Lock)
    bound: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unbound: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
