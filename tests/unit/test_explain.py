"""How a verdict came about: every step told, what is missing, and the smallest change that makes a claim pass."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from factcheck import Checker, Corpus, Source
from factcheck.app.account import account_of
from factcheck.claimfile import parse
from factcheck.cli import main
from factcheck.domain.audit import Account
from factcheck.domain.claim import Checks, Claim, NumberCheck, Policy
from factcheck.domain.verdict import Label
from factcheck.reports.explain import explain


def accounted(claim: str | Claim, *said: str | Source) -> Account:
    sources = [Source(text=item, id=f"s{n}") if isinstance(item, str) else item for n, item in enumerate(said)]
    it = Claim(sentence=claim) if isinstance(claim, str) else claim
    return account_of(it, Checker(Corpus.from_sources(sources), model="off"))


TROOPS = "The United States has 2,500 troops in Iraq."


@pytest.mark.parametrize(
    ("sentence", "said", "mended"),
    [
        pytest.param("The United States has 2,700 troops in Iraq.", TROOPS, TROOPS, id="figure"),
        pytest.param("The United States has about 5,000 troops in Iraq.", TROOPS, TROOPS, id="figure-with-its-hedge"),
        pytest.param(
            "The bridge opened in 1978.", "The bridge opened in 1987.", "The bridge opened in 1987.", id="year"
        ),
        pytest.param(
            "Ruiz is the mayor of Lima.", "Ana Ruiz is the mayor of Oslo.", "Ruiz is the mayor of Oslo.", id="place"
        ),
        pytest.param(
            "Chile is the largest copper producer.",
            "Chile is the second-largest copper producer.",
            "Chile is the second-largest copper producer.",
            id="rank",
        ),
        pytest.param(
            "Chile has set a deadline.", "Chile has not set a deadline.", "Chile has not set a deadline.", id="denied"
        ),
        pytest.param(
            "The council sold the ferry.",
            "The council plans to sell the ferry.",
            "The council plans to sell the ferry.",
            id="only-planned",
        ),
        pytest.param(
            'Ruiz said "we will leave tomorrow".',
            'Ruiz said: "we will stay tomorrow".',
            'Ruiz said "we will stay tomorrow".',
            id="quotation",
        ),
        pytest.param(
            "Forty villages were burnt down by the army.",
            "Rebels claim that forty villages were burnt down by the army.",
            "Rebels claim that forty villages were burnt down by the army.",
            id="somebody-alleges-it",
        ),
        pytest.param(
            "The ferry sank in Lima in 2019.",
            "The ferry sank in Lima.",
            "The ferry sank in Lima.",
            id="nobody-says-when",
        ),
    ],
)
def test_the_smallest_change(sentence: str, said: str, mended: str) -> None:
    account = accounted(sentence, said)
    assert account.verdict.label is not Label.SUPPORTED
    assert account.repair is not None
    assert account.repair.claim.sentence == mended


@pytest.mark.parametrize(
    ("sentence", "said", "mended"),
    [
        pytest.param(
            "The United States has 3,500 troops in Iraq.",
            "The United States has some 2,500 troops in Iraq.",
            "The United States has some 2,500 troops in Iraq.",
            id="a-wrong-figure-is-put-right-and-not-left-out",
        ),
        pytest.param(
            "The Iraqi parliament is in Basra.",
            "Iraq's parliament voted for it in 2020.",
            None,
            id="no-stump-of-a-sentence",
        ),
    ],
)
def test_a_change_that_an_editor_would_make(sentence: str, said: str, mended: str | None) -> None:
    repair = accounted(sentence, said).repair
    assert (repair and repair.claim.sentence) == mended


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param("The strikes have killed 26 militiamen.", ["deed         “killed”: happened"], id="deed"),
        pytest.param("Parliament voted in 2020 for it.", ["deed         “voted”: happened"], id="a-day-is-not-of-it"),
        pytest.param(
            "The mayor signed it and resigned in May.",
            ["deed         “signed”: happened", "deed         “resigned”: happened"],
            id="two-deeds",
        ),
        pytest.param("Chile has not left.", ["deed         “left”: happened, denied"], id="denied"),
        pytest.param(
            "The United States has 3,500 troops in Iraq.",
            ["state        “troops”, told with “has”, which says little by itself"],
            id="to-have",
        ),
        pytest.param(
            "Ruiz is the mayor of Lima.",
            ["state        “mayor”, told with “is”, which says little by itself"],
            id="to-be",
        ),
    ],
)
def test_deeds_and_states_of_a_sentence(sentence: str, told: list[str]) -> None:
    lines = explain(accounted(sentence, TROOPS), nodeid=None).splitlines()
    assert [line.strip() for line in lines if line.strip().startswith(("deed ", "state "))] == told


def test_each_word_is_told_once_and_a_topic_that_is_borne_agrees() -> None:
    lines = explain(accounted("The ferry sank off Lima.", "The steamer sank off Lima."), nodeid=None).splitlines()
    rows = [line.split() for line in lines if line.startswith("     topic")]
    assert all(row[1] == "agrees" for row in rows if "borne" in row)
    assert len([row for row in rows if "“ferry”" in row]) <= 1


def test_what_decides_is_shown_first() -> None:
    said = [f"The bridge opened to {n}, they said." for n in ("cars", "carts", "bikes", "dogs", "cats", "buses")] + [
        "The bridge opened in 1987."
    ]
    lines = explain(accounted("The bridge opened in 1987.", *said), nodeid=None).splitlines()
    at = lines.index("2. What was retrieved")
    assert lines[at + 2].split()[0] == "supports"


def test_what_is_proposed_passes() -> None:
    said = ["In May 2019, 450 Chilean soldiers left Kenya.", "The dam broke on Monday."]
    checker = Checker(Corpus.from_texts(said), model="off")
    for sentence in ("900 Chilean soldiers left Kenya in May 2019.", "450 Chilean soldiers left Kenya in June 2019."):
        repair = account_of(Claim(sentence=sentence), checker).repair
        assert repair is not None
        assert checker.check(repair.claim).label is Label.SUPPORTED


def test_nothing_is_proposed_for_a_claim_that_passes() -> None:
    account = accounted(TROOPS, TROOPS)
    assert (account.verdict.label, account.repair, account.tried) == (Label.SUPPORTED, None, 0)


def test_nothing_is_proposed_where_nobody_speaks_of_it() -> None:
    assert accounted("The moon is made of cheese.", TROOPS).repair is None


def test_a_pin_that_no_longer_fits_goes_with_the_figure() -> None:
    pinned = Claim(
        "The United States has 2,700 troops in Iraq.", checks=Checks(number=(NumberCheck("2700", of="troops"),))
    )
    repair = accounted(pinned, TROOPS).repair
    assert repair is not None
    assert repair.claim.checks.number == ()


@pytest.mark.parametrize(
    ("claim", "what"),
    [
        pytest.param(
            Claim(TROOPS, policy=Policy(min_origins=2)), "set `min_origins: 1`: that many confirm it", id="origins"
        ),
        pytest.param(
            Claim(TROOPS, as_of=date(2023, 1, 1)), "set `as_of: 2024-01-10`: the source was published then", id="day"
        ),
        pytest.param(
            Claim(TROOPS, policy=Policy(sources=("!wire",))),
            "set `sources: []`, so that every source counts, wire too",
            id="filter",
        ),
        pytest.param(
            Claim(TROOPS, expect=Label.CONTRADICTED), "set `expect: supported`, if that is what you mean", id="expect"
        ),
    ],
)
def test_keys_that_stand_in_the_way(claim: Claim, what: str) -> None:
    repair = accounted(claim, Source(text=TROOPS, id="wire", published=date(2024, 1, 10))).repair
    assert repair is not None
    assert repair.what == what


def test_what_is_missing_is_named() -> None:
    account = accounted(
        "The United States has 900 troops in Iraq and 40 tanks.", "The United States has troops in Iraq."
    )
    assert account.verdict.label is Label.MISSING
    assert "900" in {gap.words for gap in account.gaps}
    text = explain(account, nodeid=None)
    assert "nearest: s0, line 1 (no date)" in text
    assert "nobody states “900”" in text


def test_every_step_is_told() -> None:
    wire = Source(text=TROOPS, id="wire", published=date(2024, 1, 10))
    copy = Source(text=TROOPS, id="copy", published=date(2024, 1, 11))
    later = Source(text="The United States has 900 troops in Iraq.", id="later", published=date(2025, 1, 1))
    claim = Claim("The United States has 2,700 troops in Iraq.", as_of=date(2024, 2, 1), policy=Policy(min_origins=2))
    lines = explain(accounted(claim, wire, copy, later), nodeid=None).splitlines()
    steps = [line for line in lines if re.match(r"\d\. ", line)]
    assert [step[0] for step in steps] == list("123456")
    text = "\n".join(lines)
    assert "figure       “2,700”: exact troop" in text
    assert "name         “United States”: place" in text
    assert "3 passages of 3 sources: " in text
    assert "number    differs        2,500 troops" in text
    assert "one report in 2 sources: copy, wire" in text
    assert "sources published after 2024-02-01 do not count" in text
    assert "set aside: later (2025-01-01) refutes it" in text
    assert "+ The United States has 2,500 troops in Iraq." in text
    assert max(map(len, lines)) <= 79


def test_applied_to_the_file_it_passes() -> None:
    sources = [
        Source(text=TROOPS, id="wire", published=date(2024, 1, 10)),
        Source(text="The bridge opened in 1987, and the ferry sank in Lima.", id="paper", published=date(2023, 5, 1)),
    ]
    checker = Checker(Corpus.from_sources(sources), model="off")
    text = """\
