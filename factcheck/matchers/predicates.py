"""The deed: is it said, and is it affirmed or denied?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.domain.analysis import Analysis, Unit, UnitKind
from factcheck.domain.claim import Rung
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.text.align import EMPTY, Alignment, Arguments, Tie, align, best, frame_of, side
from factcheck.text.anchors import anchors
from factcheck.text.classes import exclusive
from factcheck.text.comparatives import contrast_of
from factcheck.text.contrasts import Standing, standing
from factcheck.text.deed_slots import doers, governing, in_slots, slots_of
from factcheck.text.deeds import QUALITIES, bearers, deed, doer_noun
from factcheck.text.denials import denied_on_one_side, narrowed
from factcheck.text.noun_phrases import (
    before_its_noun,
    before_noun,
    inside_compound,
    last_noun,
    lead,
    owns_next,
    row_end,
    tagged_noun,
)
from factcheck.text.opposites import in_turn, opposite
from factcheck.text.other_deeds import BECOMING, belongs_to, deed_in_between, deeds_between, tells_of_noun
from factcheck.text.predicates import AUXILIARIES, preposition
from factcheck.text.tenses import past_only
from factcheck.text.words import key

_KIN = frozenset(
    map(
        key,
        "son daughter wife husband father mother brother sister friend child widow uncle aunt nephew niece cousin partner".split(),
    )
)
_ASIDE = frozenset("to with for from against about".split())
_NOBODY = frozenset("none nobody neither".split())
_OBJECTS = frozenset("it them him her this that so".split())
_ABLE = frozenset(map(key, "able capable willing ready".split()))
_NOT = frozenset("not n't n’t never no".split())
_BEFORE_QUOTE = 5  # tokens, its opening mark among them
_GAP = 3  # code points between a name and the noun that it qualifies
# "the first visit in ten years" does not contradict "no visit for ten years".
_FIRSTS = frozenset({"first", "only"})
_AGAINST = {
    frozenset(pair.split("/"))
    for pair in "by/for by/about by/against by/without from/for to/from for/against before/after since/until with/without into/from over/under above/below inside/outside in/outside toward/from towards/from".split()
}
_AGAINST |= {frozenset({a, b}) for a in ("in", "at", "inside", "on") for b in ("near", "far from", "off")} | {
    frozenset({"near", "far from"})
}
_OTHER = frozenset("another second other different separate earlier later similar lower rival".split())


def compare(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:
    """The main word of the claim first, then each further word that the passage turns round."""
    alignment = align(asserted, said)
    main = asserted.units[asserted.main] if asserted.main >= 0 else None
    if not _has_verb(asserted) and not _in_order(alignment):
        yield Comparison(
            Aspect.PREDICATE, Outcome.NOT_STATED, "predicate: no verb was recognised in the claim", "no-verb"
        )
    if main and not any(q.start <= main.start < q.end for q in asserted.quotations):
        yield _compare_main(asserted, said, alignment)
    yield from _turned(asserted, said, alignment)
    yield from _quotations_denied(asserted, said)
    yield from _prepositions(asserted, said, alignment)
    yield from _another(asserted, said, alignment)
    yield from _of_other_deeds(asserted, said, alignment)
    yield from _parts_of_compounds(asserted, said, alignment)
    yield from _placed_by_a_deed(asserted, said, alignment)
    if main is None or main.light or main.kind is not UnitKind.VERB:
        yield from _light_verbs(asserted, said, alignment)


def _compare_main(  # noqa: C901, PLR0911 - one answer for each way in which a word can miss
    asserted: Analysis, said: Analysis, alignment: Alignment
) -> Comparison:
    main = asserted.units[asserted.main]
    here = (main.start, main.end)
    there: tuple[int, int] | None = None

    def unclear(reason: str, rule: str) -> Comparison:
        return Comparison(Aspect.PREDICATE, Outcome.NOT_COMPARABLE, f"predicate: {reason}", rule, here, there)

    if main.kind is UnitKind.NAME:
        return unclear(f"“{main.text}” is a name", "predicate-light")
    found, alike = anchors(asserted, said, alignment)
    if not found:
        if main.light:
            return unclear(f"“{main.text}” says little by itself", "predicate-light")
        return Comparison(
            Aspect.PREDICATE, Outcome.NOT_STATED, f"predicate: “{main.text}” is not said", "predicate-absent", here
        )
    if (
        alike
        and main.kind is UnitKind.NOUN
        and not inside_compound(asserted, asserted.main)
        and all(inside_compound(said, n) for n in found)
    ):
        unit, following = said.units[found[0]], said.units[found[0] + 1]
        there = (unit.start, following.end)
        return unclear(f"“{unit.text} {following.text}” is not “{main.text}”", "predicate-compound")
    number = best(asserted, said, alignment, found)
    unit = said.units[number]
    there = (unit.start, unit.end)
    if alike and (beside := _beside(asserted, said, alignment, number, found)):
        return unclear(*beside)
    if unit.unsettled != main.unsettled and alike:
        return unclear(f"“{unit.text}” stands behind a denial", "predicate-unsettled")
    whose = _own_deed(asserted, said, alignment, number) if alike and unit.kind is UnitKind.NOUN else ""
    if whose and main.kind is UnitKind.VERB:
        others = [n for n in found if n != number and said.units[n].kind is UnitKind.NOUN]
        own = next((n for n in others if not _own_deed(asserted, said, alignment, n)), None)
        if own is not None:
            number, whose, unit = own, "", said.units[own]
            there = (unit.start, unit.end)
    if whose and standing(asserted, said, alignment) is not Standing.CONVERSE:
        return unclear(whose, "predicate-whose")
    if alike and main.kind is UnitKind.VERB and unit.kind is UnitKind.NOUN:
        verb = governing(said, alignment, number)
        if verb is not None and not unit.negated:
            return unclear(f"“{verb.text} … {unit.text}” does not say that it was done", "predicate-governed")
    words = f"“{unit.text if unit.text.lower() != main.text.lower() else main.text}”"
    if (main.negated != unit.negated) != (not alike):
        doubt = _no_refutation(asserted, said, alignment, number, alike=alike)
        if doubt is not None:
            return unclear(f"{words} {doubt[0]}", doubt[1])
        why, rule = _turning(main, unit, alike=alike)
        return Comparison(Aspect.POLARITY, Outcome.DIFFERS, f"polarity: {words} {why}", rule, here, there)
    if not alike:
        if main.negated and not in_turn(main.key, unit.key):
            reason = f"predicate: {words}, so not “{main.text}”"
            return Comparison(Aspect.PREDICATE, Outcome.AGREES, reason, "predicate-double", here, there)
        return unclear(f"{words} against “{main.text}”, one of them denied", "predicate-double")
    if past_only(asserted, main, said, unit):
        return unclear(f"{words} is told of the past", "predicate-past")
    return Comparison(Aspect.PREDICATE, Outcome.AGREES, f"predicate: {words}", "predicate-same", here, there)


def _beside(
    asserted: Analysis, said: Analysis, alignment: Alignment, number: int, found: Sequence[int]
) -> tuple[str, str] | None:
    """Why a word that is the claim's main word is not said of the claim's subject, with the rule; None when it is."""
    main, unit = asserted.units[asserted.main], said.units[number]
    claimed = frame_of(asserted, asserted.main)
    if main.kind is UnitKind.VERB:
        attribute = unit.kind is UnitKind.ADJECTIVE and unit.text.lower().endswith(("ed", "en", "ing"))
        if attribute and before_noun(said, unit) and frame_of(said, number) is None and claimed is not None:
            of_it = {m for n in claimed.patients or claimed.agents for m in alignment.said(n)}
            if (claimed.agents and claimed.patients) or (of_it and last_noun(said, number + 1) not in of_it):
                return f"“{unit.text}” only describes what follows", "predicate-attribute"
        return None
    if main.kind is UnitKind.NOUN and owns_next(said, unit) and not owns_next(asserted, main) and doers(asserted):
        return f"“{unit.text}” only owns what is spoken of", "predicate-owner"
    subjects = {m for n in doers(asserted) if not asserted.units[n].light for m in alignment.said(n)}
    if subjects and unit.kind is main.kind and frame_of(said, number) is None:
        if unit.kind is UnitKind.ADJECTIVE and before_noun(said, unit):
            head = last_noun(said, number + 1)
            frame = frame_of(said, head)
            if not subjects.intersection((head, *(frame.agents if frame else ()))):
                return f"“{unit.text}” is said of “{said.units[head].text}”", "predicate-attribute"
        aside = unit.kind is UnitKind.NOUN and len(found) == 1 and not preposition(asserted, main)
        if aside and _is_aside(said, number) and not subjects.intersection(bearers(said, number)):
            return f"“{preposition(said, unit)} {unit.text}” does not say so", "predicate-aside"
    verb = deed_in_between(asserted, said, alignment, found)
    return (f"“{verb} … {unit.text}” does not say so", "predicate-other-deed") if verb else None


def _is_aside(said: Analysis, n: int) -> bool:
    """Whether a noun only tells whom something else concerns: "married to a pilot", "the daughter of a pilot"."""
    word = preposition(said, said.units[n])
    before = said.units[n - 1] if n else None
    if word == "of":
        return before is not None and before.kind is UnitKind.NOUN and (before.key in _KIN or doer_noun(before))
    return word in _ASIDE


def _placed_by_a_deed(asserted: Analysis, said: Analysis, alignment: Alignment) -> Iterator[Comparison]:
    """A claim that only says where or in what something is, against a deed that leads elsewhere: "left the government" is not "in the government"."""
    nouns = [n for n, unit in enumerate(asserted.units) if unit.kind in (UnitKind.NOUN, UnitKind.NAME)]
    if len(nouns) < 2 or any(unit.kind is UnitKind.VERB and not unit.light for unit in asserted.units):
        return
    mine = preposition(asserted, asserted.units[nouns[-1]])
    subjects, places = alignment.said(nouns[0]), alignment.said(nouns[-1])
    if mine not in ("in", "at", "on", "with", "under") or not subjects or not places:
        return
    for n in places:
        between = [deeds_between(said, alignment, m, n, BECOMING) for m in subjects]
        if not all(between) or (preposition(said, said.units[n]) == mine and not tells_of_noun(said, alignment, n)):
            return
    unit, other = asserted.units[nouns[-1]], said.units[places[0]]
    verb = deeds_between(said, alignment, subjects[0], places[0], BECOMING)[-1]
    yield Comparison(
        Aspect.PREDICATE, Outcome.NOT_COMPARABLE, f"predicate: “{verb} {other.text}” is not “{mine} {unit.text}”", "place-by-deed",
        (unit.start, unit.end), (other.start, other.end),
    )  # fmt: skip


def _no_refutation(
    asserted: Analysis, said: Analysis, alignment: Alignment, number: int, *, alike: bool
) -> tuple[str, str] | None:
    """Why a word that looks like the claim's turned round refutes nothing, with the rule; None when it does refute."""
    main, unit = asserted.units[asserted.main], said.units[number]
    if alike and main.rung is Rung.HAPPENED and unit.rung in (Rung.PLANNED, Rung.CALLED_FOR, Rung.POSSIBLE):
        return f"is denied as {unit.rung} only", "polarity-other-rung"
    if alike and main.negated and _FIRSTS.intersection(word.lower() for _, _, word in said.tokens):
        return "for the first time, which bears out the denial", "predicate-first"
    lacking = any(
        link.tie is Tie.ABSENT and not asserted.units[link.unit].light and asserted.units[link.unit].kind is not UnitKind.ADVERB
        for link in alignment.links
    )  # fmt: skip
    if alike and main.negated and lacking:
        return "is affirmed, but not all that the claim denies", "polarity-wider"
    if (unit.negated or not alike) and (narrower := narrowed(asserted, said, alignment, number)):
        return f"only {narrower}", "polarity-narrower"
    if past_only(asserted, main, said, unit):
        return "is told of the past", "predicate-past"
    if not _same_case(asserted, said, alignment, number, alike=alike):
        return "is not said of the same", "predicate-elsewhere"
    return None


