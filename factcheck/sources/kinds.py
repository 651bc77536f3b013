"""Which ending a document gets, from what a server calls it, from its first bytes, and from its name."""

from __future__ import annotations

import codecs
import hashlib
import re

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
HEAD = 2_048
"""Bytes from the start that are looked at."""

_BY_TYPE = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/epub+zip": ".epub",
    "message/rfc822": ".eml",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/warc": ".warc",
    "application/jsonl": ".jsonl",
    "application/jsonlines": ".jsonl",
    "application/x-jsonlines": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "application/ndjson": ".jsonl",
}
# What servers say of files that they do not know: the name and the first bytes tell more.
_VAGUE = frozenset(
    {
        "",
        "text/plain",
        "text/xml",
        "application/xml",
        "application/zip",
        "application/gzip",
        "application/x-gzip",
        "application/octet-stream",
        "application/download",
        "application/force-download",
        "binary/octet-stream",
    }
)
_PAGE = re.compile(rb"(?:<!doctype html|<html[\s>])", re.IGNORECASE)
_XML_ROOT = re.compile(rb"<(rss|feed|rdf:RDF|html)[\s>]", re.IGNORECASE)
_ROOTS = {b"rss": ".rss", b"rdf:rdf": ".rss", b"feed": ".atom", b"html": ".html"}


# What servers mean by these names (WHATWG Encoding Standard, section 4.2).
_WIDER = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
_KNOWN = frozenset(_BY_TYPE.values()) | {".warc.gz"}


def ending(name: str) -> str:
    """The ending of a file name, with its dot, in lower case; `.warc.gz` is one ending."""
    name = name.rpartition("/")[2].lower()
    if name.endswith(".warc.gz"):
        return ".warc.gz"
    stem, dot, last = name.rpartition(".")
    return dot + last if stem and last else ""


def media_type(content_type: str) -> str:
    """The type of a `Content-Type` header in lower case, without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def suffix_of(content_type: str, *, head: bytes, name: str) -> str:
    """The ending of a document, such as `.html`; empty for what is no document of a known kind.

    What the bytes say for certain goes before what the server says: a PDF that is called a web page is a PDF.

    Args:
        content_type: As the server sent it; empty if it sent none.
        head: The first bytes.
        name: The last part of the address.
    """
    kind = media_type(content_type)
    certain = _certain(head)
    if certain:
        return certain
    ending = ".warc.gz" if name.endswith(".warc.gz") else name[name.rfind(".") :] if "." in name else ""
    if kind in _VAGUE:
        return _of_xml(head) or (
            ending if ending in _BY_TYPE.values() or ending == ".warc.gz" else _BY_TYPE.get(kind, "")
        )
    return _BY_TYPE.get(kind, "")


def _certain(head: bytes) -> str:
    if head.startswith(b"%PDF-"):
        return ".pdf"
    if head.startswith(b"PK\x03\x04"):
        if b"mimetypeapplication/epub+zip" in head[:100]:
            return ".epub"
        return ".docx" if b"word/" in head or b"[Content_Types].xml" in head[:100] else ""
    if _PAGE.match(_without_mark(head)):
        return ".html"
    return ".warc" if head.startswith(b"WARC/1.") else ""


def _of_xml(head: bytes) -> str:
    bare = _without_mark(head)
    if not bare.startswith(b"<"):
        return ""
    root = _XML_ROOT.search(bare)
    return _ROOTS[root[1].lower()] if root else ""


def _without_mark(head: bytes) -> bytes:
    return head.removeprefix(codecs.BOM_UTF8).lstrip()


def stated_charset(content_type: str, data: bytes) -> str:
    """The character set that a `Content-Type` header states, if the bytes need it; else empty.

    A byte order mark says it better, UTF-8 shows by itself, and a statement under which the bytes make no text is wrong.
    """
    found = re.search(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", content_type, re.IGNORECASE)
    if not found or data.startswith(_MARKS):
        return ""
    try:
        name = codecs.lookup(found[1]).name
        name = _WIDER.get(name, name)
        if not _is_text(data, "utf-8") and _is_text(data, name):
            return name
    except LookupError:
        pass
    return ""


def _is_text(data: bytes, charset: str) -> bool:
    try:
        data.decode(charset)
    except (UnicodeError, ValueError):
        return False
    return True


def in_utf8(data: bytes, charset: str | None) -> bytes:
    """The bytes of a text as UTF-8 with its mark, if somebody states another character set in which they make a text.

    Readers then need not be told: a byte order mark goes before everything that a file declares.
    """
    if not charset or data.startswith(_MARKS) or not _is_text(data, charset):
        return data
    return data.decode(charset).encode("utf-8-sig")


def is_content(data: bytes, sha256: str) -> bool:
    """Whether these are the bytes with this hash; that a version control system changed the line breaks does not matter."""
    unix = data.replace(b"\r\n", b"\n")
    forms = (data, unix, unix.replace(b"\n", b"\r\n"))
    return any(hashlib.sha256(form).hexdigest() == sha256 for form in forms)
