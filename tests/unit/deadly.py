"""Readers of plain text that end their process: loaded by processes that read for a test."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

from factcheck.adapters.readers.text import TextReader
from factcheck.domain.source import Source

_read = TextReader.read


def _read_or_die(self: TextReader, data: bytes, *, path: str) -> Iterator[Source]:
    if b"a fault in a parser" in data:
        os.kill(os.getpid(), signal.SIGSEGV)
    if b"no memory this once" in data and not (mark := Path(data.split()[-1].decode())).exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if b"takes very long" in data:
        Path(data.split()[-1].decode()).touch()
        time.sleep(120)
    if b"much to everybody" in data:
        os.write(1, b"much " * 1000)
    yield from _read(self, data, path=path)
    if b"then a fault" in data:
        os.kill(os.getpid(), signal.SIGSEGV)


TextReader.read = _read_or_die  # type: ignore[method-assign]
