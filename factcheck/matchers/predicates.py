"""The deed: is it said, and is it affirmed or denied?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from factcheck.domain.analysis import Analysis, Unit, UnitKind
from factcheck.domain.claim import Rung
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.text.align import Alignment, Tie, align, best, frame_of
from factcheck.text.classes import exclusive
from factcheck.text.comparatives import contrast_of
from factcheck.text.contrasts import Standing, standing
from factcheck.text.opposites import in_turn, opposite
from factcheck.text.predicates import AUXILIARIES
from factcheck.text.words import key


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
    yield from _prepositions(asserted, said, alignment)
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
    found, alike = _candidates(main, said, alignment, asserted.main)
    if not found:
        if main.light:
            return unclear(f"“{main.text}” says little by itself", "predicate-light")
        return Comparison(
            Aspect.PREDICATE, Outcome.NOT_STATED, f"predicate: “{main.text}” is not said", "predicate-absent", here
        )
    if (
        alike
        and main.kind is UnitKind.NOUN
        and not _inside_compound(asserted, asserted.main)
        and all(_inside_compound(said, n) for n in found)
    ):
        unit, following = said.units[found[0]], said.units[found[0] + 1]
        there = (unit.start, following.end)
        return unclear(f"“{unit.text} {following.text}” is not “{main.text}”", "predicate-compound")
    number = best(asserted, said, alignment, found)
    unit = said.units[number]
    there = (unit.start, unit.end)
    if unit.unsettled != main.unsettled and alike:
        return unclear(f"“{unit.text}” stands behind a denial", "predicate-unsettled")
    if alike and unit.kind is UnitKind.NOUN and not _own_deed(asserted, said, alignment, number):
        return unclear(f"whose “{unit.text}” it is, the source does not say", "predicate-whose")
    if alike and main.kind is UnitKind.VERB and unit.kind is UnitKind.NOUN:
        verb = _governing(said, alignment, number)
        if verb is not None:
            return unclear(f"“{verb.text} … {unit.text}” does not say that it was done", "predicate-governed")
    words = f"“{unit.text if unit.text.lower() != main.text.lower() else main.text}”"
    if (main.negated != unit.negated) != (not alike):
        if alike and main.rung is Rung.HAPPENED and unit.rung in (Rung.PLANNED, Rung.CALLED_FOR, Rung.POSSIBLE):
            return unclear(f"{words} is denied as {unit.rung} only", "polarity-other-rung")
        if alike and main.negated and _FIRSTS.intersection(word.lower() for _, _, word in said.tokens):
            return unclear(f"{words} for the first time, which bears out the denial", "predicate-first")
        why, rule = _turning(main, unit, alike=alike)
        return Comparison(Aspect.POLARITY, Outcome.DIFFERS, f"polarity: {words} {why}", rule, here, there)
    if not alike:
        if main.negated and not in_turn(main.key, unit.key):
            reason = f"predicate: {words}, so not “{main.text}”"
            return Comparison(Aspect.PREDICATE, Outcome.AGREES, reason, "predicate-double", here, there)
        return unclear(f"{words} against “{main.text}”, one of them denied", "predicate-double")
    if _tense(asserted, main) == _NOW and _tense(said, unit) == _THEN and _is_over(said):
        return unclear(f"{words} is told of the past", "predicate-past")
    return Comparison(Aspect.PREDICATE, Outcome.AGREES, f"predicate: {words}", "predicate-same", here, there)


def _candidates(main: Unit, said: Analysis, alignment: Alignment, number: int) -> tuple[list[int], bool]:
    """The units of the passage that say the claim's main word (True), or else its opposites (False)."""
    found = [n for n in alignment.said(number) if main.light or not said.units[n].light]
    turned = [n for n, unit in enumerate(said.units) if unit.kind is not UnitKind.NAME and opposite(main.key, unit.key)]
    if main.kind is UnitKind.VERB and all(said.units[n].kind is UnitKind.ADJECTIVE for n in found):
        verbs = [n for n in turned if said.units[n].kind is UnitKind.VERB]
        if verbs:
            return verbs, False
    return (found, True) if found else ([n for n in turned if n not in alignment.reverse], False)


def _turning(main: Unit, unit: Unit, *, alike: bool) -> tuple[str, str]:
    """Why a word of the passage turns the claim's main word round, in words and by rule."""
    if alike:
        why = "is affirmed, where the claim denies it" if main.negated else "is denied"
        return why, "polarity-noun" if main.kind is UnitKind.NOUN else "polarity-denied"
    turns = main.kind is not UnitKind.ADJECTIVE and in_turn(main.key, unit.key)
    return f"is the opposite of “{main.text}”", "polarity-in-turn" if turns else "polarity-opposite"


# "a drama film" is a drama and a film.
_BOTH = frozenset(
    map(
        key,
        "film movie series show drama comedy thriller song album single band artist player actor magazine newspaper novel book".split(),
    )
)


