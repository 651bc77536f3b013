"""Changing a few words of a sentence so that it still reads like English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

_ARTICLE = re.compile(r"\b(an?) $", re.IGNORECASE)
_VOWEL = re.compile(r"(?!(?:u[bcfhjkqrstn]?[aeiou]|eu|one\b|once\b))[aeiou]|hour|hono|heir", re.IGNORECASE)
_SPACES = re.compile(r" {2,}")
_BEFORE_STOP = re.compile(r" +([.,;:!?])")


@dataclass(frozen=True, slots=True)
class Edit:
    """Other words for `start` to `end`, in code points; no words take them away."""

    start: int
    end: int
    words: str

    def applied(self, text: str) -> str:
        """The text with the edit made: "a" or "an" before it follows its first sound, and a sentence starts with a capital."""
        head, tail = text[: self.start], text[self.end :]
        article = _ARTICLE.search(head)
        if article and self.words:
            fitting = "an" if _VOWEL.match(self.words) else "a"
            head = head[: article.start(1)] + _like(fitting, article[1]) + " "
        changed = _BEFORE_STOP.sub(r"\1", _SPACES.sub(" ", head + self.words + tail)).strip()
        if text[:1].isupper() and changed[:1].islower():
            changed = changed[0].upper() + changed[1:]
        return changed


def _like(word: str, model: str) -> str:
    return word.capitalize() if model[0].isupper() else word


def chosen(seed: str, count: int) -> int:
    """A number from 0 to `count` - 1 that is the same for the same seed on every machine."""
    return int.from_bytes(sha256(seed.encode("utf-8", "backslashreplace")).digest()[:8], "big") % count


def in_seeded_order(seed: str, options: list[str]) -> list[str]:
    """The options in an order that depends on the seed alone."""
    return sorted(options, key=lambda option: (chosen(f"{seed}|{option}", 1 << 48), option))
