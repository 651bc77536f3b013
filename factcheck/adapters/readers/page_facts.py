"""What a page says about itself: JSON-LD first, then meta tags, then marks in the text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from factcheck.sources.dateline import parse_day
from factcheck.sources.metadata import parse_time

LARGEST_DATA = 2_000_000
"""Code points of one JSON-LD block."""
_MOST_NODES = 2_000
_ARTICLE = re.compile(
    r"(?:\w*Article|\w*Posting|Report|PressRelease|Statement|LiveBlogPosting|Review|ClaimReview|WebPage|ItemPage|AboutPage)"
)
_WEAK = frozenset({"WebPage", "ItemPage", "AboutPage"})
_PUBLISHED = ("article:published_time", "article:published", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
              "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date",
              "dcterms.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publication-date", "date", "timestamp")  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified",
             "last_modified", "revised", "lastmod")  # fmt: skip
_AUTHOR = ("author", "article:author_name", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator", "citation_author",
           "article:author")  # fmt: skip
_PUBLISHER = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_journal_title",
    "publisher",
    "copyright",
)
_ORIGINAL = ("original-source", "syndication-source")
_TITLE = ("og:title", "twitter:title", "dc.title", "citation_title", "parsely-title", "title")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_BY = re.compile(r"^by:?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page states about itself; what it does not state is None or empty.

    Attributes:
        published: Time with its zone if it gives one, else the day.
        modified: Likewise, of the last change.
        url: Its address of record (canonical link).
        based_on: Addresses or names of the reports that it says it was made from.
        language: ISO 639 code that it declares, which is often wrong.
    """

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: date | datetime | None = None
    modified: date | datetime | None = None
    url: str | None = None
    based_on: tuple[str, ...] = ()
    language: str | None = None

    @property
    def metadata(self) -> dict[str, Any]:
        """The fields of `Source` that are stated, language left out."""
        fields: dict[str, Any] = {
            "title": self.title, "author": self.author, "publisher": self.publisher, "url": self.url, "based_on": self.based_on,
            "published": day_of(self.published), "modified": day_of(self.modified),
            "published_at": self.published if isinstance(self.published, datetime) else None,
        }  # fmt: skip
        return {name: value for name, value in fields.items() if value}


def page_facts(tree: Any) -> PageFacts:
    """What the tree of a page says about it, before anything was taken out of it."""
    metas = _metas(tree)
    canonical = _address(
        next((link.get("href") for link in tree.iter("link") if "canonical" in _words(link.get("rel"))), None)
    )
    url = canonical or _address(_first(metas, ("og:url",)))
    nodes = list(_nodes(tree))
    article = _article(nodes, url)
    publisher = _name(article.get("publisher")) or _name(article.get("sourceOrganization")) or _first(metas, _PUBLISHER)
    basis = [*_addresses(article.get("isBasedOn")), *_addresses(article.get("isBasedOnUrl"))]
    basis += filter(None, (_address(metas.get(name)) for name in _ORIGINAL))
    return PageFacts(
        title=_text(article.get("headline"))
        or _first(metas, _TITLE)
        or _text(article.get("name"))
        or _text(tree.findtext(".//title")),
        author=_people(article.get("author")) or _people(article.get("creator")) or _author(metas),
        publisher=publisher,
        published=_when(article.get("datePublished"))
        or _first_time(metas, _PUBLISHED)
        or _marked_time(tree, "datePublished"),
        modified=_when(article.get("dateModified"))
        or _first_time(metas, _MODIFIED)
        or _marked_time(tree, "dateModified"),
        url=url or _address(article.get("url")) or _page_of(article),
        based_on=tuple(dict.fromkeys(address for address in basis if address != url)),
        language=_language(
            _text(tree.get("lang"))
            or _text(article.get("inLanguage"))
            or metas.get("content-language")
            or metas.get("og:locale")
        ),
    )


def day_of(moment: date | datetime | None) -> date | None:
    """The day of a moment where it was written."""
    return moment.date() if isinstance(moment, datetime) else moment


def read_moment(words: str) -> date | datetime | None:
    """A day or time as pages, feeds and mails write it: ISO 8601, RFC 2822, seconds since 1970, or in words.

    Days that can be read in two ways (`3/4/2024`) are None.
    """
    words = " ".join(words.split())[:80]
    found = parse_time(words)
    if found:
        return found
    try:
        if _EPOCH.fullmatch(words):
            return datetime.fromtimestamp(int(words[:10]), tz=UTC)
        return parsedate_to_datetime(words)
    except (ValueError, TypeError, OverflowError, IndexError):
        return parse_day(words)


