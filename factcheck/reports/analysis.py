"""What was found in one sentence, for people who want to know how it was read."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

from factcheck.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.domain.analysis import Analysis

_KINDS = ("quantities", "dates", "rates", "names", "quotations", "reports", "roles", "ranks")


def analysis_values(found: Analysis) -> dict[str, Any]:
    """The findings as JSON values: offsets in code points, days as ISO dates, figures as numbers."""
    values: dict[str, Any] = {"text": found.text}
    for kind in _KINDS:
        values[kind] = [_finding(item, found.text) for item in getattr(found, kind)]
    values["predicates"] = list(_predicates(found))
    return values


def analysis_json(found: Analysis) -> str:
    """The findings as JSON text with a final line break."""
    return json.dumps(analysis_values(found), ensure_ascii=False, indent=2) + "\n"


def analysis_text(found: Analysis) -> str:
    """The findings as lines: kind, offsets, words, and what was made of them."""
    lines = [visible(found.text)]
    for kind, findings in analysis_values(found).items():
        if kind == "text" or not findings:
            continue
        lines.append(f"{kind}:")
        for item in findings:
            rest = ", ".join(f"{key} {_brief(value)}" for key, value in item.items() if _tells(key, value))
            lines.append(f"  {item['start']:>3}-{item['end']:<3} {visible(item['text'])!r}  {rest}".rstrip())
    if len(lines) == 1:
        lines.append("nothing found")
    return "\n".join(lines)


def _predicates(found: Analysis) -> Iterator[dict[str, Any]]:
    for frame in found.frames:
        verb = found.units[frame.verb]
        yield {
            "start": verb.start,
            "end": verb.end,
            "text": verb.text,
            "key": verb.key,
            "negated": verb.negated,
            "rung": verb.rung.value,
            "passive": frame.passive,
            "agents": [found.units[index].text for index in frame.agents],
            "patients": [found.units[index].text for index in frame.patients],
        }


def _finding(item: Any, text: str) -> dict[str, Any]:
    values = {"start": item.start, "end": item.end, "text": text[item.start : item.end]}
    return values | {field.name: _plain(getattr(item, field.name)) for field in fields(item)}


def _plain(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(item) for item in value]
        case _ if is_dataclass(value):
            return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        case _:
            return value


def _tells(key: str, value: object) -> bool:
    return key not in {"start", "end", "text"} and value not in (None, "", False, [])


def _brief(value: object) -> str:
    if isinstance(value, list):
        return "/".join(str(item) for item in value)
    return visible(str(value))
