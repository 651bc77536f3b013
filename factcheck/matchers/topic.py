"""Topic: how much of the claim's wording the passage bears, and which words it lacks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.domain.analysis import Analysis, QuantityKind, Unit, UnitKind
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.text.align import QUALITY, Alignment, Tie, align, frame_of, in_slot, rival_deed
from factcheck.text.contrasts import Standing, standing
from factcheck.text.limits import LIMITS, WEIGHT
from factcheck.text.moves import more_or_less
from factcheck.text.movewords import direction
from factcheck.text.words import key
from factcheck.text.worth import word_weight

_BEARS = 0.999
# Light verbs that leave it to what follows what is said.
_LINKING = frozenset(
    map(
        key,
        "have include exist occur happen locate situate base station remain stay reach total amount number hit call name know be do stand average measure lie".split(),
    )
)
# Who stays or comes: a light verb that says what is done wherever leaving is the other thing that could be done.
_STAYING = frozenset(map(key, "stay remain keep come".split()))
_LEAVING = frozenset(
    map(
        key,
        "leave depart departure exit withdraw withdrawal pull-out pullout retreat quit expel expulsion eject oust dismiss dismissal".split(),
    )
)
_AHEAD = frozenset("tM")  # the tags of "to" and of "will", "should"
# "a suspected rebel" is not a rebel, "a former president" not the president.
_UNREAL = frozenset(
    """former ex suspected alleged possible potential failed attempted proposed would-be fake planned aspiring supposed presumed purported
    reported so-called hypothetical unconfirmed prospective deputy vice acting likely""".split()
)
_BESIDE = 40  # code points from a figure to its "more"
_DEGREES = frozenset({"more", "less", "fewer"})
# "half the loan", "one of the drones", "part of the village".
_PARTS = frozenset(
    """one half some part parts most many several few none any each either neither two three portion section corner bits pieces rest third
    quarter members""".split()
)
# "The drones were most of the fleet": a part that is told of the subject makes no part of what it names.
_SAID_OF = frozenset("is was are were be as become became , been remains 's ’s".split())
_PERSONS = frozenset(map(key, "man woman person people official".split()))
_PREFIXES = frozenset("semi quarter non anti ex vice pre post mini pseudo quasi would-be half near".split())
# What stands before "of" and a name without making it smaller: "the city of Linz".
_WHOLE = frozenset(
    map(
        key,
        "city town state republic island province region district county kingdom country village port people rest whole".split(),
    )
)
_NARROWING = frozenset({"in", "for", "of", "at"})


def compare(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:
    """First the share of the claim that the passage bears (`weight`), then one comparison for each word that it lacks."""
    alignment = align(asserted, said)
    weights = [word_weight(asserted, unit) for unit in asserted.units]
    total = sum(weights)
    lacking = [
        (asserted.units[link.unit], weights[link.unit])
        for link in alignment.links
        if link.tie is Tie.ABSENT and weights[link.unit] and not asserted.units[link.unit].light
    ]
    yield _share(asserted, alignment, weights, lacking)
    yield from _displaced(asserted, said, alignment, weights)
    yield from _unreal(asserted, said, alignment)
    yield from _parts_of(asserted, said, alignment)
    part = _told_of_part(asserted, said, alignment)
    if part is not None:
        reason = f"topic: the source speaks only of “{part}”"
        yield Comparison(Aspect.TOPIC, Outcome.NOT_STATED, reason, "topic-lacks-whole", weight=0.0)
    borrowed = sum(
        weights[link.unit]
        for link in alignment.links
        if link.tie is Tie.CONTEXT and asserted.units[link.unit].kind is not UnitKind.NAME
    )
    if borrowed:
        yield Comparison(
            Aspect.TOPIC, Outcome.AGREES, "topic: part of it is said in the sentences around", "topic-borrowed", weight=borrowed / total
        )  # fmt: skip
    yield from _limits(asserted, said, alignment)
    for unit, weight in lacking:
        yield Comparison(
            Aspect.TOPIC, Outcome.NOT_STATED, f"topic: “{unit.text}” is not said", f"topic-lacks-{unit.kind}", (unit.start, unit.end), weight=weight / total
        )  # fmt: skip


def _share(
    asserted: Analysis, alignment: Alignment, weights: Sequence[float], lacking: Sequence[tuple[Unit, float]]
) -> Comparison:
    """How much of the claim the passage bears, all its words weighed."""
    total = sum(weights)
    got = sum(weights[link.unit] * QUALITY[link.tie] for link in alignment.links)
    share = got / total if total else 1.0
    missing = ", ".join(f"“{unit.text}”" for unit, _ in lacking)
    return Comparison(
        Aspect.TOPIC,
        (Outcome.NOT_STATED if lacking else Outcome.AGREES) if share else Outcome.NOT_COMPARABLE,
        f"topic: the source does not say {missing}" if lacking else _borne(asserted, alignment, weights, share),
        "topic-share",
        weight=share,
    )


def _borne(asserted: Analysis, alignment: Alignment, weights: Sequence[float], share: float) -> str:
    """How a passage that lacks no word that counts bears the words of the claim."""
    if share >= _BEARS:
        return "topic: every word of the claim is borne"
    ways = {
        "in other words": (Tie.RELATED, Tie.NARROWER),
        "in the sentences around": (Tie.CONTEXT,),
        "not at all, which decides nothing": (Tie.ABSENT,),
    }
    told = []
    for way, ties in ways.items():
        words = [asserted.units[n].text for n, link in enumerate(alignment.links) if link.tie in ties and weights[n]]
        told += [f"{', '.join(f'“{word}”' for word in words)} {way}"] if words else []
    return f"topic: every word that counts is borne; {'; '.join(told)}"


def _displaced(
    asserted: Analysis, said: Analysis, alignment: Alignment, weights: Sequence[float]
) -> Iterator[Comparison]:
    """Words that the passage lacks and in whose place it has others, and deeds that it does not tell."""
    for link in alignment.links:
        unit = asserted.units[link.unit]
        if link.tie is not Tie.ABSENT or not weights[link.unit]:
            continue
        here = (unit.start, unit.end)
        verb, light_verb = unit.kind is UnitKind.VERB, unit.kind is UnitKind.VERB and unit.light
        stays = light_verb and _stays(asserted, said, link.unit)
        links = light_verb and unit.key in _LINKING and not stays
        if stays or (light_verb and (_meant(asserted, link.unit) or (not links and rival_deed(said, alignment)))):
            yield Comparison(
                Aspect.TOPIC, Outcome.NOT_STATED, f"topic: “{unit.text}” is not said", "topic-lacks-deed", here, weight=0.0
            )  # fmt: skip
        if links or (unit.light and unit.kind not in (UnitKind.NOUN, UnitKind.ADJECTIVE, UnitKind.VERB)):
            continue
        number = in_slot(asserted, said, alignment.links, link.unit)
        other = None if number is None else said.units[number]
        if light_verb and (other is None or other.light):
            continue
        if other is not None:
            reason = f"topic: “{other.text}” where the claim has “{unit.text}”"
            yield Comparison(Aspect.TOPIC, Outcome.NOT_STATED, reason, "topic-lacks-place", here, weight=0.0)
        elif verb:
            reason = f"topic: “{unit.text}” is not said"
            yield Comparison(Aspect.TOPIC, Outcome.NOT_STATED, reason, "topic-lacks-place", here, weight=0.0)


def _unreal(asserted: Analysis, said: Analysis, alignment: Alignment) -> Iterator[Comparison]:
    """Words of the passage that make what the claim names another thing: "a suspected rebel", "the semi-final"."""
    for n, unit in enumerate(said.units[:-1]):
        if unit.text.lower() not in _UNREAL or n in alignment.reverse:
            continue
        head = _head(said, n)
        if head is not None and head in alignment.reverse:
            words = said.text[unit.start : said.units[head].end]
            yield Comparison(
                Aspect.TOPIC, Outcome.NOT_STATED, f"topic: the source says “{words}”", "topic-lacks-real", weight=0.0
            )
    for n in sorted(alignment.reverse):
        prefix = _prefix(said, n)
        if prefix and not any(_prefix(asserted, link.unit) == prefix for link in alignment.links if n in link.said):
            yield Comparison(
                Aspect.TOPIC, Outcome.NOT_STATED, f"topic: the source says “{prefix}-{said.units[n].text}”", "topic-lacks-real", weight=0.0
            )  # fmt: skip


def _limits(asserted: Analysis, said: Analysis, alignment: Alignment) -> Iterator[Comparison]:
    """Small words of the claim that narrow it and that the passage lacks."""
    sized = {q.start for q in asserted.quantities if more_or_less(asserted, q)}  # "50 more": told apart as a figure
    limits = [
        (word, here)
        for word, here in _free_words(asserted)
        if word in LIMITS and not (word in _DEGREES and any(0 <= here[0] - start < _BESIDE for start in sized))
    ]
    if not limits:
        return
    there = {word for word, _ in _free_words(said)}
    settled = standing(asserted, said, alignment) in (Standing.CONVERSE, Standing.OPPOSED)
    for limit, here in limits:
        told = limit in there or there & LIMITS[limit] or (settled and limit in _DEGREES)
        if not told:
            yield Comparison(
                Aspect.TOPIC,
                Outcome.NOT_STATED,
                f"topic: “{limit}” is not said",
                "topic-lacks-limit",
                here,
                weight=WEIGHT,
            )


def _meant(asserted: Analysis, number: int) -> bool:
    """Whether a verb that often says little says what was done here: it has a doer and something that it is done to."""
    frame = frame_of(asserted, number)
    if asserted.units[number].key in _LINKING or frame is None:
        return False
    return all(any(not asserted.units[n].light for n in row) for row in (frame.agents, frame.patients))


def _stays(asserted: Analysis, said: Analysis, number: int) -> bool:
    """Whether a verb of staying, which the passage lacks, is a deed: one to come ("to stay", "will remain"), or where the passage speaks of leaving.

    Gets right: calls for the exit of the troops do not say that they stay. Gets wrong: "will remain open" is missing from "open until May".
    """
    unit = asserted.units[number]
    if unit.key not in _STAYING:
        return False
    at = bisect_left(asserted.tokens, (unit.start,)) - 1
    while at >= 0 and asserted.tags[at] in "RB":  # "to still remain", "to be kept"
        at -= 1
    ahead = at >= 0 and asserted.tags[at] in _AHEAD
    behind = bisect_left(asserted.tokens, (unit.end,))
    state = asserted.tags[behind : behind + 2]  # "remain closed", "remain at 4 percent": the state is what counts
    goes_on = state[:1] in ("A", "B", "D") or state == "IU"
    told = goes_on and any(word.isalpha() and word.lower() in _SAID_OF for _, _, word in said.tokens)
    return (ahead and not told) or any(other.key in _LEAVING for other in said.units)


def _head(said: Analysis, n: int) -> int | None:
    """The noun that a word before it qualifies, past names and adjectives between: "a former Norvian engineer"."""
    for k in range(n + 1, len(said.units)):
        if said.units[k].start - said.units[k - 1].end > 1:
            return None
        if said.units[k].kind is UnitKind.NOUN:
            return k
        if said.units[k].kind not in (UnitKind.NAME, UnitKind.ADJECTIVE):
            return None
    return None


def _free_words(analysis: Analysis) -> list[tuple[str, tuple[int, int]]]:
    """The words of a sentence that no figure, date, rate or quotation has claimed, with their slices."""
    spans = [q.hedge_span for q in analysis.quantities if q.hedge_span] + [
        (q.start, q.end) for q in analysis.quantities
    ]
    spans += [(r.start, r.end) for r in analysis.rates if not r.loose]
    spans += [d.relation_span for d in analysis.dates if d.relation_span] + [
        (q.start, q.end) for q in analysis.quotations
    ]
    found = []
    for start, end, word in analysis.tokens:
        if not any(a <= start < b for a, b in spans):
            found.append((word.lower(), (start, end)))
    return found


def _parts_of(asserted: Analysis, said: Analysis, alignment: Alignment) -> Iterator[Comparison]:
    """A word that makes a part of what the claim names whole, and another subject than the claim's "women" or "officials"."""
    mine = {word.lower() for _, _, word in asserted.tokens}
    for n in sorted(alignment.reverse):
        part = _part(said, n) if said.units[n].kind in (UnitKind.NOUN, UnitKind.NAME) else ""
        if part and part not in mine:
            yield Comparison(
                Aspect.TOPIC, Outcome.NOT_STATED, f"topic: the source says “{part}” of “{said.units[n].text}”", "topic-lacks-real", weight=0.0
            )  # fmt: skip
    subject, other = _subject(asserted), _subject(said)
    if subject < 0 or other < 0 or other in alignment.reverse or alignment.links[subject].tie is not Tie.ABSENT:
        return
    unit = asserted.units[subject]
    if unit.key in _PERSONS:
        words = f"“{said.units[other].text}” where the claim has “{unit.text}”"
        yield Comparison(
            Aspect.TOPIC, Outcome.NOT_STATED, f"topic: {words}", "topic-lacks-place", (unit.start, unit.end), weight=0.0
        )


