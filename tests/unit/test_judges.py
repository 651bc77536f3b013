"""Which judge a project gets."""

from __future__ import annotations

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from factcheck.adapters import entry_points
from factcheck.adapters.judges import open_judge
from factcheck.adapters.onnx import OnnxJudge
from factcheck.domain.claim import ModelUse
from factcheck.errors import FactcheckError, ModelError, SettingsError
from factcheck.settings import read_settings
from tests.unit import tiny_model


def others(monkeypatch: pytest.MonkeyPatch, *points: EntryPoint) -> None:
    monkeypatch.setattr(entry_points, "entry_points", lambda *, group: [p for p in points if p.group == group])


class Echo:
    """A judge that a third party brings."""

    name = "echo@1"
    threshold = 0.9
    masked = False

    def __init__(self, options: dict[str, object]) -> None:
        self.options = options


def big_model() -> Path:
    return Path("/models/big")


def test_off_is_none(tmp_path: Path) -> None:
    assert open_judge("off", root=tmp_path) is None


def test_auto_is_the_model_of_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny_model.write(tmp_path / "models" / "tiny")
    monkeypatch.setattr("factcheck.adapters.judges.resources.files", lambda _: tmp_path)
    judge = open_judge("auto", root=Path("/elsewhere"))
    assert isinstance(judge, OnnxJudge)
    assert judge.name.startswith("tiny@")
    shipped = open_judge("shipped", root=Path("/elsewhere"))
    assert shipped is not None
    assert shipped.name == judge.name


def test_a_package_without_a_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.adapters.judges.resources.files", lambda _: tmp_path)
    assert open_judge("auto", root=tmp_path) is None
    with pytest.raises(SettingsError, match="S011 the model `shipped` has no folder here"):
        open_judge("shipped", root=tmp_path)


@pytest.mark.parametrize("written", ["big", "./big", "../project/big"])
def test_a_folder(tmp_path: Path, written: str) -> None:
    root = tmp_path / "project"
    tiny_model.write(root / "big")
    judge = open_judge(written, root=root)
    assert isinstance(judge, OnnxJudge)
    assert judge.score([("the ferry sank", "the ferry sank")]) == [(0.96, 0.02, 0.02)]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"^models/big/card\.json: M001 "):
        open_judge("models/big", root=tmp_path)


def test_a_name_that_nobody_knows(tmp_path: Path) -> None:
    with pytest.raises(
        SettingsError, match=r"S010 no `larg` among the models\n  mend: write one of auto, off, shipped, "
    ):
        open_judge("larg", root=tmp_path)


def test_installed_parts_act_when_they_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = f"{__name__}"
    others(
        monkeypatch,
        EntryPoint("echo", f"{here}:Echo", "factcheck.judges"),
        EntryPoint("big", f"{here}:big_model", "factcheck.models"),
    )
    judge = open_judge("echo", root=tmp_path, options={"volume": 3})
    assert isinstance(judge, Echo)
    assert judge.options == {"volume": 3}
    with pytest.raises(FactcheckError, match=r"^the model `big`/card\.json: M001"):
        open_judge("big", root=tmp_path)


def test_the_endpoint_is_asked_for_by_name(tmp_path: Path) -> None:
    judge = open_judge("endpoint", root=tmp_path, options={"url": "http://127.0.0.1:9/v1", "model": "m"})
    assert judge is not None
    assert judge.name.startswith("m@")


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param("", ("auto", ModelUse.AUTO), id="default"),
        pytest.param('model = "auto"', ("auto", ModelUse.AUTO), id="auto"),
        pytest.param('model = "off"', ("auto", ModelUse.OFF), id="off-is-policy"),
        pytest.param('model = "models/big"', ("models/big", ModelUse.AUTO), id="path"),
    ],
)
def test_settings_name_the_judge(tmp_path: Path, table: str, expected: tuple[str, ModelUse]) -> None:
    (tmp_path / "pyproject.toml").write_text(f"[tool.factcheck]\n{table}\n", encoding="utf-8")
    settings = read_settings(tmp_path)
    assert (settings.model, settings.policy.model) == expected
    assert settings.judge == {}


def test_settings_hold_the_options_of_the_judge(tmp_path: Path) -> None:
    text = '[tool.factcheck]\nmodel = "endpoint"\n[tool.factcheck.judge]\nurl = "http://localhost/v1"\n'
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    assert read_settings(tmp_path).judge == {"url": "http://localhost/v1"}


@pytest.mark.parametrize("table", ["model = 3", 'model = " "', 'judge = "endpoint"'])
def test_settings_refuse(tmp_path: Path, table: str) -> None:
    (tmp_path / "pyproject.toml").write_text(f"[tool.factcheck]\n{table}\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"S002 \[tool\.factcheck\] "):
        read_settings(tmp_path)
