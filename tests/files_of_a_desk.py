"""Files as newsrooms have them, made by code: each function gives the bytes of one sound file."""

from __future__ import annotations

import gzip
import io
import zipfile
from email.message import EmailMessage
from functools import cache

import docx
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

PAGE = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Harbour ferry breaks record | Maren Daily</title>
<link rel="canonical" href="https://marendaily.example/news/ferry-record">
<meta property="og:site_name" content="Maren Daily"><meta name="author" content="By the desk">
<meta property="article:published_time" content="2024-02-07T05:30:00Z">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
  {"@type": "WebSite", "name": "Maren Daily"},
  {"@type": "Person", "@id": "#ann", "name": "Ann Lee"},
  {"@type": ["NewsArticle"], "headline": "Harbour ferry breaks record", "url": "https://marendaily.example/news/ferry-record",
   "datePublished": "2024-02-07T06:30:00+01:00", "dateModified": "2024-02-08T09:00:00+01:00",
   "author": [{"@id": "#ann"}, {"@type": "Person", "name": "By Bo Li"}], "publisher": {"@type": "Organization", "name": "Maren Daily"},
   "isBasedOn": "https://coastwire.example/ferry", "inLanguage": "en"}]}</script>
<style>.x { color: red }</style></head>
<body class="single post-12 tag-donations">
<div id="cookie-banner" class="cookie-consent">We and our 812 partners store cookies. <button>Accept all</button></div>
<header><a class="logo" href="/"><h1>Maren Daily</h1></a>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article>
<h1>Harbour ferry breaks record</h1>
<p class="byline">By <a href="/a/ann">Ann Lee</a> and Bo Li</p>
<time datetime="2024-02-07T06:30:00+01:00">7 February 2024, 6:30am</time>
<div class="share-tools"><span>Share this article</span><ul><li><a>Facebook</a></li><li><a>WhatsApp</a></li></ul></div>
<figure><img src="a.jpg" alt="ferry"><figcaption>The ferry carried 48,200 passengers in 2023. Photo: Jo Ek/Coast Wire</figcaption></figure>
<p>MAREN - The ferry to Maren Island carried 48,200<sup>1</sup> passengers in 2023, the harbour office said on Tuesday, the most
since records began.</p>
<p>The figure was 41,000 in the year before. “We did not expect it,” said Ida Holm, who heads the office.</p>
<aside class="donation-box"><h3>Support Maren Daily</h3><p>The paper raised $1.2 million last year from its readers.</p>
<p>A gift of $25 pays for a day of reporting from the island.</p><button>$10</button><button>$25</button></aside>
<h2>More boats</h2>
<p>A second boat will be bought in 2025 for 3.4 million euros, according to the council.<sup><a href="#n2">[2]</a></sup> It will
take 120 people.</p>
<div class="related-links"><h4>Related</h4><ul><li><a href="/x">The bridge closed for 900 cars a day.</a></li></ul></div>
<p>Fares stay as they are: a return ticket costs 12 euros, and children under 6 travel for nothing.</p>
<table><tr><th>Year</th><th>Passengers</th><th>Boats</th></tr><tr><td>2022</td><td>41,000</td><td>1</td></tr></table>
<div class="promo"><p>Your $5 keeps this site going for an hour.</p></div>
<div style="display: none"><p>The ferry sank in 2019 with 60 people.</p></div>
<p>The council meets again on 20 February. It will hear from <b>12</b> residents who want a night boat.</p>
<div class="newsletter-signup"><p>Join the 30,000 people who read it every morning.</p><form><input></form></div>
<p class="copyright">© 2024 Maren Daily. All rights reserved.</p>
</article>
<section id="comments"><h3>3 comments</h3><p>Joe: the ferry carried 99,000 people, I counted them myself last summer.</p></section>
</main>
<aside><h3>Most read</h3><ol><li><a href="/1">A fire destroyed 14 houses in Lund.</a></li></ol></aside>
<footer><p>Maren Daily Ltd, 3 Quay Street. The company was founded in 1911 and employs 60 people.</p></footer>
</body></html>
"""
"""A page of an invented paper with what surrounds an article on real ones."""

FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Maren Daily</title><link>https://marendaily.example</link>
<item><title>Ferry &amp;amp; bridge</title><link>https://marendaily.example/1</link><pubDate>Wed, 07 Feb 2024 06:30:00 +0100</pubDate>
<dc:creator>Ann Lee</dc:creator><description>The ferry is full.</description>
<content:encoded><![CDATA[<p>The ferry carried 48,200 passengers in 2023.</p><p>Fares stay as they are.</p>]]></content:encoded>
<source url="https://coastwire.example/rss">Coast Wire</source></item>
<item><title>The bridge opened in 1987.</title><guid>https://marendaily.example/2</guid><dc:date>2024-02-08</dc:date></item>
<item><title>Video</title></item>
</channel></rss>
"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Maren Daily</title><entry><title>Bridge</title>
<link rel="self" href="https://marendaily.example/feed"/><link href="https://marendaily.example/2"/><published>2024-02-07T06:30:00Z</published>
<updated>2024-02-08T06:30:00Z</updated><author><name>Bo Li</name><uri>https://marendaily.example/bo</uri></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The bridge opened in 1987.</p></div></content></entry></feed>
"""

