"""Word documents: paragraphs and tables in their order, as they read once all tracked changes are accepted."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from factcheck.adapters.readers.foreign import from_extra, taken_apart, too_much
from factcheck.adapters.readers.markup import MOST_ELEMENTS, name_of
from factcheck.adapters.readers.packed import Packed
from factcheck.adapters.readers.raised import raised
from factcheck.adapters.readers.text import checked
from factcheck.sources.clean import read_article

if TYPE_CHECKING:
    from factcheck.domain.source import Source
    from factcheck.sources.metadata import Metadata

_KIND = "a Word document"
_LEFT_OUT = frozenset({"del", "moveFrom", "txbxContent", "Fallback", "instrText", "delText"})
_BREAKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class DocxReader:
    """`.docx` files: one document, one source."""

    suffixes: tuple[str, ...] = (".docx",)

    def read(self, data: bytes, *, path: str) -> Iterator[Source]:
        """The one source of the document. Headers, footers, notes, comments and text boxes are left out.

        Raises:
            CorpusError: C120 if the extra is missing, C121 if it is damaged, C122 if it is encrypted, C123 if it would unpack to
                too much, C222 if no sentence is left.
        """
        with from_extra("docx", path=path):
            import docx
        Packed(data, path=path, kind=_KIND)
        with taken_apart(_KIND, path=path):
            document = docx.Document(io.BytesIO(data))
            body = document.element.body
            metadata = _stated(document.core_properties)
        if sum(1 for _ in body.iter()) > 5 * MOST_ELEMENTS:
            raise too_much(f"the document has more than {5 * MOST_ELEMENTS:,} elements", path=path)
        yield checked(read_article("\n\n".join(_paragraphs(body))), metadata, path=path, charset="utf-8")


def _stated(properties: Any) -> Metadata:
    """What the properties of the file say. When it was made says little about when it was published."""
    author, changed = (properties.author or "").strip(), properties.modified or properties.created
    fields = {
        "author": author
        if author.lower() not in {"python-docx", "user", "admin", "administrator", "microsoft office user"}
        else "",
        "modified": changed.date() if isinstance(changed, datetime) else None,
    }
    return {name: value for name, value in fields.items() if value}


def _paragraphs(body: Any) -> Iterator[str]:
    """One for each paragraph and each row of a table, the cells parted by semicolons."""
    for element in body.iter("{*}p", "{*}tr"):
        if any(name_of(parent) == "tr" or _is_left_out(parent) for parent in element.iterancestors()):
            continue
        if name_of(element) == "p":
            yield " ".join(_text(element).split("\n\n"))
        else:
            cells = (" ".join(_text(cell).split()) for cell in element.iter("{*}tc"))
            yield "; ".join(filter(None, cells))


def _is_left_out(element: Any) -> bool:
    return isinstance(element.tag, str) and element.tag.rpartition("}")[2] in _LEFT_OUT


def _text(element: Any) -> str:
    pieces: list[str] = []
    waiting = [element]
    while waiting:
        part = waiting.pop()
        name = part.tag.rpartition("}")[2] if isinstance(part.tag, str) else ""
        if name in _LEFT_OUT:
            continue
        if name == "t":
            words = part.text or ""
            before = "".join(pieces[-3:])
            pieces.append(raised(words, after=before) if _is_raised(part.getparent()) else words)
        elif name in _BREAKS:
            pieces.append(_BREAKS[name])
        elif name == "p" and part is not element:
            pieces.append("\n")
        waiting.extend(reversed(part))
    return "".join(pieces)


def _is_raised(run: Any) -> bool:
    return any(value == "superscript" for mark in run.iterfind("{*}rPr/{*}vertAlign") for value in mark.values())
