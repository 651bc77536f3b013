"""Passages and sources as lines for the terminal."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from factcheck.reports.failure import LONGEST_QUOTE, WIDTH
from factcheck.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.domain.source import Passage, Problem, Source


def passage_lines(passages: Sequence[Passage]) -> Iterator[str]:
    """Each passage with its place, best first."""
    for passage in passages:
        source = passage.source
        publisher = f"{source.publisher}, " if source.publisher else ""
        yield visible(f"{publisher}{source.published or 'no date'} ({source.id}, line {passage.line})")
        yield from textwrap.wrap(
            visible(passage.text[:LONGEST_QUOTE]), WIDTH, initial_indent="  | ", subsequent_indent="  | "
        )


def source_lines(sources: Sequence[Source], problems: Sequence[Problem]) -> Iterator[str]:
    """Each source with what is known of it, then what could not be read."""
    for source in sources:
        about = [str(source.published or "no date"), source.publisher, source.tier, source.title]
        notes = [source.status.value] if source.status != "current" else []
        if source.language != "en":
            notes.append(f"language {source.language}: listed, not judged")
        yield visible(f"{source.id}: " + ", ".join(str(part) for part in (*about, *notes) if part))
    for problem in problems:
        yield visible(f"{problem.path}: {problem.code} {problem.what}")
