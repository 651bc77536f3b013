"""Deeds told as nouns: who does it, to whom, and whether it is told as done.

"The attack by X on Y", "X's attack against Y", "the withdrawal of Z", "X launched an attack on Y", "Y came under attack from X".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from factcheck.domain.analysis import Analysis, Unit, UnitKind
from factcheck.domain.claim import Rung
from factcheck.text.equivalents import wider
from factcheck.text.gazetteer import titles
from factcheck.text.words import key

# Verbs whose subject does what their object names, and with which it is done: "carried out the attack", "completed its withdrawal".
DOING = frozenset(
    map(
        key,
        """begin start complete finish launch conduct carry_out make cause continue achieve reach sign mark perform hold win
        record stage mount resume vote announce step_up intensify lead wage commit deliver give have possess show take
        unleash pursue initiate execute file lodge pay""".split(),
    )
)
# Verbs whose subject suffers what their object names: "the base has faced a hundred attacks".
UNDERGOING = frozenset(map(key, "face suffer undergo receive endure sustain survive experience see get".split()))
# Verbs that take for granted that their object was done: "condemned the attack".
GRANTING = frozenset(map(key, "condemn denounce deplore mourn regret lament avenge commemorate recall survive".split()))
# Verbs that keep their object from coming about.
_UNDONE = frozenset(
    map(
        key,
        """postpone cancel delay abandon scrap halt prevent avert avoid ban block foil thwart defer shelve forbid call_off rule_out
        reject refuse suspend lift overturn repeal revoke quash annul plan propose expect discuss consider demand want seek urge fear""".split(),
    )
)
# A deed in these places was done, though no article makes it definite: "hurt in an attack", "after an attack".
_IN = frozenset("in after during following since by from amid".split())
_SUBJECT_OF = frozenset(map(key, "begin start continue happen occur resume go follow come take_place take".split()))
_UNDERGOER = frozenset({"on", "against", "over", "upon", "to", "at"})
_PASSED = frozenset(
    "in near during since after before inside outside across around with for from into through under between among as".split()
)
# What somebody can or would do: spoken of, and not yet done.
QUALITIES = frozenset(map(key, "ability capability capacity willingness readiness".split()))
_OPENING = "TAUNPSBG"
_MADE_OF = frozenset("led backed linked aligned allied supported born based run trained funded style".split())


@dataclass(slots=True)
class Deed:
    """The slots of a deed told as a noun, as indices into the units of its sentence.

    Attributes:
        doers: Who the sentence says does it ("by X", the subject of "launch", "from X" behind "under attack").
        undergoers: To whom it says it is done ("on X", "against X", the subject of "suffer").
        owners: A possessor or a name before it, who may be either ("X's arrest").
        of: What "of" adds, which may be either ("the arrest of X", "the arrival of X").
        pronoun: Whether its possessor is a pronoun.
        told: Whether it is told as done, as far as its article and its verb show; its rung is another matter.
    """

    doers: list[int] = field(default_factory=list)
    undergoers: list[int] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    of: list[int] = field(default_factory=list)
    pronoun: bool = False
    told: bool = False


def deed(said: Analysis, noun: int) -> Deed:
    """Read the slots of the deed that a noun names.

    Gets right: "dozens of drone attacks by militias on bases near the border". Gets wrong: a doer behind a relative clause.
    """
    found = Deed()
    article = _before(said, noun, found)
    under = _after(said, noun, found)
    _from_verbs(said, noun, found)
    found.told = _told(said, noun, article, found, under=under)
    if not any(tag in "VDM" for tag in said.tags):
        _unread(said, noun, found)
    return found


def _unread(said: Analysis, noun: int, found: Deed) -> None:
    """In a sentence without a verb a noun with a noun phrase right behind it is the verb that was taken for a noun: "Norvia attacks Ruvo"."""
    unit = said.units[noun]
    k = _token(said, unit) + 1
    if k < len(said.tokens) and said.tags[k - 1] == "S" and said.tags[k] in "TPNA":
        found.doers += found.owners
        found.undergoers += _heads(said, k)[0]
        found.told = True


_PERSON = key("person")
_DEEDS_IN_ER = frozenset(
    """order number matter power murder border offer surrender disorder error labor labour favor favour terror transfer answer
    manner summer winter river water paper letter tender barter slaughter banter encounter disaster hunger anger danger fever
    takeover handover rollover crossover rumor rumour honor honour behavior behaviour cover""".split()
)


def doer_noun(unit: Unit) -> bool:
    """Whether a noun names who does it and not the deed: "the head of the museum", "a critic of the ban".

    Gets right: "owner". Gets wrong: "cooker".
    """
    low = unit.text.lower()
    if low.endswith(("ing", "tion", "ment")):
        return False
    known = unit.key in _DOERS or (low,) in titles() or _PERSON in wider(unit.key)
    return known or (low.removesuffix("s").endswith(("er", "or")) and low.removesuffix("s") not in _DEEDS_IN_ER)


_DOERS = frozenset(map(key, "critic chief head leader rival ally enemy fan heir victim survivor suspect".split()))


def bearers(said: Analysis, noun: int) -> list[int]:
    """Who a noun that names a doer stands for: what it is said of with "be", its apposition, the name right behind it."""
    found = [n for frame in said.frames if frame.verb == noun for n in frame.agents]
    for frame in said.frames:
        for row in (frame.agents, frame.patients):
            found += [n for n in row if noun in row and n != noun]
    after = said.units[noun + 1] if noun + 1 < len(said.units) else None
    if after is not None and after.kind is UnitKind.NAME and after.start - said.units[noun].end == 1:
        found.append(noun + 1)
    return found


def _token(said: Analysis, unit: Unit) -> int:
    return bisect_left(said.tokens, (unit.start,))


def _low(said: Analysis, k: int) -> str:
    return said.tokens[k][2].lower() if 0 <= k < len(said.tokens) else ""


def _unit_at(said: Analysis, k: int) -> int:
    """Index of the unit that covers token `k`; -1 when there is none."""
    start = said.tokens[k][0]
    n = bisect_right(said.units, start, key=lambda unit: unit.start) - 1
    return n if n >= 0 and start < said.units[n].end else -1


def _before(said: Analysis, noun: int, found: Deed) -> str:
    """Read possessor and compound before the noun; the determiner in small letters, "'s" for a possessor, else empty."""
    k = _token(said, said.units[noun]) - 1
    while k >= 0:
        low, tag = _low(said, k), said.tags[k]
        if tag == "s" or low in ("'s", "’s", "'", "’"):
            n = _unit_at(said, k - 1) if k else -1
            if n >= 0:
                found.owners.append(n)
            return "'s"
        if low in ("his", "her", "its", "their", "whose", "our", "my"):
            found.pronoun = True
            return "'s"
        if tag == "T" or low in ("no", "any"):
            return low
        n = _unit_at(said, k)
        if n >= 0 and said.units[n].kind in (UnitKind.NAME, UnitKind.NOUN) and _low(said, k + 1) != "-":
            found.owners.append(n)
            k = _token(said, said.units[n]) - 1
            continue
        if n >= 0 and _low(said, k + 1) == "-" and _low(said, k + 2) == "led":
            found.doers.append(n)
        if tag in "AUGBNPS" or low == "-" or (tag == "R" and low not in ("when", "once", "if")):
            k -= 1
            continue
        return low if low in _IN else ""
    return ""


def _heads(said: Analysis, k: int) -> tuple[list[int], int]:
    """The heads of the noun phrase that starts at token `k`, joined ones included, and the token behind it."""
    heads: list[int] = []
    head = -1
    size = len(said.tokens)
    while k < size:
        low, tag = _low(said, k), said.tags[k]
        n = _unit_at(said, k)
        if n >= 0 and said.units[n].kind in (UnitKind.NAME, UnitKind.NOUN) and tag not in "VDM":
            end = k + 1
            while end < size and said.tokens[end][0] < said.units[n].end:
                end += 1
            head = -1 if _low(said, end) == "-" and _low(said, end + 1) in _MADE_OF else n
            k = end
        elif low in ("'s", "’s") or tag == "s" or (low == "of" and head >= 0 and said.units[head].light):
            head = -1
            k += 1
        elif (low in ("and", "or") or (low == "," and tag == ".")) and head >= 0 and _goes_on(said, k + 1):
            heads.append(head)
            head = -1
            k += 1
        elif (tag in _OPENING or low == "-" or (tag == "O" and low in ("his", "her", "its", "their"))) and (
            head < 0 or low == "-"
        ):
            k += 1
        else:
            break
    return ([*heads, head] if head >= 0 else heads), k


def _goes_on(said: Analysis, k: int) -> bool:
    """Whether another noun phrase without a verb of its own follows a comma or "and"."""
    for j in range(k, min(k + 5, len(said.tokens))):
        if said.tags[j] in "VDMIt" or _low(said, j) in ("which", "who", "that", "while"):
            return False
        if said.tags[j] in "NSP":
            after = said.tags[j + 1 : j + 2]
            return after not in ("V", "D", "M")
    return False


def _after(said: Analysis, noun: int, found: Deed) -> bool:
    """Read the prepositions behind the noun; whether it stands behind "under" ("came under attack")."""
    unit = said.units[noun]
    k = _token(said, unit)
    under = _low(said, k - 1) == "under" or (said.tags[k - 1 : k] == "A" and _low(said, k - 2) == "under")
    while k < len(said.tokens) and said.tokens[k][0] < unit.end:
        k += 1
    while k < len(said.tokens):
        low, tag = _low(said, k), said.tags[k]
        if low == "by" or (low == "from" and under):
            heads, k = _heads(said, k + 1)
            found.doers += heads
        elif low == "of":
            heads, k = _heads(said, k + 1)
            found.of += heads
        elif low == "between":
            heads, k = _heads(said, k + 1)
            found.owners += heads
        elif low in _UNDERGOER and said.tags[k + 1 : k + 2] != "V":
            heads, k = _heads(said, k + 1)
            found.undergoers += heads
        elif low in _PASSED or (tag == "B" and key(low) in DOING | {key("carry"), key("blame")}):
            _, k = (None, k + 1) if tag == "B" else _heads(said, k + 1)
        elif low == "out" or tag == "U" or any(d.start <= said.tokens[k][0] < d.end for d in said.dates):
            k += 1
        else:
            break
    return under


def _from_verbs(said: Analysis, noun: int, found: Deed) -> None:
    for frame in said.frames:
        verb = said.units[frame.verb]
        if noun not in frame.patients or frame.verb == noun:
            continue
        if verb.key in UNDERGOING:
            found.undergoers += frame.agents
        elif verb.key in DOING:
            found.doers += frame.agents
    k = _token(said, said.units[noun])
    if _low(said, k - 1) == "under" and not found.undergoers:
        subject = next((f.agents for f in said.frames if said.units[f.verb].end <= said.units[noun].start <= said.units[f.verb].end + 16), ())  # fmt: skip
        found.undergoers += subject


def _told(said: Analysis, noun: int, article: str, found: Deed, *, under: bool) -> bool:
    unit = said.units[noun]
    definite = article in ("the", "'s", "this", "that", "these", "those", "both", "all") or bool(
        found.owners and article
    )
    plural = said.tags[_token(said, unit)] == "S"
    borne = False
    for frame in said.frames:
        verb = said.units[frame.verb]
        if frame.verb == noun:
            continue
        if noun in frame.patients and not frame.passive:
            if verb.rung is not Rung.HAPPENED or verb.negated:
                return False
            if verb.key in DOING | UNDERGOING or (verb.key in GRANTING and (definite or plural)):
                borne = True
        elif noun in frame.agents or (frame.passive and noun in frame.patients):
            if frame.passive and noun in frame.patients and verb.key in _UNDONE:
                return False
            if verb.rung is not Rung.HAPPENED and unit.rung is not verb.rung:
                return False
            past = said.tags[_token(said, verb)] in "DB"
            if past or verb.key in _SUBJECT_OF:
                borne = True
    if under or borne:
        return True
    if unit.key in QUALITIES:
        return _is_had(said, unit)
    if article in ("a", "an", "any", "no"):
        return _led_in(said, unit)
    if definite or plural or found.owners:
        return True
    return _led_in(said, unit)


def _is_had(said: Analysis, unit: Unit) -> bool:
    """Whether a quality is told as somebody's: "has the capacity to"."""
    k = _token(said, unit) - 1
    while k >= 0 and said.tags[k] in "TAR":
        k -= 1
    return _low(said, k) in ("has", "have", "had")


def _led_in(said: Analysis, unit: Unit) -> bool:
    """Whether a preposition of time or cause leads to the noun in a sentence told of the past."""
    k = _token(said, unit) - 1
    while k >= 0 and (said.tags[k] in "TAUNPSGB" or _low(said, k) == "-"):
        k -= 1
    return _low(said, k) in _IN and "D" in said.tags[: max(k, 0)] + said.tags[k:]
