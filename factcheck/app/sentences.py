"""One bare sentence: checked against the corpus, or taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.app.checker import versions
from factcheck.app.corpora import corpus_notes, corpus_problems, corpus_record, open_checker
from factcheck.app.filters import filter_notes
from factcheck.domain.claim import Claim
from factcheck.errors import SettingsError
from factcheck.reports.record import claim_line
from factcheck.settings import day_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.domain.analysis import Analysis
    from factcheck.reports.run_record import RunRecord
    from factcheck.settings import Settings


def check_sentence(
    sentence: str, settings: Settings, *, progress: Callable[[int, int], None] | None = None
) -> RunRecord:
    """Check one bare sentence against the project's corpus.

    Raises:
        CorpusError: If there is no corpus to check against.
        SettingsError: S012 if the sentence is empty, or nothing that could be checked.
    """
    from factcheck.reports.run_record import RunRecord  # noqa: PLC0415  (start-up cost)

    _refuse_unfit(sentence)
    checker = open_checker(settings, progress=progress)
    claim = Claim(sentence=sentence, policy=settings.policy)
    said = checker.verdict_text(claim, kept=checker.look_up([claim])[0])
    return RunRecord(
        today=settings.today,
        versions=versions(),
        claims=[claim_line(claim, said, nodeid=None).record()],
        problems=corpus_problems(checker.corpus),
        notes=[*corpus_notes(checker.corpus), *filter_notes(checker, [claim])],
        corpus=corpus_record(checker.corpus, settings),
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
