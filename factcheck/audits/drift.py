"""What changed about a claim since it was locked, in words."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from factcheck.audits.anchors import Place, find_again, in_its_place
from factcheck.domain.evidence import Stance
from factcheck.domain.lock import Drift, DriftKind, LockedQuote, LockEntry
from factcheck.domain.verdict import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DIGITS = 16
_LONGEST = 80
_AGAINST = {
    Label.SUPPORTED: {Stance.REFUTES},
    Label.CONTRADICTED: {Stance.SUPPORTS},
    Label.CONFLICTING: set[Stance](),
    Label.MISSING: {Stance.SUPPORTS, Stance.REFUTES},
}
_NEW = {
    Stance.SUPPORTS: "new supporting source",
    Stance.REFUTES: "new contradicting source",
    Stance.NEUTRAL: "new near miss",
}


def text_digest(text: str) -> str:
    """What the lock keeps of a source's cleaned text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def drift(locked: LockEntry, now: LockEntry, *, text_of: Callable[[str], str | None]) -> tuple[Drift, ...]:
    """Every change that somebody should look at.

    A further source on the side that the claim expects is none: it makes a good claim better. Where a person signed, every
    quote and near miss that was not there is one, since it is not what the sign-off was given for.

    Args:
        locked: As it was.
        now: The entry that would be written today.
        text_of: The cleaned text of a source by its id; None if the corpus has no such source. Asked only about sources
            whose words are not found where they were.
    """
    return (*_claim(locked, now), *_verdict(locked, now), *_evidence(locked, now, text_of), *_new(locked, now))


def _claim(locked: LockEntry, now: LockEntry) -> Iterator[Drift]:
    if locked.sentence != now.sentence:
        what = f"claim changed: was “{locked.sentence}”, is “{now.sentence}”"
        yield Drift(DriftKind.CLAIM_CHANGED, what)
    if (locked.asks, locked.expect) != (now.asks, now.expect):
        was, is_now = (_terms(entry) for entry in (locked, now))
        yield Drift(DriftKind.TERMS_CHANGED, f"terms changed: asked for {was}, asks for {is_now}")


def _terms(entry: LockEntry) -> str:
    expects = "" if entry.expect is Label.SUPPORTED else f"expect {entry.expect}"
    return "; ".join(filter(None, (expects, entry.asks))) or "nothing beyond its sentence"


def _verdict(locked: LockEntry, now: LockEntry) -> Iterator[Drift]:
    if (locked.verdict, locked.reason) != (now.verdict, now.reason):
        what = f"verdict changed: was {verdict_of(locked)}, is {verdict_of(now)}"
        yield Drift(DriftKind.VERDICT_CHANGED, what)


def verdict_of(entry: LockEntry) -> str:
    """`missing (detail-not-stated)`."""
    return f"{entry.verdict} ({entry.reason})" if entry.reason else entry.verdict.value


def _evidence(locked: LockEntry, now: LockEntry, text_of: Callable[[str], str | None]) -> Iterator[Drift]:
    """What became of each locked quote; what is said about a source is said once."""
    said: set[str] = set()
    known = {(quote.source, quote.digest): quote for quote in now.quotes}
    for quote in locked.quotes:
        current = known.get((quote.source, quote.digest))
        if current is None:
            yield from _in_changed_source(quote, now, text_of, said)
            continue
        if quote.source not in said:
            said.add(quote.source)
            yield from _about(quote, current)
        yield from _dropped(quote, now, quote.start)


