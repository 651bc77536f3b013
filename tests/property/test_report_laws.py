"""Whatever a source or a claim says, it stays text in every format."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.adapters.entry_points import OURS, load
from factcheck.domain.lock import LockChanges
from factcheck.reports.claimreview_report import claimreview_report
from factcheck.reports.csv_report import COLUMNS, csv_report
from factcheck.reports.failure import explanation
from factcheck.reports.github import annotation_lines
from factcheck.reports.html_page import html_report
from factcheck.reports.html_page.markup import element
from factcheck.reports.json_report import json_report
from factcheck.reports.markdown_report import markdown_report
from factcheck.reports.outcome import ClaimOutcome
from factcheck.reports.record import line_of
from factcheck.reports.sarif_report import sarif_report
from factcheck.reports.standing import standing_lines, update_lines
from factcheck.reports.table import summary
from factcheck.reports.visible import spelled, visible
from tests.unit.sarif import SARIF
from tests.unit.stranger import HOSTILE, run_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.token import Token

VOID = {"meta", "link", "input"}

fragments = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=8), min_size=1, max_size=4).map(" ".join)
strangers = (fragments | st.text(min_size=1, max_size=60)).filter(lambda text: bool(visible(text)))
"""Text of a stranger that is not empty once it is shown."""


def each_hostile(**others: object) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Try every hostile text by itself, beside what hypothesis makes of them."""

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        for text in HOSTILE:
            test = example(text=text, **others)(test)
        return test

    return decorate


