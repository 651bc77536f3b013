"""Families of sources that go back to one report: ten papers that run one wire story are one origin.

Computed over the sources handed in and nothing else. Shortened copies are found by the containment of word 5-grams
(measured: MinHash at the usual 0.8 finds 1% of them, containment all).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations

from factcheck.domain.source import Passage, Source
from factcheck.sources.dateline import AGENCIES, find_dateline, parse_day
from factcheck.text.sentences import split_sentences

RUN = 5
"""Words of a run; two independent reports share few runs of five, copies nearly all."""
COPIED = 0.3
"""Share of the shorter text's runs that must stand in the longer one, with at least `RUNS` of them."""
RUNS = 8
COPIED_SHORT = 0.6
"""The same for texts too short to share `RUNS` runs."""
QUOTED = 6
"""Words in a row inside quotation marks in both."""
SAME_STORY_DAYS = 4
"""Days between publications up to which two reports with one agency's credit, or one interview, count as one story."""
SAME_TOPIC = 0.3
"""Share of the shorter text's long words that must stand in the other where days are unknown."""

_WORDS = re.compile(r"\w+(?:[’'.-]\w+)*")
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_INSERTION = re.compile(r"\[[^\]]{0,80}\]|\([^)]{0,80}\)")
_QUOTATION = re.compile(r"“([^“”]{20,1500})”|\"([^\"\n]{20,1500})\"")
_AGENCY = "|".join(
    sorted(
        {re.escape(agency) for agency in AGENCIES.values()}
        | {"the Associated Press", "Agence France-Presse", "Al Jazeera", "CNN", "BBC", "the BBC"},
        key=len,
        reverse=True,
    )
)
_INTERVIEW = re.compile(
    r"\b(?:told|tells|telling|spoke to|speaking to|interview(?:ed)? (?:with|by|to|given to)|statement to)\s(?:the\s)?(?:news\sagency\s)?"
    rf"(?P<agency>{_AGENCY})\b"
)
_NAME = r"[A-ZÀ-Þ][\w’'-]{1,30}"
_SAID = r"(?:said|says|told|tells|added|warned|stressed|insisted|spoke|explained|confirmed|denied|argued|announced|gave|provided|described|noted|promised)"
_SPEAKER = re.compile(
    rf"(?P<subject>{_NAME})(?:,?\s(?:who|also|had|has|later|then))?\s{_SAID}\b|\b{_SAID}\s(?P<after>{_NAME}(?:\s{_NAME}){{0,3}})"
)
_NO_SPEAKERS = frozenset(
    [
        "He",
        "She",
        "They",
        "It",
        "We",
        "Who",
        "Also",
        "That",
        "There",
        "The",
        "This",
        "In",
        "On",
        "Monday",
        "Reuters",
        "January",
    ]
)


@dataclass(frozen=True, slots=True)
class Origin:
    """One report and all sources that go back to it.

    Attributes:
        name: Id of the member published first; of several, the smallest id.
        members: Their ids, sorted.
        reasons: Why they belong together, one plain sentence for each link; empty for a source on its own.
    """

    name: str
    members: tuple[str, ...]
    reasons: tuple[str, ...] = ()


def origins(sources: Sequence[Source]) -> dict[str, Origin]:
    """The origin of each source, by source id. The order of `sources` does not matter.

    Gets right: a paper's cut of a wire report, and a retelling of one interview, join it. Gets wrong: two reporters who
    heard one speech and quote the same six words count as one.
    """
    return _families(sources, copied=frozenset())


def origins_of_passages(passages: Sequence[Passage]) -> dict[str, Origin]:
    """The origin of each passage's source, by source id, where a passage taken over from another source joins the two.

    For the passages that reach a decision: a paper that mixes two reports belongs with the one whose words are used.
    """
    runs = {(passage.source.id, passage.start): (passage.source, _runs(passage.text)) for passage in passages}
    copied = {
        tuple(sorted((one.id, other.id)))
        for (one, mine), (other, theirs) in combinations(runs.values(), 2)
        if one.id != other.id and len(mine & theirs) >= max(3, COPIED_SHORT * min(len(mine), len(theirs)))
    }
    return _families([passage.source for passage in passages], copied=copied)


