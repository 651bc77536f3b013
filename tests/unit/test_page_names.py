"""File names for pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.adapters.page_names import other_name, page_name


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "https://www.coast-wire.example/2024/2/5/Ferry-Figures.html?utm=1#x",
            "coast-wire.example-ferry-figures-2024-02-05",
        ),
        ("https://news.example/2024-02-05/ferry", "news.example-ferry-2024-02-05"),
        ("https://news.example/ferry-20240205", "news.example-ferry-20240205"),
        ("https://news.example/world/ferry/index.html", "news.example-ferry"),
        ("https://news.example/", "news.example"),
        ("https://news.example:8443/news/12345", "news.example-12345"),
        ("https://news.example/2024/02/05/", "news.example-2024-02-05"),
        ("https://news.example/%D8%A7%D9%84%D8%B9", "news.example-الع"),
        ("https://news.example/a%2F..%2F..%2Fetc%00", "news.example-a-etc"),
        ("https://news.example/" + "long-" * 60, "news.example-" + "long-" * 21 + "lo"),
    ],
)
def test_page_name(url: str, expected: str) -> None:
    assert page_name(url) == expected


@given(st.text(max_size=200), st.text(max_size=60))
def test_a_name_is_one_visible_file_whatever_the_address(path: str, query: str) -> None:
    name = page_name(f"https://news.example/{path.replace('[', '')}?{query}")
    assert name.startswith("news.example")
    assert not set(name) & set('/\\:*?"<>|\0')
    assert name.isprintable()
    assert len(name.encode()) <= 140


def test_another_name_goes_by_the_whole_address() -> None:
    one, two = (other_name("news.example-a", f"https://news.example/a?id={number}") for number in (1, 2))
    assert one != two
    assert one.startswith("news.example-a-")
