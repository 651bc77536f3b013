"""What JUnit XML and other reporters of pytest know of a claim: its properties."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.reports.visible import visible

if TYPE_CHECKING:
    from factcheck.reports.record import ClaimLine

_DECIDED = re.compile(r',"verdict":"([a-z]+)","reason":(?:null|"([a-z-]+)"),"detail":')


def properties(sentence: str, line: ClaimLine) -> list[tuple[str, str]]:
    """Claim, verdict, reason if there is one, and whose sign-off made it pass.

    The verdict is found in the text of the record: to read the whole of it for each of thousands of claims takes time. No
    string in JSON holds such a key, since its quotation marks are escaped.
    """
    found = [("claim", visible(sentence))]
    if decided := _DECIDED.search(line.text):
        found.append(("verdict", decided[1]))
        if decided[2]:
            found.append(("reason", decided[2]))
    signed = line.standing["signed_off"]
    if line.by_sign_off and signed:
        found.append(("signed_off", visible(f"{signed['decision']} by {signed['by']} on {signed['day']}")))
    return found