def _families(sources: Sequence[Source], *, copied: Set[tuple[str, ...]]) -> dict[str, Origin]:
    found = {source.id: source for source in sources}
    members = [found[key] for key in sorted(found)]
    leader = {source.id: source.id for source in members}
    reasons: dict[str, list[str]] = {source.id: [] for source in members}
    for one, other in combinations(members, 2):
        reason = _link(one, other)
        if not reason and (one.id, other.id) in copied:
            reason = f"{one.id} and {other.id} have the same sentence"
        if reason:
            reasons[one.id].append(reason)
            kept, joined = sorted((_root(leader, one.id), _root(leader, other.id)))
            leader[joined] = kept
    families: dict[str, list[Source]] = {}
    for source in members:
        families.setdefault(_root(leader, source.id), []).append(source)
    result: dict[str, Origin] = {}
    for family in families.values():
        first = min(family, key=lambda source: (source.published or source.dateline or date.max, source.id))
        origin = Origin(
            first.id,
            tuple(source.id for source in family),
            tuple(why for source in family for why in reasons[source.id]),
        )
        result.update((source.id, origin) for source in family)
    return result


def _root(leader: dict[str, str], key: str) -> str:
    while leader[key] != key:
        leader[key] = key = leader[leader[key]]
    return key


def _link(one: Source, other: Source) -> str:
    """Why the two go back to one report, as a sentence; empty when nothing says so."""
    return _declared(one, other) or _declared(other, one) or _copied(one, other) or _same_story(one, other)


def _declared(one: Source, other: Source) -> str:
    """What the metadata of `one` say about `other`."""
    if one.url and other.url and _address(one.url) == _address(other.url):
        return f"{one.id} and {other.id} have the same address"
    theirs = {_plain(basis) for basis in other.based_on}
    for basis in one.based_on:
        plain = _plain(basis)
        name, day = _name_and_day(basis)
        if plain == _plain(other.id) or (other.url and _address(basis) == _address(other.url)):
            return f"{one.id} retells {other.id}"
        if (
            other.publisher
            and name == _publisher(other.publisher)
            and _days_apart(day or one.published, other.published) <= SAME_STORY_DAYS
        ):
            return f"{one.id} retells {other.publisher}, which published {other.id}"
        if plain in theirs and plain not in AGENCIES:
            return f"{one.id} and {other.id} both retell {basis}"
    return ""


def _copied(one: Source, other: Source) -> str:
    mine, theirs = _profile(one.text), _profile(other.text)
    short, long = (mine, theirs) if len(mine.runs) <= len(theirs.runs) else (theirs, mine)
    shared = len(short.runs & long.runs)
    total = len(short.runs)
    if shared >= 3 and (shared >= COPIED_SHORT * total or (shared >= RUNS and shared >= COPIED * total)):
        return f"{one.id} and {other.id} are copies: {shared} of {total} runs of {RUN} words are the same"
    quoted = min(mine.quoted.keys() & theirs.quoted.keys(), key=mine.quoted.__getitem__, default=None)
    if quoted:
        return f"{one.id} and {other.id} quote the same words: “{' '.join(quoted)}”"
    return ""


def _same_story(one: Source, other: Source) -> str:
    """One agency's story in two tellings: both credit it, or both tell what one person told it."""
    mine, theirs = _profile(one.text), _profile(other.text)
    apart = _days_apart(one.published, other.published)
    near = apart <= SAME_STORY_DAYS and (one.published is not None and other.published is not None)
    common = len(mine.words & theirs.words) >= SAME_TOPIC * max(1, min(len(mine.words), len(theirs.words)))
    if apart > SAME_STORY_DAYS or not (near or common):
        return ""
    for agency in sorted(_credited(one, mine) & _credited(other, theirs)):
        if common:
            return f"{one.id} and {other.id} both credit {agency} and tell the same story"
    for agency, person in sorted(mine.interviews & theirs.interviews):
        return f"{one.id} and {other.id} both tell what {person} told {agency}"
    return ""


