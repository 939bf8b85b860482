"""The record of an index: one SQLite file with documents, passages, vectors and words."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from verify.corpus import split_passages
from verify.records import Document, Passage

if TYPE_CHECKING:
    from verify.models.protocols import Vectors

SCHEMA = """
CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    url TEXT NOT NULL,
    published TEXT,
    digest BLOB NOT NULL            -- sha256 of the whole document
);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY,         -- also the row in the word index and the id of the vector
    document INTEGER NOT NULL REFERENCES documents (number),
    text TEXT NOT NULL,
    origin TEXT NOT NULL,
    wording BLOB NOT NULL           -- key of the vector: sha256 of the text that was embedded
);
CREATE INDEX passages_by_wording ON passages (wording);
CREATE TABLE vectors (
    wording BLOB PRIMARY KEY,
    vector BLOB NOT NULL            -- float32, little-endian
) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (
    title, text, content='', tokenize="porter unicode61 remove_diacritics 2"
);
"""

PASSAGE = """
SELECT p.id, d.id, p.text, d.title, d.publisher, d.url, d.published, p.origin
FROM passages p JOIN documents d ON d.number = p.document
WHERE p.id IN (SELECT value FROM json_each(?))
"""


def create(path: Path) -> sqlite3.Connection:
    """A new, empty store, in a transaction that the caller commits.

    There is no journal: a build that fails throws the whole file away, and the file is synced
    once, at the end.
    """
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {SCHEMA}")
    connection.execute("BEGIN")
    return connection


def open_read_only(path: Path) -> sqlite3.Connection:
    """An existing store. Never written to, so it needs no locks and leaves no files behind."""
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, check_same_thread=False)


def wording(title: str, text: str) -> str:
    """What is embedded for a passage: a passage is hard to place without its headline."""
    return text if not title or text.startswith(title) else f"{title}. {text}"


def add_document(connection: sqlite3.Connection, document: Document) -> None:
    """Write a document, its passages and their words; vectors come later."""
    number = connection.execute(
        "INSERT INTO documents (id, title, publisher, url, published, digest)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            document.id,
            document.title,
            document.publisher,
            document.url,
            document.published.isoformat() if document.published else None,
            _digest(document.model_dump_json()),
        ),
    ).lastrowid
    for draft in split_passages(document):
        key = _digest(wording(document.title, draft.text))
        row = connection.execute(
            "INSERT INTO passages (document, text, origin, wording) VALUES (?, ?, ?, ?)",
            (number, draft.text, draft.origin, key),
        ).lastrowid
        connection.execute(
            "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)",
            (row, document.title, draft.text),
        )


def commit(connection: sqlite3.Connection) -> None:
    """End the transaction that create() began."""
    connection.execute("INSERT INTO words (words) VALUES ('optimize')")
    connection.execute("COMMIT")


def counts(connection: sqlite3.Connection) -> tuple[int, int]:
    """Number of documents and of passages. Rows are numbered from 1 without gaps."""
    documents = connection.execute("SELECT coalesce(max(number), 0) FROM documents").fetchone()
    passages = connection.execute("SELECT coalesce(max(id), 0) FROM passages").fetchone()
    return documents[0], passages[0]


def corpus_digest(connection: sqlite3.Connection) -> str:
    """sha256 (hex) of all documents, whatever file and order they came in."""
    digest = hashlib.sha256()
    for (one,) in connection.execute("SELECT digest FROM documents ORDER BY id"):
        digest.update(one)
    return digest.hexdigest()


def unembedded(connection: sqlite3.Connection) -> list[int]:
    """One passage id for every wording that has no vector yet."""
    rows = connection.execute(
        "SELECT min(id) FROM passages WHERE wording NOT IN (SELECT wording FROM vectors)"
        " GROUP BY wording ORDER BY 1"
    )
    return [row[0] for row in rows]


def wordings(connection: sqlite3.Connection, ids: Sequence[int]) -> list[tuple[bytes, str]]:
    """(key, text to embed) of these passages."""
    rows = connection.execute(
        "SELECT p.wording, d.title, p.text"
        " FROM passages p JOIN documents d ON d.number = p.document"
        " WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.id",
        (json.dumps(list(ids)),),
    )
    return [(key, wording(title, text)) for key, title, text in rows]


def add_vectors(connection: sqlite3.Connection, keys: Iterable[bytes], vectors: Vectors) -> None:
    """Write one vector for each key; shape (len(keys), dimensions)."""
    rows = (row.tobytes() for row in vectors.astype("<f4"))
    connection.executemany("INSERT INTO vectors VALUES (?, ?)", zip(keys, rows, strict=True))


def copy_vectors(connection: sqlite3.Connection, older: sqlite3.Connection) -> None:
    """Take over from an older store the vectors of wordings that have not changed."""
    for (key,) in connection.execute("SELECT DISTINCT wording FROM passages").fetchall():
        row = older.execute("SELECT vector FROM vectors WHERE wording = ?", (key,)).fetchone()
        if row:
            connection.execute("INSERT INTO vectors VALUES (?, ?)", (key, row[0]))


def read_vectors(connection: sqlite3.Connection) -> Iterator[tuple[int, bytes]]:
    """(passage id, vector) of every passage, in the order of the ids."""
    return connection.execute(
        "SELECT p.id, v.vector FROM passages p JOIN vectors v ON v.wording = p.wording"
        " ORDER BY p.id"
    )


def find_words(connection: sqlite3.Connection, query: str, limit: int) -> list[int]:
    """Passage ids that an FTS5 query finds, best bm25 first."""
    rows = connection.execute(
        "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank, rowid LIMIT ?", (query, limit)
    )
    return [row[0] for row in rows]


def read_passages(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, Passage]:
    """The passages with these ids; an unknown id is not in the result."""
    rows = connection.execute(PASSAGE, (json.dumps(list(ids)),))
    return {row[0]: _passage(row) for row in rows}


def _passage(row: tuple[int, str, str, str, str, str, str | None, str]) -> Passage:
    id_, document, text, title, publisher, url, published, origin = row
    return Passage(
        id=id_,
        document=document,
        text=text,
        title=title,
        publisher=publisher,
        url=url,
        published=dt.date.fromisoformat(published) if published else None,
        origin=origin,
    )


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
