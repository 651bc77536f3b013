"""Train: `python training/entailment/train.py PAIRS.jsonl.gz BASE_FOLDER RUN_FOLDER --minutes 75 [--measure MASKED.jsonl.gz]`.

Several one-thread processes share each batch (faster on a CPU than threads): they take pieces of it as they get free, and their
gradients are summed in shared memory. The learning rate follows the time used, so a run ends when it must. `RUN_FOLDER/last.pt` is
written every few minutes; the same command goes on from it. `--start OTHER/last.pt` begins a new run with the weights of another.
With a GPU, one process does all.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import os
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
import torch.multiprocessing as mp
from network import LABELS, Entailment, Linear, from_base, tokenizer_of
from torch.nn import functional as F  # noqa: N812

SEED = 20
BATCH, PIECE = 48, 8
WARM_UP = 0.04
RATE, HEAD_RATE, DECAY = 1.5e-4, 6e-4, 0.01
STARTED = 0.5  # share of these rates for a run that starts with the weights of another
SMOOTHING = 0.03
AVERAGE, AVERAGE_EVERY = 0.99, 5  # share kept, steps
HELD_OF_A_SET = 40
SAVE_EVERY, MEASURE_EVERY = 240, 600  # seconds
Row = tuple[list[int], list[int], int, str]


def read(path: str, base: Path) -> tuple[list[Row], list[Row]]:
    """Training rows and held-out rows, tokenised: ids, sides, label, set."""
    tokenizer = tokenizer_of(base)
    parts: dict[str, list[list[str]]] = {"train": [], "held": []}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            parts[row[4]].append(row)

    def tokenised(rows: list[list[str]]) -> list[Row]:
        found = tokenizer.encode_batch([(claim, evidence) for claim, evidence, *_ in rows])
        return [(e.ids, e.type_ids, LABELS.index(row[2]), row[3]) for e, row in zip(found, rows, strict=True)]

    return tokenised(parts["train"]), tokenised(parts["held"])


def tensors(rows: list[Row], device: torch.device) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Padded ids, sides and attention, and labels."""
    length = max(len(row[0]) for row in rows)
    data = np.zeros((3, len(rows), length), dtype=np.int64)
    for n, (ids, sides, _, _) in enumerate(rows):
        data[0, n, : len(ids)], data[1, n, : len(ids)], data[2, n, : len(ids)] = ids, sides, 1
    labels = torch.tensor([row[2] for row in rows])
    return (*(torch.from_numpy(part).to(device) for part in data), labels.to(device))  # type: ignore[return-value]


def at(step: int, rows: list[Row]) -> list[Row]:
    """The batch of a step, longest first; every epoch has its own order."""
    per_epoch = len(rows) // BATCH
    epoch, place = divmod(step, per_epoch)
    order = np.random.default_rng((SEED, epoch)).permutation(len(rows)) if at.epoch != epoch else at.order  # type: ignore[attr-defined]
    at.epoch, at.order = epoch, order  # type: ignore[attr-defined]
    chosen = [rows[n] for n in order[place * BATCH : (place + 1) * BATCH]]
    return sorted(chosen, key=lambda row: -len(row[0]))


at.epoch, at.order = -1, None  # type: ignore[attr-defined]


def rate_at(progress: float) -> float:
    """Share of the full learning rate: up over the warm-up, then down in a line to a fiftieth."""
    return min(progress / WARM_UP, max(0.02, (1 - progress) / (1 - WARM_UP)))


def probabilities(network: Entailment, rows: list[Row], device: torch.device) -> np.ndarray:
    """(supports, refutes, neutral) for each row."""
    network.eval()
    order = sorted(range(len(rows)), key=lambda n: len(rows[n][0]))
    found = np.zeros((len(rows), len(LABELS)), dtype=np.float32)
    with torch.inference_mode():
        for start in range(0, len(order), 16):
            some = order[start : start + 16]
            *inputs, _ = tensors([rows[n] for n in some], device)
            found[some] = torch.softmax(network(*inputs).float(), dim=-1).cpu().numpy()
    network.train()
    return found


def report(rows: list[Row], found: np.ndarray) -> str:
    """Accuracy per set, and precision and recall of a support at several thresholds over all and over the measured sets."""
    sets: dict[str, list[int]] = defaultdict(list)
    for n, row in enumerate(rows):
        sets[row[3]].append(n)
    lines = []
    for name, members in sorted(sets.items()):
        gold = np.array([rows[n][2] for n in members])
        here = found[members]
        right = float((here.argmax(1) == gold).mean())
        at_high = []
        if name.startswith("bench"):
            for limit in (0.5, 0.7, 0.8, 0.9, 0.95):
                said = here[:, 0] >= limit
                precise = float((gold[said] == 0).mean()) if said.any() else float("nan")
                at_high.append(f"{limit}: {precise:.3f}/{float(said[gold == 0].mean()):.2f}")
        lines.append(f"  {name:28} n {len(members):4} acc {right:.3f}  {'  '.join(at_high)}")
    return "\n".join(lines)


