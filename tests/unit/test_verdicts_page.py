"""What the pages say that the method gets right and wrong is what it does; a limit that was mended leaves its page."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Checker, Corpus

DOCS = Path(__file__).resolve().parents[2] / "docs"

TOLD = [
    ("verdicts.md", "cures flu in mice", "The vaccine cures flu.", "The vaccine cures flu in mice.", "supported"),
    ("verdicts.md", "in the giant slalom", "Holm came first in the slalom.", "Holm came first in the giant slalom.", "supported"),
    ("verdicts.md", "40 metres wide", "The lake is 40 metres deep.", "The lake is 40 metres wide.", "supported"),
    ("verdicts.md", "in the novel", "The mayor sold the bridge.", "In the novel, the mayor sold the bridge.", "supported"),
    ("verdicts.md", "an hour late", "The train was on time.", "The train arrived an hour late.", "supported"),
    ("verdicts.md", "a bridge built of oak is wooden", "The bridge is wooden.", "The bridge is built of oak.", "missing"),
    ("model.md", "The film takes place in Berlin", "The film is set in Berlin.", "The film takes place in Berlin.", "supported"),
    ("model.md", "The glacier is losing\nice", "The glacier is melting.", "The glacier is losing ice.", "missing"),
    ("tables.md", "The minister stepped down", "The minister resigned.", "The minister stepped down.", "supported"),
    ("tables.md", "went on strike in the town", "Miners attacked the town.", "Miners went on strike in the town.", "supported"),
    ("claims.md", "is borne out by 12,345", "12,000 volunteers came.", "12,345 volunteers came.", "supported"),
    ("claims.md", "is not borne out by 12,400", "12,345 volunteers came.", "12,400 volunteers came.", "contradicted"),
    ("claims.md", "allows ten percent", "About 40,000 people came.", "43,900 people came.", "supported"),
    ("claims.md", "allows ten percent", "About 40,000 people came.", "44,100 people came.", "contradicted"),
    ("claims.md", "with 5 January 2020", "Parliament voted in 2020.", "Parliament voted on 5 January 2020.", "supported"),
    ("claims.md", "the day is not stated", "Parliament voted on 5 January 2020.", "Parliament voted in 2020.", "missing"),
    ("claims.md", "no evidence for the deed", "The council approved it.", "The council plans to approve it.", "missing"),
    ("claims.md", "the roles are swapped", "The UN condemned Russia.", "Russia condemned the UN.", "missing"),
]  # fmt: skip


@pytest.mark.parametrize(("page", "words", "claim", "said", "label"), TOLD)
def test_the_page_tells_what_happens(page: str, words: str, claim: str, said: str, label: str) -> None:
    assert words in (DOCS / page).read_text(encoding="utf-8")
    assert Checker(Corpus.from_texts([said])).check(claim).label == label
