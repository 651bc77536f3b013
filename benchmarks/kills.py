"""Builds that are killed at random moments: `python benchmarks/kills.py [--kills 20] [--documents 20000]`.

Each time a process that builds or refreshes the index is killed with SIGKILL at a moment drawn from a seed, and some
documents change. After each kill the last commit must be readable and sound; after the last one the next run must end in
the very index that a run without kills makes.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generated import change, write_corpus

from factcheck.adapters.corpus import Corpus, suffixes_and_variant
from factcheck.adapters.index_state import IndexOnDisk

_BUILD = """
import sys
from pathlib import Path
from factcheck.adapters import index_update
from factcheck.adapters.corpus import Corpus
index_update.BATCH_CODE_POINTS = 500_000
Corpus.open(Path(sys.argv[1], "corpus"), root=sys.argv[1])
"""


def _start(root: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", _BUILD, str(root)], stderr=subprocess.DEVNULL)


def main() -> int:
    """Kill, look, and compare; 1 if anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--documents", type=int, default=20_000)
    options = parser.parse_args()
    chance = random.Random(5)  # noqa: S311  (the same moments each time)
    suffixes, variant = suffixes_and_variant([])
    with tempfile.TemporaryDirectory() as name:
        root, other = Path(name, "killed"), Path(name, "whole")
        write_corpus(root / "corpus", options.documents)
        shutil.copytree(root / "corpus", other / "corpus")
        started = time.monotonic()
        _start(other).wait()
        whole = time.monotonic() - started
        killed = sound = 0
        while killed < options.kills:
            process = _start(root)
            moment = whole * chance.uniform(0.05, 0.9) if killed < options.kills // 2 else chance.uniform(0.2, 1.5)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(moment)
            process.send_signal(signal.SIGKILL)
            process.wait()
            if process.returncode == -signal.SIGKILL:
                killed += 1
                faults = IndexOnDisk(root / "corpus", root=root, readers=suffixes, variant=variant).faults()
                sound += not {fault.code for fault in faults} - {"C260", "C263", "C266"}
            word = f"Changed {killed}"
            change(root / "corpus", every=300, word=word)
            change(other / "corpus", every=300, word=word)
        after, reference = Corpus.open(root / "corpus", root=root), Corpus.open(other / "corpus", root=other)
        left = IndexOnDisk(root / "corpus", root=root, readers=suffixes, variant=variant).faults()
        same = after.digest == reference.digest
    print(
        f"{sound} of {killed} kills left a sound commit; the next run was {'right' if same and not left else 'WRONG'}"
    )
    return 0 if sound == killed and same and not left else 1


if __name__ == "__main__":
    sys.exit(main())
