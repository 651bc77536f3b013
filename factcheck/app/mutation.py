"""The mutation audit of a project: its claims, changed, against its corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.app.claims import claims_of
from factcheck.app.corpora import open_checker
from factcheck.settings import bad_value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.domain.audit import MutationAudit
    from factcheck.settings import Settings


def mutation_audit(
    paths: Sequence[str],
    settings: Settings,
    *,
    per_claim: int,
    limit: int | None,
    progress: Callable[[int, int], None] | None = None,
) -> MutationAudit:
    """Change the supported claims of these files and judge what became of them.

    Raises:
        DeskError: D001 if there is no claim.
        CorpusError: If there is no corpus.
        SettingsError: S002 for a limit below 1.
    """
    from factcheck.audits.mutation import mutate  # noqa: PLC0415  (start-up cost)

    for name, number in (("--per-claim", per_claim), ("--limit", limit)):
        if number is not None and number < 1:
            raise bad_value(name, number, "a whole number from 1 up")
    claims = claims_of(paths, settings)
    checker = open_checker(settings)
    try:
        return mutate(claims, checker.recall, per_claim=per_claim, limit=limit, progress=progress)
    finally:
        checker.write_kept()
