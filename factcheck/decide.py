"""Evidence in, verdict out: scope, independent origins, time, and the four labels."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fnmatch import fnmatchcase

from factcheck.domain.claim import Claim
from factcheck.domain.evidence import Evidence, Stance
from factcheck.domain.origin import Origin
from factcheck.domain.source import Passage, Source, Status
from factcheck.domain.verdict import DecidedBy, Label, MissingReason, Origins, Verdict

NEAR_MISSES = 3
# Of several ways in which passages fall short, the most telling one is given.
_TELLING = (MissingReason.ONLY_REPORTED, MissingReason.UNSURE, MissingReason.DETAIL_NOT_STATED, MissingReason.OFF_TOPIC)
_DETAIL = {
    MissingReason.NOTHING_RETRIEVED: "No source holds the words of this claim.",
    MissingReason.OFF_TOPIC: "No source speaks of this.",
    MissingReason.DETAIL_NOT_STATED: "Sources come near, but none states what the claim asserts.",
    MissingReason.ONLY_REPORTED: "Sources only report that somebody says so.",
    MissingReason.OTHER_LANGUAGE: "Only sources in another language came up; they are listed, not judged.",
    MissingReason.UNSURE: "Sources come near, but a reference in them could not be resolved.",
}


def selected(source: Source, patterns: Sequence[str]) -> bool:
    """Whether a policy's `sources` filter lets a source count.

    With positive patterns a source must match one; an excluding one (`!`) always wins.
    """
    wanted = [p for p in patterns if not p.startswith("!")]
    if any(fits(source, p[1:]) for p in patterns if p.startswith("!")):
        return False
    return not wanted or any(fits(source, p) for p in wanted)


def fits(source: Source, pattern: str) -> bool:
    """Whether a filter, without its `!`, names a source."""
    kind, _, value = pattern.partition(":")
    match kind if value else "":
        case "publisher":
            return fnmatchcase((source.publisher or "").lower(), value.lower())
        case "tag":
            return any(fnmatchcase(tag.lower(), value.lower()) for tag in source.tags)
        case "tier":
            return source.tier is not None and source.tier.value == value
        case "status":
            return source.status.value == value
        case _:
            return fnmatchcase(source.id, pattern)


def in_scope(claim: Claim, source: Source) -> bool:
    """Whether a source may count at all: not retracted, let in by the filter, and not later than the claim's day."""
    return not _left_out(claim, source)


def _left_out(claim: Claim, source: Source) -> str:
    """Why a source does not count, as the end of a sentence; empty for one that may."""
    if source.status is Status.RETRACTED:
        return "is retracted"
    if not selected(source, claim.policy.sources):
        return "is left out by the `sources` filter"
    day = source.published or source.dateline
    if claim.as_of and day and day > claim.as_of:
        return f"is of {day}, after {claim.as_of} (`as_of`)"
    return ""


def _strength(item: Evidence) -> tuple[float, str, int]:
    return -item.score, item.passage.source.id, item.passage.start


def _newest_only(evidence: Sequence[Evidence]) -> list[Evidence]:
    """For a state that changes: only what the newest sources say; undated sources are kept."""
    days = [day for item in evidence if (day := item.passage.source.published or item.passage.source.dateline)]
    newest: date | None = max(days, default=None)
    return [
        item for item in evidence if (item.passage.source.published or item.passage.source.dateline) in (None, newest)
    ]


