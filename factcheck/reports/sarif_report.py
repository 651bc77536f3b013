"""The report as SARIF 2.1.0: what code hosts and editors show beside the line of a claim."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

from factcheck.domain.verdict import Label
from factcheck.reports.concerns import concerns
from factcheck.reports.failure import near_misses, next_step, place_of, set_aside, why
from factcheck.reports.outcome import ClaimOutcome
from factcheck.reports.uri import encoded, folder_uri
from factcheck.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.reports.record import ClaimRecord, EvidenceRecord, QuoteRecord
    from factcheck.reports.run_record import ProblemRecord, RunRecord

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT, _CORPUS = "%SRCROOT%", "CORPUS"
_LINK = re.compile(r"\[.*\]\(", re.DOTALL)
_RULES = {
    Label.CONTRADICTED: (
        "A source says otherwise",
        "A source that speaks of the same fact says something else than the claim.",
    ),
    Label.CONFLICTING: ("Sources disagree", "Some sources bear the claim out, others contradict it."),
    Label.MISSING: (
        "No source settles it",
        "No source of the corpus states what the claim asserts. Silence is never a pass.",
    ),
    Label.SUPPORTED: (
        "The sources bear it out",
        "The sources bear out a claim that was expected to be wrong or unsettled.",
    ),
}
_CONCERNS = {
    "drift": ("Changed since the lock", "What the claim rests on is not what it was when the lock was written."),
    "sign-off": (
        "A sign-off that does not count",
        "A person's sign-off is expired, outdated or not bound by the lock.",
    ),
    "stale": ("Stale", "The claim is past the day on which it was to be looked at again."),
}
_ORDER: tuple[str, ...] = (*_RULES, *_CONCERNS)
_LEVELS = {"error": "error", "warn": "warning", "info": "note"}


def sarif_report(run: RunRecord) -> str:
    """One result for each claim that did not pass; faults of claim files and of the corpus are notifications."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(run)]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def fingerprint(record: ClaimRecord, further: str = "") -> str:
    """Stays while a claim keeps its node id and its verdict, wherever its line moves."""
    known = "\0".join(filter(None, (record["nodeid"] or record["id"], record["verdict"], further)))
    return hashlib.sha256(known.encode("utf-8", "surrogatepass")).hexdigest()


def _run(run: RunRecord) -> dict[str, Any]:
    rules = [
        {"id": rule, "shortDescription": {"text": short}, "fullDescription": {"text": full}}
        for rule, (short, full) in (*_RULES.items(), *_CONCERNS.items())
    ]
    driver = {"name": "pytest-factcheck", "version": run.versions.get("pytest-factcheck", "0"), "rules": rules}
    bases: dict[str, Any] = {_ROOT: {"description": {"text": "The folder of the project."}}}
    if run.corpus and run.corpus["folder"]:
        bases[_CORPUS] = {
            "uri": folder_uri(run.corpus["folder"]),
            "description": {"text": "The folder of the sources."},
        }
        if not bases[_CORPUS]["uri"].startswith("file:"):
            bases[_CORPUS]["uriBaseId"] = _ROOT
    return {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": bases,
        "invocations": [
            {
                "executionSuccessful": not run.problems,
                "toolExecutionNotifications": [_notification(problem) for problem in run.problems],
            }
        ],
        "results": [result for record in run.claims for result in _results(record)],
        "properties": {"today": run.today.isoformat(), **({"gate": str(run.gate)} if run.gate else {})},
    }


def _results(record: ClaimRecord) -> Iterator[dict[str, Any]]:
    if record["outcome"] != ClaimOutcome.PASSED:
        yield _result(record)
    for concern in concerns(record):
        yield {
            "ruleId": concern.kind,
            "ruleIndex": _ORDER.index(concern.kind),
            "kind": "fail",
            "level": "warning",
            "message": _message(f"{record['claim']}\n{concern.title}: {concern.what}"),
            "locations": [_claim_location(record)],
            "partialFingerprints": {"claimAndVerdict/v1": fingerprint(record, concern.what)},
            "properties": {"claim": record["id"], "outcome": record["outcome"]},
        }


