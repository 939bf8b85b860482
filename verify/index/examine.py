"""Whether an index is what it says it is, down to each vector. Changes nothing."""

from __future__ import annotations

import contextlib
import functools
import itertools
import math
import random
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from verify.errors import IndexDamaged, IndexMismatch
from verify.index import layout, store
from verify.index.embedding import BATCH, StageProgress, stacked, vectors_of
from verify.index.kinds import VectorKind
from verify.index.seals import PASSAGES, VECTORS, WORDS, check_files, read_manifest
from verify.index.vectors import VectorIndex
from verify.index.words import WordIndex
from verify.records import Manifest, Record

if TYPE_CHECKING:
    from verify.models.protocols import Embedder

SAMPLE = 32
"""Passages that are embedded again unless asked otherwise: some seconds at most."""

LOOKED_UP = 1000
"""Passages that are looked up by their words, evenly spread: some seconds at most."""

LEAST_COSINE = 0.999
"""Between a stored vector and the same model's on another processor or batch."""


class Outcome(StrEnum):
    """How a check ended."""

    SOUND = "sound"
    FAULT = "fault"
    NOT_CHECKED = "not checked"


class Check(Record):
    """Something that was looked at, and what was found."""

    what: str
    outcome: Outcome
    found: str


def examine(
    directory: Path,
    embedder: Embedder | None,
    *,
    sample: int | None = SAMPLE,
    seed: int = 0,
    progress: StageProgress | None = None,
) -> tuple[Check, ...]:
    """Check the index at `directory`: hashes, counts, every document, passage and vector, and by
    embedding them again `sample` passages (None: all; without an embedder: none).

    Raises IndexMissing, and IndexMismatch for another schema: then nothing can be checked.
    """
    report = progress or (lambda _stage, _done, _total: None)
    return tuple(_checks(directory, embedder, sample, random.Random(seed), report))  # noqa: S311


def check_record(version: Path, manifest: Manifest) -> Iterator[Check]:
    """What can be said of a version's SQLite file without a model."""
    with contextlib.closing(store.open_read_only(version / PASSAGES)) as connection:
        for what, check in RECORD.items():
            yield _check(what, lambda check=check: check(connection, manifest))  # type: ignore[misc]


def check_words(version: Path, manifest: Manifest) -> Check:
    """Whether tantivy has the words of SQLite's passages, under their ids, and no other."""
    with contextlib.closing(store.open_read_only(version / PASSAGES)) as connection:
        return _check("words", lambda: _words(connection, version))


def check_vectors(version: Path, manifest: Manifest) -> Check:
    """Whether FAISS has the vectors of SQLite, under the ids of the passages, and no other."""
    with contextlib.closing(store.open_read_only(version / PASSAGES)) as connection:
        return _check("vectors", lambda: _vectors(connection, version, manifest))


def _checks(
    directory: Path,
    embedder: Embedder | None,
    sample: int | None,
    chance: random.Random,
    report: StageProgress,
) -> Iterator[Check]:
    try:
        version = layout.current_version(directory)
        manifest = read_manifest(version)
    except IndexDamaged as error:
        yield Check(what="manifest", outcome=Outcome.FAULT, found=error.problem)
        return
    files = _check("files", lambda: _hashes(version, manifest))
    yield files
    # What is not the file that was built is not worth a closer look.
    if files.outcome is Outcome.SOUND:
        for number, check in enumerate(check_record(version, manifest), start=1):
            report("check", number, len(RECORD) + 2)
            yield check
        yield check_words(version, manifest)
        report("check", len(RECORD) + 1, len(RECORD) + 2)
        yield check_vectors(version, manifest)
        report("check", len(RECORD) + 2, len(RECORD) + 2)
        yield _sample(version, manifest, embedder, sample, chance, report)
    yield _previous(directory)


def _check(what: str, check: Callable[[], str]) -> Check:
    """A check tells what it counted, or raises what is wrong."""
    try:
        return Check(what=what, outcome=Outcome.SOUND, found=check())
    except IndexDamaged as error:
        return Check(what=what, outcome=Outcome.FAULT, found=error.problem)
    except sqlite3.DatabaseError as error:
        return Check(what=what, outcome=Outcome.FAULT, found=f"SQLite says: {error}")


def _hashes(version: Path, manifest: Manifest) -> str:
    check_files(version, manifest, fully=True)
    return "every hash"


def _structure(connection: sqlite3.Connection, _: Manifest) -> str:
    found = [row[0] for row in connection.execute("PRAGMA integrity_check(3)")]
    if found != ["ok"]:
        raise IndexDamaged("; ".join(found))
    return "SQLite's own check"


def _counts(connection: sqlite3.Connection, manifest: Manifest) -> str:
    _equal("documents", store.counts(connection)[0], manifest.documents)
    _equal("passages", store.counts(connection)[1], manifest.passages)
    return f"{manifest.documents:,} documents, {manifest.passages:,} passages"


