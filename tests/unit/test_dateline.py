from datetime import date

import pytest

from factcheck.sources.dateline import credited, find_dateline, parse_day, read_by_line, read_day_line


@pytest.mark.parametrize(
    ("prefix", "day", "agency"),
    [
        pytest.param("LUND (Reuters) - ", None, "Reuters", id="town-and-agency"),
        pytest.param("LUND (Reuters) -", None, "Reuters", id="lost-blank-after-the-dash"),
        pytest.param("LUND, Jan. 5 (AP) -- ", "Jan. 5", "AP", id="town-day-agency"),
        pytest.param("LUND, Jan. 5, 2024 (AP) — ", "Jan. 5, 2024", "AP", id="day-with-year"),
        pytest.param("Lund (AFP) – ", None, "AFP", id="town-in-small-letters"),
        pytest.param("Lund, 5 Jan (dpa) - ", "5 Jan", "dpa", id="day-before-month"),
        pytest.param("SAN JOSE, Calif. (AP) — ", None, "AP", id="state"),
        pytest.param("LUND/OSLO, Dec 3 (Reuters) - ", "Dec 3", "Reuters", id="two-towns"),
        pytest.param("Jan 10 (Reuters) - ", "Jan 10", "Reuters", id="day-and-agency"),
        pytest.param("(AFP) ", None, "AFP", id="agency-alone"),
        pytest.param("LUND, 10 January 2024 – ", "10 January 2024", None, id="no-agency"),
        pytest.param("UNITED NATIONS (Xinhua) _ ", None, "Xinhua", id="underscore"),
        pytest.param("LUND: ", None, None, id="town-and-colon"),
        pytest.param("LUND — ", None, None, id="town-and-dash"),
        pytest.param("LUND (Coast Wire) - ", None, None, id="unknown-agency"),
    ],
)
def test_datelines(prefix: str, day: str | None, agency: str | None) -> None:
    found = find_dateline(prefix + "The wells are dry.")
    assert found is not None
    assert (found.end, found.day, found.agency) == (len(prefix), day, agency)


@pytest.mark.parametrize(
    "paragraph",
    [
        "COVID-19 cases rose.",
        "NATO: The alliance met.",
        "EU ministers met.",
        "US, UK strike depots - ministry",
        "NASA - the agency - paid.",
        "BREAKING: Ferry sinks.",
        "A U.S. withdrawal would help.",
        "(Corrects) - The wells are dry.",
        "The wells of Lund (Sweden) - dry since May - are deep.",
        "",
    ],
)
def test_no_datelines(paragraph: str) -> None:
    assert find_dateline(paragraph) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("January 10, 2024", date(2024, 1, 10), id="american"),
        pytest.param("10th of January, 2024", date(2024, 1, 10), id="british"),
        pytest.param("Sept. 3 2019", date(2019, 9, 3), id="abbreviated"),
        pytest.param("2024/01/10", date(2024, 1, 10), id="iso-with-slashes"),
        pytest.param("31 February 2024", None, id="no-such-day"),
        pytest.param("10/01/2024", None, id="two-readings"),
        pytest.param("January 2024", None, id="no-day"),
    ],
)
def test_parse_day(words: str, expected: date | None) -> None:
    assert parse_day(words) == expected


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("By ANN LEE", "ANN LEE"),
        ("By Ann Lee, Jo Park and Bo Li", "Ann Lee, Jo Park and Bo Li"),
        ("Written by: Ann van der Berg", "Ann van der Berg"),
        ("By Ann Lee in Oslo", "Ann Lee"),
        ("By Sunday Adeyemi", "Sunday Adeyemi"),
        ("By Monday", None),
        ("By the River", None),
        ("By 2020 the dam was dry", None),
        ("By May", None),
    ],
)
def test_by_lines(line: str, names: str | None) -> None:
    assert read_by_line(line) == names


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[January 10, 2024]", ("", date(2024, 1, 10))),
        ("Published: 10 January 2024", ("published", date(2024, 1, 10))),
        ("Wed, 10 Jan 2024 10:30 GMT", ("", date(2024, 1, 10))),
        ("2024-01-10T10:30:00Z", ("", date(2024, 1, 10))),
        ("Published on Jan. 5, 2024 at 9:05 p.m. EST", ("published", date(2024, 1, 5))),
        ("January 10, 20245:30 PM UTC", ("", date(2024, 1, 10))),
        ("Updated 3 hours ago", ("updated", None)),
        ("In 2020", None),
        ("5 people", None),
        ("January 10, 2024 was cold", None),
    ],
)
def test_day_lines(line: str, expected: tuple[str, date | None] | None) -> None:
    assert read_day_line(line) == expected


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("[© 2023 Thomson Reuters. All rights reserved.]", ("Reuters",)),
        ("Copyright 2024 The Associated Press. All rights reserved.", ("AP",)),
        ("© 2024 The Quay", ()),
        ("This article first appeared in The Quay Post.", ("The Quay Post",)),
        ("(With inputs from PTI)", ("PTI",)),
        ("The ferry first ran in May.", ()),
    ],
)
def test_credits(line: str, names: tuple[str, ...]) -> None:
    assert credited(line) == names
