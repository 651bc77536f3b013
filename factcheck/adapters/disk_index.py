"""The index of a corpus folder under `.factcheck/`: found current, brought up to date, or built, by one process at a time.

What is durable after each batch: first the engine's commit, then one SQLite transaction that names it. A process killed
between the two leaves a manifest that names an older commit; the engine is then filled again from the manifest's texts.
"""

from __future__ import annotations

import errno
import hashlib
import os
import sqlite3
import weakref
import zlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.adapters import files
from factcheck.adapters.manifest import FileRow, Manifest, SourceRow, content_digest, corpus_digest, encode_head
from factcheck.domain.source import Problem, Status
from factcheck.errors import CorpusError, Location
from factcheck.retrieval.feedback import FEW, LOOK_AT, widen
from factcheck.retrieval.ranking import rank, weights
from factcheck.sources.kinds import is_content

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from factcheck.adapters.tantivy_index import PassageSearcher, PassageWriter
    from factcheck.domain.ports import Query, Reader
    from factcheck.domain.source import Passage, Source

    Progress = Callable[[int, int], None]

_FORMAT = "1"
_CODE = (
    "sources/*.py",
    "adapters/readers/*.py",
    "adapters/manifest.py",
    "adapters/tantivy_index.py",
    "retrieval/tokens.py",
)
_CODE_BELOW = ("domain/source.py", "text/words.py", "text/sentences.py", "yamltext/*.py")
_BATCH_CODE_POINTS = 40_000_000
_MOST_WASTED = 0.2
_SOURCES_FILES = frozenset({"sources.yaml", "sources.yml"})
NOTES = frozenset({"C110", "C111", "C112", "C113", "C130", "C131", "C132"})
"""Codes of what is only worth knowing: the gate does not fail for them."""


class _Beside:
    """What `sources.yaml` files say about the files beside and below them; the nearest one wins."""

    def __init__(self, folder: Path, found: Sequence[files.Found]) -> None:
        from factcheck.sources.metadata import apply_metadata, read_sources_file  # noqa: PLC0415  (start-up cost)

        self._apply = apply_metadata
        self._metadata: dict[str, dict[str, Any]] = {}
        self._faults: dict[str, list[Problem]] = {}
        paths = {item.path for item in found}
        for item in sorted(filter(_is_sources_file, found), key=lambda item: (item.path.count("/"), item.path)):
            try:
                read = read_sources_file(files.read_bytes(folder, item), path=item.path, files=paths)
            except OSError as error:
                self._faults[item.path] = [files.unreadable(item.path, error)]
            except CorpusError as error:
                self._faults[item.path] = [_as_problem(item.path, error)]
            else:
                self._faults[item.path] = [_as_problem(item.path, fault) for fault in read.faults]
                for path, metadata in read.entries.items():
                    self._metadata.setdefault(path, {}).update(metadata)

    def digest(self, path: str) -> str:
        """Changes when something else is said about a file; empty when nothing is."""
        metadata = self._metadata.get(path)
        return hashlib.sha256(repr(sorted(metadata.items())).encode()).hexdigest() if metadata else ""

    def apply(self, source: Source, path: str) -> Source:
        """A source of a file with what is said about it."""
        metadata = self._metadata.get(path)
        return self._apply(source, metadata) if metadata else source

    def stated(self, path: str, key: str) -> str:
        """One fact about a file; empty when it is not stated."""
        return str(self._metadata.get(path, {}).get(key, ""))

    def in_utf8(self, path: str, data: bytes) -> bytes:
        """The content of a file, decoded as is said about it."""
        charset = self._metadata.get(path, {}).get("charset")
        if not charset:
            return data
        from factcheck.adapters.readers.charsets import in_utf8  # noqa: PLC0415  (rarely needed)

        return in_utf8(data, charset, path=path)

    def problems(self, path: str) -> list[Problem]:
        """The faults of one `sources.yaml`."""
        return self._faults[path]


