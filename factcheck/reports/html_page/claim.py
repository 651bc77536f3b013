"""One claim on the page: the sentence, the verdict, and each source's words in their paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.reports.failure import LONGEST_QUOTE, near_misses, next_step, place_of, set_aside, why
from factcheck.reports.gate import count
from factcheck.reports.html_page.markup import Markup, element, joined
from factcheck.reports.html_page.signoff import changes, sign_off
from factcheck.reports.record import MOST_CONTEXT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.reports.record import ClaimRecord, EvidenceRecord, QuoteRecord

MOST_REASONS = 5
"""Of one family of sources."""
MOST_OPEN = 3
"""Sources of one side that are shown at once; the others are one step away."""
_LONG_CLAIM = 280
_WEB = re.compile(r"https?://[^\s\"'<>\\]+", re.IGNORECASE)
_TIERS = {
    "primary": "primary source",
    "wire": "wire service",
    "republisher": "republisher",
    "party": "a party to the matter",
}


def shape(verdict: str) -> Markup:
    """The verdict's shape; its word stands beside it, always."""
    use = element("use", href=f"#shape-{verdict}")
    return element("svg", use, class_=f"shape {verdict}", aria_hidden="true", focusable="false")


def article(record: ClaimRecord, number: int) -> Markup:
    """Everything about one claim.

    Args:
        record: The claim.
        number: From 1, in the order of the page.
    """
    name = f"claim-{number}"
    size = "sentence long" if len(record["claim"]) > _LONG_CLAIM else "sentence"
    margin = element(
        "div",
        element("p", shape(record["verdict"]), element("strong", record["verdict"]), class_="verdict"),
        element("p", element("span", record["outcome"], class_=f"outcome {record['outcome']}"), class_="result"),
        element("p", "signed off") if record["signed_off"] else None,
        *(element("p", line) for line in _margin_lines(record)),
        element("p", element("a", "back to the table", href="#overview-table"), class_="back"),
        class_="margin",
    )
    body = element(
        "div",
        element("h3", record["claim"], id=name + "-sentence", dir="auto", class_=size),
        element("p", _place(record), class_="place"),
        element("p", why(record), class_="why") if why(record) else None,
        changes(record),
        _families(record),
        *_groups(record),
        element("p", element("b", "Next: "), next_step(record) + ".", class_="next") if next_step(record) else None,
        element("p", element("b", "Note: "), record["note"], class_="note") if record["note"] else None,
        sign_off(record),
        class_="body",
    )
    return element(
        "article",
        margin,
        body,
        id=name,
        class_=f"claim {record['verdict']}",
        aria_labelledby=name + "-sentence",
        data_outcome=record["outcome"],
        data_verdict=record["verdict"],
    )


def _place(record: ClaimRecord) -> Markup:
    where = f"{record['file']}:{record['line']}" if record["file"] else None
    tags = [element("span", f"#{tag}", class_="tag") for tag in record["tags"]]
    return joined([element("code", record["id"]), where, *tags], " ")


def _margin_lines(record: ClaimRecord) -> Iterator[str]:
    origins = record["origins"]
    if origins["supports"] or origins["refutes"]:
        yield f"origins: {origins['supports']} for, {origins['refutes']} against"
    if record["policy"]["min_origins"] > 1:
        yield f"needs {record['policy']['min_origins']} origins"
    if record["expect"] != "supported":
        yield f"expected: {record['expect']}"
    if record["as_of"]:
        yield f"as of {record['as_of']}"
    if record["severity"] != "error":
        yield f"severity: {record['severity']}"
    if record["decided_by"] == "model":
        yield "wording read by the model"


def _groups(record: ClaimRecord) -> Iterator[Markup]:
    for stance, side, title in (("refutes", "against", "Against it"), ("supports", "for", "For it")):
        items = [item for item in record["evidence"] if item["stance"] == stance]
        yield from _group(title, side, [(item, "") for item in items], len(items))
    close = near_misses(record)
    order = [*close, *(n for n in range(len(record["near_misses"])) if n not in close)]
    near = [(record["near_misses"][n], set_aside(record, record["near_misses"][n])) for n in order]
    title = "Near misses, which do not decide" if len(near) > 1 else "A near miss, which does not decide"
    yield from _group(title, "near", near, len(close))


