"""One aspect of a claim against the same aspect of a passage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factcheck.domain.source import Slice


class Aspect(StrEnum):
    """What is compared."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    ROLE = "role"
    QUOTE = "quote"
    SPEAKER = "speaker"
    PREDICATE = "predicate"
    ACTORS = "actors"
    POLARITY = "polarity"
    MODALITY = "modality"
    TOPIC = "topic"


class Outcome(StrEnum):
    """How an aspect compares."""

    AGREES = "agrees"
    DIFFERS = "differs"
    NOT_COMPARABLE = "not-comparable"
    NOT_STATED = "not-stated"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome for one aspect, with the words it rests on.

    Attributes:
        asserted: Slice of the claim's sentence; None when the claim as a whole is meant.
        said: Slice of the passage's own text (0 is the passage's first code point); None when nothing was found.
        reason: Plain English for a fact-checker: "2,500 troops agrees with about 2,500 (2,250 to 2,750)".
        rule: Stable name of the rule that decided.
        weight: 0 to 1, how much of the claim this comparison covers.
        tentative: The outcome if the passage tells the claim's deed in other words; None where that would change nothing.
    """

    aspect: Aspect
    outcome: Outcome
    reason: str
    rule: str = ""
    asserted: Slice | None = None
    said: Slice | None = None
    weight: float = 1.0
    tentative: Outcome | None = None
