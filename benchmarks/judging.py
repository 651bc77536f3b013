"""How fast sentences are analysed and compared: `python benchmarks/judging.py FOLDER`.

FOLDER holds `text/*.jsonl.gz` (one object a line with `text`). CPU time of one process:

analysis     sentences a second, each for the first time, tables built
comparison   (claim, passage) pairs a second, both analysed before; each claim, a sentence of the same set, meets 50 passages
peer         the same sentences through the tokeniser alone, as the ratio that does not depend on the machine
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from pathlib import Path

from factcheck.domain.source import Passage, Source
from factcheck.pipeline import weigh_passage
from factcheck.text.analyse import analyse
from factcheck.text.tokens import tokenize

SENTENCES = 4000
EACH = 50  # passages that one claim is compared with


def sentences(folder: Path) -> list[str]:
    """The first sentences of the agency news."""
    with gzip.open(folder / "text" / "gmb-voa-sentences.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line, _ in zip(lines, range(SENTENCES), strict=False)]


def main() -> None:
    """Measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    texts = sentences(parser.parse_args().folder)
    analyse("Tables are built by the first sentence: 3 ships sank in May 2020.")
    start = time.process_time()
    for text in texts:
        tokenize(text)
    tokens = time.process_time() - start
    start = time.process_time()
    analyses = [analyse(text) for text in texts]
    analysis = time.process_time() - start
    passages = [Passage(Source(text, id=str(n)), 0, len(text)) for n, text in enumerate(texts)]
    for passage in passages:
        weigh_passage(analyses[0], passage)
    start = time.process_time()
    for n, passage in enumerate(passages):
        weigh_passage(analyses[n // EACH], passage)
    comparison = time.process_time() - start
    print(f"analysis    {len(texts) / analysis:8.0f} sentences/s ({analysis / tokens:.0f} times the tokeniser alone)")
    print(f"comparison  {len(texts) / comparison:8.0f} pairs/s")


if __name__ == "__main__":
    main()