def _inside_compound(analysis: Analysis, number: int) -> bool:
    """Whether a noun only qualifies the noun right after it: the county in "county seat"."""
    unit = analysis.units[number]
    following = analysis.units[number + 1] if number + 1 < len(analysis.units) else None
    return (
        unit.kind is UnitKind.NOUN and following is not None and following.kind is UnitKind.NOUN
        and following.start == unit.end + 1 and not following.light and following.key not in _BOTH
    )  # fmt: skip


def _word_before(analysis: Analysis, unit: Unit) -> str:
    """The determiner before a noun, past its adjectives."""
    k = next((i for i, (start, _, _) in enumerate(analysis.tokens) if start == unit.start), 0) - 1
    while k >= 0 and (analysis.tags[k] in "ANG" or analysis.tokens[k][2] == "-"):
        k -= 1
    return analysis.tokens[k][2].lower() if k >= 0 else ""


def _own_deed(asserted: Analysis, said: Analysis, alignment: Alignment, noun: int) -> bool:
    """Whether a deed that the passage tells as a noun is that of the claim's doer (or, without one, done to its undergoer).

    Gets right: "the 2003 U.S.-led invasion" is not Iran's. Gets wrong: a doer far from the noun.
    """
    main = asserted.units[asserted.main]
    before = said.units[noun - 1] if noun else None
    close = before is not None and 0 <= said.units[noun].start - before.end <= _GAP
    if main.kind is not UnitKind.VERB:
        return not (close and before is not None and before.kind is UnitKind.NAME and noun - 1 not in alignment.reverse)
    if _inside_compound(said, noun):
        return False
    claimed = frame_of(asserted, asserted.main)
    if claimed is None:
        return False
    heads = claimed.agents or claimed.patients
    linked = {n for head in heads for n in alignment.said(head)}
    article = _word_before(said, said.units[noun])
    if article in ("a", "an", "any") and not any(
        noun in f.patients and said.units[f.verb].key in _DOING for f in said.frames
    ):
        return False
    if not linked:
        return not heads or article in ("his", "her", "its", "their")
    near: set[int] = set()
    for n in range(noun - 1, max(-1, noun - 4), -1):
        between = said.text[said.units[n].end : said.units[n + 1].start]
        if len(between) > _GAP and between not in (", the ", ", a ", ", its "):
            break
        near.add(n)
    near |= {
        n
        for n in range(noun + 1, min(noun + 4, len(said.units)))
        if said.units[n].clause == said.units[noun].clause and not (claimed.agents and claimed.patients)
    }
    near |= {n for frame in said.frames if frame.verb == noun or noun in frame.patients for n in frame.agents}
    by = said.text.find(" by ", said.units[noun].end)
    near |= {n for n, unit in enumerate(said.units) if 0 <= by < unit.start <= by + _NEAR * 2}
    return bool(linked & near)


_GAP = 3  # code points between a name and the noun that it qualifies
_NEAR = 16
# "the first visit in ten years" does not contradict "no visit for ten years".
_FIRSTS = frozenset({"first", "only"})
# Verbs whose object is thereby done: "carried out the attack", "completed its withdrawal".
_DOING = frozenset(
    map(
        key,
        "begin start complete finish launch conduct carry_out make see suffer cause continue achieve reach sign mark undergo perform hold win receive get record stage mount resume vote announce".split(),
    )
)


def _governing(said: Analysis, alignment: Alignment, noun: int) -> Unit | None:
    """The verb of which a deed told as a noun is the object, when that verb does not assert the deed: "rejected the criticism"."""
    reporting = {report.verb[0] for report in said.reports}
    for frame in said.frames:
        verb = said.units[frame.verb]
        if verb.start in reporting:
            continue
        if (
            noun in frame.patients
            and frame.verb not in alignment.reverse
            and not verb.light
            and verb.key not in _DOING
            and not frame.passive
        ):
            return verb
    return None


_NO = frozenset({"no", "without", "against", "zero", "neither", "none"})


def _directly_denied(analysis: Analysis, unit: Unit) -> bool:
    """Whether "no" or "without" stands right before a noun."""
    before = [word.lower() for start, _, word in analysis.tokens if start < unit.start][-3:]
    return unit.negated and any(word in _NO for word in before)


def _before_noun(analysis: Analysis, unit: Unit) -> bool:
    return any(0 < other.start - unit.end <= 2 and other.kind is UnitKind.NOUN for other in analysis.units)


def _denial_turned(asserted: Analysis, said: Analysis, number: int, alignment: Alignment) -> int | None:
    """The unit of the passage for a claim's word of which one is denied and the other not; nouns only right behind "no"."""
    unit = asserted.units[number]
    found = alignment.said(number)
    if unit.unsettled or not found:
        return None
    if any(
        said.units[n].negated == unit.negated or said.units[n].unsettled or said.units[n].rung is not unit.rung
        for n in found
    ):
        return None
    first = said.units[found[0]]
    anchors = {said.units[n].clause for n in alignment.said(asserted.main)} if asserted.main >= 0 else set()
    direct = _directly_denied(asserted, unit) or _directly_denied(said, first)
    if anchors and first.clause not in anchors and not direct:
        return None
    if unit.kind is UnitKind.ADJECTIVE and (_before_noun(asserted, unit) or _before_noun(said, first)):
        return None
    if unit.kind is UnitKind.NOUN and not direct:
        return None
    return found[0]


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


