"""Sentences that YAML bends or refuses, found line by line in the text once the parser has given up.

The parser stops at the first fault and blames the place where it noticed. A writer wants every fault, at the sentence
that caused it, with the way to mend it.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from factcheck.yamltext.nodes import YamlFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    import yaml

MASK: Final = "factcheck-masked"
"""An alias of this name stands for a value whose fault is known, while the rest of the text is read."""

REFUSED_SIGNS: Final = {
    "*": ("Y005", "`*` starts an alias to YAML, and aliases are refused"),
    "&": ("Y005", "`&` starts an anchor to YAML, and anchors are refused"),
    "!": ("Y006", "`!` starts a tag to YAML, and tags are refused"),
}

_QUOTE_MEND = "put the whole sentence in quotes, or use `claim: >-` with the sentence on the next line"

_COLON_INSIDE = "a colon and a space inside a text start a new key"
_COMMENT_MEND = "put the whole text in quotes; a real comment takes a space after the #"

_QUOTED_MEND = (
    "put the whole sentence in the other kind of quotes, or use `claim: >-` with the sentence on the next line"
)

_LEAD = re.compile(r"(?P<dashes>(?:-(?: +|$))*)(?P<key>[\w.-]+:(?: +|$))?")
_BLOCK_HEADER = re.compile(r"[|>][-+\d]{0,2}(?:[ \t]+#.*|[ \t]*)$")
_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\[\s\S])*"'), "'": re.compile(r"'(?:[^']|'')*'(?!')")}
_GLUED_KEY = re.compile(r"([a-z_]+:)[^\s/:]")
_GLUED_DASH = re.compile(r"-[^\d\s-]")
_HASH = re.compile(r"[ \t]#(?P<glued>[^\s#])?")
_COMMENT_LINE = re.compile(r"#[^\s#]")
_COLON = re.compile(r":(?=[ \t]|$)")
_AFTER_QUOTED = re.compile(r"[ \t]*(?:[:,\]}]|[ \t]#|$)")
_COMMA_AND_WORD = re.compile(r",.*\w")
_BRACKETS = re.compile(r"[\[\]{}]")
_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_FLOW_LINES = 50
_MOST_LINES = 200_000

_RESERVED = frozenset("@`%,]}")


class Shape(NamedTuple):
    """A fault, and the slice of the text to mask so that the rest can be read."""

    fault: YamlFault
    start: int
    end: int
    replacement: str


class _Line(NamedTuple):
    number: int
    start: int
    text: str

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))


def place(text: str, index: int) -> tuple[int, int]:
    """1-based line and column of a code point."""
    line, start = 1, 0
    for found in _LINE_BREAK.finditer(text, 0, index):
        line, start = line + 1, found.end()
    return line, index - start + 1


def masked(text: str, shapes: list[Shape]) -> str:
    """The text with each shape replaced; lines keep their numbers."""
    parts: list[str] = []
    at = 0
    for shape in shapes:
        breaks = _LINE_BREAK.findall(text, shape.start, shape.end)
        parts += (text[at : shape.start], shape.replacement, *breaks)
        at = shape.end
    return "".join((*parts, text[at:]))


def scan(text: str, *, limit: int) -> list[Shape]:
    """The first `limit` lines whose value YAML cannot read as the writer meant it, in the order of the text."""
    lines = list(_lines(text))
    shapes: list[Shape] = []
    at = 0
    while at < len(lines) and len(shapes) < limit:
        line = lines[at]
        lead = _LEAD.match(line.text, line.indent)
        value = line.text[lead.end() :] if lead else ""
        if not lead or not value or line.text[line.indent] == "#":
            at += 1
            continue
        column = _structural_column(line, lead)
        if _BLOCK_HEADER.match(value):
            at = _after_deeper(lines, at + 1, column)
            continue
        found, at = _diagnose(text, lines, at, line.start + lead.end())
        if found:
            at = _after_deeper(lines, at, column)
            last = lines[at - 1]
            shapes.append(found._replace(end=last.start + len(last.text)))
    return shapes


def explain(error: yaml.YAMLError, text: str) -> YamlFault:
    """What the parser's own error means for somebody who writes sentences."""
    problem = getattr(error, "problem", None) or "this is not YAML"
    context = getattr(error, "context", None) or ""
    mark = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None)
    unknown = _Advice("", "Y030", f"YAML cannot read this: {problem}", _INDENT_MEND)
    advice = next((known for known in _ADVICE if known.needle in f"{context}; {problem}"), unknown)
    code, what, mend = advice.code, advice.what, advice.mend
    if advice.at_opening and opened is not None:
        mark = opened
    if mark is None:
        return YamlFault(0, 0, code, what, mend)
    if code == "Y025" and text[mark.index : mark.index + 1] == "\t":
        code, what, mend = "Y011", "a tab where YAML needs spaces", "replace the tab by spaces"
    line, column = place(text, min(mark.index, len(text.rstrip())))
    if code == "Y030" and (comment := _comment_line_before(text, line)):
        return comment
    return YamlFault(line, column, code, what, mend)


