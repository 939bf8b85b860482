"""The FAISS file: derived from the store, and made again from it at any time."""

from __future__ import annotations

import importlib
import itertools
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verify.errors import IndexDamaged
from verify.index.embedding import read_vectors

if TYPE_CHECKING:
    from verify.models.protocols import Vectors

CHUNK = 4096


def write_vectors(connection: sqlite3.Connection, path: Path, dimensions: int) -> None:
    """Write every passage's vector to a FAISS file, under the passage's id.

    The index is exact (flat, inner product of unit vectors): a search reads all of it.
    """
    import numpy as np  # noqa: PLC0415

    faiss = _faiss()
    index = faiss.IndexIDMap2(faiss.IndexFlatIP(dimensions))
    rows = iter(read_vectors(connection))
    while chunk := list(itertools.islice(rows, CHUNK)):
        ids = np.array([id_ for id_, _ in chunk], dtype=np.int64)
        vectors = np.frombuffer(b"".join(blob for _, blob in chunk), dtype="<f4")
        index.add_with_ids(vectors.reshape(len(chunk), dimensions), ids)
    # faiss's own file writer does not notice a disk that fills up as it closes the file.
    with path.open("wb") as file:
        faiss.write_index(index, faiss.PyCallbackIOWriter(file.write))


class VectorIndex:
    """The vectors of an opened index. Searches may run in several threads at once."""

    def __init__(self, path: Path, remedy: str) -> None:
        """Read a FAISS file that has been checked. Raises IndexDamaged."""
        try:
            self._index = _faiss().read_index(str(path))
        except RuntimeError as error:
            raise IndexDamaged(f"{path} is damaged: FAISS cannot read it", remedy) from error

    @property
    def shape(self) -> tuple[int, int]:
        """Number of vectors, and their length."""
        return self._index.ntotal, self._index.d

    def read(self) -> Iterator[tuple[int, bytes]]:
        """(passage id, vector) of every vector, in the order of the file."""
        import numpy as np  # noqa: PLC0415

        ids = _faiss().vector_to_array(self._index.id_map)
        for start in range(0, len(ids), CHUNK):
            # By place and not by id: an id that is there twice shows.
            rows = self._index.index.reconstruct_n(start, min(CHUNK, len(ids) - start))
            yield from zip(
                ids[start : start + CHUNK].tolist(),
                (row.tobytes() for row in np.asarray(rows, dtype="<f4")),
                strict=True,
            )

    def search(self, queries: Vectors, limit: int) -> list[list[tuple[int, float]]]:
        """For each row of `queries` the nearest (passage id, cosine), best first, ties by id."""
        cosines, ids = self._index.search(queries, min(limit, self._index.ntotal))
        return [
            sorted(zip(row_ids, row, strict=True), key=lambda pair: (-pair[1], pair[0]))
            for row_ids, row in zip(ids.tolist(), cosines.tolist(), strict=True)
        ]

    def cosine(self, query: Vectors, passage: int) -> float:
        """Cosine of one query vector with one passage's."""
        return float(query @ self._index.reconstruct(passage))


def _faiss() -> Any:
    """The library, loaded when first needed: `import verify.index` must cost nothing."""
    return importlib.import_module("faiss")
