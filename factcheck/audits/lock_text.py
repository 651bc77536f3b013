r"""The lock as text: made to be read in a diff, and read back to the letter.

```text
claim claims/ferry.yaml::passengers
  says       The ferry carried 48,200 passengers in 2023.
  verdict    supported
  origins    1 for, 0 against
  locked     2024-02-07
  supports   harbour-2024-02-05
    file       harbour-2024-02-05.txt
    publisher  Harbour Office
    published  2024-02-05
    text       sha256 4f0c9a7be1d2c3f4
    at         0-48
    quote      The ferry carried 48,200 passengers last year.
    after      \n\nThat is a record.
```

Two spaces set off what belongs to a claim, four what belongs to a quote. A value goes to the end of its line; line breaks,
invisible signs and spaces at its ends are written as escapes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.audits.sign_off import spelled
from factcheck.domain.evidence import Stance
from factcheck.domain.lock import Lock, LockEntry
from factcheck.domain.verdict import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

VERSION = "1"
_HEAD = """\
# What the claims of this project rest on. `factcheck lock` writes it: read what changed before you commit it.
# pytest compares it with the claims and sources of today and says what is no longer so.
"""
STANCES = {"supports": Stance.SUPPORTS, "contradicts": Stance.REFUTES, "near": Stance.NEUTRAL}
_KEYS = {stance: key for key, stance in STANCES.items()}
_WIDTH = 11

_ESCAPED = re.compile(
    "[\\\\\x00-\x1f\x7f-\xa0\u00ad\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\u3000\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff]|^ | $"
)
SHORT_ESCAPES = {"\\": "\\", "n": "\n", "r": "\r", "t": "\t", "s": " "}
_LETTERS = {sign: letter for letter, sign in SHORT_ESCAPES.items()}


def write(lock: Lock) -> str:
    """The lock as text; the same lock gives the same text."""
    head = [
        f"{_HEAD}factcheck.lock {VERSION}",
        *(f"with {_escape(f'{name} {version}')}" for name, version in lock.versions),
    ]
    blocks = (write_entry(lock.entries[nodeid]) for nodeid in sorted(lock.entries))
    return "\n\n".join(["\n".join(head), *blocks]) + "\n"


def write_entry(entry: LockEntry) -> str:
    """One claim as a block of lines."""
    return "\n".join(_entry_lines(entry))


def _entry_lines(entry: LockEntry) -> Iterator[str]:
    yield f"claim {_escape(entry.nodeid)}"
    review = entry.review
    pairs = (
        ("says", entry.sentence),
        ("asks", entry.asks),
        ("expect", "" if entry.expect is Label.SUPPORTED else entry.expect.value),
        ("verdict", f"{entry.verdict}: {entry.reason}" if entry.reason else entry.verdict.value),
        ("origins", f"{entry.origins.supports} for, {entry.origins.refutes} against"),
        ("locked", entry.day.isoformat()),
        ("signed", spelled(review) if review else ""),
        ("because", (review.reason or "") if review else ""),
        ("judged by", ", ".join(map(" ".join, entry.versions)) if entry.versions else ""),
    )
    yield from _lines(pairs, indent=2)
    for quote in entry.quotes:
        yield from _lines([(_KEYS[quote.stance], quote.source)], indent=2)
        yield from _lines(
            (
                ("file", quote.path),
                ("publisher", quote.publisher or ""),
                ("published", quote.published.isoformat() if quote.published else ""),
                ("status", "" if quote.status == "current" else quote.status),
                ("text", f"sha256 {quote.digest}"),
                ("at", f"{quote.start}-{quote.end}"),
                ("before", quote.prefix),
                ("quote", quote.quote),
                ("after", quote.suffix),
            ),
            indent=4,
        )


def _lines(pairs: Iterable[tuple[str, str]], *, indent: int) -> Iterator[str]:
    for key, value in pairs:
        if value:
            yield f"{' ' * indent}{key:<{_WIDTH}} {_escape(value)}"


def _escape(value: str) -> str:
    return _ESCAPED.sub(_escape_of, value)


def _escape_of(match: re.Match[str]) -> str:
    sign = match[0]
    return f"\\{_LETTERS[sign]}" if sign in _LETTERS else f"\\u{{{ord(sign):x}}}"
