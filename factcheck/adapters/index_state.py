"""What can be said about the index of a corpus without changing it: how it stands, and whether it is whole."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from factcheck.adapters import files
from factcheck.adapters.beside import is_sources_file, says_only
from factcheck.adapters.disk_index import NOTES, place_of, versions_of
from factcheck.adapters.manifest import look_at
from factcheck.adapters.stored import corpus_digest, decode_body, digest_of, encode_slices
from factcheck.adapters.tantivy_index import PassageSearcher, committed, wasted
from factcheck.domain.index_state import IndexState
from factcheck.domain.source import Problem
from factcheck.retrieval.tokens import WINDOW, window_terms

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from factcheck.adapters.manifest import FileRow, Manifest

_One = TypeVar("_One")
_Other = TypeVar("_Other")
_SAMPLED = 500
"""Sources of which every term is looked up in the engine; of the others, the windows are counted."""
_MOST_NAMED = 20
_REBUILD = "run `factcheck index --rebuild`: everything in the index is made from the files of the corpus"
_DAMAGE = (sqlite3.DatabaseError, zlib.error, ValueError, OSError, KeyError)


class IndexOnDisk:
    """The index of a corpus, looked at from outside.

    Args:
        folder: The corpus.
        root: The folder that holds `.factcheck/`.
        readers: Suffixes that are read.
        parsers: By suffix, what else the reading of such a file depends on.

    Raises:
        CorpusError: C001 if the corpus does not exist.
    """

    def __init__(
        self, folder: Path, *, root: Path, readers: Collection[str], parsers: Mapping[str, str] | None = None
    ) -> None:
        """See whether the folder is there; nothing is opened."""
        files.look(folder)
        self._folder = folder
        self._place = place_of(folder, root)
        self._readers = readers
        self._versions = versions_of(readers, parsers)

    def _there(self) -> Iterator[tuple[str, files.Found]]:
        """The files that are read, in the order of paths."""
        for item in files.walk(self._folder, []):
            if is_sources_file(item) or files.suffix_of(item.path) in self._readers:
                yield item.path, item

    def state(self) -> IndexState:
        """How it stands."""
        if not (self._place / "manifest.sqlite").exists():
            return self._missing()
        try:
            manifest = look_at(self._place)
        except sqlite3.DatabaseError:
            return IndexState(self._place.as_posix(), "damaged")
        try:
            return self._missing() if manifest.is_empty() else self._state(manifest)
        except _DAMAGE:
            return IndexState(self._place.as_posix(), "damaged")
        finally:
            manifest.close()

    def _missing(self) -> IndexState:
        return IndexState(self._place.as_posix(), new=sum(1 for path, _ in self._there() if not says_only(path)))

    def _state(self, manifest: Manifest) -> IndexState:
        manifest.begin()
        held = new = changed = gone = 0
        described = False
        for path, item, stamp in _side_by_side(self._there(), manifest.stamps()):
            if says_only(path):
                described = described or item is None or item.stamp != stamp
                continue
            held += stamp is not None
            new += stamp is None
            gone += item is None
            changed += item is not None and stamp is not None and item.stamp != stamp
        sources, passages = manifest.counts()
        text = manifest.text_bytes()
        engine = self._place / manifest.get("engine")
        PassageSearcher(engine)
        return IndexState(
            place=self._place.as_posix(),
            state=self._word(manifest, is_behind=bool(new or gone or changed or described)),
            new=new,
            changed=changed,
            gone=gone,
            described=described,
            files=held,
            sources=sources,
            passages=passages,
            languages=manifest.languages(),
            problems=sum(1 for problem in manifest.problems() if problem.code not in NOTES),
            digest=manifest.get("digest"),
            sizes={
                "text": text,
                "manifest": sum(file.stat().st_size for file in self._place.glob("manifest.sqlite*")) - text,
                "engine": sum(file.stat().st_size for file in engine.iterdir()),
            },
            deleted=wasted(engine),
        )

    def _word(self, manifest: Manifest, *, is_behind: bool) -> str:
        if not manifest.get("digest"):
            return "unfinished"
        if (manifest.get("reading"), manifest.get("terms")) != self._versions[:2]:
            return "outdated"
        return "behind" if is_behind or manifest.get("again") else "current"

    def faults(self) -> list[Problem]:
        """What is wrong with it, each with its mend; at most some twenty of one kind are named.

        Every sum is computed again: of the database, of the texts, of the files as far as their times say that they did not
        change, and of the whole; every source's windows are counted in the engine, and of some sources all terms looked up.
        """
        path = self._place / "manifest.sqlite"
        shown = path.as_posix()
        mend = "run `factcheck index`, or any check: it is made when it is needed"
        none_yet = [Problem(self._place.as_posix(), "C260", "there is no index yet", mend)]
        if not path.exists():
            return none_yet
        try:
            manifest = look_at(self._place)
        except sqlite3.DatabaseError as error:
            return [Problem(shown, "C261", f"the manifest cannot be opened: {error}", _REBUILD)]
        try:
            if manifest.is_empty():
                return none_yet
            manifest.begin()
            damage = manifest.damage()
            if damage:
                return [Problem(shown, "C261", f"the manifest is damaged: {damage}", _REBUILD)]
            return _first(self._faults(manifest))
        except sqlite3.DatabaseError as error:
            return [Problem(shown, "C261", f"the manifest is damaged: {error}", _REBUILD)]
        finally:
            manifest.close()

    def _faults(self, manifest: Manifest) -> Iterator[Problem]:
        shown = self._place.as_posix()
        if not manifest.get("digest"):
            yield Problem(
                shown, "C266", "the last refresh did not come to its end", "run `factcheck index`: it goes on there"
            )
        elif corpus_digest(manifest.digests()) != manifest.get("digest"):
            yield Problem(shown, "C266", "the digest of the corpus is not that of its sources", _REBUILD)
        yield from self._file_faults(manifest.files())
        try:
            engine = self._place / manifest.get("engine")
            searcher = PassageSearcher(engine)
            if committed(engine) != manifest.get("commit"):
                what = "the engine is at another commit than the manifest: a run was killed between the two"
                yield Problem(shown, "C263", what, "run `factcheck index`: it fills the engine again")
                return
        except _DAMAGE as error:
            yield Problem(shown, "C263", f"the engine cannot be opened: {error}", _REBUILD)
            return
        yield from self._source_faults(manifest, searcher)

    def _file_faults(self, known: Iterator[tuple[str, FileRow]]) -> Iterator[Problem]:
        for path, item, row in _side_by_side(self._there(), known):
            if item is None or row is None or row.stamp != item.stamp or not row.is_whole():
                continue
            try:
                digest = hashlib.sha256(files.read_bytes(self._folder, item)).hexdigest()
            except OSError as error:
                yield files.unreadable(path, error)
                continue
            if digest != row.digest:
                what = "the file holds something else than when it was read, though its times and size are the same"
                yield Problem(path, "C267", what, _REBUILD)

    def _source_faults(self, manifest: Manifest, searcher: PassageSearcher) -> Iterator[Problem]:
        every = max(1, manifest.counts()[0] // _SAMPLED)
        windows = 0
        for number, (stored, title, body) in enumerate(manifest.whole_sources()):
            windows += -(-stored.passages // WINDOW)
            try:
                text, slices = decode_body(body)
            except _DAMAGE as error:
                yield Problem(stored.path, "C262", f"the text of {stored.id} is damaged: {error}", _REBUILD)
                continue
            if digest_of(stored.head, text, encode_slices(slices)) != stored.digest or len(slices) != stored.passages:
                yield Problem(stored.path, "C262", f"the text of {stored.id} is not what was read", _REBUILD)
                continue
            try:
                found = searcher.windows_of(stored.row)
                lacking = _lacking(searcher, stored.row, text, slices, title) if number % every == 0 else ""
            except _DAMAGE as error:
                yield Problem(stored.path, "C263", f"the engine cannot be read: {error}", _REBUILD)
                return
            if found != -(-len(slices) // WINDOW):
                what = f"the engine holds {found} windows of {stored.id} instead of {-(-len(slices) // WINDOW)}"
                yield Problem(stored.path, "C264", what, _REBUILD)
            elif lacking:
                yield Problem(
                    stored.path, "C265", f"the engine does not find {stored.id} by its word {lacking!r}", _REBUILD
                )
        if searcher.windows() != windows:
            what = f"the engine holds {searcher.windows():,} windows, the manifest {windows:,}"
            yield Problem(self._place.as_posix(), "C264", what, _REBUILD)


def _side_by_side(
    one: Iterator[tuple[str, _One]], other: Iterator[tuple[str, _Other]]
) -> Iterator[tuple[str, _One | None, _Other | None]]:
    """Two lists in the order of paths as one: each path with what each of them has for it."""
    left, right = next(one, None), next(other, None)
    while left or right:
        if right is None or (left and left[0] < right[0]):
            assert left  # noqa: S101
            yield *left, None
            left = next(one, None)
        elif left is None or right[0] < left[0]:
            yield right[0], None, right[1]
            right = next(other, None)
        else:
            yield *left, right[1]
            left, right = next(one, None), next(other, None)


def _lacking(searcher: PassageSearcher, row: int, text: str, slices: list[tuple[int, int]], title: str | None) -> str:
    """A term of a source by which the engine does not find all windows that hold it."""
    held = Counter(term for terms, _ in window_terms(text, slices, title) for term in set(terms.split()))
    return next((term for term, count in sorted(held.items()) if searcher.windows_of(row, term) != count), "")


def _first(found: Iterator[Problem]) -> list[Problem]:
    named: list[Problem] = []
    more: Counter[str] = Counter()
    for problem in found:
        if sum(1 for item in named if item.code == problem.code) < _MOST_NAMED:
            named.append(problem)
        else:
            more[problem.code] += 1
    return named + [Problem("", code, f"and {count:,} more of this kind", _REBUILD) for code, count in more.items()]
