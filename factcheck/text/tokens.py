"""Cutting a sentence into words and signs."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"""
      [^\W\d_]+(?=[\s,])                                 # most words, found without a look at what follows
    | (?:[^\W\d_]\.){2,}                                  # U.S. a.m.
    | [^\W\d_]+?(?=n['’]t\b) | n['’]t\b                   # has|n't
    | ['’](?:s|re|ve|ll|d|m)\b                            # Iraq|'s
    | \d+(?:[.,:]\d+)*(?:[^\W\d_]+)?                      # 2,500 5th 3bn 12:30
    | [^\W\d_]+(?:['’](?!(?:s|re|ve|ll|d|m)\b)[^\W\d_]+)*   # words, O'Neill
    | \w+
    | [^\w\s]
    """,
    re.VERBOSE | re.IGNORECASE,
)


def tokenize(text: str) -> list[tuple[int, int, str]]:
    """Words and signs with their offsets, in order; only white space lies between them.

    Hyphens and possessive endings stand alone: "U.S.-led" is U.S. / - / led, "Iraq's" is Iraq / 's.
    """
    return [(*found.span(), found.group()) for found in _TOKEN.finditer(text)]


def words_of(text: str) -> list[str]:
    """The words and signs of `tokenize` without their offsets."""
    return _TOKEN.findall(text)
