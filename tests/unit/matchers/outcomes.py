"""How the tables of the matchers are read: outcomes for a claim and the one sentence a source has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from factcheck.domain.analysis import Analysis
from factcheck.domain.comparison import Comparison
from factcheck.text.analyse import analyse, in_context

Compare = Callable[[Analysis, Analysis], Iterator[Comparison]]


def comparisons(
    compare: Compare, claim: str, said: str, *, before: Iterable[str] = (), published: date | None = None
) -> list[Comparison]:
    """What a matcher finds; every slice is checked to lie inside its sentence."""
    passage = in_context(analyse(said, reference=published), [analyse(one, reference=published) for one in before])
    found = list(compare(analyse(claim, reference=published), passage))
    for one in found:
        assert one.reason
        assert one.asserted is None or 0 <= one.asserted[0] < one.asserted[1] <= len(claim)
        assert one.said is None or 0 <= one.said[0] < one.said[1] <= len(said)
        assert 0 <= one.weight <= 1
    return found


def outcomes(
    compare: Compare, claim: str, said: str, *, before: Iterable[str] = (), published: date | None = None
) -> list[str]:
    """The outcomes alone, in order."""
    return [str(one.outcome) for one in comparisons(compare, claim, said, before=before, published=published)]
