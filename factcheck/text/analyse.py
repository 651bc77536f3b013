"""One sentence in, everything it asserts out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from factcheck.domain.analysis import Analysis, Hedge, Quantity, QuantityKind, Rate
from factcheck.text.dates import find_dates
from factcheck.text.frames import find_frames
from factcheck.text.multiples import find_multiples
from factcheck.text.names import find_names, find_roles
from factcheck.text.numbers import find_quantities
from factcheck.text.predicates import claimed, find_ranks, find_units, main_unit
from factcheck.text.quotes import find_quotations, find_reports
from factcheck.text.rates import find_rates
from factcheck.text.tagging import tag
from factcheck.text.tokens import tokenize


@lru_cache(maxsize=4096)
def analyse(text: str, *, reference: date | None = None) -> Analysis:
    """Find everything that one sentence asserts.

    Args:
        text: The sentence; all offsets are code points in it.
        reference: The day of publication, against which "on Tuesday" is resolved.
    """
    tokens = tokenize(text)
    if not tokens:
        return Analysis(text)
    tags = tag([word for _, _, word in tokens])
    dates = find_dates(text, reference=reference)
    quantities = find_quantities(text, taken=[(d.start, d.end) for d in dates])
    quantities, doublings = find_multiples(text, tokens, tags, quantities)
    quantities = sorted([*quantities, *_majorities(tokens, tags, quantities)], key=lambda figure: figure.start)
    quotations = find_quotations(text)
    spans = [(found.start, found.end) for found in dates] + [(found.start, found.end) for found in quantities]
    spans += [figure.hedge_span for figure in quantities if figure.hedge_span]
    rates = _apart(find_rates(text, tokens, tags), quantities)
    quantities = [q for q in quantities if not any(r.start <= q.start < r.end for r in rates)]
    spans += [(rate.start, rate.end) for rate in rates if not rate.loose]
    taken = claimed(tokens, spans) if spans else [False] * len(tokens)
    figures = claimed(tokens, [span for q in quantities for span in ((q.start, q.end), q.hedge_span) if span])
    names = find_names(tokens, tags, taken)
    reports = find_reports(tokens, tags, names, quotations)
    units = find_units(tokens, tags, names, taken, reports)
    return Analysis(
        text=text,
        tokens=tuple(tokens),
        tags=tags,
        units=tuple(units),
        quantities=tuple(sorted([*quantities, *doublings], key=lambda figure: figure.start)),
        dates=tuple(dates),
        rates=tuple(rates),
        names=tuple(name for _, _, name in names),
        quotations=tuple(quotations),
        reports=tuple(reports),
        roles=tuple(find_roles(tokens, tags, names)),
        ranks=tuple(find_ranks(tokens, tags)),
        frames=tuple(find_frames(tokens, tags, units, figures)),
        main=main_unit(units, tokens, tags, reports),
    )


def _apart(rates: Sequence[Rate], figures: Sequence[Quantity]) -> list[Rate]:
    """The rates that are not part of a figure's own unit: "90,000 barrels a day" is one figure."""
    return [
        r
        for r in rates
        if not any(q.start < r.start < q.end or (q.start == r.start and q.end > r.end) for q in figures)
    ]


_SOME = frozenset("a the clear narrow slim large small big huge comfortable overwhelming vast simple".split())


def _majorities(tokens: Sequence[tuple[int, int, str]], tags: str, known: Sequence[Quantity]) -> list[Quantity]:
    """Read "most farmers", "the majority of farmers" and "by a majority" as more than 50 percent.

    Gets right: "most of the members". Gets wrong: "most" before a plural that is no whole ("most days").
    """
    found = []
    for i, (start, end, word) in enumerate(tokens):
        low, after = word.lower(), tags[i + 1 : i + 5]
        before = tokens[i - 1][2].lower() if i else ""
        nxt = tokens[i + 1][2].lower() if i + 1 < len(tokens) else ""
        margin = (
            any(q.start == tokens[i + 2][0] for q in known) if i + 2 < len(tokens) else False
        )  # "a majority of 12 seats" says by how much
        whole = low == "majority" and (
            (nxt == "of" and not margin) or (before in _SOME and after[:1] not in ("N", "S", "A", "P"))
        )
        most = low == "most" and before not in ("at", "the") and "S" in after and after[:1] in ("S", "N", "I", "P")
        if (whole or most) and not any(q.start <= start < q.end or q.hedge_span == (start, end) for q in known):
            fifty = Decimal(50)
            found.append(
                Quantity(
                    start, end, fifty, fifty, None, Hedge.MORE_THAN, QuantityKind.PERCENT, "percent", rule="majority"
                )
            )
    return found


def in_context(found: Analysis, before: Sequence[Analysis], after: Sequence[Analysis] = ()) -> Analysis:
    """The same analysis with the sentences before it, nearest last, and after it."""
    return replace(found, context=before, after=after)
