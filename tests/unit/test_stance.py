"""Comparisons of one passage, weighed into one stance: hand-made values, no sentence is read."""

from __future__ import annotations

import pytest

from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.domain.evidence import Evidence, Reading
from factcheck.domain.source import Passage, Source
from factcheck.stance import open_to, weigh

PASSAGE = Passage(Source(text="The dam held.", id="a"), 0, 13)


def topic(share: float, *lacking: str) -> list[Comparison]:
    rows = [Comparison(Aspect.TOPIC, Outcome.AGREES, "topic", "topic-share", weight=share)]
    return rows + [
        Comparison(Aspect.TOPIC, Outcome.NOT_STATED, f"topic: {rule}", rule, (40 + n, 41 + n), weight=0.1)
        for n, rule in enumerate(lacking)
    ]


def row(
    aspect: Aspect, outcome: Outcome, rule: str = "", *, at: tuple[int, int] | None = (0, 3), weight: float = 1.0
) -> Comparison:
    return Comparison(aspect, outcome, f"{aspect}: {outcome} {rule}", rule, at, weight=weight)


SAID = row(Aspect.PREDICATE, Outcome.AGREES, "predicate-same")
NUMBER = row(Aspect.NUMBER, Outcome.AGREES, "number-inside", at=(5, 9))
OTHER_NUMBER = row(Aspect.NUMBER, Outcome.DIFFERS, "number-outside", at=(5, 9))
DATE = row(Aspect.DATE, Outcome.AGREES, "date-agrees", at=(10, 14))
OTHER_DATE = row(Aspect.DATE, Outcome.DIFFERS, "date-differs", at=(10, 14))
DENIED = row(Aspect.POLARITY, Outcome.DIFFERS, "polarity-denied")
IN_TURN = row(Aspect.POLARITY, Outcome.DIFFERS, "polarity-in-turn")
NO_NAME = row(Aspect.NAME, Outcome.NOT_STATED, "name-absent", at=(20, 24))
ALLEGED = row(Aspect.SPEAKER, Outcome.NOT_COMPARABLE, "only-reported", at=None)
PLANNED = row(Aspect.MODALITY, Outcome.NOT_COMPARABLE, "rung-other")
REVERSED = row(Aspect.ACTORS, Outcome.DIFFERS, "actors-reversed")
VERBATIM = row(Aspect.QUOTE, Outcome.AGREES, "quote-verbatim", at=(30, 38))
ALTERED = row(Aspect.QUOTE, Outcome.DIFFERS, "quote-altered", at=(30, 38))
OTHER_SPEAKER = row(Aspect.SPEAKER, Outcome.DIFFERS, "speaker-other", at=(20, 24))
HE_SAID = row(Aspect.SPEAKER, Outcome.NOT_STATED, "speaker-unresolved", at=(20, 24))
HOLDER = row(Aspect.ROLE, Outcome.DIFFERS, "role-holder", at=(20, 24))
SAME_ROLE = row(Aspect.ROLE, Outcome.AGREES, "role-same", at=(20, 24))


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([SAID, *topic(1.0)], id="the-deed-is-said"),
        pytest.param([SAID, NUMBER, DATE, *topic(0.95)], id="deed-figure-and-date"),
        pytest.param([SAME_ROLE, SAID, ALLEGED, *topic(1.0)], id="an-office-in-passing-is-the-writers-word"),
        pytest.param([VERBATIM, *topic(1.0)], id="word-for-word"),
    ],
)
def test_supports_when_all_that_is_asserted_agrees(rows: list[Comparison]) -> None:
    found = weigh(PASSAGE, rows)
    assert found.stance == "supports"
    assert found.falls_short is None
    assert found.reasons


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([SAID, OTHER_NUMBER, *topic(1.0)], id="figure"),
        pytest.param([SAID, OTHER_DATE, *topic(1.0)], id="date-of-a-deed"),
        pytest.param([DENIED, *topic(1.0)], id="denial"),
        pytest.param(
            [DENIED, row(Aspect.PREDICATE, Outcome.NOT_STATED, "predicate-absent"), *topic(1.0)], id="opposite"
        ),
        pytest.param(
            [DENIED, row(Aspect.DATE, Outcome.NOT_STATED, "date-absent", at=(10, 14)), *topic(1.0)],
            id="denied-without-its-date",
        ),
        pytest.param([IN_TURN, DATE, *topic(1.0)], id="opposites-of-one-day"),
        pytest.param([HOLDER, SAID, *topic(1.0)], id="holder-of-an-office"),
        pytest.param([HOLDER, NO_NAME, *topic(0.8)], id="the-holder-explains-the-missing-name"),
        pytest.param([ALTERED, *topic(1.0)], id="altered-quotation"),
        pytest.param([VERBATIM, OTHER_SPEAKER, *topic(1.0)], id="quotation-of-somebody-else"),
    ],
)
def test_refutes_when_one_thing_differs(rows: list[Comparison]) -> None:
    found = weigh(PASSAGE, rows)
    assert found.stance == "refutes"
    differing = {one.reason for one in rows if one.outcome is Outcome.DIFFERS}
    assert found.reasons[0] in differing


