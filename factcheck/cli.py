"""The `factcheck` command."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, NoReturn

from factcheck import __version__
from factcheck.commands import (
    add,
    analyse,
    check,
    draft,
    explain,
    index,
    init,
    lint,
    lock,
    mutate,
    new,
    review,
    schema,
    search,
    sources,
)
from factcheck.errors import FactcheckError
from factcheck.reports.visible import visible_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

USAGE_ERROR = 4
INTERRUPTED = 130
BROKEN_PIPE = 141
_COMMANDS = (init, new, check, explain, draft, mutate, lint, lock, review, search, add, sources, index, analyse, schema)

_EPILOG = """\
examples:
  factcheck init my-claims                    write a starter folder that runs
  factcheck check "The bridge opened in 1987." what does the corpus say to this sentence?
  factcheck explain claims/iraq.yaml::troops  how did the verdict on this claim come about?
  factcheck lock                              write down what the claims rest on
  factcheck review troops --accept ...        stand by a claim that the sources leave open
  factcheck search "ferry passengers"         which passages speak of this?
  factcheck add https://news.example/ferry    put a page into the corpus

To check all claims, run pytest: pytest claims/
"""


class _Parser(argparse.ArgumentParser):
    """Usage errors exit like pytest's, since 2 says something else there."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(USAGE_ERROR, f"{self.prog}: error: {message}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        The exit status: 0 fine, 4 usage error, 130 interrupted; `check` and `explain` say more.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        options = parser().parse_args(arguments)
        status: int = options.run(options)
        sys.stdout.flush()
    except FactcheckError as error:
        print(visible_lines(str(error)), file=sys.stderr)
        return USAGE_ERROR
    except ExceptionGroup as group:
        faults = group.subgroup(FactcheckError)
        if faults is None or len(faults.exceptions) < len(group.exceptions):
            raise
        for fault in group.exceptions:
            print(visible_lines(str(fault)), file=sys.stderr)
        return USAGE_ERROR
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    return status


def parser() -> argparse.ArgumentParser:
    """The parser of the command, with a parser for each of its commands."""
    found = _Parser(
        prog="factcheck",
        description="Check claims against a corpus of sources.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    found.add_argument("--version", action="version", version=f"pytest-factcheck {__version__}")
    commands = found.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for command in _COMMANDS:
        command.add_to(commands)
    return found
