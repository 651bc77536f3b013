"""What pytest shows for each verdict."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from tests.plugin.conftest import Desk

ONE = "claims:\n  - {{id: one, claim: {word}. Words., expect: {expect}, severity: {severity}}}\n"


def test_each_verdict_has_its_outcome(desk: Desk) -> None:
    result = desk.run("claims", "-v")
    result.assert_outcomes(passed=1, failed=2, skipped=1)
    result.stdout.fnmatch_lines(
        [
            "claims/storm.yaml::schools PASSED*",
            "claims/storm.yaml::homes FAILED*",
            "claims/storm.yaml::airport SKIPPED*",
            "claims/storm.yaml::roads FAILED*",
        ]
    )
    assert result.ret == pytest.ExitCode.TESTS_FAILED


@pytest.mark.parametrize(
    ("word", "expect", "severity", "outcomes"),
    [
        pytest.param("Contradicted", "contradicted", "error", {"passed": 1}, id="debunk"),
        pytest.param("Supported", "contradicted", "error", {"failed": 1}, id="debunk-of-a-truth"),
        pytest.param("Missing", "contradicted", "error", {"skipped": 1}, id="debunk-without-evidence"),
        pytest.param("Missing", "missing", "error", {"passed": 1}, id="known-silence"),
        pytest.param("Conflicting", "conflicting", "error", {"passed": 1}, id="known-conflict"),
        pytest.param("Contradicted", "supported", "warn", {"xfailed": 1}, id="warning"),
        pytest.param("Contradicted", "supported", "info", {"xfailed": 1}, id="info"),
        pytest.param("Missing", "supported", "warn", {"skipped": 1}, id="silence-is-no-warning"),
    ],
)
def test_expectation_and_severity(desk: Desk, word: str, expect: str, severity: str, outcomes: dict[str, int]) -> None:
    desk.write("claims/storm.yaml", ONE.format(word=word, expect=expect, severity=severity))
    desk.run("claims", "-W", "error").assert_outcomes(**outcomes)


def test_runxfail_makes_a_warning_a_failure(desk: Desk) -> None:
    desk.write("claims/storm.yaml", ONE.format(word="Contradicted", expect="supported", severity="warn"))
    result = desk.run("claims", "--runxfail")
    result.assert_outcomes(failed=1)
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*def runtest*")


def test_a_failure_says_what_was_asserted_and_what_the_source_says(desk: Desk) -> None:
    result = desk.run("claims", "-k", "homes")
    result.stdout.fnmatch_lines(
        [
            "*_ homes _*",
            "contradicted: 2,500 people differs from 3,500 people",
            "claim    Contradicted. About 3,500 people left their homes.",
            "written  claims/storm.yaml:7",
            "Against it:",
            "  | The storm closed 40 schools in Arlen on Monday.",
            "    Sample Wire, 2024-01-10 (wire, line 1)",
            "next     correct the claim*",
            "FAILED claims/storm.yaml::homes*",
        ]
    )
    result.stdout.no_fnmatch_line("*pytest_plugin.py*")


def test_skips_point_at_the_claim(desk: Desk) -> None:
    result = desk.run("claims", "-rs")
    result.stdout.fnmatch_lines(["SKIPPED [[]1[]] claims/storm.yaml:10: missing: detail-not-stated*"])


def test_failures_point_at_the_claim(desk: Desk) -> None:
    result = desk.run("claims", "--junitxml=junit.xml", "-o", "junit_family=xunit1", "-k", "homes")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    case = ET.fromstring(desk.read("junit.xml")).find(".//testcase")  # noqa: S314  (written a moment ago)
    assert case is not None
    assert case.get("file") == "claims/storm.yaml"
    assert case.get("line") == "6"


def test_the_table_ends_the_summary(desk: Desk) -> None:
    result = desk.run("claims")
    result.stdout.fnmatch_lines(
        [
            "*= claims =*",
            "claims/storm.yaml: The storm",
            "passed   schools*",
            "FAILED   homes*",
            "skipped  airport*",
            "4 claims: 1 passed, 2 failed, 1 skipped; corpus of 1 source",
        ]
    )
    first = next(n for n, line in enumerate(result.outlines) if "= claims =" in line)
    last = next(n for n, line in enumerate(result.outlines) if line.startswith("4 claims:"))
    assert max(len(line) for line in result.outlines[first : last + 1]) <= 80


def test_very_quiet_runs_print_no_table(desk: Desk) -> None:
    desk.run("claims", "-qq").stdout.no_fnmatch_line("4 claims:*")


def test_a_run_of_skips_says_so_loudly(desk: Desk) -> None:
    result = desk.run("claims", "-k", "airport")
    assert result.ret == pytest.ExitCode.OK
    result.stdout.fnmatch_lines(["NOTHING WAS SETTLED: the sources do not suffice, and the only claim was skipped"])


def test_a_fault_of_our_own_keeps_its_traceback(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("factcheck.pipeline.weigh_claim", broken)
    result = desk.run("claims", "--factcheck-gate")
    result.assert_outcomes(failed=4)
    result.stdout.fnmatch_lines(["*ZeroDivisionError*", "partial run: no decision*"])


def test_fixture_for_python_tests(desk: Desk) -> None:
    desk.write(
        "test_python.py",
        """\
        def test_sentence(factcheck_checker):
            assert factcheck_checker.check("Supported. The storm closed 40 schools.").label == "supported"
        """,
    )
    desk.run("test_python.py").assert_outcomes(passed=1)
    desk.remove("corpus/wire.md")
    result = desk.run("test_python.py")
    result.assert_outcomes(errors=1)
    result.stdout.no_fnmatch_line("*Traceback*")
