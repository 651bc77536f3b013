"""Thresholds as users write them: `80%`, `80` or `0.8`."""

from __future__ import annotations

import re

from factcheck.errors import DeskError

_SHARE = re.compile(r"(\d{1,3}(?:\.\d+)?|\.\d+)\s*(%|percent)?")


def share_of(stated: str, *, option: str) -> float:
    """The share, 0 to 1: `80%` and `80` are 0.8, and so is `0.8`; `1` is 1%, `1.0` is all.

    Raises:
        DeskError: D002 if it is none.
    """
    found = _SHARE.fullmatch(stated.strip())
    if found:
        number = float(found[1])
        share = number if not found[2] and number <= 1 and "." in found[1] else number / 100
        if share <= 1:
            return share
    raise DeskError("D002", f"{option} `{stated[:40]}` is not a share", mend="write 80% or 0.8")
