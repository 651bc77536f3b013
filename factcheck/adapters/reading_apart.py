"""Files read by several processes at once, and given back in their order: for folders whose reading takes longer than a start."""

from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
import threading
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from factcheck.adapters import files
from factcheck.adapters.reading import Content, read_file
from factcheck.adapters.reading_process import HEAD, HELLO, Task
from factcheck.domain.source import Problem
from factcheck.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.adapters.reader_table import ReaderTable
    from factcheck.adapters.reading import Event, Job

DIED = "C114"
"""The code of a file whose reading ended its process: it is never read in the process of the user again."""
WORTH = 4.0
"""Seconds of reading from which processes are started; a start takes half a second of each."""
MOST = 8
"""Processes; what one process stores and indexes keeps no more of them busy."""
_MOST_BYTES = 64_000_000
"""Bytes of files in hand at a time, beyond one file."""
_BUNDLE = 50
_BUNDLE_BYTES = 500_000
_AHEAD = 2
_MOST_WAITING = 8_000_000
_SECONDS = {  # for a file, and for each megabyte of it: measured with benchmarks/reading.py
    ".html": (0.002, 0.35), ".htm": (0.002, 0.35), ".xhtml": (0.002, 0.35), ".pdf": (0.005, 0.5), ".docx": (0.005, 0.2),
    ".epub": (0.01, 1.0), ".warc": (0.0, 0.35), ".warc.gz": (0.0, 1.5),
}  # fmt: skip
_SECONDS_OF_TEXT = (0.0005, 0.5)
_START = "import sys; sys.path[:] = sys.argv[1:]; from factcheck.adapters.reading_process import main; main()"  # not the user's script


def seconds_for(suffix: str, size: int) -> float:
    """About how long it takes to read a file of so many bytes."""
    if size > files.LARGEST_FILE:
        return 0.0
    once, megabyte = _SECONDS.get(suffix, _SECONDS_OF_TEXT)
    return once + megabyte * size / 1_000_000


def processes_for(count: int, seconds: float, *, least: int = 0) -> int:
    """How many processes are worth their start; 0 for reading here.

    Args:
        count: Files to read.
        seconds: What that takes in one process.
        least: Processes where fewer would do; 1 if a file is among them that a process died of before.
    """
    if not sys.executable or hasattr(sys, "frozen"):
        return 0
    usable = min(_usable(), MOST, count)
    return usable if usable > 1 and seconds >= WORTH else least


def _usable() -> int:
    """CPUs that this process may use."""
    if hasattr(os, "process_cpu_count"):  # from Python 3.13
        return cast("int | None", os.process_cpu_count()) or 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _DiedError(Exception):
    """A process ended while somebody waited for it."""


