"""Every command on every page of the documentation is run, in the order of the page, and prints what the page shows."""

from __future__ import annotations

import os
import re
import runpy
import shlex
import shutil
import ssl
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np  # noqa: F401  (loaded once out here: extension modules do not survive pytester's clean-up)
import onnxruntime  # noqa: F401
import pytest
import tokenizers  # noqa: F401
import trafilatura  # noqa: F401
import trustme

from docs import generate
from factcheck import cli, settings
from tests.pages import (
    DOCS,
    FENCE,
    PAGES,
    ROOT,
    Command,
    Edit,
    Python,
    Setup,
    Step,
    Write,
    commands,
    edited,
    name_of,
    printed_as_told,
    steps,
    text_of,
)
from tests.plugin.conftest import Desk
from tests.web_site import Answer, running_site, running_tunnel

TODAY = date(2024, 2, 12)
SITE = "news.example"
SITE_PAGES = DOCS.parent / "tests" / "data" / "news.example"

NOT_RUN = {
    "python -m pip install . && python -m pytest claims/": "installs from the network; .ci/run runs it",
    "python -m pip install '.[dev]' && python -m pytest": "installs from the network; .ci/run runs it",
    "python -m pip install -e newsroom": "installs into the environment of the tests; they register its entry points by themselves",
}


