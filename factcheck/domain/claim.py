"""What a fact-checker writes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from factcheck.domain.verdict import Label
from factcheck.errors import Location


class Severity(StrEnum):
    """What a claim that does not hold does to the run."""

    ERROR = "error"
    WARN = "warn"
    INFO = "info"


class ModelUse(StrEnum):
    """Whether a model may be asked about wording."""

    AUTO = "auto"
    OFF = "off"


class Rung(StrEnum):
    """How far a deed has come, from the strongest rung to the weakest (then its denial)."""

    HAPPENED = "happened"
    DECIDED = "decided"
    ANNOUNCED = "announced"
    PLANNED = "planned"
    CALLED_FOR = "called-for"
    POSSIBLE = "possible"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far a figure may lie from the stated one.

    Attributes:
        amount: A fraction of the stated value (0.1 is 10%) or an absolute difference, never negative.
        relative: Whether `amount` is a fraction.
    """

    amount: Decimal
    relative: bool = True


@dataclass(frozen=True, slots=True)
class Policy:
    """How strictly a claim is judged. Each key may come from the configuration, the file or the claim.

    Attributes:
        min_origins: Independent origins needed on the side that the claim expects, 1 or more.
        tolerance: What "about" allows; None means the built-in band.
        sources: Filters such as `wire-*`, `publisher:GLOB`, `tag:GLOB`, `tier:NAME`; a leading `!` excludes.
        severity: What a failure does.
        model: Whether a model may be asked.
    """

    min_origins: int = 1
    tolerance: Tolerance | None = None
    sources: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR
    model: ModelUse = ModelUse.AUTO


@dataclass(frozen=True, slots=True)
class NumberCheck:
    """`number:` pins a figure of the sentence. `value` is kept as written ("about 2,500")."""

    value: str
    of: str | None = None
    place: str | None = None
    tolerance: Tolerance | None = None


@dataclass(frozen=True, slots=True)
class DateCheck:
    """`date:` pins a date of the sentence. `value` is kept as written ("2020", "5 January 2020")."""

    value: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class EventCheck:
    """`event:` pins how far a deed has come."""

    status: Rung
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Checks:
    """The typed checks of one claim, each a tuple because YAML takes a value or a list."""

    number: tuple[NumberCheck, ...] = ()
    date: tuple[DateCheck, ...] = ()
    quote: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()
    event: tuple[EventCheck, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """A person's sign-off, as written in the claim file."""

    decision: str
    by: str
    day: date
    until: date | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Appeared:
    """Where the claim was made in public."""

    url: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    r"""One checkable sentence, with where it stands in its file.

    Attributes:
        sentence: The words as the writer wrote them.
        id: `[\w.-]{1,80}`; a slug when the writer gave none.
        written_id: Whether the writer gave the id.
        location: Where the sentence stands; None for a bare sentence from Python or the command line.
        suite: Title of the file's suite.
        as_of: The day that "currently" means; sources published later do not count.
        valid_for: Days for which the claim stays fresh, counted from `as_of` or the review, whichever is later; without
            either, from the day in the lock.
        recheck_by: The last day on which it is fresh.
    """

    sentence: str
    id: str = "claim"
    written_id: bool = False
    location: Location | None = None
    suite: str | None = None
    tags: tuple[str, ...] = ()
    as_of: date | None = None
    policy: Policy = field(default_factory=Policy)
    expect: Label = Label.SUPPORTED
    checks: Checks = field(default_factory=Checks)
    review: Review | None = None
    note: str | None = None
    claimant: str | None = None
    appeared: Appeared | None = None
    valid_for: int | None = None
    recheck_by: date | None = None
