"""A sign-off written into a claim file: every other byte of the file stays as it is."""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from factcheck.claimfile.parse import parse
from factcheck.claimfile.values import sentence, slug
from factcheck.errors import Location, ReviewError
from factcheck.yamltext import Mapping, Node, Scalar, Sequence, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.domain.claim import Claim, Review

_PLAIN = re.compile(r"[^\W\d_](?:[\w .'()/-]*[\w.)])?")
_WORDS_OF_YAML = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_UNPRINTABLE = re.compile("[\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_COMMENT = re.compile(r"\s#")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class _Edit(NamedTuple):
    """Replace the text from `start` to `end`."""

    start: int
    end: int
    text: str


def sign(data: bytes, claim: Claim, review: Review, *, path: str) -> bytes:
    """The claim file with this sign-off on this claim.

    Comments, order, quotation marks and line ends stay as they are. A claim that is a bare sentence gets the keys that a
    sign-off needs, its id among them, so that its node id stays the same.

    Args:
        data: The whole file, without faults.
        claim: One of its claims.
        review: What to write; it takes the place of an earlier one.
        path: As it shall appear in errors.

    Raises:
        ReviewError: R001 if the file cannot be edited so that nothing else changes; then nothing is lost.
    """
    document = read(data)
    text = document.text
    where = claim.location or Location(path)
    mend = f"write it by hand, below the claim: review: {_flow(review)}"
    item = _item(document.root, claim.id)
    edits = list(_edits(text, item, claim, review)) if item is not None else []
    if not edits:
        raise ReviewError("R001", "the sign-off cannot be written into this claim", where=where, mend=mend)
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    signed = mark + text.encode(encoding)
    if not _says_the_same(data, signed, claim, review, path=path):
        what = "writing the sign-off into this claim would change something else of the file"
        raise ReviewError("R001", what, where=where, mend=mend)
    return signed


def _says_the_same(before: bytes, after: bytes, claim: Claim, review: Review, *, path: str) -> bool:
    """Whether the edited file holds the same claims, and this sign-off on this one."""
    try:
        now = parse(after, path=path)
    except ExceptionGroup:
        return False
    was = parse(before, path=path)
    wanted = [
        replace(item, review=review, written_id=True) if item.id == claim.id else item
        for item in map(_unplaced, was.claims)
    ]
    return replace(was, claims=()) == replace(now, claims=()) and wanted == [_unplaced(item) for item in now.claims]


def _unplaced(claim: Claim) -> Claim:
    return replace(claim, location=None)


def _item(root: Node | None, claim_id: str) -> Node | None:
    """The node of the claim with this id."""
    claims = root.entries.get("claims") if isinstance(root, Mapping) else None
    if claims is None or not isinstance(claims[1], Sequence):
        return None
    return next((item for item in claims[1].items if _id_of(item) == claim_id), None)


def _id_of(item: Node) -> str:
    if isinstance(item, Scalar):
        return slug(sentence(item.value))
    entries = item.entries if isinstance(item, Mapping) else {}
    for key, meaning in (("id", str), ("claim", lambda words: slug(sentence(words)))):
        node = entries[key][1] if key in entries else None
        if isinstance(node, Scalar):
            return str(meaning(node.value))
    return ""


def _edits(text: str, item: Node, claim: Claim, review: Review) -> Iterator[_Edit]:
    if isinstance(item, Scalar):
        yield from _around_sentence(text, item, claim, review)
    elif isinstance(item, Mapping) and "review" in item.entries:
        yield from _in_place_of(text, item.entries["review"][1], review)
    elif isinstance(item, Mapping):
        lacks_id = "id" not in item.entries
        if item.flow:
            words = f", id: {claim.id}" if lacks_id else ""
            yield _at(_end(text, _last(item)), f"{words}, review: {_flow(review)}")
        else:
            indent = " " * (item.column - 1)
            lines = [f"id: {claim.id}"] if lacks_id else []
            yield _below(text, _last(item), [indent + line for line in [*lines, *_block(review)]])


def _around_sentence(text: str, item: Scalar, claim: Claim, review: Review) -> Iterator[_Edit]:
    """`- Words.` becomes `- id: ...`, `claim: Words.` and `review:`; in brackets, a mapping in braces."""
    end = _end(text, item)
    if text[: item.start].rstrip()[-1:] in "[,":
        yield _at(item.start, f"{{id: {claim.id}, claim: ")
        yield _at(end, f", review: {_flow(review)}}}")
        return
    indent = " " * (item.column - 1)
    yield _at(item.start, f"id: {claim.id}{_line_end(text)}{indent}claim: ")
    for found in re.finditer(r"\n(?=[^\r\n])", text[item.start : end]):
        yield _at(item.start + found.end(), "  ")
    yield _below(text, item, [indent + line for line in _block(review)])


def _in_place_of(text: str, old: Node, review: Review) -> Iterator[_Edit]:
    if not isinstance(old, Mapping):
        return
    if old.flow:
        if not _COMMENT.search(text, old.start, old.end):
            yield _Edit(old.start, old.end, _flow(review))
        return
    values = _values(review)
    for name, (key, node) in old.entries.items():
        if name in values:
            yield _Edit(node.start, _end(text, node), values.pop(name))
        else:
            yield _Edit(text.rfind("\n", 0, key.start) + 1, _line_after(text, _end(text, node)), "")
    if values:
        indent = " " * (old.column - 1)
        yield _below(text, _last(old), [f"{indent}{name}: {value}" for name, value in values.items()])


def _values(review: Review) -> dict[str, str]:
    """Keys to values as YAML."""
    values = {"decision": review.decision, "by": _scalar(review.by), "day": review.day.isoformat()}
    if review.until:
        values["until"] = review.until.isoformat()
    if review.reason:
        values["reason"] = _scalar(review.reason)
    return values


def _block(review: Review) -> list[str]:
    return ["review:", *(f"  {name}: {value}" for name, value in _values(review).items())]


def _flow(review: Review) -> str:
    return f"{{{', '.join(f'{name}: {value}' for name, value in _values(review).items())}}}"


def _scalar(words: str) -> str:
    """A text as YAML takes it anywhere, in brackets too: plain if nobody can misread it, else in quotation marks."""
    if _PLAIN.fullmatch(words) and words.lower() not in _WORDS_OF_YAML:
        return words
    quoted = json.dumps(words, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _at(place: int, text: str) -> _Edit:
    return _Edit(place, place, text)


def _below(text: str, node: Node, lines: list[str]) -> _Edit:
    """New lines below the line on which a node ends, comments on that line included."""
    place = _line_after(text, _end(text, node))
    end = _line_end(text)
    if place == len(text) and not text.endswith("\n"):
        return _at(place, "".join(f"{end}{line}" for line in lines))
    return _at(place, "".join(f"{line}{end}" for line in lines))


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _line_after(text: str, place: int) -> int:
    found = text.find("\n", place)
    return found + 1 if found >= 0 else len(text)


def _last(node: Node) -> Node:
    """The node that ends a mapping or a list."""
    if isinstance(node, Mapping) and node.entries:
        return list(node.entries.values())[-1][1]
    if isinstance(node, Sequence) and node.items:
        return node.items[-1]
    return node


def _end(text: str, node: Node) -> int:
    """One past the last sign of a node; line breaks that end a folded text belong to no node."""
    if isinstance(node, (Mapping, Sequence)) and not node.flow and (last := _last(node)) is not node:
        return _end(text, last)
    end = node.start if not isinstance(node, (Scalar, Mapping, Sequence)) else node.end
    return len(text[:end].rstrip())
