"""One pass over the files of a corpus that changed, into the manifest and the engine of its index."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from typing import TYPE_CHECKING, cast

from factcheck.adapters import files
from factcheck.adapters.beside import Beside, as_problem, is_sources_file
from factcheck.adapters.manifest import FileRow, Manifest, SourceRow, Versions
from factcheck.adapters.stored import corpus_digest, digest_of, encode_body, encode_head, encode_slices
from factcheck.adapters.tantivy_index import PassageWriter, committed, wasted
from factcheck.domain.source import Problem, Source, Status
from factcheck.errors import CorpusError
from factcheck.sources.kinds import is_content
from factcheck.sources.metadata import day_in_name
from factcheck.sources.passages import cut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from factcheck.domain.ports import Reader, RecordReader

    Progress = Callable[[int, int], None]

BATCH_CODE_POINTS = 20_000_000
"""Text after which the work done is made durable."""
MOST_WASTED = 0.2
"""Share of deleted windows from which the engine is filled again."""
_OWN_ID = re.compile(rb"""^\s*id\s*:|["']id["']""", re.MULTILINE | re.IGNORECASE)


class Update:
    """Brings an index up to date. The caller holds its lock.

    Args:
        folder: The corpus.
        place: The index.
        manifest: Its manifest, outside a transaction.
        readers: By suffix.
        beside: What `sources.yaml` files say.
        versions: Of the code that does it.
    """

    def __init__(
        self,
        folder: Path,
        place: Path,
        manifest: Manifest,
        readers: Mapping[str, Reader],
        beside: Beside,
        versions: Versions,
    ) -> None:
        """Nothing is done before `run`."""
        self._folder = folder
        self._place = place
        self._manifest = manifest
        self._readers = readers
        self._beside = beside
        self._versions = versions
        self._engine: PassageWriter | None = None
        self._unsaved = 0
        self._row = 0
        self._reread = False

    def run(
        self, wanted: Sequence[files.Found], progress: Progress | None = None, *, engine_anew: bool = False
    ) -> None:
        """Read what changed.

        Args:
            wanted: The files that the index is to hold.
            progress: Called with files done and files to do.
            engine_anew: Fill a new engine from the stored texts first.
        """
        manifest = self._manifest
        manifest.begin()
        try:
            manifest.set("digest", "")
            self._row = manifest.next_row()
            self._check_engine(anew=engine_anew)
            self._reread = manifest.get("reading") != self._versions.reading
            known = manifest.files()
            changed = [item for item in wanted if self._is_changed(item, known.get(item.path))]
            gone = {path: known[path] for path in sorted(known.keys() - {item.path for item in wanted})}
            if gone and not self._reread:
                changed = [item for item in changed if item.path in known or not self._move(item, gone)]
            for path in gone:
                self._delete_sources(manifest.sources_of(path))
                manifest.drop_file(path)
            for done, item in enumerate(changed):
                if progress:
                    progress(done, len(changed))
                self._take(item, known.get(item.path))
                if self._unsaved > BATCH_CODE_POINTS:
                    self._save()
                    manifest.begin()
            self._finish()
            if progress and changed:
                progress(len(changed), len(changed))
        finally:
            manifest.end()
            if self._engine:
                self._engine.close()

    def _is_changed(self, item: files.Found, known: FileRow | None) -> bool:
        if is_sources_file(item):
            return True
        if known is None or known.stamp != item.stamp or known.clash or not known.digest:
            return True
        return known.metadata != self._beside.digest(item.path) or (
            self._reread and known.reading != self._versions.reading
        )

    # -- renamed files ----------------------------------------------------------------------------------------------

    def _move(self, item: files.Found, gone: dict[str, FileRow]) -> bool:
        """Take a new file for one that is gone, if only its name is new; its text is not read again."""
        same = [old for old, row in gone.items() if row.is_whole() and files.same_size(item.stamp, row.stamp)]
        if not same or is_sources_file(item):
            return False
        try:
            data = files.read_bytes(self._folder, item)
        except (OSError, CorpusError):
            return False
        digest = hashlib.sha256(data).hexdigest()
        for old in same:
            if gone[old].digest == digest and self._can_move(old, item.path, gone[old], data):
                self._manifest.move(old, item.path, self._new_ids(old, item.path))
                self._manifest.put_file(item.path, gone.pop(old)._replace(stamp=item.stamp))
                return True
        return False

    def _can_move(self, old: str, new: str, row: FileRow, data: bytes) -> bool:
        """Whether nothing but the ids of its sources can depend on the name of a file."""
        return (
            files.suffix_of(old) == files.suffix_of(new)
            and row.metadata == self._beside.digest(new)
            and day_in_name(old) == day_in_name(new)
            and not _OWN_ID.search(data)
            and not self._manifest.has_problems(old)
            and all(self._manifest.find(name) is None for _, name in self._new_ids(old, new))
        )

    def _new_ids(self, old: str, new: str) -> list[tuple[int, str]]:
        """Rows and new ids of the sources that were named for their file."""
        before, after = _stem(old), _stem(new)
        named = re.compile(rf"{re.escape(before)}(-\d+)?")
        return [
            (source.row, after + source.id[len(before) :])
            for source in self._manifest.sources_of(old)
            if named.fullmatch(source.id)
        ]

    # -- reading ----------------------------------------------------------------------------------------------------

    def _take(self, item: files.Found, known: FileRow | None) -> None:
        """Read one file, if its bytes or its metadata changed."""
        manifest = self._manifest
        metadata = self._beside.digest(item.path)
        row = FileRow(item.stamp, "-", metadata, clash=False, reading=self._versions.reading)
        if is_sources_file(item):
            manifest.drop_problems(item.path)
            manifest.put_file(item.path, row._replace(metadata=""))
            for problem in self._beside.problems(item.path):
                manifest.add_problem(item.path, problem)
            return
        try:
            data = files.read_bytes(self._folder, item)
        except OSError as error:
            self._refuse(item, row._replace(digest=""), files.unreadable(item.path, error))
            return
        except CorpusError as error:
            self._refuse(item, row, as_problem(item.path, error))
            return
        row = row._replace(digest=hashlib.sha256(data).hexdigest())
        sound = (
            known is not None
            and not known.clash
            and known.metadata == metadata
            and known.reading == self._versions.reading
        )
        if known and sound and known.digest == row.digest:
            manifest.put_file(item.path, row)
            return
        earlier = {source.id: source for source in manifest.sources_of(item.path)}
        manifest.drop_problems(item.path)
        manifest.put_file(item.path, row)
        self._compare_with_added(item.path, data, row.digest)
        kept = {source.record: source for source in earlier.values() if source.record} if sound else {}
        for record, source in self._read(item.path, data, kept):
            if source is None:
                same = kept[record]
                earlier.pop(same.id, None)
                self._remark(item.path, same)
            else:
                self._put(item.path, source, record, earlier)
        self._delete_sources(list(earlier.values()))

    def _compare_with_added(self, path: str, data: bytes, digest: str) -> None:
        sha256 = self._beside.stated(path, "sha256")
        if sha256 and digest != sha256 and not is_content(data, sha256):
            mend = "put the file back as it was; if the change is meant, delete `sha256` from its entry"
            self._note(path, "A019", "the file is not the one that was added: its SHA-256 is another", mend)

    def _read(self, path: str, data: bytes, kept: Mapping[bytes, SourceRow]) -> Iterator[tuple[bytes, Source | None]]:
        """The sources of a file, None for one that is as it was; what goes wrong is noted and ends the file, never the update."""
        found = 0
        try:
            reading = self._reading_of(path, data, kept)
        except Exception as error:  # see below
            self._fail(path, error)
            return
        while True:
            try:
                record, source = next(reading)
                if source is not None:
                    source = self._beside.apply(source, path)
            except StopIteration:
                break
            except Exception as error:  # a reader's fault must not stop the others: it is named, and the gate fails
                self._fail(path, error)
                return
            found += 1
            if source is not None and not _is_sound(source.id):
                mend = "give it a printable id of at most 500 characters"
                self._note(path, "C107", f"the source has no usable id: {source.id[:40]!r}", mend)
            else:
                yield record, source
        if not found:
            self._note(path, "C106", "the file holds no source", "look at what the file holds")

    def _reading_of(
        self, path: str, data: bytes, kept: Mapping[bytes, SourceRow]
    ) -> Iterator[tuple[bytes, Source | None]]:
        reader = self._readers[files.suffix_of(path)]
        data = self._beside.in_utf8(path, data)
        if not hasattr(reader, "read_new"):
            return ((b"", source) for source in reader.read(data, path=path))
        records = cast("RecordReader", reader)
        return records.read_new(data, path=path, known=kept)

    def _fail(self, path: str, error: Exception) -> None:
        if isinstance(error, ExceptionGroup):
            for inner in error.exceptions:
                self._fail(path, inner)
        elif isinstance(error, CorpusError):
            self._manifest.add_problem(path, as_problem(path, error))
        else:
            what = f"the reader failed: {type(error).__name__}: {error}"
            self._note(path, "C105", what, "convert the file to plain text, or take it out of the corpus")

    def _put(self, path: str, source: Source, record: bytes, earlier: dict[str, SourceRow]) -> None:
        """Store a source unless it is there already; of two with one id, the one whose path comes first stays."""
        manifest = self._manifest
        cuts = cut(source.text)
        if not cuts:
            self._note(path, "C106", "no text is left after cleaning", "look at what the file holds")
            return
        head, slices = encode_head(source), encode_slices(cuts)
        digest = digest_of(head, source.text, slices)
        self._remark_source(path, source.id, source.status.value, source.language)
        same = earlier.pop(source.id, None)
        if same and same.digest == digest:
            if same.record != record:
                manifest.set_record(same.row, record)
            return
        if same:
            self._delete_sources([same])
        rival = manifest.find(source.id)
        if rival and rival.path <= path:
            self._clash(path, source.id, rival.path)
            return
        if rival:
            self._delete_sources([rival])
            self._clash(rival.path, source.id, path)
        terms = self._writer().add(self._row, source.text, cuts, source.title)
        stored = SourceRow(self._row, source.id, path, record, digest, len(cuts), terms, head)
        manifest.add(stored, encode_body(source.text, slices))
        self._row += 1
        self._unsaved += len(source.text)

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

    def _refuse(self, item: files.Found, row: FileRow, problem: Problem) -> None:
        self._delete_sources(self._manifest.sources_of(item.path))
        self._manifest.drop_problems(item.path)
        self._manifest.put_file(item.path, row)
        self._manifest.add_problem(item.path, problem)

    def _delete_sources(self, rows: Iterable[SourceRow]) -> None:
        for source in rows:
            self._writer().delete(source.row)
            self._manifest.delete(source.row)

    # -- the engine -------------------------------------------------------------------------------------------------

    def _writer(self) -> PassageWriter:
        if self._engine is None:
            self._engine = PassageWriter(self._place / self._manifest.get("engine"))
        return self._engine

    def _check_engine(self, *, anew: bool) -> None:
        """Fill the engine again if it is damaged, of another version or commit than the manifest, or full of deleted windows."""
        manifest = self._manifest
        engine = self._place / manifest.get("engine")
        same = manifest.get("terms") == self._versions.terms
        try:
            if not anew and same and committed(engine) == manifest.get("commit") and wasted(engine) <= MOST_WASTED:
                return
        except (OSError, ValueError, KeyError):
            pass
        manifest.set("engine", f"engine-{os.urandom(4).hex()}")
        manifest.set("terms", self._versions.terms)
        for row, title, text, slices in manifest.bodies():
            terms = self._writer().add(row, text, slices, title)
            if not same:
                manifest.set_terms(row, terms)
        self._writer()

    def _save(self) -> None:
        if self._engine:
            self._manifest.set("commit", self._engine.commit())
        self._manifest.commit()
        self._unsaved = 0

    def _finish(self) -> None:
        manifest = self._manifest
        manifest.set("digest", corpus_digest(manifest.digests()))
        manifest.set("again", "again" if manifest.has_unread() else "")
        manifest.set("reading", self._versions.reading)
        self._save()
        current = manifest.get("engine")
        for other in self._place.glob("engine-*"):
            if other.name != current:
                shutil.rmtree(other, ignore_errors=True)


def _stem(path: str) -> str:
    return path.rpartition(".")[0] or path


def _is_sound(source_id: str) -> bool:
    return 0 < len(source_id) <= 500 and source_id.isprintable()
