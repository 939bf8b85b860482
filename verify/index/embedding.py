"""The vectors of the wordings in a store. No wording is embedded twice."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from verify.errors import IndexDamaged
from verify.index import store
from verify.index.journal import Journal

if TYPE_CHECKING:
    from verify.models.protocols import Embedder, Vectors

StageProgress = Callable[[str, int, int], None]
"""Called with (stage, done, total); the stages are check, read, embed, compact, write. Total 0: not
known."""

BATCH = 512
"""Passages embedded at a time: bounds the memory, and is far more than a model takes at once."""


def embed(
    connection: sqlite3.Connection, journal: Path, embedder: Embedder, report: StageProgress
) -> None:
    """Embed every wording that has no vector, but for those that the journal has already."""
    with Journal(journal, embedder) as written:
        add_vectors(connection, written.read(), wanted_only=True)
        todo = unembedded(connection)
        report("embed", 0, len(todo))
        for start in range(0, len(todo), BATCH):
            wordings = store.wordings(connection, todo[start : start + BATCH])
            keys, texts = zip(*wordings, strict=True)

            def within(done: int, _: int, start: int = start) -> None:
                report("embed", start + done, len(todo))

            rows = list(zip(keys, rows_of(embedder.encode(texts, within)), strict=True))
            written.add(rows)
            add_vectors(connection, rows)
            report("embed", start + len(texts), len(todo))


def unembedded(connection: sqlite3.Connection) -> list[int]:
    """One passage id for every wording that has no vector yet."""
    rows = connection.execute(
        "SELECT min(id) FROM passages WHERE wording NOT IN (SELECT wording FROM vectors)"
        " GROUP BY wording ORDER BY 1"
    )
    return [row[0] for row in rows]


def rows_of(vectors: Vectors) -> Iterator[bytes]:
    """Each vector as it is stored."""
    return (row.tobytes() for row in vectors.astype("<f4"))


def add_vectors(
    connection: sqlite3.Connection,
    rows: Iterable[tuple[bytes, bytes]],
    *,
    wanted_only: bool = False,
) -> None:
    """Write vectors by the keys of their wordings; with `wanted_only`, those a passage lacks."""
    where = (
        "SELECT ?1, ?2 WHERE ?1 IN (SELECT wording FROM passages)"
        " AND ?1 NOT IN (SELECT wording FROM vectors)"
        if wanted_only
        else "VALUES (?1, ?2)"
    )
    connection.executemany(f"INSERT INTO vectors {where}", rows)


def copy_vectors(connection: sqlite3.Connection, older: Path) -> None:
    """Take over from an older store the vectors of wordings that have not changed."""
    with contextlib.closing(store.open_read_only(older)) as before:
        rows = before.execute("SELECT wording, vector FROM vectors")
        add_vectors(connection, rows, wanted_only=True)


def drop_vectors(connection: sqlite3.Connection) -> None:
    """Forget all vectors: another model is to make them."""
    connection.execute("DELETE FROM vectors")


def drop_unused_vectors(connection: sqlite3.Connection) -> int:
    """Forget the vectors of wordings that no passage has any more, and return how many."""
    return connection.execute(
        "DELETE FROM vectors WHERE wording NOT IN (SELECT wording FROM passages)"
    ).rowcount


def embedded(connection: sqlite3.Connection) -> list[int]:
    """The ids of all passages that have a vector, in order."""
    rows = connection.execute(
        "SELECT id FROM passages WHERE wording IN (SELECT wording FROM vectors) ORDER BY id"
    )
    return [row[0] for row in rows]


def vectors_of(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, bytes]:
    """The vectors of these passages; one that has none is not in the result."""
    rows = connection.execute(
        "SELECT p.id, v.vector FROM passages p JOIN vectors v ON v.wording = p.wording"
        " WHERE p.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return dict(rows)


def stacked(connection: sqlite3.Connection, ids: Sequence[int], remedy: str = "") -> Vectors:
    """The vectors of these passages, a row each. Raises IndexDamaged where one has none."""
    import numpy as np  # noqa: PLC0415 - `import verify.index` must cost nothing

    found = vectors_of(connection, ids)
    if missing := [id_ for id_ in ids if id_ not in found]:
        raise IndexDamaged(f"passage {missing[0]} has no vector", remedy)
    if len(lengths := {len(vector) for vector in found.values()}) > 1:
        raise IndexDamaged(f"vectors take {' and '.join(map(str, sorted(lengths)))} bytes", remedy)
    return np.frombuffer(b"".join(found[id_] for id_ in ids), "<f4").reshape(len(ids), -1)