@pytest.mark.parametrize(
    ("rows", "short"),
    [
        pytest.param([SAID, *topic(0.3)], "off-topic", id="other-matter"),
        pytest.param([], "off-topic", id="nothing-compared"),
        pytest.param([SAID, *topic(0.7)], "detail-not-stated", id="too-little-of-the-wording"),
        pytest.param([SAID, NO_NAME, *topic(1.0)], "detail-not-stated", id="a-name-is-missing"),
        pytest.param([SAID, PLANNED, *topic(1.0)], "detail-not-stated", id="only-planned"),
        pytest.param([SAID, REVERSED, *topic(1.0)], "detail-not-stated", id="turned-round"),
        pytest.param([SAID, DENIED, REVERSED, *topic(1.0)], "detail-not-stated", id="turned-round-and-denied"),
        pytest.param([SAID, ALLEGED, *topic(1.0)], "only-reported", id="alleged"),
        pytest.param([SAID, ALLEGED, NO_NAME, *topic(1.0)], "detail-not-stated", id="alleged-and-a-name-missing"),
        pytest.param([SAID, HE_SAID, *topic(1.0)], "unsure", id="he-said"),
        pytest.param([ALTERED, HE_SAID, *topic(1.0)], "unsure", id="altered-by-nobody-named"),
        pytest.param(
            [SAID, OTHER_NUMBER, OTHER_DATE, *topic(1.0)], "detail-not-stated", id="another-figure-of-another-time"
        ),
        pytest.param([OTHER_DATE, *topic(1.0)], "detail-not-stated", id="another-date-and-no-deed"),
        pytest.param([SAID, NUMBER, OTHER_DATE, *topic(1.0)], "detail-not-stated", id="the-figure-of-another-period"),
        pytest.param([IN_TURN, *topic(1.0)], "detail-not-stated", id="opposites-that-may-follow-one-another"),
        pytest.param([SAID, OTHER_NUMBER, NO_NAME, *topic(1.0)], "detail-not-stated", id="figure-of-somebody-unnamed"),
        pytest.param([SAID, OTHER_NUMBER, *topic(0.6)], "detail-not-stated", id="figure-of-something-half-alike"),
        pytest.param([SAID, OTHER_SPEAKER, *topic(1.0)], "detail-not-stated", id="said-by-somebody-else"),
        pytest.param(
            [SAID, row(Aspect.NUMBER, Outcome.DIFFERS, "number-outside", weight=0.3), *topic(1.0)],
            "detail-not-stated",
            id="a-figure-that-hardly-belongs",
        ),
        pytest.param([SAID, *topic(0.9, "topic-lacks-name")], "detail-not-stated", id="lacks-a-name"),
        pytest.param([SAID, NUMBER, *topic(0.9, "topic-lacks-limit")], "detail-not-stated", id="lacks-only"),
    ],
)
def test_else_it_is_neutral_and_says_why(rows: list[Comparison], short: str) -> None:
    found = weigh(PASSAGE, rows)
    assert (str(found.stance), found.falls_short) == ("neutral", short)


def test_no_word_may_be_lacking_not_even_beside_a_figure() -> None:
    assert weigh(PASSAGE, [SAID, *topic(0.9, "topic-lacks-adverb")]).stance == "neutral"
    assert weigh(PASSAGE, [SAID, NUMBER, *topic(0.9, "topic-lacks-adverb")]).stance == "neutral"
    assert weigh(PASSAGE, [SAID, NUMBER, *topic(1.0)]).stance == "supports"


def test_words_borrowed_from_the_sentences_around_carry_only_so_much() -> None:
    def borrowed(share: float) -> Evidence:
        more = Comparison(Aspect.TOPIC, Outcome.AGREES, "topic", "topic-borrowed", weight=share)
        return weigh(PASSAGE, [SAID, *topic(1.0), more])

    assert borrowed(0.1).stance == "supports"
    assert borrowed(0.9).stance == "neutral"


