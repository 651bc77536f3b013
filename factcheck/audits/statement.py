"""What a sentence tells, in its own words: its deeds, and what it says with a verb that says little by itself."""

from __future__ import annotations

from factcheck.audits.facts import deed_spans, without_shared
from factcheck.domain.analysis import Analysis, UnitKind
from factcheck.domain.audit import Told

_FINITE = frozenset("VD")


def told_in(found: Analysis) -> tuple[Told, ...]:
    """The deeds of a sentence in the order of mention, each once; the one that carries it even if it is a state.

    "has 2,500 troops" is told as "has … troops": "has" is nothing that could be compared, the troops are.
    """
    spans = set(deed_spans(found, grounded=True)) - {report.verb for report in found.reports}
    deeds = [unit for unit in found.units if (unit.start, unit.end) in spans and unit.kind is UnitKind.VERB]
    told = {unit.start: Told(_words(found, unit.start, unit.end), unit.rung, unit.negated) for unit in deeds}
    main = found.units[found.main] if found.main >= 0 else None
    if main is not None and main.start not in told:
        light = "" if main.kind is UnitKind.VERB else _light_verb(found, main.start)
        words = _words(found, main.start, main.end)
        told[main.start] = Told(words, main.rung, main.negated, light)
    return tuple(told[start] for start in sorted(told))


def _words(found: Analysis, start: int, end: int) -> str:
    return found.text[slice(*without_shared(found, (start, end)))]


def _light_verb(found: Analysis, main: int) -> str:
    """The finite verb that a noun or an adjective is told with: the last before it, else the first after it."""
    verbs = [
        (start, word)
        for (start, _, word), tag in zip(found.tokens, found.tags, strict=True)
        if tag in _FINITE and not any(q.start <= start < q.end for q in found.quotations)
    ]
    before = [word for start, word in verbs if start < main]
    after = [word for start, word in verbs if start > main]
    return (before[-1:] or after[:1] or [""])[0]
