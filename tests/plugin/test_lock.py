"""The lock, sign-offs and shelf life under pytest: what a run shows and what the gate makes of it."""

from __future__ import annotations

import json

import jsonschema
import pytest

import factcheck.pipeline
from factcheck.app import report_schema_text
from factcheck.cli import main
from factcheck.domain.claim import Claim
from factcheck.domain.source import Passage
from factcheck.domain.verdict import Verdict
from tests.plugin.conftest import SOURCE, Desk, by_first_word

FAILED, USAGE, OK = pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.USAGE_ERROR, pytest.ExitCode.OK
TODAY = ("--factcheck-today", "2024-01-12")
MISSING = "claims:\n  - id: airport\n    claim: Missing. The airport was closed.\n"
REVIEW = "    review: {decision: accept, by: Jo Doe, day: 2024-01-11, until: 2024-03-01, reason: phoned}\n"


def last_line(result: pytest.RunResult) -> str:
    return [line for line in result.outlines if line][-1]


def run(desk: Desk, *arguments: str) -> pytest.RunResult:
    return desk.run("claims", *TODAY, *arguments)


@pytest.fixture
def signed(desk: Desk) -> Desk:
    """One missing claim with a sign-off, not locked yet."""
    desk.write("claims/storm.yaml", MISSING + REVIEW)
    return desk


def test_without_a_lock_nothing_is_said_of_it(passing: Desk) -> None:
    result = run(passing, "--factcheck-gate", "--factcheck-report", "json=report.json")
    assert result.ret == OK
    result.stdout.no_fnmatch_line("*the lock*")
    report = json.loads(passing.read("report.json"))
    assert report["lock"] is None
    assert {claim["locked"] for claim in report["claims"]} == {None}


def test_update_then_gate(passing: Desk) -> None:
    result = run(passing, "--factcheck-lock", "update")
    assert last_line(result) == "factcheck.lock: 2 new"
    text = passing.read("factcheck.lock")
    assert text.index("claim claims/storm.yaml::homes") < text.index("claim claims/storm.yaml::schools")
    assert "quote       The storm closed 40 schools in Arlen on Monday." in text
    assert last_line(run(passing, "--factcheck-gate")) == "publish: all 2 claims passed"
    assert last_line(run(passing, "--factcheck-lock", "update")) == "factcheck.lock: 2 as before"
    assert passing.read("factcheck.lock") == text


def test_a_moved_quote_closes_the_gate_until_it_is_locked_again(passing: Desk) -> None:
    run(passing, "--factcheck-lock", "update")
    passing.write("corpus/wire.md", SOURCE.replace("Officials", "On Sunday, officials"))
    result = run(passing)
    assert result.ret == OK
    result.stdout.fnmatch_lines(
        [
            "changed since factcheck.lock was written*",
            "  claims/storm.yaml::schools",
            "    - source changed: wire (Sample Wire, 2024-01-10) has another text",
        ]
    )
    gated = run(passing, "--factcheck-gate")
    assert gated.ret == FAILED
    assert last_line(gated) == (
        "do not publish: 2 claims changed since the lock (claims/storm.yaml::schools, claims/storm.yaml::homes)"
    )
    assert run(passing, "--factcheck-lock", "off").ret == OK
    run(passing, "--factcheck-lock", "update")
    assert last_line(run(passing, "--factcheck-gate")) == "publish: all 2 claims passed"


def test_update_of_a_selection_touches_nothing_else(passing: Desk) -> None:
    run(passing, "--factcheck-lock", "update")
    before = passing.read("factcheck.lock")
    passing.write("corpus/wire.md", SOURCE.replace("2,500", "2,600"))
    result = run(passing, "--factcheck-lock", "update", "-k", "schools")
    result.stdout.fnmatch_lines(["changed:", "  claims/storm.yaml::schools", "factcheck.lock: 1 changed"])
    old, new = (text.split("\n\n") for text in (before, passing.read("factcheck.lock")))
    assert old[:2] == new[:2]
    assert old[2] != new[2]
    assert last_line(run(passing, "--factcheck-gate")).endswith(
        "1 claim changed since the lock (claims/storm.yaml::homes)"
    )


