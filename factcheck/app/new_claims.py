"""Claims written for the user: one more in a file, or a file of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.adapters import output, places, project
from factcheck.adapters.starter import SCHEMA_FILE
from factcheck.app.claims import claim_schema_text, configured_claim_files, parse_claims
from factcheck.errors import DeskError, Location

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claimfile.append import NewClaim
    from factcheck.domain.claim import Claim
    from factcheck.settings import Settings

FIRST_FILE = "claims.yaml"


def add_claim(
    sentence: str,
    settings: Settings,
    *,
    file: str | None = None,
    id: str | None = None,  # noqa: A002  (the key's name)
) -> tuple[Claim, str]:
    """Append a claim to a claim file; the file is made if it does not exist. Nothing else in it changes.

    Args:
        sentence: What is claimed.
        settings: Of the project.
        file: The claim file; the project's only one if it is not named.
        id: The claim's id; made from the sentence when it is needed and not given.

    Returns:
        The claim as the file now holds it, and its node id.

    Raises:
        DeskError: D004 if the file is not named and there are several, D005 if it cannot be edited, D006 for an unfit sentence.
        ExceptionGroup: If the file has faults, or holds the claim already.
        SettingsError: If the file cannot be written.
    """
    from factcheck.claimfile.append import appended, fit  # noqa: PLC0415  (start-up cost: PyYAML)

    claim = fit(sentence, id=id)
    path = Path.cwd() / file if file else _only_file(settings)
    if places.is_there(path):
        data = project.read_claim_file(path, shown=settings.shown(path))
        output.write_whole(path, appended(data, claim, path=settings.shown(path)))
    else:
        write_new(path, [claim], settings)
    found = parse_claims(path, settings).claims[-1]
    return found, f"{settings.shown(path)}::{found.id}"


def _only_file(settings: Settings) -> Path:
    files = configured_claim_files(settings)
    if len(files) > 1:
        raise DeskError("D004", f"there are {len(files)} claim files", mend=f"name one: --file {files[0]}")
    return settings.root / files[0] if files else settings.claims[0] / FIRST_FILE


def write_new(path: Path, claims: Sequence[NewClaim], settings: Settings, *, suite: str | None = None) -> None:
    """Write a new claim file, with the schema for editors beside it unless the project has it.

    Raises:
        DeskError: D007 if the file exists, or its name does not end like a claim file's.
        SettingsError: S005 if it cannot be written.
    """
    from factcheck.claimfile.append import written  # noqa: PLC0415  (start-up cost: PyYAML)

    check_new(path, settings)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        where = Location(settings.shown(path))
        raise DeskError(
            "D007", f"its folder cannot be made: {(error.strerror or str(error)).lower()}", where=where
        ) from None
    folders = [path.parent, *(parent for parent in path.parent.parents if parent.is_relative_to(settings.root))]
    schema = next((folder / SCHEMA_FILE for folder in folders if (folder / SCHEMA_FILE).exists()), None)
    if schema is None:
        schema = path.parent / SCHEMA_FILE
        output.write_whole(schema, claim_schema_text())
    beside = Path(os.path.relpath(schema, path.parent)).as_posix()
    output.write_whole(path, written(claims, schema=beside, suite=suite))


def check_new(path: Path, settings: Settings) -> None:
    """Find out before a long run whether a claim file of this name can be made.

    Raises:
        DeskError: D007 if it exists, or its name does not end like a claim file's.
    """
    where = Location(settings.shown(path))
    if not path.name.lower().endswith(project.YAML_SUFFIXES):
        raise DeskError("D007", "is no name of a claim file", where=where, mend="let it end in .yaml")
    if places.is_there(path):
        raise DeskError("D007", "exists already", where=where, mend="name a new file")
