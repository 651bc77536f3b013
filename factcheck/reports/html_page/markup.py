"""HTML that is escaped unless it was made here."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from factcheck.reports.visible import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable

_SIGN = re.compile(r"&lt;U\+[0-9A-F]{4,6}&gt;")
_VOID = frozenset({"input", "link", "meta"})
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class Markup(str):
    """Markup made by `element`; any other string is text."""

    __slots__ = ()


Child = str | None
"""Text, markup, or nothing."""


def text(words: str) -> Markup:
    """Words as a reader sees them: markup is text, and what a browser would hide or obey is spelled out in a box."""
    shown = html.escape(spelled(words))
    return Markup(_SIGN.sub(lambda match: f'<span class="sign">{match[0]}</span>', shown))


def joined(parts: Iterable[Child], separator: Child = "") -> Markup:
    """Parts one after the other, without those that are nothing."""
    between = _markup(separator)
    return Markup(between.join(_markup(part) for part in parts if part))


def element(name: str, /, *children: Child, **attributes: str | bool | None) -> Markup:
    """An element.

    Args:
        name: Its name.
        children: Text is escaped, markup stays, None is left out.
        attributes: `class_` is `class`, `data_claim` is `data-claim`; True stands alone, False and None are left out.
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items() if value not in {None, False})
    if name in _VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{joined(children)}</{name}>")


def _markup(part: Child) -> str:
    if part is None or isinstance(part, Markup):
        return part or ""
    return text(part)


def _attribute(key: str, value: object) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    return f' {name}="{html.escape(_CONTROL.sub("", str(value)))}"'
