"""`factcheck sources`: what the corpus holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.commands.options import add_corpus, settings_of
from factcheck.commands.progress import Progress

if TYPE_CHECKING:
    import argparse

    from factcheck.commands.options import Commands


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("sources", help="list the sources of the corpus, or show one")
    parser.add_argument("show", nargs="?", metavar="ID", help="print the cleaned text of this source")
    parser.add_argument("--at", metavar="START:END", help="only these code points of it")
    add_corpus(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """List the sources, or print the text of one."""
    from factcheck.app import open_corpus, source_text
    from factcheck.reports.passages import source_lines

    with Progress() as progress:
        corpus = open_corpus(settings_of(options), progress=progress)
    if options.show:
        print(source_text(corpus, options.show, at=options.at))
    else:
        print("\n".join(source_lines(list(corpus.sources()), corpus.problems())))
    return 0
