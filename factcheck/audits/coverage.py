"""A draft against the claims: which of its facts a claim asserts, and which stand there naked.

A claim covers a fact only if the two analyses say the same: the draft is judged as a source of the claim, and the claim as a
source of the sentence, by the same comparisons that judge claims against the corpus. Shared words alone cover nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from factcheck.audits.facts import facts_of, why_nothing
from factcheck.domain.analysis import Analysis, Hedge
from factcheck.domain.audit import Backing, Clash, Cover, DraftAudit, DraftSentence, Fact, FactKind
from factcheck.domain.claim import Claim
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.domain.evidence import Evidence, Stance
from factcheck.domain.source import Passage, Source
from factcheck.domain.verdict import Label
from factcheck.sources.passages import passages
from factcheck.statements import asserted
from factcheck.text.align import align
from factcheck.text.analyse import analyse
from factcheck.text.bands import Fit, fit

NEAR = 0.75  # of a claim's words in a sentence, from which it is shown as the nearest one
QUOTED = 0.8  # of a quotation's length that a claim must carry to cover it
_POINTING = frozenset("he she it they him her his hers its their them this these those".split())
_BOUNDS = frozenset({Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.LESS_THAN, Hedge.AT_MOST})
_STOPS = ".!?…"
_TAIL = "\"”’')] "

Weigher = Callable[[Claim], Sequence[Evidence]]


def claims_as_sources(claims: Sequence[Claim]) -> list[Source]:
    """Each claim as a source with one sentence; its id is the claim's place in the list."""
    return [Source(text=claim.sentence, id=str(number), published=claim.as_of) for number, claim in enumerate(claims)]


def audit_draft(
    draft: Source,
    claims: Sequence[Claim],
    *,
    path: str,
    is_heading: Callable[[Passage], bool],
    line_of: Callable[[Passage], int | None],
    in_draft: Weigher,
    among_claims: Weigher,
    label_of: Callable[[Claim], Label],
) -> DraftAudit:
    """Every sentence of a draft with what the claims say about it.

    Args:
        draft: The draft as a source, cleaned as the sources of the corpus are.
        claims: All claims that may cover it.
        path: The draft, as shown to the user.
        is_heading: Whether a passage stands as a heading.
        line_of: The line of the draft's file on which a passage stands.
        in_draft: Weighs the sentences of the draft as evidence for a claim.
        among_claims: Weighs the claims, as `claims_as_sources` gives them, as evidence for a sentence.
        label_of: The verdict of the corpus on a claim; asked only for claims that speak of the draft's facts.
    """
    known: dict[int, Label] = {}

    def label(number: int) -> Label:
        if number not in known:
            known[number] = label_of(claims[number])
        return known[number]

    told = _told_by_sentence(claims, in_draft)
    sentences = []
    for passage in passages(draft):
        found = analyse(passage.text, reference=draft.published or draft.dateline)
        heading = is_heading(passage)
        facts = () if heading else facts_of(found)
        if not facts:
            why = "a heading" if heading else why_nothing(found)
            sentences.append(DraftSentence(passage, line_of(passage), Backing.UNCHECKABLE, why_not=why))
            continue
        said = dict(told.get((passage.start, passage.end), {}))
        whole, refuting = _covering_claims(found, draft, among_claims)
        covers = [
            Cover(claims[n], covered, label(n))
            for n in sorted({*said, *whole})
            if (
                covered := _all_covered(claims[n], whole.get(n), found, facts)
                or _covered(claims[n], said.get(n), found, facts)
            )
        ]
        refuting |= {n: item.reasons[0] for n, item in said.items() if item.stance is Stance.REFUTES and item.reasons}
        agreeing = set(whole) | {n for n, item in said.items() if item.stance is Stance.SUPPORTS}
        clashes = [Clash(claims[n], why, label(n)) for n, why in sorted(refuting.items()) if n not in agreeing]
        nearest = clashes[0] if clashes else _nearest(claims, said)
        sentence = DraftSentence(
            passage,
            line_of(passage),
            Backing.NAKED,
            facts,
            tuple(covers),
            tuple(clash for clash in clashes if clash.label is Label.SUPPORTED),
            nearest=nearest if not covers and not any(clash.label is Label.SUPPORTED for clash in clashes) else None,
        )
        sentences.append(replace(sentence, backing=backing_of(sentence)))
    return DraftAudit(path, draft.title, draft.text, tuple(sentences), len(claims))


def _told_by_sentence(claims: Sequence[Claim], in_draft: Weigher) -> Mapping[tuple[int, int], dict[int, Evidence]]:
    """For each sentence of the draft, what it does to each claim."""
    told: dict[tuple[int, int], dict[int, Evidence]] = {}
    for number, claim in enumerate(claims):
        for item in in_draft(claim):
            for place in (item.passage, *item.also):
                told.setdefault((place.start, place.end), {})[number] = item
    return told


def _covering_claims(
    found: Analysis, draft: Source, among_claims: Weigher
) -> tuple[dict[int, Evidence], dict[int, str]]:
    """The claims that bear a sentence out as it stands, and those that contradict it, with the reason.

    A sentence that leans on the one before ("It carried ...") is not asked: alone it says less than it means.
    """
    if _POINTING.intersection(word.lower() for _, _, word in found.tokens[:5]):
        return {}, {}
    judged = among_claims(Claim(sentence=found.text, as_of=draft.published or draft.dateline))
    whole = {int(item.passage.source.id): item for item in judged if item.stance is Stance.SUPPORTS and not item.also}
    against = {
        int(item.passage.source.id): item.reasons[0]
        for item in judged
        if item.stance is Stance.REFUTES and item.reasons
    }
    return whole, against


