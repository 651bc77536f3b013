"""What one sentence asserts, found once, each finding with its span and the rule that found it.

All offsets are code points in the analysed text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from factcheck.domain.claim import Rung


class Hedge(StrEnum):
    """How a figure is meant."""

    EXACT = "exact"
    ABOUT = "about"  # about, some, around, roughly, approximately, an estimated
    NEARLY = "nearly"  # nearly, almost, close to, just under, approaching: a little less
    MORE_THAN = "more-than"  # more than, over, above, exceeding: the figure itself is outside
    AT_LEAST = "at-least"  # at least, no fewer than, a minimum of, "or more"
    LESS_THAN = "less-than"  # fewer than, under, below
    AT_MOST = "at-most"  # up to, as many as, at most, no more than
    RANGE = "range"  # between A and B, A to B, A-B
    VAGUE = "vague"  # dozens, hundreds, tens of thousands, several


class QuantityKind(StrEnum):
    """What sort of figure it is; figures of different kinds are never compared."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "percentage-points"
    MEASURE = "measure"
    ORDINAL = "ordinal"
    AGE = "age"
    SCORE = "score"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in a text.

    Attributes:
        start: First code point of the figure, currency sign included, hedge and counted noun not.
        end: One past its last code point; scale word ("million"), "%" / "percent" and measure unit ("km") included.
        value: The figure as stated, scale applied; None for a range or a vague number.
        low: Smallest value the wording allows, hedge applied as a *bound* only ("at least", ranges, "dozens");
            None when open. For exact, about and nearly figures it equals `value`: bands are the matchers' business.
        high: Largest value, likewise.
        hedge: How it is meant.
        kind: What sort of figure it is.
        unit: Currency code ("USD"), "percent", measure ("km", "hour"), or the key of the counted noun; None when bare.
        step: Size of the last significant place as written: 100 for "2,500", 100000 for "1.2 million".
        of: The total in "N of M", "N out of M", "N in M"; the other side in a score.
        hedge_span: Where the hedge stands; None when there is none.
        unit_span: Where the counted noun phrase stands, its modifiers included ("U.S. troops").
        rule: Name of the rule that found it.
    """

    start: int
    end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    hedge: Hedge
    kind: QuantityKind
    unit: str | None = None
    step: Decimal = Decimal(1)
    of: Decimal | None = None
    hedge_span: tuple[int, int] | None = None
    unit_span: tuple[int, int] | None = None
    rule: str = ""


class Granularity(StrEnum):
    """How fine a date is stated."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class DateRelation(StrEnum):
    """How the deed lies to the date."""

    ON = "on"  # on, in, at, during, or no preposition
    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"  # from A to B, between A and B, 2003-2011: first and last span the whole


class Resolution(StrEnum):
    """How the interval was found."""

    STATED = "stated"  # the text names it in full
    REFERENCE = "reference"  # against the day of publication or the dateline
    EVENT = "event"  # against the event before it ("the next year")
    UNRESOLVED = "unresolved"  # not enough to go on: never guessed


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text, as an interval.

    Attributes:
        start: First code point of the date expression, preposition not included.
        end: One past its last code point.
        first: First day of the stated period ("2020" is 1 January to 31 December), relation not applied; None when unresolved.
        last: Last day of it, inclusive.
        granularity: How fine it is stated.
        relation: How the deed lies to it.
        resolution: How it was found.
        month: Month, if the text names one; set even when the year is unknown.
        day: Day of the month, likewise.
        relation_span: Where the preposition stands; None when there is none.
        note: One plain sentence when it was resolved or why it was not: "Tuesday is 9 January 2024, from the day of publication".
        rule: Name of the rule that found it.
        shift: For a date told from the event before it, how far and in what unit: (2, DAY) for "two days later",
            (0, YEAR) for "that year", (1, YEAR) with `month` 3 for "March of the following year"; None for all others.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    granularity: Granularity
    relation: DateRelation = DateRelation.ON
    resolution: Resolution = Resolution.STATED
    month: int | None = None
    day: int | None = None
    relation_span: tuple[int, int] | None = None
    note: str = ""
    rule: str = ""
    shift: tuple[int, Granularity] | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """How often something is done: "twice a year" is once in six months.

    Attributes:
        start: First code point.
        end: One past its last code point.
        length: Time from one to the next, in months or in days.
        months: Whether it is told in months.
        loose: Whether its words say more than how often, and stay words of the sentence: "annual", "every Monday".
    """

    start: int
    end: int
    length: Decimal
    months: bool = True
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words inside quotation marks.

    Attributes:
        start: First code point inside the marks.
        end: One past the last code point inside the marks.
        speaker: Key of the speaker's name, if the sentence says who spoke.
    """

    start: int
    end: int
    text: str
    speaker: str | None = None


class NameKind(StrEnum):
    """What a name stands for, as far as it shows."""

    PERSON = "person"
    PLACE = "place"
    BODY = "body"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name. `key` is equal for the aliases of one bearer ("us" for US, U.S., United States, American)."""

    start: int
    end: int
    text: str
    key: str
    kind: NameKind = NameKind.OTHER


