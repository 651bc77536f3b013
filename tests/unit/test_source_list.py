"""What the corpus holds, as a table and as JSON."""

from __future__ import annotations

import json
from datetime import date

from factcheck.app.corpora import problems_by_file
from factcheck.domain.source import Source, Status, Tier
from factcheck.reports.run_record import ProblemRecord
from factcheck.reports.source_list import source_list_json, source_page, source_page_json, source_record, source_table

WIRE = Source(
    text="The ferry carried 48,200 passengers.\n\nNobody was hurt.",
    id="wire-1",
    publisher="Coast Wire",
    published=date(2024, 1, 10),
    tier=Tier.WIRE,
    path="wire-1.txt",
    based_on=("Harbour Office", "https://a.example/b"),
)
WITHDRAWN = Source(
    text="Le bac.", id="fr", language="fr", status=Status.RETRACTED, dateline=date(2024, 1, 9), path="fr.html"
)


def problem(path: str, code: str, what: str, mend: str = "") -> ProblemRecord:
    return {"path": path, "line": None, "column": None, "code": code, "what": what, "mend": mend}


def test_a_table_for_people() -> None:
    broken = problem("minutes.pdf", "C121", "the file cannot be read as a PDF", "export it again")
    cut = problem("wire-1.txt", "A019", "the file is not the one that was added", "put it back")
    retracted = problem("fr.html", "C110", "the source fr is retracted: it does not count")
    table = source_table([source_record(WIRE, [cut]), source_record(WITHDRAWN, [retracted])], [broken, cut, retracted])
    assert table == (
        "id      publisher    published       words  lang    tier    status     problems\n"
        "------  -----------  ------------  -------  ------  ------  ---------  ---------------------------------\n"
        "wire-1  Coast Wire   2024-01-10          8  en      wire    current    A019 the file is not the one that\n"
        "                                                                       was added\n"
        "fr      -            (2024-01-09)        2  fr      -       retracted  no publisher\n"
        "                                                                       does not count\n"
        "                                                                       not judged: not in English\n"
        "\n"
        "2 sources, 10 words; 1 without a publisher; 1 retracted; 1 in other languages\n"
        "\n"
        "What could not be read, and notes:\n"
        "  minutes.pdf: C121 the file cannot be read as a PDF\n"
        "    mend: export it again\n"
        "  wire-1.txt: A019 the file is not the one that was added\n"
        "    mend: put it back"
    )


def test_the_same_as_json() -> None:
    listed = json.loads(source_list_json([source_record(WIRE)], [], "d1"))
    assert (listed["digest"], listed["problems"]) == ("d1", [])
    (source,) = listed["sources"]
    assert (source["words"], source["published"], source["tier"], source["url"]) == (8, "2024-01-10", "wire", None)
    assert "text" not in source


def test_one_source_with_its_head() -> None:
    assert source_page(WIRE, [], start=0, end=len(WIRE.text)) == (
        "id         wire-1\n"
        "file       wire-1.txt\n"
        "publisher  Coast Wire\n"
        "published  2024-01-10\n"
        "tier       wire\n"
        "status     current\n"
        "based_on   Harbour Office; https://a.example/b\n"
        "language   en\n"
        "words      8\n"
        "\n"
        "The ferry carried 48,200 passengers.\n\nNobody was hurt."
    )
    slice_of_it = source_page(WIRE, [], start=38, end=44)
    assert slice_of_it.endswith("\n\nNobody")
    assert "shown      38:44 of 54 characters, from line 3\n" in slice_of_it


def test_hostile_text_is_made_visible_on_the_terminal_and_kept_in_json() -> None:
    hostile = Source(text="Ok \u202eko\x1b[2J", id="a\x1b[1m", title="t\nfake", path="a")
    for shown in (source_page(hostile, [], start=0, end=5), source_table([source_record(hostile)], [])):
        assert "\x1b" not in shown
        assert "\u202e" not in shown
    assert json.loads(source_page_json(hostile, [], start=3, end=4))["text"] == "\u202e"


def test_problems_go_by_file_whatever_line_they_name() -> None:
    found = problems_by_file(
        [problem("a.jsonl:3:7", "C230", "x"), problem("a.jsonl:9", "C231", "y"), problem("b", "C101", "z")]
    )
    assert {path: len(items) for path, items in found.items()} == {"a.jsonl": 2, "b": 1}
