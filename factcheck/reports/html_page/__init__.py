"""The HTML report: one file with everything in it, made to be read, printed and signed by an editor."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.reports.html_page.claim import article
from factcheck.reports.html_page.markup import Markup, element, joined
from factcheck.reports.html_page.overview import counts, masthead, problems, table, title_of
from factcheck.reports.html_page.signoff import since_the_lock
from factcheck.reports.json_report import json_report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.reports.record import ClaimRecord
    from factcheck.reports.run_record import RunRecord

__all__ = ["html_report"]


def html_report(run: RunRecord) -> str:
    """The page as text.

    It loads nothing, runs no script but its own, and says everything without that script.
    """
    style, script, shapes = (Markup(_part(name)) for name in ("page.css", "page.js", "shapes.svg"))
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", f"{title_of(run)}: fact-check of {run.today.isoformat()}"),
        element("link", rel="icon", href="data:,"),
        element("style", style),
    )
    skip = element("a", "Skip to the claims", href="#claims", class_="skip") if run.claims else None
    main = element(
        "main",
        counts(run.claims),
        *problems(run),
        since_the_lock(run),
        table(run.claims),
        _claims(run.claims),
        _signature(run),
    )
    body = element("body", shapes, skip, masthead(run), main, _colophon(run), element("script", script))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en')}\n"


@cache
def _part(name: str) -> str:
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8").strip()


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _claims(claims: Sequence[ClaimRecord]) -> Markup | None:
    if not claims:
        return None
    numbered = enumerate(claims, start=1)
    suites = groupby(numbered, key=lambda item: (item[1]["file"], item[1]["suite"]))
    sections = (_suite(file, suite, list(group)) for (file, suite), group in suites)
    return element("div", *sections, id="claims", tabindex="-1")


def _suite(file: str | None, suite: str | None, claims: Sequence[tuple[int, ClaimRecord]]) -> Markup:
    name = f"suite-{claims[0][0]}"
    title = element("h2", suite or file or "Claims", id=name)
    where = element("p", element("code", file), class_="place") if file and suite else None
    articles = (article(record, number) for number, record in claims)
    return element("section", title, where, *articles, class_="suite", aria_labelledby=name)


def _signature(run: RunRecord) -> Markup:
    """Where a person signs the print, bound to what was found."""
    fingerprint = hashlib.sha256(json_report(run).encode("utf-8", "backslashreplace")).hexdigest()
    rows = (
        element("div", element("dt", label), element("dd")) for label in ("Read by", "Decision", "Day", "Signature")
    )
    return element(
        "section",
        element("h2", "Signed", id="signed"),
        element("dl", *rows),
        element("p", "What was found, as sha256 of the JSON report of this run: ", element("code", fingerprint)),
        class_="signature",
        aria_labelledby="signed",
    )


def _colophon(run: RunRecord) -> Markup:
    return element("footer", element("h2", "How it was made"), element("dl", *_made(run)))


def _made(run: RunRecord) -> Iterator[Markup]:
    facts = {
        "Today, for this run": run.today.isoformat(),
        "Corpus": f"{run.corpus['sources']:,} sources, digest {run.corpus['digest']}"
        if run.corpus
        else "none was opened",
        "Model": run.model or "none was asked",
        "Versions": ", ".join(f"{name} {version}" for name, version in sorted(run.versions.items())),
    }
    for label, value in facts.items():
        yield joined([element("dt", label), element("dd", value)])
