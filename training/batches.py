"""Rows as batches of tokens: groups stay together, lengths are alike, every epoch is shuffled."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.rows import Row
from verify.models.pairs import encode
from verify.models.protocols import Pair

Batch = tuple[Tensor, Tensor, Tensor]
STEP = 8
CHUNK = 64
"""Batches whose rows are sorted by length together."""


class Tokens:
    """Rows in tokens, packed one behind the other."""

    def __init__(self, rows: Sequence[Row], tokenizer: Tokenizer, max_tokens: int) -> None:
        ids: list[np.ndarray] = []
        marks: list[np.ndarray] = []
        self.rows: list[Row] = []
        for row in rows:
            encoded = encode(tokenizer, Pair(row.claim, row.evidence, row.title))
            if len(encoded.ids) <= max_tokens:
                ids.append(np.array(encoded.ids, dtype=np.int32))
                marks.append(np.array(encoded.marks, dtype=np.int8))
                self.rows.append(row)
        self.lengths = np.array([len(one) for one in ids])
        self.starts = np.concatenate([[0], np.cumsum(self.lengths)])
        self.ids = np.concatenate(ids)
        self.marks = np.concatenate(marks)

    def batch(self, places: Sequence[int], padding: int, least: int = 1) -> Batch:
        """ids, marks and mask of rows, each (rows, longest), and at least `least` tokens in all.

        oneDNN makes a kernel for every shape that it meets. So there are few: widths are
        multiples of 8, and rows of padding fill up what is missing of `least`.
        """
        width = -int(-self.lengths[list(places)].max() // STEP) * STEP
        height = max(len(places), least // width)
        ids = np.full((height, width), padding, dtype=np.int64)
        marks = np.zeros((height, width), dtype=np.int64)
        mask = np.zeros((height, width), dtype=bool)
        mask[:, 0] = True
        for line, place in enumerate(places):
            part = slice(self.starts[place], self.starts[place + 1])
            length = self.lengths[place]
            ids[line, :length] = self.ids[part]
            marks[line, :length] = self.marks[part]
            mask[line, :length] = True
        return torch.from_numpy(ids), torch.from_numpy(marks), torch.from_numpy(mask)


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
