"""The claims that ship, run as a user runs them: on their corpus, on none, on an unrelated and on an altered one."""

from __future__ import annotations

import json
import shutil
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
    pytest.param([("2011", "2013")], ["withdrawal-too-late"], id="year-of-the-withdrawal"),
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
        [("no plans to", "plans to"), ("there were plans to", "there were firm plans to")],
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


def run(pytester: pytest.Pytester, **corpus: str | None) -> tuple[pytest.RunResult, dict[str, dict[str, Any]]]:
    """Run `pytest claims/` in a copy of the shipped project and read the JSON report: claims by id.

    Args:
        corpus: Files to put in the place of the shipped corpus, name without suffix to text; none means the shipped one.
    """
    pytester.makepyprojecttoml(PROJECT)
    shutil.copytree(ROOT / "claims", pytester.path / "claims")
    folder = pytester.path / "corpus"
    if corpus:
        folder.mkdir()
        for name, text in corpus.items():
            if text is not None:
                (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    elif not folder.exists():
        shutil.copytree(ROOT / "corpus", folder)
    report = pytester.path / "report.json"
    result = pytester.runpytest("claims", "-p", "factcheck.pytest_plugin", f"--factcheck-report=json={report}")
    claims = json.loads(report.read_text(encoding="utf-8"))["claims"] if report.exists() else []
    return result, {claim["id"]: claim for claim in claims}


def test_the_shipped_claims_pass_or_are_skipped(pytester: pytest.Pytester) -> None:
    result, claims = run(pytester)
    assert result.ret == 0
    assert {claim["outcome"] for claim in claims.values()} == {"passed", "skipped"}


def test_the_shipped_claims_show_every_kind(pytester: pytest.Pytester) -> None:
    _, claims = run(pytester)
    passed = [claim for claim in claims.values() if claim["outcome"] == "passed"]
    assert len(claims) >= 40
    assert len([claim for claim in passed if claim["verdict"] == "contradicted"]) >= 12
    assert len([claim for claim in passed if claim["verdict"] == "conflicting"]) >= 2
    assert len([claim for claim in claims.values() if claim["outcome"] == "skipped"]) >= 6
    wanting_two = [claim for claim in claims.values() if claim["policy"].get("min_origins", 1) == 2]
    assert len(wanting_two) >= 4
    assert len([claim for claim in wanting_two if claim["outcome"] == "passed"]) >= 2
    assert claims["us-troops-confirmed-elsewhere"]["reason"] == "too-few-origins"


def test_every_quote_stands_in_its_source(pytester: pytest.Pytester) -> None:
    _, claims = run(pytester)
    for claim in claims.values():
        for evidence in claim["evidence"]:
            assert evidence["quote"].strip()
            assert evidence["end"] - evidence["start"] == len(evidence["quote"])


def test_an_empty_corpus_is_a_usage_error(pytester: pytest.Pytester) -> None:
    result, claims = run(pytester, nothing=None)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert not any(claim["outcome"] == "passed" for claim in claims.values())


def test_an_unrelated_corpus_lets_nothing_pass(pytester: pytest.Pytester) -> None:
    _, claims = run(
        pytester, recipe="Peel two onions, chop them finely and fry them in butter until they are golden.\n"
    )
    assert {claim["verdict"] for claim in claims.values()} == {"missing"}
    assert [claim["id"] for claim in claims.values() if claim["outcome"] == "passed"] == ["russian-mediation"]


@pytest.mark.parametrize(("changes", "affected"), ALTERATIONS)
def test_an_altered_corpus_is_noticed(
    pytester: pytest.Pytester, changes: list[tuple[str, str]], affected: list[str]
) -> None:
    shutil.copytree(ROOT / "corpus", pytester.path / "corpus")
    altered = 0
    for path in sorted((pytester.path / "corpus").rglob("*")):
        if path.is_file() and path.name != "sources.yaml":
            before = after = path.read_text(encoding="utf-8")
            for old, new in changes:
                after = after.replace(old, new)
            path.write_text(after, encoding="utf-8")
            altered += before != after
    assert altered
    _, claims = run(pytester)
    assert {id_: claims[id_]["outcome"] for id_ in affected if claims[id_]["outcome"] == "passed"} == {}
