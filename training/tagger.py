"""Train the word-class tagger: `python training/tagger.py TAGGED.jsonl.gz factcheck/text/tables/tagger.json`.

Each line of the input is `[[word, ...], [Penn tag, ...]]`. The weights that ship were trained on sentences tagged by spaCy's
`en_core_web_sm` (MIT): see `factcheck/text/tables/tagger.md`.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

from factcheck.text.tagging import place_features, shape, word_features

PENN = {
    "NN": "N", "NNS": "S", "NNP": "P", "NNPS": "P", "VB": "V", "VBP": "V", "VBZ": "V", "VBD": "D", "VBN": "B", "VBG": "G", "MD": "M",
    "JJ": "A", "JJR": "A", "JJS": "A", "RB": "R", "RBR": "R", "RBS": "R", "WRB": "R", "RP": "R", "IN": "I", "TO": "t", "DT": "T",
    "PDT": "T", "WDT": "T", "PRP": "O", "PRP$": "O", "WP": "O", "WP$": "O", "EX": "O", "CC": "C", "CD": "U", "POS": "s",
}  # fmt: skip
SIGNS = frozenset(". , : `` '' -LRB- -RRB- HYPH $ # NFP SYM".split())
ROUNDS = 4
SEEN_AT_LEAST = 4
SURE = 0.995
KEEP_WEIGHT = 14
SCALE = 10


def letter(penn: str, word: str) -> str:
    """Our letter for a Penn tag."""
    if not word[0].isalnum() and word not in ("'s", "’s"):
        return "." if word.lower() not in ("n't", "n’t") else "R"
    if word.lower() in ("'s", "’s"):
        return "s"
    return "." if penn in SIGNS and not word[0].isalnum() else PENN.get(penn, "X")


def main(source: str, target: str) -> None:
    """Train, measure on one sentence in twenty, write."""
    sentences = []
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            words, penns, *_ = json.loads(line)
            sentences.append((words, [letter(p, w) for p, w in zip(penns, words, strict=True)]))
    held = sentences[::20]
    train = [item for i, item in enumerate(sentences) if i % 20]
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for words, tags in train:
        for i, (word, tag) in enumerate(zip(words, tags, strict=True)):
            if i and word[0].isupper() and tag == "P":
                continue
            counts[word.lower()][tag] += 1
    lexicon = {
        word: tags.most_common(1)[0][0]
        for word, tags in counts.items()
        if sum(tags.values()) >= SEEN_AT_LEAST and tags.most_common(1)[0][1] / sum(tags.values()) >= SURE
    }
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    totals: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    stamps: dict[tuple[str, str], int] = defaultdict(int)
    step = 0
    rng = random.Random(7)  # noqa: S311

    def bump(name: str, tag: str, by: int) -> None:
        totals[name][tag] += (step - stamps[name, tag]) * weights[name][tag]
        stamps[name, tag] = step
        weights[name][tag] += by

    def run(words: list[str], gold: list[str] | None) -> list[str]:
        nonlocal step
        lows = [w.lower() for w in words]
        known = [lexicon.get(low, "?") for low in lows] + ["$"]
        tags: list[str] = []
        for i, word in enumerate(words):
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
            names = [*word_features(lows[i], form), *place_features(lows, i, form, tags, known[i + 1])]
            score: dict[str, float] = {}
            for name in names:
                for tag, weight in weights.get(name, {}).items():
                    score[tag] = score.get(tag, 0) + weight
            guess = max(score, key=lambda t: (score[t], t)) if score else "N"
            if gold is not None:
                step += 1
                if guess != gold[i]:
                    for name in names:
                        bump(name, gold[i], 1)
                        bump(name, guess, -1)
            tags.append(guess)
        return tags

    for turn in range(ROUNDS):
        rng.shuffle(train)
        for words, tags in train:
            run(words, tags)
        print("round", turn, flush=True)
    averaged: dict[str, dict[str, int]] = {}
    for name, row in weights.items():
        kept = {}
        for tag, weight in row.items():
            mean = (totals[name][tag] + (step - stamps[name, tag]) * weight) / step
            if abs(round(mean * SCALE)) >= KEEP_WEIGHT:
                kept[tag] = round(mean * SCALE)
        if kept:
            averaged[name] = dict(sorted(kept.items()))
    weights = averaged  # type: ignore[assignment]
    right = total = 0
    for words, tags in held:
        guess = run(words, None)
        total += len(tags)
        right += sum(a == b for a, b in zip(guess, tags, strict=True))
    print(f"held-out agreement {right / total:.4f} on {total} words; {len(lexicon)} words, {len(averaged)} features")
    groups: dict[str, list[str]] = defaultdict(list)
    for word in sorted(lexicon):
        groups[lexicon[word]].append(word)
    data = {
        "lexicon": {tag: " ".join(words) for tag, words in sorted(groups.items())},
        "weights": dict(sorted(averaged.items())),
    }
    Path(target).write_text(json.dumps(data, ensure_ascii=False, indent=0, separators=(",", ":")), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
