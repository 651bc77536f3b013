"""The report in a real browser: headless Chromium, where there is one."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from factcheck.reports.run_record import RunRecord

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


@pytest.fixture(scope="package")  # its event loop would be in the way of the tests that come after
def browser() -> Iterator[Browser]:
    """A browser for all tests; without one they skip, unless FACTCHECK_REQUIRE_BROWSER=1 makes that a failure."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        message = "no Chromium on PATH: `.ci/browser` installs one"
        if os.environ.get("FACTCHECK_REQUIRE_BROWSER") == "1":
            pytest.fail(message)
        pytest.skip(message)
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  (only where there is a browser)

    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=path)
        yield found
        found.close()


@pytest.fixture
def faults() -> Iterator[list[str]]:
    """What a page loads beside itself, says on its console or asks; a test takes out what it expects."""
    found: list[str] = []
    yield found
    assert not found


@pytest.fixture
def opened(browser: Browser, tmp_path: Path, faults: list[str]) -> Iterator[Callable[..., Page]]:
    """Open the page of a run."""
    from factcheck.reports.html_page import html_report  # noqa: PLC0415

    contexts = []

    def open_page(run: RunRecord, **options: object) -> Page:
        file = tmp_path / "report.html"
        file.write_text(html_report(run), encoding="utf-8", errors="backslashreplace")
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: faults.append(request.url) if request.url != file.as_uri() else None)
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
