"""docs/errors.md: every code has a section, and every example there does what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.claimfile import parse
from factcheck.claimfile.typed import check_faults
from factcheck.errors import ClaimFileError

ROOT = Path(__file__).resolve().parents[2]
CODE = re.compile(r"""["']([A-Z]\d{3})["']""")
SECTION = re.compile(r"^## ([A-Z]\d{3}) (.+)$", re.MULTILINE)
EXAMPLE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)

PAGE = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
PARTS = SECTION.split(PAGE)
SECTIONS = {PARTS[at]: PARTS[at + 2] for at in range(1, len(PARTS), 3)}
SHOWN = {
    code: examples for code, body in SECTIONS.items() if code[0] in "YF" and len(examples := EXAMPLE.findall(body)) == 2
}


def codes_of(text: str) -> set[str]:
    try:
        claims = parse(text, path="a.claims.yaml").claims
    except ExceptionGroup as group:
        return {error.code for error in group.exceptions if isinstance(error, ClaimFileError)}
    return {error.code for claim in claims for error in check_faults(claim)}


def test_every_code_in_the_source_has_one_section_and_every_section_its_code() -> None:
    used = {code for file in (ROOT / "factcheck").rglob("*.py") for code in CODE.findall(file.read_text("utf-8"))}
    headings = PARTS[1::3]
    assert sorted(headings) == sorted(set(headings))
    assert used == set(headings)


@pytest.mark.parametrize("code", SHOWN)
def test_the_wrong_example_gives_exactly_its_code(code: str) -> None:
    assert codes_of(SHOWN[code][0]) == {code}


@pytest.mark.parametrize("code", SHOWN)
def test_the_mended_example_has_no_fault(code: str) -> None:
    assert codes_of(SHOWN[code][1]) == set()


@pytest.mark.parametrize("code", [code for code in SECTIONS if code[0] in "YF"])
def test_every_section_says_what_to_do_instead(code: str) -> None:
    assert "Instead:" in SECTIONS[code]
