"""Which files hold claims, and how claims are chosen."""

from __future__ import annotations

import pytest

from factcheck.app import configured_claim_files, read_settings
from factcheck.cli import main
from tests.plugin.conftest import CLAIMS, Desk


def collected(result: pytest.RunResult) -> list[str]:
    return [line for line in result.outlines if "::" in line]


IDS = ["schools", "homes", "airport", "roads"]


def test_configured_folder(desk: Desk) -> None:
    assert collected(desk.run("--collect-only", "-q")) == [f"claims/storm.yaml::{name}" for name in IDS]
    assert not desk.exists(".factcheck")


def test_what_runs_is_what_the_gate_and_the_lock_know(desk: Desk) -> None:
    for number, name in enumerate(("claims/LOUD.YAML", "claims/deep/b.Yml", "elsewhere/linked.yaml")):
        desk.write(name, f"claims:\n  - {{id: c{number}, claim: Contradicted. Words.}}\n")
    for name in ("claims/.hidden.yaml", "claims/.git/x.yaml", "claims/notes.txt"):
        desk.write(name, "clams: []\n")
    (desk.pytester.path / "claims/sub").symlink_to("../elsewhere")
    (desk.pytester.path / "claims/deep/round").symlink_to("..")
    files = configured_claim_files(read_settings(desk.pytester.path))
    assert files == ["claims/LOUD.YAML", "claims/storm.yaml", "claims/deep/b.Yml", "claims/sub/linked.yaml"]
    run = {line.partition("::")[0] for line in collected(desk.run("--collect-only", "-q", "claims"))}
    assert {file for file in run if "/round/" not in file} == set(files)
    (desk.pytester.path / "claims/deep/round").unlink()
    assert main(["lock"]) == 0
    assert {line.split("::")[0] for line in desk.read("factcheck.lock").splitlines() if line[:6] == "claim "} == {
        f"claim {file}" for file in files
    }


def test_a_hidden_file_runs_when_it_is_named(desk: Desk) -> None:
    desk.write("claims/.hidden.yaml", CLAIMS)
    assert len(collected(desk.run("--collect-only", "-q", "claims/.hidden.yaml"))) == 4


def test_ini_value_makes_a_project(bare: Desk) -> None:
    bare.write("pytest.ini", "[pytest]\nfactcheck_claims = facts\n")
    bare.write("facts/storm.yml", CLAIMS)
    assert len(collected(bare.run("--collect-only", "-q"))) == 4


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        pytest.param([], ["tests/storm.claims.yaml"], id="nothing-named"),
        pytest.param(["tests"], ["tests/storm.claims.yaml"], id="folder-of-python-tests"),
        pytest.param(["claims"], ["claims/storm.yaml"], id="folder-of-claims"),
        pytest.param(["facts"], ["facts/deep/storm.yaml"], id="folder-above-claims"),
        pytest.param(["compose.yaml"], ["compose.yaml"], id="named-file"),
        pytest.param(["claims/storm.yaml::homes"], ["claims/storm.yaml"], id="node-id"),
    ],
)
def test_other_peoples_yaml_is_left_alone(bare: Desk, arguments: list[str], files: list[str]) -> None:
    bare.write("setup.cfg", "[metadata]\nname = other\n")
    for name in (
        "compose.yaml",
        "claims/storm.yaml",
        "facts/deep/storm.yaml",
        "tests/data.yaml",
        "tests/storm.claims.yaml",
    ):
        bare.write(name, CLAIMS)
    bare.write("tests/test_python.py", "def test():\n    pass\n")
    lines = collected(bare.run("--collect-only", "-q", *arguments))
    assert list(dict.fromkeys(line.partition("::")[0] for line in lines if ".yaml" in line)) == files


