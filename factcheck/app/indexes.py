"""The index of a project's corpus: brought up to date, built anew, described, checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.app.corpora import open_corpus

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.adapters.index_state import IndexOnDisk
    from factcheck.domain.index_state import IndexState
    from factcheck.domain.source import Problem
    from factcheck.settings import Settings

    Progress = Callable[[int, int], None]


def refresh_index(settings: Settings, *, progress: Progress | None = None) -> IndexState:
    """Bring the index up to date as every check does, and say how it stands.

    Raises:
        CorpusError: If the corpus does not exist or holds no readable source, or the index cannot be written.
    """
    open_corpus(settings, progress=progress)
    state = index_state(settings)
    return rebuild_index(settings, progress=progress) if state.state == "damaged" else state


def rebuild_index(settings: Settings, *, progress: Progress | None = None) -> IndexState:
    """Delete the index, read every file again, and say how the new index stands.

    Raises:
        CorpusError: As for `refresh_index`.
    """
    from factcheck.adapters.disk_index import drop_index  # noqa: PLC0415  (start-up cost)

    drop_index(settings.corpus, root=settings.root)
    return refresh_index(settings, progress=progress)


def index_state(settings: Settings) -> IndexState:
    """How the index stands; nothing is written.

    Raises:
        CorpusError: C001 if the corpus does not exist.
    """
    return _on_disk(settings).state()


def index_faults(settings: Settings) -> list[Problem]:
    """What is wrong with the index, each with its mend.

    Raises:
        CorpusError: C001 if the corpus does not exist.
    """
    return _on_disk(settings).faults()


def _on_disk(settings: Settings) -> IndexOnDisk:
    from factcheck.adapters.index_state import IndexOnDisk  # noqa: PLC0415  (start-up cost)
    from factcheck.adapters.reader_table import ReaderTable  # noqa: PLC0415

    readers = ReaderTable(settings.readers)
    return IndexOnDisk(settings.corpus, root=settings.root, readers=readers, parsers=readers.parsers())
