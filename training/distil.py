"""Train a small cross-encoder to hold, layer by layer, what a larger one holds.

    python -m training.distil OUT --base FOLDER --teacher FOLDER ADAPTER --rows rows.jsonl.gz

A label tells a small model three numbers of a pair; the states of a teacher's layers tell it what
each word means there, and from a tenth of the pairs it learns more (TinyBERT, Jiao et al. 2020,
https://arxiv.org/abs/1909.10351). The teacher's answer and the label are learned beside them.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from training.batches import STEP, Batch, Tokens, epoch
from training.export import shipped
from training.network import DEVICE, CrossEncoder, Linear, frozen
from training.rows import different, read_rows
from training.train import Plan, Trainer, quiet_tokenizer, surprise
from training.watch import watched

SOFTNESS = 2.0
"""What the teacher's scores are divided by, so that its doubts are seen (Hinton et al. 2015)."""
TOLD = 0.3
"""Share of the label beside the teacher's answer."""
RIDGE = 0.01
"""Of the first views' least squares, as a share of the states' variance. There are few first tokens
beside as many numbers, and a view that fits them alone sees nothing afterwards."""
LOOKS = 16
"""Batches that the first views are fitted on."""
ENDS = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>"}
"""Of BERT's tokens, the names that MPNet has for them."""


class Translator:
    """The student's batches as the teacher reads them.

    Both cut words by the same vocabulary, with other numbers and other signs at the ends: MPNet
    has two between the sides, of which the second stands for nothing that the student has.
    """

    def __init__(self, student: Tokenizer, teacher: Tokenizer) -> None:
        own, other = student.get_vocab(), teacher.get_vocab()
        renamed = ENDS if ENDS["[SEP]"] in other else {}
        unknown = other["[UNK]"]
        table = torch.full((max(own.values()) + 1,), unknown)
        for token, number in own.items():
            table[number] = other.get(renamed.get(token, token), unknown)
        self.table = table.to(DEVICE)
        self.between = own["[SEP]"]
        self.doubled = bool(renamed)
        self.padding = int(table[own["[PAD]"]])

    def __call__(self, batch: Batch) -> tuple[Batch, Tensor]:
        """The batch, and the place in it of each token of the student: (rows, tokens)."""
        ids, marks, mask = batch
        rows, width = ids.shape
        first = (ids == self.between).long().argmax(dim=1, keepdim=True)
        places = torch.arange(width, device=ids.device).expand(rows, -1)
        if not self.doubled:
            return (self.table[ids], marks, mask), places
        real = mask.any(dim=1, keepdim=True) & (ids == self.between).any(dim=1, keepdim=True)
        places = places + ((places > first) & real)
        wider = bool(mask[:, -1].any())  # or else the last column is padding, and there is room
        size = (rows, width + STEP * wider)
        whole = slice(None) if wider else slice(-1)
        there = places[:, whole]
        new = ids.new_full(size, self.padding).scatter(1, there, self.table[ids[:, whole]])
        new_marks = marks.new_zeros(size).scatter(1, there, marks[:, whole])
        new_mask = mask.new_zeros(size).scatter(1, there, mask[:, whole])
        second = mask.new_zeros(size).scatter(1, first + 1, real)
        new[second] = self.table[self.between]
        return (new, new_marks, new_mask | second), places.clamp(max=size[1] - 1)


class Student(CrossEncoder):
    """A cross-encoder with a view of the teacher's states from each of its own layers."""

    def __init__(self, folder: Path, teacher: CrossEncoder) -> None:
        super().__init__(folder, rank=0, dropout=0.0)
        mine, theirs = self.encoder.config, teacher.encoder.config
        self.views = nn.ModuleList(
            Linear(mine.hidden_size, theirs.hidden_size) for _ in range(mine.num_hidden_layers)
        )
        self.depth = len(self.views)
        """Its layers; of the teacher's, every so many-th is looked at that both end together."""


