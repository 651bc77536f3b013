"""How a verdict came about, step by step, for one claim."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.domain.analysis import UnitKind
from factcheck.domain.comparison import Aspect, Outcome
from factcheck.domain.evidence import Stance
from factcheck.domain.verdict import Label
from factcheck.reports.analysis import analysis_values
from factcheck.reports.failure import WIDTH, explanation, near_misses, place_of
from factcheck.reports.gate import count
from factcheck.reports.record import claim_line, verdict_text
from factcheck.reports.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.domain.audit import Account
    from factcheck.domain.comparison import Comparison
    from factcheck.domain.evidence import Evidence
    from factcheck.domain.lock import Standing

_MOST_PASSAGES = 5
_INDENT = "   "
_FIRST = 13
_ASPECT, _OUTCOME = 10, 15
_SHOWN = ("quantities", "dates", "quotations", "names", "roles", "ranks", "rates")
_TOLD = {"quantities": "figure", "dates": "date", "quotations": "quotation", "names": "name", "roles": "office", "ranks": "rank", "rates": "how often"}  # fmt: skip


def explain(account: Account, *, nodeid: str | None, standing: Standing | None = None) -> str:
    """The claim's record, then every step from the sentence to the verdict, then how it could be mended."""
    verdict = account.verdict
    record = claim_line(verdict.claim, verdict_text(verdict), nodeid=nodeid, standing=standing).record()
    lines = [explanation(record), ""]
    lines += _titled("1. What the sentence asserts", _asserted(account))
    lines += _titled("2. What was retrieved", _retrieved(account))
    near = near_misses(record)
    judged = (*verdict.evidence, *(verdict.near_misses[n] for n in near))
    places = [place_of(item) for item in (*record["evidence"], *(record["near_misses"][n] for n in near))]
    compared = [line for item, place in zip(judged, places, strict=True) for line in _compared(item, place)]
    lines += _titled(
        "3. How each passage was compared", compared or [f"{_INDENT}no passage comes close enough to show"]
    )
    lines += _titled("4. Origins", _origins(account))
    lines += _titled("5. Time and sources", _scope(account))
    lines += _titled("6. Verdict", _wrapped(f"{verdict.label}: {verdict.detail}"))
    if account.verdict.label is Label.MISSING:
        lines += _titled("What it would take", _needs(account))
    if verdict.label is not verdict.claim.expect:
        lines += _titled("The smallest change that would make it pass", _repair(account))
    return "\n".join(lines).rstrip()


def _titled(title: str, lines: Iterator[str] | list[str]) -> list[str]:
    return [title, *lines, ""]


def _wrapped(text: str) -> list[str]:
    return wrap(text, WIDTH, lead=_INDENT, rest=_INDENT + "  ")


def _columns(first: str, text: str) -> list[str]:
    """A line of two columns."""
    return wrap(text, WIDTH, lead=f"{_INDENT}{first:<{_FIRST}}")


def _asserted(account: Account) -> Iterator[str]:
    values = analysis_values(account.asserted)
    empty = True
    for kind in _SHOWN:
        for item in values[kind]:
            words = item["text"] or "(pinned by a check)"
            yield from _columns(_TOLD[kind], f"“{words}”{_reading(kind, item)}")
            empty = False
    for told in account.told:
        denied = ", denied" if told.denied else ""
        if told.light:
            yield from _columns(
                "state", f"“{told.words}”{denied}, told with “{told.light}”, which says little by itself"
            )
        else:
            yield from _columns("deed", f"“{told.words}”: {told.rung}{denied}")
        empty = False
    for report in account.asserted.reports:
        if report.speaker_span and report.speaker_span[1]:
            yield from _columns("speaker", f"“{account.asserted.text[slice(*report.speaker_span)]}”")
    if empty:
        yield "   nothing that is compared by type: only its words"


def _reading(kind: str, item: dict[str, object]) -> str:
    """What was made of the words, where that is not plain from them."""
    match kind:
        case "quantities":
            bounds = f"{item['low'] if item['low'] is not None else '…'} to {item['high'] if item['high'] is not None else '…'}"
            unit = f" {item['unit']}" if item["unit"] else ""
            exact = item["low"] == item["high"]
            return f": {item['hedge']}{unit}" if exact else f": {item['hedge']}, {bounds}{unit}"
        case "dates":
            days = f"{item['first']} to {item['last']}" if item["first"] else "which day cannot be told"
            return f": {item['relation']}, {days}"
        case "names":
            return f": {item['kind']}"
        case _:
            return ""


def _retrieved(account: Account) -> Iterator[str]:
    if not account.passages:
        yield "   nothing: no source holds the words of this claim"
        return
    sources = len({passage.source.id for passage in account.passages})
    stances = Counter(item.stance for item in account.evidence)
    tally = ", ".join(f"{stances[stance]} {_STANCES[stance]}" for stance in Stance if stances[stance])
    yield from _wrapped(f"{count(len(account.passages), 'passage')} of {count(sources, 'source')}: {tally}")
    best = sorted(
        account.evidence, key=lambda item: (item.stance is Stance.NEUTRAL, -item.score, item.passage.source.id)
    )
    for item in best[:_MOST_PASSAGES]:
        place = f"{item.passage.source.id}, line {item.passage.line}"
        if item.score:
            yield from _columns(item.stance, f"{item.score:.2f} of its words, {place}")
            yield from wrap(item.passage.text, WIDTH, lead=" " * (len(_INDENT) + _FIRST), most=1)
    if len(best) > _MOST_PASSAGES:
        yield from _columns("", f"and {len(best) - _MOST_PASSAGES} more")


