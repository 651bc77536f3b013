import io
from datetime import date

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from factcheck.adapters.readers.pdf import PdfReader
from factcheck.adapters.readers.pdf_layout import Piece, paragraphs_of
from factcheck.domain.source import Source
from factcheck.errors import CorpusError
from tests.files_of_a_desk import pdf

LEFT = (
    "The ferry to Maren Island carried 48,200 passengers in 2023, the harbour office said on Tuesday, which is the most since records began. "
    "Its ministers and the US-led council were surprised by the figure, as they said in a letter to the 2,300 people of the island."
)
RIGHT = (
    "A second boat will be bought in 2025 for 3.4 million euros, according to the council, which has not yet asked for offers. It will take 120 "
    "people and forty cars at a time, and it will run at night, too, if enough of the residents want it and are ready to pay for the crew of a night boat."
)


def read(data: bytes) -> tuple[Source, list[str]]:
    """The source, and the codes of what was said after it."""
    reading = PdfReader().read(data, path="a.pdf")
    source = next(reading)
    try:
        assert next(reading, None) is None
    except CorpusError as note:
        return source, [note.code]
    return source, []


def page_of(draw: list[tuple[float, float, str]], *, size: int = 9, turned: int = 0) -> bytes:
    """A PDF of one page with texts at their places."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    if turned:
        canvas.setPageRotation(turned)
        canvas.translate(595, 0)
        canvas.rotate(90)
    canvas.setFont("Helvetica", size)
    for x, y, text in draw:
        canvas.drawString(x, y, text)
    canvas.save()
    return file.getvalue()


@pytest.mark.parametrize(
    "row_by_row", [pytest.param(True, id="written-row-by-row"), pytest.param(False, id="written-by-columns")]
)
def test_columns_hyphens_running_heads_and_page_numbers(*, row_by_row: bool) -> None:
    source, said = read(pdf(row_by_row=row_by_row))
    first, second = (f"The wells of Lund were dry on {page} days of the month of May." for page in (1, 2))
    assert source.text.split("\n\n") == ["The ferries of Maren in the year 2023", LEFT, first, RIGHT, second]
    assert (source.title, source.author, source.published, source.modified) == (
        "Annual report 2023",
        "Ida Holm",
        None,
        date(2000, 1, 1),
    )
    assert said == []


def test_a_word_broken_at_the_end_of_a_page_is_whole() -> None:
    pieces = [Piece("The council met the minis-", 60, 200, 700, 10)], [Piece("ters of the coast.", 60, 150, 700, 10)]
    assert paragraphs_of(pieces) == ["The council met the ministers of the coast."]


@pytest.mark.parametrize(
    ("above", "line", "expected"),
    [
        pytest.param("the minis-", "ters met", "the ministers met", id="a-broken-word"),
        pytest.param("the US-", "led force", "the US-led force", id="capitals"),
        pytest.param("COVID-", "19 cases", "COVID-19 cases", id="a-figure"),
        pytest.param("twenty-", "five boats", "twenty-five boats", id="a-number-in-words"),
        pytest.param(
            "a long-",
            "term plan, a long-term loan",
            "a long-term plan, a long-term loan",
            id="a-compound-of-the-document",
        ),
        pytest.param(
            "the co-",
            "operation and the cooperation",
            "the cooperation and the cooperation",
            id="a-word-of-the-document",
        ),
        pytest.param("Berg-", "Holm won", "Berg-Holm won", id="a-double-name"),
        pytest.param("in 2019-", "2021 the", "in 2019-2021 the", id="a-span-of-years"),
    ],
)
def test_hyphens_at_the_end_of_a_line(above: str, line: str, expected: str) -> None:
    pieces = [Piece(above, 60, 200, 700, 10), Piece(line, 60, 200, 688, 10)]
    assert paragraphs_of([pieces]) == [expected]


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        pytest.param(
            [Piece("Wells: 1,020", 60, 120, 700, 10), Piece("900", 127, 140, 700, 10)], ["Wells: 1,020 | 900"], id="two-figures-do-not-run-together"
        ),
        pytest.param([Piece("Lund has 2,300", 60, 130, 700, 10), Piece("1", 130, 133, 704, 6)], ["Lund has 2,300"], id="the-mark-of-a-note"),
        pytest.param([Piece("Min", 60, 75, 700, 10), Piece("isters", 75.5, 100, 700, 10)], ["Ministers"], id="one-word-in-two-fonts"),
        pytest.param([Piece("Head", 60, 90, 720, 16), Piece("Text of it", 60, 110, 704, 10)], ["Head", "Text of it"], id="a-headline-of-larger-letters"),
        pytest.param([Piece("One.", 60, 80, 700, 10), Piece("Two is a line.", 60, 300, 688, 10)], ["One.", "Two is a line."], id="a-short-last-line"),
    ],
)  # fmt: skip
def test_rows(pieces: list[Piece], expected: list[str]) -> None:
    assert paragraphs_of([pieces]) == expected


def test_a_table_is_read_by_rows() -> None:
    rows = [
        (2019, "39,000", "810"),
        (2020, "12,000", "400"),
        (2021, "38,100", "900"),
        (2022, "41,000", "1,020"),
        (2023, "48,200", "1,100"),
    ]
    cells = [
        (x, 700 - 14 * row, str(cell))
        for row, cells in enumerate(rows)
        for x, cell in zip((60, 200, 340), cells, strict=True)
    ]
    source, _ = read(page_of([(60, 740, "The ferry carried people and cars."), *cells]))
    assert source.text.split("\n\n")[1:] == [f"{year} | {people} | {cars}" for year, people, cars in rows]


def test_a_page_that_lies_on_its_side() -> None:
    lines = ["The wells of Lund are dry, the water board said on", "Thursday, for the first time since 1976."]
    source, _ = read(page_of([(60, 500 - 12 * number, line) for number, line in enumerate(lines)], turned=90))
    assert source.text == " ".join(lines)


def test_text_across_the_page_is_left_out() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    canvas.drawString(60, 700, "The wells of Lund are dry, the water board said.")
    canvas.rotate(45)
    canvas.drawString(300, 100, "DRAFT")
    canvas.save()
    assert read(file.getvalue())[0].text == "The wells of Lund are dry, the water board said."


def test_pages_without_text_are_noted() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    canvas.drawString(60, 700, "The wells of Lund are dry, the water board said.")
    canvas.showPage()
    canvas.rect(60, 60, 100, 100, fill=1)
    canvas.save()
    assert read(file.getvalue())[1] == ["C132"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(pdf(locked=True), "C122", id="encrypted"),
        pytest.param(pdf()[:400], "C121", id="cut-off"),
        pytest.param(b"%PDF-1.7\nnothing", "C121", id="no-structure"),
        pytest.param(b"<html>", "C121", id="a-web-page"),
        pytest.param(b"", "C121", id="empty"),
        pytest.param(page_of([]), "C126", id="no-text"),
        pytest.param(page_of([(60, 700, "12 34")]), "C222", id="figures-alone"),
    ],
)
def test_documents_that_cannot_be_read(data: bytes, code: str) -> None:
    with pytest.raises(CorpusError) as fault:
        list(PdfReader().read(data, path="news/a.pdf"))
    assert (fault.value.code, str(fault.value.where), bool(fault.value.mend)) == (code, "news/a.pdf", True)
