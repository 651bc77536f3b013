"""YAML as written: positions, bent shapes, hostile texts."""

from __future__ import annotations

import time
import tracemalloc

import pytest
import yaml

from factcheck.yamltext import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_FAULTS,
    MAX_NODES,
    Mapping,
    Scalar,
    Sequence,
    read,
    reader,
    shapes,
)

BOTH_PARSERS = [pytest.param(reader._parser, id="libyaml"), pytest.param(reader._PurePythonParser, id="pure-python")]


def codes(data: str | bytes) -> list[tuple[int, int, str]]:
    return [(fault.line, fault.column, fault.code) for fault in read(data).faults]


def items(text: str) -> list[Scalar]:
    root = read(text).root
    assert isinstance(root, Sequence)
    return [item for item in root.items if isinstance(item, Scalar)]


@pytest.mark.parametrize(
    "written", ["2,500", "NO", "12:30", "010", "0x1F", "1e3", "2024-01-12", "Yes", ".5", "+4", "<<"]
)
def test_a_plain_value_is_the_text_as_written(written: str) -> None:
    assert [item.value for item in items(f"- {written}\n")] == [written]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("- one\n  two", "one two", id="plain-lines-are-joined"),
        pytest.param('- "caf\\u00e9 \\"x\\""', 'café "x"', id="escapes-in-double-quotes"),
        pytest.param("- 'it''s \\n'", "it's \\n", id="single-quotes-know-no-escapes"),
        pytest.param('- >-\n  one: "two" #3\n  four', 'one: "two" #3 four', id="folded-block"),
        pytest.param("- |\n  one\n  two\n", "one\ntwo\n", id="literal-block"),
        pytest.param("- one  # a comment", "one", id="comment-with-a-space"),
        pytest.param("- one ## a comment", "one", id="comment-with-two-signs"),
        pytest.param("- one#two", "one#two", id="hash-inside-a-word"),
        pytest.param("- one\n  -5 degrees", "one -5 degrees", id="negative-figure-at-a-line-start"),
    ],
)
def test_values_of_every_style(text: str, value: str) -> None:
    assert [item.value for item in items(text)] == [value]
    assert read(text).faults == ()


@pytest.mark.parametrize("written", ["", "~", "null", "NULL", "Null"])
def test_only_unquoted_nothing_is_null(written: str) -> None:
    plain, quoted = items(f"- {written}\n- '{written}'")
    assert plain.is_null
    assert not quoted.is_null


@pytest.mark.parametrize("parser", BOTH_PARSERS)
@pytest.mark.parametrize(
    ("text", "line", "column", "start"),
    [
        pytest.param("a: 😀 X", 1, 4, 3, id="value"),
        pytest.param("😀😀: X", 1, 5, 4, id="emoji-is-one-column"),
        pytest.param("\ufeffa: X", 1, 4, 3, id="byte-order-mark-is-no-column"),
        pytest.param("a: 1\r\nb: X", 2, 4, 9, id="windows-lines"),
        pytest.param("a: 1\rb: X", 2, 4, 8, id="old-mac-lines"),
        pytest.param('"a\tb": X', 1, 8, 7, id="tab-is-one-column"),
        pytest.param("# é\n\n---\na:\n  X", 5, 3, 14, id="below-its-key"),
        pytest.param("e\u0301: X", 1, 5, 4, id="combining-accent-is-a-code-point"),
    ],
)
def test_places_count_code_points(
    parser: object, text: str, line: int, column: int, start: int, *, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_parser", parser)
    document = read(text)
    assert isinstance(document.root, Mapping)
    _, value = list(document.root.entries.values())[-1]
    assert isinstance(value, Scalar)
    assert (value.line, value.column, value.start) == (line, column, start)
    assert document.text[value.start : value.end] == value.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_of_editors(encoding: str) -> None:
    document = read("a: Bérénice".encode(encoding))
    assert document.text == "a: Bérénice"


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "~", "\ufeff", "\n\n"])
def test_a_text_that_says_nothing_has_no_root_and_no_fault(text: str) -> None:
    document = read(text)
    assert document.root is None
    assert document.faults == ()


