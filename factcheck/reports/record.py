"""A verdict as plain JSON values: what the cache keeps, what travels between processes, what every report reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from factcheck.domain.verdict import Label
from factcheck.reports.outcome import outcome_of

if TYPE_CHECKING:
    from factcheck.domain.claim import Claim, Policy, Tolerance
    from factcheck.domain.evidence import Evidence
    from factcheck.domain.source import Passage
    from factcheck.domain.verdict import Verdict


class QuoteRecord(TypedDict):
    """Words of a source; `quote` equals its cleaned text from `start` to `end`, in code points."""

    source: str
    publisher: str | None
    published: str | None
    path: str
    start: int
    end: int
    line: int
    quote: str


class EvidenceRecord(QuoteRecord):
    """A passage and what it does to the claim."""

    origin: str
    also: list[QuoteRecord]
    stance: str
    reasons: list[str]
    score: float


class OriginsRecord(TypedDict):
    """Independent origins on each side."""

    supports: int
    refutes: int


class PolicyRecord(TypedDict):
    """The policy that the claim was judged by, after inheritance."""

    min_origins: int
    tolerance: str | None
    sources: list[str]
    model: str


class VerdictRecord(TypedDict):
    """What the corpus says; the same wherever the claim stands."""

    verdict: str
    reason: str | None
    detail: str
    score: float
    decided_by: str
    origins: OriginsRecord
    near_misses: list[EvidenceRecord]
    evidence: list[EvidenceRecord]


class ClaimRecord(TypedDict):
    """One entry under `claims` in the JSON report."""

    id: str
    nodeid: str | None
    claim: str
    suite: str | None
    file: str | None
    line: int | None
    tags: list[str]
    expect: str
    severity: str
    as_of: str | None
    policy: PolicyRecord
    verdict: str
    reason: str | None
    detail: str
    outcome: str
    score: float
    decided_by: str
    signed_off: None
    origins: OriginsRecord
    near_misses: list[EvidenceRecord]
    evidence: list[EvidenceRecord]


def verdict_record(verdict: Verdict) -> VerdictRecord:
    """The part of a claim's record that the corpus decides."""
    return {
        "verdict": verdict.label.value,
        "reason": verdict.reason.value if verdict.reason else None,
        "detail": verdict.detail,
        "score": round(verdict.score, 2),
        "decided_by": verdict.decided_by.value,
        "origins": {"supports": verdict.origins.supports, "refutes": verdict.origins.refutes},
        "near_misses": [_evidence(item) for item in verdict.near_misses],
        "evidence": [_evidence(item) for item in verdict.evidence],
    }


def claim_record(claim: Claim, said: VerdictRecord, *, nodeid: str | None) -> ClaimRecord:
    """The whole record of a claim, in the order in which the JSON report shows it.

    Args:
        claim: As written, with its policy after inheritance.
        said: What the corpus says about it.
        nodeid: Node id of the pytest item; None for a bare sentence.
    """
    place = claim.location
    return {
        "id": claim.id,
        "nodeid": nodeid,
        "claim": claim.sentence,
        "suite": claim.suite,
        "file": place.path if place else None,
        "line": place.line if place else None,
        "tags": list(claim.tags),
        "expect": claim.expect.value,
        "severity": claim.policy.severity.value,
        "as_of": claim.as_of.isoformat() if claim.as_of else None,
        "policy": _policy(claim.policy),
        "verdict": said["verdict"],
        "reason": said["reason"],
        "detail": said["detail"],
        "outcome": outcome_of(Label(said["verdict"]), expect=claim.expect, severity=claim.policy.severity).value,
        "score": said["score"],
        "decided_by": said["decided_by"],
        "signed_off": None,
        "origins": said["origins"],
        "near_misses": said["near_misses"],
        "evidence": said["evidence"],
    }


def _policy(policy: Policy) -> PolicyRecord:
    return {
        "min_origins": policy.min_origins,
        "tolerance": _tolerance(policy.tolerance) if policy.tolerance else None,
        "sources": list(policy.sources),
        "model": policy.model.value,
    }


def _tolerance(tolerance: Tolerance) -> str:
    if tolerance.relative:
        return f"{(tolerance.amount * 100).normalize():f}%"
    return f"{tolerance.amount.normalize():f}"


def _quote(passage: Passage) -> QuoteRecord:
    source = passage.source
    return {
        "source": source.id,
        "publisher": source.publisher,
        "published": source.published.isoformat() if source.published else None,
        "path": source.path,
        "start": passage.start,
        "end": passage.end,
        "line": passage.line,
        "quote": passage.text,
    }


def _evidence(item: Evidence) -> EvidenceRecord:
    return {
        **_quote(item.passage),
        "origin": item.origin,
        "also": [_quote(passage) for passage in item.also],
        "stance": item.stance.value,
        "reasons": list(item.reasons),
        "score": round(item.score, 2),
    }
