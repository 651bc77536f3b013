"""What the pages on the gate and on sign-offs show beside their commands: the lock, the sign-off, the ready jobs, the hook."""

from __future__ import annotations

import re
import shlex
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
import yaml

from factcheck.app import claim_schema_text, write_starter
from factcheck.cli import main
from factcheck.yamltext import Mapping, read
from tests.plugin.conftest import Desk

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
SIGNED = DOCS / "sign-off.md"


@pytest.fixture
def island(bare: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    """The starter folder, on 12 February 2024."""
    write_starter(bare.pytester.path, schema=claim_schema_text())
    monkeypatch.chdir(bare.pytester.path)
    for place in ("factcheck.adapters.project.today", "factcheck.app.clock_today"):
        monkeypatch.setattr(place, lambda: date(2024, 2, 12))
    capsys.readouterr()
    return bare


def output_of(command: str, island: Desk, capsys: pytest.CaptureFixture[str]) -> list[str]:
    program, *arguments = shlex.split(command)
    capsys.readouterr()
    if program == "pytest":
        return [line.rstrip() for line in island.run(*arguments).outlines]
    assert program == "factcheck"
    main(arguments)
    return capsys.readouterr().out.splitlines()


def test_the_shown_block_of_the_lock_is_real(island: Desk) -> None:
    assert main(["lock"]) == 0
    shown = re.search(r"```text\n(claim .*?)```", (DOCS / "gate.md").read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    assert shown[1] in island.read("factcheck.lock")


def test_the_shown_sign_off_is_real(island: Desk) -> None:
    page = SIGNED.read_text(encoding="utf-8")
    command = re.search(r"^\$ (factcheck review .*)$", page, re.MULTILINE)
    shown = re.search(r"```yaml\n(  - id: ticket-price.*?)```", page, re.DOTALL)
    assert command
    assert shown
    assert main(shlex.split(command[1])[1:]) == 0
    assert island.read("claims/first.yaml").endswith(shown[1])


WORKFLOW = yaml.safe_load((DOCS / "ci/github-actions.yml").read_text(encoding="utf-8"))
JOB = yaml.safe_load((DOCS / "ci/gitlab-ci.yml").read_text(encoding="utf-8"))
STEPS = {
    "github": [step["run"] for step in WORKFLOW["jobs"]["gate"]["steps"] if "run" in step],
    "gitlab": JOB["factcheck"]["script"],
}


@pytest.mark.parametrize("where", STEPS)
def test_the_ready_jobs_run_and_publish(where: str, island: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    install, *commands = STEPS[where]
    assert install == "python -m pip install pytest-factcheck"
    assert len(commands) == 2
    main(["review", "ticket-price", "--accept", "--by", "Jo", "--reason", "seen"])
    for command in commands:
        printed = output_of(command, island, capsys)
    assert printed[-1].startswith("publish: ")
    kept = WORKFLOW["jobs"]["gate"]["steps"][-1]["with"]["path"].split()
    assert kept == [*JOB["factcheck"]["artifacts"]["paths"], JOB["factcheck"]["artifacts"]["reports"]["junit"]]
    assert all(island.exists(name) for name in kept)


def test_the_hook_of_pre_commit_names_a_command_that_there_is(island: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert not read(text).faults
    (hook,) = yaml.safe_load(text)
    assert hook["id"] == "factcheck-lint"
    files = ["claims/first.yaml", "pyproject.toml", "corpus/island-news-2024-02-07.md"]
    assert output_of(" ".join([hook["entry"], *files]), island, capsys)[-1] == "1 claim file, 0 locked quotes: no fault"
    page = re.search(r"```yaml\n(repos:.*?)```", (DOCS / "gate.md").read_text(encoding="utf-8"), re.DOTALL)
    assert page
    assert isinstance(read(page[1]).root, Mapping)
    assert fnmatchcase(page[1], f"*- id: {hook['id']}*")
