"""Writing into a `sources.yaml` that a person keeps: one entry is added or added to; comments, order and spelling stay.

A file that is written in an uncommon manner (in braces, say) is never guessed at: what would be written is read again, and
unless it says just what it said before and the new facts, nothing is changed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

from factcheck import yamltext
from factcheck.errors import AddError, Location

Facts: TypeAlias = Mapping[str, str | tuple[str, ...]]
"""Keys of an entry with their values, in the order in which they are written."""

_PLAIN = re.compile(r"[A-Za-z0-9/](?:[\w ./:?=&%+~(),;-]*[\w/)])?", re.ASCII)
_NOT_PLAIN = re.compile(r": |:$|[ ]{2}|^(?:true|false|yes|no|on|off|null|~|[\d.,:_e+-]*|0[xo]\w+)$", re.IGNORECASE)
_DAY_OR_TIME = re.compile(r"\d{4}-\d\d-\d\d(?:T[\d:]+Z)?")
_ESCAPED = re.compile(
    '[\\\\"]|[^\\x20-\\x7e\\xa1-\\u2027\\u2030-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U000e0000]'
)


def described(text: str, *, path: str) -> dict[str, dict[str, object]]:
    """What a `sources.yaml` says, by file name, with values as written.

    Args:
        text: The whole file.
        path: For the place of a fault.

    Raises:
        AddError: A015 if it has a fault of YAML, or another shape.
    """
    document = yamltext.read(text)
    if document.faults:
        first = document.faults[0]
        where = Location(path, first.line, first.column)
        raise AddError("A015", f"has a fault: {first.code} {first.what}", where=where, mend=first.mend)
    return _entries(document.root, path)


def with_facts(text: str, name: str, facts: Facts, *, path: str) -> str:
    """The text of a `sources.yaml` in which the entry of a file says these facts too; an entry is added if there is none.

    A single value takes the place of the one that stands there; the items of a list are added to those that stand there.

    Args:
        text: The whole file; empty for a new one.
        name: The file, relative to the folder of the `sources.yaml`, with `/`.
        facts: What is known.
        path: Of the `sources.yaml`, for messages.

    Raises:
        AddError: A015 if the text has faults, or is written so that nothing can be added safely.
    """
    before = described(text, path=path)
    lines = "\r\n" if "\r\n" in text else "\n"
    root = _holder(yamltext.read(text).root)
    node = _entry(root, name)
    new = _appended(text, root, name, facts, lines) if node is None else _added_to(text, node, facts, lines)
    wanted = {**before, name: _merged(before.get(name, {}), facts)}
    if new is None or not _says(new, wanted, path):
        mend = "add it by hand:\n" + _block(name, facts, indent=4, lines="\n").rstrip("\n")
        raise AddError("A015", "is written so that nothing can be added to it safely", where=Location(path), mend=mend)
    return new


# -- reading --------------------------------------------------------------------------------------------------------


def _entries(root: yamltext.Node | None, path: str) -> dict[str, dict[str, object]]:
    root = _holder(root)
    found: dict[str, dict[str, object]] = {}
    if isinstance(root, yamltext.Mapping):
        for name, (_, value) in root.entries.items():
            found[name] = _fields(value)
    elif isinstance(root, yamltext.Sequence):
        for item in root.items:
            fields = _fields(item)
            found[str(fields.pop("file", ""))] = fields
    elif root is not None and not _is_null(root):
        raise AddError(
            "A015",
            "holds no entries",
            where=Location(path, root.line, root.column),
            mend="write `name.txt:` and below it, further in, what is known",
        )
    return found


def _holder(root: yamltext.Node | None) -> yamltext.Node | None:
    """The node whose items are the entries; None when there is none yet."""
    if isinstance(root, yamltext.Mapping) and set(root.entries) == {"sources"}:
        root = root.entries["sources"][1]
    return root


def _entry(root: yamltext.Node | None, name: str) -> yamltext.Mapping | None:
    if isinstance(root, yamltext.Mapping):
        found = root.entries.get(name)
        return found[1] if found and isinstance(found[1], yamltext.Mapping) else None
    for item in root.items if isinstance(root, yamltext.Sequence) else ():
        if isinstance(item, yamltext.Mapping) and _fields(item).get("file") == name:
            return item
    return None


def _is_null(node: yamltext.Node) -> bool:
    return isinstance(node, yamltext.Scalar) and node.is_null


def _fields(node: yamltext.Node) -> dict[str, object]:
    entries = node.entries if isinstance(node, yamltext.Mapping) else {}
    return {key: _value(value) for key, (_, value) in entries.items()}


def _value(node: yamltext.Node) -> object:
    if isinstance(node, yamltext.Scalar):
        return node.value
    if isinstance(node, yamltext.Sequence):
        return tuple(_value(item) for item in node.items)
    return _fields(node)


def _merged(stated: Mapping[str, object], facts: Facts) -> dict[str, object]:
    merged = dict(stated)
    for key, value in facts.items():
        merged[key] = (
            value if isinstance(value, str) else (*_items(merged.get(key, ())), *_missing(merged.get(key), value))
        )
    return merged


def _items(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def _missing(stated: object, items: tuple[str, ...]) -> list[str]:
    return [item for item in items if item not in _items(stated)]


def _says(text: str, wanted: Mapping[str, Mapping[str, object]], path: str) -> bool:
    try:
        return described(text, path=path) == wanted
    except AddError:
        return False


# -- writing --------------------------------------------------------------------------------------------------------


def _appended(text: str, root: yamltext.Node | None, name: str, facts: Facts, lines: str) -> str | None:
    """The text with a new entry at its end; None for a shape to which none can be added."""
    if text and not text.endswith("\n"):
        text += lines
    if root is None or _is_null(root):
        return text + _block(name, facts, indent=0 if root is None else 2, lines=lines)
    if not isinstance(root, (yamltext.Mapping, yamltext.Sequence)) or root.flow:
        return None
    indent = root.column - 1
    if isinstance(root, yamltext.Mapping):
        return text + _block(name, facts, indent=indent, lines=lines)
    first = " " * indent + f"- file: {scalar(name)}{lines}"
    return text + first + _lines(facts, indent=indent + 2, lines=lines)


def _block(name: str, facts: Facts, *, indent: int, lines: str) -> str:
    return " " * indent + f"{scalar(name)}:{lines}" + _lines(facts, indent=indent + 2, lines=lines)


def _lines(facts: Facts, *, indent: int, lines: str) -> str:
    return "".join(" " * indent + f"{key}: {_written(value)}{lines}" for key, value in facts.items())


def _added_to(text: str, entry: yamltext.Mapping, facts: Facts, lines: str) -> str | None:
    """The text with facts added to an entry, each new key on a line of its own after the entry's first line."""
    if entry.flow:
        return None
    edits: list[tuple[int, int, str]] = []
    new: dict[str, str | tuple[str, ...]] = {}
    for key, value in facts.items():
        node = entry.entries[key][1] if key in entry.entries else None
        if node is None:
            new[key] = value
        elif isinstance(node, yamltext.Scalar) and isinstance(value, str):
            if node.value != value:
                edits.append(_in_place(text, entry.entries[key][0], node, value))
        elif isinstance(node, yamltext.Scalar):
            if _missing(node.value, tuple(value)):
                edits.append((node.start, node.end, _written((node.value, *_missing(node.value, tuple(value))))))
        elif isinstance(node, yamltext.Sequence) and not isinstance(value, str):
            edits += _more_items(text, node, _missing(_value(node), value), lines)
        else:
            return None
    if new:
        at = _end_of_line(text, _last_of(entry))
        gap = "" if text[:at].endswith("\n") else lines
        edits.append((at, at, gap + _lines(new, indent=entry.column - 1, lines=lines)))
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def _in_place(text: str, key: yamltext.Scalar, node: yamltext.Scalar, value: str) -> tuple[int, int, str]:
    if node.start < node.end:
        return node.start, node.end, scalar(value)
    at = text.index(":", key.end) + 1
    return at, at, f" {scalar(value)}"


