"""E-mail: what the sender wrote, without what they quote and without their signature."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage
from email.utils import parseaddr
from typing import TYPE_CHECKING

from factcheck.adapters.readers import charsets
from factcheck.adapters.readers.foreign import damaged, taken_apart, too_much
from factcheck.adapters.readers.markup import mend_figures, mend_layout, paragraphs, parse_html
from factcheck.adapters.readers.page_facts import day_of, read_moment
from factcheck.adapters.readers.page_furniture import without_furniture
from factcheck.adapters.readers.text import checked, raise_faults
from factcheck.errors import CorpusError, Location
from factcheck.sources.clean import read_article

if TYPE_CHECKING:
    from factcheck.domain.source import Source
    from factcheck.sources.metadata import Metadata

_KIND = "an e-mail"
_MOST_PARTS = 1_000
_LONGEST_LINE = 10_000
_HEAD_ENDS = re.compile(rb"\r?\n\r?\n")
_KEPT_LINE = re.compile(rb"^(?:from|date|subject):[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_CONTENT_LINE = re.compile(rb"^content-[a-z-]{1,30}:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_STUB = 0.2
"""Share of the HTML part's words below which the plain part is only a stub ("your program cannot show this message")."""
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_QUOTED = re.compile(
    r"^(?:>.*|On .{4,100}(?:\n.{0,100})? wrote:|-{3,} ?(?:Original Message|Forwarded message) ?-{3,})$", re.MULTILINE
)


class MailReader:
    """`.eml` files: one message, one source."""

    suffixes: tuple[str, ...] = (".eml",)

    def read(self, data: bytes, *, path: str) -> Iterator[Source]:
        """The one source of the message.

        Raises:
            CorpusError: C120 if it is HTML alone and the extra is missing, C121 if it is no message, C222 if no sentence is left; after
                the source, C131 if something attached was not read.
        """
        _check_heads(data, path=path)
        with taken_apart(_KIND, path=path):
            message = email.message_from_bytes(data, _class=EmailMessage, policy=email.policy.default)
            if not message.keys():
                raise damaged(_KIND, "it has no head with From, Date and Subject", path=path)
            parts = _parts(message)
            stated = _stated(message)
        plain, charset = _joined(parts, "text/plain")
        html, html_charset = _joined(parts, "text/html")
        text = _own_words(plain)
        if html and (not text or len(text.split()) < _STUB * len(html.split())):
            from_html = _html_text(html, path=path)
            if len(from_html.split()) > len(text.split()):
                text, charset = from_html, html_charset
        yield checked(read_article(text), stated, path=path, charset=charset)
        attached = [name for part in parts if (name := _attachment(part))]
        if attached:
            shown = ", ".join(attached[:5]) + (" and others" if len(attached) > 5 else "")
            what = f"{len(attached)} attached file{'s are' if len(attached) > 1 else ' is'} not read: {shown}"
            raise_faults(
                [CorpusError("C131", what, where=Location(path), mend="save what counts beside the message")], path=path
            )


def _check_heads(data: bytes, *, path: str) -> None:
    """Refuse lines of a head that no program writes: the parser's time grows with the square of their length.

    Raises:
        CorpusError: C123.
    """
    head = _HEAD_ENDS.split(data, maxsplit=1)[0]
    longest = max(map(len, [*_KEPT_LINE.findall(head), *_CONTENT_LINE.findall(data)]), default=0)
    if longest > _LONGEST_LINE:
        raise too_much(f"a line of the message's head has {longest:,} characters", path=path)


def _parts(message: EmailMessage) -> list[EmailMessage]:
    """The leaves of a message, without recursion; forwarded messages are taken apart, too."""
    found: list[EmailMessage] = []
    waiting: list[object] = [message]
    while waiting and len(found) < _MOST_PARTS:
        part = waiting.pop()
        if not isinstance(part, EmailMessage):
            continue
        payload = part.get_payload()
        if isinstance(payload, list):
            waiting.extend(reversed(payload))
        else:
            found.append(part)
    return found


def _stated(message: EmailMessage) -> Metadata:
    name, address = parseaddr(str(message.get("From", "")))
    published = read_moment(str(message.get("Date", "")))
    fields = {
        "title": " ".join(str(message.get("Subject", "")).split())[:500],
        "author": " ".join(name.split())[:300] or address[:300],
        "publisher": address.rpartition("@")[2][:200],
        "published": day_of(published),
        "published_at": published if isinstance(published, datetime) else None,
    }
    return {name: value for name, value in fields.items() if value}


def _attachment(part: EmailMessage) -> str:
    """How to name a part that is a file: pictures within the text are none."""
    kind = part.get_content_type()
    name = part.get_filename()
    if part.get_content_disposition() != "attachment" and (kind.startswith(("text/", "image/")) or not name):
        return ""
    return " ".join((name or kind).split())[:80]


def _joined(parts: list[EmailMessage], kind: str) -> tuple[str, str]:
    """The text of all parts of one kind, and the character set of the first."""
    texts: list[str] = []
    charset = ""
    for part in parts:
        if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
            payload = part.get_payload(decode=True)
            text, read_as = charsets.decode(
                payload if isinstance(payload, bytes) else b"", declared=part.get_content_charset()
            )
            texts.append(text.replace("\r\n", "\n"))
            charset = charset or read_as
    return "\n\n".join(texts), charset


def _own_words(text: str) -> str:
    return _QUOTED.sub("\n", _SIGNATURE.split(text, maxsplit=1)[0]).strip()


def _html_text(html: str, *, path: str) -> str:
    tree = parse_html(html, path=path)
    body = tree.find("body")
    if body is None:
        return ""
    mend_figures(body)
    mend_layout(body)
    for quoted in list(body.iter("blockquote")):
        if quoted.get("type") == "cite" or "gmail_quote" in quoted.get("class", ""):
            quoted.clear(keep_tail=True)
    without_furniture(body)
    return "\n\n".join(paragraphs(body))
