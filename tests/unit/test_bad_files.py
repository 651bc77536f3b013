"""A corpus folder with files as they should not be: each is named with its reason, the rest loads."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factcheck import Checker, Corpus
from factcheck.adapters import files
from factcheck.domain.source import Problem
from tests.files_of_a_desk import FEED, PAGE, epub, mail, pdf, sound_files, warc, word

ARABIC = "قال رئيس البلدية يوم الاثنين إن الجسر مفتوح. وأضاف أن السكان غير راضين عن أسعار التذاكر وعن مواعيد العبارة."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus with one good source."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "good.txt").write_text("The wells of Lund are dry.", "utf-8")
    return folder


def opened(folder: Path) -> Corpus:
    return Corpus.open(folder, root=folder.parent)


def problems(corpus: Corpus) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in corpus.problems()]


def notes(corpus: Corpus) -> list[tuple[str, str]]:
    return [(note.path, note.code) for note in corpus.notes()]


def ids(corpus: Corpus) -> list[str]:
    return [source.id for source in corpus.sources()]


def test_a_folder_of_every_kind(folder: Path) -> None:
    for name, data in sound_files().items():
        (folder / name).write_bytes(data)
    (folder / "sources.yaml").write_text("memo.txt: {publisher: Maren Harbour Office}\n", "utf-8")
    corpus = opened(folder)
    assert problems(corpus) == []
    assert {source.path for source in corpus.sources()} == {"good.txt", *sound_files()}
    assert {code for _, code in notes(corpus)} == {"C130", "C131"}


@pytest.mark.parametrize(
    ("name", "data", "code", "part"),
    [
        pytest.param("a.pdf", pdf()[:3000][:500], "C121", "broken", id="corrupt-pdf"),
        pytest.param("a.pdf", pdf(locked=True), "C122", "password", id="encrypted-pdf"),
        pytest.param("a.docx", word()[: len(word()) // 2], "C121", "Word document", id="half-a-word-document"),
        pytest.param("a.docx", epub(bomb="a" * 201_000_000), "C123", "unpack", id="bomb-in-a-word-document"),
        pytest.param("a.epub", epub(bomb="a" * 201_000_000), "C123", "unpack", id="bomb-in-a-book"),
        pytest.param(
            "a.rss", b'<!DOCTYPE a [<!ENTITY a "aaaa">]>' + FEED.encode()[40:], "C124", "entities", id="entity-bomb"
        ),
        pytest.param("a.html", b"<div>" * 100_000, "C123", "nested", id="nested-page"),
        pytest.param("a.xml", b"<urlset/>", "C125", "urlset", id="a-sitemap"),
        pytest.param("a.warc", warc()[:5000], "C121", "cut off", id="crawl-cut-off"),
        pytest.param("a.eml", b"hello", "C121", "e-mail", id="no-mail"),
        pytest.param("a.txt", b"\0" * 4000, "C221", "empty", id="nuls-alone"),
        pytest.param("a.txt", bytes(range(256)) * 40, "C220", "binary", id="binary"),
    ],
)
def test_a_bad_file_is_named_and_the_rest_loads(folder: Path, name: str, data: bytes, code: str, part: str) -> None:
    (folder / name).write_bytes(data)
    corpus = opened(folder)
    (problem,) = corpus.problems()
    assert (problem.path, problem.code) == (name, code)
    assert part in problem.what
    assert problem.mend
    assert ids(corpus)[-1] == "good"
    assert [item.code for item in opened(folder).problems()] == [code], "it is still said when nothing changed"


def test_a_text_of_two_gigabytes_is_refused_unread(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (folder / "vast.txt").open("wb") as file:
        file.truncate(2_000_000_000)
    read: list[Path] = []
    monkeypatch.setattr(Path, "read_bytes", _noting(read, Path.read_bytes))
    assert problems(opened(folder)) == [("vast.txt", "C102")]
    assert folder / "vast.txt" not in read
    assert folder / "good.txt" in read


def _noting(read: list[Path], really: Callable[[Path], bytes]) -> Callable[[Path], bytes]:
    def noted(path: Path) -> bytes:
        read.append(path)
        return really(path)

    return noted


def test_a_page_that_vanishes_while_being_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "gone.html").write_text(PAGE, "utf-8")
    walk = files.walk

    def walk_and_lose(place: Path, found: list[Problem]) -> Iterator[files.Found]:
        yield from walk(place, found)
        (folder / "gone.html").unlink(missing_ok=True)

    monkeypatch.setattr(files, "walk", walk_and_lose)
    corpus = opened(folder)
    assert (problems(corpus), ids(corpus)) == ([("gone.html", "C101")], ["good"])


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="file names are Unicode there")
def test_a_name_that_is_not_utf_8(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.html")).write_text(PAGE, "utf-8")
    assert problems(opened(folder)) == [("caf\\udce9.html", "C103")]


def test_a_loop_of_links(folder: Path) -> None:
    (folder / "more").mkdir()
    (folder / "more" / "again").symlink_to(folder, target_is_directory=True)
    (folder / "more" / "self.html").symlink_to("self.html")
    corpus = opened(folder)
    assert (problems(corpus), ids(corpus)) == ([("more/self.html", "C101")], ["good"])


def test_mixed_newlines_nuls_and_marks_of_direction(folder: Path) -> None:
    (folder / "mixed.txt").write_bytes(
        "Dry wells\r\n\r\nThe wells\0 of\u2028\u202eLund\u202c are dry.\rSo is Oslo.\n".encode()
    )
    text = opened(folder).source("mixed").text
    assert not set(text) & set("\r\0\u2028\u202e\u202c")
    assert text.startswith("Dry wells\n\nThe wells of")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.txt", ARABIC.encode("cp1256"), id="text-in-windows-1256"),
        pytest.param("a.html", f'<html lang="en" dir="rtl"><body><h1>الجسر</h1><p>{ARABIC}</p></body></html>'.encode(), id="page"),
        pytest.param("a.md", f"# الجسر\n\n{ARABIC}\n".encode("utf-16"), id="markdown-in-utf-16"),
        pytest.param("a.eml", f"Subject: x\nContent-Type: text/plain; charset=utf-8\n\n{ARABIC}\n".encode(), id="mail"),
        pytest.param("a.rss", f"<rss><channel><item><description>{ARABIC}</description></item></channel></rss>".encode(), id="feed"),
    ],
)  # fmt: skip
def test_arabic_articles_are_listed_and_never_judged(folder: Path, name: str, data: bytes) -> None:
    (folder / name).write_bytes(data)
    corpus = opened(folder)
    assert problems(corpus) == []
    assert notes(corpus) == [(name, "C113")]
    assert {source.language for source in corpus.sources()} == {"ar", "en"}
    verdict = Checker(corpus).check("الجسر مفتوح")
    assert (
        verdict.label.value,
        [item.passage.source.path for item in verdict.evidence if item.passage.source.path == name],
    ) == ("missing", [])


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [
        pytest.param("a.html", "trafilatura", "html", id="page"),
        pytest.param("a.html", "lxml.html", "html", id="page-without-its-parser"),
        pytest.param("a.pdf", "pypdfium2", "pdf", id="pdf"),
        pytest.param("a.docx", "docx", "docx", id="word"),
        pytest.param("a.epub", "lxml.etree", "html", id="book"),
        pytest.param("a.rss", "lxml.etree", "html", id="feed"),
        pytest.param("a.warc", "warcio.archiveiterator", "warc", id="crawl"),
        pytest.param("b.eml", "lxml.html", "html", id="mail-in-html"),
    ],
)
def test_a_missing_extra_is_one_line_that_names_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, module: str, extra: str
) -> None:
    data = {
        "a.html": PAGE.encode(),
        "a.pdf": pdf(),
        "a.docx": word(),
        "a.epub": epub(),
        "a.rss": FEED.encode(),
        "a.warc": warc(),
    }
    (folder / name).write_bytes(data.get(name) or mail(html_only=True))
    (folder / "letter.eml").write_bytes(mail())
    monkeypatch.setitem(sys.modules, module, None)
    corpus = opened(folder)
    (problem,) = corpus.problems()
    assert (problem.path, problem.code, problem.mend) == (name, "C120", f"pip install 'pytest-factcheck[{extra}]'")
    assert "\n" not in problem.what
    assert ids(corpus) == ["good", "letter"], "mail in plain text needs no extra"


def test_a_stated_character_set_is_used(folder: Path) -> None:
    (folder / "a.txt").write_bytes("The mayor of Złotów said the wells are dry.".encode("cp1250"))
    (folder / "b.html").write_bytes("<p>The mayor of Złotów said the wells are dry.</p>".encode("iso8859-2"))
    (folder / "c.txt").write_bytes(b"---\ncharset: cp1250\n---\nThe mayor of Z\xb3ot\xf3w said the wells are dry.\n")
    (folder / "d.txt").write_bytes(b"The wells of Lund \xff are dry.")
    (folder / "sources.yaml").write_text(
        "a.txt: {charset: windows-1250}\nb.html: {charset: latin2}\nd.txt: {charset: utf-8}\n", "utf-8"
    )
    corpus = opened(folder)
    for name in "abc":
        assert "Złotów" in corpus.source(name).text
    assert corpus.source("a").charset == "cp1250"
    assert problems(corpus) == [("d.txt", "C127")]