def _comment_line_before(text: str, number: int) -> YamlFault | None:
    """`#2` at the start of a line ends the text above it; the parser complains one line later."""
    before = [line for line in _lines(text) if line.number < number][-1:]
    if not before or not _COMMENT_LINE.match(before[0].text, before[0].indent):
        return None
    what = "a line that starts with # is a comment to YAML"
    return YamlFault(before[0].number, before[0].indent + 1, "Y020", what, _COMMENT_MEND)


_INDENT_MEND = "check the indentation: items of one list, and keys of one claim, start in the same column"


class _Advice(NamedTuple):
    needle: str
    code: str
    what: str
    mend: str
    at_opening: bool = False


_ADVICE = (
    _Advice(
        "mapping values are not allowed",
        "Y022",
        _COLON_INSIDE,
        "put the whole sentence in quotes; a key of its own starts in the column of the other keys",
    ),
    _Advice(
        "unknown escape character",
        "Y013",
        "a backslash inside double quotes starts a sign of YAML's own",
        "use single quotes or `claim: >-`, or write the backslash twice",
    ),
    _Advice(
        "scanning a quoted scalar",
        "Y012",
        "a quotation mark is opened here and never closed",
        _QUOTE_MEND,
        at_opening=True,
    ),
    _Advice(
        "parsing a flow",
        "Y014",
        "a bracket is opened here and not closed",
        "close it, or put the text in quotes if it starts with a bracket",
        at_opening=True,
    ),
    _Advice("cannot start any token", "Y025", "YAML keeps this sign for itself", _QUOTE_MEND),
    _Advice(
        "entries are not allowed",
        "Y015",
        "a list may not start on the line of its key",
        "put the first `- ` on a line of its own, or the text in quotes",
    ),
    _Advice(
        "could not find expected ':'",
        "Y016",
        "this line is neither `- item` nor `key: value`",
        "indent it further to continue the text above; `key: value` needs a space after the colon",
        at_opening=True,
    ),
    _Advice("expected", "Y030", "this does not fit what stands above it", _INDENT_MEND),
)


def _lines(text: str) -> Iterator[_Line]:
    """The lines that are not blank, as many as a file for people can have."""
    start = 0
    for number, raw in enumerate(islice(text.splitlines(keepends=True), _MOST_LINES), 1):
        if words := raw.rstrip(" \t\r\n"):
            yield _Line(number, start, words)
        start += len(raw)


def _structural_column(line: _Line, lead: re.Match[str]) -> int:
    """Column, from 0, of the innermost dash or key that the line opens: what is deeper belongs to it."""
    if lead["key"]:
        return lead.start("key")
    if lead["dashes"]:
        return lead.start("dashes") + lead["dashes"].rindex("-")
    return line.indent


def _after_deeper(lines: list[_Line], at: int, column: int) -> int:
    while at < len(lines) and lines[at].indent > column:
        at += 1
    return at


