"""Claim files in, claims or every fault out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from factcheck.claimfile import parse
from factcheck.domain.claim import (
    Appeared,
    Checks,
    Claim,
    DateCheck,
    EventCheck,
    ModelUse,
    NumberCheck,
    Policy,
    Review,
    Rung,
    Severity,
    Tolerance,
)
from factcheck.domain.verdict import Label
from factcheck.errors import ClaimFileError, Location

PATH = "claims/town.yaml"


def claims(text: str, *, defaults: Policy | None = None) -> tuple[Claim, ...]:
    return parse(text, path=PATH, defaults=defaults).claims


def one(body: str) -> Claim:
    """A claim with further keys."""
    (claim,) = claims(f"claims:\n- claim: The town has two bridges.\n{body}")
    return claim


def errors(text: str) -> list[ClaimFileError]:
    with pytest.raises(ExceptionGroup) as caught:
        parse(text, path=PATH)
    return [error for error in caught.value.exceptions if isinstance(error, ClaimFileError)]


def found(text: str) -> list[tuple[str, str]]:
    return [(error.code, str(error.where).removeprefix(PATH).lstrip(":")) for error in errors(text)]


def test_three_depths_in_one_file() -> None:
    first, second, third = claims(
        "suite: The town\n"
        "as_of: 2024-03-01\n"
        "policy: {severity: warn}\n"
        "tags: [town]\n"
        "claims:\n"
        "  - The town has two bridges.   # counted on the map\n"
        "  - id: budget\n"
        "    claim: The budget is about 2,500 crowns.\n"
        "    tags: [figures, town]\n"
        "    min_origins: 2\n"
        "  - id: vote\n"
        "    claim: The council voted in 2020 for a new school.\n"
        "    as_of: 2021-01-01\n"
        "    date: {value: 2020, of: the vote}\n"
        "    expect: contradicted\n"
    )
    warn = Policy(severity=Severity.WARN)
    assert first == Claim(
        sentence="The town has two bridges.",
        id="the-town-has-two-bridges-527754",
        location=Location(PATH, 6, 5),
        suite="The town",
        tags=("town",),
        as_of=date(2024, 3, 1),
        policy=warn,
    )
    assert second == replace(
        first,
        sentence="The budget is about 2,500 crowns.",
        id="budget",
        written_id=True,
        location=Location(PATH, 8, 12),
        tags=("town", "figures"),
        policy=replace(warn, min_origins=2),
    )
    assert third == replace(
        first,
        sentence="The council voted in 2020 for a new school.",
        id="vote",
        written_id=True,
        location=Location(PATH, 12, 12),
        as_of=date(2021, 1, 1),
        checks=Checks(date=(DateCheck("2020", "the vote"),)),
        expect=Label.CONTRADICTED,
    )


def test_the_file_itself_is_described() -> None:
    file = parse("suite: The town\nas_of: 2024-03-01\nclaims: ['It has a mill.']\n", path=PATH)
    assert (file.path, file.suite, file.as_of, len(file.claims)) == (PATH, "The town", date(2024, 3, 1), 1)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("  number: 2,500", Checks(number=(NumberCheck("2,500"),)), id="figure"),
        pytest.param("  number: [2, about 9]", Checks(number=(NumberCheck("2"), NumberCheck("about 9"))), id="figures"),
        pytest.param(
            "  number: {value: '2,500', of: trees, in: the park, tolerance: 5%}",
            Checks(number=(NumberCheck("2,500", "trees", "the park", Tolerance(Decimal("0.05"))),)),
            id="figure-with-keys",
        ),
        pytest.param("  date: 2020", Checks(date=(DateCheck("2020"),)), id="year"),
        pytest.param("  date: 2020-01-05", Checks(date=(DateCheck("2020-01-05"),)), id="day"),
        pytest.param("  quote: 010", Checks(quote=("010",)), id="quote-as-written"),
        pytest.param("  said_by: NO", Checks(said_by=("NO",)), id="name-as-written"),
        pytest.param("  said_by: [the mayor, the clerk]", Checks(said_by=("the mayor", "the clerk")), id="names"),
        pytest.param("  event: planned", Checks(event=(EventCheck(Rung.PLANNED),)), id="rung"),
        pytest.param(
            "  event:\n  - {status: called-for, of: the closure}\n  - denied",
            Checks(event=(EventCheck(Rung.CALLED_FOR, "the closure"), EventCheck(Rung.DENIED))),
            id="rungs",
        ),
    ],
)
def test_typed_checks_are_a_value_or_a_list(body: str, expected: Checks) -> None:
    assert one(body).checks == expected


@pytest.mark.parametrize(
    ("body", "attribute", "value"),
    [
        pytest.param("  note: see the map", "note", "see the map", id="note"),
        pytest.param("  claimant: the mayor", "claimant", "the mayor", id="claimant"),
        pytest.param(
            "  appeared: {url: 'http://example.org/a', day: 2024-01-02}",
            "appeared",
            Appeared("http://example.org/a", date(2024, 1, 2)),
            id="appeared",
        ),
        pytest.param("  recheck_by: 2025-02-28", "recheck_by", date(2025, 2, 28), id="recheck"),
        pytest.param("  valid_for: 30", "valid_for", 30, id="days"),
        pytest.param("  valid_for: 1 day", "valid_for", 1, id="one-day"),
        pytest.param("  valid_for: 6 weeks", "valid_for", 42, id="weeks"),
        pytest.param("  valid_for: 3 months", "valid_for", 90, id="months"),
        pytest.param("  expect: missing", "expect", Label.MISSING, id="expect"),
        pytest.param("  tags: 2024", "tags", ("2024",), id="tag-of-digits"),
        pytest.param("  tags: [a b, C++]", "tags", ("a b", "C++"), id="tags-that-are-no-identifiers"),
        pytest.param("  x-desk: {a: [1, 2]}", "note", None, id="own-keys-are-left-alone"),
    ],
)
def test_other_keys_of_a_claim(body: str, attribute: str, value: object) -> None:
    assert getattr(one(body), attribute) == value


def test_a_review_is_kept_as_signed() -> None:
    review = "{decision: override, by: the desk, day: 2024-05-02, until: 2024-06-01, reason: heard it}"
    expected = Review("override", "the desk", date(2024, 5, 2), date(2024, 6, 1), "heard it")
    assert one(f"  id: a\n  review: {review}").review == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("10%", Tolerance(Decimal("0.1")), id="percent"),
        pytest.param("'5 %'", Tolerance(Decimal("0.05")), id="percent-with-a-space"),
        pytest.param("2.5 per cent", Tolerance(Decimal("0.025")), id="per-cent"),
        pytest.param("0.1", Tolerance(Decimal("0.1")), id="fraction"),
        pytest.param(".1", Tolerance(Decimal("0.1")), id="fraction-without-a-zero"),
        pytest.param("0", Tolerance(Decimal(0)), id="exact"),
        pytest.param("1", Tolerance(Decimal(1), relative=False), id="one-is-a-difference"),
        pytest.param("250", Tolerance(Decimal(250), relative=False), id="difference"),
        pytest.param("2,500", Tolerance(Decimal(2500), relative=False), id="difference-in-thousands"),
    ],
)
def test_tolerances(written: str, expected: Tolerance) -> None:
    assert one(f"  tolerance: {written}").policy.tolerance == expected


def test_every_policy_key_can_stand_on_a_claim_in_the_file_and_in_the_configuration() -> None:
    configured = Policy(3, Tolerance(Decimal(7), relative=False), ("a",), Severity.INFO, ModelUse.OFF)
    keys = "min_origins: 2, tolerance: 1%, sources: ['!b', 'tier:wire'], severity: warn, model: auto"
    written = Policy(2, Tolerance(Decimal("0.01")), ("!b", "tier:wire"), Severity.WARN, ModelUse.AUTO)
    sentence = "claim: The town has two bridges."
    assert claims(f"claims: [{{{sentence}}}]", defaults=configured)[0].policy == configured
    assert claims(f"policy: {{{keys}}}\nclaims: [{{{sentence}}}]", defaults=configured)[0].policy == written
    assert claims(f"claims: [{{{sentence}, {keys}}}]", defaults=configured)[0].policy == written


def test_an_empty_list_of_filters_lifts_those_of_the_file() -> None:
    text = "policy: {sources: [a]}\nclaims: [{claim: It has a mill., sources: []}, {claim: It has a weir.}]"
    assert [claim.policy.sources for claim in claims(text)] == [(), ("a",)]


def test_ids_keep_accents_however_they_are_typed() -> None:
    assert claims("claims: ['Be\u0301la saw it.']")[0].id.startswith("béla-saw-it-")


def test_ids_made_from_sentences_are_short_readable_and_end_in_a_hash() -> None:
    text = "claims:\n- Über 2,500 Bäume, said the U.S. envoy, were felled between the two old bridges.\n- '你好 said nobody.'\n"
    first, second = claims(text)
    assert first.id == "über-2-500-bäume-said-the-u-s-envoy-were-felled-ae169b"
    assert second.id == "你好-said-nobody-d045b0"


FAULTS = [
    pytest.param("", [("F001", "")], id="empty-file"),
    pytest.param("# nothing yet", [("F001", "")], id="only-comments"),
    pytest.param("- It has a mill.", [("F002", "1:1")], id="list-without-a-key"),
    pytest.param("It has a mill.", [("F002", "1:1")], id="bare-sentence"),
    pytest.param("suite: a", [("F011", "1:1")], id="no-claims-key"),
    pytest.param("claims:", [("F004", "1:8")], id="claims-without-a-value"),
    pytest.param("claims: []", [("F004", "1:9")], id="empty-list-of-claims"),
    pytest.param("claims: It has a mill.", [("F012", "1:9")], id="claims-is-a-text"),
    pytest.param("claims: {a: b}", [("F012", "1:9")], id="claims-is-a-mapping"),
    pytest.param("policy: 3\nclaims: ['It has a mill.']", [("F012", "1:9")], id="policy-is-a-text"),
    pytest.param("suite: [a]\nclaims: ['It has a mill.']", [("F012", "1:8")], id="suite-is-a-list"),
    pytest.param("claims:\n- - It has a mill.", [("F012", "2:3")], id="two-dashes"),
    pytest.param("claims:\n- {}", [("F011", "2:3")], id="empty-mapping"),
    pytest.param("claims:\n-", [("F030", "2:2")], id="dash-without-a-sentence"),
    pytest.param("claims:\n- ''\n- ' '\n- claim:", [("F030", "2:3"), ("F030", "3:3"), ("F013", "4:9")], id="empty"),
    pytest.param("claims:\n- Ferry\n- Inflation.\n", [("F031", "2:3"), ("F031", "3:3")], id="one-word"),
    pytest.param("claims:\n- 2,500\n- 12:30\n- 5 per cent", [("F031", f"{n}:3") for n in (2, 3, 4)], id="only-figures"),
    pytest.param(f"claims:\n- {'very ' * 401}long", [("F032", "2:3")], id="too-long"),
    pytest.param('claims:\n- "The mill\\nburnt"', [("F033", "2:3")], id="line-break"),
    pytest.param('claims:\n- "The mill\\x07burnt"', [("F033", "2:3")], id="bell"),
    pytest.param("claims:\n- The mayor: no mill.", [("Y022", "2:3")], id="colon"),
    pytest.param("claims:\n- update: no mill.", [("Y022", "2:3")], id="colon-after-one-word"),
    pytest.param("claims:\n- 'The mayor': no mill.", [("Y022", "2:3")], id="colon-after-quotes"),
    pytest.param("claims:\n- claim:The mill burnt.", [("Y029", "2:3")], id="no-space-after-claim"),
    pytest.param("claims: [In May, it burnt]", [("F035", "1:10"), ("F035", "1:18")], id="sentences-in-brackets"),
    pytest.param("claims:\n- clam: It has a mill.", [("F010", "2:3")], id="misspelt-claim"),
    pytest.param(
        "claims:\n- claim: It has a mill.\n  note:\n  tags: [~]\n  quote: []",
        [("F013", "3:8"), ("F013", "4:10"), ("F013", "5:10")],
        id="keys-without-values",
    ),
    pytest.param(
        "claims:\n- claim: It has a mill.\n  as_of: 2024-02-30\n  recheck_by: 31/12/2024\n  date: [a]\n  valid_for: soon",
        [("F015", "3:10"), ("F015", "4:15"), ("F019", "6:14")],
        id="days",
    ),
    pytest.param(
        "policy: {min_origins: 0, tolerance: 120%, severity: eror, model: on, sources: [a, 'tir:wire', 'tier:wires']}\n"
        "claims: ['It has a mill.']",
        [
            (code, f"1:{n}")
            for code, n in [("F018", 23), ("F016", 37), ("F014", 53), ("F014", 66), ("F017", 83), ("F017", 95)]
        ],
        id="policy-values",
    ),
    pytest.param(
        "claims:\n- claim: It has a mill.\n  review: {decision: accept, by: me, day: 2024-02-01, until: 2024-01-01}",
        [("F023", "3:3"), ("F024", "3:3")],
        id="review-without-id-and-turned-round",
    ),
    pytest.param(
        "claims:\n- claim: It has a mill.\n  id: a\n  review: {decision: accept}",
        [("F011", "4:11"), ("F011", "4:11")],
        id="review-without-name-and-day",
    ),
    pytest.param("claims:\n- claim: It has a mill.\n  id: a/b", [("F020", "3:7")], id="id-with-a-slash"),
    pytest.param(f"claims:\n- claim: It has a mill.\n  id: {'a' * 81}", [("F020", "3:7")], id="id-too-long"),
    pytest.param(
        "claims:\n- It has a mill.\n- {claim: A b c, id: a}\n- It has a mill.\n- {claim: B b c, id: a}",
        [("F022", "4:3"), ("F021", "5:22")],
        id="twice",
    ),
    pytest.param("claims: [{claim: A b, id: a}, {claim: B c, id: a}]", [("F021", "1:48")], id="twice-on-a-line"),
    pytest.param(
        "claims:\n  - {id: a, claim: A b c, foo: 1}\n  - {id: a, claim: B c d, bar: 2}\n",
        [("F010", "2:27"), ("F021", "3:10"), ("F010", "3:27")],
        id="twice-beside-other-faults",
    ),
    pytest.param("claims:\n- claim: It has a mill.\n  tags: a, b", [("F036", "3:9")], id="comma-in-a-tag"),
    pytest.param(f"claims:\n- claim: It has a mill.\n  tags: {'a' * 81}", [("F037", "3:9")], id="long-tag"),
    pytest.param(
        "claims:\n- claim: It has a mill.\n  appeared: {url: 'javascript:alert(1)'}", [("F080", "3:19")], id="a-script"
    ),
    pytest.param(
        "claims:\n- claim: It has a mill.\n  appeared: {url: 'https://a.example/b c'}", [("F080", "3:19")], id="blanks"
    ),
    pytest.param(
        "claims:\n- claim: It has a mill.\n  number: {valu: 3}\n  event: {status: done}\n  quote:\n  - He said: no",
        [("F010", "3:12"), ("F014", "4:19"), ("Y022", "6:5")],
        id="typed-checks",
    ),
    pytest.param(
        "claims:\n- claim: It has 2,500 mills.\n  number: {value: 2,500, of: mills}\n  id: '#'",
        [("Y021", "3:21"), ("F020", "4:7")],
        id="bent-figure-and-bad-id",
    ),
    pytest.param('claims:\n- "No", he said.\n- claim: A b.\n  clam: 3', [("Y023", "2:3"), ("F010", "4:3")], id="both"),
]


@pytest.mark.parametrize(("text", "expected"), FAULTS)
def test_faults_have_a_code_and_a_place(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        pytest.param("claims:\n- claim: A b.\n  tolerence: 3", "did you mean `tolerance`?", id="nearest-key"),
        pytest.param("clams:\n- A b.", "did you mean `claims`?", id="nearest-key-of-the-file"),
        pytest.param(
            "min_origins: 2\nclaims: ['A b.']", "`min_origins` belongs under `policy:`", id="policy-key-in-file"
        ),
        pytest.param("expect: missing\nclaims: ['A b.']", "`expect` belongs on a claim", id="claim-key-in-file"),
        pytest.param(
            "claims: [{claim: A b., suite: x}]", "`suite` belongs at the top of the file", id="file-key-on-claim"
        ),
        pytest.param(
            "claims: [{claim: A b., value: 3}]", "`value` belongs under `number:`", id="key-of-a-check-on-claim"
        ),
        pytest.param(
            "claims: [{claim: A b., policy: {}}]",
            "write the policy keys right on the claim, for example `min_origins: 2`",
            id="policy-on-a-claim",
        ),
        pytest.param(
            "policy: {strict: 1}\nclaims: ['A b.']",
            "known keys here: min_origins, tolerance, sources, severity, model",
            id="no-key-is-near",
        ),
        pytest.param("claims: [{claim: A b., expect: suported}]", "did you mean `supported`?", id="nearest-word"),
        pytest.param("claims: [{claim: A b., as_of: 31/12/2024}]", "write 2024-12-31", id="day-first"),
        pytest.param("claims: [{claim: A b., as_of: 3.4.2024}]", "write 2024-03-04 or 2024-04-03", id="two-readings"),
        pytest.param("claims: [{claim: A b., as_of: May}]", "write it like 2024-01-31", id="no-reading"),
        pytest.param("claims: [{claim: A b., id: a b!}]", "for example `a-b`", id="id"),
        pytest.param("claims: [{claim: A b., sources: 'publishr:x'}]", "did you mean `publisher`?", id="filter-kind"),
        pytest.param("claims: [{claim: A b., sources: 'tier:wires'}]", "did you mean `wire`?", id="tier"),
        pytest.param("claims: [{claim: A b., sources: '!status:retract'}]", "did you mean `retracted`?", id="status"),
        pytest.param(
            "claims: [{claim: A b., sources: 'status:old'}]",
            "status: one of current, corrected, retracted",
            id="no-status",
        ),
        pytest.param("claims: [{claim: A b., tags: 'a, b'}]", "write a list: [a, b]", id="tags"),
    ],
)
def test_mends_name_the_nearest_good_thing(text: str, mend: str) -> None:
    assert [error.mend for error in errors(text)] == [mend]


def test_a_fault_reads_as_one_line_and_its_mend() -> None:
    (error,) = errors("claims:\n- claim: A b.\n  tolerence: 3")
    assert str(error) == f"{PATH}:3:3: F010 unknown key `tolerence`\n  mend: did you mean `tolerance`?"


def test_at_most_a_hundred_faults_are_shown_and_the_rest_counted() -> None:
    with pytest.raises(ExceptionGroup, match="250 faults, the first 100 shown") as caught:
        parse("claims:\n" + "- 5\n" * 250, path=PATH)
    assert len(caught.value.exceptions) == 100


@pytest.mark.parametrize(
    ("written", "column"),
    [
        pytest.param("- It has a mill.", (2, 3), id="sentence"),
        pytest.param("- '  It has a mill.'", (2, 6), id="white-space-inside-quotes"),
        pytest.param("- claim: >-\n\n    It has a mill.", (4, 5), id="block"),
        pytest.param("-   claim: |-   # why\n      It has a mill.", (3, 7), id="block-with-a-comment"),
        pytest.param('- claim:\n    "It has a mill."', (3, 6), id="on-the-next-line"),
    ],
)
def test_the_place_of_a_claim_is_its_first_letter(written: str, column: tuple[int, int]) -> None:
    (claim,) = claims(f"claims:\n{written}\n")
    assert claim.sentence == "It has a mill."
    assert claim.location == Location(PATH, *column)


@pytest.mark.parametrize(
    ("own", "valid_for", "recheck_by"),
    [
        pytest.param("", 90, date(2024, 6, 1), id="from-the-file"),
        pytest.param("valid_for: 2 weeks", 14, None, id="own-span-alone"),
        pytest.param("recheck_by: 2024-01-01", None, date(2024, 1, 1), id="own-day-alone"),
    ],
)
def test_shelf_life_of_a_file_holds_for_claims_without_one(
    own: str, valid_for: int | None, recheck_by: date | None
) -> None:
    text = f"valid_for: 90d\nrecheck_by: 2024-06-01\nclaims:\n  - claim: The town has a mill.\n    {own}\n"
    claim = parse(text, path="a.yaml").claims[0]
    assert (claim.valid_for, claim.recheck_by) == (valid_for, recheck_by)


@pytest.mark.parametrize(
    "key",
    [
        pytest.param("review:\n      decision: accept\n      by: Jo #1\n      day: 2024-01-12", id="review"),
        pytest.param("number:\n      value: 5 #1", id="number"),
        pytest.param("date: {value: *a}", id="date"),
    ],
)
def test_a_required_value_that_yaml_bends_is_a_fault_and_no_crash(key: str) -> None:
    with pytest.raises(ExceptionGroup) as raised:
        parse(f"claims:\n  - id: b\n    claim: The town has a mill.\n    {key}\n", path="a.yaml")
    assert all(isinstance(fault, ClaimFileError) for fault in raised.value.exceptions)
