"""`Checker`: the Python API, and the verdicts that it keeps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from factcheck import Checker, Claim, Corpus, Label, Policy, SettingsError, Source
from factcheck.app import Settings, clock_today, open_checker
from factcheck.domain.source import Passage
from factcheck.domain.verdict import Verdict
from factcheck.reports.record import verdict_text
from factcheck.retrieval.feedback import FEW
from tests.unit import tiny_model

TEXT = "The bridge to Maren Island opened in 1987."
TRUE, FALSE, UNKNOWN = TEXT, "The bridge to Maren Island opened in 1978.", "A return ticket costs 12 euros."
NEAR = "The bridge to Maren Island opened in 1987 and cost 3 million euros."
GARDENS = "\n\n".join(["", *(f"The garden of house {number} is full of roses." for number in range(8))])


@pytest.fixture
def checker() -> Checker:
    return Checker(Corpus.from_texts([TEXT]))


def test_verdicts_with_their_evidence(checker: Checker) -> None:
    verdict = checker.check(TRUE)
    assert verdict.label is Label.SUPPORTED
    assert str(verdict.label) == "supported"
    assert verdict.evidence[0].quote == TEXT
    assert TEXT in verdict.explain()
    assert checker.check(FALSE).label is Label.CONTRADICTED
    assert checker.check(UNKNOWN).reason is not None


def test_many_claims_lazily_and_in_order(checker: Checker) -> None:
    asked = []

    def claims() -> Iterator[str]:
        for sentence in (TRUE, FALSE, UNKNOWN):
            asked.append(sentence)
            yield sentence

    verdicts = checker.check_many(claims())
    assert next(verdicts).label is Label.SUPPORTED
    assert asked == [TRUE]
    assert [verdict.label for verdict in verdicts] == [Label.CONTRADICTED, Label.MISSING]


def test_options_hold_for_sentences_and_claims_bring_their_own() -> None:
    strict = Checker(Corpus.from_sources([Source(text=TEXT, id="a")]), min_origins=2)
    assert strict.check(TRUE).label is Label.MISSING
    assert strict.check(Claim(TRUE, policy=Policy(min_origins=1))).label is Label.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "error"),
    [
        pytest.param("", ValueError, id="empty"),
        pytest.param(" \n", ValueError, id="blank"),
        pytest.param(None, TypeError, id="nothing"),
        pytest.param(["A fact."], TypeError, id="list"),
    ],
)
def test_what_is_no_claim(checker: Checker, claim: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        checker.check(claim)


@pytest.mark.parametrize("one", [pytest.param(TRUE, id="sentence"), pytest.param(Claim(TRUE), id="claim")])
def test_one_claim_is_not_many(checker: Checker, one: str) -> None:
    with pytest.raises(TypeError, match="not one claim"):
        checker.check_many(one)


def test_bad_options_are_found_at_the_door() -> None:
    with pytest.raises(SettingsError, match="min_origins"):
        Checker(Corpus.from_texts([TEXT]), min_origins=0)
    with pytest.raises(SettingsError, match="tolerance"):
        Checker(Corpus.from_texts([TEXT]), tolerance="much")


def settings(root: Path) -> Settings:
    return Settings(root=root, corpus=root / "corpus", claims=(root / "claims",), today=clock_today())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "island.txt").write_text(TEXT + "\n", encoding="utf-8")
    return tmp_path


def test_kept_verdicts_are_found_again(root: Path) -> None:
    claims = [Claim(TRUE, id="a"), Claim(UNKNOWN, id="b")]
    first = open_checker(settings(root))
    assert first.look_up(claims) == [None, None]
    texts = [first.verdict_text(claim) for claim in claims]
    first.write_kept()
    second = open_checker(settings(root))
    kept = second.look_up(claims)
    assert [second.verdict_text(claim, kept=data) for claim, data in zip(claims, kept, strict=True)] == texts
    assert None not in kept


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(Claim(FALSE), id="sentence"),
        pytest.param(Claim(TRUE, expect=Label.CONTRADICTED), id="expectation"),
        pytest.param(Claim(TRUE, policy=Policy(min_origins=2)), id="policy"),
        pytest.param(Claim(TRUE, as_of=clock_today()), id="as-of"),
    ],
)
def test_another_claim_is_judged_anew(root: Path, other: Claim) -> None:
    checker = open_checker(settings(root))
    checker.verdict_text(Claim(TRUE))
    assert checker.look_up([Claim(TRUE, id="same-words", tags=("x",))]) != [None]
    assert checker.look_up([other]) == [None]


def test_another_corpus_is_judged_anew(root: Path) -> None:
    open_checker(settings(root)).verdict_text(Claim(TRUE))
    (root / "corpus" / "news.txt").write_text("The bridge was closed to cars in 2015.\n", encoding="utf-8")
    assert open_checker(settings(root)).look_up([Claim(TRUE)]) == [None]


def reused(root: Path, claim: Claim, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the verdict on a claim is given without being weighed again; it is the same as one that is."""
    weighed = []
    real = Checker._weigh

    def weigh(self: Checker, claim: Claim, passages: Sequence[Passage]) -> Verdict:
        weighed.append(claim)
        return real(self, claim, passages)

    with monkeypatch.context() as patch:
        patch.setattr(Checker, "_weigh", weigh)
        said = open_checker(settings(root)).verdict_text(claim)
    assert said == verdict_text(Checker(Corpus.open(root / "corpus", root=root)).check(claim))
    return not weighed


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        pytest.param("harvest.txt", "Apples were picked early.", True, id="a-source-on-something-else"),
        pytest.param("news.txt", "The bridge to Maren Island opened in 1987.", False, id="a-source-on-the-same-thing"),
        pytest.param("island.txt", TEXT + GARDENS.replace("7", "9"), False, id="the-deciding-source-says-more"),
        pytest.param("island.txt", TEXT + GARDENS.replace("house 0", "house 9"), False, id="the-sentence-behind"),
        pytest.param("other-0.txt", "Shop 0 sold cakes.", True, id="a-passage-that-does-not-bear-on-it"),
        pytest.param("island.txt", "Publisher unknown.\n\n" + TEXT + GARDENS, False, id="the-passage-stands-elsewhere"),
        pytest.param("sources.yaml", "island.txt: {publisher: Island News}", False, id="its-metadata"),
    ],
)
@pytest.mark.parametrize("sentence", [pytest.param(TRUE, id="evidence"), pytest.param(NEAR, id="near-miss")])
def test_a_changed_corpus_that_leaves_the_passages_alone_leaves_the_verdict(
    root: Path, monkeypatch: pytest.MonkeyPatch, sentence: str, path: str, text: str, *, expected: bool
) -> None:
    for number in range(FEW):
        (root / "corpus" / f"other-{number}.txt").write_text(f"Shop {number} sold bread.", encoding="utf-8")
    (root / "corpus" / "island.txt").write_text(TEXT + GARDENS + "\n", encoding="utf-8")
    assert not reused(root, Claim(sentence), monkeypatch)
    (root / "corpus" / path).write_text(text + "\n", encoding="utf-8")
    assert reused(root, Claim(sentence), monkeypatch) is expected


