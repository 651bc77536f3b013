"""Who does what to whom: a shallow reading of verbs with their subjects and objects.

No parser: noun phrases and verb groups are cut from the word classes, and read from left to right. It knows the passive, relative
clauses, shared subjects ("invaded and toppled"), participles ("..., withdrawing in 2011"), infinitives, apposition, and
deeds told as nouns ("the acquisition of X by Y").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.domain.analysis import Frame, Unit, UnitKind
from factcheck.text.predicates import AUXILIARIES, Tokens
from factcheck.text.words import key

_BE = frozenset("is are was were been being be am 's ’s get gets got getting".split())
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_SUBORDINATE = frozenset(
    {
        "because",
        "although",
        "though",
        "while",
        "when",
        "where",
        "if",
        "unless",
        "whereas",
        "after",
        "before",
        "since",
        "until",
        "as",
        "that",
        "than",
        "once",
    }
)


@dataclass(slots=True)
class _Phrase:
    """A noun phrase: its head and appositions, and the names that own it."""

    units: list[int]
    first: int
    last: int
    governed: str = ""
    parent: _Phrase | None = None


@dataclass(slots=True)
class _Verb:
    """A verb group under reading."""

    unit: int
    first: int
    last: int
    passive: bool
    form: str
    subject: list[int] = field(default_factory=list)
    objects: list[int] = field(default_factory=list)
    by: list[int] = field(default_factory=list)
    relative: bool = False


def find_frames(tokens: Tokens, tags: str, units: Sequence[Unit], figures: Sequence[bool]) -> list[Frame]:
    """A frame for each verb that has a subject or an object in the sentence, and for each deed told as a noun with both.

    Gets right: "sentenced the banker and acquitted his deputy" (the deputy is acquitted, not sentenced).
    Gets wrong: an object far behind a long insertion.

    Args:
        tokens: From `tokenize`.
        tags: Their classes.
        units: From `find_units`.
        figures: For each token whether it is part of a figure or of its hedge.
    """
    return _Reading(tokens, tags, units, figures).frames()


class _Reading:
    def __init__(self, tokens: Tokens, tags: str, units: Sequence[Unit], figures: Sequence[bool]) -> None:
        self.tokens = tokens
        self.tags = tags
        self.figures = figures
        self.units = units
        self.lows = [word.lower() for _, _, word in tokens]
        self.at = {start: i for i, (start, _, _) in enumerate(tokens)}
        self.unit_at = {self.at[unit.start]: n for n, unit in enumerate(units) if unit.start in self.at}
        self.size = len(tokens)

    def frames(self) -> list[Frame]:
        verbs = self._read()
        found = []
        for verb in verbs:
            if verb.unit < 0:
                continue
            if verb.passive or (verb.by and not verb.objects and verb.form in "BD"):
                frame = Frame(
                    verb.unit, tuple(verb.by), tuple(verb.subject or verb.objects), passive=True, relative=verb.relative
                )
            else:
                frame = Frame(verb.unit, tuple(verb.subject), tuple(verb.objects), relative=verb.relative)
            if frame.agents or frame.patients:
                found.append(frame)
        return found + self._nominal()

    def _noun_phrase(self, i: int) -> _Phrase | None:
        """The noun phrase that starts at token `i`: determiners, modifiers, nouns and names up to its head."""
        if self.lows[i] in ("which", "who", "whom"):
            return None
        j = i
        head: list[int] = []
        while j < self.size:
            tag = self.tags[j]
            if not head and (self.figures[j] or (self.lows[j] == "of" and j > i and self.figures[j - 1])):
                j += 1
                continue
            n = self.unit_at.get(j)
            if n is not None and self.units[n].kind is UnitKind.NAME:
                head = [n]
                j = self._end(n)
                continue
            if n is not None and self.units[n].kind is UnitKind.NOUN and tag in "NSPXA":
                head = [n]
                j = self._end(n)
                continue
            if tag == "s" or self.lows[j] in ("'s", "’s") or (head and self._owns(j)):
                head = []
                j += 1
                continue
            if (
                tag in "TAU"
                or (tag == "O" and self.lows[j] in _POSSESSIVE)
                or (tag in "BG" and self._modifies(j))
                or self.lows[j] in "-$€£%"
                or (tag == "R" and not head and self.lows[j] not in _SUBORDINATE)
            ):
                if head and tag in "TO":
                    break
                j += 1
                continue
            break
        if not head and j - i > 1 and self.tags[j - 1] == "A" and self.tags[j : j + 1] in ("V", "D", "M"):
            alone = self.unit_at.get(j - 1)  # "the poor suffered", and nouns that were taken for adjectives
            head = [alone] if alone is not None and self.tags[i] in "TOsPN" else []
        if not head and not (j > i and self.figures[j - 1]):
            return None
        return _Phrase(head, i, j)

    def _owns(self, j: int) -> bool:
        """Whether an apostrophe right behind a plural makes it the owner of what follows: "the drivers' pensions"."""
        return (
            self.lows[j] in ("'", "’")
            and self.tokens[j - 1][1] == self.tokens[j][0]
            and self.tags[j + 1 : j + 2] in ("N", "S", "P", "A")
        )

    def _end(self, n: int) -> int:
        j = self.at[self.units[n].start]
        while j < self.size and self.tokens[j][0] < self.units[n].end:
            j += 1
        return j

    def _modifies(self, j: int) -> bool:
        """Whether a participle stands before its noun ("armed groups") rather than as a verb."""
        return (
            j + 1 < self.size
            and self.tags[j + 1] in "NSPA"
            and (
                j == 0
                or self.tags[j - 1] in "TAUsI"
                or self.lows[j - 1] == "-"
                or self.lows[j - 1] in _POSSESSIVE
                or (self.tags[j - 1] == "O" and self.lows[j - 1] not in _SUBJECT)
            )
        )

    def _verb_group(self, i: int) -> _Verb | None:
        """The verb group that starts at token `i`."""
        j = i
        last = -1
        passive = False
        be = False
        while j < self.size:
            low, tag = self.lows[j], self.tags[j]
            if tag in "VDBGM" or low in AUXILIARIES:
                if low in ("'s", "’s") and tag == "s":
                    break
                if low in _BE:
                    be = True
                elif tag in "VDBG" and low not in AUXILIARIES:
                    passive = be and tag in "BD"
                    last = j
                    j += 1
                    break
                j += 1
                continue
            if tag == "R" or low in ("not", "n't", "n’t", "never", "also"):
                j += 1
                continue
            if tag == "t" and j + 1 < self.size and self.tags[j + 1] == "V" and j == i:
                j += 1
                continue
            break
        if j == i or (last < 0 and not be and not any(low in AUXILIARIES for low in self.lows[i:j])):
            return None
        form = "t" if self.tags[i] == "t" else self.tags[last] if last == i else "F"
        return _Verb(self.unit_at.get(last, -1) if last >= 0 else -1, i, j, passive, form)

    def _read(self) -> list[_Verb]:  # noqa: C901, PLR0912, PLR0915 - one branch for each sign that opens or closes a phrase
        verbs: list[_Verb] = []
        free: _Phrase | None = None  # a noun phrase that may become a subject
        antecedent: _Phrase | None = None
        relative = False
        joined = False  # "and" or a comma since the last verb, so that its subject may be shared
        fresh = False  # a subordinator since the last verb: a new clause
        preposition = ""
        joined_at = -1
        suspended: _Phrase | None = None  # the subject that a relative clause interrupts
        comma = False
        listed: _Phrase | None = None  # what "and" joins the next noun phrase to
        i = 0
        while i < self.size:
            low = self.lows[i]
            if low == "(" and (close := self._aside(i)) > i:
                if antecedent is not None and antecedent.last == i:
                    antecedent.units.extend(self._short_form(antecedent, i))
                    antecedent.last = close + 1
                i = close + 1
                continue
            starts_verb = not self.figures[i] and (
                self.tags[i] in "VDMBG"
                or low in AUXILIARIES
                or (self.tags[i] == "t" and i + 1 < self.size and self.tags[i + 1] == "V")
            )
            verb = self._verb_group(i) if starts_verb and not (self.tags[i] in "BG" and self._modifies(i)) else None
            if verb is not None:
                self._give_subject(
                    verb,
                    verbs,
                    free,
                    antecedent,
                    relative=relative,
                    joined_at=joined_at if joined else -1,
                    fresh=fresh,
                    preposition=preposition,
                )
                if (
                    suspended is not None
                    and verb.form not in "tGB"
                    and not relative
                    and verb.first - 1 == joined_at
                    and self.lows[joined_at] == ","
                ):
                    verb.subject, suspended = (
                        list(suspended.units),
                        None,
                    )  # "the army, which was sent in 2014, has left"
                described = verbs[-1] if verbs and verb.form not in "tG" and self._describes(verbs[-1]) else None
                if described is not None and free is not None and not (relative or fresh or joined):
                    # "the sailor who rescued the child was honoured": the child is rescued, the sailor honoured
                    verb.subject = list(described.subject)
                    if not free.governed:
                        described.objects.extend(n for n in free.units if n not in described.objects)
                if verb.unit < 0:
                    verb.unit = self._adjective(verb.last)
                verbs.append(verb)
                free, relative, joined, fresh, preposition, comma = None, False, False, False, "", False
                i = verb.last
                continue
            phrase = self._noun_phrase(i)
            if phrase is not None:
                if (
                    preposition == "of"
                    and antecedent is not None
                    and antecedent.last == i - 1
                    and self._transparent(antecedent)
                ):
                    self._extend(verbs, antecedent, phrase)
                    antecedent.units.extend(phrase.units)
                    antecedent.last = phrase.last
                    preposition, comma, i = "", False, phrase.last
                    continue
                phrase.governed = preposition
                if listed is not None and listed.last == i - 1 and not preposition:
                    phrase.units[:0] = listed.units
                listed = None
                if (
                    comma
                    and antecedent is not None
                    and not preposition
                    and antecedent.last == i - 1
                    and self._closed(phrase.last)
                ):
                    holder: _Phrase | None = antecedent
                    while holder is not None:  # "the head of the bank, Viktor Hallam" may be either
                        self._extend(verbs, holder, phrase)
                        holder.units.extend(phrase.units)
                        holder = holder.parent
                    top = antecedent
                    while top.parent is not None:
                        top = top.parent
                    free = top if free is not None or not verbs else free
                    antecedent.last = phrase.last
                else:
                    self._place(verbs, phrase, preposition, fresh=fresh or (comma and not joined))
                    if not preposition:
                        free = phrase
                    elif preposition == "of" and antecedent is not None and antecedent.last == i - 1:
                        phrase.parent = antecedent
                    antecedent = phrase
                preposition, comma = "", False
                i = phrase.last
                continue
            if low in _RELATIVE and antecedent is not None and self.tags[i] in "TIO":
                relative = low != "that" or self.tags[i + 1 : i + 2] in ("V", "D", "M")
                if comma and free is not None:
                    antecedent = suspended = free
                fresh, free, preposition = True, None, ""
            elif low in _SUBORDINATE:
                fresh, free, preposition = True, None, ""
            elif (self.tags[i] == "I" or self.tags[i] == "t") and self.lows[i + 1 : i + 2] != ["-"]:
                preposition = low
            elif low == ",":
                comma = joined = True
                joined_at, preposition = i, ""
            elif self.tags[i] == "C":
                joined = True
                joined_at = i
                comma = False
                if antecedent is not None and antecedent.last == i:
                    preposition = antecedent.governed
                    listed = antecedent
            elif low == "(" and antecedent is not None and antecedent.last == i:
                antecedent.last = i + 1
            elif low in ";:—":
                fresh, free, antecedent, preposition = True, None, None, ""
            elif self.tags[i] == "O" and low not in _POSSESSIVE:
                free = _Phrase([], i, i + 1)
                preposition = ""
            elif self.tags[i] in "UPNSX":
                preposition = ""  # a date or figure
            i += 1
        return verbs

    def _aside(self, i: int) -> int:
        """Where the bracket that opens at token `i` closes, when no verb stands in it; else `i`.

        Gets right: "Ruiz (Labour) chairs the council". Gets wrong: a deed told in a bracket without a verb.
        """
        close = next((j for j in range(i + 1, min(i + _BRACKETED, self.size)) if self.lows[j] in "()"), i)
        told = any(tag in "VDBGM" for tag in self.tags[i:close])
        return i if told or self.lows[close] != ")" else close

    def _short_form(self, phrase: _Phrase, i: int) -> list[int]:
        """The initials that a bracket gives for the name before it: "the Harbour Workers' Union (HWU)"."""
        n = self.unit_at.get(i + 1)
        if n is None or not phrase.units:
            return []
        letters = [word[0] for word in self.units[phrase.units[-1]].text.split() if word[0].isupper()]
        return [n] if len(letters) > 1 and self.units[n].text == "".join(letters) else []

    def _describes(self, verb: _Verb) -> bool:
        """Whether a verb only describes the noun before it: "who fled", "rebels fighting the army"."""
        behind_noun = verb.form == "G" and verb.first > 0 and self.tags[verb.first - 1] in "NSP"
        return bool(verb.subject) and (verb.relative or behind_noun)

    def _transparent(self, phrase: _Phrase) -> bool:
        """Whether a phrase only counts or gathers what follows it: "a total of", "a group of"."""
        return all(self.units[n].light or self.units[n].text.lower() in _GATHERING for n in phrase.units)

    def _closed(self, j: int) -> bool:
        """Whether a noun phrase ends at a comma or stop, past what "of" adds to it: else it opens a clause and is no apposition."""
        start = j
        while j < self.size and (self.lows[j] == "of" or (j > start and self.tags[j] in "TAUNSPs")):
            j += 1
        return j >= self.size or self.lows[j] in (",", ".", ";", ")", "—", "and", "that", "which", "who")

    def _adjective(self, j: int) -> int:
        """Index of the adjective that "be" states; -1 when a noun follows."""
        while j < self.size and self.tags[j] == "R":
            j += 1
        stated = j < self.size and self.tags[j] == "A" and self.tags[j + 1 : j + 2] not in ("N", "S", "P", "A")
        return self.unit_at.get(j, -1) if stated else -1

    def _extend(self, verbs: list[_Verb], first: _Phrase, second: _Phrase) -> None:
        for verb in verbs[-2:]:
            for row in (verb.objects, verb.by, verb.subject):
                if set(row) & set(first.units):
                    row.extend(n for n in second.units if n not in row)

    def _place(self, verbs: list[_Verb], phrase: _Phrase, preposition: str, *, fresh: bool) -> None:
        """Give a noun phrase to the verb before it."""
        if not verbs or fresh:
            return
        if preposition == "by":
            verbs[-1].by.extend(phrase.units)
            for verb in reversed(verbs[:-1]):  # "written, directed and produced by"
                if verb.form not in "BD" or verb.by or verb.objects or verbs[-1].first - verb.last > _LISTED:
                    break
                verb.by.extend(phrase.units)
        elif not preposition:
            verbs[-1].objects.extend(phrase.units)
            if verbs[-1].unit < 0 and phrase.units:  # "X is a film": what is told of the film is told of X
                verbs[-1].unit = phrase.units[-1]
                verbs[-1].objects = []
                phrase.units.extend(n for n in verbs[-1].subject if n not in phrase.units)

    def _give_subject(
        self,
        verb: _Verb,
        verbs: list[_Verb],
        free: _Phrase | None,
        antecedent: _Phrase | None,
        *,
        relative: bool,
        joined_at: int,
        fresh: bool,
        preposition: str,
    ) -> None:
        previous = verbs[-1] if verbs else None
        if relative and antecedent is not None and free is None:
            verb.subject = list(antecedent.units)
            verb.relative = True
            return
        counted = self.lows[verb.last : verb.last + 2] in (
            ["at", "least"],
            ["at", "most"],
            ["up", "to"],
            ["more", "than"],
        )
        takes_object = counted or (
            verb.last < self.size and self.tags[verb.last] in "TUPSNAO" and self.lows[verb.last] not in _RELATIVE
        )
        if (
            verb.form == "B"
            and not verb.passive
            and not takes_object
            and antecedent is not None
            and antecedent.last == verb.first
        ):
            verb.passive = True
            verb.subject = list(antecedent.units)
            return
        if verb.form in "tG":
            if previous is not None:
                given = verb.form == "t" or (preposition in ("of", "from") and self._turned_on_object(previous))
                direct = previous.objects if given and not previous.passive else []
                verb.subject = list(direct or previous.subject)
            elif free is not None:
                verb.subject = list(free.units)
            return
        if free is not None:
            verb.subject = list(free.units)
            if previous is not None:
                if joined_at > free.first and not fresh:
                    verb.subject = list(previous.subject)
                else:
                    previous.objects[:] = [n for n in previous.objects if n not in free.units]
            return
        if previous is not None and not fresh and not preposition:
            verb.subject = list(previous.subject)

    def _turned_on_object(self, verb: _Verb) -> bool:
        """Whether what follows "of" or "from" is the object's doing: "accuse them of stealing", "stop them from voting"."""
        return verb.unit >= 0 and self.units[verb.unit].key in _ON_OBJECT

    def _nominal(self) -> list[Frame]:
        found = []
        for n, unit in enumerate(self.units):
            i = self.at.get(unit.start, -1)
            if unit.kind is not UnitKind.NOUN or i < 0 or i + 1 >= self.size or self.lows[i + 1] != "of":
                continue
            by = next((k for k in range(i + 2, min(i + 9, self.size)) if self.lows[k] == "by"), -1)
            if by < 0:
                continue
            nouns = (UnitKind.NAME, UnitKind.NOUN)
            patients = [k for k, u in enumerate(self.units) if u.kind in nouns and i < self.at[u.start] < by]
            agents = [k for k, u in enumerate(self.units) if u.kind in nouns and by < self.at[u.start] <= by + 3]
            if patients and agents:
                found.append(Frame(n, tuple(agents[:1]), tuple(patients)))
        return found


_BRACKETED = 40  # tokens of a bracket at most
_LISTED = 12  # tokens over which participles may share one doer
_ON_OBJECT = frozenset(map(key, "accuse suspect convict stop prevent keep ban block bar discourage dissuade".split()))
_GATHERING = frozenset(
    "group series pair set range variety majority minority number total handful crowd team rest half part most".split()
)
_SUBJECT = frozenset("i he she it we they who".split())
_POSSESSIVE = frozenset("his her its their our my your whose".split())
