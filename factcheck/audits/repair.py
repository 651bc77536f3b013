"""Changes to a claim that would make it pass: in the words of the sources, smallest first, none proposed before it was judged.

A change takes over what a source says, says less, or says more carefully. It never makes the claim say what no source bears out:
the changed claim goes through the same judging as the written one.
"""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.audits.changed_words import opposite_statement
from factcheck.audits.edits import Edit
from factcheck.audits.lent_words import lent_words
from factcheck.decide import selected
from factcheck.domain.analysis import Analysis, Hedge
from factcheck.domain.audit import Repair
from factcheck.domain.claim import Claim
from factcheck.domain.comparison import Aspect, Outcome
from factcheck.domain.evidence import Evidence, Stance
from factcheck.domain.verdict import Label, MissingReason, Verdict
from factcheck.pipeline import Weighed
from factcheck.statements import said
from factcheck.text.analyse import analyse

MOST_TRIED = 40
MOST_PASSAGES = 6
MOST_CHANGED = 0.6  # of the sentence's words; beyond it the mended claim is another claim
CLOSE = 0.5  # of the claim's words in a passage that may lend it others
LEFT_OUT = 2  # words that a detail left out counts beside its own: to correct it says more
_NEEDS_MORE = frozenset("is are was were be been being am has have had do does did and or but that".split())


@dataclass(frozen=True, slots=True)
class _Candidate:
    claim: Claim
    what: str
    size: int
    worse: int = 0

    @property
    def rank(self) -> int:
        """By which the changes are tried: the size in words, and what speaks against a change of that size."""
        return self.size + self.worse


def smallest_repair(
    claim: Claim, verdict: Verdict, weighed: Weighed, judge: Callable[[Claim], Verdict]
) -> tuple[Repair | None, int]:
    """The smallest change that makes a claim pass, and how many were judged to find it.

    Args:
        claim: As written.
        verdict: The verdict on it, not the expected one.
        weighed: What the passages do to it.
        judge: Gives the verdict on a changed claim.
    """
    tried = 0
    alone: _Candidate | None = None
    reworded = _sentences(claim, weighed) if claim.expect is Label.SUPPORTED else ()
    for candidate in _smallest_first(claim, [*_policies(claim, verdict), *reworded])[:MOST_TRIED]:
        tried += 1
        judged = judge(candidate.claim)
        if judged.label is candidate.claim.expect:
            return Repair(candidate.claim, candidate.what, candidate.size), tried
        if (
            alone is None
            and judged.reason is MissingReason.TOO_FEW_ORIGINS
            and candidate.claim.sentence != claim.sentence
        ):
            found = max(judged.origins.supports, 1)
            eased = replace(candidate.claim, policy=replace(candidate.claim.policy, min_origins=found))
            alone = _Candidate(eased, f"{candidate.what} and set `min_origins: {found}`", candidate.size + 2)
    if alone is not None and judge(alone.claim).label is alone.claim.expect:
        return Repair(alone.claim, alone.what, alone.size), tried + 1
    return None, tried


def _smallest_first(claim: Claim, candidates: Iterable[_Candidate]) -> list[_Candidate]:
    kept: dict[tuple[object, ...], _Candidate] = {}
    limit = MOST_CHANGED * len(claim.sentence.split())
    for item in sorted(candidates, key=lambda item: item.rank):
        mended = item.claim
        same = mended.sentence == claim.sentence
        if mended != claim and (same or (item.size <= max(limit, 3) and _reads_well(mended.sentence))):
            kept.setdefault((mended.sentence, mended.policy, mended.checks, mended.as_of, mended.expect), item)
    return list(kept.values())


def _reads_well(sentence: str) -> bool:
    """Whether a sentence still has a finite verb, no word twice in a row and no loose end."""
    found = analyse(sentence)
    words = [word.lower() for _, _, word in found.tokens if word.isalnum()]
    twice = any(one == two for one, two in itertools.pairwise(words))
    loose = found.tags.rstrip(".")[-1:] in ("I", "T", "t") or (words and words[-1] in _NEEDS_MORE)
    return bool(set(found.tags) & set("VDMB")) and not twice and not loose


def _policies(claim: Claim, verdict: Verdict) -> Iterator[_Candidate]:
    """Keys of the claim that stand in the way."""
    found = max(verdict.origins.supports, verdict.origins.refutes)
    if verdict.reason is MissingReason.TOO_FEW_ORIGINS and found:
        policy = replace(claim.policy, min_origins=found)
        yield _Candidate(replace(claim, policy=policy), f"set `min_origins: {found}`: that many confirm it", 2)
    if verdict.reason is MissingReason.OUT_OF_SCOPE:
        days = [item.passage.source.published for item in verdict.near_misses if item.stance is Stance.SUPPORTS]
        for day in sorted(day for day in days if day and claim.as_of and day > claim.as_of)[:1]:
            yield _Candidate(replace(claim, as_of=day), f"set `as_of: {day}`: the source was published then", 2)
        outside = [item for item in verdict.near_misses if not selected(item.passage.source, claim.policy.sources)]
        if outside and claim.policy.sources:
            policy = replace(claim.policy, sources=())
            what = f"set `sources: []`, so that every source counts, {outside[0].passage.source.id} too"
            yield _Candidate(replace(claim, policy=policy), what, 3)
    if (
        verdict.label in (Label.SUPPORTED, Label.CONTRADICTED, Label.CONFLICTING)
        and claim.expect is not Label.SUPPORTED
    ):
        what = f"set `expect: {verdict.label}`, if that is what you mean"
        yield _Candidate(replace(claim, expect=verdict.label), what, 4)
    if verdict.label is Label.CONFLICTING:
        yield _Candidate(
            replace(claim, expect=verdict.label), "set `expect: conflicting`, if both sides are to be told", 9
        )


