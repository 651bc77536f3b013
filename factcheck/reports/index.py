"""How an index stands, and what is wrong with it: lines for the terminal, or JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from factcheck.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.domain.index_state import IndexState
    from factcheck.domain.source import Problem

_WORDS = {
    "current": "current: the next run reads nothing",
    "behind": "behind: the next run reads what changed",
    "outdated": "made by another version: the next run reads every file again",
    "unfinished": "unfinished: the last refresh was cut off, the next run goes on there",
    "damaged": "damaged: the next run builds it again",
    "missing": "not built yet: the next run builds it",
}


def state_lines(state: IndexState) -> Iterator[str]:
    """How an index stands, one thing a line."""
    yield f"state      {_WORDS[state.state]}"
    waiting = [
        f"{count:,} {word}"
        for count, word in ((state.new, "new"), (state.changed, "changed"), (state.gone, "gone"))
        if count
    ]
    if state.described:
        waiting.append("what sources.yaml says")
    if waiting:
        yield f"to read    {', '.join(waiting)}"
    if state.sources:
        yield f"holds      {state.sources:,} sources of {state.files:,} files, {state.passages:,} passages"
    if state.languages.keys() - {"en"}:
        counted = sorted(state.languages.items(), key=lambda item: (-item[1], item[0]))
        yield f"languages  {', '.join(f'{name} {count:,}' for name, count in counted)} (only en is judged)"
    if state.problems:
        yield f"problems   {state.problems:,} (`factcheck sources` names them)"
    if state.sizes:
        parts = ", ".join(f"{name} {_size(size)}" for name, size in state.sizes.items())
        yield f"size       {parts}"
    if state.deleted >= 0.01:
        yield f"deleted    {state.deleted:.0%} of the engine, cleared away by and by"
    yield f"place      {visible(state.place)}"


def state_json(state: IndexState, faults: Sequence[Problem] | None = None) -> str:
    """The same as JSON text with a final line break.

    Args:
        state: How it stands.
        faults: What a check of its sums found; None if there was none.
    """
    values = asdict(state) | {"deleted": round(state.deleted, 4)}
    if faults is not None:
        values["faults"] = [asdict(fault) for fault in faults]
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def fault_lines(faults: Sequence[Problem], state: IndexState) -> Iterator[str]:
    """What is wrong, each kind of mend once; or that nothing is."""
    for fault in faults:
        yield visible(f"{fault.path}: {fault.code} {fault.what}" if fault.path else f"{fault.code} {fault.what}")
    for mend in dict.fromkeys(fault.mend for fault in faults if fault.mend):
        yield f"  mend: {visible(mend)}"
    if not faults:
        yield f"sound: {state.sources:,} sources and {state.passages:,} passages, each as it was read"


def _size(count: int) -> str:
    return f"{count / 1_000_000:,.1f} MB" if count >= 1_000_000 else f"{count / 1000:,.0f} kB"
