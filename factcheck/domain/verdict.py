"""What the corpus says about a claim."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.domain.claim import Claim
    from factcheck.domain.evidence import Evidence
    from factcheck.domain.origin import Origin


class Label(StrEnum):
    """The four verdicts (the field's SUPPORTED, REFUTED, CONFLICTING EVIDENCE, NOT ENOUGH INFO)."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    CONFLICTING = "conflicting"
    MISSING = "missing"


class MissingReason(StrEnum):
    """Why a verdict is `missing`; exactly one per such verdict."""

    NOTHING_RETRIEVED = "nothing-retrieved"
    OFF_TOPIC = "off-topic"
    DETAIL_NOT_STATED = "detail-not-stated"
    ONLY_REPORTED = "only-reported"
    TOO_FEW_ORIGINS = "too-few-origins"
    OUT_OF_SCOPE = "out-of-scope"
    OTHER_LANGUAGE = "other-language"
    UNSURE = "unsure"


class DecidedBy(StrEnum):
    """What the verdict rests on."""

    MATCHERS = "matchers"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class Origins:
    """How many independent origins stand on each side."""

    supports: int = 0
    refutes: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer for one claim, with everything needed to explain it.

    Attributes:
        label: The verdict.
        reason: Set exactly when the label is `missing`.
        detail: One sentence in plain English saying why.
        evidence: What decided, strongest first; supports and refutes only.
        near_misses: Neutral passages on the topic that fall short, with the reasons, best first.
        score: 0 to 1, two digits: how clear the case is.
        families: Of the sources that decided: those that go back to one report, by the name of the origin.
    """

    claim: Claim
    label: Label
    reason: MissingReason | None = None
    detail: str = ""
    evidence: tuple[Evidence, ...] = ()
    near_misses: tuple[Evidence, ...] = ()
    origins: Origins = Origins()
    score: float = 0.0
    decided_by: DecidedBy = DecidedBy.MATCHERS
    families: tuple[Origin, ...] = ()

    def explain(self) -> str:
        """How the verdict came about, as plain text of several lines."""
        lines = [f"{self.label}: {self.claim.sentence}"]
        if self.detail:
            lines.append(f"  {self.detail}")
        lines.extend(f"  one origin: {family.told()}" for family in self.families)
        for title, group in (("evidence", self.evidence), ("near miss", self.near_misses)):
            for item in group:
                lines.append(f"  {title}: {item.stance} [{item.passage.source.id}:{item.passage.line}] {item.quote}")
                lines.extend(f"    - {reason}" for reason in item.reasons)
        return "\n".join(lines)
