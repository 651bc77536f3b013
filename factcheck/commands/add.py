"""`factcheck add`: put pages and files into the corpus."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from factcheck.commands.options import add_corpus, settings_of
from factcheck.commands.progress import waiting_for

if TYPE_CHECKING:
    from factcheck.commands.options import Commands

_EPILOG = """\
exit status: 0 all are in the corpus, 1 some could not be added, 4 usage error

examples:
  factcheck add https://news.example/2024/02/05/ferry      fetch a page
  factcheck add report.pdf --publisher "Harbour Office" --published 2024-02-05 --tier primary
  factcheck add corpus/report.pdf --tag figures            say more about one that is there
"""
_ONE_ONLY = ("url", "archive")
_FACTS = ("url", "publisher", "published", "tier", "tags", "archive")


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "add",
        help="add web pages and files to the corpus",
        description="Add web pages and files to the corpus. Title, publisher and day are taken from the document.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("items", nargs="+", metavar="URL|FILE", help="a page to fetch, or a file to copy")
    known = parser.add_argument_group("what you know about it, if the document does not say it")
    known.add_argument("--publisher", metavar="NAME", help="who published it")
    known.add_argument("--published", metavar="DATE", help="day of publication, as 2024-01-31")
    known.add_argument("--tier", metavar="TIER", help="primary, wire, republisher or party")
    known.add_argument("--tag", dest="tags", action="append", metavar="TAG", help="repeatable")
    known.add_argument("--url", metavar="URL", help="where a saved file is from")
    known.add_argument("--archive", metavar="URL", help="a copy of it in a web archive")
    parser.add_argument("--into", default="", metavar="SUBFOLDER", help="of the corpus; made if it is not there")
    parser.add_argument("--replace", action="store_true", help="put it in the place of another version")
    parser.add_argument("--allow-private", action="store_true", help="fetch from your own network or machine too")
    add_corpus(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Add each; a line for each as soon as it is done."""
    from factcheck.app.adding import Stated, add
    from factcheck.errors import SettingsError
    from factcheck.reports.added import AddOutcome, add_summary, added_lines

    facts = {key: getattr(options, key) for key in _FACTS if getattr(options, key) is not None}
    for key in _ONE_ONLY:
        if key in facts and len(options.items) > 1:
            raise SettingsError("S002", f"--{key} is for one page or file", mend="add them one by one")
    if options.tags:
        facts["tags"] = tuple(dict.fromkeys(options.tags))
    stated = Stated(facts, options.into, allow_private=options.allow_private, replace=options.replace)
    records = []
    adding = add(options.items, stated, settings_of(options))
    for item in options.items:
        with waiting_for(item):
            record = next(adding)
        print("\n".join(added_lines(record)), flush=True)
        records.append(record)
    if len(records) > 1:
        print(add_summary(records))
    return int(any(record.outcome is AddOutcome.FAILED for record in records))
