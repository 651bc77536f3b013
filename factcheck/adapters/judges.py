"""Which judge a project wants: the shipped model, a folder, an installed part, or none."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, cast

from factcheck.adapters import entry_points
from factcheck.adapters.model_card import CARD
from factcheck.adapters.onnx import OnnxJudge
from factcheck.domain.claim import ModelUse
from factcheck.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.domain.ports import Judge


def shipped_model() -> Path | None:
    """The folder of the model in the package; None when the package was built without one."""
    models = Path(str(resources.files("factcheck"))) / "models"
    return next((card.parent for card in sorted(models.glob(f"*/{CARD}"))), None)


def open_judge(wanted: str, *, root: Path, options: Mapping[str, object] | None = None) -> Judge | None:
    """The judge of a project; None when it wants none, or when `auto` finds no model in the package.

    Args:
        wanted: `auto`, `off`, a name registered under `factcheck.models` (called without arguments, gives a folder) or under
            `factcheck.judges` (called with `options`, gives a judge), or the path of a model folder.
        root: What a path is relative to.
        options: The table `[tool.factcheck.judge]`.

    Raises:
        SettingsError: S010 if `wanted` is neither a name nor a folder, S011 if a part cannot be imported, S002 for a bad option.
        ModelError: M001 or M002 for a folder without a good card.
    """
    if wanted == ModelUse.OFF:
        return None
    if wanted == ModelUse.AUTO:
        folder = shipped_model()
        return OnnxJudge(folder, shown=f"the model of the package, {folder.name}") if folder else None
    models, judges = entry_points.known("factcheck.models"), entry_points.known("factcheck.judges")
    if wanted in models:
        folder = entry_points.load("factcheck.models", wanted)()
        if folder is None:
            what = f"the model `{wanted}` has no folder here"
            raise SettingsError("S011", what, mend="install the wheel, which brings the model")
        return OnnxJudge(Path(folder), shown=f"the model `{wanted}`")
    if wanted in judges:
        return cast("Judge", entry_points.load("factcheck.judges", wanted)(options or {}))
    folder = root / wanted
    if set("/\\") & set(wanted) or folder.is_dir():
        return OnnxJudge(folder, shown=Path(wanted).as_posix())
    names = [*ModelUse, *models, *judges]
    mend = f"write one of {', '.join(names)}, or the path of a folder that holds {CARD}"
    raise SettingsError("S010", f"no `{wanted}` among the models", mend=mend)
