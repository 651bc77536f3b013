"""How the index of a corpus stands."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class IndexState:
    """How an index stands.

    Attributes:
        place: Where it lies.
        state: `current`, `behind` (the next run reads what changed), `outdated` (made by another version: the next run reads
            everything, or fills the engine again), `unfinished`, `damaged` or `missing`.
        new: Files that are not in it yet.
        changed: Files that may have changed since they were read.
        gone: Files that are in it and no longer there.
        described: Whether what `sources.yaml` files say is to be read again; they are counted nowhere.
        files: Files that were read, or tried.
        sources: Sources in it.
        passages: Passages in it.
        languages: Sources by language.
        problems: Files and sources that could not be read, noted at the last refresh.
        digest: Of the corpus as it was read.
        sizes: Bytes of `text` (compressed), `manifest` (all that SQLite keeps beside the texts) and `engine`.
        deleted: Share of the engine, 0 to 1, that is deleted and not yet cleared away.
    """

    place: str
    state: str = "missing"
    new: int = 0
    changed: int = 0
    gone: int = 0
    described: bool = False
    files: int = 0
    sources: int = 0
    passages: int = 0
    languages: dict[str, int] = field(default_factory=dict)
    problems: int = 0
    digest: str = ""
    sizes: dict[str, int] = field(default_factory=dict)
    deleted: float = 0.0
