"""Which reader reads which kind of file, and which parsers it takes them apart with."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.domain.ports import Reader

OUR_SUFFIXES = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf", ".docx": "docx", ".eml": "mail", ".epub": "epub",
    ".rss": "feed", ".atom": "feed", ".xml": "feed", ".warc": "warc", ".warc.gz": "warc",
}  # fmt: skip
"""Names of our readers by suffix, so that a corpus that did not change is opened without loading any of them."""
_TEXT = ("charset-normalizer",)
_PAGE = ("charset-normalizer", "lxml", "trafilatura")
PARSERS = {
    "text": _TEXT, "markdown": _TEXT, "jsonl": _TEXT, "html": _PAGE, "mail": _PAGE, "epub": _PAGE, "feed": _PAGE,
    "pdf": (*_TEXT, "pypdfium2"), "docx": (*_TEXT, "lxml", "python-docx"), "warc": (*_PAGE, "warcio"),
}  # fmt: skip
"""Distributions whose version may matter to what our readers read."""


class ReaderTable(Mapping[str, "Reader"]):
    """Readers by suffix, each loaded when a file needs it; a named third-party reader goes before ours."""

    def __init__(self, named: Sequence[str] = ()) -> None:
        """Our readers and some of third parties.

        Raises:
            SettingsError: For an unknown third-party reader.
        """
        self.named = tuple(named)
        self._names = dict(OUR_SUFFIXES)
        self._loaded: dict[str, Reader] = {}
        for name in named:
            self._names.update(dict.fromkeys(self._load(name).suffixes, name))

    def _load(self, name: str) -> Reader:
        from factcheck.adapters.entry_points import load  # noqa: PLC0415  (not needed for a corpus that did not change)

        if name not in self._loaded:
            self._loaded[name] = load("factcheck.readers", name)()
        return self._loaded[name]

    def __getitem__(self, suffix: str) -> Reader:
        return self._load(self._names[suffix])

    def __contains__(self, suffix: object) -> bool:
        return suffix in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def parsers(self) -> dict[str, str]:
        """By suffix, what reads such files in which versions: when that changes, they are read again."""
        installed = extractor_versions()
        found = {}
        for suffix, name in self._names.items():
            if name in self.named:
                from factcheck.adapters.entry_points import fingerprint  # noqa: PLC0415  (rarely needed)

                found[suffix] = f"{name} {fingerprint('factcheck.readers', name)}"
            else:
                found[suffix] = ", ".join(f"{parser} {installed.get(parser, '-')}" for parser in PARSERS[name])
        return found


def extractor_versions() -> dict[str, str]:
    """Versions of the installed parsers that turn files into text."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  (start-up cost)

    found = {}
    for name in sorted({name for names in PARSERS.values() for name in names}):
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    return found
