"""Set the threshold of a model folder in use: `python training/entailment/threshold.py SETS_FOLDER MODEL_FOLDER SET ... [--write]`.

Every item of the even halves is judged as users judge it, by the matchers and the model together, the model as sure as it may be.
The table gives, for supports that rest on the model, how many are right. The threshold is the lowest from which at least `PRECISE`
of them are right; `--write` puts it into the card.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from pairs import in_tuning_half, rows_of

from factcheck import Corpus
from factcheck.adapters.onnx import OnnxJudge
from factcheck.domain.claim import Claim
from factcheck.pipeline import check

PRECISE = 0.92
ENOUGH = 60  # supports by which a share can be told, within three points or so
LIMITS = tuple(n / 100 for n in range(60, 99))
Row = tuple[float, bool]


def supports(folder: Path, sets: list[str], judge: OnnxJudge) -> Iterator[Row]:
    """Each support that rests on the model: the score, and whether the item is a support by its label."""
    for name in sets:
        for item in filter(in_tuning_half, rows_of(folder / f"{name}.jsonl.gz")):
            corpus = Corpus.from_texts([piece["text"] for piece in item["evidence"]])
            verdict = check(Claim(item["claim"]), index=corpus, judge=judge)
            if verdict.label == "supported" and verdict.decided_by == "model":
                yield verdict.evidence[0].score, item["label"] == "supported"


def fitting(rows: list[Row]) -> float:
    """The lowest threshold from which enough are right, and from every higher one too."""
    found = LIMITS[-1]
    for limit in reversed(LIMITS):
        right = [row[1] for row in rows if row[0] >= limit]
        if len(right) >= ENOUGH and sum(right) / len(right) < PRECISE:
            break
        found = limit
    return found


def main() -> None:
    """Judge, print the table, write the thresholds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    judge = OnnxJudge(options.model)
    judge.threshold = LIMITS[0]
    rows = list(supports(options.folder, options.sets, judge))
    for limit in LIMITS[::2]:
        right = [row[1] for row in rows if row[0] >= limit]
        print(f"{limit:.2f}  right {sum(right)} of {len(right)}")
    threshold = fitting(rows)
    print("threshold", threshold)
    if options.write:
        write(options.model, threshold)


def write(model: Path, threshold: float) -> None:
    """Put the threshold into `card.json` and `card.md`."""
    path, page = model / "card.json", model / "card.md"
    card = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**card, "threshold": threshold}, indent=1) + "\n", encoding="utf-8")
    rows = page.read_text(encoding="utf-8").splitlines()
    stated = f"| a reading counts from | {threshold} |"
    page.write_text(
        "\n".join(stated if row.startswith("| a reading counts from |") else row for row in rows) + "\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