def _result(record: ClaimRecord) -> dict[str, Any]:
    step = next_step(record)
    words = f"{record['claim']}\n{record['verdict']}: {why(record)}\nNext: {step}."
    result: dict[str, Any] = {
        "ruleId": record["verdict"],
        "ruleIndex": _ORDER.index(record["verdict"]),
        "kind": "fail",
        "level": "warning" if record["outcome"] == ClaimOutcome.SKIPPED else _LEVELS[record["severity"]],
        "message": _message(words),
        "locations": [_claim_location(record)],
        "partialFingerprints": {"claimAndVerdict/v1": fingerprint(record)},
        "properties": {
            "claim": record["id"],
            "reason": record["reason"],
            "outcome": record["outcome"],
            "origins": record["origins"],
            "tags": record["tags"],
        },
    }
    related = list(_related(record))
    if related:
        result["relatedLocations"] = [{"id": number, **place} for number, place in enumerate(related, start=1)]
    return result


def _claim_location(record: ClaimRecord) -> dict[str, Any]:
    name = {"name": record["id"], "fullyQualifiedName": record["nodeid"] or record["id"]}
    location: dict[str, Any] = {"logicalLocations": [name]}
    if record["file"]:
        artifact = {"uri": encoded(record["file"]), "uriBaseId": _ROOT}
        location["physicalLocation"] = {"artifactLocation": artifact, "region": {"startLine": record["line"] or 1}}
    return location


def _related(record: ClaimRecord) -> Iterator[dict[str, Any]]:
    for item in record["evidence"]:
        yield from _evidence(item, item["stance"])
    for number in near_misses(record):
        item = record["near_misses"][number]
        yield from _evidence(item, set_aside(record, item) or "near miss")


def _evidence(item: EvidenceRecord, what: str) -> Iterator[dict[str, Any]]:
    reasons = "".join(f"\n- {reason}" for reason in item["reasons"])
    yield _source(item, f"{what}: “{item['quote']}”\n{place_of(item)}{reasons}")
    for passage in item["also"]:
        yield _source(passage, f"read together with: “{passage['quote']}”\n{place_of(passage)}")


def _source(item: QuoteRecord, words: str) -> dict[str, Any]:
    """Where a quote stands. Its offsets count in the cleaned text, not in the file, so they are properties, not a region."""
    location: dict[str, Any] = {
        "message": _message(words),
        "logicalLocations": [{"name": item["source"]}],
        "properties": {"start": item["start"], "end": item["end"], "line": item["line"]},
    }
    if item["path"]:
        location["physicalLocation"] = {"artifactLocation": {"uri": encoded(item["path"]), "uriBaseId": _CORPUS}}
    return location


def _message(words: str) -> dict[str, str]:
    """A message whose words are no placeholder and no link, whatever a source says."""
    shown = "\n".join(visible(line) for line in words.split("\n")).replace("{", "{{").replace("}", "}}")
    if _LINK.search(shown):
        shown = re.sub(r"([\\\[\]])", r"\\\1", shown)
    return {"text": shown}


def _notification(problem: ProblemRecord) -> dict[str, Any]:
    mend = f" ({problem['mend']})" if problem["mend"] else ""
    found: dict[str, Any] = {
        "descriptor": {"id": problem["code"]},
        "level": "error",
        "message": _message(f"{problem['path']}: {problem['what']}{mend}"),
    }
    if problem["path"] and problem["line"]:
        region = {"startLine": problem["line"], **({"startColumn": problem["column"]} if problem["column"] else {})}
        artifact = {"uri": encoded(problem["path"]), "uriBaseId": _ROOT}
        found["locations"] = [{"physicalLocation": {"artifactLocation": artifact, "region": region}}]
    return found
