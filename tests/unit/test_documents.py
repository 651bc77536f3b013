"""Word documents, books, mails, feeds and web archives."""

import gzip
import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

import docx
import pytest
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from factcheck.adapters.readers.docx import DocxReader
from factcheck.adapters.readers.epub import EpubReader
from factcheck.adapters.readers.feed import FeedReader
from factcheck.adapters.readers.mail import MailReader
from factcheck.adapters.readers.warc import WarcReader
from factcheck.domain.ports import Reader
from factcheck.domain.source import Source
from factcheck.errors import CorpusError
from tests.files_of_a_desk import ATOM, FEED, epub, mail, warc, warc_record, word

CET = timezone(timedelta(hours=1))


def read(reader: Reader, data: bytes, path: str) -> tuple[list[Source], list[str]]:
    """All sources, and the codes of what was raised after the last one."""
    found: list[Source] = []
    try:
        found.extend(reader.read(data, path=path))
    except CorpusError as error:
        return found, [error.code]
    except ExceptionGroup as group:
        return found, [error.code for error in group.exceptions if isinstance(error, CorpusError)]
    return found, []


def zipped(**members: bytes | str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return file.getvalue()


# -- Word -----------------------------------------------------------------------------------------------------------


def test_a_word_document() -> None:
    (source,), said = read(DocxReader(), word(), "n/a.docx")
    assert source.text.split("\n\n") == [
        "Report on the ferry of Maren",
        "The ferry carried 48,200 passengers in 2023, the harbour office said.",
        "The council counted 2,300 people on Monday.",
        "Year; Passengers; Cars",
        "2023; 48,200; 1,100",
        "A second boat will be bought in 2025.",
    ]
    assert (source.id, source.title, source.author, source.published, said) == (
        "n/a",
        "Report on the ferry of Maren",
        "Ida Holm",
        None,
        [],
    )
    assert source.modified


def _tracked(kind: str, words: str) -> BaseOxmlElement:
    change, run, text = (
        OxmlElement(f"w:{kind}"),
        OxmlElement("w:r"),
        OxmlElement("w:delText" if kind == "del" else "w:t"),
    )
    text.text = words
    run.append(text)
    change.append(run)
    return change


def test_tracked_changes_count_as_accepted() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The council has ")
    paragraph._p.append(_tracked("del", "always "))
    paragraph._p.append(_tracked("ins", "never "))
    paragraph.add_run("paid for a night boat.")
    boxed = document.add_paragraph("The wells are dry.")
    box = OxmlElement("w:txbxContent")
    box.append(_tracked("ins", "Advertisement: 40 boats for sale."))
    boxed._p.append(box)
    control = OxmlElement("w:sdt")
    content = OxmlElement("w:sdtContent")
    control.append(content)
    content.append(document.add_paragraph("The mayor resigned in May.")._p)
    document.element.body.insert(0, control)
    file = io.BytesIO()
    document.save(file)
    (source,), _ = read(DocxReader(), file.getvalue(), "a.docx")
    assert (
        source.text
        == "The mayor resigned in May.\n\nThe council has never paid for a night boat.\n\nThe wells are dry."
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(word()[:2000], "C121", id="cut-off"),
        pytest.param(zipped(**{"a.txt": "hello"}), "C121", id="another-archive"),
        pytest.param(b"\xd0\xcf\x11\xe0" + b"\0" * 600, "C121", id="an-old-document"),
        pytest.param(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "C122", id="a-password"),
        pytest.param(zipped(**{"word/document.xml": b"\0" * 201_000_000}), "C123", id="a-bomb"),
        pytest.param(zipped(**{"word/document.xml": b" " * 51_000_000}), "C123", id="too-much-xml"),
        pytest.param(zipped(**{"word/media/a.bin": b"\0" * 11_000_000}), "C123", id="a-member-that-swells"),
        pytest.param(zipped(**{f"{number}": "" for number in range(20_001)}), "C123", id="too-many-members"),
    ],
)
def test_word_documents_that_cannot_be_read(data: bytes, code: str) -> None:
    assert read(DocxReader(), data, "a.docx") == ([], [code])