class UnitKind(StrEnum):
    """The class of a content word."""

    NAME = "name"
    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"


@dataclass(frozen=True, slots=True)
class Unit:
    """A content word, a name or a fixed phrase: the smallest thing that is aligned.

    Attributes:
        key: Stem, phrase key or canonical name: equal for the forms of one word.
        negated: Whether a negation reaches it.
        rung: How far the deed it stands for has come, as the words around it say.
        clause: Number of its clause in the sentence, from 0.
        report: Index into `Analysis.reports` of the innermost report that it is part of; -1 when the writer asserts it.
        light: Whether it says little by itself ("make", "number", "according"): never required.
        unsettled: Whether it stands behind a denied word: "set no deadline for the exit" says nothing about the exit.
    """

    start: int
    end: int
    text: str
    key: str
    kind: UnitKind
    negated: bool = False
    rung: Rung = Rung.HAPPENED
    clause: int = 0
    report: int = -1
    light: bool = False
    unsettled: bool = False


class Manner(StrEnum):
    """How a speaker puts what is reported."""

    STATES = "states"  # says, announced, according to
    ALLEGES = "alleges"  # claims, accuses, believes
    DENIES = "denies"


@dataclass(frozen=True, slots=True)
class Report:
    """Words that the writer attributes to somebody.

    Attributes:
        speaker: Keys of the speaker's words, names first; empty for "he" and for "it is said".
        speaker_span: Where the speaker stands; None when unnamed.
        verb: Where the reporting verb stands.
        start: First code point of what is reported.
        end: One past its last code point.
        authority: Whether the speaker is one whose word counts as the finding (police, a court, an agency, a study).
    """

    speaker: tuple[str, ...]
    speaker_span: tuple[int, int] | None
    verb: tuple[int, int]
    start: int
    end: int
    manner: Manner = Manner.STATES
    authority: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """Who holds which office of which body: "Spain's prime minister, Pedro Sanchez".

    Attributes:
        title: Key of the title.
        holder: Key of the holder's name; None when unnamed.
        body: Key of the country or body; None when unnamed.
        former: Whether the text says it is past ("former", "then", "ex-").
    """

    start: int
    end: int
    title: str
    holder: str | None = None
    body: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Rank:
    """A superlative or place in an order: "second-largest" is 2 of `scale` "large"; "the only" is 1 of "only"."""

    start: int
    end: int
    place: int
    scale: str
    head: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb with the units left and right of it that it governs, in the active order.

    Attributes:
        verb: Index into `Analysis.units`.
        agents: Indices of units that do it; turned round for the passive.
        patients: Indices of units it is done to.
        relative: Whether it stands in a clause that only describes a noun ("who fled").
    """

    verb: int
    agents: tuple[int, ...] = ()
    patients: tuple[int, ...] = ()
    passive: bool = False
    relative: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """Everything found in one sentence.

    Attributes:
        text: The sentence.
        tags: One letter a token, see `factcheck.text.tagging`.
        main: Index into `units` of the word that carries the main statement; -1 when there is none.
        context: Analyses of the sentences before it in the same source, nearest last, and of the title first.
        after: Analyses of the sentences after it; they may only tell what a common noun stands for.
    """

    text: str
    tokens: tuple[tuple[int, int, str], ...] = ()
    tags: str = ""
    units: tuple[Unit, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    rates: tuple[Rate, ...] = ()
    names: tuple[Name, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    reports: tuple[Report, ...] = ()
    roles: tuple[Role, ...] = ()
    ranks: tuple[Rank, ...] = ()
    frames: tuple[Frame, ...] = ()
    main: int = -1
    context: Sequence[Analysis] = ()
    after: Sequence[Analysis] = ()
