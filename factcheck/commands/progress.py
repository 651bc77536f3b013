"""A bar on the terminal while something takes long."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from factcheck.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

_PATIENCE = 1.0
_BAR = 30


class Progress:
    """A bar on the terminal while something takes long; silent in pipes and logs, gone at the end of the `with` block."""

    def __init__(self, doing: str = "indexing") -> None:
        """Start the clock; nothing is drawn in the first second."""
        self.doing = doing
        self.start = time.monotonic()
        self.shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        if self.shown:
            print("\r" + " " * 78 + "\r", end="", file=sys.stderr, flush=True)

    def __call__(self, done: int, total: int) -> None:
        """Redraw.

        Args:
            done: Files read, or claims judged, so far.
            total: How many there are.
        """
        if not sys.stderr.isatty() or time.monotonic() - self.start < _PATIENCE:
            return
        filled = _BAR * done // max(total, 1)
        bar = "#" * filled + "." * (_BAR - filled)
        print(f"\r{self.doing} [{bar}] {done:,} of {total:,}", end="", file=sys.stderr, flush=True)
        self.shown = True


@contextmanager
def waiting_for(what: str) -> Iterator[None]:
    """Say on the terminal what is being waited for until the block ends; silent in pipes and logs.

    Args:
        what: Such as an address; cut to fit the line.
    """
    shown = sys.stderr.isatty()
    if shown:
        print(f"waiting for {visible(what)[:60]}", end="", file=sys.stderr, flush=True)
    try:
        yield
    finally:
        if shown:
            print("\r" + " " * 78 + "\r", end="", file=sys.stderr, flush=True)
