"""`factcheck lock`: the claims of a project, or some of them, into the lock or held against it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.adapters import places, project
from factcheck.app.claims import configured_claim_files, find_claim, parse_claims
from factcheck.app.corpora import open_checker
from factcheck.app.lock import (
    gone_entries,
    keep_others_out,
    load_lock,
    lock_record,
    lock_versions,
    open_ledger,
    save_lock,
    see_unchanged,
    updated,
)
from factcheck.domain.lock import LockUse
from factcheck.errors import FactcheckError, SettingsError
from factcheck.reports.record import claim_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from factcheck.domain.claim import Claim
    from factcheck.domain.lock import LockChanges
    from factcheck.reports.record import ClaimLine
    from factcheck.reports.run_record import LockRecord
    from factcheck.settings import Settings

    Progress = Callable[[int, int], None]


@dataclass(slots=True)
class _Chosen:
    """Claims by node id, the files they came from, and which of them were named one by one."""

    claims: dict[str, Claim] = field(default_factory=dict)
    files: dict[str, tuple[str, ...]] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)


def lock_claims(names: Sequence[str], settings: Settings, *, progress: Progress | None = None) -> LockChanges:
    """Judge claims and write what they rest on into the lock.

    Args:
        names: Node ids, ids unique in the project, claim files or folders of them; none for the whole project.
        settings: Of the project.
        progress: Called while an index is built.

    Raises:
        FactcheckError: If something cannot be read: the lock, a claim, the corpus. Then nothing is written.
        ExceptionGroup: All faults of claim files at once.
    """
    with keep_others_out(settings):
        return _lock_claims(names, settings, progress)


def _lock_claims(names: Sequence[str], settings: Settings, progress: Progress | None) -> LockChanges:
    lock = load_lock(settings, LockUse.UPDATE)
    chosen = _choose(names, settings)
    checker = open_checker(settings, progress=progress)
    ledger = open_ledger(settings, checker.corpus, LockUse.UPDATE)
    kept = checker.look_up(list(chosen.claims.values()))
    for (nodeid, claim), text in zip(chosen.claims.items(), kept, strict=True):
        ledger.standing(claim, checker.verdict_text(claim, kept=text), nodeid=nodeid)
    gone = gone_entries(lock, claims=_all(chosen), files=chosen.files, settings=settings)
    versions = lock_versions(settings, model=checker.model_name(chosen.claims.values()))
    changes = updated(lock, ledger.seen.values(), made_by=versions, gone=gone, whole=not names, renew=chosen.named)
    see_unchanged(settings, lock)
    save_lock(settings, changes.lock)
    return changes


def check_lock(
    names: Sequence[str], settings: Settings, *, progress: Progress | None = None
) -> tuple[list[ClaimLine], LockRecord | None]:
    """Hold claims against the lock, as a run of pytest does, and write nothing.

    Raises:
        LockError: L001 if there is no lock.
        FactcheckError: If something else cannot be read.
        ExceptionGroup: All faults of claim files at once.
    """
    lock = load_lock(settings, LockUse.CHECK)
    chosen = _choose(names, settings)
    checker = open_checker(settings, progress=progress)
    ledger = open_ledger(settings, checker.corpus, LockUse.CHECK)
    kept = checker.look_up(list(chosen.claims.values()))
    lines = []
    for (nodeid, claim), text in zip(chosen.claims.items(), kept, strict=True):
        said = checker.verdict_text(claim, kept=text)
        lines.append(claim_line(claim, said, nodeid=nodeid, standing=ledger.standing(claim, said, nodeid=nodeid)))
    gone = gone_entries(lock, claims=_all(chosen), files=chosen.files, settings=settings)
    versions = lock_versions(settings, model=checker.model_name(chosen.claims.values()))
    return lines, lock_record(lock, gone=gone, versions=versions)


def _all(chosen: _Chosen) -> set[str]:
    return {nodeid for nodeids in chosen.files.values() for nodeid in nodeids}


def _choose(names: Sequence[str], settings: Settings) -> _Chosen:
    chosen = _Chosen()
    faults: list[Exception] = []
    for path in _files(names, settings):
        shown = settings.shown(path)
        try:
            found = {f"{shown}::{claim.id}": claim for claim in parse_claims(path, settings).claims}
        except ExceptionGroup as group:
            faults += group.exceptions
        except FactcheckError as error:
            faults.append(error)
        else:
            chosen.claims |= found
            chosen.files[shown] = tuple(found)
    if faults:
        raise ExceptionGroup("the claim files have faults", faults)
    for name in names:
        if not _is_path(name):
            claim, nodeid = find_claim(name, settings)
            chosen.claims[nodeid] = claim
            chosen.named.add(nodeid)
    if not chosen.claims:
        where = ", ".join(names) or ", ".join(settings.shown(folder) for folder in settings.claims)
        raise SettingsError(
            "S008", f"there are no claims in {where}", mend="name a folder of claim files, or write one"
        )
    return chosen


def _files(names: Sequence[str], settings: Settings) -> Iterable[Path]:
    if not names:
        yield from (settings.root / shown for shown in configured_claim_files(settings))
    for name in filter(_is_path, names):
        path = Path.cwd() / name
        yield from project.claim_files([path]) if places.is_folder(path) else [path]


def _is_path(name: str) -> bool:
    return places.is_there(Path.cwd() / name)
