"""Topic: how much of the claim's wording the passage bears, and which words it lacks."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain.analysis import Analysis, UnitKind
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.text.align import LIGHT_WEIGHT, QUALITY, WEIGHT, Tie, align, in_slot, rival_deed
from factcheck.text.contrasts import Standing, standing
from factcheck.text.moves import more_or_less
from factcheck.text.words import key

_BEARS = 0.999
# Verbs that weigh little and still say what was done, where the source says another deed of the same things.
_MEANT = frozenset(map(key, "take make give get become put let go come keep".split()))
# "a suspected rebel" is not a rebel, "a former president" not the president.
_UNREAL = frozenset(
    """former ex suspected alleged possible potential failed attempted proposed would-be fake planned aspiring supposed presumed purported
    reported so-called hypothetical unconfirmed prospective deputy vice acting likely""".split()
)
# Small words that narrow a statement or turn its place round, with the words that may stand for them.
_LIMITS = {
    "only": {"solely", "exclusively", "alone", "sole", "just", "merely"}, "solely": {"only", "exclusively", "alone", "sole"},
    "exclusively": {"only", "solely"}, "alone": {"only", "solely"}, "merely": {"only", "just"}, "sole": {"only"},
    "all": {"every", "each", "whole", "entire", "both", "any"}, "every": {"all", "each", "any"}, "always": {"every", "all", "constantly"},
    "permanently": {"always", "permanent"}, "unofficially": {"unofficial", "informally"}, "officially": {"official", "formally"},
    "never": {"no", "not", "n't", "n’t", "none"}, "outside": {"beyond", "off"}, "inside": {"in", "within"}, "most": {"majority", "mostly", "bulk"},
    "mostly": {"most", "mainly", "largely", "primarily"}, "mainly": {"mostly", "largely", "primarily", "chiefly"}, "completely": {"fully", "entirely", "totally"},
    "entirely": {"fully", "completely", "wholly", "whole", "entire"}, "fully": {"completely", "entirely"}, "more": {"higher", "greater", "extra", "additional", "further"},
    "less": {"lower", "fewer", "smaller"}, "fewer": {"less", "lower"}, "before": {"ahead", "prior", "until"}, "after": {"following", "since", "when", "once"},
    "half": {"50"}, "majority": {"most", "mostly"}, "without": {"no", "lacking", "lacks", "not"}, "against": {"opposed", "opposes", "versus", "over", "beat", "fight", "fought"},
    "unlike": set(), "despite": {"although", "though", "but"},
}  # fmt: skip


_BESIDE = 40  # code points from a figure to its "more"
_DEGREES = frozenset({"more", "less", "fewer"})


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


def compare(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:  # noqa: C901 - one step for each way of lacking
    """First the share of the claim that the passage bears (`weight`), then one comparison for each word that it lacks."""
    alignment = align(asserted, said)
    total = got = borrowed = 0.0
    lacking = []
    for link, unit in zip(alignment.links, asserted.units, strict=True):
        if any(q.start <= unit.start < q.end for q in asserted.quotations) or any(
            r.verb[0] == unit.start for r in asserted.reports
        ):
            continue
        weight = LIGHT_WEIGHT if unit.light else WEIGHT[unit.kind]
        total += weight
        got += weight * QUALITY[link.tie]
        if link.tie is Tie.CONTEXT and unit.kind is not UnitKind.NAME:
            borrowed += weight
        if link.tie is Tie.ABSENT and not unit.light:
            lacking.append((unit, weight))
    share = got / total if total else 1.0
    missing = ", ".join(f"“{unit.text}”" for unit, _ in lacking)
    yield Comparison(
        Aspect.TOPIC,
        Outcome.AGREES if share >= _BEARS else Outcome.NOT_STATED if share else Outcome.NOT_COMPARABLE,
        f"topic: the source does not say {missing}" if lacking else "topic: every word of the claim is borne",
        "topic-share",
        weight=share,
    )
    for link in alignment.links:
        unit = asserted.units[link.unit]
        told = any(q.start <= unit.start < q.end for q in asserted.quotations) or any(
            r.verb[0] == unit.start for r in asserted.reports
        )
        if link.tie is not Tie.ABSENT or told:
            continue
        if unit.light and unit.kind is UnitKind.VERB and unit.key in _MEANT and rival_deed(said, alignment):
            yield Comparison(
                Aspect.TOPIC, Outcome.NOT_STATED, f"topic: “{unit.text}” is not said", "topic-lacks-place", (unit.start, unit.end), weight=0.0
            )  # fmt: skip
        if unit.light and unit.kind not in (UnitKind.NOUN, UnitKind.ADJECTIVE):
            continue
        other = in_slot(asserted, said, alignment.links, link.unit)
        if other is not None or (unit.kind is UnitKind.VERB and not unit.light):
            words = (
                f"“{said.units[other].text}” where the claim has “{unit.text}”"
                if other is not None
                else f"“{unit.text}” is not said"
            )
            yield Comparison(
                Aspect.TOPIC,
                Outcome.NOT_STATED,
                f"topic: {words}",
                "topic-lacks-place",
                (unit.start, unit.end),
                weight=0.0,
            )
    for n, unit in enumerate(said.units[:-1]):
        noun = said.units[n + 1].kind is UnitKind.NOUN and said.units[n + 1].start - unit.end <= 1
        if noun and unit.text.lower() in _UNREAL and n not in alignment.reverse and n + 1 in alignment.reverse:
            yield Comparison(
                Aspect.TOPIC, Outcome.NOT_STATED, f"topic: the source says “{unit.text} {said.units[n + 1].text}”", "topic-lacks-real", weight=0.0
            )  # fmt: skip
    if borrowed:
        yield Comparison(
            Aspect.TOPIC, Outcome.AGREES, "topic: part of it is said in the sentences around", "topic-borrowed", weight=borrowed / total
        )  # fmt: skip
    sized = {q.start for q in asserted.quantities if more_or_less(asserted, q)}  # "50 more": told apart as a figure
    limits = [
        (word, here)
        for word, here in _free_words(asserted)
        if word in _LIMITS and not (word in _DEGREES and any(0 <= here[0] - start < _BESIDE for start in sized))
    ]
    there = {word for word, _ in _free_words(said)} if limits else set()
    if limits and standing(asserted, said, alignment) in (Standing.CONVERSE, Standing.OPPOSED):
        limits = [(word, here) for word, here in limits if word not in _DEGREES]
    for limit, here in limits:
        if limit not in there and not there & _LIMITS[limit]:
            yield Comparison(
                Aspect.TOPIC, Outcome.NOT_STATED, f"topic: “{limit}” is not said", "topic-lacks-limit", here, weight=0.1
            )
    for unit, weight in lacking:
        yield Comparison(
            Aspect.TOPIC, Outcome.NOT_STATED, f"topic: “{unit.text}” is not said", f"topic-lacks-{unit.kind}", (unit.start, unit.end), weight=weight / total
        )  # fmt: skip
