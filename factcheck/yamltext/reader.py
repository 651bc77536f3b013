"""One pass over the event stream: size, depth, aliases and tags are refused before any node exists.

Nodes are built here rather than by PyYAML because libyaml's composer crashes the process at 50,000 nested brackets,
while its event stream can be stopped at any point. That it also skips guessing types makes it twice as fast
as `yaml.load` with the C loader.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, Final, Protocol

import yaml
from yaml import events
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from factcheck.yamltext.nodes import Broken, Document, Mapping, Node, Scalar, Sequence, YamlFault
from factcheck.yamltext.shapes import MASK, REFUSED_SIGNS, explain, masked, place, scan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

MAX_BYTES: Final = 5_000_000
"""About 20,000 claims with policy and typed checks."""

MAX_NODES: Final = 400_000
MAX_DEPTH: Final = 32
MAX_FAULTS: Final = 100
"""Reading stops there: nobody mends more at a time, and it keeps hostile files cheap."""

_FORBIDDEN = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ud800-\\udfff\\ufeff\\ufffe\\uffff]"
)
_HARD_SPACE = re.compile("(?m)^ *(?:(?:- +)*(?:[\\w-]+:|-))?\\xa0")
_GLUED_COMMENT = re.compile(r"[ \t]+#(?=[^\s#])")
_DASH_LINE = re.compile(r"[\r\n][ \t]*-(?=[^\d\s-]| )")
_QUESTION = re.compile(r"\?(?=\s)")
_THOUSANDS = re.compile(r"\d{3}(?!\d)")

_SPLIT_MEND = "split it into several files"
_QUOTE_MEND = "if this is a sentence, put it in quotes"

_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


class _PurePythonParser(Reader, Scanner, Parser):
    """The parser for installations of PyYAML without libyaml: the same events, ten times slower."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


_parser: Callable[[str], Any] = (
    getattr(yaml.cyaml, "CParser", _PurePythonParser) if yaml.__with_libyaml__ else _PurePythonParser
)


def read(data: str | bytes) -> Document:
    """Read one YAML document.

    Args:
        data: Text, or bytes in UTF-8, or in UTF-16 with a byte order mark.

    Returns:
        The nodes and every fault found. After a fault of syntax the lines at fault are masked and the rest is
        read on, so that one run of the program shows all that there is to mend.
    """
    if len(data) > MAX_BYTES:
        what = f"the file is larger than {MAX_BYTES // 1_000_000} MB"
        return Document("", None, (YamlFault(0, 0, "Y001", what, _SPLIT_MEND),))
    text, fault = (data.removeprefix("\ufeff"), None) if isinstance(data, str) else _decode(data)
    fault = fault or _forbidden_character(text)
    if fault:
        return Document(text, None, (fault,))
    readable, faults = _ordinary_spaces(text)
    root, found, error = _build(readable)
    if error is not None:
        shapes = scan(readable, limit=MAX_FAULTS)
        readable = masked(readable, shapes)
        if shapes:
            root, found, error = _build(readable)
        faults += [shape.fault for shape in shapes]
        if error is not None:
            root = None
            fault = explain(error, readable)
            if all(fault.line != shape.fault.line for shape in shapes):
                faults.append(fault)
    faults += found
    return Document(text, root, tuple(sorted(set(faults))[:MAX_FAULTS]))


def _decode(data: bytes) -> tuple[str, YamlFault | None]:
    encoding, mark = next(((name, bom) for bom, name in _BYTE_ORDER_MARKS if data.startswith(bom)), ("utf-8", b""))
    body = data[len(mark) :]
    try:
        return body.decode(encoding), None
    except UnicodeDecodeError as error:
        before = body[: error.start].decode(encoding)
        what = f"byte 0x{body[error.start]:02x} is not {encoding.upper()} text"
        return "", YamlFault(*place(before, len(before)), "Y002", what, "save the file as UTF-8")


def _forbidden_character(text: str) -> YamlFault | None:
    found = _FORBIDDEN.search(text)
    if not found:
        return None
    character = found[0]
    mend = "save the file as UTF-8" if character == "\0" else "delete it and type the space or line break again"
    return YamlFault(
        *place(text, found.start()), "Y003", f"invisible character U+{ord(character):04X}, which YAML refuses", mend
    )


def _ordinary_spaces(text: str) -> tuple[str, list[YamlFault]]:
    """The text with ordinary spaces where YAML needs them, and a fault for each one replaced."""
    faults: list[YamlFault] = []
    if "\xa0" not in text:
        return text, faults
    what, mend = "a non-breaking space, which YAML takes for a letter", "type an ordinary space instead"
    hard = islice(_HARD_SPACE.finditer(text), MAX_FAULTS)
    faults += [YamlFault(*place(text, found.end() - 1), "Y004", what, mend) for found in hard]
    return _HARD_SPACE.sub(lambda found: f"{found[0][:-1]} ", text), faults


