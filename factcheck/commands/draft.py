"""`factcheck draft`: which facts of an article does a claim assert?"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.commands.options import add_corpus, settings_of
from factcheck.commands.progress import Progress

if TYPE_CHECKING:
    from factcheck.commands.options import Commands

_EPILOG = """\
Each sentence of the draft that asserts a figure, a day, a quotation, an office or a deed is held against the claims. It is
covered if claims assert every one of its facts. What no claim asserts stands naked.

exit status: 0 fine, 1 the coverage is below --min-coverage, a sentence stands against the claims' sources, or nothing in the
draft can be checked; 4 usage error

examples:
  factcheck draft article.md --min-coverage 80%
  factcheck draft article.md --format html --output article.html
  factcheck draft article.md --write claims/article.yaml
"""


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "draft",
        help="show which facts of an article no claim asserts",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Show which facts of an article the claims assert, and which none does.",
    )
    parser.add_argument("draft", help="the article: any file that can be a source")
    parser.add_argument(
        "--claims", action="append", default=[], metavar="PATH", help="claim file or folder (default: as configured)"
    )
    parser.add_argument("--min-coverage", metavar="SHARE", help="fail if less is covered, as 80%%")
    parser.add_argument("--write", metavar="FILE", help="write a claim for each sentence that none covers; a new file")
    parser.add_argument("--format", choices=("text", "html", "json"), default="text", help="default: text")
    parser.add_argument("--output", metavar="FILE", help="where the report goes (default: the terminal)")
    add_corpus(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the report, write stubs if asked; 1 if the draft falls short."""
    import shutil

    from factcheck.app.draft import draft_audit, write_stubs
    from factcheck.app.new_claims import check_new
    from factcheck.app.reports import check_writable, write_text
    from factcheck.app.shares import share_of
    from factcheck.reports.draft import coverage_line, draft_json, draft_text
    from factcheck.reports.draft_page import draft_page
    from factcheck.reports.gate import count

    wanted = share_of(options.min_coverage, option="--min-coverage") if options.min_coverage else None
    target = Path.cwd() / options.output if options.output else None
    if target:
        check_writable(target)
    settings = settings_of(options)
    stubs = Path.cwd() / options.write if options.write else None
    if stubs:
        check_new(stubs, settings)
    with Progress("judging", "claims") as progress:
        audit, judge = draft_audit(options.draft, options.claims, settings, progress=progress)
    match options.format:
        case "json":
            report = draft_json(audit)
        case "html":
            report = draft_page(audit)
        case _:
            report = draft_text(audit, width=shutil.get_terminal_size().columns) + "\n"
    if target:
        write_text(target, report)
        print(f"wrote {options.output}\n{coverage_line(audit)}")
    else:
        print(report, end="")
    if stubs:
        written = write_stubs(audit, stubs, settings, judge=judge)
        print(f"wrote {count(written, 'claim')} to {options.write}" if written else "every sentence has its claim")
    fallen = audit.coverage is None or audit.against or (wanted is not None and audit.coverage < wanted)
    return 1 if fallen else 0
