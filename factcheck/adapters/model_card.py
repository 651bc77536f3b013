"""The card of a model folder: what the model is, what its files must hash to, and how its scores are to be read."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factcheck.errors import Location, ModelError

if TYPE_CHECKING:
    from pathlib import Path

CARD, MODEL, TOKENIZER = "card.json", "model.onnx", "tokenizer.json"
STANCES = ("supports", "refutes", "neutral")
_LARGEST_CARD = 1_000_000
_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What `card.json` says.

    Attributes:
        name: Short name of the model.
        version: Of the weights.
        files: sha256 of each file of the folder, by its name; `model.onnx` and `tokenizer.json` at least.
        labels: What the outputs of the model stand for, in their order: a permutation of supports, refutes, neutral.
        token_limit: Most tokens that claim and passage take together, special ones included.
        masked: Whether the model reads texts masked by `factcheck.wording.mask`; others read them as written.
        temperature: What logits are divided by before the softmax, so that scores are shares.
        threshold: Score from 0 to 1 from which a reading counts.
        digest: sha256 of `card.json` itself, and so of all that scores depend on.
    """

    name: str
    version: str
    files: dict[str, str] = field(hash=False)
    labels: tuple[str, ...]
    token_limit: int
    masked: bool = False
    temperature: float = 1.0
    threshold: float = 0.9
    digest: str = ""

    @property
    def label(self) -> str:
        """Name and first twelve digits of the card's sha256: what reports and cache keys say."""
        return f"{self.name}@{self.digest[:12]}"


def read_card(folder: Path, *, shown: str) -> ModelCard:
    """The card of a model folder.

    Args:
        folder: Holds `card.json`, `model.onnx` and `tokenizer.json`.
        shown: The folder as the user wrote it, for messages.

    Raises:
        ModelError: M001 if there is no card, M002 if it is not one.
    """
    where = Location(f"{shown}/{CARD}")
    try:
        with (folder / CARD).open("rb") as file:
            data = file.read(_LARGEST_CARD + 1)
    except OSError as error:
        mend = "name a folder that holds card.json, model.onnx and tokenizer.json, or set `model` to `auto` or `off`"
        raise ModelError(
            "M001", f"the card cannot be read: {(error.strerror or str(error)).lower()}", where=where, mend=mend
        ) from None
    try:
        card = json.loads(data) if len(data) <= _LARGEST_CARD else None
    except (ValueError, RecursionError):
        card = None
    fault = "it is no JSON object" if not isinstance(card, dict) else _fault(card)
    if fault or not isinstance(card, dict):
        mend = "write the card as docs/model.md shows it"
        raise ModelError("M002", f"the card is not one: {fault}", where=where, mend=mend)
    return ModelCard(
        name=card["name"],
        version=card["version"],
        files=card["files"],
        labels=tuple(card["labels"]),
        token_limit=card["token_limit"],
        masked=card.get("masked", False),
        temperature=float(card.get("temperature", 1.0)),
        threshold=float(card.get("threshold", 0.9)),
        digest=hashlib.sha256(data).hexdigest(),
    )


def _fault(card: dict[str, Any]) -> str:
    """What is wrong with a card; empty if nothing is."""
    files = card.get("files")
    limit = card.get("token_limit")
    faults = (
        (not _word(card.get("name")), "`name` must be a short word without spaces or @"),
        (not isinstance(card.get("version"), str), "`version` must be a text"),
        (not _hashes(files), f"`files` must give the sha256 of {MODEL} and {TOKENIZER}"),
        (
            not isinstance(card.get("labels"), list) or sorted(map(str, card["labels"])) != sorted(STANCES),
            f"`labels` must list {', '.join(STANCES)} in the order of the model's outputs",
        ),
        (
            not isinstance(limit, int) or isinstance(limit, bool) or not 16 <= limit <= 8192,
            "`token_limit` must be a whole number from 16 to 8192",
        ),
        (not isinstance(card.get("masked", False), bool), "`masked` must be true or false"),
        (not _number(card.get("temperature", 1.0), 0.01, 100), "`temperature` must be a number from 0.01 to 100"),
        (not _number(card.get("threshold", 0.9), 0.5, 1), "`threshold` must be a number from 0.5 to 1"),
    )
    return next((what for wrong, what in faults if wrong), "")


def _word(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= 80 and not set(value) & set(" @\n\t")


def _number(value: object, least: float, most: float) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and least <= value <= most


def _hashes(files: object) -> bool:
    if not isinstance(files, dict) or not {MODEL, TOKENIZER} <= files.keys():
        return False
    plain = all(isinstance(name, str) and name not in ("", ".", "..") and not set("/\\\0") & set(name) for name in files)  # fmt: skip
    return plain and all(isinstance(value, str) and len(value) == 64 for value in files.values())


def check_files(folder: Path, card: ModelCard, *, shown: str) -> None:
    """Hold every file of the card against its hash.

    Raises:
        ModelError: M001 if one cannot be read, M003 if one is not the file that the card speaks of.
    """
    for name, wanted in card.files.items():
        where = Location(f"{shown}/{name}")
        hasher = hashlib.sha256()
        try:
            with (folder / name).open("rb") as file:
                while part := file.read(_AT_ONCE):
                    hasher.update(part)
        except OSError as error:
            what = f"the file cannot be read: {(error.strerror or str(error)).lower()}"
            raise ModelError("M001", what, where=where, mend="copy the whole model folder again") from None
        if hasher.hexdigest() != wanted.lower():
            what = "the file is not the one that the card speaks of: its sha256 differs"
            mend = f"copy the whole model folder again; for another model write its sha256 into {CARD}"
            raise ModelError("M003", what, where=where, mend=mend)
