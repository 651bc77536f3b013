"""`factcheck mutate`: would the sources bear the claims out as well if they were wrong?"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from factcheck.commands.options import add_corpus, add_format, settings_of
from factcheck.commands.progress import Progress

if TYPE_CHECKING:
    from factcheck.commands.options import Commands

_EPILOG = """\
Figures, days, names, offices, speakers and "not" are changed in each supported claim, one at a time. A change that
still passes shows a claim, or a source, that proves nothing about what was changed.

exit status: 0 fine, 1 the score is below --min-score or nothing could be changed, 4 usage error

example:
  factcheck mutate claims/ --min-score 95%
"""


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "mutate",
        help="change the claims and see what still passes",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Change the supported claims and see what still passes.",
    )
    parser.add_argument("claims", nargs="*", metavar="CLAIMS", help="claim files or folders (default: as configured)")
    parser.add_argument("--min-score", metavar="SHARE", help="fail if fewer changes are caught, as 95%%")
    parser.add_argument("--per-claim", type=int, default=6, metavar="N", help="most changes of one claim (default: 6)")
    parser.add_argument("--limit", type=int, metavar="N", help="most changes in all, drawn evenly (default: no limit)")
    add_corpus(parser)
    add_format(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print survivors and score; 1 if the score is too low."""
    from factcheck.app.mutation import mutation_audit
    from factcheck.app.shares import share_of
    from factcheck.reports.mutation import mutation_json, mutation_text

    wanted = share_of(options.min_score, option="--min-score") if options.min_score else None
    with Progress("judging", "claims") as progress:
        audit = mutation_audit(
            options.claims,
            settings_of(options),
            per_claim=options.per_claim,
            limit=options.limit,
            progress=progress,
        )
    print(mutation_json(audit) if options.format == "json" else mutation_text(audit) + "\n", end="")
    return 1 if audit.score is None or (wanted is not None and audit.score < wanted) else 0
