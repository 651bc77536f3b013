"""How a row of these tables is judged: its own little corpus, default policy, nothing on disk."""

from __future__ import annotations

from datetime import date

from factcheck import Checker, Corpus
from factcheck.domain.claim import Claim
from factcheck.domain.source import Source
from factcheck.domain.verdict import Verdict

Said = str | Source | tuple[str | Source, ...]


def on(day: str, text: str, *, publisher: str | None = None) -> Source:
    """A source published on `day` (ISO)."""
    return Source(text=text, published=date.fromisoformat(day), publisher=publisher)


def judged(claim: str | Claim, said: Said) -> Verdict:
    """The verdict on one claim, when `said` is all that the corpus holds."""
    texts = said if isinstance(said, tuple) else (said,)
    sources = [
        Source(
            text=one.text if isinstance(one, Source) else one,
            id=f"s{number}",
            published=one.published if isinstance(one, Source) else None,
            publisher=one.publisher if isinstance(one, Source) else None,
        )
        for number, one in enumerate(texts, 1)
    ]
    return Checker(Corpus.from_sources(sources)).check(claim)


def label(claim: str | Claim, said: Said) -> str:
    """The verdict's label as the tables write it."""
    return judged(claim, said).label.value
