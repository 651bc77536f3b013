"""How often the index finds the documents that bear on a claim: `python benchmarks/retrieval.py DATA_FOLDER`.

The folder holds `retrieval-NAME-corpus.jsonl.gz` (id, title, text) and `retrieval-NAME-claims.jsonl.gz` (claim, gold).
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.adapters.disk_index import DiskIndex
from factcheck.adapters.memory_index import MemoryIndex
from factcheck.domain.source import Source
from factcheck.retrieval.query import build_query

if TYPE_CHECKING:
    from collections.abc import Iterator

DEPTHS = (10, 20, 50)


class Documents:
    """Reads the documents as they are, without cleaning."""

    suffixes: tuple[str, ...] = (".jsonl",)

    def read(self, data: bytes, *, path: str) -> Iterator[Source]:
        """One source a line."""
        return map(_as_source, map(json.loads, data.splitlines()))


def _as_source(item: dict[str, Any]) -> Source:
    return Source(text=item["text"], id=item["id"], title=item["title"])


def _read(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path) as lines:
        return [json.loads(line) for line in lines]


def _recall(index: DiskIndex | MemoryIndex, claims: list[dict[str, Any]], limit: int) -> tuple[list[float], float]:
    """Recall of documents at each depth, and CPU milliseconds for one claim."""
    found = [0.0] * len(DEPTHS)
    started = time.process_time()
    for claim in claims:
        gold = {item["doc"] for item in claim["gold"]}
        passages = index.search(build_query(claim["claim"]), limit=limit)
        documents = list(dict.fromkeys(passage.source.id for passage in passages))
        for place, depth in enumerate(DEPTHS):
            found[place] += len(gold & set(documents[:depth])) / len(gold)
    spent = (time.process_time() - started) * 1000 / len(claims)
    return [share / len(claims) for share in found], spent


def main() -> int:
    """Print one line for each data set and index."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with the retrieval-*.jsonl.gz files")
    parser.add_argument("--memory", action="store_true", help="measure the index in memory too (slow)")
    parser.add_argument("--passages", type=int, default=300, help="passages to ask for; a check asks for 40")
    options = parser.parse_args()
    print(f"{'set':16} {'index':8} " + " ".join(f"R@{depth:<5}" for depth in DEPTHS) + " ms/claim")
    for corpus in sorted(options.data.glob("retrieval-*-corpus.jsonl.gz")):
        name = corpus.name.removeprefix("retrieval-").removesuffix("-corpus.jsonl.gz")
        claims = _read(options.data / f"retrieval-{name}-claims.jsonl.gz")
        documents = _read(corpus)
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place, "corpus")
            folder.mkdir()
            (folder / "documents.jsonl").write_text("\n".join(map(json.dumps, documents)), encoding="utf-8")
            indexes: list[DiskIndex | MemoryIndex] = [
                DiskIndex(folder, root=Path(place), readers={".jsonl": Documents()})
            ]
            if options.memory:
                indexes.append(MemoryIndex(list(map(_as_source, documents))))
            for index in indexes:
                shares, spent = _recall(index, claims, options.passages)
                kind = type(index).__name__.removesuffix("Index").lower()
                print(f"{name:16} {kind:8} " + " ".join(f"{share:.4f} " for share in shares) + f"{spent:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