class _Process:
    """One process that reads, and what it has sent so far."""

    def __init__(self, task: Task, news: threading.Condition) -> None:
        self._task = task
        self._news = news
        self.start()

    def start(self) -> None:
        """Start it, or start it again after it died.

        Raises:
            OSError: If no process can be started.
        """
        self.waiting: deque[bytes] = deque()
        self.size = 0
        self.bundles = 0
        """Bundles that it has not finished."""
        self.ready = False
        self.ended = False
        self._left = False
        self._process = subprocess.Popen(  # noqa: S603  (our own code)
            [sys.executable, "-c", _START, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._tell(self._task)
        self._listener = threading.Thread(target=self._listen, args=(self._process,), daemon=True)
        self._listener.start()

    def give(self, bundle: _Bundle) -> None:
        """Let it read a bundle of files after those that it has."""
        with self._news:
            self.bundles += 1
        bundle.process = self
        self._tell(list(bundle.jobs))

    def _tell(self, what: object) -> None:
        try:
            assert self._process.stdin  # noqa: S101
            pickle.dump(what, self._process.stdin, protocol=pickle.HIGHEST_PROTOCOL)
            self._process.stdin.flush()
        except OSError:  # it died: whoever waits for it sees that
            pass

    def _listen(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout  # noqa: S101
        out = process.stdout
        self.ready = out.read(len(HELLO)) == HELLO
        while self.ready and len(head := out.read(HEAD.size)) == HEAD.size:
            size, last = HEAD.unpack(head)
            data = out.read(size)
            if len(data) < size:
                break
            with self._news:
                self.waiting.append(data)
                self.size += size
                self.bundles -= last
                self._news.notify_all()
                while self.size > _MOST_WAITING and not self._left:
                    self._news.wait()
        with self._news:
            self.ended = True
            self._news.notify_all()

    def take(self) -> bytes | None:
        """The next message, None if there is none yet; the condition is held.

        Raises:
            _DiedError: If there is none and never will be.
        """
        if self.waiting:
            data = self.waiting.popleft()
            self.size -= len(data)
            self._news.notify_all()
            return data
        if self.ended:
            raise _DiedError
        return None

    def end(self) -> int:
        """End it, if it has not ended, and say how."""
        with self._news:
            self._left = True
            self._news.notify_all()
        if not self.ended:
            self._process.kill()
        code = self._process.wait()
        self._listener.join()
        for pipe in (self._process.stdin, self._process.stdout):
            try:
                assert pipe  # noqa: S101
                pipe.close()
            except OSError:  # what was not sent yet cannot be sent any more
                pass
        return code


@dataclass(slots=True)
class _Bundle:
    """Files that one process reads in a row."""

    jobs: deque[Job] = field(default_factory=deque)
    size: int = 0
    process: _Process | None = None
    alone: bool = False
    """Whether it holds one file, of which a process died before."""


class ReadingApart:
    """Reads files in processes of their own. Use it as a context: at its end no process is left.

    What is given back is the same as from `factcheck.adapters.reading.read_file`, in the order of the jobs. A process that dies is
    started again, and the files that it had are read one by one: a file of which it dies twice gets a problem (C114).

    Args:
        jobs: Taken as far ahead as there is room for.
        folder: The corpus.
        readers: By suffix.
        count: Processes.
    """

    def __init__(self, jobs: Iterator[Job], *, folder: Path, readers: ReaderTable, count: int) -> None:
        """Start the processes."""
        self._jobs = jobs
        self._folder = folder
        self._readers = readers
        self._news = threading.Condition()
        self._order: deque[_Bundle] = deque()
        self._in_hand = 0
        self._sent: deque[Event | None] = deque()
        self._processes: list[_Process] = []
        task = Task(folder.absolute(), readers.named)
        try:
            for _ in range(count):
                self._processes.append(_Process(task, self._news))
        except OSError:  # as many as there may be
            pass
        self._here = not self._processes

    def __enter__(self) -> ReadingApart:
        """Nothing more to do."""
        return self

    def __exit__(self, *_: object) -> None:
        """End all processes."""
        for process in self._processes:
            process.end()

    def __iter__(self) -> Iterator[tuple[Job, Iterator[Event]]]:
        """Each file with what it gives, which must be taken before the next file."""
        while self._fill():
            bundle = self._order[0]
            while bundle.jobs:
                job = bundle.jobs[0]
                events = self._events(bundle, job)
                yield job, events
                for _ in events:  # what was not wanted
                    pass
                bundle.jobs.popleft()
            self._order.popleft()
            self._in_hand -= bundle.size

    # -- giving out -------------------------------------------------------------------------------------------------

    def _fill(self) -> bool:
        """Give every process enough to do; whether there is anything to wait for."""
        while self._here and not self._order:
            job = next(self._jobs, None)
            if job is None:
                return False
            self._order.append(_Bundle(deque([job])))
        while not self._here and (not self._order or self._in_hand < _MOST_BYTES):
            process = min(self._processes, key=lambda process: process.bundles)
            if process.bundles >= _AHEAD or len(self._order) >= 8 * len(self._processes):
                break
            bundle = self._bundle()
            if not bundle.jobs:
                break
            self._order.append(bundle)
            process.give(bundle)
        return bool(self._order)

    def _bundle(self) -> _Bundle:
        bundle = _Bundle()
        for job in self._jobs:
            bundle.jobs.append(job)
            bundle.size += job.item.size
            if len(bundle.jobs) >= _BUNDLE or bundle.size >= _BUNDLE_BYTES:
                break
        self._in_hand += bundle.size
        return bundle

    # -- taking back ------------------------------------------------------------------------------------------------

    def _events(self, bundle: _Bundle, job: Job) -> Iterator[Event]:
        seen = 0
        skip = 0
        while not self._here:
            try:
                event = self._next(bundle)
            except _DiedError:
                if bundle.alone and bundle.process and bundle.process.ready:
                    yield from self._died(bundle, job, opened=bool(seen))
                    return
                self._separate(bundle)
                skip = seen
                continue
            if event is None:
                return
            if skip:
                skip -= 1
                continue
            seen += 1
            yield event
        for number, event in enumerate(read_file(self._folder, job, self._readers)):
            if number >= seen:
                yield event

    def _next(self, bundle: _Bundle) -> Event | None:
        """What comes next of a bundle; None at the end of each file.

        Raises:
            _DiedError: If its process died before.
        """
        assert bundle.process  # noqa: S101
        while not self._sent:
            self._fill()
            with self._news:
                data = bundle.process.take()
                if data is None:
                    self._news.wait()
                    continue
            self._sent.extend(pickle.loads(data))  # noqa: S301  (from a process that this one started)
        return self._sent.popleft()

    # -- when a process dies ----------------------------------------------------------------------------------------

    def _separate(self, bundle: _Bundle) -> None:
        """Give the files of a process that died to a new one, those of the first bundle one by one, and one alone once more."""
        bundle.alone = len(bundle.jobs) == 1
        others = [_Bundle(deque([job])) for job in list(bundle.jobs)[1:]]
        bundle.jobs = deque([bundle.jobs[0]])
        self._order.popleft()
        self._order.extendleft([*reversed(others), bundle])
        for other in others:
            other.process = bundle.process
        self._again(bundle, [bundle])

    def _died(self, bundle: _Bundle, job: Job, *, opened: bool) -> Iterator[Event]:
        """What is known of a file that a process died of, for the second time."""
        code = self._again(bundle, [])
        if not opened:
            try:
                data = files.read_bytes(self._folder, job.item)
            except (OSError, CorpusError):
                yield Content("")
            else:
                yield Content(hashlib.sha256(data).hexdigest())
        how = f"by signal {-code}" if code < 0 else f"with status {code}"
        what = f"the file cannot be read: its reader ended the process {how}, as a fault in a parser or a lack of memory does"
        yield Problem(job.item.path, DIED, what, "convert the file to plain text, or take it out of the corpus")

    def _again(self, bundle: _Bundle, first: list[_Bundle]) -> int:
        """Start the process of a bundle again with everything that it has still to read, and say how it ended.

        If it did not even come up, or none can be started any more, the rest is read here.
        """
        process = bundle.process
        assert process  # noqa: S101
        code = process.end()
        rest = [other for other in self._order if other.process is process and other is not bundle]
        try:
            if process.ready:
                process.start()
                for other in [*first, *rest]:
                    process.give(other)
                return code
        except OSError:
            pass
        self._here = True
        return code
