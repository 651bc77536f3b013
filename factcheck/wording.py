"""The wording of a claim and of a passage with their values masked, as the entailment model reads them.

Figures and dates are compared by the matchers; the model judges whether the rest says the same. A value that agrees is
replaced by one token on both sides, a value that differs by another, so that the model can neither vouch for a figure nor
be misled by one. Training pairs are masked by this function too: what the model learns from is what it is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factcheck.domain.analysis import Analysis, UnitKind
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.domain.source import Slice
from factcheck.text.align import Alignment, align
from factcheck.text.modality import GOVERNORS
from factcheck.text.noun_phrases import inside_compound, owns_next
from factcheck.text.tenses import past_only
from factcheck.text.weaker import falls_short

AGREEING = tuple(f"[unused{n}]" for n in range(1, 9))
"""Tokens of values that agree, in the order in which the claim states them; entries of BERT's vocabulary that no text uses."""
DIFFERING = tuple(f"[unused{n}]" for n in range(11, 19))
"""Tokens of values that differ, likewise."""

_MASKED = {Outcome.AGREES: AGREEING, Outcome.DIFFERS: DIFFERING}
_VALUES = (Aspect.NUMBER, Aspect.DATE)


def mask(claim: Analysis, passage: Analysis, comparisons: Iterable[Comparison]) -> tuple[str, str]:
    """The two texts with each compared value replaced by a token.

    Hedges and prepositions of a masked value go with it: whether "more than 1,000" agrees with "about 1,200" is settled.
    A value that the passage does not state, or that cannot be compared, stays as written.

    Args:
        claim: What the claim asserts.
        passage: What the passage says.
        comparisons: Those of numbers and dates are used, all others are passed over.

    Returns:
        The masked claim and the masked passage.
    """
    ours: dict[Slice, str] = {}
    theirs: dict[Slice, str] = {}
    used = dict.fromkeys(Outcome, 0)
    in_order = sorted(
        (c for c in comparisons if c.aspect in _VALUES and _outcome(c) in _MASKED and c.asserted and c.said),
        key=lambda c: (c.asserted or (0, 0), _outcome(c), c.said or (0, 0)),
    )
    for comparison in in_order:
        assert comparison.asserted is not None  # noqa: S101 - told to mypy
        assert comparison.said is not None  # noqa: S101 - likewise
        here = _values(claim, comparison.asserted)
        there = _values(passage, comparison.said)
        if not here or not there or any(_overlaps(span, ours) for span in here):
            continue
        known = next((theirs[span] for span in there if span in theirs), None)
        outcome = _outcome(comparison)
        tokens = _MASKED[outcome]
        if known in tokens:
            token = known
        elif known is not None or any(_overlaps(span, theirs) for span in there):
            continue
        else:
            token = tokens[min(used[outcome], len(tokens) - 1)]
            used[outcome] += 1
        ours.update(dict.fromkeys(here, token))
        theirs.update(dict.fromkeys(there, token))
    return _replaced(claim.text, ours), _replaced(passage.text, theirs)


def _outcome(comparison: Comparison) -> Outcome:
    return comparison.tentative or comparison.outcome


def same_force(claim: Analysis, passage: Analysis) -> bool:
    """Whether nothing but the words for the deed stands between a passage and the claim's main word.

    A reading of the wording alone takes too easily "wants them out" for "expelled them", "the film's sequel" for "the film" and
    what was so for what is. So both texts must deny or neither; a deed on the rung of the claim's must be told in the clauses
    that hold most of what the claim speaks of, where verbs that only say, want or plan what others tell do not count; it must
    not be over; nothing may stand beside it that only comes near it ("nominated" for "won"); and what the claim speaks of must
    not only own or describe another thing.
    """
    if any(unit.negated for unit in claim.units if not unit.light) is not any(
        unit.negated for unit in passage.units if not unit.light
    ):
        return False
    aligned = align(claim, passage)
    if _only_beside(claim, passage, aligned):
        return False
    if claim.main < 0:
        return True
    main = claim.units[claim.main]
    if any(falls_short(main.key, unit.key) for n, unit in enumerate(passage.units) if n not in aligned.reverse):
        return False
    told = {report.verb for report in passage.reports}
    verbs = [
        unit
        for unit in passage.units
        if unit.kind is UnitKind.VERB and not unit.light and (unit.start, unit.end) not in told
    ]
    deeds = [unit for unit in verbs if unit.key not in GOVERNORS or main.key in GOVERNORS]
    linked = [passage.units[n] for n in aligned.reverse]
    shared = Counter(unit.clause for unit in linked if unit.kind is not UnitKind.NAME) or Counter(
        unit.clause for unit in linked
    )
    most = max(shared.values(), default=0)
    near = [unit for unit in deeds if shared[unit.clause] == most] or deeds
    return not verbs or any(unit.rung is main.rung and not past_only(claim, main, passage, unit) for unit in near)


def _only_beside(claim: Analysis, passage: Analysis, aligned: Alignment) -> bool:
    """Whether a noun of the claim stands in the passage only as an owner or before another noun: "the film's sequel", "the film festival"."""
    for link in aligned.links:
        unit = claim.units[link.unit]
        if unit.kind is not UnitKind.NOUN or not link.said or _beside(claim, link.unit):
            continue
        if all(_beside(passage, n) for n in link.said):
            return True
    return False


def _beside(analysis: Analysis, number: int) -> bool:
    return owns_next(analysis, analysis.units[number]) or inside_compound(analysis, number)


def _values(analysis: Analysis, where: Slice) -> list[Slice]:
    """The figures and dates that lie in or around a slice, each with its hedge or preposition."""
    spans = [((q.start, q.end), q.hedge_span) for q in analysis.quantities]
    spans += [((d.start, d.end), d.relation_span) for d in analysis.dates]
    return [
        _joined(span, lead, analysis.text)
        for span, lead in spans
        if span[0] < span[1] and span[0] < where[1] and where[0] < span[1]
    ]


def _joined(span: Slice, lead: Slice | None, text: str) -> Slice:
    if lead is None:
        return span
    first, last = min(span[0], lead[0]), max(span[1], lead[1])
    between = text[lead[1] : span[0]] if lead[1] <= span[0] else text[span[1] : lead[0]]
    return (first, last) if not between.strip(" -") else span


def _overlaps(span: Slice, taken: Iterable[Slice]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in taken)


def _replaced(text: str, tokens: dict[Slice, str]) -> str:
    for (start, end), token in sorted(tokens.items(), reverse=True):
        text = f"{text[:start]}{token}{text[end:]}"
    return text
