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
_BETWEEN = 0.1


class Progress:
    """A bar on the terminal while an index takes long to build; silent in pipes and logs, gone at the end of the `with` block.

    Args:
        doing: What takes long.
        unit: What is counted.
    """

    def __init__(self, doing: str = "indexing", unit: str = "files") -> None:
        """Start the clock; nothing is drawn in the first second."""
        self.doing = doing
        self.unit = unit
        self.start = time.monotonic()
        self.drawn = 0.0
        self.width = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        if self.width:
            print("\r" + " " * self.width + "\r", end="", file=sys.stderr, flush=True)

    def __call__(self, done: int, total: int) -> None:
        """Redraw, ten times a second at most.

        Args:
            done: How much is done.
            total: How much there is to do, in the same measure.
        """
        now = time.monotonic()
        spent = now - self.start
        if spent < _PATIENCE or now - self.drawn < _BETWEEN or not sys.stderr.isatty():
            return
        self.drawn = now
        line = f"{self.doing} {bar_line(done, total, spent, unit=self.unit)}"
        print("\r" + line.ljust(self.width), end="", file=sys.stderr, flush=True)
        self.width = len(line)


def bar_line(done: int, total: int, seconds: float, *, unit: str = "files") -> str:
    """The bar with the rate and the time left.

    Args:
        done: How much is done.
        total: How much there is to do.
        seconds: Since the start.
        unit: What is counted.
    """
    filled = _BAR * done // max(total, 1)
    bar = "#" * filled + "." * (_BAR - filled)
    rate = done / seconds
    speed = f"{rate:,.0f} {unit} a second" if rate >= 2 else f"{60 * rate:,.0f} {unit} a minute"
    left = f", {_told((total - done) / rate)} left" if done else ""
    return f"[{bar}] {done:,} of {total:,}, {speed}{left}"


def _told(seconds: float) -> str:
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


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
