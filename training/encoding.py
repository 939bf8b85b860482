"""Rows in tokens and marks, on all cores where there are many of them."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from training.rows import Row
from verify.models.pairs import encode
from verify.models.protocols import Pair

MANY = 20_000
"""Rows from which on more processes are worth their start."""
SHARE = 1_000
"""Rows that a process takes at once."""


class EncodedRow(NamedTuple):
    """int32 and int8, both (tokens,)."""

    ids: npt.NDArray[np.int32]
    marks: npt.NDArray[np.int8]


def encode_rows(rows: Sequence[Row], tokenizer: Tokenizer) -> list[EncodedRow]:
    """Each row as the models read it, in order."""
    if len(rows) < MANY:
        return _encoded(tokenizer, rows)
    shares = [rows[n : n + SHARE] for n in range(0, len(rows), SHARE)]
    fresh = multiprocessing.get_context("forkserver")  # a fork of a process with threads may hang
    with ProcessPoolExecutor(len(os.sched_getaffinity(0)), mp_context=fresh) as pool:
        return [one for some in pool.map(partial(_encoded, tokenizer), shares) for one in some]


def _encoded(tokenizer: Tokenizer, rows: Sequence[Row]) -> list[EncodedRow]:
    found = []
    for row in rows:
        ids, marks = encode(tokenizer, Pair(row.claim, row.evidence, row.title))
        found.append(EncodedRow(np.array(ids, dtype=np.int32), np.array(marks, dtype=np.int8)))
    return found
