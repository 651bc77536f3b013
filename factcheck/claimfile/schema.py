"""The schema of claim files, and readers made from it: the schema is the only place that knows the keys.

Shapes (keys, required keys, lists, allowed words) come from `schema.json` alone. What a single text means, a day or
a tolerance, is read by the function in `values` that stands beside the name in `$defs`; its pattern in the schema
tells editors the same, and a test holds the two together.
"""

from __future__ import annotations

import difflib
import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from factcheck.claimfile import values
from factcheck.claimfile.faults import BadValueError, Faults
from factcheck.domain.claim import ModelUse, Rung, Severity
from factcheck.domain.verdict import Label
from factcheck.yamltext import Broken, Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[Node, str, Faults], Any]
    """Node, name of its key for messages, and faults to add to; None after a fault."""

_TEXTS: dict[str, Callable[[str], Any]] = {
    "text": values.text,
    "sentence": values.sentence,
    "tag": values.tag,
    "id": values.identifier,
    "address": values.address,
    "date": values.day,
    "count": values.count,
    "span": values.span,
    "tolerance": values.tolerance,
    "filter": values.source_filter,
}
_WORDS: dict[str, Callable[[str], Any]] = {
    "severity": Severity,
    "model": ModelUse,
    "expect": Label,
    "rung": Rung,
    "decision": str,
}
_LEVELS = {
    "file": "at the top of the file",
    "policy": "under `policy:`",
    "claim": "on a claim",
    "number_check": "under `number:`",
    "date_check": "under `date:`",
    "event_check": "under `event:`",
    "review": "under `review:`",
    "appeared": "under `appeared:`",
}
_OWN_KEYS = "x-"


@dataclass(frozen=True, slots=True)
class Record:
    """Reads a mapping: keys to values, those with a fault left out."""

    level: str
    keys: dict[str, Reader]
    required: tuple[str, ...]
    takes_own_keys: bool

    def __call__(self, node: Node, name: str, faults: Faults) -> dict[str, Any] | None:
        """The values by key; None when the node is no mapping, or has a fault in something that is required."""
        if type(node) is not Mapping:
            _add_wrong_kind(node, name, "a mapping with keys", faults)
            return None
        found: dict[str, Any] = {}
        for word, (key, value) in node.entries.items():
            reader = self.keys.get(word)
            if reader is not None:
                read = reader(value, word, faults)
                if read is not None:
                    found[word] = read
            elif not (self.takes_own_keys and word.startswith(_OWN_KEYS)):
                faults.add(key, "F010", f"unknown key `{word[:60]}`", _key_mend(word, self.level))
        for word in self.required:
            if word not in node.entries and not difflib.get_close_matches(word, list(node.entries), n=1):
                faults.add(node, "F011", f"`{word}` is missing {_LEVELS[self.level]}", f"add `{word}:`")
        return found if found.keys() >= set(self.required) else None


def schema_text() -> str:
    """The JSON Schema (2020-12) of claim files, as it is written beside them for editors."""
    return resources.files("factcheck.claimfile").joinpath("schema.json").read_text(encoding="utf-8")


@cache
def records() -> dict[str, Record]:
    """The reader of each kind of mapping, by level."""
    compiler = _Compiler(json.loads(schema_text()))
    return compiler.records


