"""Who does it to whom."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain.analysis import Analysis, Frame, UnitKind
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.text.align import OF_ITSELF, Alignment, Arguments, Tie, align, arguments, best, frame_of, side
from factcheck.text.anchors import anchors
from factcheck.text.comparatives import contrast_of, than
from factcheck.text.contrasts import Standing, standing
from factcheck.text.dates import same_day
from factcheck.text.noun_phrases import possessive
from factcheck.text.predicates import preposition
from factcheck.text.words import key

_SETTLED = {
    Standing.CONVERSE: (Outcome.AGREES, "the source says the same from the other side"),
    Standing.OPPOSED: (Outcome.DIFFERS, "the source says the opposite of the two"),
    Standing.REVERSED: (Outcome.DIFFERS, "the source puts the two the other way round"),
}
_CAUSES = frozenset("in by from of with through to under because".split())
# Deeds that are done once to one thing: another doer means another fact.
_ONCE = frozenset(
    map(
        key,
        "write author found direct win discover invent compose paint design build create produce assassinate name sign score bear marry publish release host develop record".split(),
    )
)
# Deeds that are done again, each time by somebody else: a race is won every year.
_AGAIN = frozenset(map(key, "win score host name sign produce".split()))


def compare(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:
    """Whether the claim's main deed has the same doer and undergoer in the passage; nothing where they agree or are left out."""
    alignment = align(asserted, said)
    stands = standing(asserted, said, alignment)
    yield from _contrasted(asserted, said, alignment, stands)
    if stands in _SETTLED:
        return
    yield from _exchanged(asserted, said, alignment)
    yield from _main_deed(asserted, said, alignment)


def _contrasted(
    asserted: Analysis, said: Analysis, alignment: Alignment, stands: Standing | None
) -> Iterator[Comparison]:
    """Which of two things that are set against one another comes first."""
    if stands in _SETTLED:
        outcome, reason = _SETTLED[stands]
        yield Comparison(Aspect.PREDICATE, outcome, f"comparison: {reason}", f"comparison-{stands}")
        return
    mine, theirs = contrast_of(asserted), contrast_of(said)
    if stands is Standing.UNCLEAR and mine and theirs and mine.sign != theirs.sign:
        reason = "comparison: it is not clear which of the two the source puts first"
        yield Comparison(Aspect.PREDICATE, Outcome.NOT_COMPARABLE, reason, "comparison-unclear")
    if stands in (None, Standing.UNCLEAR) and _comparison_reversed(asserted, said, alignment):
        outcome, reason = _SETTLED[Standing.REVERSED]
        yield Comparison(Aspect.PREDICATE, outcome, f"comparison: {reason}", "comparison-reversed")


def _main_deed(asserted: Analysis, said: Analysis, alignment: Alignment) -> Iterator[Comparison]:
    """The doer and the undergoer of the claim's main deed."""
    candidates = anchors(asserted, said, alignment)[0] if asserted.main >= 0 else []
    claimed = frame_of(asserted, asserted.main)
    if not candidates or claimed is None:
        return
    place = best(asserted, said, alignment, candidates)
    found = frame_of(said, place)
    if found is None or _quotes(asserted, claimed):
        return
    main, verb = asserted.units[asserted.main], said.units[place]
    here, there = (main.start, main.end), (verb.start, verb.end)
    match arguments(asserted, said, alignment, claimed, found):
        case Arguments.REVERSED:
            yield Comparison(
                Aspect.ACTORS,
                Outcome.DIFFERS,
                f"actors: the source turns round who “{verb.text}” whom",
                "actors-reversed",
                here,
                there,
            )
        case Arguments.OTHER if _other_doer(asserted, said, alignment, claimed, found):
            doer = next(asserted.units[n] for n in claimed.agents if asserted.units[n].kind is UnitKind.NAME)
            yield Comparison(
                Aspect.ROLE, Outcome.DIFFERS, f"actors: the source names another doer than {doer.text}", "other-doer", (doer.start, doer.end), there
            )  # fmt: skip
        case Arguments.OTHER:
            who = " and ".join(said.units[n].text for n in (*found.agents, *found.patients))
            yield Comparison(
                Aspect.ACTORS,
                Outcome.NOT_COMPARABLE,
                f"actors: the source says “{verb.text}” of {who}",
                "actors-other",
                here,
                there,
            )
        case _ if _unstated(asserted, said, alignment, claimed, found):
            doer = next(asserted.units[n] for n in claimed.agents)
            yield Comparison(
                Aspect.ACTORS, Outcome.NOT_COMPARABLE, f"actors: the source does not say that {doer.text} “{verb.text}”", "actors-unstated", here, there
            )  # fmt: skip
        case _:
            return


