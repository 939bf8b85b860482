"""Sources -> an index on disk. Whatever goes wrong, the index that stood before still stands."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from verify.corpus import read_documents
from verify.errors import EvidenceIndexError
from verify.index import layout, store
from verify.index.lock import build_lock
from verify.index.seals import (
    FILES,
    MANIFEST,
    PASSAGES,
    SCHEMA_VERSION,
    VECTORS,
    check_files,
    read_manifest,
    sha256,
)
from verify.index.vectors import VectorIndex, write_vectors
from verify.index.versions import last_good
from verify.records import Manifest

if TYPE_CHECKING:
    from verify.models.protocols import Embedder

StageProgress = Callable[[str, int, int], None]
"""Called with (stage, done, total); the stages are read, embed, write. Total 0: not known yet."""

BATCH = 512
"""Passages embedded at a time: bounds the memory, and is far more than a model takes at once."""


def build_index(
    sources: Sequence[Path],
    directory: Path,
    embedder: Embedder,
    progress: StageProgress | None = None,
) -> Manifest:
    """Read the sources and put an index of them at `directory`, in place of any that is there.

    Vectors of unchanged passages are taken over from the index before it, if the same model made
    them. Raises CorpusError with everything wrong in the sources, IndexBusy while another build
    runs, EvidenceIndexError where the disk is full. An interrupt leaves no trace.
    """
    report = progress or (lambda _stage, _done, _total: None)
    with _disk_errors(directory), build_lock(directory), _swept(directory):
        before = last_good(directory)
        version = directory / layout.new_version()
        version.mkdir()
        with contextlib.closing(store.create(version / PASSAGES)) as connection:
            _read(connection, sources, report)
            if before:
                _reuse(connection, before, embedder)
            _embed(connection, embedder, report)
            store.commit(connection)
            report("write", 0, 1)
            write_vectors(connection, version / VECTORS, embedder.dimensions)
            manifest = _manifest(connection, version, sources, embedder)
        (version / MANIFEST).write_text(manifest.model_dump_json(indent=2), encoding="utf-8")
        for path in (version / PASSAGES, version / VECTORS, version / MANIFEST, version):
            layout.fsync(path)
        _check(version, manifest)
        layout.point(directory, layout.Pointer(version.name, before.name if before else ""))
        report("write", 1, 1)
    return manifest


def _read(connection: sqlite3.Connection, sources: Sequence[Path], report: StageProgress) -> None:
    for number, document in enumerate(read_documents(sources), start=1):
        store.add_document(connection, document)
        report("read", number, 0)


def _reuse(connection: sqlite3.Connection, before: Path, embedder: Embedder) -> None:
    """Take over the vectors of wordings that have not changed, if the same model made them."""
    if read_manifest(before).model_fingerprint == embedder.fingerprint:
        with contextlib.closing(store.open_read_only(before / PASSAGES)) as older:
            store.copy_vectors(connection, older)


def _embed(connection: sqlite3.Connection, embedder: Embedder, report: StageProgress) -> None:
    todo = store.unembedded(connection)
    report("embed", 0, len(todo))
    for start in range(0, len(todo), BATCH):
        wordings = store.wordings(connection, todo[start : start + BATCH])
        keys, texts = zip(*wordings, strict=True)

        def within(done: int, _: int, start: int = start) -> None:
            report("embed", start + done, len(todo))

        vectors = embedder.encode(texts, within)
        store.add_vectors(connection, keys, vectors)
        report("embed", start + len(texts), len(todo))


def _manifest(
    connection: sqlite3.Connection, version: Path, sources: Sequence[Path], embedder: Embedder
) -> Manifest:
    documents, passages = store.counts(connection)
    return Manifest(
        schema_version=SCHEMA_VERSION,
        corpus_digest=store.corpus_digest(connection),
        model=embedder.name,
        model_fingerprint=embedder.fingerprint,
        dimensions=embedder.dimensions,
        documents=documents,
        passages=passages,
        built=dt.datetime.now(dt.UTC).replace(microsecond=0),
        sources=tuple(str(source) for source in sources),
        files={name: sha256(version / name) for name in FILES},
    )


def _check(version: Path, manifest: Manifest) -> None:
    """Read back what was written, as a reader would, before anything points at it."""
    check_files(version, read_manifest(version), fully=True)
    vectors = VectorIndex(version / VECTORS, "Build it again.")
    if vectors.shape != (manifest.passages, manifest.dimensions):
        raise EvidenceIndexError(
            f"{vectors.shape[0]} vectors were written for {manifest.passages} passages",
            "Please report this: the index that stood before is kept.",
        )


@contextlib.contextmanager
def _swept(directory: Path) -> Iterator[None]:
    """Clear away what a killed build left, then what this one leaves."""
    layout.sweep(directory)
    try:
        yield
    finally:
        layout.sweep(directory)


@contextlib.contextmanager
def _disk_errors(directory: Path) -> Iterator[None]:
    """Failures to write, in words."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise _disk_full(directory) from error
        place = error.filename or directory
        raise EvidenceIndexError(
            f"cannot build the index at {directory}: {place}: {error.strerror or error}",
            "Mend that and build again; an index that stood before still stands.",
        ) from error
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
            raise _disk_full(directory) from error
        raise EvidenceIndexError(
            f"cannot build the index at {directory}: SQLite says: {error}",
            "Mend that and build again; an index that stood before still stands.",
        ) from error


def _disk_full(directory: Path) -> EvidenceIndexError:
    return EvidenceIndexError(
        f"the disk is full: no room to build the index at {directory}",
        "Free some space and build again; an index that stood before still stands.",
    )
