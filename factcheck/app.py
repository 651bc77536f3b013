"""Joins the parts: from settings to a checker that is ready to use. The only place that picks implementations."""

from __future__ import annotations

import difflib
import hashlib
import re
import zlib
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, cached_property
from importlib import metadata, resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.adapters import output, project
from factcheck.adapters.entry_points import load, version
from factcheck.adapters.project import CLAIM_SUFFIXES, find_root, holds_claims_only
from factcheck.adapters.project import today as clock_today
from factcheck.adapters.starter import lacks_table, project_table, write_starter
from factcheck.domain.claim import Checks, Claim, ModelUse, Policy, Tolerance
from factcheck.errors import CorpusError, FactcheckError, Location, SettingsError
from factcheck.reports.record import claim_line, verdict_text
from factcheck.settings import Settings, bad_value, day_of, policy_of, read_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factcheck.adapters.cache import VerdictCache
    from factcheck.adapters.corpus import Corpus
    from factcheck.claimfile import ClaimFile
    from factcheck.domain.analysis import Analysis
    from factcheck.domain.ports import Judge, Matcher
    from factcheck.domain.source import Passage, Problem
    from factcheck.domain.verdict import Verdict
    from factcheck.reports.json_report import CorpusRecord, ProblemRecord, RunRecord

__all__ = [
    "CLAIM_SUFFIXES",
    "REPORTS",
    "Checker",
    "Settings",
    "analyse_sentence",
    "check_sentence",
    "claim_schema_text",
    "clock_today",
    "configured_claim_files",
    "corpus_notes",
    "corpus_problems",
    "corpus_record",
    "fault_record",
    "find_claim",
    "find_root",
    "holds_claims_only",
    "lacks_table",
    "open_checker",
    "open_corpus",
    "parse_claims",
    "project_table",
    "read_settings",
    "report_schema_text",
    "report_targets",
    "search",
    "source_text",
    "versions",
    "write_reports",
    "write_starter",
]

REPORTS = ("json",)
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
        judge = self.judge if claim.policy.model is ModelUse.AUTO else None
        return check(claim, index=self.corpus, judge=judge, matchers=(*MATCHERS, *self._further_matchers))

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
            claim.review,
            claim.claimant,
            claim.appeared,
            claim.valid_for,
            claim.recheck_by,
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


def parse_claims(path: Path, settings: Settings) -> ClaimFile:
    """The claims of one file.

    Raises:
        ExceptionGroup: Of `ClaimFileError`, all faults of the file at once.
        FactcheckError: S007 if the file cannot be read.
    """
    from factcheck.claimfile import parse  # noqa: PLC0415  (start-up cost: PyYAML and jsonschema)

    shown = settings.shown(path)
    parsed = parse(project.read_claim_file(path, shown=shown), path=shown, defaults=settings.policy)
    typed = [claim for claim in parsed.claims if claim.checks.number or claim.checks.date]
    if typed:
        from factcheck.claimfile.typed import check_faults  # noqa: PLC0415  (start-up cost: sentences are analysed)

        faults = [fault for claim in typed for fault in check_faults(claim)]
        if faults:
            raise ExceptionGroup(f"{shown}: {len(faults)} faults", faults)
    return parsed


def open_corpus(settings: Settings, *, progress: Callable[[int, int], None] | None = None) -> Corpus:
    """The project's corpus, its index built or refreshed when needed.

    Args:
        settings: Where the corpus and the project's root are.
        progress: Called with files done and files to do while an index is built.

    Raises:
        CorpusError: If it does not exist or holds no readable source.
    """
    from factcheck.adapters.corpus import Corpus as OurCorpus  # noqa: PLC0415  (start-up cost)

    try:
        return OurCorpus.open(settings.corpus, root=settings.root, readers=settings.readers, progress=progress)
    except CorpusError as error:
        if error.where and error.where.path == str(settings.corpus):
            where = Location(settings.shown(settings.corpus))
            raise CorpusError(error.code, error.what, where=where, mend=error.mend) from None
        raise


