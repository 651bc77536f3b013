"""What the entailment model reads: values that the matchers settled give way to tokens."""

from __future__ import annotations

import pytest

from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.matchers import dates, numbers
from factcheck.text.analyse import analyse
from factcheck.wording import AGREEING, DIFFERING, mask


def masked(claim: str, passage: str) -> tuple[str, str]:
    ours, theirs = analyse(claim), analyse(passage)
    return mask(ours, theirs, [*numbers.compare(ours, theirs), *dates.compare(ours, theirs)])


@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        pytest.param(
            "More than 400 people fled.", "Some 450 people fled.",
            ("[unused1] people fled.", "[unused1] people fled."),
            id="hedge-goes-with-its-figure",
        ),
        pytest.param(
            "The bridge opened in 1987.", "It was on 4 May 1987 that the bridge opened.",
            ("The bridge opened [unused1].", "It was [unused1] that the bridge opened."),
            id="preposition-goes-with-its-date",
        ),
        pytest.param(
            "The ferry carried 300 passengers.", "The ferry carried 200 passengers.",
            ("The ferry carried [unused11] passengers.", "The ferry carried [unused11] passengers."),
            id="values-that-differ",
        ),
        pytest.param(
            "In 2019 the ferry carried 300 passengers.", "The ferry carried 300 passengers in 2019.",
            ("[unused1] the ferry carried [unused2] passengers.", "The ferry carried [unused2] passengers [unused1]."),
            id="in-the-order-of-the-claim",
        ),
        pytest.param(
            "The ferry carried 300 passengers.", "The ferry carried passengers and 12 cars.",
            ("The ferry carried 300 passengers.", "The ferry carried passengers and 12 cars."),
            id="a-figure-of-something-else-stays",
        ),
        pytest.param("The ferry sank.", "The ferry sank in 2019.", ("The ferry sank.", "The ferry sank in 2019."), id="not-asked"),
    ],
)  # fmt: skip
def test_masked(claim: str, passage: str, expected: tuple[str, str]) -> None:
    assert masked(claim, passage) == expected


def test_two_figures_that_rest_on_one_share_its_token() -> None:
    claim, passage = masked("Between 2 and 4 May 300 people fled and 300 people stayed.", "300 people fled.")
    assert passage == "[unused1] people fled."
    assert claim.count("[unused1]") >= 1


def test_other_aspects_and_whole_claims_are_passed_over() -> None:
    ours, theirs = analyse("Ann Lee won 3 seats."), analyse("Ann Lee won 3 seats.")
    others = [
        Comparison(Aspect.NAME, Outcome.AGREES, "", asserted=(0, 7), said=(0, 7)),
        Comparison(Aspect.NUMBER, Outcome.AGREES, "", asserted=None, said=(12, 13)),
        Comparison(Aspect.NUMBER, Outcome.NOT_STATED, "", asserted=(12, 13)),
        Comparison(Aspect.NUMBER, Outcome.AGREES, "", asserted=(0, 3), said=(0, 3)),
    ]
    assert mask(ours, theirs, others) == (ours.text, theirs.text)


def test_a_value_that_agrees_once_and_differs_once_is_masked_once() -> None:
    ours, theirs = analyse("3 ships and 3 boats sank."), analyse("3 ships sank.")
    figure, first, second = (0, 1), (0, 1), (12, 13)
    both = [
        Comparison(Aspect.NUMBER, Outcome.AGREES, "", asserted=first, said=figure),
        Comparison(Aspect.NUMBER, Outcome.DIFFERS, "", asserted=second, said=figure),
        Comparison(Aspect.NUMBER, Outcome.DIFFERS, "", asserted=first, said=figure),
    ]
    assert mask(ours, theirs, both) == ("[unused1] ships and 3 boats sank.", "[unused1] ships sank.")


def test_more_values_than_tokens_share_the_last() -> None:
    text = ", ".join(f"{n} towns of {name}" for n, name in enumerate("Ala Bela Cela Dela Ela Fela Gela Hela Ila Jela".split(), start=11))  # fmt: skip
    ours = analyse(f"They saw {text}.")
    agreeing = [
        Comparison(Aspect.NUMBER, Outcome.AGREES, "", asserted=(q.start, q.end), said=(q.start, q.end))
        for q in ours.quantities
    ]
    claim, passage = mask(ours, ours, agreeing)
    assert claim == passage
    assert claim.count(AGREEING[-1]) == len(ours.quantities) - len(AGREEING) + 1


def test_tokens_are_apart() -> None:
    assert not set(AGREEING) & set(DIFFERING)
