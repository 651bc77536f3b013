"""The five figures, set by set: `python benchmarks/verdicts.py FOLDER [SET ...] [--half odd|even|all] [--by both matchers model]`.

FOLDER holds `bench/*.jsonl.gz` (`id`, `claim`, `evidence` [{`text`}], `label`) and may hold `seeds/gold.yaml` with its articles
(`seeds/*.txt`). Each item of a set is judged as its own `Corpus.from_texts` with default policy; the seed claims are judged over all
articles together. The sets are halved by sha256 of the id: tune on `even`, report on `odd`.

Judged by: `matchers` (typed comparison alone), `both` (and the model where only the wording is open: what users get), `model` (its most
likely label for each piece of evidence, values masked, no rule on top: how good the model is, not how it is used).

macro-F1        mean over the labels that the set has; `conflicting` counts as wrong
wrongly sup.    share of gold contradicted or missing that came out supported
wrongly con.    share of gold supported or missing that came out contradicted
flips           share of gold supported or contradicted that came out as the other
support found   share of gold supported that came out supported
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import resource
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml
from tabulate import tabulate

from factcheck import Checker, Corpus
from factcheck.adapters.judges import open_judge
from factcheck.domain.ports import Judge
from factcheck.matchers import dates, numbers
from factcheck.text.analyse import analyse
from factcheck.wording import mask

LABELS = ("supported", "contradicted", "missing")
Row = tuple[str, str, dict[str, Any]]


def share(part: int, whole: int) -> float | None:
    """A share, or None when there is nothing to share."""
    return part / whole if whole else None


def figures(rows: Sequence[Row]) -> list[object]:
    """The five figures over (gold, found, item)."""
    gold = Counter(g for g, _, _ in rows)
    pairs = Counter((g, f) for g, f, _ in rows)
    scores = []
    for label in gold:
        hit = pairs[label, label]
        found = sum(n for (_, f), n in pairs.items() if f == label)
        scores.append(2 * hit / (gold[label] + found) if hit else 0.0)
    not_supported = gold["contradicted"] + gold["missing"]
    not_contradicted = gold["supported"] + gold["missing"]
    return [
        len(rows),
        sum(scores) / len(scores) if scores else None,
        share(pairs["contradicted", "supported"] + pairs["missing", "supported"], not_supported),
        share(pairs["supported", "contradicted"] + pairs["missing", "contradicted"], not_contradicted),
        share(
            pairs["supported", "contradicted"] + pairs["contradicted", "supported"],
            gold["supported"] + gold["contradicted"],
        ),
        share(pairs["supported", "supported"], gold["supported"]),
        share(sum(n for (g, f), n in pairs.items() if g == f), len(rows)),
    ]


def in_half(item: dict[str, Any], half: str) -> bool:
    """Whether an item belongs to the half asked for."""
    even = int(hashlib.sha256(str(item["id"]).encode()).hexdigest(), 16) % 2 == 0
    return half == "all" or (half == "even") == even


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The items of one set."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def checker_of(corpus: Any, by: str, judge: Judge | None) -> Checker:
    """A checker with default policy that asks `judge`, or the matchers alone."""
    checker = Checker(corpus, model="auto" if by == "both" else "off")
    checker.judge = judge
    return checker


def by_model(judge: Judge, item: dict[str, Any]) -> str:
    """The likeliest label of the piece of evidence that is least neutral."""
    claim = analyse(item["claim"])
    readings = []
    for piece in item["evidence"]:
        said = analyse(piece["text"])
        compared = [*numbers.compare(claim, said), *dates.compare(claim, said)]
        readings += judge.score([mask(claim, said, compared) if judge.masked else (claim.text, said.text)])
    best = min(readings, key=lambda reading: reading[2], default=(0.0, 0.0, 1.0))
    return LABELS[best.index(max(best))]


def judge_set(path: Path, by: str, judge: Judge | None, *, half: str, limit: int) -> list[Row]:
    """Each item as its own corpus."""
    rows: list[Row] = []
    for item in read(path):
        if in_half(item, half):
            if by == "model" and judge is not None:
                label = by_model(judge, item)
            else:
                corpus = Corpus.from_texts([piece["text"] for piece in item["evidence"]])
                label = checker_of(corpus, by, judge).check(item["claim"]).label.value
            rows.append((item["label"], label, item))
        if len(rows) == limit:
            break
    return rows


def judge_seeds(folder: Path, by: str, judge: Judge | None) -> list[Row]:
    """The seed claims over all articles of the folder, read as files are read."""
    checker = checker_of(Corpus.open(folder), by, judge)
    items = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    return [(item["label"], checker.check(item["claim"]).label.value, item) for item in items]


def main() -> None:
    """Judge, print one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sets", nargs="*", help="names of sets; all of them when none is named")
    parser.add_argument("--half", choices=("odd", "even", "all"), default="odd")
    parser.add_argument("--limit", type=int, default=-1, help="items of each set, for a quick look")
    parser.add_argument("--wrong", type=Path, help="write the wrong ones to this file, one JSON object a line")
    parser.add_argument("--by", nargs="+", choices=("both", "matchers", "model"), default=["both"], help="who judges")
    parser.add_argument("--model", default="auto", help="`auto` for the shipped model, or the path of a model folder")
    options = parser.parse_args()
    judge = open_judge(options.model, root=Path.cwd())
    if judge is None and options.by != ["matchers"]:
        print("no model in the package: the matchers judge alone")
        options.by = ["matchers"]
    table: list[list[object]] = []
    wrong: list[dict[str, Any]] = []
    paths = [p for p in sorted((options.folder / "bench").glob("*.jsonl.gz")) if not p.name.startswith("retrieval-")]
    for path in paths:
        name = path.name.removesuffix(".jsonl.gz")
        if options.sets and name not in options.sets:
            continue
        for by in options.by:
            start = time.process_time()
            rows = judge_set(path, by, judge, half=options.half, limit=options.limit)
            table.append([name, by, *figures(rows), len(rows) / max(1e-9, time.process_time() - start)])
            wrong += [{"set": name, "by": by, "gold": g, "found": f, **item} for g, f, item in rows if g != f]
            for tag in ("numeric", "date"):
                part = [row for row in rows if tag in row[2].get("tags", ())]
                if name == "vitaminc" and part:
                    table.append([f"{name} {tag}", by, *figures(part), None])
    seeds = options.folder / "seeds"
    if (seeds / "gold.yaml").exists() and (not options.sets or "seeds" in options.sets):
        for by in options.by:
            if by != "model":
                rows = judge_seeds(seeds, by, judge)
                table.append(["seeds (31 claims)", by, *figures(rows), None])
                wrong += [{"set": "seeds", "by": by, "gold": g, "found": f, **item} for g, f, item in rows if g != f]
    heads = [
        "set",
        "by",
        "items",
        "macro-F1",
        "wrongly sup.",
        "wrongly con.",
        "flips",
        "support found",
        "exact",
        "items/s",
    ]
    print(tabulate(table, heads, floatfmt=("", "", "", ".3f", ".3f", ".3f", ".3f", ".3f", ".3f", ".0f")))
    print(
        f"half: {options.half}; model: {judge.name if judge else None}; peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"
    )
    if options.wrong:
        options.wrong.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in wrong), encoding="utf-8")


if __name__ == "__main__":
    main()