class Run:
    """What one process holds."""

    def __init__(self, rank: int, args: argparse.Namespace, shared: dict[str, object]) -> None:
        torch.set_num_threads(1 if args.workers > 1 else max(1, os.cpu_count() or 1))
        torch.manual_seed(SEED + rank)
        self.rank, self.args, self.shared = rank, args, shared
        Linear.half = args.half
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.network = from_base(Path(args.base))
        self.network.freeze()
        self.network.to(self.device).train()
        self.weights = [p for p in self.network.parameters() if p.requires_grad]
        encoder = {id(p) for layer in self.network.layers for p in layer.parameters()}
        share = STARTED if args.start else 1.0
        groups = [
            {"params": [p for p in self.weights if (id(p) in encoder) is inside], "full": full}
            for inside, full in ((True, RATE * share), (False, HEAD_RATE * share))
        ]
        self.optimizer = torch.optim.AdamW(groups, lr=RATE, weight_decay=DECAY, fused=True)
        self.step, self.elapsed = 0, 0.0
        last = Path(args.run) / "last.pt"
        if args.start and not last.exists():
            self.network.load_state_dict(torch.load(args.start, map_location=self.device, weights_only=True)["average"])
        self.average = {name: value.detach().clone() for name, value in self.network.state_dict().items()}
        if last.exists():
            kept = torch.load(last, map_location=self.device, weights_only=True)
            self.network.load_state_dict(kept["network"])
            self.optimizer.load_state_dict(kept["optimizer"])
            self.average, self.step, self.elapsed = kept["average"], kept["step"], kept["elapsed"]

    def say(self, text: str) -> None:
        if self.rank == 0:
            print(time.strftime("%H:%M:%S"), text, flush=True)

    def gradients(self, batch: list[Row]) -> float:
        """Take pieces of the batch until none is left; returns the summed loss of those taken."""
        pieces = [batch[n : n + PIECE] for n in range(0, len(batch), PIECE)]
        counter, total = self.shared["counter"], 0.0
        base = (self.step - int(self.shared["first"])) * len(pieces)  # type: ignore[call-overload]
        while True:
            with counter.get_lock():  # type: ignore[attr-defined]
                n = counter.value - base  # type: ignore[attr-defined]
                if n >= len(pieces):
                    return total
                counter.value += 1  # type: ignore[attr-defined]
            *inputs, labels = tensors(pieces[n], self.device)
            loss = F.cross_entropy(self.network(*inputs), labels, label_smoothing=SMOOTHING, reduction="sum") / len(batch)  # fmt: skip
            loss.backward()
            total += float(loss.detach())

    def exchange(self, loss: float, seconds: float) -> tuple[float, float]:
        """Sum the gradients of all processes; the first one's clock counts."""
        if self.args.workers == 1:
            return loss, seconds
        buffers = self.shared["buffers"][self.step % 2]  # type: ignore[index]
        mine = buffers[self.rank]
        start = 0
        for p in self.weights:
            mine[start : start + p.numel()] = 0 if p.grad is None else p.grad.view(-1)
            start += p.numel()
        mine[-2], mine[-1] = loss, seconds if self.rank == 0 else 0.0
        self.shared["barrier"].wait()  # type: ignore[attr-defined]
        total = buffers.sum(0)
        start = 0
        for p in self.weights:
            p.grad = total[start : start + p.numel()].view_as(p)
            start += p.numel()
        return float(total[-2]), float(total[-1])

    def measured(self, rows: list[Row]) -> None:
        """Measure the averaged weights, each process its share of the rows."""
        own = {name: value.detach().clone() for name, value in self.network.state_dict().items()}
        self.network.load_state_dict(self.average)
        found = self.shared["found"]
        mine = list(range(self.rank, len(rows), self.args.workers))
        found[mine] = torch.from_numpy(probabilities(self.network, [rows[n] for n in mine], self.device))  # type: ignore[index]
        self.network.load_state_dict(own)
        self.shared["barrier"].wait()  # type: ignore[attr-defined]
        if self.rank == 0:
            self.say(f"step {self.step}\n{report(rows, found.numpy())}")  # type: ignore[attr-defined]

    def average_in(self) -> None:
        """Move the averaged weights, which are what is exported, towards the present ones."""
        turns = self.step / AVERAGE_EVERY
        keep = min(AVERAGE, (1 + turns) / (10 + turns))
        with torch.no_grad():
            for name, p in self.network.named_parameters():
                if p.requires_grad:
                    self.average[name].lerp_(p, 1 - keep)

    def save(self) -> None:
        """Write the checkpoint so that a cut at any moment leaves a whole one."""
        if self.rank:
            return
        part = Path(self.args.run) / "last.part"
        kept = {"network": self.network.state_dict(), "optimizer": self.optimizer.state_dict(), "average": self.average}
        torch.save({**kept, "step": self.step, "elapsed": self.elapsed}, part)
        part.replace(Path(self.args.run) / "last.pt")

    def train(self, rows: list[Row], checks: list[Row]) -> None:
        """Until the time is used up."""
        budget = self.args.minutes * 60
        began, before = time.monotonic(), self.elapsed
        saved = measured = self.elapsed
        logged, losses, pairs = self.elapsed, [], 0
        while self.elapsed < budget:
            batch = at(self.step, rows)
            loss = self.gradients(batch)
            loss, self.elapsed = self.exchange(loss, before + time.monotonic() - began)
            norm = torch.nn.utils.clip_grad_norm_(self.weights, 1.0)
            for group in self.optimizer.param_groups:
                group["lr"] = group["full"] * rate_at(min(1.0, self.elapsed / budget))
            self.optimizer.step()
            self.optimizer.zero_grad(set_to_none=True)
            self.step += 1
            if self.step % AVERAGE_EVERY == 0:
                self.average_in()
            losses.append(loss)
            pairs += len(batch)
            if not math.isfinite(loss):
                raise ValueError(f"loss {loss} at step {self.step}")
            if self.step % 50 == 0:
                speed = pairs / max(1e-6, self.elapsed - logged)
                self.say(f"step {self.step} loss {np.mean(losses):.4f} norm {float(norm):.2f} pairs/s {speed:.1f} used {self.elapsed:.0f} s of {budget:.0f}")  # fmt: skip
                logged, losses, pairs = self.elapsed, [], 0
            if self.elapsed - saved > SAVE_EVERY:
                saved = self.elapsed
                self.save()
            if self.elapsed - measured > MEASURE_EVERY:
                measured = self.elapsed
                self.measured(checks)
        self.save()
        self.measured(checks)


