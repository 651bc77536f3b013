"""What the words of a typed check mean in its sentence: whose saying it is, and which deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.analysis import NameKind
from factcheck.text.analyse import analyse
from factcheck.text.names import bare_words
from factcheck.text.words import key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.domain.analysis import Analysis, Unit


_SHORT = 4  # letters of a stem that says nothing about its kin


def name_key(name: str) -> str:
    """A name as the names of sentences are compared: "Mohammed Shia al-Sudani" is `mohammed shia al sudani`."""
    return " ".join(bare_words(name.replace("-", " ").split()))


def speaking_persons(sentence: Analysis) -> list[str]:
    """Keys of those to whom a sentence gives a saying by name; a spokesman, a ministry, a country or "he" leave open who it was."""
    spans = [report.speaker_span for report in sentence.reports if report.speaker_span]
    return [
        name.key
        for name in sentence.names
        if name.kind in (NameKind.PERSON, NameKind.OTHER)
        and any(start <= name.start and name.end <= end for start, end in spans)
    ]


def deed_of(sentence: Analysis, of: str | None) -> int:
    """Index of the unit that an `event` check is about: the main one, or the first that words of `of` name; -1 if there is none."""
    if not of:
        return sentence.main
    found = (
        n for wanted in analyse(of).units for n, unit in enumerate(sentence.units) if _is_called(unit, keys((wanted,)))
    )
    return next(found, -1)


def _is_called(unit: Unit, wanted: set[str]) -> bool:
    """Gets right: "the closure" is of "will close". Gets wrong: a deed told in an unrelated word ("the exit" of "will leave")."""
    return any(_akin(one, other) for one in keys((unit,)) for other in wanted)


def _akin(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) > _SHORT and long.startswith(short[:-1]))


def keys(units: Iterable[Unit]) -> set[str]:
    """What units are called: by the key of their sense and by the stems of their words."""
    return {name for unit in units for name in (unit.key, *map(key, unit.text.split()))}
