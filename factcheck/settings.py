"""Settings from the command line, pytest's configuration and `[tool.factcheck]`."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck.adapters import project
from factcheck.domain.claim import ModelUse, Policy, Severity, Tolerance
from factcheck.errors import Location, SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

POLICY_KEYS = ("min_origins", "tolerance", "sources", "severity", "model")
KEYS = ("corpus", "claims", "readers", "matchers", "reports", "judge", *POLICY_KEYS)
_Value = TypeVar("_Value")
_ADDRESS = re.compile(
    r"(?:^|[/\\])(?P<scheme>[a-z][a-z0-9+.-]+):/+(?P<rest>.*)", re.IGNORECASE
)  # `//` is `/` in a path


@dataclass(frozen=True, slots=True)
class Settings:
    """How a project wants its claims checked, each value from the nearest place that gives it.

    Attributes:
        root: The folder that configured paths are relative to.
        corpus: The folder of sources.
        claims: Folders of claim files.
        readers: Names of third-party readers that act beside ours.
        matchers: Names of third-party matchers that compare beside ours.
        reports: Names of third-party report formats that can be asked for beside ours.
        policy: What claims start from; a claim file or a claim can be nearer.
        today: What the run takes for today.
        model: Who judges wording where the policy allows it: `auto`, a registered name or the path of a model folder. A
            stated `off` is in the policy, since one claim may want the model all the same.
        judge: The table `[tool.factcheck.judge]`, for judges that take options.
        configured: Whether the project has `[tool.factcheck]` or a `factcheck_*` ini value.
    """

    root: Path
    corpus: Path
    claims: tuple[Path, ...]
    today: date
    readers: tuple[str, ...] = ()
    matchers: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    policy: Policy = field(default_factory=Policy)
    model: str = ModelUse.AUTO.value
    judge: Mapping[str, object] = field(default_factory=dict, hash=False)
    configured: bool = False

    def without_model(self) -> Settings:
        """The same settings for a run of the matchers alone, whatever a claim's policy says."""
        return replace(self, model=ModelUse.OFF.value)

    def shown(self, path: Path) -> str:
        """A path as shown to the user: relative to the root where possible, with `/`."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()


def read_settings(
    root: Path, *, options: Mapping[str, Any] | None = None, ini: Mapping[str, Any] | None = None
) -> Settings:
    """Settings in one order: option, ini value, `[tool.factcheck]`, default.

    Args:
        root: The rootdir; configured paths are relative to it.
        options: From the command line, by key; paths already absolute, `today` as written.
        ini: `factcheck_*` values without their prefix; read from pytest's own files when None.

    Raises:
        SettingsError: For an unknown key or a bad value, with the nearest key.
    """
    table = project.read_table(root)
    ini = project.read_ini(root) if ini is None else ini
    _refuse_unknown(table or {}, Location("pyproject.toml"), "[tool.factcheck]")
    _refuse_unknown(ini, Location("pytest configuration"), "factcheck_*")
    merged: dict[str, tuple[Any, str]] = {}
    for values, origin in ((table or {}, "[tool.factcheck] {}"), (ini, "factcheck_{}"), (options or {}, "--{}")):
        merged.update({key: (value, origin.format(key)) for key, value in values.items() if value is not None})
    corpus = _corpus(*merged.get("corpus", ("corpus", "")))
    claims = _texts(*merged.get("claims", (["claims"], "")))
    readers = _texts(*merged.get("readers", ((), "")))
    matchers = _texts(*merged.get("matchers", ((), "")))
    reports = _texts(*merged.get("reports", ((), "")))
    stated_today = merged.get("today")
    model, merged = _judge_named(merged)
    judge, origin = merged.get("judge", ({}, ""))
    if not isinstance(judge, dict):
        raise bad_value(origin, judge, "a table")
    return Settings(
        root=root,
        corpus=root / corpus,
        claims=tuple(root / folder for folder in claims),
        today=day_of(stated_today[0]) if stated_today else project.today(),
        readers=readers,
        matchers=matchers,
        reports=reports,
        policy=policy_of({key: merged[key] for key in POLICY_KEYS if key in merged}),
        model=model,
        judge=judge,
        configured=table is not None or bool(ini),
    )


def _corpus(value: object, origin: str) -> str:
    path = _text(value, origin)
    if address := _ADDRESS.search(path):
        shown = f"{address['scheme']}://{address['rest']}"
        mend = "name a folder; an index behind an address comes as an entry point of the group `factcheck.indexes`"
        raise SettingsError("S002", f"{origin}: no index is installed that opens `{shown}`", mend=mend)
    return path


def _judge_named(merged: Mapping[str, tuple[Any, str]]) -> tuple[str, dict[str, tuple[Any, str]]]:
    """Who judges wording where that is allowed, and the settings with `model` as policies know it: `auto` or `off`."""
    stated, origin = merged.get("model", (ModelUse.AUTO.value, ""))
    if not isinstance(stated, str) or not stated.strip():
        raise bad_value(origin, stated, "auto, off, a name or the path of a model folder")
    if stated == ModelUse.OFF.value:
        return ModelUse.AUTO.value, dict(merged)
    return stated, {**merged, "model": (ModelUse.AUTO.value, origin)}


def _refuse_unknown(values: Mapping[str, Any], where: Location, table: str) -> None:
    for key in values:
        if key not in KEYS:
            nearest = difflib.get_close_matches(key, KEYS, n=1)
            mend = f"did you mean `{nearest[0]}`?" if nearest else "known keys: " + ", ".join(KEYS)
            raise SettingsError("S001", f"unknown key `{key}` in {table}", where=where, mend=mend)


def bad_value(origin: str, value: object, wanted: str) -> SettingsError:
    """The fault S002: an option, ini value or key whose value is not what it takes."""
    return SettingsError("S002", f"{origin}: {value!r} is not {wanted}".lstrip(": "), mend=f"give {wanted}")


def _text(value: object, origin: str) -> str:
    if isinstance(value, str) and value:
        return value
    raise bad_value(origin, value, "a path")


def _texts(value: object, origin: str) -> tuple[str, ...]:
    if isinstance(value, str) and value:
        return tuple(value.split("\n")) if "\n" in value else (value,)
    if isinstance(value, (list, tuple)) and all(isinstance(item, str) and item for item in value):
        return tuple(value)
    raise bad_value(origin, value, "a list of strings")


def day_of(value: object) -> date:
    """A day, or text such as `2024-01-12`.

    Raises:
        SettingsError: S006 if it is neither.
    """
    if isinstance(value, date):
        return value
    try:
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise SettingsError("S006", f"{value!r} is not a day", mend="write it as 2024-01-12")


def policy_of(stated: Mapping[str, tuple[Any, str]]) -> Policy:
    """A policy from values as a user writes them.

    Args:
        stated: By key: the value, and the name under which a message speaks of it.

    Raises:
        SettingsError: S002 for a value that its key does not take.
    """
    parsers: dict[str, Callable[[object, str], Any]] = {
        "min_origins": _min_origins,
        "tolerance": _tolerance,
        "sources": _filters,
        "severity": _severity,
        "model": _model,
    }
    return replace(Policy(), **{key: parsers[key](value, origin) for key, (value, origin) in stated.items()})


def _min_origins(value: object, origin: str) -> int:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value):
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
        return value
    raise bad_value(origin, value, "a whole number from 1 up")


def _tolerance(value: object, origin: str) -> Tolerance:
    from factcheck.claimfile import values  # noqa: PLC0415  (start-up cost)

    if isinstance(value, Tolerance):
        return value
    if isinstance(value, bool) or not isinstance(value, (str, int, float, Decimal)):
        raise bad_value(origin, value, "a share such as 10% or a difference such as 50")
    return _as_in_claim_files(values.tolerance, str(value), origin)


def _filters(value: object, origin: str) -> tuple[str, ...]:
    from factcheck.claimfile import values  # noqa: PLC0415  (start-up cost)

    return tuple(_as_in_claim_files(values.source_filter, item, origin) for item in _texts(value, origin))


def _as_in_claim_files(read: Callable[[str], _Value], written: str, origin: str) -> _Value:
    from factcheck.claimfile.faults import BadValueError  # noqa: PLC0415  (start-up cost)

    try:
        return read(written)
    except BadValueError as bad:
        raise SettingsError("S002", f"{origin}: {bad.what}", mend=bad.mend) from None


def _severity(value: object, origin: str) -> Severity:
    return Severity(_one_of(value, origin, [item.value for item in Severity]))


def _model(value: object, origin: str) -> ModelUse:
    return ModelUse(_one_of(value, origin, [item.value for item in ModelUse]))


def _one_of(value: object, origin: str, known: Sequence[str]) -> str:
    if isinstance(value, str) and value in known:
        return value
    raise bad_value(origin, value, "one of " + ", ".join(known))
