"""The pages of the documentation as things to do: files to write, edits to make, commands to run, output to compare.

A page is read from top to bottom, in an empty folder:

- a fence below a line with a file name in backquotes is that file; `Add to` before the name appends to it, `In` before it makes
  the edit that the fence shows as a diff;
- a `console` fence holds commands after `$ `, each with all that it prints; `...` stands for any lines, or for a part of one;
- a `python` fence without a name is run;
- `<!-- set up: COMMAND -->` is run without being shown; `checkout` stands for a copy of this repository's claims and corpus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
FENCE = re.compile(
    r"^<!-- set up: (?P<setup>.+) -->$"
    r"|(?:^(?P<how>Add to |In )?`(?P<name>[\w./-]+)`\n\n)?^```(?P<language>\w*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_HEADER = re.compile(r"(platform |cachedir: |hypothesis profile |rootdir: |configfile: |plugins: |testpaths: )")
_TIME = re.compile(r"(?<==|d) in [\d.]+s(?: \(\d:\d\d:\d\d\))?|(?<=\w) in [\d.]+s(?= =|$)")


@dataclass(frozen=True, slots=True)
class Command:
    """A line after `$ `, and what the page says that it prints."""

    line: str
    told: str
    at: int


@dataclass(frozen=True, slots=True)
class Write:
    """A file that the page shows."""

    name: str
    text: str
    append: bool = False


@dataclass(frozen=True, slots=True)
class Edit:
    """Lines of a file that the page exchanges."""

    name: str
    diff: str


@dataclass(frozen=True, slots=True)
class Setup:
    """What is there before the page begins."""

    what: str


@dataclass(frozen=True, slots=True)
class Python:
    """A piece of Python, to be run as it stands."""

    text: str


Step = Command | Write | Edit | Setup | Python


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def steps(page: Path) -> Iterator[Step]:
    """What a page tells its reader to do, in its order."""
    text = text_of(page)
    for found in FENCE.finditer(text):
        name, language, body = found["name"], found["language"], found["text"]
        if found["setup"]:
            yield Setup(found["setup"])
        elif language == "console":
            yield from commands(body, at=text.count("\n", 0, found.start("text")) + 1)
        elif language == "diff":
            yield Edit(name, body)
        elif name:
            yield Write(name, body, append=found["how"] == "Add to ")
        elif language == "python":
            yield Python(body)


def commands(block: str, *, at: int) -> Iterator[Command]:
    """The commands of a `console` fence that starts at a line."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)
    assert not parts[0].strip(), f"line {at}: output before the first command"
    at += parts[0].count("\n")
    for part in parts[1:]:
        line, _, told = part.partition("\n")
        yield Command(line, told, at)
        at += part.count("\n")


def edited(before: str, diff: str) -> str:
    """`before` with the lines of a diff exchanged."""
    old = "\n".join(line[2:] for line in diff.splitlines() if line.startswith("- "))
    new = "\n".join(line[2:] for line in diff.splitlines() if line.startswith("+ "))
    assert before.count(old) == 1, f"these lines stand {before.count(old)} times in the file:\n{old}"
    return before.replace(old, new)


def printed_as_told(printed: str, told: str) -> bool:
    """Whether a command printed what the page tells, all of it; `...` leaves something out."""
    lines = [r"(?:.*\n)*?" if line == "..." else _line(line) for line in _plain(told)]
    return re.fullmatch("".join(lines), "".join(f"{line}\n" for line in _plain(printed))) is not None


def _line(told: str) -> str:
    return ".*".join(map(re.escape, told.split("..."))) + r"\n"


def _plain(output: str) -> list[str]:
    """The lines without what differs from run to run and from place to place: times, versions, folders, and empty lines around."""
    lines = [_TIME.sub("", line.rstrip()) for line in output.strip("\n").splitlines()]
    return [_ruled(line) for line in lines if not _HEADER.match(line)]


def _ruled(line: str) -> str:
    """A line between `=` signs, as wide as it may be: pytest fills up what the time leaves."""
    return re.sub(r"^=+ (.*?) =+$", r"== \1 ==", line)
