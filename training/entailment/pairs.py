"""Build the training file: `python training/entailment/pairs.py PAIRS_FOLDER TEXT_FOLDER BASE_FOLDER OUT.jsonl.gz`.

PAIRS_FOLDER holds labelled sets, one JSON object a line (`claim`, `evidence` with `text`, `label`, `tags`); TEXT_FOLDER holds
news sentences in article order; BASE_FOLDER holds the base model, whose word vectors say which words are near one another. Every pair is masked by `factcheck.wording.mask`, the function that masks at run time.
Each output line is `[claim, evidence, label, set, part]`; part is `train` or `held`, by a hash of the evidence.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path

import changes
import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from factcheck.matchers import dates, numbers
from factcheck.text.analyse import analyse
from factcheck.text.tokens import tokenize
from factcheck.wording import mask

SEED = 20
HELD = 2  # percent of evidence texts kept for measuring
LABELS = {"supported": "supports", "contradicted": "refutes", "missing": "neutral"}
TAKE = {  # pairs a set gives; a set that is machine-made or one-sided gives few
    "vitaminc": 40_000, "mnli": 20_000, "snli": 10_000, "snli-counterfactual": 10_000, "scone": 4_000, "help-part": 3_000,
    "conjnli": 3_500, "scifact": 1_000, "fever-nei-sameentity": 15_000,
}  # fmt: skip
FEVER_EACH = 16_500
WITHOUT_DECIDING = 5000
MADE = {  # pairs a rule of `changes` or of this file gives
    "self": 3000, "short": 6000, "no-aside": 2500, "no-opening": 2500, "dropped-clause": 4000, "dropped-aside": 1500,
    "planned-not-done": 2500, "done-not-planned": 1500, "denied": 2500, "done-not-denied": 2500, "denied-alike": 2000,
    "modal-alike": 3000, "modal-unlike": 1000, "swapped": 3000, "swapped-alike": 800, "renamed": 3500, "opposite": 4000,
    "neighbour": 7000, "unrelated": 3500, }  # fmt: skip
EXCHANGED_IN = frozenset(["fever", "vitaminc", "snli", "snli-counterfactual", "mnli", "short", "no-aside", "no-opening", "modal-alike"])  # fmt: skip
EXCHANGED, SEEN, NEAREST = 60_000, 5, 400  # claims tried, least count of a word, neighbours kept
_NOT = re.compile(
    r"\b(?:not|never|no|only|n't|incapable|unable|yet to|failed|refused|neither|nobody|nothing)\b", re.IGNORECASE
)
_MARKS = re.compile(r"[?*\[{]|\(\(")  # questions and page marks
_WORD = re.compile(r"[A-Za-z]{3,}")
_STOP = frozenset("the and was were are has have had for with that this from his her its their which who been also into".split())  # fmt: skip
Row = tuple[str, str, str, str]


def in_tuning_half(item: dict[str, object]) -> bool:
    """Whether an item of a measuring set may be tuned on: those whose sha256 of the id is even; the others are reported on."""
    return int(hashlib.sha256(str(item["id"]).encode()).hexdigest(), 16) % 2 == 0


def rows_of(path: Path) -> list[dict[str, object]]:
    """All objects of one file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def content(text: str) -> set[str]:
    """Lower-case words that carry meaning."""
    return {word for word in map(str.lower, _WORD.findall(text)) if word not in _STOP}


def evidence_of(row: dict[str, object], sentences: int) -> str:
    """The sentences of the evidence that share most words with the claim, in their order."""
    texts = [str(part["text"]).strip() for part in row["evidence"]]  # type: ignore[attr-defined]
    if row["set"] == "scifact":
        texts = re.split(r"(?<=[.!?])\s+(?=[A-Z])", " ".join(texts))
    wanted = content(str(row["claim"]))
    best = sorted(range(len(texts)), key=lambda n: (-len(wanted & content(texts[n])), n))[:sentences]
    return " ".join(texts[n] for n in sorted(best))


def labelled(folder: Path, rng: random.Random) -> Iterator[Row]:
    """The labelled sets at their weights."""
    for name, take in TAKE.items():
        rows = rows_of(folder / f"{name}.jsonl.gz")
        rng.shuffle(rows)
        for row in rows[:take]:
            yield str(row["claim"]), evidence_of(row, 2), LABELS[str(row["label"])], name
    yield from fever(rows_of(folder / "fever-train.jsonl.gz"), rng)


