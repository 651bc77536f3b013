"""What a person said about a claim, on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reports.html_page.markup import Markup, element

if TYPE_CHECKING:
    from factcheck.reports.record import ClaimRecord


def sign_off(record: ClaimRecord) -> Markup | None:
    """The review as written in the claim file; None if there is none."""
    review = record["review"]
    if review is None:
        return None
    until = f", until {review['until']}" if review["until"] else ""
    line = f"{review['decision']} by {review['by']} on {review['day']}{until}"
    return element(
        "section",
        element("h4", "Sign-off"),
        element("p", line),
        element("p", f"“{review['reason']}”") if review["reason"] else None,
        class_="signoff",
    )
