"""Laws of the lock: what is written is read back to the letter, and a lost quote is never taken for another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.audits.anchors import Place, find_again
from factcheck.audits.lock_reader import parse
from factcheck.audits.lock_text import write
from factcheck.audits.locking import ordered
from factcheck.domain.claim import Review
from factcheck.domain.evidence import Stance
from factcheck.domain.lock import Lock, LockedQuote, LockEntry
from factcheck.domain.verdict import Label, MissingReason, Origins
from factcheck.errors import LockError

DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))
HOSTILE = st.sampled_from(
    [" ", "  x", "x ", "\\", "\\n", "a\nb", "\r\n", "\u202etxt", "# no", "claim x", "\ud800", "\U000e0041", "<<<<<<< a"]
)
WORDS = st.one_of(st.text(min_size=1, max_size=40), HOSTILE)
CONTEXT = st.one_of(st.just(""), WORDS)
VERSIONS = st.dictionaries(st.from_regex(r"[a-zA-Z][\w-]{0,9}", fullmatch=True), st.from_regex(r"[\w.@-]{1,9}", fullmatch=True), max_size=3).map(
    lambda found: tuple(sorted(found.items()))
)  # fmt: skip
REVIEWS = st.builds(
    Review,
    decision=st.sampled_from(["accept", "override"]),
    by=st.one_of(WORDS, st.just("a on 2024-01-01 until 2024-02-02")),
    day=DAYS,
    until=st.one_of(st.none(), DAYS),
    reason=st.one_of(st.none(), WORDS),
)


@st.composite
def quotes(draw: st.DrawFn) -> LockedQuote:
    words, start = draw(WORDS), draw(st.integers(0, 10_000))
    return LockedQuote(
        stance=draw(st.sampled_from(Stance)),
        source=draw(WORDS),
        digest=draw(st.from_regex(r"[0-9a-f]{16}", fullmatch=True)),
        start=start,
        end=start + len(words),
        quote=words,
        prefix=draw(CONTEXT),
        suffix=draw(CONTEXT),
        publisher=draw(st.one_of(st.none(), WORDS)),
        published=draw(st.one_of(st.none(), DAYS)),
        status=draw(st.sampled_from(["current", "corrected", "retracted"])),
    )


@st.composite
def entries(draw: st.DrawFn) -> LockEntry:
    verdict = draw(st.sampled_from(Label))
    return LockEntry(
        nodeid=draw(WORDS),
        sentence=draw(WORDS),
        verdict=verdict,
        day=draw(DAYS),
        asks=draw(CONTEXT),
        expect=draw(st.sampled_from(Label)),
        reason=draw(st.sampled_from(MissingReason)) if verdict is Label.MISSING else None,
        origins=Origins(draw(st.integers(0, 99)), draw(st.integers(0, 99))),
        review=draw(st.one_of(st.none(), REVIEWS)),
        versions=draw(VERSIONS) or None,
        quotes=ordered(draw(st.lists(quotes(), max_size=2))),
    )


LOCKS = st.builds(
    Lock,
    versions=VERSIONS,
    entries=st.lists(entries(), max_size=2).map(lambda found: {entry.nodeid: entry for entry in found}),
)


@given(LOCKS)
def test_what_is_written_is_read_back(lock: Lock) -> None:
    text = write(lock)
    read = parse(text, path="factcheck.lock")
    assert read == lock
    assert read.entries == lock.entries
    assert write(read) == text
    text.encode("utf-8")


@given(LOCKS)
def test_the_order_in_which_claims_were_locked_does_not_show(lock: Lock) -> None:
    turned = replace(lock, entries=dict(reversed(list(lock.entries.items()))))
    assert write(turned) == write(lock)


@given(LOCKS)
def test_windows_line_ends_do_not_matter(lock: Lock) -> None:
    assert parse(write(lock).replace("\n", "\r\n"), path="factcheck.lock").entries == lock.entries


@given(LOCKS, st.data())
def test_a_damaged_lock_is_read_or_refused_with_its_place(lock: Lock, data: st.DataObject) -> None:
    text = write(lock)
    at = data.draw(st.integers(0, len(text) - 1))
    damaged = text[:at] + data.draw(st.sampled_from(["", "x", "\n", "  ", "\\", "\x00"])) + text[at + 1 :]
    fault = fault_of(damaged)
    assert fault is None or (fault.where and fault.where.path == "factcheck.lock" and fault.mend)


def fault_of(text: str) -> LockError | None:
    try:
        parse(text, path="factcheck.lock")
    except LockError as error:
        return error
    return None


@given(st.text("ab .", min_size=1, max_size=6), st.text("ab .", max_size=40), st.text("ab .", max_size=8), st.data())
def test_a_quote_is_found_only_where_its_words_stand(words: str, text: str, beside: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, 40))
    quote = LockedQuote(Stance.SUPPORTS, "a", "0" * 16, start, start + len(words), words, beside, beside[::-1])
    found = find_again(quote, text)
    if found.place in {Place.SAME, Place.MOVED}:
        assert text[found.start : found.start + len(words)] == words
        kept = [
            found.start > 0 and bool(beside) and text[: found.start].endswith(beside),
            found.start == 0 and not beside,
        ]
        end = found.start + len(words)
        kept += [bool(beside) and text[end:].startswith(beside[::-1]), end == len(text) and not beside]
        assert any(kept)
    if found.place is Place.GONE:
        assert words not in text


@pytest.mark.parametrize("before", ["", "A new first line.\n", "\n"])
def test_an_unchanged_paragraph_moves_with_its_text(before: str) -> None:
    text = "The storm closed 40 schools. Nobody was hurt."
    quote = LockedQuote(Stance.SUPPORTS, "a", "0" * 16, 0, 28, text[:28], "", text[28:])
    found = find_again(quote, before + text)
    assert found.start == len(before)
    assert found.place is (Place.MOVED if before else Place.SAME)
