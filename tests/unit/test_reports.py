"""What editors and machines read at the end of a run."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from datetime import date

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.app import report_schema_text
from factcheck.domain.audit import Account
from factcheck.domain.claim import Review, Severity
from factcheck.domain.lock import Drift, DriftKind, LockChanges, ShelfLife, SignOff, SignOffState, Standing
from factcheck.domain.source import Passage, Source
from factcheck.domain.verdict import Label
from factcheck.reports import table
from factcheck.reports.explain import explain
from factcheck.reports.failure import explanation, headline, skip_reason
from factcheck.reports.gate import Decision, Gate, RunFacts, decide_gate
from factcheck.reports.json_report import json_report
from factcheck.reports.outcome import ClaimOutcome, outcome_of
from factcheck.reports.passages import passage_lines
from factcheck.reports.record import ClaimRecord, claim_line, line_of, verdict_text
from factcheck.reports.run_record import CorpusRecord, LockRecord, ProblemRecord, RunRecord
from factcheck.reports.standing import does_not_count, signed_lines, standing_lines, update_lines
from factcheck.reports.table import MAX_WIDTH, advice, corpus_lines, silence, worth_showing
from factcheck.reports.visible import visible
from factcheck.text.analyse import analyse
from tests.unit.verdicts import PASSAGE, SOURCE, claim_of, record, verdict

PASSED, FAILED, SKIPPED, WARNED = ClaimOutcome
UNREADABLE: ProblemRecord = {
    "path": "scan.txt", "line": None, "column": None, "code": "C004", "what": "is not text", "mend": "save it as UTF-8"
}  # fmt: skip


@pytest.mark.parametrize(
    ("label", "expect", "outcome"),
    [
        pytest.param("supported", "supported", PASSED, id="holds"),
        pytest.param("contradicted", "supported", FAILED, id="does-not-hold"),
        pytest.param("conflicting", "supported", FAILED, id="sources-disagree"),
        pytest.param("missing", "supported", SKIPPED, id="no-evidence-is-no-pass"),
        pytest.param("supported", "contradicted", FAILED, id="debunk-that-is-true"),
        pytest.param("contradicted", "contradicted", PASSED, id="debunk"),
        pytest.param("conflicting", "contradicted", FAILED, id="debunk-with-disagreement"),
        pytest.param("missing", "contradicted", SKIPPED, id="debunk-without-evidence"),
        pytest.param("conflicting", "conflicting", PASSED, id="known-disagreement"),
        pytest.param("supported", "conflicting", FAILED, id="disagreement-settled"),
        pytest.param("missing", "conflicting", FAILED, id="disagreement-without-evidence"),
        pytest.param("missing", "missing", PASSED, id="known-silence"),
        pytest.param("supported", "missing", FAILED, id="silence-broken"),
    ],
)
def test_outcome_of(label: str, expect: str, outcome: ClaimOutcome) -> None:
    assert outcome_of(Label(label), expect=Label(expect), severity=Severity.ERROR) is outcome
    soft = WARNED if outcome is FAILED else outcome
    assert outcome_of(Label(label), expect=Label(expect), severity=Severity.WARN) is soft
    assert outcome_of(Label(label), expect=Label(expect), severity=Severity.INFO) is soft


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("plain words, Médecins, 2 °C", "plain words, Médecins, 2 °C", id="ordinary"),
        pytest.param("\x1b[31mred\x07", "<U+001B>[31mred<U+0007>", id="escape-sequence"),
        pytest.param("2,\u200b500", "2,<U+200B>500", id="zero-width"),
        pytest.param("\u202efull stop\u2066", "<U+202E>full stop<U+2066>", id="bidi-override"),
        pytest.param("a\r\nb\tc  d", "a b c d", id="one-line"),
        pytest.param("\ud800", "<U+D800>", id="lone-surrogate"),
        pytest.param("\U000e0041", "<U+E0041>", id="tag-character"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_nothing_that_a_terminal_obeys_gets_through(text: str) -> None:
    shown = visible(text)
    assert not {unicodedata.category(sign) for sign in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(sign) for sign in shown} & {
        "LRE",
        "RLE",
        "LRO",
        "RLO",
        "PDF",
        "LRI",
        "RLI",
        "FSI",
        "PDI",
    }
    assert visible(shown) == shown


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        pytest.param(
            RunFacts({"a": PASSED, "b": PASSED}, expected=["a", "b"]), "publish: all 2 claims passed", id="all-pass"
        ),
        pytest.param(RunFacts({"a": PASSED}, expected=["a"]), "publish: the only claim passed", id="one-claim"),
        pytest.param(
            RunFacts({"a": PASSED}, expected=["a", "b"]),
            "partial run: no decision (1 of 2 claims did not run)",
            id="selection",
        ),
        pytest.param(
            RunFacts({"a": PASSED}, expected=["a"], left_out=["claims/b.yaml"]),
            "partial run: no decision (claims/b.yaml did not run)",
            id="one-file",
        ),
        pytest.param(
            RunFacts({"a": FAILED}, expected=["a", "b"]),
            "partial run: no decision (1 of 2 claims did not run)",
            id="stopped-at-the-first-failure",
        ),
        pytest.param(
            RunFacts({"a": PASSED, "b": SKIPPED}, expected=["a", "b"]),
            "do not publish: 1 skipped (b) of 2 claims",
            id="missing-is-no-pass",
        ),
        pytest.param(
            RunFacts({"a": WARNED}, expected=["a"]),
            "do not publish: 1 warned (a) of 1 claim",
            id="a-warning-is-no-pass",
        ),
        pytest.param(
            RunFacts({"a": PASSED}, expected=["a"], broken=["claims/x.yaml"]),
            "do not publish: claims/x.yaml cannot be read as claims",
            id="broken-claim-file",
        ),
        pytest.param(
            RunFacts({"a": PASSED}, expected=["a"], unreadable=["scan.txt"]),
            "do not publish: the corpus has 1 unreadable file (scan.txt)",
            id="unreadable-source",
        ),
        pytest.param(
            RunFacts({"a": PASSED}, expected=["a"], succeeded=False),
            "do not publish: the claims passed, but something else in this run failed",
            id="another-test-failed",
        ),
        pytest.param(
            RunFacts({"a": PASSED, "b": PASSED}, expected=["a", "b"], signed_off=["b"]),
            "publish: all 2 claims passed, 1 of them signed off (b)",
            id="signed-off",
        ),
        pytest.param(
            RunFacts({"a": PASSED}, expected=["a"], void={"a": "expired"}),
            "do not publish: 1 sign-off does not count (a: expired)",
            id="expired-although-it-passes",
        ),
        pytest.param(
            RunFacts({"a": PASSED, "b": PASSED}, expected=["a", "b"], drifted=["a", "b"], gone=["c"], stale=["b"]),
            "do not publish: 2 claims changed since the lock (a, b); 1 entry of the lock without a claim (c); "
            "1 claim stale (b)",
            id="drift-and-age",
        ),
        pytest.param(
            RunFacts({"a": PASSED}, expected=["a", "b"], drifted=["a"]),
            "partial run: no decision (1 of 2 claims did not run)",
            id="drift-in-a-partial-run",
        ),
        pytest.param(RunFacts({}, folders=["claims"]), "do not publish: there are no claims in claims", id="no-claims"),
        pytest.param(
            RunFacts({}, broken=["a", "b", "c", "d", "e"]),
            "do not publish: a, b, c and 2 more cannot be read as claims",
            id="many-broken",
        ),
    ],
)
def test_gate(facts: RunFacts, line: str) -> None:
    assert str(decide_gate(facts)) == line


NODEIDS = st.lists(st.sampled_from("abcdef"), unique=True, max_size=6)


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(list(ClaimOutcome))), NODEIDS)
def test_the_gate_opens_only_for_a_whole_run_of_passes(outcomes: dict[str, ClaimOutcome], expected: list[str]) -> None:
    decision = decide_gate(RunFacts(outcomes, expected=expected)).decision
    whole = bool(expected) and set(expected) <= set(outcomes)
    assert (decision is Decision.PUBLISH) == (whole and set(outcomes.values()) == {PASSED})


def summary(claims: list[ClaimRecord], corpus: CorpusRecord | None, *, width: int, every: bool = False) -> str:
    outcomes = [ClaimOutcome(claim["outcome"]) for claim in claims]
    shown = [claims[index] for index in worth_showing(outcomes, every=every)]
    return table.summary(shown, outcomes, corpus, width=width)


def test_table_at_80_columns() -> None:
    claims = [record(label, number) for number, label in enumerate(Label, start=1)]
    claims.append(record(Label.CONTRADICTED, 5, severity=Severity.WARN))
    claims.append(record(Label.SUPPORTED, 6, expect=Label.CONTRADICTED))
    text = summary(claims, {"folder": "corpus", "sources": 5, "digest": "0"}, width=80)
    rulers = {line for line in text.splitlines() if line.startswith("---")}
    assert max(len(line) for line in text.splitlines()) <= 80
    assert len(rulers) == 1
    assert text.splitlines()[0] == "claims/storm.yaml: The storm"
    assert text.splitlines()[-1] == "6 claims: 1 passed, 3 failed, 1 skipped, 1 warned; corpus of 5 sources"
    for words in (
        "passed   homes-1",
        "FAILED   homes-2",
        "1 for, 1 against",
        "near miss:",
        "  detail-not-stated  ",
        "warned",
        "expected:",
    ):
        assert words in text


def test_table_without_evidence_and_without_date() -> None:
    bare = record(Label.MISSING)
    bare["near_misses"] = []
    dateless = record(Label.SUPPORTED, 2)
    dateless["evidence"][0]["published"] = None
    text = summary([bare, dateless], None, width=200)
    assert "no date" in text
    assert max(len(line) for line in text.splitlines()) <= MAX_WIDTH


def test_long_runs_leave_out_what_passed() -> None:
    claims = [record(Label.SUPPORTED, number) for number in range(1, 61)] + [record(Label.CONTRADICTED, 61)]
    short = summary(claims, None, width=80)
    assert "homes-61" in short
    assert "homes-60" not in short
    assert "not shown: 60 passed (-v shows all)" in short
    assert "homes-60" in summary(claims, None, width=80, every=True)


def test_a_run_of_skips_is_loud() -> None:
    assert silence([SKIPPED]).startswith("NOTHING WAS SETTLED")
    assert not silence([SKIPPED, PASSED])
    assert not silence([])


def test_advice_names_the_first_claim_that_did_not_pass() -> None:
    claims = [line_of(json.dumps(record(label, number))) for number, label in enumerate(Label, 1)]
    assert advice(claims) == "how a verdict came about: factcheck explain claims/storm.yaml::homes-2"
    assert not advice(claims[:1])


def test_problems_of_the_corpus_are_named() -> None:
    assert corpus_lines([UNREADABLE]) == ["corpus: scan.txt: C004 is not text (save it as UTF-8)"]
    assert corpus_lines([UNREADABLE] * 30)[-1] == "corpus: and 20 more"


def test_explanation_shows_the_words_of_the_source_and_what_to_do() -> None:
    text = explanation(record(Label.CONTRADICTED))
    for words in (
        "contradicted: 2,500 people differs from 3,500 people",
        "claim    About 3,500 people left their homes.",
        "written  claims/storm.yaml:3",
        "origins  0 for, 1 against",
        "Against it:",
        "  | Officials said 2,500 people left their homes in the valleys.",
        "    Sample Wire, 2024-01-10 (wire-1, line 2)",
        "    - 2,500 people differs from 3,500 people",
        "next     correct the claim",
    ):
        assert words in text
    assert max(len(line) for line in text.splitlines()) <= 79


def test_explanation_of_a_conflict_shows_both_sides() -> None:
    text = explanation(record(Label.CONFLICTING))
    assert text.index("Against it:") < text.index("For it:")
    assert text.count("  | Officials said") == 2


def test_explanation_of_a_pass_needs_no_advice() -> None:
    assert "next" not in explanation(record(Label.SUPPORTED))
    assert headline(record(Label.SUPPORTED)).startswith("supported: ")
    assert headline(record(Label.SUPPORTED, expect=Label.MISSING)).startswith("supported (expected: missing): ")


def test_explanation_lists_at_most_five_a_side_and_further_passages() -> None:
    many = record(Label.CONTRADICTED)
    many["evidence"] = many["evidence"] * 7
    many["evidence"][0]["also"] = [many["evidence"][0]]
    text = explanation(many)
    assert "  and 2 more" in text
    assert "\n    and\n  | Officials" in text


def test_skips_say_why() -> None:
    missing = record(Label.MISSING)
    assert skip_reason(missing) == (
        "missing: detail-not-stated: sources speak of the matter, but none states this. "
        "Nearest (wire-1, line 2): 2,500 people differs from 3,500 people"
    )
    assert "none states this" in headline(missing)
    missing["detail"] = "no passage gives the number of homes"
    assert skip_reason(missing).startswith("missing: detail-not-stated: no passage gives the number of homes")
    assert "no passage gives" in headline(missing)
    missing["reason"] = "too-few-origins"
    assert "add an independent source" in explanation(missing)
    assert "Nearest" not in skip_reason(missing)


def decided(*near: tuple[str, float]) -> ClaimRecord:
    """A supported claim with near misses of these stances and scores."""
    shown = record(Label.SUPPORTED)
    shown["near_misses"] = [
        {**shown["evidence"][0], "source": f"near-{n}", "stance": stance, "score": score}
        for n, (stance, score) in enumerate(near)
    ]
    return shown


def test_beside_a_decided_claim_only_the_closest_near_miss_is_shown() -> None:
    text = explanation(decided(("neutral", 0.9), ("neutral", 0.8)))
    assert "A near miss (it does not decide):" in text
    assert "near-0" in text
    assert "near-1" not in text
    assert "near-0" not in explanation(decided(("neutral", 0.4)))


def test_a_disagreeing_source_that_does_not_count_is_shown_first() -> None:
    shown = decided(("supports", 1.0), ("neutral", 0.9), ("refutes", 0.8))
    shown["near_misses"][2]["status"] = "retracted"
    text = explanation(shown)
    assert "near-2" in text
    assert "    - does not count: the source is retracted" in text
    assert "near-0" not in text


def test_a_source_out_of_scope_says_why() -> None:
    missing = record(Label.MISSING)
    missing["reason"] = "out-of-scope"
    missing["as_of"] = "2024-01-09"
    assert skip_reason(missing).endswith(
        "Nearest (wire-1, line 2): does not count: published on 2024-01-10, after 2024-01-09 (`as_of`)"
    )
    missing["as_of"] = None
    missing["near_misses"][0]["stance"] = "supports"
    missing["policy"]["sources"] = ["tier:primary"]
    assert skip_reason(missing).endswith("does not count: left out by the `sources` filter")


def test_hostile_words_of_a_source_are_shown_harmless() -> None:
    source = Source(text="\x1b]0;owned\x07 2,500 \u202epeople left.", id="evil\x1b[2J")
    claim = claim_of()
    said = verdict_text(verdict(Label.CONTRADICTED, claim=claim, passage=Passage(source, 0, len(source.text))))
    shown = claim_line(claim, said, nodeid=None).record()
    for text in (
        explanation(shown),
        summary([shown], None, width=80),
        "\n".join(passage_lines([Passage(source, 0, 9)])),
    ):
        assert "\x1b" not in text
        assert "\u202e" not in text


def test_endless_sentences_are_cut() -> None:
    source = Source(text="word " * 100_000, id="endless")
    claim = claim_of()
    said = verdict_text(verdict(Label.CONTRADICTED, claim=claim, passage=Passage(source, 0, len(source.text))))
    assert len(explanation(claim_line(claim, said, nodeid=None).record()).splitlines()) < 30


def test_explain_lists_the_comparisons() -> None:
    decided = verdict(Label.CONTRADICTED)
    account = Account(analyse(decided.claim.sentence), (), (), decided.evidence, decided)
    text = explain(account, nodeid=None)
    assert "How each passage was compared" in text
    assert "refutes: Sample Wire, 2024-01-10 (wire-1, line 2)" in text


def run_of(*claims: Label, gate: Gate | None = None) -> RunRecord:
    return RunRecord(
        today=date(2024, 1, 12),
        versions={"pytest-factcheck": "0.1.0"},
        claims=[record(label, number) for number, label in enumerate(claims, start=1)],
        problems=[UNREADABLE],
        corpus={"folder": "corpus", "sources": 1, "digest": "0a"},
        gate=gate,
    )


@pytest.mark.parametrize(
    "run",
    [
        pytest.param(run_of(*Label), id="every-verdict"),
        pytest.param(run_of(gate=Gate(Decision.PARTIAL, "1 of 2 claims did not run")), id="gated"),
        pytest.param(RunRecord(today=date(2024, 1, 12), versions={}, claims=[]), id="nothing-ran"),
    ],
)
def test_json_report_fits_its_schema(run: RunRecord) -> None:
    schema = json.loads(report_schema_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(json_report(run)), schema)


def test_schema_refuses_a_reason_without_missing() -> None:
    report = json.loads(json_report(run_of(Label.SUPPORTED)))
    report["claims"][0]["reason"] = "unsure"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report, json.loads(report_schema_text()))


def test_json_report_keeps_the_order_of_the_design() -> None:
    report = json.loads(json_report(run_of(Label.SUPPORTED, gate=Gate(Decision.DO_NOT_PUBLISH, "x"))))
    assert list(report) == [
        "version",
        "today",
        "model",
        "versions",
        "gate",
        "problems",
        "notes",
        "corpus",
        "lock",
        "claims",
    ]
    assert report["gate"] == {"decision": "do-not-publish", "why": "x"}
    claim = report["claims"][0]
    assert claim["origins"] == {"supports": 1, "refutes": 0}
    assert claim["evidence"][0]["score"] == 0.98
    assert claim["evidence"][0]["quote"] == SOURCE.text[PASSAGE.start : PASSAGE.end]


def test_hostile_words_beside_a_verdict_are_shown_harmless() -> None:
    evil = "\x1b]0;owned\x07 \u202egone"
    review = Review("accept", f"Jo{evil}", date(2024, 1, 11), None, evil)
    drift = (Drift(DriftKind.QUOTE_GONE, f"quote gone: {evil}", evil),)
    said = verdict_text(verdict(Label.MISSING))
    for state, why in ((SignOffState.IN_FORCE, ()), (SignOffState.OUTDATED, (evil,))):
        life = ShelfLife(None, stale=True, why=evil)
        standing = Standing(locked=True, drift=drift, sign_off=SignOff(review, state, why), shelf_life=life)
        line = claim_line(replace(claim_of(), review=review), said, nodeid=f"a::{evil}", standing=standing)
        lock = {"path": "factcheck.lock", "entries": 1, "gone": [evil], "versions": [evil]}
        changes = LockChanges({evil: (evil,)}, {evil: (evil,)}, {evil: (evil,)}, 0, (evil,))
        shown = [
            explanation(line.record()),
            summary([line.record()], None, width=80),
            does_not_count(line.standing),
            *standing_lines([line], LockRecord(**lock)),  # type: ignore[typeddict-item]
            *update_lines(changes),
            *signed_lines(line.record(), lock="factcheck.lock"),
        ]
        assert not [text for text in shown if "\x1b" in text or "\u202e" in text]


def test_a_sign_off_never_hides_the_verdict() -> None:
    review = Review("accept", "Jo Doe", date(2024, 1, 11), date(2024, 3, 1), "phoned")
    standing = Standing(locked=True, sign_off=SignOff(review, SignOffState.IN_FORCE))
    line = claim_line(claim_of(), verdict_text(verdict(Label.MISSING)), nodeid="a::b", standing=standing)
    assert line.outcome is PASSED
    assert line.by_sign_off
    assert line_of(line.text).by_sign_off
    record = line.record()
    assert record["verdict"] == "missing"
    for text in (explanation(record), summary([record], None, width=80)):
        assert "missing" in text
        assert "Jo Doe" in text


def test_a_claim_that_passes_anyway_does_not_pass_by_its_sign_off() -> None:
    review = Review("accept", "Jo Doe", date(2024, 1, 11))
    standing = Standing(locked=True, sign_off=SignOff(review, SignOffState.IN_FORCE))
    line = claim_line(claim_of(), verdict_text(verdict(Label.SUPPORTED)), nodeid="a::b", standing=standing)
    assert line.record()["signed_off"]
    assert not line.by_sign_off
