"""How far a deed has come: happened, decided, announced, planned, called for, possible, denied."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.domain.claim import Rung
from factcheck.text.movewords import multiplies
from factcheck.text.negation import scope_end
from factcheck.text.words import key

ORDER = tuple(Rung)
RECORDING = frozenset(
    map(key, "see record report register count number note log".split())
)  # the figure is the news, not the deed
_MODALS = {
    "will": Rung.PLANNED, "shall": Rung.PLANNED, "'ll": Rung.PLANNED, "’ll": Rung.PLANNED,
    "should": Rung.CALLED_FOR, "must": Rung.CALLED_FOR, "ought": Rung.CALLED_FOR,
    "may": Rung.POSSIBLE, "might": Rung.POSSIBLE, "could": Rung.POSSIBLE, "would": Rung.PLANNED, "can": Rung.POSSIBLE,
}  # fmt: skip
GOVERNORS = {
    key(word): rung
    for rung, words in {
        Rung.DECIDED: "decide agree vote order resolve decision agreement authorize instruct",
        Rung.ANNOUNCED: "announce unveil announcement",
        Rung.PLANNED: """plan intend aim expect schedule prepare pledge promise vow commit propose proposal intention poise slate
            anticipate try attempt effort bid process""",
        Rung.CALLED_FOR: """call urge demand want ask request need wish hope push appeal press recommend suggest advise
            encourage desire plead petition insist necessity seek""",
        Rung.POSSIBLE: "consider discuss threaten risk possibility possible potential likely unlikely weigh mull fear warn if whether speculate capable capacity capability",
    }.items()
    for word in words.split()
}
# Nouns that leave open what hangs on them: "talks on the withdrawal", "fears of an attack", "a timetable for the exit".
_OPENING = frozenset(
    map(
        key,
        """threat chance prospect danger talk negotiation timetable timeline deadline schedule condition roadmap option idea rumor
        speculation debate opposition allegation accusation suspicion possibility likelihood risk fear hope warning proposal plan
        discussion consultation preparation readiness wish dream frame timeframe support invitation""".split(),
    )
)
# Nouns whose "by X" may stand before their "for Y": "calls by doctors for a ban".
_BETWEEN = frozenset({"by", "from", "within", "among", "in", "inside", "between", "with"})
_NEEDS_TO = frozenset(
    map(
        key,
        "agree vote order try attempt need call ask commit push press hope process appeal plead capacity capability".split(),
    )
)
# "called for calm" and "called on them to leave", but not "called it calm".
_BARE = frozenset(map(key, "call push press appeal".split()))
_ADVERBS = {"possibly": Rung.POSSIBLE, "perhaps": Rung.POSSIBLE, "maybe": Rung.POSSIBLE, "reportedly": Rung.POSSIBLE, "allegedly": Rung.POSSIBLE,
            "potentially": Rung.POSSIBLE, "probably": Rung.POSSIBLE, "supposedly": Rung.POSSIBLE}  # fmt: skip


def weaker(a: Rung, b: Rung) -> Rung:
    """The one of two rungs that says less."""
    return a if ORDER.index(a) >= ORDER.index(b) else b


# With a present verb behind them these speak of what may come: "only when Israel ends its war".
_OPEN = frozenset({"when", "until", "once", "unless"})
# An infinitive behind these tells what was done; behind any other verb, what was to be done.
_REALIZING = frozenset(
    map(
        key,
        """manage force compel cause lead prompt begin start continue go come happen get dare rush help use be have prove turn
        live fail refuse decline neglect stop grow""".split(),
    )
)
_CHARGES = frozenset(map(key, "accuse suspect charge blame indict clear acquit absolve exonerate".split()))
# "stopped leaking", "prevented from closing".
_STOPPING = frozenset(map(key, "stop cease quit prevent keep save ban bar block discourage dissuade refrain".split()))
# "reports that", "a myth that": what they tell need not be so.
_TELLING = frozenset(
    map(key, "report myth hoax story notion belief claim lie misconception tale theory hypothesis".split())
)
_HELP = key("help")
_NOT_QUITE = frozenset("nearly almost practically virtually rarely seldom".split())


def _towards(lows: Sequence[str], tags: str, i: int) -> bool:
    """Whether the infinitive after "to" at token `i` hangs on a verb that leaves it open."""
    for k in range(i - 1, max(-1, i - 6), -1):
        if tags[k] in "VDBG":
            return key(lows[k]) not in _REALIZING and key(lows[k]) not in GOVERNORS
        if lows[k] in (",", ";", "first", "second", "third", "last", "only", "next", "enough"):
            return False
    return False


_HEADING = frozenset(map(key, "work head move aim push drive edge plan bent intent insist focus set".split()))


def _for(lows: Sequence[str], tags: str, i: int) -> int:
    """Index of the "for" or "to" that a noun of wanting leads to past its "by X"; -1 when a verb comes first."""
    for k in range(i, min(i + 15, len(lows))):
        if lows[k] == "for" or (lows[k] == "to" and tags[k + 1 : k + 2] == "V"):
            return k
        if tags[k] in "VDM":
            return -1
    return -1


def _gerund_subject(lows: Sequence[str], tags: str, i: int) -> int:
    """The modal or present verb of which a phrase in -ing is the subject ("closing the mine would cost jobs"); -1 when it is none."""
    if i and lows[i - 1] not in (".", '"', "“", ":", ";", "that"):
        return -1
    nouns = False
    for k in range(i + 1, min(i + 16, len(lows))):
        if lows[k] == "," or tags[k] == "D":
            return -1
        if tags[k] in "MV" and nouns:
            return k
        nouns = nouns or tags[k] in "NSPO"
    return -1


_SET_TO = frozenset("set due scheduled about going ready slated poised supposed meant designed intended".split())
_LET = frozenset("allowed permitted authorized authorised told asked urged able".split())


def _small(lows: Sequence[str], tags: str, i: int) -> tuple[int, Rung] | None:  # noqa: PLR0911 - one answer for each word
    """What a modal, a conjunction or a fixed phrase at token `i` governs: where that starts, and the rung."""
    low, after = lows[i], lows[i + 1] if i + 1 < len(lows) else ""
    if tags[i] == "M" or low in ("'ll", "’ll"):
        asked = low in ("can", "could") and tags[i + 1 : i + 2] == "."
        return (i + 1, _MODALS.get(low, Rung.HAPPENED) if not asked else Rung.HAPPENED)
    if low in _ADVERBS:
        return i + 1, _ADVERBS[low]
    if low in _NOT_QUITE and tags[i + 1 : i + 2] in ("V", "D", "B", "G") and not multiplies(key(after)):
        return i + 1, Rung.POSSIBLE
    if low == "unless" or (low == "had" and not i and ("B" in tags[:12] or "D" in tags[1:12]) and "," in lows):
        return i + 1, Rung.POSSIBLE  # "Had the bridge collapsed, ..."
    if low in _OPEN and "V" in tags[i + 1 : i + 7] and "D" not in tags[i + 1 : i + 7]:
        return i + 1, Rung.POSSIBLE
    if low in ("let", "lets") and after in ("'s", "’s", "us"):
        return i + 1, Rung.CALLED_FOR
    if low in ("if", "whether") or (low == "of" and lows[max(0, i - 2) : i] in (["the", "event"], ["in", "case"])):
        return i + 1, Rung.POSSIBLE
    if low in ("towards", "toward", "on", "at") and tags[i + 1 : i + 2] == "G" and i and key(lows[i - 1]) in _HEADING:
        return i + 1, Rung.PLANNED
    if low in _SET_TO and after == "to":
        return i + 2, Rung.PLANNED
    if low in _LET and "to" in lows[i + 1 : i + 4]:
        return lows.index("to", i + 1) + 1, Rung.POSSIBLE
    if low in ("is", "are", "was", "were") and after == "to" and tags[i + 2 : i + 3] == "V":
        return i + 2, Rung.PLANNED
    if tags[i] == "t" and tags[i + 1 : i + 2] == "V" and _towards(lows, tags, i):
        return i + 1, Rung.PLANNED
    return None


def _governor(lows: Sequence[str], tags: str, i: int) -> tuple[int, Rung] | None:
    """What a verb or noun of wanting, planning or fearing at token `i` governs: where that starts, and the rung."""
    word = key(lows[i])
    if word in _STOPPING and tags[i] in "VDBG":
        j = next((k for k in range(i + 1, min(i + 8, len(lows))) if tags[k] == "G"), -1)
        from_it = j > 0 and (j == i + 1 or lows[j - 1] == "from")
        return (j, Rung.POSSIBLE) if from_it else None
    if word == _HELP and tags[i] in "VDBG" and tags[i + 1 : i + 2] in ("V", "t"):
        return i + 1, Rung.POSSIBLE  # who helped form a union did not form it alone
    if word in _TELLING and tags[i] in "NS":
        return (i + 2, Rung.POSSIBLE) if lows[i + 1 : i + 2] == ["that"] else None
    if word in _CHARGES:
        j = next((k for k in range(i + 1, min(i + 8, len(lows))) if lows[k] in ("of", "with", "for")), -1)
        return (j, Rung.POSSIBLE) if j > 0 else None
    opening = word in _OPENING and tags[i] in "NS"
    rung = GOVERNORS.get(word, Rung.POSSIBLE if opening else None)
    if rung is None:
        return None
    if tags[i] in "NS" and i + 1 < len(lows) and lows[i + 1] in _BETWEEN:
        j = _for(lows, tags, i + 1)
        return (j, rung) if j > 0 else None
    if word not in _NEEDS_TO and tags[i] not in "NSA":
        return i + 1, rung
    leads = ("to", "for", "on", "of", "that", "against", *(("about", "over") if opening else ()))
    reach = 2 if word in _BARE or tags[i] in "NSA" else 6
    j = next((k for k in range(i + 1, min(i + reach, len(lows))) if lows[k] in leads), -1)
    return (j, rung) if j > 0 else None


def rungs(lows: Sequence[str], tags: str) -> list[Rung]:
    """The rung of each token: the weakest of the words that govern it.

    Gets right: "plans to withdraw troops" (withdraw: planned), "voted for its departure" (departure: decided), "calls by doctors
    for a ban" (ban: called for), "closing the mine would cost jobs" (closing: possible).
    Gets wrong: "the plan was carried out", where the plan governs nothing.

    Args:
        lows: The tokens in small letters.
        tags: Their classes.
    """
    found = [Rung.HAPPENED] * len(lows)

    def govern(start: int, end: int, rung: Rung) -> None:
        for j in range(start, end):
            found[j] = weaker(found[j], rung)

    for i in range(len(lows)):
        if lows[i] == "lest" or lows[i : i + 2] == ["so", "that"]:  # what it is for, whether it comes about or not
            start = i + (1 if lows[i] == "lest" else 2)
            govern(start, scope_end(lows, tags, start), Rung.CALLED_FOR)
        if tags[i] == "G":
            if (k := _gerund_subject(lows, tags, i)) > 0:
                govern(i, k, Rung.POSSIBLE)
            if i and lows[i - 1] in (",", "and", "or"):  # "is set to begin closing mines, selling ports and leaving"
                earlier = next((k for k in range(i - 2, -1, -1) if tags[k] in "VDMG"), -1)
                if earlier >= 0 and tags[earlier] == "G":
                    govern(i, scope_end(lows, tags, i + 1), found[earlier])
        governed = _small(lows, tags, i) or (_governor(lows, tags, i) if tags[i] in "VDBGNSA" else None)
        if governed is not None:
            govern(governed[0], scope_end(lows, tags, governed[0]), governed[1])
    return found
