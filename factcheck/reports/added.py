"""What became of each page or file that was to be added, one line each, and what is still unknown about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.reports.gate import count
from factcheck.reports.visible import visible, visible_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.domain.source import Source
    from factcheck.errors import FactcheckError

_TITLE = 60
_WIDTH = 9
_WANTED = {
    "published": ("day of publication", "--published 2024-01-31"),
    "publisher": ("publisher", "--publisher NAME"),
}


class AddOutcome(StrEnum):
    """What became of it."""

    ADDED = "added"
    REPLACED = "replaced"
    DESCRIBED = "described"
    KNOWN = "known"
    FAILED = "FAILED"


@dataclass(frozen=True, slots=True)
class AddRecord:
    """One page or file.

    Attributes:
        item: As named on the command line.
        path: Where it lies now, as shown to the user; empty if it failed.
        notes: The `sources.yaml` that speaks of it.
        why: What to say about the outcome.
        sources: What its reader made of it.
        faults: Why it failed.
        left_out: What a page says of itself that only the user can say, by key.
    """

    item: str
    outcome: AddOutcome
    path: str = ""
    notes: str = ""
    why: str = ""
    sources: tuple[Source, ...] = ()
    faults: tuple[FactcheckError, ...] = ()
    left_out: Mapping[str, str] = field(default_factory=dict)


def added_lines(record: AddRecord) -> Iterator[str]:
    """The line of one item, and below it what is still unknown."""
    head = f"{record.outcome:<{_WIDTH}} "
    margin = " " * len(head)
    if record.outcome is AddOutcome.FAILED:
        for fault in record.faults:
            yield head + visible_lines(str(fault).replace("\n", f"\n{margin}"))
        return
    why = f" ({record.why})" if record.why else ""
    yield head + visible(f"{record.path}: {_what(record.sources)}{why}")
    yield from (margin + visible(line) for line in _to_do(record))


def add_summary(records: Sequence[AddRecord]) -> str:
    """How many of each outcome."""
    parts = []
    for outcome in AddOutcome:
        number = sum(record.outcome is outcome for record in records)
        if number:
            parts.append(f"{number} {outcome.lower()}")
    return f"{count(len(records), 'item')}: {', '.join(parts)}"


def _what(sources: Sequence[Source]) -> str:
    words = sum(len(source.text.split()) for source in sources)
    if len(sources) != 1:
        return f"{count(len(sources), 'source')}, {words:,} words"
    source = sources[0]
    title = source.title or ""
    short = title if len(title) <= _TITLE else f"{title[: _TITLE - 1]}…"
    about = [f"“{short}”" if short else "", source.publisher or "", str(source.published or ""), f"{words:,} words"]
    return ", ".join(part for part in about if part)


def _to_do(record: AddRecord) -> Iterator[str]:
    if record.left_out:
        said = ", ".join(f"{key} {value}" for key, value in record.left_out.items())
        yield f"the page says it of itself, so it is not taken over, for you to state: {said}"
    languages = sorted({source.language for source in record.sources} - {"en"})
    if languages:
        yield f"not in English ({', '.join(languages)}): it is listed, never judged"
    lacking = {key: sum(not getattr(source, key) for source in record.sources) for key in _WANTED}
    missing = [what for key, (what, _) in _WANTED.items() if lacking[key]]
    if missing:
        say = " ".join(example for key, (_, example) in _WANTED.items() if lacking[key])
        which = "" if len(record.sources) == 1 else f" (for {max(lacking.values())} of them)"
        yield f"unknown: {' and '.join(missing)}{which}; say it: factcheck add {_argument(record.path)} {say}"


def _argument(path: str) -> str:
    return f"'{path}'" if any(sign in path for sign in " ()&;") else path
