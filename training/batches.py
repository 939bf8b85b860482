"""Rows as batches of tokens: groups stay together, lengths are alike, every epoch is shuffled."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training.encoding import encode_rows
from training.network import DEVICE
from training.rows import Row

Batch = tuple[Tensor, Tensor, Tensor]
STEP = 8
CHUNK = 64
"""Batches whose rows are sorted by length together."""


class Tokens:
    """Rows in tokens, packed one behind the other, where training happens."""

    def __init__(self, rows: Sequence[Row], tokenizer: Tokenizer, max_tokens: int) -> None:
        encoded = encode_rows(rows, tokenizer)
        short = [n for n, one in enumerate(encoded) if len(one.ids) <= max_tokens]
        self.rows = [rows[n] for n in short]
        self.lengths = np.array([len(encoded[n].ids) for n in short])
        starts = np.concatenate([[0], np.cumsum(self.lengths)[:-1]])
        self.starts = torch.from_numpy(starts).to(DEVICE)
        self.ids = torch.from_numpy(np.concatenate([encoded[n].ids for n in short])).to(DEVICE)
        self.marks = torch.from_numpy(np.concatenate([encoded[n].marks for n in short])).to(DEVICE)
        self.labels = torch.tensor([row.label for row in self.rows], device=DEVICE)

    def batch(self, places: Sequence[int], padding: int, least: int = 1) -> Batch:
        """ids, marks and mask of rows, each (rows, longest), and at least `least` tokens in all.

        oneDNN makes a kernel for every shape that it meets. So there are few: widths are
        multiples of 8, and rows of padding fill up what is missing of `least`.
        """
        lengths = self.lengths[list(places)]
        width = -int(-lengths.max() // STEP) * STEP
        missing = max(0, least // width - len(places))
        rows = torch.tensor(places, device=DEVICE)
        columns = torch.arange(width, device=DEVICE)
        mask = columns < torch.from_numpy(lengths).to(DEVICE)[:, None]
        there = (self.starts[rows][:, None] + columns).clamp(max=len(self.ids) - 1)
        ids = torch.where(mask, self.ids[there].long(), padding)
        marks = torch.where(mask, self.marks[there].long(), 0)
        fill = (0, 0, 0, missing)
        mask = functional.pad(mask, fill)
        mask[:, 0] = True
        return functional.pad(ids, fill, value=padding), functional.pad(marks, fill), mask

    def labels_of(self, places: Sequence[int]) -> Tensor:
        """int64 (rows,)."""
        return self.labels[torch.tensor(places, device=DEVICE)]


def epoch(tokens: Tokens, budget: int, seed: int) -> Iterator[list[int]]:
    """Every row once, in batches of at most `budget` tokens with their padding."""
    chance = random.Random(seed)
    members: defaultdict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(tokens.rows):
        members[row.group or f"alone {number}"].append(number)
    groups = [members[name] for name in sorted(members)]
    chance.shuffle(groups)
    total = int(tokens.lengths.sum())
    size = max(1, len(groups) * budget * CHUNK // max(total, 1))
    for first in range(0, len(groups), size):
        some = groups[first : first + size]
        some.sort(key=lambda group: max(tokens.lengths[group]))
        batches = list(_filled(tokens, some, budget))
        chance.shuffle(batches)
        yield from batches


def _filled(tokens: Tokens, groups: Sequence[list[int]], budget: int) -> Iterator[list[int]]:
    batch: list[int] = []
    longest = 0
    for group in groups:
        length = max(longest, *(int(tokens.lengths[n]) for n in group))
        if batch and -(-length // STEP) * STEP * (len(batch) + len(group)) > budget:
            yield batch
            batch, length = [], max(int(tokens.lengths[n]) for n in group)
        batch.extend(group)
        longest = length
    if batch:
        yield batch
