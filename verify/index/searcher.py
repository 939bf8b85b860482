"""An opened index, and hybrid search over it."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self

from verify.errors import IndexDamaged, IndexMismatch
from verify.index import layout, store
from verify.index.embedding import stacked
from verify.index.fusion import fuse
from verify.index.kinds import VectorKind
from verify.index.remedies import mend, rebuild, update
from verify.index.seals import PASSAGES, VECTORS, WORDS, check_files, read_manifest
from verify.index.terms import query_terms
from verify.index.vectors import VectorIndex
from verify.index.words import WordIndex
from verify.records import Hit, Manifest, Passage

if TYPE_CHECKING:
    from verify.models.protocols import Embedder, Vectors

DEPTH = 100
"""Places read from each list before they are fused: a passage low in both may still rise. Lists of
400 move SciFact's nDCG@10 by 0.001."""


class _Near(NamedTuple):
    """A query's vector, and the cosines of the passages nearest to it, best first."""

    vector: Vectors
    cosines: dict[int, float]


def open_index(directory: Path, embedder: Embedder | None) -> Index:
    """Open the index at `directory`; without an embedder it is searched by words alone.

    Files up to 64 MB are checked against their sha256, larger ones by size and header. Raises
    IndexMissing, IndexMismatch (another schema or model) or IndexDamaged, each with its remedy.
    A version that a build replaces meanwhile is read to the end.
    """
    while True:
        version = layout.current_version(directory)
        try:
            return _open(version, embedder)
        except IndexDamaged:
            # Writers may have replaced and swept the version as it was being opened.
            if layout.current_version(directory) == version:
                raise


def _open(version: Path, embedder: Embedder | None) -> Index:
    manifest = read_manifest(version)
    if embedder and embedder.fingerprint != manifest.model_fingerprint:
        raise IndexMismatch(
            f"the index at {version.parent} was made with the model {manifest.model}"
            f" ({manifest.model_fingerprint}), not with {embedder.name} ({embedder.fingerprint})",
            f"Embed it anew with: {update(version.parent)}\nOr else: "
            + rebuild(version.parent, manifest.sources),
        )
    check_files(version, manifest)
    return Index(version, manifest, embedder, mend(version.parent, manifest.sources))


class Index:
    """A version of an index, open for reading. Use as a context manager, or call close().

    Threads may share one: tantivy, FAISS and the embedder read only, and SQLite is used under a
    lock.
    """

    def __init__(
        self, version: Path, manifest: Manifest, embedder: Embedder | None, remedy: str
    ) -> None:
        """See open_index, which checks the files first."""
        self.manifest = manifest
        self._embedder = embedder
        self._remedy = remedy
        self._lock = threading.Lock()
        self._store = version / PASSAGES
        with contextlib.ExitStack() as opened:
            with self._reading():
                self._connection = store.open_read_only(self._store)
                opened.callback(self._connection.close)
                found = store.counts(self._connection)
            self._match("documents and passages", found, (manifest.documents, manifest.passages))
            self._words = WordIndex(version / WORDS, remedy)
            self._match("words of passages", len(self._words), manifest.passages)
            self._vectors = None
            if embedder:
                kind = VectorKind.named(manifest.vectors)
                self._vectors = VectorIndex(version / VECTORS, kind, remedy)
                expected = (manifest.passages, manifest.dimensions)
                self._match("vectors and dimensions", self._vectors.shape, expected)
            opened.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            self._connection.close()

    def is_current(self) -> bool:
        """Whether no later version answers; if one does, open_index opens it."""
        pointer = layout.read_pointer(self._store.parent.parent)
        return pointer is not None and pointer.current == self._store.parent.name

    @property
    def document_count(self) -> int:
        """Number of documents in the index."""
        return self.manifest.documents

    def search(self, query: str, k: int = 10, depth: int | None = None) -> tuple[Hit, ...]:
        """The best k passages for a text, best first. Any text will do; one without a word finds
        nothing. `depth` is how many are taken from each list: k, or 100 if that is more.
        """
        return self.search_many([query], k, depth)[0]

    def search_many(
        self, queries: Sequence[str], k: int = 10, depth: int | None = None
    ) -> list[tuple[Hit, ...]]:
        """search() for each query; much faster than one by one, for all are embedded at once."""
        depth = depth or max(DEPTH, k)
        asked = [query_terms(text) for text in queries]
        texts = [text for text, terms in zip(queries, asked, strict=True) if terms]
        near = iter(self._near(texts, depth))
        return [self._find(terms, next(near), depth, k) if terms else () for terms in asked]

    def passages(self, ids: Sequence[int]) -> tuple[Passage, ...]:
        """The passages with these ids, in that order. Raises KeyError for an id there is not."""
        with self._reading():
            found = store.read_passages(self._connection, ids)
        return tuple(found[id_] for id_ in ids)

    def _near(self, texts: Sequence[str], depth: int) -> Sequence[_Near | None]:
        if not (self._embedder and self._vectors and texts):
            return [None] * len(texts)
        encoded = self._embedder.encode(texts)
        found = self._vectors.search(encoded, depth)
        near = [_Near(row, dict(pairs)) for row, pairs in zip(encoded, found, strict=True)]
        return near if self._vectors.is_exact else [self._exactly(each) for each in near]

    def _exactly(self, near: _Near) -> _Near:
        """The same passages by the vectors that are stored whole."""
        cosines = self._cosines(near.vector, list(near.cosines))
        best_first = sorted(cosines.items(), key=lambda pair: (-pair[1], pair[0]))
        return near._replace(cosines=dict(best_first))

    def _find(
        self, terms: Sequence[str], near: _Near | None, depth: int, k: int
    ) -> tuple[Hit, ...]:
        by_words = self._words.search(terms, depth)
        cosines = near.cosines if near else {}
        only_words = [id_ for id_ in by_words if id_ not in cosines] if near else []
        others = self._cosines(near.vector, only_words) if near else {}
        # What is not in a full list would come behind its last.
        rest = min(by_words.values()) if len(by_words) == depth else 0.0
        fused = fuse(by_words, cosines, k, others=others, rest=rest)
        passages = self.passages([hit.id for hit in fused])
        return tuple(
            Hit(
                passage=passage,
                score=hit.score,
                word_rank=hit.word_rank,
                vector_rank=hit.vector_rank,
                similarity=hit.cosine,
            )
            for hit, passage in zip(fused, passages, strict=True)
        )

    def _cosines(self, query: Vectors, ids: Sequence[int]) -> dict[int, float]:
        """The cosine of one query vector with the stored one of each passage."""
        if not ids:
            return {}
        with self._reading():
            vectors = stacked(self._connection, ids, self._remedy)
        return dict(zip(ids, (vectors @ query).tolist(), strict=True))

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        """One thread at a time in SQLite; what it cannot read is damage."""
        with self._lock:
            try:
                yield
            except sqlite3.ProgrammingError:
                raise  # a mistake of the caller's, such as a search after close()
            except sqlite3.DatabaseError as error:
                problem = f"{self._store} is damaged: SQLite says: {error}"
                raise IndexDamaged(problem, self._remedy) from error

    def _match(self, what: str, found: object, expected: object) -> None:
        if found != expected:
            raise IndexDamaged(
                f"{self._store.parent} is damaged: its manifest promises {expected} {what},"
                f" its files hold {found}",
                self._remedy,
            )
