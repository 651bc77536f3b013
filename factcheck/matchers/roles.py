"""Offices and ranks: who holds what of what, and which place in an order."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from factcheck.domain.analysis import Analysis, Rank, Role, Unit, UnitKind
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.text.align import Tie, align, names_match
from factcheck.text.classes import exclusive
from factcheck.text.equivalents import same
from factcheck.text.words import key

_SPELT = 0.8  # share of letters from which two words may be one name


def compare(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:
    """One comparison for each office and each rank of the claim that the passage speaks of."""
    for role in asserted.roles:
        found = _compare_role(role, said)
        if found:
            yield found
    for rank in asserted.ranks:
        yield _compare_rank(asserted, rank, said)


def _alike(a: str | None, b: str | None) -> bool | None:
    """Whether two names are one bearer; None when one of them is not given, or when they may be one name spelt in two ways."""
    if a is None or b is None:
        return None
    return names_match(a, b) or (None if _spelt_alike(a, b) else False)


def _spelt_alike(a: str, b: str) -> bool:
    """Whether two full names differ by the spelling of a word: "Ana Ruiz Mendoza" and "Ana Ruiz Mendosa"."""
    mine, theirs = a.split(), b.split()
    if len(mine) < 2 or len(mine) != len(theirs):
        return False
    apart = [(x, y) for x, y in zip(mine, theirs, strict=True) if x != y]
    return len(apart) == 1 and SequenceMatcher(None, *apart[0]).ratio() >= _SPELT


def _spelled(said: Analysis, bearer: str | None) -> str:
    """A name as the passage writes it."""
    return next((name.text for name in said.names if name.key == bearer), bearer or "")


def _word(title: str) -> str:
    """The key under which the tables of words know a title."""
    return title if "_" in title else key(title)


def _compare_role(claimed: Role, said: Analysis) -> Comparison | None:
    here = (claimed.start, claimed.end)
    for role in said.roles:
        there = (role.start, role.end)
        title = claimed.title == role.title or same(_word(claimed.title), _word(role.title))
        holder, body = _alike(claimed.holder, role.holder), _alike(claimed.body, role.body)
        words = said.text[role.start : role.end]
        if title and holder and body is not False and claimed.former is role.former:
            if claimed.body and body is None:
                continue
            return Comparison(Aspect.ROLE, Outcome.AGREES, f"role: {words}, same holder", "role-same", here, there)
        if title and holder and body is False and claimed.former is role.former:
            return Comparison(
                Aspect.ROLE,
                Outcome.DIFFERS,
                f"role: {words} of another body ({_spelled(said, role.body)})",
                "role-body",
                here,
                there,
            )
        if title and body and holder is False and claimed.former is role.former:
            return Comparison(
                Aspect.ROLE,
                Outcome.DIFFERS,
                f"role: {words} is another person ({_spelled(said, role.holder)})",
                "role-holder",
                here,
                there,
            )
        other = exclusive(_word(claimed.title), _word(role.title)) or claimed.title.removeprefix(
            "deputy_"
        ) == role.title.removeprefix("deputy_")
        if holder and body is not False and not title and other:
            return Comparison(
                Aspect.ROLE, Outcome.DIFFERS, f"role: the source calls the person {words}", "role-title", here, there
            )
        if holder and title and claimed.former is not role.former:
            return Comparison(
                Aspect.ROLE,
                Outcome.NOT_COMPARABLE,
                f"role: {words} is past in one of the two",
                "role-former",
                here,
                there,
            )
    return None


def _other_holder(asserted: Analysis, said: Analysis) -> Unit | None:
    """The name that the passage gives the claim's rank, when all the rest of the claim is said of it."""
    alignment = align(asserted, said)
    mine, theirs = _first_name(asserted), _first_name(said)
    if mine < 0 or theirs < 0 or alignment.links[mine].tie is not Tie.ABSENT or theirs in alignment.reverse:
        return None
    others = [n for n, unit in enumerate(asserted.units) if n != mine and not unit.light]
    return said.units[theirs] if others and all(alignment.said(n) for n in others) else None


def _first_name(analysis: Analysis) -> int:
    """Index of the name with which a sentence starts; -1 when it starts with something else."""
    first = next((n for n, unit in enumerate(analysis.units) if not unit.light), -1)
    return first if first >= 0 and analysis.units[first].kind is UnitKind.NAME else -1


def _compare_rank(asserted: Analysis, claimed: Rank, said: Analysis) -> Comparison:
    here = (claimed.start, claimed.end)
    words = asserted.text[claimed.start : claimed.end]
    for rank in said.ranks:
        if rank.scale != claimed.scale or (rank.head and claimed.head and not same(rank.head, claimed.head)):
            continue
        there = (rank.start, rank.end)
        found = said.text[rank.start : rank.end]
        holder = _other_holder(asserted, said)
        if rank.place == claimed.place and holder is not None:
            return Comparison(
                Aspect.ROLE,
                Outcome.DIFFERS,
                f"rank: {found} is {holder.text}",
                "rank-holder",
                here,
                (holder.start, holder.end),
            )
        if rank.place == claimed.place:
            return Comparison(Aspect.ROLE, Outcome.AGREES, f"rank: {found}", "rank-same", here, there)
        return Comparison(Aspect.ROLE, Outcome.DIFFERS, f"rank: {found} is not {words}", "rank-other", here, there)
    return Comparison(Aspect.ROLE, Outcome.NOT_STATED, f"rank: {words} is not stated", "rank-absent", here)
