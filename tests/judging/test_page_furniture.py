"""What stands around a report on its page is no evidence, from the bytes of the page to the verdict."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Checker, Corpus
from factcheck.adapters.entry_points import load
from tests.files_of_a_desk import PAGE

TOWN = """<html><head><title>Wells run dry in Lund</title></head><body><div id="page">
<div class="top"><a href="/">Home</a> <a href="/news">News</a></div>
<h1>Wells run dry in Lund</h1>
<p>Fourteen wells in the village of Lund ran dry in December, the water board said on Thursday.</p>
<p>“We bring water by lorry,” said Mia Berg, who heads the board. The board spends 3,000 euros a week on it.</p>
<div><p>Our work costs money. The paper raised $9,000 in May.</p><p>A gift of $40 pays for one day on the road.</p><a href="/give">Donate now</a></div>
<p>The council meets on Friday. A donor from Oslo gave $70,000 to the village for a new well, the mayor said.</p>
</div></body></html>"""


@pytest.fixture(scope="module")
def checker() -> Checker:
    reader = load("factcheck.readers", "html")()
    sources = [
        source
        for name, page in (("ferry.html", PAGE), ("wells.html", TOWN))
        for source in reader.read(page.encode(), path=name)
    ]
    return Checker(Corpus.from_sources(sources))


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("The paper raised $1.2 million last year.", id="donation-box"),
        pytest.param("A gift of $25 pays for a day of reporting from the island.", id="donation-box-with-prices"),
        pytest.param("The paper raised $9,000 in May.", id="donation-box-in-a-bare-div"),
        pytest.param("A gift of $40 pays for one day on the road.", id="prices-in-a-bare-div"),
        pytest.param("$5 keeps the site going for an hour.", id="promotion"),
        pytest.param("The site stores cookies with 812 partners.", id="cookie-bar"),
        pytest.param("The bridge closed for 900 cars a day.", id="related-link"),
        pytest.param("A fire destroyed 14 houses in Lund.", id="most-read"),
        pytest.param("30,000 people read it every morning.", id="newsletter"),
        pytest.param("The company was founded in 1911.", id="legal-footer"),
        pytest.param("The company employs 60 people.", id="legal-footer-with-a-figure"),
        pytest.param("The ferry carried 99,000 people.", id="comments"),
        pytest.param("The ferry sank in 2019 with 60 people.", id="hidden-text"),
    ],
)
def test_furniture_supports_nothing(checker: Checker, claim: str) -> None:
    verdict = checker.check(claim)
    assert verdict.label.value != "supported", verdict.explain()
    assert not any(item.stance.value == "supports" for item in verdict.evidence)


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("The ferry to Maren Island carried 48,200 passengers in 2023.", id="a-figure-with-a-note"),
        pytest.param("A return ticket costs 12 euros.", id="a-price-of-the-report"),
        pytest.param("Fourteen wells in the village of Lund ran dry in December.", id="a-number-in-words"),
        pytest.param("A donor from Oslo gave $70,000 to the village.", id="a-donation-that-is-reported"),
    ],
)
def test_the_report_supports_what_it_says(checker: Checker, claim: str) -> None:
    verdict = checker.check(claim)
    assert verdict.label.value == "supported", verdict.explain()
    for item in verdict.evidence:
        assert item.quote == item.passage.source.text[item.passage.start : item.passage.end]


def test_a_caption_that_repeats_the_report_is_no_second_place(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "ferry.html").write_text(PAGE, "utf-8")
    corpus = Corpus.open(tmp_path / "corpus", root=tmp_path)
    assert corpus.source("ferry").text.count("48,200") == 1
    verdict = Checker(corpus, min_origins=2).check("The ferry to Maren Island carried 48,200 passengers in 2023.")
    assert (verdict.label.value, verdict.reason and verdict.reason.value) == ("missing", "too-few-origins")
