"""`factcheck search`: which passages speak of this."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.commands.options import add_corpus, settings_of
from factcheck.commands.progress import Progress

if TYPE_CHECKING:
    import argparse

    from factcheck.commands.options import Commands


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "search",
        help="find passages of the corpus",
        description="Find the passages of the corpus that speak of something.",
        epilog="exit status: 0 found, 1 no passage speaks of this, 4 usage error",
    )
    parser.add_argument("words", nargs="+", help="what to look for")
    parser.add_argument("--limit", type=int, default=10, metavar="N", help="most passages to show (default: 10)")
    add_corpus(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the best passages; 1 if there is none."""
    from factcheck.app import open_corpus, search
    from factcheck.reports.passages import passage_lines

    with Progress() as progress:
        corpus = open_corpus(settings_of(options), progress=progress)
    found = search(corpus, " ".join(options.words), limit=options.limit)
    print("\n".join(passage_lines(found)) if found else "no passage speaks of this")
    return 0 if found else 1
