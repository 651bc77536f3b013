"""Claims in, verdicts out: the public `Checker`."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, cached_property
from importlib import metadata, resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.adapters.entry_points import load, version
from factcheck.domain.claim import Checks, Claim, ModelUse, Policy, Tolerance
from factcheck.reports.record import verdict_text
from factcheck.settings import bad_value, policy_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.adapters.cache import VerdictCache
    from factcheck.adapters.corpus import Corpus
    from factcheck.domain.ports import Index, Judge, Matcher
    from factcheck.domain.verdict import Verdict
    from factcheck.pipeline import Weighed
    from factcheck.settings import Settings

_CACHE_FORMAT = "verdict-2"  # four bytes of checksum, then JSON
_SUM = 4


@dataclass(frozen=True, slots=True)
class _JudgeWanted:
    """What a project says about who reads wording."""

    name: str = ModelUse.AUTO.value
    root: Path = Path()
    options: Mapping[str, object] = field(default_factory=dict)


class Checker:
    """Checks claims against a corpus.

    Args:
        corpus: From `Corpus.open`, `Corpus.from_texts` or `Corpus.from_sources`.
        min_origins: Independent origins needed on the side that a claim expects, 1 or more.
        tolerance: What "about" allows: `"10%"`, an absolute difference, or None for the built-in band.
        sources: Filters such as `tier:primary` or `!tag:opinion`.
        severity: `error`, `warn` or `info`.
        model: Who reads wording: `auto` for the model in the package, `off` for nobody, a registered name, or the path of a
            model folder.

    The options hold for bare sentences; a `Claim` brings its own policy.

    Raises:
        TypeError: If `corpus` is no corpus.
        SettingsError: For a bad option.
    """

    def __init__(
        self,
        corpus: Corpus,
        *,
        min_origins: int = 1,
        tolerance: str | float | Decimal | Tolerance | None = None,
        sources: Iterable[str] = (),
        severity: str = "error",
        model: str = "auto",
    ) -> None:
        """Validate the options; nothing is read before the first check."""
        if not hasattr(corpus, "search"):
            raise TypeError(f"corpus must be a Corpus, not {type(corpus).__name__}: try Corpus.open(...)")
        if not isinstance(model, str):
            raise bad_value("model", model, "auto, off, a name or the path of a model folder")
        stated: dict[str, tuple[Any, str]] = {
            "min_origins": (min_origins, "min_origins"),
            "sources": (sources if isinstance(sources, str) else list(sources), "sources"),
            "severity": (severity, "severity"),
            "model": (ModelUse.OFF.value if model == ModelUse.OFF else ModelUse.AUTO.value, "model"),
        }
        if tolerance is not None:
            stated["tolerance"] = (tolerance, "tolerance")
        self.corpus = corpus
        self.policy = policy_of(stated)
        self._judge_wanted = _JudgeWanted(model)
        self._further_matchers: tuple[Matcher, ...] = ()
        self._parts: tuple[tuple[str, str], ...] = ()
        self._cache: VerdictCache | None = None
        self._cache_base = hashlib.sha256()

    @cached_property
    def judge(self) -> Judge | None:
        """Who reads wording, opened at the first use; None for the matchers alone.

        Raises:
            SettingsError: If the configured judge is not there.
            ModelError: If the model folder is not whole.
        """
        from factcheck.adapters.judges import open_judge  # noqa: PLC0415  (start-up cost)

        wanted = self._judge_wanted
        return open_judge(wanted.name, root=wanted.root, options=wanted.options)

    def model_name(self, claims: Iterable[Claim]) -> str | None:
        """The name of the judge that may read these claims; None if there is none, or no policy allows one."""
        allowed = any(claim.policy.model is ModelUse.AUTO for claim in claims)
        return self.judge.name if allowed and self.judge else None

    def take_parts(self, settings: Settings) -> None:
        """Use the policy, the judge and the further matchers that a project names.

        Raises:
            SettingsError: S010 or S011 if a matcher is not there.
        """
        self.policy = settings.policy
        self._judge_wanted = _JudgeWanted(settings.model, settings.root, settings.judge)
        self._further_matchers = tuple(load("factcheck.matchers", name) for name in settings.matchers)
        self._parts = tuple((name, version("factcheck.matchers", name)) for name in settings.matchers)

    def check(self, claim: str | Claim) -> Verdict:
        """The verdict on one claim.

        Raises:
            TypeError: If `claim` is neither a string nor a `Claim`.
            ValueError: If the sentence is empty.
        """
        from factcheck.pipeline import MATCHERS, check  # noqa: PLC0415  (a run from the cache needs no pipeline)

        claim = self._as_claim(claim)
        matchers = (*MATCHERS, *self._further_matchers)
        return check(claim, index=self.corpus, judge=self._judge_for(claim), matchers=matchers)

    def weigh(self, claim: str | Claim, *, index: Index | None = None) -> Weighed:
        """What each passage does to a claim, before origins and time are looked at.

        Args:
            claim: As for `check`.
            index: Where the passages come from; the corpus if it is not given.
        """
        from factcheck.pipeline import MATCHERS, weigh_claim  # noqa: PLC0415  (a run from the cache needs no pipeline)

        claim = self._as_claim(claim)
        matchers = (*MATCHERS, *self._further_matchers)
        return weigh_claim(claim, index=index or self.corpus, judge=self._judge_for(claim), matchers=matchers)

    def _judge_for(self, claim: Claim) -> Judge | None:
        return self.judge if claim.policy.model is ModelUse.AUTO else None

    def check_many(self, claims: Iterable[str | Claim]) -> Iterator[Verdict]:
        """Verdicts in the order of the claims, each made when it is asked for."""
        if isinstance(claims, (str, Claim)):
            raise TypeError("claims must be an iterable of claims, not one claim: use check()")
        return map(self.check, claims)

    def verdict_text(self, claim: Claim, *, kept: bytes | None = None) -> str:
        """The verdict as JSON text, see `factcheck.reports.record`.

        Args:
            claim: With its policy after inheritance.
            kept: What `look_up` found for it.
        """
        if kept and len(kept) > _SUM and zlib.crc32(kept[_SUM:]) == int.from_bytes(kept[:_SUM], "big"):
            return kept[_SUM:].decode("ascii")
        text = verdict_text(self.check(claim))
        if self._cache is not None:
            data = text.encode("ascii")
            self._cache.put(self._cache_key(claim), zlib.crc32(data).to_bytes(_SUM, "big") + data)
        return text

    def keep_verdicts(self, cache: VerdictCache) -> None:
        """Look up and keep verdicts in `cache`, by everything that they depend on."""
        self._cache = cache
        wanted = self._judge_wanted.name
        reader = wanted if wanted in set(ModelUse) or self.judge is None else self.judge.name
        stated = (_CACHE_FORMAT, sorted(versions().items()), _own_files(), self.corpus.digest, reader, self._parts)
        self._cache_base = hashlib.sha256(repr(stated).encode())

    def look_up(self, claims: Sequence[Claim]) -> list[bytes | None]:
        """What is kept on each of these claims, for `verdict_text`; all in one go, since there may be many."""
        if self._cache is None:
            return [None] * len(claims)
        keys = [self._cache_key(claim) for claim in claims]
        found = self._cache.get_many(keys)
        return [found.get(key) for key in keys]

    def _cache_key(self, claim: Claim) -> str:
        hasher = self._cache_base.copy()
        depends_on = (
            claim.sentence,
            claim.as_of,
            _spelled(claim.policy),
            claim.expect.value,
            _spelled(claim.checks),
        )
        hasher.update(repr(depends_on).encode("utf-8", "backslashreplace"))
        return hasher.hexdigest()

    def _as_claim(self, claim: str | Claim) -> Claim:
        if isinstance(claim, str):
            claim = Claim(sentence=claim, policy=self.policy)
        elif not isinstance(claim, Claim):
            raise TypeError(f"a claim is a str or a Claim, not {type(claim).__name__}")
        if not claim.sentence.strip():
            raise ValueError("the claim is empty")
        return claim


@cache
def _spelled(part: Policy | Checks) -> str:
    return repr(part)


def _own_files() -> str:
    """A digest of the installed package: verdicts made by other code are not taken from the cache."""
    hasher = hashlib.sha256()
    for path in sorted(Path(str(resources.files("factcheck"))).rglob("*")):
        if path.suffix in {".py", ".json", ".txt"}:
            hasher.update(path.name.encode())
            hasher.update(path.read_bytes())
        elif path.is_file() and path.suffix != ".pyc":
            hasher.update(f"{path.name} {path.stat().st_size}".encode())
    return hasher.hexdigest()


def versions() -> dict[str, str]:
    """Versions of everything that verdicts depend on."""
    from factcheck import __version__  # noqa: PLC0415  (the package imports this module lazily)

    names = ("PyStemmer", "onnxruntime", "tantivy", "tokenizers")
    return {"pytest-factcheck": __version__} | {name: metadata.version(name) for name in names}