def _build(text: str) -> tuple[Node | None, list[YamlFault], yaml.YAMLError | None]:
    """The root, the faults of well-formed YAML that we refuse, and the error that stopped the parser."""
    builder = _Builder(text)
    try:
        builder.run()
    except yaml.YAMLError as error:
        return None, builder.faults, error
    except _StopReadingError:
        return None, builder.faults, None
    root = builder.items[0] if builder.items else None
    if type(root) is Scalar and root.is_null:
        root = None
    return root, builder.faults, None


class _StopReadingError(Exception):
    """Reading on would cost more than it tells; the fault is recorded."""


class _Mark(Protocol):
    line: int
    column: int
    index: int


class _Event(Protocol):
    """What the events of both parsers have, each kind its share."""

    start_mark: _Mark
    end_mark: _Mark
    value: str
    style: str | None
    tag: str | None
    anchor: str | None
    flow_style: bool | None


class _Builder:
    """Turns events into nodes; the stacks are its own, so depth costs no recursion."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.faults: list[YamlFault] = []
        self.items: list[Node] = []
        self._open: list[tuple[_Event, list[Node]]] = []
        self._documents = 0

    def run(self) -> None:
        handlers: dict[type, Callable[[_Event], None]] = {
            events.ScalarEvent: self._scalar,
            events.SequenceStartEvent: self._collection_start,
            events.MappingStartEvent: self._collection_start,
            events.SequenceEndEvent: self._sequence_end,
            events.MappingEndEvent: self._mapping_end,
            events.AliasEvent: self._alias,
            events.DocumentStartEvent: self._document_start,
        }
        faults = self.faults
        event: _Event
        for count, event in enumerate(iter(_parser(self.text).get_event, None)):
            if handle := handlers.get(type(event)):
                handle(event)
            if count > MAX_NODES:
                faults.append(YamlFault(0, 0, "Y001", f"more than {MAX_NODES:,} values", _SPLIT_MEND))
                raise _StopReadingError
            if len(faults) >= MAX_FAULTS:
                raise _StopReadingError

    def _scalar(self, event: _Event) -> None:
        mark, end = event.start_mark, event.end_mark
        plain = not event.style
        before = len(self.faults)
        if event.tag is not None or event.anchor is not None:
            self._refuse(event, "!" if event.anchor is None else "&")
        elif plain:
            if _GLUED_COMMENT.match(self.text, end.index):
                self.faults.append(_glued_comment(self.text, end.index))
            if end.line != mark.line and (dash := _DASH_LINE.search(self.text, mark.index, end.index)):
                self.faults.append(_dash_inside(self.text, dash.end() - 1))
        line, column, start = mark.line + 1, mark.column + 1, mark.index
        if len(self.faults) > before:
            self.items.append(Broken(line, column, start))
        else:
            self.items.append(Scalar(event.value, plain, line, column, start, end.index))

    def _collection_start(self, event: _Event) -> None:
        if len(self._open) == MAX_DEPTH:
            what = f"nested more than {MAX_DEPTH} deep"
            mend = "a bracket too many? put text with brackets in quotes"
            self.faults.append(YamlFault(*_at(event), "Y007", what, mend))
            raise _StopReadingError
        if event.tag is not None or event.anchor is not None:
            self._refuse(event, "!" if event.anchor is None else "&")
        self._open.append((event, self.items))
        self.items = []

    def _sequence_end(self, event: _Event) -> None:
        items = self.items
        opened, self.items = self._open.pop()
        flow = bool(opened.flow_style)
        if flow:
            self.faults += _cut_items(items, self.text)
        self.items.append(Sequence(items, flow, *_at(opened), opened.start_mark.index, event.end_mark.index))

    def _mapping_end(self, event: _Event) -> None:
        pairs = iter(self.items)
        opened, self.items = self._open.pop()
        if _QUESTION.match(self.text, opened.start_mark.index):
            what = "a question mark and a space start a key of several words to YAML"
            self.faults.append(YamlFault(*_at(opened), "Y009", what, _QUOTE_MEND))
            self.items.append(Broken(*_at(opened), opened.start_mark.index))
            return
        flow = bool(opened.flow_style)
        entries: dict[str, tuple[Scalar, Node]] = {}
        named = self._named(zip(pairs, pairs, strict=True))
        for key, value in self._uncut(named) if flow else named:
            if key.value in entries:
                what = f"key `{key.value}` stands twice; the first is on line {entries[key.value][0].line}"
                self.faults.append(YamlFault(key.line, key.column, "Y008", what, "delete one of the two"))
            else:
                entries[key.value] = (key, value)
        self.items.append(Mapping(entries, flow, *_at(opened), opened.start_mark.index, event.end_mark.index))

    def _named(self, pairs: Iterable[tuple[Node, Node]]) -> Iterator[tuple[Scalar, Node]]:
        """The pairs whose key is a text; a fault for each other one."""
        for key, value in pairs:
            if type(key) is Scalar and key.value:
                yield key, value
            elif type(key) is not Broken:
                what = "a key without a name" if type(key) is Scalar else "a list or a mapping where a key should be"
                self.faults.append(YamlFault(key.line, key.column, "Y009", what, _QUOTE_MEND))

    def _uncut(self, pairs: Iterable[tuple[Scalar, Node]]) -> Iterator[tuple[Scalar, Node]]:
        """The pairs of a `{ }` without the keys that are the rest of a text with a comma."""
        runs: list[list[Node]] = []
        last: Node | None = None
        for key, value in pairs:
            empty = type(value) is Scalar and value.plain and not value.value
            if empty and _follows_comma(self.text, key.start):
                _add_to_run(runs, last or key, key)
                last = key
            else:
                last = value
                yield key, value
        self.faults += [_comma_cut(self.text, run, "a new key") for run in runs]

    def _alias(self, event: _Event) -> None:
        if event.anchor != MASK:
            self._refuse(event, "*")
        self.items.append(Broken(*_at(event), event.start_mark.index))

    def _document_start(self, event: _Event) -> None:
        self._documents += 1
        if self._documents > 1:
            what, mend = "`---` starts a second document", "make it a file of its own, or delete the line"
            self.faults.append(YamlFault(*_at(event), "Y010", what, mend))
            raise _StopReadingError

    def _refuse(self, event: _Event, sign: str) -> None:
        code, what = REFUSED_SIGNS[sign]
        mend = "put the text in quotes; to repeat a value, write it out"
        self.faults.append(YamlFault(*_at(event), code, what, mend))


def _at(event: _Event) -> tuple[int, int]:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def _cut_items(items: list[Node], text: str) -> list[YamlFault]:
    """A fault for each `2,500` in a `[ ]`, which YAML reads as two items."""
    runs: list[list[Node]] = []
    for before, item in pairwise(items):
        thousands = type(item) is Scalar and item.plain and _THOUSANDS.match(item.value)
        if thousands and text[item.start - 1] == "," and text[item.start - 2].isdigit():
            _add_to_run(runs, before, item)
    return [_comma_cut(text, run, "a new item") for run in runs]


def _add_to_run(runs: list[list[Node]], before: Node, cut_off: Node) -> None:
    """Join the pieces of one text with several commas."""
    if runs and runs[-1][-1] is before:
        runs[-1].append(cut_off)
    else:
        runs.append([before, cut_off])


def _follows_comma(text: str, start: int) -> bool:
    at = start - 1
    while text[at] in " \t\r\n":
        at -= 1
    return text[at] == ","


def _comma_cut(text: str, run: list[Node], becomes: str) -> YamlFault:
    first, last = run[1], run[-1]
    whole = _short(text[run[0].start : last.end if type(last) is Scalar else last.start])
    what = f"the comma inside brackets starts {becomes}: YAML cuts `{whole}`"
    mend = f"put it in quotes: {_quoted(whole)}; or a space after the comma if several values are meant"
    return YamlFault(first.line, first.column, "Y021", what, mend)


def _quoted(text: str) -> str:
    """A text as YAML in quotation marks that it does not hold itself."""
    return f'"{text}"' if '"' not in text else "'{}'".format(text.replace("'", "''"))


def _glued_comment(text: str, end: int) -> YamlFault:
    sign = text.index("#", end)
    word = text[sign : sign + 100].split(maxsplit=1)[0]
    what = f"everything from ` {_short(word)}` on is a comment to YAML and not part of the text"
    mend = "put the whole text in quotes; a real comment takes a space after the #"
    return YamlFault(*place(text, sign), "Y020", what, mend)


def _dash_inside(text: str, at: int) -> YamlFault:
    what = "a line that starts with a dash is read as part of the text above it"
    mend = "for a list item, one space after the dash and the dash in the column of the others; else quote the text"
    return YamlFault(*place(text, at), "Y028", what, mend)


def _short(text: str) -> str:
    text = " ".join(text[:100].split())
    return text if len(text) <= 60 else f"{text[:57]}..."
