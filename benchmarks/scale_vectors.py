"""The vector index alone, up to sizes whose texts and stored vectors would not fit beside it.

    python -m benchmarks.scale_vectors --data shared/data/archive --size 1000000 --size 10000000

Every vector is drawn when it is needed (`scale_drawn.py`): as the index is written, for the exact
search that it is compared with, and where a search reads the stored ones, which is not timed here.
"""

from __future__ import annotations

import functools
import itertools
from pathlib import Path
from typing import Annotated

import faiss
import numpy as np
import numpy.typing as npt
import typer

from benchmarks import scale_drawn
from benchmarks.scale_drawn import Moved, embedded, wording_of
from benchmarks.scale_search import clock, memory, recall, timed
from verify.commands.screen import progress
from verify.index.embedding import StageProgress
from verify.index.searcher import DEPTH
from verify.index.vectors import VectorIndex, write_vectors
from verify.models import Vectors, load_embedder

AT_ONCE = 50_000


def main(
    data: Annotated[Path, typer.Option(help="Folder of archives, .jsonl.gz.")],
    size: Annotated[list[int], typer.Option(help="Vectors; may be said more than once.")],
    real: Annotated[int, typer.Option(help="Passages that the model embeds.")] = 10_000,
    queries: Annotated[int, typer.Option(help="Sentences to ask with.")] = 200,
    seed: Annotated[int, typer.Option(help="Orders the documents.")] = 1,
    work: Annotated[
        Path, typer.Option(help="Folder for the index and the real vectors.")
    ] = scale_drawn.WORK,
) -> None:
    """Print a row for each size."""
    work.mkdir(parents=True, exist_ok=True)
    archive = scale_drawn.read(data, queries, seed)
    passages = itertools.islice(scale_drawn.passages(archive.documents), real)
    texts = [wording_of(passage) for _, passage in passages]
    with progress() as show:
        embed = functools.partial(embedded, embedder=load_embedder(), cache=work / "embedded")
        moved = Moved(embed(texts, progress=functools.partial(show, "embed")))
        asked = embed(archive.queries, progress=functools.partial(show, "embed"))
        rows = [_measured(each, moved, asked, work / "vectors.faiss", show) for each in size]
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
    for row, ids in enumerate(found):
        order = np.argsort(-(moved.vectors(ids) @ asked[row]), kind="stable")
        found[row] = [ids[place] for place in order]
    true = _exact(size, moved, asked, show)
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


def _exact(size: int, moved: Moved, asked: Vectors, show: StageProgress) -> npt.NDArray[np.int64]:
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
