"""Whether the files of a version are the ones that were built."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from verify.errors import IndexDamaged, IndexMismatch
from verify.index import layout
from verify.index.kinds import VectorKind
from verify.index.layout import MANIFEST
from verify.index.remedies import mend, rebuild, unreadable, update
from verify.records import Manifest

SCHEMA_VERSION = 5
"""Raised when files change, or the way in which documents are split into passages."""
OLDEST = 2
"""The first schema whose stores hold whole documents, so that an update can build them again."""
PASSAGES = "passages.sqlite"
VECTORS = "vectors.faiss"
WORDS = "words"
"""A folder, sealed as a whole."""
FILES = (PASSAGES, VECTORS, WORDS)

FULLY_READ = 64 * 2**20
"""Bytes up to which a file's sha256 is taken on every opening: under 0.1 s. Of larger files only
size and header are compared; `check_files(..., fully=True)` reads them to the end."""


def read_manifest(version: Path, *, oldest: int | None = None) -> Manifest:
    """The manifest of a version. Raises IndexDamaged, or IndexMismatch for another schema than
    this program's; with `oldest`, schemas from that one on will do.
    """
    path = version / MANIFEST
    remedy = mend(version.parent)
    try:
        fields = json.loads(path.read_bytes())
        schema = fields["schema_version"]
    except OSError as error:
        raise unreadable(path, error, version.parent) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise IndexDamaged(f"{path} is not the manifest of an index", remedy) from error
    # Before anything else is read: another schema has other fields.
    if schema != SCHEMA_VERSION:
        if oldest is None or not _between(oldest, schema, SCHEMA_VERSION):
            raise _mismatch(version.parent, schema, fields.get("sources"))
        fields = {key: fields[key] for key in fields.keys() & Manifest.model_fields.keys()}
    try:
        return Manifest.model_validate(fields)
    except ValidationError as error:
        raise IndexDamaged(f"{path} is not the manifest of an index: {error}", remedy) from error


def _between(oldest: int, schema: object, newest: int) -> bool:
    return isinstance(schema, int) and oldest <= schema <= newest


def _mismatch(directory: Path, schema: object, sources: object) -> IndexMismatch:
    """What another schema means, and what to do about it."""
    problem = (
        f"the index at {directory} has schema {schema!r}; this program needs schema"
        f" {SCHEMA_VERSION}"
    )
    again = rebuild(directory, _texts(sources))
    if isinstance(schema, int) and schema > SCHEMA_VERSION:
        return IndexMismatch(
            f"{problem}: a newer version of Verify made it",
            f"Upgrade Verify, or use another index. To go without it: {again}",
        )
    if _between(OLDEST, schema, SCHEMA_VERSION):
        return IndexMismatch(problem, f"Bring it up to date: {update(directory)}")
    return IndexMismatch(
        f"{problem} and cannot take it over, as it does not hold whole documents", again
    )


def sha256(path: Path) -> str:
    """Hex digest of a file, or of a folder: of the names and digests of what is in it."""
    if path.is_dir():
        inside = "".join(f"{each.name} {sha256(each)}\n" for each in sorted(path.iterdir()))
        return hashlib.sha256(inside.encode()).hexdigest()
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def size_of(path: Path) -> int:
    """Bytes of a file, or of all that is in a folder."""
    return sum(map(size_of, path.iterdir())) if path.is_dir() else path.stat().st_size


def check_files(
    version: Path, manifest: Manifest, names: Sequence[str] = (), *, fully: bool = False
) -> None:
    """Compare files with the manifest, before anything parses them: all, but of an older schema the
    record alone, which is all that is read of it. Raises IndexDamaged.
    """
    for name in names or (FILES if manifest.schema_version == SCHEMA_VERSION else (PASSAGES,)):
        path = version / name
        try:
            size = size_of(path)
            if fully or size <= FULLY_READ:
                whole = sha256(path) == manifest.files.get(name)
            else:
                whole = _looks_whole(path, size, manifest)
        except OSError as error:
            raise unreadable(path, error, version.parent, manifest.sources) from error
        if not whole:
            raise IndexDamaged(
                f"{path} is damaged: it is not the file that was built",
                mend(version.parent, manifest.sources),
            )


def last_good(directory: Path) -> tuple[Path | None, str]:
    """The newest version that is whole, of the two that are kept; and the name of the one to go
    back to: that, or a newer one of another schema, which is somebody else's to judge.
    """
    other = ""
    with contextlib.suppress(IndexDamaged):
        for name in filter(None, layout.read_pointer(directory) or ()):
            try:
                check_files(directory / name, read_manifest(directory / name), fully=True)
                return directory / name, other or name
            except IndexMismatch:
                other = other or name
            except IndexDamaged:
                continue
    return None, other


def _looks_whole(path: Path, size: int, manifest: Manifest) -> bool:
    """Whether a large file has the header and the size it should."""
    if path.name == WORDS:
        return path.is_dir()  # tantivy looks at the end of each of its files as it opens them
    with path.open("rb") as file:
        head = file.read(100)
    if path.name == PASSAGES:
        page = int.from_bytes(head[16:18], "big")
        pages = int.from_bytes(head[28:32], "big")
        return head.startswith(b"SQLite format 3\0") and size == pages * (
            65536 if page == 1 else page
        )
    kind = VectorKind.named(manifest.vectors)
    body = kind.body(manifest.passages, manifest.dimensions)
    return head.startswith(kind.magic) and body < size < body + 4096


def _texts(value: object) -> list[str]:
    """The texts in what should be a list of them."""
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
