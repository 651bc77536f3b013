"""What an editor reads first: the decision, the counts, what is wrong with the run, and the table."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from factcheck.domain.verdict import Label
from factcheck.reports.concerns import concerns, needs_a_look
from factcheck.reports.gate import Decision, count
from factcheck.reports.html_page.claim import shape
from factcheck.reports.html_page.markup import Markup, element, joined
from factcheck.reports.outcome import ClaimOutcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.reports.record import ClaimRecord
    from factcheck.reports.run_record import ProblemRecord, RunRecord

_DECISIONS = {
    Decision.PUBLISH: "Publish",
    Decision.DO_NOT_PUBLISH: "Do not publish",
    Decision.PARTIAL: "Partial run: no decision",
}
_CLASSES = {
    Decision.PUBLISH: "publish",
    Decision.DO_NOT_PUBLISH: "do-not-publish",
    Decision.PARTIAL: "partial",
}
_NODE_IDS = re.compile(r" \([^()]*::[^()]*\)")
_URGENT = (ClaimOutcome.FAILED, ClaimOutcome.WARNED, ClaimOutcome.SKIPPED, ClaimOutcome.PASSED)


def title_of(run: RunRecord) -> str:
    """The decision in words, or how many claims passed where no gate was asked."""
    if run.gate:
        return _DECISIONS[run.gate.decision]
    passed = sum(record["outcome"] == ClaimOutcome.PASSED for record in run.claims)
    if passed == len(run.claims):
        return f"{count(passed, 'claim')} passed" if passed else "No claim was checked"
    return f"{passed} of {count(len(run.claims), 'claim')} passed"


def masthead(run: RunRecord) -> Markup:
    """The decision and why."""
    against = f", against {count(run.corpus['sources'], 'source')}" if run.corpus else ""
    kicker = joined(["Fact-check of ", element("time", run.today.isoformat(), datetime=run.today.isoformat()), against])
    return element(
        "header",
        element("p", kicker, class_="kicker"),
        element("h1", title_of(run), id="decision"),
        *(element("p", reason, class_="why") for reason in _reasons(run)),
        class_="masthead " + (_CLASSES[run.gate.decision] if run.gate else "ungated"),
    )


def _reasons(run: RunRecord) -> Iterator[str]:
    """Why the gate decided so, one reason a line, without the node ids: the claims themselves stand below."""
    if run.gate is None:
        yield "The gate was not asked: this page is no decision to publish."
        return
    for reason in _NODE_IDS.sub("", run.gate.why).split("; "):
        yield reason[:1].upper() + reason[1:] + "."


def counts(claims: Sequence[ClaimRecord]) -> Markup | None:
    """How many claims have each verdict, and how they came out."""
    if not claims:
        return None
    verdicts = Counter(record["verdict"] for record in claims)
    outcomes = Counter(record["outcome"] for record in claims)
    tiles = [
        element(
            "li", shape(label), element("b", f"{verdicts[label]:,}"), element("span", label.value), class_=label.value
        )
        for label in Label
    ]
    came = ", ".join(f"{outcomes[outcome]:,} {outcome}" for outcome in ClaimOutcome if outcomes[outcome])
    return element(
        "section",
        element("h2", "At a glance", id="glance"),
        element("ul", *tiles, class_="tiles"),
        element("p", f"{count(len(claims), 'claim')}: {came}.", class_="tally"),
        aria_labelledby="glance",
    )


def problems(run: RunRecord) -> Iterator[Markup]:
    """Faults of claim files and unreadable sources, then what is worth knowing about the corpus."""
    if run.problems:
        yield element(
            "section",
            element("h2", "What is wrong with this run", id="problems"),
            element("ul", *map(_problem, run.problems), class_="problems"),
            aria_labelledby="problems",
        )
    if run.notes:
        summary = element("summary", f"{count(len(run.notes), 'note')} on the corpus")
        yield element("details", summary, element("ul", *map(_problem, run.notes), class_="problems"), class_="notes")


def _problem(problem: ProblemRecord) -> Markup:
    place = ":".join(str(part) for part in (problem["path"], problem["line"], problem["column"]) if part)
    where = joined([element("code", place) if place else None, f"{problem['code']} {problem['what']}"], " ")
    mend = element("span", f" {problem['mend']}", class_="mend") if problem["mend"] else None
    return element("li", where, mend)


def table(claims: Sequence[ClaimRecord]) -> Markup | None:
    """One row for each claim, those that did not pass first, and a form that narrows the page down."""
    if not claims:
        return None
    heads = [element("th", title, scope="col") for title in ("Result", "Claim", "Verdict", "Best source")]
    numbered = sorted(enumerate(claims, start=1), key=_urgency)
    rows = [_row(record, number) for number, record in numbered]
    return element(
        "section",
        element("h2", "All claims", id="overview-table"),
        _form(claims),
        element(
            "table", element("thead", element("tr", *heads)), element("tbody", *rows), aria_labelledby="overview-table"
        ),
        aria_labelledby="overview-table",
    )


def _urgency(item: tuple[int, ClaimRecord]) -> tuple[bool, int]:
    _, record = item
    return not needs_a_look(record), _URGENT.index(ClaimOutcome(record["outcome"]))


def _form(claims: Sequence[ClaimRecord]) -> Markup:
    """Hidden until the script is there to answer it."""
    outcomes = Counter(record["outcome"] for record in claims)
    present = [outcome.value for outcome in ClaimOutcome if outcomes[outcome]]
    choices = [("", f"all {len(claims):,}"), *((outcome, f"{outcome} {outcomes[outcome]:,}") for outcome in present)]
    radios = [
        element(
            "label",
            element("input", type="radio", name="outcome", value=value, checked=not value),
            element("span", label),
        )
        for value, label in choices
    ]
    verdicts = [element("option", "any verdict", value="")]
    verdicts += [element("option", label.value, value=label.value) for label in Label]
    return element(
        "form",
        element("fieldset", element("legend", "Result"), *radios),
        element("label", element("span", "Verdict"), element("select", *verdicts, name="verdict")),
        element(
            "label",
            element("span", "Words"),
            element(
                "input", type="search", name="words", placeholder="in a claim, a quote or a source", autocomplete="off"
            ),
        ),
        element("p", role="status", id="shown"),
        id="filter",
        hidden=True,
    )


def _row(record: ClaimRecord, number: int) -> Markup:
    link = element("a", record["claim"], href=f"#claim-{number}", dir="auto")
    where = f"{record['file']}:{record['line']}" if record["file"] else record["id"]
    origins = record["origins"]
    both = f"{origins['supports']} for, {origins['refutes']} against"
    detail = record["reason"] or (both if any(origins.values()) else "")
    standing = [concern.title for concern in concerns(record)] + (["signed off"] if record["signed_off"] else [])
    return element(
        "tr",
        element("td", element("span", record["outcome"], class_=f"outcome {record['outcome']}")),
        element("th", link, element("span", where, class_="place"), *_badges(standing), scope="row"),
        element(
            "td",
            shape(record["verdict"]),
            record["verdict"],
            element("span", detail, class_="detail") if detail else None,
        ),
        element("td", _best(record)),
        data_claim=f"claim-{number}",
    )


def _badges(standing: Sequence[str]) -> Iterator[Markup]:
    for words in dict.fromkeys(standing):
        yield element("span", words, class_="badge")


def _best(record: ClaimRecord) -> Markup | str:
    near = not record["evidence"]
    items = record["near_misses"] if near else record["evidence"]
    if not items:
        return "none"
    best = items[0]
    lead = element("i", "near miss: ") if near else None
    day = element("span", best["published"] or "no date", class_="detail")
    return joined([lead, element("bdi", best["publisher"] or best["source"]), day])
