"""A verdict as plain JSON values: what the cache keeps, what travels between processes, what every report reads."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict, cast

from factcheck.domain.verdict import Label
from factcheck.reports.outcome import ClaimOutcome, outcome_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from factcheck.domain.claim import Appeared, Claim, Policy, Review, Tolerance
    from factcheck.domain.evidence import Evidence
    from factcheck.domain.source import Passage
    from factcheck.domain.verdict import Verdict


_ENCODE: Callable[[Any], str] = json.JSONEncoder(separators=(",", ":")).encode
LEAST_CONTEXT = 32
"""Code points on each side of a quote by which other programs find it again."""
MOST_CONTEXT = 400
_LABEL_FIRST = '{"verdict":"'


class QuoteRecord(TypedDict):
    """Words of a source; `quote` equals its cleaned text from `start` to `end`, in code points.

    `before` and `after` are the words that stand right beside it: the rest of its paragraph, or more where that is short.
    """

    source: str
    title: str | None
    publisher: str | None
    published: str | None
    tier: str | None
    url: str | None
    status: str
    path: str
    start: int
    end: int
    line: int
    quote: str
    before: str
    after: str


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


class ReviewRecord(TypedDict):
    """A person's sign-off, as written in the claim file."""

    decision: str
    by: str
    day: str
    until: str | None
    reason: str | None


class AppearedRecord(TypedDict):
    """Where the claim was made in public."""

    url: str | None
    day: str | None


class ClaimRecord(TypedDict):
    """One entry under `claims` in the JSON report."""

    id: str
    written_id: bool
    nodeid: str | None
    claim: str
    suite: str | None
    file: str | None
    line: int | None
    tags: list[str]
    expect: str
    severity: str
    as_of: str | None
    note: str | None
    claimant: str | None
    appeared: AppearedRecord | None
    review: ReviewRecord | None
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


def verdict_text(verdict: Verdict) -> str:
    """The verdict's record as JSON text on one line: what is kept and passed on without being read again."""
    return _ENCODE(verdict_record(verdict))


class ClaimLine(NamedTuple):
    """A claim that ran: where it stands and how it came out, with its whole record as JSON text.

    A run may have thousands; only those that are shown are read.
    """

    file: str
    line: int
    id: str
    nodeid: str | None
    outcome: ClaimOutcome
    text: str

    def record(self) -> ClaimRecord:
        """The record in full."""
        return cast("ClaimRecord", json.loads(self.text))


def claim_line(claim: Claim, said: str, *, nodeid: str | None) -> ClaimLine:
    """A claim and what the corpus says about it.

    Args:
        claim: As written, with its policy after inheritance.
        said: From `verdict_text`.
        nodeid: Node id of the pytest item; None for a bare sentence.
    """
    label = Label(said[len(_LABEL_FIRST) : said.index('"', len(_LABEL_FIRST))])
    outcome = outcome_of(label, expect=claim.expect, severity=claim.policy.severity)
    place = claim.location
    head = {
        "id": claim.id,
        "written_id": claim.written_id,
        "nodeid": nodeid,
        "claim": claim.sentence,
        "suite": claim.suite,
        "file": place.path if place else None,
        "line": place.line if place else None,
        "tags": claim.tags,
        "expect": claim.expect.value,
        "severity": claim.policy.severity.value,
        "as_of": _day(claim.as_of),
        "note": claim.note,
        "claimant": claim.claimant,
        "appeared": _appeared(claim.appeared) if claim.appeared else None,
        "review": _review(claim.review) if claim.review else None,
        "policy": _policy(claim.policy),
        "outcome": outcome.value,
        "signed_off": None,
    }
    text = f"{_ENCODE(head)[:-1]},{said[1:]}"
    return ClaimLine(place.path if place else "", place.line if place else 0, claim.id, nodeid, outcome, text)


def line_of(text: str) -> ClaimLine:
    """The line whose record this is, as another process sent it."""
    record = cast("ClaimRecord", json.loads(text))
    outcome = ClaimOutcome(record["outcome"])
    return ClaimLine(record["file"] or "", record["line"] or 0, record["id"], record["nodeid"], outcome, text)


@cache
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


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _review(review: Review) -> ReviewRecord:
    return {
        "decision": review.decision,
        "by": review.by,
        "day": review.day.isoformat(),
        "until": _day(review.until),
        "reason": review.reason,
    }


def _appeared(appeared: Appeared) -> AppearedRecord:
    return {"url": appeared.url, "day": _day(appeared.day)}


def _quote(passage: Passage) -> QuoteRecord:
    source = passage.source
    return {
        "source": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "published": _day(source.published),
        "tier": source.tier.value if source.tier else None,
        "url": source.url,
        "status": source.status.value,
        "path": source.path,
        "start": passage.start,
        "end": passage.end,
        "line": passage.line,
        "quote": passage.text,
        "before": _before(source.text, passage.start),
        "after": _after(source.text, passage.end),
    }


def _before(text: str, start: int) -> str:
    """What stands before a place: from the start of its paragraph, at least 32 code points and at most 400."""
    paragraph = text.rfind("\n", 0, start) + 1
    return text[max(start - MOST_CONTEXT, min(paragraph, start - LEAST_CONTEXT), 0) : start]


def _after(text: str, end: int) -> str:
    paragraph = text.find("\n", end)
    rest = paragraph if paragraph >= 0 else len(text)
    return text[end : min(end + MOST_CONTEXT, max(rest, end + LEAST_CONTEXT))]


def _evidence(item: Evidence) -> EvidenceRecord:
    return {
        **_quote(item.passage),
        "origin": item.origin,
        "also": [_quote(passage) for passage in item.also],
        "stance": item.stance.value,
        "reasons": list(item.reasons),
        "score": round(item.score, 2),
    }
