"""Whether the files of a version are the ones that were built."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from verify.errors import IndexDamaged, IndexMismatch
from verify.index.remedies import rebuild
from verify.records import Manifest

SCHEMA_VERSION = 1
MANIFEST = "manifest.json"
PASSAGES = "passages.sqlite"
VECTORS = "vectors.faiss"
FILES = (PASSAGES, VECTORS)

FULLY_READ = 64 * 2**20
"""Bytes up to which a file's sha256 is taken on every opening: under 0.1 s. Of larger files only
size and header are compared; `check_files(..., fully=True)` reads them to the end."""


def read_manifest(version: Path) -> Manifest:
    """The manifest of a version. Raises IndexDamaged, or IndexMismatch for another schema."""
    path = version / MANIFEST
    remedy = rebuild(version.parent)
    try:
        fields = json.loads(path.read_bytes())
        schema = fields["schema_version"]
    except OSError as error:
        raise IndexDamaged(f"{path} cannot be read: {error.strerror}", remedy) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise IndexDamaged(f"{path} is not the manifest of an index", remedy) from error
    # Before anything else is read: another schema has other fields.
    if schema != SCHEMA_VERSION:
        sources = fields.get("sources")
        raise IndexMismatch(
            f"the index at {version.parent} has schema {schema!r}; this program needs schema"
            f" {SCHEMA_VERSION}",
            rebuild(version.parent, sources if _is_texts(sources) else ()),
        )
    try:
        return Manifest.model_validate(fields)
    except ValidationError as error:
        raise IndexDamaged(f"{path} is not the manifest of an index: {error}", remedy) from error


def sha256(path: Path) -> str:
    """Hex digest of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def check_files(
    version: Path, manifest: Manifest, names: Sequence[str] = FILES, *, fully: bool = False
) -> None:
    """Compare files with the manifest, before anything parses them. Raises IndexDamaged."""
    for name in names:
        path = version / name
        try:
            size = path.stat().st_size
            if fully or size <= FULLY_READ:
                whole = sha256(path) == manifest.files.get(name)
            else:
                whole = _looks_whole(path, size, manifest)
        except OSError as error:
            problem = f"{path} cannot be read: {error.strerror}"
            raise IndexDamaged(problem, rebuild(version.parent, manifest.sources)) from error
        if not whole:
            raise IndexDamaged(
                f"{path} is damaged: it is not the file that was built",
                rebuild(version.parent, manifest.sources),
            )


def _looks_whole(path: Path, size: int, manifest: Manifest) -> bool:
    """Whether a large file has the header and the size it should."""
    with path.open("rb") as file:
        head = file.read(100)
    if path.name == PASSAGES:
        page = int.from_bytes(head[16:18], "big")
        pages = int.from_bytes(head[28:32], "big")
        return head.startswith(b"SQLite format 3\0") and size == pages * (
            65536 if page == 1 else page
        )
    # Every passage has its vector of float32 and an id of 8 bytes; headers are short.
    body = manifest.passages * (manifest.dimensions * 4 + 8)
    return head.startswith(b"IxM2") and body < size < body + 4096


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
