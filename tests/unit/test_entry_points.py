"""Parts by name."""

from __future__ import annotations

import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from factcheck.adapters import entry_points
from factcheck.adapters.entry_points import OURS, known, load, version
from factcheck.errors import SettingsError

ROOT = Path(__file__).resolve().parents[2]


def test_ours_are_registered_as_those_of_others_are() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    registered = {group: names for group, names in project["entry-points"].items() if group != "pytest11"}
    assert registered == {group: names for group, names in OURS.items() if names}


@pytest.mark.parametrize(("group", "name"), [(group, name) for group, names in OURS.items() for name in names])
def test_ours_load(group: str, name: str) -> None:
    assert callable(load(group, name))


def others(monkeypatch: pytest.MonkeyPatch, *points: EntryPoint) -> None:
    monkeypatch.setattr(entry_points, "entry_points", lambda *, group: [p for p in points if p.group == group])


def test_a_third_party_acts_when_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    others(monkeypatch, EntryPoint("csv", "json:loads", "factcheck.readers"))
    assert load("factcheck.readers", "csv")("1") == 1
    assert known("factcheck.readers") == [*OURS["factcheck.readers"], "csv"]
    assert version("factcheck.readers", "csv") == ""


def test_ours_are_found_without_a_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entry_points, "entry_points", None)
    load("factcheck.readers", "text")


def test_an_unknown_name_lists_the_known_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    others(monkeypatch)
    with pytest.raises(
        SettingsError, match=r"S010 no `tekst` among the readers\n  mend: did you mean `text`\? known readers: text, "
    ):
        load("factcheck.readers", "tekst")
    with pytest.raises(SettingsError, match="known models: shipped"):
        load("factcheck.models", "large")


@pytest.mark.parametrize("value", ["no_such_module:Reader", "json:no_such_name"])
def test_a_part_that_cannot_be_imported(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    others(monkeypatch, EntryPoint("csv", value, "factcheck.readers"))
    with pytest.raises(SettingsError, match=r"S011 `csv` of factcheck\.readers cannot be loaded"):
        load("factcheck.readers", "csv")
