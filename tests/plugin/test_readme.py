"""The README shows what a run really prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.app import claim_schema_text, write_starter
from tests.plugin.conftest import Desk

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
SHOWN = re.compile(r"```yaml\n(?P<claims>.*?)```\n\n```text\n\$ pytest claims/\n(?P<output>.*?)\n```", re.DOTALL)


def test_the_first_screen_is_a_real_run(bare: Desk) -> None:
    shown = SHOWN.search(README)
    assert shown
    write_starter(bare.pytester.path, schema=claim_schema_text())
    bare.write("claims/first.yaml", shown["claims"])
    result = bare.run("claims/", "-p", "no:randomly")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    ours, _, _ = shown["output"].partition("\n=========================== short test summary")
    assert ours in "\n".join(result.outlines)


def test_two_command_lines() -> None:
    lines = [line for line in README.splitlines() if line.startswith("python -m pip install")]
    assert lines == [
        "python -m pip install . && python -m pytest claims/",
        "python -m pip install '.[dev]' && python -m pytest",
    ]
