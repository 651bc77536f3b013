"""Which sources of a corpus go back to one report: CPU time and peak memory as the corpus grows.

    python benchmarks/origins.py [--documents 1000 4000 10000]

Made-up articles of 14 to 26 sentences with Zipf-distributed words, a tenth of them copies that are cut to between a third and
the whole, half of them with their sentences in another order, with one word in fifty changed. Printed for each size: CPU time
and time for each document, growth against the size before, how many of the copies were found in the family of their original,
how many articles were joined wrongly, and the peak of memory. Each size runs in a process of its own.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from itertools import accumulate

from factcheck.domain.source import Source
from factcheck.sources.origins.families import by_source
from factcheck.sources.origins.whole import origins_of_corpus

LETTERS = "abcdefghijklmnoprstuvz"


def articles(count: int) -> tuple[list[Source], list[int]]:
    """The sources, and for each the number of the article that it goes back to: its own, if it is no copy."""
    chance = random.Random(7)  # noqa: S311  (made-up articles)
    words = ["".join(chance.choices(LETTERS, k=chance.randint(2, 9))) for _ in range(30_000)]
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    texts: list[list[str]] = []
    roots: list[int] = []
    for number in range(count):
        if texts and chance.random() < 0.1:
            original = chance.randrange(len(texts))
            sentences = cut(texts[original], chance, words)
            roots.append(roots[original])
        else:
            lengths = [chance.randint(12, 28) for _ in range(chance.randint(14, 26))]
            sentences = [" ".join(chance.choices(words, cum_weights=weights, k=length)) + "." for length in lengths]
            roots.append(number)
        texts.append(sentences)
    return [Source(text="\n\n".join(text), id=f"d{number:07}") for number, text in enumerate(texts)], roots


def cut(sentences: list[str], chance: random.Random, words: list[str]) -> list[str]:
    """A near-copy."""
    length = max(6, int(len(sentences) * chance.uniform(0.33, 1)))
    start = chance.randrange(max(1, len(sentences) - length + 1))
    kept = sentences[start : start + length]
    if chance.random() < 0.5:
        chance.shuffle(kept)
    return [" ".join(word if chance.random() > 0.02 else chance.choice(words) for word in one.split()) for one in kept]


def measure(count: int) -> None:
    """One size, in this process; prints its row."""
    sources, roots = articles(count)
    known = {source.id: source for source in sources}
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    found = origins_of_corpus(lambda: iter(sources), known.__getitem__, count=count)
    spent = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    family = by_source(found)
    copies = [number for number, root in enumerate(roots) if number != root]
    met = sum(family[sources[number].id] is family[sources[roots[number]].id] for number in copies)
    wrong = sum(len({roots[int(member[1:])] for member in origin.members}) - 1 for origin in found)
    print(f"{count}\t{spent:.1f}\t{met}/{len(copies)}\t{wrong}\t{(peak - before) // 1024}")


def main() -> None:
    """Every size in turn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[1_000, 4_000, 10_000], metavar="N")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        measure(options.one)
        return
    before: tuple[int, float] | None = None
    for count in options.documents:
        row = subprocess.run(
            [sys.executable, __file__, "--one", str(count)], check=True, capture_output=True, text=True
        ).stdout
        _, spent, met, wrong, peak = row.split()
        each = float(spent) / count
        growth = f", {each / before[1]:.2f} times the time a document of {before[0]:,}" if before else ""
        print(
            f"{count:,} documents: {spent} s CPU, {each * 1000:.2f} ms each{growth}; copies found {met}, joined wrongly {wrong}, "
            f"{peak} MB on top of the texts"
        )
        before = count, each


if __name__ == "__main__":
    main()