def decide(
    claim: Claim,
    evidence: Sequence[Evidence],
    *,
    origins: Callable[[Sequence[Passage]], Mapping[str, Origin]],
    changing: bool,
    nothing: MissingReason = MissingReason.NOTHING_RETRIEVED,
) -> Verdict:
    """The verdict.

    Args:
        claim: With its policy.
        evidence: One item for each passage that was judged, in any order.
        origins: Groups the sources of passages by the report that they go back to: source id to origin.
        changing: Whether the claim is about a state that changes, so that the newest statement wins.
        nothing: The reason to give when there is no evidence at all.
    """
    ordered = sorted(evidence, key=_strength)
    outside = [item for item in ordered if not in_scope(claim, item.passage.source)]
    inside = [item for item in ordered if in_scope(claim, item.passage.source)]
    deciding = [item for item in inside if item.stance is not Stance.NEUTRAL]
    if changing and len({item.stance for item in deciding}) > 1:
        deciding = _newest_only(deciding)
    named = origins([item.passage for item in deciding])
    deciding = [replace(item, origin=named[item.passage.source.id].name) for item in deciding]
    supports = sorted({item.origin for item in deciding if item.stance is Stance.SUPPORTS})
    refutes = sorted({item.origin for item in deciding if item.stance is Stance.REFUTES})
    counts = Origins(len(supports), len(refutes))
    near = tuple(
        item
        for item in (*inside, *outside)
        if item not in deciding and item.stance is Stance.NEUTRAL and item.falls_short is not MissingReason.OFF_TOPIC
    )
    set_aside = [item for item in outside if item.stance is not Stance.NEUTRAL]
    set_aside.sort(key=lambda item: item.passage.source.status is not Status.RETRACTED)
    near = (*set_aside, *near)[:NEAR_MISSES]

    def verdict(label: Label, reason: MissingReason | None, detail: str) -> Verdict:
        score = max((item.score for item in deciding), default=0.0)
        by_model = bool(deciding) and all(item.by_model for item in deciding)
        return Verdict(
            claim,
            label,
            reason,
            detail,
            tuple(deciding),
            near,
            counts,
            score,
            DecidedBy.MODEL if by_model else DecidedBy.MATCHERS,
            tuple(sorted({each for each in named.values() if len(each.members) > 1}, key=lambda each: each.name)),
        )

    if supports and refutes:
        return verdict(
            Label.CONFLICTING,
            None,
            f"{_does(counts.supports, 'support')} it and {_does(counts.refutes, 'contradict')} it.",
        )
    if supports or refutes:
        label = Label.SUPPORTED if supports else Label.CONTRADICTED
        side = supports or refutes
        if len(side) < claim.policy.min_origins and label is claim.expect:
            found = "; ".join(each.told() for each in sorted({*named.values()}, key=lambda each: each.name))
            wanted = f"{_origins(len(side))} where the claim asks for {claim.policy.min_origins}"
            return verdict(Label.MISSING, MissingReason.TOO_FEW_ORIGINS, f"{wanted}: {found}.")
        return verdict(label, None, f"{_does(len(side), 'support' if supports else 'contradict')} it.")
    reason = _why(inside, outside, nothing)
    out_of_scope = reason is MissingReason.OUT_OF_SCOPE
    return verdict(Label.MISSING, reason, _out_of_scope(claim, outside) if out_of_scope else _DETAIL[reason])


def _out_of_scope(claim: Claim, outside: Sequence[Evidence]) -> str:
    """Which sources would have decided, and why they do not count."""
    deciding = dict.fromkeys(item.passage.source for item in outside if item.stance is not Stance.NEUTRAL)
    told = [f"{source.id} {_left_out(claim, source)}" for source in deciding]
    more = f"; and {len(told) - NEAR_MISSES} more" if len(told) > NEAR_MISSES else ""
    return f"Only sources that do not count speak of this: {'; '.join(told[:NEAR_MISSES])}{more}."


def _origins(count: int) -> str:
    return "1 origin" if count == 1 else f"{count} origins"


def _does(count: int, verb: str) -> str:
    return f"{_origins(count)} {verb}{'s' if count == 1 else ''}"


def _why(inside: Sequence[Evidence], outside: Sequence[Evidence], nothing: MissingReason) -> MissingReason:
    if any(item.stance is not Stance.NEUTRAL for item in outside):
        return MissingReason.OUT_OF_SCOPE
    found = {item.falls_short for item in inside}
    return next((reason for reason in _TELLING if reason in found), nothing)
