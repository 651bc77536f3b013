"""The pages on draft coverage and the mutation score name every state and every change, and their article shows them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.domain.audit import Backing, Change
from factcheck.reports.draft import NAMES

ROOT = Path(__file__).resolve().parents[2]
PAGES = {name: (ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("draft.md", "mutation.md")}


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample claims, their corpus and the article, as in a checkout."""
    for folder in ("claims", "corpus"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "draft-example.md", tmp_path / "docs")
    (tmp_path / "pyproject.toml").write_text(
        '[tool.factcheck]\ncorpus = "corpus"\nclaims = ["claims"]\n', encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("checkout")
def test_the_example_shows_each_state_that_matters(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "docs/draft-example.md", "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    states = {item["state"] for item in report["sentences"]}
    assert states >= {"against", "naked", "unsettled", "borne-out", "uncheckable"}
    assert report["coverage"] == 0.75


def test_the_pages_name_every_state_and_every_change() -> None:
    assert all(f"| `{NAMES[state]}` |" in PAGES["draft.md"] for state in Backing if state is not Backing.UNCHECKABLE)
    assert all(f"| {change} |" in PAGES["mutation.md"] for change in Change)
