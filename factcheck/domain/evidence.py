"""A passage, what it does to the claim, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factcheck.domain.comparison import Comparison
from factcheck.domain.source import Passage
from factcheck.domain.verdict import MissingReason


class Stance(StrEnum):
    """What a passage does to a claim once all its comparisons are weighed together."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Reading:
    """How a judge reads the wording of a claim and a passage.

    Attributes:
        supports: Share from 0 to 1 that the passage says the claim.
        refutes: Share from 0 to 1 that it says something else of the same fact.
        sure: The share from which either counts.
    """

    supports: float
    refutes: float
    sure: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage with its stance.

    Attributes:
        also: Further passages that the stance rests on (a figure derived from two sentences, say).
        reasons: Plain English, the deciding one first.
        score: 0 to 1, two digits.
        falls_short: For a neutral passage, the `missing` reason it would give.
        origin: Name of the family of sources that go back to one report; filled in by `decide`.
        by_model: Whether a judge's reading of the wording decided.
    """

    passage: Passage
    stance: Stance
    comparisons: tuple[Comparison, ...] = ()
    reasons: tuple[str, ...] = ()
    score: float = 0.0
    also: tuple[Passage, ...] = ()
    falls_short: MissingReason | None = None
    origin: str = ""
    by_model: bool = False

    @property
    def quote(self) -> str:
        """The words of the source, exactly `text[start:end]`."""
        return self.passage.text
