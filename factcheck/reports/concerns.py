"""What an editor must know about a claim beside its verdict: each of them closes the gate."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.reports.outcome import ClaimOutcome
from factcheck.reports.standing import void

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.reports.record import ClaimRecord


class Concern(NamedTuple):
    """Its kind, as one word for machines and as a title, and what it is in words."""

    kind: str
    title: str
    what: str


def concerns(record: ClaimRecord) -> Iterator[Concern]:
    """Changes since the lock, a sign-off that does not count, a claim past its day."""
    for change in record["drift"]:
        yield Concern("drift", "changed since the lock", change["what"])
    if record["review"] and not record["signed_off"]:
        yield Concern("sign-off", "the sign-off does not count", void(record["review"]))
    if record["shelf_life"] and record["shelf_life"]["stale"]:
        yield Concern("stale", "stale, to be looked at again", record["shelf_life"]["why"])


def needs_a_look(record: ClaimRecord) -> bool:
    """Whether the claim did not pass, or passed and yet closes the gate."""
    return record["outcome"] != ClaimOutcome.PASSED or next(concerns(record), None) is not None