BENT = [
    pytest.param("- The #2 bank", (1, 7, "Y020"), id="hash-in-a-sentence"),
    pytest.param("- #2 bank", (1, 3, "Y020"), id="hash-at-the-start"),
    pytest.param("- The bank is\n  #2 here\n  now", (2, 3, "Y020"), id="hash-at-a-line-start"),
    pytest.param("- a bank\n  the #2 one\n  in town", (2, 7, "Y020"), id="hash-in-the-middle-of-lines"),
    pytest.param("{value: 2,500, of: men}", (1, 11, "Y021"), id="comma-in-a-mapping"),
    pytest.param("{value: 1,200,000}", (1, 11, "Y021"), id="two-commas-are-one-fault"),
    pytest.param("{value: In May, all of it}", (1, 17, "Y021"), id="comma-and-space-in-a-mapping"),
    pytest.param("[2,500, 900]", (1, 4, "Y021"), id="comma-in-a-list"),
    pytest.param("a: He said: no", (1, 4, "Y022"), id="colon-in-a-value"),
    pytest.param("- claim: He said this:", (1, 10, "Y022"), id="colon-at-the-end"),
    pytest.param("- He said\n  the answer: no", (2, 3, "Y022"), id="colon-in-the-second-line"),
    pytest.param('- "Leave", he said.', (1, 3, "Y023"), id="text-after-double-quotes"),
    pytest.param("- claim: 'Leave' he said.", (1, 10, "Y023"), id="text-after-single-quotes"),
    pytest.param('- "Leave\n  now", he said.', (1, 3, "Y023"), id="text-after-quotes-of-two-lines"),
    pytest.param("- [sic] he left", (1, 3, "Y024"), id="text-after-a-bracket"),
    pytest.param("- {sic} he left", (1, 3, "Y024"), id="text-after-a-brace"),
    pytest.param("- @bank said", (1, 3, "Y025"), id="at-sign"),
    pytest.param("- %5 of it", (1, 3, "Y025"), id="percent-sign"),
    pytest.param("- `code` ran", (1, 3, "Y025"), id="backquote"),
    pytest.param("- , and so on", (1, 3, "Y025"), id="comma-at-the-start"),
    pytest.param("- *All* left", (1, 3, "Y005"), id="asterisks"),
    pytest.param("- *All left", (1, 3, "Y005"), id="asterisk"),
    pytest.param("- *all", (1, 3, "Y005"), id="alias"),
    pytest.param("- &c. was left out", (1, 3, "Y005"), id="ampersand"),
    pytest.param("- !Xam is a language", (1, 3, "Y006"), id="exclamation-mark"),
    pytest.param("- >2,500 men", (1, 3, "Y026"), id="greater-than"),
    pytest.param("- |x| grew", (1, 3, "Y026"), id="bar"),
    pytest.param("- ? who knows", (1, 3, "Y009"), id="question-mark"),
    pytest.param("- : who knows", (1, 3, "Y022"), id="colon-at-the-start"),
    pytest.param("{'': a}", (1, 2, "Y009"), id="key-without-a-name"),
    pytest.param("[a]: b", (1, 1, "Y009"), id="list-as-a-key"),
    pytest.param("- 'Tis so", (1, 3, "Y012"), id="apostrophe"),
    pytest.param('- "50\\% of it"', (1, 6, "Y013"), id="backslash"),
    pytest.param("- [a, b\n", (1, 3, "Y014"), id="open-bracket"),
    pytest.param("a: - b", (1, 4, "Y015"), id="list-beside-its-key"),
    pytest.param("- one\n-two", (2, 1, "Y028"), id="dash-without-a-space"),
    pytest.param("- one\n -two", (2, 2, "Y028"), id="dash-that-joins-the-text-above"),
    pytest.param("- one\n - two", (2, 2, "Y028"), id="dash-too-deep"),
    pytest.param("a: b\nc:d", (2, 1, "Y029"), id="key-without-a-space"),
    pytest.param("-\tone", (1, 2, "Y011"), id="tab-after-the-dash"),
    pytest.param("a:\n\t- one", (2, 1, "Y011"), id="tab-as-indentation"),
    pytest.param("-\xa0one", (1, 2, "Y004"), id="hard-space-after-the-dash"),
    pytest.param("a:\xa0one", (1, 3, "Y004"), id="hard-space-after-the-colon"),
    pytest.param("a: 1\nb: 2\na: 3", (3, 1, "Y008"), id="equal-keys"),
    pytest.param("a: 1\n---\nb: 2", (2, 1, "Y010"), id="second-document"),
    pytest.param("  - one\n - two", (2, 2, "Y030"), id="ragged-list"),
    pytest.param("a: one\vtwo", (1, 7, "Y003"), id="control-character"),
    pytest.param("a: one\u2028two", (1, 7, "Y003"), id="line-separator"),
    pytest.param("a: one\ud800two", (1, 7, "Y003"), id="half-a-character"),
    pytest.param(b"a: caf\xe9", (1, 7, "Y002"), id="latin-1"),
    pytest.param("a: é\nb: \xe9".encode() + b"\xff", (2, 5, "Y002"), id="bad-byte-in-the-second-line"),
    pytest.param(b"\xff\xfea\x00:", (1, 2, "Y002"), id="half-a-character-in-utf-16"),
]


@pytest.mark.parametrize(("text", "fault"), BENT)
def test_bent_shapes_have_their_own_code_and_place(text: str | bytes, fault: tuple[int, int, str]) -> None:
    assert codes(text) == [fault]


