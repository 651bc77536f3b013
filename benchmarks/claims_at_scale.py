"""Ten thousand claims on a large corpus: `python benchmarks/claims_at_scale.py [--documents 100000] [--claims 10000]`.

CPU seconds of whole pytest processes, the model off, against the no-op plugin of `overhead.py` that loads the same files:
the first time, with nothing changed, and after 1% of the documents changed. The index is built before and not counted in
the first figure; its refresh is counted in the last.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from generated import change, claims_of, write_corpus
from overhead import CLAIMS_PER_FILE, NOOP_PLUGIN, cpu_seconds

from factcheck.adapters.corpus import Corpus


def write_project(folder: Path, *, documents: int, claims: int) -> None:
    """A corpus, and claims that are sentences of it; every other one with its words the other way round at the end."""
    (folder / "pyproject.toml").write_text("[tool.factcheck]\n", encoding="utf-8")
    (folder / "noop_plugin.py").write_text(NOOP_PLUGIN, encoding="utf-8")
    (folder / "claims").mkdir()
    write_corpus(folder / "corpus", documents)
    sentences = claims_of(folder / "corpus", claims)
    for first in range(0, len(sentences), CLAIMS_PER_FILE):
        lines = ["suite: Generated", "policy: {severity: warn}", "claims:"]
        for number, sentence in enumerate(sentences[first : first + CLAIMS_PER_FILE], first):
            words = sentence.rstrip(".").split()
            if number % 2:
                words[-3:] = reversed(words[-3:])
            lines += [f"  - id: claim-{number}", f"    claim: '{' '.join(words)}.'", "    tags: [generated]"]
        (folder / "claims" / f"{first:06}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--claims", type=int, default=10_000)
    options = parser.parse_args()
    ours = ("-p", "factcheck.pytest_plugin", "--factcheck-no-model", "claims")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_project(folder, documents=options.documents, claims=options.claims)
        Corpus.open(folder / "corpus", root=folder)
        floor = min(cpu_seconds(folder, "-p", "noop_plugin", "claims") for _ in range(2))
        print(f"{options.claims:,} claims, {options.documents:,} documents, CPU seconds")
        print(f"  no-op plugin     {floor:8.2f}", flush=True)
        for what in ("first", "unchanged", "1% changed"):
            if what == "1% changed":
                change(folder / "corpus", every=100)
            spent = cpu_seconds(folder, *ours)
            print(f"  {what:16} {spent:8.2f} {spent / floor:7.2f}x", flush=True)


if __name__ == "__main__":
    main()
