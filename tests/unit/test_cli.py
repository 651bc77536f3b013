"""The `factcheck` command: what it prints and how it exits."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

import factcheck
from factcheck.app import report_schema_text
from factcheck.cli import main
from factcheck.commands.progress import Progress, waiting_for

SCHEMA = json.loads(report_schema_text())


@pytest.fixture
def starter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """The folder that `factcheck init` writes, as current folder."""
    assert main(["init", str(tmp_path / "island")]) == 0
    monkeypatch.chdir(tmp_path / "island")
    capsys.readouterr()
    return tmp_path / "island"


def test_init_writes_a_folder_that_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    names = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert names == [
        "claims/claims.schema.json",
        "claims/first.yaml",
        "corpus/harbour-office-2024-02-05.txt",
        "corpus/island-news-2024-02-07.md",
        "pyproject.toml",
    ]
    assert all(f"wrote {tmp_path / name}" in out for name in names)
    assert "pytest claims/" in out
    assert "$schema=claims.schema.json" in (tmp_path / "claims/first.yaml").read_text(encoding="utf-8")


def test_init_overwrites_nothing(starter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (starter / "claims/first.yaml").write_text("mine", encoding="utf-8")
    assert main(["init", "."]) == 4
    assert "S009 exists already" in capsys.readouterr().err
    assert (starter / "claims/first.yaml").read_text(encoding="utf-8") == "mine"


def test_init_leaves_the_project_file_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    assert main(["init", str(tmp_path)]) == 0
    assert "[tool.factcheck]" in capsys.readouterr().out
    assert (tmp_path / "pyproject.toml").read_text(encoding="utf-8") == "[project]\n"


def test_init_where_nothing_can_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    assert main(["init", str(tmp_path / "file" / "below")]) == 4
    assert "S009 cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("sentence", "status", "words"),
    [
        pytest.param("The ferry carried 48,200 passengers in 2023.", 0, "supported", id="supported"),
        pytest.param("The ferry carried 70,000 passengers in 2023.", 1, "contradicted", id="contradicted"),
        pytest.param("The lighthouse keeper sang in the choir.", 3, "missing", id="missing"),
    ],
)
@pytest.mark.usefixtures("starter")
def test_check(sentence: str, status: int, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", sentence]) == status
    out = capsys.readouterr().out
    assert out.startswith(words)
    assert sentence in " ".join(out.split())


@pytest.mark.usefixtures("starter")
def test_check_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["check", "The ferry carried 48,200 passengers in 2023.", "--format", "json", "--today", "2024-03-01"]
    assert main(arguments) == 0
    report = json.loads(capsys.readouterr().out)
    jsonschema.validate(report, SCHEMA)
    assert report["today"] == "2024-03-01"
    claim = report["claims"][0]
    assert (claim["nodeid"], claim["file"], claim["line"]) == (None, None, None)
    assert claim["evidence"][0]["source"] == "harbour-office-2024-02-05"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["check", " "], "S012", id="empty-sentence"),
        pytest.param(["check", "ferry"], "S012", id="one-word-is-no-claim"),
        pytest.param(["check", "The ferry sank.\nThe bridge opened."], "S012", id="two-lines"),
        pytest.param(["check", "A fact.", "--corpus", "nowhere"], "C001", id="no-corpus"),
        pytest.param(["check", "A fact.", "--today", "soon"], "S006", id="no-day"),
        pytest.param(["explain", "bridge"], "S008", id="no-such-claim"),
        pytest.param(["explain", "claims/none.yaml::bridge-date"], "S007", id="no-such-file"),
        pytest.param(["search", " "], "S012", id="nothing-to-look-for"),
        pytest.param(["analyse", ""], "S012", id="nothing-to-analyse"),
        pytest.param(["search", "ferry", "--limit", "0"], "S002", id="no-passages"),
        pytest.param(["sources", "show", "harbour"], "C011", id="no-such-source"),
        pytest.param(["sources", "show", "harbour-office-2024-02-05", "--at", "5:1"], "S002", id="slice-backwards"),
        pytest.param(["analyse", "On Tuesday.", "--published", "12.1.2024"], "S006", id="published-when"),
    ],
)
@pytest.mark.usefixtures("starter")
def test_usage_errors(arguments: list[str], code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 4
    caught = capsys.readouterr()
    assert code in caught.err
    assert not caught.out


_ENDLESS = "x" * 300


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["lock", _ENDLESS], id="lock"),
        pytest.param(["lock", f"{_ENDLESS}.yaml::x"], id="lock-a-node-id"),
        pytest.param(["lint", _ENDLESS], id="lint"),
        pytest.param(["lint", f"claims/{_ENDLESS}.yaml"], id="lint-a-claim-file"),
        pytest.param(["mutate", _ENDLESS], id="mutate"),
        pytest.param(["new", "The port was opened in 1911.", "--file", f"claims/{_ENDLESS}.yaml"], id="new"),
        pytest.param(["explain", f"{_ENDLESS}::x"], id="explain"),
        pytest.param(["check", "The port was opened in 1911.", "--corpus", _ENDLESS], id="corpus"),
        pytest.param(["draft", "corpus/harbour-office-2024-02-05.txt", "--claims", _ENDLESS], id="draft-claims"),
        pytest.param(["draft", "corpus/harbour-office-2024-02-05.txt", "--output", _ENDLESS], id="draft-output"),
        pytest.param(
            ["draft", "corpus/harbour-office-2024-02-05.txt", "--write", f"{_ENDLESS}.yaml"], id="draft-write"
        ),
        pytest.param(["init", _ENDLESS], id="init"),
        pytest.param(["add", _ENDLESS], id="add"),
    ],
)
@pytest.mark.usefixtures("starter")
def test_a_name_longer_than_any_file_has(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    main(arguments)
    assert "xxx" in "".join(capsys.readouterr())


@pytest.mark.usefixtures("starter")
def test_a_misspelt_file_gets_the_nearest_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "claims/frist.yaml::bridge-date"]) == 4
    assert "did you mean claims/first.yaml?" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [pytest.param([], id="none"), pytest.param(["chekc"], id="misspelt")])
def test_bad_commands_exit_like_pytest(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 4
    assert "usage: factcheck" in capsys.readouterr().err


@pytest.mark.usefixtures("starter")
def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("bridge-date", "claims/first.yaml::bridge-date"):
        assert main(["explain", name]) == 0
        out = capsys.readouterr().out
        assert out.startswith("claims/first.yaml::bridge-date\n")
        assert "How each passage was compared" in out


def test_node_ids_of_pytest_work_below_the_root(
    starter: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(starter / "corpus")
    assert main(["explain", "claims/first.yaml::bridge-date"]) == 0
    monkeypatch.chdir(starter / "claims")
    assert main(["explain", "first.yaml::bridge-date"]) == 0
    assert capsys.readouterr().out.count("claims/first.yaml::bridge-date\n") == 2


def test_explain_lists_candidates(starter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (starter / "claims/first.yaml").read_text(encoding="utf-8")
    (starter / "claims/second.yaml").write_text(text, encoding="utf-8")
    assert main(["explain", "bridge-date"]) == 4
    assert "claims/first.yaml::bridge-date, claims/second.yaml::bridge-date" in capsys.readouterr().err
    assert main(["explain", "bridge-dat"]) == 4
    assert "did you mean" in capsys.readouterr().err


def test_explain_shows_the_faults_of_a_file(starter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (starter / "claims/bad.yaml").write_text("clams: []\nsuit: x\n", encoding="utf-8")
    assert main(["explain", "elsewhere"]) == 4
    err = capsys.readouterr().err
    assert "claims/bad.yaml:1:1" in err
    assert "claims/bad.yaml:2:1" in err
    assert "Traceback" not in err
    assert main(["explain", "bridge-date"]) == 0


@pytest.mark.usefixtures("starter")
def test_search(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "ferry", "passengers"]) == 0
    out = capsys.readouterr().out
    assert "Maren Harbour Office (sample), 2024-02-05 (harbour-office-2024-02-05, line 1)" in out
    assert "  | The ferry to Maren Island carried 48,200 passengers" in out
    assert main(["search", "1987"]) == 0
    out = capsys.readouterr().out
    assert "opened in 1987" in out
    assert "48,200" not in out
    assert main(["search", "xylophone"]) == 1


@pytest.mark.usefixtures("starter")
def test_sources(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sources"]) == 0
    out = capsys.readouterr().out
    assert re.search(
        r"^island-news-2024-02-07 +Island News \(sample\) +2024-02-07 +33 +en +- +current +-$", out, re.MULTILINE
    )
    assert "2 sources, 75 words" in out


@pytest.mark.usefixtures("starter")
def test_sources_show(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sources", "show", "island-news-2024-02-07"]) == 0
    head, _, text = capsys.readouterr().out.partition("\n\n")
    assert "publisher  Island News (sample)" in head
    assert "second boat" in text
    assert main(["sources", "show", "island-news-2024-02-07", "--at", "30:40"]) == 0
    head, _, shown = capsys.readouterr().out.partition("\n\n")
    assert shown == f"{text[30:40]}\n"
    assert re.search(r"^shown +30:40 of \d+ characters, from line \d$", head, re.MULTILINE)


def test_sources_as_json(starter: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sources", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [source["id"] for source in listed["sources"]] == ["harbour-office-2024-02-05", "island-news-2024-02-07"]
    monkeypatch.chdir(starter.parent)
    for arguments in (
        ["sources", "--corpus", "island/corpus", "--format", "json", "show", "island-news-2024-02-07", "--at", "0:10"],
        ["sources", "show", "island-news-2024-02-07", "--at", "0:10", "--corpus", "island/corpus", "--format", "json"],
    ):
        assert main(arguments) == 0
        shown = json.loads(capsys.readouterr().out)
        assert (shown["text"], shown["start"], shown["end"]) == ("The bridge", 0, 10)
        assert shown["publisher"] == "Island News (sample)"


def test_analyse(capsys: pytest.CaptureFixture[str]) -> None:
    sentence = "About 2,500 people left Arlen on Tuesday."
    assert main(["analyse", sentence, "--published", "2024-01-11", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    quantity, day = found["quantities"][0], found["dates"][0]
    assert (quantity["text"], quantity["value"], quantity["hedge"]) == ("2,500", 2500, "about")
    assert (day["text"], day["first"]) == ("Tuesday", "2024-01-09")
    assert sentence[day["start"] : day["end"]] == "Tuesday"
    assert main(["analyse", sentence]) == 0
    assert "quantities:\n    6-11  '2,500'" in capsys.readouterr().out
    assert main(["analyse", "it is so."]) == 0
    assert "nothing found" in capsys.readouterr().out


def test_schemas(capsys: pytest.CaptureFixture[str]) -> None:
    for of in ("claims", "sources", "report"):
        assert main(["schema", of]) == 0
        jsonschema.Draft202012Validator.check_schema(json.loads(capsys.readouterr().out))


def test_every_command_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    listed = capsys.readouterr().out
    commands = "init new check explain draft mutate lint lock review search add sources analyse schema".split()
    for command in commands:
        assert f"    {command} " in listed
        with pytest.raises(SystemExit) as caught:
            main([command, "--help"])
        assert caught.value.code == 0
        assert "exit status: 0 " in capsys.readouterr().out


def test_interrupt(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("factcheck.app.analyse_sentence", lambda *_, **__: interrupted())
    assert main(["analyse", "A fact."]) == 130
    assert capsys.readouterr().err == "interrupted\n"


def test_other_groups_of_errors_are_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ExceptionGroup("ours", [ZeroDivisionError()])

    monkeypatch.setattr("factcheck.app.analyse_sentence", broken)
    with pytest.raises(ExceptionGroup):
        main(["analyse", "A fact."])


def run_apart(command: str, *, encoding: str = "utf-8") -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": str(Path(sys.executable).parent) + ":/usr/bin:/bin",
        "PYTHONPATH": str(Path(factcheck.__file__).parents[1]),
        "PYTHONIOENCODING": encoding,
    }
    return subprocess.run(["bash", "-c", command], env=environment, capture_output=True, text=True, check=False)  # noqa: S603, S607


def test_broken_pipe() -> None:
    done = run_apart("{ sleep 0.2; python -m factcheck schema; } | true; echo ${PIPESTATUS[0]}")
    assert done.stdout == "141\n"
    assert not done.stderr


def test_output_that_is_not_utf_8() -> None:
    done = run_apart("python -m factcheck analyse 'Médias said 5 €.'", encoding="ascii")
    assert done.returncode == 0
    assert "M\\xe9dias" in done.stdout


class _Terminal:
    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        self.text += text

    def flush(self) -> None:
        pass


def test_progress_shows_only_on_a_terminal_and_only_when_it_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with Progress() as progress:
        progress(1, 10)
    assert not terminal.text
    with Progress() as progress:
        progress.start -= 2
        progress(5, 10)
    assert "[###############...............] 5 of 10" in terminal.text
    assert terminal.text.endswith("\r")


def test_what_is_waited_for_is_told_on_a_terminal_and_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with waiting_for("https://news.example/\x1b[2J"):
        assert terminal.text == "waiting for https://news.example/<U+001B>[2J"
    assert terminal.text.endswith("\r")
