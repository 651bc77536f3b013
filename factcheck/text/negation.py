"""Which words of a sentence a negation reaches."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.text.words import key

_NOT = frozenset(
    {
        "not",
        "n't",
        "n’t",
        "never",
        "cannot",
        "neither",
        "nor",
        "without",
        "nobody",
        "nothing",
        "nowhere",
        "hardly",
        "barely",
    }
)
_NONE = frozenset({"no", "nobody", "nothing", "none"})  # behind a verb they deny it: "killed nobody"
_SUBJECTS = frozenset({"none", "nobody", "neither", "nothing", "no"})
# "lifted its ban": the deed named by the noun is undone.
_UNDOING = frozenset(
    map(
        key,
        "lift cancel scrap overturn repeal revoke suspend reverse quash abolish abandon halt shelve annul rescind undo drop end lack".split(),
    )
)
_DECIDING = frozenset(map(key, "vote decide rule argue advise campaign speak lobby warn recommend come".split()))
_DECIDED = frozenset(map(key, "vote ruling decision argument".split()))
# "no evidence that X" leaves X open.
_PROOFS = frozenset(
    {"evidence", "proof", "sign", "signs", "indication", "indications", "suggestion", "confirmation", "guarantee"}
)
_ALWAYS_SCOPE = frozenset({"no", "none"})
# "refused to sign", "denied paying"; a noun after other refusals ("rejected the plan") is left to the table of opposites.
_DENYING = frozenset(map(key, "refuse fail decline deny neglect forbid avoid forgo".split()))
_PHRASES = (
    ("unable", "to"),
    ("ruled", "out"),
    ("rules", "out"),
    ("rule", "out"),
    ("ruling", "out"),
    ("stopped", "short", "of"),
    ("stops", "short", "of"),
    ("far", "from"),
    ("instead", "of"),
    ("rather", "than"),
    ("lack", "of"),
    ("absence", "of"),
    ("yet", "to"),
    ("in", "place", "of"),
)
# "not only", "no doubt", "no fewer than": a negation word that denies nothing.
_HARMLESS_AFTER = {
    "not": frozenset({"only", "just", "merely", "least", "simply"}),
    "no": frozenset({"doubt", "matter", "fewer", "less", "more", "later", "sooner", "other"}),
    "never": frozenset(),
    "nothing": frozenset({"but"}),
    "without": frozenset({"doubt", "question"}),
}
# "It is not the first time that ..." denies nothing of what follows.
_FIRSTS = frozenset({"first", "only", "alone", "last"})
_ENDERS = frozenset(
    {
        ";",
        ":",
        "but",
        "although",
        "though",
        "because",
        "while",
        "whereas",
        "which",
        "who",
        "whom",
        "whose",
        "unless",
        "why",
        "how",
        "what",
        "where",
        "whether",
        "—",
        "–",
        "(",
        ")",
        '"',
        "“",
        "”",
    }
)


_LATER = frozenset({"after", "before", "since", "when", "until", "as"})


def scope_end(lows: Sequence[str], tags: str, start: int) -> int:
    """One past the last token that an operator at `start - 1` reaches.

    It ends at a comma that does not close a short insertion, at a subordinating word, and at "and" before a finite verb.
    """
    i = start
    size = len(lows)
    while i < size:
        low = lows[i]
        if low in _ENDERS or low in ".!?" or (low == "by" and i > start):
            return i
        if low == ",":
            close = next((j for j in range(i + 1, min(i + 5, size)) if lows[j] == ","), -1)
            if close > 0 and i == start:
                i = close + 1
                continue
            return i
        if low in _LATER and i > start and any(tags[k] in "VDG" for k in range(i + 1, min(i + 7, size))):
            return i
        if (
            low == "and"
            and i + 1 < size
            and (tags[i + 1] in "DMO" or (tags[i + 1] == "V" and (lows[i + 1].endswith("s") or lows[i + 1] == "are")))
        ):
            return i
        i += 1
    return size


def _own_clause(tags: str, start: int, end: int, *, verbs: int) -> int:
    """Where the clause of a negation ends: before the finite verb after the ones that belong to it, when a noun stands between."""
    seen = 0
    for k in range(start, end):
        if tags[k] in "VDM" and tags[k - 1] not in "tVDMR" and any(tag in "NSP" for tag in tags[start:k]):
            seen += 1
            if seen > verbs:
                return k
    return end


def _decides(lows: Sequence[str], tags: str, i: int) -> bool:
    """Whether the verb before token `i` is one of deciding or advising: "voted on Monday against selling"."""
    verb = next((k for k in range(i - 1, max(-1, i - _FAR), -1) if tags[k] in "VDBG"), -1)
    return verb >= 0 and key(lows[verb]) in _DECIDING


_FAR = 8  # tokens between "voted" and "against"


def negated_tokens(  # noqa: C901 - one branch for each sort of negation
    lows: Sequence[str], tags: str
) -> tuple[frozenset[int], frozenset[int]]:
    """Indices of the tokens that a negation denies, and of those that it leaves open; an even number of negations cancels out.

    Denied are the verb and what stands up to the next preposition; behind it all is left open: "has not set a deadline for the
    exit" denies the deadline and says nothing about the exit.

    Gets right: "has not set a deadline" (set, deadline), "refused to sign" (sign), "no plans to withdraw".
    Gets wrong: scope that runs past a relative clause, "not all members voted" (read as "members did not vote").

    Args:
        lows: The tokens in small letters.
        tags: Their classes.
    """
    count: dict[int, int] = {}
    beyond: set[int] = set()

    def deny(start: int, end: int, *, through: bool = False) -> None:
        inside = True
        for j in range(start, end):
            if tags[j] == "I" and not through and any(tags[k] in "NSPVDBGA" for k in range(start, j)):
                inside = False
            if inside:
                count[j] = count.get(j, 0) + 1
            else:
                beyond.add(j)

    for i, low in enumerate(lows):
        after = lows[i + 1] if i + 1 < len(lows) else ""
        if low in _NOT or (low in _ALWAYS_SCOPE and after != "."):
            if after in _HARMLESS_AFTER.get(low, ()) or (low == "not" and _FIRSTS.intersection(lows[i + 1 : i + 3])):
                continue
            if low == "nor" and "neither" in lows[:i]:
                continue
            end = scope_end(lows, tags, i + 1)
            if low == "no" and after in _PROOFS and "that" in lows[i + 2 : i + 4]:
                beyond.update(range(i + 2, end))
            subject = low in _SUBJECTS and not any(tag in "VDBG" for tag in tags[max(0, i - 4) : i])
            end = _own_clause(tags, i + 1, end, verbs=1 if subject else 0 if low in ("no", "without") else 2)
            deny(i + 1, end, through=subject)
            if low in _NONE and i and tags[i - 1] in "VDBG":
                count[i - 1] = count.get(i - 1, 0) + 1
        elif low == "non" and after == "-":
            deny(i + 1, min(i + 3, len(lows)))
        elif low == "against" and _decides(lows, tags, i):
            deny(i + 1, scope_end(lows, tags, i + 1))
        elif low == "against" and i and key(lows[i - 1]) in _DECIDED and tags[i - 1] in "NS":
            end = scope_end(lows, tags, i + 1)
            deny(i + 1, next((k for k in range(i + 1, end) if tags[k] in "VDM"), end))
        elif (
            tags[i] in "VDBG"
            and key(low) in _UNDOING
            and not (i and lows[i - 1] in ("was", "were", "is", "are", "been", "be"))
        ):
            j = i + 1
            while j < len(lows) and tags[j] in "TOsA":
                j += 1
            while j < len(lows) and tags[j] in "NS":
                count[j] = count.get(j, 0) + 1
                j += 1
        elif tags[i] in "VDBG" and key(low) in _DENYING:
            end = scope_end(lows, tags, i + 1)
            if after == "to" or (i + 1 < len(lows) and tags[i + 1] == "G") or key(low) == key("deny"):
                deny(i + 1, end, through=after == "that")
        else:
            for phrase in _PHRASES:
                if low == phrase[0] and tuple(lows[i : i + len(phrase)]) == phrase:
                    deny(i + len(phrase), scope_end(lows, tags, i + len(phrase)))
                    break
    return frozenset(i for i, times in count.items() if times % 2), frozenset(beyond)
