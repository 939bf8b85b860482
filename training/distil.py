"""Train a small cross-encoder to hold, layer by layer, what a larger one holds.

    python -m training.distil OUT --base FOLDER --teacher FOLDER checkpoint.pt --rows rows.jsonl.gz

A label tells a small model three numbers of a pair; the states of a teacher's layers tell it what
each word means there, and from a tenth of the pairs it learns more (TinyBERT, Jiao et al. 2020,
https://arxiv.org/abs/1909.10351). The teacher's answer and the label are learned beside them.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from training.batches import STEP, Batch, Tokens
from training.export import network
from training.network import CrossEncoder, Linear, frozen
from training.rows import Row, different, read_rows
from training.train import Plan, Trainer, quiet_tokenizer, surprise
from training.watch import watched

SOFTNESS = 2.0
"""What the teacher's scores are divided by, so that its doubts are seen (Hinton et al. 2015)."""
TOLD = 0.3
"""Share of the label beside the teacher's answer."""
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
        self.table = torch.full((max(own.values()) + 1,), unknown)
        for token, number in own.items():
            self.table[number] = other.get(renamed.get(token, token), unknown)
        self.between = own["[SEP]"]
        self.doubled = bool(renamed)
        self.padding = int(self.table[own["[PAD]"]])

    def __call__(self, batch: Batch) -> tuple[Batch, Tensor]:
        """The batch, and the place in it of each token of the student: (rows, tokens)."""
        ids, marks, mask = batch
        rows, width = ids.shape
        first = (ids == self.between).long().argmax(dim=1, keepdim=True)
        places = torch.arange(width).expand(rows, -1)
        if not self.doubled:
            return (self.table[ids], marks, mask), places
        real = mask.any(dim=1, keepdim=True) & (ids == self.between).any(dim=1, keepdim=True)
        places = places + ((places > first) & real)
        wider = bool(mask[:, -1].any())  # or else the last column is padding, and there is room
        size = (rows, width + STEP * wider)
        whole = slice(None) if wider else slice(-1)
        there = places[:, whole]
        new = torch.full(size, self.padding).scatter(1, there, self.table[ids[:, whole]])
        new_marks = torch.zeros(size, dtype=marks.dtype).scatter(1, there, marks[:, whole])
        new_mask = torch.zeros(size, dtype=torch.bool).scatter(1, there, mask[:, whole])
        second = torch.zeros(size, dtype=torch.bool).scatter(1, first + 1, real)
        new[second] = self.table[self.between]
        return (new, new_marks, new_mask | second), places.clamp(max=size[1] - 1)


class Student(CrossEncoder):
    """A cross-encoder with a view of the teacher's states from each of its own layers."""

    def __init__(self, folder: Path, teacher: CrossEncoder) -> None:
        super().__init__(folder, rank=0, dropout=0.0)
        mine, theirs = self.encoder.config, teacher.encoder.config
        step = theirs.num_hidden_layers // mine.num_hidden_layers
        self.views = nn.ModuleList(
            Linear(mine.hidden_size, theirs.hidden_size) for _ in range(mine.num_hidden_layers)
        )
        self.layers = [step * (layer + 1) for layer in range(mine.num_hidden_layers)]
        """For each layer of the student, the layer of the teacher that it looks at."""


class Copying:
    """The loss of a student that is to hold what its teacher holds."""

    def __init__(self, teacher: CrossEncoder, translate: Translator, states: float) -> None:
        self.teacher, self.translate = frozen(teacher), translate
        self.states = states
        """Weight of the layers' states beside the answer."""

    def __call__(self, model: CrossEncoder, batch: Batch, rows: Sequence[Row]) -> Tensor:
        if not isinstance(model, Student):
            raise TypeError("only a student copies")
        count = len(rows)
        theirs, places = self.translate(batch)
        with torch.no_grad():
            answer, held = self.teacher.read(*theirs)
        logits, own = model.read(*batch)
        shares = torch.softmax(answer[:count] / SOFTNESS, dim=1)
        logs = torch.log_softmax(logits[:count], dim=1)
        copied = functional.kl_div(logs, shares, reduction="sum")
        loss = TOLD * surprise(logits[:count], rows) + (1 - TOLD) * copied
        if not self.states:
            return loss
        mask = batch[2][:count]
        lines = torch.arange(count)[:, None].expand_as(mask)[mask]
        columns = places[:count][mask]
        for view, layer, mine in zip(model.views, model.layers, own[1:], strict=True):
            goal = held[layer][lines, columns].float()
            goal = functional.layer_norm(goal, goal.shape[-1:])
            seen = view(mine[:count][mask]).float()
            loss = loss + self.states * count * functional.mse_loss(seen, goal)
        return loss


def main() -> None:
    """Distil with the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--base", type=Path, required=True, help="folder of the student's encoder")
    parser.add_argument(
        "--teacher", type=Path, nargs=2, required=True, metavar=("FOLDER", "CHECKPOINT")
    )
    parser.add_argument("--rank", type=int, default=32, help="of the teacher's adapters")
    parser.add_argument("--rows", type=Path, nargs="+", required=True)
    parser.add_argument("--pairs", type=int, required=True)
    parser.add_argument("--hold", type=int, default=0, help="pairs before the rate falls")
    parser.add_argument("--rate", type=float, default=5e-4)
    parser.add_argument("--states", type=float, default=1.0, help="weight of the layers' states")
    parser.add_argument("--max-tokens", type=int, default=160, help="longer rows are left out")
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
    tokens = Tokens(rows, tokenizer, options.max_tokens)
    folder, checkpoint = options.teacher
    teacher = network(folder, checkpoint, options.rank)
    plan = Plan(
        options.pairs,
        options.hold,
        options.rate,
        tokens=4096,
        max_tokens=options.max_tokens,
        save_every=options.save_every,
        seed=options.seed,
    )
    copying = Copying(teacher, Translator(tokenizer, quiet_tokenizer(folder)), options.states)
    student = Student(options.base, teacher)
    trainer = Trainer(student, tokens, plan, options.out / "checkpoint.pt", copying)
    if options.start:
        trainer.start_from(options.start)
    trainer.run(watched(options.dev, tokenizer))


if __name__ == "__main__":
    main()
