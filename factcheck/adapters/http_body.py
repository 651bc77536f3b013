"""The body of an answer, unpacked as it arrives and never larger than allowed, whatever was packed into it."""

from __future__ import annotations

import re
import zlib

from factcheck.adapters.readers import charsets

_GZIP = frozenset({"gzip", "x-gzip"})
_PLAIN = frozenset({"", "identity"})
ACCEPTED = "gzip, deflate"
_EITHER = 47  # gzip or zlib, told by the header
_RAW = -15
_MEMBER = b"\x1f\x8b"  # how a gzip stream begins
_PADDING = b"\0"  # behind the last stream: no other one can follow
_HEADERS = 1_000


class TooLargeError(Exception):
    """More bytes than allowed."""


class DamagedError(Exception):
    """What arrived cannot be unpacked, or stops before its end."""


class Body:
    """Collects the body of one answer.

    Args:
        encoding: The `Content-Encoding` header.
        length: The `Content-Length` header.
        largest: Bytes of the unpacked body.

    Raises:
        TooLargeError: If it is announced to be too large.
        DamagedError: If the answer is packed in a way that was not asked for.
    """

    def __init__(self, encoding: str, *, length: str, largest: int) -> None:
        """Choose how to unpack."""
        if length.isdecimal() and int(length[:20]) > largest:
            raise TooLargeError
        kind = encoding.strip().lower()
        if kind not in _GZIP | _PLAIN | {"deflate"}:
            raise DamagedError(f"it is packed as `{kind[:40]}`")
        self._packed = kind not in _PLAIN
        self._left = largest
        self._arriving = largest + largest // 8 + _HEADERS
        self._ended = b""
        self._pieces: list[bytes] = []
        self._inflate = zlib.decompressobj(_EITHER)
        self._started = False

    def feed(self, data: bytes) -> None:
        """Take what arrived.

        Raises:
            TooLargeError: As soon as the unpacked body is too large; no more than that is ever unpacked.
            DamagedError: If it cannot be unpacked.
        """
        if not self._packed:
            self._keep(data)
            return
        self._arriving -= len(data)
        if self._arriving < 0:
            raise TooLargeError
        data = self._ended + data
        while data:
            if self._inflate.eof:
                data = self._next_member(data)
                continue
            self._keep(self._unpack(data))
            data = self._inflate.unused_data or self._inflate.unconsumed_tail

    def _next_member(self, data: bytes) -> bytes:
        """What is left to unpack behind the end of a packed stream: another one; anything else is padding and dropped."""
        if data.startswith(_MEMBER):
            self._ended = b""
            self._inflate = zlib.decompressobj(_EITHER)
            return data
        self._ended = data if _MEMBER.startswith(data) else _PADDING
        return b""

    def whole(self) -> bytes:
        """The body.

        Raises:
            DamagedError: If it stops before its end.
        """
        if self._packed and self._started and not self._inflate.eof:
            raise DamagedError("it stops before its end")
        return b"".join(self._pieces)

    def _unpack(self, data: bytes) -> bytes:
        try:
            try:
                unpacked = self._inflate.decompress(data, self._left + 1)
            except zlib.error:
                if self._started:
                    raise
                self._inflate = zlib.decompressobj(_RAW)  # some servers mean this by "deflate"
                unpacked = self._inflate.decompress(data, self._left + 1)
        except zlib.error as error:
            raise DamagedError("it cannot be unpacked") from error
        self._started = True
        return unpacked

    def _keep(self, data: bytes) -> None:
        self._left -= len(data)
        if self._left < 0:
            raise TooLargeError
        if data:
            self._pieces.append(data)


def stated_charset(content_type: str, data: bytes) -> str:
    """The character set that a `Content-Type` header states, if the bytes need it; else empty.

    A byte order mark says it better, UTF-8 shows by itself, and a statement under which the bytes make no text is wrong.
    """
    found = re.search(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", content_type, re.IGNORECASE)
    charset = charsets.known(found[1]) if found else None
    if not charset or _reads_as(data, "utf-8") or charsets.decode(data, declared=charset)[1] != charset:
        return ""
    return charset


def _reads_as(data: bytes, charset: str) -> bool:
    try:
        data.decode(charset)
    except UnicodeDecodeError:
        return False
    return True
