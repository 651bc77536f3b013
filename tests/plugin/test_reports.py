"""The reports of a run: asked for by option, written whole, shown by a build server."""

from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ET
from importlib.metadata import EntryPoint

import pytest

from factcheck.adapters import entry_points
from tests.plugin.conftest import Desk

FORMATS = ("json", "html", "md", "csv", "claimreview", "sarif")
FAILED, USAGE, OK = pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.USAGE_ERROR, pytest.ExitCode.OK
EVERY = [f"--factcheck-report={form}=report.{form}" for form in FORMATS]


def on_github(desk: Desk, monkeypatch: pytest.MonkeyPatch, *, workspace: str = ".") -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str((desk.pytester.path / workspace).resolve()))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(desk.pytester.path / "summary.md"))


def third_party(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    point = EntryPoint("wire", value, "factcheck.reports")
    monkeypatch.setattr(entry_points, "entry_points", lambda *, group: [point] if group == point.group else [])


def test_every_format_in_one_run(desk: Desk) -> None:
    result = desk.run("claims", *EVERY)
    assert result.ret == FAILED
    result.stdout.fnmatch_lines([f"{form} report: *report.{form}" for form in FORMATS])
    assert desk.read("report.html").startswith("<!DOCTYPE html>\n<html")
    assert desk.read("report.md").startswith("# Fact-check: 1 of 4 claims passed\n")
    assert len(list(csv.reader(desk.read("report.csv").splitlines()))) == 5
    assert json.loads(desk.read("report.sarif"))["version"] == "2.1.0"
    assert json.loads(desk.read("report.claimreview"))["@graph"] == []


def test_the_same_run_twice_gives_the_same_bytes(desk: Desk) -> None:
    arguments = ["claims", "--factcheck-today=2024-01-12", "--factcheck-gate", *EVERY]
    desk.run(*arguments)
    first = [desk.read(f"report.{form}") for form in FORMATS]
    desk.run(*arguments)
    assert [desk.read(f"report.{form}") for form in FORMATS] == first


def test_reports_of_workers_are_those_of_one_process(bare: Desk) -> None:
    bare.write("pyproject.toml", "[tool.factcheck]\n")
    bare.write("corpus/wire.md", "---\npublisher: Sample Wire\n---\nThe storm closed 40 schools in Arlen on Monday.\n")
    bare.write("claims/a.yaml", "claims:\n  - The storm closed 40 schools.\n  - The storm closed 50 schools.\n")
    bare.run_apart("claims", "--factcheck-today=2024-01-12", *EVERY)
    first = [bare.read(f"report.{form}") for form in FORMATS]
    bare.run_apart("claims", "-n2", "--factcheck-today=2024-01-12", *EVERY)
    assert [bare.read(f"report.{form}") for form in FORMATS] == first


def test_two_reports_in_one_file_are_refused(desk: Desk) -> None:
    result = desk.run("claims", "--factcheck-report=json=a", "--factcheck-report=csv=a")
    assert result.ret == USAGE
    result.stderr.fnmatch_lines(["*S004 two reports want the file `a`"])


def test_an_unknown_format_names_the_known_ones(desk: Desk) -> None:
    result = desk.run("claims", "--factcheck-report=pdf=a.pdf")
    assert result.ret == USAGE
    result.stderr.fnmatch_lines(
        ["*S004 unknown report format `pdf`", "*known formats: json, html, md, csv, claimreview, sarif"]
    )


def test_a_format_of_a_third_party_acts_when_it_is_named(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    third_party(monkeypatch, "builtins:repr")
    result = desk.run("claims", "--factcheck-report=wire=a.txt")
    assert result.ret == USAGE
    result.stderr.fnmatch_lines(['*it is installed: name it in [[]tool.factcheck], as reports = [[]"wire"]'])
    desk.write("pyproject.toml", '[tool.factcheck]\nreports = ["wire"]\n')
    desk.run("claims", "--factcheck-report=wire=a.txt")
    assert desk.read("a.txt").startswith("RunRecord(")


@pytest.mark.parametrize(
    ("value", "line"),
    [
        pytest.param("json:loads", "*P001 the report format `wire` failed: TypeError: *", id="it-raises"),
        pytest.param("builtins:bool", "*P001 the report format `wire` gave no text", id="no-text"),
    ],
)
def test_a_format_that_fails_harms_no_other(desk: Desk, monkeypatch: pytest.MonkeyPatch, value: str, line: str) -> None:
    third_party(monkeypatch, value)
    desk.write("pyproject.toml", '[tool.factcheck]\nreports = ["wire"]\n')
    desk.write("claims/storm.yaml", "claims:\n  - Supported. Schools closed.\n")
    result = desk.run("claims", "--factcheck-report=wire=a.txt", "--factcheck-report=md=a.md")
    assert result.ret == USAGE
    result.stdout.fnmatch_lines([line])
    assert not desk.exists("a.txt")
    assert desk.exists("a.md")
    assert "Traceback" not in result.stdout.str()


def test_junit_carries_claim_verdict_and_reason(desk: Desk) -> None:
    desk.run("claims", "--junitxml=junit.xml")
    cases = ET.fromstring(desk.read("junit.xml")).iter("testcase")  # noqa: S314  (our own file)
    found = {case.get("name"): {it.get("name"): it.get("value") for it in case.iter("property")} for case in cases}
    assert found["schools"] == {"claim": "Supported. The storm closed 40 schools.", "verdict": "supported"}
    assert found["homes"]["verdict"] == "contradicted"
    assert found["airport"] == {
        "claim": "Missing. The airport was closed.",
        "verdict": "missing",
        "reason": "detail-not-stated",
    }


def test_a_claim_cannot_forge_the_properties_of_another(desk: Desk) -> None:
    forged = ',"verdict":"supported","reason":null,"detail":'
    desk.write("claims/storm.yaml", f"claims:\n  - {{id: forged, claim: 'Missing. Somebody wrote {forged} here.'}}\n")
    desk.run("claims", "--junitxml=junit.xml")
    case = next(ET.fromstring(desk.read("junit.xml")).iter("testcase"))  # noqa: S314
    assert [it.get("value") for it in case.iter("property")][1:] == ["missing", "detail-not-stated"]


def test_a_build_server_gets_annotations_and_a_summary(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    on_github(desk, monkeypatch)
    desk.write("summary.md", "what another command wrote\n")
    result = desk.run("claims")
    result.stdout.fnmatch_lines(
        [
            "::error file=claims/storm.yaml,line=7,title=contradicted%3A homes::Contradicted. About 3,500 people *%0A*",
            "::warning file=claims/storm.yaml,line=10,title=missing%3A airport::*",
            "::error file=claims/storm.yaml,line=12,title=conflicting%3A roads::*",
        ]
    )
    assert desk.read("summary.md").startswith("what another command wrote\n# Fact-check: 1 of 4 claims passed\n")


def test_under_the_gate_silence_is_an_error_there(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    on_github(desk, monkeypatch, workspace="..")
    result = desk.run("claims", "--factcheck-gate")
    folder = desk.pytester.path.name
    result.stdout.fnmatch_lines([f"::error file={folder}/claims/storm.yaml,line=10,title=missing%3A airport::*"])
    assert [line for line in result.outlines if line][-1].startswith("do not publish: ")


def test_faults_of_a_claim_file_are_annotated(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    on_github(desk, monkeypatch)
    desk.write("claims/storm.yaml", "claims:\n  - claim: Supported. Schools closed.\n    tolerence: 5%\n")
    result = desk.run("claims")
    result.stdout.fnmatch_lines(["::error file=claims/storm.yaml,line=3,col=5,title=F010::unknown key `tolerence`*"])


def test_elsewhere_there_are_none(desk: Desk) -> None:
    result = desk.run("claims")
    result.stdout.no_fnmatch_line("*::error*")
    assert not desk.exists("summary.md")


def test_a_summary_that_cannot_be_written_is_said_and_harms_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_github(desk, monkeypatch)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(desk.pytester.path / "no" / "summary.md"))
    desk.write("claims/storm.yaml", "claims:\n  - Supported. Schools closed.\n")
    result = desk.run("claims", "--factcheck-report=md=a.md")
    assert result.ret == OK
    result.stdout.fnmatch_lines(["warning: *: P002 the job summary cannot be written: *"])
    assert desk.exists("a.md")


def test_a_run_of_other_tests_is_left_alone(bare: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    on_github(bare, monkeypatch)
    bare.write("test_it.py", "def test_it():\n    pass\n")
    assert bare.run("test_it.py").ret == OK
    assert not bare.exists("summary.md")
