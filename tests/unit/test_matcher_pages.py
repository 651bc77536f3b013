"""The pages of the matchers tell what the product does."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Checker, Corpus

PAGES = sorted((Path(__file__).parents[2] / "docs" / "matchers").glob("*.md"))
MATCHERS = sorted((Path(__file__).parents[2] / "factcheck" / "matchers").glob("[a-z]*.py"))


def rows(page: Path) -> list[tuple[str, str, str, str]]:
    """Claim, source, verdict and remark of each row of the table under "Tried"."""
    _, _, table = page.read_text(encoding="utf-8").partition("\n## Tried\n")
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines() if line.startswith("|")]
    return [(claim, said, verdict, remark) for claim, said, verdict, remark in cells[2:]]


def test_there_is_a_page_for_every_matcher() -> None:
    assert {page.stem for page in PAGES} >= {matcher.stem for matcher in MATCHERS}


@pytest.mark.parametrize("page", [pytest.param(page, id=page.stem) for page in PAGES])
def test_a_page_shows_what_comes_out_right_and_what_comes_out_wrong(page: Path) -> None:
    found = rows(page)
    assert {remark.split()[0].rstrip(":") for _, _, _, remark in found} == {"right", "wrong"}
    for claim, said, verdict, _ in found:
        assert Checker(Corpus.from_texts([said])).check(claim).label == verdict, (claim, said)