def _turning(main: Unit, unit: Unit, *, alike: bool) -> tuple[str, str]:
    """Why a word of the passage turns the claim's main word round, in words and by rule."""
    if alike:
        why = "is affirmed, where the claim denies it" if main.negated else "is denied"
        return why, "polarity-noun" if main.kind is UnitKind.NOUN else "polarity-denied"
    if main.kind is UnitKind.VERB and unit.kind is UnitKind.NOUN:
        return f"is the opposite of “{main.text}”", "polarity-opposite-noun"
    turns = main.kind is not UnitKind.ADJECTIVE and in_turn(main.key, unit.key)
    return f"is the opposite of “{main.text}”", "polarity-in-turn" if turns else "polarity-opposite"


def _own_deed(asserted: Analysis, said: Analysis, alignment: Alignment, noun: int) -> str:
    """Why a deed or a quality that the passage tells as a noun is not the claim's; empty when it is.

    Gets right: "the 2003 U.S.-led invasion" is not Iran's, "an end to the war is the key" ends no war.
    Gets wrong: a doer far from the noun.
    """
    main = asserted.units[asserted.main]
    word = said.units[noun].text
    if said.units[noun].key in QUALITIES and not deed(said, noun).told:
        return f"the source speaks of “{word}” without saying that it is there"
    if main.kind is UnitKind.NOUN or (main.kind is UnitKind.ADJECTIVE and main.key not in _ABLE):
        before = said.units[noun - 1] if noun else None
        close = before is not None and 0 <= said.units[noun].start - before.end <= _GAP
        other = close and before is not None and before.kind is UnitKind.NAME and noun - 1 not in alignment.reverse
        other = other and (said.units[noun].negated or not _states_what_it_is(asserted, said, alignment, noun))
        return f"whose “{word}” it is, the source does not say" if other else ""
    if inside_compound(said, noun):
        return f"whose “{word}” it is, the source does not say"
    if doer_noun(said.units[noun]) and not any(not asserted.units[n].light for n in doers(asserted)):
        return f"“{word}” names a doer and not the deed"
    told = slots_of(said, noun)
    if not told.told:
        return f"the source speaks of “{word}” without saying that it came about"
    return "" if in_slots(asserted, said, alignment, told) else f"whose “{word}” it is, the source does not say"


