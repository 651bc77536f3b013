"""Typed checks of a claim: they pin what the sentence leaves open and never loosen it."""

import pytest

from factcheck.domain.claim import Checks, Claim, DateCheck, EventCheck, NumberCheck, Rung
from tests.judging.desk import Said, judged


@pytest.mark.parametrize(
    ("claim", "checks", "said", "expected"),
    [
        pytest.param(
            "The ferry was full when it sank.",
            Checks(number=(NumberCheck(value="310", of="passengers"),)),
            "The ferry was full when it sank, with 310 passengers on board.",
            "supported",
            id="number-stated",
        ),
        pytest.param(
            "The ferry was full when it sank.",
            Checks(number=(NumberCheck(value="310", of="passengers"),)),
            "The ferry was full when it sank, with 190 passengers on board.",
            "contradicted",
            id="number-differs",
        ),
        pytest.param(
            "The ferry was full when it sank.",
            Checks(number=(NumberCheck(value="310", of="passengers"),)),
            "The ferry was full when it sank.",
            "missing",
            id="number-not-stated",
        ),
        pytest.param(
            "Parliament voted to dissolve itself.",
            Checks(date=(DateCheck(value="2019", of="the vote"),)),
            "Parliament voted in October 2019 to dissolve itself.",
            "supported",
            id="date-stated",
        ),
        pytest.param(
            "Parliament voted to dissolve itself.",
            Checks(date=(DateCheck(value="2016", of="the vote"),)),
            "Parliament voted in October 2019 to dissolve itself.",
            "contradicted",
            id="date-differs",
        ),
        pytest.param(
            "Parliament voted to dissolve itself.",
            Checks(date=(DateCheck(value="2019", of="the vote"),)),
            "Parliament voted to dissolve itself.",
            "missing",
            id="date-not-stated",
        ),
        pytest.param(
            "The inspector was scathing about the kitchen.",
            Checks(quote=("a museum of mould",)),
            'The inspector was scathing about the kitchen, calling it "a museum of mould".',
            "supported",
            id="quote-verbatim",
        ),
        pytest.param(
            "The inspector was scathing about the kitchen.",
            Checks(quote=("a temple of mould",)),
            'The inspector was scathing about the kitchen, calling it "a museum of mould".',
            "contradicted",
            id="quote-altered",
        ),
        pytest.param(
            "The exit should be quick.",
            Checks(said_by=("Tomas Eklund",)),
            "The exit should be quick, Tomas Eklund said.",
            "supported",
            id="said-by",
        ),
        pytest.param(
            "The carmaker is to close its plant in Genk.",
            Checks(event=(EventCheck(status=Rung.DECIDED),)),
            "The carmaker has decided to close its plant in Genk.",
            "supported",
            id="event-decided",
        ),
        pytest.param(
            "The carmaker is to close its plant in Genk.",
            Checks(event=(EventCheck(status=Rung.DECIDED),)),
            "The carmaker is considering the closure of its plant in Genk.",
            "missing",
            id="event-only-possible",
        ),
        pytest.param(
            "A spokesman said the exit should be quick.",
            Checks(said_by=("Tomas Eklund",)),
            "The exit should be quick, a spokesman said.",
            "missing",
            id="said-by-some-spokesman",
        ),
        pytest.param(
            "He said the exit should be quick.",
            Checks(said_by=("Tomas Eklund",)),
            "The exit should be quick, Maria Lind said.",
            "missing",
            id="said-by-another-than-he",
        ),
        pytest.param(
            "The council called for the closure of the mine.",
            Checks(event=(EventCheck(status=Rung.HAPPENED), EventCheck(status=Rung.CALLED_FOR, of="the closure"))),
            "The council called for the closure of the mine.",
            "supported",
            id="event-of-each-deed",
        ),
    ],
)
def test_typed_checks(claim: str, checks: Checks, said: Said, expected: str) -> None:
    assert judged(Claim(sentence=claim, checks=checks), said).label == expected
