"""When a sign-off counts, and when a claim is stale."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from factcheck.audits.sign_off import shelf_life, sign_off_of
from factcheck.domain.claim import Claim, Review
from factcheck.domain.lock import Drift, DriftKind, LockEntry, SignOffState
from factcheck.domain.verdict import Label

TODAY = date(2024, 1, 12)
BEFORE, AFTER = date(2024, 1, 11), date(2024, 1, 13)
REVIEW = Review("accept", "Jo Doe", BEFORE, None, "phoned the office")
LOCKED = LockEntry("a::b", "Words.", Label.MISSING, BEFORE, review=REVIEW)
GONE = (Drift(DriftKind.QUOTE_GONE, "quote gone: wire does not say these words any more"),)
IN_FORCE, NOT_BOUND, EXPIRED, OUTDATED, TOO_WEAK, NOT_YET = SignOffState


@pytest.mark.parametrize(
    ("review", "verdict", "expect", "locked", "changes", "state", "why"),
    [
        pytest.param(REVIEW, "missing", "supported", LOCKED, (), IN_FORCE, "", id="missing"),
        pytest.param(REVIEW, "conflicting", "supported", LOCKED, (), IN_FORCE, "", id="conflicting"),
        pytest.param(REVIEW, "supported", "supported", LOCKED, (), IN_FORCE, "", id="passes-anyway"),
        pytest.param(REVIEW, "missing", "contradicted", LOCKED, (), IN_FORCE, "", id="debunk-without-evidence"),
        pytest.param(REVIEW, "contradicted", "supported", LOCKED, (), TOO_WEAK, "`accept` does not cover contradicted; only `override` does", id="contradicted"),
        pytest.param(REVIEW, "supported", "contradicted", LOCKED, (), TOO_WEAK, "`accept` does not cover supported; only `override` does", id="debunk-of-a-truth"),
        pytest.param(replace(REVIEW, decision="override"), "contradicted", "supported", replace(LOCKED, review=replace(REVIEW, decision="override")), (), IN_FORCE, "", id="override"),
        pytest.param(REVIEW, "missing", "supported", None, (), NOT_BOUND, "not bound: run `factcheck lock`", id="no-lock"),
        pytest.param(REVIEW, "missing", "supported", replace(LOCKED, review=None), (), NOT_BOUND, "not bound: run `factcheck lock`", id="locked-before-it-was-signed"),
        pytest.param(replace(REVIEW, decision="override"), "contradicted", "supported", LOCKED, (), NOT_BOUND, "it was changed since it was bound (accept by Jo Doe on 2024-01-11): run `factcheck lock`", id="strengthened-by-hand"),
        pytest.param(replace(REVIEW, until=AFTER), "missing", "supported", LOCKED, (), NOT_BOUND, "it was changed since it was bound (accept by Jo Doe on 2024-01-11): run `factcheck lock`", id="prolonged-by-hand"),
        pytest.param(REVIEW, "missing", "supported", LOCKED, GONE, OUTDATED, GONE[0].what, id="evidence-changed"),
        pytest.param(replace(REVIEW, until=BEFORE), "missing", "supported", LOCKED, (), EXPIRED, "it counted until 2024-01-11", id="over"),
        pytest.param(replace(REVIEW, until=TODAY), "missing", "supported", replace(LOCKED, review=replace(REVIEW, until=TODAY)), (), IN_FORCE, "", id="its-last-day"),
        pytest.param(replace(REVIEW, day=AFTER), "missing", "supported", LOCKED, (), NOT_YET, "it is dated 2024-01-13, and today is 2024-01-12", id="dated-tomorrow"),
    ],
)  # fmt: skip
def test_whether_it_counts(
    review: Review,
    verdict: str,
    expect: str,
    locked: LockEntry | None,
    changes: tuple[Drift, ...],
    state: SignOffState,
    why: str,
) -> None:
    claim = Claim("Words.", id="b", expect=Label(expect), review=review)
    found = sign_off_of(claim, review, verdict=Label(verdict), locked=locked, drift=changes, today=TODAY)
    assert (found.state, "; ".join(found.why)) == (state, why)


def test_an_expired_sign_off_says_what_changed_since() -> None:
    over = replace(REVIEW, until=BEFORE)
    found = sign_off_of(Claim("Words."), over, verdict=Label.MISSING, locked=LOCKED, drift=GONE, today=TODAY)
    assert found.why == ("it counted until 2024-01-11", GONE[0].what)


@pytest.mark.parametrize(
    ("claim", "locked", "until", "stale"),
    [
        pytest.param(Claim("W.", recheck_by=TODAY), None, TODAY, False, id="its-last-day"),
        pytest.param(Claim("W.", recheck_by=BEFORE), None, BEFORE, True, id="over"),
        pytest.param(Claim("W.", valid_for=90, as_of=BEFORE), None, date(2024, 4, 10), False, id="from-as-of"),
        pytest.param(Claim("W.", valid_for=1, as_of=date(2024, 1, 1), review=REVIEW), None, TODAY, False, id="from-the-later-of-as-of-and-review"),
        pytest.param(Claim("W.", valid_for=10, as_of=date(2024, 1, 1)), LOCKED, BEFORE, True, id="a-stated-day-goes-before-the-lock"),
        pytest.param(Claim("W.", valid_for=1), LOCKED, TODAY, False, id="from-the-lock"),
        pytest.param(Claim("W.", valid_for=30), None, None, True, id="nothing-to-count-from"),
        pytest.param(Claim("W.", valid_for=30, recheck_by=BEFORE), LOCKED, BEFORE, True, id="the-earlier-of-two-limits"),
        pytest.param(Claim("W.", valid_for=30, review=replace(REVIEW, day=AFTER)), None, None, True, id="a-review-of-tomorrow-says-nothing"),
    ],
)  # fmt: skip
def test_shelf_life(*, claim: Claim, locked: LockEntry | None, until: date | None, stale: bool) -> None:
    found = shelf_life(claim, locked=locked, today=TODAY)
    assert found
    assert (found.until, found.stale) == (until, stale)


def test_most_claims_have_no_end() -> None:
    assert shelf_life(Claim("W.", as_of=BEFORE, review=REVIEW), locked=LOCKED, today=TODAY) is None
    assert shelf_life(Claim("W.", as_of=BEFORE, valid_for=99999 * 365), locked=None, today=TODAY) is None
