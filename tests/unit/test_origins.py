from datetime import date

import pytest

from factcheck.domain.source import Source
from factcheck.sources.origins.families import origins, origins_of_passages
from factcheck.sources.passages import passages

WIRE = """LUND (Reuters) - The harbour of Lund will stay closed until spring because the storm broke its outer wall in two places.

Repairs will cost 12 million crowns, harbour master Ida Berg told Reuters on Tuesday. She expects the first ferries in April at the earliest.

"We lost four boats and a crane in a single night and nobody had warned us," Berg said.

Fishermen want the city to pay for their nets. The city says that it is waiting for the insurers."""
CUT = """Ferries wait for spring

The harbour of Lund will stay closed until spring because the storm broke its outer wall in two places. Repairs will cost 12 million
crowns, harbour master Ida Berg told Reuters on Tuesday."""
RETOLD = """No ferry leaves Lund before April, and the bill for the broken harbour wall is put at 12 million crowns. Ida Berg, who runs the
harbour, gave those figures in an interview with Reuters; Berg said the repairs could not begin in winter."""
OWN = """A diver who inspected the wall at Lund counted nine cracks in it. He showed his pictures to this newspaper. The council has not
answered our questions about the insurers, and the fishermen say that they have lost a month of income."""
QUOTER = """Insurers face claims from the coast. "We lost four boats and a crane in a single night and nobody had warned us," the harbour
master of Lund complained, and other towns on the coast are counting their losses too."""
ELSEWHERE = (
    "Reuters moved its Oslo office to a new building on Monday, and its staff of forty walked there with their plants."
)


def family(*sources: Source) -> list[list[str]]:
    named: dict[str, list[str]] = {}
    for key, origin in origins(sources).items():
        named.setdefault(origin.name, []).append(key)
    return sorted(sorted(members) for members in named.values())


def source(key: str, text: str, **metadata: object) -> Source:
    return Source(text=text, id=key, **metadata)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(source("a", WIRE), source("b", CUT), id="shortened-copy"),
        pytest.param(source("a", WIRE), source("b", WIRE.upper()), id="copy-in-capitals"),
        pytest.param(source("a", WIRE), source("b", QUOTER), id="same-quotation"),
        pytest.param(source("a", WIRE), source("b", RETOLD), id="same-interview"),
        pytest.param(
            source("a", RETOLD, published=date(2024, 1, 5)),
            source("b", WIRE, published=date(2024, 1, 7)),
            id="same-interview-two-days-apart",
        ),
        pytest.param(source("a", OWN, based_on=("b",)), source("b", ELSEWHERE), id="names-the-id"),
        pytest.param(
            source("a", RETOLD.replace("Reuters", "a reporter"), based_on=("The Quay",)),
            source("b", WIRE.replace("Reuters", "us"), publisher="The Quay (sample)"),
            id="names-the-publisher",
        ),
        pytest.param(
            source("a", OWN, based_on=("https://quay.example/1",)),
            source("b", ELSEWHERE, url="http://www.quay.example/1/?utm_source=mail"),
            id="names-the-address",
        ),
        pytest.param(
            source("a", OWN, url="https://quay.example/1"),
            source("b", ELSEWHERE, url="https://quay.example/1#top"),
            id="same-address",
        ),
        pytest.param(
            source("a", OWN, based_on=("Reuters, 9 May 2024",)),
            source("b", ELSEWHERE, based_on=("reuters,  9 May 2024",)),
            id="same-report-named",
        ),
        pytest.param(
            source("a", "Nine wells in Lund ran dry in the hot May."),
            source("b", "Nine wells in Lund ran dry in the hot May, it is said."),
            id="one-line",
        ),
    ],
)
def test_one_origin(one: Source, other: Source) -> None:
    assert family(one, other) == [["a", "b"]]
    assert origins([one, other])["a"].reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(source("a", WIRE), source("b", OWN), id="own-reporting-on-one-event"),
        pytest.param(source("a", WIRE), source("b", ELSEWHERE), id="the-agency-is-the-news"),
        pytest.param(
            source("a", RETOLD, published=date(2024, 1, 5)),
            source("b", WIRE, published=date(2024, 3, 7)),
            id="another-interview-later",
        ),
        pytest.param(
            source("a", OWN, based_on=("Reuters",)),
            source("b", ELSEWHERE, based_on=("Reuters",)),
            id="two-stories-of-one-agency",
        ),
        pytest.param(
            source("a", 'The mayor called it "a very dark day" and left, and later met the families of the crew.'),
            source("b", 'It was "a very dark day" for the town, said a baker whose shop stood under water for a week.'),
            id="short-phrase-in-both",
        ),
        pytest.param(
            source("a", "The minister told Reuters that the wells are dry."),
            source("b", "A farmer told Reuters that no rain fell."),
            id="two-people-one-agency",
        ),
        pytest.param(
            source("a", OWN, publisher="The Quay"),
            source("b", ELSEWHERE, publisher="The Quay"),
            id="two-stories-of-one-paper",
        ),
    ],
)
def test_two_origins(one: Source, other: Source) -> None:
    assert family(one, other) == [["a"], ["b"]]


def test_an_origin_is_named_for_its_first_report() -> None:
    first, second = source("z", WIRE, published=date(2024, 1, 4)), source("a", CUT, published=date(2024, 1, 5))
    assert origins([second, first])["a"].name == "z"
    assert origins([source("z", WIRE), source("a", CUT)])["z"].name == "a"
    assert origins([second, first])["a"].members == ("a", "z")


def test_a_copied_sentence_joins_sources_only_where_it_decides() -> None:
    mixed = source("mixed", OWN + "\n\nThe city says that it is waiting for the insurers.")
    wire = source("wire", WIRE)
    assert family(mixed, wire) == [["mixed"], ["wire"]]
    joined = origins_of_passages([passages(mixed)[-1], passages(wire)[-1]])
    assert joined["mixed"] == joined["wire"]
    apart = origins_of_passages([passages(mixed)[0], passages(wire)[0]])
    assert apart["mixed"] != apart["wire"]


def test_one_source_given_twice_is_one() -> None:
    assert family(source("a", WIRE), source("a", WIRE)) == [["a"]]
    assert origins([]) == {}
