"""Claims written into a claim file: everything that stands there stays as it is, byte for byte."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.claimfile.faults import BadValueError
from factcheck.claimfile.parse import ClaimFile, parse
from factcheck.claimfile.values import identifier, sentence
from factcheck.domain.claim import Claim
from factcheck.errors import ClaimFileError, DeskError, Location
from factcheck.yamltext import Mapping, Node, Scalar, read
from factcheck.yamltext import Sequence as Items

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_EMPTY = frozenset({"F001", "F004"})  # no claim yet: nothing that appending does not mend
_DASH = re.compile(r"( *)-(?: |$)")
_BY_HAND = "write the claims below `claims:`, one `- sentence` a line, and try again"


@dataclass(frozen=True, slots=True)
class NewClaim:
    """A claim to be written.

    Attributes:
        id: None leaves it to be made from the sentence.
        remarks: Lines of comment above it.
    """

    sentence: str
    id: str | None = None
    remarks: tuple[str, ...] = ()


def fit(words: str, *, id: str | None = None) -> NewClaim:  # noqa: A002  (the key's name)
    """A claim with this sentence and id, if they are fit for a claim file.

    Raises:
        DeskError: D006 with the reason if not.
    """
    try:
        claim = NewClaim(sentence(words), identifier(id) if id is not None else None)
    except BadValueError as bad:
        raise DeskError("D006", bad.what, mend=bad.mend) from None
    if claim.sentence.rstrip("”\"’') ").endswith("?"):
        raise DeskError("D006", "a question claims nothing", mend="write the answer that is to be checked")
    return claim


def written(claims: Sequence[NewClaim], *, schema: str, suite: str | None = None) -> str:
    """A new claim file.

    Args:
        claims: At least one.
        schema: Path of the JSON Schema, relative to the file, for editors.
        suite: Title of the file.
    """
    lines = [f"# yaml-language-server: $schema={schema}"]
    if suite:
        lines.append(f"suite: {spelled(suite, key='suite')}")
    lines.append("claims:")
    for number, claim in enumerate(claims):
        if number and (claim.id or claim.remarks):
            lines.append("")
        lines += _lines(claim, indent="  ")
    return "\n".join(lines) + "\n"


def appended(data: bytes, claim: NewClaim, *, path: str) -> bytes:
    """The claim file with one more claim, after its last one.

    Args:
        data: The whole file.
        claim: From `fit`.
        path: As it shall appear in errors.

    Raises:
        ExceptionGroup: If the file has faults already, or holds the sentence or the id.
        DeskError: D005 if the claim cannot be appended so that nothing else changes.
    """
    before = _claims_of(data, path)
    document = read(data)
    text = document.text
    root = document.root
    if root is not None and (not isinstance(root, Mapping) or root.flow):
        raise _not_appended(path)
    eol = "\r\n" if "\r\n" in text else "\n"
    at, lines = _place(text, root, claim, path)
    block = eol.join(lines) + eol
    if at and not text[:at].endswith(("\n", "\r")):
        block = eol + block
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    after = mark + (text[:at] + block + text[at:]).encode(encoding)
    now = parse(after, path=path)
    if [_unplaced(item) for item in now.claims[:-1]] != before or now.claims[-1].sentence != claim.sentence:
        raise _not_appended(path)
    return after


def _not_appended(path: str) -> DeskError:
    what = "a claim cannot be appended so that the rest of the file stays as it is"
    return DeskError("D005", what, where=Location(path), mend=_BY_HAND)


def _unplaced(claim: Claim) -> Claim:
    return replace(claim, location=None)


def _claims_of(data: bytes, path: str) -> list[Claim]:
    """The claims so far; a file without any is fine, other faults are not."""
    try:
        return [_unplaced(claim) for claim in parse(data, path=path).claims]
    except ExceptionGroup as group:
        if all(isinstance(fault, ClaimFileError) and fault.code in _EMPTY for fault in group.exceptions):
            return []
        raise


def _place(text: str, root: Mapping | None, claim: NewClaim, path: str) -> tuple[int, list[str]]:
    """Where the claim goes, and its lines."""
    if root is None or "claims" not in root.entries:
        return len(text), ["claims:", *_lines(claim, indent="  ")]
    key, node = root.entries["claims"]
    if isinstance(node, Scalar) and node.is_null:
        return _line_end(text, key.end), _lines(claim, indent="  ")
    if not isinstance(node, Items) or node.flow or not node.items:
        raise _not_appended(path)
    last = node.items[-1]
    indent = _indent(text, node.items)
    if indent is None:
        raise _not_appended(path)
    apart = isinstance(last, Mapping) or claim.id is not None
    return _block_end(text, last.start, len(indent)), ([""] if apart else []) + _lines(claim, indent=indent)


def _indent(text: str, items: Sequence[Node]) -> str | None:
    """What stands before the dash of the first item that has its dash on its own line."""
    for item in items:
        start = text.rfind("\n", 0, item.start) + 1
        found = _DASH.match(text, start, item.start)
        if found:
            return found[1]
    return None


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _block_end(text: str, start: int, indent: int) -> int:
    """One past the last line that belongs to the item: lines further in than its dash."""
    end = _line_end(text, start)
    at = end
    while at < len(text):
        line = text[at : _line_end(text, at)]
        bare = line.strip()
        if bare and len(line) - len(line.lstrip(" ")) <= indent:
            break
        at += len(line)
        if bare:
            end = at
    return end


def _lines(claim: NewClaim, *, indent: str) -> list[str]:
    remarks = [f"{indent}# {remark}" for remark in claim.remarks]
    if claim.id is None:
        return [*remarks, f"{indent}- {spelled(claim.sentence)}"]
    return [
        *remarks,
        f"{indent}- id: {spelled(claim.id, key='id')}",
        f"{indent}  claim: {spelled(claim.sentence, key='claim')}",
    ]


def spelled(words: str, *, key: str = "") -> str:
    """A text as YAML that means exactly this text: as it is, else in single quotes, else in double quotes.

    Raises:
        DeskError: D006 if YAML cannot hold it.
    """
    for candidate in _spellings(words):
        if _read_back(candidate, key) == words:
            return candidate
    raise DeskError("D006", "YAML cannot hold this text", mend="leave out the characters that cannot be seen")


def _spellings(words: str) -> Iterator[str]:
    yield words
    yield "'" + words.replace("'", "''") + "'"
    yield '"' + "".join(_escaped(sign) for sign in words) + '"'


def _escaped(sign: str) -> str:
    if sign.isprintable() and sign not in '"\\':
        return sign
    return f"\\U{ord(sign):08X}" if ord(sign) > 0xFFFF else json.dumps(sign)[1:-1]


def _read_back(candidate: str, key: str) -> str | None:
    """What a claim file that holds this spelling says, an editor's reading of YAML included."""
    claim = f"- {key}: {candidate}\n    claim: A b." if key == "id" else f"- {candidate}"
    if key == "claim":
        claim = f"- claim: {candidate}"
    body = f"suite: {candidate}\nclaims:\n  - A b.\n" if key == "suite" else f"claims:\n  {claim}\n"
    try:
        found: ClaimFile = parse(body, path="")
    except ExceptionGroup:
        return None
    only = found.claims[0]
    return {"suite": found.suite, "id": only.id}.get(key, only.sentence)
