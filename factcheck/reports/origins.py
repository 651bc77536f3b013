"""Which sources of a corpus go back to one report, for people and for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.reports.failure import WIDTH
from factcheck.reports.gate import count
from factcheck.reports.visible import visible
from factcheck.reports.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.domain.origin import Origin
    from factcheck.domain.source import Source


def origins_text(origins: Sequence[Origin], find: Callable[[str], Source]) -> str:
    """Each family with its members, the first report first, and why they belong together; then the totals.

    Args:
        origins: Of the whole corpus.
        find: A source by its id.
    """
    found = [origin for origin in origins if len(origin.members) > 1]
    parts = ["\n".join(_family(origin, find)) for origin in found]
    sources = sum(len(origin.members) for origin in origins)
    alone = len(origins) - len(found)
    families = "1 family" if len(found) == 1 else f"{len(found)} families"
    if found:
        parts.append(f"{count(sources, 'source')}, {count(len(origins), 'origin')}: {families}, {alone} on their own")
    else:
        parts.append(f"{count(sources, 'source')}, each with an origin of its own")
    return "\n\n".join(parts)


def _family(origin: Origin, find: Callable[[str], Source]) -> Iterator[str]:
    yield visible(f"{origin.name}: {len(origin.members)} sources, one origin")
    for member in (origin.name, *(member for member in origin.members if member != origin.name)):
        source = find(member)
        about = [source.publisher, str(source.published or "no date"), source.tier, source.title]
        status = [source.status.value] if source.status != "current" else []
        line = f"{member}: {', '.join(str(part) for part in (*about, *status) if part)}"
        yield from wrap(line, WIDTH, lead="  ", rest="      ")
    for reason in origin.reasons:
        yield from wrap(reason, WIDTH, lead="    - ")


def origins_json(origins: Sequence[Origin], find: Callable[[str], Source]) -> str:
    """The same as JSON text; sources on their own are families of one, without reasons."""
    families = [
        {
            "name": origin.name,
            "sources": [_member(find(member)) for member in origin.members],
            "reasons": list(origin.reasons),
        }
        for origin in origins
    ]
    sources = sum(len(origin.members) for origin in origins)
    report = {"version": 1, "sources": sources, "origins": len(origins), "families": families}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _member(source: Source) -> dict[str, str | None]:
    return {
        "id": source.id,
        "publisher": source.publisher,
        "published": source.published.isoformat() if source.published else None,
        "tier": source.tier.value if source.tier else None,
        "status": source.status.value,
    }
