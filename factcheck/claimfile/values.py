"""What one text of a claim file means: days, spans, tolerances, filters, ids, sentences.

Each function takes the text exactly as written and returns the typed value, or raises `BadValueError`.
"""

from __future__ import annotations

import difflib
import hashlib
import re
import unicodedata
from datetime import date
from decimal import Decimal

from factcheck.claimfile.faults import BadValueError
from factcheck.domain.claim import Tolerance
from factcheck.domain.source import Status, Tier

MAX_SENTENCE = 2000
MAX_TAG = 80

_ADDRESS = re.compile(r"https?://[^\s/]\S*", re.IGNORECASE)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SLASHED = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})")
_COUNT = re.compile(r"[1-9][0-9]{0,2}|1000")
_SPAN = re.compile(r"([1-9][0-9]{0,4})\s*(?:(day|week|month|year)s?|([dwmy]))?")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
_SHARE = re.compile(r"(100|[0-9]{1,2}(?:\.[0-9]{1,20})?)\s*(?:%|percent|per cent)")
_FIGURE = re.compile(r"[0-9][0-9,]{0,20}(?:\.[0-9]{1,20})?|\.[0-9]{1,20}")
_FILTER_KINDS = ("publisher", "tag", "tier", "status")
_FILTER_WORDS = {"tier": tuple(tier.value for tier in Tier), "status": tuple(status.value for status in Status)}
_WORDS = "|".join(f"{kind}:(?:{'|'.join(words)})" for kind, words in _FILTER_WORDS.items())
_FILTER = re.compile(rf"!?(?:publisher:.+|tag:.+|{_WORDS}|[^:!]+)")
_ID = re.compile(r"[\w.-]{1,80}")
_UNFIT_FOR_ID = re.compile(r"\W+")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]")
_ONE_WORD = re.compile(r"[A-Za-z]{1,40}[.!?]?")
_LETTERS = re.compile(r"[^\W\d_]+")
_UNITS = frozenset(
    [
        "k",
        "m",
        "mn",
        "bn",
        "b",
        "tn",
        "per",
        "cent",
        "pct",
        "percent",
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
    ]
)
_GLUED_KEY = re.compile(r"([a-z_]+):\S")


def text(written: str) -> str:
    """Any text that is not blank."""
    stripped = written.strip()
    if not stripped:
        raise BadValueError("F013", "the text is empty", "write something, or delete the key")
    return stripped


def address(written: str) -> str:
    """The address of a page, as it may stand in a published report: nothing that a browser would run."""
    stripped = text(written)
    if not _ADDRESS.fullmatch(stripped):
        mend = "write it with https:// and without blanks"
        raise BadValueError("F080", f"`{stripped[:60]}` is not the address of a page", mend)
    return stripped


def sentence(written: str) -> str:
    """The claim itself, without white space around it."""
    stripped = written.strip()
    if not stripped:
        raise BadValueError("F030", "the sentence is empty", "write the claim as one sentence")
    if len(stripped) > MAX_SENTENCE:
        what = f"the sentence has {len(stripped):,} characters; the limit is {MAX_SENTENCE:,}"
        raise BadValueError("F032", what, "a claim is one checkable sentence: split it")
    if control := _CONTROL.search(stripped):
        kind = "a line break" if control[0] in "\n\r\u2028\u2029" else f"the control character U+{ord(control[0]):04X}"
        mend = "use `claim: >-`, which joins lines; a backslash needs single quotes"
        raise BadValueError("F033", f"the sentence contains {kind}", mend)
    if _ONE_WORD.fullmatch(stripped) or all(word[0].lower() in _UNITS for word in _LETTERS.finditer(stripped)):
        raise BadValueError("F031", f"`{stripped[:40]}` says nothing that could be checked", "write a whole sentence")
    return stripped


def glued_key(words: str, keys: frozenset[str]) -> str | None:
    """The key that `claim:Troops left` was meant to start with."""
    found = _GLUED_KEY.match(words)
    return found[1] if found and found[1] in keys else None


def tag(written: str) -> str:
    """One tag; any text, since `-m` takes tags that are no identifiers too."""
    stripped = text(written)
    if "," in stripped:
        raise BadValueError("F036", f"a comma in the tag `{stripped[:40]}`", f"write a list: [{stripped[:40]}]")
    if len(stripped) > MAX_TAG:
        raise BadValueError("F037", f"a tag of {len(stripped)} characters", f"at most {MAX_TAG}")
    return stripped


