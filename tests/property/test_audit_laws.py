"""Laws of the audits: a changed figure is a wrong one, a claim covers itself, and appending changes nothing else."""

from __future__ import annotations

from datetime import date, timedelta

import yaml
from hypothesis import assume, given, reject
from hypothesis import strategies as st

from factcheck.audits.mutation import mutants_of
from factcheck.claimfile import parse
from factcheck.claimfile.append import appended, fit
from factcheck.domain.audit import Change
from factcheck.domain.claim import Claim
from factcheck.errors import DeskError
from factcheck.text.analyse import analyse
from factcheck.text.bands import Fit
from factcheck.text.bands import fit as fitting

FIGURES = st.one_of(
    st.integers(2, 40), st.integers(41, 999), st.integers(1_000, 9_999_999).map(lambda n: n // 100 * 100)
)
HEDGES = st.sampled_from(["", "about ", "nearly ", "more than ", "fewer than ", "at least "])
WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=60)


@given(FIGURES, HEDGES, st.integers(0, 99))
def test_a_changed_figure_is_contradicted_by_the_true_one(number: int, hedge: str, draw: int) -> None:
    claim = Claim(f"The army sent {hedge}{number:,} soldiers to Kenya.", id=f"claim-{draw}")
    [true] = analyse(claim.sentence).quantities
    figures = [mutant for mutant in mutants_of(claim, ()) if mutant.change is Change.FIGURE]
    assert len(figures) == 1
    [changed] = analyse(figures[0].claim.sentence).quantities
    assert fitting(changed, true) is Fit.OUTSIDE
    assert fitting(true, changed) is Fit.OUTSIDE


@given(
    st.dates(date(1950, 1, 1), date(2030, 12, 31)),
    st.sampled_from(["{0.day} {0:%B} {0.year}", "{0:%B} {0.year}", "{0.year}"]),
)
def test_a_changed_date_is_another_time(day: date, written: str) -> None:
    claim = Claim(
        f"The dam broke on {written.format(day)}."
        if "day" in written
        else f"The dam broke down in {written.format(day)}."
    )
    true = analyse(claim.sentence).dates
    assume(len(true) == 1)
    dates = [mutant for mutant in mutants_of(claim, ()) if mutant.change is Change.DATE]
    assert len(dates) == 1
    [changed] = analyse(dates[0].claim.sentence).dates
    first, last = true[0].first, true[0].last
    assert first is not None
    assert last is not None
    assert changed.first is not None
    assert changed.last is not None
    assert changed.last < first or last < changed.first
    assert changed.granularity is true[0].granularity
    assert abs(changed.first - first) < timedelta(days=4 * 366)


@given(st.lists(WORDS, max_size=4), WORDS, st.sampled_from(["  ", "", "    "]), st.sampled_from(["\n", "\r\n"]))
def test_appending_keeps_every_byte_and_means_the_sentence(before: list[str], new: str, indent: str, eol: str) -> None:
    try:
        claims = [fit(words) for words in dict.fromkeys(before)]
        added = fit(new)
        data = f"# mine{eol}claims:{eol}{indent}- The dam broke.{eol}".encode()
        for claim in claims:
            data = appended(data, claim, path="a.yaml")
    except (DeskError, ExceptionGroup):
        reject()
    kept = [claim.sentence for claim in parse(data, path="a.yaml").claims]
    assume(added.sentence not in kept)
    after = appended(data, added, path="a.yaml")
    assert after.startswith(data)
    assert [claim.sentence for claim in parse(after, path="a.yaml").claims] == [*kept, added.sentence]
    assert yaml.safe_load(after)["claims"][-1] == added.sentence
