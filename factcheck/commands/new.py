"""`factcheck new`: one more claim, and what the corpus says to it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from factcheck.commands.options import add_corpus, settings_of
from factcheck.commands.progress import Progress

if TYPE_CHECKING:
    from factcheck.commands.options import Commands

_EPILOG = """\
The claim is appended to the file; what stands there stays as it is, comments and order included. A file that does not exist
is made, with the line that lets editors complete keys.

exit status: 0 written, whatever the verdict; 4 not written

example:
  factcheck new "The bridge to Maren Island opened in 1987." --file claims/first.yaml --id bridge
"""


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "new",
        help="append a claim to a claim file and show its verdict",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Append a claim to a claim file and show its verdict and near misses.",
    )
    parser.add_argument("sentence", help="what is claimed, in quotes")
    parser.add_argument("--file", metavar="FILE", help="claim file (default: the only one of the project)")
    parser.add_argument("--id", metavar="ID", help="short name; without one it is made from the sentence")
    add_corpus(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the claim, then judge it."""
    from factcheck.app import open_checker
    from factcheck.app.new_claims import add_claim
    from factcheck.reports.failure import explanation
    from factcheck.reports.record import claim_line, verdict_text

    settings = settings_of(options)
    claim, nodeid = add_claim(options.sentence, settings, file=options.file, id=options.id)
    print(f"wrote {nodeid}\n", flush=True)
    with Progress() as progress:
        checker = open_checker(settings, progress=progress)
    print(explanation(claim_line(claim, verdict_text(checker.check(claim)), nodeid=nodeid).record()))
    return 0
