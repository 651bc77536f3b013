"""Settings from four places, and the checker that they make."""

from __future__ import annotations

import os
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import factcheck
from factcheck.adapters.output import check_writable, write_whole
from factcheck.adapters.project import claim_files, find_root, read_claim_file, read_ini
from factcheck.app import Checker, clock_today, read_settings, report_targets
from factcheck.domain.claim import ModelUse, Policy, Severity, Tolerance
from factcheck.errors import FactcheckError, SettingsError

TOML = '[tool.factcheck]\ncorpus = "sources"\nclaims = ["facts"]\nmin_origins = 2\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text(TOML, encoding="utf-8")
    return tmp_path


def test_defaults(tmp_path: Path) -> None:
    settings = read_settings(tmp_path)
    assert settings.corpus == tmp_path / "corpus"
    assert settings.claims == (tmp_path / "claims",)
    assert settings.policy == Policy()
    assert settings.today == clock_today()
    assert not settings.configured


def test_project_table(root: Path) -> None:
    settings = read_settings(root)
    assert settings.corpus == root / "sources"
    assert settings.claims == (root / "facts",)
    assert settings.policy.min_origins == 2
    assert settings.configured


def test_one_order_for_all_places(root: Path) -> None:
    nearest = read_settings(root, options={"corpus": "/from/option"}, ini={"corpus": "from-ini", "min_origins": 3})
    assert nearest.corpus == Path("/from/option")
    assert nearest.policy.min_origins == 3
    assert read_settings(root, ini={"corpus": "from-ini"}).corpus == root / "from-ini"


@pytest.mark.parametrize(
    ("key", "value", "policy"),
    [
        pytest.param("min_origins", "2", Policy(min_origins=2), id="ini-number"),
        pytest.param("tolerance", "10%", Policy(tolerance=Tolerance(Decimal("0.1"))), id="share"),
        pytest.param("tolerance", "1,500", Policy(tolerance=Tolerance(Decimal(1500), relative=False)), id="difference"),
        pytest.param("tolerance", 50, Policy(tolerance=Tolerance(Decimal(50), relative=False)), id="bare-number"),
        pytest.param("sources", "tier:wire\n!tag:opinion", Policy(sources=("tier:wire", "!tag:opinion")), id="lines"),
        pytest.param("severity", "warn", Policy(severity=Severity.WARN), id="severity"),
        pytest.param("model", "off", Policy(model=ModelUse.OFF), id="model"),
    ],
)
def test_policy_values(tmp_path: Path, key: str, value: object, policy: Policy) -> None:
    assert read_settings(tmp_path, ini={key: value}).policy == policy


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        pytest.param({"min_origins": 0}, "S002", "whole number", id="no-origin"),
        pytest.param({"min_origins": True}, "S002", "whole number", id="truth-is-no-number"),
        pytest.param({"tolerance": "-5%"}, "S002", "10%", id="negative"),
        pytest.param({"sources": ["teir:wire"]}, "S002", "did you mean `tier`?", id="misspelt-filter"),
        pytest.param({"tolerance": "some"}, "S002", "10%", id="word"),
        pytest.param({"tolerance": []}, "S002", "10%", id="list"),
        pytest.param({"sources": 3}, "S002", "list of strings", id="number-for-filters"),
        pytest.param({"severity": "fatal"}, "S002", "error, warn, info", id="unknown-severity"),
        pytest.param({"model": False}, "S002", "auto, off", id="unknown-model"),
        pytest.param({"corpus": ""}, "S002", "a path", id="empty-path"),
        pytest.param({"today": "12 January 2024"}, "S006", "2024-01-12", id="day-in-words"),
        pytest.param({"today": "2024-02-30"}, "S006", "2024-01-12", id="no-such-day"),
    ],
)
def test_bad_values(tmp_path: Path, options: dict[str, Any], code: str, words: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path, options=options, ini={})
    assert caught.value.code == code
    assert words in str(caught.value)


def test_unknown_key_names_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.factcheck]\nmin_origin = 2\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"S001 unknown key `min_origin`.*\n.*did you mean `min_origins`\?"):
        read_settings(tmp_path)
    with pytest.raises(SettingsError, match="known keys: corpus"):
        read_settings(tmp_path / "other", ini={"zzz": 1})


@pytest.mark.parametrize(
    ("options", "table", "origin"),
    [
        pytest.param({"corpus": "/desk/https:/search.example/index"}, "", "--corpus", id="option"),
        pytest.param({}, 'corpus = "https://search.example/index"', "[tool.factcheck] corpus", id="table"),
    ],
)
def test_a_corpus_behind_an_address_is_told_to_have_no_index(
    tmp_path: Path, options: dict[str, str], table: str, origin: str
) -> None:
    (tmp_path / "pyproject.toml").write_text(f"[tool.factcheck]\n{table}\n", encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path, options=options)
    assert caught.value.code == "S002"
    assert caught.value.what == f"{origin}: no index is installed that opens `https://search.example/index`"
    assert "`factcheck.indexes`" in caught.value.mend


