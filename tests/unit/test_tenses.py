"""What is told as over does not bear out what is told of now."""

from __future__ import annotations

import pytest

from factcheck.text.analyse import analyse
from factcheck.text.tenses import past_only


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param("The mill employs 400 people.", "The mill employed 400 people until 2010.", True, id="until"),
        pytest.param("The mill employs 400 people.", "The mill employed 400 people.", False, id="not-marked-as-over"),
        pytest.param("The mill employs 400 people.", "The mill employs 400 people in 2010.", False, id="both-now"),
        pytest.param("The mill employed 400 people.", "The mill employed 400 people in 2010.", False, id="both-then"),
        pytest.param("The mill has employed 400 people.", "The mill employed 400 people in 2010.", False, id="perfect"),
    ],
)
def test_past_only(claim: str, said: str, expected: bool) -> None:  # noqa: FBT001
    asserted, found = analyse(claim), analyse(said)
    verb = next(unit for unit in found.units if unit.key == asserted.units[asserted.main].key)
    assert past_only(asserted, asserted.units[asserted.main], found, verb) is expected
