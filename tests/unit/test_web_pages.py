from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from factcheck.adapters.readers.web_page import HtmlReader, read_page
from factcheck.errors import CorpusError
from tests.files_of_a_desk import PAGE

ARTICLE = """Harbour ferry breaks record

MAREN - The ferry to Maren Island carried 48,200 passengers in 2023, the harbour office said on Tuesday, the most since records began.

The figure was 41,000 in the year before. “We did not expect it,” said Ida Holm, who heads the office.

More boats

A second boat will be bought in 2025 for 3.4 million euros, according to the council. It will take 120 people.

Fares stay as they are: a return ticket costs 12 euros, and children under 6 travel for nothing.

Year; Passengers; Boats

2022; 41,000; 1

The council meets again on 20 February. It will hear from 12 residents who want a night boat."""


def text(body: str, head: str = "<title>Wells run dry in Lund</title>") -> str:
    return read_page(f"<html><head>{head}</head><body>{body}</body></html>".encode(), path="a.html").text


def test_a_page_of_a_paper() -> None:
    (source,) = HtmlReader().read(PAGE.encode(), path="news/ferry.html")
    assert source.text == ARTICLE
    assert (source.id, source.title, source.publisher, source.author) == (
        "news/ferry",
        "Harbour ferry breaks record",
        "Maren Daily",
        "Ann Lee, Bo Li",
    )
    assert (source.published, source.modified, source.retrieved) == (date(2024, 2, 7), date(2024, 2, 8), None)
    assert source.published_at == datetime(2024, 2, 7, 6, 30, tzinfo=timezone(timedelta(hours=1)))
    assert (source.url, source.based_on) == (
        "https://marendaily.example/news/ferry-record",
        ("https://coastwire.example/ferry",),
    )
    assert (source.language, source.charset) == ("en", "utf-8")


def test_what_is_known_from_elsewhere_goes_first() -> None:
    stated = {"url": "https://other.example/copy", "retrieved": date(2024, 2, 9), "published": date(2024, 2, 1)}
    source = read_page(PAGE.encode(), path="a.html", stated=stated)
    assert (source.url, source.retrieved, source.published, source.published_at) == (
        "https://other.example/copy",
        date(2024, 2, 9),
        date(2024, 2, 1),
        None,
    )
    assert source.based_on == ("https://coastwire.example/ferry", "https://marendaily.example/news/ferry-record")


@pytest.mark.parametrize(
    ("data", "charset", "expected"),
    [
        pytest.param('<meta charset="windows-1251"><p>Мост в городе открыт с понедельника, сказал мэр.'.encode("cp1251"), None, "cp1251", id="meta"),
        pytest.param('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>The “café” is shut.'.encode("cp1252"), None, "cp1252", id="http-equiv"),
        pytest.param('<meta charset="windows-1251"><p>The café is shut on Monday.'.encode(), "utf-8", "utf-8", id="the-server-goes-first"),
        pytest.param("<p>The café is shut on Monday.".encode("utf-16"), None, "utf-16-le", id="mark"),
        pytest.param("<p>The café is shut on Monday.".encode("cp1252"), None, "cp1252", id="guessed"),
        pytest.param('<?xml version="1.0" encoding="windows-1252"?><html><p>The café is shut.'.encode("cp1252"), None, "cp1252", id="xhtml"),
    ],
)  # fmt: skip
def test_character_sets(data: bytes, charset: str | None, expected: str) -> None:
    source = read_page(data, path="a.html", charset=charset)
    assert source.charset == expected
    assert "caf\ufffd" not in source.text
    assert source.text.isascii() or "café" in source.text or "Мост" in source.text


SENTENCE = "The wells of Lund are dry, the water board said on Thursday."


