"""Whether two sources go back to one report, and why."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from factcheck.domain.source import Passage, Source
from factcheck.sources.dateline import AGENCIES, parse_day
from factcheck.sources.origins.addresses import page
from factcheck.sources.origins.copies import RUN, copied, prints, same_sentence
from factcheck.sources.origins.credits import Credit, credits_of, known_name, plain
from factcheck.sources.origins.quotations import Occasion, quotations, shared

SAME_STORY_DAYS = 4
"""Days between publications up to which two reports with one agency's credit, or one interview, count as one story."""
SAME_TOPIC = 0.3
"""Share of the shorter text's long words that must stand in the other for two reports without days to tell one story."""
SAME_STORY_RUNS = 2
"""Runs of words that two reports of one agency must share to tell one story; for passages that decide one claim, none."""

_LONG_WORD = re.compile(r"[^\W\d_]{5,}")


class Tie(IntEnum):
    """What joins two sources, the strongest first."""

    SAME_PAGE = 1
    BASED_ON = 2
    COPY = 3
    INTERVIEW = 4
    QUOTATION = 5
    CREDIT = 6


BY_NAME = frozenset({Tie.BASED_ON, Tie.INTERVIEW, Tie.CREDIT})
"""Ties in which a source names whom it has the matter from: if it names two, it does not make them one."""


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """One reason why two sources go back to one report.

    Attributes:
        one: Id of a source.
        other: Id of another, later in the order of ids.
        reason: A plain sentence.
    """

    tie: Tie
    one: str
    other: str
    reason: str


@dataclass(frozen=True, slots=True)
class Witness:
    """A source and the parts of it that count; none stands for all of it.

    Attributes:
        parts: The passages that decide a claim.
    """

    source: Source
    parts: tuple[Passage, ...] = ()

    def rests_on(self, start: int, end: int) -> bool:
        """Whether what holds for this part of the text holds for what counts of it."""
        if not self.parts:
            return start == 0 and end >= len(self.source.text)
        return any(part.start < end and start < part.end for part in self.parts)


def link(one: Witness, other: Witness, publishers: Collection[str]) -> Link | None:
    """The strongest reason why the two go back to one report; None when nothing says so.

    Args:
        one: The one whose id comes first.
        other: The other.
        publishers: Names of the publishers of all sources that are compared, from `credits.plain`.
    """
    return next((each for each in _links(one, other, publishers) if each), None)


def _links(one: Witness, other: Witness, publishers: Collection[str]) -> Iterator[Link | None]:
    yield _same_page(one.source, other.source)
    yield _stated(one.source, other.source)
    yield _stated(other.source, one.source)
    yield _both_stated(one.source, other.source)
    yield _copied(one, other)
    mine, theirs = (_effective(each, publishers) for each in (one, other))
    near = _near(one, other)
    if near:
        yield _one_interview(one, other, mine, theirs)
    yield _one_quotation(one, other)
    if near and (one.parts or _share_runs(one.source.text, other.source.text)):
        yield _one_credit(one, other, mine, theirs)


def _made(tie: Tie, one: Source, other: Source, reason: str) -> Link:
    first, second = sorted((one.id, other.id))
    return Link(tie, first, second, reason)


# -- what the metadata say ------------------------------------------------------------------------------------------


def _same_page(one: Source, other: Source) -> Link | None:
    if one.url and other.url and page(one.url) == page(other.url):
        return _made(Tie.SAME_PAGE, one, other, f"{one.id} and {other.id} have the same address: {page(one.url)}")
    return None


def _stated(one: Source, other: Source) -> Link | None:
    """What `one` says that it is based on, if that is `other`."""
    for basis in one.based_on:
        name, day = name_and_day(basis)
        if basis == other.id or _folded(basis) == _folded(other.id) or (other.url and page(basis) == page(other.url)):
            return _made(Tie.BASED_ON, one, other, f"{one.id} retells {other.id}")
        near = _days_apart(day or one.published, other.published) <= SAME_STORY_DAYS
        if other.publisher and name == plain(other.publisher) and near:
            reason = f"{one.id} retells {other.publisher}, which published {other.id}"
            return _made(Tie.BASED_ON, one, other, reason)
    return None


def _both_stated(one: Source, other: Source) -> Link | None:
    theirs = {basis_key(basis) for basis in other.based_on}
    for basis in one.based_on:
        key = basis_key(basis)
        if key in theirs and key not in AGENCIES:
            return _made(Tie.BASED_ON, one, other, f"{one.id} and {other.id} both retell {basis}")
    return None


def basis_key(basis: str) -> str:
    """A `based_on` value as it is compared: a page, a report of a day, or a name."""
    if "://" in basis:
        return page(basis)
    name, day = name_and_day(basis)
    return f"{name}, {day}" if day else name if "," not in basis else _folded(basis)


def name_and_day(basis: str) -> tuple[str, date | None]:
    """`Reuters, 10 January 2024` as name and day."""
    return plain(basis.split(",", 1)[0]), parse_day(basis)


def _folded(words: str) -> str:
    return " ".join(words.lower().split())


# -- what the texts share -------------------------------------------------------------------------------------------