def _states_what_it_is(asserted: Analysis, said: Analysis, alignment: Alignment, noun: int) -> bool:
    """Whether both texts say of the same thing what it is: who "is a Norvian engineer" is an engineer."""
    claimed = frame_of(asserted, asserted.main)
    found = frame_of(said, noun) or frame_of(said, row_end(said, noun))
    if claimed is None or found is None:
        return False
    return side(asserted, said, alignment, claimed.agents, found.agents) is Arguments.FIT


def _same_case(asserted: Analysis, said: Analysis, alignment: Alignment, number: int, *, alike: bool) -> bool:
    """Whether a word of the passage that would turn the claim's main word round is said of the claim's own doer and undergoer.

    Gets right: "attacks on troops" says nothing against "Israel defends Gaza". Gets wrong: a doer that only an earlier clause names.
    """
    main, unit = asserted.units[asserted.main], said.units[number]
    claimed = frame_of(asserted, asserted.main)
    if claimed is None:  # "had no permit": a permit that is only spoken of ("talk of a permit") refutes nothing
        named = main.kind is UnitKind.NOUN and unit.kind is UnitKind.NOUN and main.negated
        return not named or preposition(said, unit) in ("", "with", "in")
    found = frame_of(said, number)
    if main.kind is UnitKind.VERB and unit.kind is UnitKind.NOUN and " " not in unit.text:
        return in_slots(asserted, said, alignment, slots_of(said, number))
    if main.kind is not UnitKind.VERB and unit.kind is UnitKind.NOUN and found is None:
        if alike:
            return _beside(asserted, said, alignment, number, [number]) is None
        bearing = bearers(said, number) if doer_noun(unit) else slots_of(said, number).owners
        return not claimed.agents or side(asserted, said, alignment, claimed.agents, bearing) is Arguments.FIT
    if (
        found is not None
        and found.agents
        and side(asserted, said, alignment, claimed.agents, found.agents) is Arguments.OTHER
    ):
        return False
    patients = [n for n in claimed.patients if not asserted.units[n].light and asserted.units[n].key not in EMPTY]
    if main.kind is not UnitKind.VERB or not patients or (found is not None and found.patients):
        return True
    k = bisect_left(said.tokens, (unit.end,))
    words = [word.lower() for _, _, word in said.tokens[max(0, k - 4) : k + 2]]
    if _NOBODY.intersection(words) or _OBJECTS.intersection(words[-2:]):
        return True
    return any(said.units[m].clause == unit.clause for n in patients for m in alignment.said(n))


