"""What is known about a source: from front matter, from a `sources.yaml` beside the files, from a JSON line, from its text.

Faults are `CorpusError` values, collected rather than raised one by one, so that a person mends them all in one go.
"""

from __future__ import annotations

import codecs
import difflib
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, TypeAlias

from factcheck import yamltext
from factcheck.domain.source import Source, Status, Tier
from factcheck.errors import CorpusError, Location
from factcheck.sources.clean import Article
from factcheck.sources.dateline import parse_day
from factcheck.sources.language import recognise_language

Metadata: TypeAlias = Mapping[str, Any]
"""Fields of `Source` that somebody stated, with values of the right types; a field that is not stated is not a key."""

LARGEST_FRONT_MATTER = 20_000
"""Code points within which front matter must end."""

_OTHER_NAMES = {
    "date": "published",
    "pubdate": "published",
    "publication_date": "published",
    "source": "publisher",
    "outlet": "publisher",
    "site": "publisher",
    "link": "url",
    "byline": "author",
    "by": "author",
    "headline": "title",
    "name": "title",
    "lang": "language",
    "basis": "based_on",
    "category": "tags",
    "tag": "tags",
    "accessed": "retrieved",
    "archived": "archive",
    "archive_url": "archive",
    "updated": "modified",
    "last_modified": "modified",
    "encoding": "charset",
}
_FRONT = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_OPENED = re.compile(r"---[ \t]*\r?\n[\w-]+:\s")
_KEY_LINE = re.compile(r"^[\w-]+:(?:\s|$)", re.MULTILINE)
_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d{1,9})?\s?(Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?", re.IGNORECASE
)
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_HOST = re.compile(r"https?://(?:[^/@]*@)?([^/:?#]+)", re.IGNORECASE)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")
_MOST_FAULTS = 100
_MOST_COMPARED = 5_000
"""Files of a corpus up to which the nearest name is looked for."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a text says in its front matter.

    Attributes:
        metadata: The fields without fault.
        body: The text after the front matter.
        faults: In the order of the lines.
    """

    metadata: Metadata
    body: str
    faults: tuple[CorpusError, ...] = ()


@dataclass(frozen=True, slots=True)
class SourcesFile:
    """What a `sources.yaml` says.

    Attributes:
        entries: Metadata by file, its path relative to the corpus folder.
        faults: In the order of the lines.
    """

    entries: Mapping[str, Metadata]
    faults: tuple[CorpusError, ...] = ()


def split_front_matter(text: str, *, path: str) -> Stated:
    """Separate YAML front matter between `---` lines from the text.

    Args:
        text: The decoded file, without byte order mark.
        path: For the places of faults.
    """
    found = _FRONT.match(text[:LARGEST_FRONT_MATTER])
    if not found and _OPENED.match(text):
        mend = "close it with a line `---`"
        return Stated(
            {}, text, (_fault("C212", "the front matter is opened here and never closed", Location(path, 1), mend),)
        )
    if not found or not _KEY_LINE.search(found["yaml"]):
        return Stated({}, text)
    document = yamltext.read("\n" + found["yaml"])
    faults = [_yaml_fault(fault, path) for fault in document.faults]
    metadata: Metadata = {}
    if isinstance(document.root, yamltext.Mapping):
        metadata = read_fields(_yaml_fields(document.root, path), faults)
    elif not faults:
        faults.append(
            _fault(
                "C210",
                "the front matter is not `key: value` lines",
                Location(path, 2),
                "for example `published: 2024-01-31`",
            )
        )
    return Stated(metadata, text[found.end() :], _sorted(faults))


