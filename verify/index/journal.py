"""Vectors as they are made, so that a build that is killed after hours need not start anew."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from io import BufferedRandom
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from verify.models.protocols import Embedder

KEY, CHECK = 32, 8
"""Bytes of a wording's key, and of the checksum behind each row."""


class Journal:
    """A file that only grows: a line that names the model, then key, vector and checksum a row.

    A row that was cut short, and whatever follows it, does not count. Whoever publishes what the
    vectors were made for removes the file.
    """

    def __init__(self, path: Path, embedder: Embedder) -> None:
        """Nothing is written before there is something to keep."""
        model = {"model": embedder.fingerprint, "dimensions": embedder.dimensions}
        self._path = path
        self._head = json.dumps(model).encode() + b"\n"
        self._body = KEY + embedder.dimensions * 4
        self._file: BufferedRandom | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file:
            self._file.close()

    def read(self) -> Iterator[tuple[bytes, bytes]]:
        """(key, vector) of every whole row, if the same model made them."""
        if not self._path.exists():
            return
        with self._path.open("rb") as file:
            if file.readline(len(self._head)) != self._head:
                return
            while row := self._row(file.read(self._body + CHECK)):
                yield row[:KEY], row[KEY:]

    def add(self, rows: Iterable[tuple[bytes, bytes]]) -> None:
        """Write (key, vector) behind the whole rows."""
        if not self._file:
            self._file = self._open()
        for key, vector in rows:
            self._file.write(key + vector + _check(key + vector))
        self._file.flush()

    def _open(self) -> BufferedRandom:
        whole = sum(1 for _ in self.read())
        if not whole:
            self._path.write_bytes(self._head)
        file = self._path.open("r+b")
        file.seek(len(self._head) + whole * (self._body + CHECK))
        file.truncate()
        return file

    def _row(self, raw: bytes) -> bytes | None:
        row = raw[: self._body]
        return row if len(raw) == self._body + CHECK and raw[self._body :] == _check(row) else None


def _check(row: bytes) -> bytes:
    return hashlib.blake2b(row, digest_size=CHECK).digest()