_CONTAINER = """<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
_PACKAGE = """<?xml version="1.0" encoding="utf-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Ferries of Maren</dc:title><dc:creator>Ann Lee</dc:creator>
<dc:creator>Bo Li</dc:creator><dc:date>2021-05-04</dc:date><dc:publisher>Quay Books</dc:publisher></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="c1" href="one%201.xhtml" media-type="application/xhtml+xml"/><item id="c2" href="two.xhtml" media-type="application/xhtml+xml"/>
<item id="pic" href="a.jpg" media-type="image/jpeg"/></manifest>
<spine><itemref idref="nav"/><itemref idref="c2"/><itemref idref="pic"/><itemref idref="c1"/><itemref idref="gone"/></spine></package>"""
CHAPTERS = {
    "nav.xhtml": "<html><body><nav><ol><li>Chapter one.</li></ol></nav></body></html>",
    "one 1.xhtml": '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>'
    "<h1>The first boat</h1><p>The first boat&nbsp;sailed in 1911<a><sup>3</sup></a>.</p></body></html>",
    "two.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Maren is an island of 2,300 people.</p></body></html>',
}


def epub(**members: str) -> bytes:
    """A book of two chapters; `members` take the place of, or come beside, its files (`_` for `/` and `.` cannot be named)."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/epub+zip")
        packed.writestr("META-INF/container.xml", members.pop("container", _CONTAINER))
        packed.writestr("OEBPS/content.opf", members.pop("package", _PACKAGE))
        for name, text in {**{f"OEBPS/{name}": text for name, text in CHAPTERS.items()}, **members}.items():
            packed.writestr(name, text)
    return file.getvalue()


