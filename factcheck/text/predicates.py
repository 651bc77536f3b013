"""The content words of a sentence, its clauses, ranks, and which word does what to which."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.domain.analysis import Analysis, Name, Rank, Report, Unit, UnitKind
from factcheck.text.equivalents import fold
from factcheck.text.gazetteer import titles
from factcheck.text.modality import rungs
from factcheck.text.movewords import direction
from factcheck.text.negation import negated_tokens
from factcheck.text.words import key

Tokens = Sequence[tuple[int, int, str]]
Named = Sequence[tuple[int, int, Name]]

AUXILIARIES = frozenset(
    "be am is are was were been being have has had having do does did done 's 've 'm 're 'd ’s ’ve ’re ’d".split()
)
_KIND = {"N": UnitKind.NOUN, "S": UnitKind.NOUN, "P": UnitKind.NOUN, "V": UnitKind.VERB, "D": UnitKind.VERB, "B": UnitKind.VERB,
         "G": UnitKind.VERB, "A": UnitKind.ADJECTIVE, "R": UnitKind.ADVERB, "X": UnitKind.NOUN}  # fmt: skip
_LIGHT = frozenset(
    map(
        key,
        """be have do make take get give go come put keep let become remain stay number count total figure amount thing time way
        part kind sort type case fact people person man woman one other same such also just so far still already currently now today then
        there here very more most much many several various different own recent recently late later
        earlier ago according include including about around only even well least almost nearly roughly approximately some
        any all both each every first use used  know year month week day date period place area end
        start mid early locate situate station base exist occur happen total overall altogether roughly exactly
        official actually eventually finally set due lead led back link relate
        dr mr mrs ms prof sir
        million billion thousand hundred percent per cent dozen dollar""".split(),
    )
) - frozenset(map(key, "start end set lead back use far".split()))
_OWN = key("own")
_NOW = frozenset({"at present", "at the moment", "so far", "right now", "in all", "as well", "of course", "for now"})
# "is expected to cost": what is expected is the cost.
_TOWARDS = frozenset(
    "expected scheduled due set likely unlikely able unable going supposed estimated thought believed".split()
)
_NOBODY = frozenset(
    {
        "nobody",
        "nothing",
        "none",
        "anybody",
        "anyone",
        "anything",
        "everybody",
        "everyone",
        "somebody",
        "someone",
        "something",
    }
)
_NOTS = frozenset({"not", "never", "n't", "n’t"})
# Before a figure these only link it to its subject: "stood at 7.4 percent".
_LINKING = frozenset(map(key, "stand total amount number reach hit average measure come".split()))
_SUBORDINATORS = frozenset(
    "which who whom whose that because although though while when where if unless whereas since after before until as but and or".split()
)
_FINITE = frozenset("VDM")


def clauses(lows: Sequence[str], tags: str) -> list[int]:
    """The clause number of each token: a new one at ; : and where a subordinator or comma opens a stretch with its own verb."""
    found = []
    now = 0
    for i, low in enumerate(lows):
        if low in (";", ":"):
            now += 1
        elif (low in _SUBORDINATORS or low == ",") and i:
            j = i + 1
            while j < len(lows) and lows[j] not in ",;:" and (lows[j] not in _SUBORDINATORS or j == i + 1):
                if tags[j] in _FINITE and lows[j] != low:
                    now += 1
                    break
                j += 1
        found.append(now)
    return found


_HALF_DAYS = frozenset({"a.m.", "p.m."})
# Adverbs that a retelling may leave out; others say how a thing was done, and are asserted ("landed safely", "won narrowly").
_EMPTY_ADVERBS = frozenset(
    """currently recently reportedly actually really officially formally approximately roughly nearly early daily weekly monthly yearly annually
    presently previously formerly originally lately newly mainly mostly largely usually generally normally typically initially finally
    eventually already likely especially particularly notably simply merely exactly precisely effectively basically essentially
    fully completely entirely totally immediately shortly jointly subsequently consequently accordingly additionally certainly
    clearly obviously apparently evidently fairly relatively slightly highly greatly strongly widely heavily only hardly barely
    famously notoriously respectively similarly""".split()
)
_POSTED = frozenset("deployed stationed based located posted".split())
_DIMENSIONS = frozenset("long tall high wide deep old heavy thick away".split())


def _self_evident(lows: Sequence[str], tags: str, taken: Sequence[bool], i: int) -> bool:
    """Whether a word only says what a figure beside it measures ("312 metres tall"), or that a name follows ("a man named Ruiz")."""
    if (
        lows[i] in _POSTED
        and tags[i] == "B"
        and lows[i - 1] in ("is", "are", "was", "were", "been", "currently", "still", "now")
    ):
        return any(taken[:i])
    if lows[i] in ("point", "points"):  # "rose by 4 points"
        return any(taken[max(0, i - 1) : i]) and any(direction(key(low)) for low in lows[max(0, i - 6) : i])
    if lows[i] in ("fewer", "less"):  # "50 bicycles fewer in May than in June"
        return any(taken[max(0, i - 2) : i]) and "than" in lows[i:]
    if lows[i] in _DIMENSIONS:
        return any(taken[max(0, i - 3) : i])
    return lows[i] in ("named", "called") and tags[i] == "B" and tags[i + 1 : i + 2] == "P"


_CHANGES = {"up": key("rise"), "down": key("fall")}


def _tells_change(lows: Sequence[str], taken: Sequence[bool], i: int) -> bool:
    """Whether "up" or "down" tells how a figure changed: "down by 15 percent", "up from 58"."""
    return lows[i + 1 : i + 2] in (["by"], ["from"]) or any(taken[i + 1 : i + 2])


# Base forms that look like the past of another verb, behind "to".
_BASES = {"fell": key("felling"), "wound": key("wounding")}


def _key(word: str, before: str) -> str:
    """The key of a common word; an office written in capitals has the office's key ("PM"), "to fell" that of felling."""
    if before in ("to", "will", "would") and word in _BASES:
        return _BASES[word]
    if word.isupper() and len(word) > 1:
        known = titles().get((word.lower(),))
        if known is not None:
            return known.key
    return key(word)


