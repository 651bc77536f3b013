"""Source filters that name nothing: a slip of the pen in one would silently change what counts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from factcheck.adapters.corpus import Corpus
    from factcheck.app.checker import Checker
    from factcheck.domain.claim import Claim
    from factcheck.domain.source import Source
    from factcheck.reports.run_record import ProblemRecord

IDLE_FILTER = "C240"
"""The code of a filter that fits no source."""
_MOST_NAMES = 20_000


def filter_notes(checker: Checker, claims: Iterable[Claim]) -> list[ProblemRecord]:
    """A note for each filter of these claims that fits no source of the corpus, at the first claim that has it.

    `!tier:NAME` and `!status:NAME` are left alone: they cannot be misspelt, and there need not be a source to exclude.
    """
    first: dict[str, Claim] = {}
    for claim in claims:
        for pattern in claim.policy.sources:
            if not pattern.startswith(("!tier:", "!status:")):
                first.setdefault(pattern, claim)
    if not first:
        return []
    wanted = sorted({pattern.removeprefix("!") for pattern in first})
    idle: dict[str, str] = json.loads(
        checker.keep(f"filters {wanted}", lambda: json.dumps(_idle(checker.corpus, wanted)))
    )
    return [
        _note(pattern, idle[bare], claim)
        for pattern, claim in first.items()
        if (bare := pattern.removeprefix("!")) in idle
    ]


def _note(pattern: str, nearest: str, claim: Claim) -> ProblemRecord:
    place = claim.location
    excludes = "so that it excludes nothing" if pattern.startswith("!") else "so that it lets nothing in"
    mark = "!" if pattern.startswith("!") else ""
    return {
        "path": place.path if place else "policy",
        "line": place.line if place else None,
        "column": place.column if place else None,
        "code": IDLE_FILTER,
        "what": f"the filter `{pattern}` fits no source of the corpus, {excludes}",
        "mend": f"did you mean `{mark}{nearest}`?" if nearest else "`factcheck sources` lists what there is",
    }


def _idle(corpus: Corpus, wanted: Collection[str]) -> dict[str, str]:
    """The filters that fit no source, each with the nearest one that would, if one is near."""
    from factcheck.decide import fits  # noqa: PLC0415  (start-up cost)

    idle = dict.fromkeys(wanted, "")
    names: set[str] = set()
    for source in corpus.sources():
        for pattern in [pattern for pattern in idle if fits(source, pattern)]:
            del idle[pattern]
        if not idle:
            return {}
        if len(names) < _MOST_NAMES:
            names.update(_names(source))
    import difflib  # noqa: PLC0415  (only for the note)

    by_case = {name.lower(): name for name in sorted(names)}
    for pattern in idle:
        near = difflib.get_close_matches(pattern.lower(), by_case, n=1, cutoff=0.75)
        idle[pattern] = by_case[near[0]] if near else ""
    return idle


def _names(source: Source) -> list[str]:
    """Every filter without a `*` that fits a source."""
    return [
        source.id,
        *(f"tag:{tag}" for tag in source.tags),
        *([f"publisher:{source.publisher}"] if source.publisher else []),
        *([f"tier:{source.tier.value}"] if source.tier else []),
        f"status:{source.status.value}",
    ]
