"""Make a model folder: `python training/entailment/export.py RUN_FOLDER BASE_FOLDER PAIRS.jsonl.gz MEASURED.jsonl.gz OUT_FOLDER`.

Writes the averaged weights as int8 ONNX, the tokenizer, `card.json` and `card.md`. The temperature is fitted to the measured rows and
the threshold is the lowest at which a support is right as often as `PRECISE` asks, over the measured sets together.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from network import LABELS, TOKEN_LIMIT, from_base, tokenizer_of
from onnxruntime.quantization import QuantType, quantize_dynamic

NAME, VERSION = "minilm-wording", "0.1.0"
PRECISE = 0.95
INPUTS = ("input_ids", "token_type_ids", "attention_mask")
BASE = {
    "name": "sentence-transformers/all-MiniLM-L6-v2",
    "licence": "Apache-2.0",
    "sha256": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
}
AGENCY = ("Groningen Meaning Bank, agency-style news, changed by rule", "public domain; Wikinews part CC BY 2.5")
DATA = {
    "vitaminc": ("VitaminC (Schuster et al. 2021)", "CC BY-SA 3.0 (Wikipedia text); code MIT"),
    "fever": ("FEVER, training split (Thorne et al. 2018)", "CC BY-SA 3.0 (Wikipedia text)"),
    "fever-nei-sameentity": ("FEVER, claims without enough information (Thorne et al. 2018)", "CC BY-SA 3.0 (Wikipedia text)"),
    "no-deciding-clause": ("FEVER, evidence without the deciding clause", "CC BY-SA 3.0 (Wikipedia text)"),
    "mnli": ("MultiNLI, part of the development set (Williams et al. 2018)", "mixed, mostly permissive, see MultiNLI"),
    "snli": ("SNLI, part of the development set (Bowman et al. 2015)", "CC BY-SA 4.0"),
    "snli-counterfactual": ("counterfactually revised SNLI (Kaushik et al. 2020)", "Apache-2.0; SNLI text CC BY-SA 4.0"),
    "conjnli": ("ConjNLI (Saha et al. 2020)", "MIT; Wikipedia text"),
    "help-part": ("HELP (Yanaka et al. 2019)", "CC BY-SA 4.0"),
    "scone": ("ScoNe (She et al. 2023)", "CC0"),
    "scifact": ("SciFact, training split (Wadden et al. 2020)", "claims CC BY 4.0, abstracts ODC-By"),
    "exchanged": ("supported pairs of these sets, one word of the claim exchanged", "as the sets they come from"),
    "exchanged-alike": ("the same, claim and passage changed alike", "as the sets they come from"),
}  # fmt: skip
LIMITS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97)


def sha256(path: Path) -> str:
    """Of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def export(run: Path, base: Path, folder: Path) -> dict[str, float]:
    """Write `model.onnx` and `tokenizer.json`; returns how long and how far the run was."""
    kept = torch.load(run / "last.pt", map_location="cpu", weights_only=True)
    network = from_base(base)
    network.load_state_dict(kept["average"])
    network.eval()
    ids = torch.randint(1000, 9000, (2, 24))
    sides = torch.cat([torch.zeros(2, 8), torch.ones(2, 16)], dim=1).long()
    attention = torch.ones_like(ids)
    axes = {name: {0: "batch", 1: "length"} for name in INPUTS}
    with tempfile.TemporaryDirectory() as space:
        whole = Path(space) / "whole.onnx"
        torch.onnx.export(
            network, (ids, sides, attention), str(whole), dynamo=False, opset_version=17, input_names=list(INPUTS),
            output_names=["logits"], dynamic_axes={**axes, "logits": {0: "batch"}},
        )  # fmt: skip
        # 7-bit weights: 8-bit products saturate on CPUs without VNNI and would give other scores there.
        quantize_dynamic(whole, folder / "model.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    model = onnx.load(folder / "model.onnx")
    for node in model.graph.node:
        node.doc_string = ""
    onnx.save(model, folder / "model.onnx")
    tokenizer = tokenizer_of(base)
    tokenizer.no_truncation()
    tokenizer.save(str(folder / "tokenizer.json"))
    return {"steps": kept["step"], "minutes": round(kept["elapsed"] / 60, 1)}


def logits_of(folder: Path, base: Path, rows: list[list[str]]) -> np.ndarray:
    """Logits of the exported model, each pair by itself as at run time."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options)
    tokenizer = tokenizer_of(base)
    found = []
    for claim, evidence, *_ in rows:
        encoded = tokenizer.encode(claim, evidence)
        given = (encoded.ids, encoded.type_ids, encoded.attention_mask)
        found.append(session.run(None, {n: np.array([v], dtype=np.int64) for n, v in zip(INPUTS, given, strict=True)})[0][0])  # fmt: skip
    return np.array(found)


def shares(logits: np.ndarray, temperature: float) -> np.ndarray:
    """Softmax, rounded as at run time."""
    powers = np.exp((logits - logits.max(1, keepdims=True)) / temperature)
    return np.round(powers / powers.sum(1, keepdims=True), 2)


def fitted(logits: np.ndarray, gold: np.ndarray) -> float:
    """The temperature at which the gold labels are likeliest."""

    def loss(temperature: float) -> float:
        scaled = logits / temperature
        scaled = scaled - scaled.max(1, keepdims=True)
        return float(np.mean(np.log(np.exp(scaled).sum(1)) - scaled[np.arange(len(gold)), gold]))

    return float(min(np.round(np.arange(0.5, 3.01, 0.05), 2), key=loss))


def figures(rows: list[list[str]], found: np.ndarray) -> list[dict[str, object]]:
    """Per set: pairs, accuracy, and for each threshold how often a support is right and how many it finds."""
    gold = np.array([LABELS.index(row[2]) for row in rows])
    sets: dict[str, list[int]] = defaultdict(list)
    for n, row in enumerate(rows):
        sets[row[3]].append(n)
    lines = []
    for name, members in [*sorted(sets.items()), ("all", list(range(len(rows))))]:
        here, right = found[members], gold[members]
        line: dict[str, object] = {"set": name, "pairs": len(members), "accuracy": round(float((here.argmax(1) == right).mean()), 3)}  # fmt: skip
        for limit in LIMITS:
            said = here[:, 0] >= limit
            precision = round(float((right[said] == 0).mean()), 3) if said.any() else None
            line[str(limit)] = [precision, round(float(said[right == 0].mean()), 3)]
        lines.append(line)
    return lines


def trained_on(pairs: Path) -> list[dict[str, object]]:
    """Pairs by origin, with licences."""
    counts: Counter[tuple[str, str]] = Counter()
    with gzip.open(pairs, "rt", encoding="utf-8") as lines:
        for line in lines:
            *_, name, part = json.loads(line)
            if part == "train":
                counts[DATA.get(name, AGENCY)] += 1
    return [{"name": name, "licence": licence, "pairs": n} for (name, licence), n in counts.most_common()]


def page(card: dict[str, object]) -> str:
    """The card for people."""
    base, data, measured = card["base"], card["data"], card["measured"]
    lines = [
        f"# Card of the wording model (`{card['name']}` {card['version']})", "",
        "| | |", "|---|---|",
        "| what it is | a six-layer BERT encoder with a head that lays the claim beside the passage; int8 ONNX |",
        "| what it does | says how likely a sentence supports, refutes, or leaves open a claim, once figures and dates are masked |",
        "| what it is for | one question: is the claim's predicate said in other words? The matchers decide everything else |",
        "| what it is not for | figures, dates, names, speakers, quotations; other languages; verdicts by itself |",
        f"| base | {base['name']}, {base['licence']}, sha256 `{base['sha256']}` |",
        f"| outputs | {', '.join(card['labels'])}; divided by {card['temperature']} before the softmax |",
        f"| input | claim and passage, {card['token_limit']} tokens at most together |",
        f"| a reading counts from | {card['threshold']} |",
        *(f"| sha256 of `{name}` | `{value}` |" for name, value in card["files"].items()),
        f"| training | {card['training']['steps']:,} steps, {card['training']['minutes']} minutes |",
        "", "## Trained on", "", "| data | licence | pairs |", "|---|---|---|",
        *(f"| {row['name']} | {row['licence']} | {row['pairs']:,} |" for row in data),
        "", "## Measured", "",
        "On development sets (tuning halves), never on test splits. Right: share of the supports that are gold supports. Found: share of the gold supports.", "",
        "| set | pairs | accuracy | " + " | ".join(f"right / found at {limit}" for limit in LIMITS) + " |",
        "|" + "---|" * (3 + len(LIMITS)),
        *(
            f"| {row['set']} | {row['pairs']} | {row['accuracy']} | " + " | ".join(f"{row[str(limit)][0]} / {row[str(limit)][1]}" for limit in LIMITS) + " |"
            for row in measured
        ),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def main(run: str, base: str, pairs: str, measured: str, out: str) -> None:
    """Export, calibrate, write the card."""
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(1)
    training = export(Path(run), Path(base), folder)
    with gzip.open(measured, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    logits = logits_of(folder, Path(base), rows)
    gold = np.array([LABELS.index(row[2]) for row in rows])
    temperature = fitted(logits, gold)
    found = figures(rows, shares(logits, temperature))
    precise = [limit for limit in LIMITS if (found[-1][str(limit)][0] or 0) >= PRECISE]  # type: ignore[index]
    card = {
        "name": NAME, "version": VERSION, "base": BASE, "labels": list(LABELS), "token_limit": TOKEN_LIMIT, "masked": True,
        "temperature": temperature, "threshold": min(precise, default=0.97),
        "files": {name: sha256(folder / name) for name in ("model.onnx", "tokenizer.json")},
        "data": trained_on(Path(pairs)), "training": training, "measured": found,
    }  # fmt: skip
    (folder / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    (folder / "card.md").write_text(page(card), encoding="utf-8")
    for row in found:
        print(row)
    print("temperature", temperature, "threshold", card["threshold"], training)


if __name__ == "__main__":
    main(*sys.argv[1:])