claims:
  - {id: a, claim: The United States has 900 troops in Iraq.}
  - {id: b, claim: 'The United States has 2,500 troops in Iraq.', min_origins: 2}
  - {id: c, claim: The bridge opened in 1978.}
  - {id: d, claim: The bridge opened in 1987., sources: ["!paper"]}
  - {id: e, claim: The bridge opened in 1987., as_of: 2022-01-01}
  - {id: f, claim: The bridge opened in 1987., expect: contradicted}
  - {id: g, claim: The ferry sank in Lima in 2019.}
"""
    for claim in parse(text.encode(), path="claims/a.yaml").claims:
        repair = account_of(claim, checker).repair
        assert repair is not None, claim.sentence
        it = repair.claim
        block = f"claims:\n  - id: x\n    claim: >-\n      {it.sentence}\n    min_origins: {it.policy.min_origins}\n"
        block += f"    sources: [{', '.join(it.policy.sources)}]\n    expect: {it.expect}\n"
        block += f"    as_of: {it.as_of}\n" if it.as_of else ""
        (applied,) = parse(block.encode(), path="claims/b.yaml").claims
        assert checker.check(applied).label is applied.expect, block


def test_hostile_sources_stay_visible() -> None:
    text = explain(accounted("The bridge opened in 1978.", "The bridge opened in 1987\x1b[31m."), nodeid=None)
    assert "\x1b" not in text


def test_the_command_proposes_what_pytest_then_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", str(tmp_path)]) == 0
    monkeypatch.chdir(tmp_path)
    assert main(["new", "The bridge to Maren Island opened in 1978.", "--id", "old"]) == 0
    assert main(["explain", "old"]) == 0
    out = capsys.readouterr().out
    assert "change “1978” to “1987”" in out
    assert "+ The bridge to Maren Island opened in 1987." in out
    assert len(parse((tmp_path / "claims/first.yaml").read_bytes(), path="").claims) == 5
