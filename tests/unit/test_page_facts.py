import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from factcheck.adapters.readers.markup import parse_html
from factcheck.adapters.readers.page_facts import PageFacts, page_facts, read_moment
from tests.files_of_a_desk import PAGE

CET = timezone(timedelta(hours=1))


def facts(head: str, body: str = "") -> PageFacts:
    return page_facts(parse_html(f"<html><head>{head}</head><body>{body}</body></html>", path="a.html"))


def linked_data(*nodes: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(nodes[0] if len(nodes) == 1 else list(nodes))}</script>'


def test_a_page_of_a_paper() -> None:
    assert page_facts(parse_html(PAGE, path="a.html")) == PageFacts(
        title="Harbour ferry breaks record",
        author="Ann Lee, Bo Li",
        publisher="Maren Daily",
        published=datetime(2024, 2, 7, 6, 30, tzinfo=CET),
        modified=datetime(2024, 2, 8, 9, tzinfo=CET),
        url="https://marendaily.example/news/ferry-record",
        based_on=("https://coastwire.example/ferry",),
        language="en",
    )


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param('<meta property="article:published_time" content="2024-02-07T06:30:00+01:00">', datetime(2024, 2, 7, 6, 30, tzinfo=CET), id="open-graph"),
        pytest.param('<meta name="DC.date.issued" content="2024-02-07">', date(2024, 2, 7), id="dublin-core"),
        pytest.param('<meta name="date" content="7 February 2024">', date(2024, 2, 7), id="in-words"),
        pytest.param('<meta name="date" content="3/4/2024">', None, id="readable-in-two-ways"),
        pytest.param('<meta name="timestamp" content="1707285000">', datetime(2024, 2, 7, 5, 50, tzinfo=UTC), id="seconds"),
        pytest.param('<meta itemprop="datePublished" content="2024-02-07">', date(2024, 2, 7), id="microdata-in-the-head"),
        pytest.param('<meta property="article:modified_time" content="2024-02-07">', None, id="changed-is-not-published"),
        pytest.param('<meta name="date" content="2024-02-31">', None, id="no-such-day"),
        pytest.param(linked_data({"@type": "NewsArticle", "datePublished": "2024-02-07"}) + '<meta name="date" content="2020-01-01">', date(2024, 2, 7), id="linked-data-goes-first"),
    ],
)  # fmt: skip
def test_when_a_page_was_published(head: str, expected: date | datetime | None) -> None:
    assert facts(head).published == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param('<time itemprop="datePublished" datetime="2024-02-07">x</time>', date(2024, 2, 7), id="microdata"),
        pytest.param('<time class="entry-date published" datetime="2024-02-07T06:30Z">x</time>', datetime(2024, 2, 7, 6, 30, tzinfo=UTC), id="wordpress"),
        pytest.param('<time pubdate datetime="2024-02-07">x</time>', date(2024, 2, 7), id="pubdate"),
        pytest.param('<time datetime="2019-05-05">the day of the flood</time>', None, id="a-time-in-the-text"),
    ],
)  # fmt: skip
def test_marks_in_the_text(body: str, expected: date | datetime | None) -> None:
    assert facts("", body).published == expected


def test_of_several_articles_the_one_with_the_pages_address_counts() -> None:
    teaser = {"@type": "NewsArticle", "headline": "Other", "url": "https://a.example/2", "datePublished": "2020-01-01"}
    own = {
        "@type": "https://schema.org/NewsArticle",
        "headline": "Own",
        "mainEntityOfPage": {"@id": "https://a.example/1"},
        "dateModified": "2024-02-07",
    }
    found = facts('<link rel="canonical" href="https://a.example/1">' + linked_data(teaser, own))
    assert (found.title, found.published, found.modified) == ("Own", None, date(2024, 2, 7))


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        pytest.param("https://wire.example/1", ("https://wire.example/1",), id="address"),
        pytest.param({"@type": "NewsArticle", "url": "https://wire.example/1"}, ("https://wire.example/1",), id="article"),
        pytest.param([{"@id": "https://wire.example/1"}, {"name": "Coast Wire"}], ("https://wire.example/1", "Coast Wire"), id="several"),
        pytest.param({"@type": "Thing"}, (), id="nothing-said"),
    ],
)  # fmt: skip
def test_what_an_article_is_based_on(basis: object, expected: tuple[str, ...]) -> None:
    assert facts(linked_data({"@type": "Article", "isBasedOn": basis})).based_on == expected


@pytest.mark.parametrize(
    "data",
    [
        pytest.param('{"@type": "NewsArticle", ', id="cut-off"),
        pytest.param("[" * 100_000, id="deep"),
        pytest.param('{"@type": {"a": 1}, "@id": []}', id="types-of-no-type"),
        pytest.param('{"@type": "NewsArticle", "author": [[{"name": 5}], null], "datePublished": {"@value": 1}, "publisher": 7}', id="values-of-no-type"),
        pytest.param("null", id="null"),
    ],
)  # fmt: skip
def test_broken_linked_data_is_passed_over(data: str) -> None:
    assert facts(f'<title>Wells</title><script type="application/ld+json">{data}</script>') == PageFacts(title="Wells")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("Wed, 07 Feb 2024 06:30:00 +0100", datetime(2024, 2, 7, 6, 30, tzinfo=CET), id="mail"),
        pytest.param("February 7, 2024", date(2024, 2, 7), id="words"),
        pytest.param("yesterday", None, id="no-day"),
        pytest.param("Wed, 99 Feb 2024 06:30:00 +9999", None, id="no-such-day"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_moments(words: str, expected: date | datetime | None) -> None:
    assert read_moment(words) == expected
