from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from factcheck.domain.source import Source, Status, Tier
from factcheck.sources.clean import read_article
from factcheck.sources.metadata import apply_metadata, make_source, parse_time, read_sources_file, split_front_matter

FULL = """---
id: quay-7
title: "Dry: the wells of Lund"
publisher: The Quay
author: Ann Lee
published: 2024-01-10T09:30:00Z
modified: 2024-01-12
url: https://quay.example/7
retrieved: 2024-01-11
tier: Wire
tags: [water, figures]
status: corrected
based_on: Reuters
language: en-GB
charset: windows-1252
x-desk: coast
---
The wells are dry.
"""
FILES = ["news/a.txt", "news/b-long-name.txt", "c.jsonl"]


def test_every_field_of_front_matter_is_read() -> None:
    stated = split_front_matter(FULL, path="a.txt")
    assert stated.faults == ()
    assert stated.body == "The wells are dry.\n"
    assert stated.metadata == {
        "id": "quay-7",
        "title": "Dry: the wells of Lund",
        "publisher": "The Quay",
        "author": "Ann Lee",
        "published": date(2024, 1, 10),
        "published_at": datetime(2024, 1, 10, 9, 30, tzinfo=UTC),
        "modified": date(2024, 1, 12),
        "url": "https://quay.example/7",
        "retrieved": date(2024, 1, 11),
        "tier": Tier.WIRE,
        "tags": ("water", "figures"),
        "status": Status.CORRECTED,
        "based_on": ("Reuters",),
        "language": "en",
        "charset": "cp1252",
    }


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The wells are dry.", id="none"),
        pytest.param("---\nThe wells are dry.\n---\nGoats die.", id="rules-around-a-paragraph"),
        pytest.param("---\n\nThe wells are dry.", id="a-rule-at-the-top"),
        pytest.param("", id="nothing"),
    ],
)
def test_text_without_front_matter_is_left_alone(text: str) -> None:
    assert split_front_matter(text, path="a.txt").body == text


def test_windows_line_ends_and_dots_close_front_matter() -> None:
    stated = split_front_matter("---\r\npublisher: The Quay\r\n...\r\nDry wells.", path="a.txt")
    assert (stated.metadata, stated.body) == ({"publisher": "The Quay"}, "Dry wells.")


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        pytest.param("publishd: 2024-01-10", ("C201", "did you mean `published`?"), id="misspelt-key"),
        pytest.param("date: 2024-01-10", ("C201", "did you mean `published`?"), id="another-name-for-a-key"),
        pytest.param("colour: blue", ("C201", "known keys: id, title"), id="unknown-key"),
        pytest.param("title: [a, b]", ("C202", "write one text"), id="list-for-a-text"),
        pytest.param("tags: {a: b}", ("C202", "write one text"), id="mapping-for-a-list"),
        pytest.param("charset: utf-88", ("C204", "a name such as `windows-1251`"), id="no-such-character-set"),
        pytest.param("published: 10 January 2024", ("C203", "write it like 2024-01-10"), id="day-in-words"),
        pytest.param("published: 10/01/2024", ("C203", "write it like 2024-01-31"), id="day-read-in-two-ways"),
        pytest.param("published: 2024-02-31", ("C203", "correct the day"), id="no-such-day"),
        pytest.param("tier: wires", ("C204", "did you mean `wire`?"), id="unknown-tier"),
        pytest.param("status: retraced", ("C204", "did you mean `retracted`?"), id="misspelt-status"),
        pytest.param("language: English", ("C204", "two letters, such as `en`"), id="language-in-words"),
        pytest.param(
            "url: quay.example/7", ("C205", "write it with https:// and without blanks"), id="address-without-scheme"
        ),
        pytest.param("publisher:", ("C206", "write the value, or delete the key"), id="empty-value"),
        pytest.param("id: quay 7", ("C207", "at most 200 characters without blanks"), id="blank-in-the-id"),
    ],
)
def test_each_fault_has_its_place_and_mend(line: str, fault: tuple[str, str]) -> None:
    stated = split_front_matter(f"---\nx-a: b\n{line}\n---\nDry wells.", path="news/a.txt")
    (found,) = stated.faults
    code, mend = fault
    assert found.code == code
    assert found.mend.startswith(mend)
    assert found.where is not None
    assert str(found.where) == "news/a.txt:3:1"


