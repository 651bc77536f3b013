"""Which character set a file is written in: by its mark, by what it declares, else guessed."""

from __future__ import annotations

import codecs
import re

from factcheck.errors import CorpusError, Location

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
HEAD = 65_536
"""Bytes from which a character set is guessed."""
# Names that stand for a wider set on the web and in mail (WHATWG Encoding Standard, section 4.2).
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
_NOT_CHARACTERS = frozenset({"utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"})
_STATABLE = frozenset({"txt", "text", "md", "markdown", "jsonl", "ndjson", "html", "htm", "xhtml"})
_LATIN = 1 / 8
"""Share of bytes above 127 up to which a text is in Latin letters: French has 6%, Russian and Chinese 80%."""
_ESCAPED = re.compile(rb"\x1b[$(][@-J]")


def decode(data: bytes, *, declared: str | None = None) -> tuple[str, str]:
    """The text and the character set, as Python names it. Nothing is refused: what cannot be decoded becomes U+FFFD.

    Args:
        data: The whole file.
        declared: What the file, or who sent it, says; a name that is not known, or that does not fit, is left aside.
    """
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(charset, "replace"), charset
    named = known(declared)
    if named:
        try:
            return data.decode(named), named
        except UnicodeDecodeError:
            pass
    wide = _without_mark(data[:HEAD])
    if wide:
        return data.decode(wide, "replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        # A file cut off within a character, or with one bad byte in a long text, is still what it says it is.
        sound = data[: error.start]
        nearly = len(sound) >= len(data) - 3 or len(sound) > max(HEAD, 0.9 * len(data))
        if named == "utf-8" or (nearly and not sound.isascii()):
            return data.decode("utf-8", "replace"), "utf-8"
    charset = _guess(data[:HEAD])
    return data.decode(charset, "replace"), charset


def in_utf8(data: bytes, charset: str, *, path: str) -> bytes:
    """A text file as UTF-8 with its mark, so that its reader need not guess.

    Args:
        data: The whole file.
        charset: What a person stated.
        path: For the ending, and for the place of a fault; files that are not plain text or pages are left as they are.

    Raises:
        CorpusError: C127 if the file is not in that character set.
    """
    if path.rpartition(".")[2].lower() not in _STATABLE:
        return data
    try:
        return codecs.BOM_UTF8 + data.decode(charset).removeprefix("\ufeff").encode("utf-8", "replace")
    except (UnicodeError, LookupError) as error:
        what = f"the file is not in the character set {charset} that is stated for it"
        raise CorpusError("C127", what, where=Location(path), mend="correct `charset`, or delete it") from error


def known(name: str | None) -> str | None:
    """The character set that a declared name means in practice, as Python names it; None for a name that means none."""
    if not name:
        return None
    try:
        charset = codecs.lookup(name.strip().strip("\"'")[:40]).name
        b"a".decode(charset, "replace")
    except (LookupError, UnicodeError, ValueError):
        return None
    return None if charset in _NOT_CHARACTERS else _WIDER.get(charset, charset)


def _without_mark(head: bytes) -> str:
    """UTF-16 without a byte order mark: every other byte of Latin text is NUL."""
    half = len(head) // 2
    if half and head[1::2].count(0) > 0.6 * half and head[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if half and head[::2].count(0) > 0.6 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    if _ESCAPED.search(head):
        return "iso2022_jp"
    return ""


def _guess(head: bytes) -> str:
    """Windows-1252 for Latin letters, since a guess among its neighbours on few letters is worth little."""
    high = sum(1 for byte in head if byte > 127)
    if high > _LATIN * len(head):
        from charset_normalizer import from_bytes

        best = from_bytes(head).best()
        guess = known(best.encoding) if best else None
        if guess:
            return guess
    try:
        head.decode("cp1252")
    except UnicodeDecodeError:
        return "latin-1"
    return "cp1252"