def identifier(written: str) -> str:
    """An id as it stands in node ids."""
    if _ID.fullmatch(written):
        return written
    nearest = _UNFIT_FOR_ID.sub("-", written).strip("-")[:80]
    mend = f"for example `{nearest}`" if nearest else "for example `budget-2024`"
    what = f"id `{written[:90]}` may hold letters, digits, `_`, `.` and `-` only, at most 80"
    raise BadValueError("F020", what, mend)


def day(written: str) -> date:
    """A day in the one form that nobody misreads."""
    stripped = written.strip()
    if _DAY.fullmatch(stripped):
        try:
            return date.fromisoformat(stripped)
        except ValueError:
            raise BadValueError("F015", f"there is no day {stripped}", "correct the day") from None
    raise BadValueError("F015", f"`{stripped[:40]}` is not a day as year-month-day", _day_mend(stripped))


def _day_mend(stripped: str) -> str:
    slashed = _SLASHED.fullmatch(stripped)
    if not slashed:
        return "write it like 2024-01-31"
    first, second, year = int(slashed[1]), int(slashed[2]), slashed[3]
    readings = {f"{year}-{month:02}-{number:02}" for number, month in ((first, second), (second, first)) if month <= 12}
    return "write " + " or ".join(sorted(readings)) if readings else "write it like 2024-01-31"


def count(written: str) -> int:
    """A whole number of origins."""
    if _COUNT.fullmatch(written.strip()):
        return int(written)
    raise BadValueError("F018", f"`{written[:40]}` is not a whole number from 1 to 1000", "write digits, like 2")


def span(written: str) -> int:
    """Days; a month counts 30, a year 365."""
    found = _SPAN.fullmatch(written.strip())
    if not found:
        raise BadValueError("F019", f"`{written[:40]}` is not a span of time", "write 90d, 6 weeks or 3 months")
    unit = found[2] or found[3] or "d"
    return int(found[1]) * _DAYS[unit[0]]


def tolerance(written: str) -> Tolerance:
    """`10%` and `0.1` are fractions of the stated figure; a figure from 1 up is an absolute difference."""
    stripped = written.strip()
    if share := _SHARE.fullmatch(stripped):
        return Tolerance(Decimal(share[1]) / 100)
    if not _FIGURE.fullmatch(stripped):
        mend = "write 10% or 0.1 for a tenth of the figure, or 250 for an absolute difference; at most 100%"
        raise BadValueError("F016", f"`{written[:40]}` is not a tolerance", mend)
    amount = Decimal(stripped.replace(",", ""))
    return Tolerance(amount, relative=amount < 1)


def source_filter(written: str) -> str:
    """A filter such as `wire-*`, `publisher:GLOB`, `tag:GLOB`, `tier:NAME` or `status:NAME`; a leading `!` excludes."""
    stripped = text(written)
    if _FILTER.fullmatch(stripped):
        return stripped
    kind, colon, name = stripped.removeprefix("!").partition(":")
    what = f"`{stripped[:40]}` is not a source filter"
    if colon and kind in _FILTER_WORDS:
        known = _FILTER_WORDS[kind]
        raise BadValueError("F017", what, nearest(name, known, f"{kind}: one of {', '.join(known)}"))
    raise BadValueError("F017", what, nearest(kind, _FILTER_KINDS, _FILTER_MEND) if colon else _FILTER_MEND)


_FILTER_MEND = "write an id, publisher:NAME, tag:NAME, tier:NAME or status:NAME; `*` stands for any letters, a leading `!` excludes"


def nearest(word: str, known: tuple[str, ...] | list[str], otherwise: str) -> str:
    """The mend for a misspelt word."""
    close = difflib.get_close_matches(word[:80], known, n=1)
    return f"did you mean `{close[0]}`?" if close else otherwise


def slug(words: str) -> str:
    """The id of a claim without one: readable, the same for the same sentence, different for different ones."""
    digest = hashlib.sha256(words.encode()).hexdigest()[:6]
    readable = _UNFIT_FOR_ID.sub("-", unicodedata.normalize("NFC", words.lower())).strip("-")
    if len(readable) > 50:
        readable = readable[:50].rpartition("-")[0] or readable[:50]
    return f"{readable}-{digest}" if readable else f"claim-{digest}"
