"""Names and paths in addresses."""

from __future__ import annotations

_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def encoded(text: str, *, keep: str = "/") -> str:
    """The text with everything percent-encoded that has a meaning of its own in an address (RFC 3986).

    Args:
        text: A path or a name; a lone surrogate is encoded too.
        keep: Signs that stay as they are.
    """
    plain = _PLAIN | set(keep.encode())
    return "".join(chr(byte) if byte in plain else f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass"))


def folder_uri(path: str) -> str:
    """A folder as the base of relative addresses: relative to the project where it is in it."""
    absolute = path.startswith("/") or path[1:2] == ":"
    return ("file:///" + encoded(path.lstrip("/")) if absolute else encoded(path)).rstrip("/") + "/"
