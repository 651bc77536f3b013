"""What an audit of claims finds: changed claims that still pass, sentences of a draft that no claim covers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from factcheck.domain.analysis import Analysis
from factcheck.domain.claim import Claim, Rung
from factcheck.domain.comparison import Aspect
from factcheck.domain.evidence import Evidence
from factcheck.domain.source import Passage
from factcheck.domain.verdict import Label, Verdict


class Change(StrEnum):
    """What is changed in a claim to see whether it still passes."""

    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    ROLE = "role"
    POLARITY = "polarity"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Mutant:
    """A claim with one fact changed, so that what bears the claim out must not bear this out.

    Attributes:
        original: The claim as written.
        claim: The changed claim: its sentence, or a typed check, says something else.
        change: What was changed.
        before: The words that were changed.
        after: The words in their place; for `said_by` the other name.
    """

    original: Claim
    claim: Claim
    change: Change
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Trial:
    """A mutant and what the corpus says to it.

    Attributes:
        said: The verdict, as reports tell it.
    """

    mutant: Mutant
    said: Mapping[str, Any]

    @property
    def survived(self) -> bool:
        """Whether the changed claim passes as the true one does."""
        return bool(self.said["verdict"] == Label.SUPPORTED)


@dataclass(frozen=True, slots=True)
class MutationAudit:
    """How many changed claims a desk's claims and sources catch.

    Attributes:
        trials: Every mutant that was judged, in the order of the claims.
        claims: How many claims were looked at.
        supported: How many of them are supported, and so could be changed.
        unchanged: Supported claims in which nothing was found to change.
        left_out: Mutants that the limits kept from being judged.
    """

    trials: tuple[Trial, ...]
    claims: int
    supported: int
    unchanged: tuple[Claim, ...] = ()
    left_out: int = 0

    @property
    def survivors(self) -> tuple[Trial, ...]:
        """The mutants that pass."""
        return tuple(trial for trial in self.trials if trial.survived)

    @property
    def score(self) -> float | None:
        """Share of mutants that were caught, 0 to 1; None when there was none."""
        return 1 - len(self.survivors) / len(self.trials) if self.trials else None


class FactKind(StrEnum):
    """What in a sentence can be checked."""

    FIGURE = "figure"
    DATE = "date"
    QUOTATION = "quotation"
    RANK = "rank"
    ROLE = "role"
    DEED = "deed"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a sentence asserts. `start` and `end` are code points in the sentence."""

    kind: FactKind
    start: int
    end: int
    text: str


class Backing(StrEnum):
    """How a sentence of a draft stands to the claims, the gravest first."""

    AGAINST = "against"  # it says what a claim's sources contradict, or other than a supported claim
    DISPUTED = "disputed"  # the covering claim is conflicting
    NAKED = "naked"  # no claim covers any of it
    PARTLY = "partly"  # claims cover some of its facts
    UNSETTLED = "unsettled"  # covered, and for one of its facts no covering claim is supported
    BORNE_OUT = "borne-out"  # covered, each fact by a supported claim
    UNCHECKABLE = "uncheckable"  # a question, a heading, an opinion: nothing to check


@dataclass(frozen=True, slots=True)
class Cover:
    """A claim that asserts facts of a sentence.

    Attributes:
        facts: Indices into the sentence's facts.
        label: The claim's verdict; None when it was not judged.
    """

    claim: Claim
    facts: tuple[int, ...]
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Clash:
    """A claim that speaks of the same fact and says something else, and why."""

    claim: Claim
    reason: str
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """One sentence of a draft.

    Attributes:
        line: 1-based line of the draft's file; None when it cannot be told.
        nearest: For a naked sentence, the claim that comes closest and what it lacks.
        why_not: For a sentence with nothing to check: why.
    """

    passage: Passage
    line: int | None
    backing: Backing
    facts: tuple[Fact, ...] = ()
    covers: tuple[Cover, ...] = ()
    clashes: tuple[Clash, ...] = ()
    nearest: Clash | None = None
    why_not: str = ""

    @property
    def bare(self) -> tuple[Fact, ...]:
        """The facts that no claim covers."""
        covered = {index for cover in self.covers for index in cover.facts}
        return tuple(fact for index, fact in enumerate(self.facts) if index not in covered)


COVERED = frozenset({Backing.UNSETTLED, Backing.BORNE_OUT})


@dataclass(frozen=True, slots=True)
class DraftAudit:
    """A draft, sentence by sentence.

    Attributes:
        path: The draft, as shown to the user.
        claims: How many claims it was held against.
    """

    path: str
    title: str | None
    text: str
    sentences: tuple[DraftSentence, ...]
    claims: int

    @property
    def checkable(self) -> tuple[DraftSentence, ...]:
        """The sentences that assert something that can be checked."""
        return tuple(item for item in self.sentences if item.backing is not Backing.UNCHECKABLE)

    @property
    def covered(self) -> tuple[DraftSentence, ...]:
        """The sentences each fact of which a claim asserts, and which no covering claim shows to be wrong or disputed."""
        return tuple(item for item in self.checkable if item.backing in COVERED)

    @property
    def against(self) -> tuple[DraftSentence, ...]:
        """The sentences that say what the sources of a claim contradict."""
        return tuple(item for item in self.sentences if item.backing is Backing.AGAINST)

    @property
    def coverage(self) -> float | None:
        """Share of the checkable sentences that are covered, 0 to 1; None when nothing can be checked."""
        return len(self.covered) / len(self.checkable) if self.checkable else None


@dataclass(frozen=True, slots=True)
class Repair:
    """A change to a claim that makes it pass, judged anew before it is proposed.

    Attributes:
        claim: The changed claim.
        what: The change as one line: “change “1978” to “1987””.
        size: Words taken away or put in; a key of the claim counts as one.
    """

    claim: Claim
    what: str
    size: int


@dataclass(frozen=True, slots=True)
class Told:
    """A deed or a state that a sentence tells.

    Attributes:
        words: The word that is compared, as it stands there.
        light: The verb that it is told with, where that says little by itself ("has", "is"); empty for a deed.
    """

    words: str
    rung: Rung
    denied: bool = False
    light: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that a claim asserts and no source states.

    Attributes:
        aspect: What it is: number, date, name and so on.
        words: The claim's words for it.
        reason: Why the nearest passage does not state it.
        silent: Whether that passage says nothing of it; otherwise it speaks of it and leaves it open.
    """

    aspect: Aspect
    words: str
    reason: str
    silent: bool = True


@dataclass(frozen=True, slots=True)
class Account:
    """How a verdict came about, from the sentence to the verdict, and how the claim could be mended.

    Attributes:
        asserted: What the claim says.
        told: Its deeds and states.
        passages: What was retrieved, best first.
        evidence: What was made of each passage.
        gaps: For a missing verdict, what nobody states.
        nearest: For a missing verdict, the passage that comes closest.
        repair: The smallest change known to make the claim pass; None for a claim that passes, and where none was found.
        tried: How many changes were judged for it.
    """

    asserted: Analysis
    told: tuple[Told, ...]
    passages: tuple[Passage, ...]
    evidence: tuple[Evidence, ...]
    verdict: Verdict
    gaps: tuple[Gap, ...] = ()
    nearest: Evidence | None = None
    repair: Repair | None = None
    tried: int = 0
