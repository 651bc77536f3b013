"""The publication gate, the reports, and what makes a run impossible."""

from __future__ import annotations

import json

import jsonschema
import pytest

from factcheck.app import report_schema_text
from tests.plugin.conftest import Desk
from tests.unit import tiny_model

FAILED, USAGE, OK = pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.USAGE_ERROR, pytest.ExitCode.OK


def last_line(result: pytest.RunResult) -> str:
    return [line for line in result.outlines if line][-1]


def test_publish(passing: Desk) -> None:
    result = passing.run("claims", "--factcheck-gate")
    assert result.ret == OK
    assert last_line(result) == "publish: all 2 claims passed"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        pytest.param(["-k", "schools"], "1 of 2 claims did not run", id="keyword"),
        pytest.param(["-m", "figures"], "1 of 2 claims did not run", id="tag"),
        pytest.param(["claims/storm.yaml::homes"], "1 of 2 claims did not run", id="node-id"),
        pytest.param(["--deselect", "claims/storm.yaml::homes"], "1 of 2 claims did not run", id="deselect"),
        pytest.param(["-k", "nothing"], "2 of 2 claims did not run", id="nothing-selected"),
        pytest.param(["--ignore", "claims/storm.yaml"], "claims/storm.yaml did not run", id="ignored-file"),
        pytest.param(["tests"], "claims/storm.yaml did not run", id="other-folder"),
        pytest.param(["--collect-only"], "2 of 2 claims did not run", id="collect-only"),
    ],
)
def test_partial_runs_decide_nothing(passing: Desk, arguments: list[str], why: str) -> None:
    passing.write("tests/test_python.py", "def test():\n    pass\n")
    named = [] if any("/" in item or item == "tests" for item in arguments[:1]) else ["claims"]
    result = passing.run("--factcheck-gate", *named, *arguments)
    assert result.ret == FAILED
    assert last_line(result) == f"partial run: no decision ({why})"


def test_one_file_of_two(passing: Desk) -> None:
    passing.write("claims/more.yaml", "claims:\n  - {id: more, claim: Supported. Words.}\n")
    result = passing.run("claims/more.yaml", "--factcheck-gate")
    assert result.ret == FAILED
    assert last_line(result) == "partial run: no decision (claims/storm.yaml did not run)"


def test_stop_at_the_first_failure(desk: Desk) -> None:
    result = desk.run("claims", "--factcheck-gate", "-x")
    assert result.ret == FAILED
    assert last_line(result) == "partial run: no decision (2 of 4 claims did not run)"


def test_last_failed_is_partial(desk: Desk) -> None:
    desk.run("claims")
    assert last_line(desk.run("claims", "--factcheck-gate", "--lf")).startswith("partial run: no decision")


def test_missing_and_failing_claims_close_the_gate(desk: Desk) -> None:
    result = desk.run("claims", "--factcheck-gate")
    assert last_line(result) == (
        "do not publish: 2 failed (claims/storm.yaml::homes, claims/storm.yaml::roads), "
        "1 skipped (claims/storm.yaml::airport) of 4 claims"
    )


def test_skips_alone_exit_non_zero_under_the_gate(desk: Desk) -> None:
    desk.write("claims/storm.yaml", "claims:\n  - {id: one, claim: Missing. Words.}\n")
    assert desk.run("claims").ret == OK
    result = desk.run("claims", "--factcheck-gate")
    assert result.ret == FAILED
    assert last_line(result) == "do not publish: 1 skipped (claims/storm.yaml::one) of 1 claim"


def test_expected_silence_passes_the_gate(desk: Desk) -> None:
    desk.write("claims/storm.yaml", "claims:\n  - {id: one, claim: Missing. Words., expect: missing}\n")
    assert desk.run("claims", "--factcheck-gate").ret == OK


def test_warnings_close_the_gate(desk: Desk) -> None:
    desk.write("claims/storm.yaml", "claims:\n  - {id: one, claim: Contradicted. Words., severity: warn}\n")
    assert desk.run("claims").ret == OK
    assert desk.run("claims", "--factcheck-gate").ret == FAILED


def test_broken_claim_file_closes_the_gate(passing: Desk) -> None:
    passing.write("claims/bad.yaml", "clams: []\n")
    result = passing.run("claims", "--factcheck-gate", "--factcheck-report", "json=report.json")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    assert last_line(result) == "do not publish: claims/bad.yaml cannot be read as claims"
    problems = json.loads(passing.read("report.json"))["problems"]
    assert {problem["path"] for problem in problems} == {"claims/bad.yaml"}


