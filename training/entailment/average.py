"""Average the weights of two runs: `python training/entailment/average.py FIRST SECOND SHARE OUT`.

SHARE is the second run's part, 0 to 1. A run that learned something further often forgets a little of what it knew; between the two
lie weights that know both (Wortsman et al. 2022, "Model soups"). OUT holds a `last.pt` that `export.py` takes; steps and
time are those of both runs.
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch


def main(first: str, second: str, share: str, out: str) -> None:
    """Average, write."""
    one, two = (torch.load(Path(run) / "last.pt", map_location="cpu", weights_only=True) for run in (first, second))
    part = float(share)
    if not 0 <= part <= 1:
        raise ValueError(f"SHARE must lie between 0 and 1, not {share}")
    average = {name: one["average"][name].lerp(value, part) for name, value in two["average"].items()}
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    sums = {name: one[name] + two[name] for name in ("step", "elapsed")}
    torch.save({"average": average, **sums}, folder / "last.pt")


if __name__ == "__main__":
    main(*sys.argv[1:])
