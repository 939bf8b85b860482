"""The directory of an index, and how a new version takes the place of the old one.

indexes/NAME/
  current                        two lines: the version that answers, the one before it
  20251123T101500-4f9a1c/        a version: passages.sqlite, vectors.faiss, words/,
                                 manifest.json
  lock                           there while somebody writes
  embedded                       vectors of work that was stopped, for the next to take over

A version that `current` does not name does not exist: readers never see it and the next writer
removes it. So a writer may die at any instant, and moving the pointer is the only step that counts.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
import secrets
import shutil
from pathlib import Path
from typing import NamedTuple

from verify.errors import EvidenceIndexError, IndexDamaged, IndexMissing
from verify.index.remedies import mend, rebuild, unreadable

POINTER = "current"
NEW_POINTER = "current.new"
JOURNAL = "embedded"
MANIFEST = "manifest.json"
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
    except OSError as error:
        raise unreadable(path, error, directory) from error
    except UnicodeDecodeError as error:
        raise IndexDamaged(f"{path} names no version of an index", mend(directory)) from error
    current, previous = (*lines, "", "")[:2]
    # The names become paths, so nothing but a version name is let through.
    if not VERSION.fullmatch(current) or (previous and not VERSION.fullmatch(previous)):
        raise IndexDamaged(f"{path} names no version of an index", mend(directory))
    return Pointer(current, previous)


def current_version(directory: Path) -> Path:
    """The directory of the version that answers. Raises IndexMissing or IndexDamaged."""
    pointer = read_pointer(directory)
    if pointer is None:
        if directory.is_dir() and any(map(is_sealed, versions(directory))):
            problem = f"the index at {directory} has no file {POINTER} to say which version answers"
            raise IndexDamaged(problem, mend(directory))
        raise IndexMissing(f"there is no index at {directory}", rebuild(directory))
    version = directory / pointer.current
    if not version.is_dir():
        raise IndexDamaged(f"{version} is gone", mend(directory))
    return version


def versions(directory: Path) -> list[Path]:
    """Every version that is there, named by the pointer or not, the newest name first."""
    return sorted(
        (child for child in directory.iterdir() if VERSION.fullmatch(child.name)), reverse=True
    )


def is_sealed(version: Path) -> bool:
    """Whether a version was written to the end: its manifest comes last."""
    return (version / MANIFEST).exists()


def point(directory: Path, pointer: Pointer) -> None:
    """Have `pointer` answer from now on: readers see the old one or the new one, never neither."""
    fresh = directory / NEW_POINTER
    fresh.write_text(f"{pointer.current}\n{pointer.previous}\n", encoding="ascii")
    fsync(fresh)
    fsync(directory)
    fsync(directory.parent)
    fresh.replace(directory / POINTER)
    try:
        fsync(directory)
    except OSError as error:
        raise EvidenceIndexError(
            f"{directory}: the new version answers, but the disk did not confirm it:"
            f" {error.strerror}",
            "Look after the disk, and then do this again.",
        ) from error


def sweep(directory: Path) -> None:
    """Remove what writers left behind: every version that the pointer does not name.

    Where the pointer cannot be read, none is known to be left behind. What cannot be removed is
    left to the next writer, for it is in nobody's way.
    """
    with contextlib.suppress(OSError, EvidenceIndexError):
        pointer = read_pointer(directory)
        for version in versions(directory):
            # Where the pointer is lost, a version that is whole may be the one it named.
            if version.name not in pointer if pointer else not is_sealed(version):
                shutil.rmtree(version, ignore_errors=True)
        (directory / NEW_POINTER).unlink(missing_ok=True)


def fsync_all(path: Path) -> None:
    """Have a file, or a directory with all that is in it, on the disk before going on."""
    if path.is_dir():
        for each in path.iterdir():
            fsync_all(each)
    fsync(path)


def fsync(path: Path) -> None:
    """Have a file, or what a directory lists, on the disk before going on."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