def test_all_faults_are_shown_at_once_in_the_order_of_lines() -> None:
    stated = split_front_matter("---\nstatus: gone\ncolour: red\npublished: soon\n---\nDry.", path="a.txt")
    assert [(fault.code, fault.where.line) for fault in stated.faults if fault.where] == [
        ("C204", 2),
        ("C201", 3),
        ("C203", 4),
    ]


def test_front_matter_that_never_closes_is_a_fault() -> None:
    assert [fault.code for fault in split_front_matter("---\npublisher: The Quay\n\nDry.", path="a.txt").faults] == [
        "C212"
    ]


def test_broken_yaml_is_placed_in_the_file() -> None:
    (fault, *_) = split_front_matter('---\ntitle: "Dry\n---\nDry.', path="a.txt").faults
    assert fault.code.startswith("Y")
    assert fault.where is not None
    assert fault.where.line == 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a.txt:\n  publisher: The Quay\nb-long-name.txt: {tags: water}\n", id="mapping"),
        pytest.param(
            "sources:\n  a.txt:\n    publisher: The Quay\n  b-long-name.txt:\n    tags: [water]\n",
            id="mapping-under-sources",
        ),
        pytest.param("- file: a.txt\n  publisher: The Quay\n- {file: b-long-name.txt, tags: water}\n", id="list"),
    ],
)
def test_sources_file(text: str) -> None:
    read = read_sources_file(text.encode(), path="news/sources.yaml", files=FILES)
    assert read.faults == ()
    assert read.entries == {"news/a.txt": {"publisher": "The Quay"}, "news/b-long-name.txt": {"tags": ("water",)}}


@pytest.mark.parametrize(
    ("text", "code", "mend"),
    [
        pytest.param("b-lon-name.txt: {tags: x}", "C208", "did you mean `b-long-name.txt`?", id="misspelt-file"),
        pytest.param("zzz: {tags: x}", "C208", "put the file there, or delete the entry", id="no-such-file"),
        pytest.param(
            "- {file: a.txt, tags: x}\n- {file: a.txt, tags: y}",
            "C209",
            "put all that is known in one entry",
            id="file-twice",
        ),
        pytest.param("- {tags: x}", "C211", "add `file: name.txt`", id="item-without-file"),
        pytest.param("a.txt: The Quay", "C202", "below the file name", id="text-for-an-entry"),
        pytest.param("just words", "C202", "write `name.txt:`", id="no-entries"),
        pytest.param("a.txt:\n  tgas: x", "C201", "did you mean `tags`?", id="misspelt-key"),
    ],
)
def test_faults_of_a_sources_file(text: str, code: str, mend: str) -> None:
    (fault,) = read_sources_file(text, path="news/sources.yaml", files=FILES).faults
    assert (fault.code, fault.mend[: len(mend)]) == (code, mend)
    assert str(fault.where).startswith("news/sources.yaml:")


def test_an_empty_sources_file_says_nothing() -> None:
    assert read_sources_file("", path="sources.yaml", files=[]).entries == {}


