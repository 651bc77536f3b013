"""Which ending a document gets."""

from __future__ import annotations

import codecs
import hashlib

import pytest

from factcheck.sources.kinds import ending, is_content, suffix_of

PAGE = b"<!DOCTYPE html><html><p>The ferry sank.</p>"


@pytest.mark.parametrize(
    ("content_type", "head", "name", "expected"),
    [
        pytest.param("text/html; charset=utf-8", PAGE, "/ferry", ".html", id="a-page"),
        pytest.param("Application/XHTML+XML", b"<?xml version='1.0'?><html>", "", ".html", id="a-strict-page"),
        pytest.param("text/plain", PAGE, "/ferry.txt", ".html", id="a-page-called-text"),
        pytest.param("text/plain", codecs.BOM_UTF8 + b"\n " + PAGE, "", ".html", id="a-page-behind-a-mark"),
        pytest.param("text/plain", b"The ferry sank.", "/ferry", ".txt", id="text"),
        pytest.param("text/plain", b"# Ferry", "/README.md", ".md", id="markdown-called-text"),
        pytest.param("text/plain", b"x", "/run.exe", ".txt", id="text-of-another-ending"),
        pytest.param("text/html", b"%PDF-1.7", "/a", ".pdf", id="a-pdf-called-a-page"),
        pytest.param("", b"%PDF-1.4", "/download", ".pdf", id="a-pdf-called-nothing"),
        pytest.param("application/pdf", b"not quite", "", ".pdf", id="what-the-server-says"),
        pytest.param(
            "application/octet-stream", b"PK\x03\x04" + b"0" * 26 + b"[Content_Types].xml", "", ".docx", id="word"
        ),
        pytest.param(
            "application/zip", b"PK\x03\x04" + b"0" * 26 + b"mimetypeapplication/epub+zip", "", ".epub", id="a-book"
        ),
        pytest.param("application/zip", b"PK\x03\x04junk", "/a.zip", "", id="another-archive"),
        pytest.param("application/xml", b"<?xml version='1.0'?>\n<rss version='2.0'>", "/feed", ".rss", id="a-feed"),
        pytest.param("text/xml", b"<feed xmlns='http://www.w3.org/2005/Atom'>", "/feed", ".atom", id="an-atom-feed"),
        pytest.param("application/atom+xml", b"<feed>", "", ".atom", id="a-feed-by-its-name"),
        pytest.param("application/gzip", b"\x1f\x8b", "/crawl.warc.gz", ".warc.gz", id="a-web-archive"),
        pytest.param("application/octet-stream", b"WARC/1.1\r\n", "/x", ".warc", id="an-unpacked-web-archive"),
        pytest.param("application/x-ndjson", b"{}", "", ".jsonl", id="lines-of-json"),
        pytest.param("message/rfc822", b"From: a", "", ".eml", id="a-mail"),
        pytest.param("image/png", b"\x89PNG", "/a.html", "", id="an-image-called-a-page"),
        pytest.param("video/mp4", b"....ftyp", "/a.txt", "", id="a-film"),
        pytest.param("application/json", b"{}", "/a.json", "", id="json"),
        pytest.param("application/octet-stream", b"\x00\x01", "/a", "", id="bytes"),
    ],
)
def test_suffix_of(content_type: str, head: bytes, name: str, expected: str) -> None:
    assert suffix_of(content_type, head=head, name=name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a/b/C.HTML", ".html"),
        ("crawl.warc.GZ", ".warc.gz"),
        ("a.b/c", ""),
        (".txt", ""),
        ("x.", ""),
        ("a.tar.gz", ".gz"),
    ],
)
def test_ending(name: str, expected: str) -> None:
    assert ending(name) == expected


def test_changed_line_breaks_do_not_change_the_content() -> None:
    unix, windows = b"a\nb\n", b"a\r\nb\r\n"
    for added in (unix, windows):
        digest = hashlib.sha256(added).hexdigest()
        assert is_content(unix, digest)
        assert is_content(windows, digest)
        assert not is_content(b"a\nc\n", digest)
