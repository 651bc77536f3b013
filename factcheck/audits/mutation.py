"""Claims with one fact changed: a desk whose sources bear out the change as well has proved nothing.

Which mutants are made depends on the claims alone: the same file gives the same mutants on every machine. A mutant counts only
if its analysis shows that the fact is another one: a figure outside the band, a day outside the period, the name of somebody else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from factcheck.audits.bearers import Bearer, bearers
from factcheck.audits.changed_values import leaves, other_days, other_figures, other_time
from factcheck.audits.changed_words import opposite_statement, other_names, other_offices, other_rank, other_speakers
from factcheck.audits.edits import Edit, chosen, in_seeded_order
from factcheck.domain.analysis import Analysis, Quantity
from factcheck.domain.audit import Change, Mutant, MutationAudit, Trial
from factcheck.domain.claim import Claim, DateCheck, NumberCheck, Tolerance
from factcheck.domain.verdict import Label
from factcheck.text.analyse import analyse
from factcheck.text.dates import parse_date
from factcheck.text.numbers import parse_figure

PER_CLAIM = 6


def mutants_of(claim: Claim, pool: Sequence[Bearer]) -> tuple[Mutant, ...]:
    """Every mutant of a claim, one for each fact that can be changed, in the order of figures, days, names, offices, polarity, speaker."""
    found = analyse(claim.sentence, reference=claim.as_of)
    made = (
        *_figures(claim, found),
        *_days(claim, found),
        *_names(claim, found, pool),
        *_offices(claim, found),
        *_opposites(claim, found),
        *_speakers(claim, found, pool),
    )
    kept: dict[tuple[str, object], Mutant] = {}
    for mutant in made:
        kept.setdefault((mutant.claim.sentence, mutant.claim.checks), mutant)
    return tuple(kept.values())


def _figures(claim: Claim, found: Analysis) -> Iterator[Mutant]:
    for number, figure in enumerate(found.quantities):
        tolerance = _tolerance(claim, figure)
        for edit in other_figures(found, figure, seed=f"{claim.id}|figure|{number}"):
            text = edit.applied(claim.sentence)
            changed = analyse(text, reference=claim.as_of).quantities
            if len(changed) == len(found.quantities) and leaves(figure, changed[number], tolerance):
                checks = replace(claim.checks, number=tuple(_pins(claim.checks.number, figure, changed[number])))
                yield _mutant(replace(claim, sentence=text, checks=checks), claim, Change.FIGURE, edit)
                break


def _tolerance(claim: Claim, figure: Quantity) -> Tolerance | None:
    own = [check.tolerance for check in claim.checks.number if _is_of(check, figure) and check.tolerance]
    return own[0] if own else claim.policy.tolerance


def _is_of(check: NumberCheck, figure: Quantity) -> bool:
    pinned = parse_figure(check.value)
    return pinned is not None and (pinned.value, pinned.low) == (figure.value, figure.low)


def _pins(checks: Iterable[NumberCheck], figure: Quantity, changed: Quantity) -> Iterator[NumberCheck]:
    """The `number` checks, the one that pins the figure with the figure that now stands in its place."""
    for check in checks:
        if not _is_of(check, figure):
            yield check
        elif changed.value is not None:
            hedge = {"about": "about ", "nearly": "nearly "}.get(changed.hedge.value, "")
            yield replace(check, value=f"{hedge}{Decimal(changed.value):f}")


def _days(claim: Claim, found: Analysis) -> Iterator[Mutant]:
    for number, mention in enumerate(found.dates):
        for edit in other_days(found, mention, seed=f"{claim.id}|date|{number}"):
            text = edit.applied(claim.sentence)
            changed = analyse(text, reference=claim.as_of).dates
            if len(changed) == len(found.dates) and other_time(mention, changed[number]):
                pins = tuple(
                    check for check in claim.checks.date if not _same_period(check, mention.first, mention.last)
                )
                mutated = replace(claim, sentence=text, checks=replace(claim.checks, date=pins))
                yield _mutant(mutated, claim, Change.DATE, edit)
                break


def _same_period(check: DateCheck, first: object, last: object) -> bool:
    pinned = parse_date(check.value)
    return pinned is not None and pinned.first is not None and pinned.first <= last and first <= pinned.last  # type: ignore[operator]


def _names(claim: Claim, found: Analysis, pool: Sequence[Bearer]) -> Iterator[Mutant]:
    for number, name in enumerate(found.names):
        for edit in other_names(found, name, pool, seed=f"{claim.id}|name|{number}"):
            text = edit.applied(claim.sentence)
            keys = {other.key for other in analyse(text).names}
            if keys - {other.key for other in found.names}:
                yield _mutant(replace(claim, sentence=text), claim, Change.NAME, edit)
                break


def _offices(claim: Claim, found: Analysis) -> Iterator[Mutant]:
    for number, role in enumerate(found.roles):
        for edit in other_offices(found, role, seed=f"{claim.id}|role|{number}"):
            yield _mutant(replace(claim, sentence=edit.applied(claim.sentence)), claim, Change.ROLE, edit)
            break
    for rank in found.ranks:
        for edit in other_rank(found, rank):
            yield _mutant(replace(claim, sentence=edit.applied(claim.sentence)), claim, Change.ROLE, edit)


def _opposites(claim: Claim, found: Analysis) -> Iterator[Mutant]:
    for edit in opposite_statement(found):
        text = edit.applied(claim.sentence)
        if _denied(analyse(text)) != _denied(found):
            yield _mutant(replace(claim, sentence=text), claim, Change.POLARITY, edit)


def _denied(found: Analysis) -> int:
    return sum(unit.negated for unit in found.units)


def _speakers(claim: Claim, found: Analysis, pool: Sequence[Bearer]) -> Iterator[Mutant]:
    for edit in other_speakers(found, pool, seed=f"{claim.id}|speaker"):
        said_by = (edit.words,) if claim.checks.said_by else ()
        mutated = replace(claim, sentence=edit.applied(claim.sentence), checks=replace(claim.checks, said_by=said_by))
        yield _mutant(mutated, claim, Change.SPEAKER, edit)
        return
    if claim.checks.said_by:
        other = in_seeded_order(claim.id, ["Ingrid Solberg", "Tomas Rivera"])[0]
        mutated = replace(claim, checks=replace(claim.checks, said_by=(other,)))
        yield Mutant(claim, mutated, Change.SPEAKER, ", ".join(claim.checks.said_by), other)


def _mutant(mutated: Claim, original: Claim, change: Change, edit: Edit) -> Mutant:
    before = original.sentence[edit.start : edit.end].strip() or "(nothing)"
    return Mutant(original, mutated, change, before, edit.words.strip() or "(nothing)")


def sampled(mutants: Sequence[Mutant], *, seed: str, most: int) -> list[Mutant]:
    """At most so many, each kind of change once before any comes twice; which ones depends on the seed alone."""
    seen: dict[Change, int] = {}
    ranked = []
    for mutant in sorted(mutants, key=lambda m: chosen(f"{seed}|{m.change}|{m.after}|{m.before}", 1 << 48)):
        seen[mutant.change] = seen.get(mutant.change, 0) + 1
        ranked.append((seen[mutant.change], mutant))
    kept = {id(mutant) for _, mutant in sorted(ranked, key=lambda pair: pair[0])[:most]}
    return [mutant for mutant in mutants if id(mutant) in kept]


def mutate(
    claims: Sequence[Claim],
    judge: Callable[[Claim], Mapping[str, Any]],
    *,
    per_claim: int = PER_CLAIM,
    limit: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> MutationAudit:
    """Change the supported claims and see what still passes.

    Args:
        claims: All claims of the desk; those that are expected to be supported, and are, are changed.
        judge: Gives the verdict on a claim, as reports tell it.
        per_claim: Most mutants of one claim.
        limit: Most mutants in all; they are drawn evenly from all claims.
        progress: Called with verdicts made and verdicts to make.
    """
    tell = progress or _silently
    pool = bearers(claims)
    expected = [claim for claim in claims if claim.expect is Label.SUPPORTED]
    supported = []
    for done, claim in enumerate(expected, 1):
        if judge(claim)["verdict"] == Label.SUPPORTED:
            supported.append(claim)
        tell(done, len(expected))
    made = [mutants_of(claim, pool) for claim in supported]
    drawn = [
        m for claim, found in zip(supported, made, strict=True) for m in sampled(found, seed=claim.id, most=per_claim)
    ]
    kept = drawn if limit is None else sampled(drawn, seed="all", most=limit)
    trials = []
    for done, mutant in enumerate(kept, 1):
        trials.append(Trial(mutant, judge(mutant.claim)))
        tell(done, len(kept))
    return MutationAudit(
        trials=tuple(trials),
        claims=len(claims),
        supported=len(supported),
        unchanged=tuple(claim for claim, found in zip(supported, made, strict=True) if not found),
        left_out=sum(map(len, made)) - len(kept),
    )


def _silently(done: int, total: int) -> None:
    """No progress."""
