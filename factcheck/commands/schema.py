"""`factcheck schema`: the JSON Schemas of what users write and of what they get."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from factcheck.commands.options import Commands


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "schema",
        help="print the JSON Schema of claim files, of sources.yaml or of the JSON report",
        epilog="exit status: 0 printed, 4 usage error",
        description="Print a JSON Schema, for editors and for programs of your own.",
    )
    parser.add_argument(
        "of", nargs="?", choices=("claims", "sources", "report"), default="claims", help="of what (default: claims)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the schema."""
    from factcheck.app import claim_schema_text, report_schema_text, sources_schema_text

    texts = {"claims": claim_schema_text, "sources": sources_schema_text, "report": report_schema_text}
    print(texts[options.of](), end="")
    return 0
