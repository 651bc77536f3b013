"""The pages of the documentation: every one is listed, every link leads somewhere, the examples of sources are read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck import Corpus
from factcheck.sources.metadata import split_front_matter

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", (DOCS / "sources.md").read_text(encoding="utf-8"), re.DOTALL)


def test_the_index_lists_every_page() -> None:
    listed = {(DOCS / link).resolve() for link in LINK.findall((DOCS / "README.md").read_text(encoding="utf-8"))}
    assert listed == {page for page in PAGES if page.name != "README.md"}


@pytest.mark.parametrize("page", [pytest.param(page, id=str(page.relative_to(ROOT))) for page in PAGES])
def test_links_lead_somewhere(page: Path) -> None:
    missing = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()]
    assert not missing


def slug(heading: str) -> str:
    """The anchor that code hosts give to a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", [pytest.param(page, id=str(page.relative_to(ROOT))) for page in PAGES])
def test_anchors_are_headings(page: Path) -> None:
    for link, anchor in re.findall(r"\]\(([^)#:\s]*)#([^)]+)\)", page.read_text(encoding="utf-8")):
        target = (page.parent / link if link else page).read_text(encoding="utf-8")
        assert anchor in {slug(heading) for heading in re.findall(r"^#+ (.+)$", target, re.MULTILINE)}, (
            f"{link}#{anchor}"
        )


def test_the_front_matter_on_the_page_of_sources_is_read() -> None:
    found = split_front_matter(EXAMPLES[0] + "The flood cost money.\n", path="a.md")
    assert not found.faults
    assert found.metadata["publisher"] == "Fenwick Mutual"


def test_the_sources_file_on_the_page_of_sources_is_read(tmp_path: Path) -> None:
    for name in re.findall(r"^(\S+\.txt):", EXAMPLES[1], re.MULTILINE):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("The ferry carried 48,200 passengers in 2023. The captain said so.\n", encoding="utf-8")
    (tmp_path / "sources.yaml").write_text(EXAMPLES[1], encoding="utf-8")
    corpus = Corpus.open(tmp_path, root=tmp_path)
    assert len(list(corpus.sources())) == 3
    assert not corpus.problems()
