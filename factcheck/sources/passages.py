"""Cutting a source into passages: the slices that are searched, judged and quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.domain.source import Passage, Slice, Source
from factcheck.sources.dateline import find_dateline
from factcheck.text.sentences import split_sentences

LONGEST = 1_000
"""Code points of the longest passage; a longer sentence is a list or lost its stops."""
SENTENCES_BEFORE = 3
_DATELINE_PARAGRAPHS = 4
_WORD = re.compile(r"[^\W\d_]{3}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CLAUSE_MARKS = ("; ", ": ", " – ", " — ", ", ", " ")


def passages(source: Source) -> list[Passage]:
    """The passages of `source`, in order and without overlap: a sentence each, its neighbours named."""
    slices = cut(source.text)
    return [passage_at(source, slices, number) for number in range(len(slices))]


def passage_at(source: Source, slices: Sequence[Slice], number: int) -> Passage:
    """The passage with this number, from 0.

    Args:
        source: The source.
        slices: All its passages, from `cut`.
        number: Which one.
    """
    start, end = slices[number]
    before = tuple(slices[max(0, number - SENTENCES_BEFORE) : number])
    return Passage(source, start, end, before, tuple(slices[number + 1 : number + 2]))


def cut(text: str) -> list[Slice]:
    """Where the passages of a cleaned text stand.

    Left out are the dateline (`BAGHDAD (Reuters) - `) and fragments without any word of three letters. A sentence of more
    than `LONGEST` code points is cut at its clause marks.
    """
    return [
        piece
        for start, end in _sentences(text)
        for piece in (((start, end),) if end - start <= LONGEST else _cut(text, start, end))
        if _WORD.search(text, *piece)
    ]


def holds_passages(text: str) -> bool:
    """Whether a cleaned text has a word that can stand in a passage; a text of nothing but a dateline has, too."""
    return _WORD.search(text) is not None


def _sentences(text: str) -> list[Slice]:
    """The sentences, the one after the dateline without it."""
    slices = split_sentences(text)
    paragraph = 0
    for _ in range(_DATELINE_PARAGRAPHS):
        end = text.find("\n\n", paragraph)
        dateline = find_dateline(text[paragraph : end if end >= 0 else len(text)])
        if dateline:
            after = paragraph + dateline.end
            inside = [(max(start, after), end) for start, end in slices if paragraph <= start and end > after]
            return [(start, end) for start, end in slices if start < paragraph] + inside
        if end < 0:
            break
        paragraph = end + 2
    return slices


def _cut(text: str, start: int, end: int) -> list[Slice]:
    pieces: list[Slice] = []
    while end - start > LONGEST:
        cut = next(
            (
                at + len(mark.rstrip())
                for mark in _CLAUSE_MARKS
                if (at := text.rfind(mark, start + LONGEST // 4, start + LONGEST)) >= 0
            ),
            start + LONGEST,
        )
        pieces.append((start, cut))
        start = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
    if start < end:
        pieces.append((start, end))
    return pieces
