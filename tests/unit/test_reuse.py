"""Kept verdicts by the passages that they rest on: what is read of a passage whose source the verdict does not show."""

from __future__ import annotations

import pytest

from factcheck import Claim, Label, Source
from factcheck.app.reuse import Reuse, sealed
from factcheck.domain.source import Passage
from factcheck.pipeline import weigh_claim
from factcheck.reports.record import verdict_text
from factcheck.sources.passages import passages

CLAIM = Claim("The bridge to Maren Island opened in 1987.")
QUESTION, SENTENCE = "Did the bridge to Maren Island open in 1987?", "The bridge opened in 1987."
GARDENS = "".join(f"The garden of house {number} is full of roses.\n\n" for number in range(5))
MORE_NEAR_MISSES_THAN_ARE_SHOWN = 8


class Kept(dict[str, bytes]):
    """A cache that forgets nothing."""

    def put(self, key: str, value: bytes) -> None:
        self[key] = value


def passage(sentence: str, text: str, name: str) -> Passage:
    """The passage of this text that opens with this sentence."""
    return next(found for found in passages(Source(text=text, id=name)) if found.text.startswith(sentence))


@pytest.mark.parametrize(
    ("sentence", "was", "is_now", "expected"),
    [
        pytest.param(QUESTION, QUESTION, f"{QUESTION} No.", Label.CONTRADICTED, id="the-answer-is-no"),
        pytest.param(
            SENTENCE,
            f"Malmo Market has a bakery.\n\n{GARDENS}{SENTENCE}",
            f"Maren Island has a bridge.\n\n{GARDENS}{SENTENCE}",
            Label.SUPPORTED,
            id="the-sentence-that-it-opens-with",
        ),
    ],
)
def test_a_source_that_was_not_shown_and_now_decides(sentence: str, was: str, is_now: str, expected: Label) -> None:
    others = [passage(sentence, was, f"a{number}") for number in range(MORE_NEAR_MISSES_THAN_ARE_SHOWN)]
    before, after = ([*others, passage(sentence, text, "z")] for text in (was, is_now))
    kept, verdict = Kept(), weigh_claim(CLAIM, before)
    assert "z" not in verdict_text(verdict).split('"')
    kept.put("key", sealed(verdict_text(verdict)))
    Reuse(kept, "claim", before).keep(verdict, "key")
    assert Reuse(kept, "claim", before).find() == verdict_text(verdict)
    assert weigh_claim(CLAIM, after).label is expected
    assert Reuse(kept, "claim", after).find() is None
