"""A model folder of a few kilobytes: it supports what repeats the claim's first word and refutes what says "not"."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save
from tokenizers import Tokenizer, models, pre_tokenizers, processors

WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[unused1]", "ferry", "sank", "not", "rose", "the")


def write(
    folder: Path, *, inputs: tuple[str, ...] = ("input_ids", "attention_mask"), labels: int = 3, **card: Any
) -> Path:
    """The folder, with a good card that `card` can spoil.

    The network is a sum over tokens of a row of three numbers for each word.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer(models.WordLevel({word: n for n, word in enumerate(WORDS)}, unk_token="[UNK]"))  # noqa: S106
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    tokenizer.save(str(folder / "tokenizer.json"))
    rows = np.zeros((len(WORDS), labels), dtype=np.float32)
    rows[WORDS.index("sank"), 0] = 2
    rows[WORDS.index("not"), 1] = 9
    rows[WORDS.index("rose"), -1] = 6
    given = [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"]) for name in inputs]
    nodes = [
        helper.make_node("Gather", ["rows", "input_ids"], ["found"]),
        helper.make_node("ReduceSum", ["found", "axes"], ["logits"], keepdims=0),
    ]
    constants = [numpy_helper.from_array(rows, "rows"), numpy_helper.from_array(np.array([1]), "axes")]
    told = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", labels])
    graph = helper.make_graph(nodes, "tiny", given, [told], constants)
    save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), folder / "model.onnx")
    write_card(folder, **card)
    return folder


def write_card(folder: Path, **changed: Any) -> None:
    """`card.json` for the files as they are; a key whose value is None is left out."""
    card: dict[str, Any] = {
        "name": "tiny",
        "version": "1",
        "files": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in ("model.onnx", "tokenizer.json")},
        "labels": ["supports", "refutes", "neutral"],
        "token_limit": 16,
    }  # fmt: skip
    card = {key: value for key, value in {**card, **changed}.items() if value is not None}
    (folder / "card.json").write_text(json.dumps(card), encoding="utf-8")