def word() -> bytes:
    """A Word document with a heading, a table and a raised digit."""
    document = docx.Document()
    document.core_properties.author = "Ida Holm"
    document.add_heading("Report on the ferry of Maren", 1)
    document.add_paragraph("The ferry carried 48,200 passengers in 2023, the harbour office said.")
    noted = document.add_paragraph("The council counted 2,300")
    noted.add_run("12").font.superscript = True
    noted.add_run(" people on Monday.")
    table = document.add_table(rows=2, cols=3)
    for row, words in zip(table.rows, (["Year", "Passengers", "Cars"], ["2023", "48,200", "1,100"]), strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    document.add_paragraph("A second boat will be bought in 2025.")
    return _saved(document)


def _saved(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


LEFT = """The ferry to Maren Island carried 48,200 passengers|in 2023, the harbour office said on Tuesday, which|is the most since records began. Its minis-
|ters and the US-|led council were surprised by the figure, as they|said in a letter to the 2,300 people of the island.""".replace(
    "\n", ""
).split("|")
RIGHT = """A second boat will be bought in 2025 for 3.4 million|euros, according to the council, which has not yet|asked for offers. It will take 120 people and|forty cars at a time, and it will run at night,|too, if enough of the residents want it and are|ready to pay for the crew of a night boat.""".split(
    "|"
)


def pdf(
    *,
    pages: int = 2,
    row_by_row: bool = True,
    locked: bool = False,
    left: list[str] = LEFT,
    right: list[str] = RIGHT,
) -> bytes:
    """A report in two columns with a headline across them, a running head, and page numbers.

    Args:
        pages: How many; the columns stand on the first, a sentence of its own on each.
        row_by_row: Whether the columns are written row by row, as some printing programs do.
        locked: Whether it only opens with a password.
        left: Lines of the left column.
        right: Lines of the right column, as many.
    """
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, encrypt="harbour" if locked else None, invariant=1)
    canvas.setTitle("Annual report 2023")
    canvas.setAuthor("Ida Holm")
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, 815, f"Maren Harbour Office, report {page + 2000}")
        canvas.drawCentredString(297, 25, f"Page {page} of {pages}")
        if page == 1:
            canvas.setFont("Helvetica-Bold", 18)
            canvas.drawString(60, 780, "The ferries of Maren in the year 2023")
        canvas.setFont("Helvetica", 9)
        cells = [(60, line, text) for line, text in enumerate(left)] + [
            (310, line, text) for line, text in enumerate(right)
        ]
        for x, line, text in sorted(cells, key=lambda cell: cell[1] if row_by_row else 0) if page == 1 else ():
            canvas.drawString(x, 740 - 12 * line, text)
        canvas.drawString(
            60, 740 - 12 * len(left) - 30, f"The wells of Lund were dry on {page} days of the month of May."
        )
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def mail(*, html_only: bool = False) -> bytes:
    """A press release with a quoted letter, a signature and an attached file."""
    message = EmailMessage()
    message["From"] = "Ida Holm <press@harbour.example>"
    message["Date"] = "Wed, 07 Feb 2024 06:30:00 +0100"
    message["Subject"] = "Ferry record in 2023"
    html = "<html><body><p>The ferry carried 48,200 passengers in 2023.</p><p>Fares stay as they are.</p></body></html>"
    if html_only:
        message.set_content(html, subtype="html", charset="utf-8")
        return message.as_bytes()
    message.set_content(
        "The ferry carried 48,200 passengers in 2023, the harbour office\nsaid on Tuesday.\n\nOn Mon, 5 Feb 2024 at 10:00, Joe wrote:\n"
        "> the ferry carried 99,000 people\n> in 2023\n\nThe café stays open.\n-- \nIda Holm runs 3 harbours.\n",
        charset="iso-8859-1",
    )
    message.add_alternative(html, subtype="html")
    message.add_attachment(b"%PDF-1.4 x", maintype="application", subtype="pdf", filename="report.pdf")
    return message.as_bytes()


def warc(*, packed: bool = False) -> bytes:
    """A crawl: a page, a copy of it elsewhere, a picture, plain text, a page without text, and one that was not found."""
    answers = [
        ("https://marendaily.example/news/ferry-record?from=rss", "text/html; charset=utf-8", PAGE.encode(), "200 OK"),
        ("https://other.example/copy", "text/html", PAGE.encode(), "200 OK"),
        ("https://x.example/a.png", "image/png", b"\x89PNG", "200 OK"),
        (
            "https://x.example/a.txt",
            "text/plain; charset=windows-1252",
            "The café of Lund is shut.".encode("cp1252"),
            "200 OK",
        ),
        ("https://x.example/empty", "text/html", b"<html><body><script>1</script></body></html>", "200 OK"),
        ("https://x.example/404", "text/html", b"<p>The wells of Lund are dry, not found.</p>", "404 Not Found"),
    ]
    records = [
        warc_record(url, f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body)
        for url, kind, body, status in answers
    ]
    return b"".join(gzip.compress(record, mtime=0) if packed else record for record in records)


def warc_record(url: str, answer: bytes) -> bytes:
    """One answer of a server, head and body."""
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-02-09T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


@cache
def sound_files() -> dict[str, bytes]:
    """A sound file of each kind, by name."""
    return {
        "page.html": PAGE.encode(), "report.pdf": pdf(), "paper.docx": word(), "letter.eml": mail(), "letter-html.eml": mail(html_only=True),
        "book.epub": epub(), "items.rss": FEED.encode(), "feed.atom": ATOM.encode(), "crawl.warc": warc(), "packed.warc.gz": warc(packed=True),
        "memo.txt": b"---\npublished: 2024-02-07\n---\nThe ferry carried 48,200 passengers in 2023.\n",
        "note.md": "# Ferries\n\nThe café of *Lund* is shut.\n".encode("utf-16"),
        "briefs.jsonl": b'{"text": "The ferry carried 48,200 passengers."}\n{"text": "The wells of Lund are dry."}\n',
    }  # fmt: skip
