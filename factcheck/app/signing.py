"""A person's sign-off: written into the claim file, and bound by the lock to the evidence of today."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.adapters import output, project
from factcheck.adapters.lockfile import LOCK_NAME
from factcheck.app.claims import find_claim
from factcheck.app.corpora import open_checker
from factcheck.app.lock import (
    Ledger,
    changed_meanwhile,
    keep_others_out,
    load_lock,
    lock_versions,
    save_lock,
    see_unchanged,
    source_days,
    source_texts,
    updated,
)
from factcheck.domain.claim import Review
from factcheck.domain.lock import Lock
from factcheck.errors import ReviewError
from factcheck.reports.record import claim_line
from factcheck.settings import day_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.reports.record import ClaimRecord
    from factcheck.settings import Settings


@dataclass(frozen=True, slots=True)
class Signed:
    """What `sign_claim` did."""

    nodeid: str
    record: ClaimRecord
    lock: str = LOCK_NAME


def review_of(decision: str, *, by: str, reason: str, until: str | None, settings: Settings) -> Review:
    """A review of today, as a user states it.

    Raises:
        ReviewError: R002 if the name or the reason is empty or not text, R003 if it would be over already.
        SettingsError: S006 if `until` is not a day.
    """
    for option, value in (("--by", by), ("--reason", reason)):
        if not value.strip() or not value.isprintable():
            mend = "write a name" if option == "--by" else "write in one line why you stand by the claim"
            raise ReviewError("R002", f"{option} {value!r} says nothing that could be read", mend=mend)
    last = day_of(until) if until else None
    if last and last < settings.today:
        what = f"the sign-off would end on {last}, before today ({settings.today})"
        raise ReviewError("R003", what, mend="give a later day to --until")
    return Review(decision, " ".join(by.split()), settings.today, last, " ".join(reason.split()))


def sign_claim(
    name: str, review: Review, settings: Settings, *, progress: Callable[[int, int], None] | None = None
) -> Signed:
    """Check a claim, write the sign-off into its file, and bind it in the lock to the evidence found.

    Args:
        name: Node id, or an id unique in the project.
        review: From `review_of`.
        settings: Of the project.
        progress: Called while an index is built.

    Raises:
        ReviewError: R001 if the file cannot be edited, R004 if the sources contradict the claim and the review only accepts.
        FactcheckError: If there is no such claim, no corpus, the lock cannot be read, or a file changed meanwhile. Nothing is written then.
    """
    with keep_others_out(settings):
        return _sign(name, review, settings, progress)


def _sign(name: str, review: Review, settings: Settings, progress: Callable[[int, int], None] | None) -> Signed:
    from factcheck.audits.sign_off import needs_override  # noqa: PLC0415  (start-up cost)
    from factcheck.claimfile.sign import sign  # noqa: PLC0415

    read = load_lock(settings, None)
    lock = read or Lock()
    claim, nodeid = find_claim(name, settings)
    shown = nodeid.rpartition("::")[0]
    path = settings.root / shown
    written = project.read_claim_file(path, shown=shown)
    edited = sign(written, claim, review, path=shown)
    checker = open_checker(settings, progress=progress)
    said = checker.verdict_text(claim, kept=checker.look_up([claim])[0])
    signed = replace(claim, review=review, written_id=True)
    before = replace(lock, entries={known: entry for known, entry in lock.entries.items() if known != nodeid})
    texts, days = source_texts(checker.corpus), source_days(checker.corpus)
    ledger = Ledger(before, settings.today, texts, days, updates=True, signs=True)
    standing = ledger.standing(signed, said, nodeid=nodeid)
    seen = ledger.seen[nodeid]
    if review.decision != "override" and needs_override(seen.now.verdict, expect=claim.expect):
        what = f"the sources say the opposite ({seen.now.verdict}), and --accept does not cover that"
        mend = f"read `factcheck explain {nodeid}`; sign with --override only if the sources are wrong"
        raise ReviewError("R004", what, where=claim.location, mend=mend)
    versions = lock_versions(settings, model=checker.model_name([claim]))
    changes = updated(before if lock.entries else None, [seen], made_by=versions, whole=False)
    see_unchanged(settings, read)
    if project.read_claim_file(path, shown=shown) != written:
        raise changed_meanwhile(shown)
    output.write_whole(path, edited)
    save_lock(settings, changes.lock)
    return Signed(nodeid, claim_line(signed, said, nodeid=nodeid, standing=standing).record())
