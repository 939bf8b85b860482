"""The record of an index: one SQLite file with documents, passages and vectors."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from verify.corpus import PASSAGES, STORIES, Origins, Window, signature, split_passages
from verify.records import Document, Passage

SCHEMA = """
CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    url TEXT NOT NULL,
    published TEXT,
    story TEXT NOT NULL,            -- shared by versions of one report
    source TEXT NOT NULL,           -- the file or folder it was last read from
    record TEXT NOT NULL,           -- the whole document, a line of JSONL
    digest BLOB NOT NULL            -- sha256 of the record
);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- also the vector's id, and that of its words
    document INTEGER NOT NULL REFERENCES documents (number),
    text TEXT NOT NULL,
    origin TEXT NOT NULL,           -- shared by near copies
    wording BLOB NOT NULL           -- key of the vector: sha256 of the text that was embedded
);
CREATE INDEX passages_by_wording ON passages (wording);
CREATE INDEX passages_by_document ON passages (document);
CREATE INDEX passages_by_origin ON passages (origin);
CREATE INDEX documents_by_story ON documents (story);
CREATE TABLE vectors (
    wording BLOB PRIMARY KEY,
    vector BLOB NOT NULL            -- float32, little-endian
);
"""
"""Passage ids only grow (AUTOINCREMENT): one that is gone never comes to mean another passage."""

PAGE = 8192
"""Bytes of a page: five vectors of 384 dimensions fill one, where SQLite's usual 4096 would waste a
quarter of the file."""

PASSAGE = """
SELECT p.id, d.id, p.text, d.title, d.publisher, d.url, d.published, p.origin, d.story
FROM passages p JOIN documents d ON d.number = p.document
WHERE p.id IN (SELECT value FROM json_each(?))
"""


def create(path: Path) -> sqlite3.Connection:
    """A new, empty store, in a transaction that the caller commits."""
    connection = _open_unjournalled(path)
    connection.executescript(f"PRAGMA page_size = {PAGE}; {SCHEMA}")
    for level in (PASSAGES, STORIES):
        Origins(connection, level).create()
    connection.execute("BEGIN")
    return connection


def open_copy(path: Path) -> sqlite3.Connection:
    """A copy of a store that nobody else knows of, in a transaction that the caller commits."""
    connection = _open_unjournalled(path)
    connection.execute("BEGIN")
    return connection


def _open_unjournalled(path: Path) -> sqlite3.Connection:
    """There is no journal: work that fails throws the whole file away, and the file is synced
    once, at the end.
    """
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
    return connection


def open_read_only(path: Path) -> sqlite3.Connection:
    """An existing store. Never written to, so it needs no locks and leaves no files behind."""
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, check_same_thread=False)


def write_compacted(connection: sqlite3.Connection, path: Path) -> None:
    """Commit, and write the store to another file without its free pages.

    VACUUM in place would need as much room again wherever the system keeps temporary files.
    """
    connection.execute("COMMIT")
    connection.execute("VACUUM INTO ?", (str(path),))


def digest_of(text: str) -> bytes:
    """sha256 of a text, as documents and wordings are known by."""
    return hashlib.sha256(text.encode()).digest()


# --- documents --------------------------------------------------------------------------------


def add_document(
    connection: sqlite3.Connection, document: Document, source: str, window: Window
) -> None:
    """Write a document and its passages; vectors and words come later."""
    record = document.model_dump_json()
    stories, origins = Origins(connection, STORIES), Origins(connection, PASSAGES)
    number = connection.execute(
        "INSERT INTO documents"
        " (id, title, publisher, url, published, story, source, record, digest)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            document.id,
            document.title,
            document.publisher,
            document.url,
            document.published.isoformat() if document.published else None,
            stories.add(signature(document.text, document.title), document.published),
            source,
            record,
            digest_of(record),
        ),
    ).lastrowid
    for draft in split_passages(document, *window):
        key = digest_of(wording(document.title, draft.text))
        origin = origins.add(signature(draft.text, document.title))
        connection.execute(
            "INSERT INTO passages (document, text, origin, wording) VALUES (?, ?, ?, ?)",
            (number, draft.text, origin, key),
        )


def remove_document(connection: sqlite3.Connection, id_: str) -> None:
    """Take out a document and its passages; vectors stay until they are dropped."""
    number, story = connection.execute(
        "SELECT number, story FROM documents WHERE id = ?", (id_,)
    ).fetchone()
    origins = connection.execute(
        "SELECT DISTINCT origin FROM passages WHERE document = ?", (number,)
    ).fetchall()
    connection.execute("DELETE FROM passages WHERE document = ?", (number,))
    connection.execute("DELETE FROM documents WHERE number = ?", (number,))
    for (origin,) in origins:
        if not _any(connection, "SELECT 1 FROM passages WHERE origin = ?", origin):
            Origins(connection, PASSAGES).drop(origin)
    if not _any(connection, "SELECT 1 FROM documents WHERE story = ?", story):
        Origins(connection, STORIES).drop(story)


def _any(connection: sqlite3.Connection, query: str, value: str) -> bool:
    return connection.execute(f"{query} LIMIT 1", (value,)).fetchone() is not None


def move_document(connection: sqlite3.Connection, id_: str, source: str) -> None:
    """Note that a document, unchanged, comes from another source now."""
    connection.execute("UPDATE documents SET source = ? WHERE id = ?", (source, id_))


def read_documents(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """(source, record) of every document, by id."""
    return connection.execute("SELECT source, record FROM documents ORDER BY id")


def read_document(connection: sqlite3.Connection, id_: str) -> Document | None:
    """A document as its source gave it, None where there is none of that id."""
    row = connection.execute("SELECT record FROM documents WHERE id = ?", (id_,)).fetchone()
    return Document.model_validate_json(row[0]) if row else None


def held_documents(connection: sqlite3.Connection) -> dict[str, tuple[bytes, str]]:
    """Digest and source of every document, by its id."""
    rows = connection.execute("SELECT id, digest, source FROM documents ORDER BY id")
    return {id_: (digest, source) for id_, digest, source in rows}


def corpus_digest(connection: sqlite3.Connection) -> str:
    """sha256 (hex) of all documents, whatever file and order they came in."""
    digest = hashlib.sha256()
    for (one,) in connection.execute("SELECT digest FROM documents ORDER BY id"):
        digest.update(one)
    return digest.hexdigest()


def counts(connection: sqlite3.Connection) -> tuple[int, int]:
    """Number of documents and of passages."""
    documents = connection.execute("SELECT count(*) FROM documents").fetchone()
    passages = connection.execute("SELECT count(*) FROM passages").fetchone()
    return documents[0], passages[0]


# --- passages ---------------------------------------------------------------------------------


def passage_ids(connection: sqlite3.Connection) -> list[int]:
    """The ids of all passages, in order."""
    return [row[0] for row in connection.execute("SELECT id FROM passages ORDER BY id")]


def wording(title: str, text: str) -> str:
    """What is embedded for a passage: a passage is hard to place without its headline."""
    return text if not title or text.startswith(title) else f"{title}. {text}"


def wordings(connection: sqlite3.Connection, ids: Sequence[int]) -> list[tuple[bytes, str]]:
    """(key, text to embed) of these passages."""
    rows = connection.execute(
        "SELECT p.wording, d.title, p.text"
        " FROM passages p JOIN documents d ON d.number = p.document"
        " WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.id",
        (json.dumps(list(ids)),),
    )
    return [(key, wording(title, text)) for key, title, text in rows]


def texts(connection: sqlite3.Connection, ids: Sequence[int]) -> Iterator[tuple[int, str]]:
    """What words are looked for in: title and text of these passages, with their ids, in order."""
    return connection.execute(
        "SELECT p.id, d.title || char(10) || p.text"
        " FROM passages p JOIN documents d ON d.number = p.document"
        " WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.id",
        (json.dumps(list(ids)),),
    )


def read_passages(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, Passage]:
    """The passages with these ids; an unknown id is not in the result."""
    rows = connection.execute(PASSAGE, (json.dumps(list(ids)),))
    return {row[0]: _passage(row) for row in rows}


def _passage(row: tuple[int, str, str, str, str, str, str | None, str, str]) -> Passage:
    id_, document, text, title, publisher, url, published, origin, story = row
    return Passage(
        id=id_,
        document=document,
        text=text,
        title=title,
        publisher=publisher,
        url=url,
        published=dt.date.fromisoformat(published) if published else None,
        origin=origin,
        story=story,
    )
