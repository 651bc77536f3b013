"""`factcheck lint`: a quick look at claim files and the lock, without an index."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from factcheck.commands.options import add_corpus, settings_of

if TYPE_CHECKING:
    from factcheck.commands.options import Commands

_EPILOG = """\
exit status: 0 fine, 1 faults, 4 usage error

Nothing is judged and no index is built, so it is quick enough for every commit:
  factcheck lint                          the whole project
  factcheck lint claims/ferry.yaml        one claim file, and the locked quotes of its claims
  factcheck lint corpus/wire.md           the locked quotes of one source
"""


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "lint",
        help="check claim files and the lock without judging: schema, ids, quotes still in their place",
        description="Check claim files against the schema, and the quotes in factcheck.lock against their sources.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="claim files, sources or the lock (default: all)")
    add_corpus(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print every fault."""
    from factcheck.app import lint
    from factcheck.reports.gate import count
    from factcheck.reports.visible import visible, visible_lines

    found = lint(options.files, settings_of(options))
    for fault in found.faults:
        print(visible_lines(str(fault)))
    for name in found.left_alone:
        print(visible(f"{name}: neither claims nor a source: left alone"))
    looked_at = f"{count(found.claim_files, 'claim file')}, {count(found.quotes, 'locked quote')}"
    print(f"{looked_at}: {count(len(found.faults), 'fault') if found.faults else 'no fault'}")
    return 1 if found.faults else 0
