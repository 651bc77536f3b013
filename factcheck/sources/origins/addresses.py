"""Whether two links lead to one page."""

from __future__ import annotations

import re

_ARCHIVED = re.compile(
    r"^https?://(?:web\.archive\.org/web/\d{4,14}[a-z_]{0,4}/|archive\.(?:ph|is|today|md|fo)/(?:\d{4,14}/)?(?=https?:))",
    re.IGNORECASE,
)
_FRONT = re.compile(r"^https?://(?:www\.|m\.|mobile\.|amp\.)?")
_BACK = re.compile(r"(?:/index\.html?|/amp|/)+$")
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ocid|cmp(?:id)?|ref(?:_src|_url|errer)?|src|source|smid|share|amp|output)(?:=|$)"
)


def page(address: str) -> str:
    """`address` without what may differ between two links to one page.

    Gets right: `http://www.quay.example/1/?utm_source=mail#top` is `https://quay.example/1`, and so is its copy in a web
    archive; `story.php?id=5` is not `story.php?id=6`. Gets wrong: a page that moved to another address.
    """
    bare = _FRONT.sub("", _ARCHIVED.sub("", address.strip()).lower().partition("#")[0])
    path, _, query = bare.partition("?")
    kept = sorted(part for part in query.split("&") if part and not _TRACKING.match(part))
    return _BACK.sub("", path) + ("?" + "&".join(kept) if kept else "")
