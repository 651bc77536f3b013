"""All comparisons of one passage, weighed into exactly one stance.

A passage supports only if everything that the claim asserts was compared and agrees; it refutes only if one thing differs
and the others show that it speaks of the same fact; else it is neutral, with the reason. Where nothing but the wording is
open, a judge's reading may settle it: it fills the aspect of the predicate and no other, and never accuses by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.domain.evidence import Evidence, Reading, Stance
from factcheck.domain.source import Passage
from factcheck.domain.verdict import MissingReason

# Set on the even half of the development sets (`benchmarks/verdicts.py`), reported on the odd half.
SUPPORT_SHARE = 0.8
BORROWED = 0.5  # of the claim's words, names aside, at most, may stand in the sentences around the passage
BORROWED_REWORDED = 0.3  # likewise, where a judge reads the wording: it would find the claim's own words there
REFUTE_SHARE = 0.75
REWORDED_SHARE = 0.6  # of the claim's words in a passage that contradicts it in other words
ON_TOPIC = 0.5
_ROUNDING = 1e-6  # of sums of shares

# Words by which a passage lacks the claim's deed: a judge may find it told in others.
_DEEDS = frozenset({"topic-lacks-verb", "topic-lacks-adjective", "topic-lacks-deed"})
# Settled where the office itself agrees: "heads" and "chief of".
_OF_OFFICE = frozenset({"predicate-absent", "predicate-whose"})
_SPARED = frozenset({"topic-lacks-name", "topic-lacks-limit", "topic-lacks-real", "topic-lacks-whole"})
# What shows that a passage speaks of another deed or of another doer: nothing else that it says then refutes.
_ELSEWHERE = frozenset({"another-one", "other-deed", "predicate-elsewhere", "opposite-thing", "compound-part"})
_REFUTING = frozenset(
    {Aspect.NAME, Aspect.NUMBER, Aspect.DATE, Aspect.ROLE, Aspect.QUOTE, Aspect.POLARITY, Aspect.PREDICATE}
)


@dataclass(frozen=True, slots=True)
class _Case:
    """The comparisons of one passage, sorted by what they do."""

    share: float
    borrowed: float
    differs: tuple[Comparison, ...]
    open: tuple[Comparison, ...]
    agrees: tuple[Comparison, ...]
    lacking: tuple[Comparison, ...]


def _sort(comparisons: Sequence[Comparison]) -> _Case:
    typed = [c for c in comparisons if c.aspect is not Aspect.TOPIC]
    if any(c.rule == "role-same" for c in typed):
        typed = [c for c in typed if c.rule != "only-reported"]  # an office named in passing is the writer's own word
    held = {c.asserted for c in typed if c.rule == "role-same"}
    typed = [c for c in typed if c.rule not in _OF_OFFICE or c.asserted not in held]
    topic = [c for c in comparisons if c.aspect is Aspect.TOPIC]
    share = next((c.weight for c in topic if c.rule == "topic-share"), 0.0)
    return _Case(
        share,
        next((c.weight for c in topic if c.rule == "topic-borrowed"), 0.0),
        tuple(c for c in typed if c.outcome is Outcome.DIFFERS),
        tuple(
            c
            for c in typed
            if c.outcome in (Outcome.NOT_STATED, Outcome.NOT_COMPARABLE) and c.rule != "predicate-light"
        ),
        tuple(c for c in typed if c.outcome is Outcome.AGREES),
        tuple(c for c in topic if c.rule.startswith("topic-lacks")),
    )


def _supports(case: _Case) -> bool:
    if case.differs or case.borrowed > BORROWED:
        return False
    if case.open:
        return False
    if case.share < SUPPORT_SHARE:
        return False
    return not case.lacking  # a wrong word in place of one that is merely lacking would look the same


def _refutes(case: _Case) -> bool:
    """One thing differs, and all else that identifies the fact agrees."""
    deciding = [c for c in case.differs if c.aspect in _REFUTING and c.weight >= 0.6]
    speaker = any(c.aspect is Aspect.SPEAKER for c in case.differs)
    quoted = any(c.aspect is Aspect.QUOTE for c in case.agrees)
    if speaker and quoted and len(case.differs) == 1:
        return True
    if not deciding or speaker or any(c.aspect is Aspect.ACTORS for c in case.differs):
        return False
    if any(c.rule == "polarity-in-turn" for c in deciding) and not any(c.aspect is Aspect.DATE for c in case.agrees):
        return False
    aspects = {c.aspect for c in deciding}
    if any(c.rule == "predicate-first" for c in case.open) or any(c.rule == "topic-lacks-whole" for c in case.lacking):
        return False
    borrowed = any(c.rule == "name-context" for c in case.agrees) and not any(
        c.aspect is Aspect.SPEAKER for c in case.agrees
    )
    if borrowed and any(c.rule == "polarity-noun" for c in deciding):
        return False
    if case.borrowed and any(c.rule == "polarity-opposite-noun" for c in deciding):
        return False  # "a threat to stability" does not say of what the claim calls destabilising that it is stable
    same_deed = any(c.aspect is Aspect.PREDICATE for c in case.agrees) and not any(
        c.rule == "topic-lacks-deed" for c in case.lacking
    )
    if any(c.aspect is Aspect.DATE for c in deciding) and (not same_deed or _other_period(case)):
        return False
    if Aspect.NUMBER in aspects and Aspect.DATE in aspects:
        return False
    explained = {c.asserted for c in deciding}
    role = Aspect.ROLE in aspects
    if any(c.aspect is Aspect.QUOTE for c in deciding):
        return not any(c.aspect is Aspect.SPEAKER for c in case.open)
    for c in case.open:
        if c.rule in ("polarity-uneven", "actors-unstated"):
            continue
        if (
            c.asserted in explained and (c.aspect is not Aspect.ACTORS or "other-doer" in {d.rule for d in deciding})
        ) or (role and c.aspect in (Aspect.NAME, Aspect.PREDICATE)):
            continue
        elsewhere = c.rule in _ELSEWHERE
        if c.rule == "no-verb" or (c.aspect is Aspect.PREDICATE and Aspect.POLARITY in aspects and not elsewhere):
            continue
        if c.rule in ("date-absent", "number-absent") and any(
            d.rule in ("polarity-denied", "polarity-noun") for d in deciding
        ):
            continue
        return False
    spared = sum(c.weight for c in case.lacking if c.asserted in explained or (role and c.rule == "topic-lacks-name"))
    return case.share + spared >= REFUTE_SHARE


def _other_period(case: _Case) -> bool:
    """Whether a figure is told of another period: 11,000 accidents in 2018 say nothing about 2017; a deed told of another day does."""
    deed = any(c.rule == "rung-same" for c in case.agrees)
    return any(c.aspect is Aspect.NUMBER for c in case.agrees) and not deed


def _shortfall(case: _Case) -> MissingReason:
    if case.share < ON_TOPIC:
        return MissingReason.OFF_TOPIC
    rules = {c.rule for c in case.open}
    if "only-reported" in rules and not case.differs and len(case.open) == 1:
        return MissingReason.ONLY_REPORTED
    if rules & {"speaker-unresolved"}:
        return MissingReason.UNSURE
    return MissingReason.DETAIL_NOT_STATED


def _reworded(case: _Case) -> _Case:
    """The case as it stands if the wording says the same: the deed and how it is done is granted, no noun in whose place another stands.

    To contradict takes more than to say the same: words enough of the claim must be there, and for another date its own deed.
    """
    granted = [replace(c, outcome=c.tentative) for c in case.open if c.tentative is not None]
    differs = (*case.differs, *(c for c in granted if c.outcome is Outcome.DIFFERS))
    taken = {c.asserted for c in case.lacking if c.rule == "topic-lacks-place"}
    deeds = {c.asserted for c in case.lacking if c.rule in _DEEDS}
    return _Case(
        share=1.0 if case.share >= REWORDED_SHARE or not differs else case.share,
        borrowed=case.borrowed,
        differs=differs,
        open=tuple(
            c for c in case.open if c.tentative is None and not (c.rule == "predicate-absent" and c.asserted in deeds)
        ),
        agrees=(*case.agrees, *(c for c in granted if c.outcome is Outcome.AGREES)),
        lacking=tuple(
            c for c in case.lacking if c.rule in _SPARED or (c.rule == "topic-lacks-noun" and c.asserted in taken)
        ),
    )


def may_count(share: float, replaced: float) -> bool:
    """Whether a passage can make a difference to a verdict that no judge has a part in, be it as a near miss.

    Args:
        share: The most of the claim's words that it can bear.
        replaced: The share of those in whose place it can have something else; it may contradict the claim by these.
    """
    return share >= ON_TOPIC or share + replaced >= REFUTE_SHARE - _ROUNDING


def open_to(comparisons: Sequence[Comparison]) -> Stance | None:
    """What a passage that decides nothing would do to the claim if a judge found it told in other words; None if wording is not what is open."""
    case = _sort(comparisons)
    if not comparisons or case.borrowed > BORROWED_REWORDED or _supports(case) or _refutes(case):
        return None
    reworded = _reworded(case)
    if _supports(reworded):
        return Stance.SUPPORTS
    return Stance.REFUTES if _refutes(reworded) else None


def _by_reading(case: _Case, reading: Reading | None) -> Stance:
    """The stance that a judge's reading gives to a passage in which only the wording is open."""
    if reading is None:
        return Stance.NEUTRAL
    reworded = _reworded(case)
    sure = reading.sure
    if any(c.tentative is not None for c in case.open):
        sure = (1 + sure) / 2  # "employs 120" and "laid off 120": a figure on trial leaves room for half the doubt
    if reading.supports >= sure and _supports(reworded):
        return Stance.SUPPORTS
    return Stance.REFUTES if reading.refutes >= reading.sure and _refutes(reworded) else Stance.NEUTRAL