def test_an_archive_that_declares_less_than_it_holds() -> None:
    data = bytearray(zipped(**{"META-INF/container.xml": b"a" * 100_000}))
    for at in (22, data.rindex(b"PK\x01\x02") + 24):
        data[at : at + 4] = (10).to_bytes(4, "little")
    assert read(EpubReader(), bytes(data), "a.epub") == ([], ["C121"])


# -- books ----------------------------------------------------------------------------------------------------------


def test_a_book() -> None:
    (source,), said = read(EpubReader(), epub(), "a.epub")
    assert source.text == "Maren is an island of 2,300 people.\n\nThe first boat\n\nThe first boat sailed in 1911."
    assert (source.title, source.author, source.publisher, source.published, said) == (
        "Ferries of Maren",
        "Ann Lee, Bo Li",
        "Quay Books",
        date(2021, 5, 4),
        [],
    )


_SCRAMBLED = '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="{}"/></EncryptedData></encryption>'


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        pytest.param(epub(**{"META-INF/encryption.xml": _SCRAMBLED.format("http://www.idpf.org/2008/embedding")}), [], id="scrambled-fonts-are-usual"),
        pytest.param(epub(**{"META-INF/encryption.xml": _SCRAMBLED.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc")}), ["C122"], id="locked-chapters"),
        pytest.param(epub(container="<container/>"), ["C121"], id="no-package"),
        pytest.param(epub(package="<package"), ["C121"], id="broken-package"),
        pytest.param(epub(package="<package/>"), ["C222"], id="no-chapters"),
        pytest.param(epub(package='<!DOCTYPE p [<!ENTITY a "b">]><package>&a;</package>'), ["C124"], id="entities"),
        pytest.param(epub()[:900], ["C121"], id="cut-off"),
        pytest.param(b"hello", ["C121"], id="text"),
    ],
)  # fmt: skip
def test_books_that_cannot_be_read(data: bytes, codes: list[str]) -> None:
    assert read(EpubReader(), data, "a.epub")[1] == codes


def _of_chapters(*names: str) -> str:
    items = "".join(f'<item id="c{n}" href="{name}" media-type="text/html"/>' for n, name in enumerate(names))
    order = "".join(f'<itemref idref="c{n}"/>' for n in range(len(names)))
    return f"<package><manifest>{items}</manifest><spine>{order}</spine></package>"


def test_a_chapter_named_again_and_again_is_read_once() -> None:
    one = "<html><body><p>A boat sailed.</p>" + " " * 1_100_000
    book = epub(package=_of_chapters(*["0.html", "./0.html", "0.html#end", "x/../0.html"] * 5), **{"OEBPS/0.html": one})
    (source,), said = read(EpubReader(), book, "a.epub")
    assert (source.text, said) == ("A boat sailed.", [])


def test_the_markup_of_a_book_is_limited_as_that_of_a_page_is() -> None:
    chapters = {f"OEBPS/{n}.html": "<html><body><p>A boat sailed.</p>" + " " * 7_000_000 for n in range(3)}
    assert read(EpubReader(), epub(package=_of_chapters("0.html", "1.html", "2.html"), **chapters), "a.epub") == (
        [],
        ["C123"],
    )


# -- mail -----------------------------------------------------------------------------------------------------------


def test_a_press_release() -> None:
    (source,), said = read(MailReader(), mail(), "a.eml")
    assert (
        source.text
        == "The ferry carried 48,200 passengers in 2023, the harbour office said on Tuesday.\n\nThe café stays open."
    )
    assert (source.title, source.author, source.publisher) == ("Ferry record in 2023", "Ida Holm", "harbour.example")
    assert (source.published, source.published_at, source.charset) == (
        date(2024, 2, 7),
        datetime(2024, 2, 7, 6, 30, tzinfo=CET),
        "cp1252",
    )
    assert said == ["C131"]


def test_a_mail_in_html_alone() -> None:
    (source,), said = read(MailReader(), mail(html_only=True), "a.eml")
    assert (source.text, said) == ("The ferry carried 48,200 passengers in 2023.\n\nFares stay as they are.", [])


HEAD = b"From: Ida Holm <press@harbour.example>\r\n"
BODY = b"\r\n\r\nThe wells of Lund are dry, the mayor said."


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(
            HEAD + b"Subject: =?iso-8859-1?q?Caf=E9?= dry" + BODY, ("Café dry", "Ida Holm"), id="encoded-subject"
        ),
        pytest.param(HEAD + b"Subject: Dry\r\n wells" + BODY, ("Dry wells", "Ida Holm"), id="folded-subject"),
        pytest.param(
            b"From: press@harbour.example\r\nDate: soon" + BODY, (None, "press@harbour.example"), id="bare-address"
        ),
        pytest.param(
            b"Subject: Dry\nContent-Type: text/plain; charset=nonsense" + BODY, ("Dry", None), id="unknown-charset"
        ),
        pytest.param(
            b"Subject: Dry\nContent-Transfer-Encoding: base64\r\n\r\nVGhlIHdlbGxzIG9mIEx1bmQgYXJlIGRyeS4=",
            ("Dry", None),
            id="base64",
        ),
    ],
)
def test_heads_of_mails(data: bytes, expected: tuple[str | None, str | None]) -> None:
    (source,), said = read(MailReader(), data, "a.eml")
    assert ((source.title, source.author), said) == (expected, [])
    assert source.text.startswith("The wells of Lund are dry")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"The wells of Lund are dry.", "C121", id="no-head"),
        pytest.param(b"", "C121", id="empty"),
        pytest.param(HEAD + b"\r\n-- \r\nIda Holm runs 3 harbours.", "C222", id="a-signature-alone"),
        pytest.param(HEAD + b"Subject: " + b"=?utf-8?q?a?= " * 5000 + BODY, "C123", id="a-head-line-without-end"),
        pytest.param(HEAD + b"Content-Type: text/plain; " + b";".join(b"a%d*0*=1" % at for at in range(5000)) + BODY, "C123", id="parameters-without-end"),
    ],
)  # fmt: skip
def test_mails_that_cannot_be_read(data: bytes, code: str) -> None:
    assert read(MailReader(), data, "a.eml") == ([], [code])


