"""Other people's parsers: asked for by extra, and their faults on broken files told as ours."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcheck.errors import CorpusError, Location

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_UNPACKED = 200_000_000
"""Bytes to which a packed file may unpack."""
LARGEST_PAGE = 20_000_000
"""Code points of a page, chapter, feed or document; the heaviest news pages have 5 million."""


@contextmanager
def from_extra(extra: str, *, path: str) -> Iterator[None]:
    """Around the import of a module that only some installs have.

    Args:
        extra: Which extra brings it.
        path: The file that is being read.

    Raises:
        CorpusError: C120, naming the extra.
    """
    try:
        yield
    except ImportError as error:
        kind = path.rpartition(".")[2].lower()[:10]
        raise CorpusError(
            "C120",
            f"reading .{kind} files needs the extra `{extra}`, which is not installed",
            where=Location(path),
            mend=f"pip install 'pytest-factcheck[{extra}]'",
        ) from error


@contextmanager
def taken_apart(kind: str, *, path: str) -> Iterator[None]:
    """Every exception of a parser becomes a fault of the file: on broken input they raise more than they document.

    Args:
        kind: What the file should be, with its article: `a PDF`.
        path: For the place of the fault.

    Raises:
        CorpusError: C121; faults of ours pass unchanged.
    """
    try:
        yield
    except (CorpusError, ExceptionGroup):
        raise
    except Exception as error:
        reason = " ".join(str(error).split())[:120] or type(error).__name__
        raise damaged(kind, reason, path=path) from error


def damaged(kind: str, reason: str, *, path: str) -> CorpusError:
    """The fault of a file that is not what its ending says, or was cut or overwritten."""
    return CorpusError(
        "C121",
        f"the file cannot be read as {kind}: {reason}",
        where=Location(path),
        mend="fetch or export it again; it may be cut off, damaged, or of another kind than its name says",
    )


def locked_up(kind: str, *, path: str) -> CorpusError:
    """The fault of a file that only opens with a password."""
    return CorpusError(
        "C122",
        f"{kind} is protected by a password",
        where=Location(path),
        mend="open it with the password and save it without one, or take it out of the corpus",
    )


def too_much(what: str, *, path: str) -> CorpusError:
    """The fault of a file that would take too much memory or time to read."""
    return CorpusError("C123", what, where=Location(path), mend="cut it into several files, or save its text alone")
