"""The HTML report as a reader has it: with a mouse, a keyboard, a narrow screen, a screen reader, a printer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from factcheck.domain.claim import Severity
from factcheck.domain.verdict import Label
from factcheck.reports.gate import Decision, Gate
from factcheck.reports.run_record import RunRecord
from factcheck.reports.visible import spelled
from tests.unit.stranger import HOSTILE, run_of
from tests.unit.verdicts import record

if TYPE_CHECKING:
    from playwright.sync_api import Page

Opened = Callable[..., "Page"]
NARROW = {"width": 380, "height": 800}
WIDE = {"width": 1280, "height": 900}


def run(number: int = 6) -> RunRecord:
    """Claims of each verdict, and as many more."""
    labels = [list(Label)[at % 4] for at in range(number)]
    claims = [record(label, at) for at, label in enumerate(labels, start=1)]
    claims[1] = record(Label.CONTRADICTED, 2, severity=Severity.WARN)
    return RunRecord(
        today=date(2024, 1, 12),
        versions={"pytest-factcheck": "0.1.0"},
        claims=claims,
        corpus={"folder": "corpus", "sources": 1, "digest": "0a" * 32},
        lock={"path": "factcheck.lock", "entries": 6, "gone": [], "versions": []},
        gate=Gate(Decision.DO_NOT_PUBLISH, "2 failed, 1 skipped, 1 warned of 6 claims"),
    )


def visible_claims(page: Page) -> int:
    return page.locator("article.claim:visible").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [pytest.param(WIDE, id="wide"), pytest.param(NARROW, id="narrow")])
@pytest.mark.parametrize(
    "shown", [pytest.param(run(), id="plain"), pytest.param(run_of("\n".join(HOSTILE)), id="hostile")]
)
def test_axe_finds_nothing(opened: Opened, shown: RunRecord, viewport: dict[str, int], scheme: str) -> None:
    page = opened(shown, viewport=viewport, color_scheme=scheme, bypass_csp=True)
    page.add_style_tag(content=".claim { content-visibility: visible !important }")
    page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
    found = Axe().run(page).response["violations"]
    assert not [(item["id"], item["impact"], item["nodes"][0]["html"]) for item in found]


@pytest.mark.parametrize("width", [320, 380, 768, 1280, 2560])
def test_nothing_stands_out_to_the_side(opened: Opened, width: int) -> None:
    page = opened(run_of("W" * 300 + "\n".join(HOSTILE)), viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_stranger_runs_nothing(opened: Opened) -> None:
    text = "".join(HOSTILE)
    page = opened(run_of(text))
    assert page.locator("script").count() == 1
    assert page.locator("img, iframe, object, main svg script").count() == 0
    words = page.locator("article h3").first.evaluate("it => it.textContent")
    assert " ".join(words.split()) == " ".join(spelled(text).split())


def test_without_script_everything_is_there(opened: Opened) -> None:
    page = opened(run(), java_script_enabled=False)
    assert visible_claims(page) == 6
    assert not page.locator("#filter").is_visible()
    assert page.locator("h1").inner_text() == "Do not publish"
    for words in ("left their homes", "Sample Wire", "2024-01-10", "contradicted", "Near miss", "2,500 people differs"):
        assert page.get_by_text(words).first.is_visible(), words


def test_the_policy_stops_what_is_not_ours(opened: Opened, faults: list[str]) -> None:
    page = opened(run())
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p id=x style=\"color: rgb(1, 2, 3)\">x</p>')")
    assert page.locator("#x").evaluate("it => getComputedStyle(it).color") != "rgb(1, 2, 3)"
    assert "Content Security Policy" in faults.pop()


def test_the_table_narrows_the_page(opened: Opened) -> None:
    page = opened(run())
    page.get_by_label("failed").check()
    assert visible_claims(page) == 2
    assert page.get_by_role("status").inner_text() == "Showing 2 of 6 claims"
    page.get_by_label("all 6").check()
    page.get_by_label("Verdict").select_option("supported")
    assert visible_claims(page) == 2
    page.get_by_label("Words").fill("homes-5 VALLEYS")
    assert visible_claims(page) == 1
    page.get_by_label("Words").fill("no such word")
    assert visible_claims(page) == 0
    assert page.locator("section.suite:visible").count() == 0


def test_a_link_to_a_claim_that_is_hidden_shows_it(opened: Opened) -> None:
    page = opened(run())
    page.get_by_label("Words").fill("homes-5")
    page.evaluate("location.hash = '#claim-2'")
    page.wait_for_function("!document.getElementById('claim-2').hidden")
    assert visible_claims(page) == 6


def test_the_keyboard_reaches_everything_in_order(opened: Opened) -> None:
    page = opened(run())
    stops = []
    for _ in range(6):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.textContent || document.activeElement.name"))
    assert stops[:4] == [
        "Skip to the claims",
        "outcome",
        page.evaluate("document.querySelector('select').textContent"),
        "words",
    ]
    page.keyboard.press("Enter")
    assert page.url.endswith("#claim-6")


def test_words_from_right_to_left_stand_on_the_right(opened: Opened) -> None:
    shown = run(2)
    item = shown.claims[0]["evidence"][0]
    item["quote"], item["before"], item["after"] = "أعلنت الحكومة أن 2,500 جندي سيغادرون.", "", ""
    page = opened(shown)
    assert page.locator("blockquote").first.evaluate("it => getComputedStyle(it).direction") == "rtl"
    assert page.locator("h3").first.evaluate("it => getComputedStyle(it).direction") == "ltr"


def test_the_print_has_every_claim_and_no_controls(opened: Opened) -> None:
    page = opened(run())
    page.emulate_media(media="print", color_scheme="dark")
    assert visible_claims(page) == 6
    assert not page.locator("#filter").is_visible()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") in {
        "rgba(0, 0, 0, 0)",
        "rgb(255, 255, 255)",
    }
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(29, 27, 24)"
    assert page.pdf().startswith(b"%PDF")


def test_a_narrowed_print_says_so(opened: Opened) -> None:
    page = opened(run())
    page.get_by_label("Words").fill("homes-5")
    page.emulate_media(media="print")
    assert page.get_by_text("Showing 1 of 6 claims").is_visible()


def test_the_page_of_one_who_asked_no_gate(opened: Opened) -> None:
    page = opened(replace(run(), gate=None))
    assert page.locator("h1").inner_text() == "2 of 6 claims passed"
    assert page.get_by_text("no decision to publish").is_visible()


def test_five_hundred_claims_are_there(opened: Opened) -> None:
    page = opened(run(500), viewport=WIDE)
    assert page.locator("tr[data-claim]").count() == 500
    page.get_by_label("failed").check()
    assert visible_claims(page) == 249
