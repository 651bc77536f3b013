"""Mask labelled sets for measuring: `python training/entailment/measured.py SETS_FOLDER OUT.jsonl.gz SET ...`.

Only items whose sha256 of the id is even: the other half is for the figures that are reported.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

from pairs import LABELS, evidence_of, in_tuning_half, masked, rows_of

OF_A_SET = 250


def main(folder: str, target: str, *sets: str) -> None:
    """Write the rows in the form of `pairs.py`, all in part `held`."""
    with gzip.open(target, "wt", encoding="utf-8") as out:
        for name in sets:
            rows = rows_of(Path(folder) / f"{name}.jsonl.gz")
            even = [row for row in rows if in_tuning_half(row)]
            for row in even[:OF_A_SET]:
                claim, evidence = str(row["claim"]), evidence_of(row, 3)
                done = masked((claim, evidence, LABELS[str(row["label"])], f"bench-{name}"))
                if done:
                    out.write(json.dumps([*done, "held"], ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
