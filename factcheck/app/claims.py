"""The claims of a project: read, listed, found by name."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.adapters import places, project
from factcheck.domain.claim import Checks
from factcheck.errors import DeskError, FactcheckError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claimfile import ClaimFile
    from factcheck.domain.claim import Claim
    from factcheck.settings import Settings


_NO_CHECKS = Checks()


def parse_claims(path: Path, settings: Settings) -> ClaimFile:
    """The claims of one file.

    Raises:
        ExceptionGroup: Of `ClaimFileError`, all faults of the file at once.
        FactcheckError: S007 if the file cannot be read.
    """
    from factcheck.claimfile import parse  # noqa: PLC0415  (start-up cost: PyYAML and jsonschema)

    shown = settings.shown(path)
    parsed = parse(project.read_claim_file(path, shown=shown), path=shown, defaults=settings.policy)
    typed = [claim for claim in parsed.claims if claim.checks != _NO_CHECKS]
    if typed:
        from factcheck.claimfile.typed import check_faults  # noqa: PLC0415  (start-up cost: sentences are analysed)

        faults = [fault for claim in typed for fault in check_faults(claim)]
        if faults:
            raise ExceptionGroup(f"{shown}: {len(faults)} faults", faults)
    return parsed


def configured_claim_files(settings: Settings) -> list[str]:
    """Every claim file of the configured folders, as shown to the user, in order."""
    return [settings.shown(path) for path in project.claim_files(settings.claims)]


def missing_claim_folders(settings: Settings) -> list[str]:
    """The configured folders that do not exist, as shown to the user."""
    return [settings.shown(folder) for folder in settings.claims if not project.is_folder(folder)]


def claims_of(paths: Sequence[str], settings: Settings) -> list[Claim]:
    """Every claim of these files and folders, or of the configured folders if none is named, in the order of files and lines.

    Raises:
        DeskError: D001 if a path does not exist or there is no claim.
        ExceptionGroup: If a claim file has faults.
    """
    named = [Path.cwd() / path for path in paths] or list(settings.claims)
    if paths:
        gone = next((path for path, place in zip(paths, named, strict=True) if not places.is_there(place)), None)
        if gone is not None:
            raise DeskError("D001", f"there is no `{gone}`", mend="name a claim file or a folder of claim files")
    files = [file for place in named for file in ([place] if places.is_file(place) else project.claim_files([place]))]
    claims = [claim for file in dict.fromkeys(files) for claim in parse_claims(file, settings).claims]
    if not claims:
        where = ", ".join(settings.shown(place) for place in named)
        raise DeskError("D001", f"there is no claim in {where}", mend='write one: factcheck new "SENTENCE"')
    return claims


def find_claim(name: str, settings: Settings) -> tuple[Claim, str]:
    """The claim with this node id, or with this id if only one claim of the project has it, and its node id.

    Raises:
        SettingsError: S007 if there is no such file, S008 if there is no such claim or there are several, with the candidates.
        ExceptionGroup: If the claim is not found and a claim file has faults.
    """
    path, separator, wanted = name.rpartition("::")
    named = [file for file in (Path.cwd() / path, settings.root / path) if places.is_file(file)][:1]
    if separator and not named:
        nearest = difflib.get_close_matches(path, configured_claim_files(settings), n=3)
        mend = f"did you mean {', '.join(nearest)}?" if nearest else "name a file, as in claims/iraq.yaml::us-troops"
        raise SettingsError("S007", f"there is no claim file `{path}`", mend=mend)
    paths = named if separator else list(project.claim_files(settings.claims))
    claims: list[tuple[Claim, str]] = []
    faults: Exception | None = None
    for file in paths:
        try:
            claims += [(claim, f"{settings.shown(file)}::{claim.id}") for claim in parse_claims(file, settings).claims]
        except (FactcheckError, ExceptionGroup) as error:
            faults = error
    found = [(claim, nodeid) for claim, nodeid in claims if claim.id == wanted]
    if len(found) == 1:
        return found[0]
    if found:
        candidates = ", ".join(nodeid for _, nodeid in found)
        raise SettingsError("S008", f"{len(found)} claims have the id `{wanted}`", mend=f"name one of {candidates}")
    if faults:
        raise faults
    nearest = difflib.get_close_matches(wanted, [claim.id for claim, _ in claims], n=3)
    candidates = ", ".join(nodeid for claim, nodeid in claims if claim.id in nearest)
    mend = f"did you mean {candidates}?" if candidates else "`pytest --collect-only -q claims/` lists all"
    raise SettingsError("S008", f"no claim has the id `{wanted}`", mend=mend)


def claim_schema_text() -> str:
    """The JSON Schema of claim files, as text."""
    from factcheck.claimfile import schema_text  # noqa: PLC0415  (start-up cost)

    return schema_text()