def test_unreadable_source_closes_the_gate(passing: Desk) -> None:
    (passing.pytester.path / "corpus/scan.txt").write_bytes(b"\x00\xff\xfe\x00" * 100)
    result = passing.run("claims")
    assert result.ret == OK
    result.stdout.fnmatch_lines(["corpus: scan.txt: C*"])
    result = passing.run("claims", "--factcheck-gate")
    assert result.ret == FAILED
    assert last_line(result).startswith("do not publish: the corpus has 1 unreadable file (scan.txt)")


def test_the_name_of_a_file_is_no_decision(passing: Desk) -> None:
    name = "x\npublish: all 2 claims passed \x1b[32m.txt"
    (passing.pytester.path / "corpus" / name).write_bytes(b"\x00\xff\xfe\x00" * 100)
    shown = "x publish: all 2 claims passed <U+001B>[32m.txt"
    result = passing.run("claims", "--factcheck-gate")
    assert last_line(result) == f"do not publish: the corpus has 1 unreadable file ({shown})"


def test_another_failing_test_closes_the_gate(passing: Desk) -> None:
    passing.write("claims/test_python.py", "def test():\n    assert False\n")
    result = passing.run("claims", "--factcheck-gate")
    assert last_line(result) == "do not publish: the claims passed, but something else in this run failed"


def test_no_claims_close_the_gate(passing: Desk) -> None:
    passing.remove("claims/storm.yaml")
    result = passing.run("claims", "--factcheck-gate")
    assert result.ret == FAILED
    assert last_line(result) == "do not publish: there are no claims in claims"


@pytest.mark.parametrize(
    ("configured", "folders"),
    [
        pytest.param("", "is no folder claims", id="the-default"),
        pytest.param("claims = ['clams']", "is no folder clams", id="misspelt"),
        pytest.param("claims = ['facts', 'fatcs2']", "is no folder fatcs2", id="one-of-two"),
        pytest.param("claims = ['clams', 'factz']", "are no folders clams, factz", id="both"),
        pytest.param("claims = ['pyproject.toml']", "is no folder pyproject.toml", id="a-file"),
    ],
)
def test_a_folder_of_claims_that_does_not_exist_closes_the_gate(passing: Desk, configured: str, folders: str) -> None:
    passing.write("pyproject.toml", f"[tool.factcheck]\n{configured}\n")
    passing.remove("claims/storm.yaml")
    (passing.pytester.path / "claims").rmdir()
    passing.write("facts/good.yaml", "claims:\n  - {id: good, claim: Supported. Words.}\n")
    for named in ("facts", "facts/good.yaml"):
        result = passing.run(named, "--factcheck-gate")
        assert result.ret == FAILED
        why = f"there {folders}: say with `claims` in [tool.factcheck] where the claims are"
        assert last_line(result) == f"do not publish: {why}"


def test_claims_of_other_folders_are_no_reason_to_publish(passing: Desk) -> None:
    passing.remove("claims/storm.yaml")
    passing.write("facts/good.yaml", "claims:\n  - {id: good, claim: Supported. Words.}\n")
    result = passing.run("facts", "--factcheck-gate")
    assert result.ret == FAILED
    assert last_line(result) == "do not publish: there are no claims in claims"


@pytest.mark.parametrize("arguments", [pytest.param([], id="plain"), pytest.param(["--factcheck-gate"], id="gated")])
def test_no_corpus_is_a_usage_error(passing: Desk, arguments: list[str]) -> None:
    passing.remove("corpus/wire.md")
    result = passing.run("claims", *arguments)
    assert result.ret == USAGE
    result.stderr.fnmatch_lines(["ERROR: *corpus*"])
    result = passing.run("claims", "--corpus", "nowhere", *arguments)
    assert result.ret == USAGE
    assert passing.run("claims", "--collect-only").ret == OK


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["--factcheck-report", "jsn=x"], "*S004 unknown report format `jsn`*", id="format"),
        pytest.param(["--factcheck-report", "json=none/x"], "*none/x: S005 its folder does not exist*", id="folder"),
        pytest.param(["--factcheck-today", "tomorrow"], "*S006 'tomorrow' is not a day*", id="day"),
        pytest.param(
            ["-o", "factcheck_min_origins=two"], "*S002 factcheck_min_origins is not a whole number*", id="ini-number"
        ),
        pytest.param(["-o", "factcheck_severity=fatal"], "*S002 factcheck_severity: 'fatal'*", id="ini"),
    ],
)
def test_bad_options_are_usage_errors(passing: Desk, arguments: list[str], words: str) -> None:
    result = passing.run("claims", *arguments)
    assert result.ret == USAGE
    result.stderr.fnmatch_lines([words])
    result.stderr.no_fnmatch_line("*Traceback*")
    assert not passing.exists(".factcheck")