def _has_verb(analysis: Analysis) -> bool:
    return any(tag in "VDMBG" for tag in analysis.tags) or any(
        word.lower() in AUXILIARIES for _, _, word in analysis.tokens
    )


def _in_order(alignment: Alignment) -> bool:
    """Whether the passage has the claim's words one after the other as the claim has them."""
    at = -1
    for link in alignment.links:
        later = [n for n in link.said if n > at]
        if not later:
            return False
        at = later[0]
    return True


def _quotations_denied(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:
    """Words in quotation marks that one side alone denies: they are not “closing the camp”."""
    for quotation in asserted.quotations:
        theirs = [_denied_before(said, other.start) for other in said.quotations]
        if theirs and _denied_before(asserted, quotation.start) not in theirs:
            here = (quotation.start, quotation.end)
            yield Comparison(
                Aspect.POLARITY, Outcome.NOT_COMPARABLE, "polarity: the words in quotation marks are denied on one side only", "polarity-uneven", here
            )  # fmt: skip


def _denied_before(analysis: Analysis, start: int) -> bool:
    """Whether a negation stands in the last words before a place, in its clause."""
    k = bisect_left(analysis.tokens, (start,))
    words = [word.lower() for _, _, word in analysis.tokens[max(0, k - _BEFORE_QUOTE) : k]]
    last = max((i for i, word in enumerate(words) if word in (",", ";", ":", ".")), default=-1)
    return not _NOT.isdisjoint(words[last + 1 :])


def _light_verbs(asserted: Analysis, said: Analysis, alignment: Alignment) -> Iterator[Comparison]:
    """Verbs that say little by themselves are still denied or not: "took" against "did not take".

    What is only wanted not to be so denies nothing: "so that they don't remain".
    """
    for number, unit in enumerate(asserted.units):
        if unit.kind is not UnitKind.VERB or not unit.light or number == asserted.main or not alignment.said(number):
            continue
        found = [
            said.units[n]
            for n in alignment.said(number)
            if said.units[n].kind is UnitKind.VERB and not said.units[n].unsettled
        ]
        if found and all(other.negated != unit.negated for other in found):
            real = any(other.rung is unit.rung for other in found)
            yield Comparison(
                Aspect.POLARITY, Outcome.DIFFERS if real else Outcome.NOT_COMPARABLE,
                f"polarity: “{found[0].text}” is {'denied' if found[0].negated else 'affirmed'}", "polarity-denied" if real else "polarity-uneven",
                (unit.start, unit.end), (found[0].start, found[0].end),
            )  # fmt: skip
            return


def _prepositions(asserted: Analysis, said: Analysis, alignment: Alignment) -> Iterator[Comparison]:
    """Linked nouns that stand behind opposite prepositions: for the budget and against it."""
    for number, unit in enumerate(asserted.units):
        if unit.kind not in (UnitKind.NOUN, UnitKind.NAME) or not alignment.said(number):
            continue
        mine = preposition(asserted, unit)
        theirs = [preposition(said, said.units[n]) for n in alignment.said(number)]
        if mine == "by" and not any(f.passive and number in f.agents for f in asserted.frames):
            continue
        if mine and all(frozenset({mine, other}) in _AGAINST for other in theirs):
            found = said.units[alignment.said(number)[0]]
            yield Comparison(
                Aspect.PREDICATE, Outcome.NOT_COMPARABLE, f"predicate: “{theirs[0]} {found.text}” against “{mine} {unit.text}”", "preposition-turned",
                (unit.start, unit.end), (found.start, found.end),
            )  # fmt: skip


def _turned(asserted: Analysis, said: Analysis, alignment: Alignment) -> Iterator[Comparison]:
    """Words of the claim whose opposite, or another member of an exclusive class, stands in the passage instead.

    A verb or an adjective that one side alone denies leaves the matter open ("resigned because he was not ill"); where no verb
    of the claim was recognised, any word does.
    """
    unread = not any(unit.kind is UnitKind.VERB and not unit.light for unit in asserted.units)
    contrast = contrast_of(asserted) if standing(asserted, said, alignment) is Standing.CONVERSE else None
    for number, unit in enumerate(asserted.units):
        if (
            number == asserted.main
            or (contrast is not None and contrast.start <= unit.start < contrast.than)
            or (unit.light and unit.kind is not UnitKind.ADVERB)
            or unit.kind is UnitKind.NAME
            or any(q.start <= unit.start < q.end for q in asserted.quotations)
        ):
            continue
        tie = alignment.links[number].tie
        here = (unit.start, unit.end)
        if tie not in (Tie.ABSENT, Tie.CONTEXT):
            turned = denied_on_one_side(asserted, said, alignment, number)
            if turned is not None:
                first = said.units[turned]
                yield Comparison(
                    Aspect.POLARITY, Outcome.DIFFERS, f"polarity: “{first.text}” is {'denied' if first.negated else 'affirmed'}", "polarity-word",
                    here, (first.start, first.end),
                )  # fmt: skip
            elif (unread or unit.kind in (UnitKind.VERB, UnitKind.ADJECTIVE)) and all(
                said.units[n].negated is not unit.negated for n in alignment.said(number)
            ):
                first = said.units[alignment.said(number)[0]]
                yield Comparison(
                    Aspect.POLARITY, Outcome.NOT_COMPARABLE, f"polarity: “{first.text}” is denied on one side only", "polarity-uneven",
                    here, (first.start, first.end),
                )  # fmt: skip
            continue
        for other, candidate in enumerate(said.units):
            if other in alignment.reverse or candidate.light is not unit.light or candidate.kind is UnitKind.NAME:
                continue
            if opposite(unit.key, candidate.key) and not in_turn(unit.key, candidate.key):
                turned = unit.negated == candidate.negated
                if turned and unit.kind is UnitKind.NOUN and not _states(asserted, number):
                    yield Comparison(
                        Aspect.POLARITY, Outcome.NOT_COMPARABLE, f"polarity: “{candidate.text}” and “{unit.text}” may both be so", "opposite-thing",
                        here, (candidate.start, candidate.end),
                    )  # fmt: skip
                elif turned:
                    yield Comparison(
                        Aspect.POLARITY, Outcome.DIFFERS, f"polarity: “{candidate.text}” is the opposite of “{unit.text}”", "opposite-word",
                        here, (candidate.start, candidate.end),
                    )  # fmt: skip
                    break
            things = UnitKind.VERB not in (unit.kind, candidate.kind)
            group = exclusive(unit.key, candidate.key) if things else None
            if group and unit.negated == candidate.negated:
                yield Comparison(
                    Aspect.PREDICATE, Outcome.DIFFERS, f"predicate: “{candidate.text}” is not “{unit.text}” ({group})", "exclusive-word",
                    here, (candidate.start, candidate.end), 0.8,
                )  # fmt: skip
                break


def _states(analysis: Analysis, number: int) -> bool:
    """Whether a noun is what the sentence states of its subject: "the talks were a success"."""
    return any(frame.verb == number for frame in analysis.frames)


def _of_other_deeds(asserted: Analysis, said: Analysis, alignment: Alignment) -> Iterator[Comparison]:
    """What the claim says behind its main verb and the passage behind another verb: "signed the bill and flew to Dorn" was not signed in Dorn.

    Gets right: "jailed for theft and cleared of fraud". Gets wrong: a place behind a long insertion without commas.
    """
    if asserted.main < 0 or asserted.units[asserted.main].kind is not UnitKind.VERB:
        return
    found, alike = anchors(asserted, said, alignment)
    if not found or not alike:
        return
    anchor = best(asserted, said, alignment, found)
    main = asserted.units[asserted.main]
    later = [unit.start for unit in asserted.units if unit.kind is UnitKind.VERB and unit.start > main.start]
    verbs = [
        n
        for n, unit in enumerate(said.units)
        if n != anchor and unit.kind is UnitKind.VERB and not unit.light and n not in alignment.reverse
        and said.tags[bisect_left(said.tokens, (unit.start,))] in "VDGB" and not before_its_noun(said, unit)
    ]  # fmt: skip
    own = frame_of(said, anchor)
    slots = {*own.agents, *own.patients} if own else set()
    for number, unit in enumerate(asserted.units):
        counted = any(q.unit_span and q.unit_span[0] <= unit.start < q.unit_span[1] for q in asserted.quantities)
        behind = unit.start > main.end and not counted and not any(start < unit.start for start in later)
        theirs = alignment.said(number)
        if not behind or unit.light or unit.kind not in (UnitKind.NOUN, UnitKind.NAME) or not theirs or not verbs:
            continue
        told = [
            next((v for v in reversed(verbs) if n not in slots and belongs_to(said, v, n, anchor)), None)
            for n in theirs
        ]
        if None not in told and told[0] is not None:
            other, verb = said.units[theirs[0]], said.units[told[0]]
            yield Comparison(
                Aspect.PREDICATE, Outcome.NOT_COMPARABLE, f"predicate: “{other.text}” is told of “{verb.text}”, not of “{said.units[anchor].text}”", "other-deed",
                (unit.start, unit.end), (other.start, other.end),
            )  # fmt: skip
            return


def _parts_of_compounds(asserted: Analysis, said: Analysis, alignment: Alignment) -> Iterator[Comparison]:
    """What the claim's deed is done to, where the passage has it only as a part of another noun: "won the cup" and "the cup match".

    Gets right: who "calls for the coalition's withdrawal" does not want the coalition. Gets wrong: a whole that is hit with its part ("the town's centre").
    """
    claimed = frame_of(asserted, asserted.main) if asserted.main >= 0 else None
    for head in claimed.patients if claimed else ():
        unit, found = asserted.units[head], alignment.said(head)
        if unit.light or not found or unit.kind not in (UnitKind.NOUN, UnitKind.NAME) or owns_next(asserted, unit):
            continue
        if inside_compound(asserted, head):
            continue
        if all(_only_a_part(said, alignment, n, of_noun=unit.kind is UnitKind.NOUN) for n in found):
            other = said.units[found[0]]
            whole = said.text[other.start : said.units[found[0] + 1].end]
            yield Comparison(
                Aspect.PREDICATE, Outcome.NOT_COMPARABLE, f"predicate: “{whole}” is not “{unit.text}”", "compound-part",
                (unit.start, unit.end), (other.start, other.end),
            )  # fmt: skip
            return


def _only_a_part(said: Analysis, alignment: Alignment, n: int, *, of_noun: bool) -> bool:
    """Whether the noun behind a word, which is no word of the claim, is what the passage speaks of."""
    if n + 1 >= len(said.units) or n + 1 in alignment.reverse:
        return False
    return owns_next(said, said.units[n]) or (of_noun and inside_compound(said, n) and tagged_noun(said, n + 1))


def _another(asserted: Analysis, said: Analysis, alignment: Alignment) -> Iterator[Comparison]:
    """A doer that the passage calls another one, or brings in as one of many where the claim means a certain one.

    Gets right: "a lower court" is not "the court". Gets wrong: a first mention of the very thing ("a ferry sank").
    """
    claimed = frame_of(asserted, asserted.main) if asserted.main >= 0 else None
    for head in (*claimed.agents, *claimed.patients) if claimed else ():
        unit = asserted.units[head]
        found = alignment.said(head)
        doing = {
            n
            for frame in said.frames
            if frame.verb in alignment.said(asserted.main)
            for n in (*frame.agents, *frame.patients)
        }
        found = tuple(n for n in found if len(found) == 1 or n in doing)
        if unit.kind is not UnitKind.NOUN or len(found) != 1:
            continue
        other = said.units[found[0]]
        mine, theirs = lead(asserted, unit), lead(said, other)
        apart = {word for word in theirs if word in _OTHER} - set(mine)
        if apart and ("another" in apart or (mine[:1] == ["the"] and theirs[:1] in (["a"], ["an"]))):
            yield Comparison(
                Aspect.PREDICATE, Outcome.NOT_COMPARABLE, f"predicate: “{' '.join(theirs)} {other.text}” is another one", "another-one",
                (unit.start, unit.end), (other.start, other.end),
            )  # fmt: skip
            return