def beside_the_point(passage: Passage) -> Evidence:
    """What a passage is worth that was not compared, since it bears nothing of the claim."""
    return Evidence(passage, Stance.NEUTRAL, (), (), 0.0, falls_short=MissingReason.OFF_TOPIC)


def weigh(passage: Passage, comparisons: Sequence[Comparison], reading: Reading | None = None) -> Evidence:
    """One stance for one passage.

    Args:
        passage: Where the comparisons come from.
        comparisons: All of them, from every matcher.
        reading: How a judge reads the wording, for a passage that `open_to` names.
    """
    case = _sort(comparisons)
    certain = tuple(c.reason for c in case.agrees if c.aspect not in (Aspect.NAME, Aspect.MODALITY))
    tentative = tuple(c.reason for c in case.open if c.tentative is not None)
    differing = tuple(c.reason for c in case.differs)
    if _supports(case):
        reasons = certain or ("topic: every word of the claim is borne",)
        return Evidence(passage, Stance.SUPPORTS, tuple(comparisons), reasons, round(case.share, 2))
    if _refutes(case):
        return Evidence(
            passage, Stance.REFUTES, tuple(comparisons), differing + certain, round(min(1.0, case.share), 2)
        )
    read = _by_reading(case, reading)
    if reading is not None and read is not Stance.NEUTRAL:
        share = reading.supports if read is Stance.SUPPORTS else reading.refutes
        wording = f"wording: the model reads the same fact in other words ({share:.2f})"
        return Evidence(
            passage, read, tuple(comparisons), (*differing, *tentative, *certain, wording), share, by_model=True
        )
    reasons = differing + tuple(c.reason for c in case.open) or tuple(c.reason for c in case.lacking[:3])
    if case.borrowed > BORROWED:
        reasons = (*reasons, "topic: too much of it is said only in the sentences around")
    return Evidence(
        passage, Stance.NEUTRAL, tuple(comparisons), reasons, round(case.share, 2), falls_short=_shortfall(case)
    )
