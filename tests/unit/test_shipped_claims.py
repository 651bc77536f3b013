"""The claims that ship, run as a user runs them: on their corpus, on none, on an unrelated and on an altered one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]

PROJECT = """
[tool.factcheck]
corpus = "corpus"
claims = ["claims"]
"""

ALTERATIONS = [
    pytest.param([("2,500 troops", "5,000 troops")], ["us-troops", "us-troops-doubled"], id="twice-the-troops"),
    pytest.param(
        [("killed 16 militiamen", "killed 36 militiamen")],
        ["militiamen-killed", "militiamen-killed-too-many"],
        id="more-militiamen",
    ),
    pytest.param(
        [("three US service members were injured", "seven US service members were injured")],
        ["service-members-injured", "service-members-injured-too-many"],
        id="more-injured",
    ),
    pytest.param(
        [("52 took place in Iraq and 75 in Syria", "75 took place in Iraq and 52 in Syria")],
        ["attacks-in-iraq-mixed-up"],
        id="places-swapped",
    ),
    pytest.param([("2003", "1998")], ["invasion", "invasion-too-early"], id="year-of-the-invasion"),
    pytest.param([("2011", "2013")], ["withdrawal-too-late", "withdrawal"], id="year-of-the-withdrawal"),
    pytest.param([("in 2014", "in 2009"), ("In 2014", "In 2009")], ["return"], id="year-of-the-return"),
    pytest.param(
        [("voted in 2020", "voted in 2022")], ["parliament-vote", "parliament-vote-too-late"], id="year-of-the-vote"
    ),
    pytest.param(
        [("2017", "2012")], ["islamic-state-territory", "islamic-state-territory-too-early"], id="year-of-the-defeat"
    ),
    pytest.param(
        [("Jan. 5", "Jan. 15"), ("5 January,", "15 January,")], ["closing-down-announced"], id="day-of-the-announcement"
    ),
    pytest.param(
        [
            ("has not set a deadline", "has set a deadline"),
            ("has not yet set a deadline", "has set a deadline"),
            ("No deadline has been set", "A deadline has been set"),
            ("There is no firm deadline so far", "There is a firm deadline"),
        ],
        ["no-deadline", "deadline-set"],
        id="a-deadline-after-all",
    ),
    pytest.param(
        [("no plans to", "plans to")],
        ["pentagon-no-plans", "pentagon-plans"],
        id="plans-after-all",
    ),
    pytest.param(
        [("destabilis", "stabilis"), ("destabiliz", "stabiliz")], ["destabilising", "stabilising"], id="opposite-word"
    ),
    pytest.param(
        [("will prevent more tensions", "will bring more tensions")],
        ["fewer-tensions", "more-tensions"],
        id="quotation-altered",
    ),
    pytest.param([("is not an enemy to us", "is an enemy to us")], ["an-enemy"], id="not-dropped-from-the-quotation"),
    pytest.param([("Spain", "Italy")], ["sanchez-italy"], id="other-country"),
    pytest.param(
        [("second-largest oil", "largest oil"), ("ranks second among", "ranks first among")],
        ["largest-producer"],
        id="first-not-second",
    ),
    pytest.param(
        [("spokesperson of the prime minister", "spokesperson of the Iraqi president")],
        ["nasiri-president"],
        id="other-master",
    ),
    pytest.param(
        [
            ("killed three US", "killed ten US"),
            ("The attack killed three US", "The attack killed ten US"),
        ],
        ["killed", "killed-too-many"],
        id="more-dead",
    ),
]


Run = tuple[int, dict[str, dict[str, Any]]]


def run(folder: Path, corpus: dict[str, str] | None = None) -> Run:
    """Run `pytest claims/` on the shipped claims in a project of its own: the exit code and the report's claims by id.

    Args:
        folder: An empty folder.
        corpus: Path in the corpus to text, in the place of the shipped corpus.
    """
    (folder / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    shutil.copytree(ROOT / "claims", folder / "claims")
    (folder / "corpus").mkdir()
    for name, text in (shipped_corpus() if corpus is None else corpus).items():
        path = folder / "corpus" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    report = folder / "report.json"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "claims",
        "-p",
        "factcheck.pytest_plugin",
        f"--factcheck-report=json={report}",
    ]
    paths = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    env = {**os.environ, "PYTHONPATH": paths}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)  # noqa: S603 (our own interpreter)
    claims = json.loads(report.read_text(encoding="utf-8"))["claims"] if report.exists() else []
    return done.returncode, {claim["id"]: claim for claim in claims}


def shipped_corpus() -> dict[str, str]:
    """Every file of the corpus, by its path in it."""
    folder = ROOT / "corpus"
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def with_changes(text: str, changes: list[tuple[str, str]]) -> str:
    for old, new in changes:
        text = text.replace(old, new)
    return text


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return run(tmp_path_factory.mktemp("shipped"))


@pytest.fixture(scope="module")
def altered(tmp_path_factory: pytest.TempPathFactory) -> Run:
    changes = [change for alteration in ALTERATIONS for change in alteration.values[0]]  # type: ignore[union-attr]
    corpus = {
        name: text if name == "sources.yaml" else with_changes(text, changes) for name, text in shipped_corpus().items()
    }
    return run(tmp_path_factory.mktemp("altered"), corpus)


def test_the_shipped_claims_pass_or_are_skipped(shipped: Run) -> None:
    code, claims = shipped
    assert {
        id_: claim["verdict"] for id_, claim in claims.items() if claim["outcome"] not in {"passed", "skipped"}
    } == {}
    assert code == 0


def test_the_shipped_claims_show_every_kind(shipped: Run) -> None:
    _, claims = shipped
    passed = [claim for claim in claims.values() if claim["outcome"] == "passed"]
    assert len(claims) >= 40
    assert len([claim for claim in passed if claim["verdict"] == "contradicted"]) >= 12
    assert len([claim for claim in passed if claim["verdict"] == "conflicting"]) >= 2
    assert len([claim for claim in claims.values() if claim["outcome"] == "skipped"]) >= 6
    wanting_two = [claim for claim in claims.values() if claim["policy"].get("min_origins", 1) == 2]
    assert len(wanting_two) >= 4
    assert len([claim for claim in wanting_two if claim["outcome"] == "passed"]) >= 2
    assert claims["us-troops-confirmed-elsewhere"]["reason"] == "too-few-origins"


def test_quotes_are_as_long_as_their_offsets_say(shipped: Run) -> None:
    _, claims = shipped
    for claim in claims.values():
        for evidence in claim["evidence"]:
            assert evidence["quote"].strip()
            assert evidence["end"] - evidence["start"] == len(evidence["quote"])


def test_an_empty_corpus_is_a_usage_error(tmp_path: Path) -> None:
    code, claims = run(tmp_path, {})
    assert code == pytest.ExitCode.USAGE_ERROR
    assert claims == {}


def test_an_unrelated_corpus_lets_nothing_pass(tmp_path: Path) -> None:
    recipe = "Peel two onions, chop them finely and fry them in butter until they are golden.\n"
    _, claims = run(tmp_path, {"recipe.txt": recipe})
    assert {claim["verdict"] for claim in claims.values()} == {"missing"}
    assert [claim["id"] for claim in claims.values() if claim["outcome"] == "passed"] == ["russian-mediation"]


@pytest.mark.parametrize(("changes", "affected"), ALTERATIONS)
def test_an_altered_corpus_is_noticed(altered: Run, changes: list[tuple[str, str]], affected: list[str]) -> None:
    texts = "".join(shipped_corpus().values())
    assert all(old in texts for old, _ in changes)
    _, claims = altered
    assert {id_: claims[id_]["verdict"] for id_ in affected if claims[id_]["outcome"] == "passed"} == {}


def test_most_alterations_concern_a_claim_that_passed_before(shipped: Run) -> None:
    _, claims = shipped
    passing = {id_ for id_, claim in claims.items() if claim["outcome"] == "passed"}
    assert sum(not passing.isdisjoint(alteration.values[1]) for alteration in ALTERATIONS) >= 12  # type: ignore[arg-type]