def _all_covered(claim: Claim, item: Evidence | None, found: Analysis, facts: Sequence[Fact]) -> tuple[int, ...]:
    """All facts of a sentence that a claim bears out, but for figures of which the claim gives only a bound."""
    if item is None:
        return ()
    bounds = {(q.start, q.end) for q in analyse(claim.sentence, reference=claim.as_of).quantities if q.hedge in _BOUNDS}
    own = {(q.start, q.end) for q in found.quantities if q.hedge in _BOUNDS}
    loose = {c.asserted for c in item.comparisons if c.aspect is Aspect.NUMBER and c.said in bounds} - own
    return tuple(
        number
        for number, fact in enumerate(facts)
        if not any(span and fact.start <= span[0] < fact.end for span in loose)
    )


def _covered(claim: Claim, item: Evidence | None, found: Analysis, facts: Sequence[Fact]) -> tuple[int, ...]:
    """The facts of a sentence that a claim asserts, if the sentence bears the claim out: those that its comparisons rest on.

    A claim that says less covers nothing: "fewer than 3,000" does not assert the "about 2,500" that bears it out.
    """
    if item is None or item.stance is not Stance.SUPPORTS:
        return ()
    ours = asserted(claim)
    agreed = [
        c for c in item.comparisons if c.said and c.aspect is not Aspect.TOPIC and _agrees(c.outcome, c.tentative)
    ]
    tied = {found.units[n].start for n in align(ours, found).reverse}
    main = found.units[found.main].start if found.main >= 0 else -1
    covered = []
    for number, fact in enumerate(facts):
        if fact.kind is FactKind.DEED:
            known = fact.start in tied or (item.by_model and fact.start == main)
        else:
            known = any(
                c.said[0] < fact.end and fact.start < c.said[1] and _as_precise(ours, found, fact, c)
                for c in agreed
                if c.said
            )
        if known:
            covered.append(number)
    return tuple(covered)


def _as_precise(ours: Analysis, found: Analysis, fact: Fact, comparison: Comparison) -> bool:
    """Whether the claim's figure, date or quotation says at least as much as the sentence's."""
    at, said = comparison.asserted, comparison.said
    if fact.kind is FactKind.QUOTATION and said:
        shared = min(said[1], fact.end) - max(said[0], fact.start)
        return shared >= QUOTED * (fact.end - fact.start)
    if at is None:
        return True
    if fact.kind is FactKind.FIGURE:
        mine = next((q for q in ours.quantities if (q.start, q.end) == at), None)
        its = next((q for q in found.quantities if fact.start <= q.start < fact.end), None)
        if mine is None or its is None:
            return True
        return fit(its, mine) is Fit.INSIDE and (mine.hedge not in _BOUNDS or its.hedge in _BOUNDS)
    if fact.kind is FactKind.DATE:
        day = next((d for d in ours.dates if (d.start, d.end) == at), None)
        its_day = next((d for d in found.dates if fact.start <= d.start < fact.end), None)
        if day and its_day and day.first and day.last and its_day.first and its_day.last:
            return its_day.first <= day.first and day.last <= its_day.last
    return True


def _agrees(outcome: Outcome, tentative: Outcome | None) -> bool:
    return outcome is Outcome.AGREES or tentative is Outcome.AGREES


def _nearest(claims: Sequence[Claim], said: Mapping[int, Evidence]) -> Clash | None:
    """The claim that comes closest without being borne out, and what keeps it from covering the sentence."""
    close = [(item.score, -n) for n, item in said.items() if item.stance is Stance.NEUTRAL and _comes_near(item)]
    if not close:
        return None
    number = -max(close)[1]
    reasons = said[number].reasons
    return Clash(claims[number], reasons[0] if reasons else "")


def _comes_near(item: Evidence) -> bool:
    """Whether a sentence itself, not only those before it, says something of a claim."""
    own = any(c.outcome is Outcome.AGREES and c.said and c.aspect is not Aspect.TOPIC for c in item.comparisons)
    unquoted = any(c.aspect is Aspect.QUOTE and c.outcome is Outcome.NOT_STATED for c in item.comparisons)
    return item.score >= NEAR and own and not unquoted


def backing_of(sentence: DraftSentence) -> Backing:
    """How a sentence stands, the gravest finding first."""
    labels = {cover.label for cover in sentence.covers}
    if sentence.clashes or Label.CONTRADICTED in labels:
        return Backing.AGAINST
    if Label.CONFLICTING in labels:
        return Backing.DISPUTED
    if not sentence.covers:
        return Backing.NAKED
    if sentence.bare:
        return Backing.PARTLY
    settled = {index for cover in sentence.covers if cover.label is Label.SUPPORTED for index in cover.facts}
    return Backing.BORNE_OUT if len(settled) == len(sentence.facts) else Backing.UNSETTLED


def looks_like_heading(passage: Passage) -> bool:
    """Whether a passage has no full stop and stands alone in its paragraph, as headings, captions and menus do."""
    text = passage.source.text
    alone = passage.start == 0 or text[passage.start - 1] == "\n"
    ends = passage.end == len(text) or text[passage.end] == "\n"
    return alone and ends and passage.text.rstrip(_TAIL)[-1:] not in _STOPS
