"""The coverage audit of a project: a draft against its claims, and these against the corpus."""

from __future__ import annotations

import re
import textwrap
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.app.claims import claims_of
from factcheck.app.corpora import open_checker
from factcheck.domain.claim import ModelUse, Policy
from factcheck.domain.evidence import Stance
from factcheck.domain.verdict import Label
from factcheck.errors import DeskError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.domain.audit import DraftAudit
    from factcheck.domain.claim import Claim
    from factcheck.domain.evidence import Evidence
    from factcheck.domain.ports import Index
    from factcheck.domain.verdict import Verdict
    from factcheck.settings import Settings


def draft_audit(
    draft: str, paths: Sequence[str], settings: Settings, *, progress: Callable[[int, int], None] | None = None
) -> tuple[DraftAudit, Callable[[str], Verdict]]:
    """What the claims say about a draft; and a function that gives the corpus's verdict on one of its sentences.

    Args:
        draft: The file.
        paths: Claim files and folders; the configured ones if there are none.
        settings: Of the project.
        progress: Called with claims judged and claims to judge.

    Raises:
        DeskError: D001 if there is no claim, D003 if the draft cannot be read.
        CorpusError: If there is no corpus.
    """
    from factcheck.adapters.drafts import read_draft  # noqa: PLC0415  (start-up cost)
    from factcheck.adapters.memory_index import MemoryIndex  # noqa: PLC0415
    from factcheck.audits.coverage import audit_draft, claims_as_sources, looks_like_heading  # noqa: PLC0415

    path = Path.cwd() / draft
    read = read_draft(path, shown=draft, readers=settings.readers)
    claims = claims_of(paths, settings)
    checker = open_checker(settings)
    own, others = MemoryIndex([read.source]), MemoryIndex(claims_as_sources(claims))
    done = 0

    def weigh(claim: Claim, index: Index) -> Sequence[Evidence]:
        nonlocal done
        done += 1
        if progress:
            progress(min(done, len(claims)), len(claims))
        model = claim.policy.model if settings.policy.model is ModelUse.AUTO else settings.policy.model
        plain = Policy(tolerance=claim.policy.tolerance, model=model)
        return checker.weigh(replace(claim, policy=plain), index=index).evidence

    audit = audit_draft(
        read.source,
        claims,
        path=draft,
        is_heading=lambda passage: read.is_marked_heading(passage) or looks_like_heading(passage),
        line_of=read.line_of,
        in_draft=lambda claim: weigh(claim, own),
        among_claims=lambda claim: weigh(claim, others),
        label_of=lambda claim: Label(checker.recall(claim)["verdict"]),
    )
    checker.write_kept()
    return audit, checker.check


_LONGEST = 160  # code points of a quotation in a remark


def _now(verdict: Verdict) -> str:
    """What the corpus says to a sentence; where it is against it, in whose words."""
    now = f"now: {verdict.label}" + (f" ({verdict.reason})" if verdict.reason else "")
    against = next((item for item in verdict.evidence if item.stance is Stance.REFUTES), None)
    if against is None:
        return now
    source = against.passage.source
    words = textwrap.shorten(against.passage.text, _LONGEST, placeholder=" ...")
    return f"{now}: {source.id} ({source.published or 'no date'}) says “{words}”"


_POINTING = re.compile(r"(?:he|she|it|they|this|that|these|those|her|his|its|their)\b", re.IGNORECASE)


def write_stubs(audit: DraftAudit, path: Path, settings: Settings, *, judge: Callable[[str], Verdict]) -> int:
    """Write a claim file with a claim for each sentence that none covers, each with what the corpus says to it now.

    Returns:
        How many claims were written; without any, no file is.

    Raises:
        DeskError: D007 if the file exists.
        SettingsError: S005 if it cannot be written.
    """
    from factcheck.app.new_claims import write_new  # noqa: PLC0415  (start-up cost)
    from factcheck.claimfile.append import NewClaim, fit  # noqa: PLC0415
    from factcheck.claimfile.values import slug  # noqa: PLC0415
    from factcheck.reports.draft import notes, uncovered  # noqa: PLC0415
    from factcheck.reports.visible import visible  # noqa: PLC0415

    stubs: dict[str, NewClaim] = {}
    for item in uncovered(audit):
        words = " ".join(item.passage.text.split())
        try:
            claim = fit(words, id=slug(words))
        except DeskError:
            continue
        verdict = judge(claim.sentence)
        place = f"{audit.path}:{item.line}" if item.line else audit.path
        remarks = [visible(f"{place}: {note}") for note in notes(item)]
        remarks.append(visible(_now(verdict)))
        if pointing := _POINTING.match(claim.sentence):
            remarks.append(f"a claim stands alone: say who or what “{pointing[0]}” is")
        stubs.setdefault(claim.sentence, NewClaim(claim.sentence, claim.id, tuple(remarks)))
    if stubs:
        write_new(path, list(stubs.values()), settings, suite=visible(audit.title or audit.path))
    return len(stubs)
