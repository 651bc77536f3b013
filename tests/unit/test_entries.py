"""Writing into a `sources.yaml` that a person keeps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import AddError
from factcheck.sources.entries import described, scalar, with_facts
from factcheck.sources.metadata import read_sources_file

KEPT = """\
# The harbour's own figures
harbour.txt:          # paper original in the safe
  publisher: Maren Harbour Office   # not the ministry
  tags: [figures]

# Agencies
wire.txt:
  publisher: "Coast Wire"
  tags:
    - wire   # by hand
"""


@pytest.mark.parametrize(
    ("before", "name", "facts", "after"),
    [
        pytest.param("", "a.txt", {"tier": "wire"}, "a.txt:\n  tier: wire\n", id="a-new-file"),
        pytest.param(
            "# only this\n", "a.txt", {"tier": "wire"}, "# only this\na.txt:\n  tier: wire\n", id="only-a-comment"
        ),
        pytest.param(KEPT, "new.txt", {"tier": "wire"}, KEPT + "new.txt:\n  tier: wire\n", id="a-new-entry"),
        pytest.param(
            KEPT.rstrip("\n"),
            "new.txt",
            {"tier": "wire"},
            KEPT + "new.txt:\n  tier: wire\n",
            id="no-line-break-at-the-end",
        ),
        pytest.param(
            KEPT,
            "harbour.txt",
            {"publisher": "Port", "archive": "https://archive.example/1"},
            KEPT.replace("Maren Harbour Office", "Port").replace(
                "[figures]\n", "[figures]\n  archive: https://archive.example/1\n"
            ),
            id="more-about-a-file",
        ),
        pytest.param(
            KEPT,
            "harbour.txt",
            {"tags": ("figures", "2023", "a, b")},
            KEPT.replace("[figures]", '[figures, "2023", "a, b"]'),
            id="tags-in-brackets",
        ),
        pytest.param(KEPT, "wire.txt", {"tags": ("new",)}, KEPT + "    - new\n", id="tags-in-lines"),
        pytest.param(
            "a.txt:\n  tags: x\n", "a.txt", {"tags": ("y",)}, "a.txt:\n  tags: [x, y]\n", id="one-tag-becomes-two"
        ),
        pytest.param("a.txt:\n  tier:\n", "a.txt", {"tier": "wire"}, "a.txt:\n  tier: wire\n", id="a-key-left-blank"),
        pytest.param(
            "sources:\n  a.txt:\n    tier: wire\n",
            "b.txt",
            {"tier": "party"},
            "sources:\n  a.txt:\n    tier: wire\n  b.txt:\n    tier: party\n",
            id="below-sources",
        ),
        pytest.param(
            "sources:\n",
            "b.txt",
            {"tier": "party"},
            "sources:\n  b.txt:\n    tier: party\n",
            id="below-an-empty-sources",
        ),
        pytest.param(
            "- file: a.txt\n  tier: wire\n",
            "b.txt",
            {"tier": "party"},
            "- file: a.txt\n  tier: wire\n- file: b.txt\n  tier: party\n",
            id="a-list",
        ),
        pytest.param(
            "- file: a.txt\n  tier: wire\n- file: b.txt\n",
            "a.txt",
            {"publisher": "P"},
            "- file: a.txt\n  tier: wire\n  publisher: P\n- file: b.txt\n",
            id="more-about-a-file-of-a-list",
        ),
        pytest.param(
            "a.txt:\r\n  tier: wire\r\n",
            "b.txt",
            {"tier": "party"},
            "a.txt:\r\n  tier: wire\r\nb.txt:\r\n  tier: party\r\n",
            id="windows",
        ),
        pytest.param(
            KEPT, "harbour.txt", {"publisher": "Maren Harbour Office", "tags": ("figures",)}, KEPT, id="nothing-new"
        ),
    ],
)
def test_with_facts(before: str, name: str, facts: dict[str, str | tuple[str, ...]], after: str) -> None:
    assert with_facts(before, name, facts, path="sources.yaml") == after


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a.txt: {tier: wire}\n", id="an-entry-in-braces"),
        pytest.param("{b.txt: {tier: wire}}\n", id="a-file-in-braces"),
        pytest.param("b.txt:\n  tier: wire\n...\n", id="an-end-mark"),
        pytest.param("a.txt:\n", id="an-entry-without-facts"),
        pytest.param("b.txt: [\n", id="broken"),
        pytest.param("hello\n", id="no-entries"),
        pytest.param("a.txt:\n  publisher:\n    name: x\n", id="another-shape"),
    ],
)
def test_what_cannot_be_edited_safely_is_left_alone(text: str) -> None:
    with pytest.raises(AddError, match=r"A015 ") as caught:
        with_facts(text, "a.txt", {"publisher": "P"}, path="sources.yaml")
    assert caught.value.mend


def test_the_lines_to_add_by_hand_are_shown() -> None:
    with pytest.raises(AddError) as caught:
        with_facts("{b.txt: {tier: wire}}", "a.txt", {"publisher": "P: Q"}, path="sources.yaml")
    assert caught.value.mend.endswith('    a.txt:\n      publisher: "P: Q"')


PRINTED = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)
WORDS = st.one_of(
    PRINTED,
    st.sampled_from(["no", "~", "2,500", "12:30", "- a", "a: b", "x #1", "'", '"', "[a]", "{", "2024-01-31", "\\n"]),
)
NAMES = st.from_regex(r"[a-zé][\w #:'-]{0,12}\.txt", fullmatch=True)
FACTS = st.dictionaries(st.sampled_from(["publisher", "title", "author"]), WORDS, min_size=1)
TAGS = st.lists(WORDS, min_size=1, max_size=3, unique=True).map(tuple)


@given(WORDS)
def test_whatever_is_written_reads_back(words: str) -> None:
    assert described(f"{scalar(words)}:\n  title: {scalar(words)}\n", path="s") == {words: {"title": words}}


@given(st.dictionaries(NAMES, FACTS, max_size=4), NAMES, FACTS, TAGS, st.sampled_from(["", "\n# note\n", "  # note\n"]))
def test_everything_else_stays_as_it_was(
    entries: dict[str, dict[str, str]], name: str, facts: dict[str, str], tags: tuple[str, ...], note: str
) -> None:
    text = ""
    for path, said in entries.items():
        text = with_facts(text, path, said, path="s") + (note if note.startswith("\n") else "")
    told: dict[str, str | tuple[str, ...]] = {**facts, "tags": tags}
    new = with_facts(text, name, told, path="s")
    assert described(new, path="s") == {**entries, name: {**entries.get(name, {}), **told}}
    assert with_facts(new, name, told, path="s") == new
    if name not in entries:
        assert new.startswith(text)
    assert [line for line in new.split("\n") if line.startswith("#")] == [
        line for line in text.split("\n") if line.startswith("#")
    ]


def test_the_corpus_reads_what_was_written() -> None:
    text = with_facts(KEPT, "a b.html", {"published": "2024-01-31", "retrieved": "2024-02-01T10:00:00Z"}, path="s")
    found = read_sources_file(text, path="sources.yaml", files={"harbour.txt", "wire.txt", "a b.html"})
    assert not found.faults
    assert str(found.entries["a b.html"]["retrieved"]) == "2024-02-01"