def _more_items(text: str, node: yamltext.Sequence, items: list[str], lines: str) -> list[tuple[int, int, str]]:
    if not items:
        return []
    if node.flow:
        at = node.items[-1].end if node.items and isinstance(node.items[-1], yamltext.Scalar) else node.start + 1
        words = ", ".join(map(_flow_scalar, items))
        return [(at, at, f", {words}" if node.items else words)]
    at = _end_of_line(text, _last_of(node))
    gap = "" if text[:at].endswith("\n") else lines
    return [(at, at, gap + "".join(" " * (node.column - 1) + f"- {scalar(item)}{lines}" for item in items))]


def _last_of(node: yamltext.Node) -> int:
    """A place on the last line of a value, as far as it can be told."""
    if isinstance(node, yamltext.Mapping) and node.entries:
        key, value = list(node.entries.values())[-1]
        return max(key.end, _last_of(value))
    if isinstance(node, yamltext.Sequence) and node.items:
        return _last_of(node.items[-1])
    if isinstance(node, yamltext.Scalar):
        return node.end
    return node.start


def _end_of_line(text: str, at: int) -> int:
    """The start of the line after the one that holds `at`; a value that ends with its line break is past it already."""
    if at and text[at - 1] == "\n":
        return at
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _written(value: str | tuple[str, ...]) -> str:
    return scalar(value) if isinstance(value, str) else "[" + ", ".join(map(_flow_scalar, value)) + "]"


def _flow_scalar(value: str) -> str:
    return _quoted(value) if re.search(r"[,\[\]{}]", value) else scalar(value)


def scalar(value: str) -> str:
    """A text as YAML, in quotes where it would otherwise be read as something else."""
    if _DAY_OR_TIME.fullmatch(value) or (_PLAIN.fullmatch(value) and not _NOT_PLAIN.search(value)):
        return value
    return _quoted(value)


def _quoted(value: str) -> str:
    return '"' + _ESCAPED.sub(_escape, value) + '"'


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if found[0] in '\\"':
        return f"\\{found[0]}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
