"""What each format of a report says, and when."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.adapters import github
from factcheck.domain.claim import Severity
from factcheck.domain.source import Passage, Source
from factcheck.domain.verdict import Label
from factcheck.reports.claimreview_report import claimreview_report, left_out
from factcheck.reports.csv_report import cell, csv_report
from factcheck.reports.gate import Decision, Gate
from factcheck.reports.github import MOST_OF_A_LEVEL, annotation_lines
from factcheck.reports.html_page import html_report
from factcheck.reports.html_page.claim import article
from factcheck.reports.markdown_report import escaped, markdown_report, shortened
from factcheck.reports.record import LEAST_CONTEXT, MOST_CONTEXT, ClaimRecord, FamilyRecord, claim_line, verdict_text
from factcheck.reports.run_record import LockRecord, RunRecord
from factcheck.reports.sarif_report import sarif_report
from factcheck.reports.uri import encoded, folder_uri
from factcheck.reports.visible import visible, visible_lines
from tests.unit.sarif import SARIF
from tests.unit.verdicts import SOURCE, claim_of, record, verdict

LOCK: LockRecord = {"path": "factcheck.lock", "entries": 2, "gone": [], "versions": []}


def run_of(*claims: ClaimRecord, gate: Gate | None = None, lock: LockRecord | None = None) -> RunRecord:
    return RunRecord(
        today=date(2024, 1, 12),
        versions={"pytest-factcheck": "0.1.0"},
        claims=claims,
        corpus={"folder": "corpus", "sources": 1, "digest": "0a"},
        gate=gate,
        lock=lock,
    )


def signed(
    label: Label = Label.SUPPORTED, *, decision: str = "accept", until: str | None = None, locked: bool | None = True
) -> ClaimRecord:
    """A claim with a review, in force where it is bound by the lock."""
    claim = record(label)
    by = {"decision": decision, "by": "Ada Desk", "day": "2024-01-11", "until": until, "reason": None}
    claim["review"] = {**by, "state": "in force" if locked else "not bound", "why": []}  # type: ignore[typeddict-item]
    claim["signed_off"] = by if locked else None  # type: ignore[typeddict-item]
    claim["locked"] = locked
    return claim


def drifted() -> ClaimRecord:
    claim = record(Label.SUPPORTED)
    claim["locked"] = True
    claim["drift"] = [{"kind": "quote gone", "what": "the quote is no longer in wire-1", "source": "wire-1"}]
    return claim


# the words beside a quote


@given(st.text("ab \n", max_size=900), st.integers(0, 900), st.integers(0, 900))
def test_what_stands_beside_a_quote_is_the_text_of_the_source(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    said = verdict_text(verdict(Label.SUPPORTED, passage=Passage(Source(text=text, id="a"), start, end)))
    item = claim_line(claim_of(), said, nodeid=None).record()["evidence"][0]
    before, after = item["before"], item["after"]
    assert text[start - len(before) : end + len(after)] == before + item["quote"] + after
    assert min(start, LEAST_CONTEXT) <= len(before) <= MOST_CONTEXT
    assert min(len(text) - end, LEAST_CONTEXT) <= len(after) <= MOST_CONTEXT


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        pytest.param("::error::x", "<U+003A>:error::x", id="at-the-start"),
        pytest.param("  ::error::x", "<U+003A>:error::x", id="after-spaces"),
        pytest.param("claims/a.yaml::roads", "claims/a.yaml::roads", id="in-a-word"),
        pytest.param("a ##[error]x", "a #<U+0023>[error]x", id="anywhere"),
        pytest.param("## heading [x]", "## heading [x]", id="no-command"),
    ],
)
def test_what_a_build_server_would_obey_is_spelled_out(line: str, shown: str) -> None:
    assert visible(line) == shown
    assert visible_lines(line).strip() == shown


def test_a_word_that_may_come_to_stand_at_the_start_of_a_line_is_spelled_out_there_too() -> None:
    assert visible("12 ::error::x\n::add-mask::z") == "12 <U+003A>:error::x <U+003A>:add-mask::z"
    assert visible_lines("12 ::error::x") == "12 ::error::x"


# Markdown


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("2,500 people (about 5%)", "2,500 people (about 5%)", id="plain"),
        pytest.param("a|b *c* _d_ `e`", r"a\|b \*c\* \_d\_ \`e\`", id="marks"),
        pytest.param("<b>", r"\<b\>", id="markup"),
        pytest.param("1978. A year", r"1978\. A year", id="a-list-by-its-number"),
        pytest.param("- not a list", r"\- not a list", id="a-list"),
        pytest.param("https://a.example", r"https:\//a.example", id="address"),
        pytest.param("a@b.example", r"a\@b.example", id="mail"),
    ],
)
def test_escaped(text: str, written: str) -> None:
    assert escaped(text) == written


def test_markdown_has_a_table_and_each_claim_that_did_not_pass() -> None:
    text = markdown_report(run_of(record(Label.SUPPORTED), record(Label.CONTRADICTED, 2)))
    assert "| passed | About 3,500 people left their homes. | ✔ supported | Sample Wire, 2024-01-10 |" in text
    assert text.count("\n### ") == 1
    assert "> Officials said 2,500 people left their homes in the valleys.\\\n> — Sample Wire, 2024-01-10" in text
    assert "**Next:** correct the claim" in text


def test_a_claim_that_passed_but_drifted_is_shown_too() -> None:
    text = markdown_report(run_of(drifted(), gate=Gate(Decision.DO_NOT_PUBLISH, "1 claim changed since the lock")))
    assert text.startswith("# Fact-check: do not publish\n\n**Why:** 1 claim changed since the lock\n")
    assert "- **changed since the lock:** the quote is no longer in wire-1" in text


@pytest.mark.parametrize("limit", [400, 2_000, 20_000, 10_000_000])
def test_a_summary_stays_within_its_limit_and_says_so(limit: int) -> None:
    run = run_of(*(record(Label.CONTRADICTED, number) for number in range(1, 60)))
    text = shortened(run, limit=limit)
    assert len(text.encode()) <= limit
    assert (text == markdown_report(run)) != ("This is not all" in text)


# CSV


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("=1+1", "'=1+1", id="formula"),
        pytest.param("-5 degrees", "'-5 degrees", id="minus"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("\t=1", "'=1", id="tab"),
        pytest.param("＝1", "'＝1", id="full-width"),
        pytest.param("'=1", "''=1", id="told-apart"),
        pytest.param("'Soon', he said", "'Soon', he said", id="a-quotation"),
        pytest.param("2,500", "2,500", id="plain"),
    ],
)
def test_cell(text: str, written: str) -> None:
    assert cell(text) == written


def test_a_row_has_both_sides_of_a_conflict() -> None:
    table = csv_report(run_of(record(Label.CONFLICTING)))
    (row,) = csv.DictReader(io.StringIO(table.removeprefix("\ufeff")))
    assert row["for_quote"] == row["against_quote"] == "Officials said 2,500 people left their homes in the valleys."
    assert (row["origins_for"], row["origins_against"], row["outcome"]) == ("1", "1", "failed")
    assert row["near_quote"] == ""


def test_a_sign_off_and_what_changed_are_in_the_row() -> None:
    table = csv_report(run_of({**drifted(), "review": signed()["review"]}))
    (row,) = csv.DictReader(io.StringIO(table.removeprefix("\ufeff")))
    assert (row["reviewed_by"], row["sign_off"]) == ("Ada Desk", "in force")
    assert row["concerns"].startswith("changed since the lock: the quote is no longer in wire-1")


# SARIF


def test_sarif_points_at_the_claim_and_at_what_the_sources_say() -> None:
    log = json.loads(sarif_report(run_of(record(Label.SUPPORTED), record(Label.CONFLICTING, 2))))
    SARIF.validate(log)
    (run,) = log["runs"]
    (result,) = run["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "claims/storm.yaml", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 4}
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "conflicting"
    assert [item["message"]["text"].partition(":")[0] for item in result["relatedLocations"]] == ["refutes", "supports"]
    assert run["originalUriBaseIds"]["CORPUS"]["uri"] == "corpus/"


def prints(*claims: ClaimRecord) -> list[str]:
    results = json.loads(sarif_report(run_of(*claims)))["runs"][0]["results"]
    return [result["partialFingerprints"]["claimAndVerdict/v1"] for result in results]


def test_a_fingerprint_stays_when_the_line_moves_and_changes_with_the_verdict() -> None:
    claim = record(Label.CONTRADICTED)
    moved = {**claim, "line": 99}
    assert prints(claim) == prints(moved)  # type: ignore[arg-type]
    assert prints(claim) != prints(record(Label.MISSING))
    assert prints(claim) != prints(record(Label.CONTRADICTED, 2))


@pytest.mark.parametrize(
    ("label", "severity", "level"),
    [
        pytest.param(Label.CONTRADICTED, Severity.ERROR, "error", id="failed"),
        pytest.param(Label.CONTRADICTED, Severity.WARN, "warning", id="warned"),
        pytest.param(Label.CONTRADICTED, Severity.INFO, "note", id="info"),
        pytest.param(Label.MISSING, Severity.ERROR, "warning", id="skipped"),
    ],
)
def test_levels(label: Label, severity: Severity, level: str) -> None:
    log = json.loads(sarif_report(run_of(record(label, severity=severity))))
    assert log["runs"][0]["results"][0]["level"] == level


def test_what_closes_the_gate_beside_the_verdict_has_results_of_its_own() -> None:
    expired = signed()
    expired["signed_off"] = None
    expired["shelf_life"] = {"until": "2024-01-01", "stale": True, "why": "to be looked at by 2024-01-01"}
    log = json.loads(sarif_report(run_of(drifted(), expired)))
    SARIF.validate(log)
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["drift", "sign-off", "stale"]


def test_a_bare_sentence_has_no_file() -> None:
    bare = {**record(Label.CONTRADICTED), "file": None, "line": None, "nodeid": None}
    log = json.loads(sarif_report(run_of(bare)))  # type: ignore[arg-type]
    SARIF.validate(log)
    assert "physicalLocation" not in log["runs"][0]["results"][0]["locations"][0]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        pytest.param("corpus", "corpus/", id="in-the-project"),
        pytest.param("my corpus/é", "my%20corpus/%C3%A9/", id="encoded"),
        pytest.param("/srv/corpus", "file:///srv/corpus/", id="elsewhere"),
        pytest.param("C:/corpus", "file:///C%3A/corpus/", id="drive"),
    ],
)
def test_folder_uri(path: str, uri: str) -> None:
    assert folder_uri(path) == uri
    assert encoded("a\ud800b", keep="") == "a%ED%A0%80b"


# ClaimReview


def graph(*claims: ClaimRecord) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(claimreview_report(run_of(*claims)))["@graph"]
    return found


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param(record(Label.SUPPORTED), id="nobody-reviewed-it"),
        pytest.param(signed(Label.MISSING), id="missing"),
        pytest.param(signed(Label.CONFLICTING), id="conflicting"),
        pytest.param(signed(Label.CONTRADICTED), id="not-what-the-claim-expects"),
        pytest.param(signed(decision="override"), id="overridden"),
        pytest.param(signed(locked=None), id="not-in-force"),
    ],
)
def test_no_review_is_published_that_nobody_stands_by(claim: ClaimRecord) -> None:
    assert graph(claim) == []


def test_a_claim_review_names_its_reviewer_and_its_sources() -> None:
    claim = signed(until="2024-03-01")
    claim["claimant"], claim["appeared"] = "The mayor", {"url": "https://a.example/b", "day": "2024-01-09"}
    claim["evidence"][0]["url"] = "https://wire.example/1"
    review, note = graph(claim, signed())[:2]
    assert review["@type"] == "ClaimReview"
    assert review["author"] == {"@type": "Person", "name": "Ada Desk"}
    assert review["claimReviewed"] == "About 3,500 people left their homes."
    assert review["reviewRating"]["ratingValue"] == 5  # type: ignore[index]
    assert review["itemReviewed"]["author"]["name"] == "The mayor"  # type: ignore[index]
    assert review["citation"][0]["url"] == "https://wire.example/1"  # type: ignore[index]
    words, place = note["target"]["selector"]  # type: ignore[index]
    text = SOURCE.text
    assert words["prefix"] + words["exact"] + words["suffix"] == text[place["start"] - len(words["prefix"]) :]
    assert text[place["start"] : place["end"]] == words["exact"]
    assert note["body"][1]["id"] == review["@id"]  # type: ignore[index]


def test_a_debunk_that_a_person_signed_is_published_as_false() -> None:
    claim = {**signed(Label.CONTRADICTED), "expect": "contradicted"}
    (review, *_) = graph(claim)  # type: ignore[arg-type]
    assert review["reviewRating"]["ratingValue"] == 1  # type: ignore[index]


# annotations and the job summary


def test_annotations_are_as_many_as_are_shown() -> None:
    claims = [record(Label.CONTRADICTED, number) for number in range(1, 30)] + [record(Label.MISSING, 40)]
    lines = annotation_lines(claims, [], gated=False)
    assert [line.partition(" ")[0] for line in lines] == ["::error"] * MOST_OF_A_LEVEL + ["::warning"]


def test_a_claim_that_passed_but_drifted_is_annotated() -> None:
    (line,) = annotation_lines([drifted()], [], gated=True, folder="desk/")
    assert line.startswith("::error file=desk/claims/storm.yaml,line=3,title=supported%3A homes-1::About 3,500")
    assert line.endswith("%0Achanged since the lock: the quote is no longer in wire-1")


@pytest.mark.parametrize(
    ("workspace", "folder"),
    [
        pytest.param("", "", id="unknown"),
        pytest.param("/repo", "desk/claims/", id="a-folder-of-it"),
        pytest.param("/repo/desk/claims", "", id="the-same"),
        pytest.param("/other", "", id="elsewhere"),
    ],
)
def test_the_folder_in_the_repository(monkeypatch: pytest.MonkeyPatch, workspace: str, folder: str) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", workspace)
    assert github.folder_in_repository(Path("/repo/desk/claims")) == folder


def test_there_is_only_so_much_room_in_a_summary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    assert github.summary_room() == 0
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert github.summary_room() == github.MOST_SUMMARY_BYTES
    summary.write_bytes(b"x" * (github.MOST_SUMMARY_BYTES + 1))
    assert github.summary_room() == 0


# HTML


@pytest.mark.parametrize(
    ("gate", "title"),
    [
        pytest.param(Gate(Decision.PUBLISH, "the only claim passed"), "Publish", id="publish"),
        pytest.param(Gate(Decision.DO_NOT_PUBLISH, "1 failed"), "Do not publish", id="do-not-publish"),
        pytest.param(Gate(Decision.PARTIAL, "1 of 2 claims did not run"), "Partial run: no decision", id="partial"),
        pytest.param(None, "1 claim passed", id="no-gate"),
    ],
)
def test_the_heading_is_the_decision(gate: Gate | None, title: str) -> None:
    assert f'<h1 id="decision">{title}</h1>' in html_report(run_of(record(Label.SUPPORTED), gate=gate))


@pytest.mark.parametrize(
    ("run", "words"),
    [
        pytest.param(run_of(), "No claim was checked", id="nothing-ran"),
        pytest.param(run_of(record(Label.MISSING)), "0 of 1 claim passed", id="nothing-settled"),
        pytest.param(run_of(record(Label.SUPPORTED), lock=LOCK), "Nothing: each claim rests on what factcheck.lock says", id="locked"),
        pytest.param(run_of(drifted(), lock=LOCK), "the quote is no longer in wire-1", id="drift"),
        pytest.param(run_of(signed(), lock=LOCK), "Sign-off, in force", id="signed-off"),
        pytest.param(run_of(signed(locked=None)), "Sign-off, does not count: not bound", id="not-bound"),
        pytest.param(run_of(record(Label.SUPPORTED), lock={**LOCK, "gone": ["a::b"]}), "a::b is in the lock, but", id="gone"),
        pytest.param(replace(run_of(), corpus=None), "none was opened", id="no-corpus"),
    ],
)  # fmt: skip
def test_the_page_says_how_the_claims_stand(run: RunRecord, words: str) -> None:
    assert words in html_report(run)


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        pytest.param("https://wire.example/a?b=1&c=2", True, id="web"),
        pytest.param("javascript:alert(1)", False, id="script"),
        pytest.param("https://wire.example/\"onclick='x'", False, id="quotation-marks"),
        pytest.param("file:///etc/passwd", False, id="file"),
    ],
)
def test_only_addresses_of_the_web_are_links(url: str, linked: bool) -> None:  # noqa: FBT001
    claim = record(Label.SUPPORTED)
    claim["evidence"][0]["url"] = url
    page = html_report(run_of(claim))
    assert 'class="url">' in page
    assert ('rel="noopener' in page) == linked


def test_a_cut_paragraph_shows_where_it_is_cut() -> None:
    claim = record(Label.SUPPORTED)
    item = claim["evidence"][0]
    item["before"], item["after"] = "cutword " + "b" * (MOST_CONTEXT - 8), "a" * (MOST_CONTEXT - 8) + " cutword"
    page = html_report(run_of(claim))
    assert '<blockquote dir="auto">… b' in page
    assert "a …</blockquote>" in page


def test_a_paragraph_ends_where_it_ends() -> None:
    claim = record(Label.SUPPORTED)
    item = claim["evidence"][0]
    item["before"], item["after"] = "headline\n\nfirst ", " last\nnext"
    page = html_report(run_of(claim))
    assert '<blockquote dir="auto">first <mark' in page
    assert "</mark> last</blockquote>" in page


def test_an_endless_quote_is_cut_and_says_so() -> None:
    claim = record(Label.SUPPORTED)
    claim["evidence"][0]["quote"] = "word " * 10_000
    page = html_report(run_of(claim))
    assert "(48,000 more characters in the source)" in page


def test_the_page_and_the_markdown_report_say_which_sources_count_as_one() -> None:
    family: FamilyRecord = {"name": "a", "sources": ["a", "b"], "reasons": [f"<b>{n}</b> [copied]" for n in range(7)]}
    it: ClaimRecord = {**record(Label.CONTRADICTED), "families": [family]}
    page = str(article(it, 1))
    assert "Sources that count as one</h4>" in page
    assert "are one origin" in page
    assert "&lt;b&gt;4&lt;/b&gt; [copied]" in page
    assert "&lt;b&gt;5" not in page
    assert "and 2 more" in page
    text = markdown_report(run_of(it))
    assert "**One origin:** a, b" in text
    assert r"- \<b\>0\</b\> [copied]" in text
    assert "- and 2 more" in text


def test_a_single_bracket_stays_one_in_markdown() -> None:
    assert escaped("the [US] forces [sic]") == "the [US] forces [sic]"
    for hostile in (
        "[x](http://a)",
        "a [x] (y)",
        "a [b][c]",
        "[x]: //a",
        "a [b]: c",
        " [ ] task",
        "![x](y)",
        "[[w]]",
        "[^1]",
    ):
        assert "<a" not in MarkdownIt("gfm-like").render(f"- {escaped(hostile)}\n\n[x]"), hostile
        assert r"\[" in escaped(hostile) or r"\]" in escaped(hostile), hostile


def test_claimreview_says_what_it_leaves_out() -> None:
    records = [record(Label.SUPPORTED), record(Label.MISSING, 2), record(Label.CONTRADICTED, 3)]
    assert left_out(run_of(*records)) == "1 contradicted where supported is expected, 1 missing, 1 without a sign-off"