def _part(said: Analysis, n: int) -> str:
    """The word that makes a part of a definite noun; empty when it is meant whole, or when the parts are told of it with "be"."""
    k = bisect_left(said.tokens, (said.units[n].start,)) - 1
    while k >= 0 and said.tags[k] in "ANGBUPS" and said.tokens[k][2].lower() not in _PARTS:
        k -= 1
    lows = [word.lower() for _, _, word in said.tokens[: k + 1]]
    if not lows or lows[-1] not in ("the", "its", "his", "her", "their"):
        return ""
    at = len(lows) - 3 if lows[-2:-1] == ["of"] else len(lows) - 2
    if at < 0 or lows[at] not in _PARTS or (lows[-2:-1] != ["of"] and lows[at] != "half"):
        return ""
    return "" if at and lows[at - 1] in _SAID_OF else lows[at]


def _subject(analysis: Analysis) -> int:
    """The last noun before the first finite verb; -1 when the sentence starts otherwise."""
    first = next((i for i, tag in enumerate(analysis.tags) if tag in "VDM"), -1)
    if first <= 0:
        return -1
    before = [n for n, unit in enumerate(analysis.units) if unit.end <= analysis.tokens[first - 1][1]]
    return before[-1] if before and analysis.units[before[-1]].kind in (UnitKind.NOUN, UnitKind.NAME) else -1


