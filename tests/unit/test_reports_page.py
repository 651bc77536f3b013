"""docs/reports.md: every format has a section, and every excerpt comes from the run that the page describes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.adapters.entry_points import OURS
from factcheck.app import claim_schema_text, write_starter

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "reports.md").read_text(encoding="utf-8")
SECTIONS = {part.partition("\n")[0]: part for part in PAGE.split("\n## ")[1:]}
EXCERPT = re.compile(r"^```(?:json|markdown|text|xml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CLAIMS = re.search(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
FILES = {form: f"report.{form}" for form in OURS["factcheck.reports"]} | {"JUnit XML": "junit.xml"}
PRINTED = "On a build server"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every report of the page's project."""
    folder = tmp_path_factory.mktemp("ferry")
    write_starter(folder, schema=claim_schema_text())
    assert CLAIMS
    (folder / "claims" / "first.yaml").write_text(CLAIMS[1], encoding="utf-8")
    reports = [f"--factcheck-report={form}=report.{form}" for form in OURS["factcheck.reports"]]
    environment = {**os.environ, "GITHUB_ACTIONS": "true", "PYTHONPATH": str(ROOT)}
    environment.pop("GITHUB_WORKSPACE", None)
    environment.pop("GITHUB_STEP_SUMMARY", None)

    def run(*arguments: str) -> str:
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "factcheck.pytest_plugin",
            "claims",
            "--factcheck-today=2024-02-10",
        ]
        done = subprocess.run(  # noqa: S603
            [*command, *arguments], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        return done.stdout

    run("--factcheck-lock=update")
    printed = run("--factcheck-gate", "--junitxml=junit.xml", *reports)
    found = {section: (folder / file).read_text(encoding="utf-8") for section, file in FILES.items()}
    return {**found, PRINTED: printed}


def test_every_format_has_a_section_and_a_row() -> None:
    for form in OURS["factcheck.reports"]:
        assert form in SECTIONS
        assert f"| [`{form}`](#{form}) |" in PAGE


@pytest.mark.parametrize("section", [name for name in (*FILES, PRINTED) if name != "html"])
def test_every_excerpt_is_real(written: dict[str, str], section: str) -> None:
    (excerpt,) = EXCERPT.findall(SECTIONS[section])
    for line in filter(None, excerpt.splitlines()):
        assert line in written[section]
