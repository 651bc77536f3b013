"""How a verdict came about, step by step, for one claim."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from factcheck.reports.failure import WIDTH, explanation, near_misses, place_of
from factcheck.reports.record import claim_line, verdict_text
from factcheck.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.domain.evidence import Evidence
    from factcheck.domain.lock import Standing
    from factcheck.domain.verdict import Verdict


def explain(verdict: Verdict, *, nodeid: str | None, standing: Standing | None = None) -> str:
    """The claim's record, then every comparison behind each passage that it shows."""
    record = claim_line(verdict.claim, verdict_text(verdict), nodeid=nodeid, standing=standing).record()
    lines = [explanation(record)]
    near = near_misses(record)
    judged = (*verdict.evidence, *(verdict.near_misses[n] for n in near))
    places = [place_of(item) for item in (*record["evidence"], *(record["near_misses"][n] for n in near))]
    if judged:
        lines.append("\nHow each passage was compared:")
    for item, place in zip(judged, places, strict=True):
        lines.extend(_compared(item, place))
    return "\n".join(lines)


def _compared(item: Evidence, place: str) -> Iterator[str]:
    yield visible(f"  {item.stance}: {place}")
    for comparison in item.comparisons:
        text = visible(f"{comparison.outcome}: {comparison.reason}")
        yield from textwrap.wrap(text, WIDTH, initial_indent="    - ", subsequent_indent="      ")
    if item.by_model:
        yield f"    - {item.reasons[-1]}"