def test_python_tests_open_no_corpus(bare: Desk) -> None:
    bare.write("pyproject.toml", "[tool.factcheck]\n")
    bare.write("tests/data.yaml", "not: [closed\n")
    bare.write("tests/test_python.py", "def test():\n    pass\n")
    bare.run("tests").assert_outcomes(passed=1)
    assert not bare.exists(".factcheck")


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        pytest.param(["-m", "figures"], ["schools", "homes"], id="tag"),
        pytest.param(["-m", "us-politics"], ["schools"], id="tag-that-is-no-identifier"),
        pytest.param(["-m", "not figures"], ["airport", "roads"], id="without-a-tag"),
        pytest.param(["-k", "politics"], ["schools"], id="keyword-of-a-tag"),
        pytest.param(["-k", "air or roads"], ["airport", "roads"], id="keyword-of-an-id"),
    ],
)
def test_selection(desk: Desk, arguments: list[str], names: list[str]) -> None:
    lines = collected(desk.run("claims", "--collect-only", "-q", "--strict-markers", *arguments))
    assert lines == [f"claims/storm.yaml::{name}" for name in names]


@pytest.mark.parametrize(
    ("tag", "marker"),
    [
        pytest.param("skip", "tag_skip", id="skip-does-not-skip"),
        pytest.param("xfail", "tag_xfail", id="xfail-does-not-forgive"),
        pytest.param("2024 vote", "2024_vote", id="space"),
        pytest.param("not", "tag_not", id="word-of-the-expression-language"),
        pytest.param("parametrise", "tag_parametrise", id="name-that-pytest-refuses"),
        pytest.param("Médias", "Médias", id="accent"),
        pytest.param("(draft)", "draft", id="brackets"),
        pytest.param("!", "tag", id="only-signs"),
    ],
)
def test_tags_become_harmless_markers(desk: Desk, tag: str, marker: str) -> None:
    desk.write("claims/storm.yaml", f"claims:\n  - {{id: one, claim: Contradicted. Words., tags: ['{tag}']}}\n")
    desk.run("claims", "--strict-markers", "-m", marker).assert_outcomes(failed=1)


def test_last_failed(desk: Desk) -> None:
    desk.run("claims")
    result = desk.run("claims", "--lf", "-v")
    result.assert_outcomes(failed=2)


def test_faults_come_all_at_once_without_traceback(desk: Desk) -> None:
    desk.write("claims/bad.yaml", "claims:\n  - {id: a, claim: One fact., expct: supported, min_origins: none}\n")
    result = desk.run("claims")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines(
        ["*ERROR collecting claims/bad.yaml*", "claims/bad.yaml:2:*expct*", "*did you mean `expect`?"]
    )
    result.stdout.fnmatch_lines(["claims/bad.yaml:2:*none*"])
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*ExceptionGroup*")


def test_faults_that_quote_escape_sequences_are_harmless(desk: Desk) -> None:
    desk.write("claims/bad.yaml", '"\\e]0;owned\\a": 1\nclaims: [One fact is here.]\n')
    result = desk.run("claims")
    result.stdout.fnmatch_lines(["claims/bad.yaml:1:1: *U+001B*"])
    assert "\x1b" not in result.stdout.str()


def test_a_claim_file_that_cannot_be_read(desk: Desk) -> None:
    (desk.pytester.path / "claims/gone.yaml").symlink_to("nowhere.yaml")
    result = desk.run("claims/storm.yaml")
    result.assert_outcomes(passed=1, failed=2, skipped=1)


def test_equal_ids_in_two_files(desk: Desk) -> None:
    desk.write("claims/copy.yaml", CLAIMS)
    assert len(collected(desk.run("claims", "--collect-only", "-q"))) == 8


def test_no_claims_are_no_pass(desk: Desk) -> None:
    desk.write("claims/storm.yaml", "claims: []\n")
    assert desk.run("claims").ret == pytest.ExitCode.INTERRUPTED
    desk.remove("claims/storm.yaml")
    assert desk.run("claims").ret == pytest.ExitCode.NO_TESTS_COLLECTED
