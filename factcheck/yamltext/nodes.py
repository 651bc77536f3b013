"""What a YAML text says, exactly as written, with the place of every word.

Nodes are named tuples rather than frozen dataclasses: ten thousand claims are some hundred thousand nodes,
and a tuple is made three times as fast.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Scalar(NamedTuple):
    """A text. YAML never turns it into a number, a date or a truth value: `NO` is "NO", `010` is "010".

    Attributes:
        value: The words; escapes and folded lines of quoted and block scalars are resolved.
        plain: Whether it stands without quotation marks and without `|` or `>`.
        line: 1-based.
        column: 1-based, in code points; of the quotation mark when there is one.
        start: Code points of `Document.text` before the scalar.
        end: One past its last code point.
    """

    value: str
    plain: bool
    line: int
    column: int
    start: int
    end: int

    @property
    def is_null(self) -> bool:
        """Whether nothing, `~` or an unquoted `null` stands where a value should."""
        return self.plain and self.value in _NULLS


class Mapping(NamedTuple):
    """Keys and values in the order of the file.

    Attributes:
        entries: Key text to (key, value); of two equal keys, which are a fault, the first.
        flow: Whether it is written in `{ }`.
        end: One past the closing bracket; without brackets, where what follows begins.
    """

    entries: dict[str, tuple[Scalar, Node]]
    flow: bool
    line: int
    column: int
    start: int
    end: int


class Sequence(NamedTuple):
    """Items in the order of the file; `flow` when written in `[ ]`; `end` as in a mapping."""

    items: list[Node]
    flow: bool
    line: int
    column: int
    start: int
    end: int


class Broken(NamedTuple):
    """A value that cannot be read and whose fault is already in `Document.faults`."""

    line: int
    column: int
    start: int


Node: TypeAlias = Scalar | Mapping | Sequence | Broken


@dataclass(frozen=True, slots=True, order=True)
class YamlFault:
    """Something wrong with the YAML itself, whatever the file is for.

    Attributes:
        line: 1-based; 0 when the whole text is meant.
        column: 1-based, in code points; 0 when the whole line is meant.
        code: `Y...`, with a section in `docs/errors.md`.
        what: One line saying what is wrong.
        mend: One line saying how to mend it.
    """

    line: int
    column: int
    code: str
    what: str
    mend: str


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML document.

    Attributes:
        text: The decoded text without a byte order mark; `Scalar.start` and `.end` count in it.
        root: None when the text says nothing, or when faults kept it from being read.
        faults: In the order of the file. Once there is one, the nodes are good for finding further faults only.
    """

    text: str
    root: Node | None
    faults: tuple[YamlFault, ...]
