"""`factcheck schema`: the JSON Schemas of what users write and of what they get."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from factcheck.commands.options import Commands


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("schema", help="print the JSON Schema of claim files or of the JSON report")
    parser.add_argument("of", nargs="?", choices=("claims", "report"), default="claims", help="default: claims")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the schema."""
    from factcheck.app import claim_schema_text, report_schema_text

    print(report_schema_text() if options.of == "report" else claim_schema_text(), end="")
    return 0
