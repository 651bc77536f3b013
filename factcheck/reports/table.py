"""The table at the end of a run, made for an editor."""

from __future__ import annotations

import textwrap
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.reports.gate import count
from factcheck.reports.outcome import ClaimOutcome
from factcheck.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.reports.json_report import CorpusRecord, ProblemRecord
    from factcheck.reports.record import ClaimRecord

MIN_WIDTH = 60
MAX_WIDTH = 140
MOST_PASSED = 50
MOST_ROWS = 500
MOST_PROBLEMS = 10
_OUTCOME_WIDTH = 7
_VERDICT_WIDTH = 16
_GAPS = 6
_SENTENCE_LINES = 3


def summary(claims: Sequence[ClaimRecord], corpus: CorpusRecord | None, *, width: int, every: bool = False) -> str:
    """The claims as a table for each file, then the totals.

    Args:
        claims: In the order of files and lines.
        corpus: What they were checked against.
        width: Columns of the terminal; kept between 60 and 140.
        every: Show all rows, however many. Otherwise claims that passed are left out when more than 50 did, and
            500 rows are the most; a line says how many are not shown.
    """
    shown = list(claims) if every else _worth_showing(claims)
    width = min(max(width, MIN_WIDTH), MAX_WIDTH)
    parts = []
    for file, group in groupby(shown, key=lambda record: (record["file"], record["suite"])):
        title = ": ".join(visible(part) for part in file if part)
        parts.append(f"{title}\n{_table(list(group), width)}")
    if len(shown) < len(claims):
        hidden = Counter(record["outcome"] for record in claims)
        hidden.subtract(Counter(record["outcome"] for record in shown))
        left = ", ".join(f"{hidden[outcome]} {outcome}" for outcome in ClaimOutcome if hidden[outcome])
        parts.append(f"not shown: {left} (-v shows all)")
    parts.append(totals(claims, corpus))
    return "\n\n".join(parts)


def totals(claims: Sequence[ClaimRecord], corpus: CorpusRecord | None) -> str:
    """One line: how many claims came out how, checked against what."""
    tally = Counter(record["outcome"] for record in claims)
    parts = [f"{tally[outcome]} {outcome}" for outcome in ClaimOutcome if tally[outcome]]
    against = f"; corpus of {count(corpus['sources'], 'source')}" if corpus else ""
    return f"{count(len(claims), 'claim')}: " + ", ".join(parts) + against


def corpus_lines(problems: Sequence[ProblemRecord]) -> list[str]:
    """One line for each file of the corpus that has a problem or deserves a note, at most ten, by name and reason."""
    lines = [
        visible(f"corpus: {problem['path']}: {problem['code']} {problem['what']}")
        + (f" ({visible(problem['mend'])})" if problem["mend"] else "")
        for problem in problems[:MOST_PROBLEMS]
    ]
    if len(problems) > MOST_PROBLEMS:
        lines.append(f"corpus: and {len(problems) - MOST_PROBLEMS} more")
    return lines


def silence(claims: Sequence[ClaimRecord]) -> str:
    """A line that nobody overlooks when not one claim was confirmed or refuted; else empty."""
    if claims and all(record["outcome"] == ClaimOutcome.SKIPPED for record in claims):
        return f"NOTHING WAS CHECKED: the corpus is silent on all of {count(len(claims), 'claim')}"
    return ""


def advice(claims: Sequence[ClaimRecord]) -> str:
    """How to see what lies behind a result; empty when everything passed."""
    first = next((record for record in claims if record["outcome"] != ClaimOutcome.PASSED), None)
    return f"how a verdict came about: factcheck explain {first['nodeid']}" if first else ""


def _worth_showing(claims: Sequence[ClaimRecord]) -> list[ClaimRecord]:
    passed = sum(record["outcome"] == ClaimOutcome.PASSED for record in claims)
    if passed > MOST_PASSED:
        claims = [record for record in claims if record["outcome"] != ClaimOutcome.PASSED]
    return list(claims[:MOST_ROWS])


def _table(claims: Sequence[ClaimRecord], width: int) -> str:
    from tabulate import tabulate  # noqa: PLC0415  (only runs that show a table pay for it)

    room = width - _OUTCOME_WIDTH - _VERDICT_WIDTH - _GAPS
    source_width = room * 2 // 5
    claim_width = room - source_width
    rows = [
        [
            record["outcome"].upper() if record["outcome"] == ClaimOutcome.FAILED else record["outcome"],
            _cell([record["id"]], claim_width) + "\n" + _sentence(record["claim"], claim_width),
            _cell(_verdict(record), _VERDICT_WIDTH),
            _cell(_best_source(record), source_width),
        ]
        for record in claims
    ]
    headers = ["", "claim".ljust(claim_width), "verdict", "best source"]
    return tabulate(rows, headers=headers, tablefmt="simple", disable_numparse=True)


def _cell(lines: Sequence[str], width: int) -> str:
    return "\n".join(part for line in lines for part in textwrap.wrap(visible(line), width))


def _sentence(sentence: str, width: int) -> str:
    lines = textwrap.wrap(
        visible(sentence), width, max_lines=_SENTENCE_LINES, placeholder=" ...", break_on_hyphens=False
    )
    return "\n".join(lines)


def _verdict(record: ClaimRecord) -> list[str]:
    origins = record["origins"]
    lines = [record["verdict"]]
    if record["reason"]:
        lines = ["missing:", record["reason"]]
    if origins["supports"] and origins["refutes"]:
        lines.append(f"{origins['supports']} for, {origins['refutes']} against")
    elif origins["supports"] or origins["refutes"]:
        lines.append(count(origins["supports"] or origins["refutes"], "origin"))
    if record["verdict"] != record["expect"] and record["expect"] != "supported":
        lines.append(f"expected: {record['expect']}")
    return lines


def _best_source(record: ClaimRecord) -> list[str]:
    if record["evidence"]:
        best = record["evidence"][0]
        lead = ""
    elif record["near_misses"]:
        best = record["near_misses"][0]
        lead = "near miss: "
    else:
        return ["-"]
    name = best["publisher"] or best["source"]
    return [lead + name, best["published"] or "no date"]