def test_entries_without_a_claim(passing: Desk) -> None:
    run(passing, "--factcheck-lock", "update")
    passing.write("claims/storm.yaml", "claims:\n  - {id: schools, claim: Supported. Forty schools closed.}\n")
    result = run(passing, "--factcheck-gate")
    result.stdout.fnmatch_lines(
        ["entries of factcheck.lock whose claims no longer exist:", "  claims/storm.yaml::homes"]
    )
    assert last_line(result) == "do not publish: 1 entry of the lock without a claim (claims/storm.yaml::homes)"
    passing.write("claims/more.yaml", "claims:\n  - {id: one, claim: Supported. Words.}\n")
    part = passing.run("claims/storm.yaml", *TODAY, "--factcheck-lock", "update")
    part.stdout.fnmatch_lines(
        ["claims that no longer exist*", "  claims/storm.yaml::homes", "factcheck.lock: 1 as before"]
    )
    assert "storm.yaml::homes" in passing.read("factcheck.lock")
    whole = run(passing, "--factcheck-lock", "update")
    whole.stdout.fnmatch_lines(
        ["removed*", "  claims/storm.yaml::homes", "factcheck.lock: 1 new, 1 as before, 1 removed"]
    )
    assert "storm.yaml::homes" not in passing.read("factcheck.lock")


def test_entries_of_a_file_that_is_gone(passing: Desk) -> None:
    passing.write("claims/more.yaml", "claims:\n  - {id: one, claim: Supported. Words.}\n")
    run(passing, "--factcheck-lock", "update")
    passing.remove("claims/more.yaml")
    result = run(passing, "--factcheck-gate")
    assert last_line(result) == "do not publish: 1 entry of the lock without a claim (claims/more.yaml::one)"
    run(passing, "--factcheck-lock", "update")
    assert last_line(run(passing, "--factcheck-gate")) == "publish: all 2 claims passed"


def test_other_files_are_not_taken_for_gone(passing: Desk) -> None:
    passing.write("claims/more.yaml", "claims:\n  - {id: one, claim: Supported. Words.}\n")
    run(passing, "--factcheck-lock", "update")
    result = passing.run("claims/more.yaml", *TODAY)
    result.stdout.no_fnmatch_line("*no longer exist*")


def test_claims_that_are_not_in_the_lock_are_named_and_close_nothing(passing: Desk) -> None:
    run(passing, "--factcheck-lock", "update")
    passing.write("claims/more.yaml", "claims:\n  - {id: one, claim: Supported. Words.}\n")
    result = run(passing, "--factcheck-gate")
    result.stdout.fnmatch_lines(["1 claim not in the lock: `factcheck lock` adds it"])
    assert last_line(result) == "publish: all 3 claims passed"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["--factcheck-lock", "update", "--factcheck-gate"], "L008", id="gate-and-update"),
        pytest.param(["--factcheck-lock", "off", "--factcheck-gate"], "L008", id="gate-without-the-lock"),
        pytest.param(["--factcheck-lock", "check"], "L001", id="no-lock-to-check"),
    ],
)
def test_what_cannot_be_asked_for(passing: Desk, arguments: list[str], code: str) -> None:
    result = run(passing, *arguments)
    assert result.ret == USAGE
    result.stderr.fnmatch_lines([f"ERROR: *{code} *"])
    assert not passing.exists("factcheck.lock")


@pytest.mark.parametrize(
    ("was", "is_now", "line", "column", "code"),
    [
        pytest.param("verdict     contradicted", "verdict     wrong", "verdict     wrong", 15, "L007", id="verdict"),
        pytest.param("  says        Supp", "says        Supp", "says        Supp", 1, "L005", id="indent"),
        pytest.param(
            "storm.yaml::schools", "storm.yaml::homes", "claim claims/storm.yaml::homes", 1, "L006", id="twice"
        ),
        pytest.param("factcheck.lock 1", "factcheck.lock 2", "factcheck.lock 2", 1, "L003", id="later-format"),
        pytest.param("claim claims", "<<<<<<< ours\nclaim claims", "<<<<<<< ours", 1, "L004", id="merge"),
        pytest.param("40 schools in", "40  schools in", "40  schools in", 17, "L007", id="quote"),
        pytest.param("schools in", "schools \\q in", "schools \\q in", 45, "L007", id="escape"),
    ],
)
def test_a_damaged_lock_stops_the_run_and_is_left_as_it_is(
    passing: Desk, was: str, is_now: str, line: str, column: int, code: str
) -> None:
    run(passing, "--factcheck-lock", "update")
    damaged = passing.read("factcheck.lock").replace(was, is_now, 1)
    passing.write("factcheck.lock", damaged)
    number = max(n for n, text in enumerate(damaged.split("\n"), start=1) if line in text)
    if code == "L007" and line.startswith(("40", "schools")):
        number = min(n for n, text in enumerate(damaged.split("\n"), start=1) if line in text)
    shown = f"factcheck.lock:{number}:{column}: {code}"
    result = run(passing, "--factcheck-lock", "update")
    assert result.ret == USAGE
    result.stderr.fnmatch_lines([f"ERROR: {shown} *", "  mend: *"])
    result.stderr.no_fnmatch_line("*Traceback*")
    assert passing.read("factcheck.lock") == damaged
    assert last_line(run(passing, "--factcheck-gate")).startswith(f"do not publish: the run could not be made: {shown}")


