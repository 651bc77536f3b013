"""pytest-xdist: the same outcomes, the same report, the same rules, from several processes."""

from __future__ import annotations

import pytest

from tests.plugin.conftest import Desk

PATCH = """\
import factcheck.pipeline
from tests.plugin.conftest import by_first_word, of_the_first_source

factcheck.pipeline.passages_for = of_the_first_source
factcheck.pipeline.weigh_claim = by_first_word
"""
TODAY = ("--factcheck-today", "2024-01-12")


@pytest.fixture
def newsroom(desk: Desk) -> Desk:
    pytest.importorskip("xdist")
    desk.write("conftest.py", PATCH)
    return desk


def test_workers_write_the_same_report(newsroom: Desk) -> None:
    serial = newsroom.run_apart("claims", "--factcheck-gate", "--factcheck-report", "json=one.json", *TODAY)
    spread = newsroom.run_apart("claims", "--factcheck-gate", "--factcheck-report", "json=two.json", "-n2", *TODAY)
    assert newsroom.read("one.json") == newsroom.read("two.json")
    for result in (serial, spread):
        result.assert_outcomes(passed=1, failed=2, skipped=1)
        assert result.outlines[-1].startswith("do not publish: 2 failed (claims/storm.yaml::homes, ")
        result.stdout.fnmatch_lines(["passed   schools*", "FAILED   homes*", "skipped  airport*", "FAILED   roads*"])


def test_rules_of_the_gate_hold_for_workers(newsroom: Desk) -> None:
    result = newsroom.run_apart("claims", "--factcheck-gate", "-n2", "-k", "schools")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert result.outlines[-1] == "partial run: no decision (3 of 4 claims did not run)"


def test_usage_errors_in_workers(newsroom: Desk) -> None:
    newsroom.remove("corpus/wire.md")
    result = newsroom.run_apart("claims", "-n2")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stdout.fnmatch_lines(["ERROR: *corpus*"])


def test_broken_claim_files_in_workers(newsroom: Desk) -> None:
    newsroom.write("claims/bad.yaml", "clams: []\n")
    result = newsroom.run_apart("claims", "-n2", "--factcheck-gate")
    assert result.outlines[-1] == "do not publish: claims/bad.yaml cannot be read as claims"
    assert result.ret != pytest.ExitCode.OK