@pytest.mark.parametrize(
    "box",
    [
        pytest.param('<nav><p>Ten wells are open.</p></nav>', id="menu"),
        pytest.param('<div class="cookie-notice"><p>We share it with 84 vendors.</p></div>', id="cookie-bar"),
        pytest.param('<div id="donateWidget"><p>The site raised $9,000 in May.</p></div>', id="donation-box-by-name"),
        pytest.param('<div><p>It costs money. $40 pays for a day on the road.</p><a href="/d">Donate now</a></div>', id="donation-box-by-button"),
        pytest.param('<section><p>We need $9,000 by Friday.</p><form><input type="submit" value="Give today"></form></section>', id="donation-form"),
        pytest.param('<aside><p>In 2019 the wells of Oslo were dry.</p></aside>', id="aside"),
        pytest.param('<div class="related-stories"><p>Ten people died in Oslo.</p></div>', id="related"),
        pytest.param('<ul class="most-read"><li>Ten people died in Oslo.</li></ul>', id="most-read"),
        pytest.param('<div class="sharing"><p>Shared 340 times by readers.</p></div>', id="share-line"),
        pytest.param('<div role="contentinfo"><p>The firm employs 60 people.</p></div>', id="role"),
        pytest.param('<footer><p>The firm employs 60 people.</p></footer>', id="footer"),
        pytest.param('<div><p>Valley Echo Ltd, VAT number GB 123456789. The firm employs 60 people.</p></div>', id="legal-footer-by-words"),
        pytest.param('<p style="display:none">Ten wells are open.</p>', id="hidden"),
        pytest.param('<p hidden>Ten wells are open.</p>', id="hidden-attribute"),
        pytest.param('<div class="comments-list"><p>Joe: ten wells are open.</p></div>', id="comments"),
        pytest.param('<script>var a = "Ten wells are open."</script>', id="script"),
        pytest.param('<p>© 2024 Valley Echo. All rights reserved.</p>', id="copyright"),
    ],
)  # fmt: skip
def test_boxes_are_no_part_of_the_report(box: str) -> None:
    body = f"<div class='entry'><h1>Wells run dry in Lund</h1><p>{SENTENCE}</p>{box}<p>Rain is expected at the end of the month, the weather office said.</p></div>"
    assert (
        text(body)
        == f"Wells run dry in Lund\n\n{SENTENCE}\n\nRain is expected at the end of the month, the weather office said."
    )


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<form id='aspnetForm'><h1>Wells run dry in Lund</h1><p>{SENTENCE}</p></form>", id="a-page-within-a-form"),
        pytest.param(f"<div class='post tag-donations comments-open'><p>{SENTENCE}</p></div>", id="a-box-of-misleading-name-that-is-the-page"),
        pytest.param(f"<article class='promo'><p>{SENTENCE}</p></article>", id="an-article-is-never-taken-out"),
        pytest.param(f"<table><tr><td width=100>Home</td><td><h1>Wells run dry in Lund</h1>{SENTENCE}<br><br>By bus.</td></tr></table>", id="a-table-that-is-the-page"),
        pytest.param(f"<p>{SENTENCE} Readers were asked to donate.</p><p><a href='/x'>The board</a> met.</p>", id="a-report-on-donations"),
        pytest.param(f"<div>{SENTENCE}</div>", id="no-paragraphs"),
        pytest.param(f"<p>{SENTENCE}", id="never-closed"),
    ],
)  # fmt: skip
def test_the_report_is_kept(body: str) -> None:
    assert SENTENCE.removesuffix(".") in text(body)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("Lund has 2,300<sup>1</sup> people.", "Lund has 2,300 people.", id="a-note-without-link"),
        pytest.param(
            'Lund has 2,300<sup><a href="#1">[1]</a></sup> people.', "Lund has 2,300 people.", id="a-note-with-link"
        ),
        pytest.param(
            'Lund has 2,300<a href="#1"><sup>1</sup></a> people.', "Lund has 2,300 people.", id="a-note-within-its-link"
        ),
        pytest.param(
            "It lost 10<sup>6</sup> litres on 12 km<sup>2</sup> of land.",
            "It lost 10⁶ litres on 12 km² of land.",
            id="powers",
        ),
        pytest.param("Lund has 12<sup>1</sup> boats.", "Lund has 12¹ boats.", id="a-note-that-looks-like-a-power"),
        pytest.param(
            "The wells<sup>*</sup> of Lund<sup>[a]</sup> are <i>dry</i><sup>3</sup>.",
            "The wells of Lund are dry.",
            id="marks-at-words",
        ),
        pytest.param(
            "The mayor came on the 1<sup>st</sup> of May.", "The mayor came on the 1st of May.", id="ordinals"
        ),
        pytest.param(
            "CO<sub>2</sub> fell by <b>1</b><i>0</i> percent.", "CO2 fell by 10 percent.", id="letters-in-bold"
        ),
        pytest.param("Dry&nbsp;wells&#8230; were &lt;not&gt; seen.", "Dry wells… were <not> seen.", id="entities"),
    ],
)
def test_figures_stay_what_they_are(markup: str, expected: str) -> None:
    assert text(f"<p>{SENTENCE}</p><p>{markup}</p>") == f"{SENTENCE}\n\n{expected}"


@pytest.mark.parametrize(
    ("lang", "body", "language"),
    [
        pytest.param("en", "<p>" + "قال رئيس البلدية إن الجسر مفتوح منذ يوم الاثنين. " * 10 + "</p>", "ar", id="arabic-under-an-english-template"),
        pytest.param("ar", "<p dir=rtl>قال رئيس البلدية إن الجسر مفتوح.</p>", "ar", id="arabic"),
        pytest.param("de", f"<p>{SENTENCE * 6}</p>", "en", id="english-under-a-german-template"),
        pytest.param("sv", "<p>Brunnarna i Lund sinar.</p>", "sv", id="few-words-are-what-they-say"),
    ],
)  # fmt: skip
def test_languages(lang: str, body: str, language: str) -> None:
    assert read_page(f"<html lang={lang}><body>{body}".encode(), path="a.html").language == language


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b" \n", "C221", id="empty"),
        pytest.param(b"<html><body><script>1</script></body></html>", "C222", id="no-text"),
        pytest.param(b"%PDF-1.7", "C220", id="a-pdf"),
        pytest.param(b"<div>" * 5000 + b"The wells are dry.", "C123", id="nested"),
        pytest.param(b"<p " + b" ".join(b"a%d=1" % number for number in range(2000)) + b">The wells are dry.", "C123", id="attributes"),
        pytest.param(b"<p>x</p>" * 300_001, "C123", id="elements"),
        pytest.param(b"<!-- no page", "C121", id="only-a-comment"),
    ],
)  # fmt: skip
def test_pages_that_cannot_be_read(data: bytes, code: str) -> None:
    with pytest.raises(CorpusError) as fault:
        read_page(data, path="a.html")
    assert (fault.value.code, bool(fault.value.mend)) == (code, True)


def test_a_time_without_a_zone_is_kept_as_it_is() -> None:
    head = '<meta property="article:published_time" content="2024-02-07T06:30:00">'
    source = read_page(f"<html><head>{head}</head><body><p>{SENTENCE}</p></body></html>".encode(), path="a.html")
    assert source.published_at is not None
    assert (source.published_at.tzinfo, source.published) == (None, date(2024, 2, 7))
    assert read_page(
        f'<meta name="date" content="1707285000"><p>{SENTENCE}'.encode(), path="a.html"
    ).published_at == datetime(2024, 2, 7, 5, 50, tzinfo=UTC)