@dataclass(frozen=True, slots=True, eq=False)
class _Profile:
    """What a text is compared by.

    Attributes:
        runs: Hashes of its word 5-grams.
        quoted: Runs of six words inside quotation marks, with the place of each.
        interviews: Agencies and the surnames that spoke to them.
        agency: The agency of its dateline.
        words: Its long words.
    """

    runs: frozenset[int]
    quoted: dict[tuple[str, ...], int]
    interviews: frozenset[tuple[str, str]]
    agency: str | None
    words: frozenset[str]


@lru_cache(maxsize=2_048)
def _profile(text: str) -> _Profile:
    datelines = (find_dateline(paragraph) for paragraph in text.split("\n\n", 4)[:4])
    return _Profile(
        runs=_runs(text),
        quoted=_quoted(text),
        interviews=frozenset(_interviews(text)),
        agency=next((dateline.agency for dateline in datelines if dateline and dateline.agency), None),
        words=frozenset(word.lower() for word in _LONG_WORD.findall(text)),
    )


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORDS.findall(text)]


def _runs(text: str) -> frozenset[int]:
    """Hashes of the word 5-grams within each sentence."""
    sentences = (_words(text[start:end]) for start, end in split_sentences(text))
    return frozenset(hash(run) for words in sentences for run in zip(*(words[at:] for at in range(RUN)), strict=False))


def _quoted(text: str) -> dict[tuple[str, ...], int]:
    runs: dict[tuple[str, ...], int] = {}
    for found in _QUOTATION.finditer(text):
        words = [word.replace("-", "") for word in _words(_INSERTION.sub(" ", found[1] or found[2]))]
        for run in zip(*(words[at:] for at in range(QUOTED)), strict=False):
            runs.setdefault(run, len(runs))
    return runs


def _interviews(text: str) -> Iterator[tuple[str, str]]:
    """Who spoke to which agency, by surname; for "he told Reuters" whoever spoke in the two sentences before."""
    if not _INTERVIEW.search(text):
        return
    sentences = [text[start:end] for start, end in split_sentences(text)]
    for number, sentence in enumerate(sentences):
        spoken = _INTERVIEW.search(sentence)
        if spoken:
            agency = AGENCIES.get(spoken["agency"].lower(), spoken["agency"])
            nearest = (_speakers(sentences[at]) for at in range(number, max(-1, number - 3), -1))
            yield from ((agency, person) for person in next(filter(None, nearest), ()))


def _speakers(sentence: str) -> list[str]:
    surnames = [(found["subject"] or found["after"]).split()[-1] for found in _SPEAKER.finditer(sentence)]
    return [surname for surname in surnames if surname not in _NO_SPEAKERS and surname.lower() not in AGENCIES]


def _credited(source: Source, profile: _Profile) -> set[str]:
    names = {AGENCIES[name] for name in (_name_and_day(basis)[0] for basis in source.based_on) if name in AGENCIES}
    return names | ({profile.agency} if profile.agency else set())


def _days_apart(one: date | None, other: date | None) -> int:
    """Days between the two; 0 when one is unknown."""
    return abs((one - other).days) if one and other else 0


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def _publisher(name: str) -> str:
    return re.sub(r"\s*\([^)]*\)\s*$", "", _plain(name))


def _name_and_day(basis: str) -> tuple[str, date | None]:
    """`Reuters, 10 January 2024` as name and day."""
    name = basis.split(",", 1)[0]
    return _publisher(name), parse_day(basis)


def _address(url: str) -> str:
    """`url` without what may differ between two links to one page: scheme, `www.`, query, fragment, closing slash."""
    return re.sub(r"^https?://(?:www\.|m\.|amp\.)?", "", re.split(r"[?#]", url.strip().lower())[0]).rstrip("/")
