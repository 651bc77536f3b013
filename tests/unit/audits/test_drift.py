"""What is said when a claim, its sources or its verdict are no longer what was locked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from factcheck.audits.anchors import Place, find_again
from factcheck.audits.drift import drift, text_digest
from factcheck.audits.locking import is_held, relocked
from factcheck.domain.claim import Review
from factcheck.domain.evidence import Stance
from factcheck.domain.lock import Drift, DriftKind, LockedQuote, LockEntry
from factcheck.domain.verdict import Label, MissingReason, Origins

TEXT = "The storm closed 40 schools in Arlen on Monday.\n\nOfficials said 2,500 people left their homes.\n"
WORDS = "Officials said 2,500 people left their homes."
DAY = date(2024, 1, 12)
REVIEW = Review("accept", "Jo Doe", DAY, None, "phoned the office")


def quote(
    text: str = TEXT, words: str = WORDS, *, source: str = "wire", stance: Stance = Stance.SUPPORTS
) -> LockedQuote:
    start = text.index(words)
    end = start + len(words)
    return LockedQuote(
        stance,
        source,
        text_digest(text),
        start,
        end,
        words,
        text[max(start - 32, 0) : start],
        text[end : end + 32],
        "Sample Wire",
    )


def entry(*quotes: LockedQuote, verdict: Label = Label.SUPPORTED) -> LockEntry:
    return LockEntry(
        "claims/storm.yaml::homes", "About 2,500 people left home.", verdict, DAY, origins=Origins(1), quotes=quotes
    )


LOCKED = entry(quote())
SIGNED = replace(LOCKED, review=REVIEW)


def said(locked: LockEntry, now: LockEntry, **texts: str) -> list[str]:
    return [change.what for change in drift(locked, now, text_of=texts.get)]


def test_nothing_changed() -> None:
    assert said(LOCKED, LOCKED) == []


def test_sources_whose_words_are_in_place_are_not_read_again() -> None:
    def never(source: str) -> str | None:
        pytest.fail(f"read {source}")

    assert drift(LOCKED, replace(LOCKED, origins=Origins(2)), text_of=never) == ()


NEW_LINE = "A correction was made.\n" + TEXT
OTHER_LINE = TEXT.replace("The storm", "The great storm")
MOVED_ROUND = "The mayor spoke.\n\n" + TEXT.replace("Arlen on Monday.", "Arlen on Tuesday.").replace(
    "homes.\n", "homes. It was cold."
)
REWORDED = TEXT.replace("2,500", "2,600")
ELSEWHERE = f"In another year, a paper wrote: {WORDS} That was denied."
LEFT_OUT = TEXT.replace(WORDS, "")
TWICE = f"{TEXT}And again: {TEXT}"
TWO_PLACES = f"X.\n{TEXT}X.\n{TEXT}"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(
            NEW_LINE,
            [
                "source changed: wire (Sample Wire) has another text",
                f"quote moved: in wire from 49-94 to 72-117: “{WORDS}”",
            ],
            id="moved-as-a-whole",
        ),
        pytest.param(OTHER_LINE, ["source changed: wire (Sample Wire) has another text",
                                  f"quote moved: in wire from 49-94 to 55-100: “{WORDS}”"], id="another-sentence-changed"),
        pytest.param(
            MOVED_ROUND,
            [
                "source changed: wire (Sample Wire) has another text",
                f"quote gone: wire has these words once, but in other surroundings, which may be another statement: “{WORDS}”",
            ],
            id="both-neighbours-changed",
        ),
        pytest.param(
            REWORDED,
            [
                "source changed: wire (Sample Wire) has another text",
                (f"quote gone: wire does not say these words any more: “{WORDS}”; "
                "other words stand in its place: “Officials said 2,600 people left their homes.”"),
            ],
            id="one-digit-changed",
        ),
        pytest.param(
            LEFT_OUT,
            [
                "source changed: wire (Sample Wire) has another text",
                f"quote gone: wire does not say these words any more: “{WORDS}”",
            ],
            id="left-out",
        ),
        pytest.param(
            ELSEWHERE,
            [
                "source changed: wire (Sample Wire) has another text",
                f"quote gone: wire has these words once, but in other surroundings, which may be another statement: “{WORDS}”",
            ],
            id="same-words-in-another-statement",
        ),
        pytest.param(
            TWO_PLACES,
            [
                "source changed: wire (Sample Wire) has another text",
                f"quote gone: wire has these words 2 times now, and none can be told to be the one: “{WORDS}”",
            ],
            id="two-places-alike",
        ),
        pytest.param(TWICE, ["source changed: wire (Sample Wire) has another text"], id="still-in-its-place-and-again-below"),
    ],
)  # fmt: skip
def test_a_source_with_another_text(text: str, lines: list[str]) -> None:
    now = entry(replace(quote(text), start=text.index(WORDS), digest=text_digest(text))) if WORDS in text else entry()
    found = said(LOCKED, now, wire=text)
    dropped = [line for line in found if line.startswith("evidence dropped")]
    assert [line for line in found if line not in dropped] == lines


def test_a_quote_of_which_one_neighbour_changed_is_moved_and_that_is_said() -> None:
    text = "New.\n" + TEXT.replace("homes.\n", "homes. It was cold, very cold, and rained.")
    found = drift(LOCKED, entry(quote(text)), text_of={"wire": text}.get)
    assert [change.kind for change in found] == [DriftKind.SOURCE_CHANGED, DriftKind.QUOTE_MOVED]
    assert "and what stood beside it changed" in found[1].what


@pytest.mark.parametrize(
    ("now", "lines"),
    [
        pytest.param(
            replace(LOCKED, sentence="About 3,500 people left home."),
            ["claim changed: was “About 2,500 people left home.”, is “About 3,500 people left home.”"],
            id="claim-reworded",
        ),
        pytest.param(
            replace(LOCKED, asks="min_origins 2"),
            ["terms changed: asked for nothing beyond its sentence, asks for min_origins 2"],
            id="policy",
        ),
        pytest.param(
            replace(LOCKED, expect=Label.CONTRADICTED),
            ["terms changed: asked for nothing beyond its sentence, asks for expect contradicted"],
            id="expectation",
        ),
        pytest.param(
            replace(LOCKED, verdict=Label.MISSING, reason=MissingReason.TOO_FEW_ORIGINS),
            ["verdict changed: was supported, is missing (too-few-origins)"],
            id="verdict",
        ),
        pytest.param(
            replace(LOCKED, quotes=(*LOCKED.quotes, quote(source="other", stance=Stance.REFUTES)), verdict=Label.CONFLICTING),
            [
                "verdict changed: was supported, is conflicting",
                f"new contradicting source: other (Sample Wire): “{WORDS}”",
            ],
            id="new-contradicting-source",
        ),
        pytest.param(replace(LOCKED, quotes=(*LOCKED.quotes, quote(source="other"))), [], id="further-support-is-no-drift"),
        pytest.param(
            replace(LOCKED, quotes=(*LOCKED.quotes, quote(source="other", stance=Stance.NEUTRAL))), [], id="a-near-miss-neither"
        ),
        pytest.param(
            entry(replace(quote(), status="retracted")), ["source changed: wire: status was current, is retracted"], id="retracted"
        ),
        pytest.param(
            entry(replace(quote(), published=date(2024, 2, 1))), ["source changed: wire: day was no date, is 2024-02-01"], id="day"
        ),
        pytest.param(
            entry(replace(quote(), stance=Stance.NEUTRAL)),
            [f"evidence dropped: wire (Sample Wire) no longer supports the claim with “{WORDS}”"],
            id="same-words-no-longer-support",
        ),
    ],
)  # fmt: skip
def test_what_else_can_change(now: LockEntry, lines: list[str]) -> None:
    assert said(LOCKED, now, wire=TEXT) == lines


@pytest.mark.parametrize(
    ("review", "stance", "lines"),
    [
        pytest.param(REVIEW, Stance.NEUTRAL, [f"new near miss: other (Sample Wire): “{WORDS}”"], id="near-miss"),
        pytest.param(REVIEW, Stance.SUPPORTS, [f"new supporting source: other (Sample Wire): “{WORDS}”"], id="support"),
        pytest.param(
            REVIEW, Stance.REFUTES, [f"new contradicting source: other (Sample Wire): “{WORDS}”"], id="contradiction"
        ),
        pytest.param(None, Stance.NEUTRAL, [], id="sign-off-taken-back"),
    ],
)
def test_whatever_a_signer_has_not_seen_is_a_change(review: Review | None, stance: Stance, lines: list[str]) -> None:
    now = replace(SIGNED, review=review, quotes=(*SIGNED.quotes, quote(source="other", stance=stance)))
    assert said(SIGNED, now, wire=TEXT, other=TEXT) == lines
    changes = drift(SIGNED, now, text_of=lambda _: TEXT)
    assert (relocked(SIGNED, now, changes) == SIGNED) is is_held(SIGNED, now, changes) is bool(lines)


def test_new_words_of_a_source_that_a_signer_saw_are_a_change() -> None:
    near = quote(words="The storm closed 40 schools in Arlen on Monday.", stance=Stance.NEUTRAL)
    now = replace(SIGNED, quotes=(*SIGNED.quotes, near))
    assert said(SIGNED, now, wire=TEXT) == [f"new near miss: wire (Sample Wire): “{near.quote}”"]


@pytest.mark.parametrize(
    "text", [pytest.param(NEW_LINE, id="moved"), pytest.param(f"{TEXT}It was cold.", id="in-its-place")]
)
def test_words_that_stand_in_a_changed_source_and_no_longer_support(text: str) -> None:
    dropped = f"evidence dropped: wire (Sample Wire) no longer supports the claim with “{WORDS}”"
    assert said(LOCKED, entry(quote(text, stance=Stance.NEUTRAL)), wire=text)[-1] == dropped
    assert dropped not in said(LOCKED, entry(quote(text)), wire=text)


def test_a_source_that_is_gone_is_said_once() -> None:
    locked = entry(quote(), quote(words="The storm closed 40 schools in Arlen on Monday."))
    assert said(locked, entry()) == ["source gone: wire (Sample Wire) is not in the corpus any more"]


def test_a_debunk_is_told_of_new_support() -> None:
    locked = replace(entry(quote(stance=Stance.REFUTES), verdict=Label.CONTRADICTED), expect=Label.CONTRADICTED)
    now = replace(locked, quotes=(*locked.quotes, quote(source="other")))
    assert [change.kind for change in drift(locked, now, text_of=lambda _: TEXT)] == [DriftKind.NEW_CONTRADICTION]


def test_a_near_miss_that_a_signer_saw_is_watched() -> None:
    locked = replace(entry(quote(stance=Stance.NEUTRAL)), verdict=Label.MISSING, reason=MissingReason.DETAIL_NOT_STATED)
    now = replace(locked, quotes=())
    assert said(locked, now, wire=TEXT) == []
    assert said(locked, now, wire=REWORDED)[0] == "source changed: wire (Sample Wire) has another text"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("No.", Place.SAME, id="the-whole-text"),
        pytest.param("Perhaps. No.", Place.MOVED, id="still-the-last-words"),
        pytest.param("Did he say No. Yes.", Place.ELSEWHERE, id="in-the-middle-of-something-else"),
        pytest.param("Yes.", Place.GONE, id="gone"),
        pytest.param("", Place.GONE, id="empty"),
    ],
)
def test_short_words_at_the_edge_of_a_text(text: str, place: Place) -> None:
    assert find_again(LockedQuote(Stance.SUPPORTS, "a", "0" * 16, 0, 3, "No."), text).place is place


CHANGE = (Drift(DriftKind.QUOTE_GONE, "quote gone"),)
LATER = date(2024, 3, 1)


@pytest.mark.parametrize(
    ("locked", "now", "changes", "kept", "held"),
    [
        pytest.param(None, LOCKED, (), LOCKED, False, id="new"),
        pytest.param(LOCKED, replace(LOCKED, day=LATER), (), LOCKED, False, id="unchanged-keeps-its-day"),
        pytest.param(LOCKED, entry(), CHANGE, entry(), False, id="changed"),
        pytest.param(SIGNED, replace(entry(), review=REVIEW), CHANGE, SIGNED, True, id="signed-evidence-is-never-replaced"),
        pytest.param(SIGNED, entry(), CHANGE, entry(), False, id="sign-off-taken-back"),
        pytest.param(
            SIGNED, replace(entry(), review=replace(REVIEW, day=LATER)), CHANGE,
            replace(entry(), review=replace(REVIEW, day=LATER)), False, id="signed-anew",
        ),
    ],
)  # fmt: skip
def test_what_an_update_keeps(
    *, locked: LockEntry | None, now: LockEntry, changes: tuple[Drift, ...], kept: LockEntry, held: bool
) -> None:
    assert relocked(locked, now, changes) == kept
    assert is_held(locked, now, changes) is held
