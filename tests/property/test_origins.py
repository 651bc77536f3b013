"""Laws of origins: copies are found however they are cut, and the order of sources never matters."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.origin import Origin
from factcheck.domain.source import Passage, Source, Tier
from factcheck.sources.clean import clean
from factcheck.sources.origins.families import by_source, origins, origins_of_passages
from factcheck.sources.origins.whole import origins_of_corpus
from factcheck.sources.passages import passages

VOCABULARY = """harbour storm ferry wall crane boat net mayor council winter insurer diver crack picture month income spring bill
repair coast fisher tide anchor rope lamp signal pilot crew cargo dock barrel salt gull""".split()
SENTENCES = st.lists(st.sampled_from(VOCABULARY), min_size=8, max_size=16).map(
    lambda words: "The " + " ".join(words) + "."
)
REPORTS = st.lists(SENTENCES, min_size=6, max_size=12, unique=True)


@given(REPORTS, REPORTS, st.data())
def test_a_syndicated_copy_joins_the_family_of_its_original(
    report: list[str], own: list[str], data: st.DataObject
) -> None:
    """However it is cut and wrapped, under whatever headline, and with up to as many sentences of its own."""
    original = Source(text=clean("The wall breaks\n\n" + "\n\n".join(report)), id="original")
    kept = report[: data.draw(st.integers(min_value=3, max_value=len(report)))]
    kept += own[: data.draw(st.integers(min_value=0, max_value=min(len(kept), 6)))]
    width = data.draw(st.integers(min_value=60, max_value=90))
    lines = [""]
    for word in " ".join(kept).split(" "):
        if len(lines[-1]) + len(word) < width:
            lines[-1] = f"{lines[-1]} {word}".strip()
        else:
            lines.append(word)
    copy = Source(text=clean("Ferries wait\n\nBy Ann Lee\n\n" + "\n".join(lines) + "\n\nShare this article"), id="copy")
    found = origins([original, copy])
    assert found["copy"] == found["original"]


@given(
    st.lists(
        st.tuples(SENTENCES, SENTENCES, st.sampled_from(["", "\n\n(AFP)", " Berg told Reuters."])),
        min_size=1,
        max_size=6,
    ),
    st.randoms(),
)
def test_the_order_of_sources_never_matters(texts: list[tuple[str, str, str]], random: object) -> None:
    sources = [Source(text="\n\n".join(parts), id=f"s{number}") for number, parts in enumerate(texts)]
    shuffled = sources[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert origins(sources) == origins(shuffled)


@given(REPORTS, REPORTS, REPORTS)
def test_a_further_source_never_parts_a_family(one: list[str], other: list[str], third: list[str]) -> None:
    sources = [
        Source(text=" ".join(report), id=key) for key, report in zip("abc", (one, one + other, third), strict=True)
    ]
    pair = origins(sources[:2])
    assert (pair["a"].name == pair["b"].name) <= (origins(sources)["a"].name == origins(sources)["b"].name)


HEADS = st.sampled_from(["", "ORSUND (Reuters) - ", "ORSUND (AP) - ", "VIK - "])
FEET = st.sampled_from(["", "\n\n(With inputs from AFP)", "\n\nBerg told the Dorn Gazette in an interview."])
QUOTES = st.sampled_from(
    [
        "",
        " “Nobody who works on the water will lose a crown,” Holt told Reuters.",
        " “Nobody who works on the water will lose a crown,” Holt told a news conference.",
        " “Nobody who works on the water will lose a crown,” Holt said.",
    ]
)


@st.composite
def corpora(draw: st.DrawFn, *, most: int = 6) -> list[Source]:
    """Reports with sentences, quotations, credits and metadata in common, or not."""
    pool = draw(st.lists(SENTENCES, min_size=12, max_size=24, unique=True))
    found = []
    for number in range(draw(st.integers(min_value=1, max_value=most))):
        body = draw(st.lists(st.sampled_from(pool), min_size=3, max_size=8, unique=True))
        text = draw(HEADS) + "\n\n".join(body) + draw(QUOTES) + draw(FEET)
        found.append(
            Source(
                text=text,
                id=f"s{number}",
                published=draw(st.none() | st.dates(date(2024, 1, 1), date(2024, 1, 9))),
                publisher=draw(st.sampled_from([None, "Dorn Gazette", "Reuters", "The Quay"])),
                tier=draw(st.none() | st.sampled_from(Tier)),
                based_on=draw(st.sampled_from([(), (), ("s0",), ("The Quay",), ("s1", "s2")])),
                url=draw(st.sampled_from([None, None, "https://quay.example/1", "http://www.quay.example/1#top"])),
            )
        )
    return found


def whole(sources: Sequence[Source]) -> list[Origin]:
    known = {source.id: source for source in sources}
    return origins_of_corpus(lambda: [known[name] for name in sorted(known)], known.__getitem__, count=len(known))


def copy_of(source: Source, random: Random, key: str) -> Source:
    """The text under another headline, shortened, its paragraphs in another order, with a word changed here and there."""
    kept = source.text.split("\n\n")
    random.shuffle(kept)
    kept = kept[: random.randint(max(2, len(kept) // 2), len(kept))]
    words = " ".join(kept).split(" ")
    for at in range(random.randint(10, 40), len(words), 60):
        words[at] = random.choice(VOCABULARY)
    return replace(source, id=key, text=" ".join(words), title="Ferries wait", url=None, publisher="A Customer")


@given(corpora(), st.randoms(use_true_random=False), st.data())
def test_a_copy_never_raises_the_count_of_origins(sources: list[Source], random: Random, data: st.DataObject) -> None:
    deciding = [data.draw(st.sampled_from(passages(source)), label="decides") for source in sources]
    copy = copy_of(data.draw(st.sampled_from(sources), label="copied"), random, data.draw(st.sampled_from(["a", "z"])))
    further = data.draw(st.sampled_from(passages(copy)), label="of the copy")
    assert count([*deciding, further]) <= count(deciding)


def count(deciding: Sequence[Passage]) -> int:
    return len({origin.name for origin in origins_of_passages(deciding).values()})


@given(corpora(), st.randoms(use_true_random=False), st.data())
def test_the_order_of_deciding_passages_never_matters(
    sources: list[Source], random: Random, data: st.DataObject
) -> None:
    deciding = [passage for source in sources for passage in passages(source) if data.draw(st.booleans())]
    shuffled = deciding[:]
    random.shuffle(shuffled)
    assert origins_of_passages(shuffled) == origins_of_passages(deciding)


@given(corpora())
def test_families_part_the_corpus_and_each_step_has_its_reason(sources: list[Source]) -> None:
    """Whoever is printed together is joined by the printed reasons, and nobody is printed twice."""
    found = whole(sources)
    assert sorted(member for origin in found for member in origin.members) == sorted(source.id for source in sources)
    for origin in found:
        assert origin.name in origin.members
        assert len(origin.reasons) == len(origin.members) - 1
        reached = {origin.members[0]}
        for _ in origin.members:
            for reason in origin.reasons:
                named = {member for member in origin.members if member in reason.replace(",", " ").split()}
                reached |= named if named & reached else set()
        assert reached == set(origin.members)


@given(corpora(most=9))
def test_the_inverted_index_finds_what_comparing_every_pair_finds(sources: list[Source]) -> None:
    found, wanted = by_source(whole(sources)), origins(sources)
    assert {name: origin.members for name, origin in found.items()} == {
        name: origin.members for name, origin in wanted.items()
    }
