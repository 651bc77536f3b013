"""What changed about a claim since it was locked, and what a person said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reports.gate import count
from factcheck.reports.html_page.markup import Markup, element, joined

if TYPE_CHECKING:
    from factcheck.reports.record import ClaimRecord
    from factcheck.reports.run_record import RunRecord


def changes(record: ClaimRecord) -> Markup | None:
    """Drift since the lock and the end of the claim's shelf life, in words."""
    items = [element("li", item["what"]) for item in record["drift"]]
    life = record["shelf_life"]
    stale = life is not None and life["stale"]
    return joined(
        [
            _boxed("Changed since the lock", element("ul", *items, class_="reasons")) if items else None,
            _boxed("Stale: to be looked at again", element("p", life["why"])) if life and stale else None,
        ]
    )


def sign_off(record: ClaimRecord) -> Markup | None:
    """The review, and whether it counts; None if there is none."""
    review = record["review"]
    if review is None:
        return None
    until = f", until {review['until']}" if review["until"] else ""
    line = joined([element("b", review["by"]), f": {review['decision']}, {review['day']}{until}"])
    counts = record["signed_off"] is not None
    state = "in force" if counts else f"does not count: {review['state']}"
    return element(
        "section",
        element("h4", "Sign-off, ", state),
        element("p", line),
        element("p", f"“{review['reason']}”", dir="auto") if review["reason"] else None,
        element("ul", *(element("li", reason) for reason in review["why"]), class_="reasons")
        if review["why"]
        else None,
        class_="signoff" if counts else "signoff void",
    )


def since_the_lock(run: RunRecord) -> Markup | None:
    """Every claim that changed since the lock was written, with a link; None where no lock was looked at."""
    lock = run.lock
    if lock is None:
        return None
    drifted = [(number, record) for number, record in enumerate(run.claims, start=1) if record["drift"]]
    unlocked = sum(record["locked"] is False for record in run.claims)
    notes = [
        *(f"{nodeid} is in the lock, but no such claim exists" for nodeid in lock["gone"]),
        *([f"{count(unlocked, 'claim')} not in the lock yet"] if unlocked else []),
        *lock["versions"],
    ]
    if not drifted and not notes:
        entries = count(lock["entries"], "entry", "entries")
        content = element("p", f"Nothing: each claim rests on what {lock['path']} says ({entries}).", class_="tally")
    else:
        claims = [_drifted(number, record) for number, record in drifted]
        content = element("ul", *claims, *(element("li", note) for note in notes), class_="problems")
    title = element("h2", "What changed since the lock", id="changes")
    return element("section", title, content, aria_labelledby="changes")


def _drifted(number: int, record: ClaimRecord) -> Markup:
    changes = element("ul", *(element("li", item["what"]) for item in record["drift"]), class_="reasons")
    return element("li", element("a", record["claim"], href=f"#claim-{number}", dir="auto"), changes)


def _boxed(title: str, content: Markup) -> Markup:
    return element("section", element("h4", title), content, class_="signoff void")