def special_keys(word: str) -> list[str]:
    """The keys that a word can have in some places beside its own: "up" may tell of a rise, "PM" of an office."""
    low = word.lower()
    found = [table[low] for table in (_CHANGES, _BASES) if low in table]
    return [*found, _key(word, "")]


def find_units(tokens: Tokens, tags: str, names: Named, taken: Sequence[bool], reports: Sequence[Report]) -> list[Unit]:
    """Names, nouns, verbs, adjectives and adverbs with their key, polarity, rung, clause and report.

    Args:
        tokens: From `tokenize`.
        tags: Their classes.
        names: From `find_names`.
        taken: For each token whether a figure or a date has claimed it.
        reports: From `find_reports`.
    """
    lows = [word.lower() for _, _, word in tokens]
    negated, unsettled = negated_tokens(lows, tags)
    rung = rungs(lows, tags)
    clause = clauses(lows, tags)
    named = {start: (end, name) for start, end, name in names}
    units: list[Unit] = []

    def report_of(position: int) -> int:
        inner = -1
        for number, report in enumerate(reports):
            if report.start <= position < report.end and (inner < 0 or report.start >= reports[inner].start):
                inner = number
        return inner

    def keep(first: int, last: int, word_key: str, kind: UnitKind, text: str, *, light: bool) -> None:
        units.append(
            Unit(
                tokens[first][0],
                tokens[last - 1][1],
                text,
                word_key,
                kind,
                first in negated,
                rung[first],
                clause[first],
                report_of(tokens[first][0]) if reports else -1,
                light,
                first in unsettled and first not in negated,
            )
        )

    i = 0
    size = len(tokens)
    while i < size:
        if i in named:
            end, name = named[i]
            keep(i, end, name.key, UnitKind.NAME, name.text, light=False)
            i = end
            continue
        if taken[i] or tags[i] not in _KIND or not lows[i][0].isalpha():
            i += 1
            continue
        j = i
        while j < size and j not in named and not taken[j] and lows[j][0].isalpha() and j - i < 40:
            j += 1
        for word_key, a, b in fold([_key(tokens[k][2], lows[k - 1]) for k in range(i, j)]):
            first, last = i + a, i + b
            change = _CHANGES.get(lows[first]) if b - a == 1 and _tells_change(lows, taken, first) else None
            if change:
                keep(first, last, change, UnitKind.VERB, tokens[first][2], light=False)
                continue
            if b - a > 1:
                verbal = any(tags[k] in "VDBG" for k in range(first, last))
                text = " ".join(word for _, _, word in tokens[first:last])
                keep(
                    first, last, word_key, UnitKind.VERB if verbal else UnitKind.NOUN, text, light=text.lower() in _NOW
                )
            elif tags[first] in _KIND:
                low = lows[first]
                if low in AUXILIARIES or low in _NOBODY or low in _HALF_DAYS:
                    continue
                after_hyphen = (
                    first
                    and lows[first - 1] == "-"
                    and low in ("led", "based", "backed", "linked", "related", "born", "run", "made", "style")
                )
                light = (
                    (word_key in _LIGHT and not (word_key == _OWN and tags[first] in "VDBG"))
                    or (word_key in _LINKING and any(taken[first + 1 : first + 4]))
                    or low in _ORDINALS
                    or (low in ("close", "next") and lows[first + 1 : first + 2] == ["to"] and tags[first] in "AR")
                    or (low == "far" and lows[first - 1] in ("so", "as", "by", "thus"))
                    or bool(after_hyphen)
                    or _self_evident(lows, tags, taken, first)
                    or (tags[first] == "R" and (low in _EMPTY_ADVERBS or low in _NOTS))
                    or len(low) < 2
                )
                before = tags[first - 1] if first else "."
                attribute = tags[first] in "BG" and tags[first + 1 : first + 2] in ("N", "S") and before in "TARs"
                kind = UnitKind.ADJECTIVE if attribute else _KIND[tags[first]]
                keep(first, last, word_key, kind, tokens[first][2], light=light)
        i = j
    return units


