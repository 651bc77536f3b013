"""Adding pages and files to the corpus: fetched or read, looked at by the reader of their kind, put in place, described.

Nothing gets into the corpus that cannot be read. The bytes are kept as they came; what describes them stands in the nearest
`sources.yaml`. Title, publisher and day are left to the document, unless the user states them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from factcheck.adapters import shelf
from factcheck.errors import AddError, CorpusError, FactcheckError, Location, SettingsError
from factcheck.reports.added import AddOutcome, AddRecord
from factcheck.sources.kinds import HEAD, ending, suffix_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from types import ModuleType

    from factcheck.domain.ports import Reader
    from factcheck.domain.source import Source
    from factcheck.settings import Settings
    from factcheck.sources.entries import Facts

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stated:
    """What the user says about what is added.

    Attributes:
        facts: Keys of a `sources.yaml` with their values as written.
        into: Subfolder of the corpus, with `/`; empty for its top.
        allow_private: Whether pages of the private net may be fetched.
        replace: Whether another version of a file may be put in the place of the one that is there.
    """

    facts: Facts = field(default_factory=dict)
    into: str = ""
    allow_private: bool = False
    replace: bool = False


@dataclass(frozen=True, slots=True)
class _Document:
    """What came in.

    Attributes:
        shown: The page or file, for messages.
        names: Of the file, relative to the corpus, best first.
        facts: What is known from how it came.
        inside: Whether it lies in the corpus already.
    """

    shown: str
    names: tuple[str, ...]
    data: bytes
    facts: Facts
    inside: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """What a reader made of a document, and what a page says of itself that is the user's to say."""

    sources: tuple[Source, ...]
    self_styled: Mapping[str, str]


def add(items: Sequence[str], stated: Stated, settings: Settings) -> Iterator[AddRecord]:
    """Add pages and files, each by itself: one that fails keeps no other out.

    Args:
        items: Addresses and paths.
        stated: What the user says about all of them.
        settings: Where the corpus is, and which readers there are.

    Raises:
        FactcheckError: S002 for a bad subfolder, A015 or A016 for a corpus that takes nothing in; then nothing is added.
        ExceptionGroup: Of `CorpusError` C2.., for facts that a `sources.yaml` does not take; likewise.
    """
    adding = _Adding(stated, settings)
    for item in items:
        try:
            yield adding.add(item)
        except FactcheckError as fault:
            yield AddRecord(item, AddOutcome.FAILED, faults=(fault,))
        except ExceptionGroup as group:
            faults, others = group.split(FactcheckError)
            if others or not faults:
                raise
            yield AddRecord(item, AddOutcome.FAILED, faults=tuple(faults.exceptions))  # type: ignore[arg-type]


