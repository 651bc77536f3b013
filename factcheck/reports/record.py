"""A verdict as plain JSON values: what the cache keeps, what travels between processes, what every report reads."""

from __future__ import annotations

import hashlib
import json
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict, cast

from factcheck.domain.lock import SignOffState
from factcheck.domain.verdict import Label
from factcheck.reports.outcome import ClaimOutcome, outcome_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from factcheck.domain.claim import Appeared, Claim, Policy, Review, Tolerance
    from factcheck.domain.evidence import Evidence
    from factcheck.domain.lock import ShelfLife, Standing
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
    `digest` is the sha256 of the whole cleaned text.
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
    digest: str


class EvidenceRecord(QuoteRecord):
    """A passage and what it does to the claim."""

    origin: str
    also: list[QuoteRecord]
    stance: str
    reasons: list[str]
    score: float


class FamilyRecord(TypedDict):
    """Sources that go back to one report, with the reasons."""

    name: str
    sources: list[str]
    reasons: list[str]


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
    families: list[FamilyRecord]
    near_misses: list[EvidenceRecord]
    evidence: list[EvidenceRecord]


class SignedRecord(TypedDict):
    """A person's sign-off."""

    decision: str
    by: str
    day: str
    until: str | None
    reason: str | None


class ReviewRecord(SignedRecord):
    """A sign-off as written in the claim file, and whether it counts.

    `state` is `in force`, `not bound`, `expired`, `outdated`, `too weak` or `not yet`; `why` says in words why it does not
    count and what changed since.
    """

    state: str
    why: list[str]


class DriftRecord(TypedDict):
    """One change since the claim was locked: its kind, the change in words, and the source concerned, if one is."""

    kind: str
    what: str
    source: str | None


class ShelfLifeRecord(TypedDict):
    """Until when the claim is fresh, and where that day comes from; `until` is null when nothing says from when to count."""

    until: str | None
    stale: bool
    why: str


class StandingRecord(TypedDict):
    """How a claim stands beside its verdict.

    `signed_off` is set exactly when the sign-off in `review` is in force; `locked` is null when no lock was looked at.
    """

    review: ReviewRecord | None
    signed_off: SignedRecord | None
    locked: bool | None
    drift: list[DriftRecord]
    shelf_life: ShelfLifeRecord | None


class AppearedRecord(TypedDict):
    """Where the claim was made in public."""

    url: str | None
    day: str | None


class ClaimRecord(StandingRecord):
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
    policy: PolicyRecord
    verdict: str
    reason: str | None
    detail: str
    outcome: str
    score: float
    decided_by: str
    origins: OriginsRecord
    families: list[FamilyRecord]
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
        "families": [
            {"name": family.name, "sources": list(family.members), "reasons": list(family.reasons)}
            for family in verdict.families
        ],
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
    standing: StandingRecord
    by_sign_off: bool = False  # whether it passes only because a person signed it off

    def record(self) -> ClaimRecord:
        """The record in full."""
        return cast("ClaimRecord", json.loads(self.text))


def claim_line(claim: Claim, said: str, *, nodeid: str | None, standing: Standing | None = None) -> ClaimLine:
    """A claim and what the corpus says about it.

    Args:
        claim: As written, with its policy after inheritance.
        said: From `verdict_text`.
        nodeid: Node id of the pytest item; None for a bare sentence.
        standing: What the lock, the calendar and a person say about it; None where nobody asked them.
    """
    label = Label(said[len(_LABEL_FIRST) : said.index('"', len(_LABEL_FIRST))])
    stands = _standing(claim, standing)
    signed_off = stands["signed_off"] is not None
    outcome = outcome_of(label, expect=claim.expect, severity=claim.policy.severity, signed_off=signed_off)
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
        "policy": _policy(claim.policy),
        "outcome": outcome.value,
        **stands,
    }
    text = f"{_ENCODE(head)[:-1]},{said[1:]}"
    by_sign_off = signed_off and label is not claim.expect
    file, line = (place.path, place.line) if place else ("", 0)
    return ClaimLine(file, line, claim.id, nodeid, outcome, text, stands, by_sign_off)


def line_of(text: str) -> ClaimLine:
    """The line whose record this is, as another process sent it."""
    record = cast("ClaimRecord", json.loads(text))
    outcome = ClaimOutcome(record["outcome"])
    file, line = record["file"] or "", record["line"] or 0
    by_sign_off = record["signed_off"] is not None and record["verdict"] != record["expect"]
    return ClaimLine(file, line, record["id"], record["nodeid"], outcome, text, record, by_sign_off)


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


_PLAIN: StandingRecord = {"review": None, "signed_off": None, "locked": None, "drift": [], "shelf_life": None}


def _standing(claim: Claim, standing: Standing | None) -> StandingRecord:
    if standing is None:
        if claim.review is None:
            return _PLAIN
        return {**_PLAIN, "review": {**_signed(claim.review), "state": "not bound", "why": []}}
    review: ReviewRecord | None = None
    signed_off: SignedRecord | None = None
    if found := standing.sign_off:
        review = {**_signed(found.review), "state": found.state.value, "why": list(found.why)}
        signed_off = _signed(found.review) if found.state is SignOffState.IN_FORCE else None
    return {
        "review": review,
        "signed_off": signed_off,
        "locked": standing.locked,
        "drift": [{"kind": item.kind.value, "what": item.what, "source": item.source} for item in standing.drift],
        "shelf_life": _shelf_life(standing.shelf_life) if standing.shelf_life else None,
    }


def _shelf_life(shelf_life: ShelfLife) -> ShelfLifeRecord:
    return {"until": _day(shelf_life.until), "stale": shelf_life.stale, "why": shelf_life.why}


def _signed(review: Review) -> SignedRecord:
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
        "digest": _digest(source.text),
    }


@lru_cache(maxsize=64)
def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


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
