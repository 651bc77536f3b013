"""What figures a sentence holds: the table of `tests/data/quantities.yaml`, and the finer points one by one."""

from __future__ import annotations

import time
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from factcheck.domain.analysis import Hedge, Quantity, QuantityKind
from factcheck.text.number_words import speak
from factcheck.text.numbers import find_quantities, parse_figure, share
from factcheck.text.units import to_base
from factcheck.text.words import key

SENTENCES: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent.parent / "data" / "quantities.yaml").read_text(encoding="utf-8")
)
HEDGES = {hedge.value for hedge in Hedge}
KINDS = {kind.value for kind in QuantityKind}


def described(row: str) -> tuple[str, str, str, str, str | None, Decimal | None]:
    """A row of the table: figure, value, hedge, kind, unit, total."""
    figure, value, marks = (part.strip() for part in row.split("|"))
    hedge, kind, unit, total = "exact", "count", None, None
    for mark in marks.split():
        if mark in HEDGES:
            hedge = mark
        elif mark in KINDS:
            kind = mark
        elif mark.startswith("of:"):
            total = Decimal(mark[3:])
        else:
            unit = mark.removeprefix("unit:")
    if unit is not None and kind in {"count", "ordinal", "ratio"}:
        unit = key(unit)
    return figure, value, hedge, kind, unit, total


def shown(value: Decimal | None) -> str:
    return "" if value is None else format(round(value, 3).normalize(), "f")


def found_in(sentence: str) -> list[tuple[str, str, str, str, str | None, Decimal | None]]:
    return [
        (
            sentence[q.start : q.end],
            shown(q.value) if q.value is not None else f"{shown(q.low)}..{shown(q.high)}",
            q.hedge.value,
            q.kind.value,
            q.unit,
            q.of,
        )
        for q in find_quantities(sentence)
    ]


def normal(row: tuple[str, str, str, str, str | None, Decimal | None]) -> tuple[str, str, str, str, str | None, Decimal | None]:
    figure, value, *rest = row
    ends = "..".join(shown(Decimal(end)) for end in value.split(".."))
    return (figure, ends, *rest)  # type: ignore[return-value]


@pytest.mark.parametrize(("sentence", "rows"), [pytest.param(s, rows, id=s[:60]) for s, rows in SENTENCES.items()])
def test_find_quantities(sentence: str, rows: list[str]) -> None:
    assert found_in(sentence) == [normal(described(row)) for row in rows]


def test_the_table_is_large() -> None:
    assert len(SENTENCES) >= 200
