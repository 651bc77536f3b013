"""Typed checks that contradict their own sentence, or that nobody can read."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Claim
from factcheck.app import parse_claims, read_settings
from factcheck.domain.claim import Checks, EventCheck, Rung
from factcheck.statements import asserted


def faults(folder: Path, sentence: str, check: str) -> list[str]:
    path = folder / "a.claims.yaml"
    path.write_text(f"claims:\n  - claim: {sentence}\n    {check}\n", encoding="utf-8")
    try:
        parse_claims(path, read_settings(folder))
    except ExceptionGroup as group:
        return [str(fault) for fault in group.exceptions]
    return []


@pytest.mark.parametrize(
    ("sentence", "check", "stated"),
    [
        pytest.param("The harbour employs 310 dockers.", 'number: "130"', "“310 dockers”", id="transposed"),
        pytest.param("The harbour employs 310 dockers.", "number: {value: 130, of: dockers}", "“310 dockers”", id="of"),
        pytest.param("About 4,000 homes lost power.", "number: 9000", "“About 4,000 homes”", id="outside-the-band"),
        pytest.param("Rents rose by 3 percent.", "number: 30%", "“3 percent”", id="percent"),
        pytest.param("The lighthouse burned down in 1911.", "date: 1991", "“1911”", id="year"),
        pytest.param(
            "The council voted in 2020 to close the mine.", "date: {value: 2021, of: the vote}", "“2020”", id="deed"
        ),
        pytest.param("The mine closed on 5 March 2019.", "date: 2019-05-03", "“5 March 2019”", id="day-and-month"),
        pytest.param("Jo Berg said the ferry is late.", "said_by: Anna Dorn", "“Jo Berg”", id="another-speaker"),
        pytest.param("The ferry is late, Berg said.", "said_by: Anna Dorn", "“Berg”", id="another-surname"),
        pytest.param("Jo Berg said the ferry is late.", "said_by: Anna Berg", "“Jo Berg”", id="another-of-that-name"),
        pytest.param("Jo Berg said the ferry is late.", "said_by: [Jo Berg, Anna Dorn]", "“Jo Berg”", id="one-of-two"),
        pytest.param("The council will close the mine.", "event: happened", "“close” as planned", id="plan-and-deed"),
        pytest.param("The council did not close the mine.", "event: happened", "is denied", id="denied-and-deed"),
        pytest.param("The council closed the mine.", "event: denied", "“closed” as happened", id="deed-and-denial"),
        pytest.param(
            "The council called for the closure of the mine.",
            "event: {status: happened, of: the closure}",
            "“closure” as called-for",
            id="of-a-wish",
        ),
        pytest.param(
            "The mine is to close.",
            "event: [{status: announced}, {status: decided}]",
            "`event: announced`",
            id="two-statuses",
        ),
        pytest.param("Jo Berg said the ferry is late.", "said_by: Anna Dorn", "“Jo Berg”", id="speaker"),
        pytest.param(
            "The ferry is late, according to Jo Berg.", "said_by: Anna Dorn", "“Jo Berg”", id="speaker-behind"
        ),
        pytest.param(
            "The ferry sank.", "event: [{status: happened}, {status: denied}]", "`event: happened`", id="two-events"
        ),
        pytest.param(
            "Parliament voted to close the mine.",
            "event: {status: happened, of: the sinking of the ferry}",
            "says nothing of that",
            id="event-of-something-else",
        ),
    ],
)
def test_a_check_that_contradicts_its_sentence_is_a_fault(
    tmp_path: Path, sentence: str, check: str, stated: str
) -> None:
    (fault,) = faults(tmp_path, sentence, check)
    assert fault.startswith("a.claims.yaml:2:12: F040 ")
    assert stated in fault


@pytest.mark.parametrize(
    ("sentence", "check"),
    [
        pytest.param("The harbour employs 310 dockers.", "number: 310", id="the-same"),
        pytest.param("About 4,000 homes lost power.", 'number: {value: "3,900", of: homes}', id="inside-the-band"),
        pytest.param("The harbour employs 12,000 dockers.", 'number: "12,345"', id="finer"),
        pytest.param("More than 100 boats sank.", "number: 140", id="bound"),
        pytest.param("The harbour employs 310 dockers.", "number: {value: 290, tolerance: 10%}", id="tolerance"),
        pytest.param("The harbour employs 310 dockers.", "number: {value: 12, of: cranes}", id="another-thing"),
        pytest.param(
            "The harbour employs 310 dockers.", "number: {value: 130, of: dockers, in: Lisbon}", id="elsewhere"
        ),
        pytest.param("Storms sank 3 boats and 9 barges.", "number: 5", id="several-figures"),
        pytest.param("The bill cost 2 million euros.", "number: 312", id="another-kind"),
        pytest.param("The mine closed in March 2019.", "date: 2019-03-05", id="finer-day"),
        pytest.param("The law that passed in 2019 was repealed.", "date: 2021", id="day-of-another-deed"),
        pytest.param("The mine has been closed since 2019.", "date: 2023", id="since"),
        pytest.param("The mine closed on Tuesday.", "date: 2019-03-05", id="weekday"),
        pytest.param("The mine closed between 2001 and 2004.", "date: 2002", id="span"),
        pytest.param("The mine closed.", "date: 2019", id="left-open"),
        pytest.param("Sudani said the exit is near.", "said_by: Mohammed Shia al-Sudani", id="full-name"),
        pytest.param("Jo Berg said the ferry is late.", "said_by: Berg", id="surname"),
        pytest.param("The ferry is late.", "said_by: Anna Dorn", id="nobody-named"),
        pytest.param("The spokesman said the ferry is late.", "said_by: Anna Dorn", id="spokesman"),
        pytest.param("The ministry said the ferry is late.", "said_by: Anna Dorn", id="ministry"),
        pytest.param("He said the ferry is late.", "said_by: Anna Dorn", id="he"),
        pytest.param("Jo Berg owns a ferry.", "said_by: Anna Dorn", id="named-but-not-saying"),
        pytest.param("The mine is to close.", "event: decided", id="plan-and-decision"),
        pytest.param("The council called for the closure of the mine.", "event: called-for", id="as-it-says"),
        pytest.param("The council will close the mine.", "event: {status: planned, of: the closure}", id="of-a-noun"),
        pytest.param(
            "The council called for the closure of the mine.",
            "event: [{status: happened}, {status: called-for, of: the closure}]",
            id="call-and-closure",
        ),
    ],
)
def test_a_check_that_pins_what_is_open_is_none(tmp_path: Path, sentence: str, check: str) -> None:
    assert faults(tmp_path, sentence, check) == []


@pytest.mark.parametrize(
    ("check", "code"),
    [
        pytest.param("number: lots", "F041", id="word"),
        pytest.param("number: {value: many, of: boats}", "F041", id="word-with-of"),
        pytest.param("date: sometime", "F042", id="no-date"),
        pytest.param("date: 2024-13-01", "F042", id="no-such-month"),
    ],
)
def test_a_check_that_nobody_can_read_is_a_fault(tmp_path: Path, check: str, code: str) -> None:
    (fault,) = faults(tmp_path, "The storm sank boats.", check)
    assert f" {code} " in fault
    assert "mend:" in fault


def test_all_claims_of_a_file_are_looked_at(tmp_path: Path) -> None:
    checks = 'number: "130"\n    date: never\n  - claim: The mill burned down in 1911.\n    date: 1991'
    assert [fault.split()[1] for fault in faults(tmp_path, "The harbour employs 310 dockers.", checks)] == [
        "F040", "F042", "F040"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "check"),
    [
        pytest.param("Sudani said the exit should be quick.", "said_by: Mohammed Shia al-Sudani", id="full-name"),
        pytest.param("The minister said the ferry is late.", "said_by: Anna Dorn", id="an-office"),
        pytest.param("He said the ferry is late.", "said_by: Anna Dorn", id="he"),
        pytest.param("The ferry is late.", "said_by: Anna Dorn", id="nobody"),
        pytest.param(
            "Parliament voted to close the mine.",
            "event: [{status: happened, of: the vote}, {status: decided, of: the mine}]",
            id="an-event-each",
        ),
    ],
)
def test_a_check_that_pins_what_the_sentence_leaves_open_is_none(tmp_path: Path, sentence: str, check: str) -> None:
    assert faults(tmp_path, sentence, check) == []


def test_each_event_is_about_its_own_thing() -> None:
    checks = Checks(
        event=(EventCheck(status=Rung.HAPPENED, of="the vote"), EventCheck(status=Rung.PLANNED, of="close"))
    )
    found = asserted(Claim("Parliament voted to close the mine.", checks=checks))
    rungs = {unit.text: unit.rung for unit in found.units}
    assert (rungs["voted"], rungs["close"]) == (Rung.HAPPENED, Rung.PLANNED)
