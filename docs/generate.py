"""Writes `docs/reference/` from the schemas, the options and the parts themselves: `python docs/generate.py`.

What has no description there stops it, so that nothing can be added without being documented.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from factcheck import app, cli, pytest_plugin, settings
from factcheck.adapters import openai_judge
from factcheck.adapters.entry_points import OURS
from factcheck.domain.verdict import Label, MissingReason
from factcheck.reports.failure import REASONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FOLDER = Path(__file__).with_name("reference")
_MADE = "*Made by `python docs/generate.py` from what the product itself reads and prints.*"
_LEVELS = {
    "claim": "claim",
    "number_check": "number",
    "date_check": "date",
    "event_check": "event",
    "review": "review",
    "appeared": "appeared",
}
_PARTS = {
    "factcheck.readers": ("turns files into sources", "`Reader`, as a class without arguments"),
    "factcheck.matchers": ("compares one aspect of a claim with a passage", "`Matcher`, as a function"),
    "factcheck.judges": (
        "reads wording in the place of the model",
        "a function of `[tool.factcheck.judge]` that returns a `Judge`",
    ),
    "factcheck.indexes": ("finds candidate passages", "`Index`; for our own two, the project cannot name another yet"),
    "factcheck.reports": (
        "writes a report",
        "a function of `factcheck.reports.json_report.RunRecord` that returns text",
    ),
    "factcheck.models": ("a model folder that reads wording", "a function without arguments that returns its path"),
}
_NAMED_BY = {
    "factcheck.readers": "`readers`",
    "factcheck.matchers": "`matchers`",
    "factcheck.judges": "`model`",
    "factcheck.reports": "`reports`",
    "factcheck.models": "`model`",
}
_OUTCOMES = {
    Label.SUPPORTED: ("independent sources say the same", "passed", "failed"),
    Label.CONTRADICTED: ("a source that speaks of the same fact says otherwise", "failed", "passed"),
    Label.CONFLICTING: (
        "some sources say so, others say otherwise",
        "failed, with both sides",
        "failed, with both sides",
    ),
    Label.MISSING: ("the sources do not settle it", "skipped, with the reason", "skipped, with the reason"),
}
_WHAT_TO_DO = {
    MissingReason.NOTHING_RETRIEVED: "add a source, or look for a name that is spelt differently",
    MissingReason.OFF_TOPIC: "add a source",
    MissingReason.DETAIL_NOT_STATED: "find a source that states it, or leave the detail out",
    MissingReason.ONLY_REPORTED: "write *X says that ...*, or find a source that asserts it",
    MissingReason.TOO_FEW_ORIGINS: "[find a second one](../second-source.md); a copy will not do",
    MissingReason.OUT_OF_SCOPE: "the near miss says what leaves it out: `as_of`, the `sources` filter, or its `status`",
    MissingReason.OTHER_LANGUAGE: "[read them yourself](../other-languages.md), and sign off",
    MissingReason.UNSURE: "read the passage that is shown",
}
_EXITS = {
    pytest.ExitCode.OK: "every claim that ran passed, was skipped, or has a lower `severity`; under the gate: publish",
    pytest.ExitCode.TESTS_FAILED: "a claim failed, or the gate does not say publish",
    pytest.ExitCode.INTERRUPTED: "a claim file has faults, so nothing ran; or somebody interrupted the run",
    pytest.ExitCode.INTERNAL_ERROR: "a fault in pytest or a plugin",
    pytest.ExitCode.USAGE_ERROR: "a bad option or setting, no corpus, a corpus without a readable source, a damaged lock",
    pytest.ExitCode.NO_TESTS_COLLECTED: "there was no claim to run; under the gate: 1",
}


class UndocumentedError(Exception):
    """Something that a user can write or get, and nothing says what it means."""


class Row(NamedTuple):
    """A key or option with what stands beside it."""

    name: str
    cells: Sequence[str]


def pages() -> dict[str, str]:
    """Every page of the reference, by file name."""
    made = {
        "claim-files.md": _claim_files(),
        "sources.md": _sources(),
        "settings.md": _settings(),
        "pytest.md": _pytest(),
        "commands.md": _commands(cli.parser()),
        "verdicts.md": _verdicts(),
        "json-report.md": _report(),
        "entry-points.md": _entry_points(),
    }
    return {name: "\n".join(lines) + "\n" for name, lines in made.items()}


# -- schemas ------------------------------------------------------------------------------------------------------------


def _claim_files() -> Iterator[str]:
    schema = json.loads(app.claim_schema_text())
    yield from _head("Keys of claim files", "[Writing claims](../claims.md) shows how to use them.")
    yield "A key that is not here is a fault, with the nearest one that is; keys that start with `x-` are yours, and are ignored."
    yield from _section("At the top of a file", _keys(schema, schema))
    yield from _section(
        "Under `policy`, on one claim, or in `[tool.factcheck]`",
        _keys(schema["properties"]["policy"], schema),
        "The nearest wins: the claim, then its file, then the [settings](settings.md).",
    )
    policy = schema["properties"]["policy"]["properties"]
    for definition, key in _LEVELS.items():
        below = schema["$defs"][definition]
        left = {
            name: value for name, value in below["properties"].items() if definition != "claim" or name not in policy
        }
        yield from _section(f"`{key}`", _keys({**below, "properties": left}, schema), below["description"])
    unplaced = [name for name, value in schema["$defs"].items() if "properties" in value and name not in _LEVELS]
    if unplaced:
        raise UndocumentedError(f"no section for {', '.join(unplaced)} of the schema of claim files")


def _sources() -> Iterator[str]:
    schema = json.loads(app.sources_schema_text())
    yield from _head("What can be said about a source", "[Your sources](../sources.md) shows how to use it.")
    yield "In front matter at the top of a text, in a `sources.yaml` beside the files, or on the lines of a `.jsonl` file."
    yield "Keys that start with `x-` are yours, and are ignored. `factcheck schema sources` prints the schema for editors."
    yield from _section("Keys", _keys(schema["$defs"]["source"], schema))


def _report() -> Iterator[str]:
    schema = json.loads(app.report_schema_text())
    yield from _head(
        "The JSON report",
        "[Reports](../reports.md) shows how to write one; `factcheck schema report` prints its schema.",
    )
    yield schema["description"]
    yield from _section("The report", _keys(schema, schema, needed=False))
    yield from _below(schema, schema)
    for name, below in schema["$defs"].items():
        if "properties" in below:
            yield from _section(name, _keys(below, schema, needed=False), below["description"])
            yield from _below(below, schema)


def _below(schema: dict[str, Any], whole: dict[str, Any]) -> Iterator[str]:
    """Sections for the objects that stand in others and have no name of their own."""
    for key, value in schema["properties"].items():
        for part in (value, value.get("items", {}), *value.get("oneOf", ())):
            if "properties" in part:
                yield from _section(f"`{key}`", _keys(part, whole, needed=False), _described(key, value))


def _keys(schema: dict[str, Any], whole: dict[str, Any], *, needed: bool = True) -> list[Row]:
    """The keys of an object: values, default, meaning."""
    required = schema.get("required", ()) if needed else ()
    rows = []
    for key, value in schema["properties"].items():
        name = f"`{key}`" + (", needed" if key in required else "")
        default = value.get("default", _resolved(value, whole).get("default"))
        cells = [_values(value, whole), f"`{default}`" if default is not None else "", _described(key, value)]
        rows.append(Row(name, cells if needed else [cells[0], cells[2]]))
    return rows


def _described(key: str, value: dict[str, Any]) -> str:
    if not value.get("description"):
        raise UndocumentedError(f"the schema does not say what `{key}` means")
    return str(value["description"])


def _resolved(value: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    reference = value.get("$ref")
    found: dict[str, Any] = whole["$defs"][reference.removeprefix("#/$defs/")] if reference else value
    return found


def _values(value: dict[str, Any], whole: dict[str, Any]) -> str:
    """What may stand there, in words."""
    name = value.get("$ref", "").removeprefix("#/$defs/")
    found = _resolved(value, whole)
    if "title" in found:
        return str(found["title"])
    if "const" in found:
        return f"`{found['const']}`"
    if "enum" in found:
        return ", ".join("null" if word is None else f"`{word}`" for word in found["enum"])
    if "properties" in found or "allOf" in found:
        return f"[{_LEVELS.get(name, name)}](#{_LEVELS.get(name, name)})" if name else "see below"
    choices = found.get("anyOf") or found.get("oneOf")
    if choices:
        first, last = choices[0], choices[-1]
        if last.get("items") == first:
            return f"{_values(first, whole)}; or a list of these"
        return " or ".join(dict.fromkeys(_values(choice, whole) for choice in choices))
    if found["type"] == "array":
        return f"a list of: {_values(found['items'], whole)}"
    kinds = found["type"] if isinstance(found["type"], list) else [found["type"]]
    return " or ".join(str(_KINDS.get(kind, kind)) for kind in kinds)


_KINDS = {"string": "text", "integer": "a whole number", "boolean": "true or false", "object": "an object"}


# -- settings, options, commands ----------------------------------------------------------------------------------------


class _Options:
    """Takes down what the plugin asks of pytest's parser."""

    def __init__(self) -> None:
        self.options: list[Row] = []
        self.ini: dict[str, str] = {}

    def getgroup(self, _name: str, _description: str = "") -> _Options:
        return self

    def addoption(self, name: str, **stated: Any) -> None:
        value = "\\|".join(stated.get("choices", ())) or stated.get("metavar", "")
        self.options.append(Row(f"`{name} {value}`".replace(" `", "`"), [_help(name, stated.get("help"))]))

    def addini(self, name: str, text: str, **_stated: Any) -> None:
        self.ini[name] = _help(name, text)


