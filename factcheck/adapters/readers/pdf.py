"""PDF documents: the letters of each page with their places, put in reading order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from ctypes import c_double
from datetime import date
from math import pi
from typing import TYPE_CHECKING, Any

from factcheck.adapters.readers.foreign import LARGEST_PAGE, damaged, from_extra, locked_up, taken_apart, too_much
from factcheck.adapters.readers.pdf_layout import Piece, paragraphs_of
from factcheck.adapters.readers.text import checked, raise_faults
from factcheck.errors import CorpusError, Location
from factcheck.sources.clean import read_article

if TYPE_CHECKING:
    from factcheck.domain.source import Source
    from factcheck.sources.metadata import Metadata

_KIND = "a PDF"
_MOST_PAGES = 10_000
_MOST_LETTERS = 200_000
"""Letters of one page; a dense broadsheet page has 40,000."""
_GAP = 0.45
"""Heights of a letter from which a gap parts two pieces; a blank is half as wide, and wider in justified lines."""
_ASLANT = 0.1
_HYPHENS = {0x02, 0xFFFE, 0xAD, 0x2010, 0x2011}
_STAMP = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
_GENERIC_TITLE = re.compile(
    r"(?:untitled|microsoft word - .*|.*\.(?:docx?|pdf|indd|qxd|pptx?|xlsx?)|slide \d+|document\d*|layout \d+)",
    re.IGNORECASE,
)


class PdfReader:
    """`.pdf` files: one document, one source."""

    suffixes: tuple[str, ...] = (".pdf",)

    def read(self, data: bytes, *, path: str) -> Iterator[Source]:
        """The one source of the document.

        Raises:
            CorpusError: C120 if the extra is missing, C121 if it is damaged, C122 if it is encrypted, C123 if it is too large, C126 if
                it holds pictures of pages only, C222 if no sentence is left; after the source, C132 if some pages hold no text.
        """
        with from_extra("pdf", path=path):
            import pypdfium2 as pdfium
        document = _open(pdfium, data, path=path)
        try:
            with taken_apart(_KIND, path=path):
                count = len(document)
                stated = _stated(document.get_metadata_dict())
            if count > _MOST_PAGES:
                raise too_much(
                    f"the document has {count:,} pages, more than the {_MOST_PAGES:,} that are read", path=path
                )
            pages = _pages(pdfium.raw, document, count, path=path)
        finally:
            document.close()
        silent = [number for number, page in enumerate(pages, 1) if not page]
        if len(silent) == count:
            what = "the document holds no text, only pictures of its pages" if count else "the document has no pages"
            mend = "run it through text recognition (OCR) first: `ocrmypdf in.pdf out.pdf`"
            raise CorpusError("C126", what, where=Location(path), mend=mend)
        yield checked(read_article("\n\n".join(paragraphs_of(pages))), stated, path=path, charset="")
        if silent:
            shown = ", ".join(map(str, silent[:8])) + (" and others" if len(silent) > 8 else "")
            what = f"{len(silent)} of the {count} pages hold{'' if len(silent) > 1 else 's'} no text: {shown}"
            mend = "if they are pictures of text, run the file through text recognition (OCR)"
            raise_faults([CorpusError("C132", what, where=Location(path), mend=mend)], path=path)


def _open(pdfium: Any, data: bytes, *, path: str) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if (
            getattr(error, "err_code", None) in {pdfium.raw.FPDF_ERR_PASSWORD, pdfium.raw.FPDF_ERR_SECURITY}
            or "password" in str(error).lower()
        ):
            raise locked_up("the PDF", path=path) from error
        raise damaged(_KIND, "its structure is broken", path=path) from error


def _stated(about: dict[str, str]) -> Metadata:
    """What the properties of the file say. When it was made says little about when it was published."""
    title = " ".join(about.get("Title", "").split())[:500]
    fields = {
        "title": "" if _GENERIC_TITLE.fullmatch(title) else title,
        "author": " ".join(about.get("Author", "").split())[:300],
        "modified": _day(about.get("ModDate") or about.get("CreationDate") or ""),
    }
    return {name: value for name, value in fields.items() if value}


def _day(stamp: str) -> date | None:
    found = _STAMP.match(stamp)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _pages(raw: Any, document: Any, count: int, *, path: str) -> list[list[Piece]]:
    found = []
    letters = 0
    for number in range(count):
        with taken_apart(f"a PDF (page {number + 1})", path=path):
            page = document[number]
            text = page.get_textpage()
            try:
                size = text.count_chars()
                letters += size
                if size > _MOST_LETTERS or letters > LARGEST_PAGE:
                    raise too_much(f"page {number + 1} brings the document to {letters:,} letters", path=path)
                found.append(list(_pieces(raw, text, size)))
            finally:
                text.close()
                page.close()
    return found


def _pieces(raw: Any, text: Any, count: int) -> Iterator[Piece]:
    """Runs of letters on one line without a wide gap; letters at an angle to most of the page are left out."""
    angles = [_quarter(raw.FPDFText_GetCharAngle(text, at)) for at in range(count)]
    turned = max(range(4), key=angles.count)
    box, x, y = raw.FS_RECTF(), c_double(), c_double()
    letters: list[str] = []
    left = right = base = size = 0.0
    for at in range(count):
        code = raw.FPDFText_GetUnicode(text, at)
        if code in {0x0A, 0x0D} or angles[at] != turned:
            if letters:
                yield Piece("".join(letters), left, right, base, size)
                letters = []
            continue
        letter = (
            "-" if code in _HYPHENS else chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
        )
        if letter.isspace():
            if letters and letters[-1] != " ":
                letters.append(" ")
            continue
        raw.FPDFText_GetLooseCharBox(text, at, box)
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        start, end, foot = _turn(box, x.value, y.value, turned)
        tall = abs(box.top - box.bottom) if turned % 2 == 0 else abs(box.right - box.left)
        apart = letters and (
            abs(foot - base) > 0.15 * size
            or start - right > _GAP * size
            or start < left - size
            or abs(tall - size) > 0.2 * size
        )
        if apart:
            yield Piece("".join(letters), left, right, base, size)
            letters = []
        if not letters:
            left, right, base, size = start, end, foot, tall
        letters.append(unicodedata.normalize("NFKC", letter) if 0xFB00 <= code <= 0xFB06 else letter)
        right = max(right, end)
    if letters:
        yield Piece("".join(letters), left, right, base, size)


def _quarter(angle: float) -> int:
    """A clockwise angle in quarters of a turn; -1 for what is aslant, such as a watermark."""
    quarters = angle / (pi / 2)
    return round(quarters) % 4 if abs(quarters - round(quarters)) < _ASLANT else -1


def _turn(box: Any, x: float, y: float, turned: int) -> tuple[float, float, float]:
    """Left, right and base line as the reader sees them, on a page whose text runs in another direction."""
    if turned == 0:
        return box.left, box.right, y
    if turned == 3:
        return box.bottom, box.top, -x
    if turned == 2:
        return -box.right, -box.left, -y
    return -box.top, -box.bottom, x
