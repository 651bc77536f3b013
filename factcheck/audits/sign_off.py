"""Whether a person's sign-off counts, and how long a claim stays fresh."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from factcheck.domain.lock import ShelfLife, SignOff, SignOffState
from factcheck.domain.verdict import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from factcheck.domain.claim import Claim, Review
    from factcheck.domain.lock import Drift, LockEntry

OPEN_TO_ACCEPT = frozenset({Label.MISSING, Label.CONFLICTING})
"""Verdicts that a plain `accept` may turn into a pass: the sources leave the matter open."""


def needs_override(verdict: Label, *, expect: Label) -> bool:
    """Whether only `override` turns this verdict into a pass: the sources say the opposite of what is expected."""
    return verdict is not expect and verdict not in OPEN_TO_ACCEPT


def sign_off_of(
    claim: Claim,
    review: Review,
    *,
    verdict: Label,
    locked: LockEntry | None,
    drift: Sequence[Drift],
    today: date,
    newer: Sequence[str] = (),
) -> SignOff:
    """Whether a review counts: it is in force, bound by the lock, the evidence is as it was, and it is strong enough.

    Args:
        claim: With its expectation.
        review: Its review.
        verdict: What the sources say now.
        locked: The claim's entry in the lock, if there is one.
        drift: What changed since it was locked.
        today: The day of the run.
        newer: What is newer than the review, from `unseen`.
    """
    changes = tuple(item.what for item in drift)
    if review.day > today:
        why = f"it is dated {review.day}, and today is {today}"
        return SignOff(review, SignOffState.NOT_YET, (why,))
    if review.until and review.until < today:
        return SignOff(review, SignOffState.EXPIRED, (f"it counted until {review.until}", *changes))
    bound = locked.review if locked else None
    if bound != review and newer:
        why = f"not bound: {'; '.join(newer)}: look at it, then `factcheck review`"
        return SignOff(review, SignOffState.NOT_BOUND, (why, *changes))
    if locked is None or locked.review is None:
        return SignOff(review, SignOffState.NOT_BOUND, ("not bound: run `factcheck lock`", *changes))
    if locked.review != review:
        why = f"it was changed since it was bound ({spelled(locked.review)}): run `factcheck lock`"
        return SignOff(review, SignOffState.NOT_BOUND, (why, *changes))
    if drift:
        return SignOff(review, SignOffState.OUTDATED, changes)
    if review.decision != "override" and needs_override(verdict, expect=claim.expect):
        why = f"`accept` does not cover {verdict}; only `override` does"
        return SignOff(review, SignOffState.TOO_WEAK, (why,))
    return SignOff(review, SignOffState.IN_FORCE)


def unseen(review: Review, entry: LockEntry, *, day_of: Callable[[str], date | None]) -> tuple[str, ...]:
    """In words: evidence that whoever signed cannot have seen, since it is newer than the sign-off.

    Args:
        review: As written in the claim file.
        entry: The evidence of today.
        day_of: The last day on which a source is known to have changed, by its id; None if nobody says.
    """
    found = []
    for source in dict.fromkeys(quote.source for quote in entry.quotes):
        day = day_of(source)
        if day and day > review.day:
            found.append(f"{source} is of {day}, and it was signed on {review.day}")
    return tuple(found)


def spelled(review: Review) -> str:
    """A review on one line: `accept by desk editor on 2024-01-11 until 2024-03-01`."""
    until = f" until {review.until}" if review.until else ""
    return f"{review.decision} by {review.by} on {review.day}{until}"


def shelf_life(claim: Claim, *, locked: LockEntry | None, today: date) -> ShelfLife | None:
    """Until when the claim is fresh; None when nothing limits it.

    `recheck_by` is a day. `valid_for` counts from the last day on which somebody is known to have looked: the later of
    `as_of` and the review's day; without either, the day of the claim's entry in the lock. The earlier of two limits holds.
    """
    limits = []
    if claim.recheck_by:
        limits.append((claim.recheck_by, f"recheck_by {claim.recheck_by}"))
    if claim.valid_for is not None:
        stated = [
            (claim.as_of, "`as_of`"),
            (claim.review.day if claim.review and claim.review.day <= today else None, "the review"),
        ]
        known = [(day, name) for day, name in stated if day]
        if not known and locked:
            known = [(locked.day, "the lock")]
        if not known:
            why = f"valid_for {claim.valid_for} days, but no `as_of`, review or lock entry says from when"
            return ShelfLife(None, stale=True, why=why)
        day, name = max(known)
        with suppress(OverflowError):  # past the year 9999: it never ends
            limits.append((day + timedelta(claim.valid_for), f"valid_for {claim.valid_for} days from {day} ({name})"))
    if not limits:
        return None
    until, why = min(limits)
    return ShelfLife(until, stale=today > until, why=why)
