"""The names that claims speak of, sorted so that one can stand in the place of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from factcheck.audits.edits import in_seeded_order
from factcheck.domain.analysis import Analysis, Name, NameKind
from factcheck.domain.claim import Claim
from factcheck.text import gazetteer
from factcheck.text.analyse import analyse
from factcheck.text.gazetteer import Kind
from factcheck.text.names import bare_words

_ARTICLED = frozenset("us uk netherlands philippines bahamas gambia uae maldives drc czech_republic".split())
_AFTER_A_NAME = frozenset("VDMsBI.,C")
_COUNTRIES = ("Norway", "Chile", "Kenya", "Portugal", "Vietnam")
_CITIES = ("Oslo", "Lima", "Nairobi", "Lisbon", "Hanoi")
_PEOPLE = ("Ingrid Solberg", "Tomas Rivera", "Amina Okoye", "Peter Lindholm")
_BODIES = ("UNICEF", "OPEC", "NATO", "the World Bank", "the European Commission")


class Class(StrEnum):
    """Names of one class can stand for one another in a sentence."""

    PERSON = "person"
    COUNTRY = "country"
    CITY = "city"
    BODY = "body"


_SPARE = {Class.PERSON: _PEOPLE, Class.COUNTRY: _COUNTRIES, Class.CITY: _CITIES, Class.BODY: _BODIES}


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody or something with a name.

    Attributes:
        key: Equal for the aliases of one bearer.
        text: The name as claims write it, with its article if it has one.
    """

    kind: Class
    key: str
    text: str


def class_of(found: Analysis, name: Name) -> Class | None:
    """What could stand in a name's place; None for what only looks like a name ("Air strikes", "Tower 22")."""
    known = gazetteer.canonical(name.text)
    if known is not None:
        match known[1]:
            case Kind.COUNTRY | Kind.DEMONYM:
                return Class.COUNTRY if gazetteer.demonyms(known[0]) else None
            case Kind.CITY:
                return Class.CITY
            case Kind.BODY | Kind.PARTY | Kind.MEDIA | Kind.GROUP | Kind.COMPANY:
                return Class.BODY
            case _:
                return None
    if name.kind is NameKind.BODY:
        owned = any(other.end + 1 == name.start for other in found.names)
        return None if owned else Class.BODY  # "the US Army", "the US Army and Air Force"
    at = next((n for n, token in enumerate(found.tokens) if token[1] == name.end), -1)
    follows = found.tags[at + 1 : at + 2]
    stands_alone = at >= 0 and found.tags[at] == "P" and (not follows or follows in _AFTER_A_NAME)
    if name.kind is NameKind.PERSON:
        return Class.PERSON
    many = " " in name.text
    opens = not any(start < name.start for start, _, _ in found.tokens)
    return Class.PERSON if stands_alone and (many or not opens or follows in ("D", "V", "M", "s")) else None


def bearers(claims: Iterable[Claim]) -> tuple[Bearer, ...]:
    """Every bearer that the claims name, each once, in the order of mention."""
    found: dict[str, Bearer] = {}
    for claim in claims:
        for bearer in _named(analyse(claim.sentence)):
            found.setdefault(bearer.key, bearer)
    return tuple(found.values())


def _named(found: Analysis) -> Iterator[Bearer]:
    for name in found.names:
        kind = class_of(found, name)
        if kind is Class.COUNTRY:
            if name.key in _ARTICLED or gazetteer.canonical(name.text) != (name.key, Kind.COUNTRY):
                continue
            yield Bearer(kind, name.key, name.text)
        elif kind is not None:
            article = "the " if found.text[: name.start].lower().endswith("the ") else ""
            yield Bearer(kind, name.key, article + name.text)


def others(kind: Class, found: Analysis, name: Name, pool: Iterable[Bearer], *, seed: str) -> list[Bearer]:
    """Who could be named instead: of the same class, not named in the sentence, not an alias, no part or whole of it.

    Names that the claims speak of come first, since they are the harder ones to tell apart.
    """
    present = {other.key for other in found.names}
    known = [b for b in pool if b.kind is kind and b.key not in present and not _related(b, name)]
    spare = [Bearer(kind, " ".join(bare_words(text.split())), text) for text in _SPARE[kind]]
    spare = [
        b
        for b in spare
        if not _related(b, name) and not _words(b.text) & {w for n in found.names for w in _words(n.text)}
    ]
    order = {text: n for n, text in enumerate(in_seeded_order(seed, [b.text for b in (*known, *spare)]))}
    return sorted(known, key=lambda b: order[b.text]) + sorted(spare, key=lambda b: order[b.text])


def _related(other: Bearer, name: Name) -> bool:
    if other.key == name.key or _words(other.text) & _words(name.text):
        return True
    if gazetteer.is_in(other.key, name.key) or gazetteer.is_in(name.key, other.key):
        return True
    plural = [text.endswith("s") and not text.endswith("ss") for text in (other.text, name.text)]
    return other.kind is Class.BODY and plural[0] != plural[1]


def _words(text: str) -> set[str]:
    return {word for word in bare_words(text.replace("-", " ").split()) if len(word) > 2 and word != "the"}
