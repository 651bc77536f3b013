"""Words in quotation marks, and who said what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.domain.analysis import Manner, Name, Quotation, Report
from factcheck.text.words import key

_QUOTED = re.compile(r"[“\"„«](?P<said>[^“”\"„«»]{2,2000}?)[”\"»]|(?<![\w])[‘'](?P<single>[^‘’']{8,1000}?)[’'](?!\w)")

_STATES = frozenset(
    map(
        key,
        """say tell state announce add report note confirm reveal show find acknowledge admit write tweet explain declare stress
        emphasize describe remark comment reply answer testify recall disclose reiterate underscore point underline inform
        call denounce condemn express conclude estimate indicate mention quote cite""".split(),
    )
)
_ALLEGES = frozenset(
    map(
        key,
        """claim allege accuse insist argue suggest believe think contend maintain assert speculate suspect boast fear
        warn blame charge predict hint imply complain""".split(),
    )
)
_DENIES = frozenset(map(key, "deny dispute refute rebut disavow".split()))
_ALL = _STATES | _ALLEGES | _DENIES
# After these a clause or a noun phrase is the deed itself rather than what was said.
_NEEDS_THAT = frozenset(
    map(
        key,
        "find show write call express note point reveal find stress cite quote charge fear blame denounce condemn describe inform".split(),
    )
)
_NOT = frozenset({"not", "n't", "n’t", "never"})
_WRITES = frozenset(map(key, "write tweet show find".split()))
_AUTHORITY = frozenset(
    map(
        key,
        """police officer official authority ministry department hospital court judge agency report study data figure record
        statistic census survey researcher scientist coroner prosecutor commission bureau office company document statement
        firefighter rescuer organizer reuters ap afp bbc registry inspectorate government un nations council filing ruling poll
        spokesman spokeswoman spokesperson weather service centre center institute bank""".split(),
    )
)
_ALLEGING_SPEAKERS = frozenset(
    map(
        key,
        "critic opponent opposition rival activist rumour rumor supporter campaigner lawyer analyst some many unconfirmed unverified anonymous observer source defendant".split(),
    )
)
# A side of a fight is no authority on it, whoever speaks for it: "army spokesman Idris Baye".
_FIGHTING = frozenset(map(key, "army military militia rebel militant insurgent guerrilla separatist".split()))

ALIKE = 0.6
"""The share of its words that must stand in a text where a quotation is found altered."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def words_in(text: str) -> list[tuple[str, int, int]]:
    """The words by which quotations are compared, in small letters, with their offsets."""
    return [(found.group().lower().replace("’", "'"), *found.span()) for found in _WORD.finditer(text)]


def may_quote(text: str, said: str) -> bool:
    """Whether a text holds so many words of a quotation that it may give it, altered or not."""
    wanted = [word for word, _, _ in words_in(said)]
    there = {word for word, _, _ in words_in(text)}
    return sum(word in there for word in wanted) >= ALIKE * len(wanted)


def find_quotations(text: str) -> list[Quotation]:
    """Quotations of two words or more, without their marks.

    Gets right: straight, curly, low and angled marks. Gets wrong: an apostrophe that opens and closes like a quotation.
    """
    found = []
    for match in _QUOTED.finditer(text):
        group = "said" if match.group("said") is not None else "single"
        said = match.group(group)
        if len(said.split()) >= 2:
            start, end = match.span(group)
            found.append(Quotation(start, end, said))
    return found


_PERFECT = frozenset({"has", "had", "have", "also"})


def find_reports(
    tokens: Sequence[tuple[int, int, str]],
    tags: str,
    names: Sequence[tuple[int, int, Name]],
    quotations: Sequence[Quotation],
) -> list[Report]:
    """What the writer attributes to somebody, with who says it.

    Gets right: "X said (that) ...", "..., X said", "according to X, ...", "X denied that ...".
    Gets wrong: a speaker named only in the sentence before.
    """
    lows = [word.lower() for _, _, word in tokens]
    size = len(lows)
    in_quote = [any(q.start <= start < q.end for q in quotations) for start, _, _ in tokens]
    found: list[Report] = []
    for i, low in enumerate(lows):
        if in_quote[i]:
            continue
        if low == "according" and i + 1 < size and lows[i + 1] == "to":
            found.append(_according(tokens, lows, tags, names, i))
            continue
        if tags[i] not in "VDBG" or key(low) not in _ALL:
            continue
        if (
            tags[i] == "B"
            and i
            and (lows[i - 1] in ("an", "a", "the", "some") or (low == "called" and tags[i - 1] in "NS"))
        ):
            continue
        if (i and lows[i - 1] == "to" and tags[i - 1] == "t") or _NOT.intersection(lows[max(0, i - 3) : i]):
            continue
        verb = key(low)
        report = _trailing(tokens, lows, tags, names, i, verb) or _leading(
            tokens, lows, tags, names, i, verb, quotations
        )
        if report:
            goes_on = tags[i - 1] == "C" or (tags[i] == "G" and lows[i - 1] == ",")
            joined = found and goes_on and found[-1].verb[1] < report.verb[0]
            found.append(
                replace(report, speaker=found[-1].speaker, speaker_span=found[-1].speaker_span) if joined else report
            )
    return found