# -- feeds ----------------------------------------------------------------------------------------------------------


def test_a_feed() -> None:
    (ferry, bridge), said = read(FeedReader(), FEED.encode(), "n/feed.rss")
    assert (ferry.id, ferry.text) == (
        "n/feed-1",
        "Ferry & bridge\n\nThe ferry carried 48,200 passengers in 2023.\n\nFares stay as they are.",
    )
    assert (ferry.title, ferry.publisher, ferry.author, ferry.url) == (
        "Ferry & bridge",
        "Maren Daily",
        "Ann Lee",
        "https://marendaily.example/1",
    )
    assert (ferry.published, ferry.published_at) == (date(2024, 2, 7), datetime(2024, 2, 7, 6, 30, tzinfo=CET))
    assert ferry.based_on == ("Coast Wire", "https://coastwire.example/rss")
    assert (bridge.id, bridge.text, bridge.url, bridge.published) == (
        "n/feed-2",
        "The bridge opened in 1987.",
        "https://marendaily.example/2",
        date(2024, 2, 8),
    )
    assert said == ["C130"]


def test_an_atom_feed() -> None:
    (source,), said = read(FeedReader(), ATOM.encode(), "feed.atom")
    assert (source.title, source.author, source.url, source.text) == (
        "Bridge",
        "Bo Li",
        "https://marendaily.example/2",
        "Bridge\n\nThe bridge opened in 1987.",
    )
    assert (source.published_at, source.modified, said) == (
        datetime(2024, 2, 7, 6, 30, tzinfo=UTC),
        date(2024, 2, 8),
        [],
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"<urlset><url/></urlset>", "C125", id="a-sitemap"),
        pytest.param(b"<rss><channel><title>Maren</title></channel></rss>", "C125", id="no-items"),
        pytest.param(b"<rss><channel><item><title>Video</title></item></channel></rss>", "C222", id="nothing-said"),
        pytest.param(FEED.encode()[:-20], "C121", id="cut-off"),
        pytest.param(b"<rss>" + b"<a>" * 1000, "C121", id="nested"),
        pytest.param(b'<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss>&b;</rss>', "C124", id="laughs"),
        pytest.param('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE r [<!ENTITY a "a">]><rss/>'.encode("utf-16"), "C124", id="laughs-in-utf-16"),
        pytest.param(b'<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss>&a;</rss>', "C124", id="a-file-of-the-machine"),
        pytest.param(b"", "C121", id="empty"),
    ],
)  # fmt: skip
def test_feeds_that_cannot_be_read(data: bytes, code: str) -> None:
    assert read(FeedReader(), data, "feed.rss") == ([], [code])


