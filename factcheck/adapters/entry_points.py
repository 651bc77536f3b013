"""Parts by name: ours, and those that installed distributions register as entry points."""

from __future__ import annotations

import difflib
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from factcheck.errors import SettingsError

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
