"""Claims that a named person reviewed, as schema.org ClaimReview with W3C Web Annotations of the evidence (JSON-LD)."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from factcheck.reports.failure import why
from factcheck.reports.record import LEAST_CONTEXT
from factcheck.reports.uri import encoded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.reports.record import ClaimRecord, EvidenceRecord, QuoteRecord
    from factcheck.reports.run_record import RunRecord

ANNOTATIONS = "http://www.w3.org/ns/anno.jsonld"
_RATINGS = {"supported": 5, "contradicted": 1}
_IN_SCRIPT = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029", "\x7f": "\\u007f"}
)


def claimreview_report(run: RunRecord) -> str:
    """A graph of reviews and annotations, possibly empty. It can be pasted into a `script` element as it is."""
    graph = [node for record in run.claims if publishable(record) for node in _nodes(record)]
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=2)
    return text.translate(_IN_SCRIPT) + "\n"


def publishable(record: ClaimRecord) -> bool:
    """Whether a claim may appear as a person's review.

    Only a settled verdict that is the one the claim expects, accepted by a sign-off in force: a machine signs nothing, and
    nobody's name stands under a verdict that they overrode, or under evidence that they have not seen.
    """
    signed = record["signed_off"]
    if record["verdict"] not in _RATINGS or record["verdict"] != record["expect"]:
        return False
    return signed is not None and signed["decision"] == "accept" and bool(signed["by"].strip())


def left_out(run: RunRecord) -> str:
    """Why claims are not among the reviews, with how many each: `3 are not signed off, 1 sign-off is not bound`."""
    found = Counter(_why_not(record) for record in run.claims if not publishable(record))
    return ", ".join(f"{number} {why}" for why, number in sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _why_not(record: ClaimRecord) -> str:
    review, signed = record["review"], record["signed_off"]
    if record["verdict"] not in _RATINGS:
        return f"{record['verdict']}"
    if record["verdict"] != record["expect"]:
        return f"{record['verdict']} where {record['expect']} is expected"
    if review is None:
        return "without a sign-off"
    if signed is None:
        return f"with a sign-off that does not count ({review['state']})"
    return "signed off as an override"


def _nodes(record: ClaimRecord) -> Iterator[dict[str, Any]]:
    name = "#" + encoded(record["nodeid"] or record["id"])
    yield _review(record, name)
    number = 0
    for item in record["evidence"]:
        for passage in (item, *item["also"]):
            number += 1
            yield _annotation(item, passage, review=name, name=f"{name}-evidence-{number}")


def _review(record: ClaimRecord, name: str) -> dict[str, Any]:
    review, appeared = record["signed_off"], record["appeared"]
    assert review  # noqa: S101  (`publishable` asked)
    claim = _without_nothing(
        {
            "@type": "Claim",
            "text": record["claim"],
            "author": {"@type": "Thing", "name": record["claimant"]} if record["claimant"] else None,
            "datePublished": appeared["day"] if appeared else None,
            "appearance": {"@type": "CreativeWork", "url": appeared["url"]} if appeared and appeared["url"] else None,
        }
    )
    return _without_nothing(
        {
            "@type": "ClaimReview",
            "@id": name,
            "claimReviewed": record["claim"],
            "itemReviewed": claim,
            "author": {"@type": "Person", "name": review["by"]},
            "datePublished": review["day"],
            "expires": review["until"],
            "reviewRating": {
                "@type": "Rating",
                "ratingValue": _RATINGS[record["verdict"]],
                "bestRating": 5,
                "worstRating": 1,
                "alternateName": record["verdict"],
            },
            "reviewBody": review["reason"] or why(record),
            "citation": list(_citations(record)),
        }
    )


def _citations(record: ClaimRecord) -> Iterator[dict[str, Any]]:
    """Each source once, in the order of the evidence."""
    passages = [passage for item in record["evidence"] for passage in (item, *item["also"])]
    for item in {passage["source"]: passage for passage in reversed(passages)}.values():
        yield _without_nothing(
            {
                "@type": "CreativeWork",
                "name": item["title"] or item["source"],
                "identifier": item["source"],
                "publisher": {"@type": "Organization", "name": item["publisher"]} if item["publisher"] else None,
                "datePublished": item["published"],
                "url": item["url"],
            }
        )


def _annotation(item: EvidenceRecord, passage: QuoteRecord, *, review: str, name: str) -> dict[str, Any]:
    """Where the words stand: found again by what is around them, or by their place in the cleaned text."""
    quote_selector = {
        "type": "TextQuoteSelector",
        "exact": passage["quote"],
        "prefix": passage["before"][-LEAST_CONTEXT:],
        "suffix": passage["after"][:LEAST_CONTEXT],
    }
    place = {"type": "TextPositionSelector", "start": passage["start"], "end": passage["end"]}
    source = {
        "id": f"urn:factcheck:source:{encoded(passage['source'], keep='')}",
        "type": "Text",
        "format": "text/plain",
        "via": passage["url"],
    }
    words = f"{item['stance']}: {'; '.join(item['reasons'])}" if item["reasons"] else item["stance"]
    return {
        "@context": ANNOTATIONS,
        "id": name,
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            {"type": "TextualBody", "value": words, "format": "text/plain", "purpose": "assessing"},
            {"id": review, "purpose": "linking"},
        ],
        "target": {"source": _without_nothing(source), "selector": [quote_selector, place]},
    }


def _without_nothing(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if value is not None}
