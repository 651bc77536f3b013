"""Whatever a verdict depends on, changed between two runs: what is kept never stands in the way of the truth."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from factcheck import Checker, Claim
from factcheck.app import Settings, clock_today, open_checker
from factcheck.app.corpora import open_corpus
from factcheck.reports.record import verdict_text

CLAIM = Claim("The film is set in Berlin.")
FILM = "The film takes place in Berlin.\n"
MATCHER = """\
from factcheck.domain.comparison import Aspect, Comparison, Outcome

def compare(asserted, said):
    yield Comparison(Aspect.SPEAKER, Outcome.DIFFERS, "stranger: looked at it")
"""
JUDGE = """\
class Judge:
    name, threshold, masked = "stranger", 0.9, False

    def __init__(self, options):
        self.says = options.get("says", 1)

    def score(self, pairs):
        return [(self.says, 0, 1 - self.says) for _ in pairs]
"""
READER = """\
from factcheck.domain.source import Source

class Reader:
    suffixes = (".tape",)

    def read(self, data, *, path):
        yield Source(text=data.decode() + "It was long.", id="tape", path=path)
"""


@dataclass(slots=True)
class Desk:
    """A project, and what installed distributions bring to it."""

    settings: Settings
    site: Path

    def write(self, name: str, text: str) -> None:
        (self.settings.corpus / name).write_text(text, encoding="utf-8")

    def install(self, group: str, code: str) -> None:
        """A distribution that stays at version 1, installed or changed in place."""
        group, _, thing = group.partition(":")
        module = f"stranger_{group}"
        (self.site / f"{module}.py").write_text(code, encoding="utf-8")
        info = self.site / f"{module}-1.dist-info"
        info.mkdir(exist_ok=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[factcheck.{group}]\nstranger = {module}:{thing}\n", encoding="utf-8")
        sys.modules.pop(module, None)
        importlib.invalidate_caches()

    def use(self, **changed: object) -> None:
        self.settings = replace(self.settings, **changed)  # type: ignore[arg-type]

    def said(self) -> str:
        """The verdict as a run gives it that finds what others kept."""
        checker = open_checker(self.settings)
        text = checker.verdict_text(CLAIM, kept=checker.look_up([CLAIM])[0])
        checker.write_kept()
        return text

    def true(self) -> str:
        """The verdict of a run that looks up nothing."""
        checker = Checker(open_corpus(self.settings))
        checker.take_parts(self.settings)
        return verdict_text(checker.check(CLAIM))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    for name in ("corpus", "site"):
        (tmp_path / name).mkdir()
    monkeypatch.syspath_prepend(tmp_path / "site")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    claims = (tmp_path / "claims",)
    settings = Settings(root=tmp_path, corpus=tmp_path / "corpus", claims=claims, today=clock_today(), model="off")
    made = Desk(settings, tmp_path / "site")
    made.install("matchers:compare", MATCHER)
    made.install("judges:Judge", JUDGE)
    made.install("readers:Reader", READER)
    made.write("film.txt", f"---\nid: film\n---\n{FILM}")
    return made


def renamed(desk: Desk) -> None:
    (desk.settings.corpus / "film.txt").rename(desk.settings.corpus / "cinema.txt")


CHANGES: list[tuple[str, dict[str, object], Callable[[Desk], None]]] = [
    ("a-file-has-another-name", {}, renamed),
    ("a-source-says-more", {}, lambda desk: desk.write("film.txt", f"---\nid: film\n---\n{FILM}It was long.\n")),
    ("a-matcher-is-named", {}, lambda desk: desk.use(matchers=("stranger",))),
    (
        "a-matcher-changes-in-place",
        {"matchers": ("stranger",)},
        lambda desk: desk.install("matchers:compare", MATCHER.replace("looked at it", "saw it")),
    ),
    ("a-judge-is-named", {}, lambda desk: desk.use(model="stranger")),
    ("a-judge-is-named-in-the-place-of-ours", {"model": "auto"}, lambda desk: desk.use(model="stranger")),
    (
        "a-judge-changes-in-place",
        {"model": "stranger"},
        lambda desk: desk.install("judges:Judge", JUDGE.replace('"says", 1', '"says", 0')),
    ),
    ("a-judge-is-told-otherwise", {"model": "stranger"}, lambda desk: desk.use(judge={"says": 0})),
]


@pytest.mark.parametrize(("used", "change"), [pytest.param(used, change, id=name) for name, used, change in CHANGES])
def test_a_run_that_finds_kept_verdicts_says_what_one_without_says(
    desk: Desk, used: dict[str, object], change: Callable[[Desk], None]
) -> None:
    desk.use(**used)
    before = desk.said()
    assert desk.said() == before == desk.true()
    change(desk)
    after = desk.true()
    assert after != before
    assert desk.said() == after


def test_a_reader_that_changes_in_place_reads_again(desk: Desk) -> None:
    desk.use(readers=("stranger",))
    desk.write("talk.tape", "The bridge fell. ")
    texts = []
    for words in ("It was long.", "It was short."):
        desk.install("readers:Reader", READER.replace("It was long.", words))
        texts.append(open_corpus(desk.settings).source("tape").text)
    assert texts == ["The bridge fell. It was long.", "The bridge fell. It was short."]