def test_a_lock_that_is_not_text(passing: Desk) -> None:
    (passing.pytester.path / "factcheck.lock").write_bytes(b"factcheck.lock 1\n\nclaim caf\xe9\n")
    result = run(passing)
    assert result.ret == USAGE
    result.stderr.fnmatch_lines(["ERROR: factcheck.lock:3:10: L002 byte 0xe9 is not UTF-8"])
    assert run(passing, "--factcheck-lock", "off").ret == OK


def test_a_sign_off_counts_once_the_lock_has_bound_it(signed: Desk) -> None:
    result = run(signed, "--factcheck-gate", "-rs")
    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines(["*its sign-off does not count: not bound: run `factcheck lock`*"])
    assert "1 sign-off does not count (claims/storm.yaml::airport: not bound)" in last_line(result)
    run(signed, "--factcheck-lock", "update").assert_outcomes(passed=1)
    result = run(signed, "--factcheck-gate", "-v", "--factcheck-report", "json=report.json")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(
        [
            "claims/storm.yaml::airport PASSED (signed off)*",
            "passed   airport *missing:*",
            "*detail-not-stated*",
            "*signed off*",
            "*by Jo Doe*",
            "1 claim: 1 passed (1 signed off); corpus of 1 source",
        ]
    )
    assert last_line(result) == "publish: the only claim passed, signed off"
    report = json.loads(signed.read("report.json"))
    jsonschema.validate(report, json.loads(report_schema_text()))
    claim = report["claims"][0]
    assert (claim["verdict"], claim["outcome"], claim["locked"]) == ("missing", "passed", True)
    assert claim["signed_off"] == {
        "decision": "accept", "by": "Jo Doe", "day": "2024-01-11", "until": "2024-03-01", "reason": "phoned"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("claims", "today", "state"),
    [
        pytest.param(MISSING + REVIEW, "2024-03-02", "expired", id="over"),
        pytest.param(MISSING + REVIEW.replace("2024-03-01", "2024-04-01"), "2024-01-12", "not bound", id="prolonged"),
        pytest.param(MISSING.replace("was closed", "shut") + REVIEW, "2024-01-12", "outdated", id="claim-reworded"),
        pytest.param(
            MISSING.replace("Missing.", "Conflicting.") + REVIEW, "2024-01-12", "outdated", id="verdict-changed"
        ),
        pytest.param(MISSING + REVIEW, "2024-01-10", "not yet", id="before-it-was-signed"),
    ],
)
def test_a_sign_off_that_no_longer_counts(signed: Desk, claims: str, today: str, state: str) -> None:
    run(signed, "--factcheck-lock", "update")
    signed.write("claims/storm.yaml", claims)
    result = signed.run(
        "claims", "--factcheck-gate", "--factcheck-today", today, "--factcheck-report", "json=report.json"
    )
    assert result.ret == FAILED
    assert f"1 sign-off does not count (claims/storm.yaml::airport: {state})" in last_line(result)
    result.stdout.fnmatch_lines(["sign-offs that do not count:", "  claims/storm.yaml::airport"])
    report = json.loads(signed.read("report.json"))
    jsonschema.validate(report, json.loads(report_schema_text()))
    assert report["claims"][0]["signed_off"] is None
    assert report["claims"][0]["review"]["state"] == state
    assert report["claims"][0]["review"]["why"]


