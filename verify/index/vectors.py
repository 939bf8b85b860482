"""The FAISS file: derived from the store, and made again from it at any time."""

from __future__ import annotations

import contextlib
import importlib
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verify.errors import IndexDamaged
from verify.index.kinds import TRAINED_ON, VectorKind

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from verify.models.protocols import Vectors

CHUNK = 4096
SEED = 1
"""Draws the passages that centres are placed by, and where those start from."""


def write_vectors(
    path: Path,
    passages: Sequence[int],
    stored: Callable[[Sequence[int]], Vectors],
    dimensions: int,
    before: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> VectorKind:
    """Write the vectors that are `stored` for these passages to a FAISS file, under their ids.

    `before` is the sound file of an older store with the same model and numbers: where its kind
    still fits, what is gone is taken out of it and what is new put in. Otherwise the kind that fits
    is made anew, the same for the same passages.
    """
    import numpy as np  # noqa: PLC0415

    faiss = _faiss()
    wanted = np.array(passages, dtype=np.int64)
    kind = VectorKind.of_size(len(wanted))
    index = faiss.read_index(str(before)) if before else None
    if index is None or _kind_of(index) != kind:
        index = empty_index(kind, dimensions)
        if len(wanted) and not index.is_trained:
            most = min(len(wanted), kind.lists * TRAINED_ON)
            drawn = random.Random(SEED).sample(range(len(wanted)), most)  # noqa: S311
            index.train(stored(wanted[sorted(drawn)].tolist()))
    held = np.concatenate([ids for ids, _ in _blocks(index)] or [wanted[:0]])
    if len(gone := np.setdiff1d(held, wanted)):
        index.remove_ids(gone)
    fresh = np.setdiff1d(wanted, held)
    for start in range(0, len(fresh), CHUNK):
        ids = fresh[start : start + CHUNK]
        index.add_with_ids(stored(ids.tolist()), ids)
        if progress:
            progress(start + len(ids), len(fresh))
    # faiss's own file writer does not notice a disk that fills up as it closes the file.
    with path.open("wb") as file:
        faiss.write_index(index, faiss.PyCallbackIOWriter(file.write))
    return kind


class VectorIndex:
    """The vectors of an opened index, mapped from its file and not read into memory.

    Searches may run in several threads at once.
    """

    def __init__(self, path: Path, kind: VectorKind, remedy: str) -> None:
        """Open a FAISS file that has been checked. Raises IndexDamaged."""
        faiss = _faiss()
        # Each kind has a way of its own to stay on the disk.
        mapped = faiss.IO_FLAG_MMAP_IFC if kind.is_exact else faiss.IO_FLAG_MMAP
        try:
            self._index = faiss.read_index(str(path), mapped)
        except RuntimeError as error:
            raise IndexDamaged(f"{path} is damaged: FAISS cannot read it", remedy) from error
        if _kind_of(self._index) != kind:
            problem = f"{path} is damaged: it is not the {kind.name} that its manifest promises"
            raise IndexDamaged(problem, remedy)
        self.is_exact = kind.is_exact
        # IndexIDMap would start all threads for each query, to translate a hundred numbers.
        self._ids = faiss.vector_to_array(self._index.id_map) if kind.is_exact else None
        if not kind.is_exact:
            self._index.nprobe = kind.probes

    @property
    def shape(self) -> tuple[int, int]:
        """Number of vectors, and their length."""
        return self._index.ntotal, self._index.d

    def differing(self, stored: Callable[[Sequence[int]], dict[int, bytes]]) -> Iterator[int]:
        """The ids that are there twice, that `stored` does not know, or whose vectors are not
        what becomes of the stored ones in this kind of index.
        """
        import numpy as np  # noqa: PLC0415

        seen = [np.empty(0, dtype=np.int64)]
        for ids, codes in _blocks(self._index):
            nothing = bytes(4 * self._index.d)
            found = {
                id_: row for id_, row in stored(ids.tolist()).items() if len(row) == len(nothing)
            }
            rows = np.frombuffer(b"".join(found.get(id_, nothing) for id_ in ids.tolist()), "<f4")
            encoded = _encoded(self._index, rows.reshape(len(ids), -1))
            for id_, same in zip(ids.tolist(), (codes == encoded).all(axis=1), strict=True):
                if not same or id_ not in found:
                    yield id_
            seen.append(ids)
        every, times = np.unique(np.concatenate(seen), return_counts=True)
        yield from every[times > 1].tolist()

    def search(self, queries: Vectors, limit: int) -> list[list[tuple[int, float]]]:
        """For each row of `queries` the nearest (passage id, cosine), best first, ties by id.

        Unless the index is exact, some may be missing, and cosines are off by a hundredth.
        """
        limit = min(limit, self._index.ntotal)
        with _at_most_threads(len(queries)):
            if self._ids is None:
                cosines, ids = self._index.search(queries, limit)
            else:
                cosines, places = self._index.index.search(queries, limit)
                ids = self._ids[places]
        return [
            sorted(
                # FAISS says -1 where the lists that were read have no more.
                (pair for pair in zip(row_ids, row, strict=True) if pair[0] >= 0),
                key=lambda pair: (-pair[1], pair[0]),
            )
            for row_ids, row in zip(ids.tolist(), cosines.tolist(), strict=True)
        ]


@contextlib.contextmanager
def _at_most_threads(queries: int) -> Iterator[None]:
    """FAISS has a thread for a query; those that have none would spin as long, on cores that others
    need. The number is the calling thread's own.
    """
    faiss = _faiss()
    before = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(max(1, min(before, queries)))
    try:
        yield
    finally:
        faiss.omp_set_num_threads(before)


def empty_index(kind: VectorKind, dimensions: int) -> Any:
    """An index of this kind without vectors."""
    faiss = _faiss()
    flat = faiss.IndexFlatIP(dimensions)
    if kind.is_exact:
        return faiss.IndexIDMap(flat)
    byte, cosine = faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT
    # Not by residual: a vector's bytes are then the same in whatever list it lies.
    index = faiss.IndexIVFScalarQuantizer(flat, dimensions, kind.lists, byte, cosine, False)
    index.cp.seed = SEED
    index.cp.min_points_per_centroid = 1  # fewer than it likes are no reason to warn
    return index


def _kind_of(index: Any) -> VectorKind | None:
    """The kind of a FAISS index, None for one that is none of ours."""
    faiss = _faiss()
    if isinstance(index, faiss.IndexIDMap):
        inner = faiss.downcast_index(index.index)
        return VectorKind() if isinstance(inner, faiss.IndexFlat) else None
    if isinstance(index, faiss.IndexIVFScalarQuantizer) and not index.by_residual:
        return VectorKind(index.nlist)
    return None


def _blocks(index: Any) -> Iterator[tuple[npt.NDArray[np.int64], npt.NDArray[np.uint8]]]:
    """(ids, codes) of all vectors, some at a time, in the order of the file. By place and not by
    id, so that an id that is there twice shows.
    """
    import numpy as np  # noqa: PLC0415

    faiss = _faiss()
    if isinstance(index, faiss.IndexIDMap):
        ids = faiss.vector_to_array(index.id_map)
        for start in range(0, len(ids), CHUNK):
            rows = index.index.reconstruct_n(start, min(CHUNK, len(ids) - start))
            yield ids[start : start + CHUNK], np.asarray(rows, dtype="<f4").view(np.uint8)
        return
    lists = index.invlists
    for number in range(index.nlist):
        if size := lists.list_size(number):
            # Copies, for what these point at may move.
            ids = faiss.rev_swig_ptr(lists.get_ids(number), size).copy()
            codes = faiss.rev_swig_ptr(lists.get_codes(number), size * index.code_size).copy()
            yield ids, codes.reshape(size, index.code_size)


def _encoded(index: Any, vectors: Vectors) -> npt.NDArray[np.uint8]:
    """What becomes of vectors in an index: codes as _blocks() gives them."""
    import numpy as np  # noqa: PLC0415

    if isinstance(index, _faiss().IndexIDMap):
        return vectors.view(np.uint8)
    codes: npt.NDArray[np.uint8] = index.sq.compute_codes(vectors)
    return codes


def _faiss() -> Any:
    """The library, loaded when first needed: `import verify.index` must cost nothing."""
    return importlib.import_module("faiss")
