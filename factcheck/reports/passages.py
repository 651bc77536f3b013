"""Passages as lines for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reports.failure import LONGEST_QUOTE, WIDTH
from factcheck.reports.visible import visible
from factcheck.reports.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.domain.source import Passage


def passage_lines(passages: Sequence[Passage]) -> Iterator[str]:
    """Each passage with its place, best first."""
    for passage in passages:
        source = passage.source
        publisher = f"{source.publisher}, " if source.publisher else ""
        yield visible(f"{publisher}{source.published or 'no date'} ({source.id}, line {passage.line})")
        yield from wrap(passage.text[:LONGEST_QUOTE], WIDTH, lead="  | ", rest="  | ")
