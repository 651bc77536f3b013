"""A newsroom's project with one interview in two papers, an interested party, a correction and a retraction: what people read."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

import jsonschema
import pytest

from factcheck.app import report_schema_text
from factcheck.cli import main

CORPUS = {
    "gazette.md": """\
        ---
        publisher: Dorn Gazette
        published: 2024-03-04
        ---
        Holt wants the Orsund ferry back.

        Karin Holt spoke to the Dorn Gazette in an interview on Sunday. Karin Holt closed the Orsund ferry line in 1998.
        """,
    "post.md": """\
        ---
        publisher: Vik Post
        published: 2024-03-05
        ---
        Karin Holt looks back.

        Holt told the Dorn Gazette that she has waited long enough. In 1998 the Orsund ferry line was closed by Karin Holt.
        """,
    "owners.md": """\
        ---
        publisher: Ferry Owners
        published: 2024-03-05
        tier: party
        status: corrected
        tags: [opinion]
        ---
        The two boats of the line carried 40,000 passengers in 1998.
        """,
    "blog.md": """\
        ---
        published: 2024-03-06
        status: retracted
        ---
        The engine of the Orsund ferry failed nine times in 2023.

        The two boats of the line carried 90,000 passengers in 1998.
        """,
}
CLAIMS = """\
claims:
  - {id: closing, claim: Karin Holt closed the Orsund ferry line in 1998., min_origins: 2}
  - {id: passengers, claim: "The two boats of the line carried 40,000 passengers in 1998."}
  - {id: engine, claim: The engine of the Orsund ferry failed nine times in 2023.}
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "claims").mkdir()
    for name, text in CORPUS.items():
        (tmp_path / "corpus" / name).write_text(textwrap.dedent(text), encoding="utf-8")
    (tmp_path / "claims" / "ferry.yaml").write_text(CLAIMS, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text('[tool.factcheck]\nmodel = "off"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    main(list(arguments))
    return capsys.readouterr().out


def test_too_few_origins_names_the_family_and_the_interview(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "explain", "closing")
    said = " ".join(out.split())
    assert (
        "missing: too-few-origins: 1 origin where the claim asks for 2: gazette and post go back to one report: "
        "both tell what Holt told Dorn Gazette." in said
    )
    assert "Dorn Gazette, 2024-03-04 (gazette, line 3)" in said


def test_a_family_stands_below_the_count_of_origins(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "check", "Karin Holt closed the Orsund ferry line in 1998.")
    assert (
        "origins  1 for, 0 against\n         gazette and post are one origin\n         - gazette and post both" in out
    )


def test_the_json_report_names_the_family(capsys: pytest.CaptureFixture[str]) -> None:
    report = json.loads(
        printed(capsys, "check", "Karin Holt closed the Orsund ferry line in 1998.", "--format", "json")
    )
    jsonschema.validate(report, json.loads(report_schema_text()))
    claim = report["claims"][0]
    assert claim["origins"] == {"supports": 1, "refutes": 0}
    reason = "gazette and post both tell what Holt told Dorn Gazette"
    assert claim["families"] == [{"name": "gazette", "sources": ["gazette", "post"], "reasons": [reason]}]
    assert {item["origin"] for item in claim["evidence"]} == {"gazette"}


def test_an_interested_party_and_a_correction_stand_beside_the_quote(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "explain", "passengers")
    assert "Ferry Owners, 2024-03-05, interested party, corrected (owners, line 1)" in out
    report = json.loads(
        printed(capsys, "check", "The two boats of the line carried 40,000 passengers in 1998.", "--format", "json")
    )
    assert [(item["tier"], item["status"]) for item in report["claims"][0]["evidence"]] == [("party", "corrected")]


def test_a_retracted_source_is_named_where_it_would_have_decided(capsys: pytest.CaptureFixture[str]) -> None:
    assert "left out blog (retracted)" in printed(capsys, "explain", "passengers")
    out = " ".join(printed(capsys, "explain", "engine").split())
    assert "out-of-scope: Only sources that do not count speak of this: blog is retracted." in out
    assert "add a source that counts" in out


@pytest.mark.parametrize(
    ("filters", "noted"),
    [
        pytest.param('["tag:opinon"]', "C240 the filter `tag:opinon` fits no source", id="misspelt"),
        pytest.param('["tag:opinon"]', "did you mean `tag:opinion`?", id="nearest"),
        pytest.param('["!publisher:Fery Owners"]', "did you mean `!publisher:Ferry Owners`?", id="misspelt-exclusion"),
        pytest.param('["tier:wire"]', "`tier:wire` fits no source", id="no-such-tier-here"),
        pytest.param('["nothing-like-it"]', "`factcheck sources` lists what there is", id="nothing-near"),
        pytest.param('["!tier:primary"]', "", id="a-tier-to-exclude-need-not-be-there"),
        pytest.param('["!status:retracted", "status:corrected"]', "", id="status"),
        pytest.param('["publisher:dorn*", "!tag:opinion", "ga*", "tier:party"]', "", id="all-fit"),
    ],
)
def test_a_filter_that_fits_no_source_is_noted(
    capsys: pytest.CaptureFixture[str], project: Path, filters: str, noted: str
) -> None:
    (project / "pyproject.toml").write_text(f"[tool.factcheck]\nmodel = 'off'\nsources = {filters}\n", encoding="utf-8")
    for _ in range(2):  # the second time from what is kept
        out = printed(capsys, "check", "Karin Holt closed the Orsund ferry line in 1998.")
        assert ("C240" in out) == bool(noted)
        assert noted in out
    out = printed(capsys, "explain", "engine")
    assert noted in out
    report = json.loads(printed(capsys, "check", "The ferry line is old.", "--format", "json"))
    assert any(note["code"] == "C240" for note in report["notes"]) == bool(noted)


def test_sources_origins_prints_each_family_with_its_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "sources", "--origins") == (
        "gazette: 2 sources, one origin\n"
        "  gazette: Dorn Gazette, 2024-03-04\n"
        "  post: Vik Post, 2024-03-05, Karin Holt looks back.\n"
        "    - gazette and post both tell what Holt told Dorn Gazette\n"
        "\n"
        "4 sources, 3 origins: 1 family, 2 on their own\n"
    )


def test_sources_origins_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(printed(capsys, "sources", "--origins", "--format", "json"))
    assert (found["version"], found["sources"], found["origins"]) == (1, 4, 3)
    assert [family["name"] for family in found["families"]] == ["blog", "gazette", "owners"]
    assert found["families"][1]["reasons"] == ["gazette and post both tell what Holt told Dorn Gazette"]
    assert found["families"][2]["sources"][0] == {
        "id": "owners",
        "publisher": "Ferry Owners",
        "published": "2024-03-05",
        "tier": "party",
        "status": "corrected",
    }


def test_sources_origins_of_a_corpus_without_families(capsys: pytest.CaptureFixture[str], project: Path) -> None:
    (project / "corpus" / "post.md").unlink()
    assert printed(capsys, "sources", "--origins") == "3 sources, each with an origin of its own\n"
