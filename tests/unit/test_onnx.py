"""A judge from a model folder."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from factcheck.adapters.onnx import OnnxJudge
from factcheck.errors import ModelError
from tests.unit import tiny_model

PAIRS = [
    ("the ferry sank", "the ferry sank"),
    ("the ferry sank", "the ferry sank not"),
    ("the ferry", "the ferry rose"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny_model.write(tmp_path / "tiny")


def test_scores_in_the_order_of_the_pairs(folder: Path) -> None:
    judge = OnnxJudge(folder)
    scores = judge.score(PAIRS)
    assert [max(range(3), key=score.__getitem__) for score in scores] == [0, 1, 2]
    assert scores[0] == (0.96, 0.02, 0.02)
    assert judge.score(PAIRS[::-1]) == scores[::-1]
    assert judge.score([]) == []


def test_a_pair_has_one_score_whatever_stands_beside_it(folder: Path) -> None:
    judge = OnnxJudge(folder)
    assert [judge.score([pair])[0] for pair in PAIRS] == judge.score(PAIRS)


def test_the_name_tells_of_all_that_scores_depend_on(folder: Path) -> None:
    judge = OnnxJudge(folder)
    assert judge.name == f"tiny@{hashlib.sha256((folder / 'card.json').read_bytes()).hexdigest()[:12]}"
    assert (judge.threshold, judge.masked) == (0.9, False)
    tiny_model.write_card(folder, threshold=0.8)
    assert OnnxJudge(folder).name != judge.name


def test_labels_in_another_order_and_a_temperature(tmp_path: Path) -> None:
    turned = tiny_model.write(tmp_path, labels=3, threshold=0.8, masked=True)
    tiny_model.write_card(
        turned, labels=["neutral", "refutes", "supports"], temperature=2, threshold=0.8, masked=True, version="2"
    )
    judge = OnnxJudge(turned)
    assert judge.score(PAIRS[:1]) == [(0.11, 0.11, 0.79)]
    assert (judge.threshold, judge.masked, judge.card.version) == (0.8, True, "2")


def test_a_long_passage_is_cut_at_its_end(folder: Path) -> None:
    judge = OnnxJudge(folder)
    assert judge.score([("the ferry sank", "the ferry sank " + "the " * 5000 + "not")]) == judge.score(PAIRS[:1])


@pytest.mark.parametrize(
    ("text", "other"),
    [("", ""), ("\0", "\ufffd"), ("ferry\u2028sank", "🙂" * 3000), (" ", "[SEP] [CLS]")],
)
def test_odd_texts_have_scores(folder: Path, text: str, other: str) -> None:
    (score,) = OnnxJudge(folder).score([(text, other)])
    assert sum(score) == pytest.approx(1, abs=0.02)


def test_nothing_is_loaded_before_the_first_pair(folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from factcheck.adapters.onnx import OnnxJudge; "
        f"OnnxJudge(Path({str(folder)!r})).score([]); "
        "sys.exit(bool({'onnxruntime', 'tokenizers', 'numpy', 'huggingface_hub'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603


@pytest.mark.parametrize(
    ("card", "what"),
    [
        pytest.param({"name": None}, "`name`", id="no-name"),
        pytest.param({"name": "two words"}, "`name`", id="name-with-a-space"),
        pytest.param({"version": 3}, "`version`", id="version"),
        pytest.param({"files": {"model.onnx": "ab"}}, "`files`", id="files"),
        pytest.param({"files": {"model.onnx": "ab", "tokenizer.json": "cd"}}, "`files`", id="hashes"),
        pytest.param(
            {"files": dict.fromkeys(["model.onnx", "tokenizer.json", "../up"], "a" * 64)}, "`files`", id="file-elsewhere"
        ),
        pytest.param({"labels": ["supports", "refutes"]}, "`labels`", id="labels"),
        pytest.param({"labels": "supports"}, "`labels`", id="labels-as-text"),
        pytest.param({"token_limit": 8}, "`token_limit`", id="limit"),
        pytest.param({"token_limit": True}, "`token_limit`", id="limit-as-truth"),
        pytest.param({"masked": "yes"}, "`masked`", id="masked"),
        pytest.param({"temperature": 0}, "`temperature`", id="temperature"),
        pytest.param({"threshold": 0.2}, "`threshold`", id="threshold"),
    ],
)  # fmt: skip
def test_a_card_that_is_not_one(folder: Path, card: dict[str, Any], what: str) -> None:
    tiny_model.write_card(folder, **card)
    with pytest.raises(ModelError, match=rf"card\.json: M002 the card is not one: {what}"):
        OnnxJudge(folder, shown="tiny")


@pytest.mark.parametrize("text", ["", "[]", "{", "[" * 100_000, "\xff", " " * 1_000_001], ids=range(6))
def test_a_card_that_is_no_object(folder: Path, text: str) -> None:
    (folder / "card.json").write_text(text, encoding="latin-1")
    with pytest.raises(ModelError, match=r"tiny/card\.json: M002 .* no JSON object"):
        OnnxJudge(folder, shown="tiny")


def test_a_folder_without_a_card(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"^big/card\.json: M001 the card cannot be read: no such file"):
        OnnxJudge(tmp_path, shown="big")


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_a_file_that_is_not_there(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelError, match=rf"tiny/{name}: M001 the file cannot be read"):
        OnnxJudge(folder, shown="tiny").score(PAIRS)


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_a_file_that_was_changed(folder: Path, name: str) -> None:
    data = (folder / name).read_bytes()
    (folder / name).write_bytes(data[:-1])
    with pytest.raises(ModelError, match=rf"tiny/{name}: M003 .* sha256 differs"):
        OnnxJudge(folder, shown="tiny").score(PAIRS)


@pytest.mark.parametrize(("name", "data"), [("model.onnx", b"no model"), ("tokenizer.json", b"{}")])
def test_files_that_are_no_model(folder: Path, name: str, data: bytes) -> None:
    (folder / name).write_bytes(data)
    tiny_model.write_card(folder)
    with pytest.raises(ModelError, match=r"M004 the model cannot be loaded"):
        OnnxJudge(folder).score(PAIRS)


def test_a_model_that_takes_something_else(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="M004 the model takes input_ids, picture, not "):
        OnnxJudge(tiny_model.write(tmp_path, inputs=("input_ids", "picture"))).score(PAIRS)


def test_a_model_that_gives_something_else(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"M004 the model gives .*, not three numbers"):
        OnnxJudge(tiny_model.write(tmp_path, labels=2)).score(PAIRS)


def test_a_model_that_breaks_off(folder: Path) -> None:
    tokenizer = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer["model"]["vocab"]["ferry"] = 5000
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer), encoding="utf-8")
    tiny_model.write_card(folder)
    with pytest.raises(ModelError, match="M004 the model cannot be run"):
        OnnxJudge(folder).score(PAIRS)