def _in_changed_source(
    quote: LockedQuote, now: LockEntry, text_of: Callable[[str], str | None], said: set[str]
) -> Iterator[Drift]:
    text = text_of(quote.source)
    first = quote.source not in said
    said.add(quote.source)
    if text is None:
        if first:
            what = f"source gone: {named(quote)} is not in the corpus any more"
            yield Drift(DriftKind.SOURCE_GONE, what, quote.source)
        return
    changed = text_digest(text) != quote.digest
    if changed and first:
        yield Drift(DriftKind.SOURCE_CHANGED, f"source changed: {named(quote)} has another text", quote.source)
    found = find_again(quote, text)
    words = short(quote.quote)
    if found.place is Place.MOVED:
        beside = "" if found.both_sides else ", and what stood beside it changed"
        span = f"{found.start}-{found.start + len(quote.quote)}"
        what = f"quote moved: in {quote.source} from {quote.start}-{quote.end} to {span}{beside}: “{words}”"
        yield Drift(DriftKind.QUOTE_MOVED, what, quote.source)
    elif found.place is not Place.SAME:
        instead = in_its_place(quote, text) if found.place is Place.GONE else ""
        other = f"; other words stand in its place: “{short(instead)}”" if instead else ""
        what = f"quote gone: {quote.source} {_lost(found.place, found.places)}: “{words}”{other}"
        yield Drift(DriftKind.QUOTE_GONE, what, quote.source)
        return
    yield from _dropped(quote, now, found.start)


def _lost(place: Place, places: int) -> str:
    match place:
        case Place.ELSEWHERE:
            where = "once" if places == 1 else f"{places} times"
            return f"has these words {where}, but in other surroundings, which may be another statement"
        case Place.UNCLEAR:
            return f"has these words {places} times now, and none can be told to be the one"
        case _:
            return "does not say these words any more"


def _dropped(quote: LockedQuote, now: LockEntry, start: int) -> Iterator[Drift]:
    """A quote that stands in its source as before, but does no longer what it did."""
    if quote.stance is Stance.NEUTRAL:
        return
    same = [item for item in now.quotes if item.source == quote.source and item.start <= start < item.end]
    if all(item.stance is not quote.stance for item in same):
        side = "supports" if quote.stance is Stance.SUPPORTS else "contradicts"
        what = f"evidence dropped: {named(quote)} no longer {side} the claim with “{short(quote.quote)}”"
        yield Drift(DriftKind.EVIDENCE_DROPPED, what, quote.source)


def _about(quote: LockedQuote, current: LockedQuote) -> Iterator[Drift]:
    """Other metadata of the same text."""
    pairs = (
        ("publisher", quote.publisher or "nobody", current.publisher or "nobody"),
        ("day", quote.published or "no date", current.published or "no date"),
        ("status", quote.status, current.status),
    )
    changes = [f"{name} was {was}, is {is_now}" for name, was, is_now in pairs if was != is_now]
    if changes:
        yield Drift(DriftKind.SOURCE_CHANGED, f"source changed: {quote.source}: {'; '.join(changes)}", quote.source)


def _new(locked: LockEntry, now: LockEntry) -> Iterator[Drift]:
    """Words that were not there: those against the claim, and whatever a person who signed has not seen."""
    signed = locked.review is not None and now.review is not None
    known = {(item.source, item.quote, item.stance) for item in locked.quotes}
    sources = {item.source for item in locked.quotes}
    for item in now.quotes:
        if (item.source, item.quote, item.stance) in known:
            continue
        if item.stance in _AGAINST[now.expect]:
            kind = "new contradicting words" if item.source in sources else "new contradicting source"
            what = f"{kind}: {named(item)}: “{short(item.quote)}”"
            yield Drift(DriftKind.NEW_CONTRADICTION, what, item.source)
        elif signed:
            what = f"{_NEW[item.stance]}: {named(item)}: “{short(item.quote)}”"
            yield Drift(DriftKind.NEW_EVIDENCE, what, item.source)


def named(quote: LockedQuote) -> str:
    """A source with its publisher and day, as far as they are known."""
    parts = ", ".join(str(part) for part in (quote.publisher, quote.published) if part)
    return f"{quote.source} ({parts})" if parts else quote.source


def short(words: str) -> str:
    """A quotation of one line."""
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 4].rstrip()} ..."
