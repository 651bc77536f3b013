"""Laws of cleaning and cutting: stable, without unseen characters, every slice exact."""

import re
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.domain.source import Source
from factcheck.sources.clean import Markup, clean
from factcheck.sources.dateline import find_dateline
from factcheck.sources.passages import LONGEST, passages
from factcheck.text.sentences import split_sentences

PIECES = st.sampled_from(
    [
        "The harbour at Lund reopened on Monday.",
        "Ferries leave again, the port said.",
        "“We lost four boats,” said the harbour master. “It will take years.”",
        "A storm closed the harbour",
        "By Ann Lee",
        "By Ann Lee | 5 January 2024",
        "LUND (Reuters) - The harbour",
        "(Reporting by Ann Lee; Editing by Bo Li)",
        "Most read",
        "Read also: Ten bridges",
        "Home | News | Sport",
        "Peru”s army",
        "- an item",
        "• - another",
        "1. first",
        "# Heading",
        "Photo: Jo Park",
        "(Photo: Jo Park) (Photo: Bo Li)",
        "A boat lies on the quay. REUTERS/Jo Park",
        "FILE PHOTO: A boat on the quay",
        "Please donate today and support our journalism.",
        "© 2024 The Quay",
        "US-",
        "led forces left",
        "|",
        "&amp;quot;",
        "â€™s",
        "[January 10, 2024]",
        "2,500",
        "(AFP)",
    ]
)
ARABIC_SIGNS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"  # seen, though of category Cf
GLUE = st.sampled_from(["\n", "\n\n", " ", "\n\t", "\r\n", " \n \n", ". ", "\u200b", "\xa0", ""])
ARTICLES = st.lists(st.tuples(PIECES, GLUE), max_size=14).map(lambda parts: "".join(a + b for a, b in parts))
TEXTS = (
    ARTICLES | st.text(max_size=200) | st.text(alphabet="aA.!?\n \t\"“”()[]-'’*#|>:;1©\u200b\x00\u0301", max_size=80)
)


@given(TEXTS)
@example("It rained all day. (Reporting by Ann Lee)\n\nIt rained all day.")
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    once = clean(raw)
    assert clean(once) == once


@given(TEXTS, st.sampled_from(Markup))
def test_cleaned_text_has_no_unseen_characters(raw: str, markup: Markup) -> None:
    text = clean(raw, markup=markup)
    unseen = [c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and c != "\n"]
    assert all(c in ARABIC_SIGNS for c in unseen)
    assert text == unicodedata.normalize("NFC", text)
    assert "\n\n\n" not in text
    assert text == text.strip()


@given(TEXTS)
@example("“A. B")
def test_sentences_are_exact_slices_in_order(text: str) -> None:
    end = 0
    for first, last in split_sentences(text):
        assert end <= first < last <= len(text)
        assert text[first:last] == text[first:last].strip()
        assert not text[end:first].strip()
        end = last
    assert not text[end:].strip()


@given(TEXTS.map(clean) | TEXTS)
@example("LUND (AP) - Go on")
@example("’s\n\nLUND (Reuters) - The harbour")
def test_passages_are_exact_slices_that_keep_every_long_word(text: str) -> None:
    source = Source(text=text, id="quay")
    end = 0
    skipped = []
    for passage in passages(source):
        assert end <= passage.start < passage.end <= len(text)
        assert passage.text == text[passage.start : passage.end] == passage.text.strip()
        assert len(passage.text) <= LONGEST
        assert all(a < b <= passage.start for a, b in passage.before)
        assert all(passage.end <= a < b for a, b in passage.after)
        skipped.append(text[end : passage.start])
        end = passage.end
    skipped.append(text[end:])
    for gap in skipped:
        prefix = gap.split("\n\n")[-1].strip()
        assert not re.search(r"[^\W\d_]{3}", gap) or find_dateline(f"{prefix} The") or find_dateline(f"{prefix}The")