_SUPERLATIVE_NOT = frozenset(
    "rest test west best-known interest request protest forest guest contest arrest nest chest quest honest modest harvest invest".split()
)
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6, "7th": 7, "8th": 8, "9th": 9, "10th": 10,
}  # fmt: skip
_SCALE_OF = {"best": "good", "worst": "bad", "most": "many", "least": "little", "largest": "large", "biggest": "large", "greatest": "large",
             "smallest": "small", "lowest": "low", "top": "high", "highest": "high", "tallest": "high",
             "hottest": "warm", "warmest": "warm", "coldest": "cold", "coolest": "cold", "richest": "rich", "wealthiest": "rich",
             "quickest": "fast", "fastest": "fast", "driest": "dry", "wettest": "wet"}  # fmt: skip


def find_ranks(tokens: Tokens, tags: str) -> list[Rank]:
    """Superlatives with their place: "the second-largest oil producer" is place 2 of "large" among producers."""
    lows = [word.lower() for _, _, word in tokens]
    found = []
    for i, low in enumerate(lows):
        most = low in ("most", "least") and i + 1 < len(lows) and tags[i + 1] in "AR" and i and lows[i - 1] != "at"
        ends = low.endswith("est") and len(low) > 4 and tags[i] in "AR" and low not in _SUPERLATIVE_NOT
        if not (ends or most):
            continue
        back = i - 1
        if back >= 0 and lows[back] in ("-", "–"):
            back -= 1
        place = _ORDINALS.get(lows[back], 1) if back >= 0 else 1
        start = back if back >= 0 and place > 1 else i
        last = i + 1 if most else i
        scale = low + "_" + key(lows[last]) if most else _SCALE_OF.get(low, key(low[:-3]))
        head = None
        for k in range(last + 1, min(last + 6, len(lows))):
            if tags[k] in "NS":
                head = key(lows[k])
            elif tags[k] not in "AGBP" and lows[k] != "-":
                break
        found.append(Rank(tokens[start][0], tokens[last][1], place, scale, head))
    return found