def _documents(connection: sqlite3.Connection, manifest: Manifest) -> str:
    rows = connection.execute("SELECT id, record, digest FROM documents")
    _none(
        "documents that are not what their digest says",
        (id_ for id_, record, digest in rows if store.digest_of(record) != digest),
    )
    _equal("corpus digest", store.corpus_digest(connection), manifest.corpus_digest)
    return "every digest"


def _passages(connection: sqlite3.Connection, _: Manifest) -> str:
    rows = connection.execute(
        "SELECT p.id, p.wording, d.title, p.text, d.number"
        " FROM passages p LEFT JOIN documents d ON d.number = p.document"
    )
    _none(
        "passages without a document or with another wording",
        (
            id_
            for id_, key, title, text, number in rows
            if number is None or store.digest_of(store.wording(title, text)) != key
        ),
    )
    bare = "SELECT id FROM documents WHERE number NOT IN (SELECT document FROM passages)"
    _none("documents without a passage", (row[0] for row in connection.execute(bare)))
    return "every wording"


RECORD: dict[str, Callable[[sqlite3.Connection, Manifest], str]] = {
    "structure": _structure,
    "counts": _counts,
    "documents": _documents,
    "passages": _passages,
}


def _words(connection: sqlite3.Connection, version: Path) -> str:
    derived = WordIndex(version / WORDS, "")
    ids = store.passage_ids(connection)
    wrong = set(ids).symmetric_difference(derived.ids().tolist())
    _none("passages in one of words and SQLite only", sorted(wrong))
    _equal("passages in words", len(derived), len(ids))
    looked_up = ids[:: math.ceil(len(ids) / LOOKED_UP) or 1]
    texts = store.texts(connection, looked_up)
    _none("passages with other words", (id_ for id_, text in texts if not derived.has(id_, text)))
    return f"every id; {len(looked_up):,} passages looked up by every word"


def _vectors(connection: sqlite3.Connection, version: Path, manifest: Manifest) -> str:
    derived = VectorIndex(version / VECTORS, VectorKind.named(manifest.vectors), "")
    stored = functools.partial(vectors_of, connection)
    _none("vectors in FAISS that are not SQLite's", derived.differing(stored))
    # None is there twice and all are known, so as many as there should be are all of them.
    _equal("vectors", derived.shape, (manifest.passages, manifest.dimensions))
    unused = connection.execute(
        "SELECT count(*) FROM vectors WHERE wording NOT IN (SELECT wording FROM passages)"
    ).fetchone()[0]
    return "every id and value" + (f"; {unused:,} that no passage uses" if unused else "")


def _sample(
    version: Path,
    manifest: Manifest,
    embedder: Embedder | None,
    sample: int | None,
    chance: random.Random,
    report: StageProgress,
) -> Check:
    """Passages embedded again."""
    if embedder is None or sample == 0:
        found = "no passage was asked to be embedded again"
        return Check(what="embedding", outcome=Outcome.SOUND, found=found)
    if embedder.fingerprint != manifest.model_fingerprint:
        found = f"made with {manifest.model}, not with {embedder.name} of the settings"
        return Check(what="embedding", outcome=Outcome.NOT_CHECKED, found=found)

    def embed_again() -> str:
        with contextlib.closing(store.open_read_only(version / PASSAGES)) as connection:
            ids = store.passage_ids(connection)
            chosen = sorted(ids if sample is None else chance.sample(ids, min(sample, len(ids))))
            for start in range(0, len(chosen), BATCH):
                batch = chosen[start : start + BATCH]
                texts = [text for _, text in store.wordings(connection, batch)]
                _equal("passages with a document", len(texts), len(batch))
                cosines = (embedder.encode(texts) * stacked(connection, batch)).sum(axis=1)
                _none(
                    "passages that the model embeds otherwise",
                    (batch[row] for row in (cosines < LEAST_COSINE).nonzero()[0]),
                )
                report("embed", start + len(batch), len(chosen))
        return f"{len(chosen):,} passages embedded again"

    return _check("embedding", embed_again)


def _previous(directory: Path) -> Check:
    """The version to go back to."""
    pointer = layout.read_pointer(directory)
    if pointer is None or not pointer.previous:
        return Check(what="version before", outcome=Outcome.SOUND, found="there is none")
    before = directory / pointer.previous
    try:
        return _check("version before", lambda: _hashes(before, read_manifest(before)))
    except IndexMismatch as error:
        return Check(what="version before", outcome=Outcome.NOT_CHECKED, found=error.problem)


def _equal(what: str, found: object, promised: object) -> None:
    if found != promised:
        raise IndexDamaged(f"{what}: {found}, but the manifest promises {promised}")


def _none(what: str, found: Iterable[object]) -> None:
    wrong = list(itertools.islice(found, 4))
    if wrong:
        more = " ..." if len(wrong) > 3 else ""
        raise IndexDamaged(f"{what}: {', '.join(map(str, wrong[:3]))}{more}")
