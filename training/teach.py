"""Give rows the probabilities of a trained model, for a smaller one to learn from.

    python -m training.teach OUT --base FOLDER --checkpoint checkpoint.pt --rows rows.jsonl.gz

`OUT` is a folder of parts; a part that is there is not made again, so it may be stopped at any
moment and goes on where it was.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from training.batches import Tokens
from training.export import network
from training.network import CrossEncoder
from training.rows import Row, read_rows, write_rows
from training.train import quiet_tokenizer
from training.watch import logits_of

PART = 8192
"""Rows."""
SOFTNESS = 2.0
"""What the teacher's scores are divided by, so that its doubts are seen (Hinton et al. 2015)."""
MAX_TOKENS = 192
SEED = 3


def different(rows: Iterable[Row]) -> list[Row]:
    """The rows with each pair once, the first label of it kept, shuffled."""
    kept: dict[tuple[str, str, str], Row] = {}
    for row in rows:
        kept.setdefault((row.claim, row.evidence, row.title), row)
    found = list(kept.values())
    random.Random(SEED).shuffle(found)
    return found


def taught(model: CrossEncoder, base: Path, rows: Sequence[Row]) -> list[Row]:
    """The rows that are not too long, with the model's softened probabilities."""
    tokens = Tokens(rows, quiet_tokenizer(base), MAX_TOKENS)
    order = np.argsort(tokens.lengths, kind="stable").tolist()
    shares = torch.softmax(logits_of(model, tokens, order) / SOFTNESS, dim=1).tolist()
    return [
        replace(tokens.rows[place], soft=(round(one[0], 4), round(one[1], 4), round(one[2], 4)))
        for place, one in zip(order, shares, strict=True)
    ]


def main() -> None:
    """Teach with the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--rank", type=int, default=32)
    parser.add_argument("--rows", type=Path, nargs="+", required=True)
    options = parser.parse_args()
    torch.set_num_threads(len(os.sched_getaffinity(0)))
    options.out.mkdir(parents=True, exist_ok=True)
    rows = different(row for path in options.rows for row in read_rows(path))
    model = network(options.base, options.checkpoint, options.rank)
    for first in range(0, len(rows), PART):
        part = options.out / f"{first // PART:04}.jsonl.gz"
        if part.exists():
            continue
        begun = time.monotonic()
        some = taught(model, options.base, rows[first : first + PART])
        write_rows(part, some)
        speed = len(some) / (time.monotonic() - begun)
        print(f"{first + len(some)} of {len(rows)}, {speed:.0f}/s", flush=True)


if __name__ == "__main__":
    main()
