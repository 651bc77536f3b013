"""Whether a deed that a passage tells as a noun is the claim's own: who does it and to whom."""

from __future__ import annotations

from dataclasses import replace

from factcheck.domain.analysis import Analysis, Unit
from factcheck.text.align import EMPTY, OF_ITSELF, Alignment, Arguments, Tie, frame_of, side
from factcheck.text.deeds import DOING, GRANTING, UNDERGOING, Deed, bearers, deed, doer_noun


def doers(asserted: Analysis) -> tuple[int, ...]:
    """Who does the claim's main deed, as indices into its units."""
    claimed = frame_of(asserted, asserted.main)
    return claimed.agents if claimed else ()


def slots_of(said: Analysis, noun: int) -> Deed:
    """The slots of a deed told as a noun, or of the doer that a noun names."""
    told = deed(said, noun)
    if not doer_noun(said.units[noun]):
        return told
    return replace(told, doers=bearers(said, noun), undergoers=[*told.undergoers, *told.of, *told.owners], told=True)


def in_slots(asserted: Analysis, said: Analysis, alignment: Alignment, told: Deed) -> bool:
    """Whether the claim's doer and undergoer stand in the slots of a deed told as a noun."""
    main = asserted.units[asserted.main]
    claimed = frame_of(asserted, asserted.main)
    if claimed is None:
        return False
    agents = [n for n in claimed.agents if not asserted.units[n].light]
    patients = [n for n in claimed.patients if not asserted.units[n].light]

    def fits(mine: list[int], theirs: list[int]) -> bool:
        linked = {n for head in mine for n in alignment.said(head)}
        empty = all(asserted.units[n].key in EMPTY for n in mine)
        return bool(theirs) and (
            bool(linked.intersection(theirs))
            if empty
            else side(asserted, said, alignment, mine, theirs) is Arguments.FIT
        )

    named = any(alignment.links[n].tie is Tie.CONTEXT or alignment.said(n) for n in agents or patients)
    pronoun = told.pronoun and named
    if agents and patients:
        done_to = told.undergoers or told.of or (told.owners if told.doers else [])
        done_by = told.doers or told.owners or (told.of if told.undergoers else [])
        return (fits(agents, done_by) or (pronoun and not told.doers)) and fits(patients, done_to)
    if agents:
        turned = told.undergoers if main.key in OF_ITSELF else []
        return fits(agents, [*told.doers, *told.owners, *told.of, *turned]) or (pronoun and not told.doers)
    return not patients or fits(patients, told.undergoers or [*told.of, *told.owners]) or (pronoun and not told.doers)


def governing(said: Analysis, alignment: Alignment, noun: int) -> Unit | None:
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
            and verb.key not in DOING | UNDERGOING | GRANTING
            and not frame.passive
        ):
            return verb
    return None
