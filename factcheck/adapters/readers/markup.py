"""HTML and XML as trees, without anything that a hostile file could make of them, and the paragraphs of a tree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from factcheck.adapters.readers.foreign import LARGEST_PAGE, damaged, from_extra, taken_apart, too_much
from factcheck.adapters.readers.raised import raised
from factcheck.errors import CorpusError, Location

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_ELEMENTS = 300_000
_HIDDEN = frozenset({"script", "style", "template", "noscript", "title", "svg", "math", "iframe", "object", "canvas", "audio", "video",
                     "button", "select", "option", "input", "textarea", "datalist", "dialog"})  # fmt: skip
_BLOCKS = frozenset({"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
                     "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
                     "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead",
                     "tr", "ul",
                     # the same in trafilatura's trees
                     "head", "item", "list", "quote", "row", "code"})  # fmt: skip
_CELLS = frozenset({"td", "th", "cell"})
_BREAKS = frozenset({"br", "lb"})
_BLANKS = re.compile(r"\s+")
_LONGEST_CELL = 400
"""Letters of a cell from which a table is the frame of a page, and no table of data."""
_CELL_END = "\x1f"
_PARAGRAPHS = re.compile(r"\n\s*\n")
_NOTE = re.compile(r"[\[(]?(?:[\d,\s]{1,8}|[a-z]|[*†‡§]{1,3}|note \d{1,3}|citation needed)[\])]?", re.IGNORECASE)
_MOST_ATTRIBUTES = 1_000
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{5000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_DOCTYPE = re.compile(rb"<!(?:ENTITY|DOCTYPE[^>\[]{0,400}\[)", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parse_html(text: str, *, path: str, extra: str = "html") -> Any:
    """The tree of a page, however broken.

    Raises:
        CorpusError: C120 if the extra is missing, C121 if it holds no element, C123 if it is too large.
    """
    with from_extra(extra, path=path):
        import lxml.html
    if len(text) > LARGEST_PAGE:
        raise too_much(
            f"the page has {len(text):,} characters, more than the {LARGEST_PAGE:,} that are read", path=path
        )
    for tag in _LONG_TAG.findall(text):
        if len(_QUOTED.sub("", tag).split()) > _MOST_ATTRIBUTES:  # the parser compares each attribute with all others
            raise too_much(f"a tag of the page has more than {_MOST_ATTRIBUTES:,} attributes", path=path)
    text = _DECLARATION.sub("", _CONTROLS.sub("", text), count=1)
    with taken_apart("a web page", path=path):
        parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
        tree = lxml.html.document_fromstring(text.encode("utf-8"), parser=parser)
        if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
            raise too_much(f"the page has more than {MOST_ELEMENTS:,} elements", path=path)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise too_much("the page is nested deeper than the 256 levels that are read", path=path)
    return tree


def parse_xml(data: bytes, *, path: str, kind: str, extra: str = "html") -> Any:
    """The root of an XML file; entities of its own, the stuff of bombs, are refused, and nothing outside is opened.

    Args:
        data: The whole file.
        path: For the place of faults.
        kind: What the file should be, with its article.
        extra: Which extra brings the parser.

    Raises:
        CorpusError: C120 if the extra is missing, C121 if it is not XML, C123 if it is too large, C124 if it defines entities.
    """
    with from_extra(extra, path=path):
        import lxml.etree
    if len(data) > LARGEST_PAGE:
        raise too_much(
            f"the file has {len(data):,} bytes, more than the {LARGEST_PAGE:,} that are read of XML", path=path
        )
    if _DOCTYPE.search(data[:LARGEST_PAGE].replace(b"\0", b"")):
        what = "the file defines XML entities, with which a few lines can swell to gigabytes: it is not read"
        raise CorpusError("C124", what, where=Location(path), mend="fetch it again, or save its text")
    parser = lxml.etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True,
        recover=False,
    )  # fmt: skip
    with taken_apart(kind, path=path):
        root = lxml.etree.fromstring(data, parser=parser)
    if root is None:
        raise damaged(kind, "it is empty", path=path)
    return root


def name_of(element: Any) -> str:
    """The name of an element without its namespace, in lower case; empty for what is none (an entity)."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def mend_layout(tree: Any) -> None:
    """Tables that only place things on the page, as old sites and newsletters have them, become plain boxes."""
    for table in list(tree.iter("table")):
        cells = list(table.iter("td", "th"))
        placed = any(table.find(f".//{name}") is not None for name in ("h1", "h2", "table", "form"))
        if not placed and not any(sum(map(len, cell.itertext())) > _LONGEST_CELL for cell in cells):
            continue
        for element in [table, *table.iter("tbody", "thead", "tfoot", "tr"), *cells]:
            element.tag = "div"


def mend_figures(tree: Any) -> None:
    """Keep raised digits apart from the figures that they stand at: 48,200 and the mark of note 1 are not 48,2001."""
    for element in list(tree.iter("sup")):
        words = " ".join("".join(element.itertext()).split())
        linked = element.find(".//a") is not None or name_of(element.getparent()) == "a"
        before = element.getprevious()
        after = (before.tail or "".join(before.itertext())) if before is not None else element.getparent().text
        element.clear(keep_tail=True)
        element.text = "" if linked and _NOTE.fullmatch(words) else raised(words, after=after or "")


def paragraphs(tree: Any) -> list[str]:
    """The text of a tree, one paragraph for each block; the cells of a row stand in one, parted by semicolons."""
    found: list[str] = []
    pieces: list[str] = []
    for element, text, opening in _walk(tree):
        name = name_of(element)
        if name in _CELLS:
            pieces.append(_CELL_END if opening else " ")
        elif name in _BREAKS:
            pieces.append("\n" if opening else "")
        elif name in _BLOCKS and _in_cell(element):
            pieces.append(" ")
        elif name in _BLOCKS:
            found += _finished(pieces)
            pieces.clear()
        pieces.append(text if name == "pre" and opening else _BLANKS.sub(" ", text))
    return [*found, *_finished(pieces)]


def _finished(pieces: list[str]) -> Iterator[str]:
    for part in _PARAGRAPHS.split("".join(pieces)):
        cells = filter(None, (_BLANKS.sub(" ", cell).strip() for cell in part.split(_CELL_END)))
        words = "; ".join(cells)
        if words:
            yield words


def _in_cell(element: Any) -> bool:
    return any(name_of(parent) in _CELLS for parent in element.iterancestors())


def _walk(tree: Any) -> Iterator[tuple[Any, str, bool]]:
    """Each element with the text after its opening, then with the text after its closing; without recursion."""
    waiting = [(tree, True)]
    while waiting:
        element, opening = waiting.pop()
        if not opening:
            yield element, (element.tail or "") if element is not tree else "", False
            continue
        waiting.append((element, False))
        if isinstance(element.tag, str) and name_of(element) not in _HIDDEN:
            yield element, element.text or "", True
            waiting.extend((child, True) for child in reversed(element))
