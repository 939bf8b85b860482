"""What a search costs in an index that is there, in a process of its own: `benchmarks.scale`
starts it.

    python -m benchmarks.scale_search INDEX QUERIES.npz

Prints a `Searched` as JSON. The exact search that answers are compared with reads all vectors of
the store; it takes its turns with the others, as other work on the machine slows all alike.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

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
from verify.records import Record

AT_ONCE = 50_000
EXACT_ROUNDS = 30
"""Queries that the exact search is timed with: it is slow."""


class Taken(Record):
    """Milliseconds of a query: as a clock has them, and of a processor."""

    p50: float
    p95: float
    computing_p50: float
    computing_p95: float

    def __str__(self) -> str:
        return f"{self.p50:.1f} / {self.p95:.1f} ({self.computing_p50:.1f} / {self.computing_p95:.1f})"


class Searched(Record):
    """What was measured. Memory in bytes: that of the process, and of files it has mapped."""

    passages: int
    kind: str
    own: int
    mapped: int
    vectors: Taken
    words: Taken | None = None
    fused: Taken | None = None
    exact: Taken
    recall_10: float
    recall_100: float


class Asked(NamedTuple):
    """An `Embedder` that knows the queries."""

    fingerprint: str
    known: dict[str, npt.NDArray[np.float32]]
    name: str = "asked"
    dimensions: int = 384

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
    embedder = Asked(manifest.model_fingerprint, dict(zip(texts, vectors, strict=True)))
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
        found: list[list[int]] = [[] for _ in texts]

        def by_vectors(row: int) -> None:
            near = [id_ for id_, _ in derived.search(vectors[row : row + 1], DEPTH)[0]]
            if not kind.is_exact:
                cosines = stacked(connection, near) @ vectors[row]
                near = [near[place] for place in np.argsort(-cosines, kind="stable")]
            found[row] = near

        alone = timed(by_vectors, len(texts))
        flat, ids = everything(connection, manifest.dimensions)
    exact = timed(lambda row: flat.search(vectors[row : row + 1], DEPTH), EXACT_ROUNDS)
    again = timed(by_vectors_of(derived, vectors), EXACT_ROUNDS)
    _ = again
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
