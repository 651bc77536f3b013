"""What an index costs: `python benchmarks/indexing.py [--documents 1000 10000 100000]`.

Generated documents (see `generated.py`; a thousand to a `.jsonl` file) are indexed and asked in one run by

- factcheck: files read, cleaned, cut into sentences, stored compressed, indexed under our terms (`Corpus.open`);
- our tokens: the texts cut and indexed under our terms in the engine, as factcheck does it, and nothing else;
- tantivy: one document each, its default tokenizer, nothing stored;
- FTS5: one document each in SQLite, nothing else;
- bm25s: one document each in memory, its default tokenizer (`pip install bm25s`; left out when it is missing).

Every build runs in a process of its own: CPU seconds of the process, its threads included, and peak memory. All are given
the texts; only factcheck reads and cleans files. Ratios are to tantivy. The same claims are asked of each in one process.
"""

from __future__ import annotations

import argparse
import json
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tantivy
from generated import GRAMMAR, change, claims_of, texts_of, write_corpus

from factcheck.adapters.corpus import Corpus
from factcheck.adapters.tantivy_index import PassageWriter
from factcheck.retrieval.query import build_query
from factcheck.sources.passages import cut

if TYPE_CHECKING:
    from collections.abc import Callable

CLAIMS = 300
ANSWERS = 40
_MEGABYTE = 1_000_000
_HEAP = 64_000_000


def build_factcheck(place: Path) -> None:
    """As every run does it."""
    Corpus.open(place / "corpus", root=place)


def build_tokens(place: Path) -> None:
    """The engine alone, with our terms."""
    writer = PassageWriter(place / "tokens")
    for row, text in enumerate(texts_of(place / "corpus")):
        writer.add(row, text, cut(text), None)
    writer.commit()
    writer.close()


def _plain_schema() -> tantivy.Schema:
    return tantivy.SchemaBuilder().add_text_field("text").add_unsigned_field("number", fast=True).build()


def build_tantivy(place: Path) -> None:
    """As its documentation shows it."""
    (place / "tantivy").mkdir()
    writer = tantivy.Index(_plain_schema(), str(place / "tantivy")).writer(_HEAP, 1)
    for number, text in enumerate(texts_of(place / "corpus")):
        document = tantivy.Document()
        document.add_text("text", text)
        document.add_unsigned("number", number)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def build_fts5(place: Path) -> None:
    """In one transaction."""
    connection = sqlite3.connect(place / "fts5")
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5(text)")
    with connection:
        connection.executemany("INSERT INTO texts VALUES (?)", ((text,) for text in texts_of(place / "corpus")))
    connection.close()


def build_bm25s(place: Path) -> None:
    """In memory, then saved."""
    import bm25s  # noqa: PLC0415  (optional)

    index = bm25s.BM25()
    index.index(bm25s.tokenize(list(texts_of(place / "corpus")), show_progress=False), show_progress=False)
    index.save(str(place / "bm25s"))


def read_texts(place: Path) -> None:
    """What every peer pays for being given its texts; taken off."""
    for _ in texts_of(place / "corpus"):
        pass


BUILDS: dict[str, Callable[[Path], None]] = {
    "texts": read_texts,
    "tantivy": build_tantivy,
    "our tokens": build_tokens,
    "factcheck": build_factcheck,
    "FTS5": build_fts5,
    "bm25s": build_bm25s,
}


