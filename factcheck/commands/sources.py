"""`factcheck sources`: what the corpus holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.commands.options import add_corpus, add_format, settings_of
from factcheck.commands.progress import Progress

if TYPE_CHECKING:
    import argparse

    from factcheck.commands.options import Commands


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("sources", help="list the sources of the corpus, or show one")
    parser.add_argument("show", nargs="?", metavar="ID", help="print the cleaned text of this source")
    parser.add_argument("--at", metavar="START:END", help="only these code points of it")
    parser.add_argument(
        "--origins", action="store_true", help="which sources go back to one report, and why (also as --format json)"
    )
    add_corpus(parser)
    add_format(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """List the sources, or print the text of one."""
    if options.origins:
        return _origins(options)
    from factcheck.app import open_corpus, source_text
    from factcheck.reports.passages import source_lines

    with Progress() as progress:
        corpus = open_corpus(settings_of(options), progress=progress)
    if options.show:
        print(source_text(corpus, options.show, at=options.at))
    else:
        print("\n".join(source_lines(list(corpus.sources()), corpus.problems())))
    return 0


def _origins(options: argparse.Namespace) -> int:
    from factcheck.app import corpus_origins, open_corpus
    from factcheck.reports.origins import origins_json, origins_text

    with Progress() as progress:
        corpus = open_corpus(settings_of(options), progress=progress)
    with Progress("comparing") as progress:
        found = corpus_origins(corpus, progress=progress)
    if options.format == "json":
        print(origins_json(found, corpus.source), end="")
    else:
        print(origins_text(found, corpus.source))
    return 0
