"""From a verdict to its entry in the lock, and from an old entry and a new one to the one that is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from factcheck.audits.drift import DIGITS, named, short, verdict_of
from factcheck.audits.sign_off import spelled
from factcheck.domain.claim import ModelUse, Policy
from factcheck.domain.evidence import Stance
from factcheck.domain.lock import LockedQuote, LockEntry
from factcheck.domain.verdict import Label, MissingReason, Origins

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.domain.claim import Claim, Review, Tolerance
    from factcheck.domain.lock import Drift
    from factcheck.reports.record import EvidenceRecord, QuoteRecord, VerdictRecord

CONTEXT = 32
"""Code points on each side of a quote by which it is found again."""
_MOST_SHOWN = 4  # quotes of one sign-off
_DOES = {Stance.SUPPORTS: "supported by", Stance.REFUTES: "contradicted by", Stance.NEUTRAL: "near it:"}
_ORDER = {Stance.SUPPORTS: 0, Stance.REFUTES: 1, Stance.NEUTRAL: 2}


def entry_of(claim: Claim, said: VerdictRecord, *, nodeid: str, day: date) -> LockEntry:
    """The entry that a claim would have if it were locked today.

    The near misses of a missing verdict are part of it, since they are what a person who signs has seen.
    """
    verdict = Label(said["verdict"])
    shown = [*said["evidence"], *(said["near_misses"] if verdict is Label.MISSING else [])]
    return LockEntry(
        nodeid=nodeid,
        sentence=claim.sentence,
        verdict=verdict,
        day=day,
        asks="; ".join(_asks(claim)),
        expect=claim.expect,
        reason=MissingReason(said["reason"]) if said["reason"] else None,
        origins=Origins(said["origins"]["supports"], said["origins"]["refutes"]),
        review=claim.review,
        quotes=ordered(quote for item in shown for quote in _quotes(item)),
    )


def ordered(quotes: Iterable[LockedQuote]) -> tuple[LockedQuote, ...]:
    """Each quote once: what supports, what contradicts, what comes near; by source and place."""
    return tuple(
        sorted(dict.fromkeys(quotes), key=lambda item: (_ORDER[item.stance], item.source, item.start, item.end))
    )


def _quotes(item: EvidenceRecord) -> Iterator[LockedQuote]:
    for quote in (item, *item["also"]):
        yield _quote(quote, Stance(item["stance"]))


def _quote(item: QuoteRecord, stance: Stance) -> LockedQuote:
    return LockedQuote(
        stance=stance,
        source=item["source"],
        digest=item["digest"][:DIGITS],
        start=item["start"],
        end=item["end"],
        quote=item["quote"],
        prefix=item["before"][-CONTEXT:],
        suffix=item["after"][:CONTEXT],
        publisher=item["publisher"],
        published=date.fromisoformat(item["published"]) if item["published"] else None,
        status=item["status"],
        path=item["path"],
    )


def _asks(claim: Claim) -> Iterator[str]:
    """What the claim asks beyond its sentence, defaults left out."""
    policy, default, checks = claim.policy, Policy(), claim.checks
    if claim.as_of:
        yield f"as_of {claim.as_of}"
    if policy.min_origins != default.min_origins:
        yield f"min_origins {policy.min_origins}"
    if policy.tolerance:
        yield f"tolerance {_tolerance(policy.tolerance)}"
    if policy.sources:
        yield f"sources {', '.join(policy.sources)}"
    if policy.model is not ModelUse.AUTO:
        yield f"model {policy.model}"
    for number in checks.number:
        further = (
            ("of", number.of),
            ("in", number.place),
            ("tolerance", number.tolerance and _tolerance(number.tolerance)),
        )
        yield " ".join(("number", number.value, *(f"{word} {value}" for word, value in further if value)))
    for day in checks.date:
        yield f"date {day.value}" + (f" of {day.of}" if day.of else "")
    for words in checks.quote:
        yield f"quote “{words}”"
    for name in checks.said_by:
        yield f"said_by {name}"
    for event in checks.event:
        yield f"event {event.status}" + (f" of {event.of}" if event.of else "")


def _tolerance(tolerance: Tolerance) -> str:
    return f"{(tolerance.amount * 100).normalize():f}%" if tolerance.relative else f"{tolerance.amount.normalize():f}"


def relocked(locked: LockEntry | None, now: LockEntry, drift: Sequence[Drift]) -> LockEntry:
    """The entry to keep of the one that stands in the lock and the one of today.

    A sign-off is never carried over to evidence that its author has not seen: if the evidence changed and the review
    did not, the old entry stays. An entry in which nothing changed keeps its day, since nobody looked at it.
    """
    if locked is None:
        return now
    if drift and locked.review is not None and locked.review == now.review:
        return locked
    unchanged = replace(now, day=locked.day)
    return unchanged if unchanged == replace(locked, versions=None) else now


def binding(review: Review, entry: LockEntry) -> tuple[str, ...]:
    """In words: a sign-off, and the evidence to which its entry binds it."""
    reason = f": {review.reason}" if review.reason else ""
    shown = [
        f"{_DOES[quote.stance]} {named(quote)}{'' if quote.published else ', no date'}: “{short(quote.quote)}”"
        for quote in entry.quotes[:_MOST_SHOWN]
    ]
    more = len(entry.quotes) - len(shown)
    return (
        f"{spelled(review)}{reason}",
        f"to {verdict_of(entry)}" + ("" if shown else ", no evidence"),
        *shown,
        *([f"and {more} more, in the lock"] if more else []),
    )


def is_held(locked: LockEntry | None, now: LockEntry, drift: Sequence[Drift]) -> bool:
    """Whether an old entry stays although the evidence changed, because its sign-off has not seen the new one."""
    return bool(drift) and locked is not None and relocked(locked, now, drift) is locked