class Reader:
    """Somebody who does what a page says."""

    def __init__(self, desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.desk = desk
        self.monkeypatch = monkeypatch
        self.capsys = capsys
        self.status = 0

    def do(self, step: Step) -> None:
        match step:
            case Command(line, told, at):
                if line not in NOT_RUN:
                    printed = self.run(line)
                    assert printed_as_told(printed, told), (
                        f"line {at}: $ {line}\nprints:\n{printed}\nand is told:\n{told}"
                    )
                elif "-e " in line:
                    self.register(Path(line.rpartition(" ")[2]))
            case Write(name, text, append):
                path = Path(name)
                path.parent.mkdir(parents=True, exist_ok=True)
                before = path.read_text(encoding="utf-8") if append else ""
                path.write_text(before + text, encoding="utf-8")
            case Edit(name, diff):
                path = Path(name)
                path.write_text(edited(path.read_text(encoding="utf-8"), diff), encoding="utf-8")
            case Setup("checkout"):
                self.check_out()
            case Setup(what):
                self.run(what)
            case Python(text):
                exec(compile(text, "page", "exec"), {"__name__": "page"})  # noqa: S102

    def run(self, line: str) -> str:
        """What a command prints, errors included."""
        words = shlex.split(line, comments=True)
        self.capsys.readouterr()
        with self.monkeypatch.context() as patch:
            while re.fullmatch(r"[A-Z_]+=.*", words[0]):
                patch.setenv(*words.pop(0).split("=", 1))
            printed = self.program(*words)
        caught = self.capsys.readouterr()
        return printed or caught.out + caught.err

    def program(self, name: str, *arguments: str) -> str:
        """Run a program, in this process where that is possible.

        Returns:
            Its output if it was not written to the standard streams.
        """
        match name, arguments:
            case "factcheck", _:
                self.status = self.main(arguments)
            case "pytest", _:
                result = self.desk.run(*arguments)
                self.status = int(result.ret)
                return result.stdout.str() + result.stderr.str()
            case "python", (script,):
                runpy.run_path(script, run_name="__main__")
                self.status = 0
            case "cd", (folder,):
                self.monkeypatch.chdir(folder)
            case "cat", (file,):
                return Path(file).read_text(encoding="utf-8")
            case "mv" | "rm", (file, *rest):
                Path(file).replace(rest[0]) if rest else Path(file).unlink()
            case "echo", ("$?",):
                return f"{self.status}\n"
            case _:
                pytest.fail(f"nobody knows how to run: {name} {shlex.join(arguments)}")
        return ""

    def main(self, arguments: tuple[str, ...]) -> int:
        try:
            return cli.main(arguments)
        except SystemExit as stop:
            return int(stop.code or 0)

    def check_out(self) -> None:
        """The claims and the corpus of this repository, and its article."""
        for folder in ("claims", "corpus"):
            shutil.copytree(ROOT / folder, folder)
        Path("docs").mkdir()
        shutil.copy(DOCS / "draft-example.md", "docs")
        table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["factcheck"]
        lines = [f"{key} = {value!r}" for key, value in table.items()]
        Path("pyproject.toml").write_text("\n".join(["[tool.factcheck]", *lines, ""]), encoding="utf-8")

    def register(self, folder: Path) -> None:
        """What an editable install does: the folder on the path, and the entry points of its `pyproject.toml`."""
        project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        kept = folder / f"{project['name']}-{project['version']}.dist-info"
        kept.mkdir()
        (kept / "METADATA").write_text(f"Name: {project['name']}\nVersion: {project['version']}\n", encoding="utf-8")
        lines = []
        for group, points in project["entry-points"].items():
            lines += [f"[{group}]", *(f"{name} = {value}" for name, value in points.items())]
        (kept / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
        self.monkeypatch.syspath_prepend(folder.resolve())


@pytest.fixture
def reader(bare: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Reader]:
    """A reader in an empty folder, on one day, without a network."""
    for place in ("factcheck.adapters.project.today", "factcheck.app.clock_today"):
        monkeypatch.setattr(place, lambda: TODAY)
    for name in ("GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(bare.pytester.path)
    before = set(sys.modules)
    yield Reader(bare, monkeypatch, capsys)
    here = os.fspath(bare.pytester.path)
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(here):
            del sys.modules[name]


@pytest.fixture
def news_site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """https://news.example as the pages speak of it, reached through a proxy on this machine."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(SITE).configure_cert(context)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    with running_site(context) as site, running_tunnel(SITE, site.server_port) as proxy:
        for file in SITE_PAGES.rglob("*.html"):
            path = "/" + file.relative_to(SITE_PAGES).as_posix().removesuffix(".html")
            site.page(path, Answer(file.read_bytes(), kind="text/html; charset=utf-8"))
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.setenv("HTTPS_PROXY", proxy)
        yield


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(page, id=name_of(page))
        for page in PAGES
        if any(isinstance(step, Command | Python) for step in steps(page))
    ],
)
@pytest.mark.usefixtures("news_site")
def test_the_page_happens_as_told(page: Path, reader: Reader) -> None:
    for step in steps(page):
        reader.do(step)


# -- nothing is left out ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", [pytest.param(page, id=name_of(page)) for page in PAGES])
def test_no_command_stands_where_nobody_runs_it(page: Path) -> None:
    text = text_of(page)
    for found in FENCE.finditer(text):
        language, body = found["language"], found["text"] or ""
        if language in {"sh", "bash", "shell", "zsh"}:
            assert not [line for line in body.splitlines() if line not in NOT_RUN]
        elif language != "console":
            assert not re.search(r"^\s*\$ ", body, re.MULTILINE)
    assert text.count("\n```") == 2 * sum(1 for found in FENCE.finditer(text) if found["text"] is not None)
    assert not re.search(r"^[ \t]+```", text, re.MULTILINE)


def test_the_list_of_what_is_not_run_is_no_longer_than_needed() -> None:
    blocks = [
        found for page in PAGES for found in FENCE.finditer(text_of(page)) if found["language"] in {"console", "sh"}
    ]
    lines = {line.removeprefix("$ ") for found in blocks for line in found["text"].splitlines()}
    assert NOT_RUN.keys() <= lines
    assert all(line.startswith("python -m pip install ") and reason for line, reason in NOT_RUN.items())


INLINE = re.compile(r"`((?:factcheck|pytest) [^`\n]+)`")
OF_PYTEST = {"-k", "-m", "-n", "-x", "-q", "-v", "-rs", "--lf", "--junitxml", "--collect-only", "--deselect", "-p"}


@pytest.mark.parametrize("page", [pytest.param(page, id=name_of(page)) for page in PAGES])
def test_commands_in_running_text_name_what_there_is(page: Path) -> None:
    below = generate._below_commands(cli.parser())
    ours = {row.name.strip("`").split()[0] for row in generate._plugin().options}
    for command in INLINE.findall(text_of(page)):
        program, *words = command.replace("\\|", " ").split()
        options = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)}
        if program == "pytest":
            assert options <= OF_PYTEST | ours, command
            continue
        found, _ = below.get(words[0], (None, ""))
        assert found, command
        known = {option for action in generate._actions(found) for option in action.option_strings}
        for name, (further, _) in generate._below_commands(found).items():
            if name in words:
                known |= {option for action in generate._actions(further) for option in action.option_strings}
        assert options <= known, command


@pytest.mark.parametrize("page", [pytest.param(page, id=name_of(page)) for page in PAGES])
def test_the_settings_that_are_shown_exist(page: Path) -> None:
    for found in FENCE.finditer(text_of(page)):
        if found["language"] == "toml":
            table = tomllib.loads(found["text"]).get("tool", {}).get("factcheck", {})
            assert table.keys() <= set(settings.KEYS)


# -- the reader of pages is no pushover ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "told", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\nb\n", "a\n", False),
        ("a\nb\n", "b\n", False),
        ("a\nb\nc\n", "a\n...\nc\n", True),
        ("a\nc\n", "a\n...\nc\n", True),
        ("a\nb\n", "...\n", True),
        ("", "...\n", True),
        ("a\n", "", False),
        ("took 12 ms\n", "took ... ms\n", True),
        ("took 12 s\n", "took ... ms\n", False),
        ("=== 2 passed in 0.12s ===\n", "====== 2 passed ======\n", True),
        ("=== 2 passed in 0.12s ===\n", "=== 3 passed ===\n", False),
        ("2 passed in 1.12s\n", "2 passed\n", True),
        ("rootdir: /tmp/x\na\n", "a\n", True),
    ],
)
def test_what_is_printed_is_compared_with_what_is_told(printed: str, told: str, same: bool) -> None:  # noqa: FBT001
    assert printed_as_told(printed, told) is same


def test_a_wrong_output_a_wrong_command_and_a_wrong_edit_are_noticed(reader: Reader) -> None:
    (wrong,) = commands("$ factcheck init .\nwrote a novel\n", at=7)
    with pytest.raises(AssertionError, match=r"line 7: \$ factcheck init"):
        reader.do(wrong)
    with pytest.raises(pytest.fail.Exception, match="nobody knows how to run: curl"):
        reader.do(Command("curl https://news.example", "", 1))
    reader.do(Write("a.txt", "one\n"))
    with pytest.raises(AssertionError, match="these lines stand 0 times"):
        reader.do(Edit("a.txt", "- two\n+ three\n"))