def fever(rows: list[dict[str, object]], rng: random.Random) -> Iterator[Row]:
    """As many supported as contradicted pairs, among claims with and without a negation."""
    rng.shuffle(rows)
    seen: Counter[str] = Counter()
    groups: dict[tuple[str, bool], list[dict[str, object]]] = defaultdict(list)
    for row in rows:
        claim = str(row["claim"])
        seen[claim] += 1
        if seen[claim] == 1 and len(row["evidence"]) <= 2:  # type: ignore[arg-type]
            groups[LABELS[str(row["label"])], bool(_NOT.search(claim))].append(row)
    negated = min(len(groups["supports", True]), len(groups["refutes", True]))
    for label in ("supports", "refutes"):
        chosen = groups[label, True][:negated] + groups[label, False][: FEVER_EACH - negated]
        for row in chosen:
            yield str(row["claim"]), evidence_of(row, 2), label, "fever"
    without = [row for row in groups["supports", False][FEVER_EACH - negated :] if len(row["evidence"]) == 1]  # type: ignore[arg-type]
    taken = 0
    for row in without:
        cut = without_deciding_clause(str(row["claim"]), evidence_of(row, 1))
        if cut and taken < WITHOUT_DECIDING:
            taken += 1
            yield str(row["claim"]), cut, "neutral", "no-deciding-clause"


def without_deciding_clause(claim: str, evidence: str) -> str | None:
    """The evidence without the part that bears the claim's predicate; None when no part stands out."""
    parts = re.split(r"(?<=[,;])\s+|\s+(?=and\s)", evidence)
    if len(parts) < 2:
        return None
    names = content(parts[0]) | {word.lower() for word in re.findall(r"\b[A-Z]\w+", claim)}
    wanted = content(claim) - names
    shares = [len(wanted & content(part)) for part in parts[1:]]
    best = max(shares)
    if best < 2 or best < 0.6 * len(wanted) or sum(shares) != best:
        return None
    cut = shares.index(best) + 1
    rest = " ".join(parts[:cut] + parts[cut + 1 :]).rstrip(" ,;")
    return f"{rest}." if len(rest.split()) >= 5 else None


def made(folder: Path, rng: random.Random) -> Iterator[Row]:
    """Pairs from news sentences, each rule at its weight."""
    articles = news(folder)
    sentences = [item for article in articles for item in article]
    with Pool(2) as pool:
        tagged = pool.map(_words, [text for text, _ in sentences], chunksize=500)
    words: Counter[tuple[str, str]] = Counter()
    for found in tagged:
        words.update(found)
    names: dict[str, list[str]] = defaultdict(list)
    for _, ents in sentences:
        for kind, name in ents:
            if kind in ("per", "geo", "org", "gpe"):
                names[kind].append(name)
    lexicon = changes.Lexicon(Counter({word: n for (word, tag), n in words.items() if tag == "V"}), dict(names))
    antonyms = changes.antonyms_of(words)
    left = Counter(MADE)
    order = list(range(len(sentences)))
    rng.shuffle(order)
    places = [(a, i) for a, article in enumerate(articles) for i in range(len(article))]
    for n in order:
        text, ents = sentences[n]
        if not 7 <= len(text.split()) <= 40 or _MARKS.search(text):
            continue
        found = analyse(text)
        proposals = [
            *changes.from_itself(found, rng), *changes.polarity_and_modality(found, lexicon, rng), *changes.swapped(found, rng),
            *changes.renamed(found, ents, lexicon, rng), *changes.turned(found, antonyms, rng),
            *_beside(found, articles, places[n], rng), *_unrelated(found, sentences, rng),
        ]  # fmt: skip
        for rule, claim, evidence, label in proposals:
            if left[rule] > 0:
                left[rule] -= 1
                yield claim, evidence, label, rule
    print("rules that found too few:", {rule: n for rule, n in left.items() if n > 0}, flush=True)


def news(folder: Path) -> list[list[tuple[str, list[tuple[str, str]]]]]:
    """Stretches of sentences that stand together, each sentence with its tagged names."""
    agency = [
        (str(row["text"]), [(k, n) for k, n in row["ents"]])  # type: ignore[attr-defined]
        for row in rows_of(folder / "gmb-voa-sentences.jsonl.gz")
    ]
    found = [agency[n : n + 6] for n in range(0, len(agency), 6)]
    by_article: dict[str, list[tuple[str, list[tuple[str, str]]]]] = defaultdict(list)
    for row in rows_of(folder / "wikinews-2019-2020.jsonl.gz"):
        by_article[str(row["doc"])].append((str(row["text"]), []))
    return found + list(by_article.values())


def _words(text: str) -> list[tuple[str, str]]:
    found = analyse(text)
    return [(word.lower(), tag) for (_, _, word), tag in zip(found.tokens, found.tags, strict=True)]