def run_apart(name: str, place: Path) -> tuple[float, float]:
    """CPU seconds of a build without those of imports, and peak megabytes, in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--build", name, str(place)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{name}: {done.stderr[-2000:]}")
    seconds, peak = json.loads(done.stdout)
    return seconds, peak


def _build_here(name: str, place: Path) -> None:
    started = time.process_time()
    BUILDS[name](place)
    spent = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / _MEGABYTE
    print(json.dumps([spent, peak]))


def _size(place: Path) -> int:
    return sum(file.stat().st_size for file in (place, *place.rglob("*")) if file.is_file())


def _asked(claims: list[str], ask: Callable[[str], object]) -> float:
    """Median CPU milliseconds for a claim, once the first third has warmed the caches."""
    times = []
    for claim in claims:
        started = time.process_time()
        ask(claim)
        times.append(time.process_time() - started)
    warm = sorted(times[len(times) // 3 :])
    return warm[len(warm) // 2] * 1000


def _words(claim: str) -> list[str]:
    words = (word.strip('.,“”"').lower() for word in claim.split())
    return [word for word in words if word not in GRAMMAR]


def _askers(place: Path) -> dict[str, Callable[[str], object]]:
    corpus = Corpus.open(place / "corpus", root=place)
    index = tantivy.Index.open(str(place / "tantivy"))
    searcher, schema = index.searcher(), index.schema
    fts = sqlite3.connect(place / "fts5")
    occur, query = tantivy.Occur.Should, tantivy.Query

    def ask_tantivy(claim: str) -> object:
        asked = query.boolean_query([(occur, query.term_query(schema, "text", word)) for word in _words(claim)])
        return searcher.search(asked, ANSWERS, count=False).hits

    def ask_fts5(claim: str) -> object:
        words = " OR ".join(f'"{word}"' for word in _words(claim))
        return fts.execute(
            "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?", (words, ANSWERS)
        ).fetchall()

    store: Any = corpus._store  # noqa: SLF001  (the engine's share)
    corpus.search(build_query("any words"), limit=ANSWERS)
    return {
        "tantivy": ask_tantivy,
        "our engine": lambda claim: store._searcher.search(build_query(claim), limit=ANSWERS // 2),  # noqa: SLF001
        "factcheck": lambda claim: corpus.search(build_query(claim), limit=ANSWERS),
        "FTS5": ask_fts5,
    }


def measure(count: int, place: Path, *, peers: list[str]) -> float:
    """Build and ask everything for one number of documents, and print it.

    Returns:
        CPU seconds of our build.
    """
    size = write_corpus(place / "corpus", count)
    print(f"\n{count:,} documents, {size / _MEGABYTE:.1f} MB of text", flush=True)
    given = run_apart("texts", place)[0]
    spent, peak = {}, {}
    for name in peers:
        seconds, peak[name] = run_apart(name, place)
        spent[name] = seconds - (0 if name == "factcheck" else given)
        ratio = spent[name] / spent["tantivy"]
        print(f"  build {name:11} {spent[name]:8.2f} s {ratio:6.2f}x   peak {peak[name]:5.0f} MB", flush=True)
    state = place / ".factcheck"
    manifest = next(state.glob("corpus-*/*/manifest.sqlite"))
    connection = sqlite3.connect(manifest)
    (text,) = connection.execute("SELECT sum(length(body)) FROM texts").fetchone()
    connection.close()
    print(f"  size / text: without the text {(_size(state) - text) / size:.2f}, compressed text {text / size:.2f}, "
          f"tantivy {_size(place / 'tantivy') / size:.2f}, FTS5 {_size(place / 'fts5') / size:.2f}")  # fmt: skip
    claims = claims_of(place / "corpus", CLAIMS)
    asked = {name: _asked(claims if name != "FTS5" else claims[:60], ask) for name, ask in _askers(place).items()}
    for name, median in asked.items():
        print(
            f"  ask   {name:11} {median:8.2f} ms {median / asked['tantivy']:5.2f}x   1/{asked['FTS5'] / median:.0f} of FTS5"
        )
    again, _ = run_apart("factcheck", place)
    print(f"  open unchanged    {again * 1000:.0f} ms")
    changed = change(place / "corpus", every=100)
    seconds, _ = run_apart("factcheck", place)
    print(
        f"  {changed:,} changed documents in all files    {seconds:.2f} s, {seconds / spent['factcheck']:.1%} of a build"
    )
    if count >= 100_000:
        changed = change(place / "corpus", every=1, files=count // 100_000, word="Again changed")
        seconds, _ = run_apart("factcheck", place)
        print(
            f"  {changed:,} changed documents in 1% of files  {seconds:.2f} s, {seconds / spent['factcheck']:.1%} of a build"
        )
    return spent["factcheck"]


def main() -> int:
    """Measure each number of documents."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--build", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.build:
        _build_here(options.build[0], Path(options.build[1]))
        return 0
    peers = [name for name in BUILDS if name != "texts" and (name != "bm25s" or find_spec("bm25s"))]
    first: tuple[int, float] | None = None
    for count in options.documents:
        with tempfile.TemporaryDirectory() as place:
            spent = measure(count, Path(place), peers=peers)
        first = first or (count, spent)
        print(
            f"  growth: {spent / count / (first[1] / first[0]):.2f} of the time for a document at {first[0]:,}",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