class DiskIndex:
    """One corpus folder with its index.

    Args:
        folder: The corpus: a folder, or a single file.
        root: The folder in which `.factcheck/` is kept.
        readers: By suffix, with the dot, in lower case.
        variant: What else the index depends on, such as versions of third-party readers.
        progress: Called with files done and files to do while the index is brought up to date.

    Raises:
        CorpusError: C001 if the corpus does not exist, C002 if it holds no readable source, C020 if the disk is full.
    """

    def __init__(
        self,
        folder: Path,
        *,
        root: Path,
        readers: Mapping[str, Reader],
        variant: str = "",
        progress: Progress | None = None,
    ) -> None:
        """Look at every file's times and sizes; read only what changed."""
        self._folder = folder
        self._readers = readers
        self._progress = progress
        self._notes: list[Problem] = []
        self._searcher: PassageSearcher | None = None
        wanted = self._walk_again()
        self._place = self._find_place(root, variant)
        self._refresh(wanted)
        if not self.counts()[0]:
            raise _nothing_readable(folder, self.problems())

    # -- reading ----------------------------------------------------------------------------------------------------

    @property
    def digest(self) -> str:
        """Changes exactly when a source, its metadata or the way it is cut into passages changes."""
        return self._digest

    def counts(self) -> tuple[int, int]:
        """How many sources and how many passages there are."""
        return self._manifest.counts()

    def sources(self) -> Iterator[Source]:
        """Every source, in the order of ids."""
        return self._manifest.sources()

    def source(self, source_id: str) -> Source | None:
        """The source with this id."""
        found = self._manifest.find(source_id)
        return self._manifest.source(found.row) if found else None

    def problems(self) -> list[Problem]:
        """What could not be read."""
        return sorted(
            {*self._walk.problems, *(item for item in self._manifest.problems() if item.code not in NOTES)},
            key=lambda item: (item.path, item.code, item.what),
        )

    def notes(self) -> list[Problem]:
        """What is worth knowing about the corpus without being a fault."""
        return [*self._notes, *(item for item in self._manifest.problems() if item.code in NOTES), *self._ignored]

    def search(self, query: Query, *, limit: int) -> list[Passage]:
        """The best passages, best first; ties in the order of source id and offset."""
        try:
            return self._search(query, limit)
        except (sqlite3.DatabaseError, zlib.error, ValueError, OSError, KeyError):
            self._mend()
            return self._search(query, limit)

    def _search(self, query: Query, limit: int) -> list[Passage]:
        searcher = self._open_searcher()
        if self._passages <= FEW:
            return self._ranked(searcher, query, limit)
        first = self._ranked(searcher, query, LOOK_AT)
        others = self._ranked(searcher, widen(query, first, searcher.rarity), limit)
        return [*first, *(passage for passage in others if passage not in first)][:limit]

    def _ranked(self, searcher: PassageSearcher, query: Query, limit: int) -> list[Passage]:
        found = [self._manifest.passage(row, at) for row, at in searcher.search(query, limit=limit)]
        return rank(found, weights(query, searcher.rarity), mean_length=self._mean_length)[:limit]

    def _open_searcher(self) -> PassageSearcher:
        if self._searcher is None:
            from factcheck.adapters.tantivy_index import PassageSearcher, committed  # noqa: PLC0415  (start-up cost)

            engine = self._place / self._manifest.get("engine")
            before = committed(engine)
            searcher = PassageSearcher(engine)
            if not before == committed(engine) == self._manifest.get("commit"):
                raise ValueError("the engine is at another commit than the manifest")
            self._searcher = searcher
            self._passages, self._mean_length = self._manifest.counts()[1], self._manifest.mean_length()
        return self._searcher

    def _mend(self) -> None:
        """Open the index again after another process changed it, or build it afresh if something damaged it."""
        self._searcher = None
        failed = self._state()
        self._manifest.close()
        wanted = self._walk_again()
        with files.locked(self._place.parent / "lock"):
            current = self._is_current(wanted)
            if failed is None or (current and self._state() == failed):
                _remove(self._place)
                current = False
            if not current:
                self._update(wanted)
        if self._manifest.get("digest") != self._digest:
            what = "the corpus changed while it was being searched"
            raise CorpusError("C021", what, where=Location(self._folder.as_posix()), mend="run again")

    def _state(self) -> tuple[str, str] | None:
        """Which commit of which engine the manifest names; None if it cannot be read."""
        try:
            return self._manifest.get("engine"), self._manifest.get("commit")
        except sqlite3.DatabaseError:
            return None

    # -- finding the place and the lock -----------------------------------------------------------------------------

    def _find_place(self, root: Path, variant: str) -> Path:
        name = hashlib.sha256(self._folder.resolve().as_posix().encode("utf-8", "surrogateescape")).hexdigest()[:12]
        code = hashlib.sha256(_FORMAT.encode())
        code.update(files.code_digest(*_CODE, *_CODE_BELOW).encode())
        code.update(f"{sorted(self._readers)} {variant}".encode())
        try:
            place = files.state_folder(root) / f"corpus-{name}"
            place.mkdir(exist_ok=True)
            (place / "lock").touch()
        except OSError as error:
            if error.errno == errno.ENOSPC:
                raise _disk_full(root) from error
            reason = (error.strerror or str(error)).lower()
            what = f"cannot be written ({reason}): the index is kept in a temporary folder, for this run only"
            self._notes.append(Problem(f"{root.as_posix()}/.factcheck", "C112", what))
            import tempfile  # noqa: PLC0415  (start-up cost)

            place = Path(tempfile.mkdtemp(prefix="factcheck-"))
            weakref.finalize(self, _remove, place)
            (place / "lock").touch()
        return place / code.hexdigest()[:12]

    def _refresh(self, wanted: Sequence[files.Found]) -> None:
        if not self._is_current(wanted):
            with files.locked(self._place.parent / "lock"):
                if not self._is_current(wanted):
                    self._update(wanted)
                    self._drop_old_versions()
        self._digest = self._manifest.get("digest")

    def _walk_again(self) -> list[files.Found]:
        self._walk = files.walk(self._folder)
        wanted, self._ignored = self._sort_out(self._walk.files)
        return wanted

    def _sort_out(self, found: Sequence[files.Found]) -> tuple[list[files.Found], list[Problem]]:
        """The files that are read, and a note for each other kind of file."""
        wanted = []
        ignored: dict[str, list[str]] = {}
        for item in found:
            name = item.path.rpartition("/")[2]
            if _suffix(name) in self._readers or _is_sources_file(item):
                wanted.append(item)
            else:
                ignored.setdefault(Path(name).suffix.lower(), []).append(item.path)
        notes = []
        for suffix, paths in sorted(ignored.items()):
            more = f", nor are {len(paths) - 1} more such files" if len(paths) > 1 else ""
            kind = f"files ending in {suffix}" if suffix else "files without an ending"
            mend = f"known endings: {' '.join(sorted(self._readers))}"
            notes.append(Problem(paths[0], "C111", f"not read, since {kind} are not known{more}", mend))
        return wanted, notes

    def _is_current(self, wanted: Sequence[files.Found]) -> bool:
        """Open the manifest and keep it open, if it is the manifest of just these files."""
        path = self._place / "manifest.sqlite"
        if not path.exists():
            return False
        try:
            manifest = Manifest(path)
        except sqlite3.DatabaseError:
            return False
        try:
            manifest.begin()
            current = bool(manifest.get("digest")) and not manifest.get("again")
            if current and manifest.stamps() == {item.path: item.stamp for item in wanted}:
                self._manifest = manifest
                return True
        except sqlite3.DatabaseError:
            pass
        manifest.close()
        return False

    def _update(self, wanted: Sequence[files.Found]) -> None:
        """Bring the index up to date; start afresh if it is damaged."""
        try:
            try:
                self._update_once(wanted)
            except (sqlite3.DatabaseError, zlib.error, ValueError, OSError, KeyError) as error:
                if _is_full(error):
                    raise
                _remove(self._place)
                self._update_once(wanted)
        except (sqlite3.DatabaseError, ValueError, OSError) as error:
            if _is_full(error):
                raise _disk_full(self._place) from error
            raise CorpusError(
                "C022",
                f"the index cannot be written: {error}",
                where=Location(self._place.as_posix()),
                mend="delete the folder `.factcheck` and run again",
            ) from error

    def _update_once(self, wanted: Sequence[files.Found]) -> None:
        self._place.mkdir(exist_ok=True)
        manifest = Manifest(self._place / "manifest.sqlite")
        try:
            beside = _Beside(self._folder, self._walk.files)
            _Update(self._folder, self._place, manifest, self._readers, beside).run(wanted, self._progress)
            manifest.tidy()
            manifest.begin()
        except BaseException:
            manifest.close()
            raise
        self._manifest = manifest

    def _drop_old_versions(self) -> None:
        for other in self._place.parent.iterdir():
            if other.is_dir() and other != self._place:
                _remove(other)


