"""`factcheck check`: one sentence against the corpus."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from factcheck.commands.options import add_corpus, add_format, settings_of
from factcheck.commands.progress import Progress

if TYPE_CHECKING:
    from factcheck.commands.options import Commands

_EXIT = {"supported": 0, "contradicted": 1, "conflicting": 1, "missing": 3}
_EPILOG = """\
exit status: 0 supported, 1 contradicted or conflicting, 3 missing, 4 usage error

example:
  factcheck check "The ferry carried 48,200 passengers in 2023." --corpus corpus --format json
"""


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "check",
        help="check one sentence",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Check one sentence.",
    )
    parser.add_argument("sentence", help="what is claimed, in quotes")
    add_corpus(parser)
    add_format(parser)
    parser.add_argument("--today", metavar="DATE", help="the day to take for today, as 2024-01-12")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check it; the exit status tells the verdict."""
    from factcheck.app import IDLE_FILTER, check_sentence
    from factcheck.reports.failure import explanation
    from factcheck.reports.json_report import json_report
    from factcheck.reports.table import corpus_lines

    with Progress() as progress:
        found = check_sentence(options.sentence, settings_of(options), progress=progress)
    record = found.claims[0]
    if options.format == "json":
        print(json_report(found), end="")
    else:
        notes = corpus_lines([note for note in found.notes if note["code"] == IDLE_FILTER])
        print("\n".join([explanation(record), *notes]))
    return _EXIT[record["verdict"]]
