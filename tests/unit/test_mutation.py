"""Changed claims: what is changed, that the change is a wrong one, that it reads like English, and what the audit says."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from factcheck import Checker, Corpus
from factcheck.app.mutation import mutation_audit
from factcheck.app.shares import share_of
from factcheck.audits.bearers import bearers
from factcheck.audits.mutation import mutants_of, mutate, sampled
from factcheck.cli import main
from factcheck.domain.audit import Change, Mutant
from factcheck.domain.claim import Checks, Claim, DateCheck, NumberCheck, Policy, Tolerance
from factcheck.domain.verdict import Label, Verdict
from factcheck.errors import DeskError, SettingsError
from factcheck.reports.mutation import mutation_json, mutation_text, percent, score_line
from factcheck.reports.record import verdict_text
from factcheck.settings import read_settings

OTHERS = [
    "Norvik is the mayor of Lima.",
    "Ana Ruiz met Karim Haddad in Oslo.",
    "Chile sold grain to Kenya.",
    "NATO met in Lisbon.",
]


def claim(sentence: str, **more: object) -> Claim:
    return Claim(sentence=sentence, id="c", **more)  # type: ignore[arg-type]


def changes(sentence: str, kind: Change, **more: object) -> list[str]:
    it = claim(sentence, **more)
    pool = bearers([it, *map(claim, OTHERS)])
    return [mutant.claim.sentence for mutant in mutants_of(it, pool) if mutant.change is kind]


@pytest.mark.parametrize(
    ("sentence", "kind", "expected"),
    [
        pytest.param("The dam was not built in 1998.", Change.POLARITY, ["The dam was built in 1998."], id="not-goes"),
        pytest.param(
            "The mayor has no plans to leave.", Change.POLARITY, ["The mayor has plans to leave."], id="no-goes"
        ),
        pytest.param("Chile has set no deadline.", Change.POLARITY, ["Chile has set a deadline."], id="no-becomes-a"),
        pytest.param("Nobody was hurt in the fire.", Change.POLARITY, ["Somebody was hurt in the fire."], id="nobody"),
        pytest.param("Chile has about 40 ports.", Change.POLARITY, ["Chile does not have about 40 ports."], id="has"),
        pytest.param("Ruiz wants a second boat.", Change.POLARITY, ["Ruiz does not want a second boat."], id="present"),
        pytest.param("Ruiz carries the flag.", Change.POLARITY, ["Ruiz does not carry the flag."], id="present-in-y"),
        pytest.param("The bridge opened in 1987.", Change.POLARITY, ["The bridge never opened in 1987."], id="past"),
        pytest.param("The bridge has been closed.", Change.POLARITY, ["The bridge has not been closed."], id="perfect"),
        pytest.param("The council will soon vote.", Change.POLARITY, ["The council will not soon vote."], id="future"),
        pytest.param("Three men were hurt in the fire.", Change.POLARITY, [], id="a-counted-subject-is-not-denied"),
        pytest.param('Ruiz said: "It was not so."', Change.POLARITY, [], id="words-in-quotation-marks-stay"),
        pytest.param(
            "Chile is the largest producer.", Change.ROLE, ["Chile is the third-largest producer."], id="rank"
        ),
        pytest.param(
            "Chile is the second-largest producer.", Change.ROLE, ["Chile is the fourth-largest producer."], id="place"
        ),
        pytest.param("The bridge opened before 1987.", Change.DATE, [], id="before-may-be-true-of-another-year"),
        pytest.param("The dam broke after May 2019.", Change.DATE, [], id="after-too"),
        pytest.param("Fewer than 300 men came.", Change.FIGURE, ["More than 500 men came."], id="a-bound-is-turned"),
        pytest.param("More than 500 men came.", Change.FIGURE, ["Fewer than 200 men came."], id="the-other-bound"),
        pytest.param("Dozens of men came.", Change.FIGURE, ["Thousands of men came."], id="vague"),
        pytest.param("The ferry is small.", Change.FIGURE, [], id="no-figure"),
        pytest.param("Air strikes hit the town.", Change.NAME, [], id="air-is-no-name"),
        pytest.param("The troops left Tower 22.", Change.NAME, [], id="tower-is-no-name"),
        pytest.param("Ruiz is the mayor of Cadiz.", Change.SPEAKER, [], id="nobody-speaks"),
    ],
)
def test_changes(sentence: str, kind: Change, expected: list[str]) -> None:
    assert changes(sentence, kind) == expected


@pytest.mark.parametrize(
    ("sentence", "of", "words"),
    [
        pytest.param("US troops left Kenya.", "US", "Chilean troops left", id="an-adjective-for-an-adjective"),
        pytest.param("The United States left Kenya.", "The United States", "Chile left", id="no-the-chile"),
        pytest.param("A Kenyan boat sank.", "Kenyan", "A Chilean boat sank", id="a"),
        pytest.param("An Ethiopian boat sank.", "Ethiopian", "boat sank", id="an"),
        pytest.param("The UN met in Lima.", "The UN", "NATO met", id="a-body"),
        pytest.param("Sheikh Omar Saleh met the press.", "Sheikh Omar Saleh", "met the press", id="his-honorific-goes"),
    ],
)
def test_names_read_like_english(sentence: str, of: str, words: str) -> None:
    made = mutants_of(claim(sentence), bearers(map(claim, ["Chile sold grain.", "NATO met.", "Ana Ruiz spoke."])))
    named = next(mutant for mutant in made if mutant.before == of)
    assert words in named.claim.sentence
    assert "a Eth" not in named.claim.sentence
    assert "the Chile" not in named.claim.sentence


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        pytest.param("Kenya won.", {"Nairobi", "Kenyan", "Kenya"}, id="not-itself-nor-its-capital"),
        pytest.param("Haddad met the press.", {"Karim Haddad"}, id="not-the-full-name"),
        pytest.param("Americans met in the US.", {"United States", "America"}, id="no-alias"),
    ],
)
def test_a_name_is_never_changed_to_its_own_bearer(sentence: str, never: set[str]) -> None:
    pool = bearers(map(claim, ["Karim Haddad left.", "America won.", "Kenya won.", "Nairobi won.", "Chile won."]))
    made = mutants_of(claim(sentence), pool)
    assert not {mutant.after for mutant in made if mutant.change is Change.NAME} & never


@pytest.mark.parametrize(
    ("sentence", "tolerance", "low", "high"),
    [
        pytest.param("About 2,500 men came.", None, 2250, 2750, id="about-is-ten-percent"),
        pytest.param("About 2,500 men came.", Tolerance(Decimal("0.5")), 1250, 3750, id="the-policy-allows-half"),
        pytest.param("2,500 men came.", None, 2450, 2549, id="exact"),
    ],
)
def test_a_changed_figure_leaves_the_band(sentence: str, tolerance: Tolerance | None, low: int, high: int) -> None:
    [changed] = changes(sentence, Change.FIGURE, policy=Policy(tolerance=tolerance))
    number = int("".join(sign for sign in changed if sign.isdigit()))
    assert number < low or number > high


def test_a_figure_whose_band_holds_everything_is_not_changed() -> None:
    wide = Policy(tolerance=Tolerance(Decimal(5)))
    assert changes("About 2,500 men came.", Change.FIGURE, policy=wide) == []


def test_checks_move_with_the_sentence() -> None:
    checks = Checks(number=(NumberCheck("2500", of="men"), NumberCheck("7", of="boats")), date=(DateCheck("2020"),))
    it = claim("In 2020, about 2,500 men came in boats.", checks=checks)
    made = {mutant.change: mutant.claim for mutant in mutants_of(it, ())}
    assert [check.of for check in made[Change.FIGURE].checks.number] == ["men", "boats"]
    assert made[Change.FIGURE].checks.number[0].value != "2500"
    assert made[Change.FIGURE].checks.number[1] == checks.number[1]
    assert made[Change.DATE].checks.date == ()
    assert made[Change.DATE].checks.number == checks.number


def test_who_must_have_said_it_is_changed_without_a_speaker_in_the_sentence() -> None:
    it = claim("The exit should be quick.", checks=Checks(said_by=("Ana Ruiz",)))
    spoken = [mutant for mutant in mutants_of(it, ()) if mutant.change is Change.SPEAKER]
    assert [mutant.before for mutant in spoken] == ["Ana Ruiz"]
    assert spoken[0].claim.sentence == it.sentence
    assert spoken[0].claim.checks.said_by != ("Ana Ruiz",)


def test_the_same_claim_gives_the_same_changes() -> None:
    it = claim("US troops left Kenya in May 2019, Ana Ruiz said.")
    pool = bearers(map(claim, OTHERS))
    assert mutants_of(it, pool) == mutants_of(it, pool)
    other = {mutant.claim.sentence for mutant in mutants_of(replace(it, id="another"), pool)}
    assert other != {mutant.claim.sentence for mutant in mutants_of(it, pool)}


def test_a_sample_has_every_kind_before_any_twice() -> None:
    made = mutants_of(claim("US troops left Kenya for Oslo in May 2019."), bearers(map(claim, OTHERS)))
    assert len(made) > 4
    kept = sampled(made, seed="c", most=3)
    assert {mutant.change for mutant in kept} == {Change.NAME, Change.DATE, Change.POLARITY}
    assert kept == [mutant for mutant in made if mutant in kept]


def deaf(sentence: str) -> Callable[[Claim], dict[str, Any]]:
    """A corpus that bears everything out except claims with this text."""
    return lambda it: told(Verdict(it, Label.MISSING if sentence in it.sentence else Label.SUPPORTED))


def told(verdict: Verdict) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(verdict_text(verdict))
    return found


def test_a_source_that_bears_everything_out_proves_nothing() -> None:
    audit = mutate([claim("The bridge opened in 1987.")], deaf("never"))
    assert audit.score == 0.5
    assert [trial.mutant.change for trial in audit.survivors] == [Change.DATE]
    text = mutation_text(audit)
    assert "date: 1987 -> " in text
    assert "was     The bridge opened in 1987." in text
    assert "mutation score: 50% (1 of 2 changes caught; 1 claim, 1 of them supported)" in text
    data = json.loads(mutation_json(audit))
    assert (data["score"], data["tried"], data["caught"]) == (0.5, 2, 1)
    assert [change["survived"] for change in data["changes"]] == [True, False]


def test_only_supported_claims_are_changed() -> None:
    debunk = claim("The moon is cheese.", expect=Label.CONTRADICTED)
    missing = claim("The bridge opened in 1987.")
    audit = mutate([debunk, missing], deaf("bridge"))
    assert (audit.claims, audit.supported, audit.score) == (2, 0, None)
    assert score_line(audit) == "mutation score: none, since nothing could be changed (2 claims, 0 of them supported)"


def test_claims_without_anything_to_change_are_named() -> None:
    odd = Claim(sentence="Boats ahoy, and slowly.", id="odd")
    audit = mutate([odd], deaf("never"))
    assert [it.id for it in audit.unchanged] == ["odd"] or audit.trials


def test_limits_leave_the_rest_out() -> None:
    claims = [claim("The bridge opened in 1987."), Claim(sentence="The dam broke in 1990.", id="d")]
    audit = mutate(claims, deaf("never"), limit=1)
    assert (len(audit.trials), audit.left_out) == (1, 3)
    assert "3 more left out by the limits" in score_line(audit)


@pytest.mark.parametrize(
    ("share", "shown"),
    [(1.0, "100%"), (0.999, "99%"), (0.0, "0%"), (0.001, "1%"), (0.5, "50%")],
)
def test_only_all_is_a_hundred_percent(share: float, shown: str) -> None:
    assert percent(share) == shown


@pytest.mark.parametrize(
    ("stated", "share"),
    [("80%", 0.8), ("80", 0.8), ("0.8", 0.8), (".8", 0.8), ("100 %", 1.0), ("1.0", 1.0), ("1", 0.01), ("0", 0.0)],
)
def test_shares(stated: str, share: float) -> None:
    assert share_of(stated, option="--min-score") == pytest.approx(share)


@pytest.mark.parametrize("stated", ["most", "101", "120%", "-5", "1e3", ""])
def test_what_is_no_share(stated: str) -> None:
    with pytest.raises(DeskError, match="is not a share"):
        share_of(stated, option="--min-score")


def test_a_real_corpus_catches_every_change() -> None:
    corpus = Corpus.from_texts(["In May 2019, 450 Chilean soldiers left Kenya, Ana Ruiz said."])
    checker = Checker(corpus, model="off")
    audit = mutate([claim("450 Chilean soldiers left Kenya in May 2019.", as_of=date(2020, 1, 1))], checker.recall)
    assert audit.supported == 1
    assert {trial.mutant.change for trial in audit.trials} == {Change.FIGURE, Change.DATE, Change.NAME}
    assert audit.score == 1


@pytest.fixture
def starter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["init", str(tmp_path)]) == 0
    monkeypatch.chdir(tmp_path)
    capsys.readouterr()
    return tmp_path


@pytest.mark.usefixtures("starter")
def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mutate", "--min-score", "100%"]) == 0
    assert "mutation score: 100%" in capsys.readouterr().out
    assert main(["mutate", "claims/first.yaml", "--limit", "1", "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["changes"]) == 1


@pytest.mark.usefixtures("starter")
def test_the_command_fails_below_the_threshold(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Checker, "recall", lambda _, it: told(Verdict(it, Label.SUPPORTED)))
    assert main(["mutate"]) == 0
    assert main(["mutate", "--min-score", "10%"]) == 1
    assert "mutation score: 0%" in capsys.readouterr().out


def test_a_score_of_nothing_is_no_pass(starter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (starter / "claims" / "first.yaml").write_text("claims:\n  - A return ticket costs 12 euros.\n", encoding="utf-8")
    assert main(["mutate"]) == 1
    assert "nothing could be changed" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["mutate", "nowhere"], "D001", id="no-such-path"),
        pytest.param(["mutate", "corpus"], "D001", id="no-claims-in-it"),
        pytest.param(["mutate", "--min-score", "much"], "D002", id="no-share"),
        pytest.param(["mutate", "--per-claim", "0"], "S002", id="no-changes"),
    ],
)
@pytest.mark.usefixtures("starter")
def test_wrong_input(arguments: list[str], code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 4
    assert code in capsys.readouterr().err


def test_a_limit_below_one(starter: Path) -> None:
    with pytest.raises(SettingsError, match="--limit"):
        mutation_audit([], read_settings(starter), per_claim=1, limit=0)


def test_mutants_keep_everything_else_of_the_claim() -> None:
    it = claim("The bridge opened in 1987.", policy=Policy(min_origins=2), tags=("dates",))
    made: tuple[Mutant, ...] = mutants_of(it, ())
    assert all(mutant.claim.policy == it.policy and mutant.claim.tags == it.tags for mutant in made)
    assert all(mutant.original is it for mutant in made)
