"""Set the threshold of a model folder in use: `python training/entailment/threshold.py SETS_FOLDER MODEL_FOLDER SET ... [--write]`.

Every item of the even halves is judged as users judge it, by the matchers and the model together, the model as sure as it may be.
For each threshold the table gives how many more gold supports are found and how many more items are wrongly supported or wrongly
contradicted than by the matchers alone, in points of a hundred, over the sets together. `--write` puts the lowest threshold whose
two prices are at most `PRICE` points into the card.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factcheck import Corpus
from factcheck.adapters.onnx import OnnxJudge
from factcheck.domain.claim import Claim
from factcheck.domain.evidence import Stance
from factcheck.pipeline import check

PRICE = 1.0
LIMITS = (0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98)


@dataclass
class Item:
    """One item: its label, what the matchers say, and how sure the model is of either side."""

    gold: str
    alone: str
    supports: float
    refutes: float

    def label(self, limit: float) -> str:
        """The verdict at a threshold, where the matchers leave it open."""
        if self.alone != "missing":
            return self.alone
        supported, refuted = self.supports >= limit, self.refutes >= limit
        return (
            "conflicting"
            if supported and refuted
            else "supported"
            if supported
            else "contradicted"
            if refuted
            else "missing"
        )


def even(folder: Path, name: str) -> Iterator[dict[str, object]]:
    """The tuning half of one set."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            if int(hashlib.sha256(str(item["id"]).encode()).hexdigest(), 16) % 2 == 0:
                yield item


def judged(item: dict[str, object], judge: OnnxJudge) -> Item:
    """One item, as each judges it."""
    corpus = Corpus.from_texts([piece["text"] for piece in item["evidence"]])  # type: ignore[attr-defined]
    claim = Claim(str(item["claim"]))
    alone = check(claim, index=corpus).label.value
    both = check(claim, index=corpus, judge=judge)
    sure = {
        stance: max((e.score for e in both.evidence if e.by_model and e.stance is stance), default=0.0)
        for stance in Stance
    }
    return Item(str(item["label"]), alone, sure[Stance.SUPPORTS], sure[Stance.REFUTES])


def points(items: list[Item], limit: float) -> tuple[float, float, float]:
    """More supports found, more wrongly supported, more wrongly contradicted, in points of a hundred."""

    def more(found: str, gold: set[str]) -> float:
        rows = [item for item in items if item.gold in gold]
        gained = sum((item.label(limit) == found) - (item.alone == found) for item in rows)
        return 100 * gained / max(1, len(rows))

    return (
        more("supported", {"supported"}),
        more("supported", {"contradicted", "missing"}),
        more("contradicted", {"supported", "missing"}),
    )


def main() -> None:
    """Judge, print the table, write the threshold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    judge = OnnxJudge(options.model)
    judge.threshold = LIMITS[0]
    items = {name: [judged(item, judge) for item in even(options.folder, name)] for name in options.sets}
    together = [item for rows in items.values() for item in rows]
    for name, rows in [*items.items(), ("all", together)]:
        print(name, len(rows))
        for limit in LIMITS:
            print(
                f"  {limit:.2f}  found {{:+.1f}}  wrongly supported {{:+.1f}}  wrongly contradicted {{:+.1f}}".format(
                    *points(rows, limit)
                )
            )
    fitting = [limit for limit in LIMITS if max(points(together, limit)[1:]) <= PRICE]
    print("threshold", min(fitting, default=None))
    if options.write and fitting:
        path = options.model / "card.json"
        card = json.loads(path.read_text(encoding="utf-8"))
        page = options.model / "card.md"
        text = page.read_text(encoding="utf-8")
        page.write_text(
            text.replace(
                f"| a support counts from | {card['threshold']} |", f"| a support counts from | {fitting[0]} |"
            ),
            encoding="utf-8",
        )
        path.write_text(json.dumps({**card, "threshold": fitting[0]}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
