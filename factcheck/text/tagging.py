"""Word classes of a sentence, one letter a token.

An averaged perceptron (Collins 2002) behind a dictionary: words with one class are looked up, the others and the unknown
ones are decided from their shape and neighbours. The weights are data (`tables/tagger.json`, its card beside it).

Letters: N noun, S plural noun, P proper name, V verb (base or present), D past verb, B participle in -ed or -en, G verb
in -ing, M modal, A adjective, R adverb, I preposition or subordinator, t "to", T determiner or question word, O pronoun,
C conjunction, U numeral, s possessive ending, "." sign, X anything else.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

# Letters that only these words may get: a plural noun at the start of a sentence is no "to".
_CLOSED = {
    "t": frozenset({"to"}),
    "M": frozenset(
        "can could may might must shall should will would ll 'll ’ll ought need ca wo sha 'd ’d d cannot".split()
    ),
    "C": frozenset("and or but nor yet so plus & either neither both n 'n' versus vs".split()),
    "T": frozenset(
        """the a an this that these those some any no every each all both half such what which another either neither whatever whichever
        many quite la le el""".split()
    ),
}
# Past verbs that look like nouns: "the dog bit the man".
_STRUCK = frozenset("bit hit cut shut hurt shot beat cast spread split burst".split())
# Verbs that look like nouns and bring a figure: "the census cost 6.3 million", "the probe weighs 1.3 tonnes".
_MEASURING = {"cost": "D", "costs": "V", "weighs": "V", "measures": "V", "totals": "V", "numbers": "V", "averages": "V"}
Weights = dict[str, dict[str, int]]


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], Weights]:
    data = json.loads((files("factcheck.text") / "tables" / "tagger.json").read_text(encoding="utf-8"))
    lexicon = {word: tag for tag, words in data["lexicon"].items() for word in words.split()}
    return lexicon, data["weights"]


def shape(word: str, *, first: bool) -> str:
    """One letter for how a word is written: d digits, u capitals, C or c a capital (at the start or not), l small."""
    if word[0].isdigit():
        return "d"
    if word.isupper() and len(word) > 1:
        return "u"
    if word[0].isupper():
        return "C" if first else "c"
    return "l"


def word_features(low: str, form: str) -> tuple[str, ...]:
    """Names of the features of a word by itself: the word, and its last letters with its shape."""
    return "w" + low, "f" + form + low[-3:], "g" + form + low[-2:], "h" + form + low[-4:]


def place_features(lows: Sequence[str], i: int, form: str, tags: Sequence[str], after: str) -> tuple[str, ...]:
    """Names of the features of the place of word `i`.

    Args:
        lows: The words in small letters.
        i: Which word.
        form: Its shape.
        tags: Classes of the words before it.
        after: Class of the next word, if the dictionary knows only one.
    """
    last, before = last_classes(tags)
    return *class_features(last, before, form, after), *neighbour_features(lows, i, last)


def last_classes(tags: Sequence[str]) -> tuple[str, str]:
    """The class of the last word, and that of the one before it."""
    return tags[-1] if tags else "^", tags[-2] if len(tags) > 1 else "^"


def class_features(last: str, before: str, form: str, after: str) -> tuple[str, ...]:
    """Names of the features that the classes around a word make with its shape."""
    return "p" + last + form, "q" + before + last, "o" + after + last


def neighbour_features(lows: Sequence[str], i: int, last: str) -> tuple[str, ...]:
    """Names of the features that the words beside word `i` make, and the class before it with the word itself."""
    before = lows[i - 1] if i else "^"
    return "b" + before, "n" + (lows[i + 1] if i + 1 < len(lows) else "$"), "x" + last + lows[i]


@lru_cache(maxsize=50_000)
def _word_score(low: str, form: str) -> dict[str, int]:
    return _sum(word_features(low, form))


@lru_cache(maxsize=50_000)
def _class_score(last: str, before: str, form: str, after: str) -> dict[str, int]:
    return _sum(class_features(last, before, form, after))


def _sum(names: Sequence[str]) -> dict[str, int]:
    score: dict[str, int] = {}
    for name in names:
        _add(score, _tables()[1].get(name, {}))
    return score


def _add(score: dict[str, int], row: dict[str, int]) -> None:
    for letter, weight in row.items():
        score[letter] = score.get(letter, 0) + weight


def _best(score: dict[str, int], low: str) -> str:
    """The letter with the highest score of those that a word may get; N if there is none."""
    while score:
        _, letter = max(zip(score.values(), score, strict=True))
        if letter not in _CLOSED or low in _CLOSED[letter]:
            return letter
        del score[letter]
    return "N"


def _opens_figure(lows: Sequence[str], i: int) -> bool:
    return i < len(lows) and (lows[i][0].isdigit() or lows[i] in ("$", "£", "€", "about", "around", "nearly", "almost"))


def tag(words: Sequence[str]) -> str:
    """One letter for each word.

    Gets right: "The strikes killed 16" (S) and "It strikes at dawn" (V). Gets wrong now and then: headlines without verbs.
    """
    lexicon, weights = _tables()
    lows = [word.lower() for word in words]
    known = [lexicon.get(low, "?") for low in lows]
    known.append("$")
    tags: list[str] = []
    for i, word in enumerate(words):
        low = lows[i]
        found = known[i]
        if found != "?" and (found in ".sC" or not word[0].isupper() or (i == 0 and found not in "NSA")):
            tags.append(found)
            continue
        form = shape(word, first=i == 0)
        if form == "d":
            tags.append("U" if found == "?" else found)
            continue
        if not word[0].isalnum():
            tags.append(".")
            continue
        if low in _STRUCK and tags and tags[-1] in "NSPO" and i + 1 < len(words) and known[i + 1] in "TOA?":
            tags.append("D")
            continue
        if low in _MEASURING and tags and tags[-1] in "NSPOU" and _opens_figure(lows, i + 1):
            tags.append(_MEASURING[low])
            continue
        last, before = last_classes(tags)
        score = dict(_word_score(low, form))
        _add(score, _class_score(last, before, form, known[i + 1]))
        for name in neighbour_features(lows, i, last):
            row = weights.get(name)
            if row:
                _add(score, row)
        tags.append(_best(score, low))
    return "".join(tags)
