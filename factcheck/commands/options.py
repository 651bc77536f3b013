"""Options that several commands share, and the settings that follow from them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from typing import Any, Protocol

    from factcheck.app import Settings

    class Commands(Protocol):
        """What `ArgumentParser.add_subparsers` returns; argparse keeps the class to itself."""

        def add_parser(self, name: str, **options: Any) -> argparse.ArgumentParser:
            """A new parser for this command."""
            ...


def add_corpus(parser: argparse.ArgumentParser, *, default: str | None = None) -> None:
    """Let the user name the folder of sources.

    Args:
        parser: Of the command.
        default: `argparse.SUPPRESS` below a command that has the option too, so that what stands before its name holds.
    """
    parser.add_argument(
        "--corpus", metavar="DIR", default=default, help="folder of sources (default: as configured, else corpus)"
    )


def add_format(parser: argparse.ArgumentParser, *, default: str = "text") -> None:
    """Let the user choose between text and JSON; for `default` see `add_corpus`."""
    parser.add_argument("--format", choices=("text", "json"), default=default, help="default: text")


def settings_of(options: argparse.Namespace) -> Settings:
    """The settings of the project in which the command runs, with what its options say."""
    from factcheck.app import find_root, read_settings

    here = Path.cwd()
    stated = {
        "corpus": str(here / options.corpus) if options.corpus else None,
        "today": getattr(options, "today", None),
    }
    return read_settings(find_root(here), options=stated)
