"""`factcheck new`: a claim appended so that nothing else of the file changes, whatever the sentence holds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from factcheck.claimfile import parse
from factcheck.claimfile.append import appended, fit, spelled
from factcheck.cli import main
from factcheck.errors import DeskError

AWKWARD = [
    "He said: the boat is late.",
    "Boat #2 sank.",
    "The price rose to 2,500 #notatag.",
    '"We go," Ruiz said.',
    "'We go,' Ruiz said.",
    "Ruiz’s boat isn't here.",
    "[Reuters] The boat sank.",
    "{The boat} sank.",
    "@ruiz left the party.",
    "*The Times* bought a boat.",
    "- The boat sank.",
    "& the boat sank.",
    "! The boat sank.",
    "% of the boats sank.",
    "| The boat sank.",
    "> The boat sank.",
    "The boat sank: it was 12:30",
    "yes: it sank",
    "claim: The boat sank.",
    "claim:The boat sank.",
    "12,500 people came, 010 of them late",
    "A back\\slash sank.",
    "An emoji \U0001f6a2 sank.",
    "A non-breaking\u00a0space sank.",
    "The ship \"Ana\" isn't 'lost': it #sank, [they] say.",
    "null and void it was",
    "--- it sank",
    "? it sank so",
    "Es war ein Schiff; größer als alle.",
    "x" * 300 + " y",
]


@pytest.mark.parametrize("sentence", AWKWARD)
def test_any_sentence_is_written_as_it_is(sentence: str) -> None:
    data = appended(b"claims:\n  - The dam broke.\n", fit(sentence), path="a.yaml")
    assert [claim.sentence for claim in parse(data, path="a.yaml").claims] == ["The dam broke.", sentence]
    assert yaml.safe_load(data)["claims"][1] == sentence
    named = appended(b"claims:\n  - The dam broke.\n", fit(sentence, id="new"), path="a.yaml")
    assert yaml.safe_load(named)["claims"][1] == {"id": "new", "claim": sentence}


def test_a_plain_sentence_stays_plain() -> None:
    assert spelled("The dam broke.") == "The dam broke."
    assert spelled("It broke: twice.") == "'It broke: twice.'"


FILES = {
    "bare": ("claims:\n  - The dam broke.\n", "claims:\n  - The dam broke.\n  - NEW\n"),
    "no-last-line-end": ("claims:\n  - The dam broke.", "claims:\n  - The dam broke.\n  - NEW\n"),
    "not-indented": ("claims:\n- The dam broke.\n", "claims:\n- The dam broke.\n- NEW\n"),
    "deeper": ("claims:\n      - The dam broke.\n", "claims:\n      - The dam broke.\n      - NEW\n"),
    "windows": ("claims:\r\n  - The dam broke.\r\n", "claims:\r\n  - The dam broke.\r\n  - NEW\r\n"),
    "comments": (
        "# top\nclaims: # here\n  # one\n  - The dam broke.  # yes\n\n# the end\n",
        "# top\nclaims: # here\n  # one\n  - The dam broke.  # yes\n  - NEW\n\n# the end\n",
    ),
    "keys-behind": (
        "claims:\n  - The dam broke.\nsuite: Dams\n",
        "claims:\n  - The dam broke.\n  - NEW\nsuite: Dams\n",
    ),
    "after-keys": (
        "claims:\n  - id: dam\n    claim: The dam broke.\n    tags: [a,\n      b]\n",
        "claims:\n  - id: dam\n    claim: The dam broke.\n    tags: [a,\n      b]\n\n  - NEW\n",
    ),
    "folded": (
        "claims:\n  - claim: >-\n      The dam\n      # broke.\n",
        "claims:\n  - claim: >-\n      The dam\n      # broke.\n\n  - NEW\n",
    ),
    "two-lines": ("claims:\n  - The dam\n    broke.\n", "claims:\n  - The dam\n    broke.\n  - NEW\n"),
    "quoted-over-lines": ('claims:\n  - "The dam\n    broke."\n', 'claims:\n  - "The dam\n    broke."\n  - NEW\n'),
    "no-claim-yet": ("suite: Dams\nclaims:\n", "suite: Dams\nclaims:\n  - NEW\n"),
    "no-claim-but-a-key-behind": ("claims:\nsuite: Dams\n", "claims:\n  - NEW\nsuite: Dams\n"),
    "empty": ("", "claims:\n  - NEW\n"),
    "only-a-comment": ("# mine\n", "# mine\nclaims:\n  - NEW\n"),
    "document-end": ("---\nclaims:\n  - The dam broke.\n...\n", "---\nclaims:\n  - The dam broke.\n  - NEW\n...\n"),
}


@pytest.mark.parametrize(("before", "after"), FILES.values(), ids=FILES.keys())
def test_the_rest_of_the_file_stays(before: str, after: str) -> None:
    wanted = after.replace("NEW", "The boat sank.").encode()
    assert appended(before.encode(), fit("The boat sank."), path="a.yaml") == wanted


def test_a_file_with_a_byte_order_mark_keeps_it() -> None:
    for charset, mark in (("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")):
        data = appended(mark + "claims:\n  - The dam broke.\n".encode(charset), fit("It größer sank."), path="a.yaml")
        assert data.startswith(mark)
        assert [claim.sentence for claim in parse(data, path="a.yaml").claims] == ["The dam broke.", "It größer sank."]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("claims: [The dam broke]\n", id="in-brackets"),
        pytest.param('claims: ["The dam broke."]\n', id="quoted-in-brackets"),
        pytest.param('{claims: ["The dam broke."]}\n', id="in-braces"),
        pytest.param("claims:\n  - The dam broke.\n  - The dam broke.\n", id="faulty-before"),
        pytest.param("claims:\n  - [\n", id="no-yaml"),
    ],
)
def test_what_cannot_be_appended_to_is_left_alone(text: str) -> None:
    with pytest.raises((DeskError, ExceptionGroup)):
        appended(text.encode(), fit("The boat sank."), path="a.yaml")


@pytest.mark.parametrize(
    ("sentence", "id", "what"),
    [
        pytest.param("  ", None, "empty", id="empty"),
        pytest.param("Boats", None, "says nothing", id="one-word"),
        pytest.param("One line.\nAnother.", None, "a line break", id="lines"),
        pytest.param("x " * 1500, None, "the limit is", id="long"),
        pytest.param("Did the boat sink?", None, "a question", id="question"),
        pytest.param("The boat sank.", "the boat", "may hold letters", id="id-with-a-space"),
        pytest.param("The boat sank.", "", "may hold letters", id="empty-id"),
    ],
)
def test_unfit_sentences(sentence: str, id: str | None, what: str) -> None:  # noqa: A002
    with pytest.raises(DeskError, match=what) as caught:
        fit(sentence, id=id)
    assert caught.value.code == "D006"
    assert caught.value.mend


@pytest.fixture
def starter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["init", str(tmp_path)]) == 0
    monkeypatch.chdir(tmp_path)
    capsys.readouterr()
    return tmp_path


def test_the_claim_and_its_verdict(starter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (starter / "claims" / "first.yaml").read_text(encoding="utf-8")
    assert main(["new", "The bridge opened in 1978.", "--id", "bridge-again"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("wrote claims/first.yaml::bridge-again\n\ncontradicted: date: 1987 differs from 1978\n")
    assert "written  claims/first.yaml:22" in out
    after = (starter / "claims" / "first.yaml").read_text(encoding="utf-8")
    assert after == before + "\n  - id: bridge-again\n    claim: The bridge opened in 1978.\n"


@pytest.mark.usefixtures("starter")
def test_near_misses_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["new", "The boat had stayed in port for eleven weeks because of storms.", "--file", "a.claims.yaml"]) == 0
    )
    out = capsys.readouterr().out
    assert "missing: " in out or "contradicted: " in out
    assert "The office said that the boat had stayed in port" in " ".join(out.split())


def test_a_new_file_brings_its_schema_line(starter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "The boat is red: all of it.", "--file", "claims/harbour/boats.yaml"]) == 0
    text = (starter / "claims/harbour/boats.yaml").read_text(encoding="utf-8")
    assert text == (
        "# yaml-language-server: $schema=../claims.schema.json\nclaims:\n  - 'The boat is red: all of it.'\n"
    )
    (starter / "claims" / "claims.schema.json").unlink()
    assert main(["new", "The boat is blue.", "--file", "other/boats.yaml"]) == 0
    assert (starter / "other" / "claims.schema.json").exists()
    assert capsys.readouterr().out.count("wrote ") == 2


def test_the_first_claim_of_a_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.factcheck]\n", encoding="utf-8")
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("The boat sank in May 2019, the office said.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["new", "The boat sank in 2019."]) == 0
    assert "wrote claims/claims.yaml::the-boat-sank-in-2019-" in capsys.readouterr().out


def test_without_a_corpus_the_claim_is_written_and_the_fault_told(
    starter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "The boat is red.", "--corpus", "nowhere"]) == 4
    told = capsys.readouterr()
    assert "wrote claims/first.yaml::" in told.out
    assert "C001" in told.err
    assert "The boat is red." in (starter / "claims/first.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["new", "Is it red?"], "D006", id="question"),
        pytest.param(
            ["new", "The bridge to Maren Island opened in 1987.", "--id", "bridge-date"], "F021", id="id-twice"
        ),
        pytest.param(["new", "The ferry carried 48,200 passengers in 2023."], "F022", id="sentence-twice"),
        pytest.param(["new", "The boat is red.", "--file", "claims/boats.txt"], "D007", id="no-yaml"),
        pytest.param(["new", "The boat is red.", "--file", "claims"], "S007", id="a-folder"),
    ],
)
def test_wrong_input_writes_nothing(
    arguments: list[str], code: str, starter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (starter / "claims/first.yaml").read_bytes()
    assert main(arguments) == 4
    assert code in capsys.readouterr().err
    assert (starter / "claims/first.yaml").read_bytes() == before
    assert sorted(path.name for path in (starter / "claims").iterdir()) == ["claims.schema.json", "first.yaml"]


def test_which_of_several_files(starter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (starter / "claims" / "second.yaml").write_text("claims:\n  - The boat is red.\n", encoding="utf-8")
    assert main(["new", "The boat is blue."]) == 4
    assert "D004 there are 2 claim files" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="permissions of files are those of POSIX")
def test_permissions_are_kept(starter: Path) -> None:
    path = starter / "claims" / "first.yaml"
    path.chmod(0o640)
    assert main(["new", "The boat is red."]) == 0
    assert path.stat().st_mode & 0o777 == 0o640