class _Update:
    """One pass over the files that changed. The caller holds the lock."""

    def __init__(
        self, folder: Path, place: Path, manifest: Manifest, readers: Mapping[str, Reader], beside: _Beside
    ) -> None:
        from factcheck.sources.passages import passages  # noqa: PLC0415  (start-up cost)

        self._folder = folder
        self._place = place
        self._manifest = manifest
        self._readers = readers
        self._beside = beside
        self._cut = passages
        self._engine: PassageWriter | None = None
        self._unsaved = 0

    def run(self, wanted: Sequence[files.Found], progress: Progress | None) -> None:
        manifest = self._manifest
        manifest.begin()
        try:
            manifest.set("digest", "")
            self._check_engine()
            known = manifest.files()
            present = {item.path for item in wanted}
            gone = sorted(known.keys() - present)
            changed = [item for item in wanted if self._is_changed(item, known.get(item.path))]
            for path in gone:
                self._delete_sources(manifest.sources_of(path))
                manifest.drop_file(path)
            for done, item in enumerate(changed):
                if progress:
                    progress(done, len(changed))
                self._take(item, known.get(item.path))
                if self._unsaved > _BATCH_CODE_POINTS:
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
        if _is_sources_file(item):
            return True
        if known is None or known.stamp != item.stamp or known.clash or not known.digest:
            return True
        return known.metadata != self._beside.digest(item.path)

    def _take(self, item: files.Found, known: FileRow | None) -> None:
        """Read one file, if its bytes or its metadata changed."""
        manifest = self._manifest
        if _is_sources_file(item):
            manifest.drop_problems(item.path)
            manifest.put_file(item.path, FileRow(item.stamp, "-", "", clash=False))
            for problem in self._beside.problems(item.path):
                manifest.add_problem(item.path, problem)
            return
        metadata = self._beside.digest(item.path)
        try:
            data = files.read_bytes(self._folder, item)
        except OSError as error:
            self._refuse(item, FileRow(item.stamp, "", metadata, clash=False), files.unreadable(item.path, error))
            return
        except CorpusError as error:
            self._refuse(item, FileRow(item.stamp, "-", metadata, clash=False), _as_problem(item.path, error))
            return
        digest = hashlib.sha256(data).hexdigest()
        row = FileRow(item.stamp, digest, metadata, clash=False)
        if known and not known.clash and (known.digest, known.metadata) == (digest, metadata):
            manifest.put_file(item.path, row)
            return
        manifest.drop_problems(item.path)
        manifest.put_file(item.path, row)
        sha256 = self._beside.stated(item.path, "sha256")
        if sha256 and digest != sha256 and not is_content(data, sha256):
            mend = "put the file back as it was; if the change is meant, delete `sha256` from its entry"
            self._note(item.path, "A019", "the file is not the one that was added: its SHA-256 is another", mend)
        earlier = {source.id: source for source in manifest.sources_of(item.path)}
        for source, passages in self._read(item.path, data):
            self._put(item.path, source, passages, earlier)
        self._delete_sources(list(earlier.values()))

    def _read(self, path: str, data: bytes) -> Iterator[tuple[Source, list[Passage]]]:
        """The sources of a file with their passages; what goes wrong is noted and ends the file, never the update."""
        found = 0
        try:
            reading = iter(self._readers[_suffix(path)].read(self._beside.in_utf8(path, data), path=path))
        except Exception as error:  # see below
            self._fail(path, error)
            return
        while True:
            try:
                source = self._beside.apply(next(reading), path)
                passages = self._cut(source)
            except StopIteration:
                break
            except Exception as error:  # a reader's fault must not stop the others: it is named, and the gate fails
                self._fail(path, error)
                return
            found += 1
            if not _is_sound(source.id):
                mend = "give it a printable id of at most 500 characters"
                self._note(path, "C107", f"the source has no usable id: {source.id[:40]!r}", mend)
            elif not passages:
                self._note(path, "C106", "no text is left after cleaning", "look at what the file holds")
            else:
                yield replace(source, path=path), passages
        if not found:
            self._note(path, "C106", "the file holds no source", "look at what the file holds")

    def _fail(self, path: str, error: Exception) -> None:
        if isinstance(error, ExceptionGroup):
            for inner in error.exceptions:
                self._fail(path, inner)
        elif isinstance(error, CorpusError):
            self._manifest.add_problem(path, _as_problem(path, error))
        else:
            what = f"the reader failed: {type(error).__name__}: {error}"
            self._note(path, "C105", what, "convert the file to plain text, or take it out of the corpus")

    def _put(self, path: str, source: Source, passages: list[Passage], earlier: dict[str, SourceRow]) -> None:
        """Store a source unless it is there already; of two with one id, the one whose path comes first stays."""
        manifest = self._manifest
        digest = content_digest(source, passages)
        if not source.digest:
            source = replace(source, digest=digest)
        if source.status is Status.RETRACTED:
            self._note(path, "C110", f"the source {source.id} is retracted: it does not count")
        if source.language != "en":
            self._note(
                path, "C113", f"the source {source.id} is in another language ({source.language}): it is not judged"
            )
        same = earlier.pop(source.id, None)
        if same and (same.digest, same.head) == (digest, encode_head(source)):
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
        row = manifest.add(source, digest, passages)
        manifest.set_terms(row, self._writer().add(row, passages))
        self._unsaved += len(source.text)

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

    def _delete_sources(self, rows: Sequence[SourceRow]) -> None:
        for source in rows:
            self._writer().delete(source.row)
            self._manifest.delete(source.row)

    # -- the engine -------------------------------------------------------------------------------------------------

    def _writer(self) -> PassageWriter:
        if self._engine is None:
            from factcheck.adapters.tantivy_index import PassageWriter  # noqa: PLC0415  (start-up cost)

            self._engine = PassageWriter(self._place / self._manifest.get("engine"))
        return self._engine

    def _check_engine(self) -> None:
        """Fill the engine again if it is damaged, at another commit than the manifest, or full of deleted passages."""
        from factcheck.adapters.tantivy_index import committed, wasted  # noqa: PLC0415  (start-up cost)

        manifest = self._manifest
        engine = self._place / manifest.get("engine")
        try:
            if committed(engine) == manifest.get("commit") and wasted(engine) <= _MOST_WASTED:
                return
        except (OSError, ValueError, KeyError):
            pass
        manifest.set("engine", f"engine-{os.urandom(4).hex()}")
        for row in manifest.rows():
            self._writer().add(row, manifest.passages(row))
        self._writer()

    def _save(self) -> None:
        if self._engine:
            self._manifest.set("commit", self._engine.commit())
        self._manifest.commit()
        self._unsaved = 0

    def _finish(self) -> None:
        manifest = self._manifest
        manifest.set("digest", corpus_digest(manifest.digests()))
        manifest.set("again", "again" if any(not row.digest for row in manifest.files().values()) else "")
        self._save()
        current = manifest.get("engine")
        for other in self._place.glob("engine-*"):
            if other.name != current:
                _remove(other)


