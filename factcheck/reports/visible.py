"""Text of strangers made safe to show on a terminal."""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
    r"|(?<=#)#(?=[A-Za-z]*\[)"  # a build server obeys `##[error]` and `##vso[` anywhere in its log
)
_COMMAND = re.compile(r"^(\s*):(?=:)")  # and `::error::` at the start of a line
_WORD = re.compile(r"(?<!\S):(?=:)")  # at the start of a word, which may come to stand at the start of a line
_SPACE = re.compile("[ \t\r\n]+")


def _name(match: re.Match[str]) -> str:
    return f"<U+{ord(match[0]):04X}>"


def _as_text(line: str) -> str:
    return _COMMAND.sub(r"\1<U+003A>", line)


def spelled(text: str) -> str:
    """The text with what is hidden spelled out, and its spaces and line breaks as they are: for a page, not a terminal."""
    return _HIDDEN.sub(_name, text)


def visible(text: str) -> str:
    """The text on one line, with everything that a terminal or a build log would obey or hide spelled out.

    Escape sequences, bidirectional overrides (Trojan Source, CVE-2021-42574), zero-width signs and lone surrogates
    become `<U+202E>` and the like; line breaks and tabs become one space. It may be cut into lines between its words.
    """
    return _WORD.sub("<U+003A>", spelled(_SPACE.sub(" ", text)).strip())


def visible_lines(text: str) -> str:
    """The same for text of our own making that quotes a stranger's words: line breaks and spaces stay."""
    return "\n".join(_as_text(spelled(line)) for line in text.split("\n"))