def _light_verbs(asserted: Analysis, said: Analysis, alignment: Alignment) -> Iterator[Comparison]:
    """Verbs that say little by themselves are still denied or not: "took" against "did not take"."""
    for number, unit in enumerate(asserted.units):
        if unit.kind is not UnitKind.VERB or not unit.light or number == asserted.main or not alignment.said(number):
            continue
        found = [
            said.units[n]
            for n in alignment.said(number)
            if said.units[n].kind is UnitKind.VERB and not said.units[n].unsettled
        ]
        if found and all(other.negated != unit.negated for other in found):
            yield Comparison(
                Aspect.POLARITY, Outcome.DIFFERS, f"polarity: “{found[0].text}” is {'denied' if found[0].negated else 'affirmed'}", "polarity-denied",
                (unit.start, unit.end), (found[0].start, found[0].end),
            )  # fmt: skip
            return


_AGAINST = {
    frozenset(pair.split("/"))
    for pair in "to/from for/against before/after since/until with/without into/from over/under above/below inside/outside in/outside toward/from towards/from".split()
}
_INSIDE_PHRASE = "TAUNPSOsGB"


def _preposition(analysis: Analysis, unit: Unit) -> str:
    """The preposition that governs the noun phrase of a unit; empty when there is none."""
    k = bisect_left(analysis.tokens, (unit.start,)) - 1
    while k >= 0 and (analysis.tags[k] in _INSIDE_PHRASE or analysis.tokens[k][2] == "-"):
        k -= 1
    return analysis.tokens[k][2].lower() if k >= 0 and analysis.tags[k] in "It" else ""


def _prepositions(asserted: Analysis, said: Analysis, alignment: Alignment) -> Iterator[Comparison]:
    """Linked nouns that stand behind opposite prepositions: for the budget and against it."""
    for number, unit in enumerate(asserted.units):
        if unit.kind not in (UnitKind.NOUN, UnitKind.NAME) or not alignment.said(number):
            continue
        mine = _preposition(asserted, unit)
        theirs = [_preposition(said, said.units[n]) for n in alignment.said(number)]
        if mine and all(frozenset({mine, other}) in _AGAINST for other in theirs):
            found = said.units[alignment.said(number)[0]]
            yield Comparison(
                Aspect.PREDICATE, Outcome.NOT_COMPARABLE, f"predicate: “{theirs[0]} {found.text}” against “{mine} {unit.text}”", "preposition-turned",
                (unit.start, unit.end), (found.start, found.end),
            )  # fmt: skip


def _turned(asserted: Analysis, said: Analysis, alignment: Alignment) -> Iterator[Comparison]:
    """Words of the claim whose opposite, or another member of an exclusive class, stands in the passage instead.

    Where no verb of the claim was recognised, any word that one side alone denies leaves the matter open.
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
            turned = _denial_turned(asserted, said, number, alignment)
            if turned is not None:
                first = said.units[turned]
                yield Comparison(
                    Aspect.POLARITY, Outcome.DIFFERS, f"polarity: “{first.text}” is {'denied' if first.negated else 'affirmed'}", "polarity-word",
                    here, (first.start, first.end),
                )  # fmt: skip
            elif unread and all(said.units[n].negated is not unit.negated for n in alignment.said(number)):
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
                if turned:
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


_NOW, _THEN = "now", "then"
_PRESENT = frozenset("is are has have does do 's ’s 're ’re 've ’ve".split())
_PAST = frozenset("was were had did".split())
_OVER = frozenset("until once formerly previously originally before when then".split())


def _tense(analysis: Analysis, unit: Unit) -> str:
    """Whether a word is told of now or of then; empty when that does not show (infinitives, modals, nouns by themselves)."""
    k = bisect_left(analysis.tokens, (unit.start,))
    if analysis.tags[k] == "D":
        return _THEN
    for j in range(k - 1, max(-1, k - 6), -1):
        low = analysis.tokens[j][2].lower()
        if low in _PRESENT and analysis.tags[j] != "s":
            return _NOW
        if low in _PAST:
            return _THEN
        if analysis.tags[j] in "Mt":
            return ""
        if analysis.tags[j] in "DV.":
            break
    return _NOW if analysis.tags[k] == "V" else ""


def _is_over(said: Analysis) -> bool:
    """Whether a sentence in the past marks what it tells as over: "once", "until 2010", "in 1950"."""
    dated = any(date.first is not None for date in said.dates)
    return dated or any(word.lower() in _OVER for _, _, word in said.tokens)
