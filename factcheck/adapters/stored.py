"""A source as bytes: its metadata as JSON, its text with its passages compressed, and the digests that tell it from others."""

from __future__ import annotations

import hashlib
import json
import zlib
from array import array
from dataclasses import fields
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from factcheck.domain.source import Source, Status, Tier

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.domain.source import Slice

_LEVEL = 2
_DAYS = frozenset({"published", "modified", "dateline", "retrieved"})
_TUPLES = frozenset({"tags", "based_on"})
_APART = frozenset({"text", "id", "path", "digest"})
_DEFAULTS = {field.name: field.default for field in fields(Source) if field.name not in _APART}
_WIDEST = 0xFFFF
_encode = json.JSONEncoder(default=str, separators=(",", ":")).encode


def encode_head(source: Source) -> str:
    """The metadata of a source as JSON, without its id, path and digest; what is not known is left out."""
    head = {}
    for name, default in _DEFAULTS.items():
        value = getattr(source, name)
        if value != default:
            head[name] = value
    return _encode(head) if head else "{}"


def decode_head(head: str, text: str, *, source_id: str, path: str, digest: str) -> Source:
    """The source with this metadata and text."""
    values: dict[str, Any] = json.loads(head) if head != "{}" else {}
    for name in values.keys() & _DAYS:
        values[name] = date.fromisoformat(values[name])
    if values.get("published_at"):
        values["published_at"] = datetime.fromisoformat(values["published_at"])
    for name in values.keys() & _TUPLES:
        values[name] = tuple(values[name])
    if values.get("tier"):
        values["tier"] = Tier(values["tier"])
    if values.get("status"):
        values["status"] = Status(values["status"])
    return Source(text=text, id=source_id, path=path, digest=digest, **values)


def encode_slices(slices: Iterable[Slice]) -> bytes:
    """Passages as the gap before each and its length, two bytes each where that is enough."""
    numbers: list[int] = []
    end = 0
    for start, stop in slices:
        numbers += (start - end, stop - start)
        end = stop
    code = "H" if max(numbers, default=0) <= _WIDEST else "I"
    return code.encode() + array(code, numbers).tobytes()


def decode_slices(data: bytes) -> list[Slice]:
    """What `encode_slices` encoded."""
    numbers = iter(array(data[:1].decode(), data[1:]))
    slices = []
    end = 0
    for gap, length in zip(numbers, numbers, strict=True):
        start = end + gap
        end = start + length
        slices.append((start, end))
    return slices


def encode_body(text: str, slices: bytes) -> bytes:
    """Text and passages, compressed."""
    return zlib.compress(len(slices).to_bytes(4, "big") + slices + text.encode("utf-8", "surrogatepass"), _LEVEL)


def decode_body(body: bytes) -> tuple[str, list[Slice]]:
    """What `encode_body` encoded.

    Raises:
        zlib.error, ValueError: If it is damaged; the sum of the whole is checked.
    """
    data = zlib.decompress(body)
    size = 4 + int.from_bytes(data[:4], "big")
    return data[size:].decode("utf-8", "surrogatepass"), decode_slices(data[4:size])


def digest_of(head: str, text: str, slices: bytes) -> str:
    """What makes a source itself: its metadata, its text and the way it is cut; neither its id, its path nor its raw bytes."""
    hasher = hashlib.sha256(head.encode("utf-8", "surrogatepass"))
    hasher.update(b"\0")
    hasher.update(slices)
    hasher.update(text.encode("utf-8", "surrogatepass"))
    return hasher.hexdigest()


def content_digest(source: Source, slices: Sequence[Slice]) -> str:
    """`digest_of` a source that is not stored."""
    return digest_of(encode_head(source), source.text, encode_slices(slices))


def corpus_digest(sources: Iterable[tuple[str, str, str]]) -> str:
    """One digest for a corpus, from (id, path, content digest) in the order of ids."""
    hasher = hashlib.sha256()
    for source_id, path, digest in sources:
        hasher.update(f"{source_id}\0{path}\0{digest}\n".encode("utf-8", "surrogatepass"))
    return hasher.hexdigest()
