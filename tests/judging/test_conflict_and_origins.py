"""Several sources: conflict is named, copies are not counted twice, silence of one is no objection."""

import pytest

from factcheck.domain.claim import Claim, Policy
from tests.judging.desk import Said, judged, label, on

WIRE = (
    "HELSTAD - Eleven hikers were rescued from the gorge at Mellin on Sunday after a night in the rain, the mountain "
    "rescue service said. Two of them were taken to hospital with mild hypothermia. The group had set out without a map."
)


@pytest.mark.parametrize(
    ("claim", "said", "expected"),
    [
        pytest.param(
            "The explosion at the grain silo killed six people.",
            (
                "The explosion at the grain silo killed six people.",
                "Nine people were killed in the explosion at the grain silo.",
            ),
            "conflicting",
            id="two-tolls",
        ),
        pytest.param(
            "The explosion at the grain silo killed four people.",
            (
                "The explosion at the grain silo killed six people.",
                "Nine people were killed in the explosion at the grain silo.",
            ),
            "contradicted",
            id="both-disagree-with-the-claim",
        ),
        pytest.param(
            "The explosion at the grain silo killed six people.",
            (
                "The explosion at the grain silo killed six people.",
                "Nine people were killed in an explosion at a paint shop.",
            ),
            "supported",
            id="the-other-speaks-of-something-else",
        ),
        pytest.param(
            "The chancellor met the rebels in secret.",
            (
                "The chancellor met the rebels in secret in a mountain hotel.",
                "The chancellor did not meet the rebels, his office said.",
            ),
            "conflicting",
            id="met-and-did-not-meet",
        ),
        pytest.param(
            "The painting dates from 1662.",
            ("The painting dates from 1662.", "The museum bought the painting in 1921.", "Visitors love the painting."),
            "supported",
            id="silence-is-no-objection",
        ),
        pytest.param(
            "The tram line will open in May.",
            ("The tram line will open in May.", "The tram line will open in September, the transport office says."),
            "conflicting",
            id="two-opening-dates",
        ),
        pytest.param(
            "Maren Ulvik was elected head of the union.",
            ("Maren Ulvik was elected head of the union.", "The union elected Maren Ulvik as its head with 212 votes."),
            "supported",
            id="two-agree",
        ),
        pytest.param(
            "The council voted to fell the old oak.",
            ("The council voted to fell the old oak.", "The council voted against felling the old oak."),
            "conflicting",
            id="for-and-against",
        ),
    ],
)
def test_several_sources(claim: str, said: Said, expected: str) -> None:
    assert label(claim, said) == expected


@pytest.mark.parametrize(
    ("claim", "said", "expected", "reason"),
    [
        pytest.param(
            "Eleven hikers were rescued from the gorge at Mellin.",
            (on("2023-10-02", WIRE, publisher="Helstad Wire"), on("2023-10-02", WIRE, publisher="Mellin Courier")),
            "missing",
            "too-few-origins",
            id="a-copy-is-one-origin",
        ),
        pytest.param(
            "Eleven hikers were rescued from the gorge at Mellin.",
            (
                on("2023-10-02", WIRE, publisher="Helstad Wire"),
                on("2023-10-03", WIRE + " The service warned against autumn tours."),
            ),
            "missing",
            "too-few-origins",
            id="a-copy-with-a-sentence-added",
        ),
        pytest.param(
            "Eleven hikers were rescued from the gorge at Mellin.",
            (
                on("2023-10-02", WIRE, publisher="Helstad Wire"),
                on(
                    "2023-10-04",
                    "I was there when they brought them up. All eleven hikers were rescued from the Mellin gorge, wet to the skin.",
                    publisher="A Walker's Diary",
                ),
            ),
            "supported",
            None,
            id="an-eyewitness-is-a-second-origin",
        ),
        pytest.param(
            "Eleven hikers were rescued from the gorge at Mellin.",
            (on("2023-10-02", WIRE, publisher="Helstad Wire"), "The gorge at Mellin is a popular place for hikers."),
            "missing",
            "too-few-origins",
            id="a-second-source-on-something-else",
        ),
        pytest.param(
            "Eleven hikers were rescued from the gorge at Mellin.",
            (
                on("2023-10-02", WIRE, publisher="Helstad Wire"),
                on(
                    "2023-10-02",
                    "Four hikers were rescued from the gorge at Mellin, police said.",
                    publisher="Police Log",
                ),
            ),
            "conflicting",
            None,
            id="conflict-whatever-the-counts",
        ),
    ],
)
def test_two_origins_wanted(claim: str, said: Said, expected: str, reason: str | None) -> None:
    verdict = judged(Claim(sentence=claim, policy=Policy(min_origins=2)), said)
    assert (verdict.label, verdict.reason) == (expected, reason)
