"""Drafts: which sentences have facts, what covers them, which stand naked, and what the reports say."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from factcheck.adapters.drafts import without_tags
from factcheck.app.claims import parse_claims
from factcheck.audits.facts import facts_of, why_nothing
from factcheck.cli import main
from factcheck.domain.audit import FactKind
from factcheck.settings import read_settings
from factcheck.text.analyse import analyse

ARTICLE = """\
---
published: 2024-02-10
---
# Fewer travellers to Maren Island

The ferry to Maren Island carried 48,200 passengers in 2023, the harbour office said on Monday.

{body}
"""


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        pytest.param(
            "The ferry carried 48,200 passengers.", ["carried", "48,200 passengers"], id="figure-with-its-noun"
        ),
        pytest.param("The bridge was closed in 2015.", ["closed", "in 2015"], id="date-with-its-preposition"),
        pytest.param('Ruiz said: "We cannot wait any longer."', ["We cannot wait any longer."], id="quotation"),
        pytest.param("Chile is the second-largest producer.", ["second-largest", "producer"], id="rank"),
        pytest.param("The council approved the budget.", ["approved"], id="a-deed-of-nobody-named"),
        pytest.param("The council will vote in April.", ["vote", "in April"], id="a-plan"),
        pytest.param("Is one boat enough for 300 people?", [], id="question"),
        pytest.param("The council should buy a second boat.", [], id="opinion"),
        pytest.param("Perhaps that is a pity.", [], id="guess"),
        pytest.param(
            "Those 48,200 passengers deserve better, we think.", ["48,200 passengers"], id="a-figure-in-an-opinion"
        ),
        pytest.param("Sign up for our letter.", [], id="speaks-to-the-reader"),
        pytest.param("Ruiz said that the council should resign.", ["said"], id="an-opinion-that-is-reported"),
        pytest.param("Several people drowned in the river.", ["drowned"], id="several-is-no-figure"),
        pytest.param("It is a pity.", [], id="nothing-told"),
    ],
)
def test_facts(sentence: str, facts: list[str]) -> None:
    found = facts_of(analyse(sentence))
    assert [fact.text for fact in found] == facts
    assert all(sentence[fact.start : fact.end] == fact.text for fact in found)


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("Is one boat enough?", "a question"),
        ("The council should buy a second boat.", "an opinion"),
        ("Sign up for our letter.", "speaks to the reader"),
        ("It is a pity.", "states no figure, day, quotation, name or deed"),
    ],
)
def test_why_there_is_nothing_to_check(sentence: str, why: str) -> None:
    assert why_nothing(analyse(sentence)) == why


def test_a_verb_of_saying_is_a_fact_only_beside_nothing_else() -> None:
    kinds = [fact.kind for fact in facts_of(analyse("The harbour office said on Monday that the boat sank."))]
    assert kinds == [FactKind.DATE, FactKind.DEED]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """The starter folder, as current folder."""
    assert main(["init", str(tmp_path)]) == 0
    monkeypatch.chdir(tmp_path)
    capsys.readouterr()
    return tmp_path


def audited(desk: Path, body: str, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, dict[str, object]]:
    """The sentences of the JSON report by their words."""
    (desk / "article.md").write_text(ARTICLE.format(body=body), encoding="utf-8")
    main(["draft", "article.md", "--format", "json", *options])
    report = json.loads(capsys.readouterr().out)
    text = report["text"]
    for item in report["sentences"]:
        assert text[item["start"] : item["end"]] == item["sentence"]
        assert all(item["sentence"][fact["start"] : fact["end"]] == fact["text"] for fact in item["facts"])
    return {item["sentence"]: item for item in report["sentences"]}


def naked(item: dict[str, object]) -> list[str]:
    facts = item["facts"]
    assert isinstance(facts, list)
    return [fact["text"] for fact in facts if not fact["claims"]]


@pytest.mark.parametrize(
    ("sentence", "state", "bare"),
    [
        pytest.param("The bridge to Maren Island opened in 1987.", "borne-out", [], id="said-by-a-claim"),
        pytest.param("In 1987 the bridge to Maren Island was opened.", "borne-out", [], id="in-another-order"),
        pytest.param("The bridge opened in 1978.", "against", ["opened", "in 1978"], id="other-than-a-claim"),
        pytest.param("The ferry carried 70,000 passengers in 2023.", "against", [], id="what-a-debunk-debunks"),
        pytest.param("A return ticket costs 12 euros.", "unsettled", [], id="covered-but-the-sources-are-silent"),
        pytest.param("The council bought a second boat in April.", "naked", ["bought", "in April"], id="no-claim"),
        pytest.param(
            "The bridge to Maren Island opened in 1987 and cost 4 million euros.",
            "partly",
            ["cost", "4 million euros"],
            id="half-of-it",
        ),
        pytest.param("Is the bridge of 1987 still safe?", "uncheckable", [], id="question"),
        pytest.param("## The bridge opened in 1978", "uncheckable", [], id="heading"),
    ],
)
def test_states(sentence: str, state: str, bare: list[str], desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    item = audited(desk, sentence, capsys)[sentence.removeprefix("## ")]
    assert item["state"] == state
    assert naked(item) == bare


def test_shared_words_cover_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sentence = "Passengers of the ferry in 2023 carried 48,200 umbrellas."
    assert audited(desk, sentence, capsys)[sentence]["state"] in {"naked", "against"}


@pytest.mark.parametrize(
    ("claim", "sentence", "bare"),
    [
        pytest.param("Fewer than 50,000 people came in 2023.", "About 48,000 people came in 2023.", ["About 48,000 people"], id="a-bound-is-no-figure"),
        pytest.param("The dam broke in 2020.", "The dam broke on 5 January 2020.", ["on 5 January 2020"], id="a-year-is-no-day"),
        pytest.param('Ruiz said "we cannot wait".', 'Ruiz said: "Again and again I hear it: we cannot wait".', ["Again and again I hear it: we cannot wait"], id="part-of-a-quotation"),
    ],
)  # fmt: skip
def test_a_claim_that_says_less_covers_less(
    claim: str, sentence: str, bare: list[str], desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "claims" / "first.yaml").write_text(f"claims:\n  - >-\n    {claim}\n", encoding="utf-8")
    assert [fact for fact in naked(audited(desk, sentence, capsys)[sentence]) if fact in bare] == bare


def test_the_sentences_before_say_what_it_is(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "claims" / "first.yaml").write_text(
        "claims:\n  - The bridge to Maren Island was closed to cars in 2015.\n", encoding="utf-8"
    )
    body = "The bridge to Maren Island is old. It was closed to cars in 2015."
    assert audited(desk, body, capsys)["It was closed to cars in 2015."]["state"] == "borne-out"


def test_lines_are_those_of_the_file(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = audited(desk, "The bridge *opened* in\n[1987](https://example.org).\n\nNobody came in 1990.", capsys)
    lines = [item["line"] for item in found.values()]
    assert lines == [4, 6, 8, 11]


def test_the_table(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "article.md").write_text(
        ARTICLE.format(body="The bridge opened in 1978. It cost 4 euros."), encoding="utf-8"
    )
    assert main(["draft", "article.md"]) == 1
    out = capsys.readouterr().out
    assert "AGAINST" in out
    assert "NAKED" in out
    assert "against bridge-date: date:" in out
    assert re.search(
        r"draft coverage: 0% \(0 of 3 checkable sentences: 1 against, 1 naked, 1 partly;", " ".join(out.split())
    )


@pytest.mark.parametrize(
    ("body", "options", "status"),
    [
        pytest.param("The bridge opened in 1987.", [], 0, id="no-threshold"),
        pytest.param("The bridge opened in 1987.", ["--min-coverage", "50%"], 0, id="met"),
        pytest.param("The bridge opened in 1987.", ["--min-coverage", "51%"], 1, id="missed"),
        pytest.param("The bridge opened in 1978.", [], 1, id="against-the-sources"),
    ],
)
def test_exit_status(body: str, options: list[str], status: int, desk: Path) -> None:
    (desk / "article.md").write_text(ARTICLE.format(body=body), encoding="utf-8")
    assert main(["draft", "article.md", *options]) == status


def test_a_draft_with_nothing_to_check_is_no_pass(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "article.md").write_text("Is that so? It should not be so.\n", encoding="utf-8")
    assert main(["draft", "article.md", "--min-coverage", "0%"]) == 1
    assert "draft coverage: none" in capsys.readouterr().out


def test_stubs_are_a_claim_file(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = 'The council bought a boat in April. It cost 4 euros: a "bargain", Ruiz said. Nobody: 2,500 people #2 came.'
    (desk / "article.md").write_text(ARTICLE.format(body=body), encoding="utf-8")
    main(["draft", "article.md", "--write", "claims/more/article.yaml"])
    assert "wrote 4 claims to claims/more/article.yaml" in capsys.readouterr().out
    path = desk / "claims" / "more" / "article.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../claims.schema.json\n")
    assert "# article.md:8: no claim asserts “bought”, “in April”" in text
    assert "# now: missing (" in text
    assert "say who or what “It” is" in text
    claims = parse_claims(path, read_settings(desk)).claims
    assert [claim.sentence for claim in claims][1:] == [
        "The council bought a boat in April.",
        'It cost 4 euros: a "bargain", Ruiz said.',
        "Nobody: 2,500 people #2 came.",
    ]
    assert all(claim.written_id for claim in claims)
    main(["draft", "article.md", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["coverage"] == 1.0


def test_nothing_is_written_over(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "article.md").write_text(ARTICLE.format(body=""), encoding="utf-8")
    before = (desk / "claims" / "first.yaml").read_bytes()
    assert main(["draft", "article.md", "--write", "claims/first.yaml"]) == 4
    assert "D007 exists already" in capsys.readouterr().err
    assert (desk / "claims" / "first.yaml").read_bytes() == before


def test_without_naked_sentences_no_file_is_made(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "article.txt").write_text("The bridge to Maren Island opened in 1987.\n", encoding="utf-8")
    assert main(["draft", "article.txt", "--write", "claims/more.yaml"]) == 0
    assert "every sentence has its claim" in capsys.readouterr().out
    assert not (desk / "claims" / "more.yaml").exists()


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def page_of(desk: Path, body: str) -> tuple[_Page, str]:
    (desk / "article.md").write_text(ARTICLE.format(body=body), encoding="utf-8")
    main(["draft", "article.md", "--format", "html", "--output", "draft.html"])
    text = (desk / "draft.html").read_text(encoding="utf-8")
    page = _Page()
    page.feed(text)
    return page, text


def test_the_page_stands_alone(desk: Path) -> None:
    page, text = page_of(desk, "The bridge opened in 1978. It cost 4 euros.")
    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "img", "link", "iframe", "object"}
    assert "default-src 'none'" in text
    assert "url(" not in text
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = [attributes["href"] for tag, attributes in page.tags if tag == "a"]
    assert links
    assert all(link is not None and link[0] == "#" and link[1:] in ids for link in links)
    assert [name for name, _ in page.tags].count("h1") == 1


def test_hostile_drafts_stay_visible_text(desk: Path) -> None:
    body = 'Ruiz paid 4 euros to <script alert(1)</script & <img src=x onerror="alert(2)" in 2019\u202e9102.'
    page, text = page_of(desk, body)
    assert not {tag for tag, _ in page.tags} & {"script", "img"}
    assert "\u202e" not in text
    assert "alert(1)" in "".join(page.words)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["draft", "none.md"], "D003 cannot be read", id="no-such-draft"),
        pytest.param(["draft", "pyproject.toml"], "D003 is of no kind", id="no-reader"),
        pytest.param(["draft", "empty.md"], "D003 the file is empty", id="empty"),
        pytest.param(["draft", "article.md", "--claims", "none"], "D001", id="no-such-claims"),
        pytest.param(["draft", "article.md", "--min-coverage", "all"], "D002", id="no-share"),
        pytest.param(["draft", "article.md", "--write", "claims/stubs"], "D007", id="no-claim-file"),
        pytest.param(["draft", "article.md", "--output", "none/a.html"], "S005", id="no-such-folder"),
    ],
)
def test_wrong_input(arguments: list[str], code: str, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "article.md").write_text(ARTICLE.format(body=""), encoding="utf-8")
    (desk / "empty.md").touch()
    assert main(arguments) == 4
    assert code in capsys.readouterr().err


def test_other_claim_files(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = desk / "other.claims.yaml"
    other.write_text("claims:\n  - The council bought a boat.\n", encoding="utf-8")
    found = audited(desk, "The bridge opened in 1987.", capsys, "--claims", "other.claims.yaml")
    assert found["The bridge opened in 1987."]["state"] == "naked"


MARKED_UP = """\
<script>
var text = "The ferry carried 900 passengers in 2019.";
</script>
<style>p { width: 300px }</style>
<!-- The bridge opened in 1999. -->
<p class="lead">The ferry to Maren Island carried <b>48,200</b> passengers in <i>2023</i>.</p>

