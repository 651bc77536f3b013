"""The families of a whole corpus: which of its sources go back to one report."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.adapters.corpus import Corpus
    from factcheck.domain.origin import Origin
    from factcheck.domain.source import Source


def corpus_origins(corpus: Corpus, *, progress: Callable[[int, int], None] | None = None) -> list[Origin]:
    """Every origin of a corpus, in the order of ids. Each source is read twice.

    Args:
        corpus: However large.
        progress: Called with sources read and sources to read.
    """
    from factcheck.sources.origins.whole import origins_of_corpus  # noqa: PLC0415  (start-up cost)

    count = len(corpus)
    readings = 0

    def read() -> Iterator[Source]:
        nonlocal readings
        before, readings = readings * count, readings + 1
        for number, source in enumerate(corpus.sources(), 1):
            yield source
            if progress:
                progress(before + number, 2 * count)

    return origins_of_corpus(read, corpus.source, count=count)
