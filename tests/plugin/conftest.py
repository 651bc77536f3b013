"""A small newsroom project to run pytest in."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import factcheck
import factcheck.adapters.cache
import factcheck.adapters.corpus  # loaded once out here: extension modules do not survive pytester's clean-up
import factcheck.app
import factcheck.claimfile
import factcheck.pipeline
import factcheck.reports.explain
import factcheck.reports.json_report
import factcheck.reports.table
from factcheck.domain.source import Passage
from factcheck.domain.verdict import Label, Verdict
from tests.unit.verdicts import verdict

if TYPE_CHECKING:
    from factcheck.domain.claim import Claim
    from factcheck.domain.ports import Index

SOURCE = """\
---
publisher: Sample Wire
published: 2024-01-10
---
The storm closed 40 schools in Arlen on Monday.

Officials said 2,500 people left their homes.
"""
CLAIMS = """\
suite: The storm
claims:
  - id: schools
    claim: Supported. The storm closed 40 schools.
    tags: [figures, us-politics]
  - id: homes
    claim: Contradicted. About 3,500 people left their homes.
    tags: [figures]
  - id: airport
    claim: Missing. The airport was closed.
  - id: roads
    claim: Conflicting. All roads were open.
"""


def of_the_first_source(_claim: Claim, *, index: Index) -> list[Passage]:
    """The opening of the first source, whatever is asked."""
    return [Passage(next(iter(index.sources())), 0, 47)]


def by_first_word(claim: Claim, passages: list[Passage], **_parts: object) -> Verdict:
    """The verdict that the claim's first word names, with the first source as evidence."""
    label = Label(claim.sentence.partition(".")[0].lower())
    return replace(verdict(label, claim=claim, passage=passages[0]), claim=claim)


@dataclass(frozen=True, slots=True)
class Desk:
    """A project folder and a way to run pytest in it."""

    pytester: pytest.Pytester

    def write(self, name: str, text: str) -> None:
        path = self.pytester.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")

    def remove(self, name: str) -> None:
        (self.pytester.path / name).unlink()

    def read(self, name: str) -> str:
        return (self.pytester.path / name).read_text(encoding="utf-8")

    def exists(self, name: str) -> bool:
        return (self.pytester.path / name).exists()

    def run(self, *arguments: str) -> pytest.RunResult:
        return self.pytester.runpytest_inprocess("-p", "factcheck.pytest_plugin", *arguments)

    def run_apart(self, *arguments: str) -> pytest.RunResult:
        return self.pytester.runpytest_subprocess("-p", "factcheck.pytest_plugin", *arguments)


@pytest.fixture
def bare(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """An empty project."""
    monkeypatch.setenv("PYTHONPATH", str(Path(factcheck.__file__).parents[1]))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    return Desk(pytester)


@pytest.fixture
def desk(bare: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A project with four claims, each judged as its first word says."""
    monkeypatch.setattr(factcheck.pipeline, "passages_for", of_the_first_source)
    monkeypatch.setattr(factcheck.pipeline, "weigh_claim", by_first_word)
    bare.write("pyproject.toml", "[tool.factcheck]\n")
    bare.write("corpus/wire.md", SOURCE)
    bare.write("claims/storm.yaml", CLAIMS)
    return bare


@pytest.fixture
def passing(desk: Desk) -> Desk:
    """The same project with two claims that pass."""
    desk.write(
        "claims/storm.yaml",
        """\
        claims:
          - {id: schools, claim: Supported. Forty schools closed., tags: [figures]}
          - {id: homes, claim: Contradicted. Nobody left home., expect: contradicted}
        """,
    )
    return desk
