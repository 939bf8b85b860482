"""How every change of an index is made: a version beside the one that answers, then the switch.

Whatever goes wrong before the switch, the index that stood before still stands.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import functools
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from verify.corpus import Window
from verify.errors import EvidenceIndexError
from verify.index import layout, seals, store
from verify.index.embedding import StageProgress, copy_vectors, embedded, stacked
from verify.index.kinds import VectorKind
from verify.index.lock import write_lock
from verify.index.seals import (
    FILES,
    PASSAGES,
    VECTORS,
    WORDS,
    check_files,
    read_manifest,
    sha256,
)
from verify.index.vectors import VectorIndex, write_vectors
from verify.index.words import WordIndex, write_words
from verify.records import Document, Manifest

if TYPE_CHECKING:
    from verify.models.protocols import Embedder


class NamedModel(NamedTuple):
    """What a manifest says of a model."""

    name: str
    fingerprint: str
    dimensions: int


def model_of(manifest: Manifest) -> NamedModel:
    """The model that a manifest names."""
    return NamedModel(manifest.model, manifest.model_fingerprint, manifest.dimensions)


def window_of(manifest: Manifest) -> Window:
    """How the passages of an index were cut, and are from then on."""
    return Window(manifest.window, manifest.overlap)


def model_named(embedder: Embedder) -> NamedModel:
    """What a manifest will say of an embedder."""
    return NamedModel(embedder.name, embedder.fingerprint, embedder.dimensions)


@contextlib.contextmanager
def writing(directory: Path, doing: str) -> Iterator[None]:
    """Hold the lock, clear away what killed work left, and put failures of the disk in words.

    `doing` says what is being done to the index: "build", "update" ...
    """
    with _disk_errors(directory, doing), write_lock(directory), _swept(directory):
        yield


def start(directory: Path) -> Path:
    """The folder of a version that nobody knows of yet."""
    version = directory / layout.new_version()
    version.mkdir()
    return version


def take_over(before: Path, manifest: Manifest, version: Path) -> sqlite3.Connection:
    """Begin a version with what another one holds, in a transaction that publish() commits.

    An older schema is left behind: documents are split anew, and known wordings keep their
    vectors.
    """
    if manifest.schema_version == seals.SCHEMA_VERSION:
        shutil.copyfile(before / PASSAGES, version / PASSAGES)
        return store.open_copy(version / PASSAGES)
    connection = store.create(version / PASSAGES)
    window = window_of(manifest)
    with contextlib.closing(store.open_read_only(before / PASSAGES)) as older:
        for source, record in store.read_documents(older):
            document = Document.model_validate_json(record)
            store.add_document(connection, document, source, window)
    copy_vectors(connection, before / PASSAGES)
    return connection


def publish(
    connection: sqlite3.Connection,
    version: Path,
    model: NamedModel,
    sources: Sequence[str],
    window: Window,
    previous: str,
    report: StageProgress,
    *,
    like: Path | None = None,
) -> Manifest:
    """Commit the store, derive the rest from it, seal it, read it back, and let it answer.

    `previous` is the version to go back to, "" for none. `like` is a sound version whose passages
    have the same vectors where they have the same ids: what is derived may then be taken from it.
    """
    report("write", 0, 0)
    connection.execute("COMMIT")
    progress = functools.partial(report, "write")
    kind = write_vectors(
        version / VECTORS,
        embedded(connection),
        functools.partial(stacked, connection),
        model.dimensions,
        before=like and like / VECTORS,
        progress=progress,
    )
    write_words(
        version / WORDS,
        store.passage_ids(connection),
        functools.partial(store.texts, connection),
        before=like and like / WORDS,
        progress=progress,
    )
    documents, passages = store.counts(connection)
    if not documents:
        raise EvidenceIndexError(
            f"no document would be left in the index at {version.parent}",
            "Nothing was changed. To be rid of the index, delete its directory.",
        )
    for name in FILES:
        layout.fsync_all(version / name)
    manifest = Manifest(
        schema_version=seals.SCHEMA_VERSION,
        corpus_digest=store.corpus_digest(connection),
        model=model.name,
        model_fingerprint=model.fingerprint,
        dimensions=model.dimensions,
        documents=documents,
        passages=passages,
        vectors=kind.name,
        window=window.size,
        overlap=window.overlap,
        built=dt.datetime.now(dt.UTC).replace(microsecond=0),
        sources=tuple(sources),
        files={name: sha256(version / name) for name in FILES},
    )
    (version / layout.MANIFEST).write_text(manifest.model_dump_json(indent=2), encoding="utf-8")
    layout.fsync(version / layout.MANIFEST)
    layout.fsync(version)
    _check(version, manifest)
    layout.point(version.parent, layout.Pointer(version.name, previous))
    with contextlib.suppress(OSError):  # the next finds nothing in it that it lacks
        (version.parent / layout.JOURNAL).unlink()
    report("write", 1, 1)
    return manifest


def _check(version: Path, manifest: Manifest) -> None:
    """Read back what was written, as a reader would, before anything points at it."""
    check_files(version, read_manifest(version))
    again = "Build it again."
    vectors = VectorIndex(version / VECTORS, VectorKind.named(manifest.vectors), again)
    words = WordIndex(version / WORDS, again)
    if (*vectors.shape, len(words)) != (manifest.passages, manifest.dimensions, manifest.passages):
        raise EvidenceIndexError(
            f"{vectors.shape[0]} vectors, and words of {len(words)} passages, were written for"
            f" {manifest.passages} passages",
            "Please report this: the index that stood before is kept.",
        )


@contextlib.contextmanager
def _swept(directory: Path) -> Iterator[None]:
    """Clear away what killed work left, then what this leaves."""
    layout.sweep(directory)
    try:
        yield
    finally:
        layout.sweep(directory)


@contextlib.contextmanager
def _disk_errors(directory: Path, doing: str) -> Iterator[None]:
    """Failures to write, in words."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise _disk_full(directory, doing) from error
        place = error.filename or directory
        why = f"{place}: {error.strerror or error}"
        raise _failed(directory, doing, why) from error
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
            raise _disk_full(directory, doing) from error
        raise _failed(directory, doing, f"SQLite says: {error}") from error


def _failed(directory: Path, doing: str, why: str) -> EvidenceIndexError:
    return EvidenceIndexError(
        f"cannot {doing} the index at {directory}: {why}",
        f"Mend that and {doing} again; an index that stood before still stands.",
    )


def _disk_full(directory: Path, doing: str) -> EvidenceIndexError:
    return EvidenceIndexError(
        f"the disk is full: no room to {doing} the index at {directory}",
        f"Free some space and {doing} again; an index that stood before still stands.",
    )
