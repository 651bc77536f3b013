"""The lock of a project: how claims stand against it, and bringing it up to date."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.adapters.alone import alone
from factcheck.adapters.lockfile import LOCK_NAME, read_lock, write_lock
from factcheck.app.checker import versions
from factcheck.domain.claim import ModelUse
from factcheck.domain.lock import Drift, DriftKind, Lock, LockChanges, LockUse, Seen, Standing
from factcheck.errors import CorpusError, Location, LockError
from factcheck.reports.record import verdict_text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from contextlib import AbstractContextManager
    from datetime import date
    from pathlib import Path

    from factcheck.adapters.corpus import Corpus
    from factcheck.domain.claim import Claim
    from factcheck.domain.lock import LockEntry, Versions
    from factcheck.domain.verdict import Verdict
    from factcheck.reports.run_record import LockRecord
    from factcheck.settings import Settings


@dataclass(slots=True)
class Ledger:
    """How each claim stands beside its verdict: against the lock, in the eyes of who signed it, and by the calendar.

    Attributes:
        lock: None when there is none, or when it is not looked at.
        updates: Whether the lock is being written: then claims are held against the entries that it will have.
        text_of: The cleaned text of a source by id; None if there is no such source.
        day_of: The last day on which a source is known to have changed, by its id; None if nobody says.
        signs: Whether somebody signs now, looking at the evidence: then no evidence is too new.
        seen: The claims as they are, with their drift, when the lock is being written.
    """

    lock: Lock | None
    today: date
    text_of: Callable[[str], str | None]
    day_of: Callable[[str], date | None]
    updates: bool = False
    signs: bool = False
    seen: dict[str, Seen] = field(default_factory=dict)

    def standing(self, claim: Claim, said: str, *, nodeid: str) -> Standing | None:
        """How a claim stands; None when there is nothing to say beyond its verdict.

        Args:
            claim: With its policy after inheritance.
            said: Its verdict, from `Checker.verdict_text`.
            nodeid: The name of its entry.
        """
        stated = (claim.review, claim.valid_for, claim.recheck_by)
        if self.lock is None and not self.updates and stated == (None, None, None):
            return None
        from factcheck.audits.drift import drift  # noqa: PLC0415  (start-up cost)
        from factcheck.audits.locking import entry_of, relocked  # noqa: PLC0415
        from factcheck.audits.sign_off import shelf_life, sign_off_of, unseen  # noqa: PLC0415

        now = entry_of(claim, json.loads(said), nodeid=nodeid, day=self.today)
        locked = self.lock.entries.get(nodeid) if self.lock else None
        changes = drift(locked, now, text_of=self.text_of) if locked else ()
        newer: tuple[str, ...] = ()
        if claim.review and not self.signs and claim.review != (locked.review if locked else None):
            newer = unseen(claim.review, now, day_of=self.day_of)
        if self.updates:
            now = replace(now, review=None) if newer else now
            self.seen[nodeid] = Seen(now, changes, newer)
            kept = relocked(locked, now, changes)
            changes = changes if kept is locked else ()
            locked = kept
        sign_off = None
        if claim.review:
            sign_off = sign_off_of(
                claim,
                claim.review,
                verdict=now.verdict,
                locked=locked,
                drift=changes,
                today=self.today,
                newer=newer,
            )
        return Standing(
            locked=locked is not None if self.lock or self.updates else None,
            drift=changes,
            sign_off=sign_off,
            shelf_life=shelf_life(claim, locked=locked, today=self.today),
        )


def lock_path(settings: Settings) -> Path:
    """Where the project keeps its lock."""
    return settings.root / LOCK_NAME


def load_lock(settings: Settings, use: LockUse | None) -> Lock | None:
    """The lock, if there is one to look at.

    Args:
        settings: Where the project's root is.
        use: As asked for; None checks a lock if there is one.

    Raises:
        LockError: If it cannot be read; L001 if it is asked for and not there.
    """
    if use is LockUse.OFF:
        return None
    text = read_lock(lock_path(settings))
    if text is None:
        if use is LockUse.CHECK:
            what = "there is no lock to check against"
            raise LockError("L001", what, where=Location(LOCK_NAME), mend="write one with `factcheck lock`")
        return None
    from factcheck.audits.lock_reader import parse  # noqa: PLC0415  (start-up cost)

    return parse(text, path=LOCK_NAME)


def seen_as_text(seen: Seen) -> str:
    """What was seen of a claim, for another process."""
    from factcheck.audits.lock_text import write_entry  # noqa: PLC0415  (start-up cost)

    drift = [[item.kind, item.what, item.source] for item in seen.drift]
    return json.dumps([write_entry(seen.now), drift, seen.newer])


def seen_from_text(text: str) -> Seen:
    """What another process saw, from `seen_as_text`."""
    from factcheck.audits.lock_reader import parse_entry  # noqa: PLC0415  (start-up cost)

    block, changes, newer = json.loads(text)
    drift = tuple(Drift(DriftKind(kind), what, source) for kind, what, source in changes)
    return Seen(parse_entry(block), drift, tuple(newer))


def open_ledger(settings: Settings, corpus: Corpus, use: LockUse | None) -> Ledger:
    """What claims are held against.

    Raises:
        LockError: As `load_lock`.
    """
    lock = load_lock(settings, use)
    return Ledger(lock, settings.today, source_texts(corpus), source_days(corpus), updates=use is LockUse.UPDATE)


def standing_of(verdict: Verdict, nodeid: str, settings: Settings, corpus: Corpus) -> Standing | None:
    """How one claim stands beside its verdict.

    Raises:
        LockError: If there is a lock and it cannot be read.
    """
    return open_ledger(settings, corpus, None).standing(verdict.claim, verdict_text(verdict), nodeid=nodeid)


def source_texts(corpus: Corpus) -> Callable[[str], str | None]:
    """The cleaned text of a source by its id, None if there is no such source."""

    def text_of(source_id: str) -> str | None:
        try:
            return corpus.source(source_id).text
        except CorpusError:
            return None

    return text_of


def source_days(corpus: Corpus) -> Callable[[str], date | None]:
    """The last day on which a source is known to have changed, by its id: published, changed, or else fetched."""

    def day_of(source_id: str) -> date | None:
        try:
            source = corpus.source(source_id)
        except CorpusError:
            return None
        stated = [day for day in (source.published, source.modified) if day]
        return max(stated, default=source.retrieved)

    return day_of


def gone_entries(
    lock: Lock | None, *, claims: Collection[str], files: Collection[str], settings: Settings
) -> list[str]:
    """Node ids of entries whose claims no longer exist.

    Args:
        lock: To look through.
        claims: Every claim of the files that were read.
        files: The files that were read. An entry of another file is gone only if that file is.
        settings: Where the project's root is.
    """
    if lock is None:
        return []
    missing: dict[str, bool] = {}
    gone = []
    for nodeid in lock.entries:
        file = nodeid.rpartition("::")[0]
        if file not in missing:
            missing[file] = file in files or not (settings.root / file).is_file()
        if missing[file] and nodeid not in claims:
            gone.append(nodeid)
    return sorted(gone)


def lock_record(lock: Lock | None, *, gone: list[str], versions: Versions) -> LockRecord | None:
    """What the reports say about the lock."""
    if lock is None:
        return None
    return {"path": LOCK_NAME, "entries": len(lock.entries), "gone": gone, "versions": other_versions(lock, versions)}


def other_versions(lock: Lock, versions: Versions) -> list[str]:
    """In words: what judges now with another version than when the lock was written."""
    was = dict(lock.versions)
    return [f"{name} was {was.get(name, 'not there')}, is {now}" for name, now in versions if was.get(name) != now]


def lock_versions(settings: Settings, *, model: str | None) -> Versions:
    """What has a hand in the verdicts of a run: distributions, third-party parts, the model.

    Args:
        settings: Which parts the project names.
        model: The model that was asked; None when no claim of the run allowed one, so that nothing is said about it.
    """
    from factcheck.adapters.entry_points import version  # noqa: PLC0415
    from factcheck.adapters.reader_table import extractor_versions  # noqa: PLC0415  (start-up cost)

    found = versions() | extractor_versions()
    found |= {name: version("factcheck.readers", name) for name in settings.readers}
    found |= {name: version("factcheck.matchers", name) for name in settings.matchers}
    if model or settings.model == ModelUse.OFF:
        found["model"] = model or ModelUse.OFF.value
    return tuple(sorted(found.items()))


def updated(
    lock: Lock | None,
    seen: Iterable[Seen],
    *,
    made_by: Versions,
    gone: Sequence[str] = (),
    whole: bool = True,
    renew: Collection[str] = (),
) -> LockChanges:
    """The lock with the claims that were seen.

    Args:
        lock: As it stands; None for a new one.
        seen: The claims that ran.
        made_by: Versions of what judged them.
        gone: Entries of claims that no longer exist.
        whole: Whether every claim of the project ran: then what is gone is removed, and the head is written anew.
            Otherwise every other entry stays as it is.
        renew: Claims that somebody named one by one: they get today's day even where nothing changed.
    """
    from factcheck.audits.locking import binding, is_held, relocked  # noqa: PLC0415  (start-up cost)

    before = lock.entries if lock else {}
    entries = {nodeid: entry for nodeid, entry in before.items() if not (whole and nodeid in gone)}
    head = made_by if whole or lock is None else lock.versions
    unchanged = 0
    added: dict[str, tuple[str, ...]] = {}
    changed: dict[str, tuple[str, ...]] = {}
    held: dict[str, tuple[str, ...]] = {}
    bound: dict[str, tuple[str, ...]] = {}
    unbound: dict[str, tuple[str, ...]] = {}
    for item in seen:
        nodeid = item.now.nodeid
        old = before.get(nodeid)
        words = tuple(change.what for change in item.drift)
        entry = item.now if nodeid in renew else relocked(old, item.now, item.drift)
        own = None if _same(head, made_by) else made_by
        if old and lock and is_held(old, item.now, item.drift):
            held[nodeid] = words
            entry, own = old, old.versions or (None if head == lock.versions else lock.versions)
        elif old is None:
            added[nodeid] = (entry.verdict.value,)
        elif entry == replace(old, versions=None):
            unchanged += 1
            own = None if whole else old.versions
        else:
            changed[nodeid] = words or (_what_else(old, entry),)
        if item.newer:
            unbound[nodeid] = item.newer
        if entry.review and entry.review != (old.review if old else None):
            bound[nodeid] = binding(entry.review, entry)
        entries[nodeid] = replace(entry, versions=own)
    return LockChanges(
        added=dict(sorted(added.items())),
        changed=dict(sorted(changed.items())),
        held=dict(sorted(held.items())),
        bound=dict(sorted(bound.items())),
        unbound=dict(sorted(unbound.items())),
        unchanged=unchanged,
        gone=tuple(sorted(gone)),
        whole=whole,
        lock=Lock(head, entries),
    )


def _same(head: Versions, versions: Versions) -> bool:
    """Whether these versions are those of the head, as far as they say anything (a run without a model is silent on it)."""
    return {**dict(head), **dict(versions)} == dict(head)


def _what_else(old: LockEntry, new: LockEntry) -> str:
    """A change that is no drift, in words."""
    if old.review != new.review:
        if new.review is None:
            return "the sign-off was taken back"
        return "signed off anew" if old.review else "signed off"
    if old.quotes != new.quotes or old.origins != new.origins:
        return "further evidence"
    return "looked at again"


def keep_others_out(settings: Settings) -> AbstractContextManager[None]:
    """Around reading the lock, judging, and writing the lock."""
    return alone(settings.root, "lock")


def see_unchanged(settings: Settings, lock: Lock | None) -> None:
    """Make sure that the lock is still the one that was read: somebody else's change is never written over.

    Raises:
        LockError: L020 if it changed meanwhile.
    """
    if load_lock(settings, LockUse.UPDATE) != lock:
        raise changed_meanwhile(LOCK_NAME)


def changed_meanwhile(shown: str) -> LockError:
    """The fault of a file that somebody else wrote since it was read."""
    return LockError("L020", "changed meanwhile, nothing was written", where=Location(shown), mend="do it again")


def save_lock(settings: Settings, lock: Lock) -> None:
    """Write the lock.

    Raises:
        SettingsError: S005 if it cannot be written.
    """
    from factcheck.audits.lock_text import write  # noqa: PLC0415  (start-up cost)

    write_lock(lock_path(settings), write(lock))
