"""The report for a spreadsheet: one row for each claim."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from factcheck.reports.concerns import concerns
from factcheck.reports.failure import LONGEST_QUOTE, why
from factcheck.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.reports.record import ClaimRecord, EvidenceRecord
    from factcheck.reports.run_record import RunRecord

_FORMULA = re.compile("'*[=+\\-@\t\r＝＋－＠]")
_SIDES = ("for", "against", "near")
_OF_A_SOURCE = ("quote", "publisher", "published", "tier", "source", "line", "origin", "reason")
COLUMNS = (
    "file", "line", "id", "suite", "claim", "tags", "expect", "severity", "verdict", "reason", "outcome", "why",
    "origins_for", "origins_against", "decided_by", "as_of", "note", "reviewed_by", "review_until", "sign_off", "concerns",
    *(f"{side}_{name}" for side in _SIDES for name in _OF_A_SOURCE),
)  # fmt: skip


def cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula: one that would start like one gets an apostrophe before it.

    To read it back, take one apostrophe away where a run of them stands before `=`, `+`, `-` or `@`.
    """
    shown = visible(text)
    return f"'{shown}" if _FORMULA.match(shown) else shown


def csv_report(run: RunRecord) -> str:
    """Rows in the order of files and lines, with a heading; UTF-8 with a mark, as spreadsheets expect it."""
    out = io.StringIO(newline="")
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([cell(value) for value in _row(record)] for record in run.claims)
    return out.getvalue()


def _row(record: ClaimRecord) -> Iterator[str]:
    review = record["review"]
    yield from (record["file"] or "", str(record["line"] or ""), record["id"], record["suite"] or "", record["claim"])
    yield from (", ".join(record["tags"]), record["expect"], record["severity"])
    yield from (record["verdict"], record["reason"] or "", record["outcome"], why(record))
    yield from (str(record["origins"]["supports"]), str(record["origins"]["refutes"]), record["decided_by"])
    yield from (record["as_of"] or "", record["note"] or "")
    yield from (review["by"], review["until"] or "", review["state"]) if review else ("", "", "")
    yield "; ".join(f"{concern.title}: {concern.what}" for concern in concerns(record))
    for stance in ("supports", "refutes"):
        yield from _source([item for item in record["evidence"] if item["stance"] == stance])
    yield from _source(record["near_misses"])


def _source(items: Sequence[EvidenceRecord]) -> Iterator[str]:
    """The strongest source of a side; empty cells where there is none."""
    if not items:
        yield from ("" for _ in _OF_A_SOURCE)
        return
    best = items[0]
    quote = best["quote"]
    yield quote if len(quote) <= LONGEST_QUOTE else f"{quote[:LONGEST_QUOTE]} …"
    yield from (best["publisher"] or "", best["published"] or "", best["tier"] or "", best["source"])
    yield from (str(best["line"]), best["origin"], "; ".join(best["reasons"]))
