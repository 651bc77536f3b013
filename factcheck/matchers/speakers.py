"""Speakers: who says it, and whether the source only reports it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain.analysis import Analysis, Manner, NameKind, Report, Unit, UnitKind
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.text import gazetteer
from factcheck.text.align import align, names_match
from factcheck.text.equivalents import same
from factcheck.text.opposites import opposite
from factcheck.text.words import key

# What a body wants or means to do is its own to tell: its spokesman's word is the fact itself.
_OWN = frozenset(
    map(
        key,
        "want seek plan intend support oppose welcome reject condemn denounce criticize hope aim ready open consider prepare willing pledge promise demand regret apologize agree refuse back accept".split(),
    )
)


def compare(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:
    """At most one comparison: the claim's speaker against the passage's, or a warning that the passage only reports."""
    claimed = leading_report(asserted)
    place = _place(asserted, said)
    found = said.reports[place] if place >= 0 else None
    if claimed is None:
        main = asserted.units[asserted.main] if asserted.main >= 0 else None
        telling = main is not None and any(report.verb == (main.start, main.end) for report in asserted.reports)
        turned = main is not None and found is not None and opposite(main.key, key(said.text[slice(*found.verb)]))
        if found is not None and not telling and not turned and not _counts(asserted, said, found):
            yield _only_reported(said, found)
        return
    if not claimed.speaker:
        return
    yield _compare_speaker(asserted, said, claimed, found)


def leading_report(asserted: Analysis) -> Report | None:
    """The report that the claim as a whole is: "X said that ..."."""
    if asserted.quotations and asserted.reports:
        return asserted.reports[0]
    if asserted.main < 0:
        return asserted.reports[0] if asserted.reports else None
    number = asserted.units[asserted.main].report
    return asserted.reports[number] if number >= 0 else None


def _place(asserted: Analysis, said: Analysis) -> int:
    """Index of the report of the passage in which the claim's main word, or most of its words, stand; -1 for none."""
    alignment = align(asserted, said)
    if asserted.quotations:
        return 0 if said.reports else -1
    main = alignment.said(asserted.main) if asserted.main >= 0 else ()
    votes = [said.units[n].report for n in main]
    if not votes:
        telling = [span for report in asserted.reports for span in (report.speaker_span, report.verb) if span]
        votes = [
            said.units[link.said[0]].report
            for link, unit in zip(alignment.links, asserted.units, strict=True)
            if link.said and not unit.light and not any(a <= unit.start < b for a, b in telling)
        ]
    if not votes or -1 in votes[:1]:
        return -1
    return max(set(votes), key=lambda number: (votes.count(number), number))


def _only_reported(said: Analysis, found: Report) -> Comparison:
    who = said.text[slice(*found.speaker_span)] if found.speaker_span else "an unnamed speaker"
    return Comparison(
        Aspect.SPEAKER, Outcome.NOT_COMPARABLE, f"speaker: only reported, by {who}", "only-reported", None, found.speaker_span or found.verb
    )  # fmt: skip


def _counts(asserted: Analysis, said: Analysis, found: Report) -> bool:
    """Whether a reported statement may stand for the fact: a finding by an authority, or the speaker's own wish or plan."""
    if found.manner is not Manner.STATES:
        return False
    if found.authority or found.verb[0] >= found.end:
        return True
    opening = next((word.lower() for start, _, word in said.tokens if start >= found.start), "")
    named = any(
        names_match(unit.key, word) or same(unit.key, word)
        for unit in asserted.units
        if unit.kind is UnitKind.NAME
        for word in found.speaker
    )
    if named and opening in ("it", "they", "its", "their"):
        return True  # a body that speaks of itself: "the company said it had hired 40 people"
    main = asserted.units[asserted.main] if asserted.main >= 0 else None
    return main is not None and (main.key in _OWN or _of_itself(asserted, found))


def _of_itself(asserted: Analysis, found: Report) -> bool:
    """Whether the doer in the claim is the speaker: "the airline announced that it would resume flights"."""
    agents = [asserted.units[n] for frame in asserted.frames if frame.verb == asserted.main for n in frame.agents]
    return any(names_match(unit.key, word) or same(unit.key, word) for unit in agents for word in found.speaker)


def _same_speaker(asserted: Analysis, claimed: Report, found: Report, said: Analysis) -> bool | None:
    """Whether two reports name one speaker; None when the passage's is not named, only described, or speaks for somebody else."""
    if not found.speaker:
        return _spoke_before(claimed, said)
    bearers = {name.key for name in said.names}
    holders = {name.key for name in asserted.names}
    pairs = [(a, b) for a in claimed.speaker for b in found.speaker if names_match(a, b) or same(a, b)]
    apart = holders.intersection(claimed.speaker) and bearers.intersection(found.speaker)
    if pairs and apart and not any(a in holders for a, _ in pairs):
        return None  # "Orlin's spokesman" and "a spokesman for Hikari"
    if pairs:
        return True
    named = any(theirs in bearers for theirs in found.speaker)
    return False if named is _is_name(claimed.speaker[0]) else None


def _spoke_before(claimed: Report, said: Analysis) -> bool | None:
    """Whether "he said" goes back to the claim's speaker: the last named speaker, else the last person, of the sentences before."""
    for before in reversed(said.context):
        named = [report.speaker for report in before.reports if report.speaker]
        people = [(name.key,) for name in before.names if name.kind is NameKind.PERSON]
        for speaker in (named or people)[-1:]:
            return True if any(names_match(mine, theirs) for mine in claimed.speaker for theirs in speaker) else None
    return None


def _is_name(speaker: str) -> bool:
    """Whether a speaker's key is a name rather than the stem of a noun."""
    return " " in speaker or speaker != key(speaker) or gazetteer.canonical(speaker.title()) is not None


def _compare_speaker(asserted: Analysis, said: Analysis, claimed: Report, found: Report | None) -> Comparison:
    here = claimed.speaker_span
    who = asserted.text[slice(*here)] if here else "the speaker"
    if found is None:
        verb = key(asserted.text[slice(*claimed.verb)])
        others = any(report.speaker and not _same_speaker(asserted, claimed, report, said) for report in said.reports)
        if any(same(unit.key, verb) for unit in said.units) and _named(claimed, said.units) and not others:
            return Comparison(Aspect.SPEAKER, Outcome.AGREES, f"speaker: {who}", "speaker-named", here)
        return Comparison(
            Aspect.SPEAKER,
            Outcome.NOT_STATED,
            f"speaker: the source does not say that {who} said it",
            "speaker-absent",
            here,
        )
    there = found.speaker_span or found.verb
    alike = _same_speaker(asserted, claimed, found, said)
    if alike is None:
        return Comparison(
            Aspect.SPEAKER,
            Outcome.NOT_STATED,
            "speaker: the source does not name the speaker here",
            "speaker-unresolved",
            here,
            there,
        )
    if alike:
        return Comparison(Aspect.SPEAKER, Outcome.AGREES, f"speaker: {who}", "speaker-same", here, there)
    return Comparison(
        Aspect.SPEAKER, Outcome.DIFFERS, f"speaker: the source gives it to {said.text[slice(*there)]}, not {who}", "speaker-other", here, there
    )  # fmt: skip


def _named(claimed: Report, units: tuple[Unit, ...]) -> bool:
    return any(names_match(mine, unit.key) for mine in claimed.speaker for unit in units if unit.kind is UnitKind.NAME)
