"""One claim through all stages: sentence, query, passages, comparisons, stances, verdict."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace

from factcheck.decide import decide
from factcheck.domain.analysis import Analysis
from factcheck.domain.claim import Claim, ModelUse
from factcheck.domain.evidence import Evidence, Reading, Stance
from factcheck.domain.ports import Index, Judge, Matcher
from factcheck.domain.source import Passage, Source
from factcheck.domain.verdict import MissingReason, Verdict
from factcheck.joined import added, moved
from factcheck.matchers import (
    actors,
    bearing,
    dates,
    modality,
    names,
    numbers,
    predicates,
    quotes,
    roles,
    speakers,
    topic,
)
from factcheck.retrieval.query import build_query
from factcheck.sources.origins.families import origins_of_passages
from factcheck.sources.passages import SENTENCES_BEFORE
from factcheck.stance import beside_the_point, may_count, open_to, weigh
from factcheck.statements import LEAD, around, asserted, said
from factcheck.text.align import Tie, align
from factcheck.text.analyse import analyse
from factcheck.text.worth import Most, may_bear, may_bear_by_words, most_borne
from factcheck.wording import mask, same_force

PASSAGES = 40
FOREMOST = 3  # passages, best first, of which one in another language may be what speaks of a claim
ASKED = 8  # passages of one claim that a judge reads at most
MATCHERS: tuple[Matcher, ...] = (
    numbers.compare, dates.compare, names.compare, roles.compare, quotes.compare, speakers.compare, predicates.compare, modality.compare,
    actors.compare, bearing.compare, topic.compare,
)  # fmt: skip

_METADATA = tuple(field.name for field in fields(Source) if field.name not in ("text", "digest"))
_NOW = frozenset({"currently", "now", "today", "presently", "still"})


def weigh_passage(claim: Analysis, passage: Passage, matchers: Sequence[Matcher] = MATCHERS) -> Evidence:
    """All comparisons of one passage, weighed."""
    source = passage.source
    if not may_bear(claim, analyse(passage.text, reference=source.published or source.dateline)):
        return beside_the_point(passage)
    found = said(passage)
    judged = weigh(passage, [comparison for compare in matchers for comparison in compare(claim, found)])
    return _answered(judged) if _only_asks(claim, passage) else judged


def _may_bear(claim: Analysis, passage: Passage) -> bool:
    """Whether a passage is worth a look; a quick one, which spares `weigh_passage` to find that it bears nothing."""
    return may_bear_by_words(claim, passage.text)


def _may_count(claim: Analysis, passage: Passage) -> bool:
    """Whether a passage can make a difference to a verdict by the matchers alone."""
    most = most_borne(claim, passage.text, around(passage)) if _may_bear(claim, passage) else Most(0.0, 0.0)
    return most is None or may_count(most.share, most.replaced)


def _only_asks(claim: Analysis, passage: Passage) -> bool:
    """Whether a passage is a question and the claim is none."""
    return _asks(passage.text) and not _asks(claim.text)


def _asks(text: str) -> bool:
    return text.rstrip("”\"’') ").endswith("?")


_ANSWER = re.compile(
    r"[\s”\"’']*(?P<answer>(?P<word>yes|no|correct|indeed)\b(?!\s+\w*one\b)[^.!?\n]*[.!?]?)", re.IGNORECASE
)


def _answered(item: Evidence) -> Evidence:
    """What a question does to a claim: nothing by itself, and what "Yes." or "No." right behind it makes of it."""
    passage = item.passage
    reply = _ANSWER.match(passage.source.text, passage.end)
    answer = reply["word"].lower() != "no" if reply else None
    denied = any(unit.negated for unit in analyse(passage.text).units)
    if item.stance is Stance.NEUTRAL or (answer is True and not denied):
        return item
    if answer is None or denied or item.stance is Stance.REFUTES or reply is None:
        return replace(
            item,
            stance=Stance.NEUTRAL,
            reasons=("question: the source only asks", *item.reasons),
            falls_short=MissingReason.DETAIL_NOT_STATED,
        )
    also = replace(passage, start=reply.start("answer"), end=reply.end("answer"), before=(), after=())
    return replace(item, stance=Stance.REFUTES, reasons=("question: the answer is no", *item.reasons), also=(also,))


def _changing(found: Analysis) -> bool:
    """Whether the claim speaks of a state that changes: "currently has", or a figure in the present tense."""
    lows = {word.lower() for _, _, word in found.tokens}
    return (
        bool(lows & _NOW)
        or "at present" in found.text.lower()
        or (
            bool(found.quantities)
            and bool(lows & {"is", "are", "has", "have"})
            and "D" not in found.tags
            and "B" not in found.tags
        )
    )


def _with_readings(judge: Judge, claim: Analysis, judged: list[Evidence]) -> list[Evidence]:
    """The evidence, with a judge's reading where nothing but the wording is open.

    It is asked for a support only while nothing supports the claim, and for a contradiction always: one refuting source
    prevents a pass.
    """
    supported = any(item.stance is Stance.SUPPORTS for item in judged)
    asked = []
    for item in sorted(judged, key=lambda item: (-item.score, item.passage.source.id, item.passage.start)):
        turn = None if _only_asks(claim, item.passage) else open_to(item.comparisons)
        if turn is None or (turn is Stance.SUPPORTS and supported):
            continue
        passage = said(item.passage)
        if same_force(claim, passage):
            asked.append((item, _pair(judge, claim, passage, item)))
        if len(asked) == ASKED:
            break
    scores = judge.score([pair for _, pair in asked]) if asked else ()
    read = {
        id(item): weigh(item.passage, item.comparisons, Reading(supports, refutes, judge.threshold))
        for (item, _), (supports, refutes, _) in zip(asked, scores, strict=True)
    }
    return [read.get(id(item), item) for item in judged]


def _pair(judge: Judge, claim: Analysis, passage: Analysis, item: Evidence) -> tuple[str, str]:
    """The two texts that a judge reads; what the passage takes up from the sentences before goes first, in the claim's words."""
    ours, theirs = mask(claim, passage, item.comparisons) if judge.masked else (claim.text, passage.text)
    taken_up = [claim.units[link.unit].text for link in align(claim, passage).links if link.tie is Tie.CONTEXT]
    return ours, f"{', '.join(taken_up)}: {theirs}" if taken_up else theirs


