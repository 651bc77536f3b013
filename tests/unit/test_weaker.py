"""Deeds that come near another."""

from __future__ import annotations

import pytest

from factcheck.text.weaker import falls_short
from factcheck.text.words import key


@pytest.mark.parametrize(
    ("deed", "told", "expected"),
    [
        pytest.param("won", "nominated", True, id="nominated-not-won"),
        pytest.param("jailed", "arrested", True, id="arrested-not-jailed"),
        pytest.param("imprisoned", "arrested", True, id="another-word-for-the-deed"),
        pytest.param("paid", "pledged", True, id="pledged-not-paid"),
        pytest.param("nominated", "won", False, id="not-the-other-way-round"),
        pytest.param("won", "triumphed", False, id="the-same"),
        pytest.param("sang", "danced", False, id="in-no-row"),
    ],
)
def test_falls_short(deed: str, told: str, expected: bool) -> None:  # noqa: FBT001
    assert falls_short(key(deed), key(told)) is expected
