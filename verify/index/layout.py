"""The directory of an index, and how a new version takes the place of the old one.

indexes/NAME/
  current                        two lines: the version that answers, the one before it
  20251123T101500-4f9a1c/        a version: passages.sqlite, vectors.faiss, manifest.json
  lock                           there while somebody builds

A version that `current` does not name does not exist: readers never see it and the next build
removes it. So a build may die at any instant, and moving the pointer is the only step that counts.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import secrets
import shutil
from pathlib import Path
from typing import NamedTuple

from verify.errors import IndexDamaged, IndexMissing
from verify.index.remedies import rebuild

POINTER = "current"
NEW_POINTER = "current.new"
VERSION = re.compile(r"\d{8}T\d{6}-[0-9a-f]{6}")


class Pointer(NamedTuple):
    """The names of the version that answers and of the one before it ("" for none)."""

    current: str
    previous: str = ""


def new_version() -> str:
    """A version name that nobody has used, sorted by time."""
    return f"{dt.datetime.now(dt.UTC):%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"


def read_pointer(directory: Path) -> Pointer | None:
    """What `current` says; None where there is no index. Raises IndexDamaged."""
    path = directory / POINTER
    try:
        lines = path.read_text(encoding="ascii").split("\n")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise IndexDamaged(f"{path} cannot be read: {error}", rebuild(directory)) from error
    current, previous = (*lines, "", "")[:2]
    # The names become paths, so nothing but a version name is let through.
    if not VERSION.fullmatch(current) or (previous and not VERSION.fullmatch(previous)):
        raise IndexDamaged(f"{path} names no version of an index", rebuild(directory))
    return Pointer(current, previous)


def current_version(directory: Path) -> Path:
    """The directory of the version that answers. Raises IndexMissing or IndexDamaged."""
    pointer = read_pointer(directory)
    if pointer is None:
        raise IndexMissing(f"there is no index at {directory}", rebuild(directory))
    version = directory / pointer.current
    if not version.is_dir():
        raise IndexDamaged(f"{version} is gone", rebuild(directory))
    return version


def point(directory: Path, pointer: Pointer) -> None:
    """Have `pointer` answer from now on: readers see the old one or the new one, never neither."""
    fresh = directory / NEW_POINTER
    fresh.write_text(f"{pointer.current}\n{pointer.previous}\n", encoding="ascii")
    fsync(fresh)
    fsync(directory)
    fresh.replace(directory / POINTER)
    fsync(directory)


def sweep(directory: Path) -> None:
    """Remove what builds left behind: every version that the pointer does not name."""
    try:
        keep = read_pointer(directory) or ()
    except IndexDamaged:
        return  # what the versions are is not known, so none goes until a build has come through
    for child in directory.iterdir():
        if VERSION.fullmatch(child.name) and child.name not in keep:
            shutil.rmtree(child)
    (directory / NEW_POINTER).unlink(missing_ok=True)


def fsync(path: Path) -> None:
    """Have a file or a directory on the disk before going on."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