@pytest.mark.parametrize(
    "text",
    [pytest.param("[tool.factcheck\n", id="broken"), pytest.param("[tool]\nfactcheck = 1\n", id="no-table")],
)
def test_unreadable_project_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path)
    assert caught.value.code == "S003"


def test_today_is_what_the_user_says(tmp_path: Path) -> None:
    assert read_settings(tmp_path, options={"today": "2024-01-12"}).today == date(2024, 1, 12)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("pytest.ini", "[pytest]\nfactcheck_corpus = a\n", id="pytest.ini"),
        pytest.param("pytest.toml", '[pytest]\nfactcheck_corpus = "a"\n', id="pytest.toml"),
        pytest.param("pyproject.toml", '[tool.pytest.ini_options]\nfactcheck_corpus = "a"\n', id="ini_options"),
        pytest.param("pyproject.toml", '[tool.pytest]\nfactcheck_corpus = "a"\n', id="native-toml"),
        pytest.param("tox.ini", "[pytest]\nfactcheck_corpus = a\n", id="tox.ini"),
        pytest.param("setup.cfg", "[tool:pytest]\nfactcheck_corpus = a\n", id="setup.cfg"),
    ],
)
def test_the_command_reads_the_files_that_pytest_reads(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert read_ini(tmp_path) == {"corpus": "a"}
    assert read_settings(tmp_path).corpus == tmp_path / "a"


def test_broken_ini(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("corpus\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="S003"):
        read_ini(tmp_path)


def test_root_is_the_nearest_project(root: Path) -> None:
    inner = root / "a" / "b"
    inner.mkdir(parents=True)
    assert find_root(inner) == root


def test_claim_files_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", ".hidden.yaml", "notes.txt", "sub/c.yaml", ".git/d.yaml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    found = [path.relative_to(tmp_path).as_posix() for path in claim_files([tmp_path])]
    assert found == ["a.yml", "b.yaml", "sub/c.yaml"]


def test_claim_files_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"claims: []")
    assert read_claim_file(path, shown="a.yaml") == b"claims: []"
    with path.open("r+b") as file:
        file.truncate(50_000_001)
    with pytest.raises(FactcheckError, match="S007 is larger than 50 MB"):
        read_claim_file(path, shown="a.yaml")
    with pytest.raises(FactcheckError, match="S007 cannot be read"):
        read_claim_file(tmp_path / "none.yaml", shown="none.yaml")


def test_reports_are_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text("old", encoding="utf-8")
    write_whole(path, '"\ud800"')
    assert path.read_text(encoding="utf-8") == '"\\ud800"'
    assert [entry.name for entry in tmp_path.iterdir()] == ["report.json"]
    with pytest.raises(SettingsError, match="S005"):
        write_whole(tmp_path / "none" / "report.json", "x")


def test_reports_go_to_what_is_no_regular_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, "report")
    assert os.read(reader, 100) == b"report"
    os.close(reader)


def test_reports_keep_links_and_leave_nothing_behind_when_they_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "real.json").write_text("old", encoding="utf-8")
    (tmp_path / "link.json").symlink_to("real.json")
    write_whole(tmp_path / "link.json", "new")
    assert (tmp_path / "real.json").read_text(encoding="utf-8") == "new"

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fdopen", full)
    with pytest.raises(SettingsError, match="no space left"):
        write_whole(tmp_path / "real.json", "newer")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.json", "real.json"]
    assert (tmp_path / "real.json").read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        pytest.param("json", "S004", id="no-path"),
        pytest.param("xml=report.xml", "S004", id="unknown-format"),
        pytest.param("json=none/report.json", "S005", id="no-folder"),
        pytest.param("json=.", "S005", id="a-folder"),
    ],
)
def test_bad_report_options(tmp_path: Path, stated: str, code: str) -> None:
    with pytest.raises(SettingsError) as caught:
        report_targets([stated], tmp_path)
    assert caught.value.code == code


def test_report_targets(tmp_path: Path) -> None:
    assert report_targets(["json=report.json"], tmp_path) == [("json", tmp_path / "report.json")]
    check_writable(tmp_path / "report.json")


def test_checker_refuses_what_is_no_corpus() -> None:
    with pytest.raises(TypeError, match=r"Corpus\.open"):
        Checker("corpus/")  # type: ignore[arg-type]


def test_public_names() -> None:
    for name in factcheck.__all__:
        assert getattr(factcheck, name) is not None
    assert dir(factcheck) == factcheck.__all__
    with pytest.raises(AttributeError, match="no attribute 'Chekcer'"):
        _ = factcheck.Chekcer