class Page(HTMLParser):
    """A page taken apart: its elements with their attributes' names, and the text of each kind of element."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, ...]] = []
        self.open: list[str] = []
        self.words: dict[str, list[str]] = {}
        self.comments = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if ("class", "sign") not in attrs:
            self.elements.append((tag, *(name for name, _ in attrs)))
        if tag not in VOID:
            self.open.append(tag)
            self.words.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        self.comments += 1

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.words[tag][-1] += data


def shown(text: str) -> str:
    return " ".join(spelled(text).split())


def normal(text: str) -> str:
    return " ".join(text.split())


PLAIN = Page(html_report(run_of("words")))


@each_hostile()
@given(text=strangers)
def test_no_element_of_the_page_comes_from_data(text: str) -> None:
    page = Page(html_report(run_of(text)))
    links = [entry for entry in page.elements if entry[0] == "a" and "rel" in entry]
    assert not page.comments
    assert not page.open
    assert not links
    assert page.elements == PLAIN.elements


@each_hostile()
@given(text=strangers)
def test_the_page_shows_the_words_as_they_can_be_seen(text: str) -> None:
    page = Page(html_report(run_of(text)))
    assert {normal(words) for words in page.words["h3"]} == {shown(text)}
    assert {normal(words) for words in page.words["mark"]} == {shown(text)}
    assert {normal(words) for words in page.words["cite"]} == {shown(text)}


@each_hostile()
@given(text=strangers)
def test_attributes_hold_what_they_were_given(text: str) -> None:
    seen: dict[str, str | None] = {}

    class Attributes(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            seen.update(attrs)

    Attributes().feed(element("p", title=text))
    assert list(seen) == ["title"]


@each_hostile()
@given(text=strangers)
def test_a_cell_of_the_spreadsheet_is_no_formula_and_can_be_read_back(text: str) -> None:
    table = csv_report(run_of(text))
    assert table.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"), newline="")))
    assert len(rows) == 4
    for row in rows:
        assert tuple(row) == COLUMNS
        for cell in row.values():
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
        claim = row["claim"]
        assert (claim[1:] if re.match(r"''*[=+\-@＝＋－＠]", claim) else claim) == visible(text)


MARKDOWN = MarkdownIt("gfm-like", {"html": True})
assert MARKDOWN.linkify
MARKDOWN.linkify.set({"fuzzy_link": False})  # as the code hosts do: a link of its own needs a scheme or www


def structure(tokens: list[Token]) -> list[str]:
    """The blocks and spans of a text, without their words."""
    found = []
    for token in tokens:
        if token.type not in {"text", "text_special", "softbreak"}:
            found.append(token.type)
        found += structure(token.children or [])
    return found


def words_of(token: Token) -> str:
    return "".join(child.content for child in token.children or [])


@each_hostile()
@given(text=strangers)
def test_markdown_takes_words_for_words(text: str) -> None:
    tokens = MARKDOWN.parse(markdown_report(run_of(text)))
    assert structure(tokens) == structure(MARKDOWN.parse(markdown_report(run_of("words"))))
    cells = [tokens[at + 1] for at, token in enumerate(tokens) if token.type == "td_open"]
    assert [normal(words_of(cell)) for cell in cells[1::4]] == [normal(visible(text))] * 4
    titles = [tokens[at + 1] for at, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h3"]
    assert {normal(words_of(title))[2:] for title in titles} == {normal(visible(text))}


def obeyed(line: str) -> str:
    """What a build server would do on reading a line of a log; empty for nothing."""
    command = re.match(r"\s*::([^:\s]+)(?: .*?)?::", line)
    old = re.search(r"##\[([^\]]*)\]", line)
    return command[1] if command else old[0] if old else ""


@each_hostile()
@given(text=strangers)
def test_annotations_are_one_command_each(text: str) -> None:
    run = run_of(text)
    lines = annotation_lines(run.claims, run.problems, gated=False)
    assert len(lines) == 5
    for line in lines:
        assert len(line.splitlines()) == 1
        assert obeyed(line) in {"error", "warning"}
        properties, data = re.fullmatch(r"::\w+ ((?:\w+=[^:,]*,?)*)::(.*)", line).groups()  # type: ignore[union-attr]
        assert {part.partition("=")[0] for part in properties.split(",")} <= {"file", "line", "col", "title"}
        assert visible(text) in data.replace("%0A", "\n").replace("%25", "%")


@each_hostile(width=80)
@given(text=strangers, width=st.integers(60, 140))
def test_no_line_for_the_terminal_is_obeyed(text: str, width: int) -> None:
    run = run_of(text)
    outcomes = [ClaimOutcome(claim["outcome"]) for claim in run.claims]
    printed = [summary(run.claims, outcomes, run.corpus, width=width), *map(explanation, run.claims)]
    lines = [line_of(json.dumps(claim)) for claim in run.claims]
    printed += standing_lines(lines, run.lock)
    said = {text: (text,)}
    printed += update_lines(LockChanges(added=said, changed=said, held=said, gone=(text,)))
    for line in "\n".join(printed).splitlines():
        assert not obeyed(line)
        assert "\x1b" not in line


@each_hostile()
@given(text=strangers)
def test_sarif_is_valid_and_its_messages_are_words(text: str) -> None:
    log = json.loads(sarif_report(run_of(text)))
    SARIF.validate(log)
    for result in log["runs"][0]["results"]:
        message = result["message"]["text"]
        assert not re.search(r"(?<!\\)\[[^\[\]]*(?<!\\)\]\(", message)
        assert not re.search(r"(?<!\{)(?:\{\{)*\{\d+\}", message)


def strings(node: Any) -> list[str]:
    if isinstance(node, dict):
        return [text for value in node.values() for text in strings(value)]
    if isinstance(node, list):
        return [text for value in node for text in strings(value)]
    return [node] if isinstance(node, str) else []


@each_hostile()
@given(text=strangers)
def test_a_claim_review_can_stand_in_a_script_element_and_keeps_the_exact_words(text: str) -> None:
    written = claimreview_report(run_of(text))
    assert "<" not in written
    assert "\u2028" not in written
    graph = json.loads(written)["@graph"]
    exact = [node["target"]["selector"][0]["exact"] for node in graph if node.get("type") == "Annotation"]
    assert set(exact) == {text}


@each_hostile()
@given(text=strangers)
def test_json_keeps_every_sign(text: str) -> None:
    report = json.loads(json_report(run_of(text)))
    assert report["claims"][0]["claim"] == text
    assert report["claims"][0]["evidence"][0]["quote"] == text


@pytest.mark.parametrize("form", OURS["factcheck.reports"])
@given(text=strangers)
def test_the_same_run_gives_the_same_bytes_that_any_disk_takes(form: str, text: str) -> None:
    render = load("factcheck.reports", form)
    assert render(run_of(text)) == render(run_of(text))
    assert render(run_of(text)).encode("utf-8", "backslashreplace")
