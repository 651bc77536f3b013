"""Cutting a source into passages: the slices that are searched, judged and quoted."""

from __future__ import annotations

import re

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
    """The passages of `source`, in order and without overlap: a sentence each, its neighbours named.

    Left out are the dateline (`BAGHDAD (Reuters) - `) and fragments without any word of three letters. A sentence of more
    than `LONGEST` code points is cut at its clause marks.
    """
    text = source.text
    slices = [
        piece for start, end in _sentences(text) for piece in _cut(text, start, end) if _WORD.search(text, *piece)
    ]
    return [
        Passage(
            source,
            start,
            end,
            tuple(slices[max(0, number - SENTENCES_BEFORE) : number]),
            tuple(slices[number + 1 : number + 2]),
        )
        for number, (start, end) in enumerate(slices)
    ]


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
