"""`factcheck analyse`: what is found in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.commands.options import add_format

if TYPE_CHECKING:
    import argparse

    from factcheck.commands.options import Commands


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "analyse",
        help="show what is found in a sentence, with offsets",
        description="Show the figures, days, names, quotations and deeds that are found in a sentence, with their offsets.",
        epilog="exit status: 0 shown, 4 usage error",
    )
    parser.add_argument("sentence", help="the sentence, in quotes")
    parser.add_argument("--published", metavar="DATE", help="day of publication, for 'on Tuesday' and the like")
    add_format(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print quantities, dates, names, predicates and the rest, each with its place."""
    from factcheck.app import analyse_sentence
    from factcheck.reports.analysis import analysis_json, analysis_text

    found = analyse_sentence(options.sentence, published=options.published)
    print(analysis_json(found) if options.format == "json" else analysis_text(found) + "\n", end="")
    return 0
