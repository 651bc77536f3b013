"""The second level of kept verdicts: the corpus is another one, the passages that a claim is judged by are the same."""

from __future__ import annotations

import hashlib
import json
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.domain.ports import Cache
    from factcheck.domain.source import Passage, Source
    from factcheck.domain.verdict import Verdict

_SUM = 4


class Reuse:
    """What is kept of one claim's verdict by the passages that it rests on.

    Of a passage that the verdict does not show, the sentences around it and the metadata of its source count. Of a source
    that it shows, as evidence or as a near miss, the whole text does: it may be a copy of another one, and its digest and
    the words around the quote are part of what is kept. So a digest of each such text is kept with the verdict and compared
    when it is found.

    Args:
        cache: Where verdicts are kept.
        claim_key: Of the claim, its policy and all versions, without the corpus.
        passages: What the claim is judged by now.
    """

    def __init__(self, cache: Cache, claim_key: str, passages: Sequence[Passage]) -> None:
        """Compute the key; nothing is looked up."""
        from factcheck.pipeline import reads_of  # noqa: PLC0415  (a run from the cache needs no pipeline)

        self._cache = cache
        self._sources = {passage.source.id: passage.source for passage in passages}
        hasher = hashlib.sha256(claim_key.encode())
        for passage in passages:
            hasher.update(repr(reads_of(passage)).encode("utf-8", "backslashreplace"))
        self._key = hasher.hexdigest()

    def find(self) -> str | None:
        """The verdict as it was kept, if it would be the same today."""
        text = unsealed(self._cache.get(self._key))
        kept = json.loads(text) if text else {}
        if not kept or any(_text_digest(self._sources[name]) != digest for name, digest in kept["texts"].items()):
            return None
        return unsealed(self._cache.get(kept["verdict"]))

    def keep(self, verdict: Verdict, key: str) -> None:
        """Note under which key the verdict is kept."""
        shown = (*verdict.evidence, *verdict.near_misses)
        named = sorted({passage.source.id for item in shown for passage in (item.passage, *item.also)})
        texts = {name: _text_digest(self._sources[name]) for name in named}
        self._cache.put(self._key, sealed(json.dumps({"texts": texts, "verdict": key})))


def _text_digest(source: Source) -> str:
    return hashlib.sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest()


def sealed(text: str) -> bytes:
    """ASCII text behind its checksum."""
    data = text.encode("ascii")
    return zlib.crc32(data).to_bytes(_SUM, "big") + data


def unsealed(data: bytes | None) -> str | None:
    """What `sealed` sealed; None if it is missing or damaged."""
    if data and len(data) > _SUM and zlib.crc32(data[_SUM:]) == int.from_bytes(data[:_SUM], "big"):
        return data[_SUM:].decode("ascii")
    return None