def main_unit(units: Sequence[Unit], tokens: Tokens, tags: str, reports: Sequence[Report]) -> int:
    """Index of the unit that carries the main statement; -1 when there is none.

    It is the first finite verb, or the head of what follows it when it says little by itself: "has no plans" gives the plans,
    "is the second-largest oil producer" the producer. In "X said that Y did" it is looked for in what is reported.
    """
    begin = next((report.start for report in reports if report.verb[1] <= report.start), 0)
    lows = [word.lower() for _, _, word in tokens]
    if lows[:1] == ["it"] and lows[1:2] in (["was"], ["is"]) and "that" in lows:  # "It was in 1995 that ..."
        begin = max(begin, tokens[lows.index("that")][1])
    by_start = {unit.start: n for n, unit in enumerate(units)}
    size = len(tokens)
    i = next((k for k in range(size) if tokens[k][0] >= begin and _opens(tokens, tags, k)), -1)
    if i < 0:
        rest = [
            n
            for n, unit in enumerate(units)
            if unit.start >= begin and unit.kind in (UnitKind.VERB, UnitKind.NOUN) and not unit.light
        ]
        verbs = [n for n in rest if units[n].kind is UnitKind.VERB]
        light = [n for n, unit in enumerate(units) if unit.start >= begin and unit.kind is UnitKind.VERB]
        return (verbs or rest or light or [-1])[0]
    head = i
    while head + 1 < size and (
        tags[head + 1] in "VDBGRM"
        or (
            tags[head + 1] == "t"
            and tokens[head][2].lower() in ("has", "have", "had", "is", "are", "was", "were", "going")
        )
    ):
        head += 1
    if head + 2 < size and tokens[head][2].lower() in _TOWARDS and tags[head + 1] == "t" and tags[head + 2] == "V":
        head += 2
    for k in range(head, i - 1, -1):
        n = by_start.get(tokens[k][0], -1)
        if n >= 0 and units[n].kind is UnitKind.VERB and not units[n].light:
            return n
    found = _complement(units, tokens, tags, by_start, head + 1)
    return (
        found if found >= 0 and units[found].kind is not UnitKind.NAME else _subject_head(units, tokens, tags, i, found)
    )


def _subject_head(units: Sequence[Unit], tokens: Tokens, tags: str, verb: int, otherwise: int) -> int:
    """The head of the subject: the last noun before the verb and before any preposition ("the vote on the budget was in 2020")."""
    end = next((k for k in range(verb) if tags[k] == "I" and k), verb)
    nouns = [
        n
        for n, unit in enumerate(units)
        if unit.end <= tokens[max(end - 1, 0)][1] and unit.kind is UnitKind.NOUN and not unit.light
    ]
    return nouns[-1] if nouns else otherwise


def _opens(tokens: Tokens, tags: str, k: int) -> bool:
    """Whether a finite verb group starts at token `k`: no infinitive and no relative clause."""
    if tags[k] not in "VDM" and not (tags[k] in "BX" and tokens[k][2].lower() in AUXILIARIES):
        return False
    if k and (tags[k - 1] == "t" or tokens[k - 1][2].lower() in ("who", "which", "that")):
        return False
    return tokens[k][2] not in ("'s", "’s") or tags[k] == "V"


def _complement(units: Sequence[Unit], tokens: Tokens, tags: str, by_start: dict[int, int], at: int) -> int:
    """The head of the noun phrase, or the adjective, that follows a verb that says little."""
    found = -1
    for k in range(at, len(tokens)):
        n = by_start.get(tokens[k][0], -1)
        if n >= 0 and (units[n].kind in (UnitKind.NOUN, UnitKind.ADJECTIVE, UnitKind.VERB) and not units[n].light):
            if units[n].kind is UnitKind.VERB and found >= 0 and tags[k] != "G":
                break
            found = n
        elif found >= 0 and tags[k] in "ItVDMC.OTs" and tokens[k][2] != "-":
            break
    if found >= 0:
        return found
    return next((n for n, unit in enumerate(units) if unit.start >= tokens[min(at, len(tokens) - 1)][0]), -1)


def claimed(tokens: Tokens, spans: Sequence[tuple[int, int]]) -> list[bool]:
    """For each token whether it lies in one of the slices."""
    found = [False] * len(tokens)
    for first, last in spans:
        for i, (start, end, _) in enumerate(tokens):
            if start >= first and end <= last:
                found[i] = True
    return found


_COMPOUND = {("close", "to"): "near", ("far", "from"): "far from", ("next", "to"): "near"} | {
    (side, "of"): "off" for side in ("north", "south", "east", "west", "outside", "short")
}
_INSIDE_PHRASE = "TAUNPSOsGB"


def preposition(analysis: Analysis, unit: Unit) -> str:
    """The preposition that governs the noun phrase of a unit; empty when there is none."""
    k = bisect_left(analysis.tokens, (unit.start,)) - 1
    while k >= 0 and (analysis.tags[k] in _INSIDE_PHRASE or analysis.tokens[k][2] == "-"):
        k -= 1
    if k < 0 or analysis.tags[k] not in "It":
        return ""
    word, before = analysis.tokens[k][2].lower(), analysis.tokens[k - 1][2].lower() if k else ""
    return _COMPOUND.get((before, word), word)
