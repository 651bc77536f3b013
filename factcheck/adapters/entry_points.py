"""Parts by name: ours, and those that installed distributions register as entry points."""

from __future__ import annotations

import difflib
import hashlib
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

OURS: dict[str, dict[str, str]] = {
    "factcheck.readers": {
        "text": "factcheck.adapters.readers.text:TextReader",
        "markdown": "factcheck.adapters.readers.text:MarkdownReader",
        "jsonl": "factcheck.adapters.readers.jsonl:JsonLinesReader",
        "html": "factcheck.adapters.readers.web_page:HtmlReader",
        "pdf": "factcheck.adapters.readers.pdf:PdfReader",
        "docx": "factcheck.adapters.readers.docx:DocxReader",
        "mail": "factcheck.adapters.readers.mail:MailReader",
        "epub": "factcheck.adapters.readers.epub:EpubReader",
        "feed": "factcheck.adapters.readers.feed:FeedReader",
        "warc": "factcheck.adapters.readers.warc:WarcReader",
    },
    "factcheck.matchers": {
        "numbers": "factcheck.matchers.numbers:compare",
        "dates": "factcheck.matchers.dates:compare",
        "names": "factcheck.matchers.names:compare",
        "roles": "factcheck.matchers.roles:compare",
        "quotes": "factcheck.matchers.quotes:compare",
        "speakers": "factcheck.matchers.speakers:compare",
        "predicates": "factcheck.matchers.predicates:compare",
        "modality": "factcheck.matchers.modality:compare",
        "actors": "factcheck.matchers.actors:compare",
        "bearing": "factcheck.matchers.bearing:compare",
        "topic": "factcheck.matchers.topic:compare",
    },
    "factcheck.judges": {"endpoint": "factcheck.adapters.openai_judge:open_endpoint"},
    "factcheck.indexes": {
        "disk": "factcheck.adapters.disk_index:DiskIndex",
        "memory": "factcheck.adapters.memory_index:MemoryIndex",
    },
    "factcheck.reports": {
        "json": "factcheck.reports.json_report:json_report",
        "html": "factcheck.reports.html_page:html_report",
        "md": "factcheck.reports.markdown_report:markdown_report",
        "csv": "factcheck.reports.csv_report:csv_report",
        "claimreview": "factcheck.reports.claimreview_report:claimreview_report",
        "sarif": "factcheck.reports.sarif_report:sarif_report",
    },
    "factcheck.models": {"shipped": "factcheck.adapters.judges:shipped_model"},
}
"""What `pyproject.toml` registers, so that a checkout works without an install and ours are found without a search."""

_DIGITS = 16


def known(group: str) -> list[str]:
    """The names of a group, ours first.

    Args:
        group: Such as `factcheck.readers`.
    """
    ours = OURS[group]
    return [*ours, *sorted({point.name for point in entry_points(group=group)} - ours.keys())]


def load(group: str, name: str) -> Any:
    """What is registered under a name.

    Installed distributions are searched only for names that are not ours: a part of a third party acts only when it is named.

    Raises:
        SettingsError: S010 for an unknown name, with the known ones; S011 if the part cannot be imported.
    """
    value = OURS[group].get(name)
    if value:
        return EntryPoint(name, value, group).load()
    found = [point for point in entry_points(group=group) if point.name == name]
    if not found:
        names = known(group)
        nearest = difflib.get_close_matches(name, names, n=1)
        hint = f"did you mean `{nearest[0]}`? " if nearest else ""
        kind = group.rpartition(".")[2]
        raise SettingsError(
            "S010", f"no `{name}` among the {kind}", mend=f"{hint}known {kind}: {', '.join(names) or 'none'}"
        )
    try:
        return found[0].load()
    except (ImportError, AttributeError) as error:
        what = f"`{name}` of {group} cannot be loaded: {error}"
        raise SettingsError(
            "S011", what, mend="install what it needs, or take its name out of [tool.factcheck]"
        ) from error


def version(group: str, name: str) -> str:
    """The version of the distribution that registers a name; empty for a name that is not registered."""
    return next((point.dist.version for point in entry_points(group=group) if point.name == name and point.dist), "")


def fingerprint(group: str, name: str) -> str:
    """Changes with the version of what an installed distribution registers under a name, and with its code; empty if none does.

    The version alone would not do: who writes a part changes it in place, in an editable install.
    """
    if name in OURS[group]:
        return ""
    point = next((point for point in entry_points(group=group) if point.name == name), None)
    if point is None:
        return ""
    hasher = hashlib.sha256()
    for shown, path in _code_of(point):
        hasher.update(f"{shown}\0".encode("utf-8", "surrogateescape"))
        hasher.update(hashlib.sha256(path.read_bytes()).digest())
    return f"{point.dist.version if point.dist else ''} {hasher.hexdigest()[:_DIGITS]}"


def _code_of(point: EntryPoint) -> Iterator[tuple[str, Path]]:
    """The files of the module or package that a part is in, where it lies now, with their names."""
    spec = find_spec(point.module.partition(".")[0])
    if spec is None or spec.origin is None:  # a namespace of several distributions: only what the own one lists
        listed = (point.dist.files if point.dist else None) or ()
        found = sorted((str(file), Path(str(file.locate()))) for file in listed if file.suffix != ".pyc")
        yield from ((shown, path) for shown, path in found if path.is_file())
    elif spec.submodule_search_locations:
        folder = Path(spec.origin).parent
        yield from (
            (path.relative_to(folder).as_posix(), path)
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path.suffix != ".pyc"
        )
    elif Path(spec.origin).is_file():
        yield Path(spec.origin).name, Path(spec.origin)
