"""The schema that editors use and the reader that claims go through accept the same files."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from factcheck.claimfile import parse, schema_text
from factcheck.domain.claim import ModelUse, Policy, Rung, Severity
from factcheck.domain.source import Tier
from factcheck.domain.verdict import Label
from factcheck.yamltext import Broken, Mapping, Node, Sequence, read

SCHEMA = json.loads(schema_text())
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)

INTEGER = re.compile(r"[-+]?[0-9]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def as_an_editor_sees(node: Node | None) -> Any:
    """Values by the core schema of YAML 1.2, which editors follow."""
    if isinstance(node, Mapping):
        return {key: as_an_editor_sees(value) for key, (_, value) in node.entries.items()}
    if isinstance(node, Sequence):
        return [as_an_editor_sees(item) for item in node.items]
    if node is None or isinstance(node, Broken) or node.is_null:
        return None
    return number_or_text(node.value) if node.plain else node.value


def number_or_text(plain: str) -> Any:
    if plain in {"true", "false"}:
        return plain == "true"
    if INTEGER.fullmatch(plain):
        return int(plain)
    return float(plain) if FLOAT.fullmatch(plain) else plain


def agreed(text: str) -> bool:
    return accepted(text) == VALIDATOR.is_valid(as_an_editor_sees(read(text).root))


def accepted(text: str) -> bool:
    try:
        parse(text, path="a.yaml")
    except ExceptionGroup:
        return False
    return True


VALUES = [
    "a b", "'a b'", "''", "' '", "~", "5", "'5'", "0", "-5", "010", "2.5", ".5", "NO", "true", "12:30", "2024-01-12",
    "'2024-01-12'", "31/12/2024", "2024-02-30", "10%", "'5 %'", "101%", "6 weeks", "90d", "2y", "5x", "0 days", "3 years", "error", "warn", "info",
    "auto", "off", "on", "supported", "contradicted", "false", "planned", "done", "tier:wire", "tier:wires", "status:retracted", "status:x", "publisher:x*",
    "'!tag:a'", "'a!b'", "publsher:x", "[]", "[a]", "[a, b]", "[5, 'x y']", "[~]", "[[a]]", "{}", "{a: b}", "{value: 5}",
    "{value: '2,500', of: men, in: town, tolerance: 5%}", "{value: 5, tolerance: x}", "[{value: 5}, 6]", "{value: [5]}",
    "{status: planned, of: it}", "[planned, {status: denied}]", "{status: done}", "{of: it}",
    "{decision: accept, by: me, day: 2024-01-12}", "{decision: accept, by: me}", "{decision: maybe, by: me, day: 2024-01-12}",
    "{url: 'http://a.b', day: 2024-01-12}", "{url: x, dya: 2024-01-12}", "2,500", "a.b-c_d", "a/b",
]  # fmt: skip


def refused_by_readers_only(key: str, value: str) -> bool:
    """What a schema cannot say: a sentence without words or of one word, a count with a leading zero that editors do not see."""
    wordless = not re.search("[a-z]", value, re.IGNORECASE) or re.fullmatch("[A-Za-z]+", value)
    return (key == "claim" and bool(wordless)) or (key in {"min_origins", "valid_for"} and value == "010")


@pytest.mark.parametrize("key", SCHEMA["$defs"]["claim"]["properties"])
def test_every_key_of_a_claim_takes_what_the_schema_says(key: str) -> None:
    others = [f"{other}: {text}" for other, text in (("claim", "The town has a mill."), ("id", "mill")) if other != key]
    for value in VALUES:
        text = "\n  ".join([f"claims:\n- {key}: {value}", *others])
        assert refused_by_readers_only(key, value) or agreed(text), text


@pytest.mark.parametrize("key", [key for key in SCHEMA["properties"] if key != "claims"])
def test_every_key_of_a_file_takes_what_the_schema_says(key: str) -> None:
    for value in VALUES:
        text = f"{key}: {value}\nclaims: ['The town has a mill.']"
        assert refused_by_readers_only(key, value) or agreed(text), text


@pytest.mark.parametrize("key", SCHEMA["properties"]["policy"]["properties"])
def test_every_key_of_a_policy_takes_what_the_schema_says(key: str) -> None:
    for value in VALUES:
        text = f"policy:\n  {key}: {value}\nclaims: ['The town has a mill.']"
        assert refused_by_readers_only(key, value) or agreed(text), text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "claims: []",
        "claims:\n- a: b",
        "claims:\n- [a]",
        "claims:\n- 'a b'\n- claim: c d\n  x-y: [1]",
        "x-a: 1\nclaims: ['a b']",
        "y-a: 1\nclaims: ['a b']",
        "claims:\n- claim: a b\n  review: {decision: accept, by: me, day: 2024-01-12}",
        "policy: {x-a: 1}\nclaims: ['a b']",
        "claims:\n- " + "a" * 2001,
        "claims:\n- " + "a" * 2000,
    ],
)
def test_whole_files_are_taken_as_the_schema_says(text: str) -> None:
    assert agreed(text)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(
    ("name", "words"), [("severity", Severity), ("model", ModelUse), ("expect", Label), ("rung", Rung)]
)
def test_the_words_of_the_schema_are_those_of_the_domain(
    name: str, words: type[Severity | ModelUse | Label | Rung]
) -> None:
    assert SCHEMA["$defs"][name]["enum"] == [word.value for word in words]


def test_the_tiers_of_the_schema_are_those_of_the_domain() -> None:
    assert f"({'|'.join(tier.value for tier in Tier)})" in SCHEMA["$defs"]["filter"]["pattern"]


def test_policy_keys_are_the_same_in_the_file_on_a_claim_and_in_the_domain() -> None:
    policy = SCHEMA["properties"]["policy"]["properties"]
    assert list(policy) == list(Policy.__slots__)
    for key, schema in policy.items():
        assert SCHEMA["$defs"]["claim"]["properties"][key] == schema


def test_every_key_has_a_description_for_editors() -> None:
    def undescribed(schema: dict[str, Any]) -> list[str]:
        bare = [key for key, below in schema.get("properties", {}).items() if not below.get("description")]
        return bare + [key for below in schema.get("$defs", {}).values() for key in undescribed(below)]

    assert undescribed(SCHEMA) == []


def described(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Every key that a claim file may have, wherever it stands."""
    places = [schema, schema["properties"]["policy"], *schema["$defs"].values()]
    return {key: below for place in places for key, below in place.get("properties", {}).items()}


def test_editors_can_say_what_every_key_is_for() -> None:
    assert not [key for key, below in described(SCHEMA).items() if not below.get("description")]


def test_editors_can_offer_something_for_every_value() -> None:
    plain = {"text", "claims", "tag", "one_number", "one_date", "one_event"}
    for name, below in SCHEMA["$defs"].items():
        shown = "enum" in below or "examples" in below or "properties" in below
        assert shown or name in plain or name in {"filter", "sources"}, name


@pytest.mark.parametrize("name", [name for name, below in SCHEMA["$defs"].items() if "examples" in below])
def test_examples_are_valid(name: str) -> None:
    here = Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})
    assert all(here.is_valid(example) for example in SCHEMA["$defs"][name]["examples"])
