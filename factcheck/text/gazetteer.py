"""Places, bodies, titles and given names by the ways people write them.

Tables under `tables/`: `countries.txt`, `places.txt`, `bodies.txt`, `titles.txt`, `first_names.txt`. Read at the first lookup.
A key is a lower-case word with underscores and never changes: "us" for US, U.S., United States, America, American.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from factcheck.text.tables import rows


class Kind(StrEnum):
    """What an alias names."""

    COUNTRY = "country"
    DEMONYM = "demonym"  # the adjective or the people; the key is the country's or region's
    STATE = "state"  # a state or province within a country
    CITY = "city"
    REGION = "region"  # continents, and parts of the world or of a country
    WATER = "water"  # oceans, seas, rivers, lakes, straits
    BODY = "body"
    PARTY = "party"
    MEDIA = "media"
    GROUP = "group"  # armed groups
    COMPANY = "company"
    RELIGION = "religion"
    TITLE = "title"


class Gender(StrEnum):
    """How a given name is mostly borne."""

    MALE = "m"
    FEMALE = "f"
    EITHER = "either"


class Known(NamedTuple):
    """What an alias stands for; `exact` is the way to write it when it counts only so (US, not us; Miss., not Miss)."""

    key: str
    kind: Kind
    exact: str | None = None


_BREAK = re.compile(r"[\s\-–]+")
_DROPPED = str.maketrans("", "", ".,'’")


def alias_words(text: str) -> tuple[str, ...]:
    """The lower-case words by which `aliases()` is indexed: split at spaces and hyphens, dots and apostrophes dropped.

    A leading "the" and a possessive ending are no part of a name: "the U.S.'s" gives ("us",).
    """
    text = text.strip().removesuffix("'s").removesuffix("’s")
    words = tuple(word for word in _BREAK.split(text.translate(_DROPPED).lower()) if word)
    return words[1:] if len(words) > 1 and words[0] == "the" else words


@dataclass(slots=True)
class _Tables:
    aliases: dict[tuple[str, ...], Known] = field(default_factory=dict)
    within: dict[str, set[str]] = field(default_factory=dict)
    capital: dict[str, str] = field(default_factory=dict)
    demonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(self, alias: str, key: str, kind: Kind) -> None:
        name = alias.removesuffix("!")
        self.aliases.setdefault(alias_words(name), Known(key, kind, name if name != alias else None))


def _key(name: str) -> str:
    return "_".join(alias_words(name.removesuffix("!")))


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.split("|")]


def _items(cell: str) -> list[str]:
    return [item.strip() for item in cell.split(",") if item.strip()]


def _read_countries(tables: _Tables) -> None:
    for row in rows("countries"):
        key, names, demonyms, capital, regions = _cells(row)
        for name in _items(names):
            tables.add(name, key, Kind.COUNTRY)
        for name in _items(demonyms):
            tables.add(name, key, Kind.DEMONYM)
        tables.demonyms[key] = tuple(name.removesuffix("!") for name in _items(demonyms))
        tables.within[key] = {_key(region) for region in _items(regions)}
        if capital:
            city = _key(capital)
            tables.add(capital, city, Kind.CITY)
            tables.capital[city] = key
            tables.within[city] = {key}


def _read_places(tables: _Tables) -> None:
    for row in rows("places"):
        head, _, places = row.partition(":")
        kind_name, _, holder = head.rpartition(" ")
        kind = Kind(kind_name or "city")
        for place in _items(places):
            names = place.split("=")
            key = holder if kind is Kind.DEMONYM else _key(names[0])
            for name in names:
                tables.add(name, key, kind)
            if kind is Kind.DEMONYM:
                tables.demonyms[key] = (*tables.demonyms.get(key, ()), names[0].removesuffix("!"))
                continue
            tables.within.setdefault(key, set()).add(holder)


def _read_bodies(tables: _Tables) -> None:
    for row in rows("bodies"):
        key, kind, names = _cells(row)
        for name in _items(names):
            tables.add(name, key, Kind(kind))


@cache
def _tables() -> _Tables:
    tables = _Tables()
    _read_countries(tables)
    _read_places(tables)
    _read_bodies(tables)
    return tables


def aliases() -> dict[tuple[str, ...], Known]:
    """Everything known, by `alias_words`."""
    return _tables().aliases


@cache
def multiword() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Aliases of two words and more by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(aliases(), key=lambda words: (-len(words), words)):
        if len(words) > 1:
            found.setdefault(words[0], []).append(words)
    return {first: tuple(group) for first, group in found.items()}


def canonical(alias_text: str) -> tuple[str, Kind] | None:
    """The key and kind of a name, a demonym included; None when it is not known.

    Words that are also common ones count only in their own capitals: "US" and "Turkey", not "us" and "turkey".
    Gets right: "U.S.", "the United States", "Iraqi". Gets wrong: "Jordan" the given name is the country.
    """
    known = _known(aliases(), alias_text)
    return (known.key, known.kind) if known else None


def _known(table: dict[tuple[str, ...], Known], text: str) -> Known | None:
    known = table.get(alias_words(text))
    if known is None or (known.exact is not None and not _written_like(text, known.exact)):
        return None
    return known


def _written_like(text: str, exact: str) -> bool:
    bare = text.strip().removesuffix("'s").removesuffix("’s").removeprefix("the ").removeprefix("The ")
    if exact.isupper():
        return bare.isupper()
    return bare[0].isupper() and (not exact.endswith(".") or bare.endswith("."))


def demonyms(country_key: str) -> tuple[str, ...]:
    """The adjectives and names of its people."""
    return _tables().demonyms.get(country_key, ())


def government_of(key: str) -> str | None:
    """The country that a capital stands for in "Washington said"; None for other places."""
    return _tables().capital.get(key)


def is_in(place_key: str, container_key: str) -> bool:
    """Whether a place lies in another, through any number of steps; a place does not lie in itself."""
    within = _tables().within
    seen: set[str] = set()
    queue = [place_key]
    while queue:
        fresh = within.get(queue.pop(), set()) - seen
        seen |= fresh
        queue.extend(fresh)
    return container_key in seen


@cache
def _holds() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for place, holders in _tables().within.items():
        for holder in holders:
            found.setdefault(holder, set()).add(place)
    return found


def places_in(container_key: str) -> frozenset[str]:
    """All places that lie in one, through any number of steps, see `is_in`."""
    seen: set[str] = set()
    queue = [container_key]
    while queue:
        fresh = _holds().get(queue.pop(), set()) - seen
        seen |= fresh
        queue.extend(fresh)
    return frozenset(seen)


@cache
def titles() -> dict[tuple[str, ...], Known]:
    """Titles and offices by `alias_words`; the key is equal for the ways to write one office."""
    tables = _Tables()
    for row in rows("titles"):
        key, _, names = row.partition(":")
        for name in _items(names):
            tables.add(name, key, Kind.TITLE)
    return tables.aliases


def title(text: str) -> str | None:
    """The key of a title or office: "PM", "premier" and "prime minister" give "prime_minister"; None when not known."""
    known = _known(titles(), text)
    return known.key if known else None


@cache
def _genders() -> dict[str, Gender]:
    return {
        name.lower(): Gender(head.strip())
        for row in rows("first_names")
        for head, _, names in [row.partition(":")]
        for name in names.split()
    }


def gender(first_name: str) -> Gender | None:
    """How a given name is mostly borne; None when it is not in the table."""
    return _genders().get(first_name.lower())
