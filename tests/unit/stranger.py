"""A run in which one stranger's text stands in every place that a corpus or a claim file can fill."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from factcheck.domain.verdict import Label
from factcheck.reports.gate import Decision, Gate
from factcheck.reports.run_record import ProblemRecord, RunRecord
from tests.unit.verdicts import record

if TYPE_CHECKING:
    from factcheck.reports.record import ClaimRecord, EvidenceRecord

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></title></article><!--",
    "javascript:alert(1)",
    "\x1b[31mred\x1b]0;owned\x07",
    "\u202eright to left\u2066",
    "zero\u200bwidth\ufeff",
    "\r\n::error file=a.py::owned",
    "%0A::set-output name=a::b",
    "##[error]owned ##vso[task.complete]",
    "=cmd|' /C calc'!A0",
    "+1 -1 @SUM(A1)",
    "'=1+1",
    "| a | b |\n|---|---|",
    "`code` **bold** _it_ [x](http://a.example) ![i](http://a.example/i.png)",
    "<http://a.example> https://a.example www.a.example a@a.example",
    "- item",
    "12) item",
    "::error::x ::debug::y ::add-mask::z " * 5,
    "# heading\n> quote\n- item\n1. item",
    "{0} [link](1) \\[",
    "&lt;b&gt; &amp; &#60;",
    "$x^2$ ~~gone~~ ***",
    "عربي 2,500 עברית",
)
"""Each starts a thing of its own in some format."""


def evidence_of(text: str, item: EvidenceRecord) -> EvidenceRecord:
    quote = {
        "source": text,
        "title": text,
        "publisher": text,
        "url": text,
        "path": text,
        "quote": text,
        "before": text,
        "after": text,
    }
    also = {**item, **quote, "also": []}
    return {**item, **quote, "origin": text, "reasons": [text, text], "also": [also]}  # type: ignore[typeddict-item]


def claim_of(text: str, label: Label, number: int) -> ClaimRecord:
    plain = record(label, number)
    return {
        **plain,
        "claim": text,
        "suite": text,
        "tags": [text],
        "note": text,
        "detail": text,
        "claimant": text,
        "appeared": {"url": text, "day": None},
        "locked": True,
        "drift": [{"kind": "quote gone", "what": text, "source": text}],
        "review": {"decision": "accept", "by": text, "day": "2024-01-11", "until": None, "reason": text, "state": "in force", "why": [text]},
        "signed_off": {"decision": "accept", "by": text, "day": "2024-01-11", "until": None, "reason": text},
        "shelf_life": {"until": "2024-01-01", "stale": True, "why": text},
        "evidence": [evidence_of(text, item) for item in plain["evidence"]],
        "near_misses": [evidence_of(text, item) for item in plain["near_misses"]],
    }  # fmt: skip


def run_of(text: str) -> RunRecord:
    problem: ProblemRecord = {"path": text, "line": 3, "column": 1, "code": "F010", "what": text, "mend": text}
    return RunRecord(
        today=date(2024, 1, 12),
        versions={"pytest-factcheck": "0.1.0"},
        claims=[claim_of(text, label, number) for number, label in enumerate(Label, start=1)],
        problems=[problem],
        notes=[problem],
        corpus={"folder": "corpus", "sources": 1, "digest": "0a"},
        lock={"path": "factcheck.lock", "entries": 4, "gone": [text], "versions": [text]},
        gate=Gate(Decision.DO_NOT_PUBLISH, text.replace(";", ",")),  # a semicolon parts reasons
        model=text,
    )