def _plugin() -> _Options:
    found = _Options()
    pytest_plugin.pytest_addoption(found)  # type: ignore[arg-type]  # the two methods of the parser that it calls
    return found


def _settings() -> Iterator[str]:
    ini = {name.removeprefix("factcheck_"): text for name, text in _plugin().ini.items()}
    yield from _head("Settings", "What a project states once, in `pyproject.toml` or in pytest's own configuration.")
    yield "Each comes from the command line, else from the ini value, else from `[tool.factcheck]`, else it is the default."
    yield "Configured paths are relative to pytest's rootdir."
    tables = {"judge": "a table for judges that take options, see below"}
    rows = []
    for key in settings.KEYS:
        if key not in ini and key not in tables:
            raise UndocumentedError(f"nothing says what the setting `{key}` means")
        rows.append(Row(f"`{key}`", [f"`factcheck_{key}`" if key in ini else "", ini.get(key) or tables[key]]))
    yield from _section("`[tool.factcheck]`", rows, head=("key", "ini value", "meaning"))
    judge = [Row(f"`{key}`", [text]) for key, text in openai_judge.KEYS.items()]
    yield from _section("`[tool.factcheck.judge]`", judge, 'For [`model = "endpoint"`](../model.md#an-endpoint).')


def _pytest() -> Iterator[str]:
    yield from _head("Under pytest", "[Running claims](../running.md) shows how to use it.")
    yield from _section("Options", _plugin().options, head=("option", "meaning"))
    yield "\n## Exit status\n"
    yield from _table(("status", "means"), [Row(str(int(code)), [text]) for code, text in _EXITS.items()])
    fixture = pytest_plugin.factcheck_checker.__doc__ or ""
    yield f"\n## Fixture\n\n`factcheck_checker` (once a session): {_help('factcheck_checker', fixture)}"
    yield "\n## Markers\n"
    yield "Each tag of a claim is a marker, registered by itself. What `-m` cannot read is written with `_`: the tag"
    yield "`2024 vote` is `-m 2024_vote`. Tags with the name of a marker that does something, and words of the expression"
    yield "language (`and`, `or`, `not`), get the prefix `tag_`."