# -- web archives ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("packed", [pytest.param(False, id="plain"), pytest.param(True, id="packed")])
def test_a_crawl(*, packed: bool) -> None:
    path = "c/crawl.warc.gz" if packed else "c/crawl.warc"
    (page, copy, text), said = read(WarcReader(), warc(packed=packed), path)
    assert [page.id, copy.id, text.id] == ["c/crawl-1", "c/crawl-2", "c/crawl-3"]
    assert (page.url, page.based_on) == (
        "https://marendaily.example/news/ferry-record?from=rss",
        ("https://coastwire.example/ferry",),
    )
    assert copy.based_on == ("https://coastwire.example/ferry", "https://marendaily.example/news/ferry-record")
    assert (page.published, page.modified, page.retrieved) == (date(2024, 2, 7), date(2024, 2, 8), date(2024, 2, 9))
    assert (text.text, text.charset, text.published) == ("The café of Lund is shut.", "cp1252", None)
    assert said == ["C130"]


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
PAGE = b"<p>The wells of Lund are dry.</p>"


def records(*answers: bytes) -> Iterator[bytes]:
    return (warc_record(f"https://x.example/{number}", answer) for number, answer in enumerate(answers))


@pytest.mark.parametrize(
    ("data", "pages", "codes"),
    [
        pytest.param(b"".join(records(OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE))), 1, [], id="packed-by-the-server"),
        pytest.param(b"".join(records(OK + b"Transfer-Encoding: chunked\r\n\r\n21\r\n" + PAGE + b"\r\n0\r\n\r\n")), 1, [], id="in-chunks"),
        pytest.param(b"".join(records(OK + b"\r\n%PDF-1.7", OK + b"\r\n" + PAGE)), 1, ["C130"], id="a-pdf-under-a-wrong-name"),
        pytest.param(b"".join(records(OK + b"\r\n" + PAGE))[:-20], 0, ["C121"], id="cut-off"),
        pytest.param(b"".join(records(OK + b"\r\n" + PAGE, OK + b"\r\n" + PAGE))[:-20], 1, ["C121"], id="the-last-page-cut-off"),
        pytest.param(b"".join(records(b"HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\n" + PAGE)), 0, ["C222"], id="redirects-alone"),
        pytest.param(b"".join(records(OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"a" * 30_000_000))), 0, ["C123"], id="a-bomb-as-a-page"),
        pytest.param(b"hello", 0, ["C121"], id="text"),
        pytest.param(b"", 0, ["C222"], id="empty"),
    ],
)  # fmt: skip
def test_crawls(data: bytes, pages: int, codes: list[str]) -> None:
    found, said = read(WarcReader(), data, "a.warc")
    assert (len(found), said) == (pages, codes)
