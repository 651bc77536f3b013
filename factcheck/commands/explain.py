"""`factcheck explain`: how the verdict on a claim came about."""

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
        "explain",
        help="show how the verdict on a claim came about",
        description="Show every step behind the verdict on a claim, and the smallest change that would make it pass.",
        epilog="exit status: 0 shown, whatever the verdict; 4 usage error",
    )
    parser.add_argument("claim", help="node id (claims/iraq.yaml::troops), or an id unique in the project")
    add_corpus(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Judge the claim and print every step, then the smallest change that would make it pass."""
    from factcheck.app import filter_notes, find_claim, open_checker, standing_of
    from factcheck.app.account import account_of
    from factcheck.reports.explain import explain
    from factcheck.reports.table import corpus_lines

    settings = settings_of(options)
    claim, nodeid = find_claim(options.claim, settings)
    with Progress() as progress:
        checker = open_checker(settings, progress=progress)
    account = account_of(claim, checker)
    standing = standing_of(account.verdict, nodeid, settings, checker.corpus)
    print(f"{nodeid}\n\n{explain(account, nodeid=nodeid, standing=standing)}")
    print("".join(f"\n{line}\n" for line in corpus_lines(filter_notes(checker, [claim]))), end="")
    return 0
