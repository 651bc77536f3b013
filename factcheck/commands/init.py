"""`factcheck init`: a folder that runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from factcheck.commands.options import Commands


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "init",
        help="write a starter folder that runs",
        description="Write a small corpus, a claim file with its schema, and a project file. Nothing is overwritten.",
        epilog="exit status: 0 written; 4 not written: a claim file or source of these names is there",
    )
    parser.add_argument("folder", nargs="?", default=".", metavar="DIR", help="where (default: here)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the starter files; what exists is kept."""
    from factcheck.app import claim_schema_text, lacks_table, project_table, write_starter

    folder = Path(options.folder)
    for name in write_starter(folder, schema=claim_schema_text()):
        print(f"wrote {folder / name}")
    if lacks_table(folder):
        print(f"\nadd to {folder / 'pyproject.toml'}:\n\n{project_table()}")
    inside = "" if folder == Path() else f"cd {folder} && "
    print(f"next: {inside}pytest claims/")
    return 0
