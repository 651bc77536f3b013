"""Families of a whole corpus: many sources, set phrases, long chains."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from random import Random

import pytest

from factcheck.domain.origin import Origin
from factcheck.domain.source import Source
from factcheck.sources.origins import whole
from factcheck.sources.origins.whole import origins_of_corpus

WORDS = [f"{first}{middle}{last}" for first in "bdgklmnprst" for middle in "aeiou" for last in ("n", "rt", "ll", "sk")]
FOOT = "Readers who know more about this are asked to write to the desk, which answers every letter within three days."


def report(seed: int, sentences: int = 12) -> list[str]:
    random = Random(seed)  # noqa: S311  (made-up reports)
    return [" ".join(random.choices(WORDS, k=14)).capitalize() + "." for _ in range(sentences)]


def found(sources: Sequence[Source]) -> list[Origin]:
    known = {source.id: source for source in sources}
    return origins_of_corpus(lambda: [known[name] for name in sorted(known)], known.__getitem__, count=len(known))


def source(number: int, sentences: Sequence[str], **more: object) -> Source:
    return Source(text="\n\n".join(sentences), id=f"s{number:04}", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("every", [pytest.param(4_000, id="every-run"), pytest.param(50, id="one-run-in-sixteen")])
def test_cuts_of_sixty_reports_find_their_reports(monkeypatch: pytest.MonkeyPatch, every: int) -> None:
    monkeypatch.setattr(whole, "EVERY_RUN", every)
    reports = [report(number, 40) for number in range(60)]
    cuts = [text[number % 20 : number % 20 + 20] for number, text in enumerate(reports)]
    origins = found([source(number, text) for number, text in enumerate([*reports, *cuts])])
    assert sorted(origin.members for origin in origins) == [(f"s{n:04}", f"s{n + 60:04}") for n in range(60)]


def test_one_story_in_two_hundred_papers_is_one_family() -> None:
    story = report(1)
    sources = [source(number, [*story[number % 4 :], *report(number + 2, 3), FOOT]) for number in range(200)]
    origins = found(sources)
    assert len(origins) == 1
    assert len(origins[0].reasons) == 199


def test_a_foot_line_that_all_carry_joins_nobody() -> None:
    origins = found([source(number, [*report(number), FOOT]) for number in range(120)])
    assert len(origins) == 120


def test_a_foot_line_does_not_hide_copies() -> None:
    sources = [source(number, [*report(number), FOOT]) for number in range(80)]
    copies = [source(number + 80, [*report(number)[2:], FOOT]) for number in range(80)]
    assert len(found([*sources, *copies])) == 80


@pytest.mark.parametrize(
    ("agencies", "families"),
    [
        pytest.param(("Reuters", "Reuters"), 1, id="both-have-it-from-one-agency"),
        pytest.param(("Reuters", "AFP"), 2, id="each-from-another"),
        pytest.param(("Reuters", None), 2, id="one-says-nothing"),
    ],
)
def test_one_sentence_in_common_joins_two_that_name_one_agency(
    agencies: tuple[str | None, str | None], families: int
) -> None:
    sources = [
        source(
            number,
            [FOOT, *report(number)],
            published=date(2024, 5, 4),
            based_on=(agency,) if agency else (),
        )
        for number, agency in enumerate(agencies)
    ]
    assert len(found(sources)) == families


_PRINT_HASHES = """
from factcheck.domain.source import Source
from factcheck.sources.origins.whole import _Corpus
corpus = _Corpus(lambda name: None, 100_000)
words, quoted = corpus._features(Source(text="{text}", id="a"))
print(list(words), list(quoted))
"""


def test_which_runs_are_looked_at_is_the_same_in_every_process() -> None:
    text = " ".join(report(1)) + " “Nobody of us has seen the second boat so far,” she said. Größe zählt."
    told = [
        subprocess.run(  # noqa: S603  (ourselves)
            [sys.executable, "-c", _PRINT_HASHES.format(text=text)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert told[0] == told[1]
    assert told[0].count(",") > 5


def test_what_needs_no_words_in_common_is_found_too() -> None:
    sources = [
        source(0, report(0), url="https://quay.example/a"),
        source(1, report(1), url="https://www.quay.example/a?utm_source=mail"),
        source(2, report(2), based_on=("s0001",)),
        source(3, report(3), based_on=("Coast Office, 4 May 2024",)),
        source(4, report(4), based_on=("coast office, 4 May 2024",)),
        source(5, ["Ann Berg speaks.", "Berg told the Dorn Gazette that the pier is safe.", *report(5)[:2]]),
        source(6, ["A pier is safe.", "That is what Berg told the Dorn Gazette.", *report(5)[2:4]]),
        source(7, report(7)),
    ]
    members = sorted(origin.members for origin in found(sources))
    assert ("s0000", "s0001", "s0002") in members
    assert ("s0003", "s0004") in members
    assert ("s0007",) in members


def test_an_empty_corpus_has_no_origins() -> None:
    assert found([]) == []
