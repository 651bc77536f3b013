"""The law of readers: whatever the bytes, sources whose offsets hold or an error of ours, and never a hang."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.adapters.entry_points import load
from factcheck.adapters.files import suffix_of
from factcheck.adapters.reader_table import OUR_SUFFIXES
from factcheck.errors import CorpusError
from factcheck.sources.passages import passages
from tests.files_of_a_desk import sound_files

NAMES = sorted(sound_files())


def check_law(name: str, data: bytes) -> int:
    """Read it; every fault names the file and how to mend it, every passage is a slice of its source."""
    found, faults = 0, 0
    try:
        for source in load("factcheck.readers", OUR_SUFFIXES[suffix_of(name)])().read(data, path=name):
            found += 1
            assert source.id
            assert source.text == source.text.strip()
            source.text.encode()
            for passage in passages(source):
                assert 0 <= passage.start < passage.end <= len(source.text)
                assert passage.text == source.text[passage.start : passage.end]
    except* CorpusError as group:
        for error in group.exceptions:
            assert isinstance(error, CorpusError)
            assert error.mend
            assert error.where
            assert str(error.where).startswith(name)
            faults += 1
    assert found or faults, "nothing was read and nothing was said"
    return found


@pytest.mark.parametrize("name", NAMES)
def test_sound_files_are_read(name: str) -> None:
    assert check_law(name, sound_files()[name])


@pytest.mark.parametrize("name", NAMES)
@given(data=st.binary(max_size=400) | st.text(max_size=300).map(lambda text: text.encode()))
def test_any_bytes(name: str, data: bytes) -> None:
    check_law(name, data)


@pytest.mark.parametrize("name", NAMES)
@given(cut=st.floats(0, 1), keep_head=st.booleans())
def test_files_that_are_cut(name: str, cut: float, *, keep_head: bool) -> None:
    data = sound_files()[name]
    at = int(cut * len(data))
    check_law(name, data[:at] if keep_head else data[at:])


@pytest.mark.parametrize("name", NAMES)
@given(
    flips=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=12),
    doubled=st.tuples(st.floats(0, 1), st.integers(0, 300)),
)
def test_files_that_are_damaged(name: str, flips: list[tuple[float, int]], doubled: tuple[float, int]) -> None:
    data = bytearray(sound_files()[name])
    for place, value in flips:
        data[int(place * len(data))] = value
    at = int(doubled[0] * len(data))
    data[at:at] = data[at : at + doubled[1]]
    check_law(name, bytes(data))


_TAGS = (
    "p",
    "div",
    "aside",
    "nav",
    "table",
    "tr",
    "td",
    "sup",
    "h1",
    "form",
    "article",
    "script type='application/ld+json'",
    "a",
    "br",
    "pre",
)
_SCRAPS = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in _TAGS] + [f"</{tag.split()[0]}>" for tag in _TAGS]),
    st.sampled_from(["<meta property='article:published_time' content='2024-13-45T99:00'>", "<link rel=canonical href='http://['>",
                     '{"@type": "NewsArticle", "author": {"name": [1]}, "datePublished": [[]], "@id": {}}', '{"@graph": [[[{"@type": 5}]]]}',
                     "&#0;", "&nbsp;", "<!--", "]]>", "<![CDATA[", "\0", "\ud7ff", "The ferry carried 48,200 passengers in 2023. "]),
    st.text(max_size=20),
)  # fmt: skip


@given(st.lists(_SCRAPS, max_size=40))
def test_any_page(scraps: list[str]) -> None:
    check_law("page.html", f"<html><body><p>The wells of Lund are dry.</p>{''.join(scraps)}".encode("utf-8", "replace"))