@pytest.mark.parametrize(("text", "fault"), BENT)
def test_without_libyaml_nothing_bent_passes(
    text: str | bytes, fault: tuple[int, int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_parser", reader._PurePythonParser)
    assert [line for line, _, _ in codes(text)] == [fault[0]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("claims:\n- one two\n# - old\n", id="commented-out-item"),
        pytest.param("policy:\n  #min: 2\n  a: 1", id="commented-out-key"),
        pytest.param("a: see http://example.org/x#y", id="address"),
        pytest.param("a: at 12:30 o'clock", id="time-and-apostrophe"),
        pytest.param("a: [x, 'y, z']\nb: {c: d, e: [f]}", id="brackets"),
        pytest.param("a: [900, 500]", id="list-of-figures"),
        pytest.param("%YAML 1.2\n---\na: b\n...\n", id="directive-and-end"),
        pytest.param("a: >-\n  x: y\n  'z' w\n\n  @v\nb: c", id="block-text-may-hold-anything"),
        pytest.param("a: 'x: y\n   \"z\" w'", id="quoted-text-may-hold-anything"),
    ],
)
def test_good_yaml_has_no_fault(text: str) -> None:
    assert codes(text) == []


def test_all_faults_are_found_past_the_first_one_that_stops_a_parser() -> None:
    text = (
        '- "A", he said.\n- @b\n- claim: x: y\n  more\n  of it\n  key: [1,000]\n'
        "- >-\n  fine: here\n- the #2\n- *z\n- k: v\n  k: w\n"
    )
    assert [code for _, _, code in codes(text)] == ["Y023", "Y025", "Y022", "Y016", "Y020", "Y005"]


def test_a_fault_after_unreadable_lines_keeps_its_place() -> None:
    text = '- "A", he said.\n- @b\n- claim: x: y\n    and more\n  key: [1,000]\n- the #2\n- *z\n- k: v\n  k: w\n'
    assert codes(text) == [
        (1, 3, "Y023"),
        (2, 3, "Y025"),
        (3, 10, "Y022"),
        (5, 11, "Y021"),
        (6, 7, "Y020"),
        (7, 3, "Y005"),
        (9, 3, "Y008"),
    ]


def test_the_mend_shows_the_whole_figure() -> None:
    assert '"1,200,000"' in read("{value: 1,200,000}").faults[0].mend


HOSTILE = [
    pytest.param("[" * 50_000, "Y007", id="nested-lists"),
    pytest.param("{a: " * 50_000, "Y007", id="nested-mappings"),
    pytest.param("[\n" * 50_000, "Y007", id="nested-lists-on-lines"),
    pytest.param("- " * 50_000, "Y007", id="nested-dashes"),
    pytest.param("? " * 50_000, "Y007", id="nested-question-marks"),
    pytest.param("a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]", "Y005", id="alias-bomb"),
    pytest.param("a: !!python/object/apply:os.system ['true']", "Y006", id="tag"),
    pytest.param("x" * 50_000_000, "Y001", id="fifty-megabytes"),
    pytest.param(b"\xff" * 50_000_000, "Y001", id="fifty-megabytes-of-bytes"),
    pytest.param("- a\n" * (MAX_NODES + 1), "Y001", id="many-values"),
    pytest.param("[" + "1,000," * 200_000, "Y001", id="many-commas"),
    pytest.param("- 'x\n" * 200_000, "Y023", id="many-apostrophes"),
    pytest.param("- [a\n" * 200_000, "Y014", id="many-brackets"),
    pytest.param("- @\n" * 200_000, "Y025", id="many-signs"),
    pytest.param("- a #b\n" * 200_000, "Y020", id="many-comments"),
    pytest.param("-\xa0a\n" * 100_000, "Y004", id="many-hard-spaces"),
    pytest.param("- x\n -y\n" * 100_000, "Y028", id="many-dashes"),
    pytest.param("\n" * 1_000_000 + "@", "Y025", id="many-empty-lines"),
    pytest.param('"' * 1_000_001, "Y030", id="many-quotation-marks"),
]


@pytest.mark.parametrize(("text", "code"), HOSTILE)
def test_hostile_texts_are_refused_quickly(text: str | bytes, code: str) -> None:
    started = time.process_time()
    found = read(text).faults
    assert code in {fault.code for fault in found}
    assert len(found) <= MAX_FAULTS
    assert time.process_time() - started < 5


def test_fifty_megabytes_cost_no_memory() -> None:
    data = b"- a\n" * 12_500_000
    tracemalloc.start()
    try:
        read(data)
        assert tracemalloc.get_traced_memory()[1] < 100_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("depth", [MAX_DEPTH, MAX_DEPTH + 1])
def test_the_depth_limit_is_exact(depth: int) -> None:
    assert bool(read("[" * depth + "]" * depth).faults) == (depth > MAX_DEPTH)


@pytest.mark.parametrize("size", [MAX_BYTES, MAX_BYTES + 1])
def test_the_size_limit_is_exact(size: int) -> None:
    assert bool(read(b"x" * size).faults) == (size > MAX_BYTES)


def test_an_error_without_a_place_concerns_the_whole_file() -> None:
    fault = shapes.explain(yaml.YAMLError("broken"), "a: b")
    assert (fault.line, fault.column, fault.code) == (0, 0, "Y030")
