"""A process that reads files for another: started by `factcheck.adapters.reading_apart`, ended with it."""

from __future__ import annotations

import os
import pickle
import queue
import signal
import struct
import sys
import threading
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.adapters.reading import Event, Job

HELLO = b"factcheck reads"
"""What comes first: other words are those of somebody else."""
HEAD = struct.Struct(">IB")
"""Before each message: how many bytes it has, and whether it is the last about a bundle."""
_LARGEST_MESSAGE = 400_000
"""Code points of text after which what was found is sent."""


class Task(NamedTuple):
    """What a process is told first.

    Attributes:
        folder: The corpus.
        named: Third-party readers.
    """

    folder: Path
    named: tuple[str, ...]


def main() -> None:
    """Read bundles of files until there are no more, or nobody is there to take what they give."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends this one
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a parser prints is no message
    bundles: queue.Queue[list[Job]] = queue.Queue()
    task: Task = pickle.load(sys.stdin.buffer)  # noqa: S301  (from the process that started this one)
    threading.Thread(target=_receive, args=(bundles,), daemon=True).start()
    _read(task, bundles, out)


def _receive(bundles: queue.Queue[list[Job]]) -> None:
    """Take what there is to do; when nothing more comes, the first process is gone or done."""
    try:
        while True:
            bundles.put(pickle.load(sys.stdin.buffer))  # noqa: S301
    except (EOFError, OSError, pickle.UnpicklingError):
        os._exit(0)


def _read(task: Task, bundles: queue.Queue[list[Job]], out: BinaryIO) -> None:
    from factcheck.adapters.reader_table import ReaderTable  # noqa: PLC0415  (first of all somebody must listen)
    from factcheck.adapters.reading import Text, read_file  # noqa: PLC0415

    readers = ReaderTable(task.named)
    out.write(HELLO)
    out.flush()
    while True:
        found: list[Event | None] = []
        size = 0
        for job in bundles.get():
            for event in read_file(task.folder, job, readers):
                found.append(event)
                size += event.size if isinstance(event, Text) else 0
                if size > _LARGEST_MESSAGE:
                    _send(out, found, last=False)
                    found, size = [], 0
            found.append(None)
        _send(out, found, last=True)


def _send(out: BinaryIO, found: list[Event | None], *, last: bool) -> None:
    data = pickle.dumps(found, protocol=pickle.HIGHEST_PROTOCOL)
    out.write(HEAD.pack(len(data), last))
    out.write(data)
    out.flush()