def _commands(parser: argparse.ArgumentParser) -> Iterator[str]:
    yield from _head("Commands", "Each says the same with `--help`. The settings of the project hold for all of them.")
    yield from _table(
        ("option of all", "meaning"),
        [
            Row(f"`{'`, `'.join(action.option_strings)}`", [_help("--version", action.help)])
            for action in _actions(parser)
            if action.option_strings
        ],
    )
    yield "\nWhat is interrupted exits with 130. An option in brackets, or without *needed*, may be left out."
    for name, (below, summary) in _below_commands(parser).items():
        yield from _command(name, below, summary)


def _below_commands(parser: argparse.ArgumentParser) -> dict[str, tuple[argparse.ArgumentParser, str]]:
    """The commands of a parser, each with its one line of help."""
    for action in parser._actions:  # noqa: SLF001  (argparse has no other way to ask)
        if isinstance(action.choices, dict):
            summaries = {choice.dest: choice.help or "" for choice in action._choices_actions}  # type: ignore[attr-defined]  # noqa: SLF001
            return {name: (below, summaries.get(name, "")) for name, below in action.choices.items()}
    return {}


def _actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return [action for action in parser._actions if not isinstance(action.choices, dict)]  # noqa: SLF001


def _command(name: str, parser: argparse.ArgumentParser, summary: str) -> Iterator[str]:
    _help(name, summary)
    yield f"\n## factcheck {name}\n"
    yield _help(name, parser.description)
    paragraphs = (parser.epilog or "").split("\n\n")
    exits = [part.removeprefix("exit status: ") for part in paragraphs if part.startswith("exit status: ")]
    if len(exits) != 1:
        raise UndocumentedError(f"the help of `factcheck {name}` does not end with its exit status")
    for part in paragraphs:
        if not part.startswith(("exit status: ", "example", "Nothing is judged")):
            yield "\n" + part.strip()
    rows = [_row(name, action) for action in _actions(parser) if action.dest != "help"]
    if rows:
        yield ""
        yield from _table(("argument or option", "meaning"), rows)
    yield f"\nExit status: {' '.join(exits[0].split())}."
    for below_name, (below, below_summary) in _below_commands(parser).items():
        yield from _command(f"{name} {below_name}", below, below_summary)


