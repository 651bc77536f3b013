"""What the plugin costs: CPU time of whole pytest processes, as ratios within one run.

    python benchmarks/overhead.py [--claims 10000] [--repeat 5]

Two figures:

- *unchanged cache*: 10,000 claims collected and checked again with nothing changed, against the same files collected
  and passed by a no-op plugin of twenty lines that loads them with PyYAML's C loader. Aim: at most 1.5 times.
- *start-up*: `pytest --collect-only` of one Python test with the plugin, against without. Aim: at most 80 ms more.

Each command runs `--repeat` times, the two sides in turns; the smallest CPU time (user and system, children
included) counts, since noise only adds.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

NOOP_PLUGIN = """
import pytest
import yaml


def pytest_collect_file(file_path, parent):
    if file_path.suffix == ".yaml":
        return NoopFile.from_parent(parent, path=file_path)


class NoopFile(pytest.File):
    def collect(self):
        data = yaml.load(self.path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for entry in data["claims"]:
            yield NoopItem.from_parent(self, name=entry["id"])


class NoopItem(pytest.Item):
    def runtest(self):
        pass
"""
CLAIMS_PER_FILE = 500
PLACES = ("Arlen", "Bexmoor", "Corrigan", "Dunfell", "Estermouth")


def write_project(folder: Path, *, claims: int) -> None:
    """A project of distinct claims that its five sources bear out."""
    (folder / "pyproject.toml").write_text("[tool.factcheck]\n", encoding="utf-8")
    (folder / "noop_plugin.py").write_text(NOOP_PLUGIN, encoding="utf-8")
    (folder / "test_one.py").write_text("def test_one():\n    pass\n", encoding="utf-8")
    (folder / "corpus").mkdir()
    (folder / "claims").mkdir()
    for number, place in enumerate(PLACES):
        text = f"The town of {place} has {4_000 + number:,} houses.\n"
        (folder / "corpus" / f"{place.lower()}.txt").write_text(text, encoding="utf-8")
    for first in range(0, claims, CLAIMS_PER_FILE):
        lines = ["suite: Houses", "claims:"]
        for number in range(first, min(first + CLAIMS_PER_FILE, claims)):
            which = number % len(PLACES)
            lines += [
                f"  - id: houses-{number}",
                f"    claim: The town of {PLACES[which]} has at least {number // len(PLACES) + 1:,} houses.",
                "    tags: [figures]",
            ]
        (folder / "claims" / f"houses-{first:06}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def cpu_seconds(folder: Path, *arguments: str) -> float:
    """CPU time of one pytest process, its start included."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *arguments]
    environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPATH": str(Path(__file__).parents[1])}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} exited {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def smallest(folder: Path, sides: tuple[tuple[str, ...], tuple[str, ...]], *, repeat: int) -> tuple[float, float]:
    """The smallest CPU time of each of two commands, run in turns."""
    times = [(cpu_seconds(folder, *sides[0]), cpu_seconds(folder, *sides[1])) for _ in range(repeat)]
    return min(first for first, _ in times), min(second for _, second in times)


def main() -> None:
    """Measure both figures and print them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args()
    ours = ("-p", "factcheck.pytest_plugin")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_project(folder, claims=options.claims)
        first = cpu_seconds(folder, *ours, "claims")
        checked, noop = smallest(folder, ((*ours, "claims"), ("-p", "noop_plugin", "claims")), repeat=options.repeat)
        collect = ("--collect-only", "test_one.py")
        loaded, bare = smallest(folder, ((*ours, *collect), collect), repeat=2 * options.repeat)
    print(
        textwrap.dedent(f"""\
        {options.claims:,} claims, CPU seconds
          first run, nothing cached  {first:8.2f}
          unchanged cache            {checked:8.2f}
          no-op plugin               {noop:8.2f}
          ratio                      {checked / noop:8.2f}   (aim: at most 1.5)
        pytest --collect-only, CPU milliseconds
          with the plugin            {loaded * 1000:8.0f}
          without                    {bare * 1000:8.0f}
          difference                 {(loaded - bare) * 1000:8.0f}   (aim: at most 80)""")
    )


if __name__ == "__main__":
    main()
