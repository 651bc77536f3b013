"""Laws of judging, over sentences made from parts that do not depend on one another.

Each was seen to fail once with the line that it guards broken on purpose.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from hypothesis import assume, example, given
from hypothesis import strategies as st

from factcheck import Checker, Corpus
from factcheck.decide import decide
from factcheck.domain.claim import Claim, Policy, Tolerance
from factcheck.domain.evidence import Evidence
from factcheck.domain.source import Passage, Source
from factcheck.domain.verdict import Label, Verdict
from factcheck.pipeline import weigh_passage
from factcheck.sources.origins.families import origins_of_passages
from factcheck.sources.passages import passages
from factcheck.statements import asserted

DOERS = (
    "The city council", "Ines Calder", "Northline", "The harbour authority", "Norvia's government", "The hospital",
    "Professor Otto Brink", "The Dorn Falcons", "Estavia", "Police", "The airline", "Two brothers",
)  # fmt: skip
DEEDS = (
    ("closed", "close", "closed"), ("opened", "open", "opened"), ("repaired", "repair", "repaired"), ("sold", "sell", "sold"),
    ("bought", "buy", "bought"), ("built", "build", "built"), ("hired", "hire", "hired"), ("rescued", "rescue", "rescued"),
    ("planted", "plant", "planted"), ("destroyed", "destroy", "destroyed"), ("painted", "paint", "painted"),
    ("tested", "test", "tested"), ("lost", "lose", "lost"), ("seized", "seize", "seized"),
)  # fmt: skip
THINGS = (
    "bridges", "nurses", "trees", "ferries", "library books", "horses", "medals", "wind turbines", "paintings",
    "apartments", "prisoners", "vaccine doses",
)  # fmt: skip
PLACES = ("Aldersby", "Helstad", "Portugal", "northern Estavia", "Dorn", "New York", "the Alps", "Lake Brenn")


@dataclass(frozen=True)
class Fact:
    """Who did what to how many of what, where and when."""

    doer: str
    deed: tuple[str, str, str]
    count: int
    thing: str
    place: str
    year: int

    @property
    def doer_inside(self) -> str:
        """The doer as written inside a sentence."""
        first = self.doer.split()[0]
        return self.doer[0].lower() + self.doer[1:] if first in ("The", "Two", "Police") else self.doer

    @property
    def active(self) -> str:
        return f"{self.doer} {self.deed[0]} {self.count:,} {self.thing} in {self.place} in {self.year}."

    @property
    def passive(self) -> str:
        return f"In {self.year}, {self.count:,} {self.thing} were {self.deed[2]} by {self.doer_inside} in {self.place}."

    @property
    def shorter(self) -> str:
        return f"{self.doer} {self.deed[0]} {self.count:,} {self.thing} in {self.year}."

    @property
    def denials(self) -> tuple[str, ...]:
        rest = f"{self.count:,} {self.thing} in {self.place} in {self.year}."
        return (
            f"{self.doer} did not {self.deed[1]} {rest}",
            f"{self.doer} never {self.deed[0]} {rest}",
            f"{self.doer} {self.deed[0]} no {self.thing} in {self.place} in {self.year}.",
            f"Nobody {self.deed[0]} {rest}",
            f"In {self.year}, {self.count:,} {self.thing} were not {self.deed[2]} by {self.doer_inside} in {self.place}.",
        )


COUNTS = st.integers(min_value=3, max_value=40) | st.integers(min_value=3, max_value=40).map(lambda n: n * 1_000)
FACTS = st.builds(
    Fact,
    st.sampled_from(DOERS),
    st.sampled_from(DEEDS),
    COUNTS,
    st.sampled_from(THINGS),
    st.sampled_from(PLACES),
    st.integers(min_value=1950, max_value=2023),
)
ELSEWHERE = st.sampled_from(
    (
        "Violins warp when the air in a concert hall is dry.",
        "A comet passed the Earth at dawn, too faint for the naked eye.",
        "Rye bread needs a sour dough and a slow oven.",
        "The chess final ended in a draw after six hours.",
        "Owls turn their heads because their eyes cannot move.",
    )
)


def checked(claim: str | Claim, *said: str | Source) -> Verdict:
    sources = [one if isinstance(one, Source) else Source(text=one, id=f"s{number}") for number, one in enumerate(said)]
    return Checker(Corpus.from_sources(sources)).check(claim)


def judged(claim: Claim, *sources: Source) -> list[Evidence]:
    found = asserted(claim)
    return [weigh_passage(found, passage) for source in sources for passage in passages(source)]


@given(FACTS)
def test_a_claim_made_from_a_passage_is_supported_by_it(fact: Fact) -> None:
    for said in (fact.active, fact.passive):
        for claim in (fact.active, fact.passive, fact.shorter):
            assert checked(claim, said).label is Label.SUPPORTED, (claim, said)


@given(FACTS)
def test_a_denied_claim_is_not_supported_by_what_it_denies(fact: Fact) -> None:
    for said in (fact.active, fact.passive):
        for claim in fact.denials:
            assert checked(claim, said).label is not Label.SUPPORTED, (claim, said)


@given(FACTS)
@example(Fact("The city council", ("built", "build", "built"), 5, "bridges", "Aldersby", 1950))
def test_a_claim_is_not_supported_by_its_denial(fact: Fact) -> None:
    for said in fact.denials:
        assert checked(fact.active, said).label is not Label.SUPPORTED, said


@given(FACTS, FACTS)
def test_a_claim_of_another_fact_is_not_supported(fact: Fact, other: Fact) -> None:
    assume(fact != other)
    assert checked(fact.active, other.active).label is not Label.SUPPORTED


VALUES = st.integers(min_value=20, max_value=5_000)
PERCENTS = st.integers(min_value=0, max_value=40)


@given(VALUES, st.integers(min_value=-40, max_value=40), PERCENTS, PERCENTS)
@example(said=20, off=-1, narrow=0, extra=1)
def test_widening_the_tolerance_never_loses_support(said: int, off: int, narrow: int, extra: int) -> None:
    claimed = max(1, said + said * off // 100)
    sentence = f"Northline employs about {claimed:,} people."

    def label(percent: int) -> Label:
        policy = Policy(tolerance=Tolerance(Decimal(percent) / 100))
        return checked(Claim(sentence, policy=policy), f"Northline employs {said:,} people.").label

    if label(narrow) is Label.SUPPORTED:
        assert label(narrow + extra) is Label.SUPPORTED


def _precision(value: int) -> int:
    """The size of the last place that is not nought."""
    return int("1" + "0" * (len(str(value)) - len(str(value).rstrip("0"))))


OUTSIDE = {
    "": lambda claimed, said: 2 * abs(said - claimed) > _precision(claimed),
    "about": lambda claimed, said: 10 * abs(said - claimed) > claimed,
    "nearly": lambda claimed, said: said > claimed or 10 * said < 9 * claimed,
    "more than": lambda claimed, said: said <= claimed,
    "at least": lambda claimed, said: said < claimed,
    "fewer than": lambda claimed, said: said >= claimed,
    "up to": lambda claimed, said: said > claimed,
}


ROUND = st.integers(min_value=2, max_value=50).map(lambda n: n * 100)


@given(
    st.sampled_from(sorted(OUTSIDE)),
    FACTS,
    VALUES | ROUND,
    st.integers(min_value=-100, max_value=100),
    st.sampled_from([Decimal(1), Decimal("0.01"), Decimal("0.0025")]),
)
def test_a_figure_outside_its_band_is_never_supported(
    hedge: str, fact: Fact, value: int, off: int, scale: Decimal
) -> None:
    found = max(1, value + int(off if scale == 1 else value * off * scale / 4))
    assume(OUTSIDE[hedge](value, found))
    written = f"{hedge} {value:,}".strip()
    claim = f"{fact.doer} {fact.deed[0]} {written} {fact.thing} in {fact.place} in {fact.year}."
    source = f"{fact.doer} {fact.deed[0]} {found:,} {fact.thing} in {fact.place} in {fact.year}."
    assert checked(claim, source).label is not Label.SUPPORTED, (claim, source)


@given(FACTS, FACTS, st.lists(ELSEWHERE, min_size=1, max_size=3, unique=True))
def test_an_irrelevant_source_changes_nothing(fact: Fact, other: Fact, elsewhere: list[str]) -> None:
    claim = Claim(fact.active)
    relevant = [Source(text=text, id=f"r{number}") for number, text in enumerate((fact.passive, other.active))]
    irrelevant = [Source(text=text, id=f"a{number}") for number, text in enumerate(elsewhere)]
    alone = decide(claim, judged(claim, *relevant), origins=origins_of_passages, changing=False)
    beside = decide(claim, judged(claim, *irrelevant, *relevant), origins=origins_of_passages, changing=False)
    assert alone == beside
    assert alone.explain() == beside.explain()


@given(FACTS, st.lists(FACTS, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_sources_never_matters(fact: Fact, others: list[Fact], random: Random) -> None:
    texts = [fact.active, *fact.denials[:2], *(other.passive for other in others)]
    sources = [Source(text=text, id=f"s{number}") for number, text in enumerate(texts)]
    shuffled = random.sample(sources, len(sources))
    assert checked(fact.active, *sources).explain() == checked(fact.active, *shuffled).explain()
    claim = Claim(fact.active)
    one, other = (
        decide(claim, judged(claim, *row), origins=origins_of_passages, changing=False) for row in (sources, shuffled)
    )
    assert one == other


@given(FACTS, st.lists(FACTS, max_size=3), ELSEWHERE)
def test_every_quote_stands_at_its_offsets(fact: Fact, others: list[Fact], elsewhere: str) -> None:
    text = " ".join((elsewhere, *(other.active for other in others), fact.passive))
    verdict = checked(fact.active, text, fact.denials[0])
    assert verdict.label is Label.CONFLICTING
    for item in (*verdict.evidence, *verdict.near_misses):
        passage = item.passage
        assert item.quote == passage.source.text[passage.start : passage.end]
        assert item.quote
        for comparison in item.comparisons:
            if comparison.said is not None:
                start, end = comparison.said
                assert 0 <= start <= end <= len(item.quote)


@given(FACTS, st.sampled_from([0, 1]), ELSEWHERE)
def test_a_syndicated_copy_changes_no_label_and_adds_no_origin(fact: Fact, side: int, elsewhere: str) -> None:
    lead = (fact.active, fact.denials[0])[side]
    text = f"{lead} {elsewhere} Some of it was watched by a crowd that had come by train from the hills."
    original = Source(text=text, id="wire", publisher="Valley Wire")
    copy = Source(text=f"Notes from the valley\n\n{text}\n\nShare this article", id="paper", publisher="Dorn Gazette")
    alone, both = checked(fact.active, original), checked(fact.active, original, copy)
    assert alone.label in (Label.SUPPORTED, Label.CONTRADICTED)
    assert (both.label, both.origins) == (alone.label, alone.origins)
    strict = Claim(fact.active, policy=Policy(min_origins=2), expect=alone.label)
    assert checked(strict, original, copy).label is Label.MISSING


def test_the_passage_is_the_slice() -> None:
    source = Source(text="It rained. The dam held.", id="a")
    assert Passage(source, 11, 24).text == "The dam held."
