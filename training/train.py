"""Train a cross-encoder on rows; stops at any moment and goes on from its checkpoint.

python -m training.train OUT --base FOLDER --rows rows.jsonl.gz --pairs 100000
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.batches import Batch, Tokens, epoch
from training.network import DEVICE, CrossEncoder
from training.rows import NOT_SUPPORTED, Row, read_rows
from training.watch import Watched, accuracies, watched

WARM = 100
"""Steps over which the rate rises."""
LEAST = 0.02
"""Share of the rate that is left at the end."""
AVERAGED = 0.995
"""Of the running average of the weights, which is what is shipped."""
POOL = 120
"""Batches that wait to come again. What a distillation keeps of them is some GB."""


@dataclass(frozen=True)
class Plan:
    """How to train: the rate is held for `hold` pairs and then falls until `pairs`."""

    pairs: int
    hold: int
    rate: float
    tokens: int = 2048
    max_tokens: int = 160
    per_step: int = 32
    """Pairs whose gradients make one step; a larger batch makes one too."""
    told_every: int = 2_000
    every: int = 25_000
    save_every: float = 240
    """Seconds between checkpoints."""
    visits: int = 1
    """How often each batch comes: once in its turn, then by chance among the next ones."""
    seed: int = 1

    def rate_at(self, seen: int) -> float:
        """The learning rate after `seen` pairs."""
        falling = (self.pairs - seen) / max(1, self.pairs - self.hold)
        return self.rate * max(LEAST, min(1.0, seen / (WARM * self.per_step), falling))


Loss = Callable[[CrossEncoder, Batch, Tensor], Tensor]
"""Of a batch and the labels of its rows, summed; rows of padding, which come last, have none."""


def surprise(logits: Tensor, labels: Tensor) -> Tensor:
    """Cross-entropy with the labels, summed over rows."""
    logs = torch.log_softmax(logits, dim=1)
    either = torch.logsumexp(logs[:, 1:], dim=1)
    chosen = logs.gather(1, labels.clamp(max=2)[:, None])[:, 0]
    return -torch.where(labels == NOT_SUPPORTED, either, chosen).sum()


def labelled(model: CrossEncoder, batch: Batch, labels: Tensor) -> Tensor:
    """The loss of a model that learns from labels."""
    return surprise(model(*batch)[: len(labels)], labels)


class Trainer:
    """A model, its optimiser, and how far they have come."""

    def __init__(
        self,
        model: CrossEncoder,
        tokens: Tokens,
        plan: Plan,
        checkpoint: Path,
        loss: Loss = labelled,
    ) -> None:
        self.model, self.tokens = model.to(DEVICE), tokens
        self.plan, self.checkpoint = plan, checkpoint
        self.loss = loss
        self.named = dict(model.learned())
        self.averaged = {name: p.detach().clone() for name, p in self.named.items()}
        matrices = [p for p in self.named.values() if p.dim() > 1]
        vectors = [p for p in self.named.values() if p.dim() == 1]
        self.optimiser = torch.optim.AdamW(
            [{"params": matrices, "weight_decay": 0.01}, {"params": vectors, "weight_decay": 0.0}],
            lr=plan.rate,
            betas=(0.9, 0.98),
            fused=True,
        )
        self.seen, self.epoch, self.batch = 0, 0, 0
        self.pool: list[list[int]] = []
        self.chance = random.Random(plan.seed)
        if checkpoint.exists():
            self._resume()

    def start_from(self, earlier: Path) -> None:
        """Take the averaged weights of an earlier training; nothing where this one has begun."""
        if not self.seen:
            state = torch.load(earlier, weights_only=True, map_location=DEVICE)
            self.averaged = state["averaged"]
            self.model.load_state_dict(self.averaged, strict=False)
            self.averaged = {name: p.detach().clone() for name, p in self.named.items()}

    def run(self, sets: Mapping[str, Watched]) -> None:
        """Train to the end of the plan, with a word on the way now and then."""
        begun, started, saved = self.seen, time.monotonic(), time.monotonic()
        told, watch, pending = self.seen, self.seen + self.plan.every, 0
        total = torch.zeros((), device=DEVICE)
        for batch in self._batches():
            total += self._learn(batch)
            self.seen += len(batch)
            pending += len(batch)
            if pending < self.plan.per_step:
                continue
            self._step(pending)
            pending = 0
            if self.seen - told >= self.plan.told_every:
                speed = (self.seen - begun) / (time.monotonic() - started)
                mean = float(total) / (self.seen - told)
                print(f"{self.seen} pairs, loss {mean:.3f}, {speed:.1f}/s", flush=True)
                total, told = torch.zeros_like(total), self.seen
            if time.monotonic() - saved >= self.plan.save_every:
                self.save()
                saved = time.monotonic()
            if self.seen >= watch and sets:
                self.report(sets)
                watch += self.plan.every
        self.save()
        self.report(sets)

    def _batches(self) -> Iterator[list[int]]:
        while self.seen < self.plan.pairs:
            order = epoch(self.tokens, self.plan.tokens, self.plan.seed * 1000 + self.epoch)
            for batch in itertools.islice(order, self.batch, None):
                self.batch += 1
                yield batch
                yield from self._again(batch)
                if self.seen >= self.plan.pairs:
                    return
            self.epoch, self.batch = self.epoch + 1, 0

    def _again(self, batch: list[int]) -> Iterator[list[int]]:
        """Earlier batches, as many as keep the pool of those that are to come again at its size."""
        self.pool += [batch] * (self.plan.visits - 1)
        while len(self.pool) > POOL:
            yield self.pool.pop(self.chance.randrange(len(self.pool)))

    def _learn(self, batch: Sequence[int]) -> Tensor:
        inputs = self.tokens.batch(batch, self.model.padding, self.plan.tokens)
        loss = self.loss(self.model, inputs, self.tokens.labels_of(batch))
        (loss / self.plan.per_step).backward()
        return loss.detach()

    def _step(self, pairs: int) -> None:
        for group in self.optimiser.param_groups:
            group["lr"] = self.plan.rate_at(self.seen)
        torch.nn.utils.clip_grad_norm_(self.named.values(), pairs / self.plan.per_step)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        with torch.no_grad():
            pairs_of = list(self.averaged.values()), list(self.named.values())
            torch._foreach_lerp_(*pairs_of, 1 - AVERAGED)

    def save(self) -> None:
        """Put all that is needed to go on into the checkpoint, whole or not at all."""
        state = {
            "model": {name: p.detach() for name, p in self.named.items()},
            "averaged": self.averaged,
            "optimiser": self.optimiser.state_dict(),
            "seen": self.seen,
            "visits": self.plan.visits,
            "epoch": self.epoch,
            "batch": self.batch,
            "rows": len(self.tokens.rows),
        }
        unfinished = self.checkpoint.with_suffix(".new")
        torch.save(state, unfinished)
        unfinished.replace(self.checkpoint)

    def _resume(self) -> None:
        state = torch.load(self.checkpoint, weights_only=True, map_location=DEVICE)
        self.model.load_state_dict(state["model"], strict=False)
        self.averaged = state["averaged"]
        self.optimiser.load_state_dict(state["optimiser"])
        self.seen, self.epoch, self.batch = state["seen"], state["epoch"], state["batch"]
        if state["rows"] != len(self.tokens.rows):  # other rows: their order is not the old one
            self.epoch, self.batch = self.epoch + 1, 0

    def report(self, sets: Mapping[str, Watched]) -> None:
        """Print how the averaged weights do on the sets that training is watched by."""
        kept = {name: p.detach().clone() for name, p in self.named.items()}
        self.model.load_state_dict(self.averaged, strict=False)
        print(json.dumps({"seen": self.seen, **accuracies(self.model, sets)}), flush=True)
        self.model.load_state_dict(kept, strict=False)


def quiet_tokenizer(folder: Path) -> Tokenizer:
    """The tokenizer of a model's folder, which neither pads nor cuts."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def train(
    out: Path,
    base: Path,
    rows: Sequence[Row],
    rank: int,
    plan: Plan,
    dev: Path,
    start: Path | None = None,
) -> None:
    """Train on rows, from the weights of `start`, and leave `checkpoint.pt` in `out`."""
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(len(os.sched_getaffinity(0)))
    torch.manual_seed(plan.seed)
    tokenizer = quiet_tokenizer(base)
    tokens = Tokens(rows, tokenizer, plan.max_tokens)
    print(f"{len(tokens.rows)} of {len(rows)} rows, {tokens.lengths.mean():.0f} tokens", flush=True)
    trainer = Trainer(CrossEncoder(base, rank=rank), tokens, plan, out / "checkpoint.pt")
    if start:
        trainer.start_from(start)
    trainer.run(watched(dev, tokenizer))


def main() -> None:
    """Train with the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--rows", type=Path, nargs="+", required=True)
    parser.add_argument("--pairs", type=int, required=True)
    parser.add_argument("--hold", type=int, default=0, help="pairs before the rate falls")
    parser.add_argument("--rank", type=int, default=32, help="of the adapters; 0: all weights")
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--max-tokens", type=int, default=160, help="longer rows are left out")
    parser.add_argument("--tokens", type=int, default=2048, help="of one batch")
    parser.add_argument("--per-step", type=int, default=32, help="pairs; a larger batch is one")
    parser.add_argument("--save-every", type=float, default=240, help="seconds")
    parser.add_argument("--start", type=Path, help="checkpoint whose weights to start from")
    parser.add_argument(
        "--dev", type=Path, required=True, help="folder that training is watched by"
    )
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rows = [row for path in options.rows for row in read_rows(path)]
    plan = Plan(
        options.pairs,
        options.hold,
        options.rate,
        tokens=options.tokens,
        per_step=options.per_step,
        max_tokens=options.max_tokens,
        save_every=options.save_every,
        seed=options.seed,
    )
    train(options.out, options.base, rows, options.rank, plan, options.dev, options.start)


if __name__ == "__main__":
    main()