def _beside(found: changes.Analysis, articles: list, place: tuple[int, int], rng: random.Random) -> Iterator[changes.Pair]:  # type: ignore[name-defined, type-arg]  # fmt: skip
    article, i = articles[place[0]], place[1]
    near = [article[j][0] for j in range(max(0, i - 2), min(len(article), i + 3)) if j != i]
    wanted = content(found.text)
    silent = [text for text in near if wanted & content(text) and len(wanted & content(text)) < 0.45 * len(wanted)]
    if silent and rng.random() < 0.35:
        yield "neighbour", changes.shortened(found) or found.text, rng.choice(silent), "neutral"


def _unrelated(found: changes.Analysis, sentences: list, rng: random.Random) -> Iterator[changes.Pair]:  # type: ignore[name-defined, type-arg]  # fmt: skip
    if rng.random() < 0.15:
        yield "unrelated", changes.shortened(found) or found.text, rng.choice(sentences)[0], "neutral"


def nearest(base: Path, words: Counter[tuple[str, str]]) -> dict[tuple[str, str], list[str]]:
    """For each common (word, tag), the words of the same tag and ending, nearest first by the word vectors of the base."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    vectors = load_file(base / "model.safetensors")["embeddings.word_embeddings.weight"]
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (word, tag), count in sorted(words.items()):
        if (
            tag in "NVDGAS"
            and count >= SEEN
            and len(word) > 2
            and word.isalpha()
            and tokenizer.token_to_id(word) is not None
        ):
            groups[tag, next((end for end in ("ing", "ed", "s") if word.endswith(end)), "")].append(word)
    found = {}
    for (tag, _), members in groups.items():
        rows = vectors[[tokenizer.token_to_id(word) for word in members]].astype(np.float32)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        order = np.argsort(-(rows @ rows.T), axis=1)[:, 1 : NEAREST + 1]
        found |= {(word, tag): [members[n] for n in order[i]] for i, word in enumerate(members)}
    return found


def exchanged(rows: list[Row], base: Path, rng: random.Random) -> Iterator[Row]:
    """Supported pairs with one word of the claim exchanged."""
    chosen = [row for row in rows if row[3] in EXCHANGED_IN and row[2] == "supports"]
    chosen = rng.sample(chosen, min(EXCHANGED, len(chosen)))
    with Pool(2) as pool:
        words = Counter(
            pair for found in pool.imap(_words, [row[0] for row in chosen], chunksize=500) for pair in found
        )
    near = nearest(base, words)
    for claim, evidence, _, _ in chosen:
        for rule, ours, theirs, label in changes.exchanged(analyse(claim), analyse(evidence), near, rng):
            yield ours, theirs, label, rule


def masked(row: Row) -> Row | None:
    """The pair as the model will read it; None for pairs that no model of this size can read."""
    claim, evidence, label, name = row
    claim, evidence = " ".join(claim.split()), " ".join(evidence.split())
    if not claim or not evidence or len(tokenize(claim)) > 60 or len(evidence) > 900:
        return None
    try:
        ours, theirs = analyse(claim), analyse(evidence)
    except IndexError:
        print("not analysed:", claim, "|", evidence, flush=True)
        return None
    found = [*numbers.compare(ours, theirs), *dates.compare(ours, theirs)]
    return (*mask(ours, theirs, found), label, name)


def main(pairs: str, text: str, base: str, target: str) -> None:
    """Build and write; print how many pairs each set gives."""
    rng = random.Random(SEED)  # noqa: S311
    rows = list(labelled(Path(pairs), rng))
    print(len(rows), "labelled", flush=True)
    news_rows = list(made(Path(text), rng))
    rows += news_rows
    rows += list(exchanged(rows, Path(base), rng))
    sentences = [row[1] for row in rows if row[3] in ("vitaminc", "fever", "short")]
    strangers = [row for row in rows if row[3] in ("fever", "vitaminc", "mnli")]
    rows += [(row[0], rng.choice(sentences), "neutral", "unrelated") for row in rng.sample(strangers, 4000)]
    rng.shuffle(rows)
    counts: Counter[tuple[str, str, str]] = Counter()
    with Pool(2) as pool, gzip.open(target, "wt", encoding="utf-8") as out:
        for row, done in zip(rows, pool.imap(masked, rows, chunksize=200), strict=True):
            if done is None:
                continue
            digest = int(hashlib.sha256(row[1].encode()).hexdigest(), 16)
            part = "held" if digest % 100 < HELD else "train"
            counts[done[3], done[2], part] += 1
            out.write(json.dumps([*done, part], ensure_ascii=False) + "\n")
    for (name, label, part), count in sorted(counts.items()):
        print(f"{name:24} {label:9} {part:6} {count}")
    print("all", sum(counts.values()))


if __name__ == "__main__":
    main(*sys.argv[1:])
