"""A draft with its facts marked up, as one HTML file that loads nothing and runs nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from importlib import resources
from typing import TYPE_CHECKING

from factcheck.domain.audit import Backing
from factcheck.reports.draft import MEANING, NAMES, coverage_line, notes
from factcheck.reports.visible import visible, visible_lines

if TYPE_CHECKING:
    from factcheck.domain.audit import DraftAudit, DraftSentence

SHAPES = {
    Backing.AGAINST: "✕",
    Backing.DISPUTED: "≠",
    Backing.NAKED: "○",
    Backing.PARTLY: "◐",
    Backing.UNSETTLED: "?",
    Backing.BORNE_OUT: "●",
}


def draft_page(audit: DraftAudit) -> str:
    """The page: the result, the draft with covered and naked facts marked, then every sentence with its claims."""
    style = resources.files("factcheck.reports").joinpath("draft_page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    title = _text(audit.title or audit.path)
    numbers = {item.passage.start: number for number, item in enumerate(audit.checkable, 1)}
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Draft coverage: {title}</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
<header>
<p class="kicker">Draft coverage · {_text(audit.path)}</p>
<h1 dir="auto">{title}</h1>
<p class="result">{_text(coverage_line(audit))}</p>
</header>
<main>
{_key(audit)}
<section aria-labelledby="draft">
<h2 id="draft">The draft</h2>
<article dir="auto">
{"".join(_paragraphs(audit, numbers))}</article>
</section>
<section aria-labelledby="findings">
<h2 id="findings">Sentence by sentence</h2>
<ol class="findings">
{"".join(_finding(item, number) for number, item in enumerate(audit.checkable, 1))}</ol>
</section>
</main>
<footer class="note"><p>Underlined facts are asserted by a claim; dashed and shaded ones by none; struck ones stand against the claims’ sources.</p></footer>
</body>
</html>
"""


def _text(words: str) -> str:
    return escape(visible_lines(words), quote=True)


def _key(audit: DraftAudit) -> str:
    states = [state for state in SHAPES if any(item.backing is state for item in audit.checkable)]
    rows = "".join(
        f'<dt class="{state.value}">{SHAPES[state]} {NAMES[state].lower()}: '
        f"{sum(item.backing is state for item in audit.checkable)}</dt><dd>{MEANING[state]}</dd>\n"
        for state in states
    )
    return (
        f'<section aria-label="Key">\n<h2>What was found</h2>\n<dl class="key">\n{rows}</dl>\n</section>'
        if rows
        else ""
    )


def _paragraphs(audit: DraftAudit, numbers: dict[int, int]) -> Iterator[str]:
    """The text of the draft, its paragraphs kept, each sentence in its state."""
    text = audit.text
    start = 0
    for paragraph in text.split("\n\n"):
        end = start + len(paragraph)
        inside = [item for item in audit.sentences if start <= item.passage.start < end]
        heading = bool(inside) and all(item.why_not == "a heading" for item in inside)
        pieces = []
        at = start
        for item in inside:
            pieces.append(_text(text[at : item.passage.start]))
            pieces.append(_sentence(item, numbers.get(item.passage.start)))
            at = item.passage.end
        pieces.append(_text(text[at:end]))
        yield f"<p{' class=heading' if heading else ''}>{''.join(pieces)}</p>\n"
        start = end + 2


def _sentence(item: DraftSentence, number: int | None) -> str:
    if number is None:
        return f'<span class="uncheckable">{_text(item.passage.text)}</span>'
    bare = set(item.bare)
    words = item.passage.text
    pieces = []
    at = 0
    for fact in item.facts:
        if fact.start < at:
            continue
        inner = _text(words[fact.start : fact.end])
        marked = f"<mark>{inner}</mark>" if fact in bare else f'<span class="held">{inner}</span>'
        pieces += [_text(words[at : fact.start]), marked]
        at = fact.end
    pieces.append(_text(words[at:]))
    name = NAMES[item.backing].lower()
    link = f'<a class="ref" href="#n{number}" aria-label="{name}, finding {number}">{SHAPES[item.backing]} {number}</a>'
    return f'<span class="{item.backing.value}" id="s{number}">{"".join(pieces)}{link}</span>'


def _finding(item: DraftSentence, number: int) -> str:
    said = "".join(f"<li>{escape(visible(note))}</li>" for note in notes(item))
    line = f"line {item.line}, " if item.line else ""
    return (
        f'<li class="{item.backing.value}" id="n{number}">'
        f'<p class="state">{SHAPES[item.backing]} {NAMES[item.backing].lower()}</p>'
        f'<p class="said" dir="auto">{_text(item.passage.text)}</p>'
        f'<ul class="note">{said}</ul>'
        f'<p class="place">{line}<a href="#s{number}">in the draft<span aria-hidden="true"> ↑</span></a></p></li>\n'
    )
