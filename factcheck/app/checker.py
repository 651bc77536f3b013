"""Claims in, verdicts out: the public `Checker`."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, cached_property
from importlib import metadata, resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.adapters.entry_points import fingerprint, load
from factcheck.app.reuse import Reuse, sealed, unsealed
from factcheck.domain.claim import Checks, Claim, ModelUse, Policy, Tolerance
from factcheck.reports.record import verdict_text
from factcheck.settings import bad_value, policy_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from hashlib import _Hash as Hash

    from factcheck.adapters.cache import VerdictCache
    from factcheck.adapters.corpus import Corpus
    from factcheck.domain.ports import Index, Judge, Matcher
    from factcheck.domain.source import Passage
    from factcheck.domain.verdict import Verdict
    from factcheck.pipeline import Weighed
    from factcheck.settings import Settings

_CACHE_FORMAT = "verdict-3"


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
        self._cache_base = self._snapshot_base = hashlib.sha256()

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
        self._parts = tuple((name, fingerprint("factcheck.matchers", name)) for name in settings.matchers)

    def check(self, claim: str | Claim) -> Verdict:
        """The verdict on one claim.

        Raises:
            TypeError: If `claim` is neither a string nor a `Claim`.
            ValueError: If the sentence is empty.
        """
        from factcheck.pipeline import passages_for  # noqa: PLC0415  (a run from the cache needs no pipeline)

        claim = self._as_claim(claim)
        return self._weigh(claim, passages_for(claim, index=self.corpus))

    def _weigh(self, claim: Claim, passages: Sequence[Passage]) -> Verdict:
        from factcheck.pipeline import MATCHERS, weigh_claim  # noqa: PLC0415  (as above)

        judge = self.judge if claim.policy.model is ModelUse.AUTO else None
        return weigh_claim(claim, passages, judge=judge, matchers=(*MATCHERS, *self._further_matchers))

    def weigh(self, claim: str | Claim, *, index: Index | None = None) -> Weighed:
        """What each passage does to a claim, before origins and time are looked at.

        Args:
            claim: As for `check`.
            index: Where the passages come from; the corpus if it is not given.
        """
        from factcheck.pipeline import MATCHERS, evidence_for, passages_for  # noqa: PLC0415  (as above)

        claim = self._as_claim(claim)
        judge = self.judge if claim.policy.model is ModelUse.AUTO else None
        passages = passages_for(claim, index=index or self.corpus)
        return evidence_for(claim, passages, judge=judge, matchers=(*MATCHERS, *self._further_matchers))

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
        text = unsealed(kept)
        if text is not None:
            return text
        if self._cache is None:
            return verdict_text(self.check(claim))
        from factcheck.pipeline import passages_for  # noqa: PLC0415  (a run from the cache needs no pipeline)

        passages = passages_for(claim, index=self.corpus)
        memory = Reuse(self._cache, self._claim_key(claim, self._cache_base), passages)
        key = self._claim_key(claim, self._snapshot_base)
        text = memory.find()
        if text is None:
            found = self._weigh(claim, passages)
            text = verdict_text(found)
            memory.keep(found, key)
        self._cache.put(key, sealed(text))
        return text

    def recall(self, claim: Claim) -> dict[str, Any]:
        """The verdict as reports tell it, from what is kept if it is there."""
        told: dict[str, Any] = json.loads(self.verdict_text(claim, kept=self.look_up([claim])[0]))
        return told

    def keep_verdicts(self, cache: VerdictCache) -> None:
        """Look up and keep verdicts in `cache`: by everything that they depend on, and by the passages that they rest on."""
        self._cache = cache
        wanted, options = self._judge_wanted.name, sorted(self._judge_wanted.options.items())
        reader: object = wanted
        if wanted not in set(ModelUse) and self.judge is not None:
            reader = (self.judge.name, fingerprint("factcheck.judges", wanted), options)
        stated = (_CACHE_FORMAT, sorted(versions().items()), _own_files(), reader, self._parts)
        self._cache_base = hashlib.sha256(repr(stated).encode())
        self._snapshot_base = self._cache_base.copy()
        self._snapshot_base.update(self.corpus.digest.encode())

    def write_kept(self) -> None:
        """Write what is to be kept, so that other processes and later runs find it."""
        if self._cache is not None:
            self._cache.flush()

    def keep(self, question: str, answer: Callable[[], str]) -> str:
        """What `answer` says about the corpus, asked anew only when the corpus or the product changed."""
        hasher = self._snapshot_base.copy()
        hasher.update(question.encode("utf-8", "backslashreplace"))
        key = hasher.hexdigest()
        kept = self._cache.get(key) if self._cache else None
        if kept is not None:
            return kept.decode()
        text = answer()
        if self._cache:
            self._cache.put(key, text.encode())
        return text

    def look_up(self, claims: Sequence[Claim]) -> list[bytes | None]:
        """What is kept on each of these claims, for `verdict_text`; all in one go, since there may be many."""
        if self._cache is None:
            return [None] * len(claims)
        keys = [self._claim_key(claim, self._snapshot_base) for claim in claims]
        found = self._cache.get_many(keys)
        return [found.get(key) for key in keys]

    def _claim_key(self, claim: Claim, base: Hash) -> str:
        hasher = base.copy()
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
