"""The text of a claim file in, claims out, or every fault of the file."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from factcheck.claimfile.faults import BadValueError, Faults
from factcheck.claimfile.schema import Record, add_colon_fault, records
from factcheck.claimfile.values import glued_key, sentence, slug
from factcheck.domain.claim import Appeared, Checks, Claim, DateCheck, EventCheck, NumberCheck, Policy, Review
from factcheck.domain.verdict import Label
from factcheck.errors import Location
from factcheck.yamltext import Broken, Mapping, Node, Scalar, Sequence, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_POLICY_KEYS = frozenset(field.name for field in fields(Policy))
_CHECK_KEYS = frozenset(field.name for field in fields(Checks))
_SHELF_LIFE_KEYS = frozenset({"valid_for", "recheck_by"})
_BLANK = re.compile(r"[ \t\r\n]*")
_LINE_BREAK = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class ClaimFile:
    """The claims of one file, in its order, each with the policy and the day that it inherits.

    Attributes:
        path: As given to `parse`.
        suite: The file's title.
        as_of: The file's day for "currently".
    """

    path: str
    suite: str | None
    as_of: date | None
    claims: tuple[Claim, ...]


def parse(source: str | bytes, *, path: str, defaults: Policy | None = None) -> ClaimFile:
    """Read a claim file.

    Structure only: whether a typed check fits its own sentence is for those who can analyse sentences.

    Args:
        source: The whole file; bytes are UTF-8, or UTF-16 with a byte order mark.
        path: As it shall appear in locations.
        defaults: The policy of the configuration.

    Raises:
        ExceptionGroup: Of `ClaimFileError`: every fault of the file, sorted by place.
    """
    document = read(source)
    faults = Faults(path)
    for fault in document.faults:
        faults.add_yaml(fault)
    parser = _FileParser(path, document.text, defaults or Policy(), faults)
    root = document.root
    if isinstance(root, Mapping):
        parsed = parser.file(root)
        faults.raise_if_any()
        return parsed
    if root is None and not document.faults:
        faults.add_file("F001", "the file is empty", "write `claims:` and below it one `- sentence` for each claim")
    elif root is not None and not isinstance(root, Broken):
        kind = "a list" if isinstance(root, Sequence) else "a text"
        faults.add(root, "F002", f"the file is {kind} and has no keys", "write `claims:` above it and indent it")
    faults.raise_if_any()
    raise AssertionError(path)  # pragma: no cover - a file without a mapping has a fault


class _FileParser:
    """What the claims of one file share while they are read."""

    def __init__(self, path: str, text: str, policy: Policy, faults: Faults) -> None:
        self._path = path
        self._text = text
        self._policy = policy
        self._faults = faults
        self._claim_record: Record = records()["claim"]
        self._claim_keys = frozenset(self._claim_record.keys)
        self._ids: dict[str, Node] = {}
        self._suite: str | None = None
        self._as_of: date | None = None
        self._tags: tuple[str, ...] = ()
        self._shelf_life: dict[str, Any] = {}

    def file(self, root: Mapping) -> ClaimFile:
        found = records()["file"](root, "", self._faults) or {}
        self._suite, self._as_of = found.get("suite"), found.get("as_of")
        self._tags = found.get("tags", ())
        self._shelf_life = {key: found[key] for key in _SHELF_LIFE_KEYS if key in found}
        self._policy = replace(self._policy, **found.get("policy", {}))
        claims = tuple(self._claims(found["claims"])) if "claims" in found else ()
        return ClaimFile(self._path, self._suite, self._as_of, claims)

    def _claims(self, node: Node) -> Iterator[Claim]:
        if (isinstance(node, Scalar) and node.is_null) or (isinstance(node, Sequence) and not node.items):
            self._faults.add(node, "F004", "there is no claim in this file", "write one `- sentence` below `claims:`")
        elif isinstance(node, Sequence):
            for item in node.items:
                claim = self._claim(item, in_brackets=node.flow)
                if claim:
                    yield claim
        elif not isinstance(node, Broken):
            self._faults.add(node, "F012", "`claims` takes a list", "start each claim on a line of its own with `- `")

    def _claim(self, item: Node, *, in_brackets: bool) -> Claim | None:
        if type(item) is Scalar:
            if in_brackets and item.plain:
                what = "a sentence inside `[ ]` without quotes: YAML cuts it at every comma"
                self._faults.add(item, "F035", what, "put it in quotes, or start it on a line of its own with `- `")
            words = self._sentence(item)
            return self._made(words, item, {}) if words else None
        if type(item) is Mapping:
            return self._claim_with_keys(item)
        if type(item) is Sequence:
            mend = "one dash only; a sentence that starts with a dash or a bracket goes in quotes"
            self._faults.add(item, "F012", "a claim is a sentence or a mapping, and this is a list", mend)
        return None

    def _claim_with_keys(self, item: Mapping) -> Claim | None:
        if self._is_sentence_with_colon(item):
            add_colon_fault(item, self._faults)
            return None
        before = self._faults.count
        found = self._claim_record(item, "claims", self._faults) or {}
        if "id" in found:
            self._take_id(found["id"], item.entries["id"][1])
        _, node = item.entries.get("claim", (None, None))
        if "claim" not in found or type(node) is not Scalar:
            return None
        self._check_glued(node, found["claim"])
        if "review" in found:
            self._check_review(found["review"], item, found["claim"])
        if self._faults.count > before:
            return None
        return self._made(found["claim"], node, found)

    def _sentence(self, node: Scalar) -> str | None:
        if node.is_null:
            self._faults.add(node, "F030", "the sentence is empty", "write the claim as one sentence")
            return None
        try:
            words = sentence(node.value)
        except BadValueError as bad:
            self._faults.add(node, bad.code, bad.what, bad.mend)
            return None
        self._check_glued(node, words)
        return words

    def _check_glued(self, node: Scalar, words: str) -> None:
        if node.plain and (key := glued_key(words, self._claim_keys)):
            self._faults.add(node, "Y029", f"`{key}:` needs a space after the colon", "type a space after the colon")

    def _is_sentence_with_colon(self, item: Mapping) -> bool:
        if item.flow or not item.entries or "claim" in item.entries:
            return False
        first = next(iter(item.entries))
        if first in self._claim_keys or first.startswith("x-"):
            return False
        likely = ["claim"] if len(item.entries) == 1 else list(self._claim_keys)
        return not difflib.get_close_matches(first[:80], likely, n=1, cutoff=0.7)

    def _check_review(self, review: dict[str, Any], item: Mapping, words: str) -> None:
        key = item.entries["review"][0]
        if "id" not in item.entries:
            what = "a claim with a `review` needs an `id` of its own"
            self._faults.add(key, "F023", what, f"add for example `id: {slug(words)[:-7]}`")
        if "until" in review and "day" in review and review["until"] < review["day"]:
            what = f"the sign-off ends on {review['until']}, before it was given on {review['day']}"
            self._faults.add(key, "F024", what, "correct `day` or `until`")

    def _take_id(self, identifier: str, node: Node) -> None:
        """Note an id that the writer gave, whatever else is wrong with the claim."""
        first = self._ids.setdefault(identifier, node)
        if first is not node:
            what = f"id `{identifier}` stands on line {first.line} already"
            self._faults.add(node, "F021", what, "give one of them another `id`")

    def _made(self, words: str, node: Scalar, found: dict[str, Any]) -> Claim:
        identifier = found.get("id") or slug(words)
        first = self._ids.setdefault(identifier, node)
        if "id" not in found and first is not node:
            what = f"the same sentence stands on line {first.line} already"
            self._faults.add(node, "F022", what, "delete it, or give it an `id`")
        policy = {key: found[key] for key in found if key in _POLICY_KEYS}
        shelf_life = self._shelf_life if _SHELF_LIFE_KEYS.isdisjoint(found) else found
        return Claim(
            sentence=words,
            id=identifier,
            written_id="id" in found,
            location=self._location(node),
            suite=self._suite,
            tags=tuple(dict.fromkeys((*self._tags, *found.get("tags", ())))),
            as_of=found.get("as_of", self._as_of),
            policy=replace(self._policy, **policy) if policy else self._policy,
            expect=found.get("expect", Label.SUPPORTED),
            checks=_checks(found) if not _CHECK_KEYS.isdisjoint(found) else Checks(),
            review=Review(**found["review"]) if "review" in found else None,
            note=found.get("note"),
            claimant=found.get("claimant"),
            appeared=Appeared(**found["appeared"]) if "appeared" in found else None,
            valid_for=shelf_life.get("valid_for"),
            recheck_by=shelf_life.get("recheck_by"),
        )

    def _location(self, node: Scalar) -> Location:
        """The first character of the words: inside the quotation marks, below `>-`."""
        if node.plain:
            return Location(self._path, node.line, node.column)
        text = self._text
        words = node.start + 1
        if text[node.start] in "|>":
            header = _LINE_BREAK.search(text, words)
            words = header.end() if header else node.end
        blank = _BLANK.match(text, words)
        words = blank.end() if blank else words
        breaks = list(_LINE_BREAK.finditer(text, node.start, words))
        if not breaks:
            return Location(self._path, node.line, node.column + words - node.start)
        return Location(self._path, node.line + len(breaks), words - breaks[-1].end() + 1)


def _checks(found: dict[str, Any]) -> Checks:
    return Checks(
        number=tuple(_number(value) for value in found.get("number", ())),
        date=tuple(DateCheck(**_as_mapping(value, "value")) for value in found.get("date", ())),
        quote=found.get("quote", ()),
        said_by=found.get("said_by", ()),
        event=tuple(EventCheck(**_as_mapping(value, "status")) for value in found.get("event", ())),
    )


def _number(value: str | dict[str, Any]) -> NumberCheck:
    named = dict(_as_mapping(value, "value"))
    return NumberCheck(place=named.pop("in", None), **named)


def _as_mapping(value: object, key: str) -> dict[str, Any]:
    return value if isinstance(value, dict) else {key: value}