def _sentences(claim: Claim, weighed: Weighed) -> Iterator[_Candidate]:
    """Changes to the sentence, taken from the passages that come closest."""
    found = analyse(claim.sentence, reference=claim.as_of)
    for edit in _hedges(found):
        for candidate in _made(claim, [edit], f"say “{edit.words}”"):
            yield replace(candidate, worse=1)  # the source's own figure says more
    judged = sorted(
        weighed.evidence, key=lambda item: (item.stance is Stance.NEUTRAL, -item.score, item.passage.source.id)
    )
    for item in [item for item in judged if item.score >= CLOSE][:MOST_PASSAGES]:
        passage = said(item.passage)
        singles = [edit for c in item.comparisons for edit in lent_words(found, passage, c)]
        for edit in singles:
            yield from _made(claim, [edit])
        together = _apart(singles)
        if len(together) > 1:
            yield from _made(claim, together)
        yield from _attributed(claim, passage, item)
    if any(c.aspect is Aspect.POLARITY for item in judged for c in item.comparisons if c.outcome is Outcome.DIFFERS):
        for edit in opposite_statement(found):
            yield from _made(claim, [edit])


def _made(claim: Claim, edits: Sequence[Edit], what: str = "") -> Iterator[_Candidate]:
    text = claim.sentence
    for edit in sorted(edits, key=lambda edit: -edit.start):
        text = edit.applied(text)
    if not what:
        what = " and ".join(_in_words(claim.sentence, edit) for edit in sorted(edits, key=lambda edit: edit.start))
    worse = LEFT_OUT * sum(not edit.words for edit in edits)
    yield _Candidate(_without_pins(claim, text), what, _size(claim.sentence, text), worse)


def _without_pins(claim: Claim, text: str) -> Claim:
    """The claim with another sentence; what its typed checks pin and the sentence no longer says goes with the old one."""
    from factcheck.claimfile.typed import check_faults  # noqa: PLC0415  (only for claims with checks)

    mended = replace(claim, sentence=text)
    if (claim.checks.number or claim.checks.date) and any(check_faults(mended)):
        mended = replace(mended, checks=replace(claim.checks, number=(), date=()))
    return mended


def _in_words(sentence: str, edit: Edit) -> str:
    before = sentence[edit.start : edit.end].strip()
    if not edit.words:
        return f"leave out “{before}”"
    return f"change “{before}” to “{edit.words}”" if before else f"add “{edit.words.strip()}”"


def _size(before: str, after: str) -> int:
    changes = difflib.SequenceMatcher(None, before.split(), after.split(), autojunk=False).get_opcodes()
    return sum(max(i2 - i1, j2 - j1) for kind, i1, i2, j1, j2 in changes if kind != "equal")


def _hedges(found: Analysis) -> Iterator[Edit]:
    for figure in found.quantities:
        if figure.hedge is Hedge.EXACT and figure.value is not None and figure.end > figure.start:
            words = found.text[figure.start : figure.end]
            bare = words[:1].lower() + words[1:]
            few = "fewer than" if figure.kind.value == "count" else "less than"
            for hedge in ("about", "more than", few):
                yield Edit(figure.start, figure.end, f"{hedge} {bare}")


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    """The first edit of each place."""
    kept: list[Edit] = []
    for edit in edits:
        if all(edit.end <= other.start or other.end <= edit.start for other in kept):
            kept.append(edit)
    return kept


def _attributed(claim: Claim, passage: Analysis, item: Evidence) -> Iterator[_Candidate]:
    """The claim as somebody's saying, where that is all that the source reports."""
    if not any(c.rule == "only-reported" for c in item.comparisons):
        return
    proper = analyse(claim.sentence).tags[:1] == "P"
    rest = claim.sentence if proper else claim.sentence[:1].lower() + claim.sentence[1:]
    for report in passage.reports:
        if report.speaker_span:
            speaker = passage.text[slice(*report.speaker_span)]
            opening = f"{speaker[:1].upper()}{speaker[1:]} {passage.text[slice(*report.verb)]} that"
            mended = replace(claim, sentence=f"{opening} {rest}")
            yield _Candidate(mended, f"say whose word it is: “{opening} …”", len(opening.split()))
