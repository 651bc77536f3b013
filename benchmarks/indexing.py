"""What an index costs: `python benchmarks/indexing.py [--documents 1000 10000] [--per-file 1]`.

Generated documents (own words, Zipf frequencies, names, figures, dates, quotations, 10% near-copies; the same at every
run) are indexed and asked in one run by

- factcheck: files read, cleaned, cut into sentences, stored compressed and indexed under our terms;
- terms only: the same sentences under our terms in the engine alone;
- tantivy: one document each, its default tokenizer;
- FTS5: one document each in SQLite.

CPU seconds of the process, its threads included, and ratios to plain tantivy. Sizes in bytes of text.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import sys
import tempfile
import time
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tantivy

from factcheck.adapters.corpus import Corpus
from factcheck.adapters.tantivy_index import PassageWriter
from factcheck.retrieval.query import build_query
from factcheck.sources.passages import cut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

VOCABULARY = 30_000
SENTENCES = 14
CLAIMS = 200
_SYLLABLES = (
    "ba",
    "ke",
    "li",
    "mo",
    "nu",
    "ra",
    "se",
    "ti",
    "vo",
    "dan",
    "fer",
    "gol",
    "hin",
    "jas",
    "mer",
    "pol",
    "ster",
    "wick",
)
_GRAMMAR = ("the", "of", "and", "in", "to", "a", "was", "that", "for", "on", "said", "with", "by", "at", "has")
_MONTHS = ("January", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "December")


class Generator:
    """Documents and claims by number."""

    def __init__(self, seed: int = 1) -> None:
        """Make the vocabulary."""
        self._chance = random.Random(seed)  # noqa: S311  (the same at every run)
        words = set()
        while len(words) < VOCABULARY:
            words.add("".join(self._chance.choices(_SYLLABLES, k=self._chance.randint(2, 4))))
        self._words = sorted(words)
        self._chance.shuffle(self._words)
        self._weights = list(accumulate(1 / (rank + 10) for rank in range(VOCABULARY)))
        self._last = ""

    def _sentence(self) -> str:
        chance = self._chance
        words = chance.choices(self._words, cum_weights=self._weights, k=chance.randint(7, 14))
        for at in range(0, len(words), 2):
            words[at:at] = [chance.choice(_GRAMMAR)]
        kind = chance.random()
        if kind < 0.3:
            words[3:3] = [chance.choice(self._words[:2000]).title(), chance.choice(self._words).title()]
        elif kind < 0.5:
            words[3:3] = [f"{chance.randint(1, 90_000):,}"]
        elif kind < 0.6:
            words[3:3] = ["on", chance.choice(_MONTHS), f"{chance.randint(1, 28)},", str(chance.randint(1990, 2024))]
        elif kind < 0.7:
            words[3:3] = [f"“{chance.choice(self._words)} {chance.choice(self._words)}”"]
        return " ".join(words).capitalize() + "."

    def documents(self, count: int) -> Iterator[str]:
        """Texts of about two kilobytes; every tenth is the one before it with a sentence changed."""
        for number in range(count):
            if number % 10 == 9:
                sentences = self._last.split("\n\n")
                sentences[self._chance.randrange(len(sentences))] = self._sentence()
            else:
                sentences = [" ".join(self._sentence() for _ in range(2)) for _ in range(SENTENCES // 2)]
            self._last = "\n\n".join(sentences)
            yield self._last


def _timed(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in (folder, *folder.rglob("*")) if file.is_file())


def _percentile(times: list[float], share: float) -> float:
    return sorted(times)[int(len(times) * share)] * 1000


def _asked(claims: list[str], ask: Callable[[str], object]) -> list[float]:
    for claim in claims[:5]:
        ask(claim)
    return [_timed(lambda claim=claim: ask(claim)) for claim in claims]  # type: ignore[misc]


def _plain_schema() -> tantivy.Schema:
    return tantivy.SchemaBuilder().add_text_field("text").add_unsigned_field("number", fast=True).build()


def _build_plain(folder: Path, texts: list[str]) -> tantivy.Index:
    index = tantivy.Index(_plain_schema(), str(folder))
    writer = index.writer(64_000_000, 1)
    for number, text in enumerate(texts):
        document = tantivy.Document()
        document.add_text("text", text)
        document.add_unsigned("number", number)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index


def _build_terms(folder: Path, texts: list[str]) -> None:
    writer = PassageWriter(folder)
    for row, text in enumerate(texts):
        writer.add(row, text, cut(text), None)
    writer.commit()
    writer.close()


def _build_fts(path: Path, texts: list[str]) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5(text)")
    with connection:
        connection.executemany("INSERT INTO texts VALUES (?)", ((text,) for text in texts))
    return connection


def _write(folder: Path, texts: list[str], per_file: int) -> None:
    folder.mkdir(exist_ok=True)
    for at in range(0, len(texts), per_file):
        if per_file == 1:
            (folder / f"{at:07}.txt").write_text(texts[at], encoding="utf-8")
        else:
            lines = (
                json.dumps({"id": f"{at + place:07}", "text": text})
                for place, text in enumerate(texts[at : at + per_file])
            )
            (folder / f"{at:07}.jsonl").write_text("\n".join(lines), encoding="utf-8")


def _change(folder: Path, texts: list[str], per_file: int) -> int:
    """Change 1% of the documents, all in as few files as hold them."""
    count = max(1, len(texts) // 100)
    for at in range(count):
        texts[at] += " Changed afterwards."
    _write(folder, texts[: -(-count // per_file) * per_file], per_file)
    return count


def measure(count: int, per_file: int, place: Path) -> None:
    """Build and ask everything for one number of documents, and print it."""
    generator = Generator()
    texts = list(generator.documents(count))
    step = max(1, count // CLAIMS)
    claims = [text.split(". ")[0].split("\n\n")[-1] for text in texts[::step]][:CLAIMS]
    total = sum(len(text.encode()) for text in texts)
    _write(place / "corpus", texts, per_file)

    made: dict[str, Any] = {}
    plain = _timed(lambda: made.update(plain=_build_plain_in(place / "plain", texts)))
    terms = _timed(lambda: _build_terms(place / "terms", texts))
    fts = _timed(lambda: made.update(fts=_build_fts(place / "fts.sqlite", texts)))
    ours = _timed(lambda: made.update(ours=Corpus.open(place / "corpus", root=place)))
    again = _timed(lambda: Corpus.open(place / "corpus", root=place))
    engine = sum(map(_size, (place / ".factcheck").glob("corpus-*/*/engine-*")))
    print(f"\n{count:,} documents, {total / 1e6:.1f} MB, {len(made['ours']):,} sources read")
    built = {"tantivy": plain, "terms only": terms, "factcheck": ours, "FTS5": fts}
    print(
        "  build, CPU s      "
        + "   ".join(f"{name} {spent:.2f} ({spent / plain:.1f}x)" for name, spent in built.items())
    )
    sizes = {
        "tantivy": _size(place / "plain"),
        "engine": engine,
        "all": _size(place / ".factcheck"),
        "FTS5": _size(place / "fts.sqlite"),
    }
    print("  size / text       " + "   ".join(f"{name} {size / total:.2f}" for name, size in sizes.items()))
    print(f"  open unchanged    {again * 1000:.1f} ms")

    corpus, searcher = made["ours"], made["plain"].searcher()
    schema = _plain_schema()
    occur, query = tantivy.Occur.Should, tantivy.Query

    def ask_plain(claim: str) -> object:
        words = [word.strip(".,“”").lower() for word in claim.split() if word.lower() not in _GRAMMAR]
        asked = query.boolean_query([(occur, query.term_query(schema, "text", word)) for word in words])
        return searcher.search(asked, 50, count=False).hits

    def ask_fts(claim: str) -> object:
        words = " OR ".join(f'"{word}"' for word in claim.replace('"', "").split() if word.lower() not in _GRAMMAR)
        return (
            made["fts"]
            .execute("SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 50", (words,))
            .fetchall()
        )

    for name, ask in (
        ("tantivy", ask_plain),
        ("factcheck", lambda claim: corpus.search(build_query(claim), limit=50)),
        ("FTS5", ask_fts),
    ):
        times = _asked(claims if name != "FTS5" else claims[:40], ask)
        print(f"  ask {name:10}  p50 {_percentile(times, 0.5):.2f} ms   p95 {_percentile(times, 0.95):.2f} ms")

    changed = _change(place / "corpus", texts, per_file)
    refreshed = _timed(lambda: Corpus.open(place / "corpus", root=place))
    print(f"  refresh after {changed} changed documents: {refreshed:.2f} s, {refreshed / ours:.1%} of a build")


def _build_plain_in(folder: Path, texts: list[str]) -> tantivy.Index:
    folder.mkdir()
    return _build_plain(folder, texts)


def main() -> int:
    """Measure each number of documents."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--per-file", type=int, default=1, help="documents in a file: 1 writes .txt, more write .jsonl")
    options = parser.parse_args()
    for count in options.documents:
        with tempfile.TemporaryDirectory() as place:
            measure(count, options.per_file, Path(place))
    return 0


if __name__ == "__main__":
    sys.exit(main())
