"""One process at a time: what reads files of the project, thinks, and writes them again keeps others out meanwhile."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcheck.adapters import files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def alone(root: Path, work: str) -> Iterator[None]:
    """Wait until no other process does this work in this project, then keep others out; without a lock where none can be made.

    Args:
        root: The project's root.
        work: A word for what is done; names the lock.
    """
    try:
        place = files.state_folder(root) / f"{work}.lock"
        place.touch()
    except OSError:
        yield
        return
    with files.locked(place):
        yield
