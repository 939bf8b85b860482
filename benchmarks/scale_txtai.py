"""Verify beside txtai: the same passages and weights, built and searched in one run.

    pip install txtai   # in an environment of your own
    python -m benchmarks.scale_txtai --data shared/data/archive --size 1000

txtai embeds through torch, into a hybrid index of its own.
"""

from __future__ import annotations

import functools
import importlib
import itertools
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from benchmarks import scale_drawn
from benchmarks.embedding import bundled_weights
from benchmarks.scale_search import Clock, clock, taken
from verify.commands.screen import progress
from verify.index import build_index, open_index
from verify.index.seals import size_of
from verify.index.store import wording
from verify.models import load_embedder

TURN = 10
"""Queries that one asks before it is the other's turn."""


def main(
    data: scale_drawn.Data,
    size: Annotated[int, typer.Option(help="Passages.")] = 1000,
    queries: scale_drawn.Queries = scale_drawn.QUERIES,
) -> None:
    """Print a row for each."""
    archive = scale_drawn.read(data, queries)
    some = itertools.islice(scale_drawn.passages(archive.documents), size)
    documents = list({document.id: document for document, _ in some}.values())
    texts = [wording(*each) for _, each in scale_drawn.passages(documents)]
    peer = importlib.import_module("txtai").Embeddings(
        path=str(bundled_weights()), hybrid=True, content=True
    )
    embedder = load_embedder()
    with tempfile.TemporaryDirectory() as folder:
        source, index, other = (Path(folder, name) for name in ("source.jsonl", "index", "peer"))
        scale_drawn.write(source, documents)
        with progress() as show:
            _, ours = clock(lambda: build_index([source], index, embedder, show))
        _, theirs = clock(lambda: (peer.index(texts), peer.save(str(other))))
        with open_index(index, embedder) as opened:
            clocks: list[list[Clock]] = [[], []]
            for first in range(0, len(archive.queries), TURN):
                for place, search in enumerate((opened.search, peer.search)):
                    for query in archive.queries[first : first + TURN]:
                        clocks[place].append(clock(functools.partial(search, query, 20))[1])
        sizes = [size_of(index), size_of(other)]
    print("| | build, passages/s (computing) | bytes a passage | ms p50 / p95 (computing) |")
    print("| --- " * 4 + "|")
    for name, took, rows, bytes_ in zip(
        ("Verify", "txtai"), (ours, theirs), clocks, sizes, strict=True
    ):
        rate = f"{len(texts) / took.seconds:.0f} ({len(texts) / took.computing:.0f})"
        print(f"| {name} | {rate} | {bytes_ / len(texts):.0f} | {taken(rows)} |")


if __name__ == "__main__":
    typer.run(main)
