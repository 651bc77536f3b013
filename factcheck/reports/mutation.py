"""The mutation audit as text for the terminal and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factcheck.domain.audit import Change
from factcheck.reports.failure import WIDTH, quoted
from factcheck.reports.gate import count
from factcheck.reports.visible import visible
from factcheck.reports.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.domain.audit import MutationAudit, Trial
    from factcheck.domain.claim import Claim

_MOST_EVIDENCE = 2
_MOST_UNCHANGED = 10


def mutation_text(audit: MutationAudit) -> str:
    """Survivors with the evidence that passed them, then the score by kind of change and in all."""
    return "\n".join(_lines(audit))


def _lines(audit: MutationAudit) -> Iterator[str]:
    if audit.survivors:
        yield "These changes went unnoticed: the claim, or the source that it rests on, proves nothing about them."
        for trial in audit.survivors:
            yield ""
            yield from _survivor(trial)
        yield ""
    if audit.unchanged:
        shown = ", ".join(visible(claim.id) for claim in audit.unchanged[:_MOST_UNCHANGED])
        more = f" and {len(audit.unchanged) - _MOST_UNCHANGED} more" if len(audit.unchanged) > _MOST_UNCHANGED else ""
        yield from wrap(f"nothing to change was found in: {shown}{more}", WIDTH)
        yield ""
    if audit.trials:
        yield from _table(audit)
        yield ""
    yield from wrap(score_line(audit), WIDTH)


def score_line(audit: MutationAudit) -> str:
    """The result in one sentence."""
    looked = f"{count(audit.claims, 'claim')}, {audit.supported} of them supported"
    if audit.score is None:
        return f"mutation score: none, since nothing could be changed ({looked})"
    caught = len(audit.trials) - len(audit.survivors)
    left = f"; {audit.left_out} more left out by the limits" if audit.left_out else ""
    return f"mutation score: {percent(audit.score)} ({caught} of {count(len(audit.trials), 'change')} caught; {looked}{left})"


def percent(share: float) -> str:
    """A share as a percentage without decimals; 100% only if it is all, 0% only if it is nothing."""
    whole = round(share * 100)
    if whole == 100 and share < 1:
        whole = 99
    return f"{1 if whole == 0 and share > 0 else whole}%"


def _table(audit: MutationAudit) -> Iterator[str]:
    yield f"{'change':<10}{'caught':>8}{'made':>8}"
    for change in Change:
        made = [trial for trial in audit.trials if trial.mutant.change is change]
        if made:
            caught = sum(not trial.survived for trial in made)
            yield f"{change.value:<10}{caught:>8}{len(made):>8}"


def _survivor(trial: Trial) -> Iterator[str]:
    mutant = trial.mutant
    yield visible(f"{_place(mutant.original)}")
    wrapped = {"was": mutant.original.sentence, "passes": mutant.claim.sentence}
    if mutant.original.sentence == mutant.claim.sentence:
        wrapped = {"claim": mutant.claim.sentence}
    wrapped["change"] = f"{mutant.change.value}: {mutant.before} -> {mutant.after}"
    for label, text in wrapped.items():
        yield from wrap(text, WIDTH, lead=f"  {label:<8}")
    for item in trial.said["evidence"][:_MOST_EVIDENCE]:
        if item["stance"] == "supports":
            yield from quoted(item)
            for reason in item["reasons"]:
                yield from wrap(reason, WIDTH, lead="    - ")


def _place(claim: Claim) -> str:
    return f"{claim.location.path}:{claim.location.line} {claim.id}" if claim.location else claim.id


def mutation_json(audit: MutationAudit) -> str:
    """The audit as JSON text with a final line break: totals, then every change that was tried."""
    values: dict[str, Any] = {
        "version": 1,
        "score": None if audit.score is None else round(audit.score, 4),
        "tried": len(audit.trials),
        "caught": len(audit.trials) - len(audit.survivors),
        "claims": audit.claims,
        "supported": audit.supported,
        "left_out": audit.left_out,
        "unchanged": [claim.id for claim in audit.unchanged],
        "changes": [_trial(trial) for trial in audit.trials],
    }
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def _trial(trial: Trial) -> dict[str, Any]:
    mutant = trial.mutant
    place = mutant.original.location
    said = trial.said
    return {
        "id": mutant.original.id,
        "file": place.path if place else None,
        "line": place.line if place else None,
        "kind": mutant.change.value,
        "claim": mutant.original.sentence,
        "changed": mutant.claim.sentence,
        "before": mutant.before,
        "after": mutant.after,
        "survived": trial.survived,
        "verdict": said["verdict"],
        "reason": said["reason"],
        "evidence": said["evidence"] if trial.survived else [],
    }
