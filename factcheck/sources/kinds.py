"""Which ending a document gets, from what a server calls it, from its first bytes, and from its name."""

from __future__ import annotations

import codecs
import hashlib
import re

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


def is_content(data: bytes, sha256: str) -> bool:
    """Whether these are the bytes with this hash; that a version control system changed the line breaks does not matter."""
    unix = data.replace(b"\r\n", b"\n")
    forms = (data, unix, unix.replace(b"\n", b"\r\n"))
    return any(hashlib.sha256(form).hexdigest() == sha256 for form in forms)
