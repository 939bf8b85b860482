"""Kinds of compressed vectors beside one another: what each finds, and how long it takes.

    python -m benchmarks.scale_kinds --data shared/data/archive --size 200000

The lists are the same for all. Of what a kind proposes, the first hundred and the first two hundred
are put in order by the whole vectors, as `Index` does. One thread, time of a processor.
"""

from __future__ import annotations

import functools
import itertools
from pathlib import Path
from typing import Annotated, Any

import faiss
import numpy as np
import typer

from benchmarks import scale_drawn
from benchmarks.scale_drawn import Moved, embedded, wording_of
from benchmarks.scale_search import clock, recall, timed
from verify.commands.screen import progress
from verify.index.kinds import TRAINED_ON
from verify.index.searcher import DEPTH
from verify.models import Vectors, load_embedder

KINDS = ("SQ8", "RaBitQ", "RaBitQ4")


def main(
    data: Annotated[Path, typer.Option(help="Folder of archives, .jsonl.gz.")],
    size: Annotated[int, typer.Option(help="Vectors.")] = 200_000,
    lists: Annotated[int, typer.Option(help="Lists that they lie in.")] = 512,
    real: Annotated[int, typer.Option(help="Passages that the model embeds.")] = 10_000,
    queries: Annotated[int, typer.Option(help="Sentences to ask with.")] = 200,
    seed: Annotated[int, typer.Option(help="Orders the documents.")] = 1,
    work: Annotated[Path, typer.Option(help="Folder for the real vectors.")] = scale_drawn.WORK,
) -> None:
    """Print a row for each kind and number of lists read."""
    work.mkdir(parents=True, exist_ok=True)
    faiss.omp_set_num_threads(1)
    archive = scale_drawn.read(data, queries, seed)
    passages = itertools.islice(scale_drawn.passages(archive.documents), real)
    texts = [wording_of(passage) for _, passage in passages]
    with progress() as show:
        embed = functools.partial(embedded, embedder=load_embedder(), cache=work / "embedded")
        moved = Moved(embed(texts, progress=functools.partial(show, "embed")))
        asked = embed(archive.queries, progress=functools.partial(show, "embed"))
    vectors = moved.vectors(range(size))
    flat = faiss.IndexFlatIP(asked.shape[1])
    flat.add(vectors)
    true = flat.search(asked, DEPTH)[1]
    exact = timed(functools.partial(_search, flat, asked), 40)
    print(f"Exact: {exact.computing_p50:.1f} ms.\n")
    print(
        "| kind | made, s | lists read | ms | recall@10 of 100 | of 200 | recall@100 of 100"
        " | of 200 |\n" + "| --- " * 8 + "|"
    )
    for kind in KINDS:
        index, took = clock(functools.partial(_made, f"IVF{lists},{kind}", vectors, lists))
        for probes in (lists // 32, lists // 16, lists // 8, lists // 4):
            index.nprobe = probes
            ids = index.search(asked, 2 * DEPTH)[1]
            times = timed(functools.partial(_search, index, asked), 100)
            cells = [f"{took.computing:.1f}", str(probes), f"{times.computing_p50:.2f}"]
            found = [_in_order(ids[:, :depth], vectors, asked) for depth in (DEPTH, 2 * DEPTH)]
            cells += [f"{recall(each, true, depth):.3f}" for depth in (10, DEPTH) for each in found]
            print("|", " | ".join([kind, *cells]), "|", flush=True)


def _made(name: str, vectors: Vectors, lists: int) -> Any:
    index = faiss.index_factory(vectors.shape[1], name, faiss.METRIC_INNER_PRODUCT)
    chance = np.random.default_rng(1)
    index.train(vectors[chance.permutation(len(vectors))[: lists * TRAINED_ON]])
    index.add(vectors)
    return index


def _search(index: Any, asked: Vectors, row: int) -> None:
    index.search(asked[row : row + 1], DEPTH)


def _in_order(ids: Any, vectors: Vectors, asked: Vectors) -> list[list[int]]:
    """What was proposed for each query (-1 is nothing), by the whole vectors."""
    rows = [row[row >= 0] for row in ids]
    return [
        row[np.argsort(-(vectors[row] @ query), kind="stable")].tolist()
        for row, query in zip(rows, asked, strict=True)
    ]


if __name__ == "__main__":
    typer.run(main)
