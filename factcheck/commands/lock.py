"""`factcheck lock`: write down what the claims rest on."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from factcheck.commands.options import add_corpus, settings_of
from factcheck.commands.progress import Progress

if TYPE_CHECKING:
    from factcheck.commands.options import Commands

_EPILOG = """\
exit status: 0 fine; 1 if a sign-off has not seen the evidence, or with --check if something changed; 4 usage error

examples:
  factcheck lock                      lock every claim of the project
  factcheck lock --check              what changed since the lock was written?
  factcheck lock bridge-date          lock one claim: somebody looked at it today
  factcheck lock claims/ferry.yaml    lock the claims of one file, leave the others alone
"""


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "lock",
        help="write down what the claims rest on, so that changes show",
        description="Write verdicts, quotes and sources of claims into factcheck.lock, and say what changed.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "claims", nargs="*", metavar="CLAIM", help="node ids, ids, files or folders (default: all claims)"
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing, say what changed since the lock was written"
    )
    add_corpus(parser)
    parser.add_argument("--today", metavar="DATE", help="the day to take for today, as 2024-01-12")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Lock the claims, or hold them against the lock."""
    return _check(options) if options.check else _lock(options)


def _lock(options: argparse.Namespace) -> int:
    from factcheck.app import lock_claims
    from factcheck.reports.standing import update_lines

    with Progress() as progress:
        changes = lock_claims(options.claims, settings_of(options), progress=progress)
    print("\n".join(update_lines(changes)))
    return 1 if changes.held or changes.unbound else 0


def _check(options: argparse.Namespace) -> int:
    from factcheck.app import check_lock
    from factcheck.reports.standing import standing_lines

    with Progress() as progress:
        lines, lock = check_lock(options.claims, settings_of(options), progress=progress)
    found = standing_lines(lines, lock)
    print("\n".join(found) if found else f"nothing changed in {len(lines)} claims")
    return 1 if found else 0