def _unstated(asserted: Analysis, said: Analysis, alignment: Alignment, claimed: Frame, found: Frame) -> bool:
    """Whether a passive leaves out the claim's doer, whom the sentence names elsewhere: "the village was burned before the army arrived".

    Gets right: "the army's drone was shot down" says nothing of who shot. Gets wrong: a doer named in front ("in a raid by the army, ...").
    """
    of_itself = not found.passive and not found.patients and asserted.units[claimed.verb].key in OF_ITSELF
    if not claimed.patients or not (of_itself or (found.passive and not found.agents)):
        return False
    if of_itself:
        # "the bakery doubled its profit": the bakery's profit doubled
        own = any(possessive(asserted, asserted.units[n]) not in ("", "whose") for n in claimed.patients)
        told = {*found.agents, *(n - 1 for n in found.agents if own)}
        apart = [m for n in claimed.agents for m in alignment.said(n) if m not in told]
        return bool(apart) and all(preposition(said, said.units[m]) not in _CAUSES for m in apart)
    linked = {m for n in claimed.agents if not asserted.units[n].light for m in alignment.said(n)}
    busy = {n for frame in said.frames if frame is not found for n in (*frame.agents, *frame.patients)} | {
        n - 1 for n in found.patients
    }
    return bool(linked) and linked <= busy


def _exchanged(asserted: Analysis, said: Analysis, alignment: Alignment) -> Iterator[Comparison]:
    """Any verb of the claim besides the main one whose doer is the undergoer in the passage and the other way round."""
    for claimed in asserted.frames:
        if claimed.verb == asserted.main or not claimed.agents or not claimed.patients or _quotes(asserted, claimed):
            continue
        found = [frame for frame in said.frames if frame.verb in alignment.said(claimed.verb)]
        if found and all(arguments(asserted, said, alignment, claimed, frame) is Arguments.REVERSED for frame in found):
            verb = asserted.units[claimed.verb]
            yield Comparison(
                Aspect.ACTORS, Outcome.DIFFERS, f"actors: the source turns round who “{verb.text}” whom", "actors-reversed", (verb.start, verb.end)
            )  # fmt: skip
            return


def _quotes(analysis: Analysis, frame: Frame) -> bool:
    """Whether a verb brings words in quotation marks: who said them is for the comparison of speakers."""
    start = analysis.units[frame.verb].start
    return not frame.passive and any(
        report.verb[0] == start and any(report.start <= q.start < report.end for q in analysis.quotations)
        for report in analysis.reports
    )


def _other_doer(asserted: Analysis, said: Analysis, alignment: Alignment, claimed: Frame, found: Frame) -> bool:
    """Whether the passage names another doer of a deed that is done once, to the very thing the claim names."""
    verb = asserted.units[claimed.verb]
    mine = [n for n in claimed.agents if asserted.units[n].kind is UnitKind.NAME]
    theirs = [n for n in found.agents if said.units[n].kind is UnitKind.NAME and n not in alignment.reverse]
    if verb.key not in _ONCE or not mine or not theirs or any(alignment.links[n].tie is not Tie.ABSENT for n in mine):
        return False
    if claimed.patients and side(asserted, said, alignment, claimed.patients, found.patients) is Arguments.OTHER:
        return False
    if verb.key in _AGAIN and said.dates and not _same_time(asserted, said):
        return False
    others = [n for n, unit in enumerate(asserted.units) if n not in mine and not unit.light]
    return len(others) > 1 and all(alignment.said(n) for n in others)


def _same_time(asserted: Analysis, said: Analysis) -> bool:
    return any(
        a.first and b.first and a.last and b.last and a.first <= b.last and b.first <= a.last
        for a in asserted.dates for b in said.dates
    )  # fmt: skip


def _days_crossed(asserted: Analysis, said: Analysis, mine: int, theirs: int) -> bool:
    """Whether a comparison of two times is turned round: "higher in May than in April"."""
    partners = [(a, b) for a in asserted.dates for b in said.dates if same_day(a, b)]
    return len(partners) > 1 and all((a.start > mine) != (b.start > theirs) for a, b in partners)


def _comparison_reversed(asserted: Analysis, said: Analysis, alignment: Alignment) -> bool:
    """Whether what the claim puts before "than" stands after it in the passage, and the other way round."""
    ours, its = next(than(asserted), -1), next(than(said), -1)
    if ours < 0 or its < 0:
        return False
    mine, theirs = asserted.tokens[ours][0], said.tokens[its][0]
    if _days_crossed(asserted, said, mine, theirs):
        return True
    crossed = straight = 0
    for link in alignment.links:
        claimed = asserted.units[link.unit]
        if not link.said or claimed.light or len(link.said) > 1:
            continue
        after = claimed.start > mine
        elsewhere = [said.units[n].start > theirs for n in link.said]
        if all(flag != after for flag in elsewhere):
            crossed += 1
        elif claimed.kind is not UnitKind.VERB:
            straight += 1
    both = any(asserted.units[link.unit].start > mine for link in alignment.links if link.said)
    return both and crossed >= 2 and crossed > straight