@pytest.mark.parametrize(
    ("raw", "path", "metadata", "expected"),
    [
        pytest.param(
            "Dry\n\n5 May 2024\n\nThe wells of Lund are dry.",
            "a.txt",
            {},
            {"published": date(2024, 5, 5), "id": "a", "title": "Dry"},
            id="day-in-the-text",
        ),
        pytest.param(
            "Dry\n\n5 May 2024\n\nThe wells of Lund are dry.",
            "a.txt",
            {"published": date(2023, 1, 1)},
            {"published": date(2023, 1, 1)},
            id="metadata-wins",
        ),
        pytest.param(
            "Dry\n\nUpdated 5 May 2024\n\nThe wells are dry.",
            "a.txt",
            {},
            {"published": date(2024, 5, 5)},
            id="only-updated",
        ),
        pytest.param(
            "The wells of Lund are dry.",
            "n/2024-03-02-dry.txt",
            {},
            {"published": date(2024, 3, 2), "id": "n/2024-03-02-dry"},
            id="day-in-the-name",
        ),
        pytest.param(
            "The wells of Lund are dry.",
            "n/20240302_dry.txt",
            {},
            {"published": date(2024, 3, 2)},
            id="compact-day-in-the-name",
        ),
        pytest.param(
            "The wells of Lund are dry.", "n/2024-13-02.txt", {}, {"published": None}, id="no-day-in-the-name"
        ),
        pytest.param(
            "LUND, Jan. 5, 2024 (AFP) -- The wells of Lund are dry.",
            "2024-03-02.txt",
            {},
            {"published": None, "dateline": date(2024, 1, 5), "based_on": ("AFP",)},
            id="dateline-before-the-name",
        ),
        pytest.param(
            "LUND (AFP) -- The wells of Lund are dry.",
            "a",
            {"publisher": "AFP"},
            {"based_on": (), "id": "a"},
            id="the-agency-itself",
        ),
        pytest.param(
            "Les puits sont à sec et les chèvres meurent dans les collines depuis deux mois.",
            "a.txt",
            {},
            {"language": "fr"},
            id="french",
        ),
        pytest.param("Les puits sont à sec.", "a.txt", {"language": "en"}, {"language": "en"}, id="declared-language"),
    ],
)
def test_make_source(raw: str, path: str, metadata: dict[str, object], expected: dict[str, object]) -> None:
    source = make_source(read_article(raw), metadata, path=path)
    assert {name: getattr(source, name) for name in expected} == expected


def test_later_metadata_wins() -> None:
    source = apply_metadata(Source(text="Dry.", id="a", publisher="X"), {"publisher": "The Quay", "tags": ("water",)})
    assert (source.id, source.publisher, source.tags) == ("a", "The Quay", ("water",))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("2024-01-10", date(2024, 1, 10), id="a-day"),
        pytest.param(
            "2024-01-10T23:30:00-05:00",
            datetime(2024, 1, 10, 23, 30, tzinfo=timezone(timedelta(hours=-5))),
            id="a-zone",
        ),
        pytest.param(
            "2024-01-10 23:30 +0100", datetime(2024, 1, 10, 23, 30, tzinfo=timezone(timedelta(hours=1))), id="a-blank"
        ),
        pytest.param("2024-01-10T23:30:05.123Z", datetime(2024, 1, 10, 23, 30, 5, tzinfo=UTC), id="fractions-are-cut"),
        pytest.param("2024-01-10T23:30", datetime(2024, 1, 10, 23, 30), id="no-zone"),  # noqa: DTZ001 - as it was stated
        pytest.param("2024-13-10", None, id="no-such-month"),
        pytest.param("2024-01-10T25:30", None, id="no-such-hour"),
        pytest.param("10 January 2024", None, id="words"),
    ],
)
def test_times(words: str, expected: date | datetime | None) -> None:
    assert parse_time(words) == expected


def test_a_stated_day_puts_another_days_time_aside() -> None:
    found = Source(text="Dry.", published=date(2024, 1, 10), published_at=datetime(2024, 1, 10, 9, tzinfo=UTC))
    assert apply_metadata(found, {"published": date(2024, 1, 9)}).published_at is None
    assert apply_metadata(found, {"published": date(2024, 1, 10)}).published_at == found.published_at


@pytest.mark.parametrize(
    ("canonical", "fetched", "based_on"),
    [
        pytest.param(
            "https://wire.example/1", "https://paper.example/a", ("https://wire.example/1",), id="another-house"
        ),
        pytest.param("https://www.paper.example/1", "https://amp.paper.example/1?x=2", (), id="its-own-house"),
        pytest.param(
            "https://news.co.uk/1", "https://paper.co.uk/1", ("https://news.co.uk/1",), id="two-houses-under-co.uk"
        ),
    ],
)
def test_an_address_of_record_elsewhere_is_a_basis(canonical: str, fetched: str, based_on: tuple[str, ...]) -> None:
    source = apply_metadata(Source(text="Dry.", url=canonical), {"url": fetched})
    assert (source.url, source.based_on) == (fetched, based_on)