def test_misspelt_key_of_the_project(passing: Desk) -> None:
    passing.write("pyproject.toml", "[tool.factcheck]\ncorpsu = 'x'\n")
    result = passing.run("claims")
    assert result.ret == USAGE
    result.stderr.fnmatch_lines(["ERROR: pyproject.toml: S001 unknown key `corpsu`*", "*did you mean `corpus`?"])


def test_json_report(desk: Desk) -> None:
    result = desk.run("claims", "--factcheck-report", "json=report.json", "--factcheck-today", "2024-01-12")
    result.stdout.fnmatch_lines(["json report: *report.json"])
    report = json.loads(desk.read("report.json"))
    jsonschema.validate(report, json.loads(report_schema_text()))
    assert report["today"] == "2024-01-12"
    assert report["gate"] is None
    assert report["corpus"]["sources"] == 1
    assert [claim["outcome"] for claim in report["claims"]] == ["passed", "failed", "skipped", "failed"]
    assert report["claims"][1]["nodeid"] == "claims/storm.yaml::homes"
    assert report["claims"][1]["line"] == 7


def test_same_bytes_from_the_cache(desk: Desk) -> None:
    for name in ("first", "second"):
        desk.run("claims", "--factcheck-report", f"json={name}.json", "--factcheck-today", "2024-01-12")
    assert desk.read("first.json") == desk.read("second.json")


def test_unchanged_runs_judge_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.run("claims")

    def judged_again(*_: object, **__: object) -> None:
        pytest.fail("judged again")

    monkeypatch.setattr("factcheck.pipeline.weigh_claim", judged_again)
    desk.run("claims").assert_outcomes(passed=1, failed=2, skipped=1)


def test_a_changed_corpus_is_judged_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.run("claims")

    def judged_again(*_: object, **__: object) -> None:
        raise AssertionError("judged again")

    monkeypatch.setattr("factcheck.pipeline.weigh_claim", judged_again)
    desk.write("corpus/more.txt", "The storm passed on Tuesday.\n")
    desk.run("claims").assert_outcomes(failed=4)


def test_usage_errors_are_reported_too(passing: Desk) -> None:
    passing.remove("corpus/wire.md")
    passing.write("report.json", "old")
    passing.run("claims", "--factcheck-gate", "--factcheck-report", "json=report.json")
    report = json.loads(passing.read("report.json"))
    jsonschema.validate(report, json.loads(report_schema_text()))
    assert report["gate"]["decision"] == "do-not-publish"
    assert report["problems"]


def test_a_judge_that_fails_fails_its_claim_and_decides_nothing(bare: Desk) -> None:
    model = tiny_model.write(bare.pytester.path / "tiny")
    (model / "model.onnx").write_bytes(b"other weights")
    bare.write("pyproject.toml", "[tool.factcheck]\nmodel = './tiny'\n")
    bare.write("corpus/film.md", "The film takes place in Berlin.\n")
    bare.write("claims/film.yaml", "claims:\n  - {id: set-in, claim: The film is set in Berlin.}\n")
    result = bare.run("claims", "--factcheck-gate", "--factcheck-report", "json=report.json")
    assert result.ret == FAILED
    assert last_line(result) == "partial run: no decision (1 of 1 claim did not run)"
    result.stdout.fnmatch_lines(["tiny/model.onnx: M003 *", "  mend: copy the whole model folder again*"])
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*model_card.py*")
    assert [problem["code"] for problem in json.loads(bare.read("report.json"))["problems"]] == ["M003"]


def test_a_document_that_cannot_be_read_closes_the_gate(passing: Desk) -> None:
    passing.write("corpus/report.pdf", "%PDF-1.7\nnothing\n")
    result = passing.run("--factcheck-gate")
    assert result.ret == 1
    result.stdout.fnmatch_lines(["*report.pdf*C121*broken*"])
    result.stdout.fnmatch_lines(["*do not publish*"])