def passages_for(claim: Claim, *, index: Index) -> list[Passage]:
    """The passages that a claim is judged by, in the order of source id and offset: their rank has done its work."""
    found = index.search(build_query(claim.sentence), limit=PASSAGES)
    return sorted(found, key=lambda passage: (passage.source.id, passage.start))


def reads_of(passage: Passage) -> tuple[object, ...]:
    """All that `weigh_claim` reads of a passage, as long as it does not decide; what else its source says makes no difference."""
    source, text = passage.source, passage.source.text
    reply = _ANSWER.match(text, passage.end)
    spans = (*passage.before, (passage.start, passage.end), *passage.after)
    return (
        [getattr(source, name) for name in _METADATA],
        spans, passage.line, [text[start:end] for start, end in spans], reply[0] if reply else "",
        text[:LEAD].partition("\n\n")[0] if len(passage.before) == SENTENCES_BEFORE else "",
    )  # fmt: skip


def check(claim: Claim, *, index: Index, judge: Judge | None = None, matchers: Sequence[Matcher] = MATCHERS) -> Verdict:
    """Judge one claim against a corpus.

    Args:
        claim: With its policy.
        index: Where the passages come from.
        judge: Reads the wording where the matchers leave nothing else open; None for the matchers alone.
        matchers: Compare the aspects, one each.
    """
    return weigh_claim(claim, passages_for(claim, index=index), judge=judge, matchers=matchers)


def weigh_claim(
    claim: Claim, passages: Sequence[Passage], *, judge: Judge | None = None, matchers: Sequence[Matcher] = MATCHERS
) -> Verdict:
    """Judge one claim by passages that are at hand.

    Args:
        claim: With its policy.
        passages: From `passages_for`.
        judge: As for `check`.
        matchers: As for `check`.
    """
    by_matchers = judge is None or claim.policy.model is ModelUse.OFF
    worth = _may_count if by_matchers and tuple(matchers) == MATCHERS else _may_bear  # others may heed what ours do not
    return verdict_on(claim, _weighed(claim, passages, judge=judge, matchers=matchers, worth=worth))


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim and what each passage does to it, before origins and time are looked at.

    Attributes:
        asserted: What the claim says, typed checks and tolerance included.
        passages: What was retrieved.
        evidence: One item for each passage that was judged.
    """

    asserted: Analysis
    passages: tuple[Passage, ...]
    evidence: tuple[Evidence, ...]


def evidence_for(
    claim: Claim, passages: Sequence[Passage], *, judge: Judge | None = None, matchers: Sequence[Matcher] = MATCHERS
) -> Weighed:
    """The stance of each passage; arguments as for `weigh_claim`."""
    return _weighed(claim, passages, judge=judge, matchers=matchers, worth=_may_bear)


def _weighed(
    claim: Claim,
    passages: Sequence[Passage],
    *,
    judge: Judge | None,
    matchers: Sequence[Matcher],
    worth: Callable[[Analysis, Passage], bool],
) -> Weighed:
    """The stance of each passage; of those that are not worth a look, that they bear nothing."""
    found = asserted(claim)
    judged = [
        weigh_passage(found, passage, matchers) if worth(found, passage) else beside_the_point(passage)
        for passage in passages
        if passage.source.language == "en"
    ]
    judged = moved(found, added(found, judged))
    if judge is not None and claim.policy.model is ModelUse.AUTO:
        judged = _with_readings(judge, found, judged)
    return Weighed(found, tuple(passages), tuple(judged))


def verdict_on(claim: Claim, weighed: Weighed) -> Verdict:
    """The verdict that the passages make together: scope, origins, time.

    Where one of the passages with most of the claim's words is in another language, and none that can be read speaks of the claim, that is the reason.
    """
    foreign = any(passage.source.language != "en" for passage in weighed.passages[:FOREMOST])
    beside = all(item.falls_short is MissingReason.OFF_TOPIC for item in weighed.evidence)
    evidence = () if foreign and beside else weighed.evidence
    unread = weighed.passages and not evidence
    nothing = MissingReason.OTHER_LANGUAGE if unread else MissingReason.NOTHING_RETRIEVED
    return decide(claim, evidence, origins=origins_of_passages, changing=_changing(weighed.asserted), nothing=nothing)
