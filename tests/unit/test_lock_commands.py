"""`factcheck lock`, `factcheck review` and `factcheck lint`: what they print, write, refuse, and how they exit."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest

from factcheck.adapters.output import write_whole
from factcheck.app import Checker, Settings, find_root, open_checker
from factcheck.audits.lock_reader import parse
from factcheck.cli import main

pytestmark = pytest.mark.usefixtures("island")
TODAY = ["--today", "2024-02-12"]
SIGN = ["review", "ticket-price", "--by", "Jo Doe", "--reason", "seen at the pier", *TODAY]
NEWS = "island-news-2024-02-07.md"


@pytest.fixture
def island(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """The folder that `factcheck init` writes, as current folder."""
    assert main(["init", str(tmp_path / "island")]) == 0
    monkeypatch.chdir(tmp_path / "island")
    capsys.readouterr()
    return tmp_path / "island"


def entries() -> dict[str, str]:
    """Verdicts in the lock by id."""
    lock = parse(Path("factcheck.lock").read_text(encoding="utf-8"), path="factcheck.lock")
    return {nodeid.rpartition("::")[2][:12]: entry.verdict.value for nodeid, entry in lock.entries.items()}


def change(name: str, old: str, new: str) -> None:
    path = Path(name)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_lock_all_then_some(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lock", *TODAY]) == 0
    assert capsys.readouterr().out.endswith("factcheck.lock: 4 new\n")
    before = Path("factcheck.lock").read_bytes()
    assert main(["lock", "--today", "2024-03-01"]) == 0
    assert Path("factcheck.lock").read_bytes() == before
    change(f"corpus/{NEWS}", "1987", "1986")
    assert main(["lock", "--check", *TODAY]) == 1
    assert "verdict changed: was supported, is contradicted" in capsys.readouterr().out
    assert main(["lock", "ticket-price", *TODAY]) == 0
    assert entries()["bridge-date"] == "supported"
    assert main(["lock", "claims/first.yaml", *TODAY]) == 0
    assert entries()["bridge-date"] == "contradicted"
    assert main(["lock", "--check", "claims", *TODAY]) == 0
    assert capsys.readouterr().out.endswith("nothing changed in 4 claims\n")


BY_HAND = "    review: {decision: accept, by: Jo Doe, day: 2024-02-12, reason: read off the board}\n"
PIER = "A return ticket to Maren Island costs 15 euros, the harbour office said.\n"


def signed_by_hand() -> None:
    path = Path("claims/first.yaml")
    path.write_text(path.read_text(encoding="utf-8") + BY_HAND, encoding="utf-8")


def test_a_lock_names_each_sign_off_that_it_binds_and_to_what(capsys: pytest.CaptureFixture[str]) -> None:
    signed_by_hand()
    Path("corpus/board.txt").write_text("A return ticket to Maren Island is cheap, people say.\n", encoding="utf-8")
    assert main(["lock", *TODAY]) == 0
    out = capsys.readouterr().out
    assert "sign-offs that count from now on, and what they are bound to:\n  claims/first.yaml::ticket-price\n" in out
    assert "- accept by Jo Doe on 2024-02-12: read off the board\n    - to missing" in out
    assert "- near it: board, no date: “A return ticket to Maren Island is cheap" in out
    assert out.endswith("factcheck.lock: 4 new; 1 sign-off bound\n")
    assert main(["lock", *TODAY]) == 0
    assert capsys.readouterr().out == "factcheck.lock: 4 as before\n"


@pytest.mark.parametrize(
    ("name", "head", "why"),
    [
        pytest.param("pier-2024-03-01.txt", "", "pier-2024-03-01 is of 2024-03-01", id="published-later"),
        pytest.param(
            "pier.md",
            "---\npublished: 2024-02-01\nmodified: 2024-03-05\n---\n",
            "pier is of 2024-03-05",
            id="changed-later",
        ),
        pytest.param("pier.md", "---\nretrieved: 2024-03-06\n---\n", "pier is of 2024-03-06", id="fetched-later"),
    ],
)
def test_a_lost_lock_does_not_bind_to_what_nobody_saw(
    name: str, head: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    signed_by_hand()
    change("claims/first.yaml", "decision: accept", "decision: override")
    assert main(["lock", *TODAY]) == 0
    Path(f"corpus/{name}").write_text(head + PIER, encoding="utf-8")
    Path("factcheck.lock").unlink()
    later = ["--today", "2024-03-10"]
    capsys.readouterr()
    assert main(["lock", *later]) == 1
    out = capsys.readouterr().out
    assert f"    - {why}, and it was signed on 2024-02-12\n" in out
    assert out.endswith("factcheck.lock: 4 new; 1 sign-off not bound\n")
    assert main(["lock", "--check", *later]) == 1
    assert f"not bound: {why}" in capsys.readouterr().out
    assert main(["lock", *later]) == 1, "locking twice must not bind it"
    again = ["review", "ticket-price", "--override", "--by", "Jo Doe", "--reason", "the board is right", *later]
    assert main(again) == 0
    assert main(["lock", "--check", *later]) == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["lock", "--check"], "L001", id="no-lock"),
        pytest.param(["lock", "brigde-date"], "S008", id="misspelt"),
        pytest.param(["lock", "corpus"], "S008", id="no-claims-there"),
        pytest.param([*SIGN, "--accept", "--until", "2024-02-11"], "R003", id="over"),
        pytest.param([*SIGN, "--accept", "--until", "soon"], "S006", id="no-day"),
        pytest.param([*SIGN, "--accept", "--by", " "], "R002", id="nobody"),
        pytest.param([*SIGN, "--accept", "--reason", "a\nb"], "R002", id="two-lines"),
        pytest.param([*SIGN, "--accept", "--by", "Jo\u202e"], "R002", id="hidden-signs"),
        pytest.param(["review", "passengers-too-hih", *SIGN[2:], "--accept"], "S008", id="no-such-claim"),
    ],
)
def test_what_is_refused_writes_nothing(arguments: list[str], code: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = Path("claims/first.yaml").read_bytes()
    assert main(arguments) == 4
    error = capsys.readouterr().err
    assert code in error
    assert "mend: " in error
    assert Path("claims/first.yaml").read_bytes() == before
    assert not Path("factcheck.lock").exists()


@pytest.mark.parametrize("arguments", [[], ["--accept", "--override"]])
def test_a_review_takes_one_decision(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main([*SIGN, *arguments])
    assert exit_.value.code == 4


def test_sign_and_sign_again(capsys: pytest.CaptureFixture[str]) -> None:
    os.chmod("claims/first.yaml", 0o640)  # noqa: PTH101
    before = Path("claims/first.yaml").read_text(encoding="utf-8")
    assert main([*SIGN, "--accept"]) == 0
    assert (
        "sources  missing: nothing-retrieved\nsigned   accept by Jo Doe on 2024-02-12: seen" in capsys.readouterr().out
    )
    assert list(entries()) == ["ticket-price"]
    assert Path("claims/first.yaml").stat().st_mode & 0o777 == 0o640
    assert Path("claims/first.yaml").read_text(encoding="utf-8").startswith(before.rstrip())
    Path("corpus/pier.txt").write_text("A return ticket costs 15 euros, the harbour office said.\n", encoding="utf-8")
    assert main([*SIGN, "--accept"]) == 4
    error = capsys.readouterr().err
    assert "R004 the sources say the opposite (contradicted)" in error
    assert entries()["ticket-price"] == "missing"
    assert main([*SIGN, "--override"]) == 0
    assert entries()["ticket-price"] == "contradicted"
    text = Path("claims/first.yaml").read_text(encoding="utf-8")
    assert text.count("review:") == 1
    assert "decision: override" in text
    capsys.readouterr()
    assert main(["lock", "--check", "ticket-price", *TODAY]) == 0


def held_up(monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[[], object]) -> None:
    """Let something happen after a sign-off has read its files and before it writes them."""

    def opened(settings: Settings, **options: Any) -> Checker:
        meanwhile()
        return open_checker(settings, **options)

    monkeypatch.setattr("factcheck.app.signing.open_checker", opened)


@pytest.mark.parametrize("name", ["claims/first.yaml", "factcheck.lock"])
def test_what_changed_while_a_sign_off_was_made_is_not_written_over(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lock", *TODAY]) == 0
    before = {path: Path(path).read_bytes() for path in ("claims/first.yaml", "factcheck.lock")}
    theirs = before[name].replace(b"12 euros", b"13 euros")
    held_up(monkeypatch, lambda: Path(name).write_bytes(theirs))
    assert main([*SIGN, "--accept"]) == 4
    assert f"{name}: L020 changed meanwhile, nothing was written" in capsys.readouterr().err
    assert {path: Path(path).read_bytes() for path in before} == {**before, name: theirs}


def test_two_sign_offs_at_once_both_count(monkeypatch: pytest.MonkeyPatch) -> None:
    both_have_read = Barrier(2)

    def meet() -> None:
        with suppress(BrokenBarrierError):
            both_have_read.wait(timeout=0.5)

    held_up(monkeypatch, meet)
    with ThreadPoolExecutor() as threads:
        done = list(
            threads.map(lambda name: main(["review", name, *SIGN[2:], "--accept"]), ("ticket-price", "bridge-date"))
        )
    assert done == [0, 0]
    assert sorted(entries()) == ["bridge-date", "ticket-price"]
    assert Path("claims/first.yaml").read_text(encoding="utf-8").count("review:") == 2


def test_the_same_sign_off_on_new_evidence_counts_for_the_new_evidence() -> None:
    assert main([*SIGN, "--accept"]) == 0
    Path("corpus/pier.txt").write_text("A return ticket is sold on the pier for some euros.\n", encoding="utf-8")
    change("claims/first.yaml", "costs 12 euros.", "costs 12 euros today.")
    assert main(["lock", *TODAY]) == 1
    assert main([*SIGN, "--accept"]) == 0
    assert main(["lock", "--check", *TODAY, "ticket-price"]) == 0


def test_a_claim_that_passes_may_be_signed_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "bridge-date", *SIGN[2:], "--accept"]) == 0
    assert "sources  supported (the claim passes without a sign-off)" in capsys.readouterr().out


def test_a_bare_sentence_can_be_signed() -> None:
    Path("claims/more.yaml").write_text("claims:\n- The pier was painted blue.  # look\n", encoding="utf-8")
    claim = "the-pier-was-painted-blue-"
    assert main(["lock", *TODAY]) == 0
    name = next(name for name in Path("factcheck.lock").read_text(encoding="utf-8").split() if claim in name)
    assert main(["review", name, *SIGN[2:], "--accept"]) == 0
    text = Path("claims/more.yaml").read_text(encoding="utf-8")
    assert text.startswith(f"claims:\n- id: {claim}")
    assert "\n  claim: The pier was painted blue.  # look\n  review:\n" in text


def test_a_damaged_lock_stops_a_sign_off_before_anything_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    Path("factcheck.lock").write_text("factcheck.lock 1\n\nclaim a\n  verdikt x\n", encoding="utf-8")
    before = Path("claims/first.yaml").read_bytes()
    assert main([*SIGN, "--accept"]) == 4
    assert "factcheck.lock:4:3: L005" in capsys.readouterr().err
    assert main(["lock"]) == 4
    assert Path("claims/first.yaml").read_bytes() == before
    assert "verdikt" in Path("factcheck.lock").read_text(encoding="utf-8")


def test_broken_claim_files_lock_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    Path("claims/bad.yaml").write_text("clams: []\n", encoding="utf-8")
    assert main(["lock"]) == 4
    assert "claims/bad.yaml:1:1: F010" in capsys.readouterr().err
    assert not Path("factcheck.lock").exists()


def test_a_write_that_fails_leaves_the_lock_as_it_was(island: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["lock", *TODAY]) == 0
    before = Path("factcheck.lock").read_bytes()
    change(f"corpus/{NEWS}", "1987", "1986")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert main(["lock", *TODAY]) == 4
    assert Path("factcheck.lock").read_bytes() == before
    assert not list(island.glob(".factcheck.lock*"))


def test_written_files_keep_their_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o600)
    write_whole(path, "new")
    assert (path.read_text(encoding="utf-8"), path.stat().st_mode & 0o777) == ("new", 0o600)


def test_lint(island: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["lint"]) == 0
    assert not Path(".factcheck").exists()
    assert main(["lock", *TODAY]) == 0
    capsys.readouterr()

    def judged(*_: object, **__: object) -> None:
        pytest.fail("judged")

    monkeypatch.setattr("factcheck.app.checker.Checker.check", judged)
    monkeypatch.setattr("factcheck.adapters.corpus.Corpus.open", judged)
    assert main(["lint"]) == 0
    assert capsys.readouterr().out == "1 claim file, 3 locked quotes: no fault\n"
    change(f"corpus/{NEWS}", "The bridge to", "Yes, the bridge to")
    assert main(["lint"]) == 1
    out = capsys.readouterr().out
    assert f"L011 the words are no longer at 0-73 of {NEWS}\n  mend: `factcheck lock --check`" in out
    line = int(out.split(":")[1])
    assert Path("factcheck.lock").read_text(encoding="utf-8").splitlines()[line - 1].startswith("    quote ")
    assert main(["lint", f"corpus/{NEWS}"]) == 1
    assert capsys.readouterr().out.endswith("0 claim files, 1 locked quote: 1 fault\n")
    assert main(["lint", "corpus/harbour-office-2024-02-05.txt", "pyproject.toml"]) == 0
    assert "pyproject.toml: neither claims nor a source" in capsys.readouterr().out
    Path(f"corpus/{NEWS}").unlink()
    assert main(["lint", "claims/first.yaml"]) == 1
    assert "L012 the source of this quote, island-news-2024-02-07.md, cannot be read" in capsys.readouterr().out
    Path("claims/bad.yaml").write_text(
        "claims:\n  - {id: a, claim: One road.}\n  - {id: a, claim: Two roads.}\n", encoding="utf-8"
    )
    change("factcheck.lock", "verdict     supported", "verdict     sported")
    assert main(["lint"]) == 1
    out = capsys.readouterr().out
    assert "claims/bad.yaml:3:10: F021" in out
    assert "L007" in out
    assert find_root(island) == island


def test_lint_leaves_other_peoples_yaml_alone(capsys: pytest.CaptureFixture[str]) -> None:
    Path("ci.yml").write_text("jobs: {a: [b]}\n", encoding="utf-8")
    Path("loose.yaml").write_text("claims:\n  - id: a\n    clam: Roads.\n", encoding="utf-8")
    assert main(["lint", "ci.yml"]) == 0
    assert "ci.yml: neither claims nor a source" in capsys.readouterr().out
    assert main(["lint", "loose.yaml"]) == 1
    assert "loose.yaml:3:5: F010" in capsys.readouterr().out


def test_explain_says_how_a_claim_stands(capsys: pytest.CaptureFixture[str]) -> None:
    main([*SIGN, "--accept"])
    capsys.readouterr()
    main(["explain", "ticket-price"])
    assert "signed   accept by Jo Doe on 2024-02-12: seen at the pier" in capsys.readouterr().out
    change("claims/first.yaml", "costs 12 euros.", "costs 12 euros today.")
    main(["explain", "ticket-price"])
    out = capsys.readouterr().out
    assert "its sign-off does not count: outdated" in out
    assert "changed  since the lock: claim changed: was" in out
