"""Evidence in, verdict out: scope, independent origins, time, and the four labels, over hand-made evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from factcheck.decide import NEAR_MISSES, decide, in_scope, selected
from factcheck.domain.claim import Claim, Policy
from factcheck.domain.evidence import Evidence, Stance
from factcheck.domain.origin import Origin
from factcheck.domain.source import Passage, Source, Status, Tier
from factcheck.domain.verdict import Label, MissingReason, Verdict


def source(name: str, *, published: str | None = None, **more: object) -> Source:
    day = date.fromisoformat(published) if published else None
    return Source(text="The dam held.", id=name, published=day, **more)  # type: ignore[arg-type]


def evidence(
    stance: Stance,
    where: Source | str,
    *,
    score: float = 0.9,
    short: MissingReason | None = None,
    by_model: bool = False,
) -> Evidence:
    where = source(where) if isinstance(where, str) else where
    passage = Passage(where, 0, len(where.text))
    return Evidence(passage, stance, (), ("reason",), score, falls_short=short, by_model=by_model)


def supports(where: Source | str, *, score: float = 0.9, by_model: bool = False) -> Evidence:
    return evidence(Stance.SUPPORTS, where, score=score, by_model=by_model)


def refutes(where: Source | str, *, score: float = 0.9) -> Evidence:
    return evidence(Stance.REFUTES, where, score=score)


def neutral(where: Source | str, short: MissingReason, *, score: float = 0.6) -> Evidence:
    return evidence(Stance.NEUTRAL, where, score=score, short=short)


def each_its_own(passages: Sequence[Passage]) -> Mapping[str, Origin]:
    return {passage.source.id: Origin(passage.source.id, (passage.source.id,)) for passage in passages}


def one_wire(passages: Sequence[Passage]) -> Mapping[str, Origin]:
    members = tuple(sorted({passage.source.id for passage in passages}))
    return dict.fromkeys(members, Origin("wire", members, ("they are copies",)))


def decided(claim: Claim, *rows: Evidence, changing: bool = False, wire: bool = False) -> Verdict:
    return decide(claim, rows, origins=one_wire if wire else each_its_own, changing=changing)


CLAIM = Claim("The dam held.")


@pytest.mark.parametrize(
    ("rows", "label", "counts"),
    [
        pytest.param((supports("a"),), "supported", (1, 0), id="one-supports"),
        pytest.param((refutes("a"),), "contradicted", (0, 1), id="one-contradicts"),
        pytest.param((supports("a"), supports("b"), refutes("c")), "conflicting", (2, 1), id="two-against-one"),
        pytest.param((supports("a"), supports("a")), "supported", (1, 0), id="one-source-counts-once"),
        pytest.param(
            (supports("a"), neutral("b", MissingReason.UNSURE)), "supported", (1, 0), id="neutral-does-not-count"
        ),
    ],
)
def test_label_and_counts(rows: tuple[Evidence, ...], label: str, counts: tuple[int, int]) -> None:
    found = decided(CLAIM, *rows)
    assert (str(found.label), (found.origins.supports, found.origins.refutes)) == (label, counts)
    assert found.reason is None
    assert found.detail


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        pytest.param((), "nothing-retrieved", id="nothing"),
        pytest.param((MissingReason.OFF_TOPIC,), "off-topic", id="off-topic"),
        pytest.param((MissingReason.OFF_TOPIC, MissingReason.DETAIL_NOT_STATED), "detail-not-stated", id="detail"),
        pytest.param((MissingReason.DETAIL_NOT_STATED, MissingReason.UNSURE), "unsure", id="unsure"),
        pytest.param((MissingReason.UNSURE, MissingReason.ONLY_REPORTED), "only-reported", id="only-reported"),
    ],
)
def test_missing_gives_the_most_telling_reason(rows: tuple[MissingReason, ...], reason: str) -> None:
    found = decided(CLAIM, *(neutral(f"s{n}", short) for n, short in enumerate(rows)))
    assert (str(found.label), found.reason) == ("missing", reason)
    assert found.detail
    assert found.evidence == ()


def test_the_reason_for_nothing_is_the_callers() -> None:
    found = decide(CLAIM, (), origins=each_its_own, changing=False, nothing=MissingReason.OTHER_LANGUAGE)
    assert found.reason == "other-language"


@pytest.mark.parametrize(
    ("rows", "expect", "label"),
    [
        pytest.param((supports("a"), supports("b")), Label.SUPPORTED, "supported", id="two-origins"),
        pytest.param((supports("a"),), Label.SUPPORTED, "missing", id="one-origin"),
        pytest.param((refutes("a"),), Label.SUPPORTED, "contradicted", id="one-refuting-origin-is-enough-to-stop"),
        pytest.param((refutes("a"),), Label.CONTRADICTED, "missing", id="a-debunk-needs-two-too"),
        pytest.param((supports("a"),), Label.CONTRADICTED, "supported", id="against-a-debunk-one-is-enough"),
    ],
)
def test_min_origins_counts_the_expected_side(rows: tuple[Evidence, ...], expect: Label, label: str) -> None:
    claim = Claim("The dam held.", policy=Policy(min_origins=2), expect=expect)
    found = decided(claim, *rows)
    assert found.label == label
    if label == "missing":
        assert found.reason == "too-few-origins"
        assert found.evidence


def test_copies_of_one_wire_story_are_one_origin() -> None:
    claim = Claim("The dam held.", policy=Policy(min_origins=2))
    found = decided(claim, supports("a"), supports("b"), supports("c"), wire=True)
    assert found.reason == "too-few-origins"
    assert found.origins.supports == 1
    assert {item.origin for item in found.evidence} == {"wire"}


def test_too_few_origins_names_the_family_and_why() -> None:
    claim = Claim("The dam held.", policy=Policy(min_origins=2))
    found = decided(claim, supports("b"), supports("a"), wire=True)
    assert found.detail == "1 origin where the claim asks for 2: a and b go back to one report: they are copies."
    assert [(family.name, family.members) for family in found.families] == [("wire", ("a", "b"))]
    assert "one origin: a and b go back to one report" in found.explain()
    alone = decided(claim, supports("a"))
    assert alone.detail == "1 origin where the claim asks for 2: a."
    assert alone.families == ()


def test_one_origin_may_stand_on_both_sides() -> None:
    assert decided(CLAIM, supports("a"), refutes("b"), wire=True).label == "conflicting"


def test_strongest_evidence_first_and_ties_by_source() -> None:
    rows = (supports("c", score=0.8), supports("b", score=0.95), supports("a", score=0.8))
    assert [item.passage.source.id for item in decided(CLAIM, *rows).evidence] == ["b", "a", "c"]
    assert decided(CLAIM, *rows) == decided(CLAIM, *reversed(rows))


def test_near_misses_are_few_and_on_topic() -> None:
    rows = [neutral(f"s{n}", MissingReason.DETAIL_NOT_STATED) for n in range(NEAR_MISSES + 2)]
    found = decided(CLAIM, neutral("off", MissingReason.OFF_TOPIC, score=0.99), *rows)
    assert len(found.near_misses) == NEAR_MISSES
    assert "off" not in {item.passage.source.id for item in found.near_misses}


AS_OF = Claim("The dam held.", as_of=date(2024, 1, 12))


@pytest.mark.parametrize(
    ("claim", "where", "expected"),
    [
        pytest.param(CLAIM, source("a", status=Status.RETRACTED), False, id="retracted"),
        pytest.param(CLAIM, source("a", status=Status.CORRECTED), True, id="corrected"),
        pytest.param(CLAIM, source("a", published="2030-01-01"), True, id="no-day-nothing-filtered"),
        pytest.param(AS_OF, source("a", published="2024-01-12"), True, id="of-that-day"),
        pytest.param(AS_OF, source("a", published="2024-01-13"), False, id="later"),
        pytest.param(AS_OF, source("a", dateline=date(2024, 1, 13)), False, id="later-by-its-dateline"),
        pytest.param(AS_OF, source("a"), True, id="undated"),
    ],
)
def test_scope(claim: Claim, where: Source, expected: bool) -> None:  # noqa: FBT001
    assert in_scope(claim, where) is expected


@pytest.mark.parametrize(
    ("patterns", "expected"),
    [
        pytest.param((), True, id="no-filter"),
        pytest.param(("wire-*",), True, id="id"),
        pytest.param(("paper-*",), False, id="other-id"),
        pytest.param(("publisher:valley*",), True, id="publisher-whatever-its-case"),
        pytest.param(("publisher:Dorn*",), False, id="other-publisher"),
        pytest.param(("tag:weather",), True, id="tag"),
        pytest.param(("tag:sport",), False, id="other-tag"),
        pytest.param(("tier:wire",), True, id="tier"),
        pytest.param(("tier:primary",), False, id="other-tier"),
        pytest.param(("status:corrected",), True, id="status"),
        pytest.param(("!status:corrected",), False, id="status-excluded"),
        pytest.param(("!tier:party", "!status:retracted"), True, id="neither-of-these"),
        pytest.param(("paper-*", "tier:wire"), True, id="one-of-several"),
        pytest.param(("!tag:opinion",), True, id="not-excluded"),
        pytest.param(("!tag:weather",), False, id="excluded"),
        pytest.param(("wire-*", "!tag:weather"), False, id="excluding-wins"),
    ],
)
def test_source_filter(patterns: tuple[str, ...], expected: bool) -> None:  # noqa: FBT001
    one = source("wire-1", publisher="Valley Wire", tags=("Weather",), tier=Tier.WIRE, status=Status.CORRECTED)
    assert selected(one, patterns) is expected


def test_a_source_without_a_tier_matches_no_tier() -> None:
    assert not selected(source("a"), ("tier:wire",))


def test_what_lies_outside_the_scope_is_shown_and_does_not_count() -> None:
    later = refutes(source("late", published="2024-02-01"))
    found = decided(AS_OF, later)
    assert (str(found.label), found.reason) == ("missing", "out-of-scope")
    assert [item.passage.source.id for item in found.near_misses] == ["late"]
    both = decided(AS_OF, later, supports(source("early", published="2024-01-01")))
    assert both.label == "supported"
    assert [item.passage.source.id for item in both.near_misses] == ["late"]


@pytest.mark.parametrize(
    ("claim", "where", "why"),
    [
        pytest.param(CLAIM, source("a", status=Status.RETRACTED), "a is retracted.", id="retracted"),
        pytest.param(
            AS_OF, source("a", published="2024-02-01"), "a is of 2024-02-01, after 2024-01-12 (`as_of`).", id="later"
        ),
        pytest.param(
            Claim("The dam held.", policy=Policy(sources=("!tier:party",))),
            source("a", tier=Tier.PARTY),
            "a is left out by the `sources` filter.",
            id="filter",
        ),
    ],
)
def test_out_of_scope_says_why(claim: Claim, where: Source, why: str) -> None:
    found = decided(claim, supports(where))
    assert found.reason == "out-of-scope"
    assert found.detail == f"Only sources that do not count speak of this: {why}"


def test_a_retracted_source_that_would_have_decided_is_named_first() -> None:
    rows = [supports(source(f"s{n}", published="2024-02-01"), score=0.95) for n in range(NEAR_MISSES)]
    found = decided(AS_OF, *rows, refutes(source("z", status=Status.RETRACTED), score=0.8), supports("a"))
    assert found.label == "supported"
    assert found.near_misses[0].passage.source.id == "z"


def test_of_a_state_that_changes_the_newest_statement_wins() -> None:
    old, new = refutes(source("old", published="2019-01-01")), supports(source("new", published="2024-01-01"))
    assert decided(CLAIM, old, new, changing=True).label == "supported"
    assert decided(CLAIM, old, new).label == "conflicting"
    assert decided(CLAIM, old, new, refutes("undated"), changing=True).label == "conflicting"
    assert decided(CLAIM, old, refutes(source("new", published="2024-01-01")), changing=True).label == "contradicted"


def test_who_decided() -> None:
    assert decided(CLAIM, supports("a", by_model=True)).decided_by == "model"
    assert decided(CLAIM, supports("a", by_model=True), supports("b")).decided_by == "matchers"
    assert decided(CLAIM).decided_by == "matchers"


def test_an_explanation_without_detail_is_its_first_line() -> None:
    assert Verdict(CLAIM, Label.SUPPORTED).explain() == "supported: The dam held."


def test_the_explanation_names_source_line_quote_and_reason() -> None:
    text = decided(CLAIM, supports("wire-1"), neutral("b", MissingReason.UNSURE)).explain()
    assert text.splitlines()[0] == "supported: The dam held."
    assert "[wire-1:1] The dam held." in text
    assert "near miss" in text
    assert "- reason" in text