def _manner(verb: str, speaker: tuple[str, ...]) -> Manner:
    if verb in _DENIES:
        return Manner.DENIES
    if verb in _ALLEGES or any(word in _ALLEGING_SPEAKERS for word in speaker):
        return Manner.ALLEGES
    return Manner.STATES


def _speaker(
    tokens: Sequence[tuple[int, int, str]], tags: str, names: Sequence[tuple[int, int, Name]], start: int, end: int
) -> tuple[tuple[str, ...], tuple[int, int] | None, bool]:
    """Keys of the speaker's names and nouns among tokens `start` to `end`, where they stand, and whether it is an authority."""
    named = [name.key for first, last, name in names if start <= first and last <= end]
    nouns = [
        key(tokens[k][2]) for k in range(start, end) if tags[k] in "NSA" or (tags[k] == "P" and tokens[k][2].islower())
    ]
    proper = [key(tokens[k][2]) for k in range(start, end) if tags[k] in "PX"]
    if not named and not nouns:
        return (), None, False
    span = (tokens[start][0], tokens[end - 1][1])
    authority = any(word in _AUTHORITY for word in (*nouns, *proper, *named)) and not any(
        word in _ALLEGING_SPEAKERS or word in _FIGHTING for word in (*nouns, *proper)
    )
    return tuple(dict.fromkeys((*named, *nouns))), span, authority


def _according(
    tokens: Sequence[tuple[int, int, str]],
    lows: Sequence[str],
    tags: str,
    names: Sequence[tuple[int, int, Name]],
    i: int,
) -> Report:
    end = next((k for k in range(i + 2, len(lows)) if lows[k] in ",.;"), len(lows))
    speaker, span, authority = _speaker(tokens, tags, names, i + 2, end)
    if i == 0 or (lows[i - 1] in ("however", ",") and i < 4):
        scope = (tokens[min(end, len(lows) - 1)][0], tokens[-1][1])
    else:
        scope = (tokens[0][0], tokens[i - 1][1])
    return Report(speaker, span, (tokens[i][0], tokens[i + 1][1]), *scope, _manner("", speaker), authority)


def _trailing(
    tokens: Sequence[tuple[int, int, str]],
    lows: Sequence[str],
    tags: str,
    names: Sequence[tuple[int, int, Name]],
    i: int,
    verb: str,
) -> Report | None:
    """Read a report that comes before its speaker: "..., X said" and "..., said X"."""
    comma = next((k for k in range(i - 1, max(-1, i - 14), -1) if lows[k] in (",", "”", '"', "—", "–", "?", "!")), -1)
    if comma <= 0 or any(tags[k] in "VDM" for k in range(comma + 1, i)):
        return None
    if i + 1 < len(lows) and (lows[i + 1] == "that" or (tags[i + 1] in "TOP" and comma + 1 < i)) and lows[comma] == ",":
        return None
    closes = i + 1 == len(lows) or lows[i + 1] in '.,;”"'
    if (
        verb in _DENIES
        or (verb in _NEEDS_THAT and not (closes and comma + 1 < i))
        or (comma + 1 == i and tags[i] not in "VD")
    ):
        return None
    if comma + 1 == i:
        end = next((k for k in range(i + 1, len(lows)) if lows[k] in ',.;“"' or tags[k] in "VDM"), len(lows))
        if end < len(lows) and tags[end] in "VDM":
            return None
        if end + 1 < len(lows) and lows[end] == "," and (tags[end + 1] in "TP"):
            end = next((k for k in range(end + 1, len(lows)) if lows[k] in ',.;“"' or tags[k] in "VDMG"), len(lows))
        start = i + 1
    else:
        start, end = comma + 1, i
        after = lows[i + 1] if i + 1 < len(lows) else "."
        if (
            verb != key("tell")
            and after not in ',.;"”:'
            and tags[i + 1] not in "IRtG"
            and not after[0].isupper()
            and after not in ("on", "in", "at", "during")
        ):
            return None
        if after == "that":
            return None
    speaker, span, authority = _speaker(tokens, tags, names, start, end)
    if span is None and not any(lows[k] in ("he", "she", "they", "it") for k in range(start, end)):
        return None
    begin = max((k + 1 for k in range(comma) if lows[k] in ";:"), default=0)
    return Report(
        speaker,
        span,
        (tokens[i][0], tokens[i][1]),
        tokens[begin][0],
        tokens[comma - 1][1],
        _manner(verb, speaker),
        authority,
    )