def _copied(one: Witness, other: Witness) -> Link | None:
    first, second = one.source, other.source
    found = copied(prints(first.text), prints(second.text))
    if found:
        same, total = found
        reason = f"{first.id} and {second.id} are copies: {same} of {total} runs of {RUN} words are the same"
        return _made(Tie.COPY, first, second, reason)
    if any(same_sentence(mine.text, theirs.text) for mine in one.parts for theirs in other.parts):
        return _made(Tie.COPY, first, second, f"{first.id} and {second.id} have the same sentence")
    return None


def _one_quotation(one: Witness, other: Witness) -> Link | None:
    first, second = one.source, other.source
    found = shared(quotations(first.text), quotations(second.text))
    if not found:
        return None
    run, mine, theirs = found
    if not (one.rests_on(mine.start, mine.end) and other.rests_on(theirs.start, theirs.end)):
        return None
    where = "from an interview" if Occasion.INTERVIEW in (mine.occasion, theirs.occasion) else "said nobody tells where"
    reason = f"{first.id} and {second.id} quote the same words, {where}: “{' '.join(run)}”"
    return _made(Tie.QUOTATION, first, second, reason)


# -- whom they credit -----------------------------------------------------------------------------------------------


def _effective(witness: Witness, publishers: Collection[str]) -> list[Credit]:
    """Whom the parts that count are credited to, the publisher itself among them if it is an agency."""
    source = witness.source
    size = len(source.text)
    stated = [name for name, _ in map(name_and_day, source.based_on) if name in AGENCIES]
    own = [plain(source.publisher)] if source.publisher and known_name(source.publisher, publishers) else []
    credits_ = [Credit(*(known_name(name, publishers) or (name, name)), 0, size) for name in (*stated, *own)]
    for credit in credits_of(source.text, source.title):
        known = known_name(credit.shown, publishers)
        if known and witness.rests_on(credit.start, credit.end):
            credits_.append(Credit(*known, credit.start, credit.end, credit.person))
    return list(dict.fromkeys(credits_))


def _one_interview(one: Witness, other: Witness, mine: Sequence[Credit], theirs: Sequence[Credit]) -> Link | None:
    """Both tell what one person told one outlet."""
    heard = {(credit.name, credit.person) for credit in theirs if credit.person}
    for credit in mine:
        if (credit.name, credit.person) in heard:
            reason = f"{one.source.id} and {other.source.id} both tell what {credit.person} told {credit.shown}"
            return _made(Tie.INTERVIEW, one.source, other.source, reason)
    return None


def _one_credit(one: Witness, other: Witness, mine: Sequence[Credit], theirs: Sequence[Credit]) -> Link | None:
    """Both have the story from one agency or outlet, or one has it from the other."""
    by_name: dict[str, list[Credit]] = {}
    for credit in theirs:
        by_name.setdefault(credit.name, []).append(credit)
    for credit in mine:
        for their in by_name.get(credit.name, ()):
            if credit.person and their.person and credit.person != their.person:
                continue
            reason = _credit_reason(one.source, other.source, credit)
            if reason:
                return _made(Tie.CREDIT, one.source, other.source, reason)
    return None


def _credit_reason(one: Source, other: Source, credit: Credit) -> str:
    """Empty for two stories that one outlet published itself, unless it is an agency."""
    ours, theirs = (plain(each.publisher or "") == credit.name for each in (one, other))
    if ours and theirs:
        return f"{one.id} and {other.id} are both by {credit.shown}" if credit.name in AGENCIES else ""
    if ours or theirs:
        first, second = (other, one) if ours else (one, other)
        return f"{first.id} has it from {credit.shown}, which published {second.id}"
    return f"{one.id} and {other.id} both have it from {credit.shown}"


def _near(one: Witness, other: Witness) -> bool:
    """Whether the two may tell one story: published within a few days, or on one topic if that is not known.

    Passages that decide one claim are on one topic.
    """
    first, second = one.source, other.source
    if first.published and second.published:
        return _days_apart(first.published, second.published) <= SAME_STORY_DAYS
    if one.parts:
        return True
    mine, theirs = ({word.lower() for word in _LONG_WORD.findall(each.text)} for each in (first, second))
    return len(mine & theirs) >= SAME_TOPIC * max(1, min(len(mine), len(theirs)))


def _share_runs(one: str, other: str) -> bool:
    return len(prints(one).own & prints(other).own) >= SAME_STORY_RUNS


def _days_apart(one: date | None, other: date | None) -> int:
    """Days between the two; 0 when one is unknown."""
    return abs((one - other).days) if one and other else 0


def named(witness: Witness, publishers: Collection[str]) -> frozenset[str]:
    """Whom a source has the matter from, as far as it says so."""
    bases = [basis_key(basis) for basis in witness.source.based_on if name_and_day(basis)[0] not in AGENCIES]
    outlets = [credit.name for credit in _effective(witness, publishers)]
    return frozenset((*outlets, *(bases if len(bases) > 1 else ())))


def publishers_of(sources: Sequence[Source]) -> frozenset[str]:
    """Names of publishers, as credits are compared with them."""
    return frozenset(plain(source.publisher) for source in sources if source.publisher)