_STANCES = {Stance.SUPPORTS: "for it", Stance.REFUTES: "against it", Stance.NEUTRAL: "that decide nothing"}


def _compared(item: Evidence, place: str) -> Iterator[str]:
    yield from _wrapped(f"{item.stance}: {place}")
    for comparison in _told_once(item.comparisons):
        yield from _row(comparison)
    if item.by_model:
        yield from wrap(item.reasons[-1], WIDTH, lead="     ", rest="       ")


def _told_once(comparisons: Sequence[Comparison]) -> list[Comparison]:
    """The comparisons without those that say of the same words what another says already, or says better.

    Words that the source lacks are named by the share of the topic and by a comparison of their own each: where another word
    stands in their place, that is what counts; where a figure, day or name is compared, that line says it.
    """
    typed = [c for c in comparisons if c.aspect is not Aspect.TOPIC]
    told = {c.asserted for c in typed if c.outcome is not Outcome.AGREES}
    lacking: dict[object, Comparison] = {}
    for c in comparisons:
        if c.aspect is Aspect.TOPIC and c.rule != _SHARE and not (c.rule in _SILENT and c.asserted in told):
            place = c.asserted or c.reason
            if place not in lacking or " where the claim has " in c.reason:
                lacking[place] = c
    share = [c for c in comparisons if c.rule == _SHARE and c.outcome is not Outcome.NOT_STATED]
    return [*typed, *share, *lacking.values()]


_SHARE = "topic-share"
_SILENT = frozenset(f"topic-lacks-{kind}" for kind in (*UnitKind, "place", "deed"))


def _row(comparison: Comparison) -> list[str]:
    """One line of the table of comparisons: the aspect, how it came out, and why."""
    lead = f"     {comparison.aspect:<{_ASPECT}}{comparison.outcome:<{_OUTCOME}}"
    return wrap(comparison.reason.removeprefix(f"{comparison.aspect}: "), WIDTH, lead=lead)


def _origins(account: Account) -> Iterator[str]:
    deciding = account.verdict.evidence
    if not deciding:
        yield "   no passage decides, so there is nothing to count"
        return
    for stance in (Stance.SUPPORTS, Stance.REFUTES):
        families: dict[str, list[str]] = {}
        for item in deciding:
            if item.stance is stance and item.passage.source.id not in families.setdefault(item.origin, []):
                families[item.origin].append(item.passage.source.id)
        for origin, sources in sorted(families.items()):
            copies = f" (one report in {len(sources)} sources: {', '.join(sources)})" if len(sources) > 1 else ""
            yield from _columns(_STANCES[stance], f"{origin}{copies}")
    wanted = account.verdict.claim.policy.min_origins
    if wanted > 1:
        yield from _wrapped(f"the claim asks for {wanted}")


def _scope(account: Account) -> Iterator[str]:
    claim = account.verdict.claim
    if claim.as_of:
        yield from _wrapped(f"sources published after {claim.as_of} do not count (`as_of`)")
    if claim.policy.sources:
        yield from _wrapped(f"only these sources count: {', '.join(claim.policy.sources)}")
    decided = {(item.passage.source.id, item.passage.start) for item in account.verdict.evidence}
    aside = [
        item
        for item in account.evidence
        if item.stance is not Stance.NEUTRAL and (item.passage.source.id, item.passage.start) not in decided
    ]
    for item in aside:
        day = item.passage.source.published or "no date"
        yield from _wrapped(f"set aside: {item.passage.source.id} ({day}) {item.stance} it")
    if not (claim.as_of or claim.policy.sources or aside):
        yield "   nothing is filtered: every source counts, whenever it was published"


def _needs(account: Account) -> Iterator[str]:
    if account.nearest is None:
        yield from _wrapped("a source that speaks of this: none of the corpus does")
        return
    item = account.nearest
    day = item.passage.source.published or "no date"
    yield from _wrapped(f"nearest: {item.passage.source.id}, line {item.passage.line} ({day})")
    yield from wrap(item.passage.text, WIDTH, lead="   | ", rest="   | ", most=3)
    if account.verdict.reason == "too-few-origins":
        yield from _wrapped("another source that does not go back to the same report")
        return
    for gap in account.gaps:
        silent = gap.silent and gap.words
        yield from _wrapped(f"nobody states “{gap.words}” ({gap.reason})" if silent else f"open: {gap.reason}")
    if not account.gaps:
        yield from _wrapped("one sentence of a source that says all of it: each part is said, but not in one place")


def _repair(account: Account) -> Iterator[str]:
    repair = account.repair
    if repair is None:
        tried = f": {count(account.tried, 'change')} judged, none passes" if account.tried else ""
        yield from _wrapped(f"none was found{tried}; it takes another source, or another claim")
        return
    yield from _wrapped(repair.what)
    before, after = account.verdict.claim.sentence, repair.claim.sentence
    if before != after:
        yield from wrap(before, WIDTH, lead="   - ")
        yield from wrap(after, WIDTH, lead="   + ")
    yield from _wrapped(f"(judged anew: {repair.claim.expect})")
