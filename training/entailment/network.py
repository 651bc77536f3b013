"""The entailment network: a six-layer BERT encoder in plain torch, and a head that lays the claim beside the evidence."""

from __future__ import annotations

import json
import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from factcheck.wording import AGREEING, DIFFERING

LABELS = ("supports", "refutes", "neutral")
TOKEN_LIMIT = 96
_COMPARED = 256


def tokenizer_of(base: Path) -> Tokenizer:
    """The base's tokenizer; mask tokens stay whole, claim and evidence together take at most `TOKEN_LIMIT` tokens."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.add_special_tokens([*AGREEING, *DIFFERING])
    tokenizer.enable_truncation(TOKEN_LIMIT, strategy="longest_first")
    tokenizer.no_padding()
    return tokenizer


class _HalfProduct(torch.autograd.Function):
    """A linear map whose three matrix products are taken in bfloat16; everything kept is float32."""

    @staticmethod
    def forward(ctx: torch.autograd.function.FunctionCtx, x: Tensor, weight: Tensor, bias: Tensor | None) -> Tensor:
        flat, narrow = x.reshape(-1, x.shape[-1]).bfloat16(), weight.bfloat16()
        ctx.save_for_backward(flat, narrow)
        ctx.shape, ctx.biased = x.shape, bias is not None  # type: ignore[attr-defined]
        out = (flat @ narrow.t()).float()
        return (out if bias is None else out.add_(bias)).view(*x.shape[:-1], weight.shape[0])

    @staticmethod
    def backward(ctx: torch.autograd.function.FunctionCtx, grad: Tensor) -> tuple[Tensor | None, ...]:  # type: ignore[override]
        flat, narrow = ctx.saved_tensors  # type: ignore[attr-defined]
        whole = grad.reshape(-1, grad.shape[-1])
        half = whole.bfloat16()
        x = (half @ narrow).float().view(ctx.shape) if ctx.needs_input_grad[0] else None  # type: ignore[attr-defined]
        weight = (half.t() @ flat).float() if ctx.needs_input_grad[1] else None  # type: ignore[attr-defined]
        return x, weight, whole.sum(0) if ctx.biased else None  # type: ignore[attr-defined]


class Linear(nn.Linear):
    """A linear map that can take its products in bfloat16: twice as fast on a CPU with avx512_bf16, slower on others."""

    half = False

    def forward(self, x: Tensor) -> Tensor:
        return _HalfProduct.apply(x, self.weight, self.bias) if Linear.half else super().forward(x)


class Layer(nn.Module):
    """One encoder layer, normalised after each sum as BERT does."""

    def __init__(self, width: int, heads: int, inner: int, *, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (Linear(width, width) for _ in range(3))
        self.joined = Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.inner = Linear(width, inner)
        self.outer = Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, width = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, self.heads, width // self.heads).transpose(1, 2)

        scores = split(self.query(x)) @ split(self.key(x)).transpose(2, 3) / math.sqrt(width // self.heads)
        seen = (torch.softmax(scores + bias, dim=-1) @ split(self.value(x))).transpose(1, 2).reshape(batch, length, width)  # fmt: skip
        x = self.attention_norm(x + self.joined(seen))
        return self.norm(x + self.dropout(self.outer(F.gelu(self.inner(x)))))


class Entailment(nn.Module):
    """(claim, evidence) as one token sequence in, three logits out in the order of `LABELS`."""

    def __init__(self, config: dict[str, int], *, dropout: float = 0.05) -> None:
        super().__init__()
        width = config["hidden_size"]
        self.words = nn.Embedding(config["vocab_size"], width)
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.sides = nn.Embedding(config["type_vocab_size"], width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(
            Layer(width, config["num_attention_heads"], config["intermediate_size"], dropout=dropout)
            for _ in range(config["num_hidden_layers"])
        )
        self.asks, self.answers = Linear(width, width, bias=False), Linear(width, width, bias=False)
        nn.init.eye_(self.asks.weight)
        nn.init.eye_(self.answers.weight)
        self.compared = Linear(4 * width, _COMPARED)
        self.mixed = Linear(4 * width + 2 * _COMPARED, 256)
        self.verdict = Linear(256, len(LABELS))
        self.dropout = nn.Dropout(2 * dropout)

    def freeze(self) -> None:
        """Keep the embeddings as they are: half of the weights, and words that training never shows keep their meaning."""
        for part in (self.words, self.positions, self.sides, self.norm):
            part.requires_grad_(requires_grad=False)

    def encode(self, ids: Tensor, sides: Tensor, attention: Tensor) -> Tensor:
        """Token states of the last layer."""
        places = torch.arange(ids.shape[1], device=ids.device)
        bias = (1.0 - attention[:, None, None, :].to(self.norm.weight.dtype)) * -10_000.0
        x = self.norm(self.words(ids) + self.positions(places)[None] + self.sides(sides))
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def forward(self, ids: Tensor, sides: Tensor, attention: Tensor) -> Tensor:
        x = self.encode(ids, sides, attention)
        theirs = (sides * attention).to(x.dtype)
        ours = attention.to(x.dtype) - theirs

        def mean(y: Tensor, keep: Tensor) -> Tensor:
            return (y * keep[:, :, None]).sum(1) / keep.sum(1, keepdim=True).clamp(min=1.0)

        def largest(y: Tensor, keep: Tensor) -> Tensor:
            return (y + (keep[:, :, None] - 1.0) * 10_000.0).amax(1)

        match = self.asks(x) @ self.answers(x).transpose(1, 2) / math.sqrt(x.shape[2])
        beside = torch.softmax(match + (theirs[:, None, :] - 1.0) * 10_000.0, dim=-1) @ x
        compared = F.gelu(self.compared(torch.cat([x, beside, (x - beside).abs(), x * beside], dim=-1)))
        pooled = torch.cat(
            [
                x[:, 0], mean(x, ours), largest(x, ours), (mean(x, theirs) - mean(x, ours)).abs(),
                mean(compared, ours), largest(compared, ours),
            ],
            dim=-1,
        )  # fmt: skip
        return self.verdict(self.dropout(F.gelu(self.mixed(self.dropout(pooled)))))


def _give_meaning(network: Entailment, tokenizer: Tokenizer) -> None:
    """Start the mask tokens, which the base never saw, near words for what they stand for, each apart by a letter."""
    weight = network.words.weight.data

    def vector(word: str) -> Tensor:
        return weight[tokenizer.token_to_id(word)].clone()

    for tokens, words in ((AGREEING, "same number date amount"), (DIFFERING, "different other wrong changed")):
        middle = torch.stack([vector(word) for word in words.split()]).mean(0)
        for token, letter in zip(tokens, "abcdefgh", strict=True):
            weight[tokenizer.token_to_id(token)] = middle + 0.5 * vector(letter)


def from_base(base: Path) -> Entailment:
    """The network with the encoder weights of a BERT folder (`config.json`, `model.safetensors`, `tokenizer.json`)."""
    network = Entailment(json.loads((base / "config.json").read_text(encoding="utf-8")))
    given = load_file(base / "model.safetensors")
    names = {
        "embeddings.word_embeddings.weight": "words.weight",
        "embeddings.position_embeddings.weight": "positions.weight",
        "embeddings.token_type_embeddings.weight": "sides.weight",
        "embeddings.LayerNorm.weight": "norm.weight",
        "embeddings.LayerNorm.bias": "norm.bias",
    }
    parts = {
        "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
        "attention.output.dense": "joined", "attention.output.LayerNorm": "attention_norm",
        "intermediate.dense": "inner", "output.dense": "outer", "output.LayerNorm": "norm",
    }  # fmt: skip
    for n in range(len(network.layers)):
        for theirs, ours in parts.items():
            for kind in ("weight", "bias"):
                names[f"encoder.layer.{n}.{theirs}.{kind}"] = f"layers.{n}.{ours}.{kind}"
    missing, _ = network.load_state_dict({ours: given[theirs] for theirs, ours in names.items()}, strict=False)
    left_out = [name for name in missing if not name.startswith(("asks", "answers", "compared", "mixed", "verdict"))]
    if left_out:
        raise ValueError(f"the base lacks {left_out}")
    _give_meaning(network, tokenizer_of(base))
    return network
