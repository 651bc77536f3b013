"""`factcheck sources`: what the corpus holds; `factcheck sources show`: one source as it was read."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from factcheck.commands.options import add_corpus, add_format, settings_of
from factcheck.commands.progress import Progress

if TYPE_CHECKING:
    from factcheck import Corpus
    from factcheck.commands.options import Commands

_EPILOG = """\
exit status: 0 shown, 4 usage error

examples:
  factcheck sources                             every source, with what is known and what is wrong
  factcheck sources --origins                   which of them go back to one report, and why
  factcheck sources show wire-2024-01-10        the text as it was read
  factcheck sources show wire-2024-01-10 --at 812:871
"""


def add_to(commands: Commands) -> None:
    """Add the command and the one below it."""
    parser = commands.add_parser(
        "sources",
        help="list the sources of the corpus, or show one",
        description="List the sources of the corpus.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--origins", action="store_true", help="which sources go back to one report, and why")
    add_corpus(parser)
    add_format(parser)
    parser.set_defaults(run=run)
    below: Commands = parser.add_subparsers(title="more", metavar="show")
    show = below.add_parser(
        "show",
        help="print the cleaned text of a source",
        description="Print what is known about a source, and its cleaned text as claims are held against it.",
        epilog="exit status: 0 shown, 4 usage error",
    )
    show.add_argument("id", metavar="ID", help="the source, as `factcheck sources` lists it")
    show.add_argument("--at", metavar="START:END", help="only these code points of it")
    add_corpus(show, default=argparse.SUPPRESS)
    add_format(show, default=argparse.SUPPRESS)
    show.set_defaults(run=run_show)


def run(options: argparse.Namespace) -> int:
    """List the sources, or those that go back to one report."""
    if options.origins:
        return _origins(options)
    from factcheck.app import corpus_notes, corpus_problems, problems_by_file
    from factcheck.reports.source_list import source_list_json, source_record, source_table

    corpus = _open(options)
    problems = corpus_problems(corpus) + corpus_notes(corpus)
    of_file = problems_by_file(problems)
    records = [source_record(source, of_file.get(source.path, ())) for source in corpus.sources()]
    if options.format == "json":
        print(source_list_json(records, problems, corpus.digest), end="")
    else:
        print(source_table(records, problems))
    return 0


def run_show(options: argparse.Namespace) -> int:
    """Print one source, or a slice of it."""
    from factcheck.app import corpus_notes, corpus_problems, problems_by_file, source_slice
    from factcheck.reports.source_list import source_page, source_page_json

    corpus = _open(options)
    source, start, end = source_slice(corpus, options.id, at=options.at)
    problems = problems_by_file(corpus_problems(corpus) + corpus_notes(corpus)).get(source.path, ())
    if options.format == "json":
        print(source_page_json(source, problems, start=start, end=end), end="")
    else:
        print(source_page(source, problems, start=start, end=end))
    return 0


def _origins(options: argparse.Namespace) -> int:
    from factcheck.app import corpus_origins
    from factcheck.reports.origins import origins_json, origins_text

    corpus = _open(options)
    with Progress("comparing") as progress:
        found = corpus_origins(corpus, progress=progress)
    if options.format == "json":
        print(origins_json(found, corpus.source), end="")
    else:
        print(origins_text(found, corpus.source))
    return 0


def _open(options: argparse.Namespace) -> Corpus:
    from factcheck.app import open_corpus

    with Progress() as progress:
        return open_corpus(settings_of(options), progress=progress)
