"""The vector index alone, up to sizes whose texts and stored vectors would not fit beside it.

    python -m benchmarks.scale_vectors --data shared/data/archive --size 1000000 --size 10000000

Every vector is drawn when it is needed (`scale_drawn.py`): as the index is written, for the exact
search that it is compared with, and where a search reads the stored ones, which is not timed here.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path

import faiss
import numpy as np
import numpy.typing as npt
import typer

from benchmarks import scale_drawn
from benchmarks.scale_drawn import Moved
from benchmarks.scale_search import clock, memory, recall, timed
from verify.commands.screen import progress
from verify.index.embedding import StageProgress
from verify.index.searcher import DEPTH
from verify.index.vectors import VectorIndex, write_vectors
from verify.models import Vectors

AT_ONCE = 50_000


def main(
    data: scale_drawn.Data,
    size: scale_drawn.Sizes,
    queries: scale_drawn.Queries = scale_drawn.QUERIES,
    work: scale_drawn.Work = scale_drawn.WORK,
) -> None:
    """Print a row for each size."""
    with progress() as show:
        drawn = scale_drawn.draw(data, queries, work, show)
        place = work / "vectors.faiss"
        rows = [_measured(each, drawn.vectors, drawn.asked, place, show) for each in size]
    print(
        "| vectors | kind | written, s (computing) | bytes each | memory, MB: own | mapped"
        " | search, ms p50 / p95 (computing) | recall@10 | recall@100 |\n" + "| --- " * 9 + "|"
    )
    for row in rows:
        print("|", " | ".join(row), "|")


def _measured(
    size: int, moved: Moved, asked: Vectors, path: Path, show: StageProgress
) -> tuple[str, ...]:
    dimensions = asked.shape[1]
    kind, took = clock(
        lambda: write_vectors(
            path, range(size), moved.vectors, dimensions, progress=functools.partial(show, "write")
        )
    )
    each = path.stat().st_size / size
    before = memory()
    derived = VectorIndex(path, kind, "")
    found: list[list[int]] = [[]] * len(asked)

    def search(row: int) -> None:
        found[row] = [id_ for id_, _ in derived.search(asked[row : row + 1], DEPTH)[0]]

    search(0)
    times = timed(search, len(asked))
    after = memory()
    path.unlink()
    found = in_order(found, moved, asked)
    true = exact(size, moved, asked, show)
    return (
        f"{size:,}",
        kind.name,
        f"{took.seconds:.0f} ({took.computing:.0f})",
        f"{each:.0f}",
        *(f"{(after[name] - before[name]) / 2**20:.0f}" for name in ("RssAnon", "RssFile")),
        str(times),
        f"{recall(found, true, 10):.3f}",
        f"{recall(found, true, 100):.3f}",
    )


def in_order(
    proposed: Sequence[Sequence[int]] | npt.NDArray[np.int64], moved: Moved, asked: Vectors
) -> list[list[int]]:
    """What was proposed for each query (-1 is nothing), by the whole vectors."""
    rows = [np.array([id_ for id_ in ids if id_ >= 0], dtype=np.int64) for ids in proposed]
    return [
        ids[np.argsort(-(moved.vectors(ids.tolist()) @ query), kind="stable")].tolist()
        for ids, query in zip(rows, asked, strict=True)
    ]


def exact(size: int, moved: Moved, asked: Vectors, show: StageProgress) -> npt.NDArray[np.int64]:
    """The ids of the nearest of all vectors, for each query."""
    heap = faiss.ResultHeap(len(asked), DEPTH, keep_max=True)
    for start in range(0, size, AT_ONCE):
        numbers = range(start, min(start + AT_ONCE, size))
        part = faiss.IndexFlatIP(asked.shape[1])
        part.add(moved.vectors(numbers))
        cosines, places = part.search(asked, DEPTH)
        heap.add_result(cosines, places + start)
        show("check", numbers.stop, size)
    heap.finalize()
    ids: npt.NDArray[np.int64] = heap.I
    return ids


if __name__ == "__main__":
    typer.run(main)
