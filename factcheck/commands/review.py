"""`factcheck review`: sign a claim off."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from factcheck.commands.options import add_corpus, settings_of
from factcheck.commands.progress import Progress

if TYPE_CHECKING:
    from factcheck.commands.options import Commands

_EPILOG = """\
--accept stands by a claim that the sources leave open (missing, conflicting); --override stands by one that they
contradict. Either counts only for the evidence of today: when that changes, the claim is open again.

exit status: 0 signed, 4 nothing was written

example:
  factcheck review ticket-price --accept --by "Jo Doe" --reason "price list seen at the pier" --until 2027-03-01
"""


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "review",
        help="sign a claim off: write who stands by it and why into its file and the lock",
        description="Write a sign-off into the claim's file, and bind it in factcheck.lock to the evidence of today.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("claim", help="node id (claims/iraq.yaml::troops), or an id unique in the project")
    decision = parser.add_mutually_exclusive_group(required=True)
    decision.add_argument(
        "--accept", dest="decision", action="store_const", const="accept", help="the sources leave it open"
    )
    decision.add_argument(
        "--override", dest="decision", action="store_const", const="override", help="the sources are wrong"
    )
    parser.add_argument("--by", required=True, metavar="NAME", help="who signs")
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why, in one line")
    parser.add_argument("--until", metavar="DATE", help="the last day on which it counts (default: no end)")
    add_corpus(parser)
    parser.add_argument("--today", metavar="DATE", help="the day to take for today, as 2024-01-12")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Sign, and say what was signed."""
    from factcheck.app import review_of, sign_claim
    from factcheck.reports.standing import signed_lines

    settings = settings_of(options)
    review = review_of(options.decision, by=options.by, reason=options.reason, until=options.until, settings=settings)
    with Progress() as progress:
        signed = sign_claim(options.claim, review, settings, progress=progress)
    print("\n".join(signed_lines(signed.record, lock=signed.lock)))
    return 0
