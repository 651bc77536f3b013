"""What is told of a passage from its bare words errs on one side only, over sentences of the shipped corpus and claims made from them.

Each was seen to fail once with the line that it guards broken on purpose.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from factcheck import Corpus
from factcheck.domain.claim import Claim
from factcheck.domain.source import Passage, Source
from factcheck.pipeline import MATCHERS, Weighed, verdict_on, weigh_claim, weigh_passage
from factcheck.reports.record import verdict_text
from factcheck.sources.passages import passages
from factcheck.stance import may_count
from factcheck.statements import around, asserted, said
from factcheck.text.align import lookup
from factcheck.text.analyse import analyse
from factcheck.text.worth import keys_of, may_bear, may_bear_by_words, most_borne

CORPUS = Path(__file__).parents[2] / "corpus"
MADE = (
    Source("The ferry company lost 40 boats in 2019. It sold 12 of them to Portugal. A year later they sank.", id="a"),
    Source(
        "PM Ruiz fell ill. In Lisbon the prime minister's deputy stepped down. Prices went up by 4 percent.", id="b"
    ),
    Source(
        "“We have no plans to leave,” Ruiz said. NATO and the United Nations called for talks. Exports doubled.", id="c"
    ),
    Source(
        "The North Atlantic Treaty Organization grew. Women earn less than men in the U.S. army.", id="d", title="Pay"
    ),
    Source("Ana Ruiz opened the bridge in Porto. She did not close it. Was it open? No.", id="e"),
)


@cache
def pool() -> list[Passage]:
    """All passages of the shipped corpus, and of sentences that are hard to tell from their words."""
    sources = [*Corpus.open(CORPUS, root=CORPUS.parent).sources(), *MADE]
    return [passage for source in sources for passage in passages(source)]


@st.composite
def claims(draw: st.DrawFn) -> str:
    """A sentence of the corpus, whole or shortened, with some of its words exchanged for those of another."""
    words, others = ([*draw(st.sampled_from(pool())).text.split()] for _ in range(2))
    start = draw(st.integers(0, max(0, len(words) - 4)))
    words = words[start : start + draw(st.integers(4, 25))]
    for _ in range(draw(st.integers(0, 3))):
        words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(others))
    return " ".join(words)


PASSAGES = st.deferred(lambda: st.sampled_from(pool()))


@given(PASSAGES)
def test_every_key_that_the_analysis_finds_is_told_from_the_words(passage: Passage) -> None:
    told = keys_of(passage.text).found
    for found in lookup(analyse(passage.text)).by_key:
        assert found in told or all(word in told for word in found.split()), found


@given(claims(), PASSAGES)
def test_a_passage_worth_comparing_is_worth_a_look_by_its_words(claim: str, passage: Passage) -> None:
    if may_bear(analyse(claim), analyse(passage.text)):
        assert may_bear_by_words(analyse(claim), passage.text)


@given(claims(), PASSAGES)
def test_no_passage_bears_more_than_its_words_can(claim: str, passage: Passage) -> None:
    found = asserted(Claim(claim))
    most = most_borne(found, passage.text, around(passage))
    comparisons = [one for compare in MATCHERS for one in compare(found, said(passage))]
    share = next(one.weight for one in comparisons if one.rule == "topic-share")
    assert most is None or share <= most.share + 1e-9


@given(claims(), st.lists(PASSAGES, max_size=6, unique_by=lambda passage: (passage.source.id, passage.start)))
def test_a_verdict_is_the_same_when_every_passage_is_compared(sentence: str, some: list[Passage]) -> None:
    claim = Claim(sentence)
    some = [passage for passage in some if passage.source.language == "en"]
    every = Weighed(asserted(claim), tuple(some), tuple(weigh_passage(asserted(claim), passage) for passage in some))
    if any(
        item.stance != "neutral" for item in every.evidence
    ):  # else figures of two sentences may make a verdict together
        assert verdict_text(weigh_claim(claim, some)) == verdict_text(verdict_on(claim, every))


@given(claims(), PASSAGES)
def test_a_passage_that_decides_or_comes_near_may_count(sentence: str, passage: Passage) -> None:
    found = asserted(Claim(sentence))
    item = weigh_passage(found, passage)
    most = most_borne(found, passage.text, around(passage))
    if item.stance != "neutral" or item.falls_short != "off-topic":
        assert most is None or may_count(most.share, most.replaced)
