"""What the corpus holds, as a table or as JSON; and one source with its text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypedDict

from factcheck.reports.gate import count
from factcheck.reports.visible import visible, visible_lines
from factcheck.reports.wrapping import cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.domain.source import Source
    from factcheck.reports.run_record import ProblemRecord

_HEADERS = ("id", "publisher", "published", "words", "lang", "tier", "status", "problems")
_PUBLISHER = 28
_PROBLEMS = 36
_TOLD_BY_COLUMNS = frozenset({"C110", "C113"})
"""Notes on a source that its language and status say already."""


class SourceRecord(TypedDict):
    """One source. Keys may be added."""

    id: str
    file: str
    title: str | None
    publisher: str | None
    author: str | None
    published: str | None
    dateline: str | None
    retrieved: str | None
    url: str | None
    archive: str | None
    tier: str | None
    tags: list[str]
    status: str
    based_on: list[str]
    language: str
    charset: str
    content_type: str | None
    sha256: str
    words: int
    problems: list[str]


def source_record(source: Source, problems: Iterable[ProblemRecord] = ()) -> SourceRecord:
    """A source as plain values, without its text.

    Args:
        source: Any.
        problems: What is said about its file.
    """
    return SourceRecord(
        id=source.id,
        file=source.path,
        title=source.title,
        publisher=source.publisher,
        author=source.author,
        published=_spelled(source.published),
        dateline=_spelled(source.dateline),
        retrieved=_spelled(source.retrieved),
        url=source.url,
        archive=source.archive,
        tier=_spelled(source.tier),
        tags=list(source.tags),
        status=source.status.value,
        based_on=list(source.based_on),
        language=source.language,
        charset=source.charset,
        content_type=source.content_type,
        sha256=source.sha256,
        words=len(source.text.split()),
        problems=list(_problems(source, problems)),
    )


def _spelled(value: object) -> str | None:
    return None if value is None else str(value)


def _problems(source: Source, problems: Iterable[ProblemRecord]) -> Iterator[str]:
    if source.published is None and source.dateline is None:
        yield "no day of publication"
    if source.publisher is None:
        yield "no publisher"
    if source.status == "retracted":
        yield "does not count"
    if source.language != "en":
        yield "not judged: not in English"
    for problem in problems:
        if problem["code"] not in _TOLD_BY_COLUMNS:
            yield f"{problem['code']} {problem['what']}"


def source_table(sources: Sequence[SourceRecord], problems: Sequence[ProblemRecord]) -> str:
    """The sources as a table, the totals, and what could not be read or deserves a note.

    Args:
        sources: In the order in which they are shown.
        problems: Of the whole corpus; what a column of the table says is not repeated.
    """
    from tabulate import tabulate  # noqa: PLC0415  (only commands that show a table pay for it)

    rows = [_row(source) for source in sources]
    aligned = ("left", "left", "left", "right", "left", "left", "left", "left")
    table = tabulate(
        rows, headers=_HEADERS, tablefmt="simple", disable_numparse=True, colalign=aligned if rows else None
    )
    lines = [line.rstrip() for line in table.split("\n")]
    told = {problem for source in sources for problem in source["problems"]}
    rest = [
        item
        for item in problems
        if item["code"] not in _TOLD_BY_COLUMNS and (item["mend"] or f"{item['code']} {item['what']}" not in told)
    ]
    lines += ["", _totals(sources)]
    if rest:
        lines += ["", "What could not be read, and notes:"]
    for item in rest:
        lines.append("  " + visible(f"{item['path']}: {item['code']} {item['what']}"))
        if item["mend"]:
            lines.append("    mend: " + visible(item["mend"]))
    return "\n".join(lines)


def _row(source: SourceRecord) -> list[str]:
    return [
        visible(source["id"]),
        cell(source["publisher"] or "-", _PUBLISHER),
        source["published"] or (f"({source['dateline']})" if source["dateline"] else "-"),
        f"{source['words']:,}",
        source["language"],
        source["tier"] or "-",
        source["status"],
        "\n".join(cell(problem, _PROBLEMS) for problem in source["problems"]) or "-",
    ]


def _totals(sources: Sequence[SourceRecord]) -> str:
    parts = [f"{count(len(sources), 'source')}, {sum(source['words'] for source in sources):,} words"]
    for lacking, words in (
        (sum(not source["published"] and not source["dateline"] for source in sources), "without a day"),
        (sum(not source["publisher"] for source in sources), "without a publisher"),
        (sum(source["status"] == "retracted" for source in sources), "retracted"),
        (sum(source["language"] != "en" for source in sources), "in other languages"),
    ):
        if lacking:
            parts.append(f"{lacking} {words}")
    return "; ".join(parts)


def source_list_json(sources: Sequence[SourceRecord], problems: Sequence[ProblemRecord], digest: str) -> str:
    """The same as JSON text with a final line break."""
    values = {"version": 1, "digest": digest, "sources": list(sources), "problems": list(problems)}
    return _json(values)


def source_page(source: Source, problems: Iterable[ProblemRecord], *, start: int, end: int) -> str:
    """A head of what is known about a source, an empty line, and its text from `start` to `end`."""
    record = source_record(source, problems)
    head = {key: _told(value) for key, value in record.items() if key != "sha256"}
    head["words"] = f"{record['words']:,}"
    if (start, end) != (0, len(source.text)):
        line = source.text.count("\n", 0, start) + 1
        head["shown"] = f"{start}:{end} of {len(source.text):,} characters, from line {line}"
    width = max(len(key) for key, value in head.items() if value) + 2
    lines = [f"{key:<{width}}{visible(value)}" for key, value in head.items() if value]
    return "\n".join([*lines, "", visible_lines(source.text[start:end])])


def source_page_json(source: Source, problems: Iterable[ProblemRecord], *, start: int, end: int) -> str:
    """The same as JSON text; `text` is the exact slice."""
    values = {**source_record(source, problems), "start": start, "end": end, "text": source.text[start:end]}
    return _json(values)


def _told(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)


def _json(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"
