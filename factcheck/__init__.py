"""A test suite for facts: claims in YAML, checked by pytest against a corpus of sources.

Public names are imported when they are first used, so that `import factcheck` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.adapters.corpus import Corpus
    from factcheck.app import Checker
    from factcheck.domain.claim import Claim, Policy, Severity, Tolerance
    from factcheck.domain.evidence import Evidence, Stance
    from factcheck.domain.source import Passage, Problem, Source
    from factcheck.domain.verdict import Label, MissingReason, Origins, Verdict
    from factcheck.errors import ClaimFileError, CorpusError, FactcheckError, SettingsError

__version__ = "0.1.0"

__all__ = [
    "Checker",
    "Claim",
    "ClaimFileError",
    "Corpus",
    "CorpusError",
    "Evidence",
    "FactcheckError",
    "Label",
    "MissingReason",
    "Origins",
    "Passage",
    "Policy",
    "Problem",
    "SettingsError",
    "Severity",
    "Source",
    "Stance",
    "Tolerance",
    "Verdict",
    "__version__",
]

_HOMES = {
    "Checker": "factcheck.app",
    "Claim": "factcheck.domain.claim",
    "ClaimFileError": "factcheck.errors",
    "Corpus": "factcheck.adapters.corpus",
    "CorpusError": "factcheck.errors",
    "Evidence": "factcheck.domain.evidence",
    "FactcheckError": "factcheck.errors",
    "Label": "factcheck.domain.verdict",
    "MissingReason": "factcheck.domain.verdict",
    "Origins": "factcheck.domain.verdict",
    "Passage": "factcheck.domain.source",
    "Policy": "factcheck.domain.claim",
    "Problem": "factcheck.domain.source",
    "SettingsError": "factcheck.errors",
    "Severity": "factcheck.domain.claim",
    "Source": "factcheck.domain.source",
    "Stance": "factcheck.domain.evidence",
    "Tolerance": "factcheck.domain.claim",
    "Verdict": "factcheck.domain.verdict",
}


def __getattr__(name: str) -> object:
    """Import a public name from its home."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
