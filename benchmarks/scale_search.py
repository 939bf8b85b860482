"""What a search costs in an index that is there, in a process of its own: `benchmarks.scale`
starts it.

    python -m benchmarks.scale_search INDEX QUERIES.npz

Prints a `Searched` as JSON. The exact search that answers are compared with reads all vectors of
the store; it takes its turns with the others, as other work on the machine slows all alike.
"""

from __future__ import annotations

import contextlib
import functools
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any, NamedTuple, TypeVar

import faiss
import numpy as np
import numpy.typing as npt
import typer

from verify.index import open_index, store
from verify.index.embedding import embedded, stacked
from verify.index.kinds import VectorKind
from verify.index.layout import current_version
from verify.index.seals import PASSAGES, VECTORS, read_manifest
from verify.index.searcher import DEPTH
from verify.index.vectors import VectorIndex
from verify.models import Vectors
from verify.models.protocols import Progress
from verify.records import Manifest, Record

Made = TypeVar("Made")
AT_ONCE = 50_000
EXACT_ROUNDS = 40
"""Queries that the exact search and ours take turns with: it is slow."""


class Taken(Record):
    """Milliseconds of a query: as a clock has them, and of a processor."""

    p50: float
    p95: float
    computing_p50: float
    computing_p95: float

    def __str__(self) -> str:
        return (
            f"{self.p50:.1f} / {self.p95:.1f} ({self.computing_p50:.1f} / {self.computing_p95:.1f})"
        )


class Searched(Record):
    """What was measured. Memory in bytes: that of the process, and of files it has mapped."""

    passages: int
    kind: str
    own: int
    mapped: int
    vectors: Taken
    words: Taken
    fused: Taken
    exact: Taken
    recall_10: float
    recall_100: float


class Asked:
    """An `Embedder` that knows the queries."""

    def __init__(self, manifest: Manifest, known: dict[str, npt.NDArray[np.float32]]) -> None:
        self.name, self.fingerprint = manifest.model, manifest.model_fingerprint
        self.dimensions = manifest.dimensions
        self.known = known

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """float32 array (len(texts), dimensions), every row of length 1."""
        return np.stack([self.known[text] for text in texts])


def main(
    index: Annotated[Path, typer.Argument(help="The directory of an index.")],
    queries: Annotated[Path, typer.Argument(help="An .npz of texts and vectors.")],
) -> None:
    """Measure and print."""
    asked = np.load(queries)
    texts, vectors = asked["texts"].tolist(), asked["vectors"]
    print(search(index, texts, vectors).model_dump_json())


def search(directory: Path, texts: Sequence[str], vectors: Vectors) -> Searched:
    """Open an index, ask it each of the texts, and compare its vectors with exact search."""
    version = current_version(directory)
    manifest = read_manifest(version)
    kind = VectorKind.named(manifest.vectors)
    embedder = Asked(manifest, dict(zip(texts, vectors, strict=True)))
    own = memory()["RssAnon"]
    with (
        open_index(directory, embedder) as both,
        open_index(directory, None) as words,
        contextlib.closing(store.open_read_only(version / PASSAGES)) as connection,
    ):
        for text in texts[:5]:
            both.search(text, 20)
        fused = timed(lambda row: both.search(texts[row], 20), len(texts))
        worded = timed(lambda row: words.search(texts[row], 20), len(texts))
        used = memory()
        derived = VectorIndex(version / VECTORS, kind, "")

        def near(row: int) -> list[int]:
            found = [id_ for id_, _ in derived.search(vectors[row : row + 1], DEPTH)[0]]
            if kind.is_exact:
                return found
            cosines = stacked(connection, found) @ vectors[row]
            return [found[place] for place in np.argsort(-cosines, kind="stable")]

        found = [near(row) for row in range(len(texts))]
        flat, ids = everything(connection, manifest.dimensions)
        alone, exact = in_turn(near, lambda row: flat.search(vectors[row : row + 1], DEPTH), texts)
    true = ids[flat.search(vectors, min(DEPTH, flat.ntotal))[1]]
    return Searched(
        passages=manifest.passages,
        kind=kind.name,
        own=used["RssAnon"] - own,
        mapped=used["RssFile"],
        vectors=alone,
        words=worded,
        fused=fused,
        exact=exact,
        recall_10=recall(found, true, 10),
        recall_100=recall(found, true, 100),
    )


def in_turn(
    one: Callable[[int], object], other: Callable[[int], object], texts: Sequence[str]
) -> tuple[Taken, Taken]:
    """Both timed with the same queries, ten of one and then ten of the other."""
    took: tuple[list[Clock], list[Clock]] = ([], [])
    for start in range(0, min(len(texts), EXACT_ROUNDS), 10):
        for place, work in enumerate((one, other)):
            rows = range(start, min(start + 10, len(texts)))
            took[place].extend(clock(functools.partial(work, row))[1] for row in rows)
    return taken(took[0]), taken(took[1])


class Clock(NamedTuple):
    """Seconds of one call, and of a processor."""

    seconds: float
    computing: float


def clock(work: Callable[[], Made]) -> tuple[Made, Clock]:
    """What a call gives, and what it takes."""
    started, computing = time.perf_counter(), time.process_time()
    made = work()
    return made, Clock(time.perf_counter() - started, time.process_time() - computing)


def timed(work: Callable[[int], object], rounds: int) -> Taken:
    """The same for each of so many queries."""
    return taken([clock(functools.partial(work, row))[1] for row in range(rounds)])


def taken(clocks: Sequence[Clock]) -> Taken:
    """The median and the slowest but for one in twenty."""
    milliseconds = np.array(clocks) * 1000
    (p50, computing_p50), (p95, computing_p95) = np.quantile(milliseconds, [0.5, 0.95], axis=0)
    return Taken(p50=p50, p95=p95, computing_p50=computing_p50, computing_p95=computing_p95)


def everything(
    connection: sqlite3.Connection, dimensions: int
) -> tuple[Any, npt.NDArray[np.int64]]:
    """A flat index of every stored vector, and the ids in its order."""
    ids = np.array(embedded(connection), dtype=np.int64)
    flat = faiss.IndexFlatIP(dimensions)
    for start in range(0, len(ids), AT_ONCE):
        flat.add(stacked(connection, ids[start : start + AT_ONCE].tolist()))
    return flat, ids


def recall(found: Sequence[Sequence[int]], true: npt.NDArray[np.int64], depth: int) -> float:
    """Share of the first `depth` of exact search that are among the first `depth` found."""
    shares = [
        len({*ours[:depth]} & {*row[:depth].tolist()}) / len(row[:depth])
        for ours, row in zip(found, true, strict=True)
    ]
    return float(np.mean(shares))


def memory() -> dict[str, int]:
    """Bytes of this process that are its own and that are of files, as Linux tells them."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    fields = dict(line.split(":", 1) for line in lines if line.startswith("Rss"))
    return {name: int(value.split()[0]) * 1024 for name, value in fields.items()}


if __name__ == "__main__":
    typer.run(main)
