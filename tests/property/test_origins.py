"""Laws of origins: copies are found however they are cut, and the order of sources never matters."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.source import Source
from factcheck.sources.clean import clean
from factcheck.sources.origins.families import origins

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
