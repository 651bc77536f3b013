"""A file name for a page, from its address: the site, what the last part of the address says, and the day in it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import unquote, urlsplit

_LONGEST = 120
"""Bytes of a name without its day; file systems take 255."""
_DAY = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=/|$)")
_ENDING = re.compile(
    r"\.(?:x?html?|php\d?|aspx?|jsp|cms|pdf|docx|epub|txt|md|xml|rss|atom|warc(?:\.gz)?|jsonl|eml)$", re.IGNORECASE
)
_SAYS_NOTHING = frozenset({"", "index", "default", "home", "amp", "article", "story", "news"})
_DAY_ON_IT = re.compile(r"(?:19|20)\d\d-?\d\d-?\d\d")


def page_name(url: str) -> str:
    """A name without ending, in small letters, digits, `.` and `-`, such as `coast-wire.example-ferry-figures-2024-02-05`.

    A day in the address becomes part of the name: readers take it for the day of publication where the page states none.
    """
    parts = urlsplit(url)
    site = (parts.hostname or "").removeprefix("www.")
    steps = [_ENDING.sub("", unquote(step)) for step in parts.path.split("/") if step]
    said = [_slug(step) for step in reversed(steps)]
    words = next((step for step in said if step not in _SAYS_NOTHING and not step.isdecimal()), "")
    day = _DAY.search(parts.path)
    if not words and not day:
        words = next((step for step in said if step not in _SAYS_NOTHING), "")
    name = f"{_slug(site, keep='.')}-{words}".strip("-.")
    name = name.encode("utf-8", "ignore")[:_LONGEST].decode("utf-8", "ignore").rstrip("-.")
    if day and not _DAY_ON_IT.search(words):
        name += f"-{day[1]}-{int(day[2]):02}-{int(day[3]):02}"
    return name


def other_name(name: str, url: str) -> str:
    """Another name for a page whose first one is taken: six digits of a hash of the address at the end."""
    return f"{name}-{hashlib.sha256(url.encode('utf-8', 'backslashreplace')).hexdigest()[:6]}"


def _slug(words: str, *, keep: str = "") -> str:
    folded = unicodedata.normalize("NFKC", words).lower()
    return re.sub(rf"(?:[^\w{re.escape(keep)}]|_)+", "-", folded).strip("-.")
