"""A claim as a question to an index: its own terms, and terms that mean nearly the same."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.domain.ports import Query
from factcheck.retrieval.tokens import index_terms
from factcheck.text import equivalents, gazetteer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcheck.domain.source import Passage

_EXPANSION_WEIGHT = 0.3
_MOST_TERMS = 32
_MOST_EXPANSIONS = 40
_LONGEST_ALIAS = 4
_BEFORE = "([\"“‘'"
_AROUND = "()[]\"“”‘’',;:!?"
_SCALES = {"hundr": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def build_query(sentence: str, *, related: Callable[[str], Iterable[str]] = equivalents.related) -> Query:
    """What a claim asks of an index.

    Args:
        sentence: The claim.
        related: Keys that may stand for a key; the key itself may be among them.

    Returns:
        The terms of the claim, each once, in its order; and as expansions, related words, other names of the places and
        bodies it names ("American" finds "us"), and figures written in words and digits ("two million" finds 2000000).
    """
    in_order = index_terms(sentence)
    terms = tuple(dict.fromkeys(in_order))
    expansions: dict[str, None] = {}
    for mantissa, scale in pairwise(in_order):
        if scale in _SCALES and mantissa.isdecimal():
            expansions[str(int(mantissa) * _SCALES[scale])] = None
    names: set[str] = set()
    for name in _named(sentence):
        names.update(name)
        expansions.update(dict.fromkeys(name))
    for term in terms:
        if term not in names:
            expansions.update(dict.fromkeys(sorted(other for other in related(term) if "_" not in other)))
    chosen = [term for term in expansions if term not in terms]
    return Query(terms, tuple(chosen[:_MOST_EXPANSIONS]))


def weigh(query: Query, rarity: Callable[[str], float]) -> list[tuple[str, float]]:
    """The terms to look for, each with the factor by which its BM25 score counts.

    Of a long claim the rarest 32 terms are kept: to keep only six or eight halves the recall of long claims. An expansion
    counts less than any word of the claim, however rare it is. (R@10 and R@50 of Climate-FEVER: 0.489 and 0.713 without
    expansions, 0.493 and 0.725 so, 0.482 and 0.715 with half the weight and no bound; `benchmarks/retrieval.py`.)

    Args:
        query: What is asked.
        rarity: Inverse document frequency of a term; 0 if it does not occur.
    """
    own = sorted(((rarity(term), -at, term) for at, term in enumerate(query.terms)), reverse=True)
    own = [item for item in own if item[0] > 0][:_MOST_TERMS]
    weighed = [(term, 1.0) for _, _, term in own]
    commonest = own[-1][0] if own else 0.0
    for term in query.expansions:
        found = rarity(term)
        if found > 0:
            weighed.append((term, _EXPANSION_WEIGHT * (min(1.0, commonest / found) if own else 1.0)))
    return weighed


def _named(sentence: str) -> Iterable[tuple[str, ...]]:
    """The terms of other names for each place and body that the sentence names, in capitals."""
    words = sentence.replace("-", " ").split()
    at = 0
    while at < len(words):
        known = None
        if words[at].lstrip(_BEFORE)[:1].isupper():
            for length in range(min(_LONGEST_ALIAS, len(words) - at), 0, -1):
                known = gazetteer.canonical(" ".join(words[at : at + length]).strip(_AROUND))
                if known:
                    yield _terms_by_key().get(known[0], ())
                    at += length
                    break
        if not known:
            at += 1


@cache
def _terms_by_key() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for words, known in gazetteer.aliases().items():
        written = known.exact or " ".join(words).title()
        found.setdefault(known.key, {}).update(dict.fromkeys(index_terms(written)))
    return {name: tuple(terms) for name, terms in found.items()}


def speaks_of(query: Query, passage: Passage) -> bool:
    """Whether a passage, the title of its source or the sentence before has a word of the query: small corpora give all they hold."""
    text = passage.source.text
    around = [text[start:end] for start, end in passage.before[-1:]]
    words = " ".join((passage.source.title or "", *around, passage.text))
    return not {*query.terms, *query.expansions}.isdisjoint(index_terms(words))