def open_checker(settings: Settings, *, progress: Callable[[int, int], None] | None = None) -> Checker:
    """A checker of the project's corpus that keeps its verdicts between runs.

    Raises:
        CorpusError: If the corpus does not exist or holds no readable source.
    """
    from factcheck.adapters.cache import VerdictCache  # noqa: PLC0415  (start-up cost)

    checker = Checker(open_corpus(settings, progress=progress))
    checker.take_parts(settings)
    checker.keep_verdicts(VerdictCache(settings.root))
    return checker


def configured_claim_files(settings: Settings) -> list[str]:
    """Every claim file of the configured folders, as shown to the user, in order."""
    return [settings.shown(path) for path in project.claim_files(settings.claims)]


def corpus_record(corpus: Corpus) -> CorpusRecord:
    """What the reports say about the corpus."""
    return {"sources": len(corpus), "digest": corpus.digest}


def corpus_problems(corpus: Corpus) -> list[ProblemRecord]:
    """What could not be read in the corpus: the gate fails while there is any."""
    return [_problem_record(item) for item in corpus.problems()]


def corpus_notes(corpus: Corpus) -> list[ProblemRecord]:
    """What is worth knowing about the corpus: retracted sources, files of no known kind, other languages."""
    return [_problem_record(item) for item in corpus.notes()]


def _problem_record(item: Problem) -> ProblemRecord:
    return {"path": item.path, "line": None, "column": None, "code": item.code, "what": item.what, "mend": item.mend}


def fault_record(error: FactcheckError) -> ProblemRecord:
    """A fault of the user's input as plain values."""
    where = error.where
    return {
        "path": where.path if where else "",
        "line": where.line or None if where else None,
        "column": where.column or None if where else None,
        "code": error.code,
        "what": error.what,
        "mend": error.mend,
    }


def report_targets(stated: Sequence[str], folder: Path) -> list[tuple[str, Path]]:
    """Format and path of each `FORMAT=PATH`.

    Args:
        stated: As given to `--factcheck-report`.
        folder: What a relative path is relative to.

    Raises:
        SettingsError: S004 for an unknown format or another shape, S005 for a path that cannot be written.
    """
    targets = []
    for text in stated:
        form, separator, path = text.partition("=")
        if not separator or not path:
            raise SettingsError(
                "S004", f"--factcheck-report {text!r} names no file", mend="write it as json=report.json"
            )
        if form not in REPORTS:
            known = ", ".join(REPORTS)
            raise SettingsError("S004", f"unknown report format `{form}`", mend=f"known formats: {known}")
        target = folder / path
        output.check_writable(target)
        targets.append((form, target))
    return targets


def write_reports(targets: Iterable[tuple[str, Path]], run: RunRecord) -> None:
    """Write each report, whole or not at all.

    Raises:
        SettingsError: S005 if one cannot be written.
    """
    from factcheck.reports.json_report import json_report  # noqa: PLC0415  (start-up cost)

    for _, path in targets:
        output.write_whole(path, json_report(run))


def check_sentence(
    sentence: str, settings: Settings, *, progress: Callable[[int, int], None] | None = None
) -> RunRecord:
    """Check one bare sentence against the project's corpus.

    Raises:
        CorpusError: If there is no corpus to check against.
        SettingsError: S012 if the sentence is empty, or nothing that could be checked.
    """
    from factcheck.reports.json_report import RunRecord  # noqa: PLC0415  (start-up cost)

    _refuse_unfit(sentence)
    checker = open_checker(settings, progress=progress)
    claim = Claim(sentence=sentence, policy=settings.policy)
    said = checker.verdict_text(claim, kept=checker.look_up([claim])[0])
    return RunRecord(
        today=settings.today,
        versions=versions(),
        claims=[claim_line(claim, said, nodeid=None).record()],
        problems=corpus_problems(checker.corpus),
        notes=corpus_notes(checker.corpus),
        corpus=corpus_record(checker.corpus),
        model=checker.model_name([claim]),
    )


def _refuse_empty(sentence: str) -> None:
    if not sentence.strip():
        raise SettingsError("S012", "the sentence is empty", mend="write what is claimed, in quotes")


def _refuse_unfit(sentence: str) -> None:
    """A bare sentence is held to what claim files ask of theirs."""
    from factcheck.claimfile import values  # noqa: PLC0415  (start-up cost)
    from factcheck.claimfile.faults import BadValueError  # noqa: PLC0415

    _refuse_empty(sentence)
    try:
        values.sentence(sentence)
    except BadValueError as bad:
        raise SettingsError("S012", bad.what, mend=bad.mend) from None