class Held(NamedTuple):
    """What the teacher makes of a batch: its answers, and by layer what it holds of `copied`.

    `answer` is float32 (rows, 3); the states (tokens, width) are layer-normalised and int8, with
    the float32 scale of each column beside them.
    """

    answer: Tensor
    states: tuple[tuple[Tensor, Tensor], ...]


class Copying:
    """The loss of a student that is to hold what its teacher holds.

    The teacher's reading takes most of the time, so it is kept for batches that come again: each
    comes `visits` times.
    """

    def __init__(
        self, teacher: CrossEncoder, translate: Translator, states: float, visits: int = 1
    ) -> None:
        self.teacher, self.translate = frozen(teacher).to(DEVICE), translate
        self.states = states
        """Weight of the layers' states beside the answer."""
        self.visits = visits
        self._kept: dict[bytes, tuple[Held, int]] = {}

    def __call__(self, model: CrossEncoder, batch: Batch, labels: Tensor) -> Tensor:
        if not isinstance(model, Student):
            raise TypeError("only a student copies")
        count = len(labels)
        held = self._of(batch, count, model.depth)
        logits, own = model.read(*batch)
        shares = torch.softmax(held.answer / SOFTNESS, dim=1)
        logs = torch.log_softmax(logits[:count], dim=1)
        apart = functional.kl_div(logs, shares, reduction="sum")
        loss = TOLD * surprise(logits[:count], labels) + (1 - TOLD) * apart
        mask = batch[2][:count]
        for view, mine, goal in zip(model.views, copied(own, mask), held.states, strict=True):
            lost = functional.mse_loss(view(mine).float(), _whole(*goal))
            loss = loss + self.states * count * lost
        return loss

    def turn(self, student: Student, batches: Iterable[tuple[Batch, int]]) -> None:
        """Turn the views to where, before the student learns, they see most of the goal.

        By least squares: what takes thousands of steps to learn otherwise. The numbers beside the
        batches are those of their rows.
        """
        sums: list[list[Tensor]] = []
        for batch, count in batches:
            held = self._ask(batch, count, student.depth)
            with torch.no_grad():
                own = student.read(*batch)[1]
            mine = copied(own, batch[2][:count])
            for layer, (one, goal) in enumerate(zip(mine, held.states, strict=True)):
                inner, outer = one.double(), _whole(*goal).double()
                size = inner.new_tensor(float(len(inner)))
                parts = [size, inner.sum(0), outer.sum(0), inner.T @ inner, inner.T @ outer]
                if layer == len(sums):
                    sums.append(parts)
                else:
                    torch._foreach_add_(sums[layer], parts)
        for view, (size, inner, outer, square, product) in zip(student.views, sums, strict=True):
            own_variance = square / size - torch.outer(inner, inner) / size**2
            covariance = product / size - torch.outer(inner, outer) / size**2
            own_variance.diagonal().add_(RIDGE * own_variance.diagonal().mean())
            weight = torch.linalg.solve(own_variance, covariance)
            bias = (outer - inner @ weight) / size
            view.load_state_dict({"weight": weight.T.float(), "bias": bias.float()})

    def _of(self, batch: Batch, count: int, depth: int) -> Held:
        if self.visits == 1:
            return self._ask(batch, count, depth)
        key = hashlib.sha256(batch[0].cpu().numpy().tobytes()).digest()
        held, visits = self._kept.pop(key, (None, 0))
        if held is None:
            held = self._ask(batch, count, depth)
        if visits + 1 < self.visits:
            self._kept[key] = held, visits + 1
        return held

    def _ask(self, batch: Batch, count: int, depth: int) -> Held:
        """Of the first `count` rows, and of the teacher's layers as many as the student has."""
        theirs, places = self.translate(batch)
        with torch.no_grad():
            answer, states = self.teacher.read(*theirs)
        chosen = states[:: (len(states) - 1) // depth]
        there = places[:count, :, None].expand(-1, -1, states[0].shape[2])
        beside = [one[:count].gather(1, there) for one in chosen]
        return Held(
            answer[:count],
            tuple(
                _rounded(functional.layer_norm(one.float(), one.shape[-1:]))
                for one in copied(beside, batch[2][:count])
            ),
        )


def copied(states: Sequence[Tensor], mask: Tensor) -> list[Tensor]:
    """Of words and layers (rows, tokens, width), what is copied: (tokens, width) of each layer.

    Every token but padding; of the last layer the first alone, since the answer is read there and
    the others lead nowhere.
    """
    count = len(mask)
    return [*(one[:count][mask] for one in states[1:-1]), states[-1][:count, 0]]


def _rounded(states: Tensor) -> tuple[Tensor, Tensor]:
    """int8, and the scale of each column: a few of them hold numbers many times the others'."""
    scale = states.abs().amax(dim=0).clamp(min=1e-6) / 127
    return (states / scale).round().to(torch.int8), scale


def _whole(states: Tensor, scale: Tensor) -> Tensor:
    return states * scale


def main() -> None:
    """Distil with the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--base", type=Path, required=True, help="folder of the student's encoder")
    parser.add_argument(
        "--teacher",
        type=Path,
        nargs=2,
        required=True,
        metavar=("FOLDER", "ADAPTER"),
        help="its base, and the adapter.safetensors that is shipped",
    )
    parser.add_argument("--rows", type=Path, nargs="+", required=True)
    parser.add_argument("--pairs", type=int, required=True)
    parser.add_argument("--hold", type=int, default=0, help="pairs before the rate falls")
    parser.add_argument("--rate", type=float, default=5e-4)
    parser.add_argument("--states", type=float, default=1.0, help="weight of the layers' states")
    parser.add_argument("--visits", type=int, default=3, help="how often each batch comes")
    parser.add_argument("--max-tokens", type=int, default=160, help="longer rows are left out")
    parser.add_argument("--tokens", type=int, default=4096, help="of one batch")
    parser.add_argument("--per-step", type=int, default=32, help="pairs; a larger batch is one")
    parser.add_argument("--save-every", type=float, default=240, help="seconds")
    parser.add_argument("--start", type=Path, help="checkpoint whose weights to start from")
    parser.add_argument(
        "--dev", type=Path, required=True, help="folder that training is watched by"
    )
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(len(os.sched_getaffinity(0)))
    torch.manual_seed(options.seed)
    tokenizer = quiet_tokenizer(options.base)
    rows = different((row for path in options.rows for row in read_rows(path)), options.seed)
    enough = 3 * options.pairs // (2 * options.visits)  # some are too long
    tokens = Tokens(rows[:enough], tokenizer, options.max_tokens)
    print(f"{len(tokens.rows)} of {len(rows)} rows, {tokens.lengths.mean():.0f} tokens", flush=True)
    folder, adapter = options.teacher
    teacher = shipped(folder, adapter)
    plan = Plan(
        options.pairs,
        options.hold,
        options.rate,
        tokens=options.tokens,
        per_step=options.per_step,
        max_tokens=options.max_tokens,
        save_every=options.save_every,
        visits=options.visits,
        seed=options.seed,
    )
    translate = Translator(tokenizer, quiet_tokenizer(folder))
    copying = Copying(teacher, translate, options.states, options.visits)
    student = Student(options.base, teacher)
    trainer = Trainer(student, tokens, plan, options.out / "checkpoint.pt", copying)
    if options.start:
        trainer.start_from(options.start)
    if not trainer.seen:
        chosen = itertools.islice(epoch(tokens, plan.tokens, options.seed), LOOKS)
        batches = ((tokens.batch(some, student.padding, plan.tokens), len(some)) for some in chosen)
        copying.turn(student, batches)
    trainer.run(watched(options.dev, tokenizer))


if __name__ == "__main__":
    main()
