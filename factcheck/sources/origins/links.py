"""Whether two sources go back to one report, and why."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from factcheck.domain.source import Passage, Source
from factcheck.sources.dateline import AGENCIES, parse_day
from factcheck.sources.origins.addresses import page
from factcheck.sources.origins.copies import RUN, Prints, copied, prints, same_sentence, sentence_runs
from factcheck.sources.origins.credits import Credit, credits_of, known_name, plain
from factcheck.sources.origins.quotations import Occasion, Quoted, quotations, shared

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


@dataclass(frozen=True, slots=True, eq=False)
class Witness:
    """A source and the parts of it that count; none stands for all of it. Made by `witness`.

    Attributes:
        parts: The passages that decide a claim.
        prints: Of its text.
        sentences: The runs of each part.
        quoted: What it quotes.
        credits: Whom it credits with what counts.
        bases: Its `based_on` values as they are compared.
        address: Its page.
    """

    source: Source
    parts: tuple[Passage, ...]
    prints: Prints
    sentences: tuple[frozenset[int], ...]
    quoted: Mapping[tuple[str, ...], Quoted]
    credits: tuple[Credit, ...]
    bases: Mapping[str, str]
    address: str

    @property
    def id(self) -> str:
        """Of the source."""
        return self.source.id

    def rests_on(self, start: int, end: int) -> bool:
        """Whether what holds for this part of the text holds for what counts of it."""
        return _rests_on(self.source, self.parts, start, end)

    @property
    def names(self) -> frozenset[str]:
        """From whom else it has the matter, as far as it says so."""
        bases = [basis for basis in self.bases if plain(basis.split(",", 1)[0]) not in AGENCIES]
        own = plain(self.source.publisher or "")
        outlets = {credit.name for credit in self.credits if credit.name != own}
        return frozenset((*outlets, *(bases if len(bases) > 1 else ())))


def witness(source: Source, publishers: Collection[str], parts: tuple[Passage, ...] = ()) -> Witness:
    """A source with all that it is compared by.

    Args:
        source: With its text.
        publishers: Names of the publishers of all sources that are compared, from `publishers_of`.
        parts: The passages that decide a claim; none to compare it as a whole.
    """
    return Witness(
        source,
        parts,
        prints(source.text),
        tuple(sentence_runs(part.text) for part in parts),
        quotations(source.text),
        tuple(_credits(source, parts, publishers)),
        {basis_key(basis): basis for basis in source.based_on},
        page(source.url) if source.url else "",
    )


def publishers_of(sources: Iterable[Source]) -> frozenset[str]:
    """Names of publishers, as credits are compared with them."""
    return frozenset(plain(source.publisher) for source in sources if source.publisher)


def _rests_on(source: Source, parts: Sequence[Passage], start: int, end: int) -> bool:
    if not parts:
        return start == 0 and end >= len(source.text)
    return any(part.start < end and start < part.end for part in parts)


def _credits(source: Source, parts: Sequence[Passage], publishers: Collection[str]) -> Iterator[Credit]:
    """Whom the parts that count are credited to, the publisher itself among them: for what others have from it."""
    size = len(source.text)
    stated = [name for name, _ in map(name_and_day, source.based_on) if name in AGENCIES]
    for name in (*stated, *([source.publisher] if source.publisher else [])):
        known = known_name(name, publishers)
        if known:
            yield Credit(*known, 0, size)
    for credit in credits_of(source.text, source.title):
        known = known_name(credit.shown, publishers)
        if known and _rests_on(source, parts, credit.start, credit.end):
            yield Credit(*known, credit.start, credit.end, credit.person)


# -- two sources ----------------------------------------------------------------------------------------------------


def link(one: Witness, other: Witness) -> Link | None:
    """The strongest reason why the two go back to one report; None when nothing says so."""
    return next((each for each in _links(one, other) if each), None)


def _links(one: Witness, other: Witness) -> Iterator[Link | None]:
    if one.address and one.address == other.address:
        yield _made(Tie.SAME_PAGE, one, other, f"{one.id} and {other.id} have the same address: {one.address}")
    yield _based_on(one, other)
    yield _based_on(other, one)
    yield _both_based_on(one, other)
    yield _copied(one, other)
    near = bool(one.credits and other.credits) and _near(one, other)
    if near:
        yield _one_interview(one, other)
    yield _one_quotation(one, other)
    if near and (one.parts or len(one.prints.own & other.prints.own) >= SAME_STORY_RUNS):
        yield _one_credit(one, other)


def _made(tie: Tie, one: Witness, other: Witness, reason: str) -> Link:
    first, second = sorted((one.id, other.id))
    return Link(tie, first, second, reason)


def _based_on(one: Witness, other: Witness) -> Link | None:
    """What `one` says that it is based on, if that is `other`."""
    target = other.source
    for key, basis in one.bases.items():
        if basis == target.id or key == folded(target.id) or (other.address and key == other.address):
            return _made(Tie.BASED_ON, one, other, f"{one.id} retells {target.id}")
        name, day = name_and_day(basis)
        near = _days_apart(day or one.source.published, target.published) <= SAME_STORY_DAYS
        if target.publisher and name == plain(target.publisher) and near and (one.parts or _one_topic(one, other)):
            reason = f"{one.id} retells {target.publisher}, which published {target.id}"
            return _made(Tie.BASED_ON, one, other, reason)
    return None


def _both_based_on(one: Witness, other: Witness) -> Link | None:
    for key, basis in one.bases.items():
        if key in other.bases and key not in AGENCIES:
            return _made(Tie.BASED_ON, one, other, f"{one.id} and {other.id} both retell {basis}")
    return None


def basis_key(basis: str) -> str:
    """A `based_on` value as it is compared: a page, a report of a day, or a name."""
    if "://" in basis:
        return page(basis)
    name, day = name_and_day(basis)
    return f"{name}, {day}" if day else folded(basis)


def name_and_day(basis: str) -> tuple[str, date | None]:
    """`Reuters, 10 January 2024` as name and day."""
    return plain(basis.split(",", 1)[0]), parse_day(basis)


def folded(words: str) -> str:
    """In lower case, with single blanks."""
    return " ".join(words.lower().split())


def _copied(one: Witness, other: Witness) -> Link | None:
    found = copied(one.prints, other.prints)
    if found:
        same, total = found
        reason = f"{one.id} and {other.id} are copies: {same} of {total} runs of {RUN} words are the same"
        return _made(Tie.COPY, one, other, reason)
    if any(same_sentence(mine, theirs) for mine in one.sentences for theirs in other.sentences):
        return _made(Tie.COPY, one, other, f"{one.id} and {other.id} have the same sentence")
    return None


def _one_quotation(one: Witness, other: Witness) -> Link | None:
    found = shared(one.quoted, other.quoted)
    if not found:
        return None
    run, mine, theirs = found
    if not (one.rests_on(mine.start, mine.end) and other.rests_on(theirs.start, theirs.end)):
        return None
    said = Occasion.INTERVIEW in (mine.occasion, theirs.occasion)
    where = "from an interview" if said else "and neither says where they were said"
    return _made(Tie.QUOTATION, one, other, f"{one.id} and {other.id} quote the same words, {where}: “{' '.join(run)}”")


def _one_interview(one: Witness, other: Witness) -> Link | None:
    """Both tell what one person told one outlet."""
    heard = {(credit.name, credit.person) for credit in other.credits if credit.person}
    for credit in one.credits:
        if (credit.name, credit.person) in heard:
            reason = f"{one.id} and {other.id} both tell what {credit.person} told {credit.shown}"
            return _made(Tie.INTERVIEW, one, other, reason)
    return None


def _one_credit(one: Witness, other: Witness) -> Link | None:
    """Both have the story from one agency or outlet, or one has it from the other."""
    pairs = ((mine, theirs) for mine in one.credits for theirs in other.credits if mine.name == theirs.name)
    for mine, theirs in pairs:
        two_people = mine.person and theirs.person and mine.person != theirs.person
        reason = "" if two_people else _credit_reason(one, other, mine)
        if reason:
            return _made(Tie.CREDIT, one, other, reason)
    return None


def _credit_reason(one: Witness, other: Witness, credit: Credit) -> str:
    """Empty for two stories that one outlet published itself, unless it is an agency."""
    ours, theirs = (plain(each.source.publisher or "") == credit.name for each in (one, other))
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
    return bool(one.parts) or _one_topic(one, other)


def _one_topic(one: Witness, other: Witness) -> bool:
    mine, theirs = ({word.lower() for word in _LONG_WORD.findall(each.source.text)} for each in (one, other))
    return len(mine & theirs) >= SAME_TOPIC * max(1, min(len(mine), len(theirs)))


def _days_apart(one: date | None, other: date | None) -> int:
    """Days between the two; 0 when one is unknown."""
    return abs((one - other).days) if one and other else 0
