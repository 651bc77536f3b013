"""The lock read back from its text: all of it, or the place of the first thing that cannot be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from factcheck.audits.lock_text import SHORT_ESCAPES, STANCES, VERSION
from factcheck.audits.locking import ordered
from factcheck.domain.claim import Review
from factcheck.domain.lock import Lock, LockedQuote, LockEntry
from factcheck.domain.verdict import Label, MissingReason, Origins
from factcheck.errors import Location, LockError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

_CLAIM_KEYS = ("says", "asks", "expect", "verdict", "origins", "locked", "signed", "because", "judged by")
_QUOTE_KEYS = ("file", "publisher", "published", "status", "text", "at", "before", "quote", "after")
_NEEDED = {"claim": ("says", "verdict", "origins", "locked"), "quote": ("text", "at", "quote")}
_ESCAPE = re.compile(r"\\(?:([\\nrts])|u\{([0-9a-f]{1,6})\}|)")
_LINE = re.compile(r"(?P<indent> *)(?P<key>judged by|[^ ]+)(?P<gap> *)(?P<value>.*)")
_CONFLICT = re.compile(r"<{7}|={7}$|>{7}|\|{7}")
_SPAN = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
_ORIGINS = re.compile(r"([0-9]{1,6}) for, ([0-9]{1,6}) against")
_SIGNED = re.compile(r"(accept|override) by (.+) on ([0-9-]{10})(?: until ([0-9-]{10}))?", re.DOTALL)
_DIGEST = re.compile(r"sha256 ([0-9a-f]{16})")
_MEND = "mend the line, or take the file from version control again; nothing was written"


def parse(text: str, *, path: str) -> Lock:
    """Read a lock.

    Args:
        text: The whole file.
        path: As it shall appear in locations.

    Raises:
        LockError: For the first thing that cannot be read, with its place; nothing is guessed or left out.
    """
    return _Parser(path).run(text)


def quote_places(text: str, *, path: str) -> dict[tuple[str, LockedQuote], Location]:
    """Where each quote of a lock stands, by node id and quote.

    Raises:
        LockError: As `parse`.
    """
    parser = _Parser(path)
    parser.run(text)
    return parser.quotes


def parse_entry(block: str) -> LockEntry:
    """Read what `write_entry` wrote."""
    (entry,) = parse(f"factcheck.lock {VERSION}\n{block}", path="entry").entries.values()
    return entry


@dataclass(slots=True)
class _Block:
    """Lines that belong together: keys to (value, place)."""

    kind: str
    name: str
    where: Location
    values: dict[str, tuple[str, Location]]
    below: list[_Block]


class _Parser:
    def __init__(self, path: str) -> None:
        self._path = path
        self._versions: list[tuple[str, str]] = []
        self._entries: dict[str, LockEntry] = {}
        self._places: dict[str, Location] = {}
        self.quotes: dict[tuple[str, LockedQuote], Location] = {}
        self._open: _Block | None = None
        self._stated = False

    def run(self, text: str) -> Lock:
        for number, raw in enumerate(text.split("\n"), start=1):
            line = raw.removesuffix("\r").rstrip(" ")
            if _CONFLICT.match(line):
                mend = "settle the merge: take either side, then run `factcheck lock`"
                raise LockError("L004", "a merge conflict", where=Location(self._path, number, 1), mend=mend)
            if line and not line.startswith("#"):
                self._line(line, number)
        if not self._stated:
            what = "the file does not begin with `factcheck.lock 1`"
            raise LockError("L003", what, where=Location(self._path), mend=_MEND)
        self._close()
        return Lock(tuple(sorted(self._versions)), self._entries)

    def _line(self, line: str, number: int) -> None:
        found = _LINE.fullmatch(line)
        where = Location(self._path, number, (found.start("key") if found else 0) + 1)
        if found is None:
            raise self._unknown(line, where)
        depth, key = len(found["indent"]), found["key"]
        place = Location(self._path, number, found.start("value") + 1)
        if not self._stated:
            self._version(line, where)
            return
        value = self._unescaped(found["value"], place)
        match depth, key:
            case 0, "claim":
                self._close()
                self._open = _Block("claim", value, where, {}, [])
                if not value:
                    raise self._bad("claim", "a node id", place)
            case 0, "with" if self._open is None:
                name, _, version = value.rpartition(" ")
                self._versions.append((name, version))
            case 2, _ if self._open and key in STANCES:
                self._open.below.append(_Block(key, value, where, {}, []))
            case 2, _ if self._open and not self._open.below and key in _CLAIM_KEYS:
                self._add(self._open, key, value, where, place)
            case 4, _ if self._open and self._open.below and key in _QUOTE_KEYS:
                self._add(self._open.below[-1], key, value, where, place)
            case _:
                raise self._unknown(line, where)

    def _version(self, line: str, where: Location) -> None:
        name, _, version = line.partition(" ")
        if name != "factcheck.lock" or not version.isdigit():
            raise LockError("L003", "the file does not begin with `factcheck.lock 1`", where=where, mend=_MEND)
        if version != VERSION:
            what = f"the lock has format {version}, and this version of pytest-factcheck reads format {VERSION}"
            raise LockError("L003", what, where=where, mend="use the version that wrote it")
        self._stated = True

    def _add(self, block: _Block, key: str, value: str, where: Location, place: Location) -> None:
        if key in block.values:
            raise LockError("L006", f"`{key}` stands twice in this block", where=where, mend=_MEND)
        block.values[key] = (value, place)

    def _unknown(self, line: str, where: Location) -> LockError:
        return LockError("L005", f"cannot be read: `{' '.join(line.split())[:60]}`", where=where, mend=_MEND)

    def _bad(self, key: str, wanted: str, where: Location) -> LockError:
        return LockError("L007", f"`{key}` takes {wanted}", where=where, mend=_MEND)

    def _unescaped(self, value: str, place: Location) -> str:
        if "\\" not in value:
            return value

        def sign(match: re.Match[str]) -> str:
            if match[1]:
                return SHORT_ESCAPES[match[1]]
            if match[2] and int(match[2], 16) <= 0x10FFFF:
                return chr(int(match[2], 16))
            where = replace(place, column=place.column + match.start())
            raise LockError("L007", f"`{value[match.start() :][:10]}` is no escape", where=where, mend=_MEND)

        return _ESCAPE.sub(sign, value)

    def _close(self) -> None:
        block, self._open = self._open, None
        if block is None:
            return
        if block.name in self._entries:
            first = self._places[block.name].line
            what = f"claim {block.name} stands twice; the first is on line {first}"
            mend = "settle the merge: delete one of the two, then run `factcheck lock`"
            raise LockError("L006", what, where=block.where, mend=mend)
        self._places[block.name] = block.where
        quotes = {self._quote(item): item for item in block.below}
        self._entries[block.name] = self._entry(block, ordered(quotes))
        self.quotes |= {(block.name, quote): item.values["quote"][1] for quote, item in quotes.items()}

    def _entry(self, block: _Block, quotes: tuple[LockedQuote, ...]) -> LockEntry:
        self._needs(block, _NEEDED["claim"])
        verdict, reason = self._value(block, "verdict", _verdict, "a verdict, with a reason if it is missing")
        return LockEntry(
            nodeid=block.name,
            sentence=block.values["says"][0],
            verdict=verdict,
            day=self._value(block, "locked", date.fromisoformat, "a day such as 2024-01-12"),
            asks=block.values.get("asks", ("", None))[0],
            expect=self._value(block, "expect", Label, "a verdict", Label.SUPPORTED),
            reason=reason,
            origins=self._value(block, "origins", _origins, "counts such as 2 for, 0 against"),
            review=self._review(block),
            versions=self._value(block, "judged by", _versions, "names and versions", None),
            quotes=quotes,
        )

    def _review(self, block: _Block) -> Review | None:
        because, place = block.values.get("because", (None, block.where))
        signed: Review | None = self._value(block, "signed", _signed, "accept or override by NAME on DAY", None)
        if signed is None and because is not None:
            raise LockError("L006", "`because` without `signed`", where=place, mend=_MEND)
        return replace(signed, reason=because) if signed else None

    def _quote(self, block: _Block) -> LockedQuote:
        self._needs(block, _NEEDED["quote"])
        start, end = self._value(block, "at", _span, "a slice such as 0-48")
        words, place = block.values["quote"]
        if len(words) != end - start:
            what = f"`at` spans {end - start} characters, and the quote has {len(words)}"
            raise LockError("L007", what, where=place, mend=_MEND)
        return LockedQuote(
            stance=STANCES[block.kind],
            source=block.name,
            digest=self._value(block, "text", _digest, "sha256 and sixteen digits"),
            start=start,
            end=end,
            quote=words,
            prefix=block.values.get("before", ("", None))[0],
            suffix=block.values.get("after", ("", None))[0],
            publisher=block.values.get("publisher", (None, None))[0],
            published=self._value(block, "published", date.fromisoformat, "a day such as 2024-01-12", None),
            status=block.values.get("status", ("current", None))[0],
            path=block.values.get("file", ("", None))[0],
        )

    def _needs(self, block: _Block, keys: Iterable[str]) -> None:
        for key in keys:
            if not block.values.get(key, ("", None))[0]:
                what = f"`{key}` is missing in the block `{block.kind} {block.name[:60]}`"
                raise LockError("L006", what, where=block.where, mend=_MEND)

    def _value(self, block: _Block, key: str, read: Callable[[str], Any], wanted: str, *otherwise: Any) -> Any:
        if key not in block.values and otherwise:
            return otherwise[0]
        value, place = block.values[key]
        try:
            return read(value)
        except ValueError:
            raise self._bad(key, wanted, place) from None


def _matched(pattern: re.Pattern[str], value: str) -> re.Match[str]:
    found = pattern.fullmatch(value)
    if found is None:
        raise ValueError(value)
    return found


def _verdict(value: str) -> tuple[Label, MissingReason | None]:
    label, colon, reason = value.partition(": ")
    if (label == Label.MISSING) != bool(colon):
        raise ValueError(value)
    return Label(label), MissingReason(reason) if colon else None


def _origins(value: str) -> Origins:
    found = _matched(_ORIGINS, value)
    return Origins(int(found[1]), int(found[2]))


def _span(value: str) -> tuple[int, int]:
    found = _matched(_SPAN, value)
    return int(found[1]), int(found[2])


def _digest(value: str) -> str:
    return _matched(_DIGEST, value)[1]


def _signed(value: str) -> Review:
    found = _matched(_SIGNED, value)
    until = date.fromisoformat(found[4]) if found[4] else None
    return Review(found[1], found[2], date.fromisoformat(found[3]), until)


def _versions(value: str) -> tuple[tuple[str, str], ...]:
    pairs = [part.rpartition(" ") for part in value.split(", ")]
    return tuple((name, version) for name, _, version in pairs)
