"""The corpus: sources to check claims against, from a folder or from memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from factcheck.domain.source import Problem, Source, Status, Tier
from factcheck.errors import CorpusError, Location

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.domain.ports import Query
    from factcheck.domain.source import Passage


class _Store(Protocol):
    """What a corpus stands on."""

    @property
    def digest(self) -> str: ...
    def counts(self) -> tuple[int, int]: ...
    def sources(self) -> Iterator[Source]: ...
    def source(self, source_id: str) -> Source | None: ...
    def problems(self) -> list[Problem]: ...
    def notes(self) -> list[Problem]: ...
    def search(self, query: Query, *, limit: int) -> list[Passage]: ...


class Corpus:
    """Sources and the means to find passages in them; itself an `Index`.

    Made by `Corpus.open`, `Corpus.from_texts` or `Corpus.from_sources`.
    """

    def __init__(self, store: _Store) -> None:
        """Stand on a store; the class methods make one."""
        self._store = store

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        root: str | Path | None = None,
        readers: Sequence[str] = (),
        progress: Callable[[int, int], None] | None = None,
    ) -> Corpus:
        """The sources of a folder. Its index on disk is built or brought up to date if need be.

        Args:
            path: The folder, or a single file.
            root: The folder in which the index is kept, in `.factcheck/`; the current folder by default.
            readers: Names of third-party readers to use beside ours.
            progress: Called with files done and files to do while the index is brought up to date.

        Raises:
            CorpusError: C001 if the folder does not exist, C002 if it holds no readable source, C020 if the disk is full.
            SettingsError: For an unknown reader.
        """
        from factcheck.adapters.disk_index import DiskIndex  # noqa: PLC0415  (corpora in memory need no SQLite)
        from factcheck.adapters.reader_table import ReaderTable  # noqa: PLC0415

        folder = Path(path)
        place = Path(root) if root is not None else Path.cwd()
        table = ReaderTable(readers)
        return cls(DiskIndex(folder, root=place, readers=table, parsers=table.parsers(), progress=progress))

    @classmethod
    def from_texts(cls, texts: Iterable[str]) -> Corpus:
        """A corpus in memory; sources are named `text-1`, `text-2` and so on. Nothing is written.

        Raises:
            CorpusError: C010 if `texts` is one string or holds anything but strings, C002 if none holds a word.
        """
        if isinstance(texts, (str, bytes)):
            raise _misuse(
                "from_texts takes a list of texts, not one text", "put it in brackets: Corpus.from_texts([text])"
            )
        sources = []
        for number, text in enumerate(_each(texts, "from_texts", "texts"), 1):
            if not isinstance(text, str):
                raise _misuse(f"text {number} is of type {type(text).__name__}, not str", "give each source as a str")
            sources.append(Source(text=text, id=f"text-{number}"))
        return cls._in_memory(sources)

    @classmethod
    def from_sources(cls, sources: Iterable[Source]) -> Corpus:
        """A corpus in memory. A source without an id is named by its place: `source-1`. Nothing is written.

        Days may be given as ISO text ("2024-01-10"), `tier` and `status` as their names.

        Raises:
            CorpusError: C010 for anything but sources with distinct ids, C002 if none holds a word.
        """
        if isinstance(sources, Source):
            raise _misuse("from_sources takes a list of sources, not one source", "put it in brackets")
        checked: dict[str, Source] = {}
        for number, source in enumerate(_each(sources, "from_sources", "sources"), 1):
            if not isinstance(source, Source):
                mend = "give Source(text=..., id=...) values, or use Corpus.from_texts"
                raise _misuse(f"item {number} is of type {type(source).__name__}, not Source", mend)
            sound = _sound(source, number)
            if sound.id in checked:
                raise _misuse(f"two sources have the id {sound.id!r}", "give each source an id of its own")
            checked[sound.id] = sound
        return cls._in_memory(list(checked.values()))

    @classmethod
    def _in_memory(cls, sources: list[Source]) -> Corpus:
        from factcheck.adapters.memory_index import MemoryIndex  # noqa: PLC0415  (a corpus on disk does not need it)

        if not any(source.text.strip() for source in sources):
            raise CorpusError(
                "C002", "the corpus holds no readable source", mend="give at least one text that is not empty"
            )
        return cls(MemoryIndex(sources))

    @property
    def index(self) -> Corpus:
        """The corpus as an `Index`: itself."""
        return self

    @property
    def digest(self) -> str:
        """Changes exactly when a source, its metadata, its path or the way it is cut into passages changes."""
        return self._store.digest

    def __len__(self) -> int:
        """How many sources there are."""
        return self._store.counts()[0]

    def sources(self) -> Iterator[Source]:
        """Every source, in the order of ids."""
        return self._store.sources()

    def source(self, source_id: str) -> Source:
        """The source with this id.

        Raises:
            CorpusError: C011 if there is none, with the nearest id.
        """
        found = self._store.source(source_id)
        if found is None:
            raise CorpusError("C011", f"no source has the id {source_id!r}", mend=self._nearest(source_id))
        return found

    def _nearest(self, source_id: str) -> str:
        import difflib  # noqa: PLC0415  (only for the fault)

        near = difflib.get_close_matches(source_id, [source.id for source in self.sources()], n=3)
        return f"did you mean {' or '.join(near)}?" if near else "`factcheck sources` lists the ids"

    def problems(self) -> list[Problem]:
        """What could not be read: the gate fails while there is any."""
        return self._store.problems()

    def notes(self) -> list[Problem]:
        """What is worth knowing without being a fault: files of no known kind, retracted sources, other languages."""
        return self._store.notes()

    def search(self, query: Query, *, limit: int) -> list[Passage]:
        """The best passages, best first; ties in the order of source id and offset.

        Raises:
            CorpusError: C021 if another process changed the corpus since it was opened.
        """
        return self._store.search(query, limit=limit)


def _each(items: object, method: str, what: str) -> Iterable[object]:
    if not isinstance(items, Iterable) or isinstance(items, Mapping):
        raise _misuse(f"{method} takes a list of {what}, not {type(items).__name__}", "give a list")
    return items


def _sound(source: Source, number: int) -> Source:
    """The source with values of the right types, as a person may have written them in Python.

    Raises:
        CorpusError: C010, naming the field.
    """
    if not isinstance(source.text, str):
        raise _misuse(
            f"source {number}: `text` is of type {type(source.text).__name__}, not str", "give the text as a str"
        )
    source = replace(source, id=source.id or f"source-{number}")
    try:
        return replace(
            source,
            published=_day(source.published),
            published_at=_time(source.published_at),
            modified=_day(source.modified),
            dateline=_day(source.dateline),
            retrieved=_day(source.retrieved),
            tier=Tier(source.tier) if source.tier is not None else None,
            status=Status(source.status),
            tags=_names(source.tags),
            based_on=_names(source.based_on),
        )
    except (ValueError, TypeError) as error:
        mend = "write days as 2024-01-10; tier is one of " + ", ".join(Tier) + "; status one of " + ", ".join(Status)
        raise CorpusError("C010", str(error), where=Location(str(source.id)), mend=mend) from error


def _day(value: object) -> date | None:
    if value is None:
        return None
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    if isinstance(value, str):
        return date.fromisoformat(value)
    raise TypeError(f"a day is of type {type(value).__name__}, not a date or ISO text")


def _time(value: object) -> datetime | None:
    if value is None or isinstance(value, datetime):
        return value
    if isinstance(value, str):
        return datetime.fromisoformat(value)
    raise TypeError(f"a time is of type {type(value).__name__}, not a datetime or ISO text")


def _names(value: object) -> tuple[str, ...]:
    names = [value] if isinstance(value, str) else list(value) if isinstance(value, Iterable) else [value]
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f"a tag or a report is of type {type(name).__name__}, not str")
    return tuple(names)


def _misuse(what: str, mend: str) -> CorpusError:
    return CorpusError("C010", what, mend=mend)
