"""What the core asks of the outside world: implemented in `factcheck.adapters`, faked in tests."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from factcheck.domain.analysis import Analysis
    from factcheck.domain.comparison import Comparison
    from factcheck.domain.source import Passage, Problem, Source


@dataclass(frozen=True, slots=True)
class Query:
    """What a claim asks of an index.

    Attributes:
        terms: Index terms (see `factcheck.retrieval.tokens`), each once, in the order of the claim.
        expansions: Terms that mean nearly the same as one of `terms`; they find, but weigh half.
    """

    terms: tuple[str, ...]
    expansions: tuple[str, ...] = ()


class Index(Protocol):
    """Finds candidate passages. It never judges, so every engine gives the same verdicts."""

    @property
    def digest(self) -> str:
        """Changes exactly when a source, its metadata or the way it is cut into passages changes."""
        ...

    def search(self, query: Query, *, limit: int) -> Sequence[Passage]:
        """The best passages, best first; ties in the order of source id and offset."""
        ...

    def sources(self) -> Iterable[Source]:
        """Every source, in the order of ids."""
        ...

    def problems(self) -> Sequence[Problem]:
        """What could not be read."""
        ...


class Reader(Protocol):
    """Turns the bytes of one file into sources. Entry point group `factcheck.readers`."""

    suffixes: tuple[str, ...]

    def read(self, data: bytes, *, path: str) -> Iterator[Source]:
        """Sources with cleaned text.

        Args:
            data: The whole file.
            path: Relative to the corpus folder, with `/`; for ids, errors and a day in the file's name, and nothing else: a
                renamed file is not read again.

        Raises:
            CorpusError: If nothing can be read, with the reason; after the last source, if one part could not be read.
            ExceptionGroup: Of `CorpusError`, likewise, if there are several reasons.
        """
        ...


class RecordReader(Reader, Protocol):
    """A reader of files with many sources that need not read those again that did not change."""

    def read_new(self, data: bytes, *, path: str, known: Container[bytes]) -> Iterator[tuple[bytes, Source | None]]:
        """For each source a digest of the part of the file that it stands in, and the source unless the digest is known.

        Args:
            data: As for `read`.
            path: As for `read`.
            known: Digests of the parts whose sources are kept as they are.

        Raises:
            CorpusError: As for `read`.
            ExceptionGroup: As for `read`.
        """
        ...


class Matcher(Protocol):
    """Compares one aspect: a function, as each of `factcheck.matchers` has one. Entry point group `factcheck.matchers`."""

    def __call__(self, asserted: Analysis, said: Analysis, /) -> Iterator[Comparison]:
        """Comparisons of this aspect, one for each thing that the claim asserts."""
        ...


class Judge(Protocol):
    """Scores whether a passage says the same in other words. Entry point group `factcheck.judges`.

    Attributes:
        name: Changes whenever scores or the threshold may: `model@` and twelve digits of a hash. Kept verdicts go by it.
        threshold: Score from 0 to 1 from which a reading counts.
        masked: Whether it reads texts masked by `factcheck.wording.mask`; others read them as written.
    """

    name: str
    threshold: float
    masked: bool

    def score(self, pairs: Sequence[tuple[str, str]]) -> Sequence[tuple[float, float, float]]:
        """(supports, refutes, neutral) for each (claim, passage), each 0 to 1."""
        ...


class Cache(Protocol):
    """Keeps values by content hash; losing it costs time, never correctness."""

    def get(self, key: str) -> bytes | None:
        """The value, or None."""
        ...

    def put(self, key: str, value: bytes) -> None:
        """Keep `value`; may be dropped at any time."""
        ...
