"""One claim through all stages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from factcheck import Corpus, Source
from factcheck.domain.analysis import Analysis
from factcheck.domain.claim import Checks, Claim, DateCheck, EventCheck, ModelUse, NumberCheck, Policy, Rung, Tolerance
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.domain.verdict import Verdict
from factcheck.pipeline import MATCHERS, check, weigh_passage
from factcheck.sources.passages import passages
from factcheck.statements import asserted, said


def judged(claim: Claim | str, *sources: Source | str) -> Verdict:
    claim = Claim(claim) if isinstance(claim, str) else claim
    rows = [one if isinstance(one, Source) else Source(text=one, id=f"s{n}") for n, one in enumerate(sources)]
    return check(claim, index=Corpus.from_sources(rows).index)


def test_supported_with_the_words_of_the_source() -> None:
    verdict = judged("The dam at Esk collapsed in 2020.", "Rain fell. The dam at Esk collapsed on 5 January 2020.")
    assert verdict.label == "supported"
    assert verdict.evidence[0].quote == "The dam at Esk collapsed on 5 January 2020."


def test_no_source_speaks_of_it() -> None:
    verdict = judged("The dam at Esk collapsed in 2020.", "Violins warp when the air is dry.")
    assert verdict.label == "missing"
    assert verdict.reason in ("nothing-retrieved", "off-topic")


def test_other_languages_are_listed_not_judged() -> None:
    verdict = judged("The dam at Esk collapsed.", Source(text="Esk dam collapsed dam Esk.", id="a", language="de"))
    assert (str(verdict.label), verdict.reason) == ("missing", "other-language")


def test_a_weekday_is_told_from_the_day_of_publication() -> None:
    source = Source(text="The dam at Esk collapsed on Tuesday.", id="a", published=date(2024, 1, 11))
    assert judged("The dam at Esk collapsed on 9 January 2024.", source).label == "supported"
    assert judged("The dam at Esk collapsed on 2 January 2024.", source).label == "contradicted"


def test_the_next_year_is_told_from_the_date_before() -> None:
    text = "The dam at Esk was built in 1950. The dam collapsed the next year."
    found = [date_of.first for passage in passages(Source(text=text, id="a")) for date_of in said(passage).dates]
    assert found == [date(1950, 1, 1), date(1951, 1, 1)]


def test_the_next_year_without_a_date_before_stays_open() -> None:
    (passage,) = passages(Source(text="The dam collapsed the next year.", id="a"))
    assert [date_of.first for date_of in said(passage).dates] == [None]


def test_title_and_opening_sentence_are_context() -> None:
    text = "The mill at Dorn stood empty. Owls came. Bats came. Foxes came. Boys came. It burned down."
    last = passages(Source(text=text, id="a", title="A mill and its guests"))[-1]
    context = [one.text for one in said(last).context]
    assert context[0] == "A mill and its guests"
    assert "The mill at Dorn stood empty." in context
    assert context[-1] == "Boys came."


@pytest.mark.parametrize(
    ("policy", "label"),
    [
        pytest.param(Policy(), "contradicted", id="ten-percent"),
        pytest.param(Policy(tolerance=Tolerance(Decimal("0.3"))), "supported", id="thirty-percent"),
        pytest.param(Policy(tolerance=Tolerance(Decimal(600), relative=False)), "supported", id="six-hundred"),
        pytest.param(Policy(tolerance=Tolerance(Decimal("0.01"))), "contradicted", id="one-percent"),
    ],
)
def test_the_policys_tolerance_is_what_about_allows(policy: Policy, label: str) -> None:
    claim = Claim("About 2,500 nurses went on strike.", policy=policy)
    assert judged(claim, "Some days later 3,100 nurses went on strike.").label == label


def test_a_tolerance_does_not_loosen_a_plain_figure() -> None:
    claim = Claim("2,512 nurses went on strike.", policy=Policy(tolerance=Tolerance(Decimal("0.3"))))
    assert judged(claim, "2,600 nurses went on strike.").label == "contradicted"


@pytest.mark.parametrize(
    ("sentence", "checks", "source", "label"),
    [
        pytest.param(
            "Nurses went on strike.",
            Checks(number=(NumberCheck("2,512", of="nurses"),)),
            "2,512 nurses went on strike.",
            "supported",
            id="number",
        ),
        pytest.param(
            "Nurses went on strike.",
            Checks(number=(NumberCheck("2,512", of="nurses"),)),
            "6,000 nurses went on strike.",
            "contradicted",
            id="other-number",
        ),
        pytest.param(
            "The dam collapsed.",
            Checks(date=(DateCheck("2020"),)),
            "The dam collapsed in May 2020.",
            "supported",
            id="date",
        ),
        pytest.param(
            "The dam collapsed.",
            Checks(date=(DateCheck("2020"),)),
            "The dam collapsed in 2017.",
            "contradicted",
            id="other-date",
        ),
        pytest.param(
            "The keeper spoke of wolves.",
            Checks(quote=("feed the wolves at dawn",)),
            "The keeper spoke of wolves: “We feed the wolves at dawn.”",
            "supported",
            id="quote",
        ),
        pytest.param(
            "The firm closes the mine.",
            Checks(event=(EventCheck(Rung.HAPPENED),)),
            "The firm may close the mine.",
            "missing",
            id="event",
        ),
    ],
)
def test_typed_checks_pin_what_the_sentence_leaves_open(sentence: str, checks: Checks, source: str, label: str) -> None:
    assert judged(Claim(sentence, checks=checks), source).label == label


@pytest.mark.parametrize(
    ("check", "source", "label"),
    [
        pytest.param(
            NumberCheck("2,512", place="Dorn"), "2,512 nurses went on strike in Dorn.", "supported", id="there"
        ),
        pytest.param(
            NumberCheck("2,512", place="Dorn"), "2,512 nurses went on strike in Esk.", "missing", id="elsewhere"
        ),
        pytest.param(
            NumberCheck("2,512", tolerance=Tolerance(Decimal("0.2"))),
            "2,700 nurses went on strike.",
            "supported",
            id="within-its-tolerance",
        ),
        pytest.param(
            NumberCheck("2,512", tolerance=Tolerance(Decimal("0.01"))),
            "2,700 nurses went on strike.",
            "contradicted",
            id="outside-its-tolerance",
        ),
    ],
)
@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Nurses went on strike.", id="left-open"),
        pytest.param("2,512 nurses went on strike.", id="in-the-sentence"),
    ],
)
def test_a_pinned_figure_keeps_its_place_and_tolerance(
    sentence: str, check: NumberCheck, source: str, label: str
) -> None:
    check = replace(check, of="nurses")
    assert judged(Claim(sentence, checks=Checks(number=(check,))), source).label == label


@pytest.mark.parametrize(
    ("checks", "source", "named"),
    [
        pytest.param(
            Checks(number=(NumberCheck("2,512", of="nurses"),)), "7,000 nurses went on strike.", "2,512", id="figure"
        ),
        pytest.param(
            Checks(number=(NumberCheck("20 to 30", of="nurses"),)), "70 nurses went on strike.", "20 to 30", id="range"
        ),
        pytest.param(Checks(date=(DateCheck("2020"),)), "Nurses went on strike in 2017.", "2020", id="date"),
    ],
)
def test_the_reason_names_its_value(checks: Checks, source: str, named: str) -> None:
    verdict = judged(Claim("Nurses went on strike.", checks=checks), source)
    assert verdict.label == "contradicted"
    assert any(named in reason for reason in verdict.evidence[0].reasons)


@pytest.mark.parametrize(
    ("source", "label"),
    [
        pytest.param("The dam, built in 1950, collapsed in 2020.", "supported", id="the-pinned-year"),
        pytest.param("The dam, built in 1950, collapsed in 2017.", "contradicted", id="another-year"),
    ],
)
def test_a_pinned_date_counts_beside_the_dates_of_the_sentence(source: str, label: str) -> None:
    checks = Checks(date=(DateCheck("2020", of="the collapse"),))
    assert judged(Claim("The dam, built in 1950, collapsed.", checks=checks), source).label == label


def test_said_by_names_the_speaker() -> None:
    claim = Claim("The dam will hold.", checks=Checks(said_by=("Ana Ruiz",)))
    assert judged(claim, "Ana Ruiz said that the dam will hold.").label == "supported"
    assert judged(claim, "Otto Brink said that the dam will hold.").label != "supported"


def test_a_check_that_repeats_the_sentence_adds_nothing() -> None:
    claim = Claim(
        "Ana Ruiz said in 2020 that 40 nurses “left in the night”.",
        checks=Checks(
            number=(NumberCheck("40"),), date=(DateCheck("2020"),), quote=("left in the night",), said_by=("Ana Ruiz",)
        ),
    )
    assert asserted(claim) is asserted(Claim(claim.sentence))


@pytest.mark.parametrize(
    ("source", "adds_up"),
    [
        pytest.param(
            "The old club has 50 members. The new club has 40 members, all of them young.", True, id="fifty-and-forty"
        ),
        pytest.param(
            "The old club has 50 members. The new club has 70 members, all of them young.", False, id="too-many"
        ),
        pytest.param("The old club has 50 members. It rained. The new club has 40 members.", False, id="not-in-a-row"),
    ],
)
def test_a_total_may_be_told_in_two_sentences(source: str, adds_up: bool) -> None:  # noqa: FBT001
    verdict = judged("The clubs have 90 members altogether.", source)
    assert (verdict.label == "supported") is adds_up
    if adds_up:
        (evidence,) = verdict.evidence
        assert [passage.text.split(",")[0] for passage in evidence.also] == ["The new club has 40 members"]
        assert all(figure in evidence.reasons[0] for figure in ("50", "40", "90"))


@pytest.mark.parametrize(
    ("claim", "label"),
    [
        pytest.param("The choir currently has 60 singers.", "supported", id="currently"),
        pytest.param("The choir has 60 singers.", "supported", id="a-figure-in-the-present"),
    ],
)
def test_the_newest_statement_wins_for_a_state(claim: str, label: str) -> None:
    old = Source(text="The choir has 35 singers.", id="old", published=date(2019, 1, 1))
    new = Source(text="The choir has 60 singers.", id="new", published=date(2024, 1, 1))
    assert judged(claim, old, new).label == label


def test_each_passage_is_judged_by_itself() -> None:
    (passage,) = passages(Source(text="The choir has 60 singers.", id="a"))
    found = weigh_passage(asserted(Claim("The choir has 60 singers.")), passage)
    assert (str(found.stance), found.passage) == ("supports", passage)


class Reader:
    """A judge that is as sure as it is told to be, and remembers what it read."""

    name, threshold, masked = "reader@0", 0.9, True

    def __init__(self, supports: float, refutes: float) -> None:
        self.reading = (supports, refutes, 1 - supports - refutes)
        self.read: list[tuple[str, str]] = []

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[float, float, float]]:
        self.read += pairs
        return [self.reading] * len(pairs)


def read_by(reader: Reader, claim: Claim | str, *texts: str) -> Verdict:
    claim = Claim(claim) if isinstance(claim, str) else claim
    sources = [Source(text=text, id=f"s{n}") for n, text in enumerate(texts)]
    return check(claim, index=Corpus.from_sources(sources).index, judge=reader)


PLAN = "The council binned the plan for a mill at Sorn."
REJECTED = "The council rejected the plan for a mill at Sorn after 3,400 objections."


def test_a_judge_fills_the_wording_and_says_so() -> None:
    verdict = read_by(Reader(0.95, 0.01), PLAN, REJECTED)
    assert (str(verdict.label), str(verdict.decided_by)) == ("supported", "model")
    assert read_by(Reader(0.5, 0.01), PLAN, REJECTED).label == "missing"


def test_a_judge_is_not_asked_where_the_policy_forbids_it() -> None:
    reader = Reader(0.95, 0.01)
    claim = Claim(PLAN, policy=Policy(model=ModelUse.OFF))
    assert read_by(reader, claim, REJECTED).label == "missing"
    assert reader.read == []


def test_a_judge_is_not_asked_for_support_that_is_there() -> None:
    reader = Reader(0.95, 0.01)
    told = "The council binned the plan for a mill at Sorn on Monday."
    assert str(read_by(reader, PLAN, told, REJECTED).decided_by) == "matchers"
    assert reader.read == []


def test_a_judge_reads_masked_values_and_never_hears_of_another_name() -> None:
    reader = Reader(0.95, 0.01)
    read_by(reader, "Residents of Sorn handed in about 3,400 objections.", "Residents of Sorn filed 3,412 objections.")
    assert reader.read[0][0] == "Residents of Sorn handed in [unused1] objections."
    reader = Reader(0.95, 0.01)
    assert read_by(reader, "The council binned the plan for a mill at Tavik.", REJECTED).label == "missing"
    assert reader.read == []


def test_wanted_is_not_done_whatever_a_judge_reads() -> None:
    reader = Reader(0.99, 0.0)
    assert (
        read_by(reader, "Sorn expelled the foreign divers.", "Sorn wants to see the foreign divers leave.").label
        == "missing"
    )
    assert reader.read == []


def test_a_further_matcher_has_its_say() -> None:
    def never(_asserted: Analysis, _said: Analysis) -> Iterator[Comparison]:
        yield Comparison(Aspect.PREDICATE, Outcome.NOT_COMPARABLE, "house rule: not on a Sunday", "house-rule")

    claim, text = Claim("The dam at Esk collapsed."), "The dam at Esk collapsed on Monday."
    index = Corpus.from_texts([text]).index
    assert check(claim, index=index).label == "supported"
    verdict = check(claim, index=index, matchers=(*MATCHERS, never))
    assert verdict.label == "missing"
    assert "house rule: not on a Sunday" in verdict.near_misses[0].reasons
