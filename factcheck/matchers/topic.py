"""Topic: how much of the claim's wording the passage bears, and which words it lacks."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain.analysis import Analysis
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.text.align import LIGHT_WEIGHT, QUALITY, WEIGHT, Tie, align

_BEARS = 0.999


def compare(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:
    """First the share of the claim that the passage bears (`weight`), then one comparison for each word that it lacks."""
    alignment = align(asserted, said)
    total = got = 0.0
    lacking = []
    for link, unit in zip(alignment.links, asserted.units, strict=True):
        if any(q.start <= unit.start < q.end for q in asserted.quotations):
            continue
        weight = LIGHT_WEIGHT if unit.light else WEIGHT[unit.kind]
        total += weight
        got += weight * QUALITY[link.tie]
        if link.tie is Tie.ABSENT and not unit.light:
            lacking.append((unit, weight))
    share = got / total if total else 1.0
    missing = ", ".join(f"“{unit.text}”" for unit, _ in lacking)
    yield Comparison(
        Aspect.TOPIC,
        Outcome.AGREES if share >= _BEARS else Outcome.NOT_STATED if share else Outcome.NOT_COMPARABLE,
        f"topic: the source does not say {missing}" if lacking else "topic: every word of the claim is borne",
        "topic-share",
        weight=share,
    )
    for unit, weight in lacking:
        yield Comparison(
            Aspect.TOPIC, Outcome.NOT_STATED, f"topic: “{unit.text}” is not said", f"topic-lacks-{unit.kind}", (unit.start, unit.end), weight=weight / total
        )  # fmt: skip