def test_the_passage_and_all_comparisons_are_kept() -> None:
    rows = [SAID, NUMBER, *topic(0.912)]
    found = weigh(PASSAGE, rows)
    assert found.passage is PASSAGE
    assert found.comparisons == tuple(rows)
    assert 0 <= found.score <= 1
    assert found.score == round(found.score, 2)


ABSENT = row(
    Aspect.PREDICATE, Outcome.NOT_STATED, "predicate-absent", at=(40, 41)
)  # where `topic` puts the first lacking word
YES, NO, UNSURE = Reading(0.95, 0.01, 0.9), Reading(0.01, 0.95, 0.9), Reading(0.89, 0.05, 0.9)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([ABSENT, *topic(0.6, "topic-lacks-verb")], id="the-deed-in-other-words"),
        pytest.param([ABSENT, NUMBER, DATE, *topic(0.4, "topic-lacks-verb")], id="with-figure-and-date"),
    ],
)
def test_a_sure_reading_fills_the_deed(rows: list[Comparison]) -> None:
    assert open_to(rows) == "supports"
    found = weigh(PASSAGE, rows, YES)
    assert (found.stance, found.by_model, found.score) == ("supports", True, 0.95)
    assert found.reasons[-1].startswith("wording: ")
    assert weigh(PASSAGE, rows, UNSURE).stance == "neutral"
    assert weigh(PASSAGE, rows, NO).stance == "neutral"
    assert weigh(PASSAGE, rows).stance == "neutral"


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([ABSENT, NO_NAME, *topic(0.9)], id="name"),
        pytest.param([ABSENT, *topic(0.9, "topic-lacks-verb", "topic-lacks-name")], id="name-in-the-topic"),
        pytest.param(
            [ABSENT, *topic(0.9, "topic-lacks-verb", "topic-lacks-noun"), row(Aspect.TOPIC, Outcome.NOT_STATED, "topic-lacks-place", at=(41, 42))],
            id="a-noun-in-whose-place-another-stands",
        ),
        pytest.param([ABSENT, *topic(0.9)], id="deed-that-no-word-lacks"),
        pytest.param([ABSENT, *topic(0.9, "topic-lacks-limit")], id="only"),
        pytest.param([ABSENT, row(Aspect.NUMBER, Outcome.NOT_STATED, "number-absent", at=(5, 9)), *topic(0.9)], id="number"),
        pytest.param([ABSENT, row(Aspect.DATE, Outcome.NOT_STATED, "date-absent", at=(10, 14)), *topic(0.9)], id="date"),
        pytest.param([ABSENT, row(Aspect.QUOTE, Outcome.NOT_STATED, "quote-absent", at=(30, 38)), *topic(0.9)], id="quote"),
        pytest.param([ABSENT, HE_SAID, *topic(0.9)], id="speaker"),
        pytest.param([ABSENT, ALLEGED, *topic(0.9)], id="allegation"),
        pytest.param([ABSENT, PLANNED, *topic(0.9)], id="plan"),
        pytest.param([ABSENT, REVERSED, *topic(0.9)], id="turned-round"),
    ],
)  # fmt: skip
def test_no_reading_supplies_what_no_matcher_found(rows: list[Comparison]) -> None:
    assert open_to(rows) is None
    assert weigh(PASSAGE, rows, YES).stance == "neutral"
    assert weigh(PASSAGE, rows, NO).stance == "neutral"


def test_a_reading_overrules_no_difference_and_accuses_only_with_one() -> None:
    rows = [ABSENT, OTHER_NUMBER, *topic(0.7, "topic-lacks-verb")]
    assert open_to(rows) == "refutes"
    assert weigh(PASSAGE, rows, YES).stance == "neutral"
    found = weigh(PASSAGE, rows, NO)
    assert (found.stance, found.by_model) == ("refutes", True)
    assert found.reasons[0] == OTHER_NUMBER.reason
    assert weigh(PASSAGE, [ABSENT, *topic(0.9, "topic-lacks-verb")], NO).stance == "neutral"
    assert weigh(PASSAGE, [ABSENT, OTHER_NUMBER, *topic(0.4, "topic-lacks-verb")], NO).stance == "neutral"
    assert weigh(PASSAGE, [ABSENT, OTHER_DATE, *topic(0.9, "topic-lacks-verb")], NO).stance == "neutral"


def test_what_the_matchers_decide_is_not_asked() -> None:
    assert open_to([SAID, *topic(1.0)]) is None
    assert open_to([SAID, OTHER_NUMBER, *topic(1.0)]) is None
    assert open_to([]) is None
    assert weigh(PASSAGE, [SAID, *topic(1.0)], NO).stance == "supports"
    assert not weigh(PASSAGE, [SAID, *topic(1.0)], YES).by_model
