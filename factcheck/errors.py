"""Errors that say what is wrong, where, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file that a person wrote.

    Attributes:
        path: As shown to the user, relative to the project root where possible.
        line: 1-based; 0 when the fault concerns the file as a whole.
        column: 1-based, in code points; 0 when the fault concerns a whole line.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        if not self.column:
            return f"{self.path}:{self.line}"
        return f"{self.path}:{self.line}:{self.column}"


class FactcheckError(Exception):
    """A fault of the user's input, never of our code.

    Attributes:
        code: Stable, with a section of its own in `docs/errors.md`.
        what: One line saying what is wrong.
        where: The place, if there is one.
        mend: One line saying how to mend it; empty when nothing sensible can be said.
    """

    def __init__(self, code: str, what: str, *, where: Location | None = None, mend: str = "") -> None:
        """Keep the parts; `str()` joins them."""
        super().__init__(code, what)
        self.code = code
        self.what = what
        self.where = where
        self.mend = mend

    def __reduce__(self) -> tuple[object, ...]:
        """Survive the trip between xdist workers, keyword arguments included."""
        return (_rebuild, (type(self), self.code, self.what, self.where, self.mend))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        mend = f"\n  mend: {self.mend}" if self.mend else ""
        return f"{place}{self.code} {self.what}{mend}"


def _rebuild(kind: type[FactcheckError], code: str, what: str, where: Location | None, mend: str) -> FactcheckError:
    return kind(code, what, where=where, mend=mend)


class ClaimFileError(FactcheckError):
    """A fault in a claim file (codes F...)."""


class CorpusError(FactcheckError):
    """A fault of the corpus or its index (codes C...)."""


class AddError(FactcheckError):
    """A document that could not be added to the corpus (codes A...)."""


class SettingsError(FactcheckError):
    """A fault in an option, an ini value or `[tool.factcheck]` (codes S...)."""


class ModelError(FactcheckError):
    """A fault of a model folder, or of an endpoint that judges wording (codes M...)."""


class LockError(FactcheckError):
    """A fault of the evidence lock (codes L...)."""


class ReviewError(FactcheckError):
    """A fault of a sign-off (codes R...)."""


class DeskError(FactcheckError):
    """A fault of a draft, or of what an audit or `factcheck new` was asked (codes D...)."""
