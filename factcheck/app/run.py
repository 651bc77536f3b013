"""What a run over claim files finds, and how it ends: the lock settled, the gate decided, the reports written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.app.checker import versions
from factcheck.app.claims import configured_claim_files, missing_claim_folders
from factcheck.app.lock import (
    gone_entries,
    keep_others_out,
    lock_record,
    lock_versions,
    save_lock,
    see_unchanged,
    updated,
)
from factcheck.app.reports import wants_summary, write_reports, write_summary
from factcheck.domain.lock import LockUse
from factcheck.errors import FactcheckError
from factcheck.reports.gate import Decision, Gate, RunFacts, decide_gate

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from factcheck.domain.lock import Lock, Versions
    from factcheck.reports.findings import Findings
    from factcheck.settings import Settings


def settle_lock(found: Findings, settings: Settings, *, use: LockUse | None, lock: Lock | None) -> list[str]:
    """See which entries have lost their claims; write the lock if that was asked for.

    Args:
        found: Gets what the reports say of the lock.
        settings: Where the project's root is.
        use: As asked for.
        lock: As it was read when the run began.

    Returns:
        Lines that say what was written.

    Raises:
        FactcheckError: If the lock cannot be written, or is not the one any more that was read.
    """
    if lock is None and use is not LockUse.UPDATE:
        return []
    gone = gone_entries(
        lock, claims=found.expected or (), files=found.files.keys() - set(found.broken()), settings=settings
    )
    made_by = lock_versions(settings, model=found.model)
    found.lock = lock_record(lock, gone=gone, versions=made_by)
    if use is LockUse.UPDATE and (found.seen or gone):
        with keep_others_out(settings):
            see_unchanged(settings, lock)
            return _update_lock(found, settings, lock, gone=gone, made_by=made_by)
    return []


def _update_lock(
    found: Findings, settings: Settings, lock: Lock | None, *, gone: list[str], made_by: Versions
) -> list[str]:
    from factcheck.reports.standing import update_lines  # noqa: PLC0415  (start-up cost)

    everything = found.expected is not None and not found.faults and found.expected.keys() == found.results.keys()
    whole = everything and not _left_out(found, settings)
    changes = updated(lock, found.seen.values(), made_by=made_by, gone=gone, whole=whole)
    save_lock(settings, changes.lock)
    found.lock = lock_record(changes.lock, gone=[] if whole else gone, versions=made_by)
    return update_lines(changes)


def decide(found: Findings, settings: Settings, *, succeeded: bool) -> Gate:
    """Whether the run is a reason to publish.

    Args:
        found: What ran.
        settings: The configured folders.
        succeeded: Whether everything else in the run went well.
    """
    if found.expected is None:
        return Gate(Decision.PARTIAL, "the workers stopped early")
    lines = {line.nodeid or line.id: line for line in found.lines()}
    standings = {nodeid: line.standing for nodeid, line in lines.items()}
    reviews = {nodeid: standing["review"] for nodeid, standing in standings.items() if not standing["signed_off"]}
    lives = {nodeid: standing["shelf_life"] for nodeid, standing in standings.items()}
    return decide_gate(
        RunFacts(
            outcomes={nodeid: line.outcome for nodeid, line in lines.items()},
            expected=list(found.expected),
            left_out=_left_out(found, settings),
            broken=found.broken(),
            unreadable=[problem["path"] for problem in found.corpus_problems],
            signed_off=[nodeid for nodeid, line in lines.items() if line.by_sign_off],
            void={nodeid: review["state"] for nodeid, review in reviews.items() if review},
            drifted=[nodeid for nodeid, standing in standings.items() if standing["drift"]],
            gone=found.lock["gone"] if found.lock else (),
            stale=[nodeid for nodeid, life in lives.items() if life and life["stale"]],
            folders=[settings.shown(folder) for folder in settings.claims],
            missing_folders=missing_claim_folders(settings),
            configured=len(configured_claim_files(settings)),
            succeeded=succeeded,
        )
    )


def write(found: Findings, targets: Collection[tuple[str, Path]], *, today: str) -> tuple[list[str], bool]:
    """Write the reports that were asked for, and the job summary where one is read.

    Args:
        found: What ran.
        targets: Format and path of each report.
        today: The day of the run, an ISO date.

    Returns:
        Lines that say what was written or why not, and whether every report asked for was written.
    """
    summarised = wants_summary()
    if not (targets or summarised):
        return [], True
    run = found.record(today, versions())
    lines = []
    try:
        if summarised:
            write_summary(run)
    except FactcheckError as error:
        lines.append(f"warning: {error}")
    try:
        write_reports(targets, run)
    except FactcheckError as error:
        return [*lines, f"ERROR: {error}"], False
    lines += [f"{form} report: {path}" for form, path in targets]
    if any(form == "claimreview" for form, _ in targets):
        from factcheck.reports.claimreview_report import left_out  # noqa: PLC0415  (start-up cost)

        if why := left_out(run):
            lines.append(f"left out of claimreview: {why}")
    return lines, True


def _left_out(found: Findings, settings: Settings) -> list[str]:
    return [file for file in configured_claim_files(settings) if file not in found.files]
