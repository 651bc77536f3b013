"""Windows of passages in an embedded search engine: written by the process that holds the lock, read by any number."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import tantivy

from factcheck.retrieval.query import weigh
from factcheck.retrieval.ranking import exact_rarity, rarity
from factcheck.retrieval.tokens import window_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from factcheck.domain.ports import Query
    from factcheck.domain.source import Slice

_HEAP_BYTES = 64_000_000
_SPARE_HITS = 10
_MOST_HITS = 2048
_DIGITS = 3
_ORDINAL_BITS = 24


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
    builder.add_unsigned_field("at", fast=True)
    builder.add_unsigned_field("row", indexed=True)
    return builder.build()


def committed(folder: Path) -> str:
    """The stamp of the last commit.

    Raises:
        OSError: If there is no index.
        ValueError: If its file is damaged.
    """
    return str(_meta(folder)["opstamp"])


def wasted(folder: Path) -> float:
    """The share of windows, 0 to 1, that are deleted but still held."""
    segments = _meta(folder)["segments"]
    held = sum(segment["max_doc"] for segment in segments)
    deleted = sum(segment["deletes"]["num_deleted_docs"] for segment in segments if segment["deletes"])
    return deleted / held if held else 0.0


def _meta(folder: Path) -> dict[str, Any]:
    meta = json.loads((folder / "meta.json").read_bytes())
    if not isinstance(meta, dict) or "opstamp" not in meta or "segments" not in meta:
        raise ValueError("meta.json holds something else")
    return meta


def take_over(old: Path, new: Path) -> None:
    """Make a new index of an old one, which stays as it is: they share the files, none of which is ever changed in place.

    Raises:
        OSError: If there is no old one, or the disk is full.
    """
    new.mkdir()
    for file in sorted(old.iterdir()):
        if file.suffix == ".lock":
            continue
        try:
            (new / file.name).hardlink_to(file)
        except OSError:  # a disk that knows no links
            shutil.copyfile(file, new / file.name)


class PassageWriter:
    """Adds and deletes the windows of sources. Nothing is seen by readers before `commit`.

    Raises:
        ValueError: From every method, if the engine fails; the disk may be full.
    """

    def __init__(self, folder: Path) -> None:
        """Open the index of a folder, or make one. A second writer at the same time fails."""
        folder.mkdir(exist_ok=True)
        self._folder = folder
        self._schema = _schema()
        self._index = tantivy.Index(self._schema, str(folder))
        self._writer = self._index.writer(_HEAP_BYTES, 1)

    def add(self, row: int, text: str, slices: Sequence[Slice], title: str | None) -> int:
        """Add the windows of one source under its row, see `factcheck.retrieval.tokens`.

        Returns:
            How many terms its passages have together, as `factcheck.retrieval.ranking` counts them.
        """
        return self.add_windows(row, window_terms(text, slices, title))

    def add_windows(self, row: int, windows: Iterable[tuple[str, int]]) -> int:
        """The same for windows whose terms are known."""
        length = 0
        new, add = tantivy.Document, self._writer.add_document
        for at, (terms, count) in enumerate(windows, row << _ORDINAL_BITS):
            # Keyword arguments would make signed integers of the numbers, which kills the writer's thread.
            document = new()
            document.add_text("terms", terms)
            document.add_unsigned("at", at)
            document.add_unsigned("row", row)
            add(document)
            length += count
        return length

    def delete(self, row: int) -> None:
        """Delete the windows of one source."""
        # By term, the number would be taken for a signed one and nothing deleted, without a word.
        self._writer.delete_documents_by_query(tantivy.Query.term_query(self._schema, "row", row))

    def commit(self) -> str:
        """Make everything durable.

        Returns:
            The stamp of the commit, see `committed`.
        """
        self._writer.commit()
        return committed(self._folder)

    def close(self) -> None:
        """Wait for work in the background and let go of the index."""
        self._writer.wait_merging_threads()


class PassageSearcher:
    """Reads one commit of an index; later commits are not seen.

    Raises:
        ValueError, OSError: If the index is missing or damaged.
    """

    def __init__(self, folder: Path) -> None:
        """Open the last commit."""
        self._schema = _schema()
        index = tantivy.Index.open(str(folder))
        index.config_reader(reload_policy="manual")
        self._searcher = index.searcher()
        self._held = sum(segment["max_doc"] for segment in _meta(folder)["segments"])
        self._live = int(self._searcher.num_docs)
        self._known: dict[str, int] = {}

    def search(self, query: Query, *, limit: int) -> list[tuple[int, int]]:
        """(row, number of the window in its source) of the best windows, and of all that tie with the last.

        There are more than `limit`: the engine's scores depend a little on windows deleted before, so the caller ranks the passages.
        """
        clauses = [
            (tantivy.Occur.Should, tantivy.Query.boost_query(self._ask(term), weight * self._correction(term)))
            for term, weight in weigh(query, self.rarity)
        ]
        if not clauses:
            return []
        ask = tantivy.Query.boolean_query(clauses)
        wanted = limit + _SPARE_HITS
        hits = self._searcher.search(ask, limit=wanted, count=False).hits
        while len(hits) == wanted < _MOST_HITS and _rounded(hits[-1]) == _rounded(hits[limit - 1]):
            wanted *= 4
            hits = self._searcher.search(ask, limit=wanted, count=False).hits
        places: list[Any] = self._searcher.fast_field_values("at", [address for _, address in hits])
        mask = (1 << _ORDINAL_BITS) - 1
        return [(at >> _ORDINAL_BITS, at & mask) for at in places]

    def windows(self) -> int:
        """How many windows there are, deleted ones not counted."""
        return self._live

    def windows_of(self, row: int, term: str | None = None) -> int:
        """How many windows of a source there are, or how many of them hold a term."""
        ask = tantivy.Query.term_query(self._schema, "row", row)
        if term is not None:
            ask = tantivy.Query.boolean_query([(tantivy.Occur.Must, ask), (tantivy.Occur.Must, self._ask(term))])
        found: Any = self._searcher.search(ask, limit=1, count=True)  # the stubs lack `count`
        return int(found.count)

    def _ask(self, term: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, "terms", term, "freq")

    def rarity(self, term: str) -> float:
        """Inverse document frequency of a term, deleted windows not counted; 0 if it does not occur."""
        return rarity(self._found(term), self._live)

    def _found(self, term: str) -> int:
        known = self._known.get(term)
        if known is None:
            known = int(self._searcher.doc_freq("terms", term))
            if known and self._held != self._live:
                counted: Any = self._searcher.search(self._ask(term), limit=1, count=True)  # the stubs lack `count`
                known = int(counted.count)
            self._known[term] = known
        return known

    def _correction(self, term: str) -> float:
        """The engine counts deleted windows until it merges them away."""
        if self._held == self._live:
            return 1.0
        engine = exact_rarity(int(self._searcher.doc_freq("terms", term)), self._held)
        return exact_rarity(self._found(term), self._live) / engine


def _rounded(hit: tuple[Any, tantivy.DocAddress]) -> float:
    return round(float(hit[0]), _DIGITS)