Under 5 < 7 the bridge opened in 1987.
"""


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_html_in_a_draft_states_nothing(name: str, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / name).write_text(MARKED_UP, encoding="utf-8")
    main(["draft", name, "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    told = {item["line"]: item["sentence"] for item in found["sentences"] if item["facts"]}
    assert told[6] == "The ferry to Maren Island carried 48,200 passengers in 2023."
    assert [line for line in told if line < 6] == []
    assert "<b>" not in found["text"]
    assert "5 < 7" in found["text"]


def test_what_is_opened_and_never_closed_stays() -> None:
    assert without_tags("a <!-- b <script> c") == "a <!-- b   c"
    assert without_tags("x <y and z> w, <https://example.org>") == "x <y and z> w, <https://example.org>"
    assert without_tags("one<br>two <!-- a\nb --> <b\nid='x'>three</b>") == "one two \n \nthree"
    assert len(without_tags("<!-- <script>" * 50_000)) == len("<!--  ") * 50_000


def test_a_stub_says_who_is_against_its_sentence(desk: Path) -> None:
    (desk / "a.md").write_text("The bridge to Maren Island opened in 1978 and had 12 lamps.\n", encoding="utf-8")
    assert main(["draft", "a.md", "--write", "claims/new.yaml"]) == 1
    text = (desk / "claims/new.yaml").read_text(encoding="utf-8")
    assert "# a.md:1: against " in text
    assert "no claim asserts" not in text
