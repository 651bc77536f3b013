"""`factcheck lint`: what can be said about claim files and the lock without judging anything."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.adapters import places, project
from factcheck.adapters.lockfile import LOCK_NAME, read_lock
from factcheck.app.claims import parse_claims
from factcheck.app.lock import lock_path
from factcheck.errors import FactcheckError, Location, LockError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.domain.lock import LockedQuote
    from factcheck.domain.ports import Reader
    from factcheck.domain.source import Source
    from factcheck.settings import Settings

_LOCK_MEND = "`factcheck lock --check` says what changed"


@dataclass(slots=True)
class Linted:
    """What was looked at, and every fault in the order of places.

    Attributes:
        left_alone: Files that are neither claim files nor sources nor the lock.
    """

    claim_files: int = 0
    quotes: int = 0
    left_alone: list[str] = field(default_factory=list)
    faults: list[FactcheckError] = field(default_factory=list)


def lint(names: Sequence[str], settings: Settings) -> Linted:
    """Check claim files against the schema, and locked quotes against the files of their sources. No index is built.

    Args:
        names: Files: claim files, sources, the lock; others are left alone. None for the whole project.
        settings: Of the project.

    Raises:
        SettingsError: S010 for an unknown reader.
    """
    found = Linted()
    paths = [Path.cwd() / name for name in names]
    claim_files = _claim_files(paths, settings) if names else list(project.claim_files(settings.claims))
    claims = {settings.shown(path): _claims(path, settings, found) for path in claim_files}
    everything = not names or lock_path(settings) in paths
    sources = {_in_corpus(path, settings) for path in paths if _is_source(path, settings)}
    if everything or sources or claims:
        _lint_lock(found, claims, None if everything else sources, settings)
    known = {*claim_files, lock_path(settings)}
    found.left_alone = [
        name for name, path in zip(names, paths, strict=True) if path not in known and not _is_source(path, settings)
    ]
    found.faults.sort(key=lambda fault: fault.where or Location(""))
    return found


def _claim_files(paths: Iterable[Path], settings: Settings) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        if places.is_folder(path):
            found += project.claim_files([path])
        elif path.name.lower().endswith(project.YAML_SUFFIXES) and not _is_source(path, settings):
            ours = path.name.lower().endswith(project.CLAIM_SUFFIXES) or any(
                path.is_relative_to(folder) for folder in settings.claims
            )
            if ours or project.has_claims(path):
                found.append(path)
    return found


def _is_source(path: Path, settings: Settings) -> bool:
    return path.is_relative_to(settings.corpus)


def _in_corpus(path: Path, settings: Settings) -> str:
    return path.name if path == settings.corpus else path.relative_to(settings.corpus).as_posix()


def _claims(path: Path, settings: Settings, found: Linted) -> set[str] | None:
    """Node ids of a file's claims; None if it has faults."""
    found.claim_files += 1
    try:
        return {f"{settings.shown(path)}::{claim.id}" for claim in parse_claims(path, settings).claims}
    except FactcheckError as error:
        found.faults.append(error)
    except ExceptionGroup as group:
        found.faults += [fault for fault in group.exceptions if isinstance(fault, FactcheckError)]
    return None


def _lint_lock(found: Linted, claims: Mapping[str, set[str] | None], only: set[str] | None, settings: Settings) -> None:
    from factcheck.audits.lock_reader import quote_places  # noqa: PLC0415  (start-up cost)

    try:
        text = read_lock(lock_path(settings))
        places = quote_places(text, path=LOCK_NAME) if text is not None else {}
    except LockError as error:
        found.faults.append(error)
        return
    by_file: dict[str, list[tuple[str, LockedQuote, Location]]] = {}
    for (nodeid, quote), where in places.items():
        if quote.path and (only is None or quote.path in only or nodeid.rpartition("::")[0] in claims):
            by_file.setdefault(quote.path, []).append((nodeid, quote, where))
    from factcheck.adapters.reader_table import ReaderTable  # noqa: PLC0415  (start-up cost)

    readers = ReaderTable(settings.readers)
    for path, quotes in sorted(by_file.items()):
        found.quotes += len(quotes)
        found.faults += _faults_of(path, quotes, readers, settings)


def _faults_of(
    path: str, quotes: Sequence[tuple[str, LockedQuote, Location]], readers: Mapping[str, Reader], settings: Settings
) -> Iterable[FactcheckError]:
    from factcheck.adapters.loose_files import read_sources  # noqa: PLC0415  (start-up cost)

    try:
        sources = read_sources(settings.corpus, path, readers=readers)
    except FactcheckError as error:
        what = (
            f"the source of this quote, {path}, {error.what if error.code == 'C101' else f'has a fault: {error.what}'}"
        )
        return [LockError("L012", what, where=quotes[0][2], mend=_LOCK_MEND)]
    return [
        LockError(
            "L011", f"the words are no longer at {quote.start}-{quote.end} of {path}", where=where, mend=_LOCK_MEND
        )
        for _, quote, where in quotes
        if not any(source.text[quote.start : quote.end] == quote.quote for source in _named(sources, quote))
    ]


def _named(sources: Sequence[Source], quote: LockedQuote) -> Sequence[Source]:
    """The source of a quote among those of its file; a `sources.yaml` may have given a lone one another id."""
    return sources if len(sources) == 1 else [source for source in sources if source.id == quote.source]