class _Adding:
    def __init__(self, stated: Stated, settings: Settings) -> None:
        from factcheck.adapters.reader_table import ReaderTable  # noqa: PLC0415  (start-up cost)

        self._stated = stated
        self._settings = settings
        self._into = _subfolder(stated.into)
        _check_facts(stated.facts)
        self._shelf = shelf.Shelf(settings.corpus, root=settings.root)
        self._entries = self._shelf.entries()
        self._readers: Mapping[str, Reader] = ReaderTable(settings.readers)

    def add(self, item: str) -> AddRecord:
        document = self._fetched(item) if _ADDRESS.match(item) else self._file(Path(item))
        with self._shelf.alone():
            return self._take(item, document)

    # -- what comes in ----------------------------------------------------------------------------------------------

    def _fetched(self, url: str) -> _Document:
        fetch = _fetcher()
        from factcheck.adapters import http_body  # noqa: PLC0415  (only for pages)
        from factcheck.adapters.page_names import other_name, page_name  # noqa: PLC0415  (only for pages)

        page = fetch.fetch(url, agent=_agent(), allow_private=self._stated.allow_private)
        if not page.body.strip():
            raise AddError(
                "A011", "gives an empty answer", where=Location(page.url), mend="see what a browser shows there"
            )
        suffix = suffix_of(page.content_type, head=page.body[:HEAD], name=page.url.partition("?")[0])
        if suffix not in self._readers:
            raise self._unread(page.url, page.content_type or "no content type", suffix)
        facts = {"url": page.url, "retrieved": _instant(page.retrieved), "sha256": shelf.sha256(page.body)}
        if page.content_type:
            facts["content_type"] = page.content_type
        charset = http_body.stated_charset(page.content_type, page.body)
        if charset:
            facts["charset"] = charset
        name = page_name(page.url)
        names = [self._into + name + suffix, self._into + other_name(name, page.url) + suffix]
        known = [path for path, said in self._entries.items() if fetch.same_page(str(said.get("url", "")), page.url)]
        return _Document(page.url, tuple(known[:1] or names), page.body, facts)

    def _file(self, path: Path) -> _Document:
        data = shelf.read_file(path)
        if not data.strip():
            raise AddError("A012", "is empty", where=Location(path.as_posix()), mend="add it when it holds something")
        if ending(path.name) not in self._readers or path.name in shelf.NAMES:
            raise self._unread(path.as_posix(), "a file of this kind", ending(path.name))
        inside = self._shelf.inside(path)
        if inside is not None:
            return _Document(path.as_posix(), (inside,), data, {}, inside=True)
        name = path.name.lstrip(".")
        facts = {"retrieved": _instant(datetime.now(UTC)), "sha256": shelf.sha256(data)}
        return _Document(path.as_posix(), (self._into + name,), data, facts)

    def _unread(self, shown: str, kind: str, suffix: str) -> AddError:
        known = " ".join(sorted(self._readers))
        what = f"is {kind}, which no reader reads" if not suffix else f"is {kind} ({suffix}), which no reader reads"
        return AddError("A010", what, where=Location(shown), mend=f"add its text as a file; known endings: {known}")

    # -- where it goes ----------------------------------------------------------------------------------------------

    def _take(self, item: str, document: _Document) -> AddRecord:
        twin = None if document.inside else self._twin(document)
        if twin:
            return self._describe(item, twin, document, "the same bytes are there already")
        for name in document.names:
            there = self._shelf.read(name)
            rivals = [other for other in self._shelf.rivals(name) if ending(other) in self._readers]
            if there is None and (not rivals or name == document.names[-1]):
                names = ", ".join([*rivals, name.rpartition("/")[2]])
                why = (
                    f"endings are part of the ids of {names} now, since nothing else tells them apart" if rivals else ""
                )
                return self._put(item, name, document, AddOutcome.ADDED, why=why)
            if there is not None and self._is_same(name, there, document):
                why = "" if document.inside else "the same text is there already"
                return self._describe(item, name, replace(document, data=there, facts={}), why)
            if (
                there is not None
                and self._stated.replace
                and (name == document.names[-1] or self._is_page(name, document))
            ):
                return self._put(item, name, document, AddOutcome.REPLACED, there)
        raise self._taken(document.names[-1])

    def _twin(self, document: _Document) -> str:
        """A file of the corpus with the same bytes, as far as the hashes of entries tell."""
        wanted = document.facts.get("sha256")
        for path, said in self._entries.items():
            if said.get("sha256") == wanted and self._shelf.read(path) == document.data:
                return path
        return next((name for name in document.names if self._shelf.read(name) == document.data), "")

    def _is_page(self, name: str, document: _Document) -> bool:
        return self._entries.get(name, {}).get("url") == document.facts.get("url")

    def _is_same(self, name: str, there: bytes, document: _Document) -> bool:
        """Whether a file says what the document says: pages come with another stamp or advertisement each time."""
        if there == document.data:
            return True
        if not self._is_page(name, document) or not document.facts.get("url"):
            return False
        try:
            before, now = (
                [source.text for source in self._read(name, data, charset=str(facts.get("charset", "")))]
                for data, facts in ((there, self._entries[name]), (document.data, document.facts))
            )
        except (FactcheckError, ExceptionGroup):
            return False
        return before == now

    def _taken(self, name: str) -> AddError:
        where = Location(self._settings.shown(self._settings.corpus / name))
        retrieved = str(self._entries.get(name, {}).get("retrieved", ""))
        when = f" since {retrieved}" if retrieved else ""
        what = f"is there{when} and says something else"
        mend = "to keep both, add this one with --into SUBFOLDER; to put it in the other's place, with --replace"
        return AddError("A014", what, where=where, mend=mend)

    # -- putting it there -------------------------------------------------------------------------------------------

    def _put(
        self,
        item: str,
        name: str,
        document: _Document,
        outcome: AddOutcome,
        before: bytes | None = None,
        *,
        why: str = "",
    ) -> AddRecord:
        facts = {**document.facts, **self._stated.facts}
        found = self._sources(name, document, facts)
        notes = self._shelf.with_facts(name, facts)
        self._shelf.put(name, document.data)
        if notes:
            self._shelf.put(*notes)
        self._entries[name] = {**self._entries.get(name, {}), **facts}
        if before is not None:
            why = f"in the place of the version with SHA-256 {shelf.sha256(before)[:12]}…"
        return self._record(item, outcome, name, found, why)

    def _describe(self, item: str, name: str, document: _Document, why: str) -> AddRecord:
        """Write down what is known about a file that is there: what the user states, and where it is from if nobody did."""
        entry = self._entries.get(name, {})
        facts = {**({} if entry.get("sha256") else document.facts), **self._stated.facts}
        found = self._sources(name, document, {**entry, **facts})
        notes = self._shelf.with_facts(name, facts) if facts else None
        if notes is None:
            return self._record(item, AddOutcome.KNOWN, name, found, why or "it is there already")
        self._shelf.put(*notes)
        self._entries[name] = {**entry, **facts}
        said = f"{', '.join(facts)} written down"
        return self._record(item, AddOutcome.DESCRIBED, name, found, f"{said}; {why}" if why else said)

    def _record(self, item: str, outcome: AddOutcome, name: str, found: _Found, why: str) -> AddRecord:
        shown = self._settings.shown(self._settings.corpus / name)
        notes = self._settings.shown(self._settings.corpus / self._shelf.notes_for(name))
        return AddRecord(
            item, outcome, path=shown, notes=notes, why=why, sources=found.sources, left_out=found.self_styled
        )

    def _sources(self, name: str, document: _Document, facts: Mapping[str, object]) -> _Found:
        """What the corpus will make of a file.

        Raises:
            AddError: A012 if nothing can be read from it.
        """
        from factcheck.sources.metadata import apply_metadata, read_fields, self_styled  # noqa: PLC0415  (start-up cost)

        where = Location(document.shown)
        shown = {key: (list(value) if isinstance(value, tuple) else value, where) for key, value in facts.items()}
        metadata = read_fields(shown, [])
        try:
            read = self._read(name, document.data, charset=metadata.get("charset", ""))
            fetched = "url" in metadata and "sha256" in metadata
            said = (
                {key: value for source in reversed(read) for key, value in self_styled(source).items()}
                if fetched
                else {}
            )
            return _Found(tuple(apply_metadata(source, metadata) for source in read), said)
        except CorpusError as fault:
            what = f"nothing can be read from it: {fault.what} ({fault.code})"
            built_there = fault.code in {"C221", "C222"} and ending(name) == ".html" and not document.inside
            mend = (
                "the page may be put together by the browser: save it from there and add the file"
                if built_there
                else fault.mend
            )
            raise AddError("A012", what, where=where, mend=mend) from fault

    def _read(self, name: str, data: bytes, *, charset: str) -> list[Source]:
        if charset:
            from factcheck.adapters.readers.charsets import in_utf8  # noqa: PLC0415  (rarely needed)

            data = in_utf8(data, charset, path=name)
        return list(self._readers[ending(name)].read(data, path=name))


