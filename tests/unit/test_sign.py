"""Writing a sign-off into a claim file: nothing else of it changes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claimfile import parse
from factcheck.claimfile.sign import sign
from factcheck.domain.claim import Review
from factcheck.errors import ReviewError

DAY = date(2024, 1, 12)
REVIEW = Review("accept", "Jo Doe", DAY, date(2024, 3, 1), "phoned the office")
BLOCK = "    review:\n      decision: accept\n      by: Jo Doe\n      day: 2024-01-12\n      until: 2024-03-01\n      reason: phoned the office\n"
FLOW = "{decision: accept, by: Jo Doe, day: 2024-01-12, until: 2024-03-01, reason: phoned the office}"


def signed(text: str, claim_id: str = "b", review: Review = REVIEW) -> str:
    data = text.encode()
    claim = next(claim for claim in parse(data, path="a.yaml").claims if claim.id == claim_id)
    return sign(data, claim, review, path="a.yaml").decode()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("claims:\n  - id: b\n    claim: Roads closed.\n", "claims:\n  - id: b\n    claim: Roads closed.\n" + BLOCK, id="plain"),
        pytest.param("claims:\n  - id: b\n    claim: Roads closed.", "claims:\n  - id: b\n    claim: Roads closed.\n" + BLOCK.rstrip("\n"), id="no-line-end"),
        pytest.param(
            "claims:\n  - id: b\n    claim: Roads closed.   # seen\n    # by phone\n\n  - Bridges closed.  # too\n",
            "claims:\n  - id: b\n    claim: Roads closed.   # seen\n" + BLOCK + "    # by phone\n\n  - Bridges closed.  # too\n",
            id="comments-stay",
        ),
        pytest.param(
            "claims:\n  - id: b\n    claim: >-\n      Roads were\n      closed.\n\n\n  - Bridges closed.\n",
            "claims:\n  - id: b\n    claim: >-\n      Roads were\n      closed.\n" + BLOCK + "\n\n  - Bridges closed.\n",
            id="folded-sentence",
        ),
        pytest.param(
            "claims:\n  - claim: Roads closed.\n    id: b\n    number:\n      - value: 5\n        of: roads\nnote: end\n",
            "claims:\n  - claim: Roads closed.\n    id: b\n    number:\n      - value: 5\n        of: roads\n" + BLOCK + "note: end\n",
            id="after-a-nested-value",
        ),
        pytest.param("claims:\n- {id: b, claim: Roads closed.}  # x\n", "claims:\n- {id: b, claim: Roads closed., review: " + FLOW + "}  # x\n", id="in-braces"),
        pytest.param("claims:\n- {id: b, claim: Roads closed., tags: [a, c],}\n", "claims:\n- {id: b, claim: Roads closed., tags: [a, c], review: " + FLOW + ",}\n", id="in-braces-after-brackets"),
        pytest.param(
            "claims:\n  - id: b\n    review:   # old\n      by: Al  # left\n      decision: override\n      day: 2023-01-01\n    claim: Roads closed.\n",
            "claims:\n  - id: b\n    review:   # old\n      by: Jo Doe  # left\n      decision: accept\n      day: 2024-01-12\n      until: 2024-03-01\n      reason: phoned the office\n    claim: Roads closed.\n",
            id="in-place-of-an-earlier-one",
        ),
        pytest.param(
            "claims:\n  - id: b\n    review: {decision: override, by: Al, day: 2023-01-01}   # old\n    claim: Roads closed.\n",
            "claims:\n  - id: b\n    review: " + FLOW + "   # old\n    claim: Roads closed.\n",
            id="in-place-of-an-earlier-one-in-braces",
        ),
    ],
)  # fmt: skip
def test_every_other_byte_stays(text: str, expected: str) -> None:
    assert signed(text) == expected


def test_a_sign_off_without_end_takes_the_old_end_away() -> None:
    text = "claims:\n  - id: b\n    claim: Roads closed.\n" + BLOCK
    assert signed(text, review=Review("accept", "Jo Doe", DAY, None, "phoned the office")) == text.replace(
        "      until: 2024-03-01\n", ""
    )


@pytest.mark.parametrize(
    ("sentence", "written"),
    [
        pytest.param(
            "- Roads were closed.  # x", "- id: roads-were-closed-{}\n  claim: Roads were closed.  # x", id="plain"
        ),
        pytest.param(
            "- 'Roads were: closed.'", "- id: roads-were-closed-{}\n  claim: 'Roads were: closed.'", id="quoted"
        ),
        pytest.param(
            "- Roads were\n  closed.", "- id: roads-were-closed-{}\n  claim: Roads were\n    closed.", id="two-lines"
        ),
        pytest.param(
            "- >-\n  Roads were\n  closed.",
            "- id: roads-were-closed-{}\n  claim: >-\n    Roads were\n    closed.",
            id="folded",
        ),
    ],
)
def test_a_bare_sentence_gets_the_id_that_it_had(sentence: str, written: str) -> None:
    text = f"claims:\n{sentence}\n"
    claim_id = parse(text, path="a.yaml").claims[0].id
    expected = written.format(claim_id[-6:])
    block = "".join(f"{line[2:]}\n" for line in BLOCK.splitlines())
    assert signed(text, claim_id) == f"claims:\n{expected}\n{block}"


def test_a_bare_sentence_in_brackets() -> None:
    text = 'claims: ["Roads were closed.", "Bridges, too, were."]\n'
    claim_id = parse(text, path="a.yaml").claims[1].id
    assert (
        signed(text, claim_id)
        == f'claims: ["Roads were closed.", {{id: {claim_id}, claim: "Bridges, too, were.", review: {FLOW}}}]\n'
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encoding_and_line_ends_stay(encoding: str) -> None:
    text = "claims:\r\n  - id: b\r\n    claim: Ein Café schloß 𝔘.\r\n"
    data = text.encode(encoding)
    claim = parse(data, path="a.yaml").claims[0]
    assert sign(data, claim, REVIEW, path="a.yaml") == (text + BLOCK.replace("\n", "\r\n")).encode(encoding)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("claims:\n  - id: b\n    claim: Roads closed.\n    review: {decision: override,  # why\n      by: Al, day: 2023-01-01}\n", id="comment-in-braces"),
    ],
)  # fmt: skip
def test_what_cannot_be_edited_is_left_alone_and_the_line_to_write_is_shown(text: str) -> None:
    with pytest.raises(ReviewError) as raised:
        signed(text)
    assert raised.value.code == "R001"
    assert FLOW in raised.value.mend


def test_an_edit_that_would_change_something_else_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.claimfile.sign._scalar", str)  # as if a text needed no quotation marks
    with pytest.raises(ReviewError, match="R001"):
        signed("claims:\n  - id: b\n    claim: Roads closed.\n", review=Review("accept", "Jo #1", DAY, None, "seen"))


AWKWARD = st.text(min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool)
STYLES = st.sampled_from(
    [
        "claims:\n  - id: a\n    claim: One road closed.\n  - id: b   # mine\n    claim: Roads closed.  # c\n\n  # next\n  - Two roads closed.\n",
        "# top\nclaims:\n- {id: b, claim: Roads closed.}\n- {id: c, claim: 'Roads: open.'}\n",
        "claims:\n  - id: b\n    claim: >-\n      Roads\n      closed.\n    tags:\n      - x\n\n\n  - 'One: closed.'\nnote: |\n  words\n",
        "suite: S\nvalid_for: 90d\nclaims:\n  - id: b\n    review:\n      decision: accept\n      by: 'Al'   # he\n      day: 2020-01-01\n      reason: >-\n        long\n        words\n    claim: Roads closed.\n",
    ]
)  # fmt: skip


@given(
    STYLES, AWKWARD, AWKWARD, st.sampled_from(["accept", "override"]), st.one_of(st.none(), st.just(date(2025, 1, 1)))
)
def test_the_file_says_the_same_and_the_sign_off_beside(
    text: str, by: str, reason: str, decision: str, until: date | None
) -> None:
    review = Review(decision, by, DAY, until, reason)
    before = parse(text, path="a.yaml")
    try:
        after_text = signed(text, review=review)
    except ReviewError:
        assert not (by + reason).isprintable()
        return
    after = parse(after_text, path="a.yaml")
    assert next(claim for claim in after.claims if claim.id == "b").review == review
    assert [claim.sentence for claim in after.claims] == [claim.sentence for claim in before.claims]
    lines = after_text.splitlines()
    assert [line for line in text.splitlines() if "#" in line and "Al" not in line] == [
        line for line in lines if line in text.splitlines() and "#" in line
    ]
    assert signed(after_text, review=review) == after_text
