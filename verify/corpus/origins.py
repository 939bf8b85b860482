"""Which texts are copies of one another, and so count as one source."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sqlite3
from collections import Counter
from typing import NamedTuple

from verify.corpus.signatures import Words, marks

COMMON = 64
"""A mark that so many origins have is a template's, and is noted for no more."""
SPEAKING = 40
"""Runs of words from which on a text says itself what it is about, whatever its title."""
CANDIDATES = 16
"""Origins that are compared with a text, those that share most marks with it first."""


class Level(NamedTuple):
    """What makes two texts copies; each bound is met, or they are none."""

    name: str
    resemblance: float = 0.0
    containment: float = 0.0
    figures: float = 1.0
    names: float = 0.0
    days: int | None = None
    """Days between two texts with a date; None: any."""

    def copies(self, one: Words, other: Words) -> bool:
        """Whether two texts are copies."""
        sizes = len(one.shingles), len(other.shingles)
        shared = len(one.shingles & other.shingles)
        return (
            shared >= self.containment * min(sizes)
            and shared >= self.resemblance * (sum(sizes) - shared)
            and _figures(one, other) >= self.figures
            and min(_foreign_names(one, other), _foreign_names(other, one)) <= self.names
            and one.subjects <= other.all
            and other.subjects <= one.all
            and _titled_alike(one, other)
        )


def _figures(one: Words, other: Words) -> float:
    """Figures in common, of those of the text that has fewer."""
    fewest = min(one.figures.total(), other.figures.total())
    return (one.figures & other.figures).total() / fewest if fewest else 1.0


def _foreign_names(of: Words, beside: Words) -> float:
    """The share of a text's names that another lacks."""
    return sum(name not in beside.all for name in of.names) / max(1, len(of.names))


def _titled_alike(one: Words, other: Words) -> bool:
    """Whether titles agree on what two short texts are about that do not say so themselves."""
    speak = one.subjects and other.subjects
    if speak or max(len(one.shingles), len(other.shingles)) >= SPEAKING:
        return True
    return 2 * len(one.title & other.title) >= min(len(one.title), len(other.title))


PASSAGES = Level("passage", resemblance=0.5, figures=1.0, names=0.08)
"""The same statements, so no figure and no name may be another: what a verdict counts once."""

STORIES = Level("story", containment=0.6, figures=0.7, names=0.08, days=3)
"""One report, its corrections and longer and shorter versions of the same days."""


class Origins:
    """The origins there are, in two tables of a database, and to which of them a text belongs.

    A text is compared with the first member of an origin and with no other, so no chain of small
    changes leads from one story to another. It joins the oldest origin that it is a copy of, or
    begins one, whose id (16 hex digits) is made of its words; an id never changes, and no two
    origins are ever joined. Texts that are all copies of each other fall together in any order.
    """

    def __init__(self, connection: sqlite3.Connection, level: Level) -> None:
        self._connection = connection
        self._level = level
        self._origins = f"{level.name}_origins"
        self._marks = f"{level.name}_marks"

    def create(self) -> None:
        """Make the tables, empty."""
        self._connection.execute(
            f"CREATE TABLE {self._origins} (number INTEGER PRIMARY KEY AUTOINCREMENT,"
            " id TEXT NOT NULL UNIQUE, day INTEGER, signature BLOB NOT NULL)"
        )
        self._connection.execute(
            f"CREATE TABLE {self._marks} (mark INTEGER, origin INTEGER, PRIMARY KEY (mark, origin))"
            " WITHOUT ROWID"
        )

    def add(self, signature: bytes, date: dt.date | None = None) -> str:
        """The id of the origin that a text belongs to."""
        day = date.toordinal() if date else None
        identity = _identity(signature, day if self._level.days is not None else None)
        if self._number(identity):
            return identity
        having = self._having(marks(signature))
        shared = Counter(origin for origins in having.values() for origin in origins)
        near = sorted(shared, key=lambda origin: (-shared[origin], origin))[:CANDIDATES]
        words = Words(signature)
        for number in sorted(near):
            found = self._copied(number, words, day)
            if found is not None:
                return found
        begun = self._connection.execute(
            f"INSERT INTO {self._origins} (id, day, signature) VALUES (?, ?, ?)",  # noqa: S608
            (identity, day, signature),
        ).lastrowid
        self._connection.executemany(
            f"INSERT INTO {self._marks} VALUES (?, ?)",  # noqa: S608
            [(mark, begun) for mark, origins in having.items() if len(origins) < COMMON],
        )
        return identity

    def drop(self, identity: str) -> None:
        """Forget an origin that no text belongs to any more; nothing happens if there is none."""
        number = self._number(identity)
        row = self._connection.execute(
            f"DELETE FROM {self._origins} WHERE number = ? RETURNING signature",  # noqa: S608
            (number,),
        ).fetchone()
        if row:
            self._connection.executemany(
                f"DELETE FROM {self._marks} WHERE mark = ? AND origin = ?",  # noqa: S608
                [(mark, number) for mark in marks(row[0])],
            )

    def _number(self, identity: str) -> int | None:
        row = self._connection.execute(
            f"SELECT number FROM {self._origins} WHERE id = ?",  # noqa: S608
            (identity,),
        ).fetchone()
        return row[0] if row else None

    def _having(self, wanted: list[int]) -> dict[int, list[int]]:
        """For each mark, the origins that have it."""
        having: dict[int, list[int]] = {mark: [] for mark in wanted}
        rows = self._connection.execute(
            f"SELECT mark, origin FROM {self._marks}"  # noqa: S608
            " WHERE mark IN (SELECT value FROM json_each(?))",
            (json.dumps(wanted),),
        )
        for mark, origin in rows:
            having[mark].append(origin)
        return having

    def _copied(self, number: int, words: Words, day: int | None) -> str | None:
        """The id of an origin, if a text is a copy of its first member."""
        identity, first_day, first = self._connection.execute(
            f"SELECT id, day, signature FROM {self._origins} WHERE number = ?",  # noqa: S608
            (number,),
        ).fetchone()
        days = self._level.days
        far = days is not None and None not in (day, first_day) and abs(day - first_day) > days
        return identity if not far and self._level.copies(Words(first), words) else None


def _identity(signature: bytes, day: int | None) -> str:
    return hashlib.sha256(signature + str(day).encode()).hexdigest()[:16]