def find_claim(name: str, settings: Settings) -> tuple[Claim, str]:
    """The claim with this node id, or with this id if only one claim of the project has it, and its node id.

    Raises:
        SettingsError: S007 if there is no such file, S008 if there is no such claim or there are several, with the candidates.
        ExceptionGroup: If the claim is not found and a claim file has faults.
    """
    path, separator, wanted = name.rpartition("::")
    named = [file for file in (Path.cwd() / path, settings.root / path) if file.is_file()][:1]
    if separator and not named:
        nearest = difflib.get_close_matches(path, configured_claim_files(settings), n=3)
        mend = f"did you mean {', '.join(nearest)}?" if nearest else "name a file, as in claims/iraq.yaml::us-troops"
        raise SettingsError("S007", f"there is no claim file `{path}`", mend=mend)
    paths = named if separator else list(project.claim_files(settings.claims))
    claims: list[tuple[Claim, str]] = []
    faults: Exception | None = None
    for file in paths:
        try:
            claims += [(claim, f"{settings.shown(file)}::{claim.id}") for claim in parse_claims(file, settings).claims]
        except (FactcheckError, ExceptionGroup) as error:
            faults = error
    found = [(claim, nodeid) for claim, nodeid in claims if claim.id == wanted]
    if len(found) == 1:
        return found[0]
    if found:
        candidates = ", ".join(nodeid for _, nodeid in found)
        raise SettingsError("S008", f"{len(found)} claims have the id `{wanted}`", mend=f"name one of {candidates}")
    if faults:
        raise faults
    nearest = difflib.get_close_matches(wanted, [claim.id for claim, _ in claims], n=3)
    candidates = ", ".join(nodeid for claim, nodeid in claims if claim.id in nearest)
    mend = f"did you mean {candidates}?" if candidates else "`pytest --collect-only -q claims/` lists all"
    raise SettingsError("S008", f"no claim has the id `{wanted}`", mend=mend)


def search(corpus: Corpus, words: str, *, limit: int) -> Sequence[Passage]:
    """The passages that speak most of these words, best first.

    Raises:
        SettingsError: S012 if there are no words, S002 for a limit below 1.
    """
    from factcheck.retrieval.query import build_query  # noqa: PLC0415  (start-up cost)

    if not words.strip():
        raise SettingsError("S012", "there is nothing to look for", mend="write some words of what you look for")
    if limit < 1:
        raise bad_value("--limit", limit, "a whole number from 1 up")
    return corpus.search(build_query(words), limit=limit)


def source_text(corpus: Corpus, wanted: str, *, at: str | None = None) -> str:
    """The cleaned text of a source, or a slice of it.

    Args:
        corpus: Where to look.
        wanted: Id of the source.
        at: `START:END` in code points.

    Raises:
        CorpusError: C011 if no source has this id.
        SettingsError: S002 if `at` is no slice of the text.
    """
    text = corpus.source(wanted).text
    if at is None:
        return text
    bounds = re.fullmatch(r"(\d{1,9}):(\d{1,9})", at)
    if not bounds or not int(bounds[1]) < int(bounds[2]) <= len(text):
        raise bad_value("--at", at, f"a slice such as 0:80, up to {len(text)}")
    return text[int(bounds[1]) : int(bounds[2])]


def analyse_sentence(sentence: str, *, published: str | None = None) -> Analysis:
    """What a sentence asserts.

    Args:
        sentence: One sentence.
        published: Day against which "on Tuesday" and the like are resolved, as written by the user.

    Raises:
        SettingsError: S006 if `published` is not a day, S012 if the sentence is empty.
    """
    from factcheck.text.analyse import analyse  # noqa: PLC0415  (start-up cost)

    _refuse_empty(sentence)
    return analyse(sentence, reference=day_of(published) if published else None)


def claim_schema_text() -> str:
    """The JSON Schema of claim files, as text."""
    from factcheck.claimfile import schema_text  # noqa: PLC0415  (start-up cost)

    return schema_text()


def report_schema_text() -> str:
    """The JSON Schema of the JSON report, as text."""
    return resources.files("factcheck.reports").joinpath("report.schema.json").read_text(encoding="utf-8")
