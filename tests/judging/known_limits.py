"""Cases of the tables that the judge still gets wrong, run as strict xfail: why, and which (`file::id`).

A case that starts to pass makes the run fail until it is taken out here, so the list only shrinks knowingly.
"""

KNOWN_LIMITS: dict[str, tuple[str, ...]] = {}

WHY = {case: why for why, cases in KNOWN_LIMITS.items() for case in cases}
