"""How one verdict came about, step by step, and what would mend the claim."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.audits.repair import smallest_repair
from factcheck.audits.statement import told_in
from factcheck.domain.audit import Account, Gap
from factcheck.domain.claim import Claim
from factcheck.domain.comparison import Aspect, Outcome
from factcheck.domain.evidence import Evidence, Stance
from factcheck.domain.verdict import Label, Verdict
from factcheck.pipeline import Weighed, verdict_on

SHOWN = 2  # near misses that an account prints
ON_TOPIC = 0.5  # of the claim's words; a passage below it shows nothing about what is stated


def account_for(claim: Claim, weighed: Weighed, judge: Callable[[Claim], Verdict]) -> Account:
    """The whole way from a sentence to its verdict.

    Args:
        claim: As written.
        weighed: What the passages do to it.
        judge: Gives the verdict on a changed claim; asked only if this one does not pass.
    """
    verdict = verdict_on(claim, weighed)
    repair, tried = None, 0
    if verdict.label is not claim.expect:
        repair, tried = smallest_repair(claim, verdict, weighed, judge)
    nearest = _nearest(verdict, weighed) if verdict.label is Label.MISSING else None
    gaps = _gaps(claim, weighed, nearest) if nearest else ()
    told = told_in(weighed.asserted)
    return Account(weighed.asserted, told, weighed.passages, weighed.evidence, verdict, gaps, nearest, repair, tried)


def _nearest(verdict: Verdict, weighed: Weighed) -> Evidence | None:
    """The passage on the topic in which most of what the claim asserts agrees: one of the near misses, if there is one among them."""
    close = [item for item in weighed.evidence if item.score >= ON_TOPIC and item.stance is Stance.NEUTRAL]
    shown = {(item.passage.source.id, item.passage.start) for item in verdict.near_misses[:SHOWN]}
    close = [item for item in close if (item.passage.source.id, item.passage.start) in shown] or close
    return min(close, key=lambda item: (-_agreeing(item), -item.score, item.passage.source.id), default=None)


def _agreeing(item: Evidence) -> int:
    return sum(c.outcome is Outcome.AGREES for c in item.comparisons if c.aspect is not Aspect.TOPIC)


def _gaps(claim: Claim, weighed: Weighed, nearest: Evidence) -> tuple[Gap, ...]:
    """What the nearest passage leaves open and no passage on the topic states."""
    stated = {
        (c.aspect, c.asserted)
        for item in weighed.evidence
        if item.score >= ON_TOPIC
        for c in item.comparisons
        if c.outcome is Outcome.AGREES
    }
    gaps: dict[tuple[Aspect, str], Gap] = {}
    for c in nearest.comparisons:
        lacks_word = c.aspect is Aspect.TOPIC and c.rule.startswith("topic-lacks")
        if c.outcome is Outcome.AGREES or (c.aspect is Aspect.TOPIC and not lacks_word):
            continue
        if (c.aspect, c.asserted) in stated:
            continue
        words = claim.sentence[slice(*c.asserted)] if c.asserted else ""
        gaps.setdefault((c.aspect, words), Gap(c.aspect, words, c.reason, silent=c.outcome is Outcome.NOT_STATED))
    typed = {gap.words for gap in gaps.values() if gap.aspect is not Aspect.TOPIC}
    return tuple(gap for gap in gaps.values() if gap.aspect is not Aspect.TOPIC or gap.words not in typed)
