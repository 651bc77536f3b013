"""`factcheck add`: from an address or a file to a source of the corpus."""

from __future__ import annotations

import hashlib
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import Corpus
from factcheck.cli import main
from factcheck.domain.source import Tier
from tests.web_site import ARTICLE, Answer, Site, moved, running_site

STORY = "The harbour office of Maren counted 48,200 passengers in 2023. It counts them every year.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project without a corpus, as current folder."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "pyproject.toml").write_text("[tool.factcheck]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


@pytest.fixture
def site() -> Iterator[Site]:
    with running_site() as running:
        yield running


def add(*arguments: object) -> int:
    return main(["add", "--allow-private", *map(str, arguments)])


def notes(project: Path) -> str:
    return (project / "corpus" / "sources.yaml").read_text(encoding="utf-8")


def corpus_of(project: Path) -> Corpus:
    return Corpus.open(project / "corpus", root=project)


def write(path: Path, text: str = STORY) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


# -- pages --------------------------------------------------------------------------------------------------------------


def test_a_page_is_kept_as_it_came_and_described(project: Path, site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.page("/2024/02/05/ferry", Answer(kind="text/plain; charset=utf-8"))
    assert add(site.page("/short", moved("/2024/02/05/ferry"))) == 0
    name = "127.0.0.1-ferry-2024-02-05.txt"
    assert (project / "corpus" / name).read_bytes() == ARTICLE
    lines = notes(project).splitlines()
    assert lines[:2] == [f"{name}:", f"  url: {site.url('/2024/02/05/ferry')}"]
    assert lines[2].startswith("  retrieved: 20")
    assert lines[2].endswith("Z")
    assert lines[3:] == [
        f"  sha256: {hashlib.sha256(ARTICLE).hexdigest()}",
        "  content_type: text/plain; charset=utf-8",
    ]
    out = capsys.readouterr().out.splitlines()
    assert out == [
        f"added     corpus/{name}: 2024-02-05, 25 words",
        f"          unknown: publisher; say it: factcheck add corpus/{name} --publisher NAME",
    ]
    corpus = corpus_of(project)
    assert not corpus.problems()
    source = corpus.source(name.removesuffix(".txt"))
    assert (source.url, source.content_type) == (site.url("/2024/02/05/ferry"), "text/plain; charset=utf-8")
    assert str(source.published) == "2024-02-05"


def test_what_the_user_knows_is_written_down(project: Path, site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    url = site.page("/ferry")
    facts = [
        "--publisher",
        "Coast: Wire",
        "--published",
        "2024-02-05",
        "--tier",
        "wire",
        "--tag",
        "figures",
        "--tag",
        "a, b",
    ]
    assert add(url, *facts, "--archive", "https://archive.example/1", "--into", "wire/2024") == 0
    assert "unknown" not in capsys.readouterr().out
    source = corpus_of(project).source("wire/2024/127.0.0.1-ferry")
    assert (source.publisher, source.tier, source.tags) == ("Coast: Wire", Tier.WIRE, ("figures", "a, b"))
    assert source.archive == "https://archive.example/1"


_GRAND = b"---\nid: harbour\ntitle: The ferry\ntier: primary\ntags: [figures]\n---\nThe ferry of Maren carried 99,000 passengers in 2023.\n"


@pytest.mark.parametrize(
    ("kind", "page", "name"),
    [
        pytest.param("text/plain", _GRAND, "127.0.0.1-a-harbour", id="front-matter"),
        pytest.param("text/markdown", _GRAND, "127.0.0.1-a-harbour", id="markdown"),
        pytest.param(
            "application/x-ndjson",
            b'{"id": "harbour", "title": "The ferry", "tier": "primary", "tags": ["figures"],'
            b' "text": "The ferry of Maren carried 99,000 passengers in 2023."}\n',
            "127.0.0.1-a-harbour",
            id="json-lines",
        ),
    ],
)
def test_a_page_has_no_say_in_its_own_rank(
    project: Path, site: Site, capsys: pytest.CaptureFixture[str], kind: str, page: bytes, name: str
) -> None:
    write(project / "corpus" / "harbour.txt")
    assert add(site.page("/a", Answer(page, kind=kind))) == 0
    assert "not taken over, for you to state: id harbour, tier primary, tags figures" in capsys.readouterr().out
    corpus = corpus_of(project)
    assert not corpus.problems()
    assert "48,200" in corpus.source("harbour").text
    source = corpus.source(name)
    assert (source.title, source.tier, source.tags) == ("The ferry", None, ())


def test_what_the_user_states_of_a_page_counts_whatever_it_says(project: Path, site: Site) -> None:
    assert add(site.page("/a", Answer(_GRAND, kind="text/plain")), "--tier", "party", "--tag", "letters") == 0
    source = corpus_of(project).source("127.0.0.1-a-harbour")
    assert (source.tier, source.tags) == (Tier.PARTY, ("letters",))


def test_a_file_of_the_desk_states_its_own_rank(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "own.md").write_bytes(_GRAND)
    assert add(project / "own.md") == 0
    assert "not taken over" not in capsys.readouterr().out
    assert corpus_of(project).source("harbour").tier is Tier.PRIMARY


def test_the_character_set_that_the_server_states_is_used(project: Path, site: Site) -> None:
    text = "Gościem portu był Wałęsa. The ferry carried 48,200 passengers in 2023, Wałęsa said."
    assert add(site.page("/a", Answer(text.encode("iso8859-2"), kind="text/plain; charset=ISO-8859-2"))) == 0
    source = corpus_of(project).source("127.0.0.1-a")
    assert "Wałęsa said" in source.text
    assert source.charset == "iso8859-2"


def test_again_is_a_no_op_that_says_so(project: Path, site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    url = site.page("/ferry")
    assert add(url) == 0
    before = notes(project)
    capsys.readouterr()
    assert add(url, url + "#top", site.page("/elsewhere")) == 0
    out = capsys.readouterr().out
    assert out.count("known     corpus/127.0.0.1-ferry.txt: 25 words (the same bytes are there already)") == 3
    assert "3 items: 3 known" in out
    assert notes(project) == before
    assert len(list((project / "corpus").iterdir())) == 2


def test_again_with_an_archive_writes_it_down(project: Path, site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    url = site.page("/ferry")
    add(url)
    assert add(url, "--archive", "https://archive.example/1") == 0
    assert "described corpus/127.0.0.1-ferry.txt" in capsys.readouterr().out
    assert notes(project).endswith("  archive: https://archive.example/1\n")


def test_a_page_whose_stamp_changes_but_not_its_text(
    project: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    url = site.page("/ferry", Answer(ARTICLE), Answer(ARTICLE + b"\n\nShare this article\n"))
    add(url)
    assert add(url) == 0
    assert "(the same text is there already)" in capsys.readouterr().out
    assert (project / "corpus/127.0.0.1-ferry.txt").read_bytes() == ARTICLE


def test_another_version_never_overwrites_silently(
    project: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = ARTICLE.replace(b"48,200", b"52,600")
    url = site.page("/ferry", Answer(ARTICLE), Answer(changed))
    add(url)
    assert add(url) == 1
    out = capsys.readouterr().out
    assert "FAILED    corpus/127.0.0.1-ferry.txt: A014 is there since 20" in out
    assert "--replace" in out
    assert (project / "corpus/127.0.0.1-ferry.txt").read_bytes() == ARTICLE
    assert add(url, "--replace") == 0
    assert "replaced  corpus/127.0.0.1-ferry.txt" in capsys.readouterr().out
    assert (project / "corpus/127.0.0.1-ferry.txt").read_bytes() == changed
    assert notes(project).count("sha256:") == 1
    corpus = corpus_of(project)
    assert not corpus.problems()
    assert "52,600" in corpus.source("127.0.0.1-ferry").text


def test_two_pages_of_one_name(project: Path, site: Site) -> None:
    one = site.page("/story?id=1")
    two = site.page("/story?id=2", Answer(ARTICLE.replace(b"48,200", b"12,000")))
    assert add(one, two) == 0
    assert len(list(corpus_of(project).sources())) == 2


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        pytest.param(Answer(b"\x89PNG\r\n", kind="image/png"), "A010", id="an-image"),
        pytest.param(Answer(b"{}", kind="application/json"), "A010", id="json"),
        pytest.param(Answer(b" \n"), "A011", id="nothing"),
        pytest.param(Answer(b"Share this article\n"), "A012", id="only-furniture"),
        pytest.param(Answer(status=403), "A006", id="turned-away"),
    ],
)
def test_what_is_no_source_stays_out(
    project: Path, site: Site, capsys: pytest.CaptureFixture[str], answer: Answer, code: str
) -> None:
    assert add(site.page("/bad", answer), site.page("/good")) == 1
    out = capsys.readouterr().out
    assert f" {code} " in out
    assert "added     corpus/127.0.0.1-good.txt" in out
    assert "2 items: 1 added, 1 failed" in out
    assert [path.name for path in sorted((project / "corpus").iterdir())] == ["127.0.0.1-good.txt", "sources.yaml"]


@pytest.mark.usefixtures("project")
def test_private_addresses_need_leave(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", site.page("/a")]) == 1
    assert "A003" in capsys.readouterr().out


@pytest.mark.usefixtures("project")
def test_without_httpx(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    monkeypatch.delitem(sys.modules, "factcheck.adapters.fetch", raising=False)
    monkeypatch.delattr("factcheck.adapters.fetch", raising=False)
    assert main(["add", "https://news.example/"]) == 1
    out = capsys.readouterr().out
    assert "A001 fetching pages needs httpx" in out
    assert "pip install 'pytest-factcheck[fetch]'" in out


def test_a_run_that_was_killed_between_file_and_entry_is_made_whole(
    project: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project / "corpus/127.0.0.1-ferry.txt", ARTICLE.decode())
    assert add(site.page("/ferry")) == 0
    assert "described corpus/127.0.0.1-ferry.txt" in capsys.readouterr().out
    assert f"  url: {site.url('/ferry')}\n" in notes(project)
    assert "sha256" in notes(project)


def test_a_sources_file_that_is_a_link_stays_one(project: Path, site: Site) -> None:
    shared = write(project.parent / "shared.yaml", "# kept elsewhere\n")
    (project / "corpus").mkdir()
    (project / "corpus/sources.yaml").symlink_to(shared)
    assert add(site.page("/ferry")) == 0
    assert (project / "corpus/sources.yaml").is_symlink()
    assert shared.read_text(encoding="utf-8").startswith("# kept elsewhere\n127.0.0.1-ferry.txt:\n")


PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Fewer on the ferry</title>
<meta property="og:site_name" content="Coast Wire"><meta property="article:published_time" content="2024-02-05T09:30:00Z">
<link rel="canonical" href="https://coast-wire.example/ferry"></head><body><nav><a href="/">Home</a></nav><article><h1>Fewer on the ferry</h1>
<p>The ferry to Maren Island carried 48,200 passengers in 2023, said Wałęsa of the harbour office.</p>
<p>It counted 52,600 in the year before, when the bridge was closed for repairs to its deck.</p></article></body></html>"""


def test_a_web_page_says_itself_who_published_it_and_when(
    project: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    url = site.page("/2024/02/09/ferry", Answer(PAGE.encode("iso8859-2"), kind="text/html; charset=ISO-8859-2"))
    assert add(url) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(
        "added     corpus/127.0.0.1-ferry-2024-02-09.html: “Fewer on the ferry”, Coast Wire, 2024-02-05, "
    )
    corpus = corpus_of(project)
    assert not corpus.problems()
    source = corpus.source("127.0.0.1-ferry-2024-02-09")
    assert "said Wałęsa of" in source.text
    assert (source.url, source.charset) == (url, "iso8859-2")
    assert "https://coast-wire.example/ferry" in source.based_on


@pytest.mark.usefixtures("project")
def test_a_page_that_a_browser_puts_together(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    empty = (
        b"<!doctype html><html><head><title>App</title></head><body><div id=root></div><script>1</script></body></html>"
    )
    assert add(site.page("/app", Answer(empty, kind="text/html"))) == 1
    out = capsys.readouterr().out
    assert f"{site.url('/app')}: A012 nothing can be read from it" in out
    assert "save it from there and add the file" in out


# -- files --------------------------------------------------------------------------------------------------------------


def test_a_file_is_copied_and_described(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = write(project.parent / "from the harbour.txt")
    assert add(report, "--publisher", "Maren Harbour Office", "--url", "https://harbour.example/2023") == 0
    assert (project / "corpus/from the harbour.txt").read_text(encoding="utf-8") == STORY
    assert report.exists()
    assert "say it: factcheck add 'corpus/from the harbour.txt' --published 2024-01-31" in capsys.readouterr().out
    source = corpus_of(project).source("from the harbour")
    assert (source.publisher, source.url) == ("Maren Harbour Office", "https://harbour.example/2023")
    assert add(report) == 0
    assert "the same bytes are there already" in capsys.readouterr().out


def test_more_about_a_file_that_is_there(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = write(project / "corpus/report.txt")
    assert add(report) == 0
    assert "known     corpus/report.txt: 15 words (it is there already)" in capsys.readouterr().out
    assert not (project / "corpus/sources.yaml").exists()
    assert add(report, "--published", "2024-02-05") == 0
    assert "described corpus/report.txt: 2024-02-05, 15 words (published written down)" in capsys.readouterr().out
    assert notes(project) == "report.txt:\n  published: 2024-02-05\n"


def test_the_nearest_sources_file_is_kept_by_hand_and_added_to(project: Path) -> None:
    write(project / "corpus/wire/old.txt")
    by_hand = "# our agencies\nold.txt:   # the first one\n  tier: wire\n"
    write(project / "corpus/wire/sources.yaml", by_hand)
    report = write(project.parent / "new.txt", STORY.replace("2023", "2022"))
    assert add(report, "--into", "wire", "--tier", "wire") == 0
    text = (project / "corpus/wire/sources.yaml").read_text(encoding="utf-8")
    assert text.startswith(f"{by_hand}new.txt:\n  retrieved: ")
    assert not (project / "corpus/sources.yaml").exists()
    assert corpus_of(project).source("wire/new").tier is Tier.WIRE


def test_several_sources_in_one_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = '{"text": "The ferry sank in 2023.", "published": "2024-01-01"}\n{"text": "The bridge opened in 1987."}\n'
    assert add(write(project.parent / "briefs.jsonl", lines)) == 0
    out = capsys.readouterr().out
    assert "corpus/briefs.jsonl: 2 sources, 10 words" in out
    assert "unknown: day of publication and publisher (for 2 of them)" in out


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        pytest.param("film.mp4", STORY, "A010", id="a-film"),
        pytest.param("sources.yaml", "a: 1\n", "A010", id="a-sources-file"),
        pytest.param("none.txt", "", "A012", id="empty"),
        pytest.param("page.txt", "<html><p>Hello.</p></html>", "A012", id="a-page-called-text"),
        pytest.param("bad.md", "---\ntier: wier\n---\nThe ferry sank.\n", "A012", id="bad-front-matter"),
    ],
)
def test_a_file_that_is_no_source_stays_out(
    project: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, code: str
) -> None:
    assert add(write(project.parent / name, text)) == 1
    assert f" {code} " in capsys.readouterr().out
    assert not (project / "corpus").exists()


@pytest.mark.parametrize("wrong", ["nowhere.txt", ".", "www.news.example/ferry", "a\0b"])
@pytest.mark.usefixtures("project")
def test_no_file(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(wrong) == 1
    assert " A013 " in capsys.readouterr().out


def test_another_file_of_that_name(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project / "corpus/ferry.txt", "The ferry sank in 2019.\n")
    report = write(project.parent / "ferry.txt")
    assert add(report) == 1
    assert "A014 is there and says something else" in capsys.readouterr().out
    assert add(report, "--into", "new") == 0
    assert add(report, "--replace") == 0


def test_a_file_that_differs_from_another_in_its_ending_alone(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project / "corpus/ferry.txt", "The ferry sank in 2019.\n")
    write(project / "corpus/ferry.jpg", "no text")
    assert add(write(project.parent / "ferry.md", "The ferry sank in 2018.\n")) == 0
    assert "endings are part of the ids of ferry.txt, ferry.md now" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["--published", "5 Feb 2024"], "--published: C203", id="no-day"),
        pytest.param(["--tier", "wier"], "--tier: C204", id="no-tier"),
        pytest.param(["--archive", "archive.example/1"], "--archive: C205", id="no-address"),
        pytest.param(["--tag", ""], "--tag: C206", id="no-tag"),
        pytest.param(["--into", "../elsewhere"], "S002 --into", id="out-of-the-corpus"),
        pytest.param(["--into", "/tmp"], "S002 --into", id="absolute"),  # noqa: S108
        pytest.param(["--into", "a/.git"], "S002 --into", id="hidden"),
        pytest.param(["other.txt", "--archive", "https://archive.example/1"], "S002 --archive", id="one-link-for-two"),
    ],
)
def test_bad_options_add_nothing(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: str
) -> None:
    assert add(write(project.parent / "ferry.txt"), *arguments) == 4
    caught = capsys.readouterr()
    assert code in caught.err
    assert not caught.out
    assert not (project / "corpus").exists()


def test_a_sources_file_with_a_fault_is_left_alone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project / "corpus/sources.yaml", "a.txt: [\n")
    assert add(write(project.parent / "ferry.txt")) == 4
    assert "corpus/sources.yaml:1:9: A015 has a fault: Y014" in capsys.readouterr().err
    assert notes(project) == "a.txt: [\n"
    assert not (project / "corpus/ferry.txt").exists()


def test_a_sources_file_in_another_shape_keeps_the_file_out(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project / "corpus/old.txt", "The bridge opened in 1987.\n")
    write(project / "corpus/sources.yaml", "{old.txt: {tier: wire}}\n")
    assert add(write(project.parent / "ferry.txt")) == 1
    out = capsys.readouterr().out
    assert "A015 is written so that nothing can be added to it safely" in out
    assert "ferry.txt:\n" in out
    assert not (project / "corpus/ferry.txt").exists()


def test_a_corpus_that_is_one_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project / "corpus", STORY)
    assert add(write(project.parent / "ferry.txt")) == 4
    assert "A016 the corpus is a single file" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project / "corpus/wire", "not a folder")
    assert add(write(project.parent / "ferry.txt"), "--into", "wire") == 1
    assert "A016 cannot be written" in capsys.readouterr().out


def test_a_file_that_was_changed_since_is_named(project: Path) -> None:
    add(write(project.parent / "ferry.txt"))
    write(project / "corpus/ferry.txt", STORY.replace("\n", "\r\n"))
    assert not corpus_of(project).problems()
    write(project / "corpus/ferry.txt", STORY.replace("48,200", "84,200"))
    (problem,) = corpus_of(project).problems()
    assert (problem.path, problem.code) == ("ferry.txt", "A019")
    assert len(corpus_of(project)) == 1


def test_many_at_once_lose_nothing(project: Path) -> None:
    """Several processes add at the same time: each entry of `sources.yaml` is there in the end."""
    files = [
        write(project.parent / f"report-{number}.txt", STORY.replace("48,200", str(1_000 + number)))
        for number in range(12)
    ]
    threads = [threading.Thread(target=add, args=(path,)) for path in files]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert notes(project).count("sha256:") == 12
    corpus = corpus_of(project)
    assert len(corpus) == 12
    assert not corpus.problems()
    assert not [path for path in (project / "corpus").iterdir() if path.name.startswith(".")]


def test_hostile_names_and_titles_are_made_visible(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = write(project.parent / "a.md", f'---\ntitle: "\\u202Efdp.exe \\e[31m"\n---\n\n{STORY}')
    assert add(report) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "<U+202E>" in out
