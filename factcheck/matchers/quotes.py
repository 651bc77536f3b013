"""Quotations: the words, with every change named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from factcheck.domain.analysis import Analysis, Quotation
from factcheck.domain.comparison import Aspect, Comparison, Outcome
from factcheck.text.quotes import ALIKE, words_in
from factcheck.text.words import key

_SMALL = frozenset("a an the that and of to in on for is are was were be it its".split())
_SHORT_ALIKE = 0.7


def compare(asserted: Analysis, said: Analysis) -> Iterator[Comparison]:
    """One comparison for each quotation of the claim."""
    for quotation in asserted.quotations:
        yield _compare_quotation(quotation, said)


def _quoted(said: Analysis, start: int, end: int) -> bool:
    """Whether a slice of the passage stands inside quotation marks; a sentence cut out of a longer quotation counts."""
    if any(q.start <= start and end <= q.end for q in said.quotations):
        return True
    marks = [i for i, sign in enumerate(said.text) if sign in '"“”„«»']
    opens = sum(1 for i in marks if i < start)
    return opens % 2 == 1 or (not opens and len(marks) % 2 == 1 and marks[0] >= end)


def _compare_quotation(claimed: Quotation, said: Analysis) -> Comparison:
    here = (claimed.start, claimed.end)
    mine, theirs = words_in(claimed.text), words_in(said.text)
    marked = [word for word in theirs if any(q.start <= word[1] < q.end for q in said.quotations)]
    theirs = marked or theirs
    wanted, there = [word for word, _, _ in mine], [word for word, _, _ in theirs]
    at = _find(wanted, there)
    if at >= 0:
        span = (theirs[at][1], theirs[at + len(wanted) - 1][2])
        if _quoted(said, *span):
            return Comparison(Aspect.QUOTE, Outcome.AGREES, "quote: word for word", "quote-verbatim", here, span)
        return Comparison(
            Aspect.QUOTE,
            Outcome.NOT_COMPARABLE,
            "quote: the same words, but not as a quotation",
            "quote-unmarked",
            here,
            span,
        )
    return _altered(here, mine, theirs, said)


def _find(wanted: Sequence[str], there: Sequence[str]) -> int:
    size = len(wanted)
    return next((i for i in range(len(there) - size + 1) if there[i : i + size] == wanted), -1)


def _altered(
    here: tuple[int, int], mine: list[tuple[str, int, int]], theirs: list[tuple[str, int, int]], said: Analysis
) -> Comparison:
    wanted, there = [word for word, _, _ in mine], [word for word, _, _ in theirs]
    matcher = SequenceMatcher(None, there, wanted, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    kept = sum(block.size for block in blocks)
    content = sum(1 for block in blocks for word in there[block.a : block.a + block.size] if word not in _SMALL)
    asked = sum(1 for word in wanted if word not in _SMALL)
    short = asked <= 2 and kept / len(wanted) >= _SHORT_ALIKE
    if (
        not blocks
        or kept < 3
        or (content < 2 and not short)
        or kept / len(wanted) < ALIKE
        or content / max(1, asked) < 0.5
    ):
        return Comparison(
            Aspect.QUOTE, Outcome.NOT_STATED, "quote: these words are not in the source", "quote-absent", here
        )
    first, last = blocks[0].a, blocks[-1].a + blocks[-1].size
    span = (theirs[first][1], theirs[last - 1][2])
    if last - first > len(wanted) * 2 or not _quoted(said, *span):
        return Comparison(
            Aspect.QUOTE,
            Outcome.NOT_STATED,
            "quote: these words are not in the source as a quotation",
            "quote-absent",
            here,
        )
    edits = []
    heavy = False
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal" or (tag == "delete" and (b <= first or a >= last)):
            continue
        old, new = there[max(a, first) : b], wanted[c:d]
        if [key(word) for word in old] == [key(word) for word in new]:
            continue
        heavy = heavy or any(word not in _SMALL for word in (*old, *new))
        edits.append(_edit(" ".join(old), " ".join(new)))
    if not edits:
        return Comparison(
            Aspect.QUOTE, Outcome.AGREES, "quote: word for word but for the form of a word", "quote-form", here, span
        )
    outcome = Outcome.DIFFERS if heavy else Outcome.NOT_COMPARABLE
    return Comparison(Aspect.QUOTE, outcome, "quote: " + "; ".join(edits), "quote-altered", here, span)


def _edit(old: str, new: str) -> str:
    if not old:
        return f"the claim adds “{new}”"
    if not new:
        return f"the claim drops “{old}”"
    return f"the source has “{old}” where the claim has “{new}”"
