"""The project on disk: its root, its configuration files, its claim files, and the clock."""

from __future__ import annotations

import configparser
import os
import time
import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import FactcheckError, Location, SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

YAML_SUFFIXES = (".yaml", ".yml")
CLAIM_SUFFIXES = (".claims.yaml", ".claims.yml")
MOST_BYTES = 50_000_000
_PYTEST_TOML = ("pytest.toml", ".pytest.toml")
_PYTEST_INI = {"pytest.ini": "pytest", ".pytest.ini": "pytest", "tox.ini": "pytest", "setup.cfg": "tool:pytest"}
_ROOT_MARKS = (*_PYTEST_TOML, "pytest.ini", ".pytest.ini", "pyproject.toml", "tox.ini", "setup.cfg", "setup.py", ".git")


def today() -> date:
    """The day on this machine's clock."""
    now = time.localtime()
    return date(now.tm_year, now.tm_mon, now.tm_mday)


def find_root(start: Path) -> Path:
    """The folder that paths of the configuration are relative to: the nearest one with a project file, else `start`."""
    for folder in (start, *start.parents):
        if any((folder / name).exists() for name in _ROOT_MARKS):
            return folder
    return start


def holds_claims_only(folder: Path) -> bool:
    """Whether a folder below one named on the command line can be meant as a folder of claim files.

    It holds no Python except a `conftest.py`, and is not the top of a project: `pytest tests/` and `pytest .` leave
    other people's YAML alone.
    """
    if any((folder / name).exists() for name in _ROOT_MARKS):
        return False
    names = [entry.name for entry in os.scandir(folder) if entry.is_file()]
    return not any(name.endswith(".py") and name != "conftest.py" for name in names)


def read_table(root: Path) -> Mapping[str, Any] | None:
    """`[tool.factcheck]` of the root's `pyproject.toml`; None when there is none.

    Raises:
        SettingsError: S003 if the file is not TOML or `tool.factcheck` is no table.
    """
    tool = _read_toml(root / "pyproject.toml").get("tool", {})
    table = tool.get("factcheck") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise SettingsError(
            "S003", "`tool.factcheck` is not a table", where=Location("pyproject.toml"), mend="write `[tool.factcheck]`"
        )
    return table


def read_ini(root: Path) -> Mapping[str, Any]:
    """The `factcheck_*` values of the file that pytest takes its configuration from, without their prefix.

    Follows pytest's order of files. Values are strings, or whatever a TOML file holds.
    """
    found = _pytest_section(root)
    return {key.removeprefix("factcheck_"): value for key, value in found.items() if key.startswith("factcheck_")}


def _pytest_section(root: Path) -> Mapping[str, Any]:
    for name in _PYTEST_TOML:
        if (root / name).is_file():
            return dict(_read_toml(root / name).get("pytest", {}))
    for name in ("pytest.ini", ".pytest.ini"):
        if (root / name).is_file():
            return _read_section(root / name, _PYTEST_INI[name]) or {}
    pytest_table = _read_toml(root / "pyproject.toml").get("tool", {}).get("pytest")
    if isinstance(pytest_table, dict):
        return dict(pytest_table.get("ini_options", pytest_table))
    for name in ("tox.ini", "setup.cfg"):
        section = _read_section(root / name, _PYTEST_INI[name])
        if section is not None:
            return section
    return {}


def _read_section(path: Path, section: str) -> Mapping[str, str] | None:
    parser = configparser.RawConfigParser(strict=False)
    try:
        parser.read(path, encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError) as error:
        raise SettingsError("S003", f"cannot be read: {error}", where=Location(path.name)) from None
    return dict(parser.items(section)) if parser.has_section(section) else None


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return {}
    try:
        return tomllib.loads(data.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError("S003", f"is not TOML: {error}", where=Location(path.name)) from None


def is_folder(path: Path) -> bool:
    """Whether a configured folder is there."""
    return path.is_dir()


def claim_files(folders: Sequence[Path]) -> Iterator[Path]:
    """Every claim file under the folders, in the order of folders and names.

    As pytest does, symbolic links are followed; a folder reached again is left out, so that loops end.
    """
    for folder in folders:
        seen: set[tuple[int, int]] = set()
        for parent, subfolders, names in os.walk(folder, followlinks=True):
            info = Path(parent).stat()
            if (info.st_dev, info.st_ino) in seen:
                subfolders.clear()
                continue
            seen.add((info.st_dev, info.st_ino))
            subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
            yield from (Path(parent, name) for name in sorted(names) if may_hold_claims(name))


def may_hold_claims(name: str) -> bool:
    """Whether a file of this name in a folder of claims is one of claims: YAML, in large or small letters, and not hidden."""
    return name.lower().endswith(YAML_SUFFIXES) and not name.startswith(".")


def has_claims(path: Path) -> bool:
    """Whether a YAML file outside the configured folders has the key that every claim file has."""
    try:
        with path.open("rb") as file:
            return any(line.startswith((b"claims:", b"\xef\xbb\xbfclaims:")) for line in file)
    except OSError:
        return True


def read_claim_file(path: Path, *, shown: str) -> bytes:
    """The bytes of a claim file.

    Args:
        path: The file.
        shown: Its path as shown to the user.

    Raises:
        FactcheckError: S007 if it cannot be opened or is larger than 50 MB.
    """
    where = Location(shown)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FactcheckError("S007", "is larger than 50 MB", where=where, mend="split it into several files")
        return path.read_bytes()
    except OSError as error:
        mend = "see that it exists and that you may read it"
        raise FactcheckError(
            "S007", f"cannot be read: {(error.strerror or str(error)).lower()}", where=where, mend=mend
        ) from None
