import json
import tomllib
from collections.abc import Iterator
from datetime import date
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.adapters.readers.jsonl import JsonLinesReader
from factcheck.adapters.readers.text import MarkdownReader, TextReader
from factcheck.domain.source import Source
from factcheck.errors import CorpusError

ARTICLE = "Dry wells\n\nThe wells of Lund are dry, the mayor said."


def faults(sources: Iterator[Source]) -> tuple[list[Source], list[CorpusError]]:
    """All sources, and what was raised after the last one."""
    found: list[Source] = []
    try:
        found.extend(sources)
    except CorpusError as error:
        return found, [error]
    except ExceptionGroup as group:
        return found, [error for error in group.exceptions if isinstance(error, CorpusError)]
    return found, []


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        pytest.param(ARTICLE.encode(), "utf-8", id="utf-8"),
        pytest.param(b"\xef\xbb\xbf" + ARTICLE.encode(), "utf-8", id="utf-8-with-mark"),
        pytest.param(b"\xff\xfe" + ARTICLE.encode("utf-16-le"), "utf-16-le", id="utf-16-with-mark"),
        pytest.param(b"\xfe\xff" + ARTICLE.encode("utf-16-be"), "utf-16-be", id="big-endian-with-mark"),
        pytest.param(ARTICLE.encode("utf-16-le"), "utf-16-le", id="utf-16-without-mark"),
        pytest.param(ARTICLE.encode("utf-16-be"), "utf-16-be", id="big-endian-without-mark"),
        pytest.param(b"\xff\xfe\x00\x00" + ARTICLE.encode("utf-32-le"), "utf-32-le", id="utf-32"),
    ],
)
def test_character_sets(data: bytes, charset: str) -> None:
    (source,) = TextReader().read(data, path="a.txt")
    assert (source.text, source.charset, source.title) == (ARTICLE, charset, "Dry wells")


@pytest.mark.parametrize(
    ("data", "expected", "charset"),
    [
        pytest.param(
            "The café of Lund sells “tea”.".encode("cp1252"), "The café of Lund sells “tea”.", "cp1252", id="windows"
        ),
        pytest.param(
            b"The caf\xe9 of Lund is shut\x81 today.", "The café of Lund is shut today.", "latin-1", id="latin-1"
        ),
        pytest.param(b"The wells\x00 of Lund are dry.", "The wells of Lund are dry.", "utf-8", id="a-stray-nul"),
    ],
)
def test_guessed_character_sets(data: bytes, expected: str, charset: str) -> None:
    (source,) = TextReader().read(data, path="a.txt")
    assert (source.text, source.charset) == (expected, charset)


@pytest.mark.parametrize(
    ("data", "code", "part"),
    [
        pytest.param(b"", "C221", "empty", id="empty"),
        pytest.param(b" \n\t\r\n", "C221", "empty", id="blanks"),
        pytest.param(b"\xef\xbb\xbf\n", "C221", "empty", id="only-a-mark"),
        pytest.param(b"%PDF-1.7 rest", "C220", "a PDF", id="pdf"),
        pytest.param(b"PK\x03\x04rest", "C220", "a ZIP archive", id="zip"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "C220", "an image", id="image"),
        pytest.param(bytes(range(256)) * 8, "C220", "binary", id="binary"),
        pytest.param(b"<!DOCTYPE html><p>Dry", "C220", "HTML", id="html"),
        pytest.param(b"Share this article\n\nBy Ann Lee\n", "C222", "no sentence", id="only-furniture"),
        pytest.param(b"12 3 45", "C222", "no sentence", id="only-figures"),
        pytest.param(b"---\nstatus: gone\n---\nDry wells.", "C204", "gone", id="front-matter"),
    ],
)
def test_files_that_cannot_be_read(data: bytes, code: str, part: str) -> None:
    found, (error,) = faults(TextReader().read(data, path="news/a.txt"))
    assert found == []
    assert error.code == code
    assert part in error.what
    assert error.mend
    assert str(error.where).startswith("news/a.txt")


def test_all_faults_of_front_matter_are_raised_together() -> None:
    _, found = faults(TextReader().read(b"---\nstatus: gone\ncolour: red\n---\nDry wells.", path="a.txt"))
    assert [error.code for error in found] == ["C204", "C201"]


def test_markdown() -> None:
    data = b"---\npublished: 2024-01-10\n---\n# Dry *wells*\n\nThe wells of [Lund](https://lund.example) are dry."
    (source,) = MarkdownReader().read(data, path="news/dry.md")
    assert source.text == "Dry wells\n\nThe wells of Lund are dry."
    assert (source.id, source.title, source.published, source.path) == (
        "news/dry",
        "Dry wells",
        date(2024, 1, 10),
        "news/dry.md",
    )


def test_json_lines() -> None:
    lines = [
        json.dumps(
            {"id": "one", "text": ARTICLE, "published": "2024-01-10", "tags": ["water"], "url": None, "x-row": 7}
        ),
        "",
        json.dumps({"text": "Goats die in the hills of Lund."}),
    ]
    first, second = JsonLinesReader().read("\n".join(lines).encode(), path="n/briefs.jsonl")
    assert (first.id, first.text, first.published, first.tags, first.url) == (
        "one",
        ARTICLE,
        date(2024, 1, 10),
        ("water",),
        None,
    )
    assert (second.id, second.title) == ("n/briefs-3", None)


def test_bad_lines_are_named_and_the_rest_loads() -> None:
    lines = [
        '{"text": "The wells of Lund are dry."}',
        '{"text": "The wells of',
        "[1, 2]",
        '{"txt": "The wells of Lund are dry."}',
        '{"text": ["a"]}',
        '{"text": "The wells of Lund are dry.", "published": "soon", "colour": "red"}',
        '{"text": "Share this article"}',
        "[" * 100_000,
        '{"text": "Goats die in the hills."}',
    ]
    found, errors = faults(JsonLinesReader().read("\n".join(lines).encode(), path="b.jsonl"))
    assert [source.id for source in found] == ["b-1", "b-9"]
    assert [(error.code, error.where.line) for error in errors if error.where] == [
        ("C230", 2),
        ("C231", 3),
        ("C232", 4),
        ("C232", 5),
        ("C203", 6),
        ("C201", 6),
        ("C222", 7),
        ("C230", 8),
    ]


def test_a_hundred_faults_are_enough() -> None:
    found, errors = faults(
        JsonLinesReader().read(b"{\n" * 500 + b'{"text": "Goats die in the hills."}', path="b.jsonl")
    )
    assert (len(found), len(errors)) == (1, 100)


def test_ours_are_entry_points() -> None:
    project = tomllib.loads((Path(__file__).resolve().parents[2] / "pyproject.toml").read_text("utf-8"))
    points = project["project"]["entry-points"]["factcheck.readers"]
    readers = [EntryPoint(name, value, "factcheck.readers").load()() for name, value in points.items()]
    assert {suffix for reader in readers for suffix in reader.suffixes} >= {".txt", ".md", ".jsonl"}


@given(
    st.binary(max_size=300) | st.text(max_size=200).map(str.encode),
    st.sampled_from([TextReader, MarkdownReader, JsonLinesReader]),
)
def test_any_bytes_give_sources_or_errors_of_ours(
    data: bytes, reader: type[TextReader] | type[JsonLinesReader]
) -> None:
    found, errors = faults(reader().read(data, path="a.txt"))
    assert found or errors or not data.strip()
    assert all(error.where and error.mend for error in errors)
