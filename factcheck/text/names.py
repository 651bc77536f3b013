"""Proper names, and who holds which office."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.domain.analysis import Name, NameKind, Role
from factcheck.text import gazetteer
from factcheck.text.equivalents import wider
from factcheck.text.gazetteer import Kind
from factcheck.text.words import key

_PLACES = frozenset({Kind.COUNTRY, Kind.DEMONYM, Kind.STATE, Kind.CITY, Kind.REGION, Kind.WATER})
_BODIES = frozenset({Kind.BODY, Kind.PARTY, Kind.MEDIA, Kind.GROUP, Kind.COMPANY})
_JOINERS = frozenset(
    {
        "-",
        "of",
        "de",
        "al",
        "el",
        "bin",
        "ibn",
        "van",
        "von",
        "der",
        "la",
        "le",
        "du",
        "da",
        "dos",
        "and",
        "&",
        "the",
        "abu",
        "ul",
        "'s",
        "’s",
    }
)
_LOOSE = frozenset({"of", "and", "the", "'s", "’s", "&", "for"})
_BODY_WORDS = frozenset(
    """inc corp corporation ltd plc llc co company group university college school ministry department agency party council
    committee commission bank court parliament senate congress assembly association federation union league club institute
    foundation board office authority army force forces navy police hospital airlines airways railway radio television
    times post news press band orchestra museum church alliance coalition front movement brigade brigades division service
    services bureau organization organisation society trust fund centre center industries motors oil energy""".split()
)
_CAPITAL_NOUNS = frozenset(
    "TV DVD CD CEO PM MP MPs MEP GDP AI HIV IT PC VIP UFO DNA VHS EP LP DJ NGO IPO CFO COO".split()
)
_HONORIFIC = frozenset("mr mrs ms miss dr prof sir lady lord dame sayyed sheikh ayatollah".split())
_DOTS = str.maketrans("", "", ".’'")


def _alias_at(words: Sequence[str], bare: Sequence[str], i: int) -> tuple[int, gazetteer.Known] | None:
    """The longest known alias that starts at token `i`: tokens used and what it stands for."""
    for phrase in gazetteer.multiword().get(bare[i], ()):
        j, at = i, 0
        while at < len(phrase) and j < len(bare) and (bare[j] == phrase[at] or (at and words[j] in "-.")):
            at += bare[j] == phrase[at]
            j += 1
        if at == len(phrase) and words[j - 1] not in "-." and any(w[0].isupper() for w in words[i:j]):
            return j - i, gazetteer.aliases()[phrase]
    known = gazetteer.aliases().get((bare[i],))
    if known is None or not (words[i][0].isupper() or words[i][0].isdigit()):
        return None
    if known.exact is not None and gazetteer.canonical(words[i]) is None:
        return None
    return 1, known


def _kind(known: Kind) -> NameKind:
    if known in _PLACES:
        return NameKind.PLACE
    return NameKind.BODY if known in _BODIES else NameKind.OTHER


def _unknown_kind(words: Sequence[str], *, titled: bool) -> NameKind:
    lows = [word.lower() for word in words]
    if _BODY_WORDS.intersection(lows):
        return NameKind.BODY
    if titled or gazetteer.gender(lows[0]) is not None:
        return NameKind.PERSON
    return NameKind.OTHER


@cache
def _first_title_words() -> dict[str, int]:
    """The first word of every title, and the length of the longest title that it opens."""
    longest: dict[str, int] = {}
    for phrase in gazetteer.titles():
        longest[phrase[0]] = max(len(phrase), longest.get(phrase[0], 0))
    return longest


def title_at(bare: Sequence[str], i: int) -> tuple[int, str] | None:
    """The longest title or office that starts at token `i`: tokens used and its key."""
    table = gazetteer.titles()
    for size in range(min(_first_title_words().get(bare[i], 0), len(bare) - i), 0, -1):
        known = table.get(tuple(bare[i : i + size]))
        if known is not None:
            return size, known.key
    return None


def bare_words(words: Sequence[str]) -> list[str]:
    """Small letters without dots and apostrophes, as the gazetteer is indexed."""
    return [word.translate(_DOTS).lower() or word for word in words]


def find_names(tokens: Sequence[tuple[int, int, str]], tags: str, taken: Sequence[bool]) -> list[tuple[int, int, Name]]:
    """Names with the tokens that they cover: (first token, one past the last, name), in order, never overlapping.

    Gets right: "Iraqi Prime Minister Karim al-Haddad" is Iraq, and Karim al-Haddad after a title.
    Gets wrong: a name that starts with a common word at the start of a sentence ("Frozen opened in May").

    Args:
        tokens: From `tokenize`.
        tags: Their classes.
        taken: For each token whether a date or quotation mark has claimed it.
    """
    words = [word for _, _, word in tokens]
    bare = bare_words(words)
    found: list[tuple[int, int, Name]] = []
    size = len(words)
    i = 0

    def keep(start: int, end: int, key: str, kind: NameKind) -> None:
        first, last = tokens[start][0], tokens[end - 1][1]
        text = "".join(
            words[k] if k == start or tokens[k - 1][1] == tokens[k][0] else " " + words[k] for k in range(start, end)
        )
        found.append((start, end, Name(first, last, text, key, kind)))

    def proper(j: int) -> bool:
        return (
            j < size
            and not taken[j]
            and tags[j] in "PX"
            and words[j] not in _CAPITAL_NOUNS
            and words[j][0].isalpha()
            and not words[j].islower()
        )

    titled = False
    while i < size:
        if taken[i]:
            i += 1
            continue
        known = _alias_at(words, bare, i)
        title = title_at(bare, i) if words[i][0].isalpha() else None
        inside = proper(i) and proper(i + 1)
        if known and not (title and title[0] > known[0]):
            used, entry = known
            person_follows = entry.kind in (Kind.CITY, Kind.REGION, Kind.STATE) and i and proper(i - 1) and not titled
            longer = _run(words, bare, tags, taken, i)
            if longer > used and entry.kind not in (Kind.COUNTRY, Kind.DEMONYM) and not person_follows and used == 1:
                keep(i, i + longer, " ".join(bare[i : i + longer]), _unknown_kind(words[i : i + longer], titled=titled))
                i += longer
            else:
                keep(i, i + used, entry.key, _kind(entry.kind))
                i += used
            titled = False
            continue
        if bare[i] in _HONORIFIC:
            titled = True
            i += 1
            if i < size and words[i] == ".":
                i += 1
            continue
        if title and not (inside and title[0] == 1 and not _titled_person(words, tags, i + 1, size)):
            i += title[0]
            titled = True
            continue
        capital = (
            words[i][0].isupper() and i > 0 and tags[i] in "NSAGB" and words[i - 1] not in '"“:.' and len(words[i]) > 1
        )
        if proper(i) or capital:
            used = max(1, _run(words, bare, tags, taken, i))
            part = words[i : i + used]
            keep(i, i + used, " ".join(w for w in bare[i : i + used] if w != "-"), _unknown_kind(part, titled=titled))
            i += used
        elif words[i][0].isalpha():
            i += 1
        else:
            i += 1
            if words[i - 1] != "-":
                titled = False
            continue
        titled = False
    return found


def _titled_person(words: Sequence[str], tags: str, j: int, size: int) -> bool:
    return j < size and tags[j] == "P" and words[j][0].isupper()


def _run(words: Sequence[str], bare: Sequence[str], tags: str, taken: Sequence[bool], i: int) -> int:
    """How many tokens from `i` on make one unknown name."""
    size = len(words)
    j = i + 1
    while j < size and not taken[j]:
        word = words[j]
        title = title_at(bare, j) if word[0].isupper() else None
        if title and j + title[0] < size and words[j + title[0]][0].isupper():
            break
        if (tags[j] == "P" or (tags[j] in "XU" and word[0].isupper())) and word[0].isalnum() and not word.islower():
            j += 1
            continue
        if word[0].isupper() and tags[j] in "NSAGB":
            j += 1
            continue
        if (
            word == "-"
            and j + 3 < size
            and words[j + 1].islower()
            and words[j + 1] in _JOINERS
            and words[j + 2] == "-"
            and words[j + 3][0].isupper()
        ):
            j += 4
            continue
        if word in _JOINERS and j + 2 < size and words[j + 1] == "-" and words[j + 2][0].isupper():
            j += 3
            continue
        if word.lower() in _JOINERS and word.lower() not in ("'s", "’s") and j + 1 < size:
            k = j + 1
            if word.lower() in ("of", "de", "and", "&", "the") and k < size and words[k].lower() == "the":
                k += 1
            loose = word.lower() in _LOOSE and word.lower() != "of"
            if k < size and not taken[k] and words[k][0].isupper() and tags[k] in "PNSA" and not loose:
                if word.lower() == "of" and not _BODY_WORDS.intersection(w.lower() for w in words[i:j]):
                    break
                j = k + 1
                continue
        if word == "." and len(words[j - 1]) == 1 and j + 1 < size and words[j + 1][0].isupper():
            j += 1
            continue
        break
    return j - i


_BE = frozenset("is was are were be been became become becomes remains named appointed elected sworn".split())
_SKIPPED = frozenset(
    "the a an former then ex outgoing incoming acting current late new old longtime newly its our country's nation's".split()
)
_DEPUTY = frozenset({"deputy", "vice", "assistant", "under"})
_FORMER = frozenset({"former", "ex", "then", "late", "onetime", "ousted", "deposed"})


def find_roles(tokens: Sequence[tuple[int, int, str]], tags: str, names: Sequence[tuple[int, int, Name]]) -> list[Role]:
    """Offices with their holders and bodies.

    Gets right: "Spain's prime minister, Pedro Sanchez", "Ana Ruiz, the mayor of Cadiz", "Ruiz became mayor".
    Gets wrong: two holders of one office in one breath ("presidents Obama and Bush").
    """
    words = [word for _, _, word in tokens]
    bare = bare_words(words)
    starts = {start: (end, name) for start, end, name in names}
    ends = {end: (start, name) for start, end, name in names}
    covered = {k for start, end, _ in names for k in range(start, end)}
    roles: list[Role] = []
    i = 0
    while i < len(words):
        title = title_at(bare, i) if i not in covered and words[i][0].isalpha() else None
        if (
            title is None
            and tags[i] in "NS"
            and i not in covered
            and bare[i + 1 : i + 2] in (["at"], ["from"], ["of"])
            and key("person") in wider(key(bare[i]))
        ):
            title = (1, key(bare[i]))
        if title is None and bare[i] in _HEADS and tags[i] in "VSD" and i in ends:
            k = i + 1 + (bare[i + 1 : i + 2] == ["the"])
            if k in starts and ends[i][1].kind in (NameKind.PERSON, NameKind.OTHER):
                headed = _body_right(words, tags, starts, k)[1]
                roles.append(
                    Role(tokens[i][0], tokens[i][1], _HEADS[bare[i]], ends[i][1].key, headed, bare[i].endswith("ed"))
                )
        if title is None:
            i += 1
            continue
        end = i + title[0]
        left = i
        former = deputy = False
        while left and (
            bare[left - 1] in _SKIPPED
            or bare[left - 1] in _DEPUTY
            or (tags[left - 1] in "AR" and left not in ends)
            or words[left - 1] == "-"
        ):
            left -= 1
            former = former or bare[left] in _FORMER
            deputy = deputy or bare[left] in _DEPUTY
        body = None
        at = left - 1 if left and words[left - 1] in ("'s", "’s") else left
        if at in ends and ends[at][1].kind is not NameKind.PERSON:
            if at != left or ends[at][1].kind in (NameKind.PLACE, NameKind.BODY):
                body = ends[at][1].key
            left = ends[at][0]
        right = end
        if right + 1 < len(words) and bare[right] == "to" and right + 1 in starts:
            right = starts[right + 1][0]
        if right < len(words) and bare[right] in ("of", "for", "at", "in", "from"):
            k = right + 1
            while k < len(words) and bare[k] in ("the", "a"):
                k += 1
            if k in starts:
                right, last = _body_right(words, tags, starts, k)
                body = body or last
        serves = _serves(bare, left) and words[right : right + 1] == [","]
        beside = None if serves else _holder_right(words, starts, right)
        holder = beside or _holder_left(words, bare, tags, ends, left)
        if holder or body:
            office = f"deputy_{title[1]}" if deputy else title[1]
            roles.append(Role(tokens[i][0], tokens[end - 1][1], office, holder, body, former))
        i = end
    return roles


def _serves(bare: Sequence[str], at: int) -> bool:
    """Whether an office only tells whom another one serves, so that a name behind a comma is that one's: "the spokesperson for the mayor, Ana Ruiz"."""
    while at and bare[at - 1] in ("the", "a", "an"):
        at -= 1
    return (
        at > 1
        and bare[at - 1] in ("for", "of", "to")
        and (title_at(bare, at - 2) is not None or key("person") in wider(key(bare[at - 2])))
    )


