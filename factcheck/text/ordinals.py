"""Ordinals: a rank or a place in a row, as far as they are not part of a name, a date or an idiom."""

from __future__ import annotations

from decimal import Decimal

from factcheck.domain.analysis import QuantityKind
from factcheck.text.counted import Counted, ends_phrase, is_plural, is_superlative, plural_head, singular_head
from factcheck.text.figures import ONE, Figure
from factcheck.text.number_tokens import DASHES, NUMERAL, WORD, Tokens
from factcheck.text.number_words import NUMBER_WORDS, ORDINALS, SMALL, TENS, numeral, word_set
from factcheck.text.words import key

_BODIES_AFTER_ORDINAL = word_set(
    """century centuries street avenue army fleet division brigade battalion infantry regiment corps squadron amendment
    circuit district republic reich airborne cavalry arrondissement congress lieutenant lady ladies hand aid world
    estate quarter quarters half halves"""
)

_NOT_AFTER_FIRST = word_set("time class name names person deputy minister thing things sergeant baron secretary of")


_RANKING = word_set(
    """finished finish finishes finishing came come comes placed places place ranked ranks rank ranking is are was were
    be"""
)

POSSESSIVES = word_set("the its his her their our my your whose a only")


def ordinal_at(t: Tokens, i: int) -> Figure | None:
    """Read "fifth", "twenty-first", "5th" starting at token i."""
    word = t.low[i]
    value = ORDINALS.get(word)
    end = i + 1
    if word in SMALL and t.low[t.after(i)] == "hundred":
        k = t.after(t.after(i))
        k = k + 1 if t.low[k] == "and" else k
        if (rest := ordinal_at(t, k)) is not None and t.kind[k] == WORD and rest.value is not None:
            value, end = SMALL[word] * 100 + int(rest.value), rest.end
    if value is None and word in TENS and (nxt := ORDINALS.get(t.low[t.after(i)])) is not None and nxt < 10:
        value, end = TENS[word] + nxt, t.after(i) + 1
    if (
        value is None
        and t.kind[i] == NUMERAL
        and t.low[i + 1] in {"st", "nd", "rd", "th"}
        and t.touches(i)
        and (read := numeral(word))
    ):
        value, end = int(read[0]), i + 2
    if value is None:
        return None
    number = Decimal(value)
    return Figure(i, end, number, number, number, ONE, "ordinal", kind=QuantityKind.ORDINAL, words=t.kind[i] == WORD)


def ranks(t: Tokens, f: Figure) -> bool:
    """Whether an ordinal is a rank or a place in a row, and not part of a name, a date or an idiom; sets what it ranks."""
    i, j = f.first, t.after(f.end - 1)
    before, nxt = t.low[i - 1], t.low[j]
    if _is_named(t, f, i, j) or _is_idiom(t, f, i, j):
        return False
    if is_superlative(nxt):
        f.noun = singular_head(t, j + 1)
        return True
    owned = before.endswith(("'s", "’s")) or before in _OWNERS
    if f.value == 1:
        placed = before in _PLACED and (t.kind[j] != WORD or nxt in {"in", "with"})
        if placed or not (owned or before in POSSESSIVES):
            return placed
    if t.hyphen(f.end) and t.kind[j] == WORD:
        f.noun = Counted(key(nxt), j, j + 1)
        return True
    if nxt == "and" and t.low[j + 1] in {"final", "last", "deciding"}:
        j += 1
    noun = (_first_of_many(t, j) if f.value == 1 else None) or singular_head(t, j)
    f.noun = noun if noun is not None and noun.first == j else None
    if f.noun is not None or owned or (before == "the" and nxt in {"of", "since", "in", "this", "to"}):
        return True
    return before in _RANKING or (t.low[i - 2] in _RANKING and before in {"in", "a", "the"})


def _first_of_many(t: Tokens, j: int) -> Counted | None:
    """The plural of "the first elections in years"; not the verb of "the first phase covers homes"."""
    noun = plural_head(t, j)
    if (
        noun is None
        or t.low[noun.end] in POSSESSIVES
        or (t.kind[noun.end] in (WORD, NUMERAL) and not ends_phrase(t.low[noun.end]))
    ):
        return None
    return None if noun.end - noun.first > 1 and is_plural(t, noun.end - 2) else noun


def _is_named(t: Tokens, f: Figure, i: int, j: int) -> bool:
    """Whether the ordinal is in a name or a date: "Fifth Avenue", "the 20th century", "May 5th", "the mid-19th"."""
    nxt = t.low[j]
    if t.capital(i) and (not t.opens(i) or (f.words and t.capital(j))):
        return True
    if nxt in _BODIES_AFTER_ORDINAL or t.month(i - 1) or t.month(j) or (nxt == "of" and t.month(j + 1)):
        return True
    return t.end[i - 1] == t.start[i] and t.low[i - 1] in DASHES and t.kind[i - 2] == WORD


def _is_idiom(t: Tokens, f: Figure, i: int, j: int) -> bool:
    """Whether the ordinal ranks nothing: "the first two", "per second", "in the second place", "first-class", "for the first time"."""
    before, nxt = t.low[i - 1], t.low[j]
    if nxt in NUMBER_WORDS or t.kind[j] == NUMERAL or nxt in {"few", "several", "hundred", "dozen"}:
        return True
    if f.value == 2 and (
        before in {"per", "split", "every", "at"} or t.kind[i - 1] == NUMERAL or before in NUMBER_WORDS
    ):
        return True
    if nxt == "place" and before == "the" and t.low[i - 2] == "in":
        return True
    superlative = is_superlative(nxt)
    return f.value == 1 and not superlative and (t.hyphen(f.end) or (nxt in _NOT_AFTER_FIRST and nxt != "of"))


_OWNERS = word_set("its his her their")
_PLACED = word_set("finished finish came placed ranked ranks finishing")
