"""A judge that runs a model folder with ONNX Runtime, on one thread and without a network."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from factcheck.adapters.model_card import MODEL, STANCES, TOKENIZER, check_files, read_card
from factcheck.errors import Location, ModelError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_INPUTS = frozenset({"input_ids", "attention_mask", "token_type_ids"})


class OnnxJudge:
    """The model of one folder: `card.json`, `model.onnx`, `tokenizer.json`.

    The card is read when the judge is made; for the first pair the files are held against their hashes and loaded, which takes
    some tenths of a second. Each pair is run by itself: an int8 model scales its activations over the whole input, so in a batch the
    score of a pair would depend on its neighbours; on one core single pairs are no slower.

    Args:
        folder: The model folder.
        shown: The folder as the user wrote it, for messages; `folder` when None.

    Attributes:
        name: `name@` and twelve digits of the sha256 of the card, which holds those of the files.
        threshold: Score from 0 to 1 from which a reading counts.
        masked: Whether the model reads texts masked by `factcheck.wording.mask`; others read them as written.

    Raises:
        ModelError: M001 or M002 for a folder without a good card.
    """

    def __init__(self, folder: Path, *, shown: str | None = None) -> None:
        """Read the card."""
        self._folder = folder
        self._shown = shown or folder.as_posix()
        self.card = read_card(folder, shown=self._shown)
        self.name = self.card.label
        self.threshold = self.card.threshold
        self.masked = self.card.masked
        self._session: Any = None
        self._tokenizer: Any = None
        self._inputs: list[str] = []

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[float, float, float]]:
        """(supports, refutes, neutral) for each (claim, passage), rounded to two digits.

        A passage too long for the model is cut at its end, then the claim at its own.

        Raises:
            ModelError: M001 or M003 if its files are not those of the card, M004 if the model cannot be loaded or does not do what its card says.
        """
        if pairs and self._session is None:
            self._load()
        return [self._score(claim, passage) for claim, passage in pairs]

    def _load(self) -> None:
        check_files(self._folder, self.card, shown=self._shown)
        try:
            import onnxruntime  # noqa: PLC0415  (start-up cost: only claims that need the model load it)
            from tokenizers import Tokenizer  # noqa: PLC0415

            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = options.inter_op_num_threads = 1
            options.log_severity_level = 3
            session = onnxruntime.InferenceSession(
                str(self._folder / MODEL), options, providers=["CPUExecutionProvider"]
            )
            tokenizer = Tokenizer.from_file(str(self._folder / TOKENIZER))
            tokenizer.enable_truncation(self.card.token_limit, strategy="longest_first")
            tokenizer.no_padding()
        except Exception as error:  # both libraries raise classes of their own, some straight from Exception
            raise self._fault(f"the model cannot be loaded: {str(error) or type(error).__name__}") from error
        inputs = [item.name for item in session.get_inputs()]
        if not {"input_ids", "attention_mask"} <= set(inputs) <= _INPUTS:
            raise self._fault(f"the model takes {', '.join(inputs)}, not {', '.join(sorted(_INPUTS))}")
        self._session, self._tokenizer, self._inputs = session, tokenizer, inputs

    def _score(self, claim: str, passage: str) -> tuple[float, float, float]:
        encoded = self._tokenizer.encode(claim, passage)
        given = {"input_ids": encoded.ids, "attention_mask": encoded.attention_mask, "token_type_ids": encoded.type_ids}
        import numpy as np  # noqa: PLC0415  (comes with ONNX Runtime)

        try:
            (logits,) = self._session.run(
                None, {name: np.array([given[name]], dtype=np.int64) for name in self._inputs}
            )
            found = [float(value) for value in logits[0]]
        except Exception as error:
            raise self._fault(f"the model cannot be run: {error}") from error
        if len(found) != len(STANCES) or not all(map(math.isfinite, found)):
            raise self._fault(f"the model gives {found}, not three numbers")
        return self._shares(found)

    def _shares(self, logits: list[float]) -> tuple[float, float, float]:
        scaled = [value / self.card.temperature for value in logits]
        largest = max(scaled)
        powers = [math.exp(value - largest) for value in scaled]
        total = sum(powers)
        by_label = {label: round(power / total, 2) for label, power in zip(self.card.labels, powers, strict=True)}
        return by_label["supports"], by_label["refutes"], by_label["neutral"]

    def _fault(self, what: str) -> ModelError:
        mend = "reinstall onnxruntime and tokenizers, name another folder, or set `model` to `off`"
        return ModelError("M004", what, where=Location(f"{self._shown}/{MODEL}"), mend=mend)
