import pytest

from factcheck.domain.source import Source
from factcheck.sources.passages import LONGEST, passages


def texts(text: str) -> list[str]:
    return [passage.text for passage in passages(Source(text=text, id="quay"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Wells run dry. Goats die.", ["Wells run dry.", "Goats die."], id="sentences"),
        pytest.param("Dry wells\n\nGoats die.", ["Dry wells", "Goats die."], id="headline"),
        pytest.param(
            "LUND, Jan. 5 (Reuters) - Ferries stopped. Buses ran.", ["Ferries stopped.", "Buses ran."], id="dateline"
        ),
        pytest.param(
            "Storm\n\nLagos (AFP) – Rain fell.\n\nRIGA: It snowed.",
            ["Storm", "Rain fell.", "RIGA: It snowed."],
            id="first-dateline-only",
        ),
        pytest.param("12 - 3. No. Wells run dry. 7!", ["Wells run dry."], id="fragments"),
        pytest.param("水位上升了。", ["水位上升了。"], id="chinese"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_cut(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_neighbours_are_named() -> None:
    source = Source(text="One fell. Two fell. Three fell. Four fell. Five fell. Six fell.", id="quay")
    fifth = passages(source)[4]
    assert [source.text[a:b] for a, b in fifth.before] == ["Two fell.", "Three fell.", "Four fell."]
    assert [source.text[a:b] for a, b in fifth.after] == ["Six fell."]
    assert passages(source)[0].before == ()
    assert passages(source)[-1].after == ()


@pytest.mark.parametrize("mark", ["; ", ", ", " ", ""])
def test_a_very_long_sentence_is_cut_at_its_marks(mark: str) -> None:
    text = mark.join(["goats died in the hills"] * 400 if mark else ["g" * 9_050]) + "."
    cut = texts(text)
    assert len(cut) > 3
    assert max(map(len, cut)) <= LONGEST
    assert "".join(cut).replace(" ", "") == text.replace(" ", "")


def test_a_dateline_that_is_the_whole_paragraph_leaves_nothing_twice() -> None:
    assert texts("LUND (AP) -- Go. “A.” Wells run dry.")[-1].endswith("Wells run dry.")