def read_sources_file(data: bytes | str, *, path: str, files: Collection[str]) -> SourcesFile:
    """Read a `sources.yaml`: file names with their metadata, as a mapping, or as a list with `file:` in each item.

    Args:
        data: The whole file.
        path: Relative to the corpus folder, with `/`; the names in the file are relative to its folder.
        files: Paths of all files of the corpus, relative to the corpus folder; a name that is not among them is a fault.
    """
    document = yamltext.read(data)
    faults = [_yaml_fault(fault, path) for fault in document.faults]
    folder = path.rpartition("/")[0]
    entries: dict[str, Metadata] = {}
    for name, at, fields in _entries(document.root, path, faults):
        file = f"{folder}/{name}" if folder else name
        if file not in files:
            close = difflib.get_close_matches(file, sorted(files) if len(files) <= _MOST_COMPARED else (), n=1)
            mend = (
                f"did you mean `{close[0][len(folder) + 1 if folder else 0 :]}`?"
                if close
                else "put the file there, or delete the entry"
            )
            faults.append(_fault("C208", f"there is no file `{name}` beside it", at, mend))
        elif file in entries:
            faults.append(_fault("C209", f"the file `{name}` stands twice", at, "put all that is known in one entry"))
        else:
            entries[file] = read_fields(fields, faults)
    return SourcesFile(entries, _sorted(faults))


Fields: TypeAlias = Mapping[str, tuple[Any, Location]]
"""Keys with value and place. A value is a text, a list of texts, or something else, which is a fault."""


def read_fields(fields: Fields, faults: list[CorpusError]) -> Metadata:
    """The fields with values of the right types; what is wrong is added to `faults`. Keys that start with `x-` are left alone."""
    metadata: dict[str, Any] = {}
    for key, (value, where) in fields.items():
        if key.startswith("x-"):
            continue
        if key not in _READERS:
            faults.append(_fault("C201", f"unknown key `{key[:80]}`", where, _nearest_key(key)))
            continue
        try:
            metadata[key] = _READERS[key](value)
            if key == "published":
                metadata |= _time_in(value)
        except _BadValueError as error:
            faults.append(_fault(error.code, f"`{key}`: {error.what}", where, error.mend))
    return metadata


def make_source(article: Article, metadata: Metadata, *, path: str, charset: str = "") -> Source:
    """The source of a cleaned article: what is stated first, then what the article says, then its file name.

    Args:
        article: From `read_article`.
        metadata: From front matter or the like.
        path: Relative to the corpus folder, with `/`.
        charset: How the bytes were decoded.
    """
    found = Source(
        text=article.text,
        id=path.rpartition(".")[0] or path,
        title=article.title,
        author=article.author,
        modified=article.updated,
        published=article.published or article.updated or (day_in_name(path) if article.dateline is None else None),
        dateline=article.dateline,
        based_on=article.credits,
        language=metadata.get("language") or recognise_language(article.text),
        path=path,
        charset=charset,
    )
    return apply_metadata(found, metadata)


def apply_metadata(source: Source, metadata: Metadata) -> Source:
    """`source` with what `metadata` states in place of what it had.

    A page fetched from the net (`factcheck add` notes its address and hash) has no say in what the desk alone decides: see `self_styled`.
    An agency that is the publisher itself is no basis. The page's own address of record is one where it belongs to another
    house than the address that is stated: that is how a paper says whose report it prints.
    """
    if not (metadata or source.based_on or source.published_at):
        return source
    if "url" in metadata and "sha256" in metadata:
        source = _of_a_stranger(source)
    found, source = source, replace(source, **metadata)
    if source.published_at and source.published_at.date() != source.published:
        source = replace(source, published_at=None)
    basis = source.based_on
    if found.url and source.url and _house(found.url) != _house(source.url):
        basis = (*basis, found.url)
    publisher = (source.publisher or "").lower()
    return replace(source, based_on=tuple(dict.fromkeys(name for name in basis if name.lower() != publisher)))


def self_styled(source: Source) -> dict[str, str]:
    """What a document from the net says of itself although it is the desk's to say, by key: its tier, its tags, an id that is not of its file."""
    said = {"tier": source.tier or "", "tags": ", ".join(source.tags)}
    if not source.id.startswith(_stem(source.path)):
        said = {"id": source.id, **said}
    return {key: value for key, value in said.items() if value}


def _of_a_stranger(source: Source) -> Source:
    said = self_styled(source)
    name = f"{_stem(source.path)}-{source.id}" if "id" in said else source.id
    return replace(source, id=name, tier=None, tags=()) if said else source


