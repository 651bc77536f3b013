"""The card tells of the weights that ship."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

TABLES = Path(__file__).resolve().parents[2] / "factcheck" / "text" / "tables"


def test_the_card_names_the_weights_that_ship() -> None:
    card = (TABLES / "tagger.md").read_text(encoding="utf-8")
    data = (TABLES / "tagger.json").read_bytes()
    weights = json.loads(data)
    words = sum(len(row.split()) for row in weights["lexicon"].values())
    assert hashlib.sha256(data).hexdigest() in card
    assert f"{words:,} dictionary words" in card
    assert f"{len(weights['weights']):,} features" in card
    assert f"{sum(len(row) for row in weights['weights'].values()):,} weights" in card
