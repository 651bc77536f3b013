"""The worked example of `docs/verdicts.md` is what the product prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.cli import main

PAGE = Path(__file__).resolve().parents[2] / "docs" / "verdicts.md"


def test_the_worked_example_is_printed_as_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = PAGE.read_text(encoding="utf-8")
    (tmp_path / "corpus").mkdir()
    for name, source in re.findall(r"^`(corpus/[\w.-]+)`\n\n```markdown\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        (tmp_path / name).write_text(source, encoding="utf-8")
    ((sentence, told),) = re.findall(r'^\$ factcheck check "(.+)"\n(.*?)^```$', text, re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(tmp_path)
    main(["check", sentence])
    assert capsys.readouterr().out.strip() == told.strip()


def test_every_page_it_names_is_there() -> None:
    links = re.findall(r"\]\(([\w/.-]+\.md)\)", PAGE.read_text(encoding="utf-8"))
    assert links
    assert all((PAGE.parent / link).is_file() for link in links)