def _stem(path: str) -> str:
    return path.removesuffix(".gz").rpartition(".")[0] or path


def parse_time(words: str) -> date | datetime | None:
    """The time, or the day if no time is given, that ISO 8601 words name; None when they are no such words.

    Fractions of a second are cut off; a time without a zone has none in the result.
    """
    found = _ISO.fullmatch(words.strip())
    if not found:
        return None
    try:
        if not found[2]:
            return date.fromisoformat(found[1])
        zone = (found[3] or "").upper().replace("UTC", "Z").replace("GMT", "Z")
        return datetime.fromisoformat(f"{found[1]}T{found[2]}{zone}")
    except ValueError:
        return None


def _time_in(value: object) -> Metadata:
    found = parse_time(value) if isinstance(value, str) else None
    return {"published_at": found} if isinstance(found, datetime) else {}


def _house(url: str) -> str:
    """What two addresses of one site have in common: `amp.news.example` and `www.news.example` are one house."""
    host = _HOST.match(url)
    labels = host[1].lower().split(".") if host else []
    keep = 3 if len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3 else 2
    return ".".join(labels[-keep:])


def day_in_name(path: str) -> date | None:
    """The day that a file name holds: `2024-01-10-ferry.txt`."""
    found = _IN_NAME.search(path.rpartition("/")[2])
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


# -- values ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _BadValueError(Exception):
    code: str
    what: str
    mend: str


