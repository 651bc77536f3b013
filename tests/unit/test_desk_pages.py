"""The pages on writing claims, draft coverage and the mutation score: every command on them is run, and prints what is told."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.domain.audit import Backing, Change
from factcheck.reports.draft import NAMES

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = {name: (ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("draft.md", "mutation.md", "writing.md")}


def commands(page: str) -> list[tuple[str, list[str]]]:
    """Each command of a page with the lines told below it."""
    found: list[tuple[str, list[str]]] = []
    for block in BLOCK.findall(PAGES[page]):
        for line in block.splitlines():
            if line.startswith("$ factcheck "):
                found.append((line.removeprefix("$ factcheck "), []))
            else:
                found[-1][1].append(line)
    return found


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


@pytest.mark.parametrize("page", ["draft.md", "mutation.md"])
@pytest.mark.usefixtures("checkout")
def test_every_command_runs_and_prints_what_is_told(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    asked = commands(page)
    assert len(asked) >= 4
    for command, told in asked:
        assert main(shlex.split(command)) in (0, 1), command
        printed = " ".join(capsys.readouterr().out.split())
        for line in told:
            assert line in printed, command


def test_writing_a_claim_goes_as_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for command, told in commands("writing.md"):
        assert main(shlex.split(command)) == 0, command
        printed = " ".join(capsys.readouterr().out.split())
        for line in told:
            assert line in printed, command


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
