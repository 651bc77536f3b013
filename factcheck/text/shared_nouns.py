"""The noun that a count shares with its neighbour: "killed 12 and wounded 30 civilians"."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.domain.analysis import Quantity, QuantityKind
from factcheck.text.figures import Figure
from factcheck.text.number_tokens import WORD, Tokens
from factcheck.text.number_words import word_set
from factcheck.text.words import key

_HEDGED = r"(?:(?:another|a further|at least|more than|about|some|nearly|up to|as many as|around|almost|an estimated|over)\s+)*"

_HARM = r"(?:kill|wound|injur|arrest|detain|hurt|captur)(?:ed|ing)?"

_LIKEWISE = re.compile(
    rf"(?:\s+(?:[a-z]+ed|[A-Z][a-z]+))?\s*(?:,|and|or|but|to)\s*(?:and\s+)?(?:{_HARM}\s+)?{_HEDGED}\Z"
)

# "four gold, five silver and two bronze medals": kinds of one thing, each with its own word before the noun of the last
_KINDS = re.compile(rf"\s+[a-z]+\s*(?:,|and)\s*(?:and\s+)?{_HEDGED}\Z")
KIND_OF = "kind-of"

_AND_THEN = re.compile(rf"[^.;:]{{0,40}}?(?:,|\b(?:and|while|but))\s+(?:also\s+)?({_HARM}\s+)?{_HEDGED}\Z")

_SUFFERED = re.compile(
    r"\s*(?:others?\s+|more\s+)?(?:(?:was|were|are|is|have been|has been|remain|remained|still)\s+){0,2}(?:[a-z]+ly\s+)?"
    r"(?:killed|wounded|injured|missing|hurt|dead|arrested|detained|hospitali[sz]ed)\b"
)

_ANSWERED = re.compile(r"\s*(?:[.,;)]|(?:in|on|at|near|when|before|after|during|as)\b|\Z)")

_STATES = frozenset(key(word) for word in ("dead", "wounded", "injured", "missing", "homeless"))

_PERSONS = frozenset(
    key(word)
    for word in word_set(
        """person civilian soldier troop casualty victim survivor passenger child woman man hostage prisoner detainee
        officer policeman worker employee student patient refugee militant rebel insurgent suspect resident
        peacekeeper marine sailor pilot journalist protester demonstrator inmate migrant settler gunman bystander
        tourist visitor member guard fighter police boy girl teenager villager miner driver contractor bodyguard
        serviceman militiaman recruit worshipper pilgrim shopper commuter servicemember terrorist attacker bomber
        guerrilla firefighter teacher doctor nurse farmer fisherman personnel staff crew staffer official lawmaker
        leader commander general teen youth adult infant baby mourner climber hiker swimmer"""
    )
)

_FOLLOWS_OTHERS = word_set(
    """were are was is have had in on at from by and or as when after during who to wounded injured killed dead missing
    hurt monday tuesday wednesday thursday friday saturday sunday remain remained died suffered"""
)


def share_nouns(t: Tokens, found: list[tuple[Figure, Quantity]]) -> list[Quantity]:
    """Give a count without a noun the noun of its neighbour.

    "killed 12 and wounded 30 civilians"; "27 people dead and 100 others hurt"; "six soldiers died and five were wounded". Where
    the words are about harm, only persons are taken over: "ten houses fell and five were injured" leaves the five alone.
    """
    quantities = [quantity for _, quantity in found]
    for n in range(len(quantities) - 2, -1, -1):
        here, following = quantities[n], quantities[n + 1]
        near = _lacks_noun(here) and _has_noun(following) and following.start - here.end < 60
        if near and _LIKEWISE.fullmatch(t.text[here.end : following.start]):
            quantities[n] = replace(here, unit=following.unit)
        elif _is_kind(t, here, following):
            quantities[n] = replace(here, unit=following.unit, rule=KIND_OF)
    for n in range(1, len(quantities)):
        here, previous = quantities[n], quantities[n - 1]
        if (
            _lacks_noun(here)
            and previous.kind is QuantityKind.AGE
            and t.text[previous.end : here.start] in {" and ", " or ", ", "}
        ):
            if previous.rule == "age" and here.value is not None and here.value < 120:
                quantities[n] = replace(here, kind=previous.kind, unit=previous.unit)
        elif _lacks_noun(here) and previous.kind is QuantityKind.PERCENT and t.text[: previous.start].endswith("from "):
            if t.text[previous.end : here.start] == " to ":
                quantities[n] = replace(here, kind=previous.kind, unit=previous.unit)
        elif _lacks_noun(here) and _is_old_level(t, here, previous):
            quantities[n] = replace(here, kind=previous.kind, unit=previous.unit)
        elif (
            _lacks_noun(here)
            and _has_noun(previous)
            and here.start - previous.end < 120
            and _goes_on(t, found[n][0], here, previous)
        ):
            quantities[n] = replace(here, unit=previous.unit)
    return quantities


_LEVELS = (QuantityKind.PERCENT, QuantityKind.MONEY)
_SAME_SCALE = 1000  # "to 15 million from 12" leaves the million out: not the same unit yet


def _is_old_level(t: Tokens, here: Quantity, previous: Quantity) -> bool:
    """Whether a bare number is where a change started whose end is told with its unit: "to 9 million crowns from 12 million"."""
    told = t.text[previous.end : here.start] == " from " and t.text[: previous.start].endswith("to ")
    if not told or previous.kind not in _LEVELS or here.value is None or previous.value is None:
        return False
    return here.value * _SAME_SCALE > previous.value


def _is_kind(t: Tokens, here: Quantity, following: Quantity) -> bool:
    """Whether a count is one of several kinds of what the next one counts: "four gold" before "two bronze medals"."""
    span = following.unit_span
    qualified = following.rule == KIND_OF or (span is not None and len(t.text[slice(*span)].split()) > 1)
    counted = _lacks_noun(here) and following.kind is QuantityKind.COUNT and following.unit is not None
    return counted and qualified and _KINDS.fullmatch(t.text[here.end : following.start]) is not None


def _goes_on(t: Tokens, figure: Figure, here: Quantity, previous: Quantity) -> bool:
    """Whether a count without a noun goes on about what the figure before it counts."""
    start = here.hedge_span[0] if here.hedge_span and here.hedge_span[0] < here.start else here.start
    between = t.text[previous.unit_span[1] if previous.unit_span else previous.end : start]
    if between == " to ":
        return True
    after = t.text[here.end : here.end + 60]
    suffered = _SUFFERED.match(after) is not None
    harm = _AND_THEN.fullmatch(between)
    if suffered or (harm is not None and harm.group(1)):
        answered = suffered or _ANSWERED.match(after) is not None or t.low[figure.end] in {"others", "more"}
        return harm is not None and answered and _is_person(t, previous)
    first = figure.end
    return t.low[first] in {"others", "more", "other"} and (
        t.kind[first + 1] != WORD or t.low[first + 1] in _FOLLOWS_OTHERS
    )


def _is_person(t: Tokens, quantity: Quantity) -> bool:
    if quantity.unit in _PERSONS:
        return True
    last = t.text[slice(*quantity.unit_span)].split()[-1] if quantity.unit_span else ""
    return last[:1].isupper() and last.endswith(("ans", "an", "is", "i", "ese"))


def _has_noun(quantity: Quantity) -> bool:
    return (
        quantity.kind is QuantityKind.COUNT
        and quantity.unit is not None
        and quantity.unit_span is not None
        and quantity.unit not in _STATES
    )


def _lacks_noun(quantity: Quantity) -> bool:
    return quantity.kind is QuantityKind.COUNT and quantity.unit is None