def _text(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise _BadValueError("C202", "a text is needed here", "write one text")
    folded = " ".join(value.split())
    if not folded:
        raise _BadValueError("C206", "nothing stands here", "write the value, or delete the key")
    return folded


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(dict.fromkeys(_text(item) for item in value))
    return (_text(value),)


def _day(value: object) -> date:
    text = _text(value)
    found = _ISO.fullmatch(text)
    if found:
        try:
            return date.fromisoformat(found[1])
        except ValueError:
            raise _BadValueError("C203", f"there is no day {found[1]}", "correct the day") from None
    mend = f"write it like {parse_day(text) or '2024-01-31'}"
    raise _BadValueError("C203", f"`{text[:40]}` is not a day as year-month-day", mend)


def _word(words: type[Tier] | type[Status]) -> Callable[[object], Tier | Status]:
    def read(value: object) -> Tier | Status:
        text = _text(value).lower()
        if text in list(words):
            return words(text)
        close = difflib.get_close_matches(text, list(words), n=1)
        mend = f"did you mean `{close[0]}`?" if close else f"one of {', '.join(words)}"
        raise _BadValueError("C204", f"`{text[:40]}` is not known here", mend)

    return read


def _url(value: object) -> str:
    text = _text(value)
    if not re.fullmatch(r"https?://[^\s/]+\S*", text):
        raise _BadValueError("C205", f"`{text[:60]}` is not an address", "write it with https:// and without blanks")
    return text


def _sha256(value: object) -> str:
    text = _text(value).lower()
    if not re.fullmatch(r"[0-9a-f]{64}", text):
        raise _BadValueError("C207", f"`{text[:60]}` is not a SHA-256", "64 hexadecimal digits, or delete the line")
    return text


def _id(value: object) -> str:
    text = _text(value)
    if len(text) > 200 or not text.isprintable() or " " in text:
        raise _BadValueError(
            "C207", f"`{text[:60]}` is no id", "at most 200 characters without blanks, such as `wire-2024-01-10`"
        )
    return text


def _language(value: object) -> str:
    text = _text(value)
    found = _LANGUAGE.fullmatch(text)
    if not found:
        raise _BadValueError("C204", f"`{text[:40]}` is not a language code", "two letters, such as `en`")
    return found[1]


def _charset(value: object) -> str:
    text = _text(value)
    try:
        "a".encode(text)  # codecs that are no character sets, such as base64, are known to `lookup`, too
        return codecs.lookup(text).name
    except (LookupError, UnicodeError):
        mend = "a name such as `windows-1251`, or delete the key: most can be told from the text"
        raise _BadValueError("C204", f"`{text[:40]}` is not a character set", mend) from None


_READERS: Mapping[str, Callable[[object], Any]] = {
    "id": _id,
    "title": _text,
    "publisher": _text,
    "author": _text,
    "published": _day,
    "modified": _day,
    "url": _url,
    "retrieved": _day,
    "tier": _word(Tier),
    "archive": _url,
    "content_type": _text,
    "sha256": _sha256,
    "tags": _texts,
    "status": _word(Status),
    "based_on": _texts,
    "language": _language,
    "charset": _charset,
}
KEYS = tuple(_READERS)
"""What can be stated about a source."""


def _nearest_key(key: str) -> str:
    low = key.lower().replace("-", "_")
    close = [_OTHER_NAMES[low]] if low in _OTHER_NAMES else difflib.get_close_matches(low[:80], KEYS, n=1)
    return (
        f"did you mean `{close[0]}`?" if close else f"known keys: {', '.join(KEYS)}; keys of your own start with `x-`"
    )


# -- YAML -----------------------------------------------------------------------------------------------------------


def _entries(
    root: yamltext.Node | None, path: str, faults: list[CorpusError]
) -> Iterator[tuple[str, Location, Fields]]:
    """File name, place and fields of each entry."""
    if isinstance(root, yamltext.Mapping) and set(root.entries) == {"sources"}:
        root = root.entries["sources"][1]
    if isinstance(root, yamltext.Mapping):
        yield from _named_entries(root, path, faults)
    elif isinstance(root, yamltext.Sequence):
        yield from _listed_entries(root, path, faults)
    elif root is not None and not isinstance(root, yamltext.Broken):
        mend = "write `name.txt:` and below it, further in, `published: 2024-01-31`"
        faults.append(_fault("C202", "the file holds no entries", Location(path, root.line, root.column), mend))


def _named_entries(
    root: yamltext.Mapping, path: str, faults: list[CorpusError]
) -> Iterator[tuple[str, Location, Fields]]:
    for key, value in root.entries.values():
        at = Location(path, key.line, key.column)
        if isinstance(value, yamltext.Mapping):
            yield key.value, at, _yaml_fields(value, path)
        elif not isinstance(value, yamltext.Broken):
            mend = "below the file name, further in: `published: 2024-01-31` and so on"
            faults.append(_fault("C202", f"`{key.value[:80]}` is followed by no `key: value` lines", at, mend))


def _listed_entries(
    root: yamltext.Sequence, path: str, faults: list[CorpusError]
) -> Iterator[tuple[str, Location, Fields]]:
    for item in root.items:
        at = Location(path, item.line, item.column)
        fields = dict(_yaml_fields(item, path)) if isinstance(item, yamltext.Mapping) else {}
        name = fields.pop("file", ("", at))[0]
        if isinstance(name, str) and name:
            yield name, at, fields
        elif not isinstance(item, yamltext.Broken):
            faults.append(_fault("C211", "the entry does not say which file it is about", at, "add `file: name.txt`"))


def _yaml_fields(node: yamltext.Mapping, path: str) -> Fields:
    return {
        name: (_yaml_value(value), Location(path, key.line, key.column))
        for name, (key, value) in node.entries.items()
        if not isinstance(value, yamltext.Broken)
    }


def _yaml_value(node: yamltext.Node) -> object:
    if isinstance(node, yamltext.Scalar):
        return "" if node.is_null else node.value
    if isinstance(node, yamltext.Sequence):
        return [_yaml_value(item) for item in node.items]
    return None


def _yaml_fault(fault: yamltext.YamlFault, path: str) -> CorpusError:
    return _fault(fault.code, fault.what, Location(path, fault.line, fault.column), fault.mend)


def _fault(code: str, what: str, where: Location, mend: str) -> CorpusError:
    return CorpusError(code, what, where=where, mend=mend)


def _sorted(faults: list[CorpusError]) -> tuple[CorpusError, ...]:
    return tuple(sorted(faults, key=lambda fault: (fault.where or Location(""), fault.code))[:_MOST_FAULTS])
