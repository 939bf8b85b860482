"""The ledger: one SQLite file with every report that was given since it was asked for.

A report is kept whole, with its draft, in one transaction; several processes may write.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import ValidationError

from verify.errors import LedgerError
from verify.records import Draft, Kept, Record, Report

SCHEMA_VERSION = 1
_SCHEMA = f"""
CREATE TABLE reports (
    id INTEGER PRIMARY KEY,
    draft TEXT NOT NULL,            -- what tells one draft from another
    source TEXT NOT NULL,
    as_of TEXT NOT NULL,
    checked TEXT NOT NULL,          -- UTC
    version TEXT NOT NULL,          -- of Verify
    stance TEXT NOT NULL,           -- name of the stance model
    claims INTEGER NOT NULL,
    report BLOB NOT NULL            -- JSON, deflated
);
CREATE INDEX reports_by_draft ON reports (draft, id);
PRAGMA user_version = {SCHEMA_VERSION};
"""
_PATIENCE = 30.0
"""Seconds to wait for another writer."""


class Entry(Record):
    """A kept report without its content."""

    id: int
    source: str
    as_of: dt.date
    checked: dt.datetime
    claims: int


class Ledger:
    """The reports kept at `path`, which is made where it is missing. Use as a context manager.

    Every method raises LedgerError where the file cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._told():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=_PATIENCE)
            with contextlib.ExitStack() as opened:
                opened.callback(self._connection.close)
                self._prepare()
                opened.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()

    def keep(self, report: Report, *, version: str, stance: str) -> None:
        """Add a report; when this returns it is on the disk."""
        now = dt.datetime.now(dt.UTC).replace(microsecond=0)
        content = zlib.compress(report.model_dump_json().encode())
        draft = report.draft
        row = (_key(draft), draft.source, draft.as_of.isoformat(), now.isoformat(), version, stance)
        with self._told(), self._connection:
            self._connection.execute(
                "INSERT INTO reports"
                " (draft, source, as_of, checked, version, stance, claims, report)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (*row, len(report.verdicts), content),
            )

    def entries(self) -> tuple[Entry, ...]:
        """All that is kept, oldest first."""
        with self._told():
            rows = self._connection.execute(
                "SELECT id, source, as_of, checked, claims FROM reports ORDER BY id"
            ).fetchall()
        names = ("id", "source", "as_of", "checked", "claims")
        return tuple(Entry.model_validate(dict(zip(names, row, strict=True))) for row in rows)

    def latest(self) -> Iterator[Kept]:
        """The newest report on each draft, the oldest of them first, one at a time."""
        with self._told():
            newest = self._connection.execute(
                "SELECT max(id) FROM reports GROUP BY draft ORDER BY 1"
            ).fetchall()
        for (number,) in newest:
            with self._told():
                row = self._connection.execute(
                    "SELECT checked, version, stance, report FROM reports WHERE id = ?", (number,)
                ).fetchone()
            if row:  # it may have been forgotten meanwhile
                yield self._kept(*row)

    def forget(self, *, before: dt.date | None = None, source: str | None = None) -> int:
        """Remove the reports given before a day (UTC) and those on a source; how many there were.

        With both, those that are both; with neither, all.
        """
        with self._told(), self._connection:
            return self._connection.execute(
                "DELETE FROM reports"
                " WHERE checked < coalesce(?, '~') AND source = coalesce(?, source)",
                (before.isoformat() if before else None, source),
            ).rowcount

    def _prepare(self) -> None:
        """Make the tables of a new file; refuse one that is not ours or is newer than we are."""
        with self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            (version,) = self._connection.execute("PRAGMA user_version").fetchone()
            tables = self._connection.execute("SELECT name FROM sqlite_master").fetchall()
            if not version and not tables:
                for statement in _SCHEMA.split(";"):
                    self._connection.execute(statement)
                return
        if not version:
            raise LedgerError(
                f"{self._path} is a database, but no ledger of Verify.", "Name another file."
            )
        if version > SCHEMA_VERSION:
            raise LedgerError(
                f"{self._path} was written by a newer Verify (schema {version}, here"
                f" {SCHEMA_VERSION}).",
                "Use that version, or name another file.",
            )

    def _kept(self, checked: str, version: str, stance: str, content: bytes) -> Kept:
        try:
            report = Report.model_validate_json(zlib.decompress(content))
        except (ValidationError, zlib.error) as error:
            raise LedgerError(
                f"{self._path} holds a report of {checked} that cannot be read.",
                "Forget what is older with `verify ledger forget --before`, or move the file away.",
            ) from error
        when = dt.datetime.fromisoformat(checked)
        return Kept(checked=when, version=version, stance=stance, report=report)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Failures of the file, in words."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise LedgerError(
                f"The ledger {self._path} cannot be used: {error}.",
                "Check the path, its permissions and the room on the disk.",
            ) from error


def _key(draft: Draft) -> str:
    """What tells one draft from another: its path or address; of standard input, its text."""
    if draft.source == "-" or draft.source.startswith("<"):
        return hashlib.sha256(draft.text.encode()).hexdigest()
    return draft.source if "://" in draft.source else str(Path(draft.source).absolute())
