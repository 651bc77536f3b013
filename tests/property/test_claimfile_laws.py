"""Laws of claim files: nothing but claims or faults, sentences verbatim, places exact, every fault found."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claimfile import ClaimFile, parse
from factcheck.domain.claim import Policy
from factcheck.errors import ClaimFileError
from tests.strategies import any_sentences, plain_sentences, yaml_fragments

PATH = "a.claims.yaml"
LINES = re.compile(r"\r\n|\n|\r")


def faults_of(source: str | bytes) -> list[ClaimFileError]:
    try:
        parse(source, path=PATH)
    except ExceptionGroup as group:
        faults, others = group.split(ClaimFileError)
    else:
        return []
    assert others is None
    assert faults is not None
    return [error for error in faults.exceptions if isinstance(error, ClaimFileError)]


def at(text: str, claim_file: ClaimFile) -> str:
    """The text from the place of the only claim on."""
    location = claim_file.claims[0].location
    assert location is not None
    return LINES.split(text)[location.line - 1][location.column - 1 :]


@given(st.one_of(st.text(), st.binary(), yaml_fragments, yaml_fragments.map(lambda text: f"claims:\n  - {text}")))
def test_any_text_gives_claims_or_faults_that_say_where_and_how(source: str | bytes) -> None:
    for fault in faults_of(source):
        assert fault.what
        assert fault.mend
        assert fault.where is not None
        assert fault.where.path == PATH


@given(yaml_fragments)
def test_faults_are_sorted_by_place_and_lie_in_the_file(text: str) -> None:
    places = [(fault.where.line, fault.where.column) for fault in faults_of(text) if fault.where]
    lines = LINES.split(text.removeprefix("\ufeff"))
    assert places == sorted(places)
    for line, column in places:
        assert line <= len(lines)
        assert not line or column <= len(lines[line - 1]) + 1


@given(any_sentences, st.integers(20, 200), st.booleans())
def test_a_sentence_in_double_quotes_comes_back_verbatim(sentence: str, width: int, letters: bool) -> None:  # noqa: FBT001
    text = yaml.safe_dump({"claims": [sentence]}, default_style='"', width=width, allow_unicode=letters)
    assert parse(text, path=PATH).claims[0].sentence == sentence


@given(
    plain_sentences,
    st.sampled_from(["claims:\n- {}\n", "\ufeffclaims:\r\n  -   {}\r\n", "suite: é𝔘\nclaims:\n- id: a\n  claim: {}"]),
)
def test_the_place_is_that_of_the_first_character_of_a_plain_sentence(sentence: str, frame: str) -> None:
    text = frame.format(sentence)
    assert at(text.removeprefix("\ufeff"), parse(text, path=PATH)).startswith(sentence)


@given(
    plain_sentences,
    st.sampled_from(
        ['- "{}"', "- '{}'", "- >-\n    {}", "- claim: |-\n\n      {}", "- claim:\n      {}", '- "\n   {}"']
    ),
)
def test_the_place_is_inside_the_quotes_and_below_the_block_header(sentence: str, frame: str) -> None:
    text = f"claims:\n{frame.format(sentence)}\n"
    assert at(text, parse(text, path=PATH)).startswith(sentence)


@given(plain_sentences)
def test_bytes_and_text_and_every_encoding_read_the_same(sentence: str) -> None:
    text = f"claims:\n  - {sentence}\n"
    claims = parse(text, path=PATH).claims
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert parse(text.encode(encoding), path=PATH).claims == claims


@given(plain_sentences, plain_sentences)
def test_ids_follow_from_the_sentence_alone(sentence: str, other: str) -> None:
    alone = parse(f"claims:\n  - {sentence}\n", path=PATH).claims[0].id
    text = f"suite: x\nclaims:\n  - claim: '{sentence}'\n    tags: [a]\n"
    assert parse(text, path="b.yaml").claims[0].id == alone
    assert re.fullmatch(r"[\w.-]{1,57}", alone)
    if sentence != other:
        assert parse(f"claims:\n  - {other}\n", path=PATH).claims[0].id != alone


@given(st.integers(1, 9), st.none() | st.integers(1, 9), st.none() | st.integers(1, 9))
def test_the_nearest_policy_wins(configured: int, in_file: int | None, on_claim: int | None) -> None:
    file_policy = f"policy: {{min_origins: {in_file}}}\n" if in_file else "suite: none\n"
    claim_policy = f"    min_origins: {on_claim}\n" if on_claim else ""
    text = f"{file_policy}claims:\n  - claim: The bridge is open.\n{claim_policy}"
    policy = parse(text, path=PATH, defaults=Policy(min_origins=configured)).claims[0].policy
    assert policy.min_origins == (on_claim or in_file or configured)


ITEMS = [
    ("The bridge is open on day {}.", None),
    ("id: a{}\n    claim: The bridge is open.", None),
    ('"The bridge is open", he said on day {}.', "Y023"),
    ("The #{} bridge is open.", "Y020"),
    ("The mayor said on day {}: no.", "Y022"),
    ("claim: The mayor said on day {}: no.", "Y022"),
    ("[sic] the bridge is open on day {}.", "Y024"),
    ("@bridge{} is open.", "Y025"),
    ("*Bridge* {} is open.", "Y005"),
    ("!Xam has {} speakers.", "Y006"),
    (">{} bridges are open.", "Y026"),
    ("{}", "F031"),
    ("claim: The bridge is open on day {}.\n    clime: x", "F010"),
    ("claim: Bridge {} is open.\n    number: {{value: 2,500}}", "Y021"),
    ("claim:Bridge {} is open.", "Y029"),
    ("claim: >-\n      Bridge {} is open: \"yes\" #2.", None),
]  # fmt: skip


@given(st.lists(st.sampled_from(ITEMS), min_size=1, max_size=12))
def test_every_fault_of_a_file_is_found_whatever_stands_around_it(items: list[tuple[str, str | None]]) -> None:
    text, expected = "claims:\n", []
    for number, (item, code) in enumerate(items, 1):
        first = text.count("\n") + 1
        text += f"  - {item.format(number)}\n"
        if code:
            below = item.count("\n") if code in {"F010", "Y021"} else 0
            expected.append((first + below, code))
    found = [(fault.where.line, fault.code) for fault in faults_of(text) if fault.where]
    assert found == expected


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old-mac"])
def test_lines_are_those_of_an_editor(break_: str) -> None:
    claims = parse(break_.join(["claims:", "- The bridge is open.", "- The dam is shut."]), path=PATH).claims
    assert [claim.location and claim.location.line for claim in claims] == [2, 3]