def _diagnose(text: str, lines: list[_Line], at: int, start: int) -> tuple[Shape | None, int]:
    """The fault of the value that starts at a code point, if any, and the line to go on with."""
    line = lines[at]
    before, value = line.text[: start - line.start], line.text[start - line.start :]
    opens_value = bool(before.strip())
    if opens_value and value[0] in _QUOTED:
        return _quoted(text, lines, at, start)
    if opens_value and value[0] in "[{":
        return _bracketed(lines, at, start)
    return _bare(line, start, value, opens_value=opens_value), at + 1


def _bare(line: _Line, at: int, value: str, *, opens_value: bool) -> Shape | None:
    first = value[0]
    if glued := _GLUED_KEY.match(value):
        advice = ("Y029", f"`{glued[1]}` needs a space after the colon", "type a space after the colon")
        return _shape(line, at, advice, mask=f"{glued[1]} *{MASK}")
    if opens_value and first in _SIGNS:
        return _shape(line, at, (*_SIGNS[first], _QUOTE_MEND))
    if not opens_value and _GLUED_DASH.match(value):
        advice = ("Y028", "a list item needs a space after its dash", "type a space after the dash")
        return _shape(line, at, advice, mask=f"- *{MASK}")
    return None if first in "\"'[{?" else _plain(line, at, value)


_SIGNS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(_RESERVED, ("Y025", "a sentence cannot start with this sign: YAML keeps it for itself")),
    **REFUSED_SIGNS,
    "|": ("Y026", "`|` starts a block of lines to YAML"),
    ">": ("Y026", "`>` starts a block of lines to YAML"),
}


def _shape(line: _Line, at: int, advice: tuple[str, str, str], *, mask: str = f"*{MASK}") -> Shape:
    return Shape(YamlFault(line.number, at - line.start + 1, *advice), at, at, mask)


def _quoted(text: str, lines: list[_Line], at: int, start: int) -> tuple[Shape | None, int]:
    closed = _QUOTED[text[start]].match(text, start)
    if closed is None:
        what = "a quotation mark is opened here and never closed"
        return _shape(lines[at], start, ("Y012", what, _QUOTE_MEND)), at + 1
    after = at + 1
    while after < len(lines) and lines[after].start < closed.end():
        after += 1
    rest = lines[after - 1].text[closed.end() - lines[after - 1].start :]
    if _AFTER_QUOTED.match(rest) and not _COMMA_AND_WORD.match(rest):
        return None, after
    what = "the text goes on after its closing quotation mark"
    return _shape(lines[at], start, ("Y023", what, _QUOTED_MEND)), at + 1


def _bracketed(lines: list[_Line], at: int, start: int) -> tuple[Shape | None, int]:
    """After a bracket that never closes nothing can be trusted: the rest counts as read."""
    line = lines[at]
    depth = 0
    for after in range(at, min(at + _FLOW_LINES, len(lines))):
        part = lines[after].text[start - line.start :] if after == at else lines[after].text
        for bracket in _BRACKETS.finditer(part):
            depth += 1 if bracket[0] in "[{" else -1
            if depth == 0:
                if _AFTER_QUOTED.match(part, bracket.end()):
                    return None, after + 1
                what = "a bracket starts a list or a mapping to YAML, and then the text goes on"
                return _shape(line, start, ("Y024", what, _QUOTE_MEND)), at + 1
    return None, len(lines)


def _plain(line: _Line, at: int, value: str) -> Shape | None:
    comment = _HASH.search(value)
    if comment and comment["glued"]:
        what = f"everything from ` #{comment['glued']}` on is a comment to YAML and not part of the text"
        sign = at + comment.start() + 1
        return _shape(line, sign, ("Y020", what, _COMMENT_MEND))._replace(start=at)
    if _COLON.search(value[: comment.start()] if comment else value):
        return _shape(line, at, ("Y022", _COLON_INSIDE, _QUOTE_MEND))
    return None
