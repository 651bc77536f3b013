"""The README keeps its two command lines, and its length."""

from __future__ import annotations

from pathlib import Path

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")


def test_two_command_lines() -> None:
    lines = [line for line in README.splitlines() if line.startswith("python -m pip install")]
    assert lines == [
        "python -m pip install . && python -m pytest claims/",
        "python -m pip install '.[dev]' && python -m pytest",
    ]


def test_two_screens() -> None:
    assert len(README.splitlines()) <= 120
