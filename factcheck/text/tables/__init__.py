"""Word lists as plain text: one row a line, `#` starts a comment. See `docs/tables.md`."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows(name: str) -> Iterator[str]:
    """The rows of one table, comments and blank lines left out.

    Args:
        name: File name without its suffix.
    """
    for line in files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines():
        row = line.partition("#")[0].strip()
        if row:
            yield row