# -- JSON-LD --------------------------------------------------------------------------------------------------------


def _nodes(tree: Any) -> Iterator[Mapping[str, Any]]:
    """Every object of the page's JSON-LD, outer ones first."""
    left = _MOST_NODES
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        text = script.text or ""
        if len(text) > LARGEST_DATA:
            continue
        try:
            waiting = [json.loads(text.strip().removesuffix(";"), strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and left:
            left -= 1
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting = [*value[:_MOST_NODES], *waiting]
            elif isinstance(value, dict):
                yield value
                waiting += [
                    value[key]
                    for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")
                    if isinstance(value.get(key), (dict, list))
                ]


def _article(nodes: list[Mapping[str, Any]], url: str | None) -> Mapping[str, Any]:
    """The node that describes the page: an article before a page, the one with its address before others."""
    found = [node for node in nodes if any(_ARTICLE.fullmatch(kind) for kind in _types(node))]
    found.sort(
        key=lambda node: (
            bool(_WEAK.intersection(_types(node))),
            not (url and url in {_address(node.get("url")), _page_of(node)}),
        )
    )
    if not found:
        return {}
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    return {key: _followed(value, named) for key, value in found[0].items()}


def _types(node: Mapping[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [
        kind.rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)
    ]


def _followed(value: Any, named: Mapping[str, Mapping[str, Any]]) -> Any:
    """References such as {"@id": "#ann"} replaced by what they name."""
    if isinstance(value, list):
        return [_followed(item, named) for item in value[:50]]
    if isinstance(value, dict) and set(value) == {"@id"} and isinstance(value["@id"], str):
        return named.get(value["@id"], value)
    return value


def _page_of(node: Mapping[str, Any]) -> str | None:
    page = node.get("mainEntityOfPage")
    return _address(page.get("@id") if isinstance(page, dict) else page)


def _name(value: Any) -> str | None:
    for item in value if isinstance(value, list) else [value]:
        found = _text(item.get("name")) if isinstance(item, dict) else _text(item)
        if found and not found.startswith(("http:", "https:")):
            return found
    return None


def _people(value: Any) -> str | None:
    names = [_name(item) for item in (value if isinstance(value, list) else [value])[:20]]
    kept = dict.fromkeys(_BY.sub("", name) for name in names if name)
    return ", ".join(kept) or None


def _addresses(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            found = _address(item.get("url")) or _address(item.get("@id")) or _text(item.get("name"))
        else:
            found = _text(item)
        if found:
            yield found


# -- tags -----------------------------------------------------------------------------------------------------------


def _metas(tree: Any) -> dict[str, str]:
    """The first value of each meta tag, by its name in lower case."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        value = _text(meta.get("content"))
        if name and value:
            found.setdefault(name.strip().lower(), value)
    return found


def _first(metas: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _first_time(metas: Mapping[str, str], names: tuple[str, ...]) -> date | datetime | None:
    return next(filter(None, (_when(metas.get(name)) for name in names)), None)


def _author(metas: Mapping[str, str]) -> str | None:
    names = (metas[name] for name in _AUTHOR if name in metas)
    return next((_BY.sub("", name) for name in names if not name.startswith(("http:", "https:"))), None)


def _marked_time(tree: Any, role: str) -> date | datetime | None:
    """The time of a tag that says so: `itemprop`, or the classes that WordPress gives."""
    usual = {"published", "entry-date", "dt-published"} if role == "datePublished" else {"updated", "dt-updated"}
    for element in tree.iter("time", "abbr", "span", "meta"):
        stamp = (
            element.get("datetime")
            or element.get("content")
            or (element.get("title") if element.tag == "abbr" else None)
        )
        if not stamp:
            continue
        marks = set(_words(element.get("itemprop")))
        is_time = element.tag == "time" and (
            usual & set(_words(element.get("class")))
            or (role == "datePublished" and element.get("pubdate") is not None)
        )
        if role in marks or is_time:
            found = _when(stamp)
            if found:
                return found
    return None


def _when(value: Any) -> date | datetime | None:
    value = value[0] if isinstance(value, list) and value else value
    return read_moment(value) if isinstance(value, str) else None


def _text(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    return " ".join(value.split())[:500] or None


def _address(value: Any) -> str | None:
    text = _text(value)
    return text if text and re.fullmatch(r"https?://[^\s/]+\S*", text) else None


def _words(value: str | None) -> list[str]:
    return (value or "").split()


def _language(value: str | None) -> str | None:
    found = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", value or "")
    return found[0].lower() if found else None
