"""How many lists, and how many of them a search reads: what is found, and how long it takes.

    python -m benchmarks.scale_lists --data shared/data/archive --lists 1024 --lists 2048

The hundred vectors that the lists propose are put in order by the whole ones, as `Index` does. One
thread, time of a processor.
"""

from __future__ import annotations

import functools
import random
from typing import Annotated, Any

import faiss
import numpy as np
import typer

from benchmarks import scale_drawn
from benchmarks.scale_drawn import Drawn
from benchmarks.scale_search import clock, recall, timed
from benchmarks.scale_vectors import AT_ONCE, exact, in_order
from verify.commands.screen import progress
from verify.index.kinds import TRAINED_ON, VectorKind
from verify.index.searcher import DEPTH
from verify.index.vectors import SEED, empty_index
from verify.models import Vectors

PARTS = (64, 32, 16, 8, 4)
"""Shares of the lists that are read."""


def main(
    data: scale_drawn.Data,
    lists: Annotated[list[int], typer.Option(help="Lists; may be said more than once.")],
    size: Annotated[int, typer.Option(help="Vectors.")] = 1_000_000,
    queries: scale_drawn.Queries = scale_drawn.QUERIES,
    work: scale_drawn.Work = scale_drawn.WORK,
) -> None:
    """Print a row for each number of lists, and of lists read."""
    with progress() as show:
        drawn = scale_drawn.draw(data, queries, work, show)
        true = exact(size, drawn.vectors, drawn.asked, show)
    print("| lists | made, s | read | ms p50 / p95 | recall@10 | recall@100 |")
    print("| --- " * 6 + "|")
    faiss.omp_set_num_threads(1)
    for number in lists:
        index, took = clock(functools.partial(_made, number, size, drawn))
        for part in PARTS:
            index.nprobe = -(-number // part)
            found = index.search(drawn.asked, DEPTH)[1]

            times = timed(functools.partial(_search, index, drawn.asked), len(drawn.asked))
            ordered = in_order(found, drawn.vectors, drawn.asked)
            print(
                f"| {number} | {took.computing:.0f} | {index.nprobe}"
                f" | {times.computing_p50:.1f} / {times.computing_p95:.1f}"
                f" | {recall(ordered, true, 10):.3f} | {recall(ordered, true, 100):.3f} |",
                flush=True,
            )


def _search(index: Any, asked: Vectors, row: int) -> None:
    index.search(asked[row : row + 1], DEPTH)


def _made(lists: int, size: int, drawn: Drawn) -> Any:
    """As `write_vectors` makes it."""
    index = empty_index(VectorKind(lists), drawn.asked.shape[1])
    sample = random.Random(SEED).sample(range(size), lists * TRAINED_ON)  # noqa: S311
    index.train(drawn.vectors.vectors(sorted(sample)))
    for start in range(0, size, AT_ONCE):
        ids = np.arange(start, min(start + AT_ONCE, size))
        index.add_with_ids(drawn.vectors.vectors(ids.tolist()), ids)
    return index


if __name__ == "__main__":
    typer.run(main)
