"""Deeds of a passage that the claim does not speak of, and what belongs to them rather than to the claim's own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.domain.analysis import Analysis, UnitKind
from factcheck.text.align import Alignment, frame_of
from factcheck.text.noun_phrases import word_before
from factcheck.text.predicates import preposition
from factcheck.text.words import key

# Verbs behind which a noun is told of the subject: "became mayor", "works as a singer"; and those that tell of having.
BECOMING = frozenset(
    map(
        key,
        "become elect appoint name call make serve act work remain stay consider describe declare crown swear hire turn rank count know bear stand lie date mean".split(),
    )
)
_HAVING = frozenset(
    map(
        key,
        "own run operate hold possess contain feature employ boast keep maintain comprise offer carry house include use field win receive earn lead get consist".split(),
    )
)
_HAS = frozenset({"has", "have", "had"})
STATING = frozenset("is are was were be been being".split())
_AGAIN = frozenset("it them him her there".split())  # what the verb before was told of
_NEXT = 8  # code points: " in the "


def deed_in_between(asserted: Analysis, said: Analysis, alignment: Alignment, found: Sequence[int]) -> str:
    """The verb that stands between the claim's subject and what the claim says it is or has; empty when the passage says it of the subject.

    Gets right: "criticised the mayor" makes nobody mayor, "sold a mill" gives nobody a mill.
    Gets wrong: a state that a verb implies ("governs Dorn as its mayor").
    """
    claimed = frame_of(asserted, asserted.main)
    agents = [n for n in claimed.agents if not asserted.units[n].light] if claimed else []
    subjects = {m for n in agents for m in alignment.said(n)}
    if not subjects:
        return ""
    lead = [word.lower() for _, _, word in asserted.tokens if asserted.units[agents[-1]].end < asserted.text.find(word)]
    has = bool(_HAS.intersection(lead)) and not STATING.intersection(lead)
    spared = _HAVING if has else BECOMING
    verb = ""
    for n in found:
        frame = frame_of(said, n)
        if said.units[n].kind is UnitKind.VERB or (
            frame is not None and (not frame.agents or subjects.intersection(frame.agents))
        ):
            return ""
        if word_before(said, n) in (_HAS if has else STATING) | {"as", ",", "(", "–", "—"}:
            return ""
        for m in subjects:
            between = deeds_between(said, alignment, m, n, spared)
            if not between:
                return ""
            verb = between[-1]
    return verb


def deeds_between(said: Analysis, alignment: Alignment, m: int, n: int, spared: frozenset[str]) -> list[str]:
    """The verbs between two units of a passage that tell a deed of which the claim says nothing."""
    return [
        said.units[v].text
        for v in range(min(m, n) + 1, max(m, n))
        if said.units[v].kind is UnitKind.VERB and v not in alignment.reverse and not said.units[v].light
        and said.units[v].key not in spared and said.tags[bisect_left(said.tokens, (said.units[v].start,))] in "VD"
    ]  # fmt: skip


def tells_of_noun(said: Analysis, alignment: Alignment, n: int) -> bool:
    """Whether a place tells where another noun right before it is: "a firm in Norvia"."""
    before = said.units[n - 1] if n else None
    return (
        before is not None and before.kind in (UnitKind.NOUN, UnitKind.NAME) and n - 1 not in alignment.reverse
        and said.units[n].start - before.end <= _NEXT
    )  # fmt: skip


def belongs_to(said: Analysis, verb: int, n: int, anchor: int) -> bool:
    """Whether a unit stands behind another verb than the anchor: after both, or behind a preposition between that verb and the "and" that leads to the anchor."""
    if anchor < verb < n:
        return not _closed_between(said, verb, n)
    return verb < n < anchor and _joined_on(said, anchor) and preposition(said, said.units[n]) != ""


def _joined_on(said: Analysis, anchor: int) -> bool:
    """Whether "and" or "but" leads straight to a verb, so that what stands before it belongs to another: "born in Nice and died in Metz"."""
    k = bisect_left(said.tokens, (said.units[anchor].start,)) - 1
    after = next((word.lower() for start, _, word in said.tokens[k + 1 :] if start >= said.units[anchor].end), "")
    if after in _AGAIN:
        return False
    while k >= 0 and (said.tags[k] == "R" or said.tokens[k][2].lower() in STATING | _HAS):
        k -= 1
    return k >= 0 and said.tokens[k][2].lower() in ("and", "but", "then")


def _closed_between(said: Analysis, verb: int, n: int) -> bool:
    """Whether an insertion that the verb belongs to is closed by a comma before the unit."""
    return "," in said.text[said.units[verb].end : said.units[n].start]