def _prefix(analysis: Analysis, n: int) -> str:
    """The prefix that a hyphen joins to a word and that makes it another thing: the semi in "semi-final"; empty when there is none."""
    k = bisect_left(analysis.tokens, (analysis.units[n].start,))
    if k < 2 or analysis.tokens[k - 1][2] != "-":
        return ""
    word = analysis.tokens[k - 2][2].lower()
    return word if word in _PREFIXES else ""


def _told_of_part(asserted: Analysis, said: Analysis, alignment: Alignment) -> str | None:
    """The part of a whole that a passage tells a rate or a trend of: "unemployment among men", "crime in the capital of Norvia".

    Gets right: a bomb in the capital of Norvia went off in Norvia, but crime that rose there need not have risen in Norvia.
    Gets wrong: a part named before its whole ("men's unemployment").
    """
    main = asserted.units[asserted.main] if asserted.main >= 0 else None
    rates = any(q.kind in (QuantityKind.PERCENT, QuantityKind.RATIO, QuantityKind.POINTS) for q in asserted.quantities)
    if main is None or not (rates or (main.kind is UnitKind.VERB and direction(main.key) is not None)):
        return None
    verbs = [said.units[n].start for n in alignment.said(asserted.main)]
    for link in alignment.links:
        for n in link.said:
            whole = said.units[n]
            if asserted.units[link.unit].kind is UnitKind.NAME:
                first = n - 1 if n and _between(said, n - 1)[:1] == ["of"] else n
                if first != n and said.units[first].key not in _WHOLE and _apart(said, alignment, first):
                    return said.text[said.units[first].start : whole.end]
            elif asserted.units[link.unit].kind is UnitKind.NOUN and any(start > whole.end for start in verbs):
                word = _between(said, n)[:1] if n + 1 < len(said.units) else []
                if word == ["among"] or (word and word[0] in _NARROWING and _apart(said, alignment, n + 1)):
                    return said.text[whole.start : said.units[n + 1].end]
    return None


def _between(said: Analysis, number: int) -> list[str]:
    """The small words between a unit and the next."""
    return said.text[said.units[number].end : said.units[number + 1].start].lower().split()


def _apart(said: Analysis, alignment: Alignment, number: int) -> bool:
    """Whether a noun or name of the passage is none of the claim's."""
    unit = said.units[number]
    return unit.kind in (UnitKind.NOUN, UnitKind.NAME) and not unit.light and number not in alignment.reverse