class _Compiler:
    """Turns the keywords that our schema uses into readers."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self.records: dict[str, Record] = {}
        self._definitions = schema["$defs"]
        self._done: dict[str, Reader] = {"claims": _as_node}
        self._record("file", schema)
        self._reader("claim", self._definitions["claim"])

    def _reader(self, name: str, schema: dict[str, Any]) -> Reader:
        if reference := schema.get("$ref"):
            name = reference.removeprefix("#/$defs/")
            if name not in self._done:
                self._done[name] = self._reader(name, self._definitions[name])
            return self._done[name]
        if "enum" in schema:
            return _one_text(_one_of({word: _WORDS[name](word) for word in schema["enum"]}))
        if "anyOf" in schema:
            return self._choice(schema["anyOf"])
        if schema["type"] == "object":
            return self._record(name, schema)
        return _one_text(_TEXTS[name])

    def _record(self, name: str, schema: dict[str, Any]) -> Record:
        keys = {key: self._reader(key, below) for key, below in schema["properties"].items()}
        record = Record(name, keys, tuple(schema.get("required", ())), "patternProperties" in schema)
        self.records[name] = record
        return record

    def _choice(self, alternatives: list[dict[str, Any]]) -> Reader:
        """Either a text or a mapping, or one of something or a list of them."""
        first, second = alternatives
        one = self._reader("", first)
        if second.get("type") == "array":
            return _one_or_many(one, second.get("minItems", 0))
        return _text_or_mapping(one, self._reader("", second))


def _as_node(node: Node, name: str, faults: Faults) -> Node:  # noqa: ARG001 - a reader like the others
    return node


def _one_text(read: Callable[[str], Any]) -> Reader:
    def reader(node: Node, name: str, faults: Faults) -> Any:
        if type(node) is not Scalar:
            _add_wrong_kind(node, name, "a text", faults)
        elif node.is_null:
            faults.add(node, "F013", f"`{name}` has no value", "write one, or delete the key; quote the word null")
        else:
            try:
                return read(node.value)
            except BadValueError as bad:
                faults.add(node, bad.code, bad.what, bad.mend)
        return None

    return reader


def _one_of(words: dict[str, Any]) -> Callable[[str], Any]:
    def read(written: str) -> Any:
        if written in words:
            return words[written]
        mend = values.nearest(written.lower(), list(words), "one of: " + ", ".join(words))
        raise BadValueError("F014", f"`{written[:40]}` is not one of the words allowed here", mend)

    return read


def _one_or_many(one: Reader, fewest: int) -> Reader:
    def reader(node: Node, name: str, faults: Faults) -> tuple[Any, ...] | None:
        if type(node) is not Sequence:
            read = one(node, name, faults)
            return None if read is None else (read,)
        if len(node.items) < fewest:
            faults.add(node, "F013", f"`{name}` is an empty list", "write a value, or delete the key")
        found = [one(item, name, faults) for item in node.items]
        return tuple(item for item in found if item is not None)

    return reader


def _text_or_mapping(one: Reader, mapping: Reader) -> Reader:
    def reader(node: Node, name: str, faults: Faults) -> Any:
        return (mapping if type(node) is Mapping else one)(node, name, faults)

    return reader


def _add_wrong_kind(node: Node, name: str, wanted: str, faults: Faults) -> None:
    if type(node) is Broken:
        return
    if type(node) is Mapping and not node.flow and len(node.entries) == 1:
        add_colon_fault(node, faults)
        return
    given = {Scalar: "a text", Mapping: "a mapping with keys", Sequence: "a list"}[type(node)]
    mend = f"write {wanted}"
    if type(node) is Sequence:
        mend += "; if the text starts with `[` or `-`, put it in quotes"
    faults.add(node, "F012", f"`{name}` takes {wanted}, and this is {given}", mend)


def add_colon_fault(node: Mapping, faults: Faults) -> None:
    """A sentence with a colon and a space in it, which YAML reads as a key and its value."""
    words = next(iter(node.entries))
    what = f"the colon after `{words[-40:]}` makes the text a key and its value"
    faults.add(node, "Y022", what, "put the whole sentence in quotes, or use `claim: >-` with it on the next line")


def _key_mend(word: str, level: str) -> str:
    levels = records()
    here = [key for key in levels[level].keys if not (level == "file" and key in levels["policy"].keys)]
    if close := difflib.get_close_matches(word[:80], here, n=1, cutoff=0.7):
        return f"did you mean `{close[0]}`?"
    if word == "policy":
        return "write the policy keys right on the claim, for example `min_origins: 2`"
    order = ("policy", "claim", "file") if level == "file" else ("file", "claim", *_LEVELS)
    for other in order:
        if other == level:
            continue
        if close := difflib.get_close_matches(word[:80], list(levels[other].keys), n=1, cutoff=0.8):
            return f"`{close[0]}` belongs {_LEVELS[other]}"
    return "known keys here: " + ", ".join(here) + ("; your own start with x-" if levels[level].takes_own_keys else "")
