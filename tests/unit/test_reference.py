"""docs/reference is what `python docs/generate.py` makes of the product, and it leaves nothing out."""

from __future__ import annotations

import argparse
import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from docs import generate
from factcheck import app, pytest_plugin, settings
from factcheck.adapters import openai_judge
from factcheck.adapters.entry_points import OURS
from factcheck.commands import search
from factcheck.domain.claim import Policy
from factcheck.domain.source import Source
from factcheck.domain.verdict import Label, MissingReason
from factcheck.sources.metadata import KEYS, read_fields, read_sources_file

MEND = "run `python docs/generate.py`, and look at what changed"
PAGES = generate.pages()
SOURCES = json.loads(app.sources_schema_text())


def test_the_pages_are_those_that_the_generator_writes() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in generate.FOLDER.glob("*.md")}
    assert sorted(committed) == sorted(PAGES), MEND
    for name, text in PAGES.items():
        assert committed[name] == text, f"{name}: {MEND}"


# -- an addition that nobody documented stops it ------------------------------------------------------------------------


def add_to_search(monkeypatch: pytest.MonkeyPatch, **stated: Any) -> None:
    add = search.add_to

    def with_one_more(commands: Any) -> None:
        add(commands)
        commands.choices["search"].add_argument("--nearby", **stated)

    monkeypatch.setattr(search, "add_to", with_one_more)


def test_an_option_of_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    add_to_search(monkeypatch)
    with pytest.raises(generate.UndocumentedError, match="search --nearby"):
        generate.pages()


def test_an_option_with_help_changes_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    add_to_search(monkeypatch, help="what stands beside it, too", metavar="N")
    assert generate.pages()["commands.md"] != PAGES["commands.md"]
    assert "| `--nearby N` | what stands beside it, too |" in generate.pages()["commands.md"]


def test_a_command_without_exit_status(monkeypatch: pytest.MonkeyPatch) -> None:
    add = search.add_to

    def silent(commands: Any) -> None:
        add(commands)
        commands.choices["search"].epilog = "It finds."

    monkeypatch.setattr(search, "add_to", silent)
    with pytest.raises(generate.UndocumentedError, match="search"):
        generate.pages()


def test_an_option_of_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(parser: Any) -> None:
        parser.getgroup("factcheck").addoption("--factcheck-loud", action="store_true")

    monkeypatch.setattr(pytest_plugin, "pytest_addoption", silent)
    with pytest.raises(generate.UndocumentedError, match="factcheck-loud"):
        generate.pages()


def test_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "KEYS", (*settings.KEYS, "loudness"))
    with pytest.raises(generate.UndocumentedError, match="loudness"):
        generate.pages()


def test_a_group_of_entry_points(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(OURS, "factcheck.bells", {})
    with pytest.raises(generate.UndocumentedError, match=r"factcheck\.bells"):
        generate.pages()


@pytest.mark.parametrize("of", ["claim_schema_text", "sources_schema_text", "report_schema_text"])
def test_a_key_of_a_schema(of: str, monkeypatch: pytest.MonkeyPatch) -> None:
    schema = json.loads(getattr(app, of)())
    definition = schema["$defs"].get("claim") or schema["$defs"]["source"]
    definition["properties"]["loudness"] = {"type": "string"}
    monkeypatch.setattr(app, of, lambda: json.dumps(schema))
    with pytest.raises(generate.UndocumentedError, match="loudness"):
        generate.pages()


# -- what it says is so -------------------------------------------------------------------------------------------------


def rows(page: str) -> dict[str, str]:
    return dict(re.findall(r"^\| `([^`]+)`[^|]*\| (.*) \|$", PAGES[page], re.MULTILINE))


def test_every_word_of_the_product_has_its_row() -> None:
    assert rows("verdicts.md").keys() >= {*Label, *MissingReason}
    assert rows("sources.md").keys() == {*KEYS, "file"}
    assert rows("entry-points.md").keys() == OURS.keys()
    assert rows("settings.md").keys() == {*settings.KEYS, *openai_judge.KEYS}


def test_the_defaults_are_those_of_a_policy() -> None:
    shown = rows("claim-files.md")
    policy = Policy()
    for key in ("min_origins", "severity", "model"):
        assert f" | `{getattr(policy, key)}` | " in shown[key]
    assert f" | `{Source('').status}` | " in rows("sources.md")["status"]


# -- the schema of sources.yaml -----------------------------------------------------------------------------------------

VALUES: dict[str, tuple[list[object], list[object]]] = {
    "id": (["wire-2024", "5"], ["a b", ""]),
    "title": (["The ferry"], ["", ["a"]]),
    "published": (["2024-01-31", "2024-02-15T06:30:00+01:00", "2024-02-15 06:30"], ["31/01/2024", "soon"]),
    "retrieved": (["2024-02-06T09:14:05Z"], ["today"]),
    "url": (["https://news.example/a"], ["news.example", "https://"]),
    "sha256": (["0" * 64, "AB" * 32], ["abc"]),
    "tier": (["primary", "party"], ["best"]),
    "status": (["current", "retracted"], ["gone"]),
    "tags": (["figures", ["a", "b"]], [[["a"]], ""]),
    "language": (["en", "de-AT"], ["English", "e"]),
    "loudness": ([], ["5"]),
}


@pytest.mark.parametrize(
    ("key", "value", "good"),
    [(key, value, good) for key, both in VALUES.items() for good, values in zip((True, False), both, strict=True) for value in values],
)  # fmt: skip
def test_editors_and_the_reader_accept_the_same(key: str, value: object, good: bool) -> None:  # noqa: FBT001
    assert Draft202012Validator(SOURCES).is_valid({"a.txt": {key: value}}) is good
    faults: list[Any] = []
    read_fields({key: (value, None)}, faults)  # type: ignore[dict-item]
    assert (not faults) is good


@pytest.mark.parametrize(
    "shape",
    [{"a.txt": {"tier": "wire"}}, [{"file": "a.txt", "tier": "wire"}], {"sources": {"a.txt": {"tier": "wire"}}}],
    ids=["names", "list", "sources"],
)
def test_every_shape_of_a_sources_file(shape: object) -> None:
    assert Draft202012Validator(SOURCES).is_valid(shape)
    read = read_sources_file(json.dumps(shape), path="sources.yaml", files=["a.txt"])
    assert (list(read.entries), read.faults) == (["a.txt"], ())


def test_the_parser_is_walked_to_its_end() -> None:
    parser = argparse.ArgumentParser()
    below = parser.add_subparsers().add_parser("a", help="b", description="c", epilog="exit status: 0 fine")
    below.add_subparsers().add_parser("d", help="e", description="f", epilog="exit status: 0 fine")
    assert [line for line in generate._commands(parser) if line.startswith("\n## ")] == [
        "\n## factcheck a\n",
        "\n## factcheck a d\n",
    ]