def _fetcher() -> ModuleType:
    try:
        from factcheck.adapters import fetch  # noqa: PLC0415  (an extra)
    except ModuleNotFoundError as error:
        if error.name != "httpx":
            raise
        mend = "pip install 'pytest-factcheck[fetch]', or save the page and add the file"
        raise AddError("A001", "fetching pages needs httpx, which is not installed", mend=mend) from None
    return fetch


def _agent() -> str:
    from factcheck import __version__  # noqa: PLC0415  (the package imports this module lazily)

    return f"pytest-factcheck/{__version__}"


def _instant(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _subfolder(stated: str) -> str:
    """`--into` as a prefix of paths.

    Raises:
        SettingsError: S002 if it leads out of the corpus, or into a hidden folder.
    """
    path = PurePosixPath(stated.replace("\\", "/"))
    if path.is_absolute() or any(part.startswith(".") or ":" in part for part in path.parts):
        what = f"--into: {stated!r} is not a subfolder of the corpus"
        raise SettingsError("S002", what, mend="give a name such as wire, or wire/2024")
    return f"{path.as_posix()}/" if path.parts else ""


def _check_facts(facts: Facts) -> None:
    """Refuse what a `sources.yaml` would not take.

    Raises:
        ExceptionGroup: Of `CorpusError`, naming the options.
    """
    from factcheck.sources.metadata import read_fields  # noqa: PLC0415  (start-up cost)

    faults: list[CorpusError] = []
    for key, value in facts.items():
        option = "--tag" if key == "tags" else f"--{key}"
        read_fields({key: (list(value) if isinstance(value, tuple) else value, Location(option))}, faults)
    if faults:
        raise ExceptionGroup("options", faults)