_HEADS = {"heads": "leader", "headed": "leader", "leads": "leader", "chairs": "chairman", "chaired": "chairman"}


def _body_right(words: Sequence[str], tags: str, starts: dict[int, tuple[int, Name]], at: int) -> tuple[int, str]:
    """Where the body that starts at token `at` ends, and its key: of "Norvia's Cedar group" it is Cedar."""
    end, name = starts[at]
    while end + 1 < len(words) and words[end] in ("'s", "’s") and end + 1 in starts:
        end, name = starts[end + 1]
    if end < len(words) and tags[end] == "N" and words[end + 1 : end + 2] == [","]:
        end += 1
    return end, name.key


def _holder_right(words: Sequence[str], starts: dict[int, tuple[int, Name]], at: int) -> str | None:
    if at < len(words) and words[at] == ",":
        at += 1
        if at < len(words) and words[at].lower() in _HONORIFIC and at not in starts:
            at += 1
        if at in starts and starts[at][1].kind in (NameKind.PERSON, NameKind.OTHER):
            return starts[at][1].key
        return None
    if at in starts and starts[at][1].kind in (NameKind.PERSON, NameKind.OTHER):
        return starts[at][1].key
    return None


def _holder_left(
    words: Sequence[str], bare: Sequence[str], tags: str, ends: dict[int, tuple[int, Name]], at: int
) -> str | None:
    k = at
    while k and (bare[k - 1] in _SKIPPED or bare[k - 1] in _BE or words[k - 1] == "," or tags[k - 1] == "R"):
        k -= 1
        if k in ends:
            break
    if k in ends and k < at and ends[k][1].kind in (NameKind.PERSON, NameKind.OTHER):
        return ends[k][1].key
    return None
