"""The list of known limits names cases that exist, each once, and stays the smaller part."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from tests.judging.known_limits import KNOWN_LIMITS, WHY


def _cases() -> list[str]:
    found: list[str] = []
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        module = import_module(f"tests.judging.{path.stem}")
        for test in vars(module).values():
            for mark in getattr(test, "pytestmark", ()):
                found.extend(f"{path.stem}::{case.id}" for case in mark.args[1])
    return found


def test_every_listed_case_exists() -> None:
    assert set(WHY) <= set(_cases())


def test_no_case_is_listed_twice() -> None:
    assert len(WHY) == sum(len(cases) for cases in KNOWN_LIMITS.values())


def test_cases_of_one_file_have_ids_of_their_own() -> None:
    cases = _cases()
    assert sorted(cases) == sorted(set(cases))