def test_a_sign_off_made_during_an_update_is_not_lost(passing: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    run(passing, "--factcheck-lock", "update")
    theirs = passing.read("factcheck.lock").replace("locked      2024-01-12", "locked      2024-01-11")

    def meanwhile(claim: Claim, passages: list[Passage], **_: object) -> Verdict:
        passing.write("factcheck.lock", theirs)
        return by_first_word(claim, passages)

    monkeypatch.setattr(factcheck.pipeline, "weigh_claim", meanwhile)
    passing.write("corpus/wire.md", SOURCE.replace("40 schools", "50 schools"))
    result = run(passing, "--factcheck-lock", "update")
    assert result.ret == USAGE
    result.stdout.fnmatch_lines(["ERROR: factcheck.lock: L020 changed meanwhile, nothing was written"])
    assert passing.read("factcheck.lock") == theirs


def test_an_update_never_carries_a_sign_off_over_to_other_evidence(signed: Desk) -> None:
    run(signed, "--factcheck-lock", "update")
    before = signed.read("factcheck.lock")
    signed.write("corpus/wire.md", SOURCE.replace("40 schools", "50 schools"))
    result = run(signed, "--factcheck-lock", "update")
    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines(["kept as they were*", "  claims/storm.yaml::airport", "    - source changed*"])
    assert last_line(result) == "factcheck.lock: 1 held back"
    assert signed.read("factcheck.lock") == before
    assert "outdated" in last_line(run(signed, "--factcheck-gate"))


def test_only_an_override_stands_against_the_sources(signed: Desk) -> None:
    contradicted = MISSING.replace("Missing.", "Contradicted.")
    signed.write("claims/storm.yaml", contradicted + REVIEW)
    run(signed, "--factcheck-lock", "update")
    result = run(signed, "--factcheck-gate")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*`accept` does not cover contradicted; only `override` does*"])
    signed.write("claims/storm.yaml", contradicted + REVIEW.replace("accept", "override"))
    run(signed, "--factcheck-lock", "update")
    result = run(signed, "--factcheck-gate")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["passed   airport*contradicted*", "*overridden*"])


@pytest.mark.parametrize(
    ("key", "why"),
    [
        pytest.param("recheck_by: 2024-01-11", "recheck_by 2024-01-11", id="day"),
        pytest.param("valid_for: 10d\nas_of: 2024-01-01", "valid_for 10 days from 2024-01-01 (`as_of`)", id="span"),
        pytest.param(
            "valid_for: 10d", "valid_for 10 days, but no `as_of`, review or lock entry says from when", id="no-start"
        ),
    ],
)
def test_stale_claims_are_named_and_close_the_gate(desk: Desk, key: str, why: str) -> None:
    desk.write("claims/storm.yaml", f"{key}\nclaims:\n  - {{id: one, claim: Supported. Words.}}\n")
    result = run(desk)
    assert result.ret == OK
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(
        ["*stale*", "stale, to be looked at again:", "  claims/storm.yaml::one", f"    - {why}"]
    )
    result = run(desk, "--factcheck-gate")
    assert result.ret == FAILED
    assert last_line(result) == "do not publish: 1 claim stale (claims/storm.yaml::one)"


def test_the_day_in_the_lock_is_a_start_and_naming_a_claim_renews_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write("claims/storm.yaml", "valid_for: 10d\nclaims:\n  - {id: one, claim: Supported. Words.}\n")
    run(desk, "--factcheck-lock", "update")
    late = ("--factcheck-today", "2024-02-01")
    assert desk.run("claims", "--factcheck-gate", *late).ret == FAILED
    desk.run("claims", "--factcheck-lock", "update", *late)
    assert desk.run("claims", "--factcheck-gate", *late).ret == FAILED
    monkeypatch.chdir(desk.pytester.path)
    assert main(["lock", "one", "--today", "2024-02-01"]) == 0
    assert desk.run("claims", "--factcheck-gate", *late).ret == OK


PATCH = """\
import factcheck.pipeline
from tests.plugin.conftest import by_first_word, of_the_first_source

factcheck.pipeline.passages_for = of_the_first_source
factcheck.pipeline.weigh_claim = by_first_word
"""


def test_workers_write_the_same_lock_and_see_the_same_drift(desk: Desk) -> None:
    pytest.importorskip("xdist")
    desk.write("conftest.py", PATCH)
    desk.write("claims/storm.yaml", MISSING + REVIEW + "  - {id: roads, claim: Supported. Roads were open.}\n")
    desk.run_apart("claims", "--factcheck-lock", "update", *TODAY)
    serial = desk.read("factcheck.lock")
    desk.remove("factcheck.lock")
    spread = desk.run_apart("claims", "-n2", "--factcheck-lock", "update", *TODAY)
    assert spread.outlines[-1] == "factcheck.lock: 2 new; 1 sign-off bound"
    assert desk.read("factcheck.lock") == serial
    desk.write("corpus/wire.md", SOURCE.replace("40 schools", "50 schools"))
    gated = desk.run_apart("claims", "-n2", "--factcheck-gate", "--factcheck-report", "json=two.json", *TODAY)
    assert "2 claims changed since the lock" in gated.outlines[-1]
    assert "1 sign-off does not count (claims/storm.yaml::airport: outdated)" in gated.outlines[-1]
    desk.run_apart("claims", "--factcheck-gate", "--factcheck-report", "json=one.json", *TODAY)
    assert desk.read("one.json") == desk.read("two.json")
    held = desk.run_apart("claims", "-n2", "--factcheck-lock", "update", *TODAY)
    assert held.outlines[-1] == "factcheck.lock: 1 changed, 1 held back"
