"""Collects every fault of a claim file, so that a writer mends them all in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.errors import ClaimFileError, Location

if TYPE_CHECKING:
    from factcheck.yamltext import Node, YamlFault

MAX_SHOWN: Final = 100


@dataclass(frozen=True, slots=True)
class BadValueError(Exception):
    """A text that does not say what its key asks for; the reader of the key knows the place."""

    code: str
    what: str
    mend: str


class Faults:
    """The faults of one file, in any order until they are raised."""

    def __init__(self, path: str) -> None:
        """Start without faults; `path` is as it shall appear in locations."""
        self._path = path
        self._errors: list[ClaimFileError] = []

    @property
    def count(self) -> int:
        """How many there are so far."""
        return len(self._errors)

    def add(self, node: Node, code: str, what: str, mend: str) -> None:
        """Record a fault at the start of a node."""
        self._errors.append(ClaimFileError(code, what, where=Location(self._path, node.line, node.column), mend=mend))

    def add_file(self, code: str, what: str, mend: str) -> None:
        """Record a fault of the file as a whole."""
        self._errors.append(ClaimFileError(code, what, where=Location(self._path), mend=mend))

    def add_yaml(self, fault: YamlFault) -> None:
        """Record a fault of the YAML itself."""
        where = Location(self._path, fault.line, fault.column)
        self._errors.append(ClaimFileError(fault.code, fault.what, where=where, mend=fault.mend))

    def raise_if_any(self) -> None:
        """Raise all faults, sorted by place.

        Raises:
            ExceptionGroup: Of `ClaimFileError`; the first hundred when there are more.
        """
        if not self._errors:
            return
        errors = sorted(self._errors, key=lambda error: (error.where or Location(self._path), error.code))
        count = "1 fault" if len(errors) == 1 else f"{len(errors)} faults"
        cut = f", the first {MAX_SHOWN} shown" if len(errors) > MAX_SHOWN else ""
        raise ExceptionGroup(f"{self._path}: {count}{cut}", errors[:MAX_SHOWN])