def _remove(folder: Path) -> None:
    """Delete a folder as far as possible; what another process still holds open may stay."""
    import shutil  # noqa: PLC0415  (start-up cost)

    shutil.rmtree(folder, ignore_errors=True)


def _is_sources_file(item: files.Found) -> bool:
    return item.path.rpartition("/")[2] in _SOURCES_FILES


def _suffix(path: str) -> str:
    """The ending by which a reader is found; ".warc.gz" is one ending."""
    name = path.rpartition("/")[2].lower()
    suffix = Path(name).suffix
    return "".join(Path(name).suffixes[-2:]) if suffix == ".gz" else suffix


def _is_sound(source_id: str) -> bool:
    return 0 < len(source_id) <= 500 and source_id.isprintable()


def _as_problem(path: str, error: CorpusError) -> Problem:
    return Problem(str(error.where) if error.where else path, error.code, error.what, error.mend)


def _nothing_readable(folder: Path, problems: Sequence[Problem]) -> CorpusError:
    first = f"; {problems[0].path}: {problems[0].what}" if problems else ""
    return CorpusError(
        "C002",
        f"the corpus holds no readable source{first}",
        where=Location(folder.as_posix()),
        mend="put sources into it, such as .txt, .md, .html, .pdf or .docx files",
    )


def _is_full(error: BaseException) -> bool:
    if isinstance(error, OSError):
        return error.errno in {errno.ENOSPC, errno.EDQUOT}
    return any(words in str(error) for words in ("disk is full", "No space left", "os error 28"))


def _disk_full(place: Path) -> CorpusError:
    return CorpusError(
        "C020",
        "the disk is full: the index could not be brought up to date, the old one is untouched",
        where=Location(place.as_posix()),
        mend="free some space and run again",
    )
