"""Which sources go back to one report."""

from __future__ import annotations

from dataclasses import dataclass

MOST_REASONS = 3
"""Reasons that a sentence about a family gives."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One report and all sources that go back to it: a family.

    Attributes:
        name: Id of the member published first; of several, of the one closest to the event by its tier, then the smallest.
        members: Their ids, sorted.
        reasons: Why they belong together, one plain sentence for each step that joined them; empty for a source on its own.
    """

    name: str
    members: tuple[str, ...]
    reasons: tuple[str, ...] = ()

    def told(self) -> str:
        """Who belongs to it and why, as one phrase: `a and b go back to one report: b retells a`."""
        if len(self.members) == 1:
            return self.name
        named = f"{', '.join(self.members[:-1])} and {self.members[-1]}"
        shown = "; ".join(reason.removeprefix(f"{named} ") for reason in self.reasons[:MOST_REASONS])
        more = f"; and {len(self.reasons) - MOST_REASONS} more" if len(self.reasons) > MOST_REASONS else ""
        return f"{named} go back to one report: {shown}{more}"
