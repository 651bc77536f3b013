"""How many claims with one word exchanged the model bears out: `python training/entailment/swaps.py SETS_FOLDER MODEL_FOLDER SET ...`.

Every supported item of the even halves is judged as users judge it. Where it is supported, up to three of its words are exchanged for
others of the same tag and ending, and each new claim is judged against the same evidence. The table gives, by threshold, the
items that the model bears out and the exchanged claims that it bears out, which are wrong but for a synonym by chance.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from pathlib import Path

import changes
from pairs import SEED, in_tuning_half, rows_of

from factcheck import Corpus
from factcheck.adapters.onnx import OnnxJudge
from factcheck.domain.claim import Claim
from factcheck.domain.verdict import Verdict
from factcheck.pipeline import check
from factcheck.text.analyse import analyse

EACH, SEEN = 3, 2  # words exchanged in a claim, least count of a word that takes the place of another
LIMITS = (0.6, 0.7, 0.75, 0.8, 0.84, 0.88, 0.9, 0.92)


def of_a_kind(sentences: list[str]) -> dict[tuple[str, str], list[str]]:
    """For each (word, tag), the words that these sentences show with the same tag and ending."""
    words: Counter[tuple[str, str]] = Counter()
    for sentence in sentences:
        found = analyse(sentence)
        words.update((word.lower(), tag) for (_, _, word), tag in zip(found.tokens, found.tags, strict=True))
    groups: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for (word, tag), count in sorted(words.items()):
        if tag in "NVDGAS" and count >= SEEN and len(word) > 2 and word.isalpha():
            groups[tag, next((end for end in ("ing", "ed", "s") if word.endswith(end)), "")].append((word, tag))
    return {member: [word for word, _ in members] for members in groups.values() for member in members}


def score(verdict: Verdict) -> float | None:
    """The model's score where a support rests on it, 9 where the matchers alone support, None for all else."""
    if verdict.label != "supported":
        return None
    return verdict.evidence[0].score if verdict.decided_by == "model" else 9.0


def main() -> None:
    """Judge, exchange, judge again, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("sets", nargs="+")
    options = parser.parse_args()
    judge = OnnxJudge(options.model)
    judge.threshold = LIMITS[0]
    rng = random.Random(SEED)  # noqa: S311
    items = [
        item for name in options.sets for item in filter(in_tuning_half, rows_of(options.folder / f"{name}.jsonl.gz"))
    ]
    near = of_a_kind([item["claim"] for item in items])
    right, borne, tried = [], [], 0
    for item in items:
        if item["label"] != "supported":
            continue
        corpus = Corpus.from_texts([piece["text"] for piece in item["evidence"]])
        found = score(check(Claim(item["claim"]), index=corpus, judge=judge))
        if found is None:
            continue
        right.append(found)
        claim, evidence = analyse(item["claim"]), analyse(" ".join(piece["text"] for piece in item["evidence"]))
        for _ in range(EACH):
            for rule, sentence, _, _ in changes.exchanged(claim, evidence, near, rng):
                if rule == "exchanged":
                    tried += 1
                    borne.append(score(check(Claim(sentence), index=corpus, judge=judge)))
    for limit in LIMITS:
        true, false = (sum(s is not None and limit <= s < 9 for s in scores) for scores in (right, borne))
        print(f"{limit:.2f}  borne by the model: {true} claims, {false} of {tried} exchanged")
    print(
        f"borne by the matchers alone: {sum(s == 9 for s in right)} claims, {sum(s == 9 for s in borne)} of {tried} exchanged"
    )


if __name__ == "__main__":
    main()
