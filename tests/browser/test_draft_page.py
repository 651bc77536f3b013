"""The page of a draft as a reader has it: light and dark, wide and narrow, with a stranger's words in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from factcheck.cli import main

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Opened = Callable[..., "Page"]
PLAIN = """\
# Fewer travellers to Maren Island

The ferry carried 48,200 passengers in 2023, the harbour office said on Monday. The bridge opened in 1978.

Is one boat enough? The council should buy a second one. It bought a third in April. A return ticket costs 12 euros.
"""
HOSTILE = f"""\
# <script alert(1) </script "onload=alert(2)

Ruiz paid 4 euros for <img src=x onerror=alert(3) and <x-a onclick=alert(4)>here</x-a> and &lt;b&gt; in 2019. {"W" * 300} cost 5 euros.

دفع رويز 4 يورو في عام 2019. Ruiz paid 6 euros for </style <style x body{{display:none}} </x-style> in 2020.
"""


@pytest.fixture
def opened(browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, faults: list[str]) -> Iterator[Opened]:
    """Open the page of a draft, made by the command in the starter folder."""
    assert main(["init", str(tmp_path)]) == 0
    monkeypatch.chdir(tmp_path)
    contexts = []

    def open_page(text: str, **options: object) -> Page:
        (tmp_path / "draft.md").write_text(text, encoding="utf-8")
        main(["draft", "draft.md", "--format", "html", "--output", "draft.html"])
        file = tmp_path / "draft.html"
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: faults.append(request.url) if request.url != file.as_uri() else None)
        page.on("console", lambda message: faults.append(message.text))
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 380])
@pytest.mark.parametrize("text", [pytest.param(PLAIN, id="plain"), pytest.param(HOSTILE, id="hostile")])
def test_axe_finds_nothing(opened: Opened, text: str, width: int, scheme: str) -> None:
    page = opened(text, viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    found = Axe().run(page).response["violations"]
    assert not [(item["id"], item["impact"], item["nodes"][0]["html"]) for item in found]


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_stands_out_to_the_side(opened: Opened, width: int) -> None:
    page = opened(HOSTILE, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_stranger_runs_nothing_and_hides_nothing(opened: Opened) -> None:
    page = opened(HOSTILE)
    assert page.locator("script, img, x-a, body style").count() == 0
    assert page.locator("h1").inner_text() == '<script alert(1) </script "onload=alert(2)'
    assert page.get_by_text("body{display:none} </x-style>").first.is_visible()


def test_each_sentence_leads_to_its_finding_and_back(opened: Opened) -> None:
    page = opened(PLAIN, java_script_enabled=False)
    page.get_by_role("link", name="against, finding 2").click()
    assert page.url.endswith("#n2")
    page.locator("#n2").get_by_role("link", name="in the draft").click()
    assert page.url.endswith("#s2")
    assert page.locator("#n2").get_by_text("1978").first.is_visible()


def test_what_no_claim_asserts_is_not_told_by_colour_alone(opened: Opened) -> None:
    page = opened(PLAIN)
    assert page.locator("mark").first.evaluate("it => getComputedStyle(it).textDecorationStyle") == "dashed"
    assert page.locator(".held").first.evaluate("it => getComputedStyle(it).textDecorationStyle") == "solid"
    assert [mark.strip()[0] for mark in page.locator(".ref").all_inner_texts()] == ["◐", "✕", "○", "?"]
