"""The `factcheck` command."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from factcheck import __version__
from factcheck.errors import FactcheckError
from factcheck.reports.visible import visible_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.app import Settings

USAGE_ERROR = 4
INTERRUPTED = 130
BROKEN_PIPE = 141
_EXIT = {"supported": 0, "contradicted": 1, "conflicting": 1, "missing": 3}
_PATIENCE = 1.0
_BAR = 30

_EPILOG = """\
examples:
  factcheck init my-claims                    write a starter folder that runs
  factcheck check "The bridge opened in 1987." what does the corpus say to this sentence?
  factcheck explain claims/iraq.yaml::troops  how did the verdict on this claim come about?
  factcheck search "ferry passengers"         which passages speak of this?

To check all claims, run pytest: pytest claims/
"""
_CHECK_EPILOG = """\
exit status: 0 supported, 1 contradicted or conflicting, 3 missing, 4 usage error

example:
  factcheck check "The ferry carried 48,200 passengers in 2023." --corpus corpus --format json
"""


class _Parser(argparse.ArgumentParser):
    """Usage errors exit like pytest's, since 2 says something else there."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(USAGE_ERROR, f"{self.prog}: error: {message}\n")


class _Progress:
    """A bar on the terminal while an index takes long to build; silent in pipes and logs."""

    def __init__(self) -> None:
        self.start = time.monotonic()
        self.shown = False

    def __call__(self, done: int, total: int) -> None:
        """Redraw.

        Args:
            done: Files read so far.
            total: Files to read.
        """
        if not sys.stderr.isatty() or time.monotonic() - self.start < _PATIENCE:
            return
        filled = _BAR * done // max(total, 1)
        bar = "#" * filled + "." * (_BAR - filled)
        print(f"\rindexing [{bar}] {done:,} of {total:,}", end="", file=sys.stderr, flush=True)
        self.shown = True

    def clear(self) -> None:
        """Take the bar away."""
        if self.shown:
            print("\r" + " " * 78 + "\r", end="", file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        The exit status: 0 fine, 4 usage error, 130 interrupted; `check` and `explain` say more.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        options = _parser().parse_args(arguments)
        status: int = options.run(options)
        sys.stdout.flush()
    except FactcheckError as error:
        print(visible_lines(str(error)), file=sys.stderr)
        return USAGE_ERROR
    except ExceptionGroup as group:
        faults = group.subgroup(FactcheckError)
        if faults is None or len(faults.exceptions) < len(group.exceptions):
            raise
        for fault in group.exceptions:
            print(visible_lines(str(fault)), file=sys.stderr)
        return USAGE_ERROR
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    return status


def _parser() -> argparse.ArgumentParser:
    raw = argparse.RawDescriptionHelpFormatter
    parser = _Parser(
        prog="factcheck",
        description="Check claims against a corpus of sources.",
        epilog=_EPILOG,
        formatter_class=raw,
    )
    parser.add_argument("--version", action="version", version=f"pytest-factcheck {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    init = commands.add_parser("init", help="write a starter folder that runs")
    init.add_argument("folder", nargs="?", default=".", metavar="DIR", help="where (default: here)")
    init.set_defaults(run=_init)

    check = commands.add_parser(
        "check", help="check one sentence", epilog=_CHECK_EPILOG, formatter_class=raw, description="Check one sentence."
    )
    check.add_argument("sentence", help="what is claimed, in quotes")
    _add_corpus(check)
    _add_format(check)
    check.add_argument("--today", metavar="DATE", help="the day to take for today, as 2024-01-12")
    check.set_defaults(run=_check)

    explain = commands.add_parser("explain", help="show how the verdict on a claim came about")
    explain.add_argument("claim", help="node id (claims/iraq.yaml::troops), or an id unique in the project")
    _add_corpus(explain)
    explain.set_defaults(run=_explain)

    search = commands.add_parser("search", help="find passages of the corpus")
    search.add_argument("words", nargs="+", help="what to look for")
    search.add_argument("--limit", type=int, default=10, metavar="N", help="most passages to show (default: 10)")
    _add_corpus(search)
    search.set_defaults(run=_search)

    sources = commands.add_parser("sources", help="list the sources of the corpus, or show one")
    sources.add_argument("show", nargs="?", metavar="ID", help="print the cleaned text of this source")
    sources.add_argument("--at", metavar="START:END", help="only these code points of it")
    _add_corpus(sources)
    sources.set_defaults(run=_sources)

    analyse = commands.add_parser("analyse", help="show what is found in a sentence, with offsets")
    analyse.add_argument("sentence", help="the sentence, in quotes")
    analyse.add_argument("--published", metavar="DATE", help="day of publication, for 'on Tuesday' and the like")
    _add_format(analyse)
    analyse.set_defaults(run=_analyse)

    schema = commands.add_parser("schema", help="print the JSON Schema of claim files or of the JSON report")
    schema.add_argument("of", nargs="?", choices=("claims", "report"), default="claims", help="default: claims")
    schema.set_defaults(run=_schema)
    return parser


def _add_corpus(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--corpus", metavar="DIR", help="folder of sources (default: as configured, else corpus)")


def _add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def _settings(options: argparse.Namespace) -> Settings:
    from factcheck.app import find_root, read_settings

    here = Path.cwd()
    stated = {
        "corpus": str(here / options.corpus) if options.corpus else None,
        "today": getattr(options, "today", None),
    }
    return read_settings(find_root(here), options=stated)


def _init(options: argparse.Namespace) -> int:
    from factcheck.app import claim_schema_text, lacks_table, project_table, write_starter

    folder = Path(options.folder)
    for name in write_starter(folder, schema=claim_schema_text()):
        print(f"wrote {folder / name}")
    if lacks_table(folder):
        print(f"\nadd to {folder / 'pyproject.toml'}:\n\n{project_table()}")
    inside = "" if folder == Path() else f"cd {folder} && "
    print(f"next: {inside}pytest claims/")
    return 0


def _check(options: argparse.Namespace) -> int:
    from factcheck.app import check_sentence
    from factcheck.reports.failure import explanation
    from factcheck.reports.json_report import json_report

    progress = _Progress()
    try:
        run = check_sentence(options.sentence, _settings(options), progress=progress)
    finally:
        progress.clear()
    record = run.claims[0]
    print(json_report(run) if options.format == "json" else explanation(record) + "\n", end="")
    return _EXIT[record["verdict"]]


def _explain(options: argparse.Namespace) -> int:
    from factcheck.app import find_claim, open_checker
    from factcheck.reports.explain import explain

    settings = _settings(options)
    claim, nodeid = find_claim(options.claim, settings)
    progress = _Progress()
    checker = open_checker(settings, progress=progress)
    progress.clear()
    verdict = checker.check(claim)
    print(f"{nodeid}\n\n{explain(verdict, nodeid=nodeid)}")
    return 0


def _search(options: argparse.Namespace) -> int:
    from factcheck.app import open_corpus, search
    from factcheck.reports.passages import passage_lines

    progress = _Progress()
    corpus = open_corpus(_settings(options), progress=progress)
    progress.clear()
    found = search(corpus, " ".join(options.words), limit=options.limit)
    print("\n".join(passage_lines(found)) if found else "no passage speaks of this")
    return 0 if found else 1


def _sources(options: argparse.Namespace) -> int:
    from factcheck.app import open_corpus, source_text
    from factcheck.reports.passages import source_lines

    progress = _Progress()
    corpus = open_corpus(_settings(options), progress=progress)
    progress.clear()
    if options.show:
        print(source_text(corpus, options.show, at=options.at))
    else:
        print("\n".join(source_lines(list(corpus.sources()), corpus.problems())))
    return 0


def _analyse(options: argparse.Namespace) -> int:
    from factcheck.app import analyse_sentence
    from factcheck.reports.analysis import analysis_json, analysis_text

    found = analyse_sentence(options.sentence, published=options.published)
    print(analysis_json(found) if options.format == "json" else analysis_text(found) + "\n", end="")
    return 0


def _schema(options: argparse.Namespace) -> int:
    from factcheck.app import claim_schema_text, report_schema_text

    print(report_schema_text() if options.of == "report" else claim_schema_text(), end="")
    return 0
