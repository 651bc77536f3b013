"""Characters: one form for each, none that cannot be seen."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Controls, lone surrogates, bidi marks, joiners, tags and other marks without width; Arabic number signs are visible and stay.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ud800-\udfff\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_BLANKS = re.compile(r"[^\S\n ]+[^\S\n]*| [^\S\n]+")
# Most prose has nothing else, and is told by one look at it.
_UNUSUAL = re.compile("[^\n -~¡-¬®-ÿ–—‘’“”…€]|  ")
# UTF-8 read as cp1252, the accident seen most often in scraped news.
_MISREAD = {
    "â€™": "’",
    "â€˜": "‘",
    "â€œ": "“",
    "â€\x9d": "”",
    "â€”": "—",
    "â€“": "–",
    "â€¦": "…",
    "Â\xa0": " ",
}
_MISREAD_PATTERN = re.compile("|".join(map(re.escape, _MISREAD)))
_ENTITIES = {
    "amp": "&",
    "quot": '"',
    "apos": "'",
    "#39": "'",
    "nbsp": " ",
    "lt": "<",
    "gt": ">",
    "rsquo": "’",
    "lsquo": "‘",
} | {
    "ldquo": "“",
    "rdquo": "”",
    "mdash": "—",
    "ndash": "–",
    "hellip": "…",
}
_ENTITY = re.compile(rf"&(?:amp;)*({'|'.join(map(re.escape, _ENTITIES))});")
_QUOTES = re.compile(r"“|”|(?<![“”\w])(?:[^\W\d_]{2,40}”)(?=s\b)")


def fold_characters(raw: str) -> str:
    """`raw` in NFC, with the line feed as the only line end, a plain blank for each run of blanks, and nothing invisible.

    Scraping accidents are mended only where they are certain: `â€™`, `&quot;` and the like. Applying it twice changes nothing.
    """
    text = raw
    if "â€" in text or "Â\xa0" in text:
        text = _MISREAD_PATTERN.sub(lambda found: _MISREAD[found[0]], text)
    unusual = _UNUSUAL.search(text) is not None
    if unusual:
        text = _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))
    if "&" in text:
        text = _ENTITY.sub(lambda found: _ENTITIES[found[1]], text)
        unusual = True
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text)) if unusual else text


def mend_apostrophes(paragraph: str) -> str:
    """`Iraq”s army` with an apostrophe; a mark that closes a quotation stays (`they call it “home”s end`)."""
    if "”s" not in paragraph:
        return paragraph
    pieces: list[str] = []
    done = open_quotations = 0
    for found in _QUOTES.finditer(paragraph):
        mark = found[0]
        if mark == "“":
            open_quotations += 1
        elif mark == "”" or open_quotations > 0:
            open_quotations = max(0, open_quotations - 1)
        else:
            pieces.append(paragraph[done : found.end() - 1] + "’")
            done = found.end()
    return "".join(pieces) + paragraph[done:]
