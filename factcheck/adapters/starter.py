"""The starter folder that `factcheck init` writes."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from factcheck.adapters.places import is_there
from factcheck.adapters.project import read_table
from factcheck.errors import Location, SettingsError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

PROJECT_FILE = "pyproject.toml"
SCHEMA_FILE = "claims.schema.json"


def write_starter(folder: Path, *, schema: str) -> list[str]:
    """Write a folder of claims and sources that runs, overwriting nothing.

    Args:
        folder: Created if it does not exist. An existing `pyproject.toml` is left as it is.
        schema: JSON Schema of claim files, written beside the first one for editors.

    Returns:
        The files written, relative to `folder`, in order.

    Raises:
        SettingsError: S009 if a file is in the way or the folder cannot be written; then nothing was written.
    """
    files = dict(_texts(resources.files("factcheck").joinpath("starter"), ""))
    files[f"claims/{SCHEMA_FILE}"] = schema
    if is_there(folder / PROJECT_FILE):
        del files[PROJECT_FILE]
    for name in files:
        if is_there(folder / name):
            where = Location(str(folder / name))
            raise SettingsError("S009", "exists already", where=where, mend="choose another folder")
    try:
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        where = Location(str(folder))
        raise SettingsError(
            "S009", f"cannot be written: {(error.strerror or str(error)).lower()}", where=where
        ) from None
    return sorted(files)


def lacks_table(folder: Path) -> bool:
    """Whether the folder's `pyproject.toml` has no `[tool.factcheck]`.

    Raises:
        SettingsError: S003 if it is not TOML.
    """
    return read_table(folder) is None


def project_table() -> str:
    """The lines that a project needs in its `pyproject.toml`."""
    return resources.files("factcheck").joinpath("starter", PROJECT_FILE).read_text(encoding="utf-8")


def _texts(folder: Traversable, prefix: str) -> list[tuple[str, str]]:
    found = []
    for entry in folder.iterdir():
        name = f"{prefix}{entry.name}"
        if entry.is_dir():
            found.extend(_texts(entry, f"{name}/"))
        else:
            found.append((name, entry.read_text(encoding="utf-8")))
    return found
