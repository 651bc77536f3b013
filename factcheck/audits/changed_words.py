"""Another name, another office, the opposite statement, another speaker: what a sentence says of who and whether."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.audits.bearers import Bearer, Class, class_of, others
from factcheck.audits.edits import Edit, in_seeded_order
from factcheck.domain.analysis import Analysis, Name, Rank, Role, UnitKind
from factcheck.text import gazetteer
from factcheck.text.gazetteer import Kind

_OFFICES = (
    ("president", "prime minister", "foreign minister", "finance minister", "defence minister"),
    ("ambassador", "trade envoy", "military attaché", "cultural attaché"),
    ("chairman", "chairwoman", "chair", "chief executive", "finance director", "treasurer"),
    ("spokesperson", "spokesman", "spokeswoman", "lawyer", "treasurer"),
    ("mayor", "police chief", "fire chief", "treasurer"),
)
_ANY_OFFICE = ("treasurer", "legal adviser", "press officer")
_ALIKE = ({"chairman", "chairwoman", "chair"}, {"spokesperson", "spokesman", "spokeswoman"})
_PLACES = {1: "third", 2: "fourth", 3: "seventh", 4: "second", 5: "second"}
_MODALS = frozenset("will would can could may might must should shall".split())
_BE = frozenset("is are was were am".split())
_HAVE = frozenset("has have had".split())
_RELATIVE = frozenset("that who which whose where when".split())
_ARTICLE = re.compile(r"\bthe $", re.IGNORECASE)
_LED_IN = {
    Class.COUNTRY: _ARTICLE,
    Class.BODY: _ARTICLE,
    Class.PERSON: re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lady|Lord|Dame|Sayyed|Sheikh|Ayatollah)\.? $"),
}  # what goes with the name that stands behind it
_NO = re.compile(r"\b(no|not|never|nobody)\b ?", re.IGNORECASE)
_SPEAKERS = ("a trade union leader", "a museum director", "the national weather service")


def other_names(found: Analysis, name: Name, pool: Iterable[Bearer], *, seed: str) -> Iterator[Edit]:
    """Edits that name somebody or something else of the same class, in the form of the name that stood there."""
    kind = class_of(found, name)
    spoken = [report.speaker_span for report in found.reports if report.speaker_span]
    if kind is None or any(start <= name.start < end for start, end in spoken) or _quoted(found, name.start):
        return
    head = found.text[: name.start]
    led = _LED_IN[kind].search(head) if kind in _LED_IN else None
    start = led.start() if led else name.start
    owned = head.endswith(("'s ", "’s "))
    for other in others(kind, found, name, pool, seed=seed):
        if kind is not Class.COUNTRY:
            words = other.text.removeprefix("the ") if owned else other.text
            yield Edit(start, name.end, _capital_at(found.text, start, words))
        elif not _attributive(found, name):
            yield Edit(start, name.end, other.text)
        elif adjective := next(iter(gazetteer.demonyms(other.key)), ""):
            yield Edit(name.start, name.end, adjective)


def _attributive(found: Analysis, name: Name) -> bool:
    """Whether a country stands before what it describes: "US troops", "American soldiers", "US-led"."""
    known = gazetteer.canonical(name.text)
    if known is not None and known[1] is Kind.DEMONYM:
        return True
    at = next((n for n, token in enumerate(found.tokens) if token[1] == name.end), -1)
    following = found.tokens[at + 1][2] if 0 <= at < len(found.tokens) - 1 else ""
    return following == "-" or found.tags[at + 1 : at + 2] in ("N", "S", "A") or (
        following[:1].isupper() and found.tags[at + 1 : at + 2] == "P"
    )  # fmt: skip


def _quoted(found: Analysis, at: int) -> bool:
    return any(quotation.start <= at < quotation.end for quotation in found.quotations)


def _capital_at(text: str, start: int, words: str) -> str:
    opens = not text[:start].strip(" \"'“‘")
    return words[0].upper() + words[1:] if opens else words


def other_offices(found: Analysis, role: Role, *, seed: str) -> Iterator[Edit]:
    """Edits that give another office, none that could be the same one under another name."""
    words = found.text[role.start : role.end]
    low = words.lower()
    group = next((group for group in _OFFICES if low in group), _ANY_OFFICE)
    alike = next((names for names in _ALIKE if low in names), {low})
    title = gazetteer.title(words)
    for office in in_seeded_order(seed, list(group)):
        if office not in alike and (title is None or gazetteer.title(office) != title):
            yield Edit(role.start, role.end, office.title() if words.istitle() else office)


def other_rank(found: Analysis, rank: Rank) -> Iterator[Edit]:
    """An edit that gives another place in the order: "second-largest" becomes "fourth-largest", "largest" "third-largest"."""
    words = found.text[rank.start : rank.end]
    if rank.scale == "only" or not words.lower().endswith(("st", "most")):
        return
    ordinal = _PLACES.get(rank.place, "second")
    superlative = words.rpartition("-")[2].rpartition(" ")[2]
    if rank.place == 1 or "-" in words:
        yield Edit(rank.start, rank.end, f"{ordinal}-{superlative}")


def opposite_statement(found: Analysis) -> Iterator[Edit]:
    """Edits that deny what is affirmed and affirm what is denied.

    Left alone: a sentence that counts its subject, since "three were not hurt" may be as true as "three were hurt", and words
    inside quotation marks.
    """
    if denial := _NO.search(found.text):
        if not _quoted(found, denial.start()):
            yield from _affirmed(found, denial)
        return
    if any(unit.negated for unit in found.units):
        return
    at = _finite_verb(found)
    if at is None or _quoted(found, found.tokens[at][0]):
        return
    before = at - 1
    while before >= 0 and found.tags[before] == "R":
        before -= 1
    if found.tags[at] in "VB" and before >= 0 and found.tokens[before][2].lower() in _MODALS | _BE | _HAVE:
        at = before
    start, end, word = found.tokens[at]
    if any(figure.start < start for figure in found.quantities):
        return
    low = word.lower()
    follows = found.tags[at + 1 :].lstrip("R")[:1]
    if low in _MODALS | _BE or (low in _HAVE and follows in ("B", "D")):
        yield Edit(start, end, f"{word} not")
    elif low in ("has", "have"):
        yield Edit(start, end, "does not have" if low == "has" else "do not have")
    elif found.tags[at] in "DB":
        yield Edit(start, end, f"never {word}")
    elif low.endswith("s"):
        yield Edit(start, end, f"does not {_base(low)}")
    else:
        yield Edit(start, end, f"do not {low}")


def _affirmed(found: Analysis, denial: re.Match[str]) -> Iterator[Edit]:
    start, end = denial.span()
    match denial[1].lower():
        case "nobody":
            yield Edit(start, end, "somebody ")
        case "no":
            following = next((n for n, token in enumerate(found.tokens) if token[0] == end), None)
            plural = following is not None and "S" in found.tags[following : following + 2]
            yield Edit(start, end, "" if plural else "a ") if plural or start else Edit(start, end, "A ")
        case _:
            yield Edit(start, end, "")


def _finite_verb(found: Analysis) -> int | None:
    """The token that makes the main statement finite: the auxiliary of its verb, or the verb itself."""
    last = found.units[found.main] if found.main >= 0 else None
    if last is None:
        return next((n for n, tag in enumerate(found.tags) if tag in "VDM" and _of_main_clause(found, n)), None)
    own = next((n for n, token in enumerate(found.tokens) if token[0] == last.start), 0)
    if found.tags[own] == "B" and not {"V", "D", "M"} & set(found.tags[:own]):
        return own  # "the bridge opened in 1987", which the tagger takes for a participle
    upto = [n for n, token in enumerate(found.tokens) if token[0] <= last.start and found.tags[n] in "VDM"]
    if last.kind is UnitKind.VERB or upto:
        return next((n for n in reversed(upto) if _of_main_clause(found, n) and not _after_to(found, n)), None)
    return next((n for n, tag in enumerate(found.tags) if tag in "VDM" and _of_main_clause(found, n)), None)


def _of_main_clause(found: Analysis, at: int) -> bool:
    return not at or found.tokens[at - 1][2].lower() not in _RELATIVE


def _after_to(found: Analysis, at: int) -> bool:
    return at > 0 and found.tags[at - 1] == "t"


def _base(third_person: str) -> str:
    if third_person.endswith("ies") and len(third_person) > 4:
        return third_person[:-3] + "y"
    if third_person.endswith(("shes", "ches", "xes", "sses", "zzes", "oes")):
        return third_person[:-2]
    return third_person[:-1]


def other_speakers(found: Analysis, pool: Iterable[Bearer], *, seed: str) -> Iterator[Edit]:
    """Edits that give the saying to somebody else whom the claims name, or to nobody known."""
    report = next((report for report in found.reports if report.speaker_span), None)
    if report is None or report.speaker_span is None:
        return
    start, end = report.speaker_span
    words = found.text[start:end]
    stated = set(words.lower().replace("-", " ").replace("'s", "").replace("’s", "").split()) - {"the", "a", "of"}
    people = [b.text for b in pool if b.kind is Class.PERSON and b.key not in {name.key for name in found.names}]
    for other in (*in_seeded_order(seed, people), *in_seeded_order(seed, list(_SPEAKERS))):
        if not stated & set(other.lower().replace("-", " ").split()):
            yield Edit(start, end, _capital_at(found.text, start, other))