def work(rank: int, args: argparse.Namespace, shared: dict[str, object], rows: list[Row], checks: list[Row]) -> None:
    """One process."""
    run = Run(rank, args, shared)
    run.say(f"{len(rows)} pairs, {len(checks)} to measure on, from step {run.step}, {args.workers} processes")
    run.train(rows, checks)


def main() -> None:
    """Read, share, train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs")
    parser.add_argument("base")
    parser.add_argument("run")
    parser.add_argument("--minutes", type=float, default=75)
    parser.add_argument("--measure", help="a file of `measured.py`: its rows are measured beside the held-out ones")
    parser.add_argument("--start", help="the `last.pt` of another run, whose averaged weights this one starts from")
    parser.add_argument("--half", action="store_true", help="matrix products in bfloat16: for CPUs with avx512_bf16")
    parser.add_argument("--workers", type=int, default=1 if torch.cuda.is_available() else os.cpu_count() or 1)
    args = parser.parse_args()
    Path(args.run).mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    rows, held = read(args.pairs, Path(args.base))
    of_set: dict[str, int] = defaultdict(int)
    checks = []
    for row in held:
        of_set[row[3]] += 1
        if of_set[row[3]] <= HELD_OF_A_SET:
            checks.append(row)
    if args.measure:
        checks += read(args.measure, Path(args.base))[1]
    network = from_base(Path(args.base))
    network.freeze()
    size = sum(p.numel() for p in network.parameters() if p.requires_grad) + 2
    last = Path(args.run) / "last.pt"
    first = torch.load(last, weights_only=True)["step"] if last.exists() else 0
    context = mp.get_context("fork")
    shared = {
        "counter": context.Value("q", 0), "barrier": context.Barrier(args.workers), "first": first,
        "found": torch.zeros(len(checks), len(LABELS)).share_memory_(),
        "buffers": [torch.zeros(args.workers, size).share_memory_() for _ in range(2 if args.workers > 1 else 0)],
    }  # fmt: skip
    if args.workers == 1:
        work(0, args, shared, rows, checks)
        return
    others = [context.Process(target=work, args=(n, args, shared, rows, checks)) for n in range(args.workers)]
    for process in others:
        process.start()
    for process in others:
        process.join()


if __name__ == "__main__":
    main()
