"""The report as Markdown: a job summary, a pull request, a chat."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from factcheck.reports.concerns import concerns, needs_a_look
from factcheck.reports.failure import LONGEST_QUOTE, near_misses, next_step, place_of, set_aside, why
from factcheck.reports.gate import count
from factcheck.reports.outcome import ClaimOutcome
from factcheck.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.reports.record import ClaimRecord, EvidenceRecord, QuoteRecord
    from factcheck.reports.run_record import ProblemRecord, RunRecord

_MOST_PER_SIDE = 3
MOST_REASONS = 5
"""Of one family of sources."""
# A bracket alone is text: links, footnotes and tasks take one at the start, two in a row, or another sign behind it.
_MARKS = re.compile(r"([\\`*_{}<>|~$&#@]|^\s*\[|\[(?=[\[^!])|\](?=\s*[(\[:]))|(?<=:)(?=//)|(?<=www)(?=\.)")
_AT_START = re.compile(r"^(?:([-+=])|(\d{1,9})([.)]))")
_SIGNS = {"supported": "✔", "contradicted": "✘", "conflicting": "⬖", "missing": "◌"}


def escaped(text: str) -> str:
    """Text that Markdown shows as it is: no emphasis, link, table cell, heading or HTML comes of it."""
    marked = _MARKS.sub(r"\\\g<0>", visible(text).lstrip())
    return _AT_START.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", marked)


def markdown_report(run: RunRecord) -> str:
    """What an editor needs in a code host's summary: the decision, a table, and each claim that did not pass."""
    return "\n".join(_lines(run)) + "\n"


def shortened(run: RunRecord, *, limit: int) -> str:
    """The same within a number of bytes, whole claims left out from the end.

    Args:
        run: What to report.
        limit: What a code host takes, in bytes of UTF-8.
    """
    lines = list(_lines(run))
    size = sum(len(line.encode("utf-8", "backslashreplace")) + 1 for line in lines)
    if size <= limit:
        return "\n".join(lines) + "\n"
    notice = "\n*This is not all: the summary is as long as it may be. A report in a file has the rest.*\n"
    room = limit - len(notice.encode())
    kept: list[str] = []
    for line in lines:
        room -= len(line.encode("utf-8", "backslashreplace")) + 1
        if room < 0:
            break
        kept.append(line)
    return "\n".join(kept) + "\n" + notice


def _lines(run: RunRecord) -> Iterator[str]:
    yield f"# {_title(run)}"
    yield ""
    if run.gate:
        yield f"**Why:** {escaped(run.gate.why)}\n"
    outcomes = Counter(record["outcome"] for record in run.claims)
    came = ", ".join(f"{outcomes[outcome]} {outcome}" for outcome in ClaimOutcome if outcomes[outcome])
    against = f", against {count(run.corpus['sources'], 'source')}" if run.corpus else ""
    yield f"{count(len(run.claims), 'claim')}" + (f": {came}" if came else "") + f"{against}; {run.today.isoformat()}."
    if run.problems:
        yield "\n## What is wrong with this run\n"
        yield from map(_problem, run.problems)
    if not run.claims:
        return
    yield "\n## Claims\n"
    yield "| result | claim | verdict | best source |"
    yield "|---|---|---|---|"
    yield from map(_row, run.claims)
    for record in run.claims:
        if needs_a_look(record):
            yield from _claim(record)


def _title(run: RunRecord) -> str:
    if run.gate:
        return f"Fact-check: {run.gate.decision}"
    passed = sum(record["outcome"] == ClaimOutcome.PASSED for record in run.claims)
    return f"Fact-check: {passed} of {count(len(run.claims), 'claim')} passed"


def _problem(problem: ProblemRecord) -> str:
    place = ":".join(str(part) for part in (problem["path"], problem["line"], problem["column"]) if part)
    mend = f" ({escaped(problem['mend'])})" if problem["mend"] else ""
    return f"- {escaped(place)}: {problem['code']} {escaped(problem['what'])}{mend}".replace("- : ", "- ")


def _row(record: ClaimRecord) -> str:
    outcome = f"**{record['outcome']}**" if record["outcome"] == ClaimOutcome.FAILED else record["outcome"]
    verdict = f"{_SIGNS[record['verdict']]} {record['verdict']}" + (f": {record['reason']}" if record["reason"] else "")
    near = "" if record["evidence"] else "near miss: "
    best = next(iter(record["evidence"] or record["near_misses"]), None)
    source = (
        f"{near}{escaped(best['publisher'] or best['source'])}, {best['published'] or 'no date'}" if best else "none"
    )
    return f"| {outcome} | {escaped(record['claim'])} | {verdict} | {source} |"


def _claim(record: ClaimRecord) -> Iterator[str]:
    yield f"\n### {_SIGNS[record['verdict']]} {escaped(record['claim'])}\n"
    where = f", {record['file']}:{record['line']}" if record["file"] else ""
    yield f"{record['outcome']}, {record['verdict']}: {escaped(why(record))}\\"
    yield f"{escaped(record['id'] + where)}"
    if known := list(concerns(record)):
        yield ""
        yield from (f"- **{concern.title}:** {escaped(concern.what)}" for concern in known)
    yield from _families(record)
    for stance, title in (("refutes", "Against it"), ("supports", "For it")):
        side = [item for item in record["evidence"] if item["stance"] == stance]
        yield from _evidence(title, [(item, "") for item in side])
    near = [record["near_misses"][n] for n in near_misses(record)]
    yield from _evidence("Near, but it does not decide", [(item, set_aside(record, item)) for item in near])
    if step := next_step(record):
        yield f"\n**Next:** {step}."


def _families(record: ClaimRecord) -> Iterator[str]:
    """Which sources count as one origin, and why."""
    for family in record["families"]:
        yield f"\n**One origin:** {escaped(', '.join(family['sources']))}\n"
        yield from (f"- {escaped(reason)}" for reason in family["reasons"][:MOST_REASONS])
        if len(family["reasons"]) > MOST_REASONS:
            yield f"- and {len(family['reasons']) - MOST_REASONS} more"


def _evidence(title: str, items: list[tuple[EvidenceRecord, str]]) -> Iterator[str]:
    if not items:
        return
    yield f"\n**{title}**"
    for item, aside in items[:_MOST_PER_SIDE]:
        yield ""
        yield from _quoted(item)
        for passage in item["also"]:
            yield from _quoted(passage)
        for reason in filter(None, (aside, *item["reasons"])):
            yield f"- {escaped(reason)}"
    if len(items) > _MOST_PER_SIDE:
        yield f"\nand {len(items) - _MOST_PER_SIDE} more"


def _quoted(item: QuoteRecord) -> Iterator[str]:
    cut = " …" if len(item["quote"]) > LONGEST_QUOTE else ""
    yield f"> {escaped(item['quote'][:LONGEST_QUOTE])}{cut}\\"
    yield f"> — {escaped(place_of(item))}"
    yield ""
