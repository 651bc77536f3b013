"""Builds that are killed at random moments: `python benchmarks/kills.py [--kills 20] [--documents 3000]`.

Each time a process that builds or refreshes the index is killed with SIGKILL at a moment drawn from a seed: the first half of
the times while an index is built for the first time, then while it is refreshed, in every other run with processes that read
for it. Looked at after each kill, with nothing brought up to date in between:

- the last commit is readable as it stood: the index that was there before the killed run answers forty questions with the
  same passages at the same places, holds the same sources, and no sum or count in it is wrong;
- no process is left;
- every other time the next run ends in what a fresh build elsewhere makes of the same files: the same sources and digest, no
  wrong sum or count, and, once the engine holds nothing deleted, the same answers. How often they are the same before that is
  counted apart.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from generated import change, claims_of, write_corpus

from factcheck.adapters import index_update
from factcheck.adapters.corpus import Corpus
from factcheck.adapters.disk_index import DiskIndex
from factcheck.adapters.index_state import IndexOnDisk
from factcheck.adapters.manifest import Manifest, look_at
from factcheck.adapters.reader_table import ReaderTable
from factcheck.retrieval.query import build_query

_BUILD = """
import sys
from pathlib import Path
from factcheck.adapters import index_update, reading_apart
from factcheck.adapters.corpus import Corpus
index_update.BATCH_CODE_POINTS = 200_000
reading_apart.WORTH = float(sys.argv[2])
Corpus.open(Path(sys.argv[1], "corpus"), root=sys.argv[1])
"""
_QUESTIONS = 40
_WASTED = index_update.MOST_WASTED


class Answers(NamedTuple):
    """What an index says.

    Attributes:
        digest: Of the corpus.
        sources: Hash of every source with its text.
        passages: Source and place of the passages for each question.
    """

    digest: str
    sources: str
    passages: list[list[tuple[str, int, int]]]


class AsItStands(DiskIndex):
    """An index that is read and never brought up to date, however its files changed."""

    def _refresh(self) -> None:
        self._manifest: Manifest = look_at(self._place)
        self._manifest.begin()
        self._digest = self._manifest.get("digest")

    def _mend(self) -> None:
        raise SystemExit("WRONG: the index that stood before the kill cannot be read")


def answers(index: DiskIndex | Corpus, claims: list[str]) -> Answers:
    """Ask everything."""
    hasher = hashlib.sha256()
    for source in index.sources():
        hasher.update(repr((source.id, source.path, source.text)).encode())
    found = [
        [(hit.source.id, hit.start, hit.end) for hit in index.search(build_query(claim), limit=10)] for claim in claims
    ]
    return Answers(index.digest, hasher.hexdigest(), found)


class Desk:
    """A corpus whose index is killed."""

    def __init__(self, root: Path, documents: int) -> None:
        """Write the corpus."""
        self.root = root
        write_corpus(root / "corpus", documents)
        self.claims = claims_of(root / "corpus", _QUESTIONS)
        self._readers = ReaderTable()

    def start(self, *, apart: bool) -> subprocess.Popen[bytes]:
        """A process that builds or refreshes."""
        command = [sys.executable, "-c", _BUILD, str(self.root), "1e-9" if apart else "1e9"]
        return subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)

    def stands(self) -> Answers | None:
        """What the index says as it stands; None if it was never whole."""
        look = IndexOnDisk(self.root / "corpus", root=self.root, readers=self._readers, parsers=self._readers.parsers())
        if look.state().state in {"missing", "unfinished"}:
            return None
        index = AsItStands(self.root / "corpus", root=self.root, readers=self._readers, parsers=self._readers.parsers())
        return answers(index, self.claims)

    def faults(self) -> list[str]:
        """What is wrong in the index as it stands; that there is none yet, or that it is not whole yet, is not wrong."""
        look = IndexOnDisk(self.root / "corpus", root=self.root, readers=self._readers, parsers=self._readers.parsers())
        return sorted({fault.code for fault in look.faults()} - {"C260", "C266"})

    def finished(self) -> tuple[bool, bool]:
        """Whether the next run ends in what a fresh build elsewhere makes of the same files, and whether it answers as that does.

        What was deleted before weighs a little in the engine's scores, with or without kills, so that an answer at the edge may be
        another: the first comparison leaves that out by filling the engine again from the texts that the next run made durable.
        """
        with tempfile.TemporaryDirectory() as name:
            shutil.copytree(self.root / "corpus", Path(name, "corpus"))
            fresh = answers(Corpus.open(Path(name, "corpus"), root=name), self.claims)
        after = answers(Corpus.open(self.root / "corpus", root=self.root), self.claims)
        sound = after[:2] == fresh[:2] and not self.faults()
        next((self.root / "corpus").iterdir()).touch()
        index_update.MOST_WASTED = -1.0
        cleared = answers(Corpus.open(self.root / "corpus", root=self.root), self.claims)
        index_update.MOST_WASTED = _WASTED
        return sound and cleared == fresh, after == fresh

    def drop(self) -> None:
        """Delete the index."""
        shutil.rmtree(self.root / ".factcheck", ignore_errors=True)


def _is_left(group: int) -> bool:
    """Whether a process of a group is still there a while after the first one was killed."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.05)
    return True


def main() -> int:
    """Kill, look, and compare; 1 if anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--documents", type=int, default=3000)
    options = parser.parse_args()
    chance = random.Random(5)  # noqa: S311  (the same moments each time)
    wrong: list[str] = []
    counts = {"kills": 0, "old index as it stood": 0, "no index before": 0, "next runs": 0, "next run right": 0}
    counts["its answers those of a fresh build"] = 0
    with tempfile.TemporaryDirectory() as name:
        desk = Desk(Path(name), options.documents)
        lasted = {}
        for apart in (False, True):
            desk.drop()
            started = time.monotonic()
            desk.start(apart=apart).wait()
            lasted[True, apart] = time.monotonic() - started
            change(desk.root / "corpus", every=3, word="At first")
            started = time.monotonic()
            desk.start(apart=apart).wait()
            lasted[False, apart] = time.monotonic() - started
        desk.drop()
        while counts["kills"] < options.kills:
            number = counts["kills"]
            first, apart = number < options.kills // 2, number % 2 == 1
            if first and number % 4 == 0:
                desk.drop()
            elif not first:
                Corpus.open(desk.root / "corpus", root=desk.root)
                change(desk.root / "corpus", every=3, word=f"Changed {number} {chance.random()}")
            before = desk.stands()
            process = desk.start(apart=apart)
            try:
                process.wait(lasted[first, apart] * chance.uniform(0.1, 1.0))
                continue  # done before it could be killed
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
            counts["kills"] += 1
            if _is_left(process.pid):
                wrong.append(f"kill {number}: a process is left")
            if desk.faults():
                wrong.append(f"kill {number}: {desk.faults()}")
            after = desk.stands()
            if before is None:
                counts["no index before"] += 1
            elif after == before:
                counts["old index as it stood"] += 1
            elif after is None or after.digest == before.digest:
                wrong.append(f"kill {number}: the old index does not answer as it did")
            else:
                counts["done when killed"] = counts.get("done when killed", 0) + 1
            if number % 2:
                right, same = desk.finished()
                counts["next runs"] += 1
                counts["next run right"] += right
                counts["its answers those of a fresh build"] += same
                if not right:
                    wrong.append(f"kill {number}: the next run is not what a fresh build is")
    print(", ".join(f"{count} {what}" for what, count in counts.items()))
    for line in wrong:
        print(f"WRONG: {line}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
