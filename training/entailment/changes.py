"""Pairs made from single news sentences: what a sentence bears out, and the small changes that it does not bear out.

Each rule reads one analysed sentence and yields (rule, claim, evidence, label). Rules that cannot apply yield nothing.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.text.equivalents import same, wider
from factcheck.text.opposites import opposite
from factcheck.text.words import key

if TYPE_CHECKING:
    from factcheck.domain.analysis import Analysis

Pair = tuple[str, str, str, str]
SUPPORTS, REFUTES, NEUTRAL = "supports", "refutes", "neutral"

_OPENERS = (
    "as after while when although though because since saying adding which who whose where but despite amid following "
    "killing wounding leaving calling accusing including with"
).split()
_CLAUSES = re.compile(rf",\s+(?:{'|'.join(_OPENERS)})\b|;\s+|\s+(?:after|because|while|although|despite|amid)\s+", re.IGNORECASE)  # fmt: skip
_CONDITIONAL = re.compile(r"^(?:if|unless|whether|no|few|none|neither|some|not|although|while|despite|without)\b", re.IGNORECASE)  # fmt: skip
_BE = {"is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "should"}
_IRREGULAR = {
    "said": "say", "made": "make", "took": "take", "met": "meet", "held": "hold", "won": "win", "left": "leave", "told": "tell",
    "gave": "give", "went": "go", "began": "begin", "came": "come", "found": "find", "led": "lead", "lost": "lose", "saw": "see",
    "sent": "send", "fell": "fall", "rose": "rise", "broke": "break", "brought": "bring", "built": "build", "bought": "buy",
    "caught": "catch", "chose": "choose", "drew": "draw", "drove": "drive", "fought": "fight", "flew": "fly", "grew": "grow",
    "kept": "keep", "knew": "know", "paid": "pay", "ran": "run", "shot": "shoot", "showed": "show", "sold": "sell", "spent": "spend",
    "spoke": "speak", "stood": "stand", "struck": "strike", "thought": "think", "threw": "throw", "withdrew": "withdraw",
    "wrote": "write", "became": "become", "got": "get", "put": "put", "set": "set", "cut": "cut", "hit": "hit", "felt": "feel",
}  # fmt: skip
_WEAKER = (
    "plans to {}", "is planning to {}", "is expected to {}", "wants to {}", "has threatened to {}", "has offered to {}",
    "has been asked to {}", "has been urged to {}", "is considering whether to {}", "hopes to {}", "could {}", "may {}",
    "has agreed to {}", "has promised to {}",
)  # fmt: skip
_DENIED = ("did not {}", "has refused to {}", "failed to {}", "never {past}", "declined to {}", "has not {part}")
_ALIKE = (
    ("plans to {}", "intends to {}"), ("plans to {}", "is planning to {}"), ("has promised to {}", "has pledged to {}"),
    ("has promised to {}", "has vowed to {}"), ("is expected to {}", "is likely to {}"), ("wants to {}", "hopes to {}"),
    ("has refused to {}", "will not {}"), ("has refused to {}", "has rejected calls to {}"), ("may {}", "could {}"),
    ("has been urged to {}", "has faced calls to {}"), ("has threatened to {}", "has warned it will {}"),
    ("failed to {}", "did not {}"), ("declined to {}", "refused to {}"), ("has agreed to {}", "has said it will {}"),
)  # fmt: skip
_MUTUAL = frozenset("meet talk agree discuss border marry negotiate sign join cooperate with and".split())


class Lexicon:
    """What the corpus itself shows: which words are base forms, and names of each kind."""

    def __init__(self, bases: Counter[str], names: dict[str, list[str]]) -> None:
        """Keep the counts."""
        self.bases = bases
        self.names = names

    def base(self, past: str) -> str | None:
        """The base form of a past-tense verb; None when the corpus never shows it."""
        low = past.lower()
        if low in _IRREGULAR:
            return _IRREGULAR[low]
        if not low.endswith("ed"):
            return None
        stems = [low[:-2], low[:-1], low[:-3] + "y" if low.endswith("ied") else ""]
        stems += [low[:-3]] if len(low) > 5 and low[-3] == low[-4] else []
        known = [stem for stem in stems if self.bases[stem] >= 2]
        return max(known, key=lambda stem: (self.bases[stem], stem)) if known else None


def _closed(text: str) -> str:
    text = text.strip().rstrip(",;: ")
    return text if text.endswith((".", "?", "!", '"', "”")) else f"{text}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _main_verb(found: Analysis) -> tuple[int, int, str] | None:
    """The past-tense verb that carries the sentence, when it is one plain word outside any report."""
    if found.main < 0:
        return None
    unit = found.units[found.main]
    for i, (start, end, word) in enumerate(found.tokens):
        if (start, end) == (unit.start, unit.end):
            before = found.tokens[i - 1][2].lower() if i else ""
            plain = found.tags[i] == "D" and before not in _BE and before != "not" and not unit.negated
            return (start, end, word) if plain and unit.report < 0 else None
    return None


def shortened(found: Analysis) -> str | None:
    """The first clause, when it is a statement by itself: cut where a side clause opens."""
    text = found.text
    if _CONDITIONAL.match(text) or '"' in text or "“" in text:
        return None
    for cut in _CLAUSES.finditer(text):
        head = text[: cut.start()]
        count = sum(1 for token in found.tokens if token[1] <= cut.start())
        verbs = [tag for tag in found.tags[:count] if tag in "VD"]
        first_comma = head.find(",")
        if count >= 5 and verbs and 0.3 * len(text) <= len(head) <= 0.85 * len(text) and first_comma < 0:
            return _closed(head)
    return None


def from_itself(found: Analysis, rng: random.Random) -> Iterator[Pair]:
    """What a sentence bears out: itself, its first clause, itself without an aside or an opening adverbial."""
    text = found.text
    if rng.random() < 0.25:
        yield "self", text, text, SUPPORTS
    short = shortened(found)
    if short:
        yield "short", short, text, SUPPORTS
        yield "dropped-clause", text, short, NEUTRAL
    aside = re.search(r", ([^,]{8,60}), ", text)
    if aside and not any(tag in "VDM" for tag in _tags_in(found, *aside.span())) and text.count(",") == 2:
        plain = text[: aside.start()] + " " + text[aside.end() :]
        yield "no-aside", plain, text, SUPPORTS
        yield "dropped-aside", text, plain, NEUTRAL
    opening = re.match(r"(?:[A-Z][a-z]+ )?(?:on|in|at|earlier|late|last|during)\b[^,]{3,40}, (?=[A-Z])", text, re.IGNORECASE)  # fmt: skip
    if opening and not any(tag in "VDM" for tag in _tags_in(found, *opening.span())):
        yield "no-opening", _capital(text[opening.end() :]), text, SUPPORTS


def _tags_in(found: Analysis, start: int, end: int) -> list[str]:
    return [found.tags[i] for i, token in enumerate(found.tokens) if token[0] >= start and token[1] <= end]


def polarity_and_modality(found: Analysis, lexicon: Lexicon, rng: random.Random) -> Iterator[Pair]:
    """The deed done, denied, planned, asked for: each against the others."""
    text = found.text
    claim = shortened(found) or text
    verb = _main_verb(found)
    if verb and verb[1] < len(claim):
        base = lexicon.base(verb[2])
        if base is None:
            return
        forms = {"past": verb[2], "part": verb[2] if verb[2].lower().endswith("ed") else base}

        def put(pattern: str, where: str) -> str:
            return where[: verb[0]] + pattern.format(base, **forms) + where[verb[1] :]

        weak = put(rng.choice(_WEAKER), text)
        denied_as = rng.choice([p for p in _DENIED if "{part}" not in p or forms["part"] != base])
        denied = put(denied_as, text)
        roll = rng.random()
        if roll < 0.22:
            yield "planned-not-done", claim, weak, NEUTRAL
        elif roll < 0.36:
            yield "done-not-planned", put(rng.choice(_WEAKER), claim), text, NEUTRAL
        elif roll < 0.56:
            yield "denied", claim, denied, REFUTES
        elif roll < 0.72:
            yield "done-not-denied", put(denied_as, claim), text, REFUTES
        elif roll < 0.80:
            yield "denied-alike", put("did not {}", claim), denied, SUPPORTS
        elif roll < 0.93:
            ours, theirs = rng.choice(_ALIKE)
            ours, theirs = (ours, theirs) if rng.random() < 0.5 else (theirs, ours)
            yield "modal-alike", put(ours, claim), put(theirs, text), SUPPORTS
        else:
            one, two = rng.sample(_WEAKER[:10], 2)
            if {one, two} not in [set(pair) for pair in _ALIKE]:
                yield "modal-unlike", put(one, claim), put(two, text), NEUTRAL
        return
    for i, (_, end, word) in enumerate(found.tokens):
        if word.lower() in _BE and end < len(claim) and i + 1 < len(found.tokens):
            following = found.tokens[i + 1][2].lower()
            if following in ("not", "n't", "never") or (found.units and any(u.negated for u in found.units)):
                return
            negated = text[:end] + " not" + text[end:]
            if rng.random() < 0.4:
                yield "denied", claim, negated, REFUTES
            elif rng.random() < 0.7:
                yield "done-not-denied", claim[:end] + " not" + claim[end:], text, REFUTES
            else:
                yield "denied-alike", claim[:end] + " not" + claim[end:], negated, SUPPORTS
            return


def swapped(found: Analysis, rng: random.Random) -> Iterator[Pair]:
    """Doer and undergoer change places: both may be true, so nothing is borne out."""
    for frame in found.frames:
        if frame.relative or not frame.agents or not frame.patients:
            continue
        one, two = found.units[frame.agents[0]], found.units[frame.patients[0]]
        verb = found.units[frame.verb]
        plain = verb.key not in _MUTUAL and verb.report < 0 and one.kind == two.kind and one.key != two.key
        if plain and one.end <= verb.start and verb.end <= two.start and two.end - one.start < 120:
            text = found.text
            turned = text[: one.start] + _capital_like(two.text, one.text) + text[one.end : two.start] + one.text + text[two.end :]  # fmt: skip
            if rng.random() < 0.8:
                yield "swapped", turned, text, NEUTRAL
            else:
                yield "swapped-alike", turned, turned, SUPPORTS
            return


def _capital_like(word: str, like: str) -> str:
    return _capital(word) if like[:1].isupper() else word


def renamed(found: Analysis, tagged: list[tuple[str, str]], lexicon: Lexicon, rng: random.Random) -> Iterator[Pair]:
    """Another person, place or body; another speaker: not what the sentence says."""
    known = [(kind, name) for kind, name in tagged if kind in lexicon.names and name in found.text]
    if not known:
        return
    kind, name = rng.choice(known)
    other = rng.choice(lexicon.names[kind])
    if key(other) != key(name) and not set(other.lower().split()) & set(name.lower().split()):
        claim = shortened(found)
        if not claim or name not in claim:
            claim = found.text
        yield "renamed", claim.replace(name, other), found.text, NEUTRAL


def turned(found: Analysis, antonyms: dict[str, list[str]], rng: random.Random) -> Iterator[Pair]:
    """One content word gives way to its opposite in the same form."""
    spots = [
        (start, end, word) for i, (start, end, word) in enumerate(found.tokens)
        if found.tags[i] in "ADBVNSG" and word.lower() in antonyms
    ]  # fmt: skip
    if not spots:
        return
    start, end, word = rng.choice(spots)
    other = rng.choice(antonyms[word.lower()])
    changed = found.text[:start] + _capital_like(other, word) + found.text[end:]
    short = shortened(found)
    if rng.random() < 0.5:
        yield "opposite", changed if not short or end > len(short) else short[:start] + _capital_like(other, word) + short[end:], found.text, REFUTES  # fmt: skip
    else:
        yield "opposite", short if short and end < len(short) else found.text, changed, REFUTES


def antonyms_of(words: Counter[tuple[str, str]]) -> dict[str, list[str]]:
    """For each common word, its opposites that the corpus shows with the same tag and ending.

    Args:
        words: Counts of (lower-case word, tag).
    """
    common = [(word, tag) for (word, tag), count in sorted(words.items()) if count >= 8 and tag in "ADBVNSG"]
    by_key = {pair: key(pair[0]) for pair in common}
    found: dict[str, list[str]] = {}
    for word, tag in common:
        if word in ("first", "one", "most", "more", "less", "have", "had", "has", "said", "say"):
            continue
        others = [
            other for other, its in common
            if its == tag and other != word and _same_ending(word, other, tag) and opposite(by_key[word, tag], by_key[other, its])
        ]  # fmt: skip
        if others:
            found[word] = others
    return found


def _same_ending(one: str, two: str, tag: str) -> bool:
    if tag == "G":
        return one.endswith("ing") == two.endswith("ing")
    return tag not in "VN" or one.endswith("s") == two.endswith("s")


def exchanged(found: Analysis, evidence: Analysis, near: dict[tuple[str, str], list[str]], rng: random.Random) -> Iterator[Pair]:  # fmt: skip
    """One noun, verb or adjective of a claim that its evidence bears out gives way to another of its kind.

    "The bakery employs 40 apprentices" becomes "The museum employs 40 apprentices", which the evidence no longer bears out;
    where evidence and claim change alike, it still does: what stands there matters, not how usual it sounds.

    Args:
        found: The claim.
        evidence: What bears it out.
        near: For (lower-case word, tag), words of the same form, nearest in meaning first.
        rng: Decides.
    """
    told = {key(word) for _, _, word in evidence.tokens}
    spots = [
        (start, end, word, tag)
        for i, ((start, end, word), tag) in enumerate(zip(found.tokens, found.tags, strict=True))
        if tag in "NVDGAS" and near.get((word.lower(), tag)) and (word.islower() or not i)
    ]  # fmt: skip
    if not spots:
        return
    start, end, word, tag = rng.choice(spots)
    choice = near[word.lower(), tag]
    other = rng.choice(choice[:40] if rng.random() < 0.6 else choice)
    mine, its = key(word), key(other)
    if its in told or mine == its or same(mine, its) or its in wider(mine):
        return
    changed = found.text[:start] + _capital_like(other, word) + found.text[end:]
    spoken = [(s, e, w) for s, e, w in evidence.tokens if w.lower() == word.lower()]
    if len(spoken) == 1 and rng.random() < 0.35:
        s, e, w = spoken[0]
        yield "exchanged-alike", changed, evidence.text[:s] + _capital_like(other, w) + evidence.text[e:], SUPPORTS
    else:
        yield "exchanged", changed, evidence.text, NEUTRAL
