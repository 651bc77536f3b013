"""Documents and claims made from a seed: own words with Zipf frequencies, names, figures, dates, quotations, 10% near-copies."""

from __future__ import annotations

import json
import random
from itertools import accumulate, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VOCABULARY = 30_000
SENTENCES = 6
PER_FILE = 1_000
_SYLLABLES = "ba ke li mo nu ra se ti vo dan fer gol hin jas mer pol ster wick".split()
GRAMMAR = ("the", "of", "and", "in", "to", "a", "was", "that", "for", "on", "said", "with", "by", "at", "has")
_MONTHS = ("January", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "December")


class Generator:
    """Documents by number, the same at every run and for every number of them."""

    def __init__(self, seed: int = 1) -> None:
        """Make the vocabulary."""
        self._chance = random.Random(seed)  # noqa: S311  (the same at every run)
        words = set()
        while len(words) < VOCABULARY:
            words.add("".join(self._chance.choices(_SYLLABLES, k=self._chance.randint(2, 4))))
        self._words = sorted(words)
        self._chance.shuffle(self._words)
        self._weights = list(accumulate(1 / (rank + 10) for rank in range(VOCABULARY)))
        self._last: list[str] = []

    def sentence(self) -> str:
        """One sentence of some ten words and as many of the grammar between them."""
        chance = self._chance
        words = chance.choices(self._words, cum_weights=self._weights, k=chance.randint(7, 14))
        for at in range(0, len(words), 2):
            words[at:at] = [chance.choice(GRAMMAR)]
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
        """Texts of about a hundred words; every tenth is the one before it with a sentence changed."""
        for number in range(count):
            sentences = list(self._last) if number % 10 == 9 else [self.sentence() for _ in range(SENTENCES)]
            if number % 10 == 9:
                sentences[self._chance.randrange(SENTENCES)] = self.sentence()
            self._last = sentences
            yield "\n\n".join(" ".join(sentences[at : at + 2]) for at in range(0, SENTENCES, 2))


def write_corpus(folder: Path, count: int) -> int:
    """Write documents as JSON lines, a thousand to a file.

    Returns:
        How many bytes of text they have.
    """
    folder.mkdir(parents=True)
    size = 0
    documents = enumerate(Generator().documents(count))
    for number in range(-(-count // PER_FILE)):
        with (folder / f"{number:05}.jsonl").open("w", encoding="utf-8") as file:
            for at, text in islice(documents, PER_FILE):
                size += len(text.encode())
                file.write(json.dumps({"id": f"{at:07}", "text": text}, ensure_ascii=False) + "\n")
    return size


def texts_of(folder: Path) -> Iterator[str]:
    """The texts that `write_corpus` wrote."""
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as file:
            for line in file:
                yield json.loads(line)["text"]


def change(folder: Path, *, every: int, files: int | None = None, word: str = "Changed") -> int:
    """Add a sentence to every so manieth document of the first files, or of all.

    Returns:
        How many documents changed.
    """
    count = 0
    for path in sorted(folder.glob("*.jsonl"))[:files]:
        lines = path.read_text(encoding="utf-8").splitlines()
        for at in range(0, len(lines), every):
            values = json.loads(lines[at])
            values["text"] += f"\n\n{word} words stand at the end of this report."
            lines[at] = json.dumps(values, ensure_ascii=False)
            count += 1
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return count


def claims_of(folder: Path, count: int) -> list[str]:
    """The second sentences of documents, spread over the corpus."""
    paths = sorted(folder.glob("*.jsonl"))
    documents = PER_FILE * (len(paths) - 1) + sum(1 for _ in paths[-1].open(encoding="utf-8"))
    step = max(1, documents // count)
    return [text.split("\n\n")[1].split(". ")[0].rstrip(".") + "." for text in islice(texts_of(folder), 0, None, step)][
        :count
    ]