def test_damaged_verdicts_are_made_afresh(root: Path) -> None:
    checker = open_checker(settings(root))
    text = checker.verdict_text(Claim(TRUE))
    kept = checker.look_up([Claim(TRUE)])[0]
    assert kept is not None
    assert checker.verdict_text(Claim(TRUE), kept=kept[:-1]) == text
    assert checker.verdict_text(Claim(TRUE), kept=bytes(4)) == text
    assert checker.verdict_text(Claim(TRUE), kept=kept.replace(b"supported", b"Supported")) == text


def test_a_corpus_in_memory_keeps_nothing(checker: Checker) -> None:
    claim = Claim(TRUE)
    assert checker.look_up([claim]) == [None]
    assert '"verdict":"supported"' in checker.verdict_text(claim)


def test_who_reads_wording(tmp_path: Path) -> None:
    folder = tiny_model.write(tmp_path / "tiny")
    corpus = Corpus.from_texts([TEXT])
    by_path = Checker(corpus, model=str(folder)).judge
    assert by_path is not None
    assert by_path.name.startswith("tiny@")
    assert Checker(corpus, model="off").judge is None
    with pytest.raises(SettingsError, match="S010 no `huge` among the models"):
        Checker(corpus, model="huge").check("The dam at Esk collapsed.")
    with pytest.raises(SettingsError, match="auto, off, a name or the path"):
        Checker(corpus, model=None)  # type: ignore[arg-type]