def _families(record: ClaimRecord) -> Markup | None:
    """Which sources count as one origin, and why."""
    if not record["families"]:
        return None
    rows = []
    for family in record["families"]:
        reasons = [element("li", element("bdi", reason)) for reason in family["reasons"][:MOST_REASONS]]
        if len(family["reasons"]) > MOST_REASONS:
            reasons.append(element("li", f"and {len(family['reasons']) - MOST_REASONS} more"))
        names = joined([element("b", element("bdi", source)) for source in family["sources"]], ", ")
        rows.append(element("li", joined([names, " are one origin"]), element("ul", *reasons, class_="reasons")))
    title = "Sources that count as one" if len(rows) == 1 else "Sources that count as one each"
    return element("section", element("h4", title), element("ul", *rows), class_="families")


def _group(title: str, side: str, items: Sequence[tuple[EvidenceRecord, str]], at_once: int) -> Iterator[Markup]:
    if not items:
        return
    shown = min(at_once, MOST_OPEN)
    figures = [_source(item, aside, side) for item, aside in items]
    rest = figures[shown:]
    folded = None
    if rest:
        lead = "further " if shown else ""
        summary = element("summary", count(len(rest), lead + "passage"))
        folded = element("details", summary, *rest)
    yield element("section", element("h4", title), *figures[:shown], folded, class_=f"evidence {side}")


def _source(item: EvidenceRecord, aside: str, side: str) -> Markup:
    reasons = [reason for reason in (aside, *item["reasons"]) if reason]
    also = [part for passage in item["also"] for part in _also(passage, side)]
    return element(
        "figure",
        element("blockquote", joined(_paragraph(item, side)), dir="auto"),
        *also,
        element("figcaption", _credit(item)),
        element("ul", *(element("li", element("bdi", reason)) for reason in reasons), class_="reasons")
        if reasons
        else None,
    )


def _also(passage: QuoteRecord, side: str) -> Iterator[Markup]:
    yield element("p", joined(["read together with ", element("bdi", place_of(passage))]), class_="also")
    yield element("blockquote", _mark(passage, side), dir="auto")


def _paragraph(item: QuoteRecord, side: str) -> Iterator[Markup | str]:
    """The quote, marked, in what the record knows of its paragraph; an ellipsis stands where that is cut."""
    before, after = item["before"], item["after"]
    lead, _, first = before.rpartition("\n")
    if not lead and "\n" not in before and len(before) == MOST_CONTEXT:
        first = "… " + first.partition(" ")[2]
    rest = after.partition("\n")[0]
    if "\n" not in after and len(after) == MOST_CONTEXT:
        rest = rest.rpartition(" ")[0] + " …"
    yield first
    yield _mark(item, side)
    yield rest


def _mark(item: QuoteRecord, side: str) -> Markup:
    quote = item["quote"]
    cut = len(quote) - LONGEST_QUOTE
    if cut > 0:
        quote = f"{quote[:LONGEST_QUOTE]} … ({cut:,} more characters in the source)"
    return element("mark", quote, class_=side)


def _credit(item: EvidenceRecord) -> Markup:
    publisher = element("b", element("bdi", item["publisher"] or item["source"]))
    day = element("time", item["published"], datetime=item["published"]) if item["published"] else "no date"
    title = element("cite", element("bdi", item["title"])) if item["title"] else None
    status = element("strong", item["status"], class_="status") if item["status"] != "current" else None
    tier = _TIERS.get(item["tier"] or "")
    first = joined([publisher, day, tier, title, status], ", ")
    words = f"{item['source']}, line {item['line']}, characters {item['start']:,} to {item['end']:,}"
    origin = joined(["origin: ", element("bdi", item["origin"])]) if item["origin"] else None
    second = joined([element("bdi", words), origin, _link(item["url"])], "; ")
    return joined([element("span", first, class_="credit"), element("span", second, class_="found")])


def _link(url: str | None) -> Markup | str | None:
    """A link that one may follow: to the web, and never a script; anything else is text."""
    if url and _WEB.fullmatch(url):
        return element("a", url, href=url, rel="noopener noreferrer nofollow", class_="url")
    return element("span", url, class_="url") if url else None
