"""`factcheck index`: the index of the corpus, brought up to date, built anew, described or checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.commands.options import add_corpus, add_format, settings_of
from factcheck.commands.progress import Progress

if TYPE_CHECKING:
    import argparse

    from factcheck.commands.options import Commands

_ABOUT = "Bring the index of the corpus up to date and say how it stands. Every check does the first by itself."
_EXIT = "exit status: 0 fine, 1 --verify found something wrong, 4 usage error"


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "index", help="build, describe or check the index of the corpus", description=_ABOUT, epilog=_EXIT
    )
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--status", action="store_true", help="only say how the index stands; nothing is written")
    ways.add_argument("--rebuild", action="store_true", help="delete it and read every file again")
    ways.add_argument("--verify", action="store_true", help="check all sums and counts; 1 if something is wrong")
    add_corpus(parser)
    add_format(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Do what is asked; 1 if the index is not sound."""
    from factcheck.app import index_faults, index_state, rebuild_index, refresh_index
    from factcheck.reports.index import fault_lines, state_json, state_lines

    settings = settings_of(options)
    faults = index_faults(settings) if options.verify else None
    if options.status or options.verify:
        state = index_state(settings)
    else:
        with Progress() as progress:
            state = (rebuild_index if options.rebuild else refresh_index)(settings, progress=progress)
    if options.format == "json":
        print(state_json(state, faults), end="")
    else:
        print("\n".join(state_lines(state) if faults is None else fault_lines(faults, state)))
    return 1 if faults else 0
