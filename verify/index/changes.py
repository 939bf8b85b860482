"""How documents differ from those that an index holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from verify.index import store
from verify.records import Document, Record


class ChangeKind(StrEnum):
    """What became of a document."""

    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


class Change(Record):
    """A document that was added, changed or withdrawn; `fields` are those that changed."""

    kind: ChangeKind
    id: str
    title: str
    fields: tuple[str, ...] = ()


class Step(NamedTuple):
    """A document that was looked at: how it differs (None: not at all), where it was held to be
    from, and what is given now (None: it is no more)."""

    id: str
    change: Change | None
    held_source: str
    source: str
    document: Document | None


def compare(
    connection: sqlite3.Connection,
    given: Iterable[tuple[Path, Document]],
    complete: Collection[str],
) -> Iterator[Step]:
    """Every document given, set against the one that is held; then those that are no more.

    These are the documents from the sources in `complete` that were not given.
    """
    held = store.held_documents(connection)
    seen = set()
    for path, document in given:
        seen.add(document.id)
        digest, source = held.get(document.id, (b"", ""))
        change = None
        if digest != store.digest_of(document.model_dump_json()):
            change = _change(document, store.read_document(connection, document.id))
        yield Step(document.id, change, source, str(path), document)
    for id_, (_, source) in held.items():
        if source in complete and id_ not in seen:
            yield withdrawn(connection, id_, source)


def withdrawn(connection: sqlite3.Connection, id_: str, source: str) -> Step:
    """The step that takes a document out."""
    return Step(id_, _withdrawal(connection, id_), source, source, None)


def _withdrawal(connection: sqlite3.Connection, id_: str) -> Change:
    before = store.read_document(connection, id_)
    return Change(kind=ChangeKind.WITHDRAWN, id=id_, title=before.title if before else "")


def compare_stores(older: sqlite3.Connection, newer: sqlite3.Connection) -> tuple[Change, ...]:
    """How the newer of two stores differs from the older, by document id."""
    before, after = store.held_documents(older), store.held_documents(newer)
    changes = []
    for id_ in sorted(before.keys() | after.keys()):
        if id_ in before and id_ in after and before[id_][0] == after[id_][0]:
            continue
        document = store.read_document(newer, id_)
        changes.append(
            _change(document, store.read_document(older, id_))
            if document
            else _withdrawal(older, id_)
        )
    return tuple(changes)


def _change(document: Document, before: Document | None) -> Change:
    if before is None:
        return Change(kind=ChangeKind.ADDED, id=document.id, title=document.title)
    fields = tuple(
        name for name in Document.model_fields if getattr(document, name) != getattr(before, name)
    )
    return Change(kind=ChangeKind.CHANGED, id=document.id, title=document.title, fields=fields)