def _subject(
    tokens: Sequence[tuple[int, int, str]], tags: str, names: Sequence[tuple[int, int, Name]], i: int
) -> tuple[tuple[str, ...], tuple[int, int] | None, bool]:
    """The subject of the sentence, who goes on "saying": "The union filed a suit against the city, saying ..."."""
    verb = next((k for k in range(i) if tags[k] in "VD"), 0)
    return _speaker(tokens, tags, names, 0, verb)


def _leading(  # noqa: C901 - one step for each place in which a speaker stands
    tokens: Sequence[tuple[int, int, str]],
    lows: Sequence[str],
    tags: str,
    names: Sequence[tuple[int, int, Name]],
    i: int,
    verb: str,
    quotations: Sequence[Quotation],
) -> Report | None:
    """Read a report that comes after its speaker: "X said (that) ..."."""
    start = i
    while start and (tags[start - 1] == "R" or lows[start - 1] in _PERFECT):
        start -= 1  # "has repeatedly also said"
    while start and not (
        lows[start - 1] in ',;:.“”"' or tags[start - 1] in "VDMC" or lows[start - 1] in ("that", "which")
    ):
        start -= 1
    near = next(
        (k for k in range(i - 1, max(-1, i - 4), -1) if tags[k] != "R" and lows[k] not in _PERFECT),
        -1,
    )
    if near >= 0 and lows[near] in ("he", "she", "they", "it", "who"):
        start = near
    speaker, span, authority = _speaker(tokens, tags, names, start, i)
    if near > 0 and lows[near] in ("who", "which"):
        owner = next((row for row in reversed(names) if near - 2 <= row[1] <= near), None)
        if owner is not None:
            speaker, span, authority = (owner[2].key,), (owner[2].start, owner[2].end), False
    by = next((k for k in range(i + 1, min(i + 3, len(lows))) if lows[k] == "by"), -1)
    if tags[i] == "B" and by > 0:
        ends = next(
            (
                k
                for k in range(by + 1, len(lows))
                if lows[k] in ("as", "to", ",", ".", "that", "for") or tags[k] in "VDG"
            ),
            len(lows),
        )
        speaker, span, authority = _speaker(tokens, tags, names, by + 1, ends)
        if span is not None and ends < len(lows):
            return Report(
                speaker,
                span,
                (tokens[i][0], tokens[i][1]),
                tokens[0][0],
                tokens[-1][1],
                _manner(verb, speaker),
                authority,
            )
    pronoun = any(lows[k] in ("he", "she", "they", "it", "who", "which") for k in range(max(0, i - 4), i))
    if span is None and tags[i] == "G" and lows[i - 1] == ",":
        speaker, span, authority = _subject(tokens, tags, names, i)
    if span is None and not pronoun and start:
        # "Giving no reason for it, Ruiz said": the subject stands before a short insertion
        start = max(0, i - 8)
        speaker, span, authority = _speaker(tokens, tags, names, start, i)
    j = i + 1
    reach = 3 if verb in _WRITES else 60
    quoted = any(q.start >= tokens[i][1] and q.start - tokens[i][1] <= reach for q in quotations)
    that = next((k for k in range(j, min(j + 8, len(lows))) if lows[k] == "that"), -1)
    if that >= 0:
        j = that + 1
    elif verb in _NEEDS_THAT and not quoted:
        if verb != key("describe") and verb != key("call"):
            return None
    elif tags[i] == "B" and i and lows[i - 1] in ("is", "are", "was", "were", "been", "be"):
        return None
    if j >= len(lows):
        return None
    end = next((k for k in range(j, len(lows)) if lows[k] == ";"), len(lows))
    clause = any(tags[k] in "VDM" for k in range(j, end))
    if that < 0 and not quoted and not clause and verb not in (key("describe"), key("call")):
        return None
    return Report(
        speaker, span, (tokens[i][0], tokens[i][1]), tokens[j][0], tokens[end - 1][1], _manner(verb, speaker), authority
    )
