"""The corpus of a project: opened, described, searched, shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.app.checker import Checker
from factcheck.errors import CorpusError, Location, SettingsError
from factcheck.settings import bad_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from factcheck.adapters.corpus import Corpus
    from factcheck.domain.source import Passage, Problem, Source
    from factcheck.reports.run_record import CorpusRecord, ProblemRecord
    from factcheck.settings import Settings


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


def corpus_record(corpus: Corpus, settings: Settings) -> CorpusRecord:
    """What the reports say about the corpus."""
    return {"folder": settings.shown(settings.corpus), "sources": len(corpus), "digest": corpus.digest}


def corpus_problems(corpus: Corpus) -> list[ProblemRecord]:
    """What could not be read in the corpus: the gate fails while there is any."""
    return [_problem_record(item) for item in corpus.problems()]


def corpus_notes(corpus: Corpus) -> list[ProblemRecord]:
    """What is worth knowing about the corpus: retracted sources, files of no known kind, other languages."""
    return [_problem_record(item) for item in corpus.notes()]


def _problem_record(item: Problem) -> ProblemRecord:
    return {"path": item.path, "line": None, "column": None, "code": item.code, "what": item.what, "mend": item.mend}


def search(corpus: Corpus, words: str, *, limit: int) -> Sequence[Passage]:
    """The passages that speak most of these words, best first.

    Raises:
        SettingsError: S012 if there are no words, S002 for a limit below 1.
    """
    from factcheck.retrieval.query import build_query, speaks_of  # noqa: PLC0415  (start-up cost)

    if not words.strip():
        raise SettingsError("S012", "there is nothing to look for", mend="write some words of what you look for")
    if limit < 1:
        raise bad_value("--limit", limit, "a whole number from 1 up")
    query = build_query(words)
    return [passage for passage in corpus.search(query, limit=limit) if speaks_of(query, passage)]


def source_slice(corpus: Corpus, wanted: str, *, at: str | None = None) -> tuple[Source, int, int]:
    """A source, and the first and last code point of the part of its text that is asked for.

    Args:
        corpus: Where to look.
        wanted: Id of the source.
        at: `START:END` in code points; None for the whole text.

    Raises:
        CorpusError: C011 if no source has this id.
        SettingsError: S002 if `at` is no slice of the text.
    """
    source = corpus.source(wanted)
    length = len(source.text)
    if at is None:
        return source, 0, length
    bounds = re.fullmatch(r"(\d{1,9}):(\d{1,9})", at)
    if not bounds or not int(bounds[1]) < int(bounds[2]) <= length:
        what = f"--at {at} is no part of {wanted}, which has {length:,} characters"
        raise SettingsError("S002", what, mend=f"write START:END, as 0:{min(80, length)}")
    return source, int(bounds[1]), int(bounds[2])


def problems_by_file(problems: Iterable[ProblemRecord]) -> dict[str, list[ProblemRecord]]:
    """What is said about each file, without the lines and columns of the places."""
    found: dict[str, list[ProblemRecord]] = {}
    for problem in problems:
        found.setdefault(re.sub(r"(?::\d+){1,2}$", "", problem["path"]), []).append(problem)
    return found