def _row(command: str, action: argparse.Action) -> Row:
    value = "\\|".join(map(str, action.choices or ())) or str(action.metavar or action.dest.upper())
    if not action.option_strings:
        name = value if action.nargs not in {"?", "*"} else f"[{value}]"
        return Row(f"`{name}{' ...' if action.nargs in {'+', '*'} else ''}`", [_help(f"{command} {name}", action.help)])
    needed = ", needed" if action.required else ""
    takes = "" if action.nargs == 0 else f" {value}"
    name = "`, `".join(f"{option}{takes}" for option in action.option_strings)
    return Row(f"`{name}`{needed}", [_help(f"{command} {name}", action.help)])


def _help(name: str, text: str | None) -> str:
    if not text or not text.strip():
        raise UndocumentedError(f"nothing says what `{name}` means")
    return " ".join(text.replace("%%", "%").split())


# -- verdicts and parts -------------------------------------------------------------------------------------------------


def _verdicts() -> Iterator[str]:
    yield from _head("Verdicts and reasons", "[How a verdict comes about](../verdicts.md) tells the steps.")
    rows = [Row(f"`{label}`", _OUTCOMES[label]) for label in Label]
    head = ("verdict", "means", "with `expect: supported` (default)", "with `expect: contradicted` (a debunk)")
    yield from _section("What pytest shows", rows, head=head)
    yield "\n`expect: conflicting` and `expect: missing` are met by that verdict alone. `severity: warn` or `info` turns a"
    yield "failure into `xfailed`, which reports call *warned*. A [sign-off](../sign-off.md) that counts is shown as passed."
    reasons = [Row(f"`{reason}`", [REASONS[reason].rstrip("."), _WHAT_TO_DO[reason]]) for reason in MissingReason]
    yield from _section("Why a verdict is missing", reasons, head=("reason", "means", "what to do"))


def _entry_points() -> Iterator[str]:
    yield from _head("Parts of other distributions", "[Parts of your own](../extending.md) shows how to write one.")
    yield "A part registers under an entry point group, as ours do, and acts only when the project names it in its"
    yield "[settings](settings.md). The protocols are in `factcheck.domain.ports`."
    if OURS.keys() != _PARTS.keys():
        raise UndocumentedError(f"nothing says what these groups are: {OURS.keys() ^ _PARTS.keys()}")
    rows = [
        Row(f"`{group}`", [*_PARTS[group], _NAMED_BY.get(group, ""), ", ".join(f"`{name}`" for name in names)])
        for group, names in OURS.items()
    ]
    yield from _section("Groups", rows, head=("group", "what it does", "what is registered", "named by", "ours"))


# -- Markdown -----------------------------------------------------------------------------------------------------------


def _head(title: str, lead: str) -> list[str]:
    return [f"# {title}\n", f"{lead}\n", f"{_MADE}\n"]


def _section(
    title: str, rows: Iterable[Row], lead: str = "", *, head: Sequence[str] = ("key", "value", "default", "meaning")
) -> Iterator[str]:
    rows = list(rows)
    yield f"\n## {title}\n"
    if lead:
        yield f"{lead}\n"
    width = len(rows[0].cells) + 1
    if len(head) != width:
        head = {2: ("key", "meaning"), 3: ("key", "value", "meaning")}[width]
    yield from _table(head, rows)


def _table(head: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for name, cells in rows:
        yield "| " + " | ".join(_cell(cell) for cell in (name, *cells)) + " |"


def _cell(text: str) -> str:
    """Text as it may stand in a cell; what looks like markup (`<name>`, a lone `*`) is shown as it is."""
    return re.sub(r"(?<![\\])\|", r"\\|", text).replace("<", "&lt;")


def main() -> None:
    """Write the pages, and take away those that are no more."""
    FOLDER.mkdir(exist_ok=True)
    made = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
