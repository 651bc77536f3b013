"""The table at the end of a run, made for an editor."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.reports.failure import known_of
from factcheck.reports.gate import count
from factcheck.reports.outcome import ClaimOutcome
from factcheck.reports.visible import visible, visible_lines
from factcheck.reports.wrapping import cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.reports.record import ClaimLine, ClaimRecord
    from factcheck.reports.run_record import CorpusRecord, ProblemRecord

MIN_WIDTH = 60
MAX_WIDTH = 140
MOST_PASSED = 50
MOST_ROWS = 500
MOST_PROBLEMS = 10
_OUTCOME_WIDTH = 7
_VERDICT_WIDTH = 17  # of the longest reason
_GAPS = 6
_HEADER_PADDING = 2  # tabulate adds it to every header
_SENTENCE_LINES = 3


def worth_showing(outcomes: Sequence[ClaimOutcome], *, every: bool = False) -> list[int]:
    """Indices of the claims that the table shows.

    Args:
        outcomes: Of all claims that ran, in order.
        every: All of them, however many. Otherwise claims that passed are left out when more than 50 did, and 500
            rows are the most.
    """
    if every:
        return list(range(len(outcomes)))
    crowded = outcomes.count(ClaimOutcome.PASSED) > MOST_PASSED
    shown = [index for index, outcome in enumerate(outcomes) if not (crowded and outcome is ClaimOutcome.PASSED)]
    return shown[:MOST_ROWS]


def summary(
    shown: Sequence[ClaimRecord],
    outcomes: Sequence[ClaimOutcome],
    corpus: CorpusRecord | None,
    *,
    width: int,
    signed_off: int = 0,
) -> str:
    """The claims as a table for each file, then the totals.

    Args:
        shown: The claims that get a row, in the order of files and lines.
        outcomes: Of all claims that ran.
        corpus: What they were checked against.
        width: Columns of the terminal; kept between 60 and 140.
        signed_off: How many of those that passed did so only because a person signed them off.
    """
    width = min(max(width, MIN_WIDTH), MAX_WIDTH)
    parts = []
    for file, group in groupby(shown, key=lambda record: (record["file"], record["suite"])):
        title = ": ".join(visible(part) for part in file if part)
        parts.append(f"{title}\n{_table(list(group), width)}")
    if len(shown) < len(outcomes):
        hidden = Counter(outcomes)
        hidden.subtract(Counter(ClaimOutcome(record["outcome"]) for record in shown))
        parts.append(f"not shown: {_tally(hidden)} (-v shows all)")
    against = f"; corpus of {count(corpus['sources'], 'source')}" if corpus else ""
    parts.append(f"{count(len(outcomes), 'claim')}: {_tally(Counter(outcomes), signed_off)}{against}")
    return visible_lines("\n\n".join(parts))


def _tally(outcomes: Counter[ClaimOutcome], signed_off: int = 0) -> str:
    notes = {ClaimOutcome.PASSED: f" ({signed_off} signed off)"} if signed_off else {}
    parts = [(outcome, outcomes[outcome], notes.get(outcome, "")) for outcome in ClaimOutcome if outcomes[outcome]]
    return ", ".join(f"{number} {outcome}{note}" for outcome, number, note in parts)


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


def silence(outcomes: Sequence[ClaimOutcome]) -> str:
    """A line that nobody overlooks when not one claim was confirmed or refuted; else empty."""
    if outcomes and outcomes.count(ClaimOutcome.SKIPPED) == len(outcomes):
        which = f"all {len(outcomes)} claims were" if len(outcomes) > 1 else "the only claim was"
        return f"NOTHING WAS SETTLED: the sources do not suffice, and {which} skipped"
    return ""


def advice(lines: Sequence[ClaimLine]) -> str:
    """How to see what lies behind a result; empty when everything passed."""
    first = next((line for line in lines if line.outcome is not ClaimOutcome.PASSED), None)
    return f"how a verdict came about: factcheck explain {first.nodeid}" if first else ""


def _table(claims: Sequence[ClaimRecord], width: int) -> str:
    from tabulate import tabulate  # noqa: PLC0415  (only runs that show a table pay for it)

    room = width - _OUTCOME_WIDTH - _VERDICT_WIDTH - _GAPS
    source_width = room * 2 // 5
    claim_width = room - source_width
    rows = [
        [
            record["outcome"].upper() if record["outcome"] == ClaimOutcome.FAILED else record["outcome"],
            _claim(record, claim_width),
            _cell(_verdict(record), _VERDICT_WIDTH),
            _cell(_best_source(record), source_width),
        ]
        for record in claims
    ]
    columns = (("", _OUTCOME_WIDTH), ("claim", claim_width), ("verdict", _VERDICT_WIDTH), ("best source", 0))
    headers = [title.ljust(width - _HEADER_PADDING) for title, width in columns]
    return tabulate(rows, headers=headers, tablefmt="simple", disable_numparse=True)


def _cell(lines: Sequence[str], width: int) -> str:
    return "\n".join(cell(line, width) for line in lines)


def _claim(record: ClaimRecord, width: int) -> str:
    """The id, if the writer gave one, and the sentence, shortened."""
    sentence = cell(record["claim"], width, most=_SENTENCE_LINES)
    return f"{cell(record['id'], width)}\n{sentence}" if record["written_id"] else sentence


def _verdict(record: ClaimRecord) -> list[str]:
    origins = record["origins"]
    lines = [record["verdict"]]
    if record["reason"]:
        lines = ["missing:", record["reason"]]
    if origins["supports"] and origins["refutes"]:
        lines.append(f"{origins['supports']} for, {origins['refutes']} against")
    elif origins["supports"] or origins["refutes"]:
        lines.append(count(origins["supports"] or origins["refutes"], "origin"))
    if record["families"]:
        lines.append(f"in {len({item['source'] for item in record['evidence']})} sources")
    if record["verdict"] != record["expect"] and record["expect"] != "supported":
        lines.append(f"expected: {record['expect']}")
    if signed := record["signed_off"]:
        lines.append("signed off" if signed["decision"] == "accept" else "overridden")
        lines.append(f"by {signed['by']}")
    return [*lines, *_remarks(record)]


def _remarks(record: ClaimRecord) -> Iterator[str]:
    """What the lines below the table say in full."""
    if record["review"] and not record["signed_off"]:
        yield f"sign-off {record['review']['state']}"
    if record["drift"]:
        yield "changed since lock"
    if (life := record["shelf_life"]) and life["stale"]:
        yield "stale"


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
    return [lead + name, ", ".join([best["published"] or "no date", *known_of(best)])]
