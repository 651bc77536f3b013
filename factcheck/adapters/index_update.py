"""One pass over the files of a corpus that changed, into the manifest and the engine of its index."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from typing import TYPE_CHECKING

from factcheck.adapters import files
from factcheck.adapters.agenda import Agenda, Task
from factcheck.adapters.beside import Beside
from factcheck.adapters.manifest import FileRow, Manifest, SourceRow, Versions
from factcheck.adapters.reader_table import ReaderTable
from factcheck.adapters.reading import Content, Job, Same, Text, name_for_ids, read_file
from factcheck.adapters.reading_apart import DIED, ReadingApart, processes_for, seconds_for
from factcheck.adapters.stored import corpus_digest
from factcheck.adapters.tantivy_index import PassageWriter, committed, take_over, wasted
from factcheck.domain.source import Problem, Status
from factcheck.errors import CorpusError
from factcheck.sources.metadata import day_in_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from factcheck.adapters.reading import Event
    from factcheck.domain.ports import Reader

    Progress = Callable[[int, int], None]

BATCH_CODE_POINTS = 20_000_000
"""Text after which the work done on a new index is made durable."""
MOST_WASTED = 0.2
"""Share of deleted windows from which the engine is filled again."""
_SHARED = " shared"
_OWN_ID = re.compile(rb"""^\s*id\s*:|["']id["']""", re.MULTILINE | re.IGNORECASE)


class Update:
    """Brings an index up to date. The caller holds its lock.

    Whatever is durable is whole: the manifest names an engine that nobody writes to any more. An index that is whole is refreshed in
    one transaction, so that until its end the old one can be read; a new one is made durable in batches, so that its making can go on
    after a kill.

    Args:
        folder: The corpus.
        place: The index.
        manifest: Its manifest, outside a transaction.
        readers: By suffix.
        versions: Of the code that does it.
        alone: Whether other processes may be doing the same at this moment, for an index of their own.
    """

    def __init__(
        self,
        folder: Path,
        place: Path,
        manifest: Manifest,
        readers: Mapping[str, Reader],
        versions: Versions,
        *,
        alone: bool = True,
    ) -> None:
        """Nothing is done before `run`."""
        self._folder = folder
        self._place = place
        self._manifest = manifest
        self._readers = readers
        self._versions = versions
        self._alone = alone
        self._engine: PassageWriter | None = None
        self._engine_name = ""
        self._unsaved = 0
        self._row = 0
        self._in_batches = False

    def run(
        self,
        walked: Iterable[tuple[files.Found, bool]],
        progress: Progress | None = None,
        *,
        engine_anew: bool = False,
    ) -> None:
        """Read what changed.

        Args:
            walked: Every file of the corpus, and whether it is one that the index is to hold.
            progress: Called with files done and files to do.
            engine_anew: Fill a new engine from the stored texts first.
        """
        manifest = self._manifest
        agenda = Agenda(manifest.connection, walked)
        self._beside = Beside(self._folder, agenda.sources_files(), agenda.paths())
        manifest.begin()
        try:
            self._in_batches = not manifest.get("digest")
            manifest.set("digest", "")
            self._row = manifest.next_row()
            self._check_engine(anew=engine_anew)
            agenda.compare(self._beside.named())
            agenda.plan(self._changes(agenda))
            self._take_notes(agenda)
            self._forget_gone(agenda)
            self._read_all(agenda, progress)
            self._finish()
        finally:
            manifest.end()
            if self._engine:
                self._engine.close()

    def _changes(self, agenda: Agenda) -> Iterator[tuple[str, bool, float]]:
        for task in agenda.every_task():
            item, known = task.item, task.known
            if known is None or known.stamp != item.stamp or not known.digest or not self._stands(task):
                same = known is not None and self._stands(task) and files.same_size(known.stamp, item.stamp)
                seconds = 0.0 if same else seconds_for(files.suffix_of(item.path), item.size)
                yield item.path, known is None, seconds

    def _stands(self, task: Task) -> bool:
        """Whether what was read of a file still holds, as far as its bytes are the same."""
        known = task.known
        return (
            known is not None
            and not known.clash
            and known.metadata == self._said(task)
            and known.reading == self._reading(task.item.path)
        )

    def _said(self, task: Task) -> str:
        """What other files say about a file, and whether one of them shares its name; as one digest."""
        return self._beside.digest(task.item.path) + (_SHARED if task.shared else "")

    def _reading(self, path: str) -> str:
        return self._versions.kinds.get(files.suffix_of(path), "")

    def _take_notes(self, agenda: Agenda) -> None:
        """What is wrong with the files that speak about others."""
        for item in agenda.sources_files():
            self._manifest.drop_problems(item.path)
            self._manifest.put_file(item.path, FileRow(item.stamp, "-", "", clash=False, reading=""))
            for problem in self._beside.problems(item.path):
                self._manifest.add_problem(item.path, problem)

    # -- files that are gone, or have another name ------------------------------------------------------------------

    def _forget_gone(self, agenda: Agenda) -> None:
        for task in agenda.new():
            if agenda.any_gone(task.item.size) and self._move(task, agenda):
                agenda.strike(task.item.path)
        for path in agenda.gone():
            self._delete_sources(self._manifest.sources_of(path))
            self._manifest.drop_file(path)

    def _move(self, task: Task, agenda: Agenda) -> bool:
        """Take a new file for one that is gone, if only its name is new; its text is not read again."""
        item = task.item
        try:
            data = files.read_bytes(self._folder, item)
        except (OSError, CorpusError):
            return False
        digest = hashlib.sha256(data).hexdigest()
        for old, row in agenda.gone_with(item.size, digest):
            if self._can_move(old, task, row, data):
                self._manifest.move(old, item.path, self._new_ids(old, task))
                self._manifest.put_file(item.path, row._replace(stamp=item.stamp))
                agenda.is_back(old)
                return True
        return False

    def _can_move(self, old: str, task: Task, row: FileRow, data: bytes) -> bool:
        """Whether nothing but the ids of its sources can depend on the name of a file."""
        new = task.item.path
        return (
            files.suffix_of(old) == files.suffix_of(new)
            and row.metadata == self._said(task)
            and row.reading == self._reading(new)
            and day_in_name(old) == day_in_name(new)
            and not _OWN_ID.search(data)
            and not self._manifest.has_problems(old)
            and all(self._manifest.find(name) is None for _, name in self._new_ids(old, task))
        )

    def _new_ids(self, old: str, task: Task) -> list[tuple[int, str]]:
        """Rows and new ids of the sources that were named for their file."""
        before, after = (files.stem_of(name_for_ids(path, shared=task.shared)) for path in (old, task.item.path))
        named = re.compile(rf"{re.escape(before)}(-\d+)?")
        return [
            (source.row, after + source.id[len(before) :])
            for source in self._manifest.sources_of(old)
            if named.fullmatch(source.id)
        ]

    # -- reading ----------------------------------------------------------------------------------------------------

    def _read_all(self, agenda: Agenda, progress: Progress | None) -> None:
        count, seconds = agenda.count()
        died = any(self._manifest.has_problems(task.item.path, DIED) for task in agenda.todo() if task.known)
        processes = processes_for(count, seconds if self._alone else 0.0, least=int(died))
        if processes and isinstance(self._readers, ReaderTable):
            with ReadingApart(self._jobs(agenda), folder=self._folder, readers=self._readers, count=processes) as apart:
                self._take_all(apart, count, progress)
        else:
            here = ((job, read_file(self._folder, job, self._readers)) for job in self._jobs(agenda))
            self._take_all(here, count, progress)
        if progress and count:
            progress(count, count)

    def _take_all(self, reading: Iterable[tuple[Job, Iterator[Event]]], count: int, progress: Progress | None) -> None:
        for done, (job, events) in enumerate(reading):
            if progress:
                progress(done, count)
            self._take(job, events)
            if self._in_batches and self._unsaved > BATCH_CODE_POINTS:
                self._save()
                self._manifest.begin()

    def _jobs(self, agenda: Agenda) -> Iterator[Job]:
        return (self._job(task) for task in agenda.todo())

    def _job(self, task: Task) -> Job:
        path = task.item.path
        earlier = self._manifest.sources_of(path) if task.known else []
        stands = self._stands(task)
        return Job(
            item=task.item,
            named=name_for_ids(path, shared=task.shared),
            metadata=self._said(task),
            facts=self._beside.facts(path),
            known=task.known,
            stands=stands,
            digests={source.id: source.digest for source in earlier},
            records=frozenset(source.record for source in earlier if source.record) if stands else frozenset(),
        )

    def _take(self, job: Job, events: Iterator[Event]) -> None:
        """Store what one file gives."""
        manifest, path = self._manifest, job.item.path
        known = manifest.file(path)
        earlier = {source.id: source for source in manifest.sources_of(path)}
        if known != job.known or job.digests != {source.id: source.digest for source in earlier.values()}:
            # Since the job was given out, another file took an id from this one.
            job = self._job(Task(job.item, job.named != path, known))
            events = read_file(self._folder, job, self._readers)
        content = next(events)
        assert isinstance(content, Content)  # noqa: S101
        row = FileRow(job.item.stamp, content.digest, job.metadata, clash=False, reading=self._reading(path))
        if job.stands and known and known.digest == content.digest:
            manifest.put_file(path, row)
            return
        manifest.drop_problems(path)
        manifest.put_file(path, row)
        kept = {source.record: source for source in earlier.values() if source.record} if job.stands else {}
        for event in events:
            if isinstance(event, Problem):
                manifest.add_problem(path, event)
            elif isinstance(event, Same):
                same = kept[event.record]
                earlier.pop(same.id, None)
                self._remark(path, same)
            elif isinstance(event, Text):
                self._put(path, event, earlier)
        self._delete_sources(list(earlier.values()))

    def _put(self, path: str, new: Text, earlier: dict[str, SourceRow]) -> None:
        """Store a source unless it is there already; of two with one id, the one whose path comes first stays."""
        manifest = self._manifest
        self._remark_source(path, new.id, new.status, new.language)
        same = earlier.pop(new.id, None)
        if same and same.digest == new.digest:
            if same.record != new.record:
                manifest.set_record(same.row, new.record)
            return
        if same:
            self._delete_sources([same])
        rival = manifest.find(new.id)
        if rival and rival.path <= path:
            self._clash(path, new.id, rival.path)
            return
        if rival:
            self._delete_sources([rival])
            self._clash(rival.path, new.id, path)
        terms = self._writer().add_windows(self._row, new.windows)
        stored = SourceRow(self._row, new.id, path, new.record, new.digest, new.passages, terms, new.head)
        manifest.add(stored, new.body)
        self._row += 1
        self._unsaved += new.size

    def _remark(self, path: str, kept: SourceRow) -> None:
        """Note again what is worth knowing about a source that was not read again."""
        if '"status"' in kept.head or '"language"' in kept.head:
            source, _ = self._manifest.text(kept.row)
            self._remark_source(path, source.id, source.status.value, source.language)

    def _remark_source(self, path: str, source_id: str, status: str, language: str) -> None:
        if status == Status.RETRACTED.value:
            self._note(path, "C110", f"the source {source_id} is retracted: it does not count")
        if language != "en":
            self._note(path, "C113", f"the source {source_id} is in another language ({language}): it is not judged")

    def _clash(self, path: str, source_id: str, winner: str) -> None:
        where = "twice in the file" if winner == path else f"also in {winner}"
        self._manifest.mark_clash(path)
        self._note(
            path, "C104", f"the id {source_id} stands {where}: this source is left out", "give one of them another id"
        )

    def _note(self, path: str, code: str, what: str, mend: str = "") -> None:
        self._manifest.add_problem(path, Problem(path, code, what, mend))

    def _delete_sources(self, rows: Iterable[SourceRow]) -> None:
        for source in rows:
            self._writer().delete(source.row)
            self._manifest.delete(source.row)

    # -- the engine -------------------------------------------------------------------------------------------------

    def _writer(self) -> PassageWriter:
        """Writes to an engine that takes over what the last commit holds; that one stays as it is until the next."""
        if self._engine is None:
            name = f"engine-{os.urandom(4).hex()}"
            if self._engine_name:
                take_over(self._place / self._engine_name, self._place / name)
            self._engine = PassageWriter(self._place / name)
            self._engine_name = name
        return self._engine

    def _check_engine(self, *, anew: bool) -> None:
        """Fill the engine again if it is damaged, of another version or commit than the manifest, or full of deleted windows."""
        manifest = self._manifest
        name = manifest.get("engine")
        engine = self._place / name
        same = manifest.get("terms") == self._versions.terms
        try:
            if not anew and same and committed(engine) == manifest.get("commit") and wasted(engine) <= MOST_WASTED:
                self._engine_name = name
                return
        except (OSError, ValueError, KeyError):
            pass
        manifest.set("terms", self._versions.terms)
        for row, title, text, slices in manifest.bodies():
            terms = self._writer().add(row, text, slices, title)
            if not same:
                manifest.set_terms(row, terms)
        self._writer()

    def _save(self) -> None:
        """Make everything durable: first an engine that nothing names yet, then the manifest that names it."""
        if self._engine:
            commit = self._engine.commit()
            self._engine.close()
            self._engine = None
            self._manifest.set("engine", self._engine_name)
            self._manifest.set("commit", commit)
        self._manifest.commit()
        self._unsaved = 0
        for other in self._place.glob("engine-*"):
            if other.name != self._engine_name:
                shutil.rmtree(other, ignore_errors=True)

    def _finish(self) -> None:
        manifest = self._manifest
        manifest.set("digest", corpus_digest(manifest.digests()))
        manifest.set("again", "again" if manifest.has_unread() else "")
        manifest.set("reading", self._versions.reading)
        self._save()
