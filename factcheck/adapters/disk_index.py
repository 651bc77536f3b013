"""The index of a corpus folder under `.factcheck/`: found current, brought up to date, or built, by one process at a time.

What is durable after each batch: first the engine's commit, then one SQLite transaction that names it. A process killed
between the two leaves a manifest that names an older commit; the engine is then filled again from the manifest's texts.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sqlite3
import weakref
import zlib
from functools import cached_property
from itertools import islice, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.adapters import files
from factcheck.adapters.beside import is_sources_file
from factcheck.adapters.manifest import Manifest, Versions, look_at
from factcheck.domain.source import Problem
from factcheck.errors import CorpusError, Location
from factcheck.retrieval.feedback import FEW, LOOK_AT, further_weights
from factcheck.retrieval.ranking import mean_length, rank, rank_again, weights, window_of
from factcheck.retrieval.tokens import WINDOW

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

    from factcheck.adapters.tantivy_index import PassageSearcher
    from factcheck.domain.ports import Query, Reader
    from factcheck.domain.source import Passage, Source

    Progress = Callable[[int, int], None]

_FORMAT = "2"
_READING = (
    "sources/*.py", "adapters/readers/*.py", "adapters/reading.py", "adapters/stored.py", "adapters/beside.py",
    "domain/source.py", "text/sentences.py",
    "yamltext/*.py",
)  # fmt: skip
_TERMS = ("adapters/tantivy_index.py", "retrieval/tokens.py", "text/words.py")
_SPARE_WINDOWS = 12
_DAMAGE = (sqlite3.DatabaseError, zlib.error, ValueError, OSError, KeyError)
_REFUSED = frozenset(
    {
        sqlite3.SQLITE_PERM, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN,
    }
)  # fmt: skip
NOTES = frozenset({"C110", "C111", "C112", "C113", "C130", "C131", "C132"})
"""Codes of what is only worth knowing: the gate does not fail for them."""


def place_of(folder: Path, root: Path) -> Path:
    """Where the index of a corpus lies, or would lie.

    Args:
        folder: The corpus.
        root: The folder that holds `.factcheck/`.
    """
    name = hashlib.sha256(folder.resolve().as_posix().encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return root / ".factcheck" / f"corpus-{name}" / f"format-{_FORMAT}"


def versions_of(readers: Iterable[str], parsers: Mapping[str, str] | None = None) -> Versions:
    """The versions of everything that turns files into an index.

    Args:
        readers: Suffixes that are read.
        parsers: By suffix, what else the reading of such a file depends on, such as versions of parsers.
    """
    code = files.code_digest(*_READING)
    kinds = {
        suffix: hashlib.sha256(f"{code} {(parsers or {}).get(suffix, '')}".encode()).hexdigest()
        for suffix in sorted(readers)
    }
    reading = hashlib.sha256(repr(kinds).encode()).hexdigest()
    return Versions(reading, files.code_digest(*_TERMS), kinds)


def drop_index(folder: Path, *, root: Path) -> None:
    """Delete the index of a corpus, if there is one.

    Raises:
        CorpusError: C268 if it cannot be deleted.
    """
    place = place_of(folder, root)
    if not place.exists():
        return
    try:
        with files.locked(place.parent / "lock"):
            shutil.rmtree(place)
    except OSError as error:
        what = f"the index cannot be deleted: {(error.strerror or str(error)).lower()}"
        mend = "make the folder writable, or delete it by hand"
        raise CorpusError("C268", what, where=Location(place.as_posix()), mend=mend) from error


class DiskIndex:
    """One corpus folder with its index.

    Args:
        folder: The corpus: a folder, or a single file.
        root: The folder in which `.factcheck/` is kept.
        readers: By suffix, with the dot, in lower case.
        parsers: By suffix, what else the reading of such a file depends on, such as versions of parsers.
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
        parsers: Mapping[str, str] | None = None,
        progress: Progress | None = None,
    ) -> None:
        """Look at every file's times and sizes; read only what changed."""
        self._folder = folder
        self._readers = readers
        self._progress = progress
        self._notes: list[Problem] = []
        self._searcher: PassageSearcher | None = None
        self._read_only: Path | None = None
        self._parsers = parsers
        self._is_one_of_many = False
        self._unusable: list[Problem] = []
        self._ignored: list[Problem] = []
        files.look(folder)
        self._place = self._find_place(root)
        self._refresh()
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
            {*self._unusable, *(item for item in self._manifest.problems() if item.code not in NOTES)},
            key=files.order_of,
        )

    def notes(self) -> list[Problem]:
        """What is worth knowing about the corpus without being a fault."""
        return [*self._notes, *(item for item in self._manifest.problems() if item.code in NOTES), *self._ignored]

    def search(self, query: Query, *, limit: int) -> list[Passage]:
        """The best passages, best first; ties in the order of source id and offset.

        Of a few passages all are worth judging, if the claim has a word in common with any of them.
        """
        try:
            return self._search(query, limit)
        except _DAMAGE:
            self._mend()
            return self._search(query, limit)

    def _search(self, query: Query, limit: int) -> list[Passage]:
        from factcheck.sources.passages import passage_at  # noqa: PLC0415  (start-up cost)

        searcher = self._open_searcher()
        windows = []
        for row, number in searcher.search(query, limit=limit // 2 + _SPARE_WINDOWS):
            windows.append(window_of(*self._manifest.text(row), number * WINDOW, WINDOW))
        known = weights(query, searcher.rarity)
        found = rank(windows, known, mean_length=self._mean_length)
        if self._passages > FEW:
            first = found[:LOOK_AT]
            further = further_weights(query, first, searcher.rarity, known)
            taken = {one[1:3] for one in first}
            others = rank_again(found, further, mean_length=self._mean_length)
            found = [*first, *(one for one in others if one[1:3] not in taken)]
        best = [passage_at(one.window.source, one.window.slices, one.number) for one in found[:limit]]
        if best and self._passages <= FEW:
            best += islice(self._others({one[1:3] for one in found}), limit - len(best))
        return best

    def _others(self, taken: Container[tuple[str, int]]) -> Iterator[Passage]:
        """The passages without a word of the query, in the order of source id and offset."""
        from factcheck.sources.passages import passage_at  # noqa: PLC0415  (start-up cost)

        for row in self._manifest.rows_by_id():
            source, slices = self._manifest.text(row)
            for number in range(len(slices)):
                if (source.id, number) not in taken:
                    yield passage_at(source, slices, number)

    def _open_searcher(self) -> PassageSearcher:
        if self._searcher is None:
            from factcheck.adapters.tantivy_index import PassageSearcher, committed  # noqa: PLC0415  (start-up cost)

            engine = self._engine()
            before = committed(engine)
            searcher = PassageSearcher(engine)
            if not before == committed(engine) == self._manifest.get("commit"):
                raise ValueError("the engine is at another commit than the manifest")
            self._searcher = searcher
            self._passages = self._manifest.counts()[1]
            self._mean_length = mean_length(self._manifest.terms(), self._passages)
        return self._searcher

    def _engine(self) -> Path:
        """The folder of the engine; the engine writes a lock even to read, so one that cannot be written is linked to."""
        name = self._manifest.get("engine")
        if self._read_only is None:
            return self._place / name
        linked = self._place.parent / name
        if not linked.exists():
            linked.mkdir()
            for file in (self._read_only / name).iterdir():
                if not file.name.endswith(".lock"):
                    (linked / file.name).symlink_to(file.absolute())
        return linked

    def _mend(self) -> None:
        """Open the index again after another process changed it, or build it afresh if something damaged it."""
        self._searcher = None
        failed = self._state()
        self._read_only = None
        self._manifest.close()
        with files.locked(self._place.parent / "lock"):
            current = self._is_current()
            if failed is None or (current and self._state() == failed):
                _remove(self._place)
                current = False
            if not current:
                self._update()
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

    def _find_place(self, root: Path) -> Path:
        try:
            files.state_folder(root)
            place = place_of(self._folder, root).parent
            place.mkdir(exist_ok=True)
            (place / "lock").touch()
        except OSError as error:
            if _is_full(error):
                raise _disk_full(root) from error
            place = self._place_instead(root, error)
        return place / f"format-{_FORMAT}"

    def _place_instead(self, root: Path, error: OSError) -> Path:
        """Where the folder cannot be written: the index that is there, if it is current, else a temporary one."""
        import tempfile  # noqa: PLC0415  (start-up cost)

        temporary = Path(tempfile.mkdtemp(prefix="factcheck-"))
        weakref.finalize(self, _remove, temporary)
        self._read_only = place_of(self._folder, root)
        if not self._is_current():
            self._read_only = None
            self._is_one_of_many = "PYTEST_XDIST_WORKER" in os.environ
            reason = (error.strerror or str(error)).lower()
            what = f"cannot be written ({reason}): the index is kept in a temporary folder, for this run only"
            self._notes.append(Problem(f"{root.as_posix()}/.factcheck", "C112", what))
        (temporary / "lock").touch()
        return temporary

    @cached_property
    def _versions(self) -> Versions:
        return versions_of(self._readers, self._parsers)

    def _refresh(self) -> None:
        if not self._is_current():
            with files.locked(self._place.parent / "lock"):
                if not self._is_current():
                    self._update()
                    self._drop_old_versions()
        self._digest = self._manifest.get("digest")

    def _walk(self) -> Iterator[tuple[files.Found, bool]]:
        """Every file and whether it is read, in the order of paths. What cannot be used, and what kinds are not known, is noted at the end."""
        problems: list[Problem] = []
        ignored: dict[str, tuple[str, int]] = {}
        for item in files.walk(self._folder, problems):
            suffix = files.suffix_of(item.path)
            is_read = suffix in self._readers or is_sources_file(item)
            if not is_read:
                first, others = ignored.get(suffix, (item.path, -1))
                ignored[suffix] = first, others + 1
            yield item, is_read
        self._unusable = problems
        self._ignored = [self._not_read(suffix, *found) for suffix, found in sorted(ignored.items())]

    def _not_read(self, suffix: str, path: str, others: int) -> Problem:
        more = f", nor are {others:,} more such files" if others else ""
        kind = f"files ending in {suffix}" if suffix else "files without an ending"
        mend = f"known endings: {' '.join(sorted(self._readers))}"
        return Problem(path, "C111", f"not read, since {kind} are not known{more}", mend)

    def _is_current(self) -> bool:
        """Open the manifest and keep it open, if it is the manifest of just the files that are there."""
        path = (self._read_only or self._place) / "manifest.sqlite"
        if not path.exists():
            return False
        try:
            manifest = look_at(path.parent) if self._read_only else Manifest(path)
        except sqlite3.DatabaseError:
            return False
        try:
            manifest.begin()
            current = bool(manifest.get("digest")) and not manifest.get("again")
            current = current and (manifest.get("reading"), manifest.get("terms")) == self._versions[:2]
            there = ((item.path, item.stamp) for item, is_read in self._walk() if is_read)
            if current and all(one == other for one, other in zip_longest(there, manifest.stamps())):
                self._manifest = manifest
                return True
        except sqlite3.DatabaseError:
            pass
        manifest.close()
        return False

    def _update(self) -> None:
        """Bring the index up to date; make anew what is damaged. What cannot be written leaves the old index as it is."""
        try:
            try:
                self._update_once()
            except _DAMAGE as error:
                if _is_refused(error):
                    raise
                self._update_damaged(error)
        except _DAMAGE as error:
            if _is_full(error):
                raise _disk_full(self._place) from error
            raise CorpusError(
                "C022",
                f"the index cannot be written: {error}",
                where=Location(self._place.as_posix()),
                mend="delete the folder `.factcheck` and run again",
            ) from error

    def _update_damaged(self, damage: Exception) -> None:
        """With an engine filled anew from the texts; if these are damaged, too, from the files."""
        if isinstance(damage, (ValueError, OSError)):
            try:
                self._update_once(engine_anew=True)
            except (sqlite3.DatabaseError, zlib.error, KeyError) as error:
                if _is_refused(error):
                    raise
            else:
                return
        _remove(self._place)
        self._update_once()

    def _update_once(self, *, engine_anew: bool = False) -> None:
        from factcheck.adapters.index_update import Update  # noqa: PLC0415  (start-up cost)

        self._place.mkdir(exist_ok=True)
        manifest = Manifest(self._place / "manifest.sqlite")
        try:
            update = Update(
                self._folder, self._place, manifest, self._readers, self._versions, alone=not self._is_one_of_many
            )
            update.run(self._walk(), self._progress, engine_anew=engine_anew)
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


def _remove(folder: Path) -> None:
    """Delete a folder as far as possible; what another process still holds open may stay."""
    shutil.rmtree(folder, ignore_errors=True)


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
        return error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
    return any(words in str(error) for words in ("disk is full", "No space left", "os error 28", "os error 27"))


def _is_refused(error: BaseException) -> bool:
    """Whether the operating system did not let us write, which says nothing against what is there."""
    return _is_full(error) or (getattr(error, "sqlite_errorcode", 0) & 0xFF) in _REFUSED


def _disk_full(place: Path) -> CorpusError:
    return CorpusError(
        "C020",
        "the disk is full: the index could not be brought up to date, the old one is untouched",
        where=Location(place.as_posix()),
        mend="free some space and run again",
    )
