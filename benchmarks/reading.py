"""What reading costs, in one process and in several: `python benchmarks/reading.py [--files 300] [--tiny 1000 10000 100000]`.

For each kind of file a folder is generated (see `generated.py`; PDF with reportlab, from the extra `dev`) and indexed twice in
processes of their own, first with one process, then with as many as there are CPUs: wall time, CPU seconds of the first process
and of all others, peak memory of the first (on Linux), and whether both indexes hold the same. `--tiny` writes so many texts of two
sentences and gives the same for a build and for opening it unchanged.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from generated import Generator, write_corpus

from factcheck.adapters import reading_apart
from factcheck.adapters.corpus import Corpus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MENU = "".join(f'<li><a href="/part-{number}">Part {number} of the site</a></li>' for number in range(60))


def reports(count: int) -> Iterator[list[str]]:
    """Some three hundred words each, as paragraphs."""
    documents = Generator().documents(count * 3)
    for _ in range(count):
        yield [paragraph for _ in range(3) for paragraph in next(documents).split("\n\n")]


def write_text(place: Path, paragraphs: list[str]) -> None:
    """Plain text."""
    place.with_suffix(".txt").write_text("\n\n".join(paragraphs), encoding="utf-8")


def write_page(place: Path, paragraphs: list[str]) -> None:
    """A page with a menu and a footer."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    place.with_suffix(".html").write_text(
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Report {place.stem}</title></head><body>'
        f"<nav><ul>{_MENU}</ul></nav><main><article><h1>Report {place.stem}</h1>{body}</article></main>"
        "<footer>All rights reserved</footer></body></html>",
        encoding="utf-8",
    )


def write_word(place: Path, paragraphs: list[str]) -> None:
    """A Word document."""
    import docx  # noqa: PLC0415  (optional)

    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(str(place.with_suffix(".docx")))


def write_pdf(place: Path, paragraphs: list[str]) -> None:
    """A PDF of a page or two."""
    from reportlab.lib.styles import getSampleStyleSheet  # noqa: PLC0415  (optional)
    from reportlab.platypus import Paragraph, SimpleDocTemplate  # noqa: PLC0415

    style = getSampleStyleSheet()["BodyText"]
    plain = [paragraph.replace("“", '"').replace("”", '"') for paragraph in paragraphs]
    SimpleDocTemplate(str(place.with_suffix(".pdf"))).build([Paragraph(paragraph, style) for paragraph in plain])


WRITERS: dict[str, Callable[[Path, list[str]], None]] = {
    "text": write_text, "page": write_page, "Word": write_word, "PDF": write_pdf,
}  # fmt: skip


def write_tiny(folder: Path, count: int) -> None:
    """Texts of two sentences, a thousand to a folder."""
    for number in range(count):
        file = folder / f"{number // 1000:04}" / f"{number:07}.txt"
        if number % 1000 == 0:
            file.parent.mkdir(parents=True)
        file.write_text(f"The council of town {number} met on Monday. It spent {number * 7} dollars.\n")


def _open_here(corpus: Path, root: Path, worth: float) -> None:
    """Open a corpus and print what that took."""
    reading_apart.WORTH = worth
    started, cpu = time.monotonic(), time.process_time()
    opened = Corpus.open(corpus, root=root)
    wall, cpu = time.monotonic() - started, time.process_time() - cpu
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(json.dumps([wall, cpu, others.ru_utime + others.ru_stime, _peak(), opened.digest]))


def _peak() -> float:
    """Megabytes; what `getrusage` says starts with the peak of the process that started this one."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024 / 1_000_000


def run_apart(corpus: Path, root: Path, worth: float) -> tuple[float, float, float, float, str]:
    """Seconds of wall and of CPU, of the CPU of other processes, peak megabytes and the digest, in a process of its own."""
    root.mkdir(exist_ok=True)
    command = [sys.executable, __file__, "--open", str(corpus), str(root), str(worth)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    wall, cpu, others, peak, digest = json.loads(done.stdout)
    return wall, cpu, others, peak, digest


def compare(kind: str, corpus: Path, place: Path) -> None:
    """Index a folder with one process and with several, and print both."""
    one, several = (run_apart(corpus, place / f"{kind}-{worth}", worth) for worth in (1e9, 1e-9))
    for name, (wall, cpu, others, peak, _) in (("one", one), ("several", several)):
        print(
            f"  {kind:6} {name:8} wall {wall:6.2f} s   CPU {cpu:6.2f} + {others:6.2f} s   peak {peak:4.0f} MB",
            flush=True,
        )
    same = "the same" if one[-1] == several[-1] else "ANOTHER"
    print(f"  {kind:6} {one[0] / several[0]:.2f} times as fast, {same} index", flush=True)


def main() -> int:
    """Measure each kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--tiny", type=int, nargs="*", default=[])
    parser.add_argument("--open", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.open:
        corpus, root, worth = options.open
        _open_here(Path(corpus), Path(root), float(worth))
        return 0
    if options.files:
        print(f"{options.files:,} files of each kind, {reading_apart._usable()} CPUs")  # noqa: SLF001
        for kind, write in WRITERS.items():
            with tempfile.TemporaryDirectory() as name:
                corpus = Path(name, "corpus")
                corpus.mkdir()
                for number, paragraphs in enumerate(reports(options.files)):
                    write(corpus / f"{number:06}", paragraphs)
                compare(kind, corpus, Path(name))
        with tempfile.TemporaryDirectory() as name:
            write_corpus(Path(name, "corpus"), options.files * 30)
            compare("lines", Path(name, "corpus"), Path(name))
    for count in options.tiny:
        with tempfile.TemporaryDirectory() as name:
            write_tiny(Path(name, "corpus"), count)
            print(f"{count:,} texts of two sentences")
            for what in ("build", "unchanged"):
                wall, cpu, others, peak, _ = run_apart(Path(name, "corpus"), Path(name), reading_apart.WORTH)
                print(
                    f"  {what:10} wall {wall:6.2f} s   CPU {cpu:6.2f} + {others:6.2f} s   peak {peak:4.0f} MB",
                    flush=True,
                )
    return 0


if __name__ == "__main__":
    sys.exit(main())
