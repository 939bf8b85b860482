"""Benchmark files: JSON lines, gzipped or not, whose every fault is told with file and line."""

from __future__ import annotations

import gzip
import json
import random
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from verify.errors import SettingsError, VerifyError
from verify.evaluation.figures import SEED

SUFFIXES = (".jsonl", ".jsonl.gz")
MEND = "Mend or remove that line; a row is one JSON object."

T = TypeVar("T")


class BenchmarkError(VerifyError):
    """A benchmark file cannot be read."""


def stem(path: Path) -> str:
    """A file's name without .jsonl or .jsonl.gz."""
    return path.name.removesuffix(".gz").removesuffix(".jsonl")


def find(data: Path, room: str) -> dict[str, Path]:
    """The files of the folder `data`, or of `room` in it where there is one, by stem and sorted.

    Raises SettingsError where `data` is no folder.
    """
    if not data.is_dir():
        raise SettingsError(
            f"There is no folder {data}.", "Name a folder of benchmark files with --data."
        )
    folder = data / room if (data / room).is_dir() else data
    files = sorted(path for path in folder.iterdir() if path.name.endswith(SUFFIXES))
    return {stem(path): path for path in files}


def read_objects(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """("file:line", object) for every line that is not blank. BenchmarkError."""
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rb") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield f"{path}:{number}", _object(line, f"{path}:{number}")
    except (OSError, EOFError, zlib.error) as error:
        raise BenchmarkError(
            f"{path} cannot be read: {error}", "Check that it is whole, and gzipped if named .gz."
        ) from error


def text(fields: dict[str, Any], key: str, place: str, default: str | None = None) -> str:
    """The text at a key, "" or else, as it stands. BenchmarkError where it is none."""
    value = fields.get(key, default)
    if not isinstance(value, str):
        raise BenchmarkError(f'{place}: "{key}" must be text, not {json.dumps(value)[:80]}', MEND)
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise BenchmarkError(
            f'{place}: "{key}" holds half of a surrogate pair, which is no character', MEND
        ) from error
    return value


def sample(items: Sequence[T], limit: int | None) -> tuple[T, ...]:
    """At most `limit` of the items, drawn by seed, in their order; all of them for None."""
    if limit is None or limit >= len(items):
        return tuple(items)
    # A seed for drawing rows, not for secrets.
    places = random.Random(SEED).sample(range(len(items)), limit)  # noqa: S311
    return tuple(items[place] for place in sorted(places))


def _object(line: bytes, place: str) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BenchmarkError(f"{place}: is not JSON: {error}", MEND) from error
    if not isinstance(fields, dict):
        raise BenchmarkError(f"{place}: is no JSON object", MEND)
    return fields
